"""Measure a WARC on its way to Parquet: ``python benchmarks/corpus.py [--pages 5000]``.

It needs ``newsmodel[corpus]``, ``duckdb`` and ``psutil``. On made-up pages it measures one process and two, the peak memory at a fifth of
the pages and at all of them, a run that is killed again and again and started anew, and asks DuckDB who was quoted most. What is printed
are the tables of docs/explanation/scale.md, which tells what each figure means. Other work on the machine spoils them: the load is printed.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import psutil
from attrs import frozen

from newsmodel.corpus import open_tables, tabulate

ROOT = Path(__file__).parents[1]
QUERY = (ROOT / "examples" / "quoted_by_month.sql").read_text(encoding="utf-8")
MEGABYTE = 1_000_000


@frozen
class Run:
    """What a run of the command took."""

    seconds: float
    processor: float
    """Seconds of all its processes."""

    parent_peak: int
    workers_peak: int
    """Most bytes that all its workers held at one time."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=5, help="how often a run is killed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), given.pages, given.seed, given.kills)


def measure(folder: Path, pages: int, seed: int, kills: int) -> None:
    """Measure all of it."""
    print(f"load before: {os.getloadavg()[0]:.1f}, cores: {len(os.sched_getaffinity(0))}")
    few, many = made_up(folder / "few.warc.gz", pages // 5, seed), made_up(folder / "many.warc.gz", pages, seed)
    runs = {(warc, workers): run(warc, folder / f"{warc.stem}-{workers}", workers) for warc in (few, many) for workers in (1, 2)}
    print("| pages | workers | seconds | pages a second | processor seconds | parent, MB | all workers, MB |")
    print("|---|---|---|---|---|---|---|")
    for (warc, workers), each in runs.items():
        count = pages if warc is many else pages // 5
        print(
            f"| {count:,} | {workers} | {each.seconds:.1f} | {count / each.seconds:.0f} | {each.processor:.1f} "
            f"| {each.parent_peak / MEGABYTE:.0f} | {each.workers_peak / MEGABYTE:.0f} |"
        )
    shared = runs[many, 1].processor / (runs[many, 2].processor / 2)
    print(f"by their processor time alone, as on a machine with nothing else to do, two workers are {shared:.2f} times as fast as one")
    print(f"two workers are {runs[many, 1].seconds / runs[many, 2].seconds:.2f} times as fast as one")
    sizes(many, folder / f"{many.stem}-1", runs[many, 1])
    killed(many, folder / "killed", kills)
    same = rows(folder / "killed") == rows(folder / f"{many.stem}-1") == rows(folder / f"{many.stem}-2")
    print(f"killed {kills} times and started again: the tables are {'the same' if same else 'OTHERS'}")
    query(folder / "killed")
    print(f"load after: {os.getloadavg()[0]:.1f}")


def made_up(warc: Path, pages: int, seed: int) -> Path:
    """Write a WARC of made-up pages."""
    subprocess.run([sys.executable, ROOT / "scripts" / "synthetic_warc.py", warc, "--pages", str(pages), "--seed", str(seed)], check=True)
    return warc


def started(warc: Path, out: Path, workers: int) -> subprocess.Popen[bytes]:
    """Start the command."""
    code = "import sys; from newsmodel.__main__ import main; sys.exit(main())"
    return subprocess.Popen(
        [sys.executable, "-c", code, "corpus", warc, "--out", out, "--workers", str(workers)],
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


def run(warc: Path, out: Path, workers: int) -> Run:
    """Run the command to its end, and watch its memory."""
    begun, before = time.perf_counter(), os.times()
    program = started(warc, out, workers)
    parent, parent_peak, workers_peak = psutil.Process(program.pid), 0, 0
    while program.poll() is None:
        try:
            parent_peak = max(parent_peak, parent.memory_info().rss)
            workers_peak = max(workers_peak, sum(child.memory_info().rss for child in parent.children(recursive=True)))
        except psutil.NoSuchProcess:
            pass
        time.sleep(0.05)
    seconds, after = time.perf_counter() - begun, os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, processor, parent_peak, workers_peak)


def sizes(warc: Path, out: Path, alone: Run) -> None:
    """Print what a page weighs, and what it holds."""
    summary = tabulate([warc], out, 1)
    stored = sum(file.stat().st_size for file in out.rglob("*.parquet"))
    print("| of a page | |")
    print("|---|---|")
    print(f"| bytes of HTML | {summary.bytes / summary.pages:,.0f} |")
    print(f"| bytes in the WARC | {warc.stat().st_size / summary.pages:,.0f} |")
    print(f"| bytes of Parquet | {stored / summary.pages:,.0f} |")
    for kind in ("quotes", "statistics", "events"):
        print(f"| {kind} | {summary.facts[kind] / summary.pages:.1f} |")
    print(f"| pages a second a core | {summary.pages / alone.processor:.1f} |")


def killed(warc: Path, out: Path, kills: int) -> None:
    """Kill runs at moments of chance, and let the last one end."""
    chance = random.Random(1)  # noqa: S311  moments, not secrets
    for _ in range(kills):
        program = started(warc, out, 2)
        time.sleep(chance.uniform(0.5, 12))
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
    assert started(warc, out, 2).wait() == 0


def rows(out: Path) -> dict[str, list[str]]:
    """Give the rows of all tables, sorted."""
    return {name: sorted(map(repr, table.to_table().to_pylist())) for name, table in open_tables(out).items()}


def query(out: Path) -> None:
    """Print what DuckDB answers."""
    begun = time.perf_counter()
    answer = duckdb.connect().execute(
        QUERY, {"quotes": f"{out}/input=*/part=*/quotes.parquet", "articles": f"{out}/input=*/part=*/articles.parquet"}
    )
    found = answer.fetchall()
    print(f"DuckDB answered in {time.perf_counter() - begun:.2f} s:")
    for month, speaker, quotes in found:
        print(f"    {month}  {speaker}: {quotes}")


if __name__ == "__main__":
    main()
