"""Which lines of a body are subheadings: a dump does not mark them."""

import re
from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from newsmodel.model import Role
from newsmodel.model.posts import MEDIA
from newsmodel.pages.piece import Piece
from newsmodel.pages.text import final_mark, has_inner_stop, quoted, words

_LONGEST = 120
"""Characters."""
_MOST_WORDS = 18
_MOST_WORDS_OF_QUESTION = 14
_MOST_WORDS_OF_SHOUT = 8
_LONGEST_RUN = 2
"""Headings that may follow one another; more are an unmarked list."""
# '1. ', '2) ' before a heading.
_NUMBER = re.compile(r"\d{1,3}[.)]\s")
# 'euronews: "question"', 'Q: ': the label of a speaker.
_LABEL = re.compile(r"[^:]{1,40}:\s*[\"“«„'‘]")
# What a heading may stand above. Pictures may stand between, but are not enough by themselves.
_BELOW = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION, Role.TABLE, Role.TWEET})


def with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Give the pieces of a body with those paragraphs made headings that are."""
    times = Counter(p.text for p in pieces)
    marked = [p.role is Role.PARAGRAPH and p.alone and times[p.text] == 1 and looks_like_heading(p.text) for p in pieces]
    out = list(pieces)
    prose_below = False
    run = 0
    for i in range(len(pieces) - 1, -1, -1):
        p = pieces[i]
        if p.role in (Role.FURNITURE, Role.RELATED, Role.BYLINE):
            continue
        if not marked[i]:
            prose_below = prose_below or p.role in _BELOW
            run = run if p.role is Role.CAPTION else 0
            continue
        run += 1
        if prose_below and run <= _LONGEST_RUN:
            out[i] = evolve(p, role=Role.HEADING)
    return out


def looks_like_heading(text: str) -> bool:
    """Tell whether a line has the shape of a heading: short, of one sentence, and without a stop."""
    count = words(text)
    if len(text) > _LONGEST or count > _MOST_WORDS or not any(c.isalpha() for c in text):
        return False
    if "http" in text or MEDIA.search(text) or "(@" in text or _LABEL.match(text):
        return False
    numbered = _NUMBER.match(text)
    bare = (text[numbered.end() :] if numbered else text).strip("*_ ")
    if not bare or has_inner_stop(bare):
        return False
    mark = final_mark(bare)
    if mark == "?":
        return count <= _MOST_WORDS_OF_QUESTION
    if mark == "!":
        return count <= _MOST_WORDS_OF_SHOUT and not quoted(bare)
    return not mark
