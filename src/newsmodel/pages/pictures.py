"""Pictures in a dump: the alternative text, and below it caption and credit on one line."""

import re

from newsmodel.model import Image
from newsmodel.pages.furniture import Furniture
from newsmodel.pages.text import final_mark, squashed, tokens, words

_LONGEST_CREDIT = 160
"""Characters."""
_LONGEST_CAPTION = 600
"""Characters of the longest line that is held for a caption."""
_SHARED = 0.75
"""Share of the words of an alternative text that its caption must hold."""
_FEW = 3
"""Words up to which a caption must repeat the alternative text exactly."""
# 'Name Surname/AP', 'AP Photo/Name Surname' at the end of a line: a slash between words that begin with capitals.
_SLASH = re.compile(r"\w/[^\W\d_a-z][^./?!]{0,60}$")
# 'Ships in the port, Monday, Jan. 5, 2026' at the end of a line: a comma somewhere, and a year as the last word.
_DATED = re.compile(r",[^,]{0,40}\b(?:19|20)\d\d$")
_WORDS_OF_DATED = 6
# The stop before the last words of a line: 'Workers on the dock. Ana Bela/AP'.
_LAST_STOP = re.compile(r"[.!?…][\"”’»]? (?=[^.!?…]+$)")
_WORD = re.compile(r"\w+")


def repeats(alt: str, below: str, furniture: Furniture) -> bool:
    """Tell whether a line (almost) repeats the one above it, with a credit behind: ``alt⏎captioncredit``."""
    if len(below) > _LONGEST_CAPTION or len(below) - len(alt) > _LONGEST_CREDIT:
        return False
    # A heading, too, may be what the sentence below it begins with; but no credit is a sentence.
    is_sentence = bool(final_mark(below)) and not furniture.has_rights(below)
    if below.startswith(alt):
        return not is_sentence or words(below[len(alt) :]) <= _FEW
    wanted, found = tokens(alt), tokens(below)
    if is_sentence or len(wanted) <= _FEW or wanted[:1] != found[:1]:
        return False
    have = set(found)
    # The last word of the caption may have the credit glued to it.
    same = sum(word in have for word in wanted[:-1]) + any(word.startswith(wanted[-1]) for word in found)
    return same >= _SHARED * len(wanted) and len(below) > _SHARED * len(alt)


def picture(alt: str, below: str, furniture: Furniture) -> Image:
    """Make the picture of the two lines; its credit stays with the caption where nothing shows where it begins."""
    caption, credit = _parted(alt, below) if repeats(alt, below, furniture) else _parted_by_stop(below)
    return Image(alt=alt, caption=caption or None, credit=credit or None)


def _parted(alt: str, below: str) -> tuple[str, str]:
    if below.startswith(alt):
        end = len(alt)
        if below[end:].lstrip(" ,")[:1].islower():
            return below, ""  # the caption goes on, and nothing shows where it ends
    else:
        last = (tokens(alt) or [""])[-1]
        ends = [m.start() + len(last) for m in _WORD.finditer(below) if last and m[0].casefold().startswith(last)]
        if not ends:
            return below, ""
        end = min(ends, key=lambda at: abs(at - len(alt)))
    while end < len(below) and below[end] in ".!?…\"'”’»":
        end += 1
    return below[:end], below[end:].strip()


def _parted_by_stop(below: str) -> tuple[str, str]:
    """Part a caption that repeats nothing: a credit that follows a full stop is its last words."""
    tail = max(0, len(below) - _LONGEST_CREDIT)
    stop = _LAST_STOP.search(below, tail)
    return (below[: stop.end()].strip(), below[stop.end() :]) if stop and _SLASH.search(below) else (below, "")


def has_credit(text: str, furniture: Furniture) -> bool:
    """Tell whether a line ends as captions do, with whose picture it is."""
    if len(text) > _LONGEST_CAPTION or "http" in text:
        return False
    if furniture.has_rights(text[-_LONGEST_CREDIT:]) or furniture.credit_inside(text[-_LONGEST_CREDIT:]):
        return True
    if final_mark(text):
        return False
    slash = _SLASH.search(text)
    if slash is None:
        return False
    around = _WORD.findall(text[max(0, slash.start() - _LONGEST_CREDIT) :])
    return any(furniture.style.is_agency(word) for word in around)


def ends_with_date(text: str) -> bool:
    """Tell whether a line ends as descriptions of press pictures do that have no credit: ``… in Kyiv, Ukraine, Monday, Jan. 5, 2026``."""
    return len(text) <= _LONGEST_CAPTION and bool(_DATED.search(text)) and words(text) >= _WORDS_OF_DATED


def ends_in_agency(text: str, furniture: Furniture) -> bool:
    """Tell whether the last word of a line is an agency: ``… in Kyiv AP``."""
    last = text.rsplit(maxsplit=1)[-1:] or [""]
    return len(text) <= _LONGEST_CAPTION and last[0].strip("()") in furniture.style.agencies


def same_words(one: str, other: str) -> bool:
    """Tell whether two lines are the same but for marks and capitals."""
    return squashed(one) == squashed(other) != ""
