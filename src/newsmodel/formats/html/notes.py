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
_MOST_AROUND = 3  # a note names the nearest marks around its own, which the pointer cannot reach where they hold no other words


@frozen
class _Placed:
    """A fact with its kind and its place on the page."""

    kind: str
    place: str
    fact: Fact
    rows: Iterator[Row]
    """What is told of it."""
    about: str | None
    """What tells it from others of its kind."""

    def order(self) -> tuple[int, int, int]:
        """Sort outer facts before those that they hold."""
        return self.fact.span.start, -self.fact.span.end, _RANKS[self.kind]


@frozen
class Notes:
    """What notes are made from."""

    view: View
    places: Mapping[Key, str]
    """Where on the page those are shown who are heard."""

    def marks(self) -> list[Mark]:
        """Give the marks of all facts of the text."""
        open_facts: list[_Placed] = []
        marks: list[Mark] = []
        for placed in sorted(self._placed(), key=_Placed.order):
            open_facts = [outer for outer in open_facts if outer.fact.span.end > placed.fact.span.start]
            around = [outer for outer in open_facts if outer.fact.span.end >= placed.fact.span.end]
            marks.append(self._mark(placed, around[-_MOST_AROUND:]))
            open_facts.append(placed)
        return marks

    def _placed(self) -> Iterator["_Placed"]:
        article = self.view.article
        for i, quote in enumerate(article.quotes, 1):
            yield _Placed("quote", f"q{i}", quote, self._of_quote(quote), quote.speaker.name if quote.speaker else None)
        for i, event in enumerate(article.events, 1):
            yield _Placed("event", f"e{i}", event, self._of_event(event), str(i))
        for i, statistic in enumerate(article.statistics, 1):
            yield from self._placed_statistics(f"s{i}", statistic)
        for i, period in enumerate(article.dates, 1):
            yield _Placed("date", f"d{i}", period, self._of_period(period), period.text)

    def _placed_statistics(self, place: str, statistic: Statistic) -> Iterator["_Placed"]:
        yield _Placed("statistic", place, statistic, self._of_statistic(statistic), statistic.text)
        for i, part in enumerate(statistic.parts, 1):
            yield from self._placed_statistics(f"{place}-{i}", part)

    def _mark(self, placed: "_Placed", around: list["_Placed"]) -> Mark:
        view, kind, place = self.view, placed.kind, placed.place
        rows = [*placed.rows, *(("within", self._named(outer)) for outer in around)]
        lines = [tag("span", tag("span", tag("bdi", view.word(key)), ":", class_="key"), " ", value, class_="row") for key, value in rows]
        title = tag("span", view.word(kind), class_="kind")
        further = self._links(placed.fact)

        def note(**id_: str) -> Html:
            told = tag("span", joined(" ", [title, *lines]), class_="told", **id_)
            return tag("span", told, *further, class_="note", role="note", lang=view.language, dir=direction(view.language), hidden=True)

        number = placed.about if kind == "event" else None
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
        end = Html("</mark>")
        return Mark(
            placed.fact.span,
            _RANKS[kind],
            (first, together(note(id=f"{place}-note"), end)),
            (opening("mark", class_=class_), together(note(), end)),
        )

    def _named(self, placed: "_Placed") -> Html:
        kind = self.view.word(placed.kind)
        return tag("a", kind, *([" ", self.view.said(placed.about)] if placed.about else []), href=f"#{placed.place}")

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
