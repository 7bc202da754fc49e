"""Embedded posts in a dump: their words, and below them ``— Name (@handle) date``."""

import re
from collections.abc import Sequence

from newsmodel.model.posts import HANDLE
from newsmodel.pages.text import Line, final_mark, words

_LONGEST_DATE = 40
"""Characters of the longest date."""
_MOST_DATE_WORDS = 7
_LONGEST_NAME = 80
"""Characters of the longest display name."""
# '(@handle) 10 septembre 2016' at the end of a line, the date in any language.
_SIGNATURE = re.compile(rf"\(@(?a:{HANDLE})\)[ ,]*([^()@]{{0,{_LONGEST_DATE}}})$")
_DASHES = ("—", "―", "–", "--", " - ", "-")


def is_signature(text: str) -> bool:
    """Tell whether a line is the signature of a post and nothing else: ``— Name (@handle) September 16, 2015``."""
    match = _signature(text)
    if match is None:
        return False
    return text.startswith(("—", "―", "–", "-")) and match.start() <= _LONGEST_NAME and (not match[1] or _is_date(match[1]))


def ends_with_signature(text: str) -> bool:
    """Tell whether a line is a post with its signature glued to it."""
    match = _signature(text)
    if match is None or not _is_date(match[1]) or is_signature(text):
        return False
    before = text[max(0, match.start() - _LONGEST_NAME) : match.start()]
    return any(dash in before for dash in _DASHES)


def ends_of_posts(lines: Sequence[Line]) -> list[int]:
    """Give, for each post in neighbouring lines, the index behind its last line; it begins where the one before it ends."""
    ends: list[int] = []
    for i, line in enumerate(lines):
        alone = is_signature(line.text)
        if not alone and not ends_with_signature(line.text):
            continue
        dated_below = alone and _lacks_date(line.text) and i + 1 < len(lines) and _is_date_line(lines[i + 1].text)
        ends.append(i + 2 if dated_below else i + 1)
    return ends


def _signature(text: str) -> re.Match[str] | None:
    # The signature stands at the end: looking there alone keeps a long line cheap.
    tail = len(text) - 2 * _LONGEST_DATE
    return _SIGNATURE.search(text, max(0, tail)) if "(@" in text else None


def _is_date(text: str) -> bool:
    return any(c.isdigit() for c in text) and words(text) <= _MOST_DATE_WORDS and final_mark(text) not in ("!", "?", "…", ":")


def _is_date_line(text: str) -> bool:
    """Tell whether a line may be the date that the signature above it lacks."""
    return len(text) <= _LONGEST_DATE and _is_date(text) and _signature(text) is None


def _lacks_date(text: str) -> bool:
    """Tell whether a signature has no date."""
    match = _signature(text)
    return match is not None and not match[1]
