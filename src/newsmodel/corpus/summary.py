"""What became of the pages, in numbers."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any  # plain data of JSON

from attrs import Factory, asdict, define

from newsmodel.model import Article, Failure, PageError

FACTS = ("quotes", "tweets", "statistics", "events")

# "found a page that stands before one: 'We value your privacy'": the words of a page, and what follows them
_WORDS = re.compile(r"""['"“].*""", re.DOTALL)
_NUMBER = re.compile(r"\d+")


@define(kw_only=True)
class Summary:
    """Pages, articles and facts, counted."""

    pages: int = 0
    """Pages that were read."""

    articles: int = 0
    """Articles that were found on them."""

    refused: Counter[str] = Factory(Counter)
    """Pages that gave no article, by reason."""

    skipped: Counter[str] = Factory(Counter)
    """Records of WARCs that are no pages, by reason, as :attr:`WarcPages.counts` has them."""

    facts: Counter[str] = Factory(Counter)
    """Facts by kind: ``quotes``, ``tweets``, ``statistics`` (parts are counted with what they are parts of) and ``events``."""

    bytes: int = 0
    """Size of the pages, decompressed."""

    parts: int = 0
    """Parts of the inputs that are complete."""

    reused: int = 0
    """How many of those an earlier run had completed."""

    reused_pages: int = 0
    """How many of the pages stand in those."""

    def add(self, result: Article | Failure, size: int) -> None:
        """Count a page."""
        self.pages += 1
        self.bytes += size
        if isinstance(result, Failure):
            self.refused[reason_of(result.error)] += 1
        else:
            self.articles += 1
            for kind in FACTS:
                self.facts[kind] += len(getattr(result, kind))

    def include(self, other: "Summary") -> None:
        """Add what another counted."""
        for name in ("pages", "articles", "bytes", "parts", "reused", "reused_pages"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("refused", "skipped", "facts"):
            getattr(self, name).update(getattr(other, name))

    @classmethod
    def of(cls, summaries: Iterable["Summary"]) -> "Summary":
        """Add up what many counted."""
        total = cls()
        for each in summaries:
            total.include(each)
        return total

    def to_dict(self) -> dict[str, Any]:
        """Give the numbers as plain data."""
        return {name: dict(value) if isinstance(value, Counter) else value for name, value in asdict(self, recurse=False).items()}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Summary":
        """Make a summary of what :meth:`to_dict` gave."""
        values: dict[str, Any] = {name: Counter(value) if isinstance(value, dict) else value for name, value in data.items()}
        return cls(**values)


def reason_of(error: Exception) -> str:
    """Give a reason that many pages may share: of what newsmodel says of a page, the words that do not depend on it."""
    return _NUMBER.sub("N", _WORDS.sub("…", str(error))) if isinstance(error, PageError) else type(error).__name__
