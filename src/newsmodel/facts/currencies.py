"""Names of currencies that several countries share: whose “crowns” a text speaks of, its other words tell."""

import re
from collections import Counter
from functools import lru_cache

from attrs import frozen

from newsmodel.facts.figures import Patterns, patterns
from newsmodel.facts.language import Language
from newsmodel.facts.patterns import alternatives
from newsmodel.facts.words import folded


class Currencies:
    """Tells the ISO 4217 codes of the currencies of one text."""

    def __init__(self, language: Language, text: str) -> None:
        """Prepare for a text."""
        self.text = text
        self.patterns: Patterns = patterns(language)
        self.usual = language.word_set("numbers", "usual")
        shared = _shared(language)
        self.codes, self.owners = shared.codes, shared.owners
        self.owner, self.with_owner, self.owner_before = shared.owner, shared.with_owner, shared.owner_before
        self._told: dict[str, str | None] = {}

    def at(self, position: int) -> tuple[str, int] | None:
        """Give the code of the currency whose name or sign stands at a position, and where it ends."""
        if match := self.patterns.currency_after.match(self.text, position):
            code = self.code(match.group())
            return (code, match.end()) if code else None
        if match := self.with_owner.match(self.text, position):
            codes = self.codes[folded(match["name"])]
            code = next((code for code in codes if match["owner"] in self.owners.get(code, ())), None)
            return (code, match.end()) if code else None
        return None

    def code(self, name: str) -> str | None:
        """Give the code of a name or sign; ``None`` where nothing in the text tells whose it is."""
        name = folded(name)
        if name not in self.codes:
            return self.patterns.currency_of[name]
        if name not in self._told:
            self._told[name] = self._told_by_text(name)
        return self._told[name]

    def _told_by_text(self, name: str) -> str | None:
        """Tell whose a name is by an owner right before it anywhere, else by the owner that the text has most often."""
        codes = self.codes[name]
        for match in self.owner_before.finditer(self.text):
            for code in codes:
                if folded(match["name"]) == name and match["owner"] in self.owners.get(code, ()):
                    return code
        usual = next((code for code in codes if code in self.usual), None)
        told = Counter(self.owner.findall(self.text))
        counts = {code: sum(told[owner] for owner in self.owners.get(code, ())) for code in codes}
        code = max(codes, key=lambda each: (counts[each], each == usual))
        return code if counts[code] else usual


@frozen(kw_only=True)
class _Shared:
    """The names that several currencies of a language have."""

    codes: dict[str, tuple[str, ...]]
    """The currencies that have a name, by the name."""

    owners: dict[str, tuple[str, ...]]
    """The words that tell of a currency whose it is, by its code."""

    owner: re.Pattern[str]
    """Any of these words, by itself."""

    with_owner: re.Pattern[str]
    """A name behind its owner: “Danish crowns”."""

    owner_before: re.Pattern[str]
    """The same, where a word begins: it is looked for in a whole text."""


@lru_cache(maxsize=64)
def _shared(language: Language) -> _Shared:
    """Collect the names that several currencies have, the words that tell whose they are, and the patterns of both."""
    table = language.tables.get("numbers", {})
    owners = {code: tuple(words) for code, words in table.get("currency_owners", {}).items()}
    codes: dict[str, list[str]] = {}
    for code, signs in table.get("currencies", {}).items():
        for sign in signs:
            codes.setdefault(folded(sign), []).append(code)
    shared = {name: tuple(those) for name, those in codes.items() if len(those) > 1}
    owner = alternatives(word for words in owners.values() for word in words)
    owned = rf"(?P<owner>{owner})\s(?P<name>(?i:{alternatives(shared)}))(?!\w)"
    return _Shared(
        codes=shared,
        owners=owners,
        owner=re.compile(rf"(?<!\w)(?:{owner})(?!(?<=\w)\w)"),
        with_owner=re.compile(rf"\s?{owned}"),
        owner_before=re.compile(rf"\b{owned}"),
    )
