"""Every string of furniture of every language that the style knows."""

import pytest

from newsmodel.model import EntityKind, PageError, Role
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


@pytest.mark.parametrize("right", STYLE.rights)
def test_what_only_a_credit_says(right: str) -> None:
    """A line that repeats the one above it, and ends with whose picture it is, is a caption."""
    alt = "Two ships in the harbour of Brindle"
    page = read_page(f"Harbour opens again\n\nThe first ships came in.\n\n{alt}\n{alt} Ana Bela {right}\n\nNobody was hurt.\n")
    assert [block.role for block in page.body] == [Role.PARAGRAPH, Role.CAPTION, Role.CAPTION, Role.PARAGRAPH]


@pytest.mark.parametrize("agency", STYLE.agencies)
def test_agencies(agency: str) -> None:
    """An agency that a byline names is an organisation."""
    page = read_page(f"Harbour opens again\nBy\u00a0Ana Bela, {agency}\n\nThe first ships came in.\n\nNobody was hurt.\n")
    assert [(author.name, author.kind) for author in page.authors] == [
        ("Ana Bela", EntityKind.PERSON),
        (" ".join(agency.split()).strip(), EntityKind.ORGANIZATION),
    ]


@pytest.mark.parametrize("wall", STYLE.walls)
def test_walls(wall: str) -> None:
    """A page whose headline is that of a wall is no article, as text and as HTML."""
    with pytest.raises(PageError, match="looked for"):
        read_page(f"{wall}\n\nThe first ships came in.\n\nNobody was hurt.\n", style=STYLE)
    with pytest.raises(PageError, match="looked for"):
        read_page(f"<html><body><h1>{wall}</h1><p>The first ships came in.</p><p>Nobody was hurt.</p></body></html>", style=STYLE)


OPEN = [
    pytest.param(line, id=f"{tag}-{kind}-{number}")
    for tag, strings in (("everywhere", STYLE.everywhere), *STYLE.languages)
    for kind, form in (("openings", "{} Xyzzy 12"), ("endings", "Xyzzy 12 {}"), ("bars", "{}"))
    for number, string in enumerate(getattr(strings, kind))
    for line in (form.format(string.replace("…", "Xyzzy")),)
]


@pytest.mark.parametrize("line", OPEN)
def test_a_line_of_furniture_that_is_known_in_part(line: str) -> None:
    """A line that begins or ends as furniture does is furniture, whatever else it holds."""
    page = read_page(f"Harbour opens again\n\nThe first ships came in.\n\n{line}\n\nNobody was hurt.\n", style=STYLE)
    assert [block.role for block in page.blocks if block.text == line] == [Role.FURNITURE]


@pytest.mark.parametrize(
    ("label", "tag"), [(label, tag) for tag, strings in STYLE.languages for label in (*strings.contributors, "Xyzzy", "Autre chose")]
)
def test_names_below_the_body(label: str, tag: str) -> None:
    """Names behind a label and a bullet below the body are authors, in any language."""
    text = f"Harbour opens again\n\nThe first ships came in.\n\nNobody was hurt.\n\n{label} • Ana Bela\n\nShare this articleComments\n"
    html = f"""<article class="o-article-newsy"><h1>Harbour opens again</h1>
        <div class="c-article-content"><p>The first ships came in.</p></div>
        <footer class="c-article-contributors c-article-contributors-supplementary"><p>{label}<strong> • Ana Bela</strong></p></footer>
        </article>"""
    for page in (read_page(text, style=STYLE), read_page(f"<html lang='{tag}'>{html}</html>", style=STYLE)):
        assert [author.name for author in page.authors] == ["Ana Bela"]
        assert [block.text for block in page.blocks if block.role is Role.BYLINE] == [f"{label} • Ana Bela"]
