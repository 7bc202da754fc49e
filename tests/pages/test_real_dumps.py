"""Real dumps that are not part of the project: they lie in the folder that NEWSMODEL_DATA names."""

import os
from pathlib import Path

import pytest

from newsmodel.model import Page, Role
from newsmodel.pages import read_page

DATA = os.environ.get("NEWSMODEL_DATA")
pytestmark = pytest.mark.skipif(DATA is None, reason="NEWSMODEL_DATA does not name the folder with real pages")


def read(name: str) -> Page:
    """Read a real dump."""
    return read_page(Path(DATA or "") / "pages" / "dumps" / f"euronews-{name}.txt")


@pytest.mark.parametrize(
    ("name", "language", "authors", "counts"),
    [
        ("de-2026-01-06", "de", ["Malek Fouda", "AP"], (10, 0, 3)),
        ("fr-2026-01-06", "fr", ["David Mouriquand"], (4, 1, 3)),
        ("en-2024-04-28", "en", ["Daniel Harper"], (4, 3, 3)),
        ("en-2024-04-30", "en", ["Euronews", "Agencies"], (2, 0, 3)),
    ],
)
def test_counts(name: str, language: str, authors: list[str], counts: tuple[int, int, int]) -> None:
    """What a reader counts on the page is what its roles count."""
    page = read(name)
    roles = [block.role for block in page.blocks]
    assert (page.language, [author.name for author in page.authors]) == (language, authors)
    assert (roles.count(Role.CAPTION), roles.count(Role.HEADING), len(page.related)) == counts
    assert page.body[0].role is Role.LEDE


def test_a_credit_is_cut_off_where_it_is_glued() -> None:
    """The credit begins where the repeated caption ends, with or without a blank."""
    image = read("en-2024-04-28").images[1]
    assert (image.caption, image.credit) == (image.alt, "Toby Melville/TOBY MELVILLE")
