"""The documentation of corpora tells all of their public interface, and what its examples print."""

import inspect
import re
import subprocess
import sys

import pytest

from newsmodel import corpus
from newsmodel.__main__ import main
from newsmodel.corpus import command, tables, warc
from newsmodel.corpus.warc import Passed
from tests.corpus.warcs import ROOT

REFERENCE = (ROOT / "docs" / "reference" / "corpus.md").read_text(encoding="utf-8")
HOWTO = (ROOT / "docs" / "howto" / "corpus.md").read_text(encoding="utf-8")


def test_the_reference_tells_every_public_name():
    """What `newsmodel.corpus.__all__` lists and what its reference documents are the same names, each once."""
    assert sorted(re.findall(r"^\.\. auto\w+:: newsmodel\.corpus\.(\w+)$", REFERENCE, re.MULTILINE)) == sorted(corpus.__all__)


def test_the_reference_tells_every_column_of_pages():
    """The table of the columns of `pages` is that of the code."""
    shown = re.findall(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|$", REFERENCE, re.MULTILINE)
    kinds = {"utc": "timestamp[us, tz=UTC]"}
    assert shown == [
        (name, kinds.get(kind, kind) + ("" if required else " or null"), told) for name, kind, required, told in tables.COLUMNS
    ]


def test_the_reference_tells_every_option():
    """Every option of the command is in the reference, and no other."""
    shown = set(re.findall(r"`(--[\w-]+)", REFERENCE))
    parser = command.parser()
    assert shown == {option for action in parser._actions for option in action.option_strings if option.startswith("--")} - {"--help"}


def test_every_reason_has_words():
    """Every reason for which a record is passed over is told in words by the command, and named where it is counted."""
    assert {reason.value for reason in Passed} == set(command.SKIPPED)
    source = inspect.getsource(warc)
    assert all(f"``{reason.value}``" in source for reason in Passed)


def test_the_query_answers_what_is_shown():
    """The example that asks who was quoted most prints what the documentation shows."""
    for package in ("pyarrow", "fastwarc", "duckdb"):
        pytest.importorskip(package, reason="the extras `corpus` and `ecosystem` have it")
    done = subprocess.run([sys.executable, ROOT / "examples" / "quoted_by_month.py"], capture_output=True, text=True, check=True)
    assert f"`examples/quoted_by_month.py` prints:\n\n```text\n{done.stdout}```" in HOWTO


def test_without_the_extra_it_is_said_what_to_install(monkeypatch, capsys):
    """Where the packages of the extra are missing, the command tells how to install them, and nothing is imported in vain."""
    monkeypatch.setattr("newsmodel.corpus.extra.find_spec", lambda _: None)
    assert main(["corpus", str(ROOT / "README.md"), "--out", "nowhere"]) == 2
    assert capsys.readouterr().err == "newsmodel corpus: tabulate needs pyarrow, which is not installed: pip install 'newsmodel[corpus]'\n"
    with pytest.raises(ImportError, match="read_warc needs fastwarc"):
        corpus.read_warc("nowhere")
    with pytest.raises(ImportError, match="write_parquet needs pyarrow"):
        corpus.write_parquet([], "nowhere")


@pytest.mark.skipif(not (ROOT / "benchmarks").is_dir(), reason="benchmarks/ is not part of this distribution")
def test_the_plan_is_what_its_command_prints():
    """The figures for CC-NEWS are what the command that stands above them prints."""
    page = (ROOT / "docs" / "explanation" / "scale.md").read_text(encoding="utf-8")
    command_line = re.search(r"^`python (benchmarks/plan\.py [^`]+)`", page, re.MULTILINE)[1].split()
    printed = subprocess.run([sys.executable, ROOT / command_line[0], *command_line[1:]], capture_output=True, text=True, check=True).stdout
    *table, rate = printed.splitlines()
    assert "\n".join(table) in page
    assert rate.split(";")[0] in page
