"""What an HTML page says of itself in ways that few pages do."""

import json

import pytest

from newsmodel.model import PageError
from newsmodel.pages import read_page
from newsmodel.pages.html.says import path_of
from tests.pages.html_pages import MORE, PROSE, article, read

BODY = f"<p>{PROSE}</p><p>{MORE}</p>"


def told(*things: object) -> str:
    """Write things as a page does."""
    return f'<script type="application/ld+json">{json.dumps(things[0] if len(things) == 1 else things)}</script>'


@pytest.mark.parametrize(
    ("value", "is_closed"),
    [(False, True), ("False", True), (True, False), ("true", False), ("maybe", False), (None, False), ([7, False], True)],
)
def test_a_paywall_is_told_by_the_metadata(value: object, is_closed: bool) -> None:  # noqa: FBT001 -- a table
    """Whether an article is free is told as a truth value or as its word; anything else tells nothing."""
    page = read(BODY, head=told({"@type": "NewsArticle", "isAccessibleForFree": value}))
    assert any("paywall" in warning for warning in page.warnings) is is_closed


def test_breadcrumbs_may_have_gaps() -> None:
    """Steps without a name, and what is no step, are left out of the path of sections."""
    steps = ["World", {"item": "https://www.euronews.com/none"}, {"name": "Ports", "item": "https://www.euronews.com/ports"}]
    page = read(BODY, head=told({"@type": "BreadcrumbList", "itemListElement": steps}))
    assert page.section == ("Ports",)


def test_things_are_looked_for_to_a_depth() -> None:
    """Lists inside lists are followed as deep as pages have them, and not without end."""
    thing: object = {"@type": "NewsArticle", "keywords": ["harbour", "storm"]}
    near, far = thing, thing
    for _ in range(5):
        near = [near]
    for _ in range(50):
        far = [far]
    assert read(BODY, head=told(near)).keywords == ("harbour", "storm")
    assert read(BODY, head=told(far)).keywords == ()


def test_a_film_has_an_address_or_a_title() -> None:
    """A film of which the page tells nothing but its length is none."""
    films = [{"@type": "VideoObject", "duration": "PT5S"}, {"@type": "VideoObject", "name": "The quay", "duration": "pt1m"}]
    page = read(BODY, head=told({"@type": "NewsArticle", "video": films}))
    assert [(film.title, film.duration) for film in page.videos] == [("The quay", "PT1M")]


def test_addresses_that_are_none_do_no_harm() -> None:
    """An address that cannot be taken apart is kept as it is printed."""
    page = read(f"<p>{PROSE} <a href='//[x/y'>Ships</a></p><p>{MORE}</p>", head="<base href='https://[z'>")
    assert [link.url for link in page.body[0].links] == ["//[x/y"]
    assert (path_of("https://[x/y"), path_of("https://x.org/y")) == ("", "/y")


def test_an_article_needs_a_headline() -> None:
    """Paragraphs without any headline, on the page or in its metadata, are no article."""
    with pytest.raises(PageError, match="found no headline"):
        read_page(f"<article>{BODY}</article>")


def test_a_headline_of_the_metadata_is_enough() -> None:
    """A page that says it is an article, and shows no headline, has the one that its metadata tell."""
    head = "<title>Port opens</title><meta property='og:type' content='article'>"
    page = read_page(f"<html><head>{head}</head><body><div>{BODY}</div></body></html>")
    assert (page.headline, [block.text for block in page.body]) == ("Port opens", [PROSE, MORE])


def test_words_of_a_headline_over_two_lines() -> None:
    """A line break in a headline that stands outside the article is a blank."""
    body = "<p>" + "</p><p>".join([PROSE, MORE, f"{PROSE} {MORE}"]) + "</p>"
    page = read_page(f"<html><body><h1>Port<br>opens</h1><div><div><div>{body}</div></div></div></body></html>")
    assert page.headline == "Port opens"


def test_of_short_articles_the_one_with_sentences() -> None:
    """Where all paragraphs are short, the article is the one with a headline of its own and two sentences."""
    teaser, notice = "<article><p>Storm near.</p><p>Two hurt.</p></article>", "<article><h1>Tides</h1><p>High tide.</p></article>"
    own = "<article><h1>Port opens</h1><p>The port is open.</p><p>Ships came in.</p></article>"
    page = read_page(f"<html><head><title>Port opens</title></head><body>{teaser}{notice}{own}</body></html>")
    assert (page.headline, [block.text for block in page.body]) == ("Port opens", ["The port is open.", "Ships came in."])


def test_a_known_layout_with_its_body_elsewhere() -> None:
    """Where a page has the marks of a layout, and no body where the layout has it, the body is found by its prose."""
    page = read_page(article(BODY).replace("c-article-content js-article-content", "another-name"))
    assert (page.style, [block.text for block in page.body]) == ("euronews", [PROSE, MORE])
