"""Processes do every job, in order, whatever happens to one of them."""

import gc
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from newsmodel.parsing.workers import Workers, _Pool

PROGRAM = Path(__file__).parent / "many_program.py"


def results_of(work, jobs, count=1):
    """Do jobs in processes: what is lost has the error as its result."""
    return list(Workers(work, count, lambda job: [job], lambda _, error: error).in_order(jobs))


def test_what_fails_twice_is_lost():
    """A job that raises is done once more by itself, and then its error is the result, with where it was; those beside it go on."""
    (one, two, three) = results_of(int, iter(["1", "x", "3"]), 2)
    assert (one, three) == (("1", [1]), ("3", [3]))
    assert (two[0], [type(result) for result in two[1]]) == ("x", [ValueError])
    assert "workers.py" in two[1][0].__notes__[0]


@pytest.mark.parametrize(
    ("job", "words"),
    [
        ("lambda: None", "Can't pickle"),
        ("exec('error = ValueError(5); error.held = lambda: None; raise error')", "ValueError: 5"),
    ],
    ids=["a result", "an error"],
)
def test_what_cannot_be_pickled_is_told(job, words):
    """A result or an error that cannot go between processes is lost with the reason, and what is beside it is done."""
    (one, two) = results_of(eval, iter([job, "7"]))
    assert words in str(one[1][0])
    assert two == ("7", [7])


def test_a_job_that_cannot_be_pickled_is_told():
    """A job that cannot go to a process is lost with the reason, and what is beside it is done."""
    (one, two) = results_of(callable, iter([lambda: None, 7]))
    assert "local object" in str(one[1][0])
    assert two == (7, [False])


def test_what_is_handed_to_dead_processes_is_not_lost():
    """Where the processes die while the next job is awaited, it is done by others."""
    results = Workers(int, 1, lambda job: [job], lambda _, error: error, ahead=1).in_order(iter(["1", "2"]))
    assert next(results) == ("1", [1])
    for child in multiprocessing.active_children():
        child.kill()
        child.join()
    assert list(results) == [("2", [2])]


def test_what_is_left_of_an_answer_is_not_the_next(monkeypatch):
    """Where the memory for an answer is not there, its process is given up, and the job is done again."""
    receive = Connection.recv_bytes
    failures = [MemoryError()]

    def scarce(self, *arguments):
        if failures:
            raise failures.pop()
        return receive(self, *arguments)

    monkeypatch.setattr(Connection, "recv_bytes", scarce)
    assert results_of(int, iter(["1", "2", "3"])) == [("1", [1]), ("2", [2]), ("3", [3])]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_fork_of_the_program_neither_holds_nor_ends_the_processes():
    """Closing waits for no process that the program forked meanwhile, and the end of one changes nothing for the program."""
    program = subprocess.run([sys.executable, PROGRAM, "fork"], capture_output=True, text=True, check=False, timeout=60)
    assert program.stdout.splitlines()[1:] == ["the fork has ended", "2000 read, 2 workers left", "closed"]


@pytest.mark.skipif(os.name != "posix", reason="kills by signals")
def test_a_program_that_broken_pipes_end_outlives_its_processes():
    """Where the program asks to be ended by a broken pipe, as command line tools do, the death of a worker does not end it."""
    program = subprocess.run([sys.executable, PROGRAM, "kill"], capture_output=True, text=True, check=False, timeout=60)
    assert (program.stdout.splitlines()[1:], program.stderr, program.returncode) == (["2000 read"], "", 0)


def test_a_job_that_is_cut_short_has_no_result():
    """Closing waits for the job that is being done, and tells nothing of it; closing again does nothing."""
    pool = _Pool(1)
    pool.submit(int, 5).result()
    future = pool.submit(time.sleep, 1)
    time.sleep(0.2)
    pool.close()
    pool.close()
    assert not future.done()
    assert not multiprocessing.active_children()


def test_a_thread_that_cannot_start_is_told(monkeypatch):
    """Where the system starts no more threads, that is raised behind what came before it, and no process is left."""
    start, started_once = threading.Thread.start, []

    def scarce(self):
        if started_once:
            msg = "can't start new thread"
            raise RuntimeError(msg)
        started_once.append(self)
        start(self)

    monkeypatch.setattr(threading.Thread, "start", scarce)
    results = Workers(int, 2, lambda job: [job], lambda _, error: error).in_order(iter(["1", "2"]))
    assert next(results) == ("1", [1])
    with pytest.raises(RuntimeError, match="can't start new thread"):
        next(results)
    assert not multiprocessing.active_children()


def test_a_generator_that_nobody_holds_may_end_in_a_thread_of_its_own(many_program):
    """The thread that looks after a process may be the one that collects the generator."""
    results = Workers(many_program.garbage, 1, lambda job: [job], lambda _, error: error).in_order(iter([0.0, 0.5, 0.0]))
    next(results)
    kept = [results]
    kept.append(kept)
    gc.disable()
    try:
        del kept, results  # what fails in the thread, pytest makes an error of the test
        for _ in range(100):
            if not multiprocessing.active_children():
                break
            time.sleep(0.1)
    finally:
        gc.enable()
    assert not multiprocessing.active_children()


def test_a_job_that_ends_every_process_is_lost():
    """A job that ends a process, and a second one that does nothing else, has the loss as its result."""
    assert results_of(os._exit, iter([9])) == [(9, [None])]


def test_what_is_not_begun_is_left_when_nobody_waits():
    """Closing the generator waits for the job that is being done, and for none behind it."""
    results = Workers(time.sleep, 1, lambda job: [job], lambda _, error: error).in_order(iter([0, 1, 60, 60]))
    assert next(results) == (0, [None])
    results.close()
    assert not multiprocessing.active_children()


def test_a_process_that_is_killed_while_it_sends_holds_up_nothing():
    """Results larger than any pipe holds come whole, wherever their process is in sending them when it is killed."""
    sizes = [8_000_000] * 12
    results = Workers(bytes, 2, lambda job: [job], lambda _, error: error).in_order(iter(sizes))
    came = [next(results)]
    for _ in range(3):
        for child in multiprocessing.active_children():
            child.kill()
        came.append(next(results))
    came += results
    assert [(size, len(result)) for size, (result,) in came] == [(size, size) for size in sizes]
