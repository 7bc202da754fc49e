"""What holds for the values of any style file; an error names the place and the value."""

from collections.abc import Iterable, Iterator, Mapping
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


def keys(*tables: tuple[str, object, Iterable[str], str]) -> None:
    """Refuse keys that nobody reads, since they are misspelt: those of all tables at once, each told by where, what, allowed and kind."""
    problems = []
    for where, value, allowed, what in tables:
        unknown = sorted(set(value) - set(allowed)) if isinstance(value, Mapping) else ()
        if unknown:
            problems.append(f"{where} has keys that no {what} has: {', '.join(unknown)}; allowed: {', '.join(sorted(allowed))}")
    if problems:
        raise ValueError("\n".join(problems))


def inner(where: str, value: object) -> Iterator[tuple[str, object]]:
    """Give the tables inside a table, with their places; none where it is no table, which is told elsewhere."""
    for name, own in value.items() if isinstance(value, Mapping) else ():
        yield f"{where}.{name}", own


def as_values(table: Mapping[str, Any]) -> dict[str, Any]:
    """Give a table with its lists as tuples, as frozen classes hold them."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
