"""Finding what stands in quotation marks, in every kind of mark that is in use."""

import re
from collections.abc import Iterator

from attrs import define

# Each opening mark with the marks that can close it. Signs that open in one language close in another:
# “ opens in English and closes in German, so the mark that is open decides.
CLOSERS = {
    "“": '”“"',
    "”": "”",
    "„": "“”‟",
    "‟": "”",
    '"': '"”',
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
    "‘‘": "’‘",
}
# Doubled single marks are one double mark: ‘‘ … ’‘ and ‘‘ … ’’ are leftovers of typesetting.
_DOUBLED_CLOSERS = ("’’", "’‘", "‘’", "‘‘")
_DOUBLE = frozenset('“„‟"«»「『') | {"‘‘"}
# It begins with a set, since Python passes over what is in none much faster than over what no alternative begins with.
_MARK = re.compile(
    r"""
    [“”„‟"«»‹›「」『』‚‘’']
    (?:
      (?<= [‘’] ) [‘’]?             # ‘   ‘‘   ’’
    | (?<= ' ) (?<! '' ) (?! ' )    # two straight apostrophes are left alone: some archives write every kind of mark so
    | (?<! [‘’'] )                  # “   «
    )
    """,
    re.VERBOSE,
)
_MIXED = ('"“', '“"')
"""A curly mark inside straight ones, and a straight one inside curly ones."""
_LOOK_AHEAD = 6
_SENTENCE = 200
_APOSTROPHES = frozenset("’'‘")
# What may stand, beside blanks, between a clause and the words that attribute it.
_CLOSING = "'’\"”"


@define(eq=False)
class Quotation:
    """What stands between two quotation marks of one paragraph."""

    outer_start: int
    """Index of the opening mark."""

    start: int
    """Index of the first quoted character."""

    end: int
    """Index after the last quoted character."""

    outer_end: int
    """Index after the closing mark; ``end`` where the paragraph ends before the mark closes."""

    double: bool
    """Whether the marks are double ones, which apostrophes cannot be mistaken for."""

    @property
    def closed(self) -> bool:
        """Whether a mark closes it."""
        return self.outer_end > self.end


def find(text: str, start: int, end: int) -> list[Quotation]:
    """Find the outermost quotations of one paragraph, ``text[start:end]``."""
    return list(_find(text, start, end))


def _find(text: str, start: int, end: int) -> Iterator[Quotation]:
    found = [(match.start(), match.group()) for match in _MARK.finditer(text, start, end)]
    if found and (text.find("=", start, end) >= 0 or text.find(">", start, end) >= 0):
        found = _without_attributes(text, found)
    index = 0
    # Where a mark finds no closer, none of its kind that follows does: nothing nests in single marks, and after a double one all is over.
    unclosed: set[str] = set()
    while index < len(found):
        at, mark = found[index]
        after = at + len(mark)
        if not _opens(text, at, mark, start, end):
            index += 1
            continue
        opener = "‘‘" if mark in _DOUBLED_CLOSERS else mark
        closer = _closer(text, found, index + 1, opener, end) if opener not in unclosed else None
        if closer is not None:
            close_at, close_mark = found[closer]
            index = closer + 1
            if len(text[after:close_at].strip()) > (opener not in _DOUBLE):
                yield _trimmed(text, (at, close_at + len(close_mark)), after, close_at, double=opener in _DOUBLE)
        elif opener in _DOUBLE and text[after:end].strip():
            # A quotation that goes on in the next paragraph is left open at the end of this one.
            yield _trimmed(text, (at, end), after, end, double=True)
            return
        else:
            unclosed.add(opener)
            index += 1


def _without_attributes(text: str, found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Leave out the marks of markup that was taken for text: `href="…"`, `target=”_blank”`, and what is left of it, `">`."""
    kept: list[tuple[int, str]] = []
    value = False
    for at, mark in found:
        if at and text[at - 1] == "=":
            value = True
        elif value or text[at + len(mark) : at + len(mark) + 1] == ">":
            value = False
        else:
            kept.append((at, mark))
    return kept


def _trimmed(text: str, outer: tuple[int, int], start: int, end: int, *, double: bool) -> Quotation:
    while text[start].isspace():
        start += 1
    closed = outer[1] > end
    while text[end - 1].isspace():
        end -= 1
    return Quotation(outer[0], start, end, outer[1] if closed else end, double)


def _opens(text: str, at: int, mark: str, start: int, end: int) -> bool:
    after = at + len(mark)
    if mark in ("’", "」", "』") or after >= end:
        return False
    before = text[at - 1] if at > start else " "
    if mark == "”":
        # Swedish and Finnish open with the mark that closes elsewhere.
        return before.isspace() and text[after].isalnum()
    if mark in ("„", "‚", "「", "『"):
        return True
    if mark in ("«", "»", "‹", "›"):
        # Marks of this family stand on either side, and French sets a blank inside them.
        return mark in ("«", "‹") or (not before.isalnum() and before not in ".,!?…" and not text[after].isspace())
    if text[after].isspace() and mark != "“":
        return False
    # "Bell said,“We go.”"
    unspaced = mark == "“" and before == "," and text[after].isalnum()
    return unspaced or not (before.isalnum() or before in ".,!?…%")


def _closer(text: str, found: list[tuple[int, str]], index: int, opener: str, end: int) -> int | None:
    """Find which of the marks from ``index`` on closes the opener."""
    nested: list[str] = []
    for position in range(index, len(found)):
        at, mark = found[position]
        if opener == "‘‘":
            if mark in _DOUBLED_CLOSERS and not text[at - 1].isspace():
                return position
            continue
        if mark in _DOUBLED_CLOSERS and opener not in ("'", "‘", "‚"):
            continue
        if nested:
            if mark in CLOSERS[nested[-1]] and _closes(text, at, mark, nested[-1], end):
                nested.pop()
            continue
        if mark == opener and mark in "“«" and _opens(text, at, mark, 0, end) and _has_two_closers(found, position + 1, mark):
            nested.append(mark)
        elif mark in CLOSERS[opener] and _closes(text, at, mark, opener, end):
            return position
        elif _nests(text, at, mark, opener, end):
            nested.append(mark)
    return None


def _nests(text: str, at: int, mark: str, opener: str, end: int) -> bool:
    """Tell a mark of another kind that opens a quotation inside the open one."""
    if opener + mark in _MIXED:
        return _opens(text, at, mark, 0, end)
    return mark in ("«", "„", "「") and mark != opener and opener in _DOUBLE


def _has_two_closers(found: list[tuple[int, str]], index: int, opener: str) -> bool:
    """Tell a quotation inside one of the same marks from one whose end was forgotten."""
    closing = 0
    for _, mark in found[index : index + _LOOK_AHEAD]:
        if mark == opener:
            return False
        closing += mark in CLOSERS[opener]
        if closing > 1:
            return True
    return False


def _closes(text: str, at: int, mark: str, opener: str, end: int) -> bool:
    after = text[at + 1] if at + 1 < end else " "
    before = text[at - 1]
    if mark in _APOSTROPHES:
        # Between two letters it is an apostrophe, and after an s, where the sentence goes on, a possessive.
        possessive = (
            before == "s" and after.isspace() and text[at + 2 : at + 3].islower() and mark in text[at + 1 : min(at + _SENTENCE, end)]
        )
        return not after.isalnum() and not before.isspace() and not possessive
    if mark == '"':
        inches = opener != '"' and before.isdigit()
        return not inches and not (before.isspace() and not after.isspace())
    if mark == "“" and opener == "“":
        return not after.isalnum()
    return True


def without_outer(text: str, start: int, end: int) -> int:
    """Step back over the blanks and closing marks at the end of a stretch."""
    while end > start and (text[end - 1] in _CLOSING or text[end - 1].isspace()):
        end -= 1
    return end
