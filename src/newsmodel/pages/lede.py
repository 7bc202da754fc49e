"""The summary between the header and the body of a dump."""

from collections.abc import Sequence

from attrs import frozen

from newsmodel.model import Role
from newsmodel.pages.body import is_claimed
from newsmodel.pages.furniture import Cut, Furniture
from newsmodel.pages.pictures import repeats
from newsmodel.pages.piece import Piece, piece
from newsmodel.pages.posts import is_signature
from newsmodel.pages.text import Line, squashed

_SHORTEST = 12
"""Letters of the shortest summary that is held for a repetition of the text."""
_LONGEST = 2000
_LONGEST_WRITTEN = 450
"""Characters of the longest summary that only its place shows: what is longer is the first paragraph of a page without one."""
_TWO_BLANKS = 2


@frozen(kw_only=True)
class Lede:
    """The summary."""

    piece: Piece | None
    """Its lines; ``None`` where the page has none."""

    repeated: bool = False
    """Whether the paragraphs begin with the same words: then it is no part of the body."""

    count: int = 0
    """How many lines it has."""


def read_lede(lines: Sequence[Line], cuts: Sequence[Cut | None], furniture: Furniture, *, below_bar: bool, has_blanks: bool) -> Lede:
    """Read the summary of the lines below the header; only a page with a share bar always has one."""
    group = _first_group(lines, cuts, has_blanks=has_blanks)
    if not group or any(is_claimed(line) for line in group) or (len(group) > 1 and repeats(group[0].text, group[1].text, furniture)):
        return Lede(piece=None)
    count = len(group)
    if count < len(lines) and is_signature(lines[count].text):
        return Lede(piece=None)
    words = " ".join(line.text for line in group)
    if begins(words, [line.text for line, cut in zip(lines[count:], cuts[count:], strict=True) if cut is None]):
        return Lede(piece=piece(Role.LEDE, *group), repeated=True, count=count)
    below = cuts[count] if count < len(lines) else None
    set_apart = has_blanks and count < len(lines) and ((below is not None and below.is_ad) or lines[count].gap >= _TWO_BLANKS)
    if set_apart or (below_bar and count == 1 and len(words) <= _LONGEST_WRITTEN):
        return Lede(piece=piece(Role.LEDE, *group), count=count)
    return Lede(piece=None)


def _first_group(lines: Sequence[Line], cuts: Sequence[Cut | None], *, has_blanks: bool) -> list[Line]:
    group: list[Line] = []
    for line, cut in zip(lines, cuts, strict=True):
        if cut is not None or (group and (line.group != group[0].group or not has_blanks)):
            break
        group.append(line)
    return group


def begins(summary: str, texts: Sequence[str]) -> bool:
    """Tell whether the texts begin with the words of the summary, which may be cut anywhere."""
    wanted = squashed(summary)
    if not _SHORTEST <= len(wanted) <= _LONGEST:
        return False
    found = ""
    for text in texts:
        found += squashed(text)
        if len(found) >= len(wanted):
            return found.startswith(wanted)
        if not wanted.startswith(found):
            return False
    return False
