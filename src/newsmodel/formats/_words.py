"""Where a browser finds words on a page: what it takes for the same, and where it sees the edge of a word.

A page is a text here: its blocks in order, one a line, since no search of a browser runs over the edge of a block.
Folding keeps the length of a text, so that places in one are places in the other.
"""

import unicodedata
from collections.abc import Iterator

BETWEEN = "\n"
"""What stands between two blocks of a page."""

_QUOTES = dict.fromkeys("‘’‚‛＇", "'") | dict.fromkeys("“”„‟＂", '"')
# What does not end a word between two letters, or between two digits (UAX #29, MidLetter, MidNum and MidNumLetQ): "can't", "U.S", "3,5".
_INSIDE_BOTH = frozenset(".'\u2018\u2019\u2024\ufe52\uff07\uff0e")
_INSIDE_WORDS = _INSIDE_BOTH | frozenset(":\u00b7\u0387\u055f\u05f4\u2027\ufe13\ufe55\uff1a")
_INSIDE_NUMBERS = _INSIDE_BOTH | frozenset(",;\u037e\u0589\u060c\u060d\u066c\u07f8\u2044\ufe10\ufe14\ufe50\ufe54\uff0c\uff1b")


class _Folds(dict[int, str]):
    """What stands for each letter: small, without accents, and with straight quotation marks. It fills as it is used."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        parts = unicodedata.normalize("NFD", letter)
        small = (parts[0] if all(map(unicodedata.combining, parts[1:])) else letter).casefold()
        self[code] = folded = _QUOTES.get(letter) or (small if len(small) == 1 else letter)
        return folded


_folds = _Folds()


def folded(text: str) -> str:
    """Give the text as searches of browsers compare it: they tell neither case nor accents nor forms of quotation marks apart."""
    return text.translate(_folds)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or unicodedata.category(letter)[0] == "M"


def is_edge(text: str, at: int) -> bool:
    """Tell whether a word can begin or end at a place; not between two letters."""
    return not (0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at]))


def is_clear_edge(text: str, at: int) -> bool:
    """Tell whether every browser sees the edge of a word at a place; not at the full stop of "its end.A few hours" either."""
    if not is_edge(text, at):
        return False
    return not (_joins(text, at) or _joins(text, at - 1))


def _joins(text: str, at: int) -> bool:
    """Tell whether the sign at a place joins the letters or the digits around it."""
    if not 0 < at < len(text) - 1:
        return False
    before, sign, after = text[at - 1], text[at], text[at + 1]
    if sign in _INSIDE_WORDS and before.isalpha() and after.isalpha():
        return True
    return sign in _INSIDE_NUMBERS and before.isdigit() and after.isdigit()


def places(page: str, words: str, start: int = 0) -> Iterator[int]:
    """Give every place of the words on a page, from ``start`` on, inside of longer words too."""
    while (found := page.find(words, start)) >= 0:
        yield found
        start = found + 1
