"""What somebody is told to stand for: “endorsed the plan”, “refused to resign”, “criticised her record”.

PolNeAR counts these as attributions beside speech: a source, a cue, and a content that is no clause.
Many of the verbs have other uses as well, so that a word alone does not decide.
The language file gives each word, and each thing that can stand beside it, a weight: tenths of the logarithm of the odds by which it
makes an attribution more likely, as counted on annotated news by ``scripts/attitudes.py``. A word is a cue where the weights add up.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat
from math import inf
from operator import attrgetter

from attrs import field, frozen

from newsmodel.facts.attribution import Sources
from newsmodel.facts.cues import Cue
from newsmodel.facts.figures import MONEY
from newsmodel.facts.language import Flag, Language
from newsmodel.facts.scan import Scan
from newsmodel.facts.source import Source
from newsmodel.model import EntityKind, Span

_KINDS = (
    (Flag.AUXILIARY, "auxiliary"),
    (Flag.PAST | Flag.FINITE, "verb"),
    (Flag.PRONOUN, "pronoun"),
    (Flag.DETERMINER | Flag.ARTICLE, "determiner"),
    (Flag.PREPOSITION, "preposition"),
    (Flag.ADVERB, "adverb"),
    (Flag.RELATIVE, "relative"),
    (Flag.CONJUNCTION, "conjunction"),
    (Flag.DATE, "date"),
    (Flag.NUMBER, "number"),
    (Flag.PEOPLE | Flag.ROLE, "people"),
)
_NO_NOUN = (
    Flag.FUNCTION
    | Flag.PREPOSITION
    | Flag.CONJUNCTION
    | Flag.VERB
    | Flag.FRAMING
    | Flag.ADVERB
    | Flag.AUXILIARY
    | Flag.PRONOUN
    | Flag.DATE
    | Flag.NUMBER
)
_SMALL_WORDS = 2
_MODIFIERS = 3
# What no weight is asked for: small words, and numbers.
NO_CUE = Flag.FUNCTION | Flag.ARTICLE | Flag.PRONOUN | Flag.NUMBER | Flag.DATE | Flag.AUXILIARY | Flag.PREPOSITION | Flag.ADVERB

_WEIGHED = Flag.ATTITUDE | NO_CUE
_SOURCES = ("possessive", "relative", "pronoun", "description", "person", "place", "name")
_FURTHEST = 3
_LONGEST_RELATIVE = 12
_MOST_SPEECH = 2
_BY_ITSELF = ""
"""The name under which a language file has the weight of a word alone."""
# The names of what a source tells.
_OF_SOURCE = tuple(f"source {kind}" for kind in _SOURCES)
_OF_DISTANCE = tuple(f"away {words}" for words in range(1, _FURTHEST + 1))


@frozen(kw_only=True)
class Speech:
    """What a text is already known to report."""

    cues: frozenset[int] = frozenset()
    """Indices of the reporting words."""

    counts: Counter[int] = field(factory=Counter, eq=False)
    """Number of reporting words by the number of their sentence."""

    contents: tuple[Span, ...] = ()
    """What is reported, in order."""

    starts: tuple[int, ...] = ()
    """Where each of it begins."""

    @classmethod
    def of(cls, scan: Scan, cues: Iterable[tuple[int, int]], contents: Iterable[Span]) -> "Speech":
        """Take the first and last words of cues, and the contents."""
        words = frozenset(index for first, last in cues for index in range(first, last + 1))
        counts = Counter(scan.frame_number(scan.starts[index]) for index in words)
        ordered = tuple(sorted(contents, key=attrgetter("start")))
        return cls(cues=words, counts=counts, contents=ordered, starts=tuple(span.start for span in ordered))

    def holds(self, position: int) -> bool:
        """Tell whether a position is inside of what is reported."""
        number = bisect_right(self.starts, position) - 1
        return number >= 0 and position < self.contents[number].end


class Attitudes:
    """Weighs the words of one text."""

    def __init__(self, scan: Scan, sources: Sources) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.sources = sources
        self.words = scan.language.attitudes
        self.clues: dict[str, int] = scan.language.tables.get("attitudes", {}).get("clues", {})
        self.least: int = scan.language.tables.get("attitudes", {}).get("least", 0)
        self.leaning = scan.language.words("quotes", "participle_endings")
        self.endings = scan.language.words("attitudes", "forms")
        self.literal = scan.language.word_set("attitudes", "beside")
        self.possessives: dict[str, str] = scan.language.tables.get("attitudes", {}).get("possessives", {})
        self.first_person = scan.language.word_set("pronouns", "first_person")
        self.plurals = scan.language.words("statistics", "plural_endings")
        self.denying = scan.language.word_set("attitudes", "denying")
        self.infinitives = scan.language.word_set("words", "infinitives")
        self.most = _most_of_sources(scan.language)

    def find(self, speech: Speech) -> list[tuple[Cue, Source]]:
        """Find the cues whose weights add up, with their sources, in order; words that report speech are none of them."""
        scan = self.scan
        out: list[tuple[Cue, Source]] = []
        # A word that by itself speaks against a cue has no flag.
        weighed, attitude = _WEIGHED, Flag.ATTITUDE
        for index in [index for index, flags in enumerate(scan.flags) if flags & weighed == attitude]:
            if scan.capital[index] or index in speech.cues:
                continue
            if scan.quotation_at(scan.starts[index]) is None:
                weight = self._sum(index, [_BY_ITSELF, *self._around(index, speech)])
                # Most words are no cue whatever their source is, so that it need not be looked for.
                if weight + self.most.get(scan.words[index], inf) < self.least:
                    continue
                cue, source = self.read(index)
                if (
                    source is None
                    or self._is_denied(source)
                    or self._counts(cue.last + 1)
                    or weight + self._sum(index, self._told_by(cue, source)) < self.least
                ):
                    continue
                if out and self._goes_on(out[-1][0], cue):
                    first = out[-1][0].first
                    span = Span(scan.starts[first], cue.span.end)
                    out[-1] = Cue(first=first, last=index, span=span, participle=out[-1][0].participle), out[-1][1]
                else:
                    out.append((cue, source))
        return out

    def _counts(self, index: int) -> bool:
        """Tell “ordered 20 aircraft”: a number of things is nothing that somebody stands for."""
        scan = self.scan
        if index >= len(scan.words) or scan.gaps[index - 1].strip(" " + MONEY):
            return False
        return scan.words[index][0].isdigit() or bool(scan.flags[index] & Flag.NUMBER and not scan.flags[index] & Flag.PRONOUN)

    def _is_denied(self, source: Source) -> bool:
        """Tell “neither the rebels nor the regime wanted”: of nobody, nothing is attributed."""
        before = self.scan.first_from(source.span.start) - 1
        return before >= 0 and self.scan.words[before] in self.denying and self.scan.gaps[before] == " "

    def _goes_on(self, cue: Cue, after: Cue) -> bool:
        """Tell “refused to discuss”: two words of one cue, with no more than small words between."""
        scan, small = self.scan, Flag.ADVERB | Flag.PREPOSITION | Flag.AUXILIARY | Flag.ARTICLE
        between = range(cue.last + 1, after.first)
        if len(between) > _SMALL_WORDS or any(scan.gaps[index].strip() for index in range(cue.last, after.first)):
            return False
        return all(scan.flags[index] & small for index in between)

    def confirms(self, cue: Cue, source: Source, speech: Speech) -> bool:
        """Tell whether the weights bear out a reporting verb that brings a clause; where nothing is weighed, they do."""
        if not self.words or cue.introduces:
            return True
        return self._sum(cue.first, [_BY_ITSELF, *self.beside(cue, source, speech, reports=True)]) >= self.least

    def read(self, index: int) -> tuple[Cue, Source | None]:
        """Take a word for a cue, and find its source; a noun phrase with a verb in it is none."""
        cue, source = self._read(index)
        described = source is not None and source.mention is None and source.pronoun is None
        if source is not None and described and source.described is None:
            words = range(self.scan.first_from(source.span.start), self.scan.first_from(source.span.end))
            if any(self.scan.is_finite(each) for each in words) or self._disagrees(index, words[-1]):
                return cue, None
        return cue, source

    def _disagrees(self, index: int, last: int) -> bool:
        """Tell “an early supporter” from “early supporters think”: after a noun in the singular no verb stands without an ending."""
        scan = self.scan
        if last != index - 1 or scan.words[index].endswith(self.endings) or scan.flags[index] & Flag.PAST:
            return False
        return not scan.words[last].endswith(self.plurals) and not scan.flags[last] & (Flag.PEOPLE | Flag.NUMBER)

    def _read(self, index: int) -> tuple[Cue, Source | None]:
        scan = self.scan
        start, _ = scan.frame_at(scan.starts[index])
        leans = scan.words[index].endswith(self.leaning) and not (index and scan.flags[index - 1] & Flag.AUXILIARY)
        cue = Cue(first=index, last=index, span=Span(scan.starts[index], scan.ends[index]), participle=leans)
        if leans or (index and scan.gaps[index - 1] == " " and scan.words[index - 1] in self.infinitives):
            return cue, self.sources.governing(cue, start)
        if index and scan.gaps[index - 1] == " " and scan.words[index - 1] in self.possessives:
            return cue, Source(span=Span(scan.starts[index - 1], scan.ends[index - 1]), pronoun=self.possessives[scan.words[index - 1]])
        source = self.sources.before(cue, start)
        if source is None and index and scan.flags[index - 1] & Flag.CONJUNCTION and scan.gaps[index - 1] == " ":
            source = self.sources.governing(cue, start)
        return cue, source or self._plain(index, start)

    def _plain(self, index: int, start: int) -> Source | None:
        """Take a subject that no article opens: “environmentalists worry”, “we know”."""
        scan, last = self.scan, index - 1
        while last >= 0 and scan.flags[last] & (Flag.ADVERB | Flag.AUXILIARY) and not scan.gaps[last].strip():
            last -= 1
        if last < 0 or scan.starts[last] < start or scan.gaps[last].strip(" ’'") or self.sources.is_passive(last + 1, index):
            return None
        if scan.words[last] in self.first_person:
            return Source(span=Span(scan.starts[last], scan.ends[last]), pronoun=scan.words[last])
        if not scan.words[last].endswith(self.plurals) or scan.flags[last] & _NO_NOUN or scan.capital[last]:
            return None
        first = last
        while (
            first > 0
            and last - first < _MODIFIERS
            and scan.starts[first - 1] >= start
            and scan.gaps[first - 1] == " "
            and not scan.flags[first - 1] & _NO_NOUN
            and not scan.is_finite(first - 1)
        ):
            first -= 1
        return Source(span=Span(scan.starts[first], scan.ends[last]))

    def _sum(self, index: int, clues: list[str]) -> int:
        """Add up what clues weigh beside a word."""
        weight = sum(map(self.clues.get, clues, repeat(0)))
        # A word has but few weights of its own.
        for clue, more in self.words.get(self.scan.words[index], {}).items():
            if clue in clues:
                weight += more
        return weight

    def beside(self, cue: Cue, source: Source, speech: Speech, *, reports: bool = False) -> list[str]:
        """Name what stands beside a word; ``reports`` where it brings a clause."""
        return [*self._told_by(cue, source), *self._around(cue.first, speech), *(("reports",) if reports else ())]

    def _told_by(self, cue: Cue, source: Source) -> list[str]:
        """Name what the source of a word tells."""
        out = [f"source {self._kind(source)}"]
        if source.span.end <= cue.span.start:
            out.append(f"away {min(cue.first - self._nearest(source, cue), _FURTHEST)}")
        return out

    def _nearest(self, source: Source, cue: Cue) -> int:
        """Give the last word of a source, or of the clause between commas that goes with it: “The bank, which has raised rates, will …”."""
        scan = self.scan
        last = scan.last_before(source.span.end)
        if scan.gaps[last] != ", " or not scan.flags[last + 1] & Flag.RELATIVE:
            return last
        words = range(cue.first - 1, max(cue.first - 1 - _FURTHEST, last), -1)
        return next((index for index in words if scan.gaps[index].startswith(",")), last)

    def _around(self, index: int, speech: Speech) -> list[str]:
        """Name what stands beside a word, whatever its source is."""
        scan = self.scan
        position = scan.starts[index]
        number = scan.frame_number(position)
        out = [
            f"after {self._class(index, 1)}",
            f"before {self._class(index, -1)}",
            f"form {self._form(scan.words[index])}",
            f"speech {min(speech.counts.get(number, 0), _MOST_SPEECH)}",
        ]
        if index + 1 < len(scan.words) and not scan.gaps[index].strip():
            out.append(f"second after {self._class(index + 1, 1)}")
        if index and not scan.gaps[index - 1].strip():
            before = self._over_relative(index - 1)
            out.append(f"second before {self._class(before, -1, marked=before == index - 1)}")
        if index and scan.flags[index - 1] & Flag.PASSIVE:
            out.append("passive")
        if number in scan.quoting:
            out.append("quotation")
        if speech.holds(position):
            out.append("within")
        return out

    def _over_relative(self, index: int) -> int:
        """Step back over “, which has raised rates, ” before a word: a verb is weighed beside its subject."""
        scan = self.scan
        if not index or not scan.gaps[index - 1].startswith(","):
            return index
        for opening in range(index - 1, max(index - 1 - _LONGEST_RELATIVE, 0), -1):
            if scan.gaps[opening - 1] != " ":
                told = scan.gaps[opening - 1] == ", " and scan.flags[opening] & Flag.RELATIVE and scan.flags[opening] & Flag.CONJUNCTION
                return opening if told else index
        return index

    def _form(self, word: str) -> str:
        for ending in self.endings:
            if word.endswith(ending):
                return ending
        return "other"

    def _kind(self, source: Source) -> str:
        if self.scan.words[self.scan.first_from(source.span.start)] in self.possessives:
            return "possessive"
        if self.scan.flags[self.scan.first_from(source.span.start)] & Flag.RELATIVE:
            return "relative"
        if source.pronoun is not None:
            return "pronoun"
        if source.mention is None:
            return "description"
        kind = self.sources.register.kind(self.sources.register.of(source.mention))
        return {EntityKind.PERSON: "person", EntityKind.PLACE: "place"}.get(kind, "name")

    def _class(self, index: int, step: int, *, marked: bool = True) -> str:
        """Name the kind of the word before or after another, or the mark between them."""
        scan, other = self.scan, index + step
        if not 0 <= other < len(scan.words):
            return "nothing"
        gap = scan.gaps[index if step > 0 else other]
        if marked and gap != " " and (mark := gap.strip()):
            return "comma" if mark.startswith(",") else "stop" if mark[0] in ".!?" else "mark"
        word, flags = scan.words[other], scan.flags[other]
        if word in self.literal:
            return word
        if scan.capital[other] and other in self.sources.inside:
            return "name"
        named = _kind_of(flags) if flags else None
        return named or ("participle" if self.leaning and word.endswith(self.leaning) else "word")


@lru_cache(maxsize=1024)
def _kind_of(flags: int) -> str | None:
    """Name what a word of some flags is for the words beside it; the lists of a language make few sets of flags."""
    return next((name for flag, name in _KINDS if flags & flag), None)


@lru_cache(maxsize=64)
def _most_of_sources(language: Language) -> dict[str, int]:
    """Give the most that a source can add to the weight of each word of a language."""
    clues: dict[str, int] = language.tables.get("attitudes", {}).get("clues", {})

    def most(own: dict[str, int], names: tuple[str, ...]) -> int:
        return max(clues.get(name, 0) + own.get(name, 0) for name in names)

    # The forms of a stem share its weights.
    stems = {id(own): own for own in language.attitudes.values()}
    added = {stem: most(own, _OF_SOURCE) + max(most(own, _OF_DISTANCE), 0) for stem, own in stems.items()}
    return {form: added[id(own)] for form, own in language.attitudes.items()}
