"""From the pieces of a calendar expression to its days.

Every meaning takes the pieces that were printed and the :class:`Anchor` that the page gives, and answers with
first day, last day and duration; what nothing fixes stays ``None``.
"""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from attrs import frozen
from dateutil.relativedelta import MO, relativedelta

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
)
"""The pieces that a pattern of a language file can hold in braces."""
_DURATIONS = {"day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y", "hour": "PT{}H", "minute": "PT{}M"}
_MONTHS_A_SEASON = 3
_HOURS_A_DAY = 24
_FIRST_DECADE_THAT_ENDS_ALIKE = 2000
"""Until here “the 1900s” is a century, as decades that end in 00 have other names; “the 2000s” is the decade."""


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


@frozen(kw_only=True)
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
    tense: int = 0
    """Side on which the tense of the sentence puts an incomplete date: -1 past, 1 future, 0 not told."""
    previous: date | None = None
    """The last date that the text gave before this one."""


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """Give the days of a month."""
    first = _safe(year, month, 1)
    return (first, first.replace(day=calendar.monthrange(year, month)[1]), None) if first else UNKNOWN


def years_days(first: int, last: int) -> Days:
    """Give the days of a run of years."""
    start, end = _safe(first, 1, 1), _safe(last, 12, 31)
    return (start, end, None) if start and end else UNKNOWN


def unit_days(unit: str, day: date) -> Days:
    """Give the days of the unit of the calendar that holds a day; weeks run from Monday to Sunday."""
    match unit:
        case "day" | "hour" | "minute":
            return day, day, None
        case "week":
            monday = day + relativedelta(weekday=MO(-1))
            return monday, monday + timedelta(days=6), None
        case "weekend":
            saturday = day + relativedelta(weekday=MO(-1)) + timedelta(days=5)
            return saturday, saturday + timedelta(days=1), None
        case "month":
            return month_days(day.year, day.month)
        case "quarter":
            return _quarter(day.year, (day.month - 1) // _MONTHS_A_SEASON + 1)
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


def _moved(day: date, unit: str, count: int) -> date | None:
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


def _nearest(candidates: list[date], reference: date, tense: int) -> date | None:
    """Take the candidate nearest to the reference, on the side that the tense tells."""
    sided = [day for day in candidates if tense * (day - reference).days >= 0] or candidates
    return min(sided, key=lambda day: abs((day - reference).days), default=None)


def _one(day: date | None) -> Days:
    return (day, day, None) if day else UNKNOWN


def _date(pieces: Pieces, anchor: Anchor) -> Days:
    if pieces.day is None or pieces.month is None:
        return UNKNOWN
    if pieces.year is not None:
        return _one(_safe(pieces.year, pieces.month, pieces.day))
    if anchor.reference is None:
        return UNKNOWN
    year = anchor.reference.year
    candidates = [day for each in (year - 1, year, year + 1) if (day := _safe(each, pieces.month, pieces.day))]
    return _one(_nearest(candidates, anchor.reference, 0))


def _days(pieces: Pieces, anchor: Anchor) -> Days:
    end = _date(pieces, anchor)[0]
    start = _safe(end.year, end.month, pieces.from_day) if end and pieces.from_day else None
    return (start, end, None) if start and end and start <= end else UNKNOWN


def _range(pieces: Pieces, anchor: Anchor) -> Days:
    """From a day or month to a later one: the year stands once, at the end, or nowhere."""
    if pieces.month is None or pieces.from_month is None:
        return UNKNOWN
    whole = pieces.day is None
    last = _month(pieces, anchor) if whole else _date(pieces, anchor)
    if last[0] is None:
        return UNKNOWN
    year = last[0].year - (pieces.from_month > pieces.month)
    first = month_days(year, pieces.from_month) if whole else _one(_safe(year, pieces.from_month, pieces.from_day or 0))
    return (first[0], last[1], None) if first[0] and last[1] and first[0] <= last[1] else UNKNOWN


def _month(pieces: Pieces, anchor: Anchor) -> Days:
    if pieces.month is None:
        return UNKNOWN
    if pieces.year is not None:
        return month_days(pieces.year, pieces.month)
    if anchor.reference is None:
        return UNKNOWN
    year, here = anchor.reference.year, anchor.reference.replace(day=1)
    first = _nearest([date(each, pieces.month, 1) for each in (year - 1, year, year + 1)], here, pieces.tense or -1)
    return month_days(first.year, first.month) if first else UNKNOWN


def _month_of_year(pieces: Pieces, anchor: Anchor) -> Days:
    if anchor.published is None or pieces.month is None:
        return UNKNOWN
    return month_days(anchor.published.year + pieces.shift, pieces.month)


def _month_on_side(pieces: Pieces, anchor: Anchor, side: int) -> Days:
    if anchor.reference is None or pieces.month is None:
        return UNKNOWN
    year = anchor.reference.year
    here = anchor.reference.replace(day=1)
    found = [day for each in (year - 1, year, year + 1) if side * ((day := date(each, pieces.month, 1)) - here).days > 0]
    first = min(found, key=lambda day: abs((day - here).days), default=None)
    return month_days(first.year, first.month) if first else UNKNOWN


def _weekday(pieces: Pieces, anchor: Anchor, side: int | None = None) -> Days:
    if anchor.published is None or pieces.weekday is None:
        return UNKNOWN
    here = anchor.published
    ahead = (pieces.weekday - here.weekday()) % 7
    if side is None:
        if ahead == 0:
            return _one(here)
        return _one(here + timedelta(days=ahead if pieces.tense > 0 else ahead - 7))
    return _one(here + timedelta(days=(ahead or 7) if side > 0 else ahead - 7))


def _year(pieces: Pieces, _anchor: Anchor) -> Days:
    return years_days(pieces.year, pieces.year) if pieces.year is not None else UNKNOWN


def _years(pieces: Pieces, _anchor: Anchor) -> Days:
    if pieces.year is None or pieces.from_year is None or pieces.from_year > pieces.year:
        return UNKNOWN
    return years_days(pieces.from_year, pieces.year)


def _decade(pieces: Pieces, _anchor: Anchor) -> Days:
    if pieces.year is None or pieces.year % 10:
        return UNKNOWN
    return years_days(pieces.year, pieces.year + (99 if pieces.year % 100 == 0 and pieces.year < _FIRST_DECADE_THAT_ENDS_ALIKE else 9))


def _shift(pieces: Pieces, anchor: Anchor) -> Days:
    if anchor.published is None or pieces.unit is None:
        return UNKNOWN
    day = _moved(anchor.published, pieces.unit, pieces.shift)
    return unit_days(pieces.unit, day) if day else UNKNOWN


def _weekend(pieces: Pieces, anchor: Anchor) -> Days:
    if anchor.published is None:
        return UNKNOWN
    start, end, _ = unit_days("weekend", anchor.published)
    if start and end and pieces.tense <= 0 and start > anchor.published:
        return start - timedelta(days=7), end - timedelta(days=7), None
    return start, end, None


def _ago(pieces: Pieces, anchor: Anchor) -> Days:
    if anchor.published is None or not pieces.count or pieces.unit is None:
        return UNKNOWN
    day = _moved(anchor.published, pieces.unit, -pieces.count)
    return unit_days(pieces.unit, day) if day else UNKNOWN


def _run(pieces: Pieces, anchor: Anchor, side: int) -> Days:
    """The last or the next so many units: that many days, the day of publication among them."""
    length = duration(pieces.unit, pieces.count)
    if anchor.published is None or not pieces.count or pieces.unit is None:
        return None, None, length
    far = _moved(anchor.published, pieces.unit, side * pieces.count)
    if far is None:
        return None, None, length
    if pieces.unit in ("hour", "minute"):
        # Hours before or after an hour that is not known can reach into the day beside.
        days = timedelta(days=-(-pieces.count // _HOURS_A_DAY) if pieces.unit == "hour" else 0)
        return (anchor.published - days, anchor.published, length) if side < 0 else (anchor.published, anchor.published + days, length)
    return (far + timedelta(days=1), anchor.published, length) if side < 0 else (anchor.published, far - timedelta(days=1), length)


def _from_previous(pieces: Pieces, _anchor: Anchor, side: int) -> Days:
    """So many units after the date before: a number that is not told fixes nothing, except within the same day."""
    length = duration(pieces.unit, pieces.count)
    if pieces.previous is None or pieces.unit is None:
        return None, None, length
    if not pieces.count and pieces.unit not in ("hour", "minute"):
        return None, None, length
    day = _moved(pieces.previous, pieces.unit, side * (pieces.count or 0))
    return (*unit_days(pieces.unit, day)[:2], length) if day else UNKNOWN


def _sequel(pieces: Pieces, _anchor: Anchor) -> Days:
    """A fixed step from the date before: “the next day”."""
    if pieces.previous is None or pieces.unit is None:
        return UNKNOWN
    day = _moved(pieces.previous, pieces.unit, pieces.shift)
    return unit_days(pieces.unit, day) if day else UNKNOWN


def _quarter(year: int, number: int) -> Days:
    first = _safe(year, (number - 1) * _MONTHS_A_SEASON + 1, 1)
    return (first, month_days(year, number * _MONTHS_A_SEASON)[1], None) if first else UNKNOWN


def _quarter_of(pieces: Pieces, anchor: Anchor) -> Days:
    year = pieces.year or (anchor.published.year if anchor.published else None)
    return _quarter(year, pieces.count) if year and pieces.count and pieces.count <= 4 else UNKNOWN  # noqa: PLR2004 -- four quarters a year


def _half_of(pieces: Pieces, anchor: Anchor) -> Days:
    year = pieces.year or (anchor.published.year if anchor.published else None)
    if not year or pieces.count not in (1, 2):
        return UNKNOWN
    return month_days(year, 1 if pieces.count == 1 else 7)[0], month_days(year, 6 if pieces.count == 1 else 12)[1], None


def _first_units(pieces: Pieces, anchor: Anchor) -> Days:
    year = pieces.year or (anchor.published.year if anchor.published else None)
    start = _safe(year, 1, 1) if year else None
    if start is None or not pieces.count or pieces.unit is None or pieces.unit in ("hour", "minute"):
        return UNKNOWN
    end = _moved(start, pieces.unit, pieces.count)
    return (start, end - timedelta(days=1), None) if end else UNKNOWN


def _season(pieces: Pieces, anchor: Anchor, side: int = 0) -> Days:
    if pieces.season is None:
        return UNKNOWN
    opens, closes = pieces.season
    year = pieces.year
    if year is None:
        if anchor.published is None:
            return UNKNOWN
        year = anchor.published.year
        while side < 0 and date(year + (closes < opens), closes, 1) >= anchor.published.replace(day=1):
            year -= 1
    return date(year, opens, 1), month_days(year + (closes < opens), closes)[1], None


def _within_calendar(meaning: Callable[[Pieces, Anchor], Days]) -> Callable[[Pieces, Anchor], Days]:
    """Let what falls before the year 1 or after the year 9999 stay open."""

    def days(pieces: Pieces, anchor: Anchor) -> Days:
        try:
            return meaning(pieces, anchor)
        except (ValueError, OverflowError):
            return UNKNOWN

    return days


_MEANINGS: dict[str, Callable[[Pieces, Anchor], Days]] = {
    "date": _date,
    "days": _days,
    "range": _range,
    "month": _month,
    "month_of_year": _month_of_year,
    "past_month": lambda pieces, anchor: _month_on_side(pieces, anchor, -1),
    "next_month": lambda pieces, anchor: _month_on_side(pieces, anchor, 1),
    "weekday": _weekday,
    "past_weekday": lambda pieces, anchor: _weekday(pieces, anchor, -1),
    "next_weekday": lambda pieces, anchor: _weekday(pieces, anchor, 1),
    "year": _year,
    "years": _years,
    "decade": _decade,
    "shift": _shift,
    "weekend": _weekend,
    "ago": _ago,
    "last": lambda pieces, anchor: _run(pieces, anchor, -1),
    "next": lambda pieces, anchor: _run(pieces, anchor, 1),
    "later": lambda pieces, anchor: _from_previous(pieces, anchor, 1),
    "earlier": lambda pieces, anchor: _from_previous(pieces, anchor, -1),
    "sequel": _sequel,
    "quarter": _quarter_of,
    "half": _half_of,
    "first_units": _first_units,
    "season": _season,
    "past_season": lambda pieces, anchor: _season(pieces, anchor, -1),
    "vague": lambda _pieces, _anchor: UNKNOWN,
}
MEANINGS = {name: _within_calendar(meaning) for name, meaning in _MEANINGS.items()}
"""What the patterns of a language file can mean."""
