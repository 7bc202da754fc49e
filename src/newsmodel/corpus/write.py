"""Pages to Parquet: one part, written whole or not at all."""

import json
import os
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any  # Any: pyarrow has no types of its own

from newsmodel.corpus.extra import needed
from newsmodel.corpus.parts import Part, place_of
from newsmodel.corpus.storage import MARKER, storage
from newsmodel.corpus.summary import Summary
from newsmodel.corpus.tables import Writer, every_schema
from newsmodel.corpus.warc import WarcPages
from newsmodel.model import Article, Failure, Source
from newsmodel.model.rules import shown
from newsmodel.parsing.many import parse_many, size_of


class Stopped(Exception):  # noqa: N818  nothing went wrong
    """Nobody waits for the part any more."""


def write_part(part: Part, directory: str | os.PathLike[str], *, workers: int = 1) -> Summary:
    """Read the pages of a part and write the tables of their facts, unless that is done already.

    It is safe to give the same part to several machines, or again after one has stopped: the part appears once, and whole. On object
    stores the file ``part.json``, written last, tells that a part is whole.

    Args:
        part: what :func:`parts_of` gave.
        directory: the data set: a folder, or a URL that fsspec knows.
        workers: processes that read the pages; with 1, this one does, and a page that kills it kills the whole part.

    Returns:
        What the part holds, counted; of a part that was there already, its pages count as reused.

    Raises:
        ImportError: the extra ``newsmodel[corpus]`` is not installed.
        OSError: the input cannot be read, or the data set not written.
        ValueError: the input is no WARC.

    """
    done = written(part, directory)
    if done is not None:
        return done
    from newsmodel.parsing.workers import stopped  # noqa: PLC0415  slow to import

    pages = part.pages()
    taken: deque[Source] = deque()

    def noted() -> Iterator[Source]:
        for source in pages:
            if stopped():
                raise Stopped
            taken.append(source)
            yield source

    read = parse_many(noted(), workers, language=part.language, style=part.style, limits=part.limits)
    results = ((taken.popleft(), result) for result in read)
    return _write(results, directory, part.place, part.input, pages.counts if isinstance(pages, WarcPages) else {})


def written(part: Part, directory: str | os.PathLike[str]) -> Summary | None:
    """Give the summary of a part that is complete; ``None`` for one that is not."""
    return _done(part.place, directory)


def _done(place: str, directory: str | os.PathLike[str]) -> Summary | None:
    data = storage(directory).read_json(f"{place}/{MARKER}")
    if data is None:
        return None
    summary = Summary.from_dict(data["summary"])
    summary.reused, summary.reused_pages = summary.parts, summary.pages
    return summary


def write_parquet(
    articles: Iterable[Article | Failure],
    directory: str | os.PathLike[str],
    *,
    name: str = "articles",
) -> Summary:
    """Write articles, such as :func:`~newsmodel.parse_many` gives them, as a part of a data set; needs ``newsmodel[corpus]``.

    They are gone through once, and a few hundred are held at a time. The part appears when all of it is safe on the disk, so that nobody
    reads half of it; when one of the name is there, nothing is done and ``articles`` is not even begun.

    Args:
        articles: articles, and failures, which become rows of the table ``pages``.
        directory: the data set: a folder, which is made, or a URL that fsspec knows.
        name: what to call the part; what it holds should follow from it.

    Returns:
        What the part holds, counted; of a part that was there already, its pages count as reused.

    Raises:
        ImportError: the extra is not installed.
        OSError: the data set cannot be written.
        TypeError: one of the ``articles`` is none, nor a failure.

    """
    needed("pyarrow", "write_parquet")
    place = f"{place_of(name)}/part={0:012d}"
    done = _done(place, directory)
    if done is not None:
        return done
    if isinstance(articles, Article | Failure):
        msg = f"articles must be an iterable of Article, not a single one: {shown(articles)}"
        raise TypeError(msg)
    return _write(((_source_of(each), each) for each in articles), directory, place, name, {})


def _source_of(result: object) -> Source:
    if isinstance(result, Article):
        return Source(result.text, url=result.url)
    if not isinstance(result, Failure):
        msg = f"articles must hold Article and Failure only: {shown(result)}"
        raise TypeError(msg)
    source: Any = result.source
    if isinstance(source, Source):
        return source
    return Source(source, name=str(source)) if isinstance(source, Path) else Source(source if isinstance(source, str | bytes) else "")


def _write(
    results: Iterable[tuple[Source, Article | Failure]], directory: str | os.PathLike[str], place: str, name: str, skipped: dict[str, int]
) -> Summary:
    needed("pyarrow", "newsmodel.corpus")
    summary = Summary(parts=1)
    with storage(directory).part(place) as folder:
        with Writer(folder, name) as writer:
            for number, (source, result) in enumerate(results):
                size = size_of(source)
                writer.add(source, size, result, number)
                summary.add(result, size)
            writer.flush()
        summary.skipped.update({reason: count for reason, count in skipped.items() if reason != "pages"})
        (folder / MARKER).write_text(json.dumps({"summary": summary.to_dict()}), encoding="utf-8")
    return summary


def open_tables(directory: str | os.PathLike[str]) -> dict[str, Any]:
    """Open the tables of a data set as datasets of pyarrow, by their names; of parts that are complete, and of no others.

    Args:
        directory: the data set: a folder, or a URL that fsspec knows.

    Raises:
        ImportError: pyarrow is not installed.

    """
    needed("pyarrow", "open_tables")
    import pyarrow as pa  # noqa: PLC0415  an extra
    from pyarrow import dataset  # noqa: PLC0415  an extra

    store = storage(directory)
    places = list(store.markers())
    files = getattr(store, "files", None)
    return {
        name: dataset.dataset([f"{place}/{name}.parquet" for place in places], schema=schema, format="parquet", filesystem=files)
        for name, schema in every_schema(pa).items()
    }
