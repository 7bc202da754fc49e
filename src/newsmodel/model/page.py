"""A page as it was read, before any fact is looked for."""

from datetime import date, datetime
from functools import cached_property

from attrs import field, frozen

from newsmodel.model import rules
from newsmodel.model.block import Block, Role, prose_of
from newsmodel.model.entity import Entity
from newsmodel.model.media import Image, Link, Video

_BESIDE_PROSE = frozenset({Role.TWEET, Role.CAPTION, Role.EMBED})


@frozen(kw_only=True)
class Page:
    """Every piece of a page with its role, and what the page says of itself."""

    blocks: tuple[Block, ...] = field(validator=rules.tuple_of(Block))
    """Every line of a text, and every visible text of the article part of HTML, in order: each stands in one block alone.
    Exactly the prose blocks of the article's body have a span."""

    headline: str | None = field(default=None, validator=rules.folded(nullable=True))
    """The headline as printed; ``None`` where the page has none."""

    id: str | None = field(default=None, validator=rules.string(nullable=True))
    """The publisher's own identifier of the article; ``None`` where the page does not hold it."""

    lede: str | None = field(default=None, validator=rules.folded(nullable=True))
    """The summary below the headline (newsroom: lede, standfirst); ``None`` where there is none."""

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

    style: str | None = field(default=None, validator=rules.string(nullable=True))
    """Name of the style that the page was read by; ``None`` where it was read by structure alone."""

    warnings: tuple[str, ...] = field(default=(), validator=rules.tuple_of(str))
    """What was contradictory, unreadable or cut, one sentence each."""

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The blocks that become ``Article.body``: from the lede to the end of the article, furniture left out."""
        start = next((i for i, block in enumerate(self.blocks) if block.span is not None), len(self.blocks))
        return tuple(block for block in self.blocks[start:] if block.span is not None or block.role in _BESIDE_PROSE)

    @property
    def text(self) -> str:
        """The prose of the body: what becomes ``Article.text``."""
        return prose_of(self.body)
