"""What goes in, and what is refused."""

import io
from datetime import date
from pathlib import Path

import pytest

from newsmodel.model import PageError, Role
from newsmodel.pages import Style, read_page

PAGE = "A headline\n\nThe first paragraph of the text has a stop.\n\nThe second one has a stop, too.\n"


def test_all_kinds_of_source_give_the_same_page(tmp_path: Path) -> None:
    """A text, its bytes with and without byte order mark, and a file of it are the same page."""
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    pages = [
        read_page(PAGE),
        read_page(PAGE.encode()),
        read_page(file),
        read_page(PAGE.encode("utf-8-sig")),
        read_page(PAGE.encode("utf-16")),
    ]
    assert all(page == pages[0] for page in pages)
    assert pages[0].headline == "A headline"


@pytest.mark.parametrize("source", [None, 5, io.StringIO(PAGE), bytearray(PAGE.encode()), [PAGE]])
def test_other_types_are_refused(source: object) -> None:
    """A source of any other type raises TypeError, which names the type."""
    with pytest.raises(TypeError, match=type(source).__name__):
        read_page(source)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["url", "published", "language", "style"])
def test_what_the_caller_gives_has_its_type(name: str) -> None:
    """A keyword of the wrong type raises TypeError, which names the keyword and the value."""
    with pytest.raises(TypeError, match=rf"\b{name} must be .*: 5$"):
        read_page(PAGE, **{name: 5})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\u00a0\n\ufeff",
        "Only a headline",
        "Share this articleComments\nShare this articleClose Button\n\nADVERTISEMENT\n",
        "Headline\n\nBy Euronews\nShare this articleComments\nShare this articleClose Button\n\nShare this articleComments\n",
        "We value your privacy\n\nWe and our partners store information on your device.\n\nAccept\n",
        "One\n\nTwo\n\nThree\n",
    ],
)
def test_a_page_without_article_is_refused(text: str) -> None:
    """What holds no headline with prose below it raises PageError, which says what was looked for and what was found."""
    with pytest.raises(PageError, match=r"looked for .*found"):
        read_page(text)


@pytest.mark.parametrize(
    "text", ["<!DOCTYPE html><html><body><p>Hello.</p></body></html>", "\n<div class='a'>x</div>", "HTTP/1.1 200 OK\n\n<html lang='en'>"]
)
def test_html_is_told_from_text(text: str) -> None:
    """HTML is read as HTML: its tags are no words, and what holds no article is refused as such."""
    with pytest.raises(PageError, match=r"looked for an article: found no paragraph\b"):
        read_page(text)


def test_escaped_tags_inside_a_text_are_words() -> None:
    """Tags that old pages print in their text do not make it HTML."""
    page = read_page(PAGE + "\n<p>A third one.<br />With tags.\n")
    assert page.blocks[-1].text == "<p>A third one.<br />With tags."


def test_what_the_caller_gives_wins() -> None:
    """Address, date and language of the caller stand on the page, and the address tells the outlet."""
    page = read_page(PAGE, url="https://fr.euronews.com/2020/01/02/x", published=date(2020, 1, 2), language="en")
    assert (page.url, page.published, page.language, page.style) == (
        "https://fr.euronews.com/2020/01/02/x",
        date(2020, 1, 2),
        "en",
        "euronews",
    )
    assert page.publisher is not None
    assert page.publisher.name == "Euronews"


def test_the_host_tells_the_language_where_the_text_does_not() -> None:
    """Without any sign of furniture in the text, the host of the address tells the language, and before its words."""
    assert read_page(PAGE, url="https://fr.euronews.com/x").language == "fr"
    assert read_page(PAGE).language == "en"


def test_a_style_of_the_caller_is_used() -> None:
    """A style that the caller gives is the page's, whatever the page shows."""
    page = read_page(PAGE, style=Style(name="example", publisher="The Example"))
    assert page.style == "example"
    assert page.publisher is not None
    assert page.publisher.name == "The Example"


def test_white_space_and_invisible_characters_are_folded() -> None:
    """Any white space is one blank, invisible and control characters are gone, and lone surrogates are U+FFFD."""
    page = read_page(
        "A\u00a0\u2028head\u00adline\u200b\x07\n\nThe  first\u2009paragraph \ud800 of a te\u0301xt.\n\nA پیام\u200cها here is a text.\n"
    )
    assert page.headline == "A headline"
    assert [b.text for b in page.blocks[1:]] == ["The first paragraph \ufffd of a t\u00e9xt.", "A پیام\u200cها here is a text."]


def test_a_clean_text_is_read_by_structure_alone() -> None:
    """A text without blank lines has its headline first, its byline next, and one paragraph a line."""
    text = "Un puerto nuevo\nPor Ana Lázaro\n& Luis Prado con EFE\n"
    text += "El ministro lo abrió el lunes.\nQué viene ahora\nLa segunda fase abre en mayo.\n"
    page = read_page(text)
    assert [b.role for b in page.blocks] == [Role.HEADLINE, Role.BYLINE, Role.PARAGRAPH, Role.HEADING, Role.PARAGRAPH]
    assert [a.name for a in page.authors] == ["Ana Lázaro", "Luis Prado", "EFE"]
    assert (page.style, page.publisher, page.language) == (None, None, "es")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("examples/syria_article.txt", "the path of a file"),
        ("https://www.euronews.com/2024/04/28/ireland", "its address"),
        (b"\x1f\x8b\x08\x00abc", "gzip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "no text"),
    ],
)
def test_what_is_handed_in_by_mistake(source: str | bytes, told: str) -> None:
    """A path, an address or bytes that are no text are refused by an error that says what they are."""
    with pytest.raises(PageError, match=told):
        read_page(source)


def test_the_day_in_the_address() -> None:
    """Page text holds no date; the day that its address names is taken, and what the caller knows wins."""
    text = "Truce holds\n\nThe truce held on Monday.\n\nNobody was hurt in the city, officials said.\n"
    address = "https://www.euronews.com/2016/10/05/truce-holds"
    assert read_page(text, url=address).published == date(2016, 10, 5)
    assert read_page(text, url=address, published=date(2016, 10, 6)).published == date(2016, 10, 6)
    assert read_page(text).published is None


def test_the_language_of_the_caller_is_a_tag() -> None:
    """A language that the caller gives is put into its usual form; what is no tag is refused."""
    assert read_page(PAGE, language="en_us").language == "en-US"
    with pytest.raises(ValueError, match=r"language must be a BCP 47 tag such as 'en' or 'pt-BR': 'English'"):
        read_page(PAGE, language="English")
