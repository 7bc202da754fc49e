"""Importing newsmodel loads what is asked for and no more, and every public name is there all the same."""

import ast
import pickle
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import newsmodel

SOURCE = ast.parse(Path(newsmodel.__file__).read_text(encoding="utf-8"))
REQUIRED = ("attr", "attrs", "cattrs", "dateutil", "selectolax")
PARTS = sorted(each.parent.name for each in Path(newsmodel.__file__).parent.glob("*/__init__.py"))


def loaded(code):
    """Give the modules that a fresh interpreter has loaded after some code, beyond those that it starts with."""
    code = f"import sys; before = set(sys.modules)\n{code}\nprint(*(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    return set(run.stdout.split())


def parts(modules):
    """Give the parts of newsmodel that some modules belong to."""
    return {name.split(".")[1] for name in modules if name.startswith("newsmodel.")}


def declared():
    """Give the public names that type checkers see, with the module that each is imported from."""
    (block,) = (node for node in SOURCE.body if isinstance(node, ast.If))
    assert ast.unparse(block.test) == "TYPE_CHECKING"
    return {alias.name: node.module for node in block.body for alias in node.names}


def test_importing_newsmodel_loads_nothing_else():
    """`import newsmodel` loads no module of its own, nor any package that it requires."""
    modules = loaded("import newsmodel")
    assert {name for name in modules if name.partition(".")[0] in ("newsmodel", *REQUIRED)} == {"newsmodel"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Article", {"model"}),
        ("read_page", {"model", "pages"}),
        ("extract_facts", {"model", "facts"}),
        ("parse", {"model", "pages", "facts", "parsing"}),
        ("to_json", {"model", "formats"}),
    ],
)
def test_a_name_loads_its_own_part(name, expected):
    """Whoever imports one name loads the part that holds it, and what that stands on."""
    assert parts(loaded(f"from newsmodel import {name}")) == expected


def test_parsing_needs_no_converter():
    """Reading and parsing a page loads no cattrs, which only the formats use."""
    assert "cattrs" not in loaded("from newsmodel import parse")


def test_every_name_is_told_alike():
    """Type checkers, `__all__` and the look-up of names know the same names, from the same modules."""
    assert declared() == {name: newsmodel._ELSEWHERE.get(name, newsmodel._HOME) for name in newsmodel.__all__}
    assert set(newsmodel._ELSEWHERE) <= set(newsmodel.__all__)
    assert newsmodel._HOME not in newsmodel._ELSEWHERE.values()
    assert sorted(declared()) == newsmodel.__all__


@pytest.mark.parametrize("name", newsmodel.__all__)
def test_every_name_is_the_one_of_its_module(name):
    """A public name is the very object of the module that holds it, and is looked up once."""
    assert getattr(newsmodel, name) is getattr(import_module(declared()[name]), name)
    assert vars(newsmodel)[name] is getattr(newsmodel, name)


def test_all_names_come_with_a_star():
    """`from newsmodel import *` gives every public name."""
    assert loaded(f"from newsmodel import *; assert all(name in globals() for name in {newsmodel.__all__})") > {"newsmodel.parsing"}


def test_dir_tells_every_name():
    """`dir(newsmodel)` lists all names before any is asked for."""
    code = f"import newsmodel; assert {{*{newsmodel.__all__}, *{PARTS}}} <= set(dir(newsmodel))"
    assert loaded(code) >= {"newsmodel"}


@pytest.mark.parametrize("part", PARTS)
def test_parts_are_attributes(part):
    """`newsmodel.model` and the other parts are there without an import of their own."""
    assert f"newsmodel.{part}" in loaded(f"import newsmodel; newsmodel.{part}")


def test_an_unknown_name_is_refused():
    """A name that is not there is told as by any other module."""
    with pytest.raises(AttributeError, match=r"^module 'newsmodel' has no attribute 'pars'$"):
        _ = newsmodel.pars


def test_classes_are_pickled_by_their_modules():
    """A class is pickled by the module that defines it, whichever way it was imported."""
    assert pickle.loads(pickle.dumps(newsmodel.Span)) is newsmodel.Span  # noqa: S301 - we pickled it ourselves
    assert newsmodel.Span.__module__ == "newsmodel.model.span"
