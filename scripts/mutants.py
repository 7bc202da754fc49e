"""Tests of the tests: change the code in small ways, one at a time, and see whether a test fails.

    python scripts/mutants.py model                             every change of the model
    python scripts/mutants.py facts --sample 150 --seed 1       so many of those of the facts, the same ones for one seed

A change that no test notices is printed: it shows a test that is missing, or is none that anybody could notice. Nothing is
written to the tree. Needs what the tests need, and coverage, and a system that can fork.
"""

import argparse
import ast
import os
import random
import re
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path

import coverage
import pytest
from attrs import frozen

ROOT = Path(__file__).parents[1]
SLOW = ("test_linear", "test_cldr")  # they measure time, and the language files
_LONGEST_RUN = 300
"""Seconds of work after which a change is held for one that never ends."""
_LARGEST_RUN = 4 * 2**30
"""Bytes of memory after which a change is: some loops collect what they read."""
_ALIKE = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"), ast.NotIn: (r"not\s+in", "in"), ast.Is: ("is", "is not"), ast.IsNot: (r"is\s+not", "is"),
    ast.And: ("and", "or"), ast.Or: ("or", "and"), ast.Add: (r"\+", "-"), ast.Sub: ("-", "+"),
}  # fmt: skip
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "bisect_left": "bisect_right", "bisect_right": "bisect_left"}


@frozen
class Mutant:
    """A change of one place in one file."""

    path: Path
    line: int
    start: int
    end: int
    new: str

    def source(self) -> bytes:
        """Give the file as it would be."""
        text = self.path.read_bytes()
        return text[: self.start] + self.new.encode() + text[self.end :]

    def __str__(self) -> str:
        text = self.path.read_bytes()
        old = text[self.start : self.end].decode()
        return f"{self.path.relative_to(ROOT)}:{self.line}: {' '.join(old.split()) or '·'} -> {self.new}   in: {self.shown(text)}"

    def shown(self, text: bytes) -> str:
        """Give the line that it changes."""
        return text.decode().splitlines()[self.line - 1].strip()


class _Places(ast.NodeVisitor):
    """Finds the places of a file that can be changed."""

    def __init__(self, path: Path) -> None:
        self.path, self.text = path, path.read_bytes()
        self.starts = [0]
        for line in self.text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.found: list[Mutant] = []
        self.visit(ast.parse(self.text))

    def _at(self, node: ast.expr | ast.stmt, *, end: bool = False) -> int:
        line, column = (node.end_lineno, node.end_col_offset) if end else (node.lineno, node.col_offset)
        return self.starts[(line or 1) - 1] + (column or 0)

    def _add(self, start: int, end: int, new: str) -> None:
        self.found.append(Mutant(self.path, self.text.count(b"\n", 0, start) + 1, start, end, new))

    def _between(self, left: ast.expr, right: ast.expr, kind: type) -> None:
        old, new = _ALIKE.get(kind, ("", ""))
        start = self._at(left, end=True)
        match = re.search(rf"(?<![\w<>=!]){old}(?![\w<>=])".encode(), self.text[start : self._at(right)]) if old else None
        if match:
            self._add(start + match.start(), start + match.end(), new)

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, kind, right in zip((node.left, *node.comparators), node.ops, node.comparators, strict=False):
            self._between(left, right, type(kind))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for left, right in zip(node.values, node.values[1:], strict=False):
            self._between(left, right, type(node.op))
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        self._between(node.left, node.right, type(node.op))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._add(self._at(node), self._at(node.operand), "")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._add(self._at(node), self._at(node, end=True), str(not node.value))
        elif isinstance(node.value, int):
            self._add(self._at(node), self._at(node, end=True), str(node.value + 1))

    def visit_Name(self, node: ast.Name) -> None:
        if node.id in _NAMES:
            self._add(self._at(node), self._at(node, end=True), _NAMES[node.id])

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self._add(self._at(node.value), self._at(node.value, end=True), "None")
        self.generic_visit(node)

    def visit_Break(self, node: ast.Break) -> None:
        self._add(self._at(node), self._at(node, end=True), "continue")

    def visit_Continue(self, node: ast.Continue) -> None:
        self._add(self._at(node), self._at(node, end=True), "break")

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_arg(self, node: ast.arg) -> None:
        """Leave out what is only for type checkers."""

    def visit_Assert(self, node: ast.Assert) -> None:
        """Leave out what is told to type checkers alone."""

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Leave out the names that are imported."""


def mutants_of(package: str) -> Iterator[Mutant]:
    """Give every change of a package, in the order of its files."""
    for path in sorted((ROOT / "src" / "newsmodel" / package).rglob("*.py")):
        yield from _Places(path).found


class _Swapped(SourceFileLoader, MetaPathFinder):
    """Gives a module from other source than its file's."""

    def __init__(self, mutant: Mutant) -> None:
        name = ".".join(mutant.path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
        super().__init__(name, str(mutant.path))
        self.source = mutant.source()

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:  # type: ignore[override]
        """Find the one module."""
        return spec_from_file_location(fullname, self.path, loader=self) if fullname == self.name else None

    def get_code(self, _: str) -> object:  # type: ignore[override]
        """Compile it anew, whatever stands in the cache."""
        return compile(self.source, self.path, "exec")


def covering(package: str) -> dict[Path, dict[int, set[str]]]:
    """Run the tests of a package once, and give for each line the tests that run it; those of lines that run at import are 0's."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "coveragerc")
        settings.write_text(f"[run]\ndata_file = {folder}/data\ndynamic_context = test_function\n", encoding="utf-8")
        child = os.fork()
        if child == 0:
            measured = coverage.Coverage(config_file=str(settings), source=[str(ROOT / "src" / "newsmodel" / package)])
            measured.start()
            code = _tested([f"tests/{package}"])
            measured.stop()
            measured.save()
            os._exit(code)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
            sys.exit("the tests fail without any change")
        data = coverage.CoverageData(f"{folder}/data")
        data.read()
        out: dict[Path, dict[int, set[str]]] = {}
        for file in data.measured_files():
            lines: dict[int, set[str]] = defaultdict(set)
            for line, contexts in data.contexts_by_lineno(file).items():
                lines[line] = {context for context in contexts if ".test_" in context}
            lines[0] = set().union(*lines.values())
            out[Path(file)] = lines
        return out


def _tested(tests: Sequence[str]) -> int:
    """Run tests without a word, up to the first that fails."""
    os.chdir(ROOT)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    ignored = [f"--ignore-glob=*{name}.py" for name in SLOW]
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *ignored, *tests]))


def _started(mutant: Mutant, tests: Sequence[str]) -> int:
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (_LONGEST_RUN, _LONGEST_RUN))
        resource.setrlimit(resource.RLIMIT_AS, (_LARGEST_RUN, _LARGEST_RUN))
        sys.meta_path.insert(0, _Swapped(mutant))
        code = 1
        try:
            code = _tested(tests)
        finally:
            os._exit(code)
    return child


def _node(context: str) -> str:
    """Give the test of a context, ``tests.facts.test_quotes.test_marks``, as pytest names it."""
    module, _, function = context.rpartition(".")
    return f"{module.replace('.', '/')}.py::{function}"


def _chosen(mutant: Mutant, lines: dict[Path, dict[int, set[str]]], chance: random.Random, most: int | None) -> list[str]:
    """Give tests that run the line of a change: those of its file's own tests first, and of all sentences, then others by chance."""
    known = lines.get(mutant.path, {})
    # What only an import runs is noticed by any test; those that run other lines of the file are likely to.
    tests = sorted(known.get(mutant.line) or (known.get(0) if most else None) or ())
    chance.shuffle(tests)
    own = (f"test_{mutant.path.stem}.", "test_told.")
    tests.sort(key=lambda test: not any(name in test for name in own))
    return [_node(test) for test in tests[:most]]


def _survivors(tried: Sequence[tuple[Mutant, list[str]]], given: argparse.Namespace) -> list[Mutant]:
    """Try changes, several at a time, and give those that no test noticed, in order."""
    running: dict[int, Mutant] = {}
    survived: set[Mutant] = set()
    for mutant, tests in [*tried, (None, [])]:
        while len(running) >= given.processes or (mutant is None and running):
            child, status = os.waitpid(-1, 0)
            one = running.pop(child)
            survived |= {one} if status == 0 else set()
        if mutant is not None:
            running[_started(mutant, tests or [f"tests/{given.package}"])] = mutant
    return [mutant for mutant, _ in tried if mutant in survived]


def main() -> None:
    """Make the changes, and tell of each whether a test noticed it."""
    parser = argparse.ArgumentParser(description="Change the code in small ways, and see whether a test fails.")
    parser.add_argument("package", choices=("model", "facts"))
    parser.add_argument("--only", nargs="+", metavar="FILE", help="names of files, without .py, that are changed (default: all)")
    parser.add_argument("--sample", type=int, help="how many changes, chosen at random (default: all)")
    parser.add_argument("--seed", type=int, default=1, help="what the choice depends on (default: %(default)s)")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--most", type=int, default=20, help="tests that are run for a change before all are (default: %(default)s)")
    given = parser.parse_args()
    mutants = [mutant for mutant in mutants_of(given.package) if given.only is None or mutant.path.stem in given.only]
    chance = random.Random(given.seed)  # noqa: S311 -- the same choice every time is the point
    chosen = sorted(chance.sample(mutants, given.sample), key=mutants.index) if given.sample else mutants
    print(f"{len(chosen)} of {len(mutants)} changes of {given.package}; first, which tests run which lines", flush=True)
    lines = covering(given.package)
    began = time.monotonic()
    few = [(mutant, _chosen(mutant, lines, chance, given.most)) for mutant in chosen]
    missed = _survivors(few, given)
    print(f"{len(missed)} changes that the first tests did not notice; now all tests that run them", flush=True)
    survived = _survivors([(mutant, _chosen(mutant, lines, chance, None)) for mutant in missed], given)
    for mutant in survived:
        print(f"survived: {mutant}")
    killed = len(chosen) - len(survived)
    print(f"{killed} of {len(chosen)} changes noticed ({killed / len(chosen):.0%}), in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
