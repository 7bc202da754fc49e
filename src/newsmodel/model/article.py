"""The article: its parts and its facts."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any  # types cannot hold themselves

from attrs import field, frozen

from newsmodel.model import rules
from newsmodel.model.block import BETWEEN_BLOCKS, Block, Role, placed, prose_of
from newsmodel.model.entity import Entity
from newsmodel.model.event import Event
from newsmodel.model.media import Image, Link, Video
from newsmodel.model.period import Period
from newsmodel.model.quote import Quote
from newsmodel.model.span import Span
from newsmodel.model.statistic import Statistic
from newsmodel.model.tweet import Tweet
from newsmodel.model.view import view_of

_Way = tuple[Any, str | int]
"""The way from an article to a value in it: the way to what holds it, and the name of a field or the number of an item."""


def _placed_body(body: object) -> object:
    return placed(body) if isinstance(body, tuple) else body


@frozen(kw_only=True)
class Article:
    """A news article, its parts and the facts that its words hold (schema.org NewsArticle).

    Every fact is checked against :attr:`text` when the article is made: for each of them
    ``article.text[fact.span.start:fact.span.end] == fact.text``.

    Raises:
        TypeError: a value has the wrong type.
        ValueError: a value breaks a rule of its field, or a fact does not match the text.
            The message names class, field, rule and value; every fact that does not match has its line.

    """

    headline: str = field(validator=rules.folded())
    """The headline as printed."""

    id: str | None = field(default=None, validator=rules.string(nullable=True))
    """The publisher's own identifier; ``None`` where the page does not hold it."""

    lede: str | None = field(default=None, validator=rules.folded(nullable=True))
    """The summary below the headline; ``None`` where there is none.

    It is also the first block of ``body``, unless the paragraphs begin with the same words.
    """

    body: tuple[Block, ...] = field(converter=_placed_body, validator=rules.tuple_of(Block))
    """The blocks from the lede to the last paragraph, furniture left out. Prose blocks without a span are given theirs."""

    authors: tuple[Entity, ...] = field(default=(), validator=rules.tuple_of(Entity))
    """Those that the byline names, in order; agencies are organisations."""

    publisher: Entity | None = field(default=None, validator=rules.instance_of(Entity, nullable=True))
    """Whose page it is; ``None`` where the page does not tell, and no known outlet is recognised."""

    published: datetime | date | None = field(default=None, validator=rules.moment)
    """When it was first published, with the offset from UTC that the page tells; a plain date where only the day is known.

    ``None`` where the page does not tell, as in most dumps: it is never today.
    """

    modified: datetime | date | None = field(default=None, validator=rules.moment)
    """When it was last changed, likewise; ``None`` where the page does not tell."""

    language: str | None = field(default=None, validator=rules.string(nullable=True))
    """BCP 47 tag of the language of the article; ``None`` where neither the page nor its words tell."""

    url: str | None = field(default=None, validator=rules.string(nullable=True))
    """Canonical address; ``None`` where the page does not hold it, as in a dump."""

    section: tuple[str, ...] = field(default=(), validator=rules.tuple_of(str))
    """The path of sections that it stands in, widest first."""

    keywords: tuple[str, ...] = field(default=(), validator=rules.tuple_of(str))
    """Tags that the newsroom gave it."""

    copyright: str | None = field(default=None, validator=rules.folded(nullable=True))
    """Copyright notice of the article or its cover picture, without the word “Copyright”; ``None`` where it names nobody."""

    images: tuple[Image, ...] = field(default=(), validator=rules.tuple_of(Image))
    """Pictures: the cover first, then those of the body in order."""

    videos: tuple[Video, ...] = field(default=(), validator=rules.tuple_of(Video))
    """Films, in order."""

    related: tuple[Link, ...] = field(default=(), validator=rules.tuple_of(Link))
    """Related articles that the page leads to, inside the body and below it."""

    translations: tuple[Link, ...] = field(default=(), validator=rules.tuple_of(Link))
    """The same article in other languages."""

    quotes: tuple[Quote, ...] = field(default=(), validator=rules.tuple_of(Quote))
    """Who said what, in the order of the text."""

    tweets: tuple[Tweet, ...] = field(default=(), validator=rules.tuple_of(Tweet))
    """Embedded posts, in the order of the page."""

    statistics: tuple[Statistic, ...] = field(default=(), validator=rules.tuple_of(Statistic))
    """Quantities, in the order of the text; those that are parts of another stand inside it."""

    events: tuple[Event, ...] = field(default=(), validator=rules.tuple_of(Event))
    """Dated happenings, earliest first."""

    dates: tuple[Period, ...] = field(default=(), validator=rules.tuple_of(Period))
    """Every calendar expression of the text, in order."""

    entities: tuple[Entity, ...] = field(default=(), validator=rules.tuple_of(Entity))
    """People, organisations and places, in the order in which the text first names them."""

    @cached_property
    def text(self) -> str:
        """The prose blocks of ``body``, joined by a blank line; what every span counts in."""
        return prose_of(self.body)

    def _repr_html_(self) -> str:
        """Show the article in a notebook, as the page of :func:`newsmodel.to_html`."""
        return view_of(self)

    def __attrs_post_init__(self) -> None:
        """Hold every span against the text, and tell all that do not match it, one a line."""
        # Where a block stands elsewhere than its span says, every later span is off: that one fault is the cause of all.
        faults = list(self._body_faults())[:1] or [*self._span_faults(), *self._tweet_faults()]
        if faults:
            raise ValueError("\n".join(faults))

    def _body_faults(self) -> Iterator[str]:
        position = 0
        for index, block in enumerate(self.body):
            if block.span is None:
                continue
            if block.span.start != position:
                yield f"Article.body[{index}].span must start at {position}: {block.span}"
            position += len(block.text) + len(BETWEEN_BLOCKS)

    def _span_faults(self) -> Iterator[str]:
        text = self.text
        size = len(text)
        for way, span, words in self._claims(size):
            if span.end <= size and (words is None or text[span.start : span.end] == words):
                continue
            where = _where(way)
            if span.end > size:
                yield f"Article.{where} must lie within the text ({size} characters): {span}"
            else:
                yield f"Article.{where} must hold {rules.shown(words)}, but the text has {rules.shown(span.of(text))} at {span}"

    def _tweet_faults(self) -> Iterator[str]:
        for index, tweet in enumerate(self.tweets):
            if tweet.block is None:
                continue
            if tweet.block >= len(self.body):
                yield f"Article.tweets[{index}].block must be an index into body ({len(self.body)} blocks): {tweet.block}"
            elif (role := self.body[tweet.block].role) is not Role.TWEET:
                yield f"Article.tweets[{index}].block must be the index of a tweet: {tweet.block}, a block of role {role}"

    def _claims(self, size: int) -> Iterator[tuple[_Way, Span, str | None]]:
        """Give the spans of the facts with the words that they claim to hold, and those that claim none beyond ``size`` characters."""
        for i, quote in enumerate(self.quotes):
            at: _Way = ((None, "quotes"), i)
            yield (at, "span"), quote.span, quote.text
            if quote.cue_span is not None:
                yield (at, "cue_span"), quote.cue_span, quote.cue
            if quote.speaker_span is not None:
                yield (at, "speaker_span"), quote.speaker_span, None
            yield from _entity_claims((at, "speaker"), quote.speaker, size)
        for i, statistic in enumerate(self.statistics):
            yield from _statistic_claims(((None, "statistics"), i), statistic, size)
        for i, event in enumerate(self.events):
            at = ((None, "events"), i)
            yield (at, "span"), event.span, event.text
            yield from _period_claims((at, "when"), event.when)
            yield from _entity_claims((at, "place"), event.place, size)
            for j, participant in enumerate(event.participants):
                yield from _entity_claims(((at, "participants"), j), participant, size)
        for i, period in enumerate(self.dates):
            yield from _period_claims(((None, "dates"), i), period)
        for i, entity in enumerate(self.entities):
            yield from _entity_claims(((None, "entities"), i), entity, size)


def _where(way: _Way) -> str:
    """Write a way as messages have it: ``quotes[3].span``. Few spans are at fault, so that few ways are written."""
    holder, step = way
    before = _where(holder) if holder is not None else ""
    return f"{before}[{step}]" if isinstance(step, int) else f"{before}.{step}".removeprefix(".")


def _entity_claims(at: _Way, entity: Entity | None, size: int) -> Iterator[tuple[_Way, Span, None]]:
    """Give the mentions that lie beyond a text of ``size`` characters: they claim no words, and are most of all spans."""
    if entity is not None:
        for i, mention in enumerate(entity.mentions):
            if mention.end > size:
                yield ((at, "mentions"), i), mention, None


def _period_claims(at: _Way, period: Period | None) -> Iterator[tuple[_Way, Span, str]]:
    if period is not None:
        yield (at, "span"), period.span, period.text


def _statistic_claims(at: _Way, statistic: Statistic, size: int) -> Iterator[tuple[_Way, Span, str | None]]:
    yield (at, "span"), statistic.span, statistic.text
    yield from _period_claims((at, "period"), statistic.period)
    yield from _entity_claims((at, "source"), statistic.source, size)
    yield from _entity_claims((at, "place"), statistic.place, size)
    for i, part in enumerate(statistic.parts):
        yield from _statistic_claims(((at, "parts"), i), part, size)
