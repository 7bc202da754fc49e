"""Tags as the parser reads them, and whether those of a page are short, told by a look at a few places."""

import re

# ' href="a>b"', ' hidden', ' a=b': quotes matter right behind an equals sign only.
_VALUE = rb"""(?: "[^"]*+" | '[^']*+' | (?=>) | (?!["'])[^\t\n\f\r >]++ )"""
ATTRIBUTE = (
    rb"(?: [\t\n\f\r /]*+ (?: [^\t\n\f\r /=>]++ | =[^\t\n\f\r /=>]*+ ) (?: = (?: "
    + _VALUE
    + rb"| [\t\n\f\r ]++"
    + _VALUE
    + rb") | [\t\n\f\r ]++ = [\t\n\f\r ]*+"
    + _VALUE
    + rb")?+ )"
)
"""An attribute of a tag, with what parts it from the one before it."""

END = rb"[\t\n\f\r /]*+ >"
"""The end of a tag, behind its attributes."""

NAMED = rb"[^\t\n\f\r />]*+"
"""The letters of the name of an element, behind the first."""

FEW = ATTRIBUTE + rb"{0,12}+" + END
"""The rest of a tag with few attributes, behind its name."""

_REACH = 4_000
"""Bytes of the longest tag that is short: not so many attributes fit that comparing each with all before it would take long."""

# 'var a = 1;</script>', '<p>One < two.</p>', 'x<path d="M0"/>': text up to the next tag, and that tag.
_NEXT_TAG = re.compile(
    rb"[^<]*+ (?: <(?!/?[a-zA-Z]) [^<]*+ )*+ (?: (?P<opening><) /?[a-zA-Z]" + NAMED + FEW + rb"| \Z )",
    re.VERBOSE,
)


def are_short(source: bytes) -> bool:
    """Tell whether all tags of a page are surely short: nothing is known of one that is not.

    What a text, a script or a comment is need not be told for that. It is enough to go on from one place where surely no tag is open,
    whatever stands before it, to another that is not far.
    """
    closed = 0
    while len(source) - closed > _REACH:
        end = _last_end(source, closed, closed + _REACH) or _behind_tags(source, closed, closed + _REACH)
        if end is None:
            return False
        closed = end
    return True


def _last_end(source: bytes, begin: int, end: int) -> int | None:
    """Give the last place in a stretch that no tag reaches over, ``None`` where none is seen; at its beginning no tag is open.

    It is behind a double quote and ``>``, where the quote opens no value, as it does behind an equals sign, and does not stand in
    a value in single quotes: it ends a value, or is a letter like any other.
    """
    at = source.rfind(b'">', begin, end)
    while at > begin:
        if source[at - 1] not in b"= \t\n\f\r":
            single = source.rfind(b"'", begin, at)
            if single < 0 or not source[begin:single].rstrip().endswith(b"="):
                return at + 2
        at = source.rfind(b'">', begin, at)
    return None


def _behind_tags(source: bytes, begin: int, end: int) -> int | None:
    """Step over tags from where none is open until ``end``; ``None`` where one of them has many attributes or another ``<`` inside.

    What looks like a tag may be none, but as nothing opens another inside of it, no tag is open behind it.
    """
    while begin < end:
        tag = _NEXT_TAG.match(source, begin)
        if tag is None or source.find(b"<", tag.end("opening"), tag.end()) >= 0:
            return None
        begin = tag.end()
    return begin
