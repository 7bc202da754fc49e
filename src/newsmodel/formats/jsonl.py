"""JSON Lines: many articles in one file, each a document of newsmodel's own JSON on a line."""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, TypeVar, overload  # Any: a file of text or of bytes

from newsmodel.formats._paths import told
from newsmodel.formats._single import refuse_single
from newsmodel.formats.json import from_json, to_json
from newsmodel.model import Article, DocumentError

_A = TypeVar("_A", bound=Article)


def write_jsonl(articles: Iterable[Article], file: str | os.PathLike[str] | IO[Any]) -> int:
    """Write articles as JSON Lines, one a line, as they come; only one is held at a time.

    Args:
        articles: the articles, in a list or lazily.
        file: the path of a file, which is made or overwritten, or a file that is open for writing text or bytes, which stays open.

    Returns:
        How many were written.

    Raises:
        OSError: the file cannot be written.
        TypeError: ``articles`` is a single article, or one of them is none.

    """
    refuse_single(articles)
    count = 0
    with ExitStack() as stack:
        out: IO[Any] = stack.enter_context(Path(file).open("wb")) if isinstance(file, str | os.PathLike) else file
        takes_text = _takes_text(out)
        for article in articles:
            line = f"{to_json(article)}\n"
            out.write(line if takes_text else line.encode())
            count += 1
    return count


@overload
def read_jsonl(file: str | os.PathLike[str] | Iterable[str] | Iterable[bytes]) -> Iterator[Article]: ...
@overload
def read_jsonl(file: str | os.PathLike[str] | Iterable[str] | Iterable[bytes], cls: type[_A]) -> Iterator[_A]: ...
def read_jsonl(file: str | os.PathLike[str] | Iterable[str] | Iterable[bytes], cls: type[Article] = Article) -> Iterator[Article]:
    """Read articles from JSON Lines one by one, as they are asked for; blank lines are passed over.

    Args:
        file: the path of a file, which is opened with the first article and closed after the last, or the lines: any iterable of
            text or bytes, such as an open file.
        cls: ``Article`` or a subclass of it.

    Raises:
        DocumentError: a line is no article; every one of its ``problems`` begins with the number of the line, counted from 1.
        OSError: the file cannot be read.
        TypeError: a line is neither ``str`` nor ``bytes``.

    """
    with ExitStack() as stack:
        lines = stack.enter_context(Path(file).open("rb")) if isinstance(file, str | os.PathLike) else file
        for number, line in enumerate(lines, start=1):
            if not isinstance(line, str | bytes):
                msg = f"line {number} must be str or bytes: {told(line)}"
                raise TypeError(msg)
            if not line.strip():
                continue
            try:
                article = from_json(line, cls)
            except DocumentError as error:
                raise DocumentError(tuple(f"line {number}: {problem}" for problem in error.problems)) from error
            yield article


def _takes_text(file: IO[Any]) -> bool:
    try:
        file.write("")
    except TypeError:  # a file of bytes; not all of them tell their mode
        return False
    return True
