"""A hostile page, parsed and shown in a browser: nothing of it runs, nothing is fetched, nothing asks."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import newsmodel

ATTACKS = (
    "<script>window.hurt=1;alert(1)</script>",
    "&lt;script&gt;window.hurt=2;alert(2)&lt;/script&gt;",
    "</script><script src='{at}/a.js'></script>",
    "<img src='{at}/b.png' onerror='window.hurt=3'>",
    "<svg onload='window.hurt=4'><script>window.hurt=5</script><a xlink:href='javascript:window.hurt=6'><text>x</text></a></svg>",
    "<a href='javascript:window.hurt=7'>press</a> <a href=' java&#9;script:window.hurt=8'>press</a>",
    "<a href='data:text/html,<script>parent.hurt=9</script>'>press</a> <a href='vbscript:x'>press</a>",
    "<iframe srcdoc='<script>parent.hurt=10</script>'></iframe><iframe src='{at}/c.html'></iframe><object data='{at}/d.swf'></object>",
    "<style>body{{background:url({at}/e.png)}}@import '{at}/f.css';</style><p style='background:url({at}/g.png)'>styled</p>",
    "<!--<script>--> --!><script>window.hurt=11</script>",
    "&lt;/style&gt;&lt;/title&gt;&lt;/textarea&gt;&lt;/noscript&gt;&lt;img src={at}/h.png onerror=window.hurt=12&gt;",
    "\u202e&lt;b onmouseover=window.hurt=13&gt;\u2066 bidi \u202d",
    "&quot; onfocus=&quot;window.hurt=14&quot; autofocus=&quot; &#39; onfocus=&#39;window.hurt=15",
    "]]&gt;&lt;?php ${{window.hurt=16}} {{{{7*7}}}} `window.hurt=17`",
    "<form action='{at}/i'><button formaction='javascript:window.hurt=18' autofocus>go</button></form>",
    "<meta http-equiv=refresh content='0;url={at}/j'><base href='{at}/'><link rel=stylesheet href='{at}/k.css'>",
    "<math><annotation-xml encoding='text/html'><img src=x onerror=window.hurt=19></annotation-xml></math>",
    "<details open ontoggle=window.hurt=20><summary>x</summary></details><video src='{at}/l.mp4' onerror=window.hurt=21></video>",
    "<blockquote class='twitter-tweet'><p>&lt;script&gt;window.hurt=22</p><a href='javascript:hurt=23//x.com/a/status/1'>A</blockquote>",
)
# The drawings of the view itself have a viewBox.
NEVER = "script, img, iframe, object, video, svg:not([viewBox]), svg a, svg script, math, form, base"
PROSE = "The port of Brindle opened again on Monday, said Ann Weber, after 7 days of storms."
SAID = "“We &lt;script&gt;window.hurt=24&lt;/script&gt; are open,” said Ann &lt;img src={at}/m.png onerror=window.hurt=25&gt; Weber."


@pytest.fixture(name="server", scope="module")
def _server():
    """Give an address where every request is noted."""
    asked = []

    class Note(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Note)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def hostile(attack, at):
    """Give a page that has an attack wherever it can."""
    attack = attack.format(at=at)
    words = attack.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    said = SAID.format(at=at)
    return f"""<html lang=en><head><title>Port {words}</title><meta name=author content="{words}">
<meta name=keywords content="{words}"><meta property="og:title" content="{words}">
<meta property="og:image" content="javascript:window.hurt=26">
<link rel=canonical href="javascript:window.hurt=27"></head><body><article><h1>Port opens {words}</h1><p>By Ann {words}</p>
<p>{PROSE}</p><p>{said}</p>{attack}<p>{attack} {PROSE}</p><h2>{words}</h2><ul><li>{words}</li></ul>
<figure><img src="{at}/n.png" alt="{words}"><figcaption>{words}</figcaption></figure><p>{PROSE} {words}</p></article></body></html>"""


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_page_is_inert(browser, server, tmp_path, attack):
    """What a page brings is shown as words: no script runs, no request leaves, no dialog opens, also when all is focused and pressed."""
    at, asked = server
    article = newsmodel.parse(hostile(attack, at))
    file = tmp_path / "view.html"
    file.write_text(newsmodel.to_html(article), encoding="utf-8")
    asked.clear()
    browser.get(file.as_uri())
    browser.execute_script(
        """
        for (const each of document.querySelectorAll('*')) {
            each.focus?.();
            for (const kind of ['mouseover', 'toggle', 'error', 'load']) each.dispatchEvent(new Event(kind));
            // A link to the web may be followed by whoever presses it.
            if (!each.closest('a[href^=http]')) each.click?.();
        }
        """
    )
    assert browser.execute_script("return window.hurt ?? null") is None
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert browser.execute_script("return [...document.links].every(each => ['http:', 'https:', 'file:'].includes(each.protocol))")
    assert browser.execute_script(f"return document.querySelectorAll('{NEVER}').length") == 0
    assert browser.execute_script("return location.protocol") == "file:"
    assert asked == []
    assert not dialog(browser)


def dialog(browser):
    """Tell whether a dialog is open."""
    errors = pytest.importorskip("selenium.common.exceptions")
    try:
        return browser.switch_to.alert.text
    except errors.NoAlertPresentException:
        return None


@pytest.mark.parametrize("attack", ATTACKS)
def test_json_of_a_hostile_page_can_stand_in_a_page(browser, server, tmp_path, attack):
    """JSON in a script element, with “<” escaped as the documentation tells, runs nothing and is read back as it was."""
    at, asked = server
    article = newsmodel.parse(hostile(attack, at))
    text = newsmodel.to_json(article).replace("<", "\\u003c")
    file = tmp_path / "data.html"
    file.write_text(f"<!DOCTYPE html><meta charset=utf-8><script type=application/json>{text}</script>", encoding="utf-8")
    asked.clear()
    browser.get(file.as_uri())
    assert browser.execute_script("return window.hurt ?? null") is None
    assert newsmodel.from_json(browser.execute_script("return document.querySelector('script').textContent")) == article
    assert asked == []
