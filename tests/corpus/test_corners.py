"""What few inputs of the corpus need: addresses that are none, empty bodies, pages that are gone, extras that are missing."""

import gzip
import io
import sys
from pathlib import Path

import pytest

import newsmodel
from tests.corpus.warcs import packed, page, record

for package in ("pyarrow", "fastwarc", "zstandard"):
    pytest.importorskip(package, reason="the extra `corpus` has it")

from newsmodel import corpus  # noqa: E402  only where its packages are there
from newsmodel.corpus.stream import unzstd  # noqa: E402  likewise
from newsmodel.corpus.write import size_of  # noqa: E402  likewise


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


def test_failures_of_any_source_are_rows(tmp_path):
    """A failure is written with its source, whether path, text or address."""
    error = newsmodel.PageError("no page")
    failures = [newsmodel.Failure(source, error) for source in (Path("a.html"), "text", newsmodel.Source("text"))]
    assert corpus.write_parquet(failures, tmp_path).pages == 3
