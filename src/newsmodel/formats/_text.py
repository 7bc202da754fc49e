"""JSON text and plain data: the same bytes and the same refusals with orjson and without it.

The standard library sets the form. ``orjson``, where it is installed, is used for what it is known to write and read alike.
"""

import json
import math
from collections import Counter, deque
from collections.abc import Iterator
from typing import Any  # JSON data has any shape

from attrs import define, frozen

from newsmodel.formats._paths import at, cut
from newsmodel.model.rules import LEAST_INTEGER, MOST_INTEGER

try:
    import orjson
except ModuleNotFoundError:
    orjson = None  # type: ignore[assignment]

# Between these bounds every version of orjson writes a float as Python does; outside of them "1e16" may stand for "1e+16".
_LEAST_ALIKE, _MOST_ALIKE = 1e-4, 1e16
_LONGEST_INTEGER = len(str(LEAST_INTEGER))


def written(data: object) -> str:
    """Write plain data as JSON: compact, keys as they stand, letters as they are.

    Raises:
        TypeError: something in the data is not JSON.
        ValueError: a number is not finite.

    """
    if orjson is not None and _is_written_alike(data):
        return orjson.dumps(data).decode()
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _is_written_alike(data: object) -> bool:
    pending = [data]
    for value in pending:
        if type(value) is str:
            continue
        if type(value) is dict:
            pending.extend(value.values())
        elif type(value) is list:
            pending.extend(value)
        elif (type(value) is float and value != 0 and not _LEAST_ALIKE <= abs(value) < _MOST_ALIKE) or (
            type(value) is int and not LEAST_INTEGER <= value <= MOST_INTEGER
        ):
            return False
    return True


def read(text: str | bytes) -> tuple[Any, bool]:
    """Read JSON text into plain data, and tell whether it is sound.

    It is not where a :class:`Refused` stands in the place of a double key or of a number that cannot be kept.

    Raises:
        ValueError: the text is not JSON.
        RecursionError: it is nested too deeply.

    """
    raw = text.encode() if isinstance(text, str) else text
    if orjson is not None:
        try:
            data = orjson.loads(raw)
            # orjson keeps the last of two equal keys and makes a float of a long integer. What it writes back byte for byte had neither.
            if orjson.dumps(data) == raw:
                return data, True
        except (ValueError, TypeError):
            pass  # The standard library says what is wrong, and where.
    reader = _Reader()
    data = json.loads(
        raw.decode(),
        object_pairs_hook=reader.object_of,
        parse_int=reader.integer_of,
        parse_float=reader.float_of,
        parse_constant=reader.constant_of,
    )
    return data, not reader.refused


def refusals(data: object) -> Iterator[str]:
    """Tell every :class:`Refused` in the data, as ``path: reason``."""
    pending: deque[tuple[str, object]] = deque([("", data)])
    while pending:
        path, value = pending.popleft()
        match value:
            case Refused():
                yield f"{path or 'document'}: {value.reason}"
            case dict():
                pending.extend((at(path, key), inner) for key, inner in value.items())
            case list():
                pending.extend((at(path, index), inner) for index, inner in enumerate(value))


@frozen
class Refused:
    """What stands in the data for a piece of the text that JSON does not allow, or that would not come back as it was."""

    reason: str


@define
class _Reader:
    """The hooks of ``json.loads``; it counts what they refuse."""

    refused: int = 0

    def _refuse(self, reason: str) -> Refused:
        self.refused += 1
        return Refused(reason)

    def object_of(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            members |= {key: self._refuse("the key is given more than once") for key, count in counts.items() if count > 1}
        return members

    def integer_of(self, digits: str) -> int | Refused:
        # Python refuses to read thousands of digits at all.
        if len(digits) > _LONGEST_INTEGER or not LEAST_INTEGER <= int(digits) <= MOST_INTEGER:
            return self._refuse(f"{cut(digits)} does not fit into 64 bits")
        return int(digits)

    def float_of(self, digits: str) -> float | Refused:
        number = float(digits)
        return number if math.isfinite(number) else self._refuse(f"{cut(digits)} is out of range")

    def constant_of(self, word: str) -> Refused:
        return self._refuse(f"{word} is not JSON")
