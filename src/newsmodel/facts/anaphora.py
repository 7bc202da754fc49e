"""Descriptions that point back at who was named: “die Managerin”, « l’actrice », “the bank” of a language that lists them."""

import re
from collections.abc import Iterable

from newsmodel.facts.entities import Register
from newsmodel.facts.language import Flag
from newsmodel.facts.mention import Mention
from newsmodel.facts.scan import Scan
from newsmodel.model import EntityKind, Span

_LONGEST = 7
_SHORTEST_STEM = 5
_ENDING = 3
"""Letters by which two forms of one noun differ at their ends."""
_HEAD_WITHIN = 3
"""Words behind an article within which its noun stands."""
_FURTHEST = 400


class Anaphora:
    """Tells whom a definite description means, where no office of the text is named by it."""

    def __init__(self, scan: Scan, register: Register) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.register = register
        language = scan.language
        self.definite = language.word_set("roles", "definite")
        self.agents = language.words("roles", "agents")
        self.feminine = language.words("roles", "feminine")
        self.masculine = language.words("roles", "masculine")
        self.generic = language.word_set("roles", "generic")
        self.parties = language.word_set("roles", "parties")
        self.former = language.word_set("roles", "former")
        self.complements = language.word_set("roles", "complements")
        self.bodies = language.word_set("organizations", "anaphoric")
        self.she = language.word_set("pronouns", "feminine")
        self.he = language.word_set("pronouns", "masculine")
        self.la = language.word_set("words", "feminine_articles")
        self.le = language.word_set("words", "masculine_articles")
        self.genitives = language.words("words", "genitives")
        self.capital_nouns = language.capital_nouns

    def kind(self, span: Span) -> EntityKind | None:
        """Tell what a definite description can point back at: a person or an organisation; ``None`` where it is no such one."""
        scan = self.scan
        first, last = scan.first_from(span.start), scan.last_before(span.end)
        if not self.definite or scan.words[first] not in self.definite or not first < last < first + _LONGEST:
            return None
        head = self._head(first + 1, last)
        if not self.capital_nouns and scan.capital[last] and last == first + 1:
            # "le Finistérien"
            return EntityKind.PERSON if scan.words[last].endswith(self.agents) else None
        stop = last + 1
        if not self.capital_nouns:
            # "l’élue du Rhône", but no name that an office goes on to
            stop = next((at for at in range(first + 1, last + 1) if scan.flags[at] & Flag.PREPOSITION), stop)
        if head is None or any(scan.capital[at] for at in range(first + 1, stop)) is not self.capital_nouns:
            return None
        if scan.words[head] in self.bodies:
            return EntityKind.ORGANIZATION
        person = (
            (scan.flags[head] & Flag.ROLE)
            or scan.words[head] in self.parties
            or (scan.words[head].endswith(self.agents) and not scan.flags[head] & Flag.ORGANIZATION)
        )
        return EntityKind.PERSON if person else None

    def is_demonym(self, mention: Mention) -> bool:
        """Tell “le Finistérien” from a name: one capital word behind a definite article, with the ending of a noun for people."""
        before = mention.first - 1
        return (
            not self.capital_nouns
            and mention.first == mention.last
            and before >= 0
            and self.scan.words[before] in self.definite
            and self.scan.gaps[before] == " "
            and self.register.kind(self.register.of(mention)) is EntityKind.UNKNOWN
            and self.scan.words[mention.first].endswith(self.agents)
        )

    def introduced(self, start: int, end: int, pronoun: str, *, new: bool) -> Span | None:
        """Find the noun for somebody, or for an organisation, that a pronoun can mean by its gender, between two positions."""
        scan = self.scan
        articles = self.la if pronoun in self.she else self.le if pronoun in self.he else self.la | self.le | self.definite
        if new:
            articles = articles - self.definite
        last = scan.first_from(end)
        for first in range(max(scan.first_from(start), last - _FURTHEST), last):
            if scan.words[first] not in articles or (first and scan.flags[first - 1] & Flag.PREPOSITION and scan.gaps[first - 1] == " "):
                continue
            head = self._head(first + 1, min(first + _HEAD_WITHIN, len(scan.words) - 1))
            if head is None or scan.quotation_at(scan.starts[first]) is not None or any(scan.gaps[at] != " " for at in range(first, head)):
                continue
            named = head + 1 < len(scan.words) and scan.capital[head + 1] and scan.gaps[head] == " "
            person = scan.flags[head] & Flag.ROLE and (pronoun in self.she or pronoun in self.he)
            if not named and (person or scan.flags[head] & Flag.ORGANIZATION or scan.words[head] in self.bodies):
                return Span(scan.starts[first], scan.ends[head])
        return None

    def _head(self, first: int, last: int) -> int | None:
        """Find the noun: the first capital word where nouns are capital, else the first word that can be a person or a body."""
        scan = self.scan
        for index in range(first, last + 1):
            flags = scan.flags[index]
            if self.capital_nouns:
                if scan.capital[index]:
                    return index
            elif flags & Flag.PREPOSITION:
                return None
            elif flags & Flag.ROLE or scan.words[index] in self.bodies or (not flags and scan.words[index].endswith(self.agents)):
                return index
        return None

    def is_particular(self, span: Span) -> bool:
        """Tell “der französische Gesandte”, « le ministre de l’Intérieur », another than a president before, from “der Politiker”."""
        scan = self.scan
        words = range(scan.first_from(span.start) + 1, scan.first_from(span.end))
        if any(scan.words[index] in self.former for index in words):
            # "l’ancien champion d’Europe" may be a coach by now.
            return False
        # The noun of "der Konservative" only looks like a modifier.
        modifiers = (index for index in words if scan.flags[index] & Flag.MODIFIER and not (scan.capital[index] and self.capital_nouns))
        if any(not scan.flags[index] & Flag.ROLE for index in modifiers):
            return True
        return not self.capital_nouns and any(scan.capital[index] and scan.words[index] in self.complements for index in words)

    def office_words(self, span: Span) -> str | None:
        """Give the office that a description itself prints: “athlète” of “la jeune athlète”."""
        scan = self.scan
        first, last = scan.first_from(span.start), scan.last_before(span.end)
        head = self._head(first + 1, last)
        if head is None or not scan.flags[head] & Flag.ROLE or any(scan.words[index][0].isdigit() for index in range(first, head + 1)):
            return None
        return scan.text[scan.starts[first + 1] : scan.ends[head]]

    def is_feminine(self, words: str) -> bool | None:
        """Tell the gender that the words for a person show; ``None`` where they do not."""
        lexicon = self.scan.language.lexicon
        for number, word in enumerate(re.findall(r"\w+", words.lower())):
            if lexicon.get(word, 0) & (Flag.PREPOSITION | Flag.ARTICLE):
                if number:
                    break
                continue
            if word.endswith(self.masculine):
                return False
            if word.endswith(self.feminine):
                return True
        return None

    def gender(self, index: int) -> bool | None:
        """Tell whether the office of a person shows a woman; ``None`` where none does."""
        role = self.register.role(index) if self.register.kind(index) is EntityKind.PERSON else None
        return self.is_feminine(role) if role else None

    def is_generic(self, span: Span) -> bool:
        """Tell “la dirigeante” and “l’intéressé”, which may mean anybody of a text, from an office that one person holds."""
        scan = self.scan
        return scan.first_from(span.start) + 1 == scan.last_before(span.end) and scan.words[scan.last_before(span.end)] in self.generic

    def agrees(self, index: int, words: str) -> bool:
        """Tell whether a pronoun or a description can mean an entity, by the gender of its office."""
        role = self.register.role(index)
        if not self.feminine or not role:
            return True
        wanted = words in self.she if words in self.she or words in self.he else self.is_feminine(words)
        shown = self.is_feminine(role)
        return wanted is None or shown is None or wanted == shown

    def office(self, span: Span, before: Iterable[Mention]) -> int | None:
        """Find the person whose office a description repeats in another form: “des Ministers” of “Außenminister Said Mahmud”."""
        scan = self.scan
        first, last = scan.first_from(span.start), scan.last_before(span.end)
        head = self._head(first + 1, last) if self.kind(span) is EntityKind.PERSON else None
        if head is None:
            return None
        word = scan.words[head]
        for mention in before:
            index = self.register.of(mention)
            role = self.register.role(index)
            if role and any(_repeats(word, part, endings=self.genitives) for part in re.findall(r"\w+", role.lower())):
                return index
        return None


def _repeats(word: str, part: str, *, endings: tuple[str, ...]) -> bool:
    """Tell two forms of one noun; where nouns have ``endings`` of the genitive, the head of a compound repeats it too."""
    if min(len(word), len(part)) < _SHORTEST_STEM:
        return word == part
    stem = word[: max(len(word) - _ENDING, _SHORTEST_STEM)]
    alike = part.startswith(stem) and abs(len(part) - len(word)) <= _ENDING
    return alike or (bool(endings) and part.endswith((word, *(word.removesuffix(ending) for ending in endings))))
