"""Where parts of a data set are put, each whole or not at all."""

import json
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any  # Any: fsspec has no types of its own; plain data of JSON
from uuid import uuid4

from attrs import define, frozen

from newsmodel.corpus.extra import needed

MARKER = "part.json"
"""Stands in every part that is complete, and tells what it holds."""

_UNFINISHED = ".unfinished-"


def is_url(path: str) -> bool:
    """Tell whether a path is for fsspec to open."""
    return "://" in path


def storage(directory: str | os.PathLike[str]) -> "Folder | Remote":
    """Give the storage of a data set: a folder of this machine, or what fsspec makes of a URL such as ``s3://bucket/facts``."""
    name = os.fspath(directory)
    if not is_url(name):
        return Folder(Path(name))
    needed("fsspec", "a data set at a URL")
    from fsspec.core import url_to_fs  # noqa: PLC0415  an extra

    files, path = url_to_fs(name)
    return Remote(files, path.rstrip("/"))


@frozen
class Folder:
    """A folder of this machine. A part is written beside its place and put there by renaming it, once it is safe on the disk."""

    path: Path

    def read_json(self, name: str) -> Any:
        """Give the data of a small file; ``None`` where there is none."""
        with suppress(FileNotFoundError):
            return json.loads((self.path / name).read_text(encoding="utf-8"))
        return None

    def write_json(self, name: str, data: Any) -> None:
        """Write a small file, whole or not at all."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        written = self._unfinished()
        written.write_text(json.dumps(data), encoding="utf-8")
        _to_disk(written)
        written.replace(target)
        _to_disk(target.parent)

    @contextmanager
    def part(self, name: str) -> Iterator[Path]:
        """Give an empty folder to write the files of a part to; when all is well it takes its place, else it is removed."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self._unfinished()
        unfinished.mkdir()
        try:
            yield unfinished
            for file in (*unfinished.iterdir(), unfinished):
                _to_disk(file)
            try:
                unfinished.rename(target)
            except OSError:  # pragma: no cover  a race
                # Somebody else was faster: schedulers may give the same part to two workers.
                if not (target / MARKER).exists():
                    raise
            _to_disk(target.parent)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)

    def _unfinished(self) -> Path:
        return self.path / f"{_UNFINISHED}{socket.gethostname()}-{os.getpid()}-{uuid4().hex}"

    def clear(self) -> None:
        """Remove what processes of this machine left unfinished that are no more."""
        if os.name != "posix":  # pragma: no cover  Windows
            return
        for left in self.path.glob(f"{_UNFINISHED}{socket.gethostname()}-*"):
            with suppress(ValueError, PermissionError):
                try:
                    os.kill(int(left.name.rsplit("-", 2)[1]), 0)
                except ProcessLookupError:
                    left.unlink(missing_ok=True) if left.is_file() else shutil.rmtree(left, ignore_errors=True)

    def markers(self) -> Iterator[str]:
        """Give the places of all parts that are complete."""
        for marker in sorted(self.path.glob(f"input=*/part=*/{MARKER}")):
            yield str(marker.parent)


def _to_disk(path: Path) -> None:
    if path.is_dir() and os.name != "posix":  # pragma: no cover  Windows
        return
    handle = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@define
class Remote:
    """An object store or another machine, which cannot rename a folder. A part is complete when its marker, written last, is there."""

    files: Any
    path: str

    def read_json(self, name: str) -> Any:
        """Give the data of a small file; ``None`` where there is none."""
        try:
            return json.loads(self.files.cat_file(f"{self.path}/{name}"))
        except FileNotFoundError:
            return None

    def write_json(self, name: str, data: Any) -> None:
        """Write a small file, which object stores do as a whole."""
        target = f"{self.path}/{name}"
        self.files.makedirs(target.rpartition("/")[0], exist_ok=True)
        self.files.pipe_file(target, json.dumps(data).encode())

    @contextmanager
    def part(self, name: str) -> Iterator[Path]:
        """Give an empty folder of this machine; when all is well, its files are sent, the marker last."""
        with tempfile.TemporaryDirectory() as unfinished:
            yield Path(unfinished)
            target = f"{self.path}/{name}"
            self.files.makedirs(target, exist_ok=True)
            for file in sorted(Path(unfinished).iterdir(), key=lambda file: file.name == MARKER):
                self.files.put_file(str(file), f"{target}/{file.name}")

    def clear(self) -> None:
        """Do nothing: what is unfinished here is written over when its part is written."""

    def markers(self) -> Iterator[str]:
        """Give the places of all parts that are complete."""
        for marker in sorted(self.files.glob(f"{self.path}/input=*/part=*/{MARKER}")):
            yield marker.rpartition("/")[0]
