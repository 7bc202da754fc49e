"""Pictures of the body: alternative text, and below it caption and credit."""

import pytest

from newsmodel.model import Page, Role
from newsmodel.pages import read_page


def read(*lines: str) -> Page:
    """Read a page with these lines between two paragraphs."""
    return read_page("A headline\n\nThe first paragraph has a stop.\n\n" + "\n".join(lines) + "\n\nThe last paragraph has a stop.\n")


@pytest.mark.parametrize(
    ("alt", "below", "caption", "credit"),
    [
        ("Ships at noon", "Ships at noonAna Bela/AP", "Ships at noon", "Ana Bela/AP"),
        (
            "Ships at noon",
            "Ships at noon Ana Bela/Copyright 2026 The AP. All rights reserved.",
            "Ships at noon",
            "Ana Bela/Copyright 2026 The AP. All rights reserved.",
        ),
        ("Ships leave the port, 3 May", "Ships leave the port 3 May. Ana Bela/AP", "Ships leave the port 3 May.", "Ana Bela/AP"),
        ("A dock", "Workers on the new dock before dawn. Ana Bela/AP", "Workers on the new dock before dawn.", "Ana Bela/AP"),
        ("Ships at noon", "Ships at noon © Ana Bela", "Ships at noon", "© Ana Bela"),
        ("Ships", "Ships in a harbour, Ana Bela/AFP", "Ships in a harbour, Ana Bela/AFP", None),
    ],
)
def test_two_lines_are_a_picture(alt: str, below: str, caption: str, credit: str | None) -> None:
    """The credit is cut off where the repetition ends, and stays with the caption where nothing shows where it begins."""
    page = read(alt, below)
    (image,) = page.images
    assert [b.role for b in page.blocks[2:4]] == [Role.CAPTION, Role.CAPTION]
    assert (image.alt, image.caption, image.credit) == (alt, caption, credit)


def test_the_lines_of_a_picture_may_stand_apart() -> None:
    """A blank line between alternative text and caption does not hide the picture, and pictures keep their order."""
    page = read("Ships at noon", "", "Ships at noon Ana Bela/AP", "", "Then they left.", "", "Trains at night", "Trains at night Tom Ray")
    assert [image.credit for image in page.images] == ["Ana Bela/AP", "Tom Ray"]


def test_who_holds_the_rights_ends_a_caption() -> None:
    """A line that ends with whose rights a picture is stands below one, although it ends as sentences do."""
    line = "Workers on the new dock before dawn. Copyright 2026 The AP. All rights reserved."
    for lines in ([line], ["A dock", line]):
        page = read(*lines)
        assert [image.caption for image in page.images] == [line]
        assert [block.text for block in page.blocks if block.role is Role.CAPTION] == lines


@pytest.mark.parametrize("between", ["", "\n"])
def test_a_heading_that_its_paragraph_repeats_is_none(between: str) -> None:
    """Sentences that begin alike, or with the words of a heading, are no pictures."""
    page = read("Hospitals bombed" + between, "Hospitals bombed on Monday were empty, the mayor said.", "", "It was late.")
    assert page.blocks[2].role is Role.HEADING
    assert page.images == ()
    page = read("In 2019, five ships came to the port." + between, "In 2020, five ships came to the port.")
    assert {b.role for b in page.blocks[1:]} == {Role.PARAGRAPH}
