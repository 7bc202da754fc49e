"""Measure how fast newsmodel is, beside the peers that are installed: ``python benchmarks/speed.py [--pages DIR] [--rounds N]``.

DIR holds ``.html`` or ``.html.gz`` files; without it, pages are made in code (``made.py``). All readers take turns on the same pages in
one process, and the median of the rounds is told, in processor time: what else the machine does counts little.
docs/explanation/speed.md tells what every figure means.
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean, median
from time import process_time

import made
import peers

import newsmodel

_DEPENDENCIES = "import attrs, attr, cattrs, dateutil.parser, dateutil.relativedelta, selectolax.lexbor"
_SHORT = 20_000
"""Characters of the text at 1x."""
_TIMES = 8
_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")


def main() -> None:
    """Print the figures, as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pages", type=Path, help="folder of .html or .html.gz files (default: three pages made in code)")
    parser.add_argument("--rounds", type=int, default=15, help="how often everything is measured (default: %(default)s)")
    parser.add_argument("--growth", type=int, default=1000, metavar="N", help="pages over which memory may grow (default: %(default)s)")
    given = parser.parse_args()
    pages = peers.folder(given.pages) if given.pages else [made.page(seed) for seed in range(3)]

    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()} {platform.system()};")
    print(f"{len(pages)} pages of {min(map(len, pages)) // 1000} to {max(map(len, pages)) // 1000} kB, {given.rounds} rounds.\n")
    readers, missing = peers.readers(pages)
    print(*peers.table(peers.in_turn(pages, readers, given.rounds)), "", *missing, sep="\n")

    print("\n| figure | |\n|---|---|")
    prose(given.rounds)
    documents(pages, given.rounds)
    imports(given.rounds)
    if _CLEAR.exists():
        print(*_fresh(f"print_peak({str(given.pages) if given.pages else None!r})"), sep="\n")
        print(*_fresh(f"print_growth({given.growth})"), sep="\n")
    else:
        print("| memory | left out: it is read from /proc, which only Linux has |")


def row(name: str, figure: object) -> None:
    """Print a row of the table."""
    print(f"| {name} | {figure} |")


def timed(function: Callable[[], object], rounds: int) -> float:
    """Give the median of the seconds of processor time that a call takes, after one that warms up."""
    function()
    took = []
    for _ in range(rounds):
        start = process_time()
        function()
        took.append(process_time() - start)
    return median(took)


def prose(rounds: int) -> None:
    """Print how fast facts are found in plain prose, and whether a character of a long text costs more than one of a short text."""
    short, long = made.prose(_SHORT), made.prose(_SHORT * _TIMES)
    newsmodel.extract_facts(short)
    few, many = [], []
    for _ in range(rounds):
        few.append(timed(lambda: newsmodel.extract_facts(short), 1))
        many.append(timed(lambda: newsmodel.extract_facts(long), 1))
    row("extract_facts, plain English prose, MB a second", f"{len(long.encode()) / median(many) / 1e6:.2f}")
    row(f"cost of a character at {_TIMES}x the text, over that at 1x", f"{median(many) / median(few) / _TIMES:.2f}")


def documents(pages: Sequence[bytes], rounds: int) -> None:
    """Print what writing and reading JSON takes of the time of a parse of the same page, in percent: the mean of the pages."""
    written, read = [], []
    for page in pages:
        article = newsmodel.parse(page)
        text = newsmodel.to_json(article)
        calls: tuple[Callable[[], object], ...] = (
            lambda page=page: newsmodel.parse(page),  # type: ignore[misc]  # the default binds what the loop gives
            lambda article=article: newsmodel.to_json(article),  # type: ignore[misc]  # as above
            lambda text=text: newsmodel.from_json(text),  # type: ignore[misc]  # as above
        )
        rows = [[timed(call, 1) for call in calls] for _ in range(rounds)]
        parse, to_json, from_json = (median(column) for column in zip(*rows, strict=True))
        written.append(100 * to_json / parse)
        read.append(100 * from_json / parse)
    how = "with orjson" if find_spec("orjson") else "without orjson"
    row(f"to_json, % of a parse, {how}", f"{fmean(written):.1f}")
    row(f"from_json, % of a parse, {how}", f"{fmean(read):.1f}")


def imports(rounds: int) -> None:
    """Print the processor time of imports in fresh interpreters, less that of a bare one, beside the import of what newsmodel stands on."""
    codes = {
        "bare": "pass",
        "dependencies": _DEPENDENCIES,
        "import newsmodel": "import newsmodel",
        "import newsmodel; newsmodel.parse": "import newsmodel; newsmodel.parse",
        "from newsmodel import *": "from newsmodel import *",
    }
    took: dict[str, list[float]] = {name: [] for name in codes}
    # As wherever a package is installed, bytecode is there: the first, uncounted round sees to it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for number in range(rounds + 1):
        for name, code in codes.items():
            start = _of_children()
            subprocess.run([sys.executable, "-c", code], check=True, env=environment)
            if number:
                took[name].append(_of_children() - start)
    bare = median(took.pop("bare"))
    net = {name: median(times) - bare for name, times in took.items()}
    base = net.pop("dependencies")
    row("import of attrs, cattrs, dateutil and selectolax, ms", f"{base * 1000:.1f}")
    for name, time in net.items():
        row(f"`{name}`, ms, and × of these", f"{time * 1000:.1f}, {time / base:.2f}")


def _of_children() -> float:
    """Give the seconds of processor time of all interpreters that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _fresh(call: str) -> list[str]:
    """Print in a fresh interpreter, whose memory nothing else has touched."""
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import speed; speed.{call}"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    return done.stdout.splitlines()


def print_peak(folder: str | None) -> None:
    """Print the peak of the memory that a parse needs beyond what it found, as a multiple of the page: the most of the pages."""
    pages = peers.folder(Path(folder)) if folder else [made.page(seed) for seed in range(3)]
    newsmodel.parse(made.page(99, paragraphs=8, teasers=1))
    times = []
    for page in pages:
        _CLEAR.write_text("5", encoding="ascii")  # Linux takes this for: forget the peak
        before = _kilobytes("VmRSS")
        newsmodel.parse(page)
        times.append((_kilobytes("VmHWM") - before) * 1024 / len(page))
    row("peak resident memory of a parse, × the bytes of its page", f"{max(times):.1f}")


def print_growth(count: int) -> None:
    """Print by how much the resident memory grows over many pages, each another, once a tenth as many have been parsed."""
    for seed in range(count // 10):
        newsmodel.parse(made.page(seed))
    before = _kilobytes("VmRSS")
    for seed in range(count):
        newsmodel.parse(made.page(count + seed))
    row(f"growth of resident memory over {count} pages, MB", f"{(_kilobytes('VmRSS') - before) / 1024:.1f}")


def _kilobytes(name: str) -> int:
    line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1])


if __name__ == "__main__":
    main()
