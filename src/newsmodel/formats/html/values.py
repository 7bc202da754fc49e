"""Numbers, days and times, written for readers."""

from datetime import date, datetime, timedelta

from newsmodel.formats.html.markup import Html, joined, tag
from newsmodel.formats.html.view import View
from newsmodel.model import Bound, Period, Statistic

_SIGNS = {Bound.EXACT: "", Bound.AT_LEAST: "≥ ", Bound.AT_MOST: "≤ ", Bound.ABOUT: "≈ "}
_THIN = "\u202f"


def number(value: float) -> str:
    """Write a number with its thousands apart.

    >>> number(1234567), number(20), number(0.5)
    ('1\u202f234\u202f567', '20', '0.5')
    """
    whole, point, rest = repr(value).partition(".")
    digits = whole.lstrip("-")
    if not digits.isdigit() or len(digits) < len("10000"):
        return f"{whole}{point}{rest}"
    return f"{whole[: len(whole) - len(digits)]}{f'{int(digits):,}'.replace(',', _THIN)}{point}{rest}"


def amount(statistic: Statistic) -> str:
    """Write the number of a statistic with its bound and its range.

    >>> from newsmodel import Span
    >>> amount(Statistic(value=5, high=7, bound=Bound.ABOUT, text="about 5 to 7", span=Span(0, 12)))
    '≈ 5–7'
    """
    return f"{_SIGNS[statistic.bound]}{numbers(statistic)}"


def numbers(statistic: Statistic) -> str:
    """Write the number of a statistic, or both ends of its range."""
    return number(statistic.value) if statistic.high is None else f"{number(statistic.value)}–{number(statistic.high)}"


def day(view: View, when: date) -> Html:
    """Write a day."""
    words = view.word("day", day=when.day, month=view.month(when.month), year=when.year)
    return tag("time", words, datetime=when.isoformat())


def moment(view: View, when: date) -> Html:
    """Write a day, or a time with its offset from UTC."""
    if not isinstance(when, datetime):
        return day(view, when)
    words = view.word("day", day=when.day, month=view.month(when.month), year=when.year)
    clock = f"{when:%H:%M}"
    offset = when.utcoffset()
    zone = "" if offset is None else f" {_offset(offset)}"
    return tag("time", f"{words}{view.word('comma')}", tag("bdi", f"{clock}{zone}", dir="ltr"), datetime=when.isoformat(timespec="seconds"))


def _offset(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return "UTC" if not minutes else f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")


def days(view: View, period: Period) -> Html | None:
    """Write the days of a period, as far as they are known."""
    if period.start is None and period.end is None:
        return None
    if period.start == period.end and period.start is not None:
        return day(view, period.start)
    return joined(" – ", ["…" if side is None else day(view, side) for side in (period.start, period.end)])
