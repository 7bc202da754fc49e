"""From a fact back to the page: addresses that open it at the words of the fact.

The addresses carry a text fragment (WICG Scroll-to-Text-Fragment): ``#:~:text=[prefix-,]start[,end][,-suffix]``.
A browser looks for the words on the live page, scrolls to them and marks them.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import TypeAlias

from newsmodel.formats._directive import Finder, Stretch
from newsmodel.formats._single import refuse_other
from newsmodel.formats._words import BETWEEN
from newsmodel.model import Article, Block, Entity, Event, Period, Quote, Role, Span, Statistic, Tweet
from newsmodel.model.rules import shown

Fact: TypeAlias = Quote | Tweet | Statistic | Event | Period | Entity
"""What an article holds of its words."""

_DIRECTIVE = ":~:"


def fact_url(article: Article, fact: Fact) -> str:
    """Give the address that opens the article's page at the words of a fact, which the browser marks.

    A post leads to its own address where the page tells it, an entity to where the text first names it.
    Words before and after are told where the words of the fact stand more than once, or begin or end inside a word.

    Args:
        article: an article with a URL.
        fact: a quote, post, statistic (or part of one), event, date or entity of this article.

    Raises:
        TypeError: it is no ``Article``.
        ValueError: the fact is not of this article or has no words in its text, or the article has no URL.

    """
    refuse_other(article)
    return Fragments(article).url_of(fact)


class Fragments:
    """The addresses of one article's facts; the page is laid out once for all of them."""

    def __init__(self, article: Article) -> None:
        """Take the article."""
        self._article = article

    def url_of(self, fact: Fact) -> str:
        """Give the address of a fact, as :func:`fact_url` does."""
        if fact not in self._facts:
            msg = f"fact_url.fact must be a fact of the article: {shown(fact)}"
            raise ValueError(msg)
        if isinstance(fact, Tweet) and fact.url is not None:
            return fact.url
        if self._article.url is None:
            msg = "fact_url.article must have a url: None"
            raise ValueError(msg)
        stretches = list(self._stretches(fact))
        if not stretches:
            msg = f"fact_url.fact must have words in the text of the article: {shown(fact)}"
            raise ValueError(msg)
        page = self._article.url.partition(_DIRECTIVE)[0]
        mark = "" if "#" in page else "#"
        return f"{page}{mark}{_DIRECTIVE}{self._finder.directive(stretches[0], stretches[-1])}"

    @cached_property
    def _facts(self) -> frozenset[Fact]:
        return frozenset(_facts_of(self._article))

    @cached_property
    def _above(self) -> str:
        """Give what the article tells of the page above its body, one block a line."""
        article = self._article
        told = {block.text for block in article.body}
        names = (*article.section, article.headline, *(author.name for author in article.authors))
        above = (*names, article.lede, *(image.caption for image in article.images))
        lines = (" ".join(text.split()) for text in above if text and text not in told)
        return "".join(line + BETWEEN for line in lines)

    @cached_property
    def _blocks(self) -> list[tuple[Block, int]]:
        """Give each block of the body with its place on the page."""
        placed, position = [], len(self._above)
        for block in self._article.body:
            placed.append((block, position))
            position += len(block.text) + len(BETWEEN)
        return placed

    @cached_property
    def _finder(self) -> Finder:
        body = BETWEEN.join(block.text for block in self._article.body)
        below = "".join(BETWEEN + link.text for link in self._article.related if link.text)
        return Finder(self._above + body + below)

    def _stretches(self, fact: Fact) -> Iterator[Stretch]:
        """Give the places of a fact's words on the page, one a block."""
        if isinstance(fact, Tweet):
            if fact.block is not None and self._article.body[fact.block].text:
                block, position = self._blocks[fact.block]
                at = block.text.find(fact.text)
                words = fact.text if fact.text and at >= 0 else block.text
                at = max(at, 0)
                yield Stretch(span=Span(position + at, position + at + len(words)))
            return
        span = next(iter(fact.mentions), None) if isinstance(fact, Entity) else fact.span
        if span is None:
            return
        for block, position in self._blocks:
            if block.span is None or block.span.end <= span.start or block.span.start >= span.end:
                continue
            start, end = max(span.start - block.span.start, 0), min(span.end - block.span.start, len(block.text))
            words = block.text[start:end]
            if words.strip():
                start += len(words) - len(words.lstrip())
                end -= len(words) - len(words.rstrip())
                yield Stretch(span=Span(position + start, position + end), in_cells=block.role is Role.TABLE)


def _facts_of(article: Article) -> Iterator[Fact]:
    """Give everything of an article that has words: its facts, and the dates and entities that they hold."""
    yield from article.tweets
    yield from article.dates
    yield from article.entities
    for quote in article.quotes:
        yield quote
        yield from _told(quote.speaker)
    for statistic in article.statistics:
        yield from _all_of(statistic)
    for event in article.events:
        yield event
        yield from _told(event.when, event.place, *event.participants)


def _all_of(statistic: Statistic) -> Iterator[Fact]:
    yield statistic
    yield from _told(statistic.source, statistic.place, statistic.period)
    for part in statistic.parts:
        yield from _all_of(part)


def _told(*facts: Period | Entity | None) -> Iterator[Fact]:
    return (fact for fact in facts if fact is not None)
