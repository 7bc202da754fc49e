"""The events on a line, drawn as SVG, and the same as a list."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from newsmodel.formats.html.markup import NOTHING, Html, tag, together
from newsmodel.formats.html.people import excerpt
from newsmodel.formats.html.values import days
from newsmodel.formats.html.view import View
from newsmodel.model import Event

_WIDTH, _EDGE = 340, 16
_RADIUS = 10
_ROW = 2 * _RADIUS + 4
_BELOW = 30  # room for the line and its dates
_DATE_WIDTH = 84


@frozen
class _Point:
    """An event on the line: its number, where its days begin and end, and how far above the line it stands."""

    number: int
    left: int
    right: int
    row: int


def timeline_panel(view: View) -> Html:
    """Show the events: drawn where days are known, and listed in any case."""
    events = view.article.events
    if not events:
        return NOTHING
    listed = tag("ol", *(_listed(view, number, event) for number, event in enumerate(events, 1)), class_="events")
    drawn = _drawn(view, events)
    return tag("section", tag("h2", view.word("events"), id="events"), drawn, listed, aria_labelledby="events", class_="panel")


def _listed(view: View, number: int, event: Event) -> Html:
    sign = tag("span", str(number), class_="number", aria_hidden="true")
    when = days(view, event.when) if event.when is not None else None
    head = tag("span", view.word("undated") if when is None else when, class_="when")
    place = together(" ", tag("span", view.said(event.place.name), class_="role")) if event.place is not None else NOTHING
    return tag("li", sign, head, place, tag("a", view.said(excerpt(event.text)), href=f"#e{number}", class_="to-event"))


def _ends(event: Event) -> tuple[date, date] | None:
    if event.when is None:
        return None
    start, end = event.when.start or event.when.end, event.when.end or event.when.start
    return None if start is None or end is None else (start, end)


def _drawn(view: View, events: Sequence[Event]) -> Html:
    dated = [(number, ends) for number, event in enumerate(events, 1) if (ends := _ends(event)) is not None]
    if not dated:
        return NOTHING
    first, last = min(start for _, (start, _) in dated), max(end for _, (_, end) in dated)
    length = (last - first).days
    room = _WIDTH - 2 * _EDGE
    leftward = view.dir == "rtl"

    def across(when: date) -> int:
        along = (when - first).days / length if length else 0.5
        return _EDGE + round(room * (1 - along if leftward else along))

    points = _placed([(number, min(across(start), across(end)), max(across(start), across(end))) for number, (start, end) in dated])
    line = _ROW * (1 + max(point.row for point in points)) + 2
    ticks = _labelled(sorted({(across(day), day) for _, ends in dated for day in ends}))
    # The list beside it tells the same in words.
    title = view.word("timeline_of", number=len(dated), first=first.isoformat(), last=last.isoformat())
    return tag(
        "svg",
        tag("title", title, id="timeline-title"),
        tag("line", x1=4, x2=_WIDTH - 4, y1=line, y2=line, class_="axis"),
        *(_tick(x, label, line) for x, label in ticks),
        *(_stem(point, line) for point in points),
        *(_dot(point, line) for point in points),
        viewBox=f"0 0 {_WIDTH} {line + _BELOW}",
        role="img",
        aria_labelledby="timeline-title",
        class_="timeline",
    )


def _placed(stretches: list[tuple[int, int, int]]) -> list[_Point]:
    """Give each event the lowest row in which it covers no other."""
    taken: list[int] = []  # how far each row is taken
    points: list[_Point] = []
    for number, left, right in sorted(stretches, key=lambda stretch: (stretch[1], stretch[0])):
        row = next((row for row, end in enumerate(taken) if left - _RADIUS - 1 > end), len(taken))
        taken[row : row + 1] = [max(right, left + _RADIUS)]
        points.append(_Point(number, left, right, row))
    return points


def _labelled(days: list[tuple[int, date]]) -> list[tuple[int, str]]:
    """Write the dates that have room, both ends of the line first."""
    kept = [days[0]]
    for x, day in days[1:-1]:
        if x - kept[-1][0] >= _DATE_WIDTH and days[-1][0] - x >= _DATE_WIDTH:
            kept.append((x, day))
    if days[-1][0] - days[0][0] >= _DATE_WIDTH:
        kept.append(days[-1])
    labels = {x: day.isoformat() for x, day in kept}
    return [(x, labels.get(x, "")) for x in dict.fromkeys(x for x, _ in days)]


def _tick(x: int, label: str, line: int) -> Html:
    half = _DATE_WIDTH // 2
    anchor = "start" if x < half else "end" if x > _WIDTH - half else "middle"
    place = {"start": 2, "end": _WIDTH - 2}.get(anchor, x)
    mark = tag("line", x1=x, x2=x, y1=line - 4, y2=line + 4, class_="axis")
    return together(mark, tag("text", label, x=place, y=line + 20, text_anchor=anchor, direction="ltr", class_="date")) if label else mark


def _height(point: _Point, line: int) -> int:
    return line - _RADIUS - 6 - point.row * _ROW


def _stem(point: _Point, line: int) -> Html:
    y = _height(point, line)
    stem = tag("line", x1=point.left, x2=point.left, y1=y + _RADIUS, y2=line, class_="stem")
    return together(stem, tag("line", x1=point.left, x2=point.right, y1=y, y2=y, class_="bar")) if point.right > point.left else stem


def _dot(point: _Point, line: int) -> Html:
    y = _height(point, line)
    dot = tag("circle", cx=point.left, cy=y, r=_RADIUS, class_="dot")
    return together(dot, tag("text", str(point.number), x=point.left, y=y + 4, text_anchor="middle", class_="dot-number"))
