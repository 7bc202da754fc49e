"""The dates that a text prints above the article."""

from datetime import date, datetime, timedelta, timezone

import pytest

from newsmodel.model import Role
from newsmodel.pages import read_page
from newsmodel.pages.printed import read_dates
from newsmodel.pages.style import known_styles

PROSE = "The first ships came in on Monday, and the town was there to see them.\n\nNobody was hurt in the storm."


def at(hours: int, *moment: int) -> datetime:
    """Make a moment so many hours ahead of UTC."""
    return datetime(*moment, tzinfo=timezone(timedelta(hours=hours)))  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Published on 14/05/2025 - 10:12 GMT+2", at(2, 2025, 5, 14, 10, 12), None),
        ("Published on 05/06/2025 - 10:12 UTC+1", at(1, 2025, 6, 5, 10, 12), None),
        ("Publié le 14/05/2025 - 10:12 UTC-3", at(-3, 2025, 5, 14, 10, 12), None),
        ("Zuerst veröffentlicht am 14/05/2025 - 10:12 MESZ", at(2, 2025, 5, 14, 10, 12), None),
        ("Published on 14/05/2025 - 10:12", date(2025, 5, 14), None),
        ("Published on 14/05/2025 - 10:12 GMT+2 • Updated 14:20", at(2, 2025, 5, 14, 10, 12), None),
        ("Publié le 14/05/2025 - 10:12 GMT+2•Mis à jour 14:20", at(2, 2025, 5, 14, 10, 12), None),
        ("Published on 14/05/2025 - 10:12 GMT+2•Updated 15/05/2025 - 9:01 GMT+2", at(2, 2025, 5, 14, 10, 12), at(2, 2025, 5, 15, 9, 1)),
        ("تاریخ انتشار ۱۴/۰۵/۲۰۲۵ - ۱۰:۱۲", date(2025, 5, 14), None),
        *[(f"{label} 14/05/2025 - 10:12 CEST", at(2, 2025, 5, 14, 10, 12), None)
          for _, strings in known_styles()[0].languages for label in strings.published],
        ("May 13, 2025", date(2025, 5, 13), None),
        ("Tuesday, 13 May 2025, 10:12 pm EDT", at(-4, 2025, 5, 13, 22, 12), None),
        ("13 de mayo de 2025", date(2025, 5, 13), None),
        ("2025. május 13.", date(2025, 5, 13), None),
        ("13.05.2025, 10:12", date(2025, 5, 13), None),
        # No such time, no such zone: the day is kept.
        ("13.05.2025, 25:12 CEST", date(2025, 5, 13), None),
        ("13.05.2025, 10:72 CEST", date(2025, 5, 13), None),
        ("13.05.2025, 10:12 GMT+25", date(2025, 5, 13), None),
        ("2025-05-13T10:12:00+02:00", at(2, 2025, 5, 13, 10, 12), None),
        ("Last updated 13 May 2025 | 3 min read", None, date(2025, 5, 13)),
        ("BRINDLE, 13 May 2025", date(2025, 5, 13), None),
    ],
)  # fmt: skip
def test_a_line_of_dates_is_read(line: str, published: date | None, modified: date | None) -> None:
    """A line of dates below the byline is a dateline, and tells when the article was published and changed."""
    page = read_page(f"Harbour opens again\nBy Ana Bela\n{line}\n\n{PROSE}\n", style=known_styles()[0])
    assert [block.role for block in page.blocks[:3]] == [Role.HEADLINE, Role.BYLINE, Role.DATELINE]
    assert (page.published, page.modified) == (published, modified)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge on May 3, 2025", "Published on Monday, the report says so", "Budget 2024-25",
        "Flight 12/2025 to 13/2026", "31 June 2025",
        "The harbour of Brindle, 13 May 2025", "13 May",
    ],
)  # fmt: skip
def test_other_lines_are_none(line: str) -> None:
    """A line with words of its own, and one whose date no calendar has, are no line of dates."""
    assert read_dates(line) is None


@pytest.mark.parametrize("zone", ["GMT", "UTC", "CET", "CEST", "MEZ", "MESZ"])
def test_zones_behind_a_date(zone: str) -> None:
    """A time zone is part of the line of the date, and makes its time a moment."""
    page = read_page(f"Harbour opens again\nPublished on 06/01/2026 - 13:55 {zone}\n\n{PROSE}\n")
    assert [block.role for block in page.blocks[:2]] == [Role.HEADLINE, Role.DATELINE]
    assert isinstance(page.published, datetime)


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("4 August 2024", date(2024, 8, 4), None),
        ("August 4, 2024", date(2024, 8, 4), None),
        ("Published 4 August 2024", date(2024, 8, 4), None),
        ("Updated 4 August 2024", None, date(2024, 8, 4)),
        ("Posted: Aug 4, 2024", date(2024, 8, 4), None),
        ("3 mars 2024", date(2024, 3, 3), None),
    ],
)
@pytest.mark.parametrize("above", ["", "A week of storms is over.\n\n", "By Ana Bela\n"])
def test_a_day_of_one_digit_is_a_date(line: str, published: date | None, modified: date | None, above: str) -> None:
    """A line of an unknown outlet that holds a day alone is a dateline above the first paragraph, and not a heading."""
    page = read_page(f"Harbour opens again\n\n{above}{line}\n\n{PROSE}\n")
    assert [block.role for block in page.blocks][1 + bool(above)] is Role.DATELINE
    assert (page.published, page.modified) == (published, modified)


def test_a_day_in_a_byline_is_the_date() -> None:
    """A day behind the name of a byline is when the article was published."""
    page = read_page(f"Harbour opens again\n\nBy Ana Cruz, 4 August 2024\n\n{PROSE}\n")
    assert ([author.name for author in page.authors], page.published) == (["Ana Cruz"], date(2024, 8, 4))


def test_a_day_below_the_first_paragraph_is_no_date_of_the_page() -> None:
    """Below the first paragraph a day is a heading of the body, as chronicles have them."""
    page = read_page(f"Harbour opens again\n\n{PROSE}\n\n4 August 2024\n\n{PROSE}\n")
    assert page.published is None
    assert next(block.role for block in page.blocks if block.text == "4 August 2024") is Role.HEADING


def test_a_date_that_may_be_one_of_two_is_not_told() -> None:
    """English papers write the day or the month first: where both can be, and no outlet is known, there is no date."""
    page = read_page(f"Harbour opens again\nBy Ana Bela\n05/06/2025\n\n{PROSE}\n")
    assert (page.blocks[2].role, page.published) == (Role.DATELINE, None)


def test_what_the_caller_says_wins() -> None:
    """A date of the caller's wins over the printed one, and that over the one in the address."""
    text = f"Harbour opens again\nBy Ana Bela\nMay 13, 2025\n\n{PROSE}\n"
    assert read_page(text, published=date(2025, 5, 1)).published == date(2025, 5, 1)
    assert read_page(text, url="https://news.example/2025/05/12/harbour").published == date(2025, 5, 13)


def test_a_date_inside_a_byline() -> None:
    """A byline may hold the date."""
    page = read_page(f"Harbour opens again\nBy Ana Bela | May 13, 2025\n\n{PROSE}\n")
    assert ([author.name for author in page.authors], page.published) == (["Ana Bela"], date(2025, 5, 13))
