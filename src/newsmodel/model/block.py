"""The pieces of a page."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import evolve, field, frozen

from newsmodel.model import rules
from newsmodel.model.media import Link
from newsmodel.model.span import Span

BETWEEN_BLOCKS = "\n\n"
"""What stands between two prose blocks in ``Article.text``."""


class Role(StrEnum):
    """What a block is to its page."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    COPYRIGHT = "copyright"
    LEDE = "lede"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    TABLE = "table"
    TWEET = "tweet"
    CAPTION = "caption"
    EMBED = "embed"
    RELATED = "related"
    FURNITURE = "furniture"

    @property
    def is_prose(self) -> bool:
        """Whether blocks of this role are part of ``Article.text``."""
        return self in _PROSE


_PROSE = frozenset({Role.LEDE, Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM, Role.QUOTATION, Role.TABLE})
_MAY_BE_EMPTY = frozenset({Role.TWEET, Role.EMBED})
_LOWEST_HEADING = 6


@frozen(kw_only=True)
class Block:
    """A piece of a page with one role: a paragraph, a heading, a share bar."""

    role: Role = field(validator=rules.instance_of(Role))
    """What the block is to its page."""

    text: str = field(validator=rules.folded(empty=True))
    """Its words: in NFC, white space folded to single blanks, otherwise as printed. Empty only for a tweet or embed without words."""

    span: Span | None = field(default=None, validator=rules.instance_of(Span, nullable=True))
    """Its place in ``Article.text``; ``None`` for what is not prose, and for prose that stands outside the body."""

    level: int | None = field(default=None, validator=rules.at_least(1, nullable=True))
    """Level of a heading, 2 for the first below the headline, at most 6; ``None`` for other roles, and where the source does not tell."""

    links: tuple[Link, ...] = field(default=(), validator=rules.tuple_of(Link))
    """Its hyperlinks in order, and the address of what a tweet or embed shows; empty in a dump, which holds no addresses."""

    language: str | None = field(default=None, validator=rules.string(nullable=True))
    """BCP 47 tag that the page gives this block of its own, as embedded posts have it; ``None`` where it gives none."""

    source: int | str | None = field(default=None, validator=rules.place_in_source)
    """Where it stood in the source: number of its first line in a dump, counted from 1, or element path in HTML.

    ``None`` for a block that was made by hand.
    """

    def __attrs_post_init__(self) -> None:
        """Refuse what its role does not allow."""
        if not self.text and self.role not in _MAY_BE_EMPTY:
            msg = f"Block.text must not be empty for role {self.role}: {self.text!r}"
            raise ValueError(msg)
        if self.level is not None and (self.role is not Role.HEADING or self.level > _LOWEST_HEADING):
            msg = f"Block.level must be None, or 1 to {_LOWEST_HEADING} for a heading (role {self.role}): {self.level}"
            raise ValueError(msg)
        if self.span is not None and (not self.role.is_prose or len(self.span) != len(self.text)):
            msg = f"Block.span must be None, or hold the {len(self.text)} characters of a prose text (role {self.role}): {self.span}"
            raise ValueError(msg)


def prose_of(blocks: Iterable[Block]) -> str:
    """Join the prose blocks by a blank line: the ``text`` of an article with this body."""
    return BETWEEN_BLOCKS.join(block.text for block in blocks if block.role.is_prose)


def placed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give each prose block that has no span the span that it has in ``prose_of(blocks)``."""
    out: list[Block] = []
    position = 0
    for block in blocks:
        if isinstance(block, Block) and block.role.is_prose:
            end = position + len(block.text)
            out.append(block if block.span else evolve(block, span=Span(position, end)))
            position = end + len(BETWEEN_BLOCKS)
        else:
            out.append(block)
    return tuple(out)
