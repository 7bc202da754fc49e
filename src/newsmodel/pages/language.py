"""The language of a page, by whose furniture stands on it."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from newsmodel.pages.style import Style

_SAMPLE = 2000
"""Characters of the text that are enough to tell its script."""


def language_of(style: Style, signs: Iterable[frozenset[str]], url: str | None, text: str) -> str | None:
    """Give the language that most signs are of; ``None`` where the page shows none, or two equally.

    A sign of one language alone outweighs every sign that several share: those count only to break a tie, or where nothing else is there.
    """
    script = script_of(text)
    fit = {tag for tag, own in _scripts(style) if script is None or own is None or own == script}
    sure: Counter[str] = Counter()
    shared: defaultdict[str, float] = defaultdict(float)
    for sign in signs:
        tags = sign & fit
        if len(tags) == 1:
            sure.update(tags)
        for tag in tags:
            shared[tag] += 1 / len(tags)
    by_host = style.language_of(url)
    if not sure and by_host:
        return by_host
    ranked = sorted({*sure, *shared}, key=lambda tag: (-sure[tag], -shared[tag], tag))
    if len(ranked) > 1 and (sure[ranked[0]], shared[ranked[0]]) == (sure[ranked[1]], shared[ranked[1]]):
        return by_host if by_host in ranked else None
    return ranked[0] if ranked else None


def script_of(text: str) -> str | None:
    """Give the script that most letters of a text are of, by its name in Unicode: ``LATIN``, ``CYRILLIC``; ``None`` without letters."""
    letters = Counter(c for c in text[:_SAMPLE] if c.isalpha())
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts[unicodedata.name(letter, "?").split()[0]] += count
    return scripts.most_common(1)[0][0] if scripts else None


@cache
def _scripts(style: Style) -> tuple[tuple[str, str | None], ...]:
    kinds = ("and_", "ad", "share", "comments", "notices", "related")
    return tuple((tag, script_of(" ".join(s for kind in kinds for s in getattr(strings, kind)))) for tag, strings in style.languages)
