"""Folders of pages."""

import os
from collections.abc import Iterator
from pathlib import Path

from newsmodel.model import Source


def read_folder(path: str | os.PathLike[str], pattern: str = "**/*.html") -> Iterator[Source]:
    """Give the files of a folder as pages, in the order of their names.

    Args:
        path: the folder.
        pattern: which files, as ``Path.glob`` takes it; ``**/*`` for all, in folders below too. What begins with a dot is left out.

    Raises:
        OSError: there is no such folder.

    """
    folder = Path(path)
    return (Source(folder / name, name=name) for name in files_of(folder, pattern))


def files_of(folder: Path, pattern: str) -> list[str]:
    """Give the names of files below a folder, sorted.

    Raises:
        OSError: there is no such folder.
        ValueError: the pattern is none, or leads out of the folder.

    """
    if not pattern or Path(pattern).is_absolute() or ".." in Path(pattern).parts:
        msg = f"pattern must name files below the folder, such as '**/*.html': {pattern!r}"
        raise ValueError(msg)
    if not folder.is_dir():
        raise NotADirectoryError(20, "Not a folder", str(folder))
    found = (each.relative_to(folder) for each in folder.glob(pattern) if each.is_file())
    return sorted(each.as_posix() for each in found if not any(part.startswith(".") for part in each.parts))
