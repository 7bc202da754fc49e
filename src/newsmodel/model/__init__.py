"""The nouns: typed, frozen, validated classes that know nothing of pages or formats."""

from newsmodel.model.article import Article
from newsmodel.model.block import Block, Role
from newsmodel.model.entity import Entity, EntityKind
from newsmodel.model.errors import DocumentError, NewsModelError, PageError, WorkerError
from newsmodel.model.event import Event
from newsmodel.model.facts import Facts
from newsmodel.model.limits import Limits
from newsmodel.model.media import Image, Link, Video
from newsmodel.model.page import Page
from newsmodel.model.period import Period
from newsmodel.model.quote import Quote, QuoteKind
from newsmodel.model.source import Failure, Source
from newsmodel.model.span import Span
from newsmodel.model.statistic import Bound, Statistic
from newsmodel.model.tweet import Tweet

__all__ = [
    "Article",
    "Block",
    "Bound",
    "DocumentError",
    "Entity",
    "EntityKind",
    "Event",
    "Facts",
    "Failure",
    "Image",
    "Limits",
    "Link",
    "NewsModelError",
    "Page",
    "PageError",
    "Period",
    "Quote",
    "QuoteKind",
    "Role",
    "Source",
    "Span",
    "Statistic",
    "Tweet",
    "Video",
    "WorkerError",
]
