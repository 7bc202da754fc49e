"""The bytes of an HTML page as UTF-8, which is what the parser takes."""

import codecs
import re

from newsmodel.pages.source import BOMS, HEAD, WESTERN, as_text, whole

_HEAD = 1024
"""Bytes in which a page must declare its encoding, as the HTML standard has it."""
# '<html class="no-js" lang="ru-RU">'
_LANG = re.compile(rb"""<html\s[^>]{0,400}?\blang\s*=\s*["']?([A-Za-z]{2,3})\b""", re.IGNORECASE)
# '<meta charset="windows-1251">', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
_META = re.compile(rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
# '<?xml version="1.0" encoding="ISO-8859-2"?>'
_XML = re.compile(rb"""\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{1,40})""")
# Encodings of other things than pages.
_NEVER = ("utf-16", "utf-32", "utf-7", "unicode", "raw-unicode", "raw_unicode", "idna", "punycode", "undefined", "mbcs", "oem")
# What browsers read a page as that does not declare its encoding and is no UTF-8, by language: the table of the HTML standard.
_BY_LANGUAGE = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "ru", "sr", "tg", "tt", "uk"), "cp1251"),
    **dict.fromkeys(("cs", "hu", "pl", "sk", "sl"), "cp1250"),
    **dict.fromkeys(("ar", "fa", "ur"), "cp1256"),
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
    **dict.fromkeys(("az", "ku", "tr"), "cp1254"),
    "el": "cp1253", "he": "cp1255", "ja": "cp932", "ko": "cp949", "th": "cp874", "vi": "cp1258", "zh": "gb18030",
}  # fmt: skip
# What browsers read these names as.
_READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}


def as_utf8(source: str | bytes) -> tuple[bytes, str | None]:
    """Give a page in UTF-8, and what was wrong with its bytes, ``None`` where nothing was.

    Bytes are read by their byte order mark, else by what the page declares, else as UTF-8, else as what its language is mostly written in.
    """
    if isinstance(source, str):
        try:
            return source.removeprefix("\ufeff").encode(), None
        except UnicodeEncodeError:
            return whole(source).removeprefix("\ufeff").encode(), None
    encoding = declared(source[:_HEAD])
    text, fault = as_text(source, encoding, _fallback(source[:HEAD]))
    if fault is None and encoding == "utf-8" and not source.startswith(BOMS):
        return source, None
    return text.encode(errors="replace"), fault


def _fallback(head: bytes) -> str:
    """Give what a page is read as that is no UTF-8: as it declares too late, else as its language is mostly written."""
    own = declared(head)
    if own != "utf-8":
        return own
    language = _LANG.search(head)
    return _BY_LANGUAGE.get(language[1].decode("ascii").lower(), WESTERN) if language else WESTERN


def declared(head: bytes) -> str:
    """Give the name of the encoding that the head of a page declares; ``utf-8`` where it declares none, or one that nobody knows."""
    match = _XML.match(head) or _META.search(head)
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else "utf-8"
        b"x".decode(name)
    except (LookupError, UnicodeError):
        return "utf-8"
    # A declaration that can be read byte by byte is not in UTF-16, whatever it says.
    return "utf-8" if name.startswith(_NEVER) else _READ_AS.get(name, name)
