"""JSON Lines hold many articles, are read one by one, and tell the line of a fault."""

import bz2
import gzip
import io
import tempfile
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.formats.json import to_json
from newsmodel.formats.jsonl import read_jsonl, write_jsonl
from newsmodel.model import Article, DocumentError
from tests.formats.documents import any_article, article
from tests.strategies import articles

TWO = (article(headline="«Trêve»", id="a\u2028\r\nb"), article(headline="b"))


@attrs.frozen(kw_only=True)
class Rated(Article):
    """An article with a field of the user's own."""

    score: int = 0


@any_article
@given(st.lists(articles(), max_size=3))
def test_articles_come_back_in_order(made):
    """What is written as JSON Lines is read back equal, one line an article, whatever line breaks stand in its words."""
    file = io.BytesIO()
    assert write_jsonl(iter(made), file) == len(made)
    assert file.getvalue().decode() == "".join(f"{to_json(one)}\n" for one in made)
    file.seek(0)
    assert list(read_jsonl(file)) == made


@pytest.mark.parametrize("kind", [str, Path])
def test_a_file_is_named_by_its_path(tmp_path, kind):
    """A path is written in UTF-8 with line feeds on every system, and read."""
    path = tmp_path / "articles.jsonl"
    path.write_text("what stood there before", encoding="utf-8")
    write_jsonl(TWO, kind(path))
    assert path.read_bytes() == "".join(f"{to_json(one)}\n" for one in TWO).encode()
    assert tuple(read_jsonl(kind(path))) == TWO


@pytest.mark.parametrize(
    ("opened", "mode", "options"),
    [
        (Path.open, "b", {}),
        (Path.open, "t", {"encoding": "utf-8"}),
        (gzip.open, "b", {}),
        (gzip.open, "t", {"encoding": "utf-8"}),
        (bz2.open, "b", {}),
    ],
    ids=["bytes", "text", "gzip bytes", "gzip text", "bzip2"],
)
def test_a_file_that_is_open_is_used_as_it_is(tmp_path, opened, mode, options):
    """A file that is open, for text or for bytes, packed or not, is written and read, and stays open."""
    path = tmp_path / "articles.jsonl"
    with opened(path, f"w{mode}", **options) as file:
        write_jsonl(TWO[:1], file)
        write_jsonl(TWO[1:], file)
    with opened(path, f"r{mode}", **options) as file:
        assert tuple(read_jsonl(file)) == TWO
        assert not file.closed


def test_a_temporary_file_is_a_file():
    """What only wraps a file is used as a file."""
    with tempfile.NamedTemporaryFile("w+", encoding="utf-8") as file:
        write_jsonl(TWO, file)
        file.seek(0)
        assert tuple(read_jsonl(file)) == TWO


def test_lines_are_read_as_they_are_asked_for():
    """No line is read before its article is asked for, nor an article made before its line is written."""
    asked = []

    def lines():
        for one in TWO:
            asked.append(one)
            yield to_json(one)

    read = read_jsonl(lines())
    assert asked == []
    assert next(read) == TWO[0]
    assert asked == [TWO[0]]


def test_a_file_is_closed_with_its_reader(tmp_path):
    """A reader that is left before the end does not keep its file open."""
    path = tmp_path / "articles.jsonl"
    write_jsonl(TWO, path)
    read = read_jsonl(path)
    next(read)
    read.close()
    path.unlink()


def test_blank_lines_are_passed_over():
    """Blank lines hold no article, and the last line needs no end."""
    text = f"\n{to_json(TWO[0])}\r\n \n{to_json(TWO[1])}"
    assert tuple(read_jsonl(text.split("\n"))) == tuple(read_jsonl(io.StringIO(text))) == TWO


@pytest.mark.parametrize("source", [io.StringIO, lambda text: io.BytesIO(text.encode())], ids=["text", "bytes"])
def test_a_fault_tells_its_line(source):
    """Every fault is told with the number of its line, in which blank lines count; what stands before it is read."""
    read = read_jsonl(source(f'{to_json(TWO[0])}\n\n{{"newsmodel":1,"headline":5}}\n'))
    assert next(read) == TWO[0]
    with pytest.raises(DocumentError) as caught:
        next(read)
    assert caught.value.problems == ("line 3: body: missing", "line 3: headline: 5 is not a string")


@pytest.mark.parametrize("line", [b"\xff\n", b"{\n", b"[]\n"])
def test_what_is_no_document_tells_its_line(line):
    """A line that is no UTF-8, no JSON or no object is a fault of that line too."""
    with pytest.raises(DocumentError, match="line 1: document: "):
        next(read_jsonl([line]))


def test_lines_are_texts():
    """What is neither text nor bytes is a mistake of the caller, and told as that."""
    with pytest.raises(TypeError, match="line 1 must be str or bytes: an object"):
        next(read_jsonl([{"newsmodel": 1}]))


def test_a_subclass_is_read_by_its_name():
    """Articles of the user's own class are read by naming it."""
    made = (Rated(headline="Truce", body=(), score=5),)
    file = io.StringIO()
    write_jsonl(made, file)
    file.seek(0)
    assert tuple(read_jsonl(file, Rated)) == made


def test_a_file_that_is_not_there_is_told(tmp_path):
    """A file that cannot be read is the error that it is everywhere."""
    with pytest.raises(FileNotFoundError):
        next(read_jsonl(tmp_path / "none.jsonl"))


def test_a_single_article_is_told(tmp_path):
    """A single article in the place of many is refused before a file is made."""
    path = tmp_path / "one.jsonl"
    with pytest.raises(TypeError, match=r"not a single Article: hand in a list, \[article\]"):
        write_jsonl(Article(headline="Truce", body=()), path)
    assert not path.exists()
