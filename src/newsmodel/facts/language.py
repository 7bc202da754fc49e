"""Languages as data: what the engine knows of a language comes from its file in ``languages/``.

A file is read once, checked against :mod:`newsmodel.facts.schema`, and turned into an immutable :class:`Language`
that all threads share.
"""

import os
import re
import tomllib
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any  # TOML tables hold values of any type until they are checked

from attrs import evolve, field, frozen

from newsmodel.facts import schema
from newsmodel.facts.patterns import alternatives, inflected, phrase_pattern
from newsmodel.facts.regions import with_marks_of
from newsmodel.model.tags import bcp47

_LETTERS = 500
"""Number of letters that tell the script of a text."""


@frozen
class _Flags:
    """What a word can be; a word's flags are added up in :attr:`Language.lexicon`."""

    FUNCTION: int = 1 << 0
    PARTICLE: int = 1 << 1
    ROLE: int = 1 << 2
    TITLE: int = 1 << 3
    MODIFIER: int = 1 << 4
    ORGANIZATION: int = 1 << 5
    PRONOUN: int = 1 << 6
    VERB: int = 1 << 7
    FRAMING: int = 1 << 8
    ADVERB: int = 1 << 9
    ARTICLE: int = 1 << 10
    DETERMINER: int = 1 << 11
    PREPOSITION: int = 1 << 12
    CONJUNCTION: int = 1 << 13
    DATE: int = 1 << 14
    NUMBER: int = 1 << 15
    MEASURE: int = 1 << 16
    SOURCE: int = 1 << 17
    PEOPLE: int = 1 << 18
    DIRECTION: int = 1 << 19
    RELATIVE: int = 1 << 20
    ADDRESSING: int = 1 << 21
    PASSIVE: int = 1 << 22
    AUXILIARY: int = 1 << 23
    SUBORDINATE: int = 1 << 24
    PAST: int = 1 << 25
    FUTURE: int = 1 << 26
    QUANTITY: int = 1 << 27
    FINITE: int = 1 << 28
    ATTITUDE: int = 1 << 29
    PHRASE: int = 1 << 30


Flag = _Flags()
"""The flags. Rules read them all the time, and until 3.12 Python reads from an object much faster than from its class."""


@frozen(kw_only=True, eq=False)
class Language:
    """Everything that newsmodel knows of one language, read from its file; :func:`extract_facts` and :func:`parse` take one for a tag.

    Two languages are equal only if they are the same object: caches are keyed by them, and two files may have one tag.
    """

    tag: str
    """BCP 47 tag."""

    tables: dict[str, Any] = field(repr=False)
    """The checked contents of the file."""

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> "Language":
        """Read a language of your own from a TOML file.

        Raises:
            OSError: the file cannot be read.
            ValueError: the file is no TOML in UTF-8, or its ``tag`` is no BCP 47 tag, or it breaks a rule of language files.
                The message names the file, and lists every mistake with its key.

        """
        try:
            text = Path(path).read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            msg = f"{path}: no UTF-8: {error}"
            raise ValueError(msg) from error
        found = from_toml(text, str(path))
        if bcp47(found.tag) is None:
            msg = f"{path}: tag: must be a BCP 47 tag such as 'en' or 'pt-BR': {found.tag!r}"
            raise ValueError(msg)
        return found

    def words(self, table: str, key: str) -> tuple[str, ...]:
        """Give a list of the file, or the keys of a table; empty where the file has none."""
        found = self._lists.get((table, key))
        if found is None:
            found = self._lists[table, key] = tuple(self.tables.get(table, {}).get(key, ()))
        return found

    @cached_property
    def _lists(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return {}

    @cached_property
    def lexicon(self) -> dict[str, int]:
        """The flags of every word that the file knows, by the word in lower case."""
        out: dict[str, int] = {}
        for flag, words in self._flagged():
            for word in words:
                out[word.lower()] = out.get(word.lower(), 0) | flag
        return out

    @cached_property
    def _sets(self) -> dict[tuple[str, str], frozenset[str]]:
        return {}

    def word_set(self, table: str, key: str) -> frozenset[str]:
        """Give a list of the file as a set, made once."""
        found = self._sets.get((table, key))
        if found is None:
            found = self._sets[table, key] = frozenset(self.words(table, key))
        return found

    def _flagged(self) -> list[tuple[int, tuple[str, ...]]]:
        verbs = tuple(word for word in self.words("quotes", "verbs") if " " not in word)
        pronouns = tuple(word for kind in ("masculine", "feminine", "plural", "neuter") for word in self.words("pronouns", kind))
        return [
            (Flag.FUNCTION, self.words("words", "function")),
            (Flag.PARTICLE, self.words("words", "particles")),
            (Flag.ROLE, self.words("roles", "nouns")),
            (Flag.TITLE, self.words("roles", "titles")),
            (Flag.MODIFIER, self.words("roles", "modifiers")),
            (Flag.ORGANIZATION, self.words("organizations", "words")),
            (Flag.PRONOUN, pronouns),
            (Flag.RELATIVE, self.words("pronouns", "relative")),
            (Flag.VERB, verbs),
            (Flag.FRAMING, tuple(word for word in self.words("quotes", "framing") if " " not in word)),
            (Flag.ADDRESSING, self.words("quotes", "addressing")),
            (Flag.ADVERB, self.words("words", "adverbs")),
            (Flag.AUXILIARY, self.words("words", "auxiliaries")),
            (Flag.PAST, self.words("dates", "past")),
            (Flag.FINITE, self.words("words", "finite")),
            (Flag.FUTURE, self.words("dates", "future")),
            (Flag.SUBORDINATE, self.words("events", "subordinating")),
            (Flag.ARTICLE, self.words("words", "articles")),
            (Flag.DETERMINER, self.words("words", "determiners")),
            (Flag.PREPOSITION, self.words("words", "prepositions")),
            (Flag.CONJUNCTION, self.words("words", "conjunctions")),
            (Flag.PEOPLE, self.words("quotes", "people")),
            (Flag.DIRECTION, self.words("place", "directions")),
            (Flag.PASSIVE, self.words("words", "passive")),
            (Flag.MEASURE, self.words("statistics", "measures")),
            (Flag.QUANTITY, self.words("statistics", "quantities")),
            (Flag.SOURCE, self._openings("sources") + self._openings("sources_after_comma")),
            (Flag.PHRASE, self._openings("verbs", several=True) + self._openings("framing", several=True)),
            (Flag.ATTITUDE, tuple(form for form, weights in self.attitudes.items() if weights.get("", 0) >= 0)),
            (Flag.DATE, self._date_words()),
            (Flag.NUMBER, self._number_words()),
        ]

    @cached_property
    def attitudes(self) -> dict[str, dict[str, int]]:
        """The weights of every form of the words that can tell what somebody stands for, by the form."""
        stems: dict[str, dict[str, int]] = self.tables.get("attitudes", {}).get("stems", {})
        endings = self.words("attitudes", "endings")
        out: dict[str, dict[str, int]] = {}
        for stem in sorted(stems, key=len):
            for form in inflected(stem, endings):
                out.setdefault(form, stems[stem])
        return out

    def _openings(self, key: str, *, several: bool = False) -> tuple[str, ...]:
        """Give the first word of each phrase of a list, or of those of several words, as the walk over a text cuts it off."""
        phrases = (phrase for phrase in self.words("quotes", key) if not several or " " in phrase)
        return tuple(match.group() for phrase in phrases if (match := self.token.match(phrase)))

    def _date_words(self) -> tuple[str, ...]:
        dates = self.tables.get("dates", {})
        anchors = (word for pattern in dates.get("patterns", ()) for word in pattern.get("anchors", ()))
        parts = tuple(day + part for day in self.weekdays for part in self.words("dates", "day_parts"))
        feasts = (name.split()[-1] for name in dates.get("holidays", ()))
        return (*self.months, *self.weekdays, *parts, *dates.get("seasons", ()), *dates.get("units", ()), *anchors, *feasts)

    def _number_words(self) -> tuple[str, ...]:
        numbers = self.tables.get("numbers", {})
        fractions = (phrase.split()[-1] for phrase in numbers.get("fractions", ()))
        multiples = numbers.get("multiples", ())
        rounded = [phrase.split()[-1] for phrase in numbers.get("rounded", ())]
        return (*numbers.get("units", ()), *numbers.get("scales", ()), *fractions, *multiples, *rounded)

    @cached_property
    def months(self) -> dict[str, int]:
        """Number of the month (1 to 12) by each of its names, in lower case."""
        return {name.lower(): number for number, names in enumerate(self.month_names, 1) for name in names}

    @cached_property
    def month_names(self) -> tuple[tuple[str, ...], ...]:
        """The names of each month: those of CLDR, then the further cases and endings that the file gives."""
        return self._with_forms("months", "month_forms")

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """Number of the weekday (Monday is 0) by each of its names, in lower case."""
        return {name.lower(): number for number, names in enumerate(self.weekday_names) for name in names}

    @cached_property
    def weekday_names(self) -> tuple[tuple[str, ...], ...]:
        """The names of each weekday: those of CLDR, then the further cases and endings that the file gives."""
        return self._with_forms("weekdays", "weekday_forms")

    def _with_forms(self, key: str, more: str) -> tuple[tuple[str, ...], ...]:
        names = self.tables.get("calendar", {}).get(key, ())
        forms = self.tables.get("dates", {}).get(more) or [()] * len(names)
        return tuple((*each, *others) for each, others in zip(names, forms, strict=True))

    @cached_property
    def alphabet(self) -> frozenset[str]:
        """The letters of the names of months and weekdays, in lower case: enough to tell the script."""
        return frozenset("".join((*self.months, *self.weekdays)))

    @cached_property
    def capital_nouns(self) -> bool:
        """Whether all nouns are written with a capital letter: the file then has the endings that tell them from names."""
        return bool(self.words("words", "noun_endings"))

    @cached_property
    def inverts(self) -> bool:
        """Whether the verb stands before who speaks: “…”, sagte X — « … », a dit X."""
        return bool(self.words("quotes", "verb_endings"))

    @cached_property
    def moves_verbs(self) -> bool:
        """Whether verbs stand in the second place of a clause, or at its end behind certain words."""
        return bool(self.words("quotes", "verb_final"))

    @cached_property
    def whole_months(self) -> frozenset[str]:
        """The long names of the months, in lower case."""
        return frozenset(max(names, key=len).lower() for names in self.words("calendar", "months"))

    @property
    def digits(self) -> str:
        """The digits 0 to 9 of the language's own script; empty where it writes ASCII digits."""
        digits: str = self.tables.get("calendar", {}).get("digits", "")
        return digits

    @cached_property
    def places(self) -> frozenset[str]:
        """Names of countries and capitals, as printed."""
        return frozenset((*self.words("place", "names"), *self.words("places", "countries"), *self.words("places", "cities")))

    @cached_property
    def token(self) -> re.Pattern[str]:
        """The pattern of one token: a number with its marks, a dotted abbreviation, or a word.

        The token is a group, so that ``split`` gives the tokens of a text with what stands between them.
        """
        possessives = alternatives(self.words("words", "possessives"))
        elisions = alternatives(self.words("words", "elisions"))
        enclitics = alternatives(self.words("words", "enclitics"))
        liaisons = alternatives(self.words("words", "liaisons"))
        # Every word of every text passes here: blanks fail at the first look, and small Latin letters are the quickest to tell.
        return re.compile(
            rf"""
            (
            (?= \w )
            (?:
              (?<= [ ] ) (?-i: [A-Za-z] [a-z]*+ ) (?= [ ,] )                        # most words: letters between two blanks
            | \d+ (?: [.,'’\u00a0\u202f\u2009] \d+ )* (?: [^\W\d_] {{1,4}} \b )?    # 342   110,000   12th   24bn
            | (?: [^\W\d_] \. ){{2,}}                                               # U.S.
            | (?: {elisions} ) [’'] (?= \w )                                        # l’
            | (?! (?<= \w[’'] ) (?: {possessives} ) \b )                            # the s of Obama’s is no word
              (?! (?<= \w- ) (?: {liaisons} ) - )                                   # the t of a-t-il is none
              [^\W\d_] (?-i: [a-z]* ) [^\W\d_]*
              (?:
                (?! [-&‑\u00ad’'] )                                                       # most words have one part
              | (?: (?: - (?! (?: (?: {liaisons} ) - )? (?: {enclitics} ) \b ) | [&‑\u00ad] | [’'] (?! (?: {possessives} ) \b ) ) [^\W_]+ )*
                                                                                    # al-Assad   O’Neill   R&D
              )
            )
            )
            """,
            re.VERBOSE | re.IGNORECASE,
        )

    @cached_property
    def phrases(self) -> "Phrases":
        """The expressions of several words, as patterns."""
        return Phrases.of(self)


@frozen(kw_only=True)
class Phrases:
    """Patterns of expressions that may have several words."""

    source: re.Pattern[str]
    """What brings its source after it: “according to”."""

    source_after_comma: re.Pattern[str]
    """The same, where a mark stands before it: “so”."""

    verb: re.Pattern[str]
    """Reporting verbs of more than one word: “pointed out”."""

    complementizer: re.Pattern[str]
    """What stands between verb and clause: “that”."""

    part: re.Pattern[str]
    """What brings a part of a number: “of whom”."""

    @classmethod
    def of(cls, language: Language) -> "Phrases":
        """Compile the phrases of a language."""
        several = tuple(word for key in ("verbs", "framing") for word in language.words("quotes", key) if " " in word)
        return cls(
            source=phrase_pattern(language.words("quotes", "sources")),
            source_after_comma=phrase_pattern(language.words("quotes", "sources_after_comma")),
            verb=phrase_pattern(several),
            complementizer=phrase_pattern(language.words("quotes", "complementizers")),
            part=phrase_pattern(language.words("statistics", "parts")),
        )


@lru_cache(maxsize=64)
def load(tag: str | None) -> Language:
    """Give the language of a BCP 47 tag: its own file, else that of the tag less its last subtags, else one that knows no word.

    Raises:
        ValueError: the file breaks the schema; the message names file, key and rule.

    """
    folder = resources.files("newsmodel.facts") / "languages"
    files = {name.lower(): name for name in known()} if tag else {}
    # A language that is written in two scripts has a file for each; without a script the first of them is meant.
    scripts = {name.lower().split("-")[0]: name for name in reversed(known())} if tag else {}
    wanted = tag.lower() if tag else ""
    for name in (
        files.get(wanted),
        files.get(wanted.rpartition("-")[0]),
        files.get(wanted.split("-")[0]),
        scripts.get(wanted.split("-")[0]),
    ):
        if name is not None:
            found = from_toml((folder / f"{name}.toml").read_text("utf-8"), f"{name}.toml")
            return evolve(found, tables=with_marks_of(found.tables, wanted))
    return Language(tag="und", tables={})


def load_for(tag: str | None, text: str) -> Language:
    """Give the language of a tag, in the script of a text: of “sr”, the Cyrillic file or the Latin one.

    Raises:
        ValueError: the file breaks the schema; the message names file, key and rule.

    """
    primary = tag.lower().split("-")[0] if tag else ""
    scripts = [name for name in known() if name.lower().startswith(f"{primary}-")] if primary else []
    if tag is None or not scripts or any(tag.lower().startswith(name.lower()) for name in scripts):
        return load(tag)
    letters = [letter for letter in text.lower() if letter.isalpha()][:_LETTERS]
    return max(map(load, scripts), key=lambda language: sum(letter in language.alphabet for letter in letters))


def from_toml(text: str, where: str) -> Language:
    """Read a language from the text of its file.

    Raises:
        ValueError: the text is no TOML, or breaks the schema; the message begins with ``where``.

    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        msg = f"{where}: {error}"
        raise ValueError(msg) from error
    problems = schema.problems(tables)
    found = Language(tag=str(tables.get("tag")), tables=tables)
    problems = problems or schema.unmatched(tables, found.token)
    if problems:
        msg = f"{where}: " + "; ".join(problems)
        raise ValueError(msg)
    return found


@lru_cache(maxsize=1)
def known() -> tuple[str, ...]:
    """List the tags of the languages that have a file."""
    folder = resources.files("newsmodel.facts") / "languages"
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))
