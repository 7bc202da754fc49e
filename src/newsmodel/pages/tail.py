"""Where the body of a dump ends, and what stands below it."""

import re
from collections.abc import Sequence

from attrs import frozen

from newsmodel.model import Entity, Link, Role
from newsmodel.pages.byline import authors_of
from newsmodel.pages.furniture import Cut, Furniture
from newsmodel.pages.piece import Piece, piece
from newsmodel.pages.text import Line, ends_sentence, final_mark, words

_LONGEST_TITLE = 200
"""Characters of the longest title of a related article."""
_MOST_TITLES = 12
_FEWEST_TITLES = 2
_MOST_WORDS_OF_HEADING = 4
_SHORTER = 0.6
"""Length of a heading as a share of that of the shortest title below it."""
_LONGEST_LABEL = 40
_NEAR = 2
"""Lines below a bar that show whether the body goes on."""
# 'Journaliste • Vincent Reynier', 'Weitere Quellen • AP'.
_CONTRIBUTORS = re.compile(rf"([^•.!?:]{{2,{_LONGEST_LABEL}}}) • (?=\S)")


@frozen(kw_only=True)
class Tail:
    """What stands below the body."""

    start: int
    """Index of its first line."""

    pieces: tuple[Piece, ...] = ()
    """Its lines, with their roles."""

    related: tuple[Link, ...] = ()
    """The titles of related articles."""

    authors: tuple[Entity, ...] = ()
    """Those named right below the body."""


def read_tail(lines: Sequence[Line], cuts: Sequence[Cut | None], furniture: Furniture, *, start: int, bar: str | None) -> Tail:
    """Find the end of the body that begins at ``start``, and read what follows."""
    end = _end(lines, cuts, start, bar)
    first = _first_contributor(lines, cuts, furniture, start, end)
    pieces: list[Piece] = []
    related: list[Link] = []
    authors: list[Entity] = []
    ours = True
    closing = next((i for i in range(end, len(lines)) if lines[i].text == bar), end)
    heading = _unknown_heading(lines, cuts, closing + 1)
    for i in range(first, len(lines)):
        line, cut = lines[i], cuts[i]
        if cut is not None or (bar is not None and line.text == bar):
            ours = ours if cut is None or not cut.kinds & {"lists", "related"} else "related" in cut.kinds
            pieces.append(piece(Role.FURNITURE, line))
        elif i < end:
            authors.extend(authors_of(line.text.partition(" • ")[2], furniture))
            pieces.append(piece(Role.BYLINE, line))
        elif ours and len(line.text) <= _LONGEST_TITLE and i >= closing and i != heading:
            related.append(Link(text=line.text))
            pieces.append(piece(Role.RELATED, line))
        else:
            pieces.append(piece(Role.FURNITURE, line))
    return Tail(pieces=tuple(pieces), related=tuple(related), authors=tuple(authors), start=first)


def _unknown_heading(lines: Sequence[Line], cuts: Sequence[Cut | None], start: int) -> int | None:
    """Find the heading above the related titles in a language without a string for it: far shorter than each of them."""
    if any(cut is not None and "related" in cut.kinds for cut in cuts[start:]):
        return None
    heading, *titles = [i for i in range(start, len(lines)) if cuts[i] is None] or [0]
    if len(titles) < _FEWEST_TITLES or words(lines[heading].text) > _MOST_WORDS_OF_HEADING:
        return None
    shortest = min(len(lines[i].text) for i in titles)
    return heading if len(lines[heading].text) < _SHORTER * shortest else None


def _end(lines: Sequence[Line], cuts: Sequence[Cut | None], start: int, bar: str | None) -> int:
    """Give the index of the first line that is below the body."""
    # The bar of the header closes the body again; where it does not, what looks like it may stand between paragraphs, too.
    end = next((i for i in range(start, len(lines)) if bar is not None and lines[i].text == bar), None)
    if end is None:
        end = next((i for i in range(start, len(lines)) if _is_end(lines, cuts, i, bar)), len(lines))
    while end > start and (above := cuts[end - 1]) is not None and "shortcuts" in above.kinds:
        end -= 1
    # A list of other articles right above the end is below the body, too.
    headings = [i for i in range(start, end) if (cut := cuts[i]) is not None and cut.kinds & {"related", "lists"}]
    last_prose = next((i for i in range(end - 1, start - 1, -1) if cuts[i] is None and _is_prose(lines[i].text)), start - 1)
    for i in headings:
        if i > last_prose and end - i - 1 <= _MOST_TITLES:
            end = i
            break
    if end < len(lines) and bar is not None:
        end = _above_unknown_link(lines, cuts, start, end)
    return end


def _is_end(lines: Sequence[Line], cuts: Sequence[Cut | None], i: int, bar: str | None) -> bool:
    """Tell whether a bar that differs from the header's ends the body: one short word may be a heading, and prose may go on below."""
    cut = cuts[i]
    if cut is None or not (cut.is_bar or "shortcuts" in cut.kinds):
        return False
    if "shortcuts" in cut.kinds:
        return True
    below = zip(lines[i + 1 : i + 1 + _NEAR], cuts[i + 1 : i + 1 + _NEAR], strict=True)
    return (cut.strong or bar is None) and not any(own is None and _is_prose(line.text) for line, own in below)


def _above_unknown_link(lines: Sequence[Line], cuts: Sequence[Cut | None], start: int, end: int) -> int:
    """Take in the link right above the closing bar, glued to it, whose language has no strings (2026 pages have one there)."""
    if end - 1 <= start:
        return end
    above = lines[end - 1]
    glued = lines[end].gap == 0 and above.gap > 0
    is_link = cuts[end - 1] is None and not _is_prose(above.text) and not _CONTRIBUTORS.match(above.text) and not above.raw[:1].isspace()
    return end - 1 if glued and is_link and "\t" not in above.raw else end


def _first_contributor(lines: Sequence[Line], cuts: Sequence[Cut | None], furniture: Furniture, start: int, end: int) -> int:
    """Give the index of the first of the lines that name contributors, right above the end of the body."""
    first = end
    while first > start:
        i = first - 1
        cut = cuts[i]
        if cut is not None:
            if "related" in cut.kinds:
                break
            first = i
            continue
        label = _CONTRIBUTORS.match(lines[i].text)
        known = label is not None and furniture.is_label_of_contributors(label[1].strip())
        if label is None or lines[i].raw[:1].isspace() or not (known or not final_mark(lines[i].text)):
            break
        first = i
    return first


def _is_prose(text: str) -> bool:
    return (ends_sentence(text) and final_mark(text) not in ("?", "!") and words(text) > 3) or len(text) > _LONGEST_TITLE  # noqa: PLR2004 - a sentence
