"""Each layout era of the known outlet, on pages of our own."""

from pathlib import Path

import pytest

from newsmodel.model import Page, Role
from newsmodel.pages import read_page
from tests.pages.html_pages import seen, told

FOLDER = Path(__file__).parents[1] / "fixtures" / "html"


def read(name: str) -> Page:
    """Read a page of an era."""
    return read_page(FOLDER / f"{name}.html")


@pytest.mark.parametrize(
    ("name", "language", "authors", "published", "modified", "keywords", "section", "number"),
    [
        ("e2-2019", "pt", ["Ana Bela"], "2019-03-04T09:30:00+01:00", None, ("Portos", "Tempestades"), (), None),
        (
            "e4-2024",
            "en",
            ["Ana Bela", "AP"],
            "2024-05-01T10:00:00+02:00",
            "2024-05-01T10:00:04+02:00",
            ("Ports", "Storms"),
            ("News",),
            "2",
        ),
        (
            "e5-2026",
            "fr",
            ["Ana Bela", "Vic Roy"],
            "2026-02-03T10:00:00+01:00",
            "2026-02-03T14:20:00+01:00",
            ("Ports", "Mer"),
            ("Infos",),
            "3",
        ),
    ],
)
def test_what_the_page_says(  # noqa: PLR0913, PLR0917 - one column a field
    name: str,
    language: str,
    authors: list[str],
    published: str,
    modified: str | None,
    keywords: tuple[str, ...],
    section: tuple[str, ...],
    number: str | None,
) -> None:
    """Each era tells authors, dates, keywords, sections and id by its own markup, and none contradicts itself."""
    page = read(name)
    assert page.style == "euronews"
    assert (page.language, [author.name for author in page.authors]) == (language, authors)
    assert page.published is not None
    assert page.published.isoformat() == published
    assert (page.modified.isoformat() if page.modified else None) == modified
    assert (page.keywords, page.section, page.id) == (keywords, section, number)
    assert page.warnings == ()


@pytest.mark.parametrize(
    ("name", "lede", "body", "related"),
    [
        ("e2-2019", False, [(None, "paragraph"), (2, "heading"), (None, "paragraph")], ["Tempestade fecha o porto"]),
        ("e4-2024", True, [(None, "paragraph"), (2, "heading"), (None, "paragraph")], ["Storm closes port"]),
        ("e5-2026", True, [(None, "paragraph"), (3, "heading"), (None, "paragraph")], ["La tempête ferme le port"]),
    ],
)
def test_the_body(name: str, lede: bool, body: list[tuple[int | None, str]], related: list[str]) -> None:  # noqa: FBT001 - the expected value
    """Each era has its lede, body with levels of headings, and related articles."""
    page = read(name)
    blocks = page.body
    assert (blocks[0].role is Role.LEDE) is lede
    assert [(block.level, block.role.value) for block in blocks[int(lede) :]] == body
    assert [link.text for link in page.related] == related


@pytest.mark.parametrize(("name", "selector"), [("e2-2019", ".o-article"), ("e4-2024", "article"), ("e5-2026", "article.o-article-newsy")])
def test_nothing_is_lost(name: str, selector: str) -> None:
    """Every letter of the article's element is in one block, in order."""
    assert told(read(name)) == seen((FOLDER / f"{name}.html").read_text(encoding="utf-8"), selector)


def test_an_era_whose_header_is_unknown() -> None:
    """Byline, date and copyright above the body are told by their words where no selector finds them."""
    page = read_page(
        """<html lang="en"><link rel="canonical" href="https://www.euronews.com/2022/03/04/port"><div class="o-article">
        <h1 class="c-article-title">Port opens</h1><div>Access to the comments <a href="#c">Comments</a></div>
        <div>By <b>Ana Bela</b> with AP</div>
        <div>Updated: 04/03/2022</div><div>Copyright&nbsp;Ed Fell/AP</div><div class="c-article-content js-article-content">
        <p>The port of Brindle opened again on Monday.</p><p>Nobody was hurt.</p></div></div></html>"""
    )
    assert [block.role for block in page.blocks[:5]] == [Role.HEADLINE, Role.FURNITURE, Role.BYLINE, Role.DATELINE, Role.COPYRIGHT]
    assert ([author.name for author in page.authors], page.copyright) == (["Ana Bela", "AP"], "Ed Fell/AP")


def test_marks_tell_the_era_where_the_host_does_not() -> None:
    """A page without any address is recognised by the markup of an era."""
    html = (FOLDER / "e4-2024.html").read_text(encoding="utf-8").replace('<link rel="canonical"', '<link rel="other"')
    assert read_page(html).style == "euronews"
    assert read_page(html, url="https://example.org/a").style is None
