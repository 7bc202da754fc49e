"""What an article does not tell has no place in what is written for others."""

from typing import Any  # the data of every format has its own shape

_NOTHING: tuple[object, ...] = (None, "", [], {})


def known(data: dict[str, Any]) -> dict[str, Any]:
    """Leave out of plain data, on every level, the keys without a value: ``None``, and texts, arrays and objects that are empty."""
    members = {key: _within(value) for key, value in data.items()}
    return {key: value for key, value in members.items() if value not in _NOTHING}


def _within(value: Any) -> Any:
    if isinstance(value, dict):
        return known(value)
    return [*map(_within, value)] if isinstance(value, list) else value
