"""How deep a page nests at most: an estimate that is never too low, made without building the tree.

Following a page exactly would need the whole algorithm of HTML5, with its scopes, its adoption agency and its tables. Here an element
is closed only where every reading closes it, by its own end tag right at its place or by what certainly ends it. All else counts as open.
Only elements that no tag begins, such as tbody, are not counted.
"""

import re
from collections.abc import Callable

from attrs import define, field, frozen

from newsmodel.pages.html.tags import ATTRIBUTE, END, FEW, NAMED, are_short

FREE_WORK = 50_000_000
"""Sum of the depths of all tags, up to which no page is too deep: the parser looks at each open element once a tag, in 0.1 s."""

FREE_COPIES = 1_000_000
"""How many formatting elements the parser may open again, whatever the page: each is a node in memory."""

_MEAN_DEPTH = 2_048
"""Mean of the estimated depths that is allowed above that. Misnested pages are estimated far deeper than they are."""
_MEAN_COPIES = 16
_MOST_EQUAL = 3
"""How many of the same formatting elements, with the same attributes, the parser opens again."""
_MOST_OPTIONS = 10_000
"""Options of a page: the time of the parser grows with the square of those of a list."""
_MOST_ATTRIBUTES = 4_096
"""Attributes of a tag: the parser compares each with all before it."""
_MOST_NAMES = 40_000
"""Different names of elements and attributes: the parser looks for each among those with the same hash."""

FREE_TAGS = 8_000
"""Tags that a page may have before it is measured: even if all were nested, the parser would need some tenths of a second.
A news page of 400 kB has about 3,000, one with long menus 6,000."""

FREE_BYTES = 32_000
"""Bytes that a page may have before its attributes are looked at: not so many fit that comparing them would take long."""

_USUAL_BYTES = 400_000
"""Bytes of a page whose short tags hold no more names than the parser can look for: a name that none before it had takes four bytes."""
_USUAL_ROOTS = 8
"""Tags of ``html`` and ``body``, all of whose attributes come to stand in the same two elements."""

FREE_REPEATS = 1_000_000
"""Tags times formatting tags up to which a page is not measured.
A formatting element that is never closed is repeated in every block behind it."""

_REST = re.compile(ATTRIBUTE + rb"*+" + END, re.VERBOSE)
_NAME = re.compile(ATTRIBUTE.replace(b"(?: [^", b"(?P<name> [^", 1), re.VERBOSE)
# '<!-- … -->', '<!doctype', '<?xml', '</3', '<div', '</div'
_OPENING = re.compile(
    rb"<(?:(?P<comment>!--)|(?P<cdata>!\[CDATA\[)|(?P<bogus>[!?]|/(?![a-zA-Z]))|(?P<end>/?)(?P<name>[a-zA-Z][^\t\n\f\r />]*+))"
)
_COMMENT_END = re.compile(rb"(?:(?<=<!--)-?|--!?)>")
_START = re.compile(rb"<[a-zA-Z]")
_SCRIPT = re.compile(rb"<!--|-->|<(?P<end>/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
# '<svg viewBox="0 0 9 9"><title>Search</title><g><path d="M0"/></g></svg>': a drawing without anything that could end it early.
_DRAWING = re.compile(
    rb"""
    (?: [^<]++
      | <(?:title|desc|style) \b [^<>]*+ > [^<]*+ </(?:title|desc|style)>
      | </?(?:animate\w*+|circle|clippath|defs|ellipse|fe\w++|filter|g|image|line|lineargradient|marker|mask|metadata|path|pattern|polygon
        |polyline|radialgradient|rect|set|stop|switch|symbol|text|textpath|tspan|use|view) (?=[\t\n\f\r />])"""
    + ATTRIBUTE
    + rb"*+"
    + END
    + rb"""
    ){0,1000}+ </svg[\s]*+>
    """,
    re.VERBOSE | re.IGNORECASE,
)
# '<b>', '<em class="x">', '<strong>', '<html>', '<body>', and some that look alike: counting them must be cheap.
_FORMATTING_TAG = re.compile(rb"<[bBcCeEfFhHiInNsStTuU](?:[\s/>]|[iI][gG]|[oO]|[mM][\s/>]|[mMtT])")
_ROOTS = (b"<ht", b"<bo")
"""How the tags of the elements begin to which the parser adds the attributes of all further ones."""
_OTHER_TAGS = {
    b"b": b"ody", b"f": b"rameset", b"h": b"tml", b"i": b"frame", b"m": b"ath", b"n": b"oembed|oframes", b"p": b"laintext",
    b"s": b"cript|tyle|vg", b"t": b"extarea|itle", b"x": b"mp",
}  # fmt: skip
"""The tags that mean more to the parser than others, by their first letter: to look at the rest of each name would take twice as long."""
_PLAIN_TAG = (
    rb"</?(?:[acdegjkloqruvwyzACDEGJKLOQRUVWYZ]|"
    + b"|".join(rb"[" + one + one.upper() + rb"](?!(?i:" + rest + rb")[\t\n\f\r />])" for one, rest in _OTHER_TAGS.items())
    + rb")"
    + NAMED
)
_RAW_TEXTS = b"|".join(
    rb"<(?i:" + name + rb")(?=[\t\n\f\r />])" + FEW + rb"[^<]*+ </(?i:" + name + rb")[\t\n\f\r ]*+>"
    for name in b"style textarea title xmp iframe noembed noframes".split()
)
# A page whose tags have twelve attributes at most, but for a few that have more. Texts of scripts, comments and drawings are passed over
# where every reading agrees where they end; what this does not match is measured.
_FEW_ATTRIBUTES = re.compile(
    rb"(?: (?: [^<]++ |" + _PLAIN_TAG + FEW + rb"|" + _RAW_TEXTS
    + rb"| <(?i:script)(?=[\t\n\f\r />])" + FEW + rb"(?: [^<]++ | <(?!!--|/(?i:script)) )*+ </(?i:script)[\t\n\f\r ]*+>"
    + rb"| <(?i:svg)(?=[\t\n\f\r />])" + FEW + rb"(?: [^<]++ |" + _PLAIN_TAG + FEW + rb"|" + _RAW_TEXTS + rb")*+ </(?i:svg)[\t\n\f\r ]*+>"
    + rb"| <!--(?!-?>) (?: [^-]++ | -(?!->|-!>) )*+ --!?> | <(?:[!?](?!--)|/(?![a-zA-Z])) [^>]*+ > | <(?![a-zA-Z/!?]) )*+"
    + rb"(?: (?:" + _PLAIN_TAG + rb"| </?(?i:html|body)(?=[\t\n\f\r />])) " + ATTRIBUTE + rb"{0,64}+" + END + rb")?+ ){0,150}+ \Z",
    re.VERBOSE,
)  # fmt: skip
_VOID = frozenset(b"area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr".split())
# Not counted, since one of each is on every page and the parser ignores all others.
_ONCE = frozenset(b"html head body".split())
_RAW = frozenset(b"script style textarea title xmp iframe noembed noframes".split())
_SWITCHES = frozenset(b"svg math select frameset".split())
"""Inside of these the text of a script may be none."""
_FOREIGN = frozenset(b"svg math".split())
_FORMATTING = frozenset(b"a b big code em font i nobr s small strike strong tt u".split())
_MARKERS = frozenset(b"applet caption marquee object td template th".split())
"""What formatting elements do not reach out of."""
_OF_TABLES = frozenset(b"caption colgroup tbody td tfoot th thead tr".split())
_WITH_ROWS = frozenset(b"table template".split())
# What the start of an element ends where it stands right inside it.
_BLOCKS = (
    b"address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header "
    b"hgroup hr main menu nav ol p pre search section summary ul"
).split()
_ENDS: dict[bytes, tuple[bytes, ...]] = {
    **dict.fromkeys(_BLOCKS, (b"p",)),
    b"li": (b"p", b"li"),
    **dict.fromkeys((b"dt", b"dd"), (b"p", b"dt", b"dd")),
    **dict.fromkeys((b"td", b"th"), (b"p", b"td", b"th")),
    b"tr": (b"p", b"td", b"th", b"tr"),
    **dict.fromkeys((b"thead", b"tbody", b"tfoot"), (b"p", b"td", b"th", b"tr", b"thead", b"tbody", b"tfoot")),
}


@frozen
class Excess:
    """What a page has too much of, and where."""

    what: str
    """The bound that it is beyond, in words; empty where that is depth."""

    place: int
    """In bytes from the beginning."""


@define
class _Open:
    """The elements that may be open at some place of a page."""

    names: list[tuple[bytes, bytes]] = field(factory=list)
    left: list[tuple[bytes, bytes]] = field(factory=list)
    """Formatting elements whose blocks ended before them: the parser opens them again in every block."""

    counts: dict[bytes, int] = field(factory=dict)
    """How many elements of each name may be open."""

    equal: dict[tuple[bytes, bytes], int] = field(factory=dict)
    """How many formatting elements with the same name and attributes may be open or left."""

    copies: int = 0
    """How many formatting elements the parser may have to open again."""

    def __len__(self) -> int:
        """Count them."""
        return len(self.names) + len(self.left)

    def has(self, names: frozenset[bytes]) -> bool:
        """Tell whether any of such elements may be open."""
        return any(self.counts.get(name) for name in names)

    def start(self, name: bytes, rest: bytes) -> None:
        """Open an element."""
        if name in _OF_TABLES and not self.has(_FOREIGN) and not self.has(_WITH_ROWS):
            return  # The parser ignores it.
        if name not in _OF_TABLES or not self.has(_FOREIGN):
            for ended in _ENDS.get(name, ()):
                self._close_above(ended)
        if name == b"option" and self.names and self.names[-1][0] == name and not self.has(_FOREIGN):
            self._pop()
        one = (name, rest)
        self.names.append(one)
        self.counts[name] = self.counts.get(name, 0) + 1
        if name in _FORMATTING:
            self._count(one, 1)

    def end(self, name: bytes) -> None:
        """Close an element, if that is sure."""
        if name == b"select":
            for inner in (b"option", b"optgroup"):
                if len(self.names) > 1 and self.names[-1][0] == inner and any(open_ == b"select" for open_, _ in self.names[-3:]):
                    self._pop()
        if self.names and self.names[-1][0] == name:
            # A form is closed by the parser's own notion of the form that it is in, not by its place.
            if name != b"form":
                self._pop()
        elif name in _FORMATTING:
            if not self.has(_MARKERS):
                self._let_go(name)
        else:
            self._close_above(name)

    def _close_above(self, name: bytes) -> None:
        """Close an element on which at most formatting elements stand."""
        i = len(self.names) - 1
        while i >= 0 and self.names[i][0] in _FORMATTING:
            i -= 1
        if i < 0 or self.names[i][0] != name or name == b"form":
            return
        for one in self.names[i + 1 :]:
            self.counts[one[0]] -= 1
            self.left.append(one)
        del self.names[i + 1 :]
        self._pop()

    def _let_go(self, name: bytes) -> None:
        last = next((i for i in range(len(self.left) - 1, -1, -1) if self.left[i][0] == name), None)
        if last is not None:
            self._count(self.left.pop(last), -1)

    def _pop(self) -> None:
        one = self.names.pop()
        self.counts[one[0]] -= 1
        if one[0] in _FORMATTING:
            self._count(one, -1)

    def _count(self, one: tuple[bytes, bytes], change: int) -> None:
        before = self.equal.get(one, 0)
        self.equal[one] = before + change
        self.copies += min(before + change, _MOST_EQUAL) - min(before, _MOST_EQUAL)


@define
class _Count:
    """What the parser has to do for a page, added up tag by tag."""

    source: bytes
    watch: Callable[[int], None] | None
    open_: _Open = field(factory=_Open)
    tags: int = 0
    work: int = 0
    copies: int = 0

    def add(self, tags: int, inside: int = 0) -> bool:
        """Add some tags, and tell whether it is too much; each of ``inside`` of them may stand in all the others."""
        depth = len(self.open_) + inside
        self.tags += tags
        self.work += max(tags, 1) * depth
        self.copies += max(tags, 1) * (self.open_.copies + (inside if tags > 1 else 0))
        if self.watch is not None:
            self.watch(depth)
        return (self.work > FREE_WORK and self.work > _MEAN_DEPTH * self.tags) or (
            self.copies > FREE_COPIES and self.copies > _MEAN_COPIES * self.tags
        )

    def all_behind(self, place: int) -> Excess | None:
        """Count all tags from a place as if none were ever closed: whether it is markup depends on more than is known here."""
        tags = len(_START.findall(self.source, place))
        return Excess("", place) if self.add(tags, tags) else None


def is_harmless(source: bytes) -> bool:
    """Tell whether a page is seen at once to have nothing in excess."""
    # Before Python 3.13, this counts five times as fast as count().
    tags = len(source) - len(source.replace(b"<", b""))
    if tags > FREE_TAGS:
        return False
    formatting = _FORMATTING_TAG.findall(source)
    if tags * len(formatting) > FREE_REPEATS:
        return False
    if len(source) <= FREE_BYTES:
        return True
    begun = b"".join(formatting).lower()
    is_usual = len(source) <= _USUAL_BYTES and sum(map(begun.count, _ROOTS)) <= _USUAL_ROOTS
    return (is_usual and are_short(source)) or _FEW_ATTRIBUTES.match(source) is not None


def excess(source: bytes, watch: Callable[[int], None] | None = None) -> Excess | None:  # noqa: C901, PLR0912 - one branch a kind of tag
    """Tell what the parser could not do with a page in short time, ``None`` where there is nothing; ``watch`` is told each depth."""
    count = _Count(source, watch)
    open_ = count.open_
    names: set[bytes] = set()
    position = options = of_root = 0
    while position >= 0 and (match := _OPENING.search(source, position)) is not None:
        name = (match["name"] or b"").lower()
        if match["cdata"] and open_.has(_FOREIGN):
            return count.all_behind(match.end())
        if not name:
            position = _end_of_comment(source, match)
            continue
        if (rest := _REST.match(source, match.end())) is None:
            # What is never closed, be it a comment, a script or a tag, goes on to the end of the page.
            break
        position = rest.end()
        own = _NAME.findall(rest[0], 0, len(rest[0]) - 1)
        names.update(own)
        names.add(name)
        of_root += len(own) if name in _ONCE else 0
        if max(len(own), of_root) > _MOST_ATTRIBUTES:
            return Excess(f"{_MOST_ATTRIBUTES} attributes of a tag", match.start())
        if len(names) > _MOST_NAMES:
            return Excess(f"{_MOST_NAMES} names of elements and attributes", match.start())
        options += name == b"option"
        if options > _MOST_OPTIONS:
            return Excess(f"{_MOST_OPTIONS} options", match.start())
        inside = 0
        if match["end"]:
            open_.end(name)
        elif name == b"svg" and (drawing := _DRAWING.match(source, position)) is not None:
            inside, position = drawing[0].count(b"<"), drawing.end()
        elif name in _RAW or name == b"plaintext":
            if open_.has(_SWITCHES):
                return count.all_behind(position)
            position = _end_of_raw(source, name, position)
        elif name not in _VOID and name not in _ONCE:
            open_.start(name, rest[0])
        if count.add(1 + inside, inside):
            return Excess("", match.start())
    return None


def _end_of_comment(source: bytes, match: "re.Match[bytes]") -> int:
    if match["comment"]:
        end = _COMMENT_END.search(source, match.end())
        return end.end() if end else -1
    return source.find(b">", match.end()) + 1 or -1


def _end_of_raw(source: bytes, name: bytes, position: int) -> int:
    if name == b"plaintext":
        return -1
    if name == b"script":
        return _end_of_script(source, position)
    match = re.compile(rb"</" + re.escape(name) + rb"(?=[\t\n\f\r />])", re.IGNORECASE).search(source, position)
    return match.start() if match else -1


def _end_of_script(source: bytes, position: int) -> int:
    """Find the end tag of a script; one inside of a comment, behind another start of a script, is none."""
    is_comment = is_inner = False
    for match in _SCRIPT.finditer(source, position):
        if match[0] == b"<!--":
            # '<!-->' is over at once.
            is_comment = is_comment or source[match.end() : match.end() + 1] != b">"
        elif match[0] == b"-->":
            is_comment = is_inner = False
        elif match["end"] and not is_inner:
            return match.start()
        elif is_comment:
            is_inner = not match["end"]
    return -1
