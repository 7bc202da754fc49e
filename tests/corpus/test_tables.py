"""Pages become tables: each part whole or not at all, whatever stops the run, and the same tables in the end."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

import newsmodel
from newsmodel.__main__ import main
from tests.corpus.warcs import packed, page, record, script

for package in ("pyarrow", "fastwarc", "tqdm"):
    pytest.importorskip(package, reason="the extra `corpus` has it")

import pyarrow.parquet as pq  # noqa: E402  only where its packages are there

from newsmodel import corpus  # noqa: E402  likewise
from newsmodel.corpus import command, parts  # noqa: E402  likewise

PROGRAM = Path(__file__).parent / "tabulate_program.py"
TABLES = ["pages", "articles", "quotes", "tweets", "statistics", "events"]


@pytest.fixture(scope="module")
def warc(tmp_path_factory):
    """Give a WARC of made-up pages."""
    path = tmp_path_factory.mktemp("warc") / "news.warc.gz"
    script().write(path, 60)
    return path


@pytest.fixture
def small_parts(monkeypatch):
    """Let even small inputs be cut into many parts."""
    monkeypatch.setattr(parts, "_LEAST", 300_000)


def content(directory):
    """Give the rows of all tables of a data set, sorted, and what lies in its folders."""
    tables = corpus.open_tables(directory)
    assert list(tables) == TABLES
    rows = {name: sorted(map(repr, table.to_table().to_pylist())) for name, table in tables.items()}
    return rows, sorted(path.relative_to(directory).as_posix() for path in Path(directory).rglob("*"))


@pytest.mark.usefixtures("small_parts")
def test_the_tables_hold_what_parse_finds(warc, tmp_path):
    """Every page is a row of `pages`, and its article and facts are those of `parse`, joined by one key."""
    summary = corpus.tabulate([warc], tmp_path / "facts", 1)
    pages = list(corpus.read_warc(warc))
    results = list(newsmodel.parse_many(pages, 1))
    found = {source.name: each for source, each in zip(pages, results, strict=True) if isinstance(each, newsmodel.Article)}
    tables = {name: table.to_table() for name, table in corpus.open_tables(tmp_path / "facts").items()}
    names = dict(zip(tables["pages"]["page_id"].to_pylist(), tables["pages"]["name"].to_pylist(), strict=True))
    assert sorted(names.values()) == sorted(each.name for each in pages)
    assert len(names) == len(pages)
    told = {
        names[key]: headline for key, headline in zip(*(tables["articles"][c].to_pylist() for c in ("article_id", "headline")), strict=True)
    }
    assert told == {name: article.headline for name, article in found.items()}
    for kind in ("quotes", "events"):
        rows = sorted(zip(map(names.get, tables[kind]["article_id"].to_pylist()), tables[kind]["text"].to_pylist(), strict=True))
        assert rows == sorted((name, fact.text) for name, article in found.items() for fact in getattr(article, kind))
        assert summary.facts[kind] == len(rows)
    refused = [row for row in tables["pages"].to_pylist() if not row["is_article"]]
    assert {row["reason"] for row in refused} == set(summary.refused)
    assert (summary.pages, summary.articles, len(refused)) == (len(pages), len(found), len(pages) - len(found))
    assert summary.skipped["truncated"] == 1
    assert summary.parts > 3


@pytest.mark.usefixtures("small_parts")
def test_processes_change_nothing(warc, tmp_path):
    """Two processes write the same tables as one."""
    alone = corpus.tabulate([warc], tmp_path / "one", 1)
    together = corpus.tabulate([warc], tmp_path / "two", 2, progress=True)
    assert together == alone
    assert content(tmp_path / "one") == content(tmp_path / "two")


@pytest.mark.usefixtures("small_parts")
def test_what_is_complete_is_not_done_again(warc, tmp_path, monkeypatch):
    """A second run reads no page, and counts the same."""
    first = corpus.tabulate([warc], tmp_path / "facts", 1)
    before = content(tmp_path / "facts")
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "facts").rglob("*.parquet")}
    monkeypatch.setattr(corpus.Part, "pages", lambda _: pytest.fail("a page was read again"))
    second = corpus.tabulate([warc], tmp_path / "facts", 1)
    assert (second.reused, second.reused_pages) == (first.parts, first.pages)
    assert second.to_dict() == first.to_dict() | {"reused": first.parts, "reused_pages": first.pages}
    assert content(tmp_path / "facts") == before
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_a_part_is_done_once(warc, tmp_path):
    """Whoever is given a part that is complete, as schedulers may do, reads nothing and tells what it holds."""
    part, *_ = corpus.parts_of([warc], tmp_path / "facts")
    first, again = (corpus.write_part(part, tmp_path / "facts") for _ in range(2))
    assert (first.reused, again.reused, again.pages) == (0, 1, first.pages)


def wait_for_ends(directory):
    """Wait until no process is left that began a part: one that was killed is there until its new parent has looked at it."""
    for left in directory.glob(".unfinished-*"):
        with suppress(ProcessLookupError):
            for _ in range(300):
                os.kill(int(left.name.rsplit("-", 2)[1]), 0)
                time.sleep(0.1)


@pytest.mark.skipif(os.name != "posix", reason="kills by signals")
def test_killed_anywhere_it_ends_in_the_same_tables(warc, tmp_path):
    """However often the program and its processes are killed, what is there is whole, and the last run completes it."""
    subprocess.run([sys.executable, PROGRAM, warc, tmp_path / "whole", "1"], check=True, capture_output=True)
    chance = random.Random(5)  # noqa: S311  moments, not secrets
    for _ in range(4):
        program = subprocess.Popen([sys.executable, PROGRAM, warc, tmp_path / "facts", "2"], stdout=subprocess.PIPE, start_new_session=True)
        program.stdout.readline()
        time.sleep(chance.uniform(0.0, 1.5))
        victim = chance.choice(["all", "program"])
        if victim == "all":
            os.killpg(program.pid, signal.SIGKILL)
        else:
            program.kill()
        program.communicate()
        for place in (tmp_path / "facts").glob("input=*/part=*"):
            assert sorted(file.stem for file in place.iterdir()) == sorted([*TABLES, "part"])
            assert (
                pq.read_table(place / "articles.parquet").num_rows == json.loads((place / "part.json").read_text())["summary"]["articles"]
            )
    wait_for_ends(tmp_path / "facts")
    subprocess.run([sys.executable, PROGRAM, warc, tmp_path / "facts", "2"], check=True, capture_output=True)
    assert content(tmp_path / "facts") == content(tmp_path / "whole")


@pytest.mark.skipif(os.name != "posix", reason="kills by signals")
def test_a_worker_that_is_killed_loses_nothing(warc, tmp_path):
    """Where processes die in the midst of a part, the run itself completes it."""
    corpus.tabulate([warc], tmp_path / "whole", 1)
    program = subprocess.run([sys.executable, PROGRAM, warc, tmp_path / "facts", "2", "kill"], check=True, capture_output=True, text=True)
    assert "killed" in program.stdout
    rows, _ = content(tmp_path / "facts")
    assert rows == content(tmp_path / "whole")[0]


def test_a_page_that_ends_processes_is_one_failure(tmp_path):
    """A part whose page ends every process is read page by page, and only that page is refused."""
    subprocess.run([sys.executable, PROGRAM, "fatal", tmp_path, "2"], check=True, capture_output=True)
    (refused,) = [row for row in corpus.open_tables(tmp_path / "facts")["pages"].to_table().to_pylist() if not row["is_article"]]
    assert (refused["name"], refused["reason"]) == ("3.html", "WorkerError")


def test_articles_of_any_kind_are_written(tmp_path):
    """Whatever gives articles and failures is written as a part, once; what is no article stops it, and leaves nothing."""
    results = newsmodel.parse_many([page(1), "x", page(1)], 1)

    def begun():
        yield pytest.fail("it was begun again")

    summary = corpus.write_parquet(results, tmp_path, name="mine & yours")
    assert (summary.pages, summary.articles, summary.reused) == (3, 2, 0)
    again = corpus.write_parquet(begun(), tmp_path, name="mine & yours")
    assert (again.articles, again.reused) == (2, 1)
    articles = corpus.open_tables(tmp_path)["articles"].to_table()
    assert articles.num_rows == len(set(articles["article_id"].to_pylist())) == 2
    with pytest.raises(TypeError, match="must hold Article and Failure only: 5"):
        corpus.write_parquet([newsmodel.parse(page(1)), 5], tmp_path, name="other")
    assert not list(tmp_path.glob("input=other/*"))
    assert not list(tmp_path.glob(".unfinished*"))


def test_memory_is_bounded_by_batches(tmp_path):
    """Rows are written batch by batch."""
    articles = (newsmodel.parse(page(number)) for number in range(600))
    corpus.write_parquet(articles, tmp_path)
    (file,) = tmp_path.glob("input=*/part=*/articles.parquet")
    assert pq.ParquetFile(file).num_row_groups == 3


def test_a_folder_is_an_input(tmp_path):
    """The files of a folder are pages, named by their places in it; a broken one is refused."""
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("a.html", "deep/b.html"):
        (tmp_path / "in" / name).write_bytes(page(1))
    (tmp_path / "in" / "c.html").write_bytes(b"")
    summary = corpus.tabulate([tmp_path / "in"], tmp_path / "facts", 1)
    assert (summary.pages, summary.articles) == (3, 2)
    assert corpus.open_tables(tmp_path / "facts")["pages"].to_table()["name"].to_pylist() == ["a.html", "c.html", "deep/b.html"]


def test_a_folder_may_grow(tmp_path, monkeypatch):
    """New files of a folder become new parts, those that are complete stay, and every later run cuts it alike."""
    (tmp_path / "in").mkdir()
    for runs, names in enumerate((("b", "d"), ("a",), ("c", "e")), start=1):
        for name in names:
            (tmp_path / "in" / f"{name}.html").write_bytes(page(ord(name)))
        summary = corpus.tabulate([tmp_path / "in"], tmp_path / "facts", 1)
        assert (summary.parts, summary.reused, summary.pages - summary.reused_pages) == (runs, runs - 1, len(names))
    monkeypatch.setattr(parts, "_LEAST", 1)
    again = corpus.tabulate([tmp_path / "in"], tmp_path / "facts", 1)
    assert (again.parts, again.reused, again.articles) == (3, 3, 5)
    names = corpus.open_tables(tmp_path / "facts")["pages"].to_table()["name"].to_pylist()
    assert sorted(names) == [f"{name}.html" for name in "abcde"]


@pytest.mark.parametrize(
    ("change", "words"),
    [(lambda path: path.unlink(), "a.html is not found"), (lambda path: path.write_bytes(b"<p>x"), r"a.html had \d+ bytes and has 4")],
)
def test_what_was_read_of_a_folder_must_stay(change, words, tmp_path):
    """A file that is gone or changed is told by its name, with what to do."""
    (tmp_path / "in").mkdir()
    for name in "ab":
        (tmp_path / "in" / f"{name}.html").write_bytes(page(1))
    corpus.tabulate([tmp_path / "in"], tmp_path / "facts", 1)
    change(tmp_path / "in" / "a.html")
    with pytest.raises(ValueError, match=f"has changed since an earlier run began with it: {words}; .* another data set"):
        corpus.tabulate([tmp_path / "in"], tmp_path / "facts", 1)


def test_a_folder_of_an_older_data_set_may_grow(tmp_path):
    """A data set that did not keep the names of the files goes on, as long as the folder is the same once more."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_bytes(page(1))
    corpus.tabulate([tmp_path / "in"], tmp_path / "facts", 1)
    kept = tmp_path / "facts" / "input=in" / "input.json"
    kept.write_text(json.dumps({key: value for key, value in json.loads(kept.read_text()).items() if key not in {"files", "batches"}}))
    assert corpus.tabulate([tmp_path / "in"], tmp_path / "facts", 1).reused == 1
    (tmp_path / "in" / "b.html").write_bytes(page(2))
    assert corpus.tabulate([tmp_path / "in"], tmp_path / "facts", 1).articles == 2


def test_what_is_refused_leaves_no_trace(tmp_path):
    """Where one of the inputs is refused, nothing is written, and a page is told how to be read."""
    (tmp_path / "wp.html").write_bytes(b"<!DOCTYPE html><p>x")
    (tmp_path / "a.warc.gz").write_bytes(packed(record(page(1))))
    with pytest.raises(ValueError, match=r"is no WARC: .*; to read one page, use `newsmodel .*wp.html`"):
        corpus.tabulate([tmp_path / "a.warc.gz", tmp_path / "wp.html"], tmp_path / "facts", 1)
    assert not (tmp_path / "facts").exists()


def test_a_warc_must_stay_what_it_was(tmp_path):
    """A WARC that is another than an earlier run read by its name is refused, with what to do."""
    warc = tmp_path / "a.warc.gz"
    warc.write_bytes(packed(record(page(1))))
    corpus.tabulate([warc], tmp_path / "facts", 1)
    warc.write_bytes(packed(record(page(1)), record(page(2))))
    with pytest.raises(ValueError, match=r"is not what an earlier run read into .*: it was \d+ bytes, and now \d+ bytes: take another"):
        corpus.tabulate([warc], tmp_path / "facts", 1)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_part_that_cannot_be_written_stops_the_run(workers, tmp_path):
    """Where a part finds its place taken by what is none, the run ends with the error of the system, whichever process had it."""
    (tmp_path / "a.warc.gz").write_bytes(packed(record(page(1))))
    taken = tmp_path / "facts" / "input=a.warc.gz" / "part=000000000000"
    taken.mkdir(parents=True)
    (taken / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OSError, match="part=000000000000"):
        corpus.tabulate([tmp_path / "a.warc.gz"], tmp_path / "facts", workers)
    assert [file.name for file in taken.iterdir()] == ["notes.txt"]


def test_a_url_is_a_data_set_and_an_input():
    """Data sets and WARCs may be wherever fsspec reaches; parts without their marker are not read."""
    fsspec = pytest.importorskip("fsspec", reason="the extra `corpus` has it")
    memory = fsspec.filesystem("memory")
    memory.pipe_file("/in/a.warc.gz", packed(record(page(1), "https://a.example/"), record(page(2), "https://b.example/")))
    summary = corpus.tabulate(["memory://in/a.warc.gz"], "memory://facts", 1, hosts=["a.example"])
    assert (summary.articles, summary.skipped) == (1, {"other_host": 1})
    assert corpus.tabulate(["memory://in/a.warc.gz"], "memory://facts", 1, hosts=["a.example"]).reused == 1
    assert corpus.open_tables("memory://facts")["articles"].count_rows() == 1
    memory.rm_file("/facts/input=a.warc.gz/part=000000000000/part.json")
    memory.pipe_file("/facts/input=b/part=000000000000/articles.parquet", b"half of it")
    corpus.write_parquet([newsmodel.parse(page(1))], "memory://facts", name="mine")
    assert corpus.open_tables("memory://facts")["articles"].count_rows() == 1
    assert memory.rm("/facts", recursive=True) is None


@pytest.mark.parametrize(
    ("arguments", "expected", "words"),
    [
        (("a.warc.gz", "facts"), TypeError, "inputs must be an iterable"),
        ((["nowhere.warc.gz"], "facts"), OSError, "nowhere.warc.gz"),
        (([__file__], "facts"), ValueError, "is no WARC"),
        (([__file__, Path(__file__)], "facts"), ValueError, "two inputs are called test_tables.py"),
    ],
)
def test_wrong_inputs_are_refused(arguments, expected, words, tmp_path, monkeypatch):
    """What cannot be an input is told before anything is read."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(expected, match=words):
        corpus.tabulate(*arguments, 1)


@pytest.mark.parametrize(
    ("options", "expected", "words"),
    [
        ({"workers": "2"}, TypeError, "workers must be int or None: '2'"),
        ({"workers": -3}, ValueError, "workers must be >= 0: -3"),
        ({"pattern": 5}, TypeError, "pattern must be str: 5"),
        ({"pattern": "/x"}, ValueError, "pattern must name files below the folder"),
        ({"pattern": "../*.html"}, ValueError, "pattern must name files below the folder"),
        ({"style": "quay"}, TypeError, "style must be Style or None"),
        ({"limits": 5}, TypeError, "limits must be Limits or None"),
    ],
)
def test_wrong_options_are_refused(options, expected, words, tmp_path):
    """What is wrong with an option is told before anything is read or written."""
    with pytest.raises(expected, match=words):
        corpus.tabulate([tmp_path], tmp_path / "facts", **options)
    assert not (tmp_path / "facts").exists()


def test_other_hosts_are_another_data_set(warc, tmp_path):
    """A data set of some hosts is not completed with pages of others."""
    corpus.tabulate([warc], tmp_path, 1, hosts=["elfaro.example"])
    with pytest.raises(ValueError, match=r"it was read with hosts elfaro\.example, and now with no hosts"):
        corpus.tabulate([warc], tmp_path, 1)


def test_pages_are_read_as_asked(tmp_path):
    """Language, style and limits hold for every page, in every process, and a data set holds pages that are read alike."""
    (tmp_path / "pages").mkdir()
    for number in (1, 2):
        (tmp_path / "pages" / f"{number}.html").write_bytes(page(number).replace(b' lang="en"', b""))
    style = tmp_path / "quay.toml"
    style.write_text('name = "quay"\npublisher = "The Quay"\n', encoding="utf-8")
    asked = {"language": "nl", "style": newsmodel.Style.load(style), "limits": newsmodel.Limits(size=1_000_000)}
    for workers in (1, 2):
        out = tmp_path / f"facts{workers}"
        assert corpus.tabulate([tmp_path / "pages"], out, workers, **asked).articles == 2
        assert corpus.open_tables(out)["articles"].to_table()["language"].to_pylist() == ["nl", "nl"]
        assert corpus.tabulate([tmp_path / "pages"], out, workers, **asked).reused == 1
    small = {**asked, "limits": newsmodel.Limits(size=10)}
    assert list(corpus.tabulate([tmp_path / "pages"], tmp_path / "none", 1, **small).refused.values()) == [2]
    for name, value in [("language", "nl"), ("style", "quay [0-9a-f]{16}"), ("limits", "size=1000000")]:
        with pytest.raises(ValueError, match=f"it was read with {name} {value}, and now with no {name}: take another data set"):
            corpus.tabulate([tmp_path / "pages"], tmp_path / "facts1", 1, **{**asked, name: None})


# The command.


def test_the_command_tells_what_became_of_the_pages(warc, tmp_path, capsys):
    """The command writes the tables, tells the counts, and a second run tells that all was there."""
    assert main(["corpus", str(warc), "--out", str(tmp_path), "--workers", "1", "--hosts", "quay.example,elfaro.example"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    summary = corpus.tabulate([warc], tmp_path, 1, hosts=["elfaro.example", "quay.example"])
    for line in (
        f"{summary.pages} pages",
        f"{summary.articles} articles",
        f"{summary.facts['quotes']} quotes",
        "pages a second",
        "of other hosts",
    ):
        assert line in out
    assert main(["corpus", str(warc), "--out", str(tmp_path), "--hosts", "elfaro.example,quay.example", "--progress"]) == 0
    out, _ = capsys.readouterr()
    assert f"{summary.pages} of the pages were read by an earlier run" in out
    assert "pages a second" not in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.warc.gz", "--out", "facts"], "nowhere.warc.gz: No such file or directory"),
        ([__file__, "--out", "facts"], "is no WARC"),
    ],
)
def test_the_command_tells_what_is_wrong(arguments, words, tmp_path, monkeypatch, capsys):
    """An input that cannot be read is one line on standard error, and status 2."""
    monkeypatch.chdir(tmp_path)
    assert main(["corpus", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err


@pytest.mark.parametrize(
    "arguments",
    [[], ["a"], ["a", "--out", "b", "--workers", "x"], ["a", "--out", "b", "--hosts", " , "], ["a", "--out", "b", "--limit", "size=0"]],
)
def test_wrong_arguments_are_told(arguments, capsys, tmp_path, monkeypatch):
    """A wrong argument is told on one line, with status 2."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as caught:
        main(["corpus", *arguments])
    assert (caught.value.code, capsys.readouterr().err.count("\n")) == (2, 1)


def test_the_command_reads_pages_as_asked(tmp_path, capsys):
    """The options of one page are options of many."""
    (tmp_path / "a.warc").write_bytes(record(page(1)))
    style = tmp_path / "quay.toml"
    style.write_text('name = "quay"\npublisher = "The Quay"\n', encoding="utf-8")
    given = ["corpus", str(tmp_path / "a.warc"), "--workers", "1", "--language", "nl", "--style", str(style)]
    assert main([*given, "--out", str(tmp_path / "facts"), "--limit", "size=1000000"]) == 0
    assert corpus.open_tables(tmp_path / "facts")["articles"].to_table()["language"].to_pylist() == ["nl"]
    assert main([*given, "--out", str(tmp_path / "none"), "--limit", "size=10"]) == 1
    assert "1 looked for at most N bytes (Limits.size)" in capsys.readouterr().out


def test_no_article_is_a_status(tmp_path, capsys):
    """Where no page holds an article, the status is 1."""
    (tmp_path / "a.warc").write_bytes(record(b"<p>x"))
    assert command.main([str(tmp_path / "a.warc"), "--out", str(tmp_path / "facts"), "--workers", "0"]) == 1
    assert "1 pages" in capsys.readouterr().out


def test_a_page_may_be_called_corpus(tmp_path, monkeypatch, capsysbinary):
    """A file of the name `corpus` is a page, as it always was."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").write_bytes(page(7))
    assert main(["corpus"]) == 0
    assert b"Bridge number 7 reopens" in capsysbinary.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="interrupts by a signal")
def test_an_interrupt_is_quiet_and_can_be_gone_on_from(warc, tmp_path):
    """Ctrl-C, which the terminal sends to all processes, leaves one line and no half part."""
    out = tmp_path / "facts"
    # Shells start what runs in the background with interrupts ignored.
    taking = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{taking}; from newsmodel.__main__ import main; sys.exit(main())"
    program = subprocess.Popen(
        [sys.executable, "-c", code, "corpus", warc, "--out", out, "--workers", "2"],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    while not (out / f"input={warc.name}" / "input.json").exists():
        time.sleep(0.02)
    time.sleep(0.6)
    os.killpg(program.pid, signal.SIGINT)
    _, err = program.communicate(timeout=60)
    assert (err, program.returncode) == ("newsmodel corpus: stopped; the same command goes on from here\n", 130)
    assert not list(out.glob(".unfinished*"))
    shutil.rmtree(out)
