"""What makes parsers slow, and what is done about it: nothing takes more than linear time, nothing crashes."""

import contextlib
import time

import pytest

from newsmodel.model import PageError
from newsmodel.pages import read_page
from newsmodel.pages.html import depth
from tests.pages.html_pages import MORE, PROSE

HEAD = f"<html><head><title>Port opens</title></head><body><article><h1>Port opens</h1><p>{PROSE}</p><p>{MORE}</p>"
TAIL = "</article></body></html>"
REPEATED = [
    "<div>",
    "<b>",
    "<a href=x>",
    "<nobr>",
    "<font size=1>",
    "<b><p>",
    "<a><div>",
    "<b><div></b>",
    "<b><i></b>",
    "<table>",
    "<table><tr><td>",
    "<svg>",
    "<svg><g>",
    "<svg><p>",
    "<svg><foreignObject>",
    "<math><annotation-xml encoding='text/html'>",
    "<template><tr>",
    "<select><option>",
    "<option>",
    "<optgroup>",
    "<li>",
    "<ul><li>",
    "<button>",
    "<button><p>",
    "<form>",
    "<dd>",
    "<ruby><rt>",
    "<object>",
    "<marquee>",
    "<iframe src=x></iframe>",
    "<noscript>",
    "<frameset>",
    "<p><object>",
    "<details>",
    "<form><div></form>",
    "<li><ul></li>",
    "<span><div></span>",
    "<tr><div></tr>",
    "<body><div></body>",
    "<h1><h2>",
    "<dialog>",
    "<x-y>",
    "</div>",
    "</p>",
    "</br>",
    "</b>",
    "<form><table></form></table></form>",
    "<select><select><optgroup></select>",
    "<div><!-- --!></div>",
    "<div a=b='></div>'>",
    "<div><script><!--<script></script></div>--></script>",
    "<svg><path/></svg>",
    "<svg><title><div>",
    "<svg><style><g>",
    "<svg><![CDATA[</svg>]]>",
    "<i><p></i>",
    "<a><p>",
    "<p></a>",
    "<!-->",
    "<!--",
    "<!x>",
    "<?x>",
    "</",
    "</>",
    "<![CDATA[",
    "<plaintext>",
    "<script>",
    "<script></script>",
    "<!-- --!><div>",
    "<xmp>",
    "<title>",
    "&amp;",
    "&ampx",
    "&#x110000;",
    "&nbsp;",
    "&shy;",
    "&lt;p&gt;",
    "<image>",
    "<img src=a.jpg>",
    "<br>",
    "<hr>",
    "\r",
    "\x00",
    "<di\x00v>",
    "<o:p>",
    "<td>x",
    "<caption>",
    "<col>",
    "x<tr>",
    "<figure><img src=x><figcaption>Photo</figcaption></figure>",
    "<time datetime='2020-01-01'>1</time>",
    "<p>Read more: <a href=/x>x</a></p>",
    "<p>By Ana</p>",
    "<h2>x</h2>",
    "<p>x</p>",
    "<article><p>x</p></article>",
    "<meta property='article:tag' content='x'>",
    "<link rel=alternate hreflang=fr href=/x>",
    '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Port opens"}</script>',
    "<base href=x>",
]
MADE = {
    "attributes of one tag": lambda n: f"<p {' '.join(f'a{i}' for i in range(n))}>x",
    "the same attribute": lambda n: f"<p {'a=1 ' * n}>x",
    "attributes that hold tags": lambda n: "<p " + " ".join(f"a{i}='><'" for i in range(n)) + ">x",
    "attributes of many tags": lambda n: "".join(f"<p a{i} b{i} c{i}>" for i in range(n // 3)),
    "attributes of the root": lambda n: "".join(f"<html a{i}=1>" for i in range(n)),
    "names of elements": lambda n: "".join(f"<x{i}></x{i}>" for i in range(n)),
    "one long name": lambda n: f"<{'a' * n}>",
    "one long attribute": lambda n: f"<p title='{'a' * n}'>x",
    "classes": lambda n: f"<p class='{' '.join(f'a{i}' for i in range(n))}'>x",
    "one long text": lambda n: f"<p>{'a' * n}",
    "blanks": lambda n: f"<p>a{' ' * n}b",
    "a long entity": lambda n: f"<p>&#{'9' * n};&{'a' * n}",
    "formatting left open": lambda n: "".join(f"<b x={i}>" for i in range(200)) + "<div>x</div>" * n,
    "formatting left behind": lambda n: "<p>" + "".join(f"<b x={i}>" for i in range(200)) + "</p>" + "<p>x</p>" * n,
    "deep paragraphs": lambda n: "<div>" * (n // 2) + f"<p>{PROSE}</p>" * (n // 2),
    "paragraphs inside each other": lambda n: "<p>x<object>" * (n // 4) + "word " * n,
    "options and rules": lambda n: "<select>" + "<hr>" * n + "<option>" * 3000,
    "deep JSON-LD": lambda n: f"<script type='application/ld+json'>{'[' * n}</script>",
    "wide JSON-LD": lambda n: f"<script type='application/ld+json'>{{\"@graph\":[{','.join(['{}'] * n)}]}}</script>",
    "a long number": lambda n: f'<script type=\'application/ld+json\'>{{"@type":"NewsArticle","wordCount":{"1" * n}}}</script>',
}
TRICKS = {**{piece: (lambda n, piece=piece: piece * n) for piece in REPEATED}, **MADE}
SMALL, LARGE = 15_000, 60_000


def spent(page):
    """Give the time of the processor that reading takes, whatever comes of it."""
    start = time.process_time()
    with contextlib.suppress(PageError):
        read_page(page)
    return time.process_time() - start


@pytest.mark.parametrize("name", TRICKS)
def test_no_trick_takes_more_than_linear_time(name):
    """Four times as much of any trick takes no more than about four times as long to read or to refuse, and raises PageError at worst."""
    small, large = (HEAD + TRICKS[name](size) + TAIL for size in (SMALL, LARGE))
    # What is refused may be cheaper than what is read, so the smaller page may be the one that takes longer.
    assert any(spent(large) < 8 * spent(small) + 0.3 for _ in range(3))


@pytest.mark.parametrize("name", TRICKS)
def test_no_trick_crashes_below_what_is_measured(name):
    """A page that is too small to be measured raises PageError at worst, and within two seconds."""
    for size in (300, 1_000, depth.FREE_TAGS - 100):
        assert min(spent(HEAD + TRICKS[name](size) + TAIL) for _ in range(2)) < 2
