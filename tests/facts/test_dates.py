"""Calendar expressions in a text."""

from datetime import date, datetime, timedelta, timezone

import pytest

from newsmodel import extract_facts
from tests.facts.reading import PUBLISHED, read

D = date


def one(text, published=PUBLISHED):
    """Give the one calendar expression of a text."""
    (period,) = read(text, published).dates
    return period


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        # Whole dates.
        ("It began on 10 September 2016.", "10 September 2016", D(2016, 9, 10), D(2016, 9, 10)),
        ("It began on 10th September 2016.", "10th September 2016", D(2016, 9, 10), D(2016, 9, 10)),
        ("It began on the 10th of September 2016.", "the 10th of September 2016", D(2016, 9, 10), D(2016, 9, 10)),
        ("It began on September 10, 2016.", "September 10, 2016", D(2016, 9, 10), D(2016, 9, 10)),
        ("It began on Sept. 10, 2016.", "Sept. 10, 2016", D(2016, 9, 10), D(2016, 9, 10)),
        ("It began on Saturday, 10 September 2016.", "Saturday, 10 September 2016", D(2016, 9, 10), D(2016, 9, 10)),
        ("It began on Saturday, September 10, 2016, at noon.", "Saturday, September 10, 2016", D(2016, 9, 10), D(2016, 9, 10)),
        ("It began on 2016-09-10.", "2016-09-10", D(2016, 9, 10), D(2016, 9, 10)),
        # Without a year: the nearest.
        ("It began on 10 May.", "10 May", D(2024, 5, 10), D(2024, 5, 10)),
        # A figure that counts something is no day.
        ("In May 3% of the mills closed.", "May", D(2024, 5, 1), D(2024, 5, 31)),
        ("In May 3 per cent of the mills closed.", "May", D(2024, 5, 1), D(2024, 5, 31)),
        ("In May 3.5 metres of snow fell.", "May", D(2024, 5, 1), D(2024, 5, 31)),
        ("In May 3,400 mills closed.", "May", D(2024, 5, 1), D(2024, 5, 31)),
        ("It began on May 10.", "May 10", D(2024, 5, 10), D(2024, 5, 10)),
        ("It began on May 10th.", "May 10th", D(2024, 5, 10), D(2024, 5, 10)),
        ("It began on 28 December.", "28 December", D(2023, 12, 28), D(2023, 12, 28)),
        ("It will begin on 20 May.", "20 May", D(2024, 5, 20), D(2024, 5, 20)),
        ("It began on Monday, 13 May.", "Monday, 13 May", D(2024, 5, 13), D(2024, 5, 13)),
        # Months, years, decades, seasons.
        ("It began in September 2016.", "September 2016", D(2016, 9, 1), D(2016, 9, 30)),
        ("It began in September, 2016.", "September, 2016", D(2016, 9, 1), D(2016, 9, 30)),
        ("It began in March.", "March", D(2024, 3, 1), D(2024, 3, 31)),
        ("It began in November.", "November", D(2023, 11, 1), D(2023, 11, 30)),
        ("It will begin in November.", "November", D(2024, 11, 1), D(2024, 11, 30)),
        ("It began last November.", "last November", D(2023, 11, 1), D(2023, 11, 30)),
        ("It begins next March.", "next March", D(2025, 3, 1), D(2025, 3, 31)),
        ("It began in 2011.", "2011", D(2011, 1, 1), D(2011, 12, 31)),
        ("It has gone on since 2011.", "2011", D(2011, 1, 1), D(2011, 12, 31)),
        ("It began in the 1990s.", "the 1990s", D(1990, 1, 1), D(1999, 12, 31)),
        ("It began in summer 2015.", "summer 2015", D(2015, 6, 1), D(2015, 8, 31)),
        ("It began in the summer of 2015.", "the summer of 2015", D(2015, 6, 1), D(2015, 8, 31)),
        ("It began last winter.", "last winter", D(2023, 12, 1), D(2024, 2, 29)),
        ("It began last summer.", "last summer", D(2023, 6, 1), D(2023, 8, 31)),
        ("It grew in the first quarter of 2023.", "the first quarter of 2023", D(2023, 1, 1), D(2023, 3, 31)),
        ("It grew in the third quarter of 2023.", "the third quarter of 2023", D(2023, 7, 1), D(2023, 9, 30)),
        ("It grew in the first half of 2023.", "the first half of 2023", D(2023, 1, 1), D(2023, 6, 30)),
        ("It grew in the first three months of 2023.", "the first three months of 2023", D(2023, 1, 1), D(2023, 3, 31)),
        # Days without a year lie on the side that the tense tells.
        ("He was shot on Oct. 23.", "Oct. 23", D(2023, 10, 23), D(2023, 10, 23)),
        ("He was shot last Oct. 23.", "last Oct. 23", D(2023, 10, 23), D(2023, 10, 23)),
        ("He was shot on 23 October last year.", "23 October last year", D(2023, 10, 23), D(2023, 10, 23)),
        ("Talks are set to resume in August.", "August", D(2024, 8, 1), D(2024, 8, 31)),
        ("The vote was postponed until Friday.", "Friday", D(2024, 5, 17), D(2024, 5, 17)),
        ("The plan will be presented on Sunday.", "Sunday", D(2024, 5, 19), D(2024, 5, 19)),
        ("He’ll speak on Monday.", "Monday", D(2024, 5, 20), D(2024, 5, 20)),
        ("Prices will rise, according to a post on Sunday.", "Sunday", D(2024, 5, 12), D(2024, 5, 12)),
        # Feasts.
        ("It was shut on Christmas Day.", "Christmas Day", D(2023, 12, 25), D(2023, 12, 25)),
        ("It struck on Palm Sunday 2025.", "Palm Sunday 2025", D(2025, 4, 13), D(2025, 4, 13)),
        ("He was found on Thanksgiving Day.", "Thanksgiving Day", D(2023, 11, 23), D(2023, 11, 23)),
        ("It ended on New Year’s Eve.", "New Year’s Eve", D(2023, 12, 31), D(2023, 12, 31)),
        # Parts of days, months, quarters and years.
        ("It happened on Monday morning.", "Monday morning", D(2024, 5, 13), D(2024, 5, 13)),
        ("It closed at the end of March.", "the end of March", D(2024, 3, 21), D(2024, 3, 31)),
        ("It closed in mid-March.", "mid-March", D(2024, 3, 1), D(2024, 3, 31)),
        ("It closed in late 2023.", "late 2023", D(2023, 1, 1), D(2023, 12, 31)),
        ("It closed late last month.", "late last month", D(2024, 4, 1), D(2024, 4, 30)),
        ("It fell in Q2 2023.", "Q2 2023", D(2023, 4, 1), D(2023, 6, 30)),
        ("It fell in the third quarter.", "the third quarter", D(2023, 7, 1), D(2023, 9, 30)),
        ("It fell in the fourth quarter of last year.", "the fourth quarter of last year", D(2023, 10, 1), D(2023, 12, 31)),
        ("It opens this summer.", "this summer", D(2024, 6, 1), D(2024, 8, 31)),
        ("It was the hottest this March.", "this March", D(2024, 3, 1), D(2024, 3, 31)),
        ("It lost money in the 2022/23 season.", "2022/23", D(2022, 1, 1), D(2023, 12, 31)),
        ("It could melt by 2100.", "2100", D(2100, 1, 1), D(2100, 12, 31)),
        ("The circus announced its 2024 line-up.", "2024", D(2024, 1, 1), D(2024, 12, 31)),
        # Ranges.
        ("It lasted from 10 to 12 September 2016.", "10 to 12 September 2016", D(2016, 9, 10), D(2016, 9, 12)),
        ("The fair (10-12 September 2016) is over.", "10-12 September 2016", D(2016, 9, 10), D(2016, 9, 12)),
        ("It lasted from September 10 to 12, 2016.", "September 10 to 12, 2016", D(2016, 9, 10), D(2016, 9, 12)),
        ("It lasted from 30 August to 2 September 2016.", "30 August to 2 September 2016", D(2016, 8, 30), D(2016, 9, 2)),
        ("It lasted from 30 December to 2 January 2016.", "30 December to 2 January 2016", D(2015, 12, 30), D(2016, 1, 2)),
        ("It lasted between March and May 2016.", "March and May 2016", D(2016, 3, 1), D(2016, 5, 31)),
        ("The war (2011-2016) is over.", "2011-2016", D(2011, 1, 1), D(2016, 12, 31)),
        # Relative to the publication, a Wednesday.
        ("It began today.", "today", D(2024, 5, 15), D(2024, 5, 15)),
        ("It began yesterday.", "yesterday", D(2024, 5, 14), D(2024, 5, 14)),
        ("It begins tomorrow.", "tomorrow", D(2024, 5, 16), D(2024, 5, 16)),
        ("It began the day before yesterday.", "the day before yesterday", D(2024, 5, 13), D(2024, 5, 13)),
        ("It began last night.", "last night", D(2024, 5, 14), D(2024, 5, 14)),
        ("It began this morning.", "this morning", D(2024, 5, 15), D(2024, 5, 15)),
        ("It began on Monday.", "Monday", D(2024, 5, 13), D(2024, 5, 13)),
        ("It began on Friday.", "Friday", D(2024, 5, 10), D(2024, 5, 10)),
        ("It began on Wednesday.", "Wednesday", D(2024, 5, 15), D(2024, 5, 15)),
        ("It will begin on Friday.", "Friday", D(2024, 5, 17), D(2024, 5, 17)),
        ("It will begin on Monday.", "Monday", D(2024, 5, 20), D(2024, 5, 20)),
        ("It is due to begin on Friday.", "Friday", D(2024, 5, 17), D(2024, 5, 17)),
        ("The court is expected to rule on Friday.", "Friday", D(2024, 5, 17), D(2024, 5, 17)),
        ("The army struck the town on Sunday.", "Sunday", D(2024, 5, 12), D(2024, 5, 12)),
        ("On Friday, the army left.", "Friday", D(2024, 5, 10), D(2024, 5, 10)),
        ("On Friday, the army will leave.", "Friday", D(2024, 5, 17), D(2024, 5, 17)),
        ("It began last Monday.", "last Monday", D(2024, 5, 13), D(2024, 5, 13)),
        ("It begins next Monday.", "next Monday", D(2024, 5, 20), D(2024, 5, 20)),
        ("It began last week.", "last week", D(2024, 5, 6), D(2024, 5, 12)),
        ("It begins next week.", "next week", D(2024, 5, 20), D(2024, 5, 26)),
        ("It began this week.", "this week", D(2024, 5, 13), D(2024, 5, 19)),
        ("It began earlier this week.", "earlier this week", D(2024, 5, 13), D(2024, 5, 19)),
        ("It began last month.", "last month", D(2024, 4, 1), D(2024, 4, 30)),
        ("It began last year.", "last year", D(2023, 1, 1), D(2023, 12, 31)),
        ("It begins next year.", "next year", D(2025, 1, 1), D(2025, 12, 31)),
        ("It began this year.", "this year", D(2024, 1, 1), D(2024, 12, 31)),
        ("It began last weekend.", "last weekend", D(2024, 5, 11), D(2024, 5, 12)),
        ("It will begin this weekend.", "this weekend", D(2024, 5, 18), D(2024, 5, 19)),
        ("It will begin next weekend.", "next weekend", D(2024, 5, 25), D(2024, 5, 26)),
        ("It began three days ago.", "three days ago", D(2024, 5, 12), D(2024, 5, 12)),
        ("It began a year ago.", "a year ago", D(2023, 1, 1), D(2023, 12, 31)),
        ("It began in the past 12 days.", "the past 12 days", D(2024, 5, 4), D(2024, 5, 15)),
        ("It began on Monday, May 13, 2024.", "Monday, May 13, 2024", D(2024, 5, 13), D(2024, 5, 13)),
    ],
)
def test_days(text, words, start, end):
    """A calendar expression, without its preposition, has its first and last day from the text and the day of publication."""
    period = one(text)
    assert (period.text, period.start, period.end) == (words, start, end)


@pytest.mark.parametrize(
    ("published", "text", "start"),
    [
        (D(2024, 1, 2), "It began on 28 December.", D(2023, 12, 28)),
        (D(2023, 12, 30), "It will begin on 3 January.", D(2024, 1, 3)),
        (D(2024, 1, 2), "It began in December.", D(2023, 12, 1)),
        (D(2023, 12, 30), "It will begin in January.", D(2024, 1, 1)),
        (D(2024, 1, 1), "It began on Sunday.", D(2023, 12, 31)),
        (D(2024, 1, 1), "It began yesterday.", D(2023, 12, 31)),
        (D(2023, 12, 31), "It will begin on Monday.", D(2024, 1, 1)),
        (D(2024, 1, 15), "It began last month.", D(2023, 12, 1)),
        (D(2024, 3, 1), "It began yesterday.", D(2024, 2, 29)),
        (D(2024, 3, 31), "It began last month.", D(2024, 2, 1)),
        (D(2024, 1, 2), "It began last winter.", D(2022, 12, 1)),
    ],
)
def test_turn_of_the_year(published, text, start):
    """Dates roll over the turn of a month and a year."""
    assert one(text, published).start == start


@pytest.mark.parametrize(
    ("text", "words", "duration"),
    [
        ("Over the last 12 days it rained.", "the last 12 days", "P12D"),
        ("In the past two weeks it rained.", "the past two weeks", "P2W"),
        ("It rained over the past year and the last 48 hours.", "the last 48 hours", "PT48H"),
        ("In the next three months it rains.", "the next three months", "P3M"),
    ],
)
def test_duration(text, words, duration):
    """A length of time before or after now has its duration, with and without a day of publication."""
    for published in (PUBLISHED, None):
        period = read(text, published).dates[-1]
        assert (period.text.removeprefix("the "), period.duration) == (words.removeprefix("the "), duration)
        assert (period.start is None) == (published is None)


@pytest.mark.parametrize(
    "text",
    [
        "It began on Monday.",
        "It began yesterday.",
        "It began on 10 September.",
        "It began in September.",
        "It began last week.",
        "It began last year.",
        "It began three days ago.",
        "It began last summer.",
        "It began over the weekend.",
        "Two days later, it began.",
        "The next day, it began.",
        "It began earlier this month.",
        "It began in the first quarter of this year.",
        "It began on 31 September 2016.",
        "It began on 30 February 2016.",
    ],
)
def test_nothing_fixes_it(text):
    """What neither text nor day of publication fixes has no days: nothing is counted from today."""
    period = one(text, None)
    assert (period.start, period.end, period.edtf) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It began on 10 September 2016.", "2016-09-10"),
        ("It began in September 2016.", "2016-09"),
        ("It began in 2016.", "2016"),
        ("It began in the 1990s.", "199X"),
        ("It lasted from 10 to 12 September 2016.", "2016-09-10/2016-09-12"),
        ("It began last week.", "2024-05-06/2024-05-12"),
    ],
)
def test_edtf(text, edtf):
    """The days are written in EDTF, with ~ where the text itself calls them inexact."""
    assert one(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("It began on 10 May 2024. Two days later, it ended.", "Two days later", D(2024, 5, 12)),
        ("It began on 10 May 2024. The next day, it ended.", "The next day", D(2024, 5, 11)),
        ("It began on 10 May 2024. The following day it ended.", "The following day", D(2024, 5, 11)),
        ("It began on 10 May 2024. The day before, it rained.", "The day before", D(2024, 5, 9)),
        ("It began on 10 May 2024. A few hours later, it ended.", "A few hours later", D(2024, 5, 10)),
        ("It began on 10 May 2024. A few days later, it ended.", "A few days later", None),
    ],
)
def test_counted_from_the_date_before(text, words, start):
    """“Two days later” counts from the date that the text gave before it."""
    period = read(text).dates[-1]
    assert (period.text, period.start) == (words, start)


@pytest.mark.parametrize(
    "text",
    [
        "It is now over, as was said recently.",
        "It happens once a year, and twice a day.",
        "It lasted for two days.",
        "He got 12 years in prison.",
        "She may march.",
        "They march in the fall of the regime.",
        "Prime minister Theresa May spoke.",
        "They spring into action in second place.",
        "It cost $2016.",
        "It hit 2,016 people.",
        "It sat on the bench of the court.",
        "The second day was long.",
        "April Jones spoke of her son.",
        "The 45-year-old man fled.",
    ],
)
def test_no_date(text):
    """Lengths of time, “now”, names, verbs and quantities are no calendar expressions."""
    assert [period.text for period in read(text).dates] == []


@pytest.mark.parametrize(
    "text",
    [
        "It ended at the end of last year.",
    ],
)
def test_vague(text):
    """A part of a month or year that has no exact days has none."""
    (period,) = read(text).dates
    assert (period.start, period.end) == (None, None)


def test_several_dates_stand_in_order():
    """Dates stand in the order of the text, and each counts for itself."""
    text = "On Monday it began, on Tuesday it went on, and on 20 May it will end. In 2011 it was worse."
    assert [(period.text, period.start) for period in read(text).dates] == [
        ("Monday", D(2024, 5, 13)),
        ("Tuesday", D(2024, 5, 14)),
        ("20 May", D(2024, 5, 20)),
        ("2011", D(2011, 1, 1)),
    ]


def test_the_zone_of_the_publication_counts():
    """The day of publication is the day in its own zone."""
    late = datetime(2024, 5, 15, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    assert extract_facts("It began today.", published=late).dates[0].start == D(2024, 5, 15)
