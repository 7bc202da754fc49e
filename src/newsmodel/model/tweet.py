"""Posts that a page embeds."""

import re
from datetime import date, datetime

from attrs import field, frozen

from newsmodel.model import rules
from newsmodel.model.posts import HANDLE

_HASHTAG = re.compile(r"(?<!\w)[#＃](\w*[^\W\d_]\w*)")
_MENTION = re.compile(rf"(?<![\w@])@({HANDLE})(?!\w)", re.ASCII)


@frozen(kw_only=True)
class Tweet:
    """A post on Twitter (X) that the page embeds (schema.org SocialMediaPosting)."""

    text: str = field(default="", validator=rules.folded(empty=True))
    """The words without the links; empty where the page holds only the post's id."""

    author: str | None = field(default=None, validator=rules.folded(nullable=True))
    """Display name, as printed; ``None`` where the page holds only the id of the post."""

    handle: str | None = field(default=None, validator=rules.string(nullable=True))
    """User name, without the @; ``None`` where neither the page nor the address of the post tells it."""

    posted: datetime | date | None = field(default=None, validator=rules.moment)
    """When it was posted: exact and in UTC where the id is known (the id holds the time), else the printed day.

    ``None`` where the page holds neither.
    """

    url: str | None = field(default=None, validator=rules.string(nullable=True))
    """Address of the post; ``None`` where the page does not hold it."""

    id: str | None = field(default=None, validator=rules.string(nullable=True))
    """The post's number, as a string of digits; ``None`` where the page does not hold it."""

    links: tuple[str, ...] = field(default=(), validator=rules.tuple_of(str))
    """Links of the post as printed (``https://t.co/…``), in order."""

    media: tuple[str, ...] = field(default=(), validator=rules.tuple_of(str))
    """Pictures and films of the post as printed (``pic.twitter.com/…``), in order."""

    language: str | None = field(default=None, validator=rules.string(nullable=True))
    """BCP 47 tag that the embed declares; ``None`` where it declares none."""

    block: int | None = field(default=None, validator=rules.at_least(0, nullable=True))
    """Index of its block in ``Article.body``; ``None`` where the body does not hold it."""

    @property
    def hashtags(self) -> tuple[str, ...]:
        """The hashtags of the text, without the #, in order."""
        return tuple(_HASHTAG.findall(self.text))

    @property
    def mentions(self) -> tuple[str, ...]:
        """The user names that the text mentions, without the @, in order."""
        return tuple(_MENTION.findall(self.text))
