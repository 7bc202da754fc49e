"""The rules that fields of the model keep.

Each rule is an attrs validator. What breaks one is told by class, field, rule and value:
``Span.end must be greater than start (5): 3``.
"""

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any  # values under test have any type: that is what the rules find out

from attrs import Attribute

Rule = Callable[[Any, "Attribute[Any]", Any], None]

LEAST_INTEGER, MOST_INTEGER = -(2**63), 2**63 - 1
"""What fits into 64 bits, and so into JSON readers and tables."""

_LONGEST_SHOWN = 80
# ISO 8601 durations: "P12D", "P1Y6M", "PT36H", "P2W".
_DURATION = re.compile(r"P(?=.)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)", re.ASCII)


def shown(value: object) -> str:
    """Give a value as an error message shows it: its ``repr``, cut where it is long."""
    try:
        text = repr(value)
    except ValueError:
        # Python refuses to write an integer of thousands of digits.
        text = f"{type(value).__name__} of too many digits"
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _where(instance: object, attribute: "Attribute[Any]") -> str:
    return f"{type(instance).__name__}.{attribute.name}"


def instance_of(*types: type, nullable: bool = False) -> Rule:
    """Make the rule that a value is of one of the types; ``bool`` does not pass for ``int``."""
    names = " or ".join([*(t.__name__ for t in types), *(["None"] if nullable else [])])

    def rule(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) in types or (value is None and nullable):
            return
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            msg = f"{_where(instance, attribute)} must be {names}: {shown(value)}"
            raise TypeError(msg)

    return rule


def tuple_of(member: type) -> Rule:
    """Make the rule that a value is a tuple of members of one type."""
    texts = issubclass(member, str)

    def rule(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) is tuple and not texts:
            for item in value:
                if type(item) is not member:
                    break
            else:
                return
        if not isinstance(value, tuple):
            msg = f"{_where(instance, attribute)} must be a tuple of {member.__name__}: {shown(value)}"
            raise TypeError(msg)
        for index, item in enumerate(value):
            if type(item) is member and member is not str:
                continue
            if not isinstance(item, member):
                msg = f"{_where(instance, attribute)}[{index}] must be {member.__name__}: {shown(item)}"
                raise TypeError(msg)
            if isinstance(item, str):
                _check_encodable(f"{_where(instance, attribute)}[{index}]", item)

    return rule


def _check_encodable(where: str, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        msg = f"{where} must be encodable text, without lone surrogates: {shown(value)}"
        raise ValueError(msg) from None


def string(*, nullable: bool = False, empty: bool = False) -> Rule:
    """Make the rule that a value is a ``str`` without lone surrogates, and not blank unless it may be."""
    is_string = instance_of(str, nullable=nullable)

    def rule(instance: object, attribute: "Attribute[Any]", value: Any) -> None:
        if value is None and nullable:
            return
        # Halves of characters cannot be printed.
        if type(value) is str and (value.isascii() or value.isprintable()) and (empty or (value and not value.isspace())):
            return
        is_string(instance, attribute, value)
        if not empty and not value.strip():
            msg = f"{_where(instance, attribute)} must not be blank: {shown(value)}"
            raise ValueError(msg)
        _check_encodable(_where(instance, attribute), value)

    return rule


def folded(*, nullable: bool = False, empty: bool = False) -> Rule:
    """Make the rule that a value is a text in NFC whose runs of white space are single blanks, with none at its ends."""
    is_string = string(nullable=nullable, empty=empty)

    def rule(instance: object, attribute: "Attribute[Any]", value: Any) -> None:
        if type(value) is str and value.isprintable() and (value or empty):
            # Of white space only blanks can be printed, and halves of characters cannot.
            is_folded = "  " not in value and value[:1] != " " != value[-1:]
            if is_folded and (value.isascii() or unicodedata.is_normalized("NFC", value)):
                return
        is_string(instance, attribute, value)
        if value is not None and (value != " ".join(value.split()) or not unicodedata.is_normalized("NFC", value)):
            msg = f"{_where(instance, attribute)} must be in NFC, with white space folded to single blanks: {shown(value)}"
            raise ValueError(msg)

    return rule


def number(*, nullable: bool = False) -> Rule:
    """Make the rule that a value is a finite number; an ``int`` must fit into 64 bits."""
    is_number = instance_of(int, float, nullable=nullable)

    def rule(instance: object, attribute: "Attribute[Any]", value: Any) -> None:
        is_number(instance, attribute, value)
        if isinstance(value, float) and not math.isfinite(value):
            msg = f"{_where(instance, attribute)} must be finite: {shown(value)}"
            raise ValueError(msg)
        if isinstance(value, int) and not LEAST_INTEGER <= value <= MOST_INTEGER:
            msg = f"{_where(instance, attribute)} must fit into 64 bits: {shown(value)}"
            raise ValueError(msg)

    return rule


def at_least(least: int, *, nullable: bool = False) -> Rule:
    """Make the rule that a value is a whole number not below a bound."""
    is_int = instance_of(int, nullable=nullable)

    def rule(instance: object, attribute: "Attribute[Any]", value: Any) -> None:
        if type(value) is int and value >= least:
            return
        is_int(instance, attribute, value)
        if value is not None and value < least:
            msg = f"{_where(instance, attribute)} must be >= {least}: {shown(value)}"
            raise ValueError(msg)

    return rule


def at_most(most: int) -> Rule:
    """Make the rule that a number is not above a bound."""

    def rule(instance: object, attribute: "Attribute[Any]", value: Any) -> None:
        if value > most:
            msg = f"{_where(instance, attribute)} must be <= {most}: {shown(value)}"
            raise ValueError(msg)

    return rule


_is_place = instance_of(int, str, nullable=True)
_is_duration = instance_of(str, nullable=True)
_is_moment = instance_of(date, nullable=True)
_is_words = string()


def place_in_source(instance: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Hold the rule that a value is ``None``, the number of a line, counted from 1, or an element path."""
    if type(value) is str and value.isascii() and not value.isspace() and value:
        return
    _is_place(instance, attribute, value)
    if isinstance(value, str):
        _is_words(instance, attribute, value)
    elif value is not None and not 1 <= value <= MOST_INTEGER:
        msg = f"{_where(instance, attribute)} must be the number of a line, from 1: {shown(value)}"
        raise ValueError(msg)


def duration(instance: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Hold the rule that a value is ``None`` or an ISO 8601 duration, such as ``P12D``."""
    if value is None:
        return
    _is_duration(instance, attribute, value)
    if not _DURATION.fullmatch(value):
        msg = f"{_where(instance, attribute)} must be an ISO 8601 duration: {shown(value)}"
        raise ValueError(msg)


def moment(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Hold the rule that a value is ``None``, a date or a datetime."""
    _is_moment(instance, attribute, value)


def day(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Hold the rule that a value is ``None`` or a date without a time."""
    if value is not None and type(value) is not date:
        msg = f"{_where(instance, attribute)} must be date or None: {shown(value)}"
        raise TypeError(msg)
