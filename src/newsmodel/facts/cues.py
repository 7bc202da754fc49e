"""Reporting words (PARC: cues) in a text."""

from functools import lru_cache

from attrs import define

from newsmodel.facts import unlisted
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan
from newsmodel.model import Span

_LONGEST_CLAUSE = 16
_MODIFIERS = 3
_OPENING = Flag.SOURCE | Flag.PHRASE | Flag.VERB | Flag.FRAMING
_COMPLEMENT = 40


@define(kw_only=True, eq=False)
class Cue:
    """Reporting words."""

    first: int
    """Index of the first word."""

    last: int
    """Index of the last word."""

    span: Span
    """Where they stand."""

    introduces: bool = False
    """Whether the source follows, as after “according to”."""

    framing: bool = False
    """Whether it only names things in quoted words."""

    addressing: bool = False
    """Whether the noun after it is the one spoken to."""

    tail: int | None = None
    """Index of the particle that the verb is split from: “teilte … mit”."""

    participle: bool = False
    """Whether it leans on the subject of the clause before it: “…, saying”."""


class CueFinder:
    """Finds the cues of one text."""

    def __init__(self, scan: Scan, openings: frozenset[int], names: frozenset[int]) -> None:
        """Prepare for a text; ``openings`` are the words that begin a name, ``names`` all words of names."""
        self.scan = scan
        self.openings = openings
        self.names = names
        self.unlisted = unlisted.find(scan, openings)
        self.capital_nouns = scan.language.capital_nouns
        self.openers = scan.language.word_set("quotes", "sources_opening")
        self.participle_endings = scan.language.words("quotes", "participle_endings")
        self.forms = scan.language.words("attitudes", "forms")
        self.plurals = scan.language.words("statistics", "plural_endings")
        self.nouns = scan.language.word_set("quotes", "nouns")
        self.perfect = scan.language.word_set("quotes", "perfect")
        self.split = _split_verbs(scan.language.words("quotes", "split"))

    def find(self) -> list[Cue]:
        """Find the cues, in order."""
        scan, phrases, out = self.scan, self.scan.language.phrases, []
        free_from = 0
        for index in self._candidates():
            if index < free_from:
                continue
            flags = scan.flags[index]
            source = flags & Flag.SOURCE
            if source and not self._is_governed(index) and (match := phrases.source.match(scan.text, scan.starts[index])):
                last = scan.last_before(match.end())
                out.append(Cue(first=index, last=last, span=Span(match.start(), match.end()), introduces=True))
                free_from = last + 1
                continue
            if scan.words[index] in self.openers and self._opens(index):
                out.append(Cue(first=index, last=index, span=Span(scan.starts[index], scan.ends[index]), introduces=True))
                continue
            if source and phrases.source_after_comma.match(scan.text, scan.starts[index]) and self._is_aside(index):
                out.append(Cue(first=index, last=index, span=Span(scan.starts[index], scan.ends[index]), introduces=True))
                continue
            tail = self._tail(index) if scan.words[index] in self.split and not scan.capital[index] else None
            if tail is not None:
                out.append(Cue(first=index, last=index, span=Span(scan.starts[index], scan.ends[index]), tail=tail))
                continue
            opens = flags & Flag.PHRASE and not scan.capital[index]
            match = phrases.verb.match(scan.text, scan.starts[index]) if opens else None
            if match:
                last = scan.last_before(match.end())
                out.append(Cue(first=index, last=last, span=Span(match.start(), match.end()), participle=self._is_participle(index)))
                free_from = last + 1
                continue
            if self.perfect and self._is_done(index):
                continue
            named = scan.capital[index] and self._is_name(index)
            told = flags & (Flag.VERB | Flag.FRAMING) and not named and not self._is_noun(index) and not self._is_attribute(index)
            unlisted = index in self.unlisted
            if told or unlisted:
                span = Span(scan.starts[index], scan.ends[index])
                framing = not flags & Flag.VERB and not unlisted
                addressing = bool(flags & Flag.ADDRESSING)
                out.append(
                    Cue(first=index, last=index, span=span, framing=framing, addressing=addressing, participle=self._is_participle(index))
                )
        return out

    def _candidates(self) -> list[int]:
        """Give the words at which a cue can begin, in order."""
        scan = self.scan
        flagged = [index for index, flags in enumerate(scan.flags) if flags & _OPENING]
        if not (self.split or self.openers or self.unlisted):
            return flagged
        listed = self.openers | self.split.keys()
        return sorted({*flagged, *self.unlisted, *(index for index, word in enumerate(scan.words) if word in listed)})

    def _is_done(self, index: int) -> bool:
        """Tell « elle assure avoir repris », of which only the first verb reports, from « après avoir dit »."""
        scan, before = self.scan, index - 1
        if before < 1 or scan.words[before] not in self.perfect or scan.gaps[before] != " ":
            return False
        return not scan.flags[before - 1] & Flag.PREPOSITION

    def _is_noun(self, index: int) -> bool:
        """Tell “a rare note” from “they note”: of the forms that are nouns as well, those that an article or the like leads to."""
        scan, before = self.scan, index - 1
        if scan.words[index] not in self.nouns or before < 0:
            return False
        if scan.gaps[before] != " ":
            return self.scan.is_possessive(before)
        leaning = index + 1 < len(scan) and scan.flags[index + 1] & (Flag.AUXILIARY | Flag.PASSIVE)
        if leaning and scan.flags[before] & (Flag.QUANTITY | Flag.MEASURE):
            # "Growth forecasts were raised"
            return True
        while (
            before > 0
            and not scan.flags[before]
            and not scan.capital[before]
            and scan.gaps[before - 1] == " "
            and index - before < _MODIFIERS
        ):
            before -= 1
        if before > 0 and self.scan.is_possessive(before - 1):
            return True
        bare = self.forms and not scan.words[index].endswith(self.forms)
        if bare and scan.capital[index - 1] and not scan.words[index - 1].endswith(self.plurals):
            return True
        led = scan.flags[before] & (Flag.ARTICLE | Flag.DETERMINER | Flag.NUMBER | Flag.PREPOSITION)
        modified = index - 1 - before
        return bool(led) and (not modified or not scan.words[index].endswith(self.plurals))

    def _is_attribute(self, index: int) -> bool:
        """Tell “auf den heißen Stein” from the verb, where nouns are capital: it stands between an article and its noun."""
        scan, before, follower = self.scan, index - 1, index + 1
        if not self.capital_nouns or before < 0 or follower >= len(scan) or not scan.capital[follower]:
            return False
        led = scan.flags[before] & (Flag.ARTICLE | Flag.DETERMINER) and not scan.flags[before] & Flag.RELATIVE
        return bool(led) and scan.gaps[before] == " " and scan.gaps[index] == " " and not scan.capital[index]

    def _opens(self, index: int) -> bool:
        """Tell “Pour Antoine Mercier, …” from other uses: it opens the sentence, and a comma follows the person."""
        scan = self.scan
        at = index + 1
        if not scan.capital[index]:
            return False
        led = Flag.ARTICLE | Flag.DETERMINER | Flag.TITLE | Flag.ROLE | Flag.MODIFIER
        while at + 1 < len(scan) and (scan.flags[at] & led or (not scan.flags[at] and not scan.capital[at])) and at not in self.openings:
            if scan.flags[at] & Flag.ROLE and (comma := scan.text.find(",", scan.ends[at], scan.ends[at] + _COMPLEMENT)) >= 0:
                words = range(at + 1, scan.first_from(comma))
                if not any(scan.is_finite(each) or scan.flags[each] & Flag.VERB for each in words):
                    return True
            at += 1
        while at in self.names and at + 1 in self.names and scan.gaps[at] in (" ", ". "):
            at += 1
        return at in self.names and scan.gaps[at] == ", " and at > index + 1

    def _is_governed(self, index: int) -> bool:
        """Tell “nel secondo trimestre” from “secondo il ministro”: a word after an article or preposition introduces no source."""
        scan, before = self.scan, index - 1
        return before >= 0 and scan.gaps[before] == " " and bool(scan.flags[before] & (Flag.ARTICLE | Flag.PREPOSITION))

    def _is_aside(self, index: int) -> bool:
        """Tell “…, so Habeck” from other uses: a mark before it, and a name, office or article after it."""
        scan, follower = self.scan, index + 1
        if index == 0 or follower >= len(scan) or not scan.gaps[index - 1].strip() or scan.gaps[index] != " ":
            return False
        if scan.flags[follower] & Flag.DETERMINER and follower + 1 < len(scan) and scan.flags[follower + 1] & Flag.CONJUNCTION:
            # "so viele wie seit 2019 nicht mehr"
            return False
        named = Flag.ARTICLE | Flag.DETERMINER | Flag.ROLE | Flag.PEOPLE | Flag.ORGANIZATION
        return follower in self.openings or bool(scan.flags[follower] & named)

    def _tail(self, index: int) -> int | None:
        """Find the particle that a verb is split from, at the end of its clause."""
        scan = self.scan
        for at in range(index + 1, min(index + _LONGEST_CLAUSE, len(scan))):
            gap = scan.gaps[at - 1]
            if gap.strip(' ()-„“”«»"\u00a0\u202f') and not gap.startswith(")"):
                return None
            ends = at + 1 >= len(scan) or scan.gaps[at].strip() != "" or scan.flags[at + 1] & Flag.CONJUNCTION
            if scan.words[at] in self.split[scan.words[index]] and ends:
                return at
        return None

    def _is_participle(self, index: int) -> bool:
        """Tell “…, saying” from “is saying”."""
        scan = self.scan
        if not self.participle_endings or not scan.words[index].endswith(self.participle_endings):
            return False
        before = index - 1
        while before >= 0 and scan.flags[before] & Flag.ADVERB and not scan.flags[before] & Flag.AUXILIARY:
            before -= 1
        leans = before >= 0 and (scan.flags[before] & Flag.AUXILIARY or scan.gaps[before][:1] in ("’", "'"))
        return not leans

    def _is_name(self, index: int) -> bool:
        """Tell whether a capital verb is part of a name or office: only the opening of a sentence makes a verb capital."""
        return index in self.names or self.scan.starts[index] != self.scan.sentence_at(self.scan.starts[index])[0]


def bare_cue(text: str, after: list[Cue], start: int, end: int) -> Cue | None:
    """Give the first cue after a quotation where it stands alone, and the speaker goes on: “…”, añadió."""
    cue = after[0] if after else None
    if cue is None or cue.introduces or cue.framing or cue.participle or text[start : cue.span.start].strip(" \u00a0,.!?…–—-"):
        return None
    return cue if text[cue.span.end : end].lstrip(" \u00a0")[:1] in ("", ".", ",", ":", ";") else None


@lru_cache(maxsize=64)
def _split_verbs(pairs: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Sort “teilte mit”, “gab an”, “gab bekannt” by their verbs."""
    out: dict[str, set[str]] = {}
    for pair in pairs:
        verb, _, particle = pair.partition(" ")
        out.setdefault(verb, set()).add(particle)
    return {verb: frozenset(particles) for verb, particles in out.items()}
