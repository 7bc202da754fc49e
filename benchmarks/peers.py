"""What newsmodel is measured beside: parsers and extractors that read the same pages. Those that are not installed are left out."""

import gc
import gzip
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from statistics import fmean, median
from time import process_time
from typing import Any  # peers may not be installed, so no type of theirs can be named

from selectolax.lexbor import LexborHTMLParser

import newsmodel

Reader = Callable[[bytes, str], object]
"""Reads a page, given as bytes and as text: whoever decodes it itself takes the bytes."""

BARE = "Lexbor, the tree alone"
READ = "newsmodel.read_page"
PARSE = "newsmodel.parse"
_LAYOUTS = (None, date(2024, 5, 1))
"""When the layouts were in use that fundus knows of; ``None`` is today."""


def readers(pages: Sequence[bytes]) -> tuple[dict[str, Reader], list[str]]:
    """Give all that can read the pages, by name, and say what is left out and why."""
    found: dict[str, Reader] = {BARE: lambda data, _: LexborHTMLParser(data)}
    missing: list[str] = []
    for name, make in (("lxml, the tree alone", _lxml), ("fundus, its Euronews parser", _fundus)):
        _add(found, missing, name, lambda make=make: make(pages))  # type: ignore[misc]  # the default binds what the loop gives
    found |= {READ: lambda data, _: newsmodel.read_page(data), PARSE: lambda data, _: newsmodel.parse(data)}
    for name, make in (("trafilatura.extract", _trafilatura), ("newspaper4k, Article.parse", _newspaper)):
        _add(found, missing, name, lambda make=make: make(pages))  # type: ignore[misc]  # as above
    return found, missing


def _add(found: dict[str, Reader], missing: list[str], name: str, make: Callable[[], Reader]) -> None:
    try:
        found[name] = make()
    except ImportError as error:
        missing.append(f"{name} is left out: {error}")


def _lxml(_: Sequence[bytes]) -> Reader:
    html: Any = import_module("lxml.html")
    parser = html.HTMLParser(encoding="utf-8")
    return lambda data, _: html.document_fromstring(data, parser=parser)


def _fundus(pages: Sequence[bytes]) -> Reader:
    proxy: Any = import_module("fundus.publishers.shared.euronews").EuronewsParser()
    parsers = [proxy(day) for day in _LAYOUTS]
    # Which layout a page has is found out here, once, so that no time is taken for it.
    own: dict[int, Any] = {}
    for data in pages:
        text = data.decode(errors="replace")
        own[hash(text)] = max(parsers, key=lambda parser, text=text: len(str(parser.parse(text, "suppress").get("body") or "")))  # type: ignore[misc]  # as above
    return lambda _, text: own[hash(text)].parse(text, "suppress")


def _trafilatura(_: Sequence[bytes]) -> Reader:
    extract: Any = import_module("trafilatura").extract
    return lambda _, text: extract(text)


def _newspaper(_: Sequence[bytes]) -> Reader:
    article: Any = import_module("newspaper").Article

    def read(_: bytes, text: str) -> object:
        # On its own it would fetch the pictures of the page.
        made = article("https://www.euronews.com/2024/05/01/page", language="en", fetch_images=False)
        made.download(input_html=text)
        made.parse()
        return made

    return read


def in_turn(pages: Sequence[bytes], all_readers: dict[str, Reader], rounds: int) -> dict[str, list[float]]:
    """Give the median of the milliseconds of processor time that each reader takes for each page.

    They take turns, and garbage is collected as ever.
    """
    texts = [data.decode(errors="replace") for data in pages]
    for text in texts:
        hash(text)
    took: dict[str, list[list[float]]] = {name: [[] for _ in pages] for name in all_readers}
    for number in range(rounds + 1):
        for i, (data, text) in enumerate(zip(pages, texts, strict=True)):
            for name, read in all_readers.items():
                start = process_time()
                made = read(data, text)
                end = process_time()
                del made
                if number:  # The first round only warms up.
                    took[name][i].append((end - start) * 1000)
        gc.collect()
    return {name: [median(times) for times in by_page] for name, by_page in took.items()}


def table(took: dict[str, list[float]]) -> list[str]:
    """Write the mean over the pages of each reader's medians as a Markdown table, with ratios to the bare tree and to newsmodel."""
    mean = {name: fmean(times) for name, times in took.items()}
    rows = ["| reader | ms a page | × the bare tree | × newsmodel.parse |", "|---|---|---|---|"]
    for name, time in mean.items():
        rows.append(f"| {name} | {time:.2f} | {time / mean[BARE]:.1f} | {time / mean[PARSE]:.2f} |")
    return rows


def folder(path: Path) -> list[bytes]:
    """Read the pages of a folder: its ``.html`` and ``.html.gz`` files."""
    files = sorted(one for one in path.iterdir() if one.name.endswith((".html", ".html.gz")))
    return [gzip.decompress(one.read_bytes()) if one.suffix == ".gz" else one.read_bytes() for one in files]
