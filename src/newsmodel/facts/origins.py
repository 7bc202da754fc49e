"""Where the numbers of a text come from: whose words they stand in, who gives them, and whose report a sentence goes on with."""

from bisect import bisect_left, bisect_right

from newsmodel.facts.givers import Givers
from newsmodel.facts.language import Flag
from newsmodel.facts.parts import Found
from newsmodel.facts.reports import Reports
from newsmodel.facts.scan import Scan
from newsmodel.model import Entity, EntityKind, Span

_REPORTED_WITHIN = 12
_BESIDE = 40
_PEOPLE = frozenset((EntityKind.PERSON,))
_SPEAKS = frozenset((EntityKind.ORGANIZATION, EntityKind.PERSON))


class Origins:
    """Finds who the numbers of one text are from."""

    def __init__(self, scan: Scan, sources: list[tuple[Span, Entity]], givers: Givers) -> None:
        """Prepare for a text; ``sources`` are the contents of quotes with their speakers, in order."""
        self.scan = scan
        self.sources = sources
        self.givers = givers
        self.reports = Reports(scan)
        self.reported = scan.language.word_set("statistics", "reported")
        self._told: list[tuple[int, Entity]] = []
        """Where the numbers so far end, and who they are from."""

    def of(self, found: Found, *, money: bool) -> Entity | None:
        """Give who a number is from; numbers are to be asked for in order."""
        origin = self._of(found, money=money)
        if origin is not None:
            self._told.append((found.span.end, origin))
        return origin

    def _of(self, found: Found, *, money: bool) -> Entity | None:
        if not self.reports.active:
            return self._speaker(found) or self.givers.of(found.span, money=money)
        start, end = self.scan.sentence_at(found.span.start)
        low, high = self.scan.first_from(start), self.scan.last_before(end)
        reports, named = self.reports, self.givers.named
        return (
            named(reports.counting(found.first, start, end), high)
            or self.givers.speaks(found.first, low)
            or (self._before(found) if reports.goes_on(start, end) else None)
            or self._speaker(found)
            or (self._before(found) if reports.refers_back(start, end) else None)
            or named(reports.cited(start, end), high)
            or self.givers.of(found.span, money=money)
            or named(reports.inserted(found.first, low, high), high)
            or named(reports.surveyed(found.first, low), high)
            or named(reports.follows(end), min(high + _BESIDE, len(self.scan.words) - 1))
            or (self._before(found) if self.givers.is_left_open(low, found.first) else None)
            or self._beside(found, low)
        )

    def _before(self, found: Found) -> Entity | None:
        """Give who has given a number or spoken before in the paragraph, or else who was named last in the sentence before."""
        scan, start = self.scan, self.scan.sentence_at(found.span.start)[0]
        paragraph = scan.paragraph_index(start)
        index = bisect_left(self.sources, start, key=lambda content: content[0].start) - 1
        known = [(self.sources[index][0].end, self.sources[index][1])] if index >= 0 else []
        known += [told for told in self._told[-1:] if told[0] <= found.span.start]
        known = [told for told in known if scan.paragraph_index(told[0]) == paragraph]
        named = self.givers.last_named(scan.sentence_at(start - 1)[0], start, _SPEAKS) if start and scan.text[start - 1] != "\n" else None
        last = max(known, key=lambda told: told[0], default=None)
        if last is not None and (named is None or last[0] >= scan.sentence_at(start - 1)[0]):
            return last[1]
        if named is not None or start == 0 or scan.text[start - 1] == "\n":
            return named
        before = scan.sentence_at(start - 1)[0]
        low, high = scan.first_from(before), scan.last_before(start)
        return self.givers.named(self.reports.inserted(low, low, high), high) or self.givers.opening(before, start)

    def _beside(self, found: Found, low: int) -> Entity | None:
        """Give who the number before it is from, where a number only adds to it: “zählte 61.000 Opfer, drei Prozent mehr als 2023”."""
        if not self._told or not self.scan.starts[low] <= self._told[-1][0] <= found.span.start:
            return None
        words = range(self.scan.first_from(self._told[-1][0]), found.first)
        near = found.span.start - self._told[-1][0] <= _BESIDE
        return self._told[-1][1] if near and not any(self.scan.is_finite(index) for index in words) else None

    def _reported_on(self, found: Found, index: int) -> Entity | None:
        """Give who has spoken before in the paragraph, where the form of a verb shows that the sentence goes on with that."""
        if not self.reported:
            return None
        scan = self.scan
        start, stop = scan.sentence_at(found.span.start)
        words = range(scan.first_from(start), scan.last_before(stop) + 1)
        near = range(max(words.start, found.first - _REPORTED_WITHIN), min(words.stop, found.last + _REPORTED_WITHIN))
        if not any(scan.words[each] in self.reported for each in near):
            return None
        before = scan.sentence_at(start - 1)[0] if start and scan.text[start - 1] != "\n" else start
        end = self.sources[index][0].end if index >= 0 else 0
        if before < start and end <= before:
            opening = self.givers.opening(before, start) or self.givers.last_named(before, start, _PEOPLE)
            if opening is not None:
                return opening
        spoken = index >= 0 and scan.paragraph_index(end) == scan.paragraph_index(found.span.start)
        return self.sources[index][1] if spoken else None

    def _speaker(self, found: Found) -> Entity | None:
        """Give the speaker of the words that a number stands in; “Nike added 3%” are no words of Nike's."""
        index = bisect_right(self.sources, found.span.start, key=lambda content: content[0].start) - 1
        if index < 0 or self.sources[index][0].end < found.span.end:
            return self._reported_on(found, index)
        opens = self.sources[index][0].start >= found.span.start and found.first > 0 and not self.scan.gaps[found.first - 1].startswith(",")
        speaker = self.sources[index][1]
        # Where nouns are capital, nobody is called by small letters alone.
        unnamed = self.scan.language.capital_nouns and speaker.name.islower()
        return None if unnamed or (opens and self.scan.flags[found.first - 1] & Flag.MEASURE) else speaker
