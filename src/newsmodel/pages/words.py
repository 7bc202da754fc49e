"""The language of a text, by its words: where neither the page nor its furniture tells."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any  # what TOML holds has any type

from newsmodel.pages.language import script_of
from newsmodel.pages.text import tokens

_SAMPLE = 4000
"""Characters of a text that are enough to tell its language."""
_FEWEST = 3
_SHARE = 0.12
"""Share of all words that the frequent ones of a language have at least in any text of it."""
_AHEAD = 1.15
"""How many times as many of its words as of any other language's."""


def language_by_words(text: str) -> str | None:
    """Give the language whose most frequent words a text is full of; ``None`` where it is too short, or looks like two alike."""
    sample = text[:_SAMPLE]
    if (own := _table()["scripts"].get(script_of(sample) or "")) is not None:
        return str(own)
    words = Counter(tokens(sample))
    found: Counter[str] = Counter()
    for word, tags in _owners().items():
        for tag in tags:
            found[tag] += words[word]
    (best, most), (_, next_) = found.most_common(2)
    sure = most >= max(_FEWEST, _SHARE * words.total()) and most >= _AHEAD * next_
    return best if sure else None


@cache
def _owners() -> Mapping[str, tuple[str, ...]]:
    """Give the languages of each frequent word."""
    out: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for tag, words in _table()["words"].items():
        for word in dict.fromkeys(words):
            out[word] += (tag,)
    return dict(out)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("newsmodel.pages").joinpath("words.toml").read_text(encoding="utf-8"))
