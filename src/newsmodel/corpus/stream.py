"""The bytes of a WARC file: how it is compressed, and where in it the next record begins."""

import io
import zlib
from typing import IO, Any  # Any: zstandard has no types of its own that are checked here

from newsmodel.corpus.extra import needed
from newsmodel.model.rules import shown

GZIP, ZSTD, PLAIN = "gzip", "zstd", "plain"

_GZIP_MAGIC = b"\x1f\x8b\x08"
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_DICTIONARY_MAGIC = b"\x5d\x2a\x4d\x18"
"""Opens the frame that holds the dictionary of a ``.warc.zst`` file, as IIPC's proposal has it."""
_MOST_OF_DICTIONARY = 100_000_000
_VERSION = b"WARC/"
_BLOCK = 1 << 20
HEAD = 8
"""Bytes that tell how a WARC is compressed."""
_INPUT = 1 << 14
_HEADER = 2048
"""How much of a record is looked at to tell that it is one."""


def kind_of(head: bytes, name: str) -> str:
    """Tell by its first bytes how a WARC is compressed.

    Raises:
        ValueError: it is no WARC.

    """
    if head.startswith(_GZIP_MAGIC):
        return GZIP
    if head.startswith((_ZSTD_MAGIC, _DICTIONARY_MAGIC)):
        return ZSTD
    if not head or head.startswith(_VERSION):
        return PLAIN
    hint = f"; to read one page, use `newsmodel {name}`, and for many the folder they are in" if head.lstrip().startswith(b"<") else ""
    msg = f"{name} is no WARC: it begins with {shown(head[:16])}{hint}"
    raise ValueError(msg)


def unzstd(file: IO[bytes]) -> Any:
    """Give what a zstd file holds, with its own dictionary where it has one.

    Raises:
        ImportError: zstandard is not installed.

    """
    needed("zstandard", "a WARC in zstd")
    import zstandard  # noqa: PLC0415  an extra

    opening = file.read(HEAD)
    dictionary = None
    if opening.startswith(_DICTIONARY_MAGIC):
        data = file.read(min(int.from_bytes(opening[4:], "little"), _MOST_OF_DICTIONARY))
        if data.startswith(_ZSTD_MAGIC):
            data = zstandard.ZstdDecompressor().decompress(data, max_output_size=_MOST_OF_DICTIONARY)
        dictionary = zstandard.ZstdCompressionDict(data)
    else:
        file.seek(-len(opening), io.SEEK_CUR)
    return _Frames(file, zstandard.ZstdDecompressor(dict_data=dictionary))


class _Frames:
    """What the frames of a file hold, as a file to read; unlike zstandard's own it tells where the last of them is cut off."""

    def __init__(self, file: IO[bytes], decompressor: Any) -> None:
        self._file, self._decompressor = file, decompressor
        self._frame: Any = None
        self._left = b""  # of the file, not decompressed yet
        self._ready = memoryview(b"")
        self._place = 0

    def tell(self) -> int:
        return self._place

    def close(self) -> None:
        """Leave the file to whoever opened it."""

    def read(self, size: int) -> bytes:
        while not self._ready:
            data = self._left or self._file.read(_INPUT)
            if not data:
                if self._frame is not None:
                    msg = "the last frame is cut off"
                    raise EOFError(msg)
                return b""
            self._frame = self._frame or self._decompressor.decompressobj()
            self._ready = memoryview(self._frame.decompress(data))
            self._left = b""
            if self._frame.eof:
                self._left, self._frame = self._frame.unused_data, None
        given, self._ready = bytes(self._ready[:size]), self._ready[size:]
        self._place += len(given)
        return given


def begins_record(file: IO[bytes], position: int, kind: str) -> bool:
    """Tell whether a record that begins here can be read without what comes before it; the file stays where it is read."""
    if kind != GZIP:
        return True
    before = file.tell()
    file.seek(position)
    head = file.read(_HEADER)
    file.seek(before)
    return head.startswith(_GZIP_MAGIC) and _is_member(head)


def next_record(file: IO[bytes], start: int, kind: str) -> int | None:
    """Give the place of the first record that begins at ``start`` or behind it; ``None`` where there is none."""
    magic, is_record = (_GZIP_MAGIC, _is_member) if kind == GZIP else (_VERSION, _is_plain)
    position = start
    while True:
        file.seek(position)
        block = file.read(_BLOCK + _HEADER)
        found = block.find(magic)
        while 0 <= found < _BLOCK:
            if is_record(block[found : found + _HEADER]) and (kind == GZIP or _opens_line(file, position + found)):
                return position + found
            found = block.find(magic, found + 1)
        if len(block) < _BLOCK + _HEADER:
            return None
        position += _BLOCK


def _is_member(head: bytes) -> bool:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_VERSION)) == _VERSION
    except zlib.error:
        return False


def _is_plain(head: bytes) -> bool:
    return head.startswith((b"WARC/1.", b"WARC/0.")) and b"\nwarc-type:" in head.lower()


def _opens_line(file: IO[bytes], position: int) -> bool:
    if position == 0:
        return True
    file.seek(position - 1)
    return file.read(1) == b"\n"
