"""Where and when a number holds: the place and the date that stand in its own clause."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from attrs import define, evolve

from newsmodel.facts.comparisons import Comparisons
from newsmodel.facts.language import Flag
from newsmodel.facts.mention import Mention, is_located
from newsmodel.facts.opened import opened
from newsmodel.facts.scan import Scan
from newsmodel.model import Entity, EntityKind, Period, Span

_CUTS = re.compile(r"[,;:()\n]|\s[–—-]\s|[–—]")
_NEIGHBOURS = 6
"""So many pieces of a sentence on either side of a number can belong to its clause."""
_NEAREST = 8
"""So many dates or places on either side of a number are looked at."""
_DATED_WITHIN = 5
"""So many words may stand between a reporting verb and its date."""


@define(eq=False)
class _Piece:
    """A stretch of a sentence between two commas or conjunctions."""

    start: int
    end: int
    verb: bool
    """Whether a finite verb stands in it."""
    aside: bool
    """Whether it only says more of what stands before it: “who was arrested in Geneva”, “founded in 1999”, “from 2.3% a month earlier”."""
    report: bool
    """Whether it only tells who reports the rest."""
    reported: int | None = None
    """Where a verb of report stands in it."""
    told: int | None = None
    """Where the word stands that opens what is reported: “that”."""
    sure: bool = False
    """Whether the verb of report does nothing but report."""


_VERB = Flag.VERB
_SURE = Flag.AUXILIARY | Flag.PASSIVE
_DESCRIBED = Flag.ARTICLE | Flag.PREPOSITION | Flag.DETERMINER


class Circumstances:
    """Finds the place and the period of the numbers of one text."""

    def __init__(self, scan: Scan, mentions: list[Mention], dates: list[Period], places: dict[int, Entity]) -> None:
        """Prepare for a text; ``places`` are the entities of place names by where they start."""
        self.scan = scan
        self.dates = dates
        self._date_starts = [period.span.start for period in dates]
        words = scan.language.word_set
        hitting = words("events", "hitting")
        self.openers = words("words", "clause_openers")
        self.reporting = words("events", "reporting") | words("statistics", "attributing")
        self.finite = words("events", "finite")
        self.complementizers = words("quotes", "complementizers")
        self.asides = words("statistics", "asides") | words("pronouns", "relative")
        self.comparisons = Comparisons(scan)
        self.located = [
            mention
            for mention in mentions
            if mention.span.start in places and mention.kind is EntityKind.PLACE and is_located(scan, mention, hitting)
        ]
        self._located_starts = [mention.span.start for mention in self.located]
        self.places = places
        self._sentence = -1
        self._last: tuple[Span | None, list[tuple[int, int]]] = (None, [])
        self._pieces: list[_Piece] = []
        self._starts: list[int] = []

    def place(self, span: Span) -> Entity | None:
        """Give the place that the clause of a number names: the first after the number, else the nearest before it."""
        found = [
            self.located[index] for index in self._near(span, self._located_starts) if not self._is_of_report(self.located[index].span)
        ]
        after = [mention for mention in found if mention.span.start >= span.end]
        chosen = after[0] if after else (found[-1] if found else None)
        if chosen is None or chosen.span.of(self.scan.text) == span.of(self.scan.text):
            return None
        return self.places[chosen.span.start]

    def period(self, span: Span) -> Period | None:
        """Give the date that the clause of a number names, the nearest where it names several."""
        found = [self.dates[index] for index in self._near(span, self._date_starts) if not self._is_of_report(self.dates[index].span)]
        found = [period for period in found if not self.comparisons.is_of_former(period.span, span)]
        nearest = min(found, key=lambda period: max(period.span.start - span.end, span.start - period.span.end), default=None)
        return nearest and opened(self.scan, nearest)

    def _near(self, span: Span, starts: list[int]) -> Iterator[int]:
        """Give those of some sorted places that the clause of a number holds and that stand nearest to it, in order."""
        if not starts:
            return
        first, stop = self.scan.sentence_at(span.start)
        low = bisect_left(starts, first)
        if low == len(starts) or starts[low] >= stop:
            return
        here = bisect_left(starts, span.start)
        if self._last[0] != span:
            self._last = (span, self._clause(span))
        for start, end in self._last[1]:
            low, high = bisect_left(starts, start), bisect_left(starts, end)
            yield from range(max(low, here - _NEAREST), min(high, here + _NEAREST))

    def _clause(self, span: Span) -> list[tuple[int, int]]:
        """Give the stretches of the sentence that belong to the clause of a number, in order."""
        self._cut(span.start)
        here = bisect_right(self._starts, span.start) - 1
        piece = self._pieces[here]
        start = self._after_report(piece, span.start)
        chosen = [(start, piece.end)]
        if piece.aside:
            return chosen
        verb = piece.verb
        left = range(here - 1, max(here - 1 - _NEIGHBOURS, -1), -1) if start == piece.start else range(0)
        right = range(here + 1, min(here + 1 + _NEIGHBOURS, len(self._pieces)))
        for side in (right, left) if self._goes_on_behind(piece, right) else (left, right):
            added, verb = self._added(side, verb=verb)
            chosen += added
        return sorted(chosen)

    def _goes_on_behind(self, piece: _Piece, right: range) -> bool:
        """Tell a subject whose verb follows an insertion: “40 people, among them a child, died”."""
        return not piece.verb and any(self._pieces[index].verb and not self._pieces[index].report for index in right)

    def _added(self, side: range, *, verb: bool) -> tuple[list[tuple[int, int]], bool]:
        """Take the neighbours on one side, until one has a verb of its own beside that of the clause."""
        added = []
        for index in side:
            piece = self._pieces[index]
            if piece.aside or piece.report:
                continue
            if piece.verb and verb:
                break
            verb = verb or piece.verb
            added.append((self._after_report(piece, piece.end), piece.end))
        return added, verb

    def _after_report(self, piece: _Piece, before: int) -> int:
        """Give where the words begin that a report in the same piece opens: “The Red Cross said on Tuesday that | 40 people died”."""
        if piece.reported is None or piece.reported >= before:
            return piece.start
        if piece.told is not None and piece.told < before:
            return piece.told
        return piece.reported if piece.sure else piece.start

    def _is_of_report(self, span: Span) -> bool:
        """Tell a date or place right behind a reporting verb: “said on Tuesday”."""
        scan = self.scan
        before = scan.first_from(span.start) - 1
        nearest = max(before - _DATED_WITHIN, 0)
        while (
            before >= nearest
            and scan.flags[before] & (Flag.PREPOSITION | Flag.ADVERB | Flag.ARTICLE | Flag.DATE)
            and not self._reports(before)
        ):
            before -= 1
        return before >= 0 and self._reports(before)

    def _reports(self, index: int) -> bool:
        scan = self.scan
        return (scan.flags[index] & _VERB != 0 or scan.words[index] in self.reporting) and not scan.capital[index]

    def _cut(self, position: int) -> None:
        """Cut the sentence at a position into pieces, once for all numbers of the sentence."""
        scan = self.scan
        start, end = scan.sentence_at(position)
        if start == self._sentence:
            return
        self._sentence = start
        cuts = {match.start() for match in _CUTS.finditer(scan.text, start, end) if not self._is_within(match.start())}
        edges = [start, *sorted(cut for cut in cuts if start < cut < end), end]
        self._pieces = [piece for left, right in pairwise(edges) for piece in self._coordinated(left, right)]
        asides = [index for index, piece in enumerate(self._pieces) if piece.aside]
        if asides and not any(piece.verb and not piece.aside and not piece.report for piece in self._pieces):
            # "25 people, among them a child, died in Peru"
            last = self._pieces[asides[-1]]
            if last.verb and not self._is_relative(scan.first_from(last.start)):
                self._pieces[asides[-1]] = evolve(last, aside=False)
        self._starts = [piece.start for piece in self._pieces]

    def _is_within(self, at: int) -> bool:
        """Tell a comma of a date or of a number."""
        text = self.scan.text
        if text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
            return True
        index = bisect_right(self._date_starts, at) - 1
        return index >= 0 and at < self.dates[index].span.end

    def _coordinated(self, start: int, end: int) -> Iterator[_Piece]:
        """Cut a piece at the words that open clauses, where both sides have a verb."""
        scan = self.scan
        begin, verb = start, False
        words = range(scan.first_from(start), scan.first_from(end))
        opener = None
        compared = False
        for index in words:
            word = scan.words[index]
            if word in self.comparisons.words and index > words.start and self.comparisons.opens(index):
                yield self._piece(begin, scan.starts[index], verb=verb, compared=compared)
                begin, verb, opener, compared = scan.starts[index], False, None, True
            if verb and word in self.openers and index > words.start:
                opener = index
            if self._is_verb(index):
                if opener is not None:
                    yield self._piece(begin, scan.starts[opener], verb=True, compared=compared)
                    begin, opener, compared = scan.starts[opener], None, False
                verb = True
        yield self._piece(begin, end, verb=verb, compared=compared or (bool(words) and self.comparisons.opens(words.start)))

    def _piece(self, start: int, end: int, *, verb: bool, compared: bool) -> _Piece:
        scan = self.scan
        words = range(scan.first_from(start), scan.first_from(end))
        aside = compared or (verb and start > self._sentence and self._opens_aside(words.start))
        report = next((index for index in words if self._reports(index)), None)
        if report is None:
            return _Piece(start, end, verb, aside, report=False)
        behind = range(report + 1, words.stop)
        told = next((index for index in behind if scan.words[index] in self.complementizers), None)
        # "police said on Tuesday" tells of nothing else, "police said that two men died" does.
        only = told is None and not any(scan.flags[index] & (Flag.MEASURE | Flag.NUMBER) and not self._reports(index) for index in behind)
        return _Piece(
            start,
            end,
            verb,
            aside,
            report=only and not aside,
            reported=scan.starts[report],
            told=None if told is None else scan.starts[told],
            sure=scan.words[report] in self.reporting,
        )

    def _opens_aside(self, first: int) -> bool:
        """Tell what begins a relative or participial clause; “killing 40” goes on with what happens."""
        scan = self.scan
        if self._is_relative(first):
            return True
        if scan.flags[first] & (Flag.AUXILIARY | Flag.PASSIVE | Flag.VERB) or scan.words[first] in self.openers:
            return False
        # A participle right behind a comma, with a preposition or nothing of its own: "founded in 1999", "arrested in Geneva".
        follower = first + 1
        led = follower < len(scan.words) and bool(scan.flags[follower] & Flag.PREPOSITION)
        return led and scan.is_finite(first) and bool(scan.flags[first] & (Flag.PAST | Flag.MEASURE))

    def _is_relative(self, first: int) -> bool:
        """Tell “die 1999 entstand” from “die Polizei”."""
        scan = self.scan
        return scan.words[first] in self.asides and not (scan.flags[first] & Flag.ARTICLE and scan.capital[first + 1 : first + 2] == [True])

    def _is_verb(self, index: int) -> bool:
        """Tell a finite verb; an adjective such as “wounded” stands right behind an article, preposition or number."""
        scan = self.scan
        if not scan.is_finite(index) and (scan.words[index] not in self.finite or scan.capital[index]):
            return False
        return scan.flags[index] & _SURE != 0 or index == 0 or not scan.flags[index - 1] & _DESCRIBED
