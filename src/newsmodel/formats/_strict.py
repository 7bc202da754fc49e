"""The hooks that make a cattrs converter strict: what is not of the right type is refused, never made to fit.

cattrs on its own would take ``None`` for ``"None"``, ``"false"`` for ``True`` and ``"abc"`` for ``("a", "b", "c")``.
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin  # Any: a document under test holds anything

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from newsmodel.formats._paths import told
from newsmodel.model import Span
from newsmodel.model.rules import LEAST_INTEGER, MOST_INTEGER

Hook = Callable[[Any, Any], Any]

_SCALARS = {str: "a string", int: "an integer", float: "a float", bool: "true or false", NoneType: "null"}
_MOMENTS = frozenset({date, datetime})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# datetime.isoformat() and RFC 3339: "2016-09-20T13:31:02+02:00". An hour of 24 passes in some versions of Python only.
_TIME = re.compile(
    r"""
    [0-9]{4}-[0-9]{2}-[0-9]{2} T (?:[01][0-9]|2[0-3]):[0-9]{2} (?: :[0-9]{2} (?:[.][0-9]{1,6})? )?
    (?: Z | [+-][0-9]{2}:[0-9]{2} (?: :[0-9]{2} (?:[.][0-9]{6})? )? )?
    """,
    re.VERBOSE,
)
# -00:00:00.000001
_TINY_OFFSET = re.compile(r"(?P<sign>[+-])00:00:00\.(?P<part>\d{1,6})$")


def make_strict(converter: Converter) -> None:
    """Register the strict hooks on a converter. Hooks that are registered later win over them."""
    # cattrs asks the predicates in the reverse order of their registration.
    converter.register_structure_hook_factory(attrs.has, _object_hook)
    converter.register_structure_hook_factory(is_sequence, _sequence_hook)
    converter.register_structure_hook_factory(_is_optional, _optional_hook)
    converter.register_structure_hook_factory(_is_enum, lambda _: _word)
    converter.register_structure_hook_factory(_is_moment, _moment_hook)
    converter.register_structure_hook_factory(_is_scalar, _scalar_hook)
    for kind in (str, int, float, bool):
        converter.register_structure_hook(kind, _plain_hook(kind))
        converter.register_unstructure_hook(kind, _written_scalar)
    # cattrs would take the members of a StrEnum for plain texts.
    converter.register_structure_hook(StrEnum, _word)
    converter.register_unstructure_hook(StrEnum, lambda member: member.value)
    converter.register_unstructure_hook_factory(attrs.has, _written_object_hook)
    converter.register_unstructure_hook_factory(_is_moment, lambda _: _written_moment)
    converter.register_unstructure_hook_factory(_is_scalar, lambda _: _written_scalar)


def members(tp: Any) -> frozenset[Any]:
    """Give the types that a union is made of; any other type is its own and only member."""
    return frozenset(get_args(tp)) if get_origin(tp) in (Union, UnionType) else frozenset({tp})


def keys_of(cls: Any, overrides: Mapping[str, Any]) -> "dict[str, attrs.Attribute[Any]]":
    """Give the fields of an attrs class by the keys that they have in a document."""
    keys = {}
    for attribute in attrs.fields(cls):
        override = overrides.get(attribute.name)
        if attribute.init and not (override and override.omit):
            keys[(override and override.rename) or attribute.name] = attribute
    return keys


def is_sequence(tp: Any) -> bool:
    """Tell whether a type is ``tuple[X, ...]`` or ``list[X]``."""
    return get_origin(tp) is list or (get_origin(tp) is tuple and get_args(tp)[1:] == (...,))


def _is_enum(tp: Any) -> bool:
    return isinstance(tp, type) and issubclass(tp, Enum)


def _is_optional(tp: Any) -> bool:
    return NoneType in members(tp) and len(members(tp)) == 2  # noqa: PLR2004 -- X and None


def _is_moment(tp: Any) -> bool:
    return bool(members(tp) & _MOMENTS) and members(tp) <= _MOMENTS | {NoneType}


def _is_scalar(tp: Any) -> bool:
    return members(tp) <= _SCALARS.keys()


def _object_hook(cls: Any, converter: Converter) -> Hook:
    structured = make_dict_structure_fn(cls, converter)
    overrides = structured.overrides  # type: ignore[attr-defined]  # cattrs sets it, but its types do not tell
    known = frozenset(keys_of(cls, overrides))

    def hook(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            msg = f"{told(value)} is not an object"
            raise TypeError(msg)
        if not known.issuperset(value):
            msg = f"unknown keys: {value.keys() - known}"
            raise ValueError(msg)
        return structured(value, cls)

    def span_hook(value: Any, _: Any) -> Any:
        # A document has more spans than all else together, and their class itself is strict.
        if type(value) is dict and len(value) == 2 and type(end := value.get("end")) is int and end <= MOST_INTEGER:  # noqa: PLR2004
            return Span(value["start"], end)
        return hook(value, cls)

    own = span_hook if cls is Span else hook
    # The renamed keys of the class, where cattrs keeps them too: the listing of faults needs them.
    own.overrides = overrides  # type: ignore[attr-defined]
    return own


def _written_object_hook(cls: Any, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    written = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=converter.omit_if_default)
    fields = keys_of(cls, {})
    required = [key for key, attribute in fields.items() if attribute.default is attrs.NOTHING]
    if required == list(fields)[: len(required)]:
        return written
    # cattrs writes the fields without a default first; the document keeps the order of the class.

    def hook(value: Any) -> dict[str, Any]:
        data = written(value)
        return {key: data[key] for key in fields if key in data}

    return hook


def _sequence_hook(tp: Any, converter: Converter) -> Hook:
    member, make = get_args(tp)[0], get_origin(tp)
    structured = converter.get_structure_hook(member)

    def hook(value: Any, _: Any) -> Any:
        if type(value) is not list:
            msg = f"{told(value)} is not an array"
            raise TypeError(msg)
        return make([structured(item, member) for item in value])

    return hook


def _optional_hook(tp: Any, converter: Converter) -> Hook:
    (some,) = members(tp) - {NoneType}
    structured = converter.get_structure_hook(some)
    return lambda value, _: None if value is None else structured(value, some)


@cache
def _words(cls: type[Enum]) -> dict[tuple[type, object], Enum]:
    # With the type as part of the key, true is not 1 and a member of another enum not its word.
    return {(type(member.value), member.value): member for member in cls}


def _word(value: object, cls: Any) -> Any:
    words = _words(cls)
    try:
        return words[type(value), value]
    except (KeyError, TypeError):
        msg = f"{told(value)} is not one of {', '.join(str(word) for _, word in words)}"
        raise ValueError(msg) from None


def _moment_hook(tp: Any) -> Hook:
    kinds = members(tp)
    forms = {date: "a day (YYYY-MM-DD)", datetime: "a time (YYYY-MM-DDThh:mm:ss+hh:mm)", NoneType: "null"}
    expected = " or ".join(form for kind, form in forms.items() if kind in kinds)

    def hook(value: Any, _: Any) -> Any:
        if value is None and NoneType in kinds:
            return None
        if type(value) is str:
            try:
                if date in kinds and _DAY.fullmatch(value):
                    return date.fromisoformat(value)
                if datetime in kinds and _TIME.fullmatch(value):
                    return _moment(value)
            except ValueError as error:
                msg = f"{told(value)} is not in the calendar: {error}"
                raise ValueError(msg) from None
        msg = f"{told(value)} is not {expected}"
        raise ValueError(msg)

    return hook


def _moment(text: str) -> datetime:
    """Read a time as it is written.

    ``fromisoformat`` takes an offset of less than a second for none, so such an offset is read here.
    """
    moment = datetime.fromisoformat(text)
    offset = _TINY_OFFSET.search(text)
    if offset is None:
        return moment
    size = timedelta(microseconds=int(offset["part"].ljust(6, "0")))
    return moment.replace(tzinfo=timezone(-size if offset["sign"] == "-" else size))


def _scalar_hook(tp: Any) -> Hook:
    kinds = members(tp)
    expected = " or ".join(name for kind, name in _SCALARS.items() if kind in kinds)
    unbounded = kinds - {int, float}

    def hook(value: Any, _: Any) -> Any:
        if type(value) in unbounded:
            return value
        # The exact type: bool is an int to isinstance, and a member of a StrEnum is a str.
        kind = type(value)
        if kind not in kinds:
            msg = f"{told(value)} is not {expected}"
            raise TypeError(msg)
        if kind is int and not LEAST_INTEGER <= value <= MOST_INTEGER:
            msg = f"{told(value)} does not fit into 64 bits"
            raise ValueError(msg)
        if kind is float and not math.isfinite(value):
            msg = f"{told(value)} is not finite"
            raise ValueError(msg)
        return value

    return hook


def _plain_hook(kind: Any) -> Hook:
    """Make the hook of one scalar type and of the classes that inherit from it, for cattrs looks those up together."""
    scalar = _scalar_hook(kind)
    unbounded = kind in (str, bool)

    def hook(value: Any, cls: Any) -> Any:
        # What nearly every value of a document is, without a second call.
        if cls is kind is type(value) and (unbounded or LEAST_INTEGER <= value <= MOST_INTEGER):
            return value
        if cls is kind:
            return scalar(value, cls)
        return _word(value, cls) if issubclass(cls, Enum) else cls(scalar(value, cls))

    return hook


def _written_moment(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _written_scalar(value: object) -> object:
    """Give the plain value of a subclass of a scalar, such as a text that carries its markup: only that is read back."""
    if type(value) in _SCALARS:
        return value
    # By the methods of the plain types, whatever the subclass makes of them.
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int.__int__(value)
    return float.__float__(value) if isinstance(value, float) else value
