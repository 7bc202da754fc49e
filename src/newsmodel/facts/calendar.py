"""The units of the calendar, the pieces of a calendar expression, and what it is counted from."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from attrs import define, frozen
from dateutil.relativedelta import relativedelta

Days = tuple[date | None, date | None, str | None]

UNKNOWN: Days = (None, None, None)
UNITS = ("minute", "hour", "day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade")
"""The units of the calendar that a language file can name."""
PIECES = (
    "day",
    "from_day",
    "month",
    "from_month",
    "number",
    "year",
    "from_year",
    "weekday",
    "n",
    "unit",
    "season",
    "ordinal",
    "quarter",
    "short",
    "holiday",
)
"""The pieces that a pattern of a language file can hold in braces."""
_DURATIONS = {"day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y", "hour": "PT{}H", "minute": "PT{}M"}
_MONTHS_A_SEASON = 3


@frozen(kw_only=True)
class Anchor:
    """What is known of the time of a text."""

    published: date | None = None
    """The day of publication: “yesterday” and “the last 12 days” count from it."""

    around: date | None = None
    """A day near the publication, such as that of the newest tweet on the page: it tells the year of “10th September”, and no more."""

    @property
    def reference(self) -> date | None:
        """The best known day near the publication."""
        return self.published or self.around


@define(kw_only=True, eq=False)
class Pieces:
    """What a calendar expression printed."""

    day: int | None = None
    from_day: int | None = None
    from_month: int | None = None
    month: int | None = None
    year: int | None = None
    from_year: int | None = None
    weekday: int | None = None
    count: int | None = None
    """Number of units; 0 for a number that is not told, as in “a few days”."""
    unit: str | None = None
    season: tuple[int, int] | None = None
    shift: int = 0
    _tense: int | Callable[[], int] = 0
    previous: tuple[date, date] | None = None
    """First and last day of the date that the text gave before this one."""
    feast: tuple[int, ...] = ()
    """Rule that gives the day of a feast in a year."""

    @property
    def tense(self) -> int:
        """Side on which the tense of the sentence puts an incomplete date: -1 past, 1 future, 0 not told.

        It is read only where it is asked for.
        """
        return self._tense if isinstance(self._tense, int) else self._tense()


def safe(year: int, month: int, day: int) -> date | None:
    """Give a day; ``None`` where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """Give the days of a month."""
    first = safe(year, month, 1)
    return (first, first.replace(day=calendar.monthrange(year, month)[1]), None) if first else UNKNOWN


def years_days(first: int, last: int) -> Days:
    """Give the days of a run of years."""
    start, end = safe(first, 1, 1), safe(last, 12, 31)
    return (start, end, None) if start and end else UNKNOWN


def quarter(year: int, number: int) -> Days:
    """Give the days of a quarter of a year."""
    first = safe(year, (number - 1) * _MONTHS_A_SEASON + 1, 1)
    return (first, month_days(year, number * _MONTHS_A_SEASON)[1], None) if first else UNKNOWN


def unit_days(unit: str, day: date) -> Days:
    """Give the days of the unit of the calendar that holds a day; weeks run from Monday to Sunday."""
    match unit:
        case "day" | "hour" | "minute":
            return day, day, None
        case "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6), None
        case "weekend":
            saturday = day + timedelta(days=5 - day.weekday())
            return saturday, saturday + timedelta(days=1), None
        case "month":
            return month_days(day.year, day.month)
        case "quarter":
            return quarter(day.year, (day.month - 1) // _MONTHS_A_SEASON + 1)
        case "year":
            return years_days(day.year, day.year)
        case "decade":
            return years_days(day.year // 10 * 10, day.year // 10 * 10 + 9)
    return UNKNOWN


def _step(unit: str, count: int) -> relativedelta:
    match unit:
        case "week" | "weekend":
            return relativedelta(weeks=count)
        case "fortnight":
            return relativedelta(weeks=2 * count)
        case "month":
            return relativedelta(months=count)
        case "quarter":
            return relativedelta(months=3 * count)
        case "year":
            return relativedelta(years=count)
        case "decade":
            return relativedelta(years=10 * count)
        case "hour" | "minute":
            return relativedelta()
    return relativedelta(days=count)


def moved(day: date, unit: str, count: int) -> date | None:
    """Move a day by so many units; ``None`` where that leaves the calendar."""
    try:
        return day + _step(unit, count)
    except (ValueError, OverflowError):
        return None


def duration(unit: str | None, count: int | None) -> str | None:
    """Write a length of time in ISO 8601; ``None`` where its number is not told."""
    if not count or unit is None:
        return None
    factor = {"fortnight": ("week", 2), "decade": ("year", 10), "quarter": ("month", 3)}.get(unit, (unit, 1))
    form = _DURATIONS.get(factor[0])
    return form.format(count * factor[1]) if form else None
