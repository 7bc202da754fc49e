"""The command reads pages, writes what it is asked for, and tells what is wrong on one line."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from pkgutil import resolve_name

import pytest

import newsmodel
from newsmodel.__main__ import WRITERS, main

ROOT = Path(__file__).parents[1]
PAGE = str(ROOT / "examples" / "bridge.html")
DUMP = str(ROOT / "examples" / "syria_article.txt")
# "```text", the lines of a session at a terminal, "```"
SESSION = re.compile(r"^```text\n(?P<session>\$ .*?)^```$", re.MULTILINE | re.DOTALL)


def run(*arguments, page=b"", **options):
    """Run the command as a program of its own."""
    return subprocess.run([sys.executable, "-m", "newsmodel", *arguments], input=page, capture_output=True, check=False, **options)


def said(capsysbinary):
    """Give what was written to standard output and standard error, as text."""
    return tuple(stream.decode() for stream in capsysbinary.readouterr())


def refused(capsysbinary, *arguments):
    """Give the one line that is told of wrong arguments."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    out, err = said(capsysbinary)
    assert (caught.value.code, out, err.count("\n")) == (2, "", 1)
    return err


def test_the_program_is_the_module():
    """The console script runs what ``python -m newsmodel`` runs."""
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert {name: resolve_name(target) for name, target in scripts.items()} == {"newsmodel": main}


# What is written.


def test_a_page_is_written_as_json(capsysbinary):
    """By default a page gives one line of JSON, which is read back as its article."""
    assert main([PAGE]) == 0
    out, err = said(capsysbinary)
    assert (out, err) == (newsmodel.to_json(newsmodel.parse(Path(PAGE))) + "\n", "")


def test_several_pages_are_written_as_json_lines(capsysbinary):
    """Several pages give one line each, in their order."""
    assert main([PAGE, DUMP]) == 0
    lines = said(capsysbinary)[0].splitlines()
    assert list(newsmodel.read_jsonl(lines)) == [newsmodel.parse(Path(page)) for page in (PAGE, DUMP)]


@pytest.mark.parametrize("to", [to for to, name in WRITERS.items() if hasattr(newsmodel, name)])
def test_every_format_is_what_its_function_gives(capsysbinary, to):
    """Each format is what the public function gives: text as it is, data as one line of JSON."""
    assert main([DUMP, "--to", to]) == 0
    made = getattr(newsmodel, WRITERS[to])(newsmodel.parse(Path(DUMP)))
    out = said(capsysbinary)[0]
    assert out.removesuffix("\n") == made.removesuffix("\n") if isinstance(made, str) else (out.count("\n"), json.loads(out)) == (1, made)


def test_standard_input_is_a_page():
    """A single dash reads the page from standard input, as bytes in any encoding."""
    page = Path(PAGE).read_bytes()
    ran = run("-", page=page.decode().encode("utf-16"))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert newsmodel.from_json(ran.stdout) == newsmodel.parse(page)


def test_output_is_utf8_everywhere():
    """What is written is UTF-8 whatever the terminal has."""
    ran = run(PAGE, env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert newsmodel.from_json(ran.stdout) == newsmodel.parse(Path(PAGE))


def test_what_is_given_wins(capsysbinary):
    """Address, date and language that are given stand in the article."""
    assert main([PAGE, "--url", "https://news.example/b", "--published", "2024-05-04T10:00:00Z", "--language", "en-GB"]) == 0
    data = json.loads(said(capsysbinary)[0])
    assert [data[key] for key in ("url", "published", "language")] == ["https://news.example/b", "2024-05-04T10:00:00+00:00", "en-GB"]


def test_a_style_is_read_from_its_file(tmp_path, capsysbinary):
    """A page is read by the style that is given."""
    style = tmp_path / "harbour.toml"
    style.write_text('name = "harbour"\npublisher = "Harbour News"\n', encoding="utf-8")
    assert main([PAGE, "--style", str(style)]) == 0
    assert json.loads(said(capsysbinary)[0])["publisher"]["name"] == "Harbour News"


def test_a_file_is_written(tmp_path, capsysbinary):
    """With --out the article stands in the file, and nothing on standard output."""
    out = tmp_path / "article.json"
    assert main([PAGE, "--out", str(out)]) == 0
    assert said(capsysbinary) == ("", "")
    assert newsmodel.from_json(out.read_bytes()) == newsmodel.parse(Path(PAGE))


def test_an_article_in_json_is_written_in_another_format(tmp_path, capsysbinary):
    """A document that the command wrote itself is read back, not taken for the text of a page."""
    document = tmp_path / "article.json"
    article = newsmodel.parse(Path(PAGE))
    document.write_text(f"\n{newsmodel.to_json(article)}", encoding="utf-8")
    assert main([str(document), "--to", "ninjs"]) == 0
    assert json.loads(said(capsysbinary)[0]) == newsmodel.to_ninjs(article)


def test_json_lines_are_read_line_by_line(tmp_path, capsysbinary):
    """What the command writes of several pages it reads back, and a line that is no article is told by its number."""
    lines = tmp_path / "articles.jsonl"
    assert main([PAGE, DUMP, "--out", str(lines)]) == 0
    written = lines.read_bytes()
    assert main([str(lines)]) == 0
    assert said(capsysbinary) == (written.decode(), "")
    lines.write_bytes(written.replace(b"\n", b'\n{"newsmodel":\n', 1))
    assert main([str(lines)]) == 1
    out, err = said(capsysbinary)
    assert (out, err.count("\n")) == (written.decode(), 1)
    assert f"{lines}: line 2: not a newsmodel document" in err
    assert main([str(lines), "--to", "html"]) == 2
    assert "--to html takes one page, not 3" in said(capsysbinary)[1]


def test_an_article_on_several_lines_is_one(tmp_path, capsysbinary):
    """JSON with indentation is one article, not JSON Lines."""
    document = tmp_path / "article.json"
    document.write_text(json.dumps(newsmodel.to_dict(newsmodel.parse(Path(PAGE))), indent=2), encoding="utf-8")
    assert main([str(document)]) == 0
    assert said(capsysbinary) == (newsmodel.to_json(newsmodel.parse(Path(PAGE))) + "\n", "")


@pytest.mark.parametrize(
    ("option", "value"),
    [("--url", "https://news.example/b"), ("--published", "2024-05-04"), ("--language", "de"), ("--limit", "size=9")],
)
def test_options_of_pages_are_refused_for_articles(tmp_path, capsysbinary, option, value):
    """An option that says how a page is read does not go with an article in JSON: one line names it, with status 2."""
    document = tmp_path / "article.json"
    document.write_text(newsmodel.to_json(newsmodel.parse(Path(PAGE))), encoding="utf-8")
    assert main([str(document), option, value]) == 2
    out, err = said(capsysbinary)
    assert (out, err.count("\n")) == ("", 1)
    assert f"{document}: {option} is for pages" in err


# What is told.


@pytest.fixture
def empty(tmp_path):
    """Give the path of a file that holds no article."""
    path = tmp_path / "empty.html"
    path.write_text("", encoding="utf-8")
    return str(path)


def test_a_page_without_an_article_is_told(empty, capsysbinary):
    """A page that holds no article gives status 1 and one line that names file and reason."""
    assert main([empty]) == 1
    out, err = said(capsysbinary)
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"newsmodel: {empty}: looked for ")


def test_a_file_that_is_not_there_is_told(tmp_path, capsysbinary):
    """A file that cannot be read gives status 2 and one line that names it."""
    assert main([str(tmp_path / "none.html")]) == 2
    assert said(capsysbinary)[1] == f"newsmodel: {tmp_path / 'none.html'}: No such file or directory\n"


def test_a_bad_page_does_not_stop_the_others(empty, tmp_path, capsysbinary):
    """Pages after a bad one are written, and the status tells the worst."""
    assert main([empty, PAGE]) == 1
    assert main([str(tmp_path), empty, PAGE]) == 2
    out, err = said(capsysbinary)
    assert (out.count("\n"), err.count("\n")) == (2, 3)


def test_a_bad_document_is_told(tmp_path, capsysbinary):
    """What is wrong with a document is told with its path."""
    document = tmp_path / "article.json"
    document.write_text('{"newsmodel": 1, "headline": 7}', encoding="utf-8")
    assert main([str(document)]) == 1
    assert "not a newsmodel document: body: missing; headline: 7 is not a string" in said(capsysbinary)[1]


def test_a_page_is_not_written_over(tmp_path, capsysbinary):
    """The file that is read cannot be the one to write, by whatever path it is named."""
    page = tmp_path / "page.html"
    shutil.copy(PAGE, page)
    assert "--out must be another file" in refused(capsysbinary, str(page), "--out", f"{tmp_path}/../{tmp_path.name}/page.html")
    assert page.read_bytes() == Path(PAGE).read_bytes()


def test_a_bad_page_leaves_the_file(empty, tmp_path):
    """Where there is no article to write, --out is neither made nor emptied."""
    out = tmp_path / "article.json"
    assert main([empty, "--out", str(out)]) == 1
    assert not out.exists()
    out.write_text("before", encoding="utf-8")
    assert main([empty, "--out", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == "before"


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    """An output that cannot be written gives status 2 and one line that names it."""
    ran = run(PAGE, "--out", str(tmp_path))
    assert (ran.returncode, ran.stderr.decode()) == (2, f"newsmodel: {tmp_path}: Is a directory\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("page", [PAGE, DUMP], ids=["less than a buffer", "more than a buffer"])
def test_a_full_disk_is_told(page):
    """An output that takes no more is told once, and not again when it is closed."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([sys.executable, "-m", "newsmodel", page], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr.decode()) == (2, "newsmodel: standard output: No space left on device\n")
    ran = run(page, "--out", "/dev/full")
    assert (ran.returncode, ran.stderr.decode()) == (2, "newsmodel: /dev/full: No space left on device\n")


@pytest.mark.skipif(os.name != "posix", reason="pipes break in another way there")
def test_a_reader_that_stops_is_no_error():
    """Whoever reads the output may stop at any time: nothing is told, and the status is that of a broken pipe."""
    with subprocess.Popen([sys.executable, "-m", "newsmodel", "-"], stdin=-1, stdout=-1, stderr=-1) as started:
        started.stdout.close()
        started.stdin.write(Path(PAGE).read_bytes())
        started.stdin.close()
        assert (started.stderr.read(), started.wait()) == (b"", 141)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "the following arguments are required: PAGE"),
        ([PAGE, "--to", "xml"], "argument --to: invalid choice: 'xml'"),
        ([PAGE, "--published", "yesterday"], "argument --published: 'yesterday' is not a day (YYYY-MM-DD) or a time"),
        ([PAGE, "--published", "2024-02-31"], "argument --published: '2024-02-31' is not in the calendar"),
        ([PAGE, "--url", " "], "argument --url: must not be blank"),
        ([PAGE, "--language", ""], "argument --language: language must be a BCP 47 tag such as 'en' or 'pt-BR': ''"),
        ([PAGE, "--style", "none.toml"], "argument --style: none.toml: No such file or directory"),
        ([PAGE, "--style", PAGE], f"argument --style: {PAGE} is no TOML: "),
        ([PAGE, DUMP, "--url", "https://news.example"], "--url takes one page, not 2"),
        ([PAGE, DUMP, "--to", "html"], "--to html takes one page, not 2"),
        (["-", "-"], "standard input can be read only once"),
    ],
)
def test_wrong_arguments_are_told(capsysbinary, arguments, told):
    """Wrong arguments give status 2 and one line that tells what is wrong and where help is."""
    err = refused(capsysbinary, *arguments)
    assert err.startswith(f"newsmodel: {told}")
    assert err.endswith("; see newsmodel --help\n")


def test_the_version_is_told(capsysbinary):
    """The version is that of the package."""
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert (caught.value.code, said(capsysbinary)[0]) == (0, f"newsmodel {metadata.version('newsmodel')}\n")


def test_help_tells_every_option():
    """The page about the command tells every option that its help tells."""
    told = set(re.findall(r"--[a-z]+", run("--help").stdout.decode()))
    page = (ROOT / "docs" / "reference" / "command.md").read_text(encoding="utf-8")
    assert told == set(re.findall(r"`(--[a-z]+)", page))


@pytest.mark.skipif(shutil.which("bash") is None, reason="the sessions of the page are those of bash")
def test_the_page_shows_what_happens(tmp_path):
    """The sessions in the page about the command give what is printed there, in their order, to the letter."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, arguments in (("newsmodel", " -m newsmodel"), ("python", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    page = (ROOT / "docs" / "reference" / "command.md").read_text(encoding="utf-8")
    sessions = [found["session"] for found in SESSION.finditer(page)]
    assert sessions
    for session in sessions:
        commands = [line.removeprefix("$ ") for line in session.splitlines() if line.startswith("$ ")]
        shown = "".join(line for line in session.splitlines(keepends=True) if not line.startswith("$ "))
        ran = subprocess.run(
            ["bash", "-c", "exec 2>&1\n" + "\n".join(commands)],  # noqa: S607 -- the bash of the system
            capture_output=True,
            check=False,
            cwd=tmp_path,
            encoding="utf-8",
            env=os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C"},
        )
        assert ran.stdout == shown
