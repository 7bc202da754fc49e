"""Lines and words of page text."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from attrs import frozen

_NEWLINE = re.compile(r"\r\n|\n|\r")
# Soft hyphen, zero-width space, word joiner, byte order mark. Not the zero-width (non-)joiner: Persian and emoji are spelt with them.
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_CLOSERS = "'\"”’»›“‘„)]}*"
_OPENERS = "'\"“‘„«‹”’»([{*¿¡—–- "
# Full stops, exclamation and question marks of the scripts that news is written in.
_STOPS = frozenset(".!?…。！？؟۔։।")
_FULL_STOPS = _STOPS - frozenset("!?！？؟")
_PAUSES = frozenset(":;؛,،")
# What a sentence ends with on a page: a stop, a colon, or the mark that closes a quotation or an aside.
_ENDS = _STOPS | frozenset(":;؛") | frozenset('»”"’‘)')
# Those of other scripts, so that a rule about questions or shouts need know one mark alone.
_SAME_MARK = {"؟": "?", "？": "?", "！": "!"}
_WORD = re.compile(r"\w+")
_WORDS_OF_A_SENTENCE = 4
_WORDS_WITHOUT_STOP = 12
"""Words of a line that is prose even without a stop."""
_LETTERS_WITHOUT_BLANKS = 20
"""Characters of a sentence in a script without blanks between words."""
# The stop inside a line that shows it to be more than one sentence: 'their end. A few'; not '1. First', not 'St. Petersburg'.
_INNER_STOP = re.compile(r"\w{4}[.!?…؟۔][\"”’»']?\s+[\"“«„'(]?\w")


@frozen(kw_only=True)
class Line:
    """A line of a page that is not blank."""

    number: int
    """Its number in the source, counted from 1."""

    raw: str
    """As it stands in the source: bars and pictures show in its white space."""

    text: str
    """Folded."""

    group: int
    """Neighbouring lines, those without a blank line between them, are of one group."""

    gap: int
    """How many blank lines stand before it."""


@cache
def _dropped() -> dict[int, None]:
    controls = (chr(i) for i in range(0xA0) if unicodedata.category(chr(i)) == "Cc")
    return {ord(c): None for c in (*_INVISIBLE, *(c for c in controls if not c.isspace()))}


def fold(text: str) -> str:
    """Give the text in NFC, its white space folded to single blanks, without what nobody can see."""
    text = " ".join(text.split())
    # What is dropped cannot be printed; looking for that first is ten times as fast as translating every text.
    if not text.isprintable():
        text = " ".join(text.translate(_dropped()).split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def lines_of(text: str) -> tuple[Line, ...]:
    """Cut a text into its lines; the blank ones are left out."""
    out: list[Line] = []
    group = gap = 0
    for number, raw in enumerate(_NEWLINE.split(text), 1):
        folded = fold(raw)
        if not folded:
            gap += 1
            continue
        if gap:
            group += 1
        out.append(Line(number=number, raw=raw, text=folded, group=group, gap=gap))
        gap = 0
    return tuple(out)


def words(text: str) -> int:
    """Count the words."""
    return len(text.split())


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as sentences do: with a stop, a colon or a closing mark."""
    return text[-1:] in _ENDS or final_mark(text) in _STOPS


def final_mark(text: str) -> str:
    """Give the stop or pause that a text ends with, closing marks aside; ``""`` where it ends with a word.

    ``?`` and ``!`` stand for those of every script.
    """
    bare = text.rstrip(_CLOSERS + " ")
    mark = bare[-1:]
    if mark == ";" and any("\u0370" <= c <= "\u03ff" for c in text):
        return "?"  # the Greek question mark, which NFC turns into a semicolon
    return _SAME_MARK.get(mark, mark) if mark in _STOPS or mark in _PAUSES else ""


def is_sentence(text: str) -> bool:
    """Tell whether a text is a statement with its full stop, as titles are not."""
    return final_mark(text) in _FULL_STOPS and words(text) >= _WORDS_OF_A_SENTENCE


def starts_small(text: str) -> bool:
    """Tell whether a text begins with a small letter, as the second half of a sentence does."""
    return text.lstrip(_OPENERS)[:1].islower()


def has_inner_stop(text: str) -> bool:
    """Tell whether a sentence ends inside the text."""
    return bool(_INNER_STOP.search(text))


def quoted(text: str) -> bool:
    """Tell whether a text as a whole stands in quote marks."""
    return len(text) > 1 and text[0] in "'\"“‘„«‹" and text[-1] in "'\"”’»›“‘"


def tokens(text: str) -> list[str]:
    """Give the words without their marks, in small letters."""
    return _WORD.findall(text.casefold())


def squashed(text: str) -> str:
    """Give the letters and digits alone, in small letters: what two prints of the same words have in common."""
    return "".join(tokens(text))


def prose_like(texts: Iterable[str]) -> bool:
    """Tell whether one of the texts is a sentence, rather than a label or title."""
    return any(_is_sentence(text) for text in texts)


def _is_sentence(text: str) -> bool:
    count = words(text)
    if count >= _WORDS_WITHOUT_STOP or (count >= _WORDS_OF_A_SENTENCE and ends_sentence(text)):
        return True
    return len(text) >= _LETTERS_WITHOUT_BLANKS and bool(final_mark(text))
