"""Lines of page texts that look like something else: bylines, dates, captions, headings, titles of lists."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsmodel.model import Role
from newsmodel.pages import read_page
from newsmodel.pages.html.moments import day_in_path, differ, moment
from newsmodel.pages.lede import begins
from newsmodel.pages.printed import date_inside, read_dates

FIRST, SECOND, LAST = "The port of Brindle opened again.", "Ships were waiting outside the port.", "Repairs go on until the summer."
BAR = "Share this articleComments\nShare this articleClose Button"
HEADER = f"Port opens\n\nBy\u00a0Euronews\n{BAR}\n\nIn short, it is open.\n\n"


def below_headline(lines: str) -> list[tuple[str, str]]:
    """Give role and words of the blocks below the headline of a page whose outlet nobody knows."""
    return [(block.role.value, block.text) for block in read_page(f"Port opens\n\n{lines}\n\n{FIRST}\n\n{SECOND}\n").blocks[1:]]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ana Bela", "byline"),
        ("By 2030 all is open", "heading"),
        ("By the sea they waited", "heading"),
        ("By Ana Bela it is open?", "heading"),
        ("By Monday Ana Bela had seen the last of them.", "paragraph"),
        ("By •", "heading"),
    ],
)
def test_not_every_line_with_by_is_a_byline(line: str, role: str) -> None:
    """A byline names somebody: what goes on in small letters, with a number, as a sentence or without a name is none."""
    assert below_headline(line)[0] == (role, line)


def test_an_author_has_one_office() -> None:
    """Of what follows a name, the first is the office; nothing is made an author of the others."""
    page = read_page(f"Port opens\nBy Ana Bela, reporter, editor\n\n{FIRST}\n\n{SECOND}\n")
    assert [(author.name, author.role) for author in page.authors] == [("Ana Bela", "reporter")]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("10:12 GMT+2, 14/05/2025", datetime(2025, 5, 14, 10, 12, tzinfo=timezone(timedelta(hours=2)))),
        ("05/13/2025", date(2025, 5, 13)),
        ("13/05/2025 10.12.2025", date(2025, 5, 13)),
        ("13/05/2025 and 12 ships 2025", None),
    ],
)
def test_forms_of_dates(line: str, published: date | None) -> None:
    """A time may stand before its date, a month before its day; the first of two dates counts, and other words make it no line of dates."""
    found = read_dates(line)
    assert (found and found.published and found.published.moment(day_first=True)) == published


def test_a_time_that_no_clock_has_leaves_the_day() -> None:
    """A moment is not made of what no clock shows, and the day is kept."""
    line = read_dates("14/05/2025 - 25:12 GMT+2")
    assert line is not None
    assert line.published is not None
    assert line.published.moment(day_first=True) == date(2025, 5, 14)


@pytest.mark.parametrize(
    ("text", "is_there"),
    [("Ana Bela | May 13, 2025", True), ("Ana Bela | May 13, 2025 | May 14, 2025", False), ("Ana Bela | 12 ships 2025", False)],
)
def test_a_byline_tells_the_day_where_it_has_one(text: str, is_there: bool) -> None:  # noqa: FBT001 -- a table
    """A single date inside a byline is that of publication; of two, nobody knows which is."""
    assert (date_inside(text) is not None) is is_there


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 06 May 2024 10:00:00 +0000", datetime(2024, 5, 6, 10, tzinfo=UTC)),
        ("Monday, the first of May", None),
        ("Monday", None),
        ("1714989600", datetime(2024, 5, 6, 10, tzinfo=UTC)),
    ],
)
def test_moments_of_machines(text: str, expected: datetime | None) -> None:
    """The form of e-mail and seconds since 1970 are moments; words with a comma are not."""
    assert moment(text) == expected


def test_an_address_names_a_day_of_the_calendar() -> None:
    """A path names a day only where the calendar has it."""
    assert (day_in_path("/2024/05/06/port"), day_in_path("/2024/13/40/port")) == (date(2024, 5, 6), None)


def test_a_moment_without_a_zone_may_be_another() -> None:
    """Two moments of which one tells no zone differ where no zone on earth makes them the same."""
    known = datetime(2024, 5, 6, 10, tzinfo=UTC)
    assert not differ(known, datetime(2024, 5, 6, 23))  # noqa: DTZ001 -- without a zone is the point
    assert differ(known, datetime(2024, 5, 7, 1))  # noqa: DTZ001 -- likewise


def test_a_heading_may_call_out() -> None:
    """A few words with an exclamation mark are a heading; words that somebody says, and many words, are not."""
    assert ("heading", "Welcome back!") in below_headline(f"{LAST}\n\nWelcome back!")
    assert ("paragraph", "“Welcome back!”") in below_headline(f"{LAST}\n\n“Welcome back!”")


def test_a_sentence_in_a_list_of_articles_is_no_title() -> None:
    """Below the heading of a list of articles stand titles; a sentence there is a paragraph again."""
    page = read_page(f"{HEADER}{FIRST}\n\nYou might also like\n{SECOND}\n\n{LAST}\n")
    assert [block.text for block in page.body if block.role is Role.PARAGRAPH] == [FIRST, SECOND, LAST]
    assert page.related == ()


def test_the_word_for_comments_may_be_a_heading() -> None:
    """“Discussion” alone above a sentence is a heading of the article, and elsewhere a button of the page."""
    roles = {block.text: block.role for block in read_page(f"{HEADER}{FIRST}\n\nDiscussion\n\n{SECOND}\n\n{LAST}\n").blocks}
    assert roles["Discussion"] is Role.HEADING


def test_contributors_below_a_list_of_articles_are_of_the_list() -> None:
    """Names right above the end of the body are contributors; below the heading of a list of articles, a known label must tell that."""
    sources = "Additional sources • AP"
    assert [author.name for author in read_page(f"{HEADER}{FIRST}\n\n{SECOND}\n\n{sources}\n{BAR}\n\nMost read\n").authors] == [
        "Euronews",
        "AP",
    ]
    for line, names in ((sources, ["Euronews"]), ("Weitere Quellen • AP, EFE, AFP, ANSA.", ["Euronews", "AP", "EFE", "AFP", "ANSA"])):
        page = read_page(f"{HEADER}{FIRST}\n\n{SECOND}\n\nYou might also like\n{line}\n{BAR}\n\nMost read\n")
        assert [author.name for author in page.authors] == names


@pytest.mark.parametrize(
    ("line", "role"), [("By\u00a0", Role.COPYRIGHT), ("PORT OPENS.", Role.HEADLINE), ("Ships in the port", Role.CAPTION)]
)
def test_lines_above_the_bar_that_say_nothing(line: str, role: Role) -> None:
    """Above the share bar, a label without a name is that of the copyright, and the headline may stand again in other letters."""
    assert read_page(f"Port opens\n{line}\n{BAR}\n\nIn short, it is open.\n\n{FIRST}\n\n{SECOND}\n").blocks[1].role is role


def test_a_caption_that_ends_otherwise_keeps_its_credit() -> None:
    """Where a caption repeats the description above it but for the last word, nothing shows where its credit begins."""
    alt, caption = "Ships wait outside the port of Brindle today", "Ships wait outside the port of Brindle Ana Bela/AP"
    page = read_page(f"{HEADER}{FIRST}\n\n{alt}\n{caption}\n\n{SECOND}\n\n{LAST}\n")
    assert [(image.alt, image.caption, image.credit) for image in page.images] == [(alt, caption, None)]


def test_a_summary_may_be_the_first_paragraphs() -> None:
    """A summary that the first paragraphs repeat is told from one of its own, also where it runs over several of them."""
    summary = "The port of Brindle opened again. Ships were waiting"
    assert begins(summary, [FIRST, SECOND])
    assert not begins(summary, [FIRST, LAST])
    assert not begins(summary, [FIRST])


def test_broken_bytes_are_told_by_their_encoding() -> None:
    """A page in UTF-16 that ends in half a character is read, and the place told."""
    page = read_page(f"Port opens\n\n{FIRST}\n\n{SECOND}\n".encode("utf-16")[:-1])
    assert page.body[0].text == FIRST
    assert "One place cannot be read as utf-16." in page.warnings
