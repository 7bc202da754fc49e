"""Events: the clauses whose happening a text dates."""

import re
from bisect import bisect_left, bisect_right
from datetime import date
from itertools import pairwise

from attrs import define

from newsmodel.facts.comparisons import Comparisons
from newsmodel.facts.entities import Register
from newsmodel.facts.formed import Formed
from newsmodel.facts.language import Flag
from newsmodel.facts.mention import Mention, is_located
from newsmodel.facts.namings import Namings
from newsmodel.facts.opened import opened
from newsmodel.facts.scan import Scan
from newsmodel.model import EntityKind, Event, Period, Span

_CUTS = re.compile(r"[,;:()]|\s[–—-]\s|[–—]")
_SAME = 0.8
_COMPARED_WITHIN = 4
_GOES_ON_WITHIN = 6
_FAR = 2000
_REMEMBERED = 50
_REACH = 80
"""Words before and after a date within which its clause stands: a sentence that has more on one side is a list."""
_DATED_WITHIN = 12
"""Words between a verb and its date: small ones alone are never more."""


@define(eq=False)
class _Segment:
    """A stretch of a sentence between two places where it can be cut."""

    start: int
    end: int
    subordinate: bool
    verb: bool


class Events:
    """Finds the events of one text."""

    def __init__(self, scan: Scan, register: Register, cues: frozenset[int], contents: list[Span]) -> None:
        """Prepare for a text; ``cues`` are the words that report the quotes that were found, ``contents`` what they report, in order."""
        self.scan = scan
        self.register = register
        self.cues = cues
        self.contents = contents
        self._content_starts = [content.start for content in contents]
        words = scan.language.words
        self.openers = scan.language.word_set("words", "clause_openers")
        self.subordinating = scan.language.word_set("events", "subordinating")
        self.moves_verbs = scan.language.moves_verbs
        self.reporting = scan.language.word_set("events", "reporting")
        self.dated_by = scan.language.word_set("dates", "dating")
        self.acts = scan.language.word_set("events", "acts")
        self.ahead = scan.language.word_set("dates", "ahead")
        self.nuances = scan.language.word_set("events", "nuances")
        self.dating = scan.language.word_set("events", "dating")
        self.since = scan.language.word_set("events", "since")
        self.negations = scan.language.word_set("events", "negations")
        self.hitting = scan.language.word_set("events", "hitting")
        self.perfect = scan.language.word_set("events", "perfect")
        self.comparing = scan.language.word_set("events", "comparing")
        self.comparisons = Comparisons(scan)
        self.formed = Formed(scan)
        self.namings = Namings(scan)
        self.being = scan.language.word_set("events", "being")
        self.finite = scan.language.word_set("events", "finite")
        self.progressive = words("events", "progressive")
        self.within = scan.language.word_set("words", "particles_with_article")
        self.been = scan.language.word_set("events", "been")

    def find(self, dates: list[Period]) -> tuple[Event, ...]:
        """Find the events, earliest first."""
        out: list[Event] = []
        told: dict[tuple[date | None, date | None], list[Event]] = {}
        starts = [mention.span.start for mention in self.register.mentions]
        for period in dates:
            if period.start is None or self.namings.holds(period) or self._dates_speech(period):
                continue
            span = self._clause(period)
            before = told.setdefault((period.start, period.end), [])
            if span is None or any(self._is_same(span, other) for other in before[-_REMEMBERED:]):
                continue
            within = self.register.mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            event = self._event(span, period, [mention for mention in within if mention.span.end <= span.end])
            before.append(event)
            out.append(event)
        return tuple(sorted(out, key=_chronological))

    def _event(self, span: Span, period: Period, mentions: list[Mention]) -> Event:
        place = next((mention for mention in mentions if self._is_located(mention)), None)
        actors = dict.fromkeys(self.register.of(mention) for mention in mentions if mention is not place and self._acts(mention))
        return Event(
            text=span.of(self.scan.text),
            when=opened(self.scan, period),
            place=self.register.entity(self.register.of(place)) if place else None,
            participants=tuple(self.register.entity(index) for index in actors),
            span=span,
        )

    def _dates_speech(self, period: Period) -> bool:
        """Tell whether the date belongs to a reporting verb: “he said on Monday”."""
        scan = self.scan
        before = scan.first_from(period.span.start) - 1
        furthest = max(before - _DATED_WITHIN, -1)
        while before > furthest and (scan.flags[before] & (Flag.PREPOSITION | Flag.ADVERB) or scan.words[before] in self.nuances):
            before -= 1
        after = scan.last_before(period.span.end) + 1
        dated = before >= 0 and scan.flags[before] & Flag.PAST and not self._reports(before)
        return self._reports(before) or (not dated and self._reports(after) and scan.gaps[after - 1] == " ")

    def _reports(self, index: int) -> bool:
        """Tell a verb that only reports from one that tells of an act, such as “announced”."""
        if not self.reporting:
            return index in self.cues and not self._is_act(index)
        return 0 <= index < len(self.scan.words) and self.scan.words[index] in self.reporting and not self.scan.capital[index]

    def _is_act(self, index: int) -> bool:
        """Tell “Kern demanded a vote on Monday” from “…”, demanded Kern on Monday, which only attributes what stands before it."""
        scan, first = self.scan, index
        while first > 0 and scan.flags[first - 1] & Flag.AUXILIARY and scan.gaps[first - 1] == " ":
            first -= 1
        return scan.words[index] in self.acts and first > 0 and scan.gaps[first - 1].strip()[-1:] not in (",", "”", "»", '"', "“", "«")

    def _content_of(self, period: Period) -> Span | None:
        """Find the reported words that the date stands in: the event is told inside them."""
        for number in range(bisect_right(self._content_starts, period.span.start) - 1, -1, -1):
            content = self.contents[number]
            if content.end >= period.span.end:
                return content
            if content.end < period.span.start - _FAR:
                break
        return None

    def _clause(self, period: Period) -> Span | None:
        segments = self._segments(period)
        here = next((i for i, segment in enumerate(segments) if segment.start <= period.span.start < segment.end), 0)
        first = last = here
        if self._content_of(period) is None and self._holds_cue(
            segments[here].start, segments[here].end if self.moves_verbs else period.span.start
        ):
            return None
        opens = not self.scan.text[segments[here].start : period.span.start].strip() or self._only_preposition(
            segments[here].start, period.span.start
        )
        if not segments[here].verb:
            first, last = self._widened(segments, here, forward=opens and here == 0)
        if last + 1 < len(segments) and self._is_dating(segments[last + 1]):
            last += 1
        if not any(segment.verb for segment in segments[first : last + 1]):
            return None
        span = self._trimmed(segments[first].start, segments[last].end)
        return None if span is None or self._tells_no_happening(period, span) else span

    def _tells_no_happening(self, period: Period, span: Span) -> bool:
        """Tell a clause that reports, compares or says what is from one in which something happens."""
        scan = self.scan
        words = range(scan.first_from(span.start), scan.first_from(span.end))
        main = next((index for index in words if self._is_verb(index)), words.start)
        at = scan.first_from(period.span.start)
        if self._reports(main) and self.reporting and self._content_of(period) is None:
            return True
        if self.comparisons.holds(at) or any(
            scan.words[index] in self.comparing for index in range(max(at - _COMPARED_WITHIN, words.start), at)
        ):
            return True
        dated_since = at > 0 and scan.words[at - 1] in self.since
        if dated_since and any(scan.words[index] in self.negations for index in range(words.start, at)):
            return True
        if dated_since and not any(scan.words[index] in self.perfect for index in words):
            return scan.starts[at - 1] != scan.sentence_at(period.span.start)[0]
        if self.moves_verbs and scan.words[words[-1]] in self.being and scan.flags[main] & Flag.AUXILIARY:
            # "hatte am 3. Mai bei 40 Euro gelegen"
            return True
        return self._is_state(main, words)

    def _is_state(self, main: int, words: range) -> bool:
        """Tell “it is popular” from “it is built”, and “it was 5%” from “it was open”."""
        scan = self.scan
        if scan.words[main] not in self.being and scan.words[main] not in self.been:
            return False
        if scan.words[main] in self.being and self._is_dated(main, words.stop):
            # "the next hearing is on 5 May"
            return bool(scan.flags[main - 1] & Flag.PRONOUN)
        if any(" ".join(scan.words[index : index + 2]) in self.ahead for index in range(main, min(main + 2, words.stop))):
            # "is projected to slow", "are to begin"
            return False
        near = range(main + 1, min(main + _GOES_ON_WITHIN, words.stop))
        if scan.words[main] in self.been and not scan.flags[main + 1 if main + 1 < len(scan.words) else main] & Flag.ARTICLE:
            return any(scan.words[index][0].isdigit() for index in near) and not any(self._goes_on(index) for index in near)
        return not any(self._goes_on(index) for index in near)

    def _is_dated(self, verb: int, stop: int) -> bool:
        """Tell whether a day follows right behind a verb."""
        scan, at = self.scan, verb + 1
        at += at < stop and scan.words[at] in self.dated_by
        return at < stop and scan.gaps[at - 1] == " " and bool(scan.flags[at] & Flag.DATE)

    def _goes_on(self, index: int) -> bool:
        flags = self.scan.flags[index]
        return self.scan.words[index].endswith(self.progressive) or bool(flags & (Flag.PAST | Flag.FUTURE | Flag.MEASURE))

    def _holds_cue(self, start: int, end: int) -> bool:
        """Tell whether the words before a date report speech, so that the date is that of the report."""
        return any(self._reports(index) for index in range(self.scan.first_from(start), self.scan.first_from(end)))

    def _only_preposition(self, start: int, end: int) -> bool:
        words = range(self.scan.first_from(start), self.scan.first_from(end))
        return all(self.scan.flags[index] & (Flag.PREPOSITION | Flag.ADVERB | Flag.CONJUNCTION) for index in words)

    def _widened(self, segments: list[_Segment], here: int, *, forward: bool) -> tuple[int, int]:
        """Add the neighbours of a segment without a verb until the clause has its main verb."""
        first = last = here
        if forward:
            while last + 1 < len(segments):
                last += 1
                if segments[last].verb and not segments[last].subordinate:
                    return first, last
            last = here
        while first > 0:
            first -= 1
            if segments[first].verb:
                return first, last
        while last + 1 < len(segments):
            last += 1
            if segments[last].verb:
                break
        return first, last

    def _is_dating(self, segment: _Segment) -> bool:
        first = self.scan.first_from(segment.start)
        return first < len(self.scan.words) and self.scan.words[first] in self.dating

    def _segments(self, period: Period) -> list[_Segment]:
        """Cut the sentence of a date at its commas and at the words that open clauses."""
        scan = self.scan
        start, end = scan.sentence_at(period.span.start)
        at = scan.first_from(period.span.start)
        if at > _REACH:
            start = max(start, scan.starts[at - _REACH])
        if at + _REACH < len(scan.words):
            end = min(end, max(scan.starts[at + _REACH], period.span.end))
        content = self._content_of(period)
        if content is not None:
            start, end = max(start, content.start), min(end, content.end)
        cuts = {
            match.start()
            for match in _CUTS.finditer(scan.text, start, end)
            if not period.span.start <= match.start() < period.span.end and not self._in_number(match.start())
        }
        for index in range(scan.first_from(start) + 1, scan.first_from(end)):
            inside = period.span.start <= scan.starts[index] < period.span.end
            # "bis 2031" opens no clause.
            dates = self.moves_verbs and index + 1 < len(scan.words) and scan.starts[index + 1] == period.span.start
            if (
                scan.words[index] in self.openers
                and not (inside or dates)
                and not (scan.words[index - 1] in self.openers and scan.gaps[index - 1] == " ")
            ):
                cuts.add(scan.starts[index])
        edges = [start, *sorted(cut for cut in cuts if start < cut < end), end]
        return self._joined(
            [self._segment(left, right) for left, right in pairwise(edges) if scan.first_from(left) < scan.first_from(right)]
        )

    def _joined(self, segments: list[_Segment]) -> list[_Segment]:
        """Put together what a conjunction joins within one clause: “tensions between the army and the police exploded”."""
        out: list[_Segment] = []
        for segment in segments:
            opener = self.scan.words[self.scan.first_from(segment.start)]
            joins = opener in self.openers and opener not in self.subordinating and self.scan.text[segment.start].isalpha()
            if out and joins and not (out[-1].verb and segment.verb) and self.scan.text[segment.start - 2 : segment.start - 1] != ",":
                before = out.pop()
                out.append(_Segment(before.start, segment.end, before.subordinate, before.verb or segment.verb))
            else:
                out.append(segment)
        return out

    def _in_number(self, at: int) -> bool:
        text = self.scan.text
        return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()

    def _segment(self, start: int, end: int) -> _Segment:
        scan = self.scan
        words = range(scan.first_from(start), scan.first_from(end))
        opener = next((scan.words[index] for index in words), "")
        verb = any(self._is_verb(index) for index in words) or self.formed.any_in(words)
        return _Segment(start, end, opener in self.subordinating, verb)

    def _is_verb(self, index: int) -> bool:
        """Tell a verb from an adjective such as “so-called”, which has an article or preposition before it and its noun behind."""
        scan = self.scan
        described = index > 0 and bool(scan.flags[index - 1] & (Flag.ARTICLE | Flag.PREPOSITION | Flag.DETERMINER))
        # "The three joined a choir" has its object behind it.
        if (
            described
            and index + 1 < len(scan.words)
            and scan.flags[index + 1] & (Flag.ARTICLE | Flag.DETERMINER)
            and scan.gaps[index] == " "
        ):
            described = False
        sure = scan.flags[index] & (Flag.AUXILIARY | Flag.PASSIVE)
        finite = scan.is_finite(index) or (scan.words[index] in self.finite and not scan.capital[index])
        return finite and bool(sure or not described)

    def _trimmed(self, start: int, end: int) -> Span | None:
        text = self.scan.text
        while start < end and text[start] in " ,;:)–—-":
            start += 1
        while end > start and text[end - 1] in " ,;:(–—-.":
            end -= 1
        first = self.scan.first_from(start)
        if (
            start < end
            and self.scan.words[first] in self.openers
            and self.scan.words[first] not in self.subordinating
            and self.scan.starts[first] == start
        ):
            start = self.scan.starts[first + 1]
        return Span(start, end) if start < end else None

    def _is_located(self, mention: Mention) -> bool:
        located = is_located(self.scan, mention, self.hitting)
        return located and self.register.kind(self.register.of(mention)) is EntityKind.PLACE

    def _acts(self, mention: Mention) -> bool:
        kind = self.register.kind(self.register.of(mention))
        if kind is EntityKind.UNKNOWN or self._is_located(mention):
            return False
        return kind is not EntityKind.PLACE or not self._is_part(mention)

    def _is_part(self, mention: Mention) -> bool:
        """Tell the place that only tells which thing is meant: a storm flooded “the port of London”."""
        scan, before = self.scan, mention.first - 2
        if before < 1 or scan.words[before + 1] not in self.within or scan.gap(before) != " ":
            return False
        # "the government of France" acts for it.
        return not scan.capital[before] and not scan.flags[before] & (Flag.ORGANIZATION | Flag.FUNCTION)

    def _is_same(self, span: Span, other: Event) -> bool:
        """Tell whether an event of the same days was told before, in mostly the same words."""
        if span.start < other.span.end and other.span.start < span.end:
            return True
        mine, theirs = self._content(span), self._content(other.span)
        return len(mine & theirs) > _SAME * min(len(mine), len(theirs))

    def _content(self, span: Span) -> set[str]:
        scan = self.scan
        return {
            scan.words[i]
            for i in range(scan.first_from(span.start), scan.first_from(span.end))
            if not scan.flags[i] & (Flag.FUNCTION | Flag.DATE)
        }


def _chronological(event: Event) -> tuple[str, str, int]:
    when = event.when
    return (str(when.start or when.end) if when else "", str(when.end or "") if when else "", event.span.start)
