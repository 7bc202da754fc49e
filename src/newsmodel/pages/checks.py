"""What holds for the values of any style file; an error names the place and the value."""

from collections.abc import Iterable, Mapping
from typing import Any  # what TOML holds has any type: it is checked here

from attrs import Attribute


def place_of(instance: object, attribute: "Attribute[Any]") -> str:
    """Give what a message calls a field: with the name of its table, where that has one."""
    kind, name = type(instance).__name__, getattr(instance, "name", None)
    return f"{kind} {name!r}: {attribute.name}" if isinstance(name, str) else f"{kind}.{attribute.name}"


def strings(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Hold the rule that a value is a list of strings that are not blank."""
    if not isinstance(value, tuple) or not all(isinstance(item, str) for item in value):
        msg = f"{place_of(instance, attribute)} must be a list of strings: {value!r}"
        raise TypeError(msg)
    if not all(item.strip() for item in value):
        msg = f"{place_of(instance, attribute)} must not hold blank strings: {value!r}"
        raise ValueError(msg)


def text(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Hold the rule that a value is a string that is not blank."""
    if not isinstance(value, str) or not value.strip():
        msg = f"{place_of(instance, attribute)} must be a string that is not blank: {value!r}"
        raise TypeError(msg)


def table(where: str, value: object) -> Mapping[str, Any]:
    """Give a value that must be a table."""
    if not isinstance(value, Mapping):
        msg = f"{where} must be a table: {value!r}"
        raise TypeError(msg)
    return value


def keys(where: str, names: Iterable[str], allowed: Iterable[str], what: str) -> None:
    """Refuse keys that nobody reads: they are misspelt."""
    unknown = sorted(set(names) - set(allowed))
    if unknown:
        msg = f"{where} has keys that no {what} has: {', '.join(unknown)}; allowed: {', '.join(sorted(allowed))}"
        raise ValueError(msg)


def as_values(table: Mapping[str, Any]) -> dict[str, Any]:
    """Give a table with its lists as tuples, as frozen classes hold them."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
