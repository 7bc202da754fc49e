"""Addresses of words that stand beside words much like them, or that are no words."""

from urllib.parse import quote

import pytest

from newsmodel import Article, Block, Entity, Period, Role, Span, fact_url, to_ninjs

URL = "https://news.example/a"
SHARED = "In a long speech at the harbour on Monday evening the minister told the crowd that the old bridge over the river"


def test_words_that_begin_as_others_do_are_told_whole():
    """Where a long passage begins as another does and only its end differs, its ends would lead to the other: all of it is told."""
    first, second = f"{SHARED} would stay open for the whole of next year", f"{SHARED} would be shut for good before the next winter comes"
    body = tuple(Block(role=Role.PARAGRAPH, text=f"{words}.") for words in (first, second))
    start = len(first) + 3
    fact = Period(text=second, span=Span(start, start + len(second)))
    article = Article(headline="Bridge", body=body, url=URL, dates=(fact,))
    assert fact_url(article, fact) == f"{URL}#:~:text={quote(second, safe='')}"


def test_a_mention_of_blanks_alone_has_no_address():
    """A mention that covers no letter leads nowhere, and is refused."""
    nobody = Entity(name="Nobody", mentions=(Span(3, 4),))
    article = Article(headline="Rain", body=(Block(role=Role.PARAGRAPH, text="The rain."),), url=URL, entities=(nobody,))
    with pytest.raises(ValueError, match="must have words in the text of the article"):
        fact_url(article, nobody)


def test_an_address_that_is_none_gives_no_name():
    """An address that cannot be taken apart gives no slugline."""
    assert "slugline" not in to_ninjs(Article(headline="Rain", body=(), url="https://[news/a"))
