"""The marks of the facts in the text, each with a note that tells what was understood."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from newsmodel.formats.html.markup import Html, joined, link, opening, tag, together
from newsmodel.formats.html.people import Key, counted, key_of
from newsmodel.formats.html.spans import Mark
from newsmodel.formats.html.values import days, numbers
from newsmodel.formats.html.view import Fact, View, direction
from newsmodel.model import Bound, Entity, Event, Period, Quote, QuoteKind, Statistic

Row = tuple[str, str]
"""The name of what is told, as a key of the view's words, and its value."""

_RANKS = {"quote": 0, "event": 1, "statistic": 2, "date": 3}


@frozen
class Notes:
    """What notes are made from."""

    view: View
    places: Mapping[Key, str]
    """Where on the page those are shown who are heard."""

    def marks(self) -> list[Mark]:
        """Give the marks of all facts of the text."""
        article = self.view.article
        return [
            *(self._mark("quote", f"q{i}", quote, self._of_quote(quote)) for i, quote in enumerate(article.quotes, 1)),
            *(self._mark("event", f"e{i}", event, self._of_event(event)) for i, event in enumerate(article.events, 1)),
            *(mark for i, statistic in enumerate(article.statistics, 1) for mark in self._of_statistics(f"s{i}", statistic)),
            *(self._mark("date", f"d{i}", period, self._of_period(period)) for i, period in enumerate(article.dates, 1)),
        ]

    def _of_statistics(self, place: str, statistic: Statistic) -> Iterator[Mark]:
        yield self._mark("statistic", place, statistic, self._of_statistic(statistic))
        for i, part in enumerate(statistic.parts, 1):
            yield from self._of_statistics(f"{place}-{i}", part)

    def _mark(self, kind: str, place: str, fact: Fact, rows: Iterator[Row]) -> Mark:
        view = self.view
        lines = [tag("span", tag("span", f"{view.word(key)}:", class_="key"), " ", value, class_="row") for key, value in rows]
        title = tag("span", view.word(kind), class_="kind")
        further = self._links(fact)

        def note(**id_: str) -> Html:
            told = tag("span", joined(" ", [title, *lines]), class_="told", **id_)
            return tag("span", told, *further, class_="note", role="note", lang=view.language, dir=direction(view.language), hidden=True)

        number = place[1:] if kind == "event" else None
        class_ = f"mark {kind}"
        first = opening(
            "mark",
            id=place,
            class_=class_,
            tabindex="0",
            role="group",
            aria_label=view.word(kind) if number is None else f"{view.word(kind)} {number}",
            aria_describedby=f"{place}-note",
            data_number=number,
        )
        again = opening("mark", class_=class_)
        return Mark(
            fact.span,
            _RANKS[kind],
            (first, together(note(id=f"{place}-note"), Html("</mark>"))),
            (again, together(note(), Html("</mark>"))),
        )

    def _links(self, fact: Fact) -> list[Html]:
        url = self.view.on_the_page(fact)
        return [] if url is None else [tag("span", link(url, self.view.word("on_the_page")), class_="row further")]

    def _of_quote(self, quote: Quote) -> Iterator[Row]:
        words = {QuoteKind.DIRECT: "direct", QuoteKind.INDIRECT: "indirect", QuoteKind.MIXED: "mixed"}
        if quote.speaker is None:
            yield "speaker", self.view.word("not_told")
        else:
            yield from self._of_entity("speaker", quote.speaker)
        if quote.cue is not None:
            yield "cue", self.view.said(quote.cue)
        yield "manner", self.view.word(words[quote.kind])

    def _of_entity(self, key: str, entity: Entity) -> Iterator[Row]:
        name = self.view.said(entity.name)
        place = self.places.get(key_of(entity))
        yield key, name if place is None else tag("a", name, href=f"#{place}")
        if entity.role is not None:
            yield "role", self.view.said(entity.role)

    def _of_statistic(self, statistic: Statistic) -> Iterator[Row]:
        view = self.view
        bounds = {Bound.EXACT: "exact", Bound.AT_LEAST: "at_least", Bound.AT_MOST: "at_most", Bound.ABOUT: "about"}
        yield "value", tag("bdi", numbers(statistic), dir="ltr")
        yield "bound", view.word(bounds[statistic.bound])
        for key, words in (("unit", statistic.unit), ("measure", statistic.measure)):
            if words is not None:
                yield key, view.said(words)
        if statistic.parts:
            yield "parts", joined(view.word("comma"), [counted(view, part) for part in statistic.parts])
        if statistic.place is not None:
            yield "place", view.said(statistic.place.name)
        if statistic.period is not None:
            yield "period", self._in_one_line(statistic.period)
        if statistic.source is not None:
            yield from self._of_entity("source", statistic.source)

    def _of_event(self, event: Event) -> Iterator[Row]:
        yield "when", self.view.word("not_told") if event.when is None else self._in_one_line(event.when)
        if event.place is not None:
            yield "place", self.view.said(event.place.name)
        if event.participants:
            yield "participants", joined(self.view.word("comma"), [self.view.said(entity.name) for entity in event.participants])

    def _of_period(self, period: Period) -> Iterator[Row]:
        known = days(self.view, period)
        if known is not None:
            yield "days", known
        if period.edtf is not None:
            yield "edtf", tag("code", period.edtf, dir="ltr")
        if period.duration is not None:
            yield "duration", tag("code", period.duration, dir="ltr")
        if period.approximate:
            yield "exactness", self.view.word("approximate")
        if known is None:
            yield "days", self.view.word("not_fixed")

    def _in_one_line(self, period: Period) -> Html:
        code = period.edtf or period.duration
        words = self.view.said(period.text)
        return words if code is None else together(words, " ", tag("code", code, dir="ltr"))
