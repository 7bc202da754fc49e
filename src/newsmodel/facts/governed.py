"""What a verb governs that attributes without a clause: “endorsed the plan”."""

import re

from newsmodel.facts.attribution import Sources
from newsmodel.facts.cues import Cue
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan
from newsmodel.model import Span

FEWEST_WORDS = 3
"""Words that make a content by themselves."""
_LONGEST_NOUN = 16
# The end of "U.S.", whose stop is its own.
_DOTTED = re.compile(r"[^\W\d_]\.[^\W\d_]\.$")


def trimmed(scan: Scan, start: int, end: int, fewest: int = FEWEST_WORDS) -> Span | None:
    """Cut blanks and stops off a content; ``None`` where no words are left."""
    text = scan.text
    while start < end and text[start] in " ,;:\u00a0":
        start += 1
    while end > start and text[end - 1] in " .,;:\u00a0" and not _DOTTED.search(text, max(end - 4, start), end):
        end -= 1
    words = scan.first_from(end) - scan.first_from(start)
    return Span(start, end) if words >= fewest else None


def relative_end(scan: Scan, cue: Cue, relative: int, end: int) -> int:
    """Find where “X, who said it was late, left” goes on with the verb of its main clause; ``relative`` is the “who”, if it is one."""
    before = relative - 1
    if scan.language.inverts or before < 0 or not scan.flags[relative] & Flag.RELATIVE:
        return end
    if not (scan.gaps[before].startswith(",") or scan.flags[before] & Flag.CONJUNCTION):
        return end
    words = range(cue.last + 1, scan.last_before(end))
    return next((scan.ends[at] for at in words if scan.gaps[at] == ", " and scan.is_finite(at + 1)), end)


class Governed:
    """Reads the objects of the verbs of one text."""

    def __init__(self, scan: Scan, sources: Sources) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.sources = sources
        self.infinitives = scan.language.word_set("words", "infinitives")
        self.clausal = scan.language.word_set("quotes", "clausal")

    def content(self, cue: Cue) -> Span | None:
        """Take what a verb governs, up to the end of its clause."""
        scan = self.scan
        begin, end = cue.span.end, scan.frame_at(cue.span.start)[1]
        follower = cue.last + 1
        if follower < len(scan) and scan.flags[follower] & Flag.PREPOSITION and not scan.gaps[cue.last].strip():
            begin = scan.ends[follower]
        end = relative_end(scan, cue, cue.first - 1, end)
        verb = self._verb_of_noun(cue)
        if verb is not None:
            end = min(end, scan.ends[verb - 1])
        end = self._clause_end(follower, end)
        quotation = next(iter(scan.quotations_in(begin, end)), None)
        if quotation is not None and quotation.double:
            follower = min(scan.first_from(begin), len(scan) - 1)
            if scan.language.phrases.complementizer.match(scan.text, scan.starts[follower]):
                # Of “said that it “will go””, the words in marks are what was said.
                return None
            last = scan.last_before(min(end, quotation.outer_start))
            while last > cue.last and scan.flags[last] & (Flag.PREPOSITION | Flag.ARTICLE | Flag.DETERMINER):
                last -= 1
            end = min(end, scan.ends[last])
        content = trimmed(scan, begin, end, fewest=1)
        if content is None or self._is_addressee(cue, content):
            return None
        words = range(scan.first_from(content.start), scan.first_from(content.end))
        telling = len(words) >= FEWEST_WORDS or any(index in self.sources.inside for index in words)
        return content if telling else None

    def _clause_end(self, first: int, end: int) -> int:
        """Give where a mark or another clause ends the one that goes on at a word."""
        scan = self.scan
        for index in range(first, len(scan)):
            if scan.starts[index] >= end:
                break
            if scan.gaps[index] == " ":
                continue
            gap = scan.gaps[index].strip()
            if gap and (gap[0] in ";:–—(" or (gap[0] == "," and self._opens_clause(index + 1))):
                return scan.ends[index]
        return end

    def _verb_of_noun(self, cue: Cue) -> int | None:
        """Find the verb of “Her criticism of the plan was harsh”, where no other clause begins before it."""
        scan, follower = self.scan, cue.last + 1
        led = cue.first > 0 and scan.flags[cue.first - 1] & (Flag.DETERMINER | Flag.ARTICLE) and scan.gaps[cue.first - 1] == " "
        if not led or follower >= len(scan) or not scan.flags[follower] & Flag.PREPOSITION:
            return None
        other = Flag.RELATIVE | Flag.CONJUNCTION | Flag.VERB
        for index in range(follower + 1, min(follower + _LONGEST_NOUN, len(scan))):
            if scan.gaps[index - 1] != " " or (scan.flags[index] & other and not scan.flags[index] & Flag.PREPOSITION):
                return None
            if scan.is_finite(index):
                return index if scan.words[index - 1] not in self.infinitives else None
        return None

    def _is_addressee(self, cue: Cue, content: Span) -> bool:
        """Tell “told the BBC”, which names the one spoken to and no more."""
        scan, first = self.scan, self.scan.first_from(content.start)
        if not scan.flags[cue.first] & Flag.ADDRESSING or scan.words[cue.first] not in self.clausal:
            return False
        named = self.sources.by_last.get(scan.last_before(content.end))
        return named is not None and named.first <= first + bool(scan.flags[first] & Flag.ARTICLE)

    def _opens_clause(self, index: int) -> bool:
        scan = self.scan
        if index >= len(scan):
            return False
        leans = bool(self.sources.participle_endings) and scan.words[index].endswith(self.sources.participle_endings)
        opening = Flag.CONJUNCTION | Flag.RELATIVE | Flag.PRONOUN | Flag.VERB
        return leans or bool(scan.flags[index] & opening)
