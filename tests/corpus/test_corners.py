"""What few inputs of the corpus need: addresses that are none, empty bodies, pages that are gone, extras that are missing."""

import gzip
import io
import runpy
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import newsmodel
from tests.corpus.warcs import packed, page, record

for package in ("pyarrow", "fastwarc", "zstandard"):
    pytest.importorskip(package, reason="the extra `corpus` has it")

from newsmodel import corpus  # noqa: E402  only where its packages are there
from newsmodel.corpus.storage import storage  # noqa: E402  likewise
from newsmodel.corpus.stream import next_record, unzstd  # noqa: E402  likewise
from newsmodel.parsing.many import size_of  # noqa: E402  likewise


def counts(*records, **options):
    """Give what was counted of the records of a WARC."""
    pages = corpus.read_warc(io.BytesIO(packed(*records)), **options)
    assert all(pages)
    return dict(pages.counts)


def test_an_address_that_is_none_has_no_host():
    """Where hosts are chosen, a record whose address is none is of another host."""
    assert counts(record(page(1), "http://[bridge/"), hosts=["news.example"]) == {"other_host": 1}


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_what_holds_nothing_is_undecodable(encoding):
    """A body that is cut off before its first byte cannot be decoded."""
    assert counts(record(gzip.compress(page(1))[:10], http=f"Content-Encoding: {encoding}\r\n")) == {"undecodable": 1}


@pytest.mark.parametrize("body", [b"", b"5\r\n<html>", b"0\r\n\r\n"])
def test_chunks_that_end_early(body):
    """Chunks of HTTP that are cut off give what is there."""
    assert counts(record(body, http="Transfer-Encoding: chunked\r\n"))["pages"] == 1


def test_zstandard_is_told_where_it_is_missing(monkeypatch):
    """A WARC in zstd says what has to be installed."""
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(ImportError, match="zstandard"):
        unzstd(io.BytesIO(b"x"))


def test_one_article_is_no_iterable():
    """A single article is refused with what is meant."""
    with pytest.raises(TypeError, match="must be an iterable of Article"):
        corpus.write_parquet(newsmodel.parse(page(1)), "facts")


def test_a_page_that_is_gone_has_no_size(tmp_path):
    """The size of a path is that of its file, and 0 where there is none."""
    (tmp_path / "a.html").write_bytes(page(1))
    assert size_of(tmp_path / "a.html") == len(page(1))
    assert size_of(tmp_path / "b.html") == 0


def test_a_bar_changes_nothing():
    """With a bar the results of many pages are the same."""
    pytest.importorskip("tqdm", reason="the extra `corpus` has it")
    pages = [page(1), page(2)]
    assert list(newsmodel.parse_many(pages, 1, progress=True)) == list(newsmodel.parse_many(pages, 1))


def test_failures_of_any_source_are_rows(tmp_path):
    """A failure is written with its source, whether path, text or address."""
    error = newsmodel.PageError("no page")
    failures = [newsmodel.Failure(source, error) for source in (Path("a.html"), "text", newsmodel.Source("text"))]
    assert corpus.write_parquet(failures, tmp_path).pages == 3


@pytest.mark.parametrize("cut", [10, 500])
def test_brotli_that_is_broken_is_undecodable(cut):
    """A body in Brotli that is cut off, or none at all, cannot be decoded."""
    assert counts(record(b"\x8b\x02\x80" + b"\xff" * cut, http="Content-Encoding: br\r\n")) == {"undecodable": 1}


def test_a_dictionary_may_be_compressed():
    """The dictionary that a zstd file begins with may itself be compressed."""
    zstandard = pytest.importorskip("zstandard")
    samples = [record(page(n), f"https://news.example/{n % 7}/{n}") for n in range(400)]
    data = zstandard.train_dictionary(4096, samples)
    packed_dictionary = zstandard.ZstdCompressor().compress(data.as_bytes())
    frame = b"\x5d\x2a\x4d\x18" + len(packed_dictionary).to_bytes(4, "little") + packed_dictionary
    whole = frame + zstandard.ZstdCompressor(dict_data=data).compress(samples[0])
    assert len(list(corpus.read_warc(io.BytesIO(whole)))) == 1


def test_a_magic_word_in_the_midst_of_a_page_begins_no_record():
    """Only at the beginning of a line a plain file may be entered: words of a page that look like a record are none."""
    told = b"<html lang=en><article><h1>Bridge</h1><p>They print WARC/1.1\r\nWARC-Type: response here.</p></article></html>"
    data = record(told) + record(page(2), "https://news.example/2")
    assert next_record(io.BytesIO(data), data.index(b"They"), "plain") == len(record(told))
    assert next_record(io.BytesIO(data), 0, "plain") == 0


def test_an_empty_file_is_searched_to_its_end():
    """Where no record begins, none is found, however many blocks there are."""
    assert next_record(io.BytesIO(bytes(5_000_000)), 1, "gzip") is None


def test_what_nobody_has_left_is_removed(tmp_path):
    """What a process left unfinished that is no more is removed, a file or a folder."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    name = f".unfinished-{socket.gethostname()}-{gone.pid}"
    (tmp_path / f"{name}-a").mkdir()
    (tmp_path / f"{name}-b").write_text("half", encoding="utf-8")
    storage(tmp_path).clear()
    assert not list(tmp_path.iterdir())


def test_the_module_is_the_command(monkeypatch):
    """`python -m newsmodel.corpus` is the command."""
    monkeypatch.setattr(sys, "argv", ["corpus"])
    monkeypatch.delitem(sys.modules, "newsmodel.corpus.__main__", raising=False)
    with pytest.raises(SystemExit):
        runpy.run_module("newsmodel.corpus", run_name="__main__")
