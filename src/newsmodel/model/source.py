"""A page before it is read, and one that could not be read."""

from datetime import date, datetime
from pathlib import Path

from attrs import field, frozen

from newsmodel.model import rules


@frozen
class Source:
    """A page that is still to be read, with what is known of it."""

    content: str | bytes | Path = field(validator=rules.instance_of(str, bytes, Path), repr=rules.shown)
    """The page itself as text or bytes, or the path of a file that holds it."""

    url: str | None = field(default=None, kw_only=True, validator=rules.string(nullable=True))
    """Its address, ``None`` where it is not known; like the next two it wins over what the page says."""

    published: datetime | date | None = field(default=None, kw_only=True, validator=rules.moment)
    """When it was published; ``None`` leaves it to the page."""

    language: str | None = field(default=None, kw_only=True, validator=rules.string(nullable=True))
    """BCP 47 tag of the language of the article; ``None`` leaves it to the page."""

    name: str | None = field(default=None, kw_only=True, validator=rules.string(nullable=True))
    """How to call it in messages and tables, such as the path of the file, or its place in an archive; ``None`` where it has no name."""

    captured: datetime | date | None = field(default=None, kw_only=True, validator=rules.moment)
    """When it was fetched, ``None`` where that is not known. Tables tell it; no date of the article is reckoned from it."""


@frozen
class Failure:
    """What stands in the place of a page that could not be read."""

    source: object = field(repr=rules.shown)
    """The page, as it was handed in."""

    error: Exception = field(validator=rules.instance_of(Exception))
    """Why: a ``PageError`` where it holds no article, an ``OSError`` where its file cannot be read, a ``TypeError`` where it is none of
    what a page can be, a ``WorkerError`` where its process died. Anything else is a fault of newsmodel, and holds the traceback as a
    note."""
