"""The numbers of the article as a table."""

from collections.abc import Iterator

from newsmodel.formats.html.markup import NOTHING, Html, joined, tag, together
from newsmodel.formats.html.values import amount
from newsmodel.formats.html.view import View
from newsmodel.model import Statistic


def statistics_panel(view: View) -> Html:
    """Show every statistic as a row of a table, its parts in rows below it."""
    if not view.article.statistics:
        return NOTHING
    rows = [row for i, statistic in enumerate(view.article.statistics, 1) for row in _rows(view, f"s{i}", statistic)]
    head = tag("tr", *(tag("th", view.word(key), scope="col") for key in ("value", "counted", "circumstances")))
    table = tag("table", tag("thead", head), tag("tbody", *rows))
    return tag("section", tag("h2", view.word("statistics"), id="statistics"), table, aria_labelledby="statistics", class_="panel")


def _rows(view: View, place: str, statistic: Statistic, depth: int = 0, whole: Statistic | None = None) -> Iterator[Html]:
    number = tag("a", tag("bdi", amount(statistic), dir="ltr"), href=f"#{place}", class_="to-statistic amount")
    of_them = together(tag("span", view.word("of_them"), class_="unseen"), " ") if depth else NOTHING
    what = joined(" ", [view.said(words) for words in (statistic.unit, statistic.measure) if words])
    # What is said of the whole too would hide what differs.
    told = [
        tag("span", tag("span", f"{view.word(key)}: ", class_="key"), view.said(words), class_="row")
        for key, words in _circumstances(statistic).items()
        if whole is None or _circumstances(whole).get(key) != words
    ]
    yield tag(
        "tr",
        tag("th", of_them, number, scope="row"),
        tag("td", what),
        tag("td", *told),
        class_=f"part depth-{min(depth, 3)}" if depth else None,
    )
    for i, part in enumerate(statistic.parts, 1):
        yield from _rows(view, f"{place}-{i}", part, depth + 1, statistic)


def _circumstances(statistic: Statistic) -> dict[str, str]:
    told = {
        "place": statistic.place.name if statistic.place else None,
        "period": statistic.period.text if statistic.period else None,
        "source": statistic.source.name if statistic.source else None,
    }
    return {key: words for key, words in told.items() if words is not None}
