"""From what a caller hands in to the text of a page."""

import codecs
import re
from pathlib import Path

from newsmodel.model import PageError

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BOMS = tuple(mark for mark, _ in MARKS)
HEAD = 4096
"""Where to look for the opening of an HTML document that something else stands before: a multiple of four, so that no character is cut."""
# '<!DOCTYPE html>', '<html lang="en">', '<div class=…>' at the very beginning; or '<html' or '<body' anywhere in the head.
_HTML = re.compile(r"\s*<(?:!doctype\b|!--|\?xml\b|[a-z][a-z0-9]*(?:>|/>|\s[^<>]*>))", re.IGNORECASE)
_HTML_INSIDE = re.compile(r"<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)
_SURROGATE = re.compile(r"[\ud800-\udfff]")


# "page.html", "../pages/page.txt": nothing but the path of a file
_PATH = re.compile(r"[^\s<>]{1,300}\.[A-Za-z]{1,5}")
_ADDRESS = re.compile(r"https?://\S{1,2000}", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
WESTERN = "cp1252"
"""What is no UTF-8 and does not say what it is, as the standard of encodings (WHATWG) has it."""
_UNREAD = "\ufffd"
_UNREADABLE = 0.1
"""Share of characters that cannot be read, above which bytes are no text."""


def refuse_no_page(source: str | bytes | Path, head: str) -> None:
    """Refuse what cannot be a page and is handed in by mistake: a path or address in a string, or bytes that are no text.

    Raises:
        PageError: says what the source is instead of a page.

    """
    if isinstance(source, str):
        words = source.strip()
        if _ADDRESS.fullmatch(words):
            msg = f"looked for a page: found its address ({words[:80]!r}); newsmodel fetches nothing, so hand in the page itself"
            raise PageError(msg)
        if _PATH.fullmatch(words):
            msg = f"looked for a page: found what looks like the path of a file ({words[:80]!r}); hand in pathlib.Path(...) to read it"
            raise PageError(msg)
        return
    if isinstance(source, bytes) and source.startswith(_GZIP):
        msg = "looked for a page: found gzip-compressed bytes; decompress them first"
        raise PageError(msg)
    unreadable = head.count("\ufffd") + head.count("\0")
    if unreadable > _UNREADABLE * len(head):
        msg = f"looked for a page: found bytes that are no text ({unreadable} of the first {len(head)} characters cannot be read)"
        raise PageError(msg)


def content(source: str | bytes | Path) -> str | bytes:
    """Give what the source holds: a path is read, anything else is handed back.

    Raises:
        OSError: the file cannot be read.
        TypeError: the source is no ``str``, ``bytes`` or ``pathlib.Path``.

    """
    if isinstance(source, Path):
        return source.read_bytes()
    if isinstance(source, (str, bytes)):
        return source
    msg = f"source must be str, bytes or pathlib.Path: {type(source).__name__}"
    raise TypeError(msg)


def as_text(data: bytes, encoding: str | None = None, fallback: str = WESTERN) -> tuple[str, str | None]:
    """Give the text of bytes, and what was wrong with them, ``None`` where nothing was.

    Bytes are read by their byte order mark, else as told, else as UTF-8. What is no UTF-8, as far as anybody can tell, is read by the
    ``fallback``; a sound text with some broken bytes in it is not, and what cannot be read becomes U+FFFD.
    """
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), None) or encoding or "utf-8"
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError:
        pass
    text = data.decode(encoding, errors="replace")
    broken = text.count(_UNREAD) - (data.count(_UNREAD.encode()) if encoding == "utf-8" else 0)
    if encoding == "utf-8":
        # Another encoding hardly ever makes sound sequences of bytes, and UTF-8 makes nothing else.
        sound = len(text) - len(text.encode("ascii", "ignore")) - broken
        if broken > sound:
            name = fallback.replace("cp125", "windows-125")
            return data.decode(fallback, errors="replace"), f"The bytes, held for UTF-8, are none: they were read as {name}."
    return text, f"{broken} places cannot be read as {encoding}." if broken > 1 else f"One place cannot be read as {encoding}."


def opening(data: str | bytes) -> str:
    """Give the head of a page: enough to tell what it is, but not to be read."""
    if isinstance(data, str):
        return whole(data[:HEAD])
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    return data[:HEAD].decode(encoding, errors="replace")


def whole(data: str) -> str:
    """Give a string without halves of characters, which no other text can hold."""
    if _SURROGATE.search(data):
        # By way of UTF-16, halves that belong together become one character, and only lone ones are replaced.
        return data.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return data


def looks_like_html(text: str) -> bool:
    """Tell whether a text is HTML rather than the plain text of a page."""
    head = text[:HEAD].lstrip("\ufeff")
    return bool(_HTML.match(head) or _HTML_INSIDE.search(head))
