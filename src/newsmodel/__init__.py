"""newsmodel turns a news page into typed facts that can be checked against the page."""

from importlib import import_module

TYPE_CHECKING = False  # which type checkers take for true by its name; importing typing takes longer than all that is here

if TYPE_CHECKING:
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
        Failure,
        Image,
        Limits,
        Link,
        NewsModelError,
        Page,
        PageError,
        Period,
        Quote,
        QuoteKind,
        Role,
        Source,
        Span,
        Statistic,
        Tweet,
        Video,
        WorkerError,
    )
    from newsmodel.pages import Style, read_page
    from newsmodel.parsing import parse
    from newsmodel.parsing.many import parse_many

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
    "Language",
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
    "Style",
    "Tables",
    "Tweet",
    "Video",
    "WorkerError",
    "arrow_schemas",
    "converter",
    "extract_facts",
    "fact_url",
    "from_dict",
    "from_json",
    "json_schema",
    "parse",
    "parse_many",
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

# Who wants one name need not wait for all: the module that holds a name is imported when the name is first asked for.
_HOME = "newsmodel.model"
_ELSEWHERE = {
    "Language": "newsmodel.facts",
    "Style": "newsmodel.pages",
    "Tables": "newsmodel.formats.arrow",
    "arrow_schemas": "newsmodel.formats.arrow",
    "converter": "newsmodel.formats.json",
    "extract_facts": "newsmodel.facts",
    "fact_url": "newsmodel.formats.fragments",
    "from_dict": "newsmodel.formats.json",
    "from_json": "newsmodel.formats.json",
    "json_schema": "newsmodel.formats.json_schema",
    "parse": "newsmodel.parsing",
    "parse_many": "newsmodel.parsing.many",
    "read_jsonl": "newsmodel.formats.jsonl",
    "read_page": "newsmodel.pages",
    "to_arrow": "newsmodel.formats.arrow",
    "to_dict": "newsmodel.formats.json",
    "to_html": "newsmodel.formats.html",
    "to_json": "newsmodel.formats.json",
    "to_ninjs": "newsmodel.formats.ninjs",
    "to_schema_org": "newsmodel.formats.schema_org",
    "to_web_annotations": "newsmodel.formats.annotations",
    "write_jsonl": "newsmodel.formats.jsonl",
}
_PARTS = frozenset({"corpus", "facts", "formats", "model", "pages", "parsing"})


def __getattr__(name: str) -> object:
    """Import a public name, or a part of the package, when it is first asked for."""
    if name in _PARTS:
        return import_module(f"newsmodel.{name}")
    if name not in __all__:
        msg = f"module 'newsmodel' has no attribute {name!r}"
        raise AttributeError(msg)
    value = globals()[name] = getattr(import_module(_ELSEWHERE.get(name, _HOME)), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_PARTS})
