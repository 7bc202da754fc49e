"""The documentation tells all of the public interface, and what it shows is what happens."""

import ast
import inspect
import re
import shlex
import subprocess
import sys
from importlib import metadata
from inspect import getsource
from pathlib import Path

import attrs
import pytest

import newsmodel
import newsmodel.model
from newsmodel.facts import schema
from newsmodel.facts.calendar import PIECES
from newsmodel.facts.meanings import MEANINGS
from newsmodel.pages.layout import Layout, OtherPage
from newsmodel.pages.style import Strings, Style

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROSE = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
PUBLIC = newsmodel.__all__
MODEL_CLASSES = [name for name in newsmodel.model.__all__ if attrs.has(getattr(newsmodel.model, name))]

# ".. autoclass:: Article" on a line of its own
DIRECTIVE = re.compile(r"^\.\. auto(?P<kind>class|function|exception|data):: (?P<name>\w+)$", re.MULTILINE)
# "```bash", the lines of the block, "```"
FENCE = re.compile(r"^```(?P<language>\S*)[^\n]*\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
# languages of blocks that are run as tests, or that hold what is no Python
LANGUAGES = {"python", "bash", "text", "json", "toml", "{eval-rst}", "{toctree}", "{include}", "{glossary}", "{literalinclude}"}


def documented():
    """Give the names that the reference documents, as often as it does."""
    pages = sorted((ROOT / "docs" / "reference").glob("*.md"))
    return [found["name"] for page in pages for found in DIRECTIVE.finditer(page.read_text(encoding="utf-8"))]


def blocks(text, language):
    """Give the contents of the fenced blocks of one language, in order."""
    return [found["content"] for found in FENCE.finditer(text) if found["language"] == language]


def test_the_reference_tells_every_public_name_once():
    """What `newsmodel.__all__` lists and what the reference documents are the same names, each once."""
    assert sorted(documented()) == sorted(PUBLIC)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_can_be_imported_from_the_top(name):
    """Every public name is an attribute of `newsmodel`, and has a docstring."""
    assert getattr(newsmodel, name).__doc__


def test_the_whole_model_is_public():
    """Every class of the model can be imported from the top level, where it is the same class."""
    for name in newsmodel.model.__all__:
        assert getattr(newsmodel, name) is getattr(newsmodel.model, name)


def told(name):
    """Give the names that a class assigns in its body and tells of in a string below."""
    (tree,) = ast.parse(getsource(getattr(newsmodel.model, name))).body
    for node, following in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant) and isinstance(following.value.value, str):
            if isinstance(node, ast.AnnAssign):
                yield node.target.id
            elif isinstance(node, ast.Assign):
                yield node.targets[0].id


@pytest.mark.parametrize("name", MODEL_CLASSES)
def test_every_field_is_told(name):
    """Every field of every class of the model has a docstring below it."""
    assert list(told(name)) == [field.name for field in attrs.fields(getattr(newsmodel.model, name))]


def fields_that_may_be_none():
    """Give every field of a public class whose type allows None, with its docstring."""
    for name in PUBLIC:
        if attrs.has(cls := getattr(newsmodel, name)):
            (tree,) = ast.parse(getsource(cls)).body
            for node, following in zip(tree.body, tree.body[1:], strict=False):
                if isinstance(node, ast.AnnAssign) and "None" in ast.unparse(node.annotation).split(" | "):
                    yield pytest.param(ast.literal_eval(following.value), id=f"{name}.{node.target.id}")


@pytest.mark.parametrize("docstring", [*fields_that_may_be_none()])
def test_a_field_says_when_it_is_none(docstring):
    """A field whose type allows None says when it is None."""
    assert "``None``" in docstring


def members():
    """Give every public method and property of a public class, by its name."""
    for name in PUBLIC:
        if isinstance(cls := getattr(newsmodel, name), type) and cls.__module__.startswith("newsmodel.model"):
            (tree,) = ast.parse(getsource(cls)).body
            for node in tree.body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    yield pytest.param(node, id=f"{name}.{node.name}")


@pytest.mark.parametrize("method", [*members()])
def test_every_method_and_property_is_told(method):
    """Every method and property of a class of the model has a docstring and says what it gives."""
    assert ast.get_docstring(method)
    assert method.returns is not None


FUNCTIONS = [name for name in PUBLIC if inspect.isfunction(getattr(newsmodel, name))]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_tells_its_arguments_and_errors(name):
    """The docstring of a function names each of its arguments, and each kind of error that its own body raises."""
    function = getattr(newsmodel, name)
    told_of = inspect.getdoc(function)
    assert [argument for argument in inspect.signature(function).parameters if not re.search(rf"\b{argument}\b", told_of)] == []
    raised = {
        node.exc.func.id
        for node in ast.walk(ast.parse(inspect.getsource(function)))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name)
    }
    assert [error for error in sorted(raised) if f"{error}:" not in told_of] == []


def test_every_error_is_told():
    """The page of errors documents every public error, and an error has the public root."""
    errors = [name for name in PUBLIC if isinstance(kind := getattr(newsmodel, name), type) and issubclass(kind, Exception)]
    page = (ROOT / "docs" / "reference" / "errors.md").read_text(encoding="utf-8")
    assert sorted(found["name"] for found in DIRECTIVE.finditer(page)) == sorted(errors)
    assert all(issubclass(getattr(newsmodel, name), newsmodel.NewsModelError) for name in errors)


def test_every_option_of_the_command_is_told():
    """The page of the command tells every option that its help lists, and no other."""
    done = subprocess.run([sys.executable, "-m", "newsmodel", "--help"], capture_output=True, check=True, encoding="utf-8")
    page = (ROOT / "docs" / "reference" / "command.md").read_text(encoding="utf-8")
    options = re.compile(r"--[a-z][a-z-]+")
    told_of = {option for line in page.splitlines() if line.startswith("`--") for option in options.findall(line)}
    assert told_of == set(options.findall(done.stdout))


def rows_of(page, heading):
    """Give the rows of the table below a heading of the reference, cell by cell, without the head."""
    text = (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8")
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line.strip("|").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip(" `") for cell in line] for line in lines[1:]]


@pytest.mark.parametrize("table", schema.TABLES)
def test_every_key_of_a_language_file_is_told(table):
    """The reference lists every key of a language file once, with the kind of value that is checked, and no other."""
    told_kinds = [(key, kind) for key, kind, meaning, _ in rows_of("languages.md", f"`{table}`") if meaning]
    assert sorted(told_kinds) == sorted(schema.TABLES[table].items())


@pytest.mark.parametrize(
    ("heading", "known"),
    [
        ("`[[dates.patterns]]`", schema.PATTERN_KEYS),
        ("Pieces of patterns", PIECES),
        ("Meanings of patterns", MEANINGS),
    ],
)
def test_every_part_of_a_date_pattern_is_told(heading, known):
    """The reference lists every key, piece and meaning of a date pattern, and no other."""
    assert sorted(name for name, meaning, _ in rows_of("languages.md", heading) if meaning) == sorted(known)


@pytest.mark.parametrize(
    ("heading", "cls", "own"),
    [
        ("At the top of the file", Style, {"name"}),
        ("`[everywhere]` and `[languages.…]`", Strings, set()),
        ("`[html.…]`", Layout, {"inherits"}),
        ("`[other.…]`", OtherPage, set()),
    ],
)
def test_every_key_of_a_style_file_is_told(heading, cls, own):
    """The reference lists every key of a style file, and no other; a layout and another page have their name in the head of their table."""
    keys = {field.name.rstrip("_") for field in attrs.fields(cls)} - {"name"} | own
    assert sorted(key for key, meaning, _ in rows_of("styles.md", heading) if meaning) == sorted(keys)


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_block_of_code_escapes_its_test(path):
    """Every fenced block names its language, and Python is called `python`, which is what is run."""
    assert {found["language"] for found in FENCE.finditer(path.read_text(encoding="utf-8"))} <= LANGUAGES


def test_the_commands_of_the_readme_are_lines():
    """The README's first two commands, the example and the tests, are one line each, as .ci/run takes them."""
    example, tests = blocks(README, "bash")[:2]
    assert example.count("\n") == tests.count("\n") == 1
    assert shlex.split(example)[-1] == "examples/syria_article.py"
    assert shlex.split(tests)[-1] == ".venv/bin/pytest"


def test_the_tutorial_shows_what_the_example_prints():
    """The tutorial's block of text is what the example prints, to the letter, and no line of it is wider than a terminal."""
    printed = subprocess.run(
        [sys.executable, "-X", "utf8", ROOT / "examples" / "syria_article.py"], capture_output=True, check=True, cwd=ROOT, encoding="utf-8"
    ).stdout
    assert blocks((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8"), "text") == [printed]
    assert max(map(len, printed.splitlines())) <= 80


def test_the_changelog_tells_this_version():
    """The newest version of the changelog is the version of the package."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(?P<version>\d+\.\d+\.\d+)\]", changelog, re.MULTILINE)
    assert newest is not None
    assert newest["version"] == metadata.version("newsmodel")
