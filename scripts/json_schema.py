"""Write the JSON Schema of the documents from the classes of the model: ``python scripts/json_schema.py``.

The types give the kinds, the docstrings under the fields the descriptions.
What a rule of a field asks for beyond its type is found out by asking the rule.
"""

import ast
import inspect
import json
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints  # Any: fields have any type, and schemas any shape

import attrs

import newsmodel
from newsmodel.formats._strict import _DAY, _TIME, is_sequence, members
from newsmodel.formats.json import _KEY, VERSION
from newsmodel.model import Article, Role
from newsmodel.model.block import BETWEEN_BLOCKS
from newsmodel.model.rules import LEAST_INTEGER, MOST_INTEGER

FILE = Path(newsmodel.__file__).parent / "formats" / "article.schema.json"

Schema = dict[str, Any]

# The white space of ASCII only: engines differ in what else is white space, and what is right must pass in each of them.
# For the same reason there are no lookarounds. "a b", not " a", "a  b" or "a\nb":
FOLDED = r"^[^\t\n\v\f\r ]+( [^\t\n\v\f\r ]+)*$"
NOT_BLANK = r"[^\t\n\v\f\r ]"
DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
TIME = "".join(_TIME.pattern.split()).replace(_DAY.pattern, DAY).replace("(?:", "(")
# "1Y6M10D", "6M", "10D", and the same of hours, minutes and seconds.
YEARS = "([0-9]+Y([0-9]+M)?([0-9]+D)?|[0-9]+M([0-9]+D)?|[0-9]+D)"
HOURS = "T([0-9]+H([0-9]+M)?([0-9]+S)?|[0-9]+M([0-9]+S)?|[0-9]+S)"
DURATION = f"^P([0-9]+W|{YEARS}({HOURS})?|{HOURS})$"

KINDS = {str: "string", int: "integer", float: "number", bool: "boolean", date: "string", datetime: "string", NoneType: "null"}
PROSE = [role.value for role in Role if role.is_prose]
LOWEST_HEADING = 6
IS_NULL = {"type": "null"}
DOCUMENT = (
    f"Every span counts code points of Unicode in one text: "
    f"the `text` of the blocks of `body` whose role is {', '.join(PROSE[:-1])} or {PROSE[-1]}, joined by {json.dumps(BETWEEN_BLOCKS)}."
)


def _either(*shapes: Schema) -> Schema:
    return {"anyOf": [{"properties": shape} for shape in shapes]}


# What the classes check when all their fields are there, as far as a schema can say it.
ACROSS_FIELDS: dict[str, list[Schema]] = {
    "Block": [
        _either({"role": {"enum": [Role.TWEET.value, Role.EMBED.value]}}, {"text": {"minLength": 1}}),
        _either({"role": {"const": Role.HEADING.value}, "level": {"maximum": LOWEST_HEADING}}, {"level": IS_NULL}),
        _either({"role": {"enum": PROSE}}, {"span": IS_NULL}),
    ],
    "Quote": [
        {
            "anyOf": [
                {"required": ["cue", "cue_span"], "properties": {"cue": {"type": "string"}, "cue_span": {"type": "object"}}},
                {"properties": {"cue": IS_NULL, "cue_span": IS_NULL}},
            ]
        }
    ],
}


def main() -> None:
    """Write the file."""
    FILE.write_text(written(), encoding="utf-8")
    print(f"{FILE.name}: {FILE.stat().st_size} bytes")


def written() -> str:
    """Give the text of the file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> Schema:
    """Give the schema of a whole document."""
    article = object_schema(Article)
    version = {"const": VERSION, "description": "Version of the format."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        "description": f"{article['description']}\n\n{DOCUMENT}",
        "type": "object",
        "properties": {_KEY: version, **article["properties"]},
        "required": [_KEY, *article["required"]],
        "additionalProperties": False,
        "$defs": {cls.__name__: object_schema(cls) if attrs.has(cls) else enum_schema(cls) for cls in sorted(below(Article), key=named)},
    }


def named(cls: type) -> str:
    """Give the name of a class, by which the schema refers to it."""
    return cls.__name__


def below(cls: type, found: set[type] | None = None) -> set[type]:
    """Give the classes and enums that the fields of a class hold, on every level."""
    found = set() if found is None else found
    for tp in get_type_hints(cls).values() if attrs.has(cls) else ():
        for inner in leaves(tp):
            if (attrs.has(inner) or issubclass(inner, Enum)) and inner not in found:
                found.add(inner)
                below(inner, found)
    return found


def leaves(tp: Any) -> Iterator[type]:
    """Give the types at the ends of unions and sequences."""
    for member in members(tp):
        if is_sequence(member):
            yield from leaves(get_args(member)[0])
        else:
            yield member


def object_schema(cls: type) -> Schema:
    """Give the schema of an attrs class."""
    told, types = dict(docstrings(cls)), get_type_hints(cls)
    properties = {}
    for field in attrs.fields(cls):
        about = {"description": told[field.name]}
        default = {} if field.default is attrs.NOTHING else {"default": plain(field.default)}
        properties[field.name] = value_schema(types[field.name], Asked(cls, field)) | about | default
    across = {"allOf": ACROSS_FIELDS[cls.__name__]} if cls.__name__ in ACROSS_FIELDS else {}
    return {
        "description": in_markdown(first_paragraph(cls)),
        "type": "object",
        "properties": properties,
        "required": [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING],
        "additionalProperties": False,
        **across,
    }


def enum_schema(cls: type[Enum]) -> Schema:
    """Give the schema of an enum, whose members that have docstrings are told of one by one."""
    told = dict(docstrings(cls))
    lines = [first_paragraph(cls), *(f"`{member.value}`: {told[member.name]}" for member in cls if member.name in told)]
    return {"description": in_markdown("\n".join(lines)), "enum": [member.value for member in cls]}


@attrs.frozen
class Asked:
    """The rule of a field, to be asked what it takes."""

    cls: type
    field: "attrs.Attribute[Any]"

    def takes(self, value: object) -> bool:
        """Tell whether the rule lets a value pass."""
        try:
            if self.field.validator is not None:
                self.field.validator(self.cls.__new__(self.cls), self.field, value)
        except (TypeError, ValueError):
            return False
        return True


def value_schema(tp: Any, rule: Asked | None = None) -> Schema:
    """Give the schema of a type, and of what the rule of its field asks for."""
    if is_sequence(tp):
        return {"type": "array", "items": value_schema(get_args(tp)[0])}
    some = members(tp) - {NoneType}
    if some <= KINDS.keys():
        return scalar_schema(members(tp), rule)
    (cls,) = some
    reference = {"$ref": f"#/$defs/{cls.__name__}"}
    return {"anyOf": [reference, IS_NULL]} if NoneType in members(tp) else reference


def scalar_schema(kinds: frozenset[type], rule: Asked | None) -> Schema:
    """Give the schema of scalars; each of its keywords binds the values of one kind only."""
    words = list(dict.fromkeys(word for kind, word in KINDS.items() if kind in kinds))
    if "number" in words:
        words.remove("integer")
    made: Schema = {"type": words[0] if len(words) == 1 else words}
    if str in kinds and rule is not None:
        made |= text_schema(rule)
    elif date in kinds:
        made["pattern"] = f"^({DAY}|{TIME})$" if datetime in kinds else f"^{DAY}$"
        made |= {} if datetime in kinds else {"format": "date"}
    if "integer" in words:
        least = next(number for number in (LEAST_INTEGER, 0, 1) if rule is None or rule.takes(number))
        made |= {"minimum": least, "maximum": MOST_INTEGER}
    return made


def text_schema(rule: Asked) -> Schema:
    """Give what the rule of a text asks for."""
    if not rule.takes("any words"):
        return {"pattern": DURATION}
    if rule.takes(" "):
        return {}
    if rule.takes("two  blanks"):
        return {"pattern": NOT_BLANK}
    return {"pattern": f"^$|{FOLDED}" if rule.takes("") else FOLDED}


def plain(default: object) -> object:
    """Give a default as a document would hold it."""
    return default.value if isinstance(default, Enum) else list(default) if isinstance(default, tuple) else default


def docstrings(cls: type) -> Iterator[tuple[str, str]]:
    """Give the name and the docstring of each field of a class, or member of an enum, that has one."""
    (tree,) = ast.parse(inspect.getsource(cls)).body
    for node, following in zip(tree.body, tree.body[1:], strict=False):  # type: ignore[attr-defined]  # it is a class
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(target, ast.Name) and isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
            yield target.id, in_markdown(following.value.value)


def first_paragraph(cls: type) -> str:
    """Give the first paragraph of the docstring of a class."""
    return inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0]


def in_markdown(words: str) -> str:
    """Give a docstring as the description in a schema: in Markdown, with the words of JSON."""
    lines = "\n".join(line.strip() for line in words.strip().splitlines())
    return lines.replace("``None``", "`null`").replace("``", "`")


if __name__ == "__main__":
    main()
