"""Many pages in, articles out: in order, lazily, in as many processes as there are cores."""

import pickle
from collections.abc import Callable, Generator, Iterable, Iterator, Sized
from contextlib import closing
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import Any  # Any: a progress bar of tqdm, which is an extra

from attrs import Factory, define, frozen

from newsmodel.model import Article, Failure, Limits, PageError, Source, WorkerError
from newsmodel.model.rules import shown
from newsmodel.model.tags import language_tag
from newsmodel.pages import Style
from newsmodel.parsing import parse
from newsmodel.parsing.portable import portable

Unread = str | bytes | Path | Source
"""A page that is still to be read."""
Result = Article | Failure

_SECONDS = 0.25
"""How long a chunk should take: long beside the way to another process, short beside the patience of whoever waits."""
_MOST_BYTES = 4_000_000
_MOST_PAGES = 256
_FIRST_RATE = 1_000_000
"""Bytes a second, until the first chunk tells better."""
_EXPECTED = (PageError, OSError, TypeError)


@frozen
class Options:
    """What holds for every page."""

    language: str | None = None
    style: Style | None = None
    limits: Limits = Factory(Limits)

    @classmethod
    def of(cls, language: str | None, style: Style | None, limits: Limits | None) -> "Options":
        """Give what a caller asks for.

        Raises:
            TypeError: an argument has the wrong type.
            ValueError: ``language`` is no BCP 47 tag.

        """
        if style is not None and not isinstance(style, Style):
            msg = f"style must be Style or None: {shown(style)}"
            raise TypeError(msg)
        return cls(language_tag(language), style, Limits.of(limits))


def parse_many(  # noqa: PLR0913 - what the caller knows, by keyword alone
    sources: Iterable[Unread],
    workers: int | None = None,
    *,
    language: str | None = None,
    style: Style | None = None,
    limits: Limits | None = None,
    progress: bool = False,
) -> Iterator[Result]:
    """Read many pages and find their facts, in several processes.

    The results come in the order of the sources, as they are asked for: an ``Article``, or a :class:`Failure` in the place of a page that
    could not be read. Sources are taken a few chunks ahead of the results and no further, so that memory does not grow with their number.

    A process that dies takes nothing with it: what it was reading is read again page by page, and only a page that ends a process which
    reads nothing else becomes a failure, with a :class:`WorkerError`. Closing the generator, or Ctrl-C, ends the processes.

    The processes import the program that calls this, so its own work must stand below ``if __name__ == "__main__":``.

    Args:
        sources: any iterable of pages: text, bytes, paths of files, which the processes open, or :class:`Source`, which also holds what is
            known of the page.
        workers: how many processes to use; by default one for each core that this process may use. With 1 or 0, this process reads the
            pages itself.
        language: BCP 47 tag of the language of all articles that have no other in their ``Source``.
        style: how the outlet builds its pages, as for :func:`parse`.
        limits: how large each page may be, as for :func:`parse`.
        progress: whether to show a bar, which needs ``tqdm`` (the extra ``newsmodel[corpus]`` has it).

    Raises:
        ImportError: ``progress`` is asked for and tqdm is not installed.
        OSError: the system starts no more processes.
        RuntimeError: each process ends as soon as it starts.
        TypeError: ``sources`` is a single page, or another argument has the wrong type.
        ValueError: ``workers`` is negative, or ``language`` is no BCP 47 tag.

    Whatever ``sources`` itself raises is raised after the results of what it gave before.

    """
    if isinstance(sources, Unread) or not isinstance(sources, Iterable):
        msg = f"sources must be an iterable of pages, not a single one: {shown(sources)}"
        raise TypeError(msg)
    if workers is not None:
        checked_workers(workers)
    results = _results(sources, workers, Options.of(language, style, limits))
    return _with_bar(results, len(sources) if isinstance(sources, Sized) else None) if progress else results


def checked_workers(workers: int) -> int:
    """Give a number of processes back.

    Raises:
        TypeError: it is no number.
        ValueError: it is negative.

    """
    if not isinstance(workers, int) or isinstance(workers, bool):
        msg = f"workers must be int or None: {shown(workers)}"
        raise TypeError(msg)
    if workers < 0:
        msg = f"workers must be >= 0: {workers}"
        raise ValueError(msg)
    return workers


def _results(sources: Iterable[Unread], workers: int | None, options: Options) -> Generator[Result, None, None]:
    if workers is None or workers > 1:
        from newsmodel.parsing.workers import Workers, usable_cores  # noqa: PLC0415  slow to import

        if workers is None:
            workers = usable_cores()
    if workers <= 1:
        for source in sources:
            yield _paired(source, _read(source, options))
        return
    rate = _Rate()
    chunks = Workers(_read_chunk, workers, _Chunk.pages, _lost).in_order(_chunks(sources, options, rate))
    try:
        for chunk, answers in chunks:
            outcomes: Iterator[Article | Exception] = chain.from_iterable(map(_unpacked, answers))
            for source, refusal in zip(chunk.sources, chunk.refusals, strict=True):
                yield _paired(source, refusal or next(outcomes))
            if len(answers) == 1:
                rate.learn(chunk, answers[0])
    finally:
        chunks.close()


@define
class _Chunk:
    """Some pages that go to a process together."""

    options: Options
    shipped: list[bytes] = Factory(list)
    """The pages, pickled."""

    sources: list[Unread] = Factory(list)
    """The pages as they were handed in, and why those that cannot go were refused: both stay here."""

    refusals: list[Exception | None] = Factory(list)
    size: int = 0

    def __reduce__(self) -> tuple[Callable[..., "_Chunk"], tuple[Options, list[bytes]]]:
        return _Chunk, (self.options, self.shipped)

    def add(self, source: Unread) -> None:
        refusal: Exception | None = None
        try:
            self.shipped.append(pickle.dumps(_checked(source), pickle.HIGHEST_PROTOCOL))
        except Exception as error:  # noqa: BLE001  a page that cannot go, whatever the reason, is one bad page
            refusal = error.with_traceback(None)
        self.sources.append(source)
        self.refusals.append(refusal)
        self.size += size_of(source)

    def pages(self) -> list["_Chunk"]:
        """Give each page as a chunk of its own."""
        return [_Chunk(self.options, [each]) for each in self.shipped]


@frozen
class _Answer:
    """What a process made of a chunk."""

    outcomes: bytes
    seconds: float


@define
class _Rate:
    """How many bytes a process reads a second, as far as it is known."""

    bytes_a_second: float = _FIRST_RATE

    def learn(self, chunk: _Chunk, answer: _Answer) -> None:
        if chunk.size and answer.seconds > 0:
            self.bytes_a_second = (self.bytes_a_second + chunk.size / answer.seconds) / 2


def _chunks(sources: Iterable[Unread], options: Options, rate: _Rate) -> Iterator[_Chunk]:
    """Put as many pages together as a process reads in the time that a chunk should take; a source that is slow is not waited for."""
    chunk, since, fault = _Chunk(options), monotonic(), None
    pages = iter(sources)
    while True:
        try:
            source = next(pages)
        except StopIteration:
            break
        except Exception as error:  # noqa: BLE001  raised after what came before it
            fault = error
            break
        if not chunk.sources:
            since = monotonic()
        chunk.add(source)
        enough = min(rate.bytes_a_second * _SECONDS, _MOST_BYTES)
        if chunk.size >= enough or len(chunk.sources) >= _MOST_PAGES or monotonic() - since > _SECONDS:
            yield chunk
            chunk = _Chunk(options)
    if chunk.sources:
        yield chunk
    if fault is not None:
        raise fault


def size_of(source: Unread) -> int:
    """Give the size of a page in bytes, or in characters where it is text; 0 where its file, or whatever it is, does not tell."""
    content = source.content if isinstance(source, Source) else source
    if isinstance(content, str | bytes):
        return len(content)
    try:
        return content.stat().st_size
    except (OSError, AttributeError, ValueError):
        return 0


def _read_chunk(chunk: _Chunk) -> _Answer:
    from newsmodel.parsing.workers import stopped  # noqa: PLC0415  already imported where this runs

    begun = monotonic()
    outcomes: list[Article | Exception] = []
    for shipped in chunk.shipped:
        if stopped():
            break
        outcomes.append(_read(pickle.loads(shipped), chunk.options))  # noqa: S301  of our own making
    return _Answer(pickle.dumps(outcomes, pickle.HIGHEST_PROTOCOL), monotonic() - begun)


def _unpacked(answer: _Answer) -> list[Article | Exception]:
    # Measured by benchmarks/shipping.py: pickled articles come back several times as fast as from JSON, whose reader checks all.
    outcomes: list[Article | Exception] = pickle.loads(answer.outcomes)  # noqa: S301  of our own making
    return outcomes


def _lost(_: _Chunk, error: Exception | None) -> _Answer:
    reason = error or WorkerError("the process that read the page ended, and so did a second one that read nothing else")
    return _Answer(pickle.dumps([portable(reason, where=False)]), 0.0)


def _checked(source: object) -> Unread:
    """Give a source back that is one.

    Raises:
        TypeError: it is none.

    """
    if isinstance(source, Unread):
        return source
    msg = f"source must be str, bytes, pathlib.Path or Source: {type(source).__name__}"
    raise TypeError(msg)


def _read(source: Unread, options: Options) -> Article | Exception:
    try:
        page = _checked(source)
        known = page if isinstance(page, Source) else Source(page)
        language = known.language or options.language
        return parse(known.content, url=known.url, published=known.published, language=language, style=options.style, limits=options.limits)
    except Exception as error:  # noqa: BLE001  a page that fails, whatever the reason, must not stop the others
        return portable(error, where=not isinstance(error, _EXPECTED))


def _paired(source: Unread, outcome: Article | Exception) -> Result:
    return Failure(source, outcome) if isinstance(outcome, Exception) else outcome


def _with_bar(results: Generator[Result, None, None], total: int | None) -> Iterator[Result]:
    try:
        from tqdm.auto import tqdm  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        msg = "progress needs tqdm, which is not installed: pip install 'newsmodel[corpus]'"
        raise ImportError(msg, name="tqdm") from error
    return _closing(results, tqdm(results, total=total, unit=" pages", smoothing=0.05))


def _closing(results: Generator[Result, None, None], bar: Any) -> Iterator[Result]:
    """Close the generator with the bar, which does not see to it."""
    with closing(results), closing(bar):
        yield from bar
