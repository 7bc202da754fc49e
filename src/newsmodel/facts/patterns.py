"""Words and phrases of a language file as regular expressions."""

import re
from collections.abc import Iterable


def inflected(stem: str, endings: tuple[str, ...]) -> list[str]:
    """Give the forms of a stem, with its last letter doubled as well: “plan” gives “plans” and “planning”."""
    return [stem, *(form for ending in endings for form in (stem + ending, stem + stem[-1] + ending))]


NOTHING = "(?!)"
"""A pattern that never matches."""


def alternatives(words: Iterable[str]) -> str:
    """Write words as the alternatives of a pattern, longest first, or one that never matches; a blank stands for any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return _branches([[_letter(char) for char in word] for word in ordered]) or NOTHING


def _letter(char: str) -> str:
    return r"\s+" if char == " " else "['’]" if char == "'" else re.escape(char)


def _branches(words: list[list[str]]) -> str:
    """Write words that begin alike as one alternative, “j(?:anuary|une)”: a pattern that has one of hundreds tries each of them in turn.

    Words that match the same text keep their order, since they begin alike.
    """
    alike: dict[str, list[list[str]]] = {}
    for word in words:
        # What ends here is the shortest and stays last; marks and blanks, which may match the same text, stay together.
        first = word[0].lower() if word else ""
        alike.setdefault(first if first.isalpha() or not word else " ", []).append(word)
    out: list[str] = []
    for first, group in alike.items():
        alone = len(group) == 1 or not first.isalpha()
        common = 0 if alone else next((at for at, letters in enumerate(zip(*group, strict=False)) if len({*letters}) > 1), len(group[-1]))
        if common:
            out.append(f"{''.join(group[0][:common])}(?:{_branches([word[common:] for word in group])})")
        else:
            out.extend(map("".join, group))
    return "|".join(out)


def phrase_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Compile words and phrases to a pattern of whole words in any case; it matches nothing where there are none."""
    return re.compile(rf"(?:{alternatives(words)})(?:(?<=['’])|(?!\w))" if words else NOTHING, re.IGNORECASE)
