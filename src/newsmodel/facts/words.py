"""What a word by itself can be: its small letters, its flags, and whether it has a capital."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from newsmodel.facts.language import Flag, Language

SOFT_HYPHEN = "\u00ad"
"""Where a word may be broken at the end of a line: it is shown nowhere else, and no part of the word."""
_SHORTEST_PAST = 3
# "ſix" and "MİLYON", "yarım" and "YARIM": patterns that take small letters for capitals find these, and lower() keeps them apart.
_ALIKE = str.maketrans({"ſ": "s", "ı": "i", "\u0307": None, "’": "'"})
_OF_ACRONYMS = Flag.ROLE | Flag.TITLE | Flag.ORGANIZATION | Flag.DATE | Flag.NUMBER

Word = tuple[str, int, bool]
"""A word in small letters, its flags, and whether it has a capital."""


def read(language: Language, words: Iterable[str]) -> dict[str, Word]:
    """Tell what words can be, by the words as printed."""
    listed, unlisted = _reader(language)
    return {word: listed.get(word) or unlisted(word) for word in words}


@lru_cache(maxsize=64)
def _reader(language: Language) -> tuple[dict[str, Word], Callable[[str], Word]]:
    """Give the common words of a language's own lists, read once, and the function that reads every other."""
    lexicon = language.lexicon
    past_endings, not_past = language.words("dates", "past_endings"), language.word_set("dates", "not_past")
    prefixes = language.words("words", "prefixes")
    adverb_endings, not_adverbs = language.words("words", "adverb_endings"), language.word_set("words", "not_adverbs")
    told_endings = past_endings + adverb_endings
    compounds = tuple(
        (flag, _Endings(endings))
        for flag, table in ((Flag.ROLE, "roles"), (Flag.ORGANIZATION, "organizations"))
        if (endings := language.words(table, "endings"))
    )
    unaccented: dict[str, str] = language.tables.get("words", {}).get("unaccented", {})

    def told_by_ending(word: str, lower: str, flags: int) -> int:
        if lower.endswith(past_endings) and len(lower) > _SHORTEST_PAST and lower not in not_past:
            flags |= Flag.PAST
        adverb = not flags & ~Flag.ATTITUDE and lower.endswith(adverb_endings) and word == lower and lower not in not_adverbs
        return Flag.ADVERB if adverb else flags

    def unlisted(word: str) -> Word:
        if SOFT_HYPHEN in word:
            word = word.replace(SOFT_HYPHEN, "")
        lower = unaccented.get(word) or word.lower()
        flags = lexicon.get(lower, 0)
        if compounds and not flags:
            flags = next((flag for flag, endings in compounds if endings.end(lower)), 0)
        if lower.endswith(told_endings):
            flags = told_by_ending(word, lower, flags)
        if word == lower:
            return lower, flags, False
        # "US" and "WHO" are names, whatever "us" and "who" are.
        if flags and word.isupper() and len(word.rstrip("'’")) > 1:
            flags &= _OF_ACRONYMS
        return lower, flags, word[0] != lower[0] or _is_prefixed(word, prefixes)

    # The forms of attitudes are many, and few of them stand in any text.
    return {word: unlisted(word) for word, flags in lexicon.items() if flags != Flag.ATTITUDE}, unlisted


class _Endings:
    """The endings that tell the words of a kind; a language may have a thousand, and the last letters rule out most words at one look."""

    def __init__(self, endings: tuple[str, ...]) -> None:
        self.whole = endings
        self.shortest = min(map(len, endings))
        self.tails = frozenset(ending[-self.shortest :] for ending in endings)

    def end(self, word: str) -> bool:
        return word[-self.shortest :] in self.tails and word.endswith(self.whole)


def folded(words: str) -> str:
    """Give what a pattern has found as the key of a table, whatever letters, apostrophes and blanks it took for the same.

    >>> folded("MİLLİON"), folded("mil\u00a0 Millones"), folded("yarım") == folded("YARIM")
    ('million', 'mil millones', True)
    """
    return " ".join(words.lower().translate(_ALIKE).split())


def _is_prefixed(word: str, prefixes: tuple[str, ...]) -> bool:
    """Tell a name that begins with a small word and a hyphen: “al-Assad”."""
    prefix, hyphen, rest = word.partition("-")
    return bool(hyphen) and prefix in prefixes and rest[:1].isupper()
