"""The examples: each runs, with the real packages where it needs any, and the documentation shows what it prints."""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PAGES = sorted((ROOT / "docs").rglob("*.md"))

NEEDED: dict[str, list[str]] = {
    "casualties": [],
    "compare_quoted": [],
    "fundus_facts": ["fundus"],
    "outlet_toml": [],
    "quotes_duckdb": ["pyarrow", "duckdb"],
    "scrapy_spider": ["scrapy"],
    "spacy_doc": ["spacy"],
    "statistics_pandas": ["pyarrow", "pandas"],
    "tables_parquet": ["pyarrow"],
    "timeline": [],
    "trafilatura_facts": ["trafilatura"],
}
# "```{literalinclude} ../../examples/spacy_doc.py", its options, and the block of text that follows
SHOWN = re.compile(
    r"^```\{literalinclude\} \S*/examples/(?P<name>\w+)\.py\n:language: python\n```\n\nIt prints:\n\n```text\n(?P<printed>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def run(*arguments):
    """Run Python as a user does; warnings are errors where the code of the example itself gives cause for them."""
    command = [sys.executable, "-X", "utf8", "-W", "error:::__main__", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=EXAMPLES, env=os.environ, check=False)


@cache
def why_not(package):
    """Tell why a package cannot be used; packages are large, and may warn, so another process tries."""
    done = run("-c", f"import {package}")
    return done.stderr.strip().rpartition("\n")[2] if done.returncode else None


def need(*packages):
    """Skip the test where a package cannot be used."""
    for package in packages:
        if reason := why_not(package):
            pytest.skip(f"{reason} (the extras `arrow` and `ecosystem` have it)")


def shown():
    """Give what the documentation says that the examples print."""
    return {found["name"]: found["printed"] for page in PAGES for found in SHOWN.finditer(page.read_text(encoding="utf-8"))}


def test_every_example_is_shown():
    """Every example is in the documentation, with what it prints."""
    assert set(NEEDED) <= set(shown())


def test_every_file_among_the_examples_is_told():
    """Some page of the documentation names every program, notebook and TOML file among the examples."""
    prose = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    files = sorted(path.name for path in EXAMPLES.iterdir() if path.suffix in {".py", ".ipynb", ".toml"})
    assert [name for name in files if name not in prose] == []


@pytest.mark.parametrize("name", NEEDED)
def test_an_example_is_short_and_says_what_it_is_for(name):
    """An example has 20 to 60 lines, and its first line tells its purpose."""
    lines = (EXAMPLES / f"{name}.py").read_text(encoding="utf-8").splitlines()
    assert 20 <= len(lines) <= 60
    assert re.match(r'"""[A-Z].*\.$', lines[0])


@pytest.mark.parametrize(("name", "packages"), NEEDED.items())
def test_an_example_prints_what_is_shown(name, packages):
    """What an example prints is what the documentation shows, to the letter, and it complains of nothing."""
    need(*packages)
    done = run(f"{name}.py")
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout == shown()[name]


def test_the_notebook_gives_the_outputs_that_it_holds():
    """Run anew, every cell of the notebook gives the output that is kept in it."""
    need("pyarrow", "nbformat", "nbclient", "ipykernel")
    code = (
        "import nbclient, nbformat\n"
        "kept = nbformat.read('newsmodel.ipynb', as_version=4)\n"
        "run = nbclient.NotebookClient(nbformat.from_dict(kept), kernel_name='python3').execute()\n"
        "outputs = [[cell.outputs for cell in notebook.cells if cell.cell_type == 'code'] for notebook in (kept, run)]\n"
        "assert all(outputs[0]), outputs[0]\n"
        "assert outputs[0] == outputs[1], outputs\n"
    )
    done = run("-c", code)
    assert done.returncode == 0, done.stderr
