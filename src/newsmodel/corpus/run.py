"""All inputs to one data set, on the cores of this machine."""

import os
from collections.abc import Generator, Iterable
from contextlib import closing
from functools import partial
from hashlib import blake2b
from typing import Any  # Any: JSON, and a progress bar of tqdm, which is an extra

from attrs import asdict, evolve

from newsmodel.corpus.extra import needed
from newsmodel.corpus.parts import Input, Part, inputs_of, place_of, step_for
from newsmodel.corpus.storage import storage
from newsmodel.corpus.summary import Summary
from newsmodel.corpus.write import write_part, written
from newsmodel.model import Limits
from newsmodel.model.rules import shown
from newsmodel.pages import Style
from newsmodel.parsing.many import Options, checked_workers

_INPUT = "input.json"
_AHEAD = 2


def tabulate(  # noqa: PLR0913  each is an option of the command
    inputs: Iterable[str | os.PathLike[str]],
    directory: str | os.PathLike[str],
    workers: int | None = None,
    *,
    hosts: Iterable[str] | None = None,
    pattern: str = "**/*.html",
    language: str | None = None,
    style: Style | None = None,
    limits: Limits | None = None,
    progress: bool = False,
) -> Summary:
    """Read all pages of WARCs and folders, and write the tables of their facts; needs the extra ``newsmodel[corpus]``.

    Inputs are worked through in parts, each of which is written whole or not at all. Where a run was ended, by whatever it was, the same
    call goes on with what is not complete, and ends in the same tables. A folder may have grown: its new files are read, and no other.

    Args:
        inputs: WARC files, and folders with pages. What is at a URL is opened by fsspec.
        directory: the data set: a folder, which is made, or a URL that fsspec knows.
        workers: how many processes to use; by default one for each core. With 1 or 0, this process does all.
        hosts: of WARCs, whose pages to read; ``euronews.com`` stands for its subdomains too. By default those of all.
        pattern: of folders, which files to read, as ``Path.glob`` takes it.
        language: BCP 47 tag of the language of all articles, as for :func:`~newsmodel.parse_many`.
        style: how the outlet builds its pages, as for :func:`~newsmodel.parse`.
        limits: how large each page may be, as for :func:`~newsmodel.parse`.
        progress: whether to show a bar.

    Returns:
        What the data set holds of these inputs, counted; parts that an earlier run wrote are counted too.

    Raises:
        ImportError: the extra is not installed.
        OSError: an input cannot be read, or the data set not written.
        TypeError: ``inputs`` or ``hosts`` is a single name, or another argument has the wrong type.
        ValueError: an input is no WARC, has the name of another, what an earlier run read of it has changed, or it read it in another way;
            or ``language`` is no BCP 47 tag, ``pattern`` one that ``Path.glob`` does not take, or ``workers`` negative.

    """
    for package in ("pyarrow", "fastwarc", *(["tqdm"] if progress else [])):
        needed(package, "tabulate")
    from newsmodel.parsing.workers import usable_cores  # noqa: PLC0415  slow to import

    count = usable_cores() if workers is None else workers
    parts = parts_of(inputs, directory, workers=count, hosts=hosts, pattern=pattern, language=language, style=style, limits=limits)
    store = storage(directory)
    store.clear()
    total = Summary()
    left = []
    for part in parts:
        done = written(part, directory)
        if done is None:
            left.append(part)
        else:
            total.include(done)
    with closing(_write_parts(left, directory, count)) as summaries, closing(_bar(parts, left) if progress else _NoBar()) as bar:
        for part, summary in summaries:
            total.include(summary)
            bar.set_postfix(pages=total.pages, articles=total.articles, refresh=False)
            bar.update(part.size)
    return total


def parts_of(  # noqa: PLR0913  as above
    inputs: Iterable[str | os.PathLike[str]],
    directory: str | os.PathLike[str],
    *,
    workers: int = 1,
    hosts: Iterable[str] | None = None,
    pattern: str = "**/*.html",
    language: str | None = None,
    style: Style | None = None,
    limits: Limits | None = None,
) -> list[Part]:
    """Cut inputs into parts for :func:`write_part`, on whatever runs them.

    The data set keeps how each input was cut, so that every run cuts it alike; files that are new in a folder make parts of their own.

    Args:
        inputs: WARC files, and folders with pages. What is at a URL is opened by fsspec.
        directory: the data set.
        workers: how many parts will be worked on at a time.
        hosts: of WARCs, whose pages to read.
        pattern: of folders, which files to read.
        language: BCP 47 tag of the language of all articles.
        style: how the outlet builds its pages.
        limits: how large each page may be.

    Raises:
        OSError: an input cannot be read, or the data set not written.
        TypeError: ``inputs`` or ``hosts`` is a single name, or another argument has the wrong type.
        ValueError: an input is no WARC, has the name of another, what an earlier run read of it has changed, or it read it in another way;
            or ``language`` is no BCP 47 tag, ``pattern`` one that ``Path.glob`` does not take, or ``workers`` negative.

    """
    checked_workers(workers)
    if not isinstance(pattern, str):
        msg = f"pattern must be str: {shown(pattern)}"
        raise TypeError(msg)
    for name, value in (("inputs", inputs), ("hosts", hosts)):
        if isinstance(value, str | os.PathLike):
            msg = f"{name} must be an iterable, not a single name: {str(value)!r}"
            raise TypeError(msg)
    wanted = None if hosts is None else tuple(sorted({host.lower().strip(".") for host in hosts}))
    options = Options.of(language, style, limits)
    asked = {"hosts": None if wanted is None else list(wanted)} | _told(options)
    found = inputs_of(inputs, pattern)
    step = step_for(found, workers)
    store = storage(directory)
    parts: list[Part] = []
    begun = {}
    for each in found:
        name = f"{place_of(each.name)}/{_INPUT}"
        before = store.read_json(name)
        known, now = _begun(each, before, directory, step, asked)
        parts += [evolve(part, language=options.language, style=style, limits=options.limits) for part in known.parts(now["step"], wanted)]
        if now != before:
            begun[name] = now
    # Only when all inputs are found to be ones: what is refused leaves no trace.
    for name, now in begun.items():
        store.write_json(name, now)
    return parts


def _told(options: Options) -> dict[str, Any]:
    """Tell how pages are read, in words that a later run can compare with its own; what is as ever is ``None``."""
    style = options.style
    usual = asdict(Limits())
    limits = {name: bound for name, bound in asdict(options.limits).items() if bound != usual[name]}
    return {
        "language": options.language,
        "style": style and f"{style.name} {blake2b(repr(style).encode(), digest_size=8).hexdigest()}",
        "limits": limits or None,
    }


def _shown(told: object) -> str:
    """Show what was asked for as it was given."""
    if isinstance(told, dict):
        return ", ".join(f"{name}={value}" for name, value in told.items())
    return ", ".join(map(str, told)) if isinstance(told, list) else str(told)


def _begun(
    each: Input, before: dict[str, Any] | None, directory: str | os.PathLike[str], step: int, asked: dict[str, Any]
) -> tuple[Input, dict[str, Any]]:
    """Give an input with what an earlier run found of it, and what is to be written down of how it is cut.

    Raises:
        ValueError: the earlier run read another input of that name, or read it in another way.

    """
    same = before is None or before["mark"] == each.mark
    for key, value in asked.items():
        if before is not None and before.get(key) != value:
            earlier, later = (f"{key} {_shown(told)}" if told is not None else f"no {key}" for told in (before.get(key), value))
            msg = f"{each.path}: in {directory} it was read with {earlier}, and now with {later}: take another data set (--out)"
            raise ValueError(msg)
    if before is not None and each.files is not None and "files" in before:
        each = each.grown([(name, size) for name, size in before["files"]], before["batches"])
    elif not same:
        msg = (
            f"{each.path} is not what an earlier run read into {directory} by that name: it was {before and before['mark']}, "
            f"and now {each.mark}: take another data set (--out)"
        )
        raise ValueError(msg)
    elif each.files is not None:
        each = each.grown((), ())
    now: dict[str, Any] = {"mark": each.mark, **asked, "step": step if before is None else int(before["step"])}
    if each.files is not None:
        now |= {"files": [list(file) for file in each.files], "batches": list(each.batches)}
    return each, now


def _write_parts(parts: list[Part], directory: str | os.PathLike[str], workers: int) -> Generator[tuple[Part, Summary], None, None]:
    if workers <= 1:
        for part in parts:
            yield part, write_part(part, directory)
        return
    from newsmodel.parsing.workers import Workers  # noqa: PLC0415  slow to import

    each: Workers[Part, Summary | Exception | None] = Workers(
        partial(write_part, directory=directory), min(workers, max(len(parts), 1)), _whole, _lost, ahead=_AHEAD
    )
    with closing(each.in_order(iter(parts))) as jobs:
        for part, (result,) in jobs:
            if isinstance(result, Exception):
                raise result
            # A part whose process died twice holds a page that ends processes: its pages are read one by one.
            yield part, result or write_part(part, directory, workers=2)


def _whole(part: Part) -> list[Part]:
    return [part]


def _lost(_: Part, error: Exception | None) -> Exception | None:
    return error


class _NoBar:
    def set_postfix(self, **_: Any) -> None:
        pass

    def update(self, _: int) -> None:
        pass

    def close(self) -> None:
        pass


def _bar(parts: list[Part], left: list[Part]) -> Any:
    from tqdm.auto import tqdm  # noqa: PLC0415  an extra

    size = sum(part.size for part in parts)
    return tqdm(total=size, initial=size - sum(part.size for part in left), unit="B", unit_scale=True, smoothing=0.05)
