"""Chromium opens a page at the words of a fact, and marks these words and no others."""

from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import attrs
import pytest

import newsmodel
from newsmodel import Article, Block, Bound, Entity, Event, Period, Quote, QuoteKind, Role, Span, Statistic, Tweet

ROOT = Path(__file__).parents[2]

STYLE = """
body { margin: 0; font: 16px/24px sans-serif; color: black; background: white; width: 600px }
.above { height: 3000px } .block { margin: 0 0 60px } .below { height: 3000px }
td { padding: 0 20px } td:last-child { padding-right: 0 }
::target-text { color: rgb(255, 0, 255); background: rgb(255, 0, 255) }
"""

# Tells of the words of a fact whether they lie in the window, and which share of the marked pixels is theirs and the other way round.
LOOK = """
const [shot, parts, done] = [arguments[0], arguments[1], arguments[2]];
const rects = parts.flatMap(([index, start, end]) => {
  const range = document.createRange(), walker = document.createTreeWalker(document.getElementById(`b${index}`), NodeFilter.SHOW_TEXT);
  let passed = 0, node, begun = false;
  while ((node = walker.nextNode())) {
    if (!begun && start < passed + node.length) { range.setStart(node, start - passed); begun = true; }
    if (end <= passed + node.length) { range.setEnd(node, end - passed); break; }
    passed += node.length + (node.parentNode.tagName === 'TD' ? 1 : 0);
  }
  return [...range.getClientRects()].filter(rect => rect.width > 1);
});
const image = new Image();
image.onload = () => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const marked = (x, y) => { const at = 4 * (y * image.width + x); return data[at] > 240 && data[at + 1] < 15 && data[at + 2] > 240; };
  let outside = 0, missed = 0, total = 0;
  for (let y = 0; y < image.height; y++) for (let x = 0; x < image.width; x++)
    if (marked(x, y) && !rects.some(r => x >= r.left - 2 && x <= r.right + 2 && y >= r.top - 6 && y <= r.bottom + 6)) outside++;
  for (const r of rects) for (let x = Math.ceil(r.left) + 1; x < Math.floor(r.right) - 1; x++) {
    total++;
    if (!marked(x, Math.round((r.top + r.bottom) / 2))) missed++;
  }
  done({ outside, missed, total, top: Math.min(...rects.map(r => r.top)), bottom: Math.max(...rects.map(r => r.bottom)),
         height: innerHeight, scrolled: scrollY });
};
image.src = 'data:image/png;base64,' + shot;
"""


def html_of(article):
    """Lay the article out as a page of our own: far below the top, each block with its number."""
    blocks = "".join(f'<div class="block" id="b{index}">{inner(block)}</div>' for index, block in enumerate(article.body))
    lede = f"<p>{escape(article.lede)}</p>" if article.lede else ""
    style = f"<!doctype html><meta charset=utf-8><title>page</title><style>{STYLE}</style>"
    return f"{style}<h1>{escape(article.headline)}</h1>{lede}<div class=above></div>{blocks}<div class=below></div>"


def inner(block):
    """Give a block its elements; a table has a cell for each word."""
    if block.role is Role.TABLE:
        return "<table><tr>" + "".join(f"<td>{escape(word)}</td>" for word in block.text.split(" ")) + "</tr></table>"
    return f"<p>{escape(block.text)}</p>"


@pytest.fixture(name="serve")
def _serve():
    pages = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(pages[-1].encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()

    def serve(article):
        pages.append(html_of(article))
        return attrs.evolve(article, url=f"http://127.0.0.1:{server.server_port}/page")

    yield serve
    server.shutdown()
    server.server_close()


def parts_of(article, fact):
    """Give block, start and end of the words of a fact, in the code units that JavaScript counts."""
    if isinstance(fact, Tweet):
        at = article.body[fact.block].text.index(fact.text)
        return [[fact.block, at, at + len(fact.text)]]
    span = fact.mentions[0] if isinstance(fact, Entity) else fact.span
    parts = []
    for index, block in enumerate(article.body):
        if block.span and block.span.start < span.end and span.start < block.span.end:
            start, end = max(span.start, block.span.start) - block.span.start, min(span.end, block.span.end) - block.span.start
            parts.append([index, units(block.text[:start]), units(block.text[:end])])
    return parts


def units(text):
    """Count the code units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def look(browser, article, fact, number):
    """Open the address of a fact in a fresh page, and tell what is seen there."""
    url = newsmodel.fact_url(article, fact)
    browser.set_window_size(800, 900)
    browser.get(url.replace("/page", f"/page/{number}", 1))
    return url, browser.execute_async_script(LOOK, browser.get_screenshot_as_base64(), parts_of(article, fact))


def check(browser, article, facts):
    """Hold for each fact that its words are in the window and marked, and that nothing else is."""
    faults = []
    for number, fact in enumerate(facts):
        url, seen = look(browser, article, fact, number)
        sound = seen["scrolled"] > 1000 and 0 <= seen["top"] < seen["bottom"] <= seen["height"]
        if not sound or seen["outside"] or seen["missed"] or not seen["total"]:
            faults.append((url, seen))
    assert not faults


def facts_of(article):
    """Give all facts of an article."""
    parts = [part for statistic in article.statistics for part in statistic.parts]
    return [*article.quotes, *article.statistics, *parts, *article.events, *article.dates, *article.entities, *article.tweets]


def test_the_browser_knows_text_fragments(browser):
    """The browser that tests look with reads text fragments."""
    assert browser.execute_script("return 'fragmentDirective' in document")


def test_every_fact_of_the_example_is_found(browser, serve):
    """The address of every fact of the example's article opens a page that holds it at exactly the words of the fact."""
    article = serve(newsmodel.parse(ROOT / "examples" / "syria_article.txt"))
    facts = facts_of(article)
    assert len(facts) > 30
    check(browser, article, facts)


def body_of(*texts):
    """Make a body: paragraphs, and blocks of other roles as pairs of role and text."""
    blocks = (Block(role=Role.PARAGRAPH, text=text) if isinstance(text, str) else Block(role=text[0], text=text[1]) for text in texts)
    return tuple(blocks)


def article_of(words, *texts):
    """Make an article whose dates are these words, as :func:`span_of` finds them."""
    bare = Article(headline="The port - a story, and more", body=body_of(*texts))
    spans = [span_of(bare.text, word) for word in words]
    dates = tuple(Period(text=span.of(bare.text), span=span) for span in spans)
    return attrs.evolve(bare, dates=dates)


def span_of(text, word):
    """Find words; the number in front of them says which of their places is meant."""
    count, _, words = word.partition(":")
    at = -1
    for _ in range(int(count)):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


COUNT = "one two three four and so on for quite a while, until all of those who had come to count were tired of it"
CASES = {
    "signs that directives use": (
        ["1:rock-and-roll, jazz & blues", "1:100% - more", "1:a,-b"],
        ["They play rock-and-roll, jazz & blues, of which 100% - more or less - is new: a,-b.", "That is all."],
    ),
    "words that stand often": (
        ["1:the port", "2:the port", "3:the port", "4:the port", "2:Mara"],
        ["Mara saw the port. Mara left the port.", "Later the port was shut, and the port is shut still.", "Nobody knows why."],
    ),
    "words that case and accents alone tell apart": (
        ["1:Polish", "1:polish", "1:resume", "1:résumé"],
        ["The Polish team read the resume of the team.", "They polish a résumé, which Polish editors call a life."],
    ),
    "edges inside words": (
        ["1:shut its gates", "1:A day", "1:port", "1:Mara", "1:million"],
        ["The harbour shut its gates.A day later it was open.", "The airport is Mara's, and it cost 3million in all."],
    ),
    "words over several blocks": (
        ["1:left the port.\n\nLater", "1:Mara left the port.\n\nLater the ship was seen near the coast.\n\nNobody"],
        ["In the end Mara left the port.", "Later the ship was seen near the coast.", "Nobody knows why Mara left the port."],
    ),
    "long words with the same ends": (
        [f"1:{COUNT}, one two three four", f"1:{COUNT}, one two three five"],
        ["One two three four.", f"So: {COUNT}, one two three four; and {COUNT}, one two three five."],
    ),
    "cells of a table": (
        ["1:Nord 12", "1:12 Süd", "1:Süd"],
        ["Before the table.", (Role.TABLE, "Region Nord 12 Süd 12"), "After 12 of Süd it ends."],
    ),
    "other scripts": (
        ["1:العاصمة", "1:١٢ شخصا", "1:بيروت", "1:Ђорђе", "1:ΑΘΗΝΑ", "1:👩\u200d🚀 Eins", "1:Straße"],
        ["قال الوزير إن ١٢ شخصا في العاصمة بيروت وبيروت كبيرة.", "Ђорђе и ΑΘΗΝΑ und Αθήνα 👩\u200d🚀 Eins in der Straße."],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_words_are_found_whatever_stands_around_them(browser, serve, name):
    """Exactly the words are marked, whatever signs they hold and however often and wherever they stand."""
    words, texts = CASES[name]
    article = serve(article_of(words, *texts))
    check(browser, article, article.dates)


def test_every_kind_of_fact_has_an_address(browser, serve):
    """Quotes, posts, statistics, events, dates and entities all lead to their words."""
    body = body_of(
        "On 3 May Mara Lind said: “We sold 12 boats.” The port was shut on 4 May.", (Role.TWEET, "We sold 12 boats, all of them!")
    )
    text = body[0].text
    period = Period(text="4 May", span=span_of(text, "1:4 May"))
    article = Article(
        headline="Boats",
        body=body,
        quotes=(Quote(text="We sold 12 boats.", kind=QuoteKind.DIRECT, span=span_of(text, "1:We sold 12 boats.")),),
        statistics=(Statistic(value=12, bound=Bound.EXACT, unit="boats", text="12 boats", span=span_of(text, "1:12 boats")),),
        events=(Event(text="The port was shut on 4 May", when=period, span=span_of(text, "1:The port was shut on 4 May")),),
        dates=(Period(text="3 May", span=span_of(text, "1:3 May")), period),
        entities=(Entity(name="Mara Lind", mentions=(span_of(text, "1:Mara Lind"),)),),
        tweets=(Tweet(text="We sold 12 boats, all of them!", block=1),),
    )
    check(browser, served := serve(article), facts_of(served))
