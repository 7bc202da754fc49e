"""Every string of furniture of every language that the style knows."""

import pytest

from newsmodel.model import Role
from newsmodel.pages import read_page
from newsmodel.pages.style import known_styles

STYLE = next(style for style in known_styles() if style.name == "euronews")
KINDS = ("share", "comments", "close", "clipboard", "embed", "copied", "ad", "shortcuts", "lists", "navigation", "notices")
STRINGS = [
    pytest.param(string, id=f"{tag}-{kind}-{number}")
    for tag, strings in (("everywhere", STYLE.everywhere), *STYLE.languages)
    for kind in KINDS
    for number, string in enumerate(getattr(strings, kind))
    if "…" not in string
]


@pytest.mark.parametrize("string", STRINGS)
def test_a_line_of_furniture(string: str) -> None:
    """A line above or below the paragraphs that is nothing but a string of furniture is labelled so, and no part of the text."""
    prose = "The first ships came in.\n\nNobody was hurt.\n\nRepairs go on."
    page = read_page(f"Harbour opens again\n\n{string}\n\n{prose}\n\n{string}\n", style=STYLE)
    assert [block.role for block in page.blocks if block.text == " ".join(string.split())] == [Role.FURNITURE, Role.FURNITURE]
    assert string not in page.text
