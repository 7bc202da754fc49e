"""WARCs give their pages, whatever else and however broken they are."""

import gzip
import io
import random
import zlib
from datetime import UTC, datetime

import pytest

import newsmodel
from tests.corpus.warcs import packed, page, record, script

pytest.importorskip("fastwarc", reason="the extra `corpus` has it")

from newsmodel.corpus import read_folder, read_warc

FIVE = [record(page(number), f"https://news.example/{number}") for number in range(5)]
FIVE_URLS = [f"https://news.example/{number}" for number in range(5)]


def read(data, *arguments, **options):
    """Give the pages of a WARC, and what was counted."""
    pages = read_warc(io.BytesIO(data), *arguments, **options)
    return list(pages), dict(pages.counts)


def urls(data, **options):
    """Give the addresses of the pages of a WARC."""
    return [each.url for each in read(data, **options)[0]]


def zstd(*records, dictionary=None):
    """Compress records by zstd, each by itself."""
    zstandard = pytest.importorskip("zstandard", reason="the extra `corpus` has it")
    compressor = zstandard.ZstdCompressor(dict_data=dictionary)
    return b"".join(compressor.compress(each) for each in records)


def test_a_page_comes_with_what_the_archive_knows():
    """A page has its address, its place in the file and the time when it was captured, which is no date of publication."""
    (first, *_), counts = read(packed(*FIVE))
    assert first.content == page(0)
    assert (first.url, first.name, first.published) == ("https://news.example/0", "warc:0", None)
    assert first.captured == datetime(2024, 5, 3, 10, tzinfo=UTC)
    assert counts == {"pages": 5}
    assert newsmodel.parse(first.content).headline == "Bridge number 0 reopens"


@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records), lambda *records: gzip.compress(b"".join(records)), zstd])
def test_every_compression_gives_the_same_pages(pack):
    """Gzip by records, gzip as a whole, zstd and plain files give the same pages, each by a name of its own."""
    pages, _ = read(pack(*FIVE))
    assert [each.url for each in pages] == FIVE_URLS
    assert len({each.name for each in pages}) == 5


def test_a_dictionary_of_zstd_is_used():
    """A zstd file may begin with a dictionary that its records need."""
    zstandard = pytest.importorskip("zstandard", reason="the extra `corpus` has it")
    data = zstandard.train_dictionary(4096, [record(page(n), f"https://news.example/{n % 7}/{n}") for n in range(400)])
    frame = b"\x5d\x2a\x4d\x18" + len(data.as_bytes()).to_bytes(4, "little") + data.as_bytes()
    assert urls(frame + zstd(*FIVE, dictionary=data)) == FIVE_URLS


def test_a_path_is_opened(tmp_path):
    """The path of a file does as well as the file, and names its pages."""
    (tmp_path / "a.warc.gz").write_bytes(packed(*FIVE))
    assert next(read_warc(tmp_path / "a.warc.gz")).name == "a.warc.gz:0"
    assert [each.url for each in read_warc(str(tmp_path / "a.warc.gz"))] == FIVE_URLS


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (record(b"x", status=404), "other_status"),
        (record(b"", status=301), "other_status"),
        (record(b"{}", media="application/json"), "other_type"),
        (record(b"x", kind="request"), "other_record"),
        (
            record(b"\x1f\x8bno", http="Content-Encoding: gzip\r\n"),
            "undecodable",
        ),
        (record(b"x", http="Content-Encoding: secret\r\n"), "undecodable"),
        (record(bytes(81_000_000)), "too_large"),
        (record(gzip.compress(bytes(81_000_000)), http="Content-Encoding: gzip\r\n"), "too_large"),
    ],
)
def test_what_is_no_page_is_counted(other, reason):
    """A record that is no page is passed over and counted by its reason."""
    pages, counts = read(packed(FIVE[0], other, FIVE[1]))
    assert [each.url for each in pages] == FIVE_URLS[:2]
    assert counts == {"pages": 2, reason: 1}


BROKEN = bytearray(packed(FIVE[2]))
BROKEN[60:90] = b"\xff" * 30


@pytest.mark.parametrize(
    ("data", "found", "reason"),
    [
        (packed(*FIVE)[:-60], FIVE_URLS[:4], "truncated"),
        (packed(*FIVE)[:-180], FIVE_URLS[:4], "truncated"),
        (b"".join(FIVE)[:-60], FIVE_URLS[:4], "truncated"),
        (packed(*FIVE[:2]) + bytes(BROKEN) + packed(*FIVE[3:]), FIVE_URLS[:2] + FIVE_URLS[3:], "malformed"),
        (packed(*FIVE[:2]) + bytes(40) + packed(*FIVE[3:]), FIVE_URLS[:2] + FIVE_URLS[3:], "malformed"),
        (packed(*FIVE[:2], b"no record\r\n\r\n", *FIVE[3:]), FIVE_URLS[:2] + FIVE_URLS[3:], "malformed"),
        (b"".join([*FIVE[:2], record(b"x", version="WRC/1.0"), *FIVE[3:]]), FIVE_URLS[:2] + FIVE_URLS[3:], "malformed"),
        (packed(*FIVE[:2], record(page(2), FIVE_URLS[2], length=400), *FIVE[3:]), FIVE_URLS, "malformed"),
    ],
    ids=["cut", "cut in the head", "plain, cut", "broken member", "zeros", "no record", "plain, no record", "too long"],
)
def test_what_is_broken_is_passed_over(data, found, reason):
    """A record that is cut off or broken is counted, and those behind it are read."""
    pages, counts = read(data)
    assert [each.url for each in pages] == found
    assert counts == {"pages": len(found), reason: 1}


def test_a_broken_dictionary_is_told():
    """A zstd file whose dictionary cannot be read has no pages, and is counted."""
    broken = b"\x28\xb5\x2f\xfd" + b"\xff" * 20
    assert read(b"\x5d\x2a\x4d\x18" + len(broken).to_bytes(4, "little") + broken + zstd(*FIVE)) == ([], {"malformed": 1})


def test_a_cut_zstd_file_is_told():
    """Of a zstd file that is cut off, what comes before the cut is read, and the cut is counted."""
    pages, counts = read(zstd(*FIVE)[:-30])
    assert [each.url for each in pages] == FIVE_URLS[:4]
    assert counts == {"pages": 4, "malformed": 1}


@pytest.mark.parametrize(
    ("body", "http"),
    [
        (gzip.compress(page(1)), "Content-Encoding: gzip\r\n"),
        (zlib.compress(page(1)), "Content-Encoding: deflate\r\n"),
        (zlib.compress(page(1))[2:-4], "Content-Encoding: deflate\r\n"),
        (page(1), "Content-Encoding: gzip\r\n"),
        (page(1), "Content-Encoding: deflate\r\n"),
        (page(1), "Content-Encoding: br\r\n"),
        (
            b"5\r\n" + page(1)[:5] + b"\r\n" + f"{len(page(1)) - 5:x};x=1\r\n".encode() + page(1)[5:] + b"\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n",
        ),
        (page(1), "Transfer-Encoding: chunked\r\n"),
        (page(1) + b"\r\n", "Transfer-Encoding: chunked\r\n"),
    ],
)
def test_encodings_of_http_are_undone(body, http):
    """Content and transfer encodings are undone where the bytes have them; archives keep the head of what they have undone already."""
    pages, _ = read(packed(record(body, http=http)))
    assert [each.content.rstrip() for each in pages] == [page(1)]


def test_brotli_is_undone():
    """Pages in Brotli are read, and what is said to be and is none is counted, and so is what would not fit into memory."""
    brotli = pytest.importorskip("brotli", reason="compresses what the test reads")
    pages, _ = read(packed(record(brotli.compress(page(1)), http="Content-Encoding: br\r\n")))
    assert [each.content for each in pages] == [page(1)]
    assert read(packed(record(b"nonsense", http="Content-Encoding: br\r\n")))[1] == {"undecodable": 1}
    assert read(packed(record(brotli.compress(bytes(81_000_000), quality=1), http="Content-Encoding: br\r\n")))[1] == {"too_large": 1}


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        ("Brücke", "utf-8", "utf-8"),
        ("Brücke", "latin-1", "iso-8859-1"),
        ("мост", "cp1251", "windows-1251"),
        ("Brücke", "utf-8", "iso-8859-1"),
        ("Brücke", "latin-1", "utf-8"),
        ("Brücke", "utf-8", "no-such-encoding"),
        ("橋", "iso2022_jp", "iso-2022-jp"),
        ("Brücke", "utf-16", "utf-8"),
    ],
)
def test_the_encoding_of_http_is_heard(text, encoding, told):
    """A page is read by the encoding that HTTP tells, unless its bytes show that it is another."""
    data = PAGE_OF.format(text).encode(encoding)
    ((each,), _) = read(packed(record(data, media=f"text/html; charset={told}")))
    assert newsmodel.parse(each.content).headline == f"{text} open again"


PAGE_OF = "<!DOCTYPE html><html><article><h1>{} open again</h1><p>The bridge is open, said Ann Lee on Monday.</p></article></html>"


def test_hosts_are_chosen_with_their_subdomains():
    """Of the hosts that are asked for, and of their subdomains, the pages are read, and of no others that end alike."""
    hosts = ["news.example", "www.news.example", "fakenews.example", "other.example", "NEWS.example:8080"]
    data = packed(*(record(page(1), f"https://{host}/") for host in hosts))
    pages, counts = read(data, ["News.example"])
    assert [each.url for each in pages] == ["https://news.example/", "https://www.news.example/", "https://NEWS.example:8080/"]
    assert counts == {"pages": 3, "other_host": 2}


def test_parts_of_a_file_hold_each_record_once():
    """However a file is cut, each record belongs to one part: that in which it begins."""
    for data in (packed(*FIVE), b"".join(FIVE), gzip.compress(b"".join(FIVE * 40))):
        every = [each.name for each in read(data)[0]]
        for step in (1, 7, 100, 1000):
            parts = [read(data, start=start, end=start + step)[0] for start in range(0, len(data), step)]
            assert [each.name for part in parts for each in part] == every


@pytest.mark.parametrize("data", [b"hello world", b"<html></html>"])
def test_what_is_no_warc_is_refused(data):
    """A file that is no WARC is a `ValueError`, an empty one has no pages."""
    with pytest.raises(ValueError, match="is no WARC"):
        read_warc(io.BytesIO(data))
    assert read(b"") == ([], {})
    with pytest.raises(TypeError, match="not a single one"):
        read_warc(io.BytesIO(b""), "news.example")


@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records), zstd])
def test_nothing_in_a_warc_stops_its_reading(pack):
    """Whatever bytes of a WARC are others than they should be, it is read to its end."""
    chance = random.Random(3)  # noqa: S311  bytes, not secrets
    for _ in range(300):
        data = bytearray(pack(*FIVE[:3]))
        for _ in range(chance.choice([1, 3, 20])):
            data[chance.randrange(8, len(data))] = chance.randrange(256)
        pages, counts = read(bytes(data))
        assert counts.get("pages", 0) == len(pages)


def test_a_file_that_cannot_seek_is_read():
    """A WARC may come through a pipe."""

    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise io.UnsupportedOperation

    assert [each.url for each in read_warc(Pipe(packed(*FIVE)))] == FIVE_URLS


def test_a_folder_gives_its_files(tmp_path):
    """A folder gives the files that the pattern names, sorted, without what begins with a dot."""
    for name in ("b.html", "a/c.html", "a.txt", ".hidden/x.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(page(1))
    assert [each.name for each in read_folder(tmp_path)] == ["a/c.html", "b.html"]
    assert [each.name for each in read_folder(tmp_path, "*.txt")] == ["a.txt"]
    with pytest.raises(OSError, match="Not a folder"):
        read_folder(tmp_path / "nowhere")


def test_made_up_pages_are_always_the_same(tmp_path):
    """The same arguments write the same bytes, other seeds others, and the faults are in them."""
    made = script()
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        made.write(tmp_path / name, 80, seed)
    a, b, c = ((tmp_path / name).read_bytes() for name in "abc")
    assert a == b != c
    _, counts = read(a)
    assert counts == {"pages": 76, "other_status": 2, "other_type": 2, "other_record": 1, "truncated": 1}
