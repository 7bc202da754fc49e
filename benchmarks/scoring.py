"""Compare facts with annotations: the figures of docs/reference/accuracy.md for the news of benchmarks/news."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar  # Any: annotations, as JSON holds them

from attrs import define, field

from newsmodel import Event, Facts, Period, Quote, QuoteKind, Span, Statistic, extract_facts

_HALF = 0.5
_WEEK = timedelta(days=6)
_WORD = re.compile(r"\w{3,}|[%€$£]")
_EXACT = 1e-9

Row = dict[str, Any]
_F = TypeVar("_F")


@define
class Tally:
    """What was found right, of how much that was found and of how much there is."""

    right: int = 0
    found: int = 0
    there: int = 0

    def add(self, *, right: int, found: int = 1, there: int = 1) -> None:
        """Count one article, or one of those whose number is known and of which only ``right`` is to be told."""
        self.right, self.found, self.there = self.right + right, self.found + found, self.there + there

    @property
    def percent(self) -> float:
        """F1, the harmonic mean of precision and recall; the share that is right, where as many were found as there are."""
        return 200 * self.right / max(self.found + self.there, 1)


@define
class Score:
    """The figures of some articles."""

    quotes: Tally = field(factory=Tally)
    scare: Tally = field(factory=Tally)
    speaker: Tally = field(factory=Tally)
    role: Tally = field(factory=Tally)
    statistics: Tally = field(factory=Tally)
    unit: Tally = field(factory=Tally)
    measure: Tally = field(factory=Tally)
    bound: Tally = field(factory=Tally)
    source: Tally = field(factory=Tally)
    part: Tally = field(factory=Tally)
    events: Tally = field(factory=Tally)
    spans: Tally = field(factory=Tally)
    days: Tally = field(factory=Tally)

    def add(self, article: Row) -> None:
        """Find the facts of an article, and compare them with its annotations."""
        facts = extract_facts(article["text"], article["language"], date.fromisoformat(article["published"]))
        self._add_quotes(article, facts)
        self._add_statistics(article, facts)
        self._add_events(article, facts)
        self._add_dates(article, facts)

    def _add_quotes(self, article: Row, facts: Facts) -> None:
        said = [row for row in article["quotes"] if row["kind"] != "scare"]
        marked = [row for row in article["quotes"] if row["kind"] == "scare"]
        found = [quote for quote in facts.quotes if quote.kind is not QuoteKind.INDIRECT]
        for row in marked:
            self.scare.add(right=not any(_common(quote.span, row) >= _HALF for quote in found))
        pairs = _pairs(said, found, lambda quote, row: _common(quote.span, row) >= _HALF)
        self.quotes.add(right=len(pairs), found=_counted(found, pairs, marked, lambda quote: quote.span), there=len(said))
        for quote, row in pairs:
            self.speaker.add(right=_is_speaker(quote, row))
            if row["role"]:
                self.role.add(right=bool(quote.speaker and _words(quote.speaker.role) & _words(row["role"])))

    def _add_statistics(self, article: Row, facts: Facts) -> None:
        rows, found = article["statistics"], list(_flat(facts.statistics))
        pairs = _pairs(rows, found, lambda each, row: _overlap(each[0].span, row) and _is_value(each[0], row))
        counted = _counted(found, pairs, article["statistics_other"], lambda each: each[0].span)
        self.statistics.add(right=len(pairs), found=counted, there=len(rows))
        for (statistic, whole), row in pairs:
            self.bound.add(right=statistic.bound.value == row["bound"])
            source = statistic.source.name if statistic.source else None
            for tally, told, wanted in (
                (self.unit, statistic.unit, row["unit"]),
                (self.measure, statistic.measure, row["measure"]),
                (self.source, source, row["source"]),
            ):
                if wanted:
                    tally.add(right=bool(_words(told) & _words(wanted)) or not (_words(told) or _words(wanted)))
            if row["part_of"] is not None:
                self.part.add(right=whole is not None and whole.value == rows[row["part_of"]]["value"])

    def _add_events(self, article: Row, facts: Facts) -> None:
        rows, found = article["events"], [event for event in facts.events if event.when and event.when.start and event.when.end]
        pairs = _pairs(
            rows, found, lambda event, row: _overlap(event.span, row) and _days_of(event) == (row["start_date"], row["end_date"])
        )
        counted = _counted(found, pairs, article["events_other"], lambda event: event.span)
        self.events.add(right=len(pairs), found=counted, there=len(rows))

    def _add_dates(self, article: Row, facts: Facts) -> None:
        rows, left_open = article["dates"], article["other"]
        found = [each for each in facts.dates if each.start and each.end]
        spans = _pairs(rows, found, lambda period, row: _overlap(period.span, row))
        days = _pairs(rows, found, lambda period, row: _overlap(period.span, row) and _is_day(period, row))
        counted = _counted(found, spans, left_open, lambda period: period.span)
        self.spans.add(right=len(spans), found=counted, there=len(rows))
        self.days.add(right=len(days), found=counted, there=len(rows))


def scored(articles: Iterable[Row]) -> Score:
    """Give the figures of articles, each a line of benchmarks/news."""
    score = Score()
    for article in articles:
        score.add(article)
    return score


def _pairs(rows: Sequence[Row], found: Sequence[_F], alike: Callable[[_F, Row], bool]) -> list[tuple[_F, Row]]:
    """Pair each annotation with the first fact that is like it and goes with no other."""
    left, out = list(range(len(found))), []
    for row in rows:
        number = next((each for each in left if alike(found[each], row)), None)
        if number is not None:
            left.remove(number)
            out.append((found[number], row))
    return out


def _counted(found: Sequence[_F], pairs: Sequence[tuple[_F, Row]], left_open: Sequence[Row], span_of: Callable[[_F], Span]) -> int:
    """Count what was found, but for what is wrong and lies where the annotations leave it open."""
    right = {id(fact) for fact, _ in pairs}
    return sum(id(fact) in right or not any(_overlap(span_of(fact), row) for row in left_open) for fact in found)


def _flat(statistics: Iterable[Statistic], whole: Statistic | None = None) -> Iterator[tuple[Statistic, Statistic | None]]:
    """Give statistics and their parts, each with what it is a part of."""
    for each in statistics:
        yield each, whole
        yield from _flat(each.parts, each)


def _overlap(span: Span, row: Row) -> bool:
    return bool(span.start < row["end"] and row["start"] < span.end)


def _common(span: Span, row: Row) -> float:
    """Give the common part of two stretches, as a share of both together."""
    common = max(min(span.end, row["end"]) - max(span.start, row["start"]), 0)
    return float(common / (len(span) + row["end"] - row["start"] - common))


def _words(text: str | None) -> set[str]:
    return set(_WORD.findall((text or "").lower()))


def _is_speaker(quote: Quote, row: Row) -> bool:
    if not row["speaker"] or quote.speaker is None:
        return not row["speaker"] and quote.speaker is None
    if quote.speaker_span is not None and row["speaker_start"] is not None:
        place = {"start": row["speaker_start"], "end": row["speaker_end"]}
        if _overlap(quote.speaker_span, place):
            return True
    found, told = (re.findall(r"\w+", name.lower()) for name in (quote.speaker.name, row["speaker"]))
    return bool(found and told) and (found[-1] in told or told[-1] in found)


def _is_value(statistic: Statistic, row: Row) -> bool:
    return bool(abs(statistic.value - row["value"]) <= _EXACT * max(1, abs(row["value"])))


def _days_of(fact: Period | Event) -> tuple[str, str]:
    when = fact if isinstance(fact, Period) else fact.when
    return str(when and when.start), str(when and when.end)


def _is_day(period: Period, row: Row) -> bool:
    first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
    if last - first == _WEEK:
        return period.start is not None and first <= period.start <= last
    return (period.start, period.end) == (first, last)
