"""The rules of the package as a whole: which part may import which, and how large a file may grow."""

from importlib import import_module, metadata
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

import newsmodel

ROOT = Path(__file__).parents[1]
PACKAGE = Path(newsmodel.__file__).parent
MODULES = sorted(
    ".".join(("newsmodel", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__") for path in PACKAGE.rglob("*.py")
)
LONGEST_FILE = 400


@pytest.fixture(scope="module")
def imports():
    """Give the graph of imports inside the package."""
    return grimp.build_graph("newsmodel", cache_dir=None)


def test_imports_run_one_way():
    """Every import keeps the contracts of pyproject.toml."""
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_the_model_stands_alone(imports):
    """The model imports nothing of ours but itself."""
    model = {"newsmodel.model", *imports.find_descendants("newsmodel.model")}
    assert model == {name for name in MODULES if name.split(".")[1:2] == ["model"]}
    for module in model:
        assert imports.find_modules_directly_imported_by(module) <= model, module


def test_nobody_imports_the_top(imports):
    """The public names are for users: of the package, only the command imports `newsmodel` itself, as a user does."""
    assert imports.find_modules_that_directly_import("newsmodel") == {"newsmodel.__main__"}


def test_only_the_top_and_corpora_import_parsing(imports):
    """Parsing is the last step: only the public names, and what reads whole archives, stand above it."""
    parsing = {"newsmodel.parsing", *imports.find_descendants("newsmodel.parsing")}
    above = set().union(*(imports.find_modules_that_directly_import(module) for module in parsing)) - parsing
    assert {name for name in above if name.split(".")[1:2] != ["corpus"]} == {"newsmodel"}


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_is(name):
    """Every module can be imported by itself, and begins with a docstring."""
    assert import_module(name).__doc__


@pytest.mark.parametrize("name", MODULES)
def test_a_file_holds_one_idea(name):
    """No file of the package is longer than 400 lines."""
    path = Path(import_module(name).__file__)
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_the_package_is_typed():
    """The installed package tells type checkers that it is typed."""
    assert (PACKAGE / "py.typed").is_file()


def test_four_packages_are_required():
    """A plain install needs attrs, cattrs, python-dateutil and selectolax, and nothing else."""
    required = [line for line in metadata.requires("newsmodel") if "extra ==" not in line]
    assert sorted(line.split(">=")[0] for line in required) == ["attrs", "cattrs", "python-dateutil", "selectolax"]
