"""From what a caller hands in to the text of a page."""

import codecs
import re
from pathlib import Path

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Where to look for the opening of an HTML document that something else stands before.
_HEAD = 4096
# '<!DOCTYPE html>', '<html lang="en">', '<div class=…>' at the very beginning; or '<html' or '<body' anywhere in the head.
_HTML = re.compile(r"\s*<(?:!doctype\b|!--|\?xml\b|[a-z][a-z0-9]*(?:>|/>|\s[^<>]*>))", re.IGNORECASE)
_HTML_INSIDE = re.compile(r"<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)
_SURROGATE = re.compile(r"[\ud800-\udfff]")


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


def decoded(data: str | bytes) -> str:
    """Give the text: bytes by their byte order mark, else as UTF-8; what cannot be read becomes U+FFFD."""
    if isinstance(data, bytes):
        encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
        return data.decode(encoding, errors="replace")
    if _SURROGATE.search(data):
        # By way of UTF-16, halves that belong together become one character, and only lone ones are replaced.
        return data.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return data


def looks_like_html(text: str) -> bool:
    """Tell whether a text is HTML rather than the plain text of a page."""
    head = text[:_HEAD].lstrip("\ufeff")
    return bool(_HTML.match(head) or _HTML_INSIDE.search(head))
