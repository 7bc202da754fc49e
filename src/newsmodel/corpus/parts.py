"""Inputs and the parts that they are worked through in: what is done is done part by part, and any machine can do any part."""

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path
from typing import Any  # Any: fsspec has no types of its own
from urllib.parse import quote

from attrs import evolve, field, frozen

from newsmodel.corpus.extra import needed
from newsmodel.corpus.folder import files_of
from newsmodel.corpus.storage import is_url
from newsmodel.corpus.stream import GZIP, HEAD, kind_of
from newsmodel.corpus.warc import WarcPages, read_warc
from newsmodel.model import Limits, Source
from newsmodel.pages import Style

_LEAST, _MOST = 2_000_000, 128_000_000
"""Bytes of a part: enough that starting costs nothing, and few enough that little is lost when a machine stops."""
_PARTS = 32
"""How many parts all inputs together should make, at least."""


@frozen(kw_only=True)
class Part:
    """Some pages of one input; small to send, and the same pages wherever it is read."""

    path: str
    """The WARC or the folder."""

    input: str
    """Name of the input: that of the file or folder."""

    start: int
    """First byte of the WARC, or number of the first file, as the runs found them."""

    end: int
    """The byte, or the number of the file, behind the last."""

    files: tuple[str, ...] = ()
    """The files of a folder; none for a WARC."""

    hosts: tuple[str, ...] | None = None
    """Whose pages are wanted; ``None`` for those of all."""

    language: str | None = None
    """The language of all articles; ``None`` where the pages tell it."""

    style: Style | None = None
    """How the outlet builds its pages; ``None`` where they tell it."""

    limits: Limits = field(factory=Limits)
    """How large each page may be."""

    size: int = 0
    """How many bytes it is about, for progress."""

    @property
    def place(self) -> str:
        """Where it stands in the data set."""
        return f"{place_of(self.input)}/part={self.start:012d}"

    def pages(self) -> Iterator[Source] | WarcPages:
        """Read its pages."""
        if self.files:
            return (Source(Path(self.path) / name, name=name) for name in self.files)
        if is_url(self.path):
            file = _fsspec().open(self.path).open()
            return read_warc(file, self.hosts, name=self.input, start=self.start, end=self.end)
        return read_warc(self.path, self.hosts, start=self.start, end=self.end)


def _fsspec() -> Any:
    needed("fsspec", "an input at a URL")
    import fsspec  # noqa: PLC0415  an extra

    return fsspec


def place_of(name: str) -> str:
    """Give the folder of an input within the data set; a name is written so that every reader of such folders reads it."""
    return f"input={quote(name, safe=' ')}"


@frozen(kw_only=True)
class Input:
    """A WARC or a folder, as it was found."""

    path: str
    name: str
    size: int
    """In bytes; of a folder, those of its files."""

    files: tuple[tuple[str, int], ...] | None = None
    """Names and sizes of a folder's files; ``None`` for a WARC."""

    batches: tuple[int, ...] = ()
    """How many of them each run found new: a part holds files of one run, so that what is complete stays as it is."""

    @property
    def mark(self) -> str:
        """What tells it from another of the same name."""
        if self.files is None:
            return f"{self.size} bytes"
        return f"{len(self.files)} files, {blake2b(repr(self.files).encode(errors='replace'), digest_size=8).hexdigest()}"

    def grown(self, files: Sequence[tuple[str, int]], batches: Sequence[int]) -> "Input":
        """Give it with the files that an earlier run found first, in their order, and what is new behind them.

        Raises:
            ValueError: a file of the earlier run is gone, or has another size.

        """
        now = dict(self.files or ())
        for name, size in files:
            if now.get(name) != size:
                found = "is not found" if name not in now else f"had {size} bytes and has {now[name]}"
                msg = (
                    f"{self.path} has changed since an earlier run began with it: {name} {found}; "
                    "a folder may grow, but what was read must stay: take another data set (--out)"
                )
                raise ValueError(msg)
        known = {name for name, _ in files}
        new = tuple(each for each in self.files or () if each[0] not in known)
        return evolve(self, files=(*files, *new), batches=(*batches, len(new)) if new else tuple(batches))

    def parts(self, step: int, hosts: tuple[str, ...] | None) -> list[Part]:
        """Cut it into parts of so many bytes."""
        if self.files is not None:
            return self._of_files(step)
        with _fsspec().open(self.path).open() if is_url(self.path) else Path(self.path).open("rb") as file:
            kind = kind_of(file.read(HEAD), self.path)
        # Only gzip can be entered anywhere without taking the words of a page for the head of a record.
        step = step if kind == GZIP else max(self.size, 1)
        ends = [(start, min(start + step, self.size)) for start in range(0, self.size, step)]
        return [Part(path=self.path, input=self.name, start=start, end=end, hosts=hosts, size=end - start) for start, end in ends]

    def _of_files(self, step: int) -> list[Part]:
        parts, names, size, first = [], [], 0, 0
        files = self.files or ()
        last = {end - 1 for end in accumulate(self.batches or (len(files),))}
        for number, (name, bytes_) in enumerate(files):
            names.append(name)
            size += bytes_
            if size >= step or number in last:
                end = number + 1
                parts.append(Part(path=self.path, input=self.name, start=first, end=end, files=tuple(names), size=size))
                names, size, first = [], 0, end
        return parts


def inputs_of(paths: Iterable[str | os.PathLike[str]], pattern: str) -> list[Input]:
    """Look at inputs: WARC files and folders.

    Raises:
        OSError: one of them is not there.
        ValueError: two have the same name.

    """
    found: dict[str, Input] = {}
    for each in (_looked_at(os.fspath(path), pattern) for path in paths):
        if each.name in found:
            msg = f"two inputs are called {each.name}: {found[each.name].path} and {each.path}"
            raise ValueError(msg)
        found[each.name] = each
    return list(found.values())


def _looked_at(given: str, pattern: str) -> Input:
    if is_url(given):
        files, url = _fsspec().core.url_to_fs(given)
        return Input(path=given, name=url.rpartition("/")[2], size=files.size(url))
    path = Path(os.path.abspath(given))  # noqa: PTH100  a link keeps its own name
    if not path.is_dir():
        return Input(path=str(path), name=path.name, size=path.stat().st_size)
    sizes = tuple((name, (path / name).stat().st_size) for name in files_of(path, pattern))
    return Input(path=str(path), name=path.name, size=sum(size for _, size in sizes), files=sizes)


def step_for(inputs: list[Input], workers: int) -> int:
    """Give the size of parts that keeps all workers busy to the end, without more files than needed."""
    total = sum(each.size for each in inputs)
    return min(max(total // max(_PARTS, 8 * workers), _LEAST), _MOST)
