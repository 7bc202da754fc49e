"""Invented dumps in the layouts and languages of several years."""

from pathlib import Path

import pytest

from newsmodel.model import Page, Role
from newsmodel.pages import read_page

DUMPS = Path(__file__).parents[1] / "fixtures" / "dumps"

# One letter a role, so that a page is a word.
LETTERS = {
    Role.HEADLINE: "H", Role.CAPTION: "O", Role.COPYRIGHT: "C", Role.BYLINE: "B", Role.DATELINE: "D", Role.FURNITURE: "F", Role.LEDE: "L",
    Role.PARAGRAPH: "P", Role.HEADING: "T", Role.LIST_ITEM: "I", Role.QUOTATION: "Q", Role.TABLE: "G", Role.TWEET: "W", Role.RELATED: "R",
}  # fmt: skip


def read(name: str) -> Page:
    """Read an invented dump."""
    return read_page(DUMPS / f"{name}.txt")


@pytest.mark.parametrize(
    ("name", "language", "style", "roles"),
    [
        ("ka-2026", "ka", "euronews", "FFFF H OOCBD FF L P T P T P F F F RR"),
        ("fa-2026", "fa", "euronews", "FFFF H OOCBD FF L F P T P T P F R"),
        ("ar-2024", "ar", "euronews", "H OOCBD FF L F P T P W T P F R"),
        ("tr-2024", "tr", "euronews", "H HCB FF L F P W T P F F R"),
        ("ru-2017", "ru", "euronews", "F F H F H P P T P"),
        ("pt-2019", "pt", "euronews", "FFFF H BFC P P T P"),
        ("en-2022", "en", "euronews", "H FBOO P P T P II I F GG F R QQQ P P"),
        ("es-clean", "es", None, "HB P T P P"),
    ],
)
def test_roles(name: str, language: str | None, style: str | None, roles: str) -> None:
    """Structure and strings give every line its role, in languages without strings, too."""
    page = read(name)
    assert "".join(LETTERS[b.role] for b in page.blocks) == roles.replace(" ", "")
    assert (page.language, page.style) == (language, style)


@pytest.mark.parametrize(
    ("name", "authors", "notice"),
    [
        ("ka-2026", ["გიორგი მაისურაძე"], "ნინო ბელაძე"),
        ("fa-2026", ["سارا کمالی"], "نیما راد/AP"),
        ("ar-2024", ["يورونيوز", "AP"], "ليلى حداد/AFP"),
        ("tr-2024", ["Euronews"], None),
        ("ru-2017", [], None),
        ("pt-2019", ["Ana Prata", "Rui Sá", "Lusa"], "Rui Sá/AP"),
        ("en-2022", ["Euronews", "AP"], "Ana Bela/AP"),
    ],
)
def test_byline_and_copyright(name: str, authors: list[str], notice: str | None) -> None:
    """The names of the byline and the credit of the cover are read."""
    page = read(name)
    assert ([a.name for a in page.authors], page.copyright) == (authors, notice)


def test_the_cover_comes_from_its_two_lines() -> None:
    """Alternative text and caption may differ; the credit is the caption's end."""
    image = read("en-2022").images[0]
    assert (image.alt, image.caption, image.credit) == ("Ships in the new port", "Ships in the new port on Monday", "Ana Bela/AP")


def test_list_items_and_related_titles_have_no_bullets() -> None:
    """Bullets and numbers of a list are no words of it."""
    page = read("en-2022")
    assert [b.text for b in page.blocks if b.role is Role.LIST_ITEM] == ["A dock for ferries", "A road of 12 km", "Fences"]
    assert [link.text for link in page.related] == ["Trains arrive in the capital"]


def test_a_cut_summary_is_automatic() -> None:
    """A summary that is cut in mid-word, with an ellipsis, is outside the text."""
    page = read("tr-2024")
    assert page.lede is not None
    assert page.lede.endswith("sür…")
    assert page.body[0].role is Role.PARAGRAPH


def test_a_written_summary_is_part_of_the_text() -> None:
    """A summary that the paragraphs do not repeat is the first block of the body."""
    page = read("fa-2026")
    assert page.body[0].role is Role.LEDE
    assert page.text.startswith(page.lede or "?")
