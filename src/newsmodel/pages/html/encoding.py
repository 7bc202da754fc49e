"""The bytes of an HTML page as UTF-8, which is what the parser takes."""

import codecs
import re

from newsmodel.pages.source import MARKS, decoded

_HEAD = 1024
"""Bytes in which a page must declare its encoding, as the HTML standard has it."""
# '<meta charset="windows-1251">', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
_META = re.compile(rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
# '<?xml version="1.0" encoding="ISO-8859-2"?>'
_XML = re.compile(rb"""\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{1,40})""")
# Encodings of other things than pages.
_NEVER = ("utf-16", "utf-32", "utf-7", "unicode", "raw-unicode", "raw_unicode", "idna", "punycode", "undefined", "mbcs", "oem")
# What browsers read these names as.
_READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}


def as_utf8(source: str | bytes) -> bytes:
    """Give a page in UTF-8: bytes by their byte order mark, else by what the page declares, else as UTF-8.

    What cannot be read becomes U+FFFD.
    """
    if isinstance(source, str):
        try:
            return source.removeprefix("\ufeff").encode()
        except UnicodeEncodeError:
            return decoded(source).removeprefix("\ufeff").encode()
    encoding = next((name for mark, name in MARKS if source.startswith(mark)), None) or declared(source)
    if encoding == "utf-8":
        try:
            source.decode()
        except UnicodeDecodeError:
            return source.decode(errors="replace").encode()
        return source
    return source.decode(encoding, errors="replace").encode(errors="replace")


def declared(source: bytes) -> str:
    """Give the name of the encoding that a page declares; ``utf-8`` where it declares none, or one that nobody knows."""
    head = source[:_HEAD]
    match = _XML.match(head) or _META.search(head)
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else "utf-8"
        b"x".decode(name)
    except (LookupError, UnicodeError):
        return "utf-8"
    # A declaration that can be read byte by byte is not in UTF-16, whatever it says.
    return "utf-8" if name.startswith(_NEVER) else _READ_AS.get(name, name)
