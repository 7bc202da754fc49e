"""Processes that work through jobs in order, and go on when one of them dies."""

import atexit
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext, SpawnProcess
from queue import Empty, SimpleQueue
from threading import Lock, Thread, current_thread
from typing import Any, Generic, TypeVar  # Any: whatever goes to a process and comes back

from attrs import Factory, define, field

from newsmodel.parsing.portable import portable

_J = TypeVar("_J")
_R = TypeVar("_R")

_STARTS = 3
"""How often to start a process that ends at once: once may be chance."""

_READY = b"ready"
"""What a worker says first."""
_NO_MORE = b"no more"
"""What stands in the place of a job behind the last one."""

_stop: Connection | None = None


def stopped() -> bool:
    """Tell, in a worker, whether nobody waits for the results any more: what takes long asks now and then, and gives up."""
    return _stop is not None and _stop.poll()


def _serve(jobs: Connection, stop: Connection) -> None:
    """Do, as a worker, one job after the other until no more can come."""
    global _stop  # noqa: PLW0603  a process has one parent
    _stop = stop
    # Ctrl-C is left to the parent.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):  # the other end is closed
        jobs.send_bytes(_READY)
        while (received := jobs.recv_bytes()) != _NO_MORE:
            jobs.send_bytes(_answer(received))


def _answer(received: bytes) -> bytes:
    try:
        work, job = pickle.loads(received)  # noqa: S301  of our own making
        return pickle.dumps((work(job), None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001  whatever it is, the parent is told
        return pickle.dumps((None, portable(error, where=True)))


def _end_with_parent() -> None:
    """End when the parent has ended, whatever ended it."""
    parent = parent_process()
    if parent is not None:  # pragma: no branch  a worker has a parent
        parent.join()
        os._exit(1)  # pragma: no cover  it ends before anything is counted; the main thread may be in the midst of a page


def _ready(_: None) -> None:
    """Do nothing: a worker that does it has started."""


class _DiedError(Exception):
    """The process that did a job ended before the job did."""


@define
class _Process:
    """A worker process behind a pipe of its own: one that is killed while it sends leaves no other waiting for the rest."""

    _context: SpawnContext
    _stop: Connection
    _process: SpawnProcess | None = field(init=False, default=None)
    _pipe: Connection | None = field(init=False, default=None)

    def do(self, job: bytes) -> bytes:
        """Give the answer to a job; the process is started where it is not there.

        Raises:
            OSError: the process cannot be started.
            _DiedError: the process ended before it gave the answer.

        """
        if self._process is not None and not self._process.is_alive():
            self.end(kill=True)
        is_new = self._process is None
        pipe, process = self._started()
        try:
            if is_new:
                _received(pipe, process)
            pipe.send_bytes(job)
            return _received(pipe, process)
        except (EOFError, OSError) as error:
            self.end(kill=True)
            raise _DiedError from error
        except BaseException:
            # The rest of the answer must not be taken for the next one.
            self.end(kill=True)
            raise

    def end(self, *, kill: bool = False) -> None:
        """Let the process end, or kill it, and wait until it has ended."""
        if self._pipe is not None and self._process is not None:
            with suppress(OSError), self._pipe:
                if kill:
                    self._process.kill()
                else:
                    # To close the pipe is not enough: a process that the program forked holds a copy of this end.
                    self._pipe.send_bytes(_NO_MORE)
            self._process.join()
        self._pipe = self._process = None

    def _started(self) -> tuple[Connection, SpawnProcess]:
        if self._pipe is None or self._process is None:
            ours, theirs = self._context.Pipe()
            with theirs:
                process = self._context.Process(target=_serve, args=(theirs, self._stop))
                process.start()
            self._pipe, self._process = ours, process
        return self._pipe, self._process


def _received(pipe: Connection, process: SpawnProcess) -> bytes:
    # The pipe alone does not tell that the process has died while another, forked by the program, holds a copy of its end.
    if pipe not in wait([pipe, process.sentinel]):
        raise EOFError
    return pipe.recv_bytes()


@define
class _Task:
    work: Callable[[Any], Any]
    job: Any
    future: "Future[Any]" = Factory(Future)

    def done_in(self, process: _Process) -> tuple[Any, Exception | None]:
        """Give the result, or the error in its place."""
        try:
            outcome: tuple[Any, Exception | None] = pickle.loads(process.do(pickle.dumps((self.work, self.job), pickle.HIGHEST_PROTOCOL)))  # noqa: S301  of our own making
        except Exception as error:  # noqa: BLE001  it is told where the result is asked for
            return None, error.with_traceback(None)  # which would hold the job
        return outcome


@define
class _Pool:
    """Worker processes, started as they are needed, each looked after by a thread.

    `concurrent.futures` waits for ever where a process is killed while it sends a result, since all of its processes share one pipe.
    """

    count: int
    # Spawned everywhere: a fork of a process with threads may hang, and the same program should run alike on every system.
    _context: SpawnContext = field(init=False, factory=SpawnContext)
    _tasks: "SimpleQueue[_Task | None]" = field(init=False, factory=SimpleQueue)
    _threads: list[Thread] = field(init=False, factory=list)
    _stop_pipe: tuple[Connection, Connection] = field(init=False)
    _closing: Lock = field(init=False, factory=Lock)
    _owner: int = field(init=False, factory=os.getpid)

    def __attrs_post_init__(self) -> None:
        if hasattr(signal, "pthread_sigmask"):  # pragma: no branch  Windows
            from multiprocessing import resource_tracker  # noqa: PLC0415  not on Windows

            # The first process would start it, which lifts the mask that keeps Ctrl-C from a process that starts.
            resource_tracker.ensure_running()
        self._stop_pipe = self._context.Pipe(duplex=False)
        # What is still open when the program ends is closed before multiprocessing waits for the workers.
        atexit.register(self.close)

    def submit(self, work: Callable[[_J], _R], job: _J) -> "Future[_R]":
        """Have a job done; the result raises `_DiedError` where the process ended before the job did."""
        if len(self._threads) < self.count:
            thread = Thread(target=self._look_after, daemon=True)
            thread.start()
            self._threads.append(thread)
        task = _Task(work, job)
        self._tasks.put(task)
        return task.future

    def close(self) -> None:
        """Let the workers end, and wait until they have.

        It does nothing a second time, nor in a fork of the program, whose workers these are not.
        """
        if os.getpid() != self._owner or not self._closing.acquire(blocking=False):
            return
        atexit.unregister(self.close)
        read, write = self._stop_pipe
        write.send_bytes(b"stop")  # read by nobody, so that all processes see it
        with suppress(Empty):
            while True:
                self._tasks.get_nowait()
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            if thread is not current_thread():  # it may collect a generator that nobody holds
                thread.join()
        read.close()
        write.close()

    def _look_after(self) -> None:
        if hasattr(signal, "pthread_sigmask"):  # pragma: no branch  Windows
            # A worker inherits the mask, so that a Ctrl-C while it starts prints nothing; and a dead one is told by an error.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGPIPE})
        process = _Process(self._context, self._stop_pipe[0])
        while self._does_one(process):
            pass
        process.end()

    def _does_one(self, process: _Process) -> bool:
        # Apart from the loop, so that nothing of a task is held while the next is awaited.
        task = self._tasks.get()
        if task is None:
            return False
        result, error = task.done_in(process)
        if self._closing.locked():
            # A job that was cut short has no result: a thread that still waits for one ends with the program.
            return True
        if error is None:
            task.future.set_result(result)
        else:
            task.future.set_exception(error)
        return True


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
                        begun.append(_Begun(job, pool.submit(self.work, job)))
                    except StopIteration:
                        more = False
                    except Exception as error:  # noqa: BLE001  raised below, after what came before it
                        more, fault = False, error
                    continue
                try:
                    results = self._results_of(begun[0])
                except _DiedError:
                    self._mend(begun)
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
        except _DiedError:
            raise
        except Exception:  # noqa: BLE001  whatever it is belongs to one of the pieces
            return self._alone([begun.job])[0]

    def _mend(self, begun: "deque[_Begun[_J, _R]]") -> None:
        """Wait for what is begun, and do alone what a process died over: it may be what killed it, or what took the memory with others."""
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
        """Do the pieces of jobs one after the other, in a process that does nothing else and is replaced when it dies."""
        pool: _Pool | None = None
        done = []
        try:
            for job in jobs:
                results = []
                for piece in self.pieces(job):
                    pool = pool or _started()
                    try:
                        results.append(pool.submit(self.work, piece).result())
                    except _DiedError:
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
        OSError: the system starts no more processes.
        RuntimeError: each process ended at once.

    """
    for _ in range(_STARTS):
        pool = _Pool(1)
        try:
            pool.submit(_ready, None).result()
        except _DiedError:
            pool.close()
        except BaseException:
            pool.close()
            raise
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
