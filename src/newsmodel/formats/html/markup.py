"""HTML that cannot be broken by what stands in it: every text is escaped unless it is HTML of ours, and every address is looked at."""

import re
from collections.abc import Iterable

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\0": "\ufffd"})
_VOID = frozenset({"meta", "link", "input", "br"})
# "https://example.org/a?b=c": nothing that a browser would strip before it reads the scheme
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"\\\x00-\x20\x7f]+", re.IGNORECASE)
# "#q1": a place on the page itself
_PLACE = re.compile(r"#[a-z][a-z0-9-]*")


class Html(str):
    """A text that is HTML already."""

    __slots__ = ()


NOTHING = Html("")


def escaped(text: str) -> Html:
    """Give a text as HTML that shows it; HTML comes back as it is.

    >>> escaped("<b> & 'c'")
    '&lt;b&gt; &amp; &#39;c&#39;'
    """
    return text if isinstance(text, Html) else Html(text.translate(_ESCAPES))


def together(*parts: str) -> Html:
    """Join texts and HTML."""
    return Html("".join(map(escaped, parts)))


def joined(between: str, parts: Iterable[str]) -> Html:
    """Join texts and HTML by a text that stands between them."""
    return Html(escaped(between).join(map(escaped, parts)))


def opening(name: str, /, **attributes: str | int | bool | None) -> Html:
    """Give the start tag of an element; attributes of ``None`` or ``False`` are left out.

    Raises:
        ValueError: an address leads neither to the web nor to a place on the page.

    """
    written = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        if attribute == "href" and not _PLACE.fullmatch(str(value)) and web_address(str(value)) is None:
            msg = f"an address must begin with http:// or https://: {value!r}"
            raise ValueError(msg)
        written.append(attribute if value is True else f'{attribute}="{escaped(str(value))}"')
    return Html(f"<{' '.join(written)}>")


def tag(name: str, /, *children: str, **attributes: str | int | bool | None) -> Html:
    """Give an element with its children.

    >>> tag("p", "a < b", tag("br"), class_="lede", lang=None)
    '<p class="lede">a &lt; b<br></p>'
    """
    start = opening(name, **attributes)
    return start if name in _VOID else Html(f"{start}{together(*children)}</{name}>")


def web_address(url: str | None) -> str | None:
    """Give an address of the web as it is, and ``None`` for all that a browser might run or that leads elsewhere.

    >>> web_address("https://example.org/a")
    'https://example.org/a'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    return url if url is not None and _WEB_ADDRESS.fullmatch(url) else None


def link(url: str | None, *children: str, **attributes: str | int | bool | None) -> Html:
    """Give a link into the web, or its words alone where the address is none of the web."""
    if web_address(url) is None:
        return together(*children)
    # A frame that shows the page must not be taken elsewhere, so the link opens beside it.
    return tag("a", *children, href=url, target="_blank", rel="noopener noreferrer", **attributes)
