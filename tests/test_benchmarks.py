"""The benchmarks run: what they measure is for people to read, so nothing is asserted about it."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
pytestmark = pytest.mark.skipif(not BENCHMARKS.is_dir(), reason="benchmarks/ is not part of this distribution")


def run(*arguments):
    """Run a program of Python, and give what it prints."""
    return subprocess.run([sys.executable, *arguments], capture_output=True, check=True, encoding="utf-8", cwd=BENCHMARKS.parent).stdout


def test_speed_is_measured():
    """One round of `benchmarks/speed.py` prints the table of the readers and that of the other figures."""
    printed = run(BENCHMARKS / "speed.py", "--rounds", "1", "--growth", "10")
    for name in ("newsmodel.read_page", "newsmodel.parse", "extract_facts, plain English prose", "from_json", "`import newsmodel`"):
        assert f"| {name}" in printed


def test_the_parts_are_measured():
    """Every benchmark of a part runs; they are not part of the plain suite."""
    pytest.importorskip("pytest_benchmark", reason="needs the extra bench")
    printed = run("-m", "pytest", "-q", "--benchmark-disable", BENCHMARKS / "test_parts.py")
    assert "failed" not in printed
    assert "passed" in printed
