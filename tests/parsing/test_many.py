"""Many pages are read in order, in bounded memory, and nothing that is wrong with one touches another."""

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

import newsmodel
from newsmodel.parsing.many import Options, _Answer, _Chunk, _Rate
from newsmodel.parsing.portable import portable
from newsmodel.parsing.workers import usable_cores

PROGRAM = Path(__file__).parent / "many_program.py"
BRIDGE = Path(__file__).parents[2] / "examples" / "bridge.html"


def page(number):
    """Give a page with a number in its headline."""
    return (
        f"<html lang=en><article><h1>Bridge number {number} reopens</h1><p>The bridge is open, said Ann Lee on Monday.</p></article></html>"
    )


def headlines(results):
    """Give the headlines of articles, and the kinds of the errors of failures."""
    return [each.headline if isinstance(each, newsmodel.Article) else type(each.error).__name__ for each in results]


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_results_come_in_order(workers):
    """The results are those of `parse`, in the order of the sources, however many processes there are."""
    pages = [page(number) for number in range(40)]
    assert list(newsmodel.parse_many(iter(pages), workers)) == [newsmodel.parse(each) for each in pages]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_page_is_a_result(workers, tmp_path):
    """What cannot be read stands in its place, with the source as it was handed in and the reason."""
    sources = [page(1), "Nothing", tmp_path / "nowhere.html", 5, lambda: None, newsmodel.Source(b""), page(2)]
    results = list(newsmodel.parse_many(sources, workers))
    assert headlines(results) == [
        "Bridge number 1 reopens",
        "PageError",
        "FileNotFoundError",
        "TypeError",
        "TypeError",
        "PageError",
        "Bridge number 2 reopens",
    ]
    assert [each.source for each in results[1:-1]] == sources[1:-1]
    assert "must be str, bytes, pathlib.Path or Source: int" in str(results[3].error)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_source_tells_what_is_known(workers):
    """Address, date and language of a source win over what the page says, and the language for all holds where a source has none."""
    known = newsmodel.Source(page(1), url="https://news.example/1", published=date(2024, 5, 1), language="en-GB")
    with_own, without, plain = newsmodel.parse_many([known, newsmodel.Source(BRIDGE), BRIDGE], workers, language="en-AU")
    assert (with_own.url, with_own.published, with_own.language) == ("https://news.example/1", date(2024, 5, 1), "en-GB")
    assert without == plain
    assert plain.language == "en-AU"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_beyond_the_limits_is_a_failure(workers):
    """The limits hold for each page by itself."""
    small, large = newsmodel.parse_many([page(1), BRIDGE.read_bytes() * 9], workers, limits=newsmodel.Limits(size=1000))
    assert isinstance(small, newsmodel.Article)
    assert "at most 1000 bytes (Limits.size)" in str(large.error)


def test_limits_are_limits():
    """Anything else is refused at once."""
    with pytest.raises(TypeError, match="limits must be Limits or None: 5"):
        newsmodel.parse_many([], limits=5)


def test_sources_are_taken_as_results_are_asked_for():
    """Of endless sources no more is taken than a few chunks ahead."""
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield page(taken)

    results = newsmodel.parse_many(endless(), 2)
    for _ in range(300):
        next(results)
    results.close()
    assert taken < 300 + 3 * 2 * 256 + 256
    assert not multiprocessing.active_children()


def test_what_the_sources_raise_comes_last():
    """An error of the iterable itself is raised after the results of what came before it, and no process is left."""

    def broken():
        yield page(1)
        yield page(2)
        msg = "no more"
        raise LookupError(msg)

    results = newsmodel.parse_many(broken(), 2)
    assert headlines([next(results), next(results)]) == ["Bridge number 1 reopens", "Bridge number 2 reopens"]
    with pytest.raises(LookupError, match="no more"):
        next(results)
    assert not multiprocessing.active_children()


def test_only_the_page_that_ends_a_process_is_lost(many_program):
    """A page that ends its process becomes a failure, wherever it stands, and every other page is read."""
    sources = [page(number) for number in range(30)]
    sources[3] = many_program.Fatal("a")
    sources[17] = many_program.Fatal("b")
    results = headlines(newsmodel.parse_many(sources, 2))
    assert [number for number, each in enumerate(results) if each == "WorkerError"] == [3, 17]
    assert [each for each in results if each != "WorkerError"] == [f"Bridge number {n} reopens" for n in range(30) if n not in {3, 17}]


def test_a_process_that_is_killed_loses_nothing():
    """Where the processes are killed from outside, every page is still read, once and in order."""
    results = newsmodel.parse_many((page(number) for number in range(600)), 2)
    read = [next(results).headline]
    for child in multiprocessing.active_children():
        os.kill(child.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    read += headlines(results)
    assert read == [f"Bridge number {number} reopens" for number in range(600)]


def test_errors_can_be_told_to_another_process():
    """Every error goes through pickle; one that does not becomes a `RuntimeError` of its words; what nobody expects tells where it was."""

    class OddError(Exception):
        def __init__(self, one, two):
            super().__init__(f"{one}{two}")

    assert repr(portable(OddError(1, 2), where=True)) == repr(RuntimeError(f"{__name__}.{OddError.__qualname__}: 12"))
    with pytest.raises(KeyError) as caught:
        {}["key"]
    back = pickle.loads(pickle.dumps(portable(caught.value, where=True)))  # noqa: S301  of our own making
    assert type(back) is KeyError
    assert "test_many.py" in back.__notes__[0]


def test_chunks_leave_their_sources_at_home():
    """A chunk that goes to a process holds each page once."""
    chunk = _Chunk(Options())
    chunk.add(newsmodel.Source(b"x" * 10000))
    assert len(pickle.dumps(chunk)) < 11000


@pytest.mark.parametrize(
    ("arguments", "expected", "words"),
    [
        (("a page",), TypeError, "iterable of pages, not a single one"),
        ((Path("page.html"),), TypeError, "iterable of pages, not a single one"),
        ((5,), TypeError, "iterable of pages"),
        (([], 1.5), TypeError, "workers must be int or None"),
        (([], -1), ValueError, "workers must be >= 0"),
    ],
)
def test_wrong_arguments_are_refused_at_once(arguments, expected, words):
    """A wrong argument is told by the call itself, not by the first result."""
    with pytest.raises(expected, match=words):
        newsmodel.parse_many(*arguments)


def started(what):
    """Start the program, and give it with the ids of its processes."""
    program = subprocess.Popen([sys.executable, PROGRAM, what], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return program, [int(word) for word in program.stdout.readline().split()]


def gone(pids):
    """Tell whether processes have ended, waiting a little for them."""
    for _ in range(100):
        alive = []
        for pid in pids:
            with suppress(ProcessLookupError, FileNotFoundError):
                os.kill(pid, 0)
                if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
                    alive.append(pid)
        if not alive:
            return True
        time.sleep(0.1)
    return False


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks processes up in /proc")


@needs_proc
def test_closing_ends_the_processes():
    """A generator that is closed early leaves no process behind."""
    program, pids = started("close")
    out, err = program.communicate(timeout=60)
    assert (out, err, program.returncode) == ("0\n", "", 0)
    assert pids
    assert gone(pids)


@needs_proc
def test_a_program_that_ends_first_leaves_no_process():
    """A generator that is still open when the program ends holds nothing up, says nothing and leaves no process behind."""
    program, pids = started("leave")
    out, err = program.communicate(timeout=60)
    assert (out, err, program.returncode) == ("", "", 0)
    assert pids
    assert gone(pids)


@needs_proc
def test_an_interrupt_ends_the_processes_quietly():
    """Ctrl-C, which the terminal sends to all processes, gives one traceback at most, that of the program, and leaves no process."""
    program, pids = started("wait")
    for pid in [program.pid, *pids]:
        os.kill(pid, signal.SIGINT)
    _, err = program.communicate(timeout=60)
    assert err.count("Traceback") == 1
    assert err.endswith("KeyboardInterrupt\n")
    assert gone(pids)


@needs_proc
def test_no_process_outlives_a_killed_program():
    """Where the program itself is killed, its processes end too."""
    program, pids = started("wait")
    program.kill()
    program.communicate(timeout=60)
    assert pids
    assert gone(pids)


def test_a_program_without_a_guard_is_told(tmp_path):
    """A program that starts processes while it is imported is told what to change."""
    program = tmp_path / "program.py"
    program.write_text("import newsmodel\nprint(list(newsmodel.parse_many(['x'], 2)))\n")
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=False, timeout=120)
    assert "below `if __name__ == '__main__':` (or use workers=1)" in done.stderr


def test_a_bar_tells_what_it_needs(monkeypatch):
    """A bar of progress says what has to be installed where it is not."""
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(ImportError, match="progress needs tqdm"):
        newsmodel.parse_many([page(1)], 1, progress=True)


def test_limits_and_style_have_types():
    """What is no style or no limits is refused before anything is read."""
    with pytest.raises(TypeError, match="style must be Style or None"):
        newsmodel.parse_many([page(1)], 1, style="bbc")
    with pytest.raises(TypeError, match="limits must be Limits or None"):
        newsmodel.parse_many([page(1)], 1, limits=5)


def test_all_cores_are_used():
    """Without a number of workers, there is one for each core that may be used."""
    assert headlines(newsmodel.parse_many([page(1)])) == ["Bridge number 1 reopens"]
    assert usable_cores() >= 1


def test_nothing_is_learned_of_no_time():
    """An answer that took no time, or of pages without content, changes no rate."""
    rate = _Rate()
    before = rate.bytes_a_second
    rate.learn(_Chunk(Options(None, None, None)), _Answer([], 0.0))
    assert rate.bytes_a_second == before


@pytest.mark.parametrize("workers", [0, 2])
def test_no_pages_give_no_results(workers):
    """Where there is nothing to read, nothing comes."""
    assert list(newsmodel.parse_many([], workers)) == []
