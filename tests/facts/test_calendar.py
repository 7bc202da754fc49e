"""From the pieces of a calendar expression to its days."""

from datetime import date

import pytest

from newsmodel.facts.calendar import UNKNOWN, Anchor, Pieces, duration, month_days, unit_days, years_days
from newsmodel.facts.meanings import MEANINGS

WEDNESDAY = date(2024, 5, 15)
HERE = Anchor(published=WEDNESDAY)


def day(*ymd):
    """Give the days of a single day."""
    return date(*ymd), date(*ymd), None


@pytest.mark.parametrize(
    ("unit", "start", "end"),
    [
        ("day", date(2024, 5, 15), date(2024, 5, 15)),
        ("week", date(2024, 5, 13), date(2024, 5, 19)),
        ("weekend", date(2024, 5, 18), date(2024, 5, 19)),
        ("month", date(2024, 5, 1), date(2024, 5, 31)),
        ("quarter", date(2024, 4, 1), date(2024, 6, 30)),
        ("year", date(2024, 1, 1), date(2024, 12, 31)),
        ("decade", date(2020, 1, 1), date(2029, 12, 31)),
    ],
)
def test_units(unit, start, end):
    """A unit of the calendar holds its day; weeks run from Monday to Sunday, a weekend is Saturday and Sunday."""
    assert unit_days(unit, WEDNESDAY) == (start, end, None)


@pytest.mark.parametrize(
    ("on", "monday"),
    [(date(2024, 5, 13), date(2024, 5, 13)), (date(2024, 5, 19), date(2024, 5, 13)), (date(2025, 1, 1), date(2024, 12, 30))],
)
def test_weeks(on, monday):
    """Monday and Sunday lie in the week between them, also over the turn of a year."""
    assert unit_days("week", on)[0] == monday


@pytest.mark.parametrize(("year", "month", "last"), [(2024, 2, 29), (2023, 2, 28), (1900, 2, 28), (2000, 2, 29), (2024, 12, 31)])
def test_months(year, month, last):
    """A month ends on its last day, leap years included."""
    assert month_days(year, month) == (date(year, month, 1), date(year, month, last), None)


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [
        ("day", 12, "P12D"),
        ("week", 2, "P2W"),
        ("month", 3, "P3M"),
        ("year", 5, "P5Y"),
        ("hour", 48, "PT48H"),
        ("minute", 30, "PT30M"),
        ("fortnight", 1, "P2W"),
        ("decade", 2, "P20Y"),
        ("quarter", 2, "P6M"),
        ("day", 0, None),
        ("day", None, None),
        (None, 3, None),
    ],
)
def test_durations(unit, count, expected):
    """A length of time is written in ISO 8601; one whose number is not told is None."""
    assert duration(unit, count) == expected


@pytest.mark.parametrize(
    ("means", "pieces", "expected"),
    [
        ("date", Pieces(day=10, month=9, year=2016), day(2016, 9, 10)),
        ("date", Pieces(day=31, month=9, year=2016), UNKNOWN),
        ("date", Pieces(day=29, month=2, year=2023), UNKNOWN),
        ("date", Pieces(day=29, month=2, year=2024), day(2024, 2, 29)),
        ("date", Pieces(day=10, month=5), day(2024, 5, 10)),
        ("date", Pieces(day=28, month=12), day(2023, 12, 28)),
        ("date", Pieces(day=2, month=9), day(2024, 9, 2)),
        ("date", Pieces(day=29, month=2), day(2024, 2, 29)),
        ("days", Pieces(from_day=10, day=12, month=9, year=2016), (date(2016, 9, 10), date(2016, 9, 12), None)),
        ("days", Pieces(from_day=12, day=10, month=9, year=2016), UNKNOWN),
        ("month", Pieces(month=9, year=2016), (date(2016, 9, 1), date(2016, 9, 30), None)),
        ("month", Pieces(month=9, tense=-1), (date(2023, 9, 1), date(2023, 9, 30), None)),
        ("month", Pieces(month=9, tense=1), (date(2024, 9, 1), date(2024, 9, 30), None)),
        ("month", Pieces(month=5, tense=-1), (date(2024, 5, 1), date(2024, 5, 31), None)),
        ("past_month", Pieces(month=5), (date(2023, 5, 1), date(2023, 5, 31), None)),
        ("past_month", Pieces(month=4), (date(2024, 4, 1), date(2024, 4, 30), None)),
        ("next_month", Pieces(month=4), (date(2025, 4, 1), date(2025, 4, 30), None)),
        ("weekday", Pieces(weekday=0, tense=-1), day(2024, 5, 13)),
        ("weekday", Pieces(weekday=0, tense=1), day(2024, 5, 20)),
        ("weekday", Pieces(weekday=2, tense=-1), day(2024, 5, 15)),
        ("weekday", Pieces(weekday=2, tense=1), day(2024, 5, 15)),
        ("weekday", Pieces(weekday=3, tense=-1), day(2024, 5, 9)),
        ("weekday", Pieces(weekday=3, tense=1), day(2024, 5, 16)),
        ("past_weekday", Pieces(weekday=2), day(2024, 5, 8)),
        ("next_weekday", Pieces(weekday=2), day(2024, 5, 22)),
        ("year", Pieces(year=2016), (date(2016, 1, 1), date(2016, 12, 31), None)),
        ("decade", Pieces(year=1990), (date(1990, 1, 1), date(1999, 12, 31), None)),
        ("decade", Pieces(year=1995), UNKNOWN),
        ("decade", Pieces(year=1900), (date(1900, 1, 1), date(1999, 12, 31), None)),
        ("decade", Pieces(year=2000), (date(2000, 1, 1), date(2009, 12, 31), None)),
        ("shift", Pieces(unit="day", shift=-1), day(2024, 5, 14)),
        ("shift", Pieces(unit="week", shift=-1), (date(2024, 5, 6), date(2024, 5, 12), None)),
        ("shift", Pieces(unit="month", shift=1), (date(2024, 6, 1), date(2024, 6, 30), None)),
        ("shift", Pieces(unit="year", shift=0), (date(2024, 1, 1), date(2024, 12, 31), None)),
        ("shift", Pieces(unit="quarter", shift=-1), (date(2024, 1, 1), date(2024, 3, 31), None)),
        ("weekend", Pieces(tense=-1), (date(2024, 5, 11), date(2024, 5, 12), None)),
        ("weekend", Pieces(tense=1), (date(2024, 5, 18), date(2024, 5, 19), None)),
        ("ago", Pieces(count=3, unit="day"), day(2024, 5, 12)),
        ("ago", Pieces(count=2, unit="year"), (date(2022, 1, 1), date(2022, 12, 31), None)),
        ("ago", Pieces(count=0, unit="day"), UNKNOWN),
        ("last", Pieces(count=12, unit="day"), (date(2024, 5, 4), date(2024, 5, 15), "P12D")),
        ("last", Pieces(count=48, unit="hour"), (date(2024, 5, 13), date(2024, 5, 15), "PT48H")),
        ("next", Pieces(count=2, unit="week"), (date(2024, 5, 15), date(2024, 5, 28), "P2W")),
        ("later", Pieces(count=2, unit="day", previous=2 * (date(2024, 5, 10),)), (date(2024, 5, 12), date(2024, 5, 12), "P2D")),
        ("later", Pieces(count=0, unit="hour", previous=2 * (date(2024, 5, 10),)), day(2024, 5, 10)),
        ("later", Pieces(count=0, unit="day", previous=2 * (date(2024, 5, 10),)), UNKNOWN),
        ("later", Pieces(count=2, unit="day"), (None, None, "P2D")),
        ("earlier", Pieces(count=2, unit="day", previous=2 * (date(2024, 5, 10),)), (date(2024, 5, 8), date(2024, 5, 8), "P2D")),
        ("sequel", Pieces(unit="day", shift=1, previous=2 * (date(2024, 2, 29),)), day(2024, 3, 1)),
        ("sequel", Pieces(unit="day", shift=1), UNKNOWN),
        (
            "later",
            Pieces(count=5, unit="decade", previous=(date(1965, 1, 1), date(1965, 12, 31))),
            (date(2015, 1, 1), date(2015, 12, 31), "P50Y"),
        ),
        ("later", Pieces(count=2, unit="day", previous=(date(2024, 1, 1), date(2024, 12, 31))), (None, None, "P2D")),
        ("sequel", Pieces(unit="year", shift=0, previous=2 * (date(2022, 5, 3),)), (date(2022, 1, 1), date(2022, 12, 31), None)),
        ("neighbour", Pieces(unit="year", shift=-1, previous=2 * (date(2022, 5, 3),)), (date(2021, 1, 1), date(2021, 12, 31), None)),
        ("neighbour", Pieces(unit="year", shift=-1), (date(2023, 1, 1), date(2023, 12, 31), None)),
        ("neighbour", Pieces(unit="year", shift=1), UNKNOWN),
        ("date", Pieces(day=23, month=10, tense=-1), day(2023, 10, 23)),
        ("date", Pieces(day=20, month=5, tense=-1), day(2024, 5, 20)),
        ("past_date", Pieces(day=23, month=10), day(2023, 10, 23)),
        ("past_date", Pieces(day=20, month=5), day(2023, 5, 20)),
        ("holiday", Pieces(feast=(0,)), day(2024, 3, 31)),
        ("holiday", Pieces(feast=(-7,), year=2025), day(2025, 4, 13)),
        ("holiday", Pieces(feast=(12, 25), tense=-1), day(2023, 12, 25)),
        ("holiday", Pieces(feast=(11, 3, 4), year=1999), day(1999, 11, 25)),
        ("holiday", Pieces(feast=(2, 30), year=1999), UNKNOWN),
        ("month_third", Pieces(month=3, shift=3, tense=-1), (date(2024, 3, 21), date(2024, 3, 31), None)),
        ("month_third", Pieces(month=2, shift=1, year=2024), (date(2024, 2, 1), date(2024, 2, 10), None)),
        ("quarter", Pieces(count=3, year=2023), (date(2023, 7, 1), date(2023, 9, 30), None)),
        ("quarter", Pieces(count=1), (date(2024, 1, 1), date(2024, 3, 31), None)),
        ("quarter", Pieces(count=5, year=2023), UNKNOWN),
        ("half", Pieces(count=1, year=2023), (date(2023, 1, 1), date(2023, 6, 30), None)),
        ("half", Pieces(count=2, year=2023), (date(2023, 7, 1), date(2023, 12, 31), None)),
        ("first_units", Pieces(count=3, unit="month", year=2023), (date(2023, 1, 1), date(2023, 3, 31), None)),
        ("season", Pieces(season=(6, 8), year=2023), (date(2023, 6, 1), date(2023, 8, 31), None)),
        ("season", Pieces(season=(12, 2), year=2023), (date(2023, 12, 1), date(2024, 2, 29), None)),
        ("past_season", Pieces(season=(6, 8)), (date(2023, 6, 1), date(2023, 8, 31), None)),
        ("past_season", Pieces(season=(12, 2)), (date(2023, 12, 1), date(2024, 2, 29), None)),
        ("years", Pieces(from_year=2014, year=2018), (date(2014, 1, 1), date(2018, 12, 31), None)),
        ("years", Pieces(from_year=2018, year=2014), UNKNOWN),
        ("range", Pieces(from_day=30, from_month=12, day=2, month=1, year=2024), (date(2023, 12, 30), date(2024, 1, 2), None)),
        ("range", Pieces(from_month=3, month=5, year=2023), (date(2023, 3, 1), date(2023, 5, 31), None)),
        ("vague", Pieces(month=5), UNKNOWN),
    ],
)
def test_meanings(means, pieces, expected):
    """What a calendar expression means follows from its pieces and the day of publication; what cannot be is unknown."""
    assert MEANINGS[means](pieces, HERE) == expected


@pytest.mark.parametrize("means", sorted(MEANINGS))
def test_nothing_fixes_it(means):
    """Without a day of publication and without pieces, nothing is known, and nothing is guessed."""
    assert MEANINGS[means](Pieces(), Anchor())[:2] == (None, None)
    pieces = Pieces(day=10, month=9, weekday=0, count=3, unit="day", shift=-1, season=(6, 8), tense=-1)
    assert MEANINGS[means](pieces, Anchor())[:2] == (None, None)


@pytest.mark.parametrize("on", [date(2024, 2, 29), date(2023, 12, 31), date(2024, 1, 1)])
@pytest.mark.parametrize("means", sorted(set(MEANINGS) - {"first_units"}))
def test_every_meaning_runs_forward(means, on):
    """Whatever the pieces, on leap days and at the turn of a year: no meaning fails, and none ends before it starts."""
    for unit in ("day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "hour", "minute"):
        for sign in (-1, 0, 1):
            for count in (0, 1, 2, 9999):
                pieces = Pieces(
                    day=31,
                    from_day=1,
                    month=12,
                    from_month=11,
                    weekday=6,
                    count=count,
                    unit=unit,
                    season=(12, 2),
                    shift=sign,
                    tense=sign,
                    previous=(on, on),
                    feast=(11, 3, 4),
                )
                start, end, _ = MEANINGS[means](pieces, Anchor(published=on))
                assert (start is None) == (end is None)
                assert start is None or end is None or start <= end


def test_a_day_near_the_publication_tells_the_year_and_no_more():
    """The newest tweet tells the year of “10th September”, but not what “yesterday” is."""
    anchor = Anchor(around=date(2016, 9, 24))
    assert MEANINGS["date"](Pieces(day=10, month=9), anchor) == day(2016, 9, 10)
    assert MEANINGS["shift"](Pieces(unit="day", shift=-1), anchor) == UNKNOWN
    assert MEANINGS["weekday"](Pieces(weekday=0, tense=-1), anchor) == UNKNOWN


def test_years_out_of_the_calendar():
    """A year that no calendar has is unknown."""
    assert years_days(0, 0) == UNKNOWN
    assert month_days(10000, 1) == UNKNOWN


def test_a_tense_is_read_where_it_is_asked_for():
    """The side of a date may be given as a function, which a date that has its year does not call."""
    asked = []
    pieces = Pieces(month=9, year=2016, tense=lambda: asked.append(1) or 1)
    assert MEANINGS["month"](pieces, Anchor(published=date(2024, 5, 15)))[0] == date(2016, 9, 1)
    assert not asked
    assert pieces.tense == 1
