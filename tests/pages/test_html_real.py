"""Real HTML pages that are not part of the project: they lie in the folder that NEWSMODEL_DATA names."""

import gzip
import os
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from newsmodel.model import Page, Role
from newsmodel.pages import read_page
from tests.pages.html_pages import seen, told

DATA = os.environ.get("NEWSMODEL_DATA")
pytestmark = pytest.mark.skipif(DATA is None, reason="NEWSMODEL_DATA does not name the folder with real pages")

NAMES = ("en-2024-04-28", "en-2024-04-30", "de-2026-01-06", "fr-2026-01-06")


@cache
def source(name: str) -> str:
    """Give the HTML of a page."""
    return gzip.decompress((Path(DATA or "") / "pages" / f"euronews-{name}.html.gz").read_bytes()).decode()


@cache
def read(name: str) -> Page:
    """Read a page from its HTML."""
    return read_page(source(name))


@cache
def read_dump(name: str) -> Page:
    """Read the same page from its text."""
    return read_page(Path(DATA or "") / "pages" / "dumps" / f"euronews-{name}.txt")


def texts(page: Page, *roles: Role) -> list[str]:
    """Give the words of the blocks with these roles."""
    return [block.text for block in page.blocks if block.role in roles]


EXPECTED = {
    "en-2024-04-28": {
        "headline": "Ireland seeks emergency law to return asylum seekers back to UK",
        "authors": ["Daniel Harper"],
        "published": "2024-04-28T12:25:38+02:00",
        "modified": "2024-04-28T12:25:42+02:00",
        "keywords": ("asylum seekers", "Migration Policy", "Rishi Sunak"),
        "section": ("News", "World", "Ireland"),
        "id": "8403342",
        "language": "en",
        "translations": [],
        "counts": {"paragraph": 18, "heading": 3, "tweet": 2, "caption": 2, "related": 3, "embed": 0, "byline": 1},
        "headings": [
            (2, "80 percent of asylum seekers from Northern Irish border"),
            (2, "'The deterrent is already having an impact'"),
            (2, "Rising tensions surrounding migration policies"),
        ],
    },
    "en-2024-04-30": {
        "headline": "Swedish police to investigate reports of information leaks to violent gangs",
        "authors": ["Euronews", "Agencies"],
        "published": "2024-04-30T16:38:37+02:00",
        "modified": "2024-04-30T16:38:39+02:00",
        "keywords": ("Sex scandal", "Sweden", "Police", "Stockholm", "Organised crime"),
        "section": ("News", "World"),
        "id": "8406978",
        "language": "en",
        "translations": ["it", "es"],
        "counts": {"paragraph": 12, "heading": 0, "tweet": 0, "caption": 1, "related": 5, "embed": 0, "byline": 1},
        "headings": [],
    },
    "de-2026-01-06": {
        "headline": "UN: Russland und China kritisieren US-Militäreinsatz in Venezuela",
        "authors": ["Malek Fouda", "AP"],
        "published": "2026-01-06T14:02:09+01:00",
        "modified": "2026-01-06T14:02:09+01:00",
        "keywords": ("Vereinte Nationen", "Venezuela", "Donald Trump", "Nicolas Maduro"),
        "section": ("Nachrichten", "Welt"),
        "id": "9603245",
        "language": "de",
        "translations": ["en", "fr", "it", "es", "pt", "ru", "tr", "el", "hu", "pl"],
        "counts": {"paragraph": 20, "heading": 0, "tweet": 0, "caption": 5, "related": 3, "embed": 0, "byline": 2},
        "headings": [],
    },
    "fr-2026-01-06": {
        "headline": '"Just Coup It" : le survêtement Nike de Nicolás Maduro devient une sensation virale inattendue',
        "authors": ["David Mouriquand"],
        "published": "2026-01-06T14:16:29+01:00",
        "modified": "2026-01-06T14:16:29+01:00",
        "keywords": ("Venezuela", "Donald Trump", "Nicolas Maduro", "Mode", "Nike"),
        "section": ("Culture", "Lifestyle"),
        "id": "9603723",
        "language": "fr",
        "translations": ["en", "de", "pt", "ru"],
        "counts": {"paragraph": 9, "heading": 1, "tweet": 5, "caption": 2, "related": 3, "embed": 0, "byline": 1},
        "headings": [(2, "Le survêtement en rupture de stock")],
    },
}


@pytest.mark.parametrize("name", NAMES)
def test_what_the_page_says_of_itself(name: str) -> None:
    """Headline, authors, dates with their offset, keywords, sections, id, language and translations are those of the page."""
    page, wanted = read(name), EXPECTED[name]
    assert page.headline == wanted["headline"]
    assert [author.name for author in page.authors] == wanted["authors"]
    assert isinstance(page.published, datetime)
    assert isinstance(page.modified, datetime)
    assert (page.published.isoformat(), page.modified.isoformat()) == (wanted["published"], wanted["modified"])
    assert (page.keywords, page.section, page.id, page.language) == tuple(wanted[key] for key in ("keywords", "section", "id", "language"))
    assert [link.language for link in page.translations] == wanted["translations"]
    assert (page.style, page.warnings) == ("euronews", ())


@pytest.mark.parametrize("name", NAMES)
def test_every_part_of_the_body(name: str) -> None:
    """Paragraphs, headings with their level, tweets, captions and links are as many as a reader counts."""
    page, wanted = read(name), EXPECTED[name]
    counts = {role: sum(block.role == role for block in page.blocks) for role in wanted["counts"]}
    assert counts == wanted["counts"]
    assert [(block.level, block.text) for block in page.blocks if block.role is Role.HEADING] == wanted["headings"]


@pytest.mark.parametrize("name", NAMES)
def test_the_page_agrees_with_its_dump(name: str) -> None:
    """Headline, byline, lede, paragraphs, headings and related titles are the same from HTML and from text."""
    page, dump = read(name), read_dump(name)
    assert (page.headline, page.lede, page.authors) == (dump.headline, dump.lede, dump.authors)
    for roles in ((Role.BYLINE,), (Role.PARAGRAPH,), (Role.HEADING,)):
        assert texts(page, *roles) == texts(dump, *roles)
    assert [link.text for link in page.related] == [link.text for link in dump.related]
    assert page.text == dump.text


@pytest.mark.parametrize("name", NAMES)
def test_every_visible_letter_is_in_one_block(name: str) -> None:
    """The letters of the article's element, in order, are those of the blocks, in order."""
    assert told(read(name)) == seen(source(name), "article.o-article-newsy")


@pytest.mark.parametrize("name", NAMES)
def test_pictures_and_addresses_are_absolute(name: str) -> None:
    """Every picture, film, link and related title has an address that works from anywhere."""
    page = read(name)
    urls = [image.url for image in page.images] + [link.url for link in (*page.related, *page.translations)]
    urls += [video.url for video in page.videos] + [link.url for block in page.blocks for link in block.links]
    assert all(url is not None and url.startswith("https://") for url in urls)
    assert all("1920x" in (image.url or "") for image in page.images)


def test_the_film_of_a_page() -> None:
    """The player's data give address, title and length of the film."""
    (film,) = read("de-2026-01-06").videos
    assert (film.title, film.duration) == (EXPECTED["de-2026-01-06"]["headline"], "PT2M39S")


def test_tweets_by_their_ids() -> None:
    """Posts without words stand at their places in the body."""
    tweets = [block for block in read("fr-2026-01-06").body if block.role is Role.TWEET]
    assert [block.links[0].url for block in tweets][:2] == [
        f"https://twitter.com/i/status/{number}" for number in (2007489108059533390, 2007554666427756569)
    ]
