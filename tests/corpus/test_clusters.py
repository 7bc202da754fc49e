"""The same parts on Dask and on Spark: whoever runs them, and whatever dies, the tables are the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus.warcs import ROOT, script

for package in ("pyarrow", "fastwarc"):
    pytest.importorskip(package, reason="the extra `corpus` has it")

from newsmodel import corpus  # noqa: E402  only where its packages are there
from newsmodel.corpus import parts  # noqa: E402  likewise

HERE = Path(__file__).parent


@pytest.fixture
def warc(tmp_path):
    """Give a WARC of made-up pages."""
    script().write(tmp_path / "news.warc.gz", 60)
    return tmp_path / "news.warc.gz"


def rows(directory):
    """Give the rows of all tables, sorted."""
    return {name: sorted(map(repr, table.to_table().to_pylist())) for name, table in corpus.open_tables(directory).items()}


def run(program, *arguments):
    """Run a program that finds the examples, and give what it prints."""
    folders = [str(ROOT / "examples"), *filter(None, [os.environ.get("PYTHONPATH")])]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(folders), "PYSPARK_PYTHON": sys.executable}
    done = subprocess.run(
        [sys.executable, program, *arguments], capture_output=True, text=True, check=False, timeout=280, env=env, cwd=HERE
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.split()


@pytest.fixture
def alone(warc, tmp_path, monkeypatch):
    """Give the tables that this process makes."""
    monkeypatch.setattr(parts, "_LEAST", 200_000)
    corpus.tabulate([warc], tmp_path / "alone", 1)
    return rows(tmp_path / "alone")


@pytest.mark.skipif(os.name != "posix", reason="kills a worker")
def test_dask_survives_the_death_of_a_worker(warc, tmp_path, alone):
    """On two processes of Dask, one of which is killed midway, the tables are complete."""
    pytest.importorskip("distributed", reason="the extra `corpus` has it")
    killed, articles, number = run(HERE / "dask_program.py", warc, tmp_path / "facts")
    assert (killed, int(articles)) == ("killed", len(alone["articles"]))
    assert int(number) > 4
    assert rows(tmp_path / "facts") == alone


def test_the_example_of_dask_runs_by_itself():
    """The example makes its own WARCs, and prints what the documentation shows."""
    pytest.importorskip("distributed", reason="the extra `corpus` has it")
    printed = " ".join(run(ROOT / "examples" / "corpus_dask.py"))
    page = (ROOT / "docs" / "howto" / "corpus.md").read_text(encoding="utf-8")
    shown = page.partition("corpus_dask.py\n")[2].partition("```text\n")[2].partition("```")[0]
    assert " ".join(shown.split()) == printed


def test_spark_makes_the_same_tables(warc, tmp_path, alone):
    """On Spark the parts give the same tables, and the quotes of pages in a table are those of the articles."""
    pytest.importorskip("pyspark", reason="Spark is no extra of newsmodel")
    pytest.importorskip("pandas", reason="Spark hands pages on in data frames")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    articles, number, written, mapped = map(int, run(HERE / "spark_program.py", warc, tmp_path / "facts"))
    assert articles == len(alone["articles"])
    assert number > 4
    assert written == mapped == len(alone["quotes"])
    assert rows(tmp_path / "facts") == alone
