"""newsmodel turns a news page into typed facts that can be checked against the page."""

from newsmodel.facts import extract_facts
from newsmodel.formats.html import to_html
from newsmodel.formats.json import converter, from_dict, from_json, to_dict, to_json
from newsmodel.model import (
    Article,
    Block,
    Bound,
    DocumentError,
    Entity,
    EntityKind,
    Event,
    Facts,
    Image,
    Link,
    NewsModelError,
    Page,
    PageError,
    Period,
    Quote,
    QuoteKind,
    Role,
    Span,
    Statistic,
    Tweet,
    Video,
)
from newsmodel.pages import Style, read_page
from newsmodel.parsing import parse

__all__ = [
    "Article",
    "Block",
    "Bound",
    "DocumentError",
    "Entity",
    "EntityKind",
    "Event",
    "Facts",
    "Image",
    "Link",
    "NewsModelError",
    "Page",
    "PageError",
    "Period",
    "Quote",
    "QuoteKind",
    "Role",
    "Span",
    "Statistic",
    "Style",
    "Tweet",
    "Video",
    "converter",
    "extract_facts",
    "from_dict",
    "from_json",
    "parse",
    "read_page",
    "to_dict",
    "to_html",
    "to_json",
]
