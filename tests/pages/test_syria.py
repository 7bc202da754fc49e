"""The page that the project began with."""

from pathlib import Path

import pytest

from newsmodel.model import EntityKind, Page, Role
from newsmodel.pages import read_page

SYRIA = Path(__file__).parents[2] / "examples" / "syria_article.txt"

# Everything that the words could have given away: with other words, the page must be read the same.
OTHER_WORDS = {
    "USA / Russia : diplomatic breakdown over Syria": "Peru and Chile at odds again",
    "John Kerry": "Maria Luisa Oblitas",
    "Sergei Lavrov": "Jorge Paz",
    "Aleppo": "Arica",
    "A fragile truce": "“Nobody wins”, says the mayor",
    "Hospitals bombed": "What did the ships carry?",
    "Pass the blame": "3. Dos and don'ts of 2019",
    "AliciaMelville-Smith (@alicia_ms) 10 septembre 2016": "Q (@q1) May 3, 2019",
    "Michael Vine (@mpvine) 24 septembre 2016": "El Día (Perú) (@el_dia) 24. Dezember 2019",
    "ZamanAlwslEng (@ZamanEnglish) 23 septembre 2016": "منى (@mona) ٢٣ سبتمبر ٢٠١٩",
    "342 people including 106 children": "almost 9,000 people",
}


def other_words() -> str:
    """Give the page with other words."""
    text = SYRIA.read_text(encoding="utf-8")
    for old, new in OTHER_WORDS.items():
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture(name="page")
def _page() -> Page:
    return read_page(SYRIA)


def test_the_page_says_of_itself(page: Page) -> None:
    """Headline, language, outlet and byline are read; the empty copyright is none, and a date is not made up."""
    assert page.headline == "USA / Russia : diplomatic breakdown over Syria"
    assert (page.language, page.style, page.copyright, page.published, page.images) == ("en", "euronews", None, None, ())
    assert [(a.name, a.kind) for a in page.authors] == [("Euronews", EntityKind.ORGANIZATION)]


def test_the_roles_of_its_lines(page: Page) -> None:
    """Every line has the role that a reader sees."""
    header = "headline headline copyright byline furniture furniture furniture lede furniture"
    body = "paragraph tweet paragraph heading paragraph paragraph tweet paragraph tweet"
    body += " heading paragraph paragraph heading paragraph paragraph paragraph"
    tail = "furniture furniture related related related"
    assert " ".join(b.role for b in page.blocks) == f"{header} {body} {tail}"


def test_the_roles_do_not_hang_on_the_words(page: Page) -> None:
    """The same page with other names, numbers, dates, headings and handles has the same roles."""
    assert [b.role for b in read_page(other_words()).blocks] == [b.role for b in page.blocks]


def test_the_automatic_lede_is_outside_the_text(page: Page) -> None:
    """The summary that the first paragraph repeats is the lede, and no part of the body."""
    assert page.lede is not None
    assert page.text.startswith(page.lede)
    assert next(b for b in page.blocks if b.role is Role.LEDE).span is None
    assert page.body[0].role is Role.PARAGRAPH


def test_a_tweet_is_one_block_with_its_signature(page: Page) -> None:
    """The words of a post and its signature are one block, as printed."""
    tweets = [b.text for b in page.body if b.role is Role.TWEET]
    assert len(tweets) == 3
    assert tweets[2] == (
        "US, Russia fail to revive Syrian trucehttps://t.co/eswwQ8LM4Dpic.twitter.com/R8kIjBydNE"
        " — ZamanAlwslEng (@ZamanEnglish) 23 septembre 2016"
    )


def test_spans_are_of_the_text(page: Page) -> None:
    """Exactly the prose of the body has spans, and each holds its block's words."""
    placed = [b for b in page.blocks if b.span]
    assert placed == [b for b in page.body if b.role.is_prose]
    assert all(b.span is not None and b.span.of(page.text) == b.text for b in placed)


def test_related_articles_are_no_text(page: Page) -> None:
    """The titles below the share bar are related articles."""
    assert page.related[0].text == "World donors pledge millions in aid for Sudan on anniversary of war"
    assert len(page.related) == 3
    assert "Sudan" not in page.text
