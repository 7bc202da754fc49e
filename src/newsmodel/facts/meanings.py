"""From the pieces of a calendar expression to its days.

Every meaning takes the pieces that were printed and the :class:`Anchor` that the page gives, and answers with
first day, last day and duration; what nothing fixes stays ``None``.
"""

from collections.abc import Callable
from datetime import date, timedelta

from newsmodel.facts import feasts
from newsmodel.facts.calendar import UNKNOWN, Anchor, Days, Pieces, duration, month_days, moved, quarter, safe, unit_days, years_days

_HOURS_A_DAY = 24
_QUARTERS = 4
_SOON = 95
"""Days within which a month that no tense dates is rather the one to come."""
_THIRDS = {1: (1, 10), 2: (11, 20), 3: (21, 31)}
"""First and last day of the beginning, the middle and the end of a month."""
_FAR = 275
"""Days from which on a day without a year is more likely on the other side than the tense tells."""
_FIRST_DECADE_THAT_ENDS_ALIKE = 2000
"""Until here “the 1900s” is a century, as decades that end in 00 have other names; “the 2000s” is the decade."""


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
        return _one(safe(pieces.year, pieces.month, pieces.day))
    if anchor.reference is None:
        return UNKNOWN
    year = anchor.reference.year
    candidates = [day for each in (year - 1, year, year + 1) if (day := safe(each, pieces.month, pieces.day))]
    return _one(_likeliest(candidates, anchor.reference, pieces.tense))


def _likeliest(candidates: list[date], reference: date, tense: int) -> date | None:
    """Take the day on the side that the tense tells, unless that one is far away and the other is near."""
    sided = _nearest(candidates, reference, tense)
    return sided if sided and abs((sided - reference).days) <= _FAR else _nearest(candidates, reference, 0)


def _date_of_year(pieces: Pieces, anchor: Anchor) -> Days:
    """Read “23 October last year”."""
    if pieces.day is None or pieces.month is None or anchor.published is None:
        return UNKNOWN
    return _one(safe(anchor.published.year + pieces.shift, pieces.month, pieces.day))


def _past_date(pieces: Pieces, anchor: Anchor) -> Days:
    """Read “last Oct. 23”: the last such day before the publication."""
    day = _date(pieces, anchor)[0]
    if day is None or anchor.published is None or pieces.month is None or pieces.day is None:
        return UNKNOWN
    return _one(day if day < anchor.published else safe(day.year - 1, pieces.month, pieces.day))


def _feast(pieces: Pieces, anchor: Anchor) -> Days:
    """Read “Palm Sunday”, in the year that is printed or the one nearest to the publication."""
    if not pieces.feast:
        return UNKNOWN
    if pieces.year is not None:
        return _one(feasts.day_of(pieces.feast, pieces.year))
    if anchor.reference is None:
        return UNKNOWN
    year = anchor.reference.year
    candidates = [day for each in (year - 1, year, year + 1) if (day := feasts.day_of(pieces.feast, each))]
    return _one(_likeliest(candidates, anchor.reference, pieces.tense))


def _month_third(pieces: Pieces, anchor: Anchor) -> Days:
    """Read “the end of March”: its last ten days, about."""
    first, last, _ = _month(pieces, anchor)
    if first is None or last is None or pieces.shift not in _THIRDS:
        return UNKNOWN
    start, end = _THIRDS[pieces.shift]
    return first.replace(day=start), min(first.replace(day=min(end, last.day)), last), None


def _year_part(pieces: Pieces, anchor: Anchor) -> Days:
    """Read “the end of 2026” and “the beginning of the year”: a quarter of it, about."""
    year = pieces.year or (anchor.published.year if anchor.published else None)
    return quarter(year, pieces.shift) if year else UNKNOWN


def _days(pieces: Pieces, anchor: Anchor) -> Days:
    end = _date(pieces, anchor)[0]
    start = safe(end.year, end.month, pieces.from_day) if end and pieces.from_day else None
    return (start, end, None) if start and end and start <= end else UNKNOWN


def _range(pieces: Pieces, anchor: Anchor) -> Days:
    """From a day or month to a later one: the year stands once, at the end, or nowhere."""
    if pieces.month is None or pieces.from_month is None:
        return UNKNOWN
    whole = pieces.day is None
    last = _month(pieces, anchor) if whole else _date(pieces, anchor)
    if last[0] is None:
        return UNKNOWN
    year = pieces.from_year or last[0].year - (pieces.from_month > pieces.month)
    first = month_days(year, pieces.from_month) if whole else _one(safe(year, pieces.from_month, pieces.from_day or 0))
    return (first[0], last[1], None) if first[0] and last[1] and first[0] <= last[1] else UNKNOWN


def _units_to(pieces: Pieces, anchor: Anchor) -> Days:
    """Read “the three months to 30 June” and “the year to the end of June”: so many units that end with a day or a month."""
    end = (_month(pieces, anchor) if pieces.day is None else _date(pieces, anchor))[1]
    if end and anchor.published and end > anchor.published and pieces.year is None and pieces.tense < 0:
        end = month_days(end.year - 1, end.month)[1] if pieces.day is None else safe(end.year - 1, end.month, end.day)
    behind = end + timedelta(days=1) if end else None
    start = moved(behind, pieces.unit, -(pieces.count or 1)) if behind and pieces.unit else None
    return (start, end, None) if start and end and start <= end else UNKNOWN


def _night(pieces: Pieces, anchor: Anchor) -> Days:
    """Read « la nuit de lundi à mardi »: the day on which it ends, and the one before."""
    end = _weekday(pieces, anchor)[0]
    return (end - timedelta(days=1), end, None) if end else UNKNOWN


def _month(pieces: Pieces, anchor: Anchor) -> Days:
    if pieces.month is None:
        return UNKNOWN
    if pieces.year is not None:
        return month_days(pieces.year, pieces.month)
    if anchor.reference is None:
        return UNKNOWN
    year, here = anchor.reference.year, anchor.reference.replace(day=1)
    candidates = [date(each, pieces.month, 1) for each in (year - 1, year, year + 1)]
    first = _nearest(candidates, here, pieces.tense or -1)
    if not pieces.tense:
        ahead = _nearest(candidates, here, 1)
        first = ahead if ahead and (ahead - here).days <= _SOON else first
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
    day = moved(anchor.published, pieces.unit, pieces.shift)
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
    day = moved(anchor.published, pieces.unit, -pieces.count)
    return unit_days(pieces.unit, day) if day else UNKNOWN


def _run(pieces: Pieces, anchor: Anchor, side: int) -> Days:
    """The last or the next so many units: that many days, the day of publication among them."""
    length = duration(pieces.unit, pieces.count)
    if anchor.published is None or not pieces.count or pieces.unit is None:
        return None, None, length
    far = moved(anchor.published, pieces.unit, side * pieces.count)
    if far is None:
        return None, None, length
    if pieces.unit in ("hour", "minute"):
        # Hours before or after an hour that is not known can reach into the day beside.
        days = timedelta(days=-(-pieces.count // _HOURS_A_DAY) if pieces.unit == "hour" else 0)
        return (anchor.published - days, anchor.published, length) if side < 0 else (anchor.published, anchor.published + days, length)
    return (far + timedelta(days=1), anchor.published, length) if side < 0 else (anchor.published, far - timedelta(days=1), length)


def _base(pieces: Pieces) -> date | None:
    """Give the day before to count from, where the date before is as exact as the unit that is counted."""
    if pieces.previous is None or pieces.unit is None:
        return None
    start, end = pieces.previous
    holds = unit_days(pieces.unit, start)[1]
    return end if holds and end <= holds else None


def _from_previous(pieces: Pieces, _anchor: Anchor, side: int) -> Days:
    """So many units after the date before: a number that is not told fixes nothing, except within the same day."""
    length = duration(pieces.unit, pieces.count)
    base = _base(pieces)
    if base is None or pieces.unit is None:
        return None, None, length
    if not pieces.count and pieces.unit not in ("hour", "minute"):
        return None, None, length
    day = moved(base, pieces.unit, side * (pieces.count or 0))
    # Decades later it is a year, not a decade.
    whole = "year" if pieces.unit == "decade" else pieces.unit
    return (*unit_days(whole, day)[:2], length) if day else UNKNOWN


def _sequel(pieces: Pieces, _anchor: Anchor) -> Days:
    """A fixed step from the date before: “the next day”."""
    base = _base(pieces)
    day = moved(base, pieces.unit, pieces.shift) if base and pieces.unit else None
    return unit_days(pieces.unit, day) if day and pieces.unit else UNKNOWN


def _neighbour(pieces: Pieces, anchor: Anchor) -> Days:
    """“The previous year”: counted from the date before, else from the publication."""
    days = _sequel(pieces, anchor)
    return days if days[0] or pieces.shift > 0 or pieces.unit in ("day", "hour", "minute") else _shift(pieces, anchor)


def _year_of(pieces: Pieces, anchor: Anchor, first_month: int) -> int | None:
    """Tell the year of a quarter or half: the one that is printed, else the one of the publication or, if that part is to come, before."""
    if pieces.year is not None or anchor.published is None:
        return pieces.year
    year = anchor.published.year + pieces.shift
    ahead = not pieces.shift and first_month > anchor.published.month
    return year - (ahead and pieces.tense < 0)


def _quarter_of(pieces: Pieces, anchor: Anchor) -> Days:
    if not pieces.count or pieces.count > _QUARTERS:
        return UNKNOWN
    year = _year_of(pieces, anchor, (pieces.count - 1) * 3 + 1)
    return quarter(year, pieces.count) if year else UNKNOWN


def _half_of(pieces: Pieces, anchor: Anchor) -> Days:
    if pieces.count not in (1, 2):
        return UNKNOWN
    year = _year_of(pieces, anchor, pieces.count * 6 - 5)
    if not year:
        return UNKNOWN
    return month_days(year, 1 if pieces.count == 1 else 7)[0], month_days(year, 6 if pieces.count == 1 else 12)[1], None


def _first_units(pieces: Pieces, anchor: Anchor) -> Days:
    year = pieces.year or (anchor.published.year if anchor.published else None)
    start = safe(year, 1, 1) if year else None
    if start is None or not pieces.count or pieces.unit is None or pieces.unit in ("hour", "minute"):
        return UNKNOWN
    end = moved(start, pieces.unit, pieces.count)
    return (start, end - timedelta(days=1), None) if end else UNKNOWN


def _season(pieces: Pieces, anchor: Anchor, *, past: bool = False) -> Days:
    if pieces.season is None:
        return UNKNOWN
    opens, closes = pieces.season
    year = pieces.year
    if year is None:
        if anchor.published is None:
            return UNKNOWN
        # The winter of January began in the year before.
        year = anchor.published.year - (closes < opens and anchor.published.month <= closes)
        if not past and pieces.tense < 0 and date(year, opens, 1) > anchor.published:
            year -= 1
        while past and date(year + (closes < opens), closes, 1) >= anchor.published.replace(day=1):
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
    "past_date": _past_date,
    "date_of_year": _date_of_year,
    "holiday": _feast,
    "month_third": _month_third,
    "year_part": _year_part,
    "days": _days,
    "range": _range,
    "month": _month,
    "units_to": _units_to,
    "night": _night,
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
    "neighbour": _neighbour,
    "quarter": _quarter_of,
    "half": _half_of,
    "first_units": _first_units,
    "season": _season,
    "past_season": lambda pieces, anchor: _season(pieces, anchor, past=True),
    "vague": lambda _pieces, _anchor: UNKNOWN,
}
MEANINGS = {name: _within_calendar(meaning) for name, meaning in _MEANINGS.items()}
"""What the patterns of a language file can mean."""
