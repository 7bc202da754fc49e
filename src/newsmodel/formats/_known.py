"""What an article does not tell has no place in what is written for others."""

from typing import Any  # the data of every format has its own shape

_NOTHING: tuple[object, ...] = (None, "", [], {})


def known(value: Any) -> Any:
    """Leave out of plain data the keys whose value is not known: ``None``, and texts, arrays and objects that are empty."""
    if isinstance(value, dict):
        members = {key: known(inner) for key, inner in value.items()}
        return {key: inner for key, inner in members.items() if inner not in _NOTHING}
    if isinstance(value, list):
        return [known(inner) for inner in value]
    return value
