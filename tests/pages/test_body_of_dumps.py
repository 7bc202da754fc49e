"""Where the body of a page text begins and ends, and what stands in it."""

import pytest

from newsmodel.model import Role
from newsmodel.pages import read_page

FIRST, SECOND, LAST = "The port of Brindle opened again.", "Ships were waiting outside the port.", "Repairs go on until the summer."
BAR = "Share this articleComments"
HEADER = f"Port opens\n\nBy\u00a0Euronews\n{BAR}\nShare this articleClose Button\n\nIn short, it is open.\n\n"


def blocks(text: str) -> list[tuple[str, str]]:
    """Give role and words of each block."""
    return [(block.role.value, block.text) for block in read_page(text).blocks]


def test_a_bar_between_paragraphs_does_not_end_the_body() -> None:
    """The body ends where the bar of the header stands again, not at a label that looks like one."""
    page = read_page(f"{HEADER}{FIRST}\n\nShare this article\n\n{SECOND}\n\n{LAST}\n\n{BAR}\n\nYou might also like\n\nStorm closes port\n")
    assert [block.text for block in page.body[1:]] == [FIRST, SECOND, LAST]
    assert [link.text for link in page.related] == ["Storm closes port"]


@pytest.mark.parametrize("bar", ["Share this article", BAR, "Share Comments"])
def test_a_bar_with_nothing_below_closes_the_page(bar: str) -> None:
    """On a page whose header has no bar, the only one closes the body, however short the paragraphs are."""
    text = f"Port opens\nBy\u00a0Euronews\n\n{FIRST}\n\n{SECOND}\n\n{bar}\n\nMost read\n\nStorm closes port\n"
    assert [text for role, text in blocks(text) if role == "paragraph"] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "notice",
    [
        "Euronews is no longer accessible on Internet Explorer. " + "Please use another browser, such as one that is newer. " * 4,
        "Euronews n'est plus accessible sur Internet Explorer. " + "Ce navigateur n'est pas mis à jour par son éditeur. " * 4,
    ],
)
def test_a_long_notice_above_the_headline(notice: str) -> None:
    """A notice that goes on behind its first sentence is furniture, and not the headline."""
    page = read_page(f"{notice}\n\nBREAKING NEWS\n\nPort opens\nText size Aa Aa\n\n{FIRST}\n\n{SECOND}\n")
    assert page.headline == "Port opens"
    assert page.blocks[0].role is Role.FURNITURE


def test_a_table_with_its_title_and_a_row_of_one_cell() -> None:
    """A line glued to the first row is the title of the table and no picture's; one between two rows is a row."""
    text = f"Port opens\n\n{FIRST}\n\nSeats\nCountry\t\tSeats\nTotal\nMalta\t\t6\n\n{LAST}\n"
    assert blocks(text)[2:-1] == [("caption", "Seats"), ("table", "Country Seats"), ("table", "Total"), ("table", "Malta 6")]
    assert read_page(text).images == ()


def test_a_further_paragraph_of_an_item() -> None:
    """A line below an item, and as deep as its words, is of the list; indented paragraphs elsewhere are paragraphs."""
    text = f"Port opens\n\n{FIRST}\n\n  • One dock\n\n    is open\n\n  • Two docks\n\n{LAST}\n"
    assert blocks(text)[2:-1] == [("list_item", "One dock"), ("list_item", "is open"), ("list_item", "Two docks")]
    indented = f"Port opens\n\n  {FIRST}\n\n  {SECOND}\n\n  {LAST}\n"
    assert [role for role, _ in blocks(indented)[1:]] == ["paragraph"] * 3


def test_a_description_of_a_picture_without_caption() -> None:
    """A line alone that ends with a comma and a date is the description of a picture, and neither heading nor paragraph."""
    alt = "Ships wait outside the port of Brindle, Monday, Jan. 5, 2026"
    text = f"Port opens\n\n{FIRST}\n\n{alt}\n\nThe plan for 2026\n\n{SECOND}\n\nIt all began in Brindle, in 2024.\n"
    assert [role for role, _ in blocks(text)[1:]] == ["paragraph", "caption", "heading", "paragraph", "paragraph"]


def test_a_long_first_paragraph_is_no_summary() -> None:
    """Right below the bar stands the summary, but not one as long as a paragraph."""
    long = " ".join([FIRST, SECOND, LAST] * 5)
    page = read_page(f"Port opens\n\n{BAR}\nShare this articleClose Button\n\n{long}\n\n{SECOND}\n\n{BAR}\n")
    assert (page.lede, [block.role for block in page.body]) == (None, [Role.PARAGRAPH, Role.PARAGRAPH])
    assert read_page(f"{HEADER}{FIRST}\n\n{SECOND}\n\n{BAR}\n").lede == "In short, it is open."
