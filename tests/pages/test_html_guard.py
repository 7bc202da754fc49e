"""What a page may be before the parser sees it, and in which encodings it may come."""

import time
from collections.abc import Callable

import pytest

from newsmodel.model import Limits, PageError
from newsmodel.pages import read_page
from newsmodel.pages.html.depth import FREE_TAGS
from newsmodel.pages.html.encoding import as_utf8
from newsmodel.pages.html.guard import check_bounds
from tests.pages.html_pages import MORE, PROSE, article

MANY = "<br>" * FREE_TAGS
LIMITS = Limits()
MAX_BYTES, MAX_DEPTH = LIMITS.size, LIMITS.depth


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000,
        "<b>" * 100_000,
        "<ul><li>" * 50_000,
        MANY + "<div>" * (MAX_DEPTH + 1),
        MANY + "<div><object></div></object>" * 500,
        MANY + "<div a='</div>'>" * 500,
        MANY + "<div><!--</div>-->" * 500,
        MANY + "<div><script></div></script>" * 500,
        MANY + "<span><div></span>" * 1 + "<b><div></b>" * 500,
        "".join(f"<div><b x={i}></div>" for i in range(3000)),
        "<div>" + "".join(f"<b x={i}>" for i in range(3000)) + "</div>" + "<p>x</p>" * 3000,
    ],
)
def test_what_is_nested_too_deep_is_refused_at_once(page: str) -> None:
    """A page nested deeper than the bound raises an error that names the bound, in far less time than the parser would need."""
    start = time.process_time()
    with pytest.raises(PageError, match=r"Limits\.depth"):
        read_page(f"<html><body>{page}<p>{PROSE}</p>")
    assert time.process_time() - start < 2


def test_depth_is_bounded_in_every_article() -> None:
    """An article nested deeper than the bound is refused on a page with few tags, too; one that is not so deep is read."""
    with pytest.raises(PageError, match=r"Limits\.depth"):
        read_page(article("<div>" * MAX_DEPTH + f"<p>{PROSE}</p>"))
    assert read_page(article("<div>" * 200 + f"<p>{PROSE}</p>")).body[0].text == PROSE


@pytest.mark.parametrize(
    "page",
    [
        "<div><p>x</p></div>" * 10_000,
        "<ul>" + "<li>x" * 20_000 + "</ul>",
        "<p>x" * 20_000,
        "<table>" + "<tr><td>x" * 10_000 + "</table>",
        "<p>x <b>y</b> <i>z</i></p>" * 5_000,
        "<p><b>x" * 5_000,
        "<svg><path/><g/></svg>" * 5_000,
        "<img src='a>b' alt=\"c>d\"><input value=x/>" * 5_000,
        "<dl>" + "<dt>x<dd>y" * 10_000 + "</dl>",
        "<select>" + "<option>x" * 10_000 + "</select>",
        MANY + "<plaintext>" + "<div>" * (MAX_DEPTH + 1),
    ],
)
def test_a_long_page_is_not_a_deep_one(page: str) -> None:
    """Pages with many tags are measured, and those that only leave out end tags pass."""
    check_bounds(page.encode(), LIMITS)


@pytest.mark.parametrize("piece", ["<!--", '<a b="', "<script>", "<title><", "< ", "</", "<a ", "<a =", "<a b='\"", "<![CDATA[", "<b x='"])
def test_measuring_takes_linear_time(piece: str) -> None:
    """Twice as long a page of any sort takes no more than a few times as long to measure."""
    times = []
    for size in (20_000, 80_000):
        page = (MANY + piece * size).encode()
        start = time.process_time()
        check_bounds(page, LIMITS)
        times.append(time.process_time() - start)
    assert times[1] < 8 * times[0] + 0.1


@pytest.mark.parametrize(
    "text",
    [
        "<img srcset='{}'>".format,
        "<time class='c-article-publication-date' datetime='{}'></time>".format,
        "<p>{}</p>".format,
        "<a href='{}'>x</a>".format,
    ],
)
@pytest.mark.parametrize(
    "piece", ["a", "a,", " ", "1w", "a 1w,", "1 ", "/2024", "https://x.com/", "<br>", "(@a) ", "— ", "&#173;", ": ", "“"]
)
def test_reading_takes_linear_time(text: Callable[[str], str], piece: str) -> None:
    """An attribute or a text of any sort, four times as long, takes no more than a few times as long to read."""
    times = []
    for size in (10_000, 40_000):
        page = article(f"<p>{PROSE}</p>{text(piece * size)}")
        start = time.process_time()
        read_page(page)
        times.append(time.process_time() - start)
    assert times[1] < 8 * times[0] + 0.5


@pytest.mark.parametrize(
    ("page", "most"),
    [
        (f"<p {' '.join(f'a{i}' for i in range(20_000))}>x", r"4096 attributes of a tag: found more at byte 0"),
        ("".join(f"<p a{i} b{i} c{i}>" for i in range(20_000)), r"40000 names of elements and attributes: found more at byte \d+"),
        ("<select>" + "<option>" * 50_000, r"\d+ options: found more at byte \d+"),
    ],
)
def test_what_the_parser_is_slow_with_is_bounded(page: str, most: str) -> None:
    """A page with more attributes, names or options than the parser takes in good time raises an error that names bound and place."""
    with pytest.raises(PageError, match=f"looked for at most {most}"):
        check_bounds(page.encode(), LIMITS)


def test_size_is_bounded() -> None:
    """A page longer than the bound raises an error that names the bound, size and page."""
    with pytest.raises(PageError, match=rf"{MAX_BYTES} bytes \(Limits\.size\): found {MAX_BYTES + 1}"):
        check_bounds(b" " * (MAX_BYTES + 1), LIMITS)
    check_bounds(b" " * MAX_BYTES, LIMITS)


CAFE = "Ž café – Привет"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<html><p>{CAFE}".encode(), CAFE),
        (f"<html><p>{CAFE}".encode("utf-8-sig"), CAFE),
        (f"<html><p>{CAFE}".encode("utf-16"), CAFE),
        (f"<html><meta charset='windows-1251'><p>{CAFE}".encode("utf-8-sig"), CAFE),
        ("<meta charset=windows-1251><p>Привет".encode("cp1251"), "Привет"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'><p>café “x”".encode("cp1252"), "café “x”"),
        ("<?xml version='1.0' encoding='ISO-8859-2'?><p>Ž".encode("iso8859-2"), "Ž"),
        ("<meta charset=utf-16><p>café".encode(), "café"),
        ("<meta charset=nonsense><p>café".encode(), "café"),
        ("<meta charset=hex><p>café".encode(), "café"),
        (b"<p>caf\xe9 au lait", "café au lait"),
        (b"<meta charset=utf-8><p>caf\xe9 \x93au lait\x94", "café “au lait”"),
        (f"<p>{CAFE}".encode() * 3 + b"caf\xe9", f"{CAFE}caf\ufffd"),
        ("<html lang=ru-RU><p>Привет".encode("cp1251"), "Привет"),
        ("<html class=no-js lang='el'><p>Γειά".encode("cp1253"), "Γειά"),
        (("<!--" + "-" * 2000 + "--><meta charset=koi8-r><p>Привет").encode("koi8-r"), "Привет"),
        (b"<meta charset=shift_jis><p>\x93\xfa\x96{", "日本"),
        (f"<html><meta charset=windows-1251><title>{'Привет ' * 400}</title>".encode("cp1251"), "Привет"),
        (" " * 2000 + "<meta charset=windows-1251><p>é", "é"),
    ],
)
def test_bytes_are_decoded(source: bytes | str, expected: str) -> None:
    """Bytes are read by their byte order mark, else an early declaration, else as UTF-8, else a late declaration or their language."""
    data = source.encode() if isinstance(source, str) else source
    assert expected in as_utf8(data)[0].decode()


def test_a_text_is_never_decoded_again() -> None:
    """A page handed in as text is taken as it is, whatever it declares; lone surrogates become U+FFFD."""
    page = article(f"<p>Caf\u00e9 \ud800 \ud83d\ude00 {PROSE}</p>", head="<meta charset='windows-1251'>")
    assert read_page(page).body[0].text == f"Caf\u00e9 \ufffd 😀 {PROSE}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_and_bytes_are_the_same_page(encoding: str) -> None:
    """A page is read alike from its text and from its bytes in any encoding that a mark shows."""
    page = article(f"<p>{PROSE} Ž</p><p>{MORE}</p>")
    assert read_page(page.encode(encoding)) == read_page(page)


def test_a_page_in_an_old_encoding_is_no_garbage() -> None:
    """A page full of letters that are no UTF-8 is read by its declaration."""
    russian = "Порт Бриндла снова открылся в понедельник после недели штормов."
    html = article(f"<p>{russian}</p>" * 3, lang="ru").replace('"utf-8"', '"windows-1251"').replace("Port opens", russian * 20)
    assert read_page(html.encode("cp1251")).body[0].text == russian


@pytest.mark.parametrize(
    ("source", "word", "warnings"),
    [
        ("Café à la crème".encode(), "Café", 0),
        ("Café à la crème".encode("cp1252"), "Café", 1),
        ("Café à la crème ".encode() + b"\xe9", "Café", 1),
    ],
)
def test_bytes_that_are_no_utf8_are_told(source: bytes, word: str, warnings: int) -> None:
    """Bytes that are another encoding's are read so, in HTML and in page text, and a warning tells it; a broken byte is told, too."""
    prose = f"{PROSE} {{}}\n\n{MORE}".encode().replace(b"{}", source)
    html = article(f"<p>{PROSE} {{}}</p><p>{MORE}</p>").replace('<meta charset="utf-8">', "").encode().replace(b"{}", source)
    for data in (html, b"Port opens\n\n" + prose):
        page = read_page(data)
        assert word in page.text
        assert len([warning for warning in page.warnings if "outlet" not in warning]) == warnings
