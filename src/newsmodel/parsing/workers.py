"""Processes that work through jobs in order, and go on when one of them dies."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.synchronize import Event
from threading import Thread
from typing import Generic, TypeVar

from attrs import Factory, define, field

_J = TypeVar("_J")
_R = TypeVar("_R")

_STARTS = 3
"""How often to start a process that ends at once: once may be chance."""

_stop: Event | None = None


def stopped() -> bool:
    """Tell, in a worker, whether nobody waits for the results any more: what takes long asks now and then, and gives up."""
    return _stop is not None and _stop.is_set()


def _begin(stop: Event) -> None:
    """Make a worker leave Ctrl-C to its parent, and end when the parent has ended, whatever ended it."""
    global _stop  # noqa: PLW0603  a process has one parent
    _stop = stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:  # pragma: no branch  a worker has a parent
        parent.join()
        os._exit(1)  # pragma: no cover  it ends before anything is counted; the main thread may be in the midst of a page


def _ready(_: None) -> None:
    """Do nothing: a worker that does it has started."""


@define
class _Pool:
    """Worker processes, started as they are needed."""

    count: int
    _stop: Event = field(init=False)
    _executor: ProcessPoolExecutor = field(init=False)

    def __attrs_post_init__(self) -> None:
        # Spawned everywhere: a fork of a process with threads may hang, and the same program should run alike on every system.
        context = get_context("spawn")
        self._stop = context.Event()
        self._executor = ProcessPoolExecutor(self.count, mp_context=context, initializer=_begin, initargs=(self._stop,))

    def close(self) -> None:
        """Let the workers end, and wait until they have."""
        self._stop.set()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def submit(self, work: Callable[[_J], _R], job: _J) -> "Future[_R]":
        if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover  Windows
            return self._executor.submit(work, job)
        # A worker inherits the mask, so that a Ctrl-C while it starts prints nothing; here it is only put off.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return self._executor.submit(work, job)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@define
class _Begun(Generic[_J, _R]):
    job: _J
    future: "Future[_R] | None"
    """``None`` once the results are there."""

    results: list[_R] = Factory(list)

    def is_done(self) -> bool:
        return self.future is None or self.future.done()


@define
class Workers(Generic[_J, _R]):
    """Does the same to many jobs in several processes, and gives the results in the order of the jobs."""

    work: Callable[[_J], _R]
    """What is done to a job: a function that can be pickled."""

    count: int
    """How many processes there are."""

    pieces: Callable[[_J], list[_J]]
    """Parts a job whose process died into what is tried again, each piece with no other at its side."""

    lost: Callable[[_J, Exception | None], _R]
    """Makes the result of a piece that raised the error, or whose process died a second time (``None``)."""

    ahead: int = 3
    """How many jobs a process are begun at most, so that memory is bounded."""

    def in_order(self, jobs: Iterator[_J]) -> Generator[tuple[_J, list[_R]], None, None]:
        """Give each job with its results: one, or one a piece. Closing the generator ends the processes."""
        begun: deque[_Begun[_J, _R]] = deque()
        fault: Exception | None = None
        more = True
        pool = _Pool(self.count)
        try:
            while more or begun:
                if more and len(begun) < self.ahead * self.count and not (begun and begun[0].is_done()):
                    try:
                        job = next(jobs)
                        begun.append(_Begun(job, self._submitted(pool, job)))
                    except StopIteration:
                        more = False
                    except Exception as error:  # noqa: BLE001  raised below, after what came before it
                        more, fault = False, error
                    continue
                try:
                    results = self._results_of(begun[0])
                except BrokenExecutor:
                    pool.close()
                    self._mend(begun)
                    pool = _Pool(self.count)
                    continue
                yield begun.popleft().job, results
        finally:
            pool.close()
        if fault is not None:
            raise fault

    def _results_of(self, begun: _Begun[_J, _R]) -> list[_R]:
        if begun.future is None:
            return begun.results
        try:
            return [begun.future.result()]
        except BrokenExecutor:
            raise
        except Exception:  # noqa: BLE001  whatever it is belongs to one of the pieces
            return self._alone([begun.job])[0]

    def _submitted(self, pool: _Pool, job: _J) -> "Future[_R]":
        try:
            return pool.submit(self.work, job)
        except BrokenExecutor as error:
            future: Future[_R] = Future()
            future.set_exception(error)
            return future

    def _mend(self, begun: "deque[_Begun[_J, _R]]") -> None:
        """Do alone what a broken pool left undone: any of it may have killed the process."""
        left = []
        for each in begun:
            try:
                each.results = each.results if each.future is None else [each.future.result()]
            except Exception:  # noqa: BLE001  it is done again
                left.append(each)
            each.future = None
        for each, results in zip(left, self._alone([each.job for each in left]), strict=True):
            each.results = results

    def _alone(self, jobs: list[_J]) -> list[list[_R]]:
        """Do the pieces of jobs one after the other, with nothing else going on, in a process that is replaced when it dies."""
        pool: _Pool | None = None
        done = []
        try:
            for job in jobs:
                results = []
                for piece in self.pieces(job):
                    pool = pool or _started()
                    try:
                        results.append(pool.submit(self.work, piece).result())
                    except BrokenExecutor:
                        pool.close()
                        pool = None
                        results.append(self.lost(piece, None))
                    except Exception as error:  # noqa: BLE001  it is told as the result
                        results.append(self.lost(piece, error))
                done.append(results)
        finally:
            if pool is not None:
                pool.close()
        return done


def _started() -> _Pool:
    """Start a single process.

    Raises:
        RuntimeError: no process can be started.

    """
    for _ in range(_STARTS):
        pool = _Pool(1)
        try:
            pool.submit(_ready, None).result()
        except BrokenExecutor:
            pool.close()
        else:
            return pool
    msg = (
        "worker processes end as soon as they start; they import the program that starts them, so what it does must stand below "
        "`if __name__ == '__main__':` (or use workers=1)"
    )
    raise RuntimeError(msg)


def usable_cores() -> int:
    """Give how many cores this process may use."""
    if hasattr(os, "process_cpu_count"):  # pragma: no cover  Python 3.13
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):  # pragma: no cover  Linux before Python 3.13
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover  other systems before Python 3.13
