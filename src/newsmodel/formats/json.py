"""JSON: the format of newsmodel's own, which holds an article whole.

What :func:`to_json` writes, :func:`from_json` reads back equal. The document is an object:

- its first key is ``newsmodel``, the version of the format; the others are the fields of the article, in their order;
- a field that equals its default (``None``, an empty array, ``"exact"``) is left out, on every level;
- enums are words, sequences are arrays, spans are objects of ``start`` and ``end``;
- a date is ``YYYY-MM-DD`` and a time ``YYYY-MM-DDThh:mm:ss``, with the offset from UTC where it is known;
- numbers keep their type: ``1`` is an ``int``, ``1.0`` a ``float``.

Nothing is made to fit: an unknown key, a word for a number or ``null`` for a text is refused, and every such fault is told.
"""

from collections.abc import Callable
from typing import Any, TypeVar, overload  # Any: JSON data has any shape

import attrs
from cattrs import Converter

from newsmodel.formats import _text
from newsmodel.formats._faults import faults_of
from newsmodel.formats._paths import told
from newsmodel.formats._strict import make_strict
from newsmodel.model import Article, DocumentError

VERSION = 1
"""Version of the format that this newsmodel writes, and the newest that it reads."""

_KEY = "newsmodel"

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""How the fields of a document of a version become those of the next one; version 1 is the first, so there is none as yet.

Each function takes the fields without the key that tells the version, and gives new ones: what it is given belongs to the caller.
"""
_TOO_DEEP = "document: nested too deeply"

converter = Converter(omit_if_default=True, detailed_validation=False, unstruct_collection_overrides={tuple: list})
"""The cattrs converter behind this module.

Register hooks on it for types of your own, such as those of the fields that a subclass of ``Article`` adds.
"""
make_strict(converter)

_A = TypeVar("_A", bound=Article)


def to_dict(article: Article) -> dict[str, Any]:
    """Give an article as plain data: ``dict``, ``list``, ``str``, ``int``, ``float`` and ``bool`` only.

    Raises:
        TypeError: it is no ``Article``.

    """
    if not isinstance(article, Article):
        # Only articles are documents: with the version in front, nothing would read it back.
        other = f"; newsmodel.converter.unstructure takes a {type(article).__name__}" if attrs.has(type(article)) else ""
        msg = f"article must be Article, not {type(article).__name__}{other}"
        raise TypeError(msg)
    return {_KEY: VERSION, **converter.unstructure(article)}


def to_json(article: Article) -> str:
    """Write an article as JSON, on one line and not ASCII-escaped; the same bytes whether ``orjson`` is installed or not.

    Raises:
        TypeError: it is no ``Article``.

    """
    return _text.written(to_dict(article))


@overload
def from_dict(data: object) -> Article: ...
@overload
def from_dict(data: object, cls: type[_A]) -> _A: ...
def from_dict(data: object, cls: type[Article] = Article) -> Article:
    """Make an article of plain data, such as :func:`to_dict` gives.

    Args:
        data: the whole document.
        cls: ``Article`` or a subclass of it.

    Raises:
        DocumentError: the data is no article; its ``problems`` list every fault.

    """
    try:
        data = _migrated(data)
    except Exception as error:
        # What is no sound document of its version cannot be made one of the next.
        raise DocumentError((f"document: version {told(data.get(_KEY))} cannot be migrated: {error!r}",)) from error  # type: ignore[attr-defined]  # only a dict is migrated
    if type(data) is dict and type(data.get(_KEY)) is int and data[_KEY] == VERSION:
        try:
            return converter.structure({key: value for key, value in data.items() if key != _KEY}, cls)
        except Exception as error:
            # The converter is fast and stops at the first fault, which it cannot place: what is wrong is looked up again.
            raise DocumentError(_problems(data, cls)) from error
    raise DocumentError(_problems(data, cls))


@overload
def from_json(text: str | bytes) -> Article: ...
@overload
def from_json(text: str | bytes, cls: type[_A]) -> _A: ...
def from_json(text: str | bytes, cls: type[Article] = Article) -> Article:
    """Read an article from JSON, such as :func:`to_json` writes.

    Args:
        text: the whole document; bytes are UTF-8.
        cls: ``Article`` or a subclass of it.

    Raises:
        DocumentError: the text is not JSON or no article; its ``problems`` list every fault.
        TypeError: ``text`` is neither ``str`` nor ``bytes``.

    """
    if not isinstance(text, str | bytes):
        msg = f"from_json.text must be str or bytes: {told(text)}"
        raise TypeError(msg)
    try:
        data, sound = _text.read(text)
    except RecursionError as error:
        raise DocumentError((_TOO_DEEP,)) from error
    except ValueError as error:
        raise DocumentError((f"document: not JSON: {error}",)) from error
    if not sound:
        if _is_older(data):
            raise DocumentError(tuple(_text.refusals(data)))
        raise DocumentError((*_text.refusals(data), *_problems(data, cls, refused=True)))
    return from_dict(data, cls)


def _is_older(data: object) -> bool:
    return type(data) is dict and type(data.get(_KEY)) is int and 1 <= data[_KEY] < VERSION


def _migrated(data: object) -> object:
    """Give a document of an older version as one of the present; anything else is handed back."""
    if not _is_older(data):
        return data
    assert isinstance(data, dict)  # noqa: S101 -- told to the type checker
    fields = {key: value for key, value in data.items() if key != _KEY}
    for version in range(data[_KEY], VERSION):
        fields = MIGRATIONS[version](fields)
    return {_KEY: VERSION, **fields}


def _problems(data: object, cls: type[Article], *, refused: bool = False) -> tuple[str, ...]:
    """List what is wrong with a document, beside what the reader of its text refused."""
    if isinstance(data, _text.Refused):
        return ()
    if not isinstance(data, dict):
        return (f"document: {told(data)} is not an object",)
    version = data.get(_KEY)
    if type(version) is int and version > VERSION:
        # The rest may follow rules that are not known here.
        return (f"{_KEY}: {told(version)} is newer than {VERSION}, the newest version that this newsmodel reads; upgrade newsmodel",)
    problems = []
    if _KEY not in data:
        problems.append(f'{_KEY}: missing; a document of newsmodel tells its version first, as in "{_KEY}": {VERSION}')
    elif type(version) is not int or version < 1:
        problems.append(f"{_KEY}: {told(version)} is not a version; write {VERSION}")
    fields = {key: value for key, value in data.items() if key != _KEY}
    try:
        problems += faults_of(fields, cls, converter)
    except RecursionError:
        problems.append(_TOO_DEEP)
    if not problems and not refused:
        problems.append("document: the converter refused it without saying why")
    return tuple(problems)
