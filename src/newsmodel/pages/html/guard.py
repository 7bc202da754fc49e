"""Bounds of what the parser is given: its time grows with the square of the nesting."""

import re

from newsmodel.model import PageError

MAX_BYTES = 20_000_000
"""Bytes of the longest page that is read, in UTF-8. A long news page has half a million."""

MAX_DEPTH = 256
"""Elements that may stand inside one another. News pages have about 40; libxml2 has the same bound."""

FREE_TAGS = 10_000
"""Tags that a page may have before its depth is measured: even if all were nested, the parser would need a tenth of a second.
A news page of 400 kB has about 3,000."""

FREE_REPEATS = 1_000_000
"""Tags times formatting tags up to which a page is not measured.
A formatting element that is never closed is repeated in every block behind it."""

# '<b>', '<em class="x">', '<strong>', and some that look alike: counting them must be cheap.
_FORMATTING_TAG = re.compile(rb"<[bBcCeEfFiInNsStTuU](?:[\s/>]|[iI][gG]|[oO]|[mM][\s/>]|[mMtT])")
# '<!--', '<div', '</div'.
_OPENING = re.compile(rb"<(?:!--|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+))")
# The attributes of a tag, ' href="a>b" hidden>': quotes matter behind an equals sign only.
_REST = re.compile(
    rb"""(?:[^>=]
        |=\s*+"[^"]*+"
        |=\s*+'[^']*+'
        |=(?!\s*+["'])
    )*+>""",
    re.VERBOSE,
)
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset(b"script style textarea title xmp iframe noembed noframes".split())
_NOTHING: frozenset[bytes] = frozenset()
_FOREIGN = frozenset(b"svg math".split())
_MOST_REPEATED = 3
"""How many of the same formatting elements, with the same attributes, the parser opens again."""
# End tags of these leave open what was opened inside them.
_FORMATTING = frozenset(b"a b big code em font i nobr s small strike strong tt u".split())
# An end tag does not reach through these.
_SCOPES = frozenset(b"applet caption html table td th marquee object template svg math foreignobject".split())
# What the start of an element ends, where it stands right inside it and has no end tag of its own.
_CELLS = frozenset(b"td th p".split())
_ROWS = _CELLS | {b"tr"}
_BLOCKS = (
    b"address article aside blockquote div dl figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul"
).split()
_ENDS = {
    **dict.fromkeys(_BLOCKS, frozenset({b"p"})),
    b"li": frozenset(b"li p".split()),
    **dict.fromkeys((b"dt", b"dd"), frozenset(b"dt dd p".split())),
    **dict.fromkeys((b"option", b"optgroup"), frozenset({b"option"})),
    **dict.fromkeys((b"td", b"th"), _CELLS),
    b"tr": _ROWS,
    **dict.fromkeys((b"thead", b"tbody", b"tfoot"), _ROWS | frozenset(b"thead tbody tfoot".split())),
}


def check_bounds(source: bytes) -> None:
    """Refuse a page that the parser should not be given.

    Raises:
        PageError: the page is longer than :data:`MAX_BYTES`, or nested deeper than :data:`MAX_DEPTH`.

    """
    if len(source) > MAX_BYTES:
        msg = f"looked for a page of at most {MAX_BYTES} bytes (MAX_BYTES): found {len(source)}"
        raise PageError(msg)
    # Before Python 3.13, this counts five times as fast as count().
    tags = len(source) - len(source.replace(b"<", b""))
    is_free = tags <= FREE_TAGS and tags * len(_FORMATTING_TAG.findall(source)) <= FREE_REPEATS
    if not is_free and (place := _too_deep(source)) is not None:
        where = f"at byte {place}"
        raise too_deep(where)


def too_deep(where: str) -> PageError:
    """Make the error for a page that is nested too deep."""
    msg = f"looked for at most {MAX_DEPTH} elements inside one another (MAX_DEPTH): found more {where}"
    return PageError(msg)


class _Open:
    """The elements that are open at some place of a page; those whose end is in doubt count as open."""

    def __init__(self) -> None:
        self.elements: list[tuple[bytes, bytes]] = []
        self.repeated: list[tuple[bytes, bytes]] = []
        """Formatting elements that were left open: the parser opens them again in every block."""

    def __len__(self) -> int:
        """Count them."""
        return len(self.elements) + len(self.repeated)

    def start(self, name: bytes, rest: bytes) -> None:
        """Open an element, unless it has no end."""
        if name in _VOID or (rest.endswith(b"/>") and any(open_ in _FOREIGN for open_, _ in self.elements)):
            return
        ends = _ENDS.get(name, _NOTHING)
        i = len(self.elements)
        while i and ends and (self.elements[i - 1][0] in ends or self.elements[i - 1][0] in _FORMATTING):
            i -= 1
            if self.elements[i][0] in ends:
                self._repeat(self.elements[i:])
                del self.elements[i:]
        if name == b"a":
            self.repeated = [one for one in self.repeated if one[0] != b"a"]
        self.elements.append((name, rest))

    def end(self, name: bytes) -> None:
        """Close an element, and what is open inside it."""
        for i in range(len(self.elements) - 1, -1, -1):
            open_ = self.elements[i][0]
            if open_ == name:
                if name in _FORMATTING:
                    del self.elements[i]
                else:
                    self._repeat(self.elements[i + 1 :])
                    del self.elements[i:]
                return
            if open_ in _SCOPES and name not in _SCOPES:
                return
        if name in _FORMATTING:
            last = next((i for i in range(len(self.repeated) - 1, -1, -1) if self.repeated[i][0] == name), None)
            if last is not None:
                del self.repeated[last]

    def _repeat(self, left: list[tuple[bytes, bytes]]) -> None:
        self.repeated += [one for one in left if one[0] in _FORMATTING and self.repeated.count(one) < _MOST_REPEATED]


def _too_deep(source: bytes) -> int | None:
    """Give the place of the first tag below the deepest that is allowed."""
    open_ = _Open()
    position = 0
    while (match := _OPENING.search(source, position)) is not None:
        name = (match["name"] or b"").lower()
        if not name:
            end = source.find(b"-->", match.end() - 2)
            position = end + 3
        elif (rest := _REST.match(source, match.end())) is not None:
            end = position = rest.end()
            if match["end"]:
                open_.end(name)
            elif name in _RAW:
                end = position = _end_of_raw(source, name, position)
            else:
                open_.start(name, rest[0])
        else:
            end = -1
        # What is never closed, be it a comment, a script or a tag, goes on to the end of the page.
        if end < 0:
            return None
        if len(open_) > MAX_DEPTH:
            return match.start()
    return None


def _end_of_raw(source: bytes, name: bytes, position: int) -> int:
    match = re.compile(rb"</" + re.escape(name) + rb"(?=[\s/>])", re.IGNORECASE).search(source, position)
    return match.end() if match else -1
