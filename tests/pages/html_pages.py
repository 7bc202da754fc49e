"""What tests of HTML pages share: small pages of our own, and the words that a reader sees on a page."""

import unicodedata

from selectolax.lexbor import LexborHTMLParser

from newsmodel.model import Page, Role
from newsmodel.pages import read_page

PROSE = "The port of Brindle opened again on Monday after a week of storms."
MORE = "Ships from nine countries were waiting outside the breakwater."
UNSEEN = {
    "script",
    "style",
    "template",
    "head",
    "title",
    "desc",
    "noembed",
    "noframes",
    "datalist",
    "iframe",
    "video",
    "audio",
    "canvas",
    "object",
}


def article(body: str, *, head: str = "", above: str = "", below: str = "", lang: str = "en") -> str:
    """Give a page in the layout of 2024, with a body of our own."""
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>Port opens | Example</title>
<link rel="canonical" href="https://www.euronews.com/2024/05/01/port-opens">{head}</head>
<body><nav>Menu</nav><article class="o-article-newsy"><h1 class="c-article-redesign-title">Port opens</h1>{above}
<div class="c-article-content js-article-content ">{body}</div>{below}</article></body></html>"""


def read(body: str, **parts: str) -> Page:
    """Read such a page."""
    return read_page(article(body, **parts))


def blocks(body: str, **parts: str) -> list[tuple[Role, str]]:
    """Give role and words of the blocks below the headline."""
    return [(block.role, block.text) for block in read(body, **parts).blocks[1:]]


def seen(html: str, selector: str) -> str:
    """Give all letters that a reader sees inside an element, in order, without blanks and without what is invisible."""
    root = LexborHTMLParser(html).css_first(selector)
    assert root is not None
    out: list[str] = []
    for node in root.traverse(include_text=True):
        if node.tag == "-text":
            above = node.parent
            while above is not None and above.tag not in UNSEEN:
                above = above.parent
            if above is None:
                out.append(node.text_content or "")
    return squeezed("".join(out))


def told(page: Page) -> str:
    """Give all letters of the blocks of a page, likewise."""
    return squeezed("".join(block.text for block in page.blocks))


def squeezed(text: str) -> str:
    """Take out all blanks and all that nobody can see."""
    kept = (c for c in text if not c.isspace() and c not in "\u00ad\u200b\u2060\ufeff")
    return unicodedata.normalize("NFC", "".join(kept))
