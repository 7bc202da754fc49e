"""newsmodel turns a news page into typed facts that can be checked against the page."""

from newsmodel.facts import Language, extract_facts
from newsmodel.formats.annotations import to_web_annotations
from newsmodel.formats.arrow import Tables, arrow_schemas, to_arrow
from newsmodel.formats.fragments import fact_url
from newsmodel.formats.html import to_html
from newsmodel.formats.json import converter, from_dict, from_json, to_dict, to_json
from newsmodel.formats.json_schema import json_schema
from newsmodel.formats.jsonl import read_jsonl, write_jsonl
from newsmodel.formats.ninjs import to_ninjs
from newsmodel.formats.schema_org import to_schema_org
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
    "Language",
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
    "Tables",
    "Tweet",
    "Video",
    "arrow_schemas",
    "converter",
    "extract_facts",
    "fact_url",
    "from_dict",
    "from_json",
    "json_schema",
    "parse",
    "read_jsonl",
    "read_page",
    "to_arrow",
    "to_dict",
    "to_html",
    "to_json",
    "to_ninjs",
    "to_schema_org",
    "to_web_annotations",
    "write_jsonl",
]
