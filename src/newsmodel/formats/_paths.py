"""How the description of a fault names a place in a document, and the value that stands there."""

_LONGEST_SHOWN = 60
_MOST_BITS_SHOWN = 190


def at(path: str, step: str | int) -> str:
    """Give the path of a member of an object, or of an item of an array."""
    if isinstance(step, str) and step.isidentifier():
        return f"{path}.{cut(step)}" if path else cut(step)
    return f"{path}[{cut(repr(step))}]"


def cut(text: str) -> str:
    """Give a text as it is, or its beginning where it is too long for a message."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def told(value: object) -> str:
    """Name a value of a document, as the description of a fault does: scalars as they are, the rest by their kind."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case dict():
            return "an object"
        case list():
            return "an array"
        case int() if value.bit_length() > _MOST_BITS_SHOWN:
            return "an integer of many digits"
        case str() | int() | float():
            return cut(repr(value))
        case _:
            return f"a {type(value).__name__}"
