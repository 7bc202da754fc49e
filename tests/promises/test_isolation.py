"""A page gets nowhere: no network, no file but the package's own data, no code that is made of it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import newsmodel
from tests.promises.digest import pages

PACKAGE = Path(newsmodel.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
GUARDED = Path(__file__).with_name("guarded.py")
HOSTILE = """<!DOCTYPE html><html><head><title>Port opens</title><base href="http://127.0.0.1:9/">
<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/a"><link rel=stylesheet href="http://127.0.0.1:9/b.css">
<script src="http://127.0.0.1:9/c.js"></script><!DOCTYPE x SYSTEM "file:///etc/passwd"><script type="application/ld+json">
{"@type":"NewsArticle","@context":"http://127.0.0.1:9/d","image":"file:///etc/passwd"}</script></head><body><article><h1>Port opens</h1>
<p>The port opened again on Monday, said Ann Weber, after 7 days of storms.</p><img src="http://127.0.0.1:9/e.png">
<iframe src="file:///etc/passwd"></iframe><p>Ships were waiting outside. They came in. &xxe; ${7*7} {{7*7}} %s %(a)s {0}</p></article>"""
NEVER_CALLED = {"eval", "exec", "compile", "__import__", "breakpoint", "input"}
NEVER_IMPORTED = {
    "pickle",
    "marshal",
    "shelve",
    "dill",
    "urllib.request",
    "http",
    "socket",
    "ssl",
    "ftplib",
    "smtplib",
    "subprocess",
    "ctypes",
    "requests",
    "webbrowser",
    "xml",
    "code",
    "codeop",
    "runpy",
    "tempfile",
    "multiprocessing.connection",
}
# What many pages need beside the pages themselves: processes hand each other what they made, and files are written beside their place.
ASIDE = {
    "parsing/many.py": {"pickle"},
    "parsing/portable.py": {"pickle"},
    "parsing/workers.py": {"pickle", "multiprocessing.connection"},
    "corpus/storage.py": {"socket", "tempfile"},
}
NEVER_ASKED = {"now", "utcnow", "today", "time", "localtime", "getlocale", "setlocale", "getenv", "random"}
MODULES_OF_TIME = {"datetime", "date", "time", "locale", "os", "random"}


def test_a_parse_opens_nothing(tmp_path):
    """While pages are read and written, no socket, program or file is opened, nor code compiled, but for the package's own data."""
    hostile = tmp_path / "hostile.html"
    hostile.write_text(HOSTILE, encoding="utf-8")
    command = [sys.executable, str(GUARDED), *map(str, pages()), str(hostile)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def names_of(node):
    """Give the dotted name that an expression spells, if it is one."""
    if isinstance(node, ast.Attribute):
        return f"{names_of(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_source_has_no_door(path):
    """No module calls eval or its like, or imports what opens connections, starts programs or reads pickles of others."""
    never_imported = NEVER_IMPORTED - ASIDE.get(path.relative_to(PACKAGE).as_posix(), set())
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        imported = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        imported += [str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)] if isinstance(node, ast.ImportFrom) else []
        for name in imported:
            assert not any(name == never or name.startswith(f"{never}.") for never in never_imported), f"{name} in line {node.lineno}"
        if isinstance(node, ast.Call):
            called = names_of(node.func)
            assert called not in NEVER_CALLED, f"{called} in line {node.lineno}"
            owner, _, last = called.rpartition(".")
            assert not (last in NEVER_ASKED and owner.rpartition(".")[2] in MODULES_OF_TIME), f"{called} in line {node.lineno}"
