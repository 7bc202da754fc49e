"""WARC files: the pages of a crawl."""

import os
import warnings
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum, auto
from pathlib import Path
from typing import IO, Any  # Any: FastWARC has no types of its own
from urllib.parse import urlsplit

from attrs import Factory, define, field

from newsmodel.corpus.extra import needed
from newsmodel.corpus.stream import HEAD, PLAIN, ZSTD, begins_record, kind_of, next_record, unzstd
from newsmodel.model import Limits, Source
from newsmodel.pages.html.encoding import declared
from newsmodel.pages.source import BOMS

_TYPES = ("text/html", "application/xhtml+xml")
_FINE = 200
_MOST = 4 * Limits().size
"""Bytes of a record that are held in memory; a page of more than a quarter of them is refused when it is read."""


@define(kw_only=True)
class WarcPages:
    """The pages of a WARC, one after the other: an iterator of :class:`~newsmodel.Source`."""

    counts: Counter[str] = Factory(Counter)
    """What has been passed so far: ``pages`` that were given, and by reason what was not: ``other_record``, ``other_host``,
    ``other_status``, ``other_type``, ``undecodable`` (a content encoding that is broken or not known), ``too_large``, ``truncated`` and
    ``malformed``."""

    _sources: Iterator[Source] = field(alias="sources", repr=False)

    def __iter__(self) -> "WarcPages":
        """Give itself."""
        return self

    def __next__(self) -> Source:
        """Give the next page."""
        return next(self._sources)


def read_warc(
    path_or_file: str | os.PathLike[str] | IO[bytes],
    hosts: Iterable[str] | None = None,
    *,
    name: str | None = None,
    start: int = 0,
    end: int | None = None,
) -> WarcPages:
    """Read the pages of a WARC, plain or compressed by gzip or zstd; needs the extra ``newsmodel[corpus]``.

    A page is what a server answered with status 200 as HTML. Its content encoding is undone, and its text is read by the encoding that
    HTTP tells, unless the bytes show that it is another. It comes with its address, its name (file and place of the record) and
    the time when it was captured.

    A record that is cut off or broken is counted and passed over, and so is what lies between it and the next.

    Args:
        path_or_file: the file, or its path. A file that cannot seek is read as far as its first broken record.
        hosts: whose pages to give: ``euronews.com`` stands for its subdomains too. By default those of all.
        name: how to call the file in the names of its pages; by default as its path ends.
        start: first byte of the file whose records are read.
        end: byte behind the last whose records are read: a record belongs to the bytes in which it begins. Only in WARCs that are
            compressed by gzip, record by record, as they should be, or not at all.

    Raises:
        ImportError: fastwarc is not installed, or zstandard for a file in zstd.
        OSError: the file cannot be read.
        TypeError: ``hosts`` is a single name.
        ValueError: it is no WARC.

    """
    needed("fastwarc", "read_warc")
    if isinstance(hosts, str):
        msg = f"hosts must be an iterable of names, not a single one: {hosts!r}"
        raise TypeError(msg)
    counts: Counter[str] = Counter()
    reader = _Reader(counts, None if hosts is None else frozenset(host.lower().strip(".") for host in hosts), start, end)
    with ExitStack() as opened:
        if isinstance(path_or_file, str | os.PathLike):
            file: IO[bytes] = opened.enter_context(Path(path_or_file).open("rb"))
            name = name or Path(path_or_file).name
        else:
            file = path_or_file
            name = name or Path(str(getattr(file, "name", "warc"))).name
        if file.seekable():
            head = file.read(HEAD)
            kind = kind_of(head, name)
            if not head:
                return WarcPages(counts=counts, sources=iter(()))
            file.seek(0)
        else:
            kind = PLAIN
        return WarcPages(counts=counts, sources=reader.sources(file, name, kind, opened.pop_all()))


class Passed(StrEnum):
    """Why a record is no page that is wanted."""

    OTHER_RECORD = auto()
    OTHER_HOST = auto()
    OTHER_STATUS = auto()
    OTHER_TYPE = auto()
    UNDECODABLE = auto()
    TOO_LARGE = auto()
    TRUNCATED = auto()
    MALFORMED = auto()


class _PassOver(Exception):  # noqa: N818  nothing went wrong
    """Ends the reading of a record that turns out to be no page that is wanted."""

    def __init__(self, reason: Passed) -> None:
        super().__init__(reason)
        self.reason = reason


@define
class _Reader:
    counts: Counter[str]
    hosts: frozenset[str] | None
    start: int
    end: int | None
    seen: int = 0
    """How many records have been read."""

    broken: bool = False
    """Whether the bytes behind the last record cannot be read."""

    _place: tuple[int, int] = (-1, 0)
    """Where the last page stands, and how many before it stand at the same place."""

    def sources(self, file: IO[bytes], name: str, kind: str, opened: ExitStack) -> Iterator[Source]:
        with opened:
            for record, block in self._records(file, kind):
                try:
                    source = self._page(record, block, name)
                except _PassOver as refused:
                    self.counts[refused.reason.value] += 1
                else:
                    self.counts["pages"] += 1
                    yield source

    def _records(self, file: IO[bytes], kind: str) -> Iterator[tuple[Any, bytes]]:
        """Give the records that may hold pages and whose beginning lies in range, those behind a broken one too."""
        from fastwarc.warc import ArchiveIterator  # noqa: PLC0415  an extra

        can_go_on = kind != ZSTD and file.seekable()
        position = next_record(file, self.start, kind) if can_go_on and self.start else self.start
        while position is not None and (self.end is None or position < self.end):
            last, before = position, self.seen
            if can_go_on:
                file.seek(position)
            try:
                records = iter(ArchiveIterator(unzstd(file) if kind == ZSTD else file, parse_http=False))
            except Exception:  # noqa: BLE001  as in _next
                records, self.broken = iter(()), True
            while (record := self._next(records)) is not None:
                last = record.stream_pos
                # A file that is compressed as a whole has records that begin nowhere in it.
                if self.end is not None and last >= self.end and begins_record(file, last, kind):
                    return
                self.seen += 1
                refusal = self._refusal(record)
                block = None if refusal else self._block(record)
                if refusal:
                    self.counts[refusal.value] += 1
                elif block is None:
                    break
                else:
                    yield record, block
            # FastWARC also stops without a word where it finds no record; where there is one behind that, it was not the end.
            position = next_record(file, last + 1, kind) if can_go_on else None
            if (self.broken or position is not None) and (before == 0 or self.seen > before):
                self.counts[Passed.MALFORMED.value] += 1
            self.broken = False

    def _next(self, records: Iterator[Any]) -> Any | None:
        """Give the next record; ``None`` at the end, and where the bytes are broken."""
        try:
            record = next(records, None)
        except Exception:  # noqa: BLE001  FastWARC and the decompressors have each their own; all mean that the bytes are wrong
            self.broken = True
            return None
        return record

    def _block(self, record: Any) -> bytes | None:
        """Give what a record holds; ``None`` where the bytes are broken."""
        try:
            block: bytes = record.reader.read()
        except Exception:  # noqa: BLE001  as in _next
            self.broken = True
            return None
        return block

    def _refusal(self, record: Any) -> Passed | None:
        """Tell why a record is no page that is wanted, as far as its head tells it."""
        from fastwarc.warc import WarcRecordType  # noqa: PLC0415  an extra

        if record.record_type != WarcRecordType.response:
            return Passed.OTHER_RECORD
        if self.hosts is not None and not self._is_wanted(_address(record)):
            return Passed.OTHER_HOST
        return Passed.TOO_LARGE if record.content_length > _MOST else None

    def _page(self, record: Any, block: bytes, name: str) -> Source:
        length = record.headers.get("Content-Length", "")
        if not length.isdecimal() or len(block) < int(length):
            raise _PassOver(Passed.TRUNCATED)
        record.set_bytes_content(block)
        record.parse_http()
        http = record.http_headers
        if http is None or http.status_code != _FINE:
            raise _PassOver(Passed.OTHER_STATUS)
        if record.http_content_type not in _TYPES:
            raise _PassOver(Passed.OTHER_TYPE)
        try:
            content = _decoded(record.reader.read(), http)
        except (ValueError, zlib.error, UserWarning) as error:
            raise _PassOver(Passed.UNDECODABLE) from error
        url = _address(record)
        return Source(
            _as_told(content, record.http_charset),
            url=url if url.isprintable() and url else None,
            name=f"{name}:{self._named(record.stream_pos)}",
            captured=record.record_date,
        )

    def _named(self, position: int) -> str:
        last, times = self._place
        self._place = position, times + 1 if position == last else 0
        return f"{position}+{self._place[1]}" if self._place[1] else str(position)

    def _is_wanted(self, url: str) -> bool:
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:
            return False
        labels = host.split(".")
        return any(".".join(labels[first:]) in (self.hosts or ()) for first in range(len(labels)))


def _address(record: Any) -> str:
    return str(record.headers.get("WARC-Target-URI", "")).strip("<> ")


def _decoded(content: bytes, http: Any) -> bytes:
    """Undo the transfer and content encodings; archives often hold what is decoded already, with the headers of the server.

    Raises:
        ValueError: the encoding is not known.
        zlib.error: the bytes are not what the encoding says.

    """
    if http.get("Transfer-Encoding", "").strip().lower() == "chunked":
        content = _unchunked(content)
    for coding in reversed(http.get("Content-Encoding", "").lower().split(",")):
        match coding.strip():
            case "gzip" | "x-gzip":
                content = _inflate(content, zlib.MAX_WBITS | 16) if content.startswith(b"\x1f\x8b") else content
            case "deflate":
                content = _inflated(content)
            case "br":
                content = _unbrotli(content)
            case "" | "identity":
                pass
            case other:
                msg = f"unknown content encoding: {other}"
                raise ValueError(msg)
    return content


def _looks_plain(content: bytes) -> bool:
    return content.lstrip()[:1] in {b"<", b"\xef", b""}


def _inflated(content: bytes) -> bytes:
    if _looks_plain(content):
        return content
    try:
        return _inflate(content, zlib.MAX_WBITS)
    except zlib.error:
        return _inflate(content, -zlib.MAX_WBITS)  # without its header, as some servers have it


def _inflate(content: bytes, form: int) -> bytes:
    """Decompress as much as a page may hold: a few bytes may be made of many more than fit into memory."""
    inflated = zlib.decompressobj(form).decompress(content, _MOST + 1)
    if not inflated and content:
        msg = "nothing in it"
        raise zlib.error(msg)
    if len(inflated) > _MOST:
        raise _PassOver(Passed.TOO_LARGE)
    return inflated


def _unbrotli(content: bytes) -> bytes:
    from fastwarc.stream_io import BrotliStream, BytesIOStream, FastWARCError  # noqa: PLC0415  an extra

    if _looks_plain(content):
        return content
    pieces = []
    stream = BrotliStream(BytesIOStream(content))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            while piece := stream.read(1 << 20):
                pieces.append(piece)
                if sum(map(len, pieces)) > _MOST:
                    raise _PassOver(Passed.TOO_LARGE)
    except FastWARCError as error:
        raise ValueError(str(error)) from error
    return b"".join(pieces)


def _unchunked(content: bytes) -> bytes:
    """Put the chunks of HTTP together; what is none is given as it is."""
    pieces: list[bytes] = []
    position = 0
    while (end := content.find(b"\r\n", position, position + 1024)) >= 0:
        try:
            size = int(content[position:end].partition(b";")[0], 16)
        except ValueError:
            return content
        if size == 0:
            return b"".join(pieces)
        pieces.append(content[end + 2 : end + 2 + size])
        position = end + 2 + size + 2
    return b"".join(pieces) or content


def _as_told(content: bytes, charset: str | None) -> str | bytes:
    """Give the text of a page by the encoding that HTTP tells; bytes, for the page to tell, where it tells none or a wrong one."""
    if not charset or content.startswith(BOMS):
        return content
    # Names of encodings mean the same in HTTP and in a page; one that nobody knows is UTF-8 here as well.
    encoding = declared(b'<meta charset="%s">' % charset.encode("ascii", "replace"))
    for name in ("utf-8", encoding):
        # Sound UTF-8 is nothing else, whatever the server says; plain ASCII may be an encoding that switches.
        if name != encoding and content.isascii():
            continue
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            pass
    return content
