"""What every test shares: settings of Hypothesis, and Sybil, which runs the examples of prose files and docstrings."""

import os
from doctest import ELLIPSIS
from pathlib import Path
from typing import Any  # Sybil's namespace holds whatever an example names

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection
from sybil.typing import Parser

ROOT = Path(__file__).parent

# The same tree always gives the same result; HYPOTHESIS_PROFILE=search looks for new failures.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def _enter_root(namespace: dict[str, Any]) -> None:
    """Let examples name files as a reader does who stands in the root of the project."""
    namespace["_left"] = Path.cwd()
    os.chdir(ROOT)


def _leave_root(namespace: dict[str, Any]) -> None:
    os.chdir(namespace["_left"])


# There is no parser for "skip": an example that cannot be run does not stand in the prose.
_in_markdown = PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)
_in_docstrings = DocTestParser(optionflags=ELLIPSIS)


def _examples(folder: str, pattern: str, parser: Parser) -> Sybil:
    return Sybil([parser], path=str(ROOT / folder), patterns=[pattern], setup=_enter_root, teardown=_leave_root)


pytest_collect_file = SybilCollection(
    [_examples(".", "README.md", _in_markdown), _examples("docs", "*.md", _in_markdown), _examples("src", "*.py", _in_docstrings)],
).pytest()
