"""The patterns of calendar expressions of a language, by the kind of word that they hang on."""

import re
from functools import lru_cache
from typing import Any  # pieces of patterns come from TOML

from attrs import frozen

from newsmodel.facts.language import Language
from newsmodel.facts.patterns import NOTHING, alternatives

_SHORT = 4
_PIECE = re.compile(r"\{(\w+)\}")
_TRIED = {"unit": ("unit", "word"), "weekday": ("month", "weekday", "word"), "season": ("season", "word")}
"""The kinds of patterns that can hang on a word of a kind, where they are others than its own."""


@frozen
class Entry:
    """One pattern of a language file."""

    table: dict[str, Any]
    pieces: dict[str, str]
    """The groups that its pieces are read from, by the names of the pieces."""


@frozen
class Group:
    """The patterns that one kind of word anchors, as one alternation."""

    pattern: re.Pattern[str]
    entries: dict[str, Entry]
    """The patterns by the groups that hold them whole, which close last and so name the match."""


@frozen
class Grammar:
    """The patterns of a language, by the kind of word that they hang on."""

    groups: dict[str, Group]

    @classmethod
    def of(cls, language: Language) -> "Grammar":
        """Compile the patterns of a language."""
        sorted_out: dict[str, list[dict[str, Any]]] = {}
        for entry in language.tables.get("dates", {}).get("patterns", ()):
            sorted_out.setdefault(_anchor_of(entry), []).append(entry)
        pieces = _piece_patterns(language)
        return cls({name: _alternation(entries, pieces) for name, entries in sorted_out.items()})

    def groups_of(self, kind: str, *, feast: bool) -> tuple[Group, ...]:
        """Give the patterns that can hang on a word of a kind, in the order in which they are tried."""
        kinds = (*(("holiday",) if feast else ()), *_TRIED.get(kind, (kind,)))
        return tuple(self.groups[name] for name in kinds if name in self.groups)


def _anchor_of(entry: dict[str, Any]) -> str:
    """Tell which kind of word a pattern hangs on: the rarest of its pieces."""
    if entry.get("anchors"):
        return "word"
    for name in ("month", "weekday", "season", "holiday", "unit", "year", "from_year"):
        if f"{{{name}}}" in entry["pattern"]:
            return name.removeprefix("from_")
    return "unit"


def _piece_patterns(language: Language) -> dict[str, str]:
    dates, numbers = language.tables.get("dates", {}), language.tables.get("numbers", {})
    ordinals = alternatives(numbers.get("ordinals", ()))
    counts = (*dates.get("counts", ()), *numbers.get("units", ()))
    own = language.digits
    day = rf"[0-3{own[:4]}]?\d(?:{ordinals})?"
    year = rf"[12{own[1:3]}]\d{{3}}"
    months = _names(language.month_names, language.words("calendar", "months"), words=frozenset(numbers.get("units", ())))
    return {
        "day": day,
        "from_day": day,
        "from_month": months,
        "month": months,
        "year": year,
        "from_year": year,
        # A month in figures.
        "number": r"[01]?\d",
        "weekday": _names(language.weekday_names, language.words("calendar", "weekdays"), language.words("dates", "day_parts")),
        "n": rf"(?:\d{{1,4}}|{alternatives(counts)})",
        "unit": rf"(?:{alternatives(dates.get('units', ()))})\b",
        "season": rf"(?:{alternatives(dates.get('seasons', ()))})\b",
        "holiday": rf"(?:{alternatives(dates.get('holidays', ()))})\b",
        "quarter": "[1-4]",
        # The last two digits of the year after another: 2024/25.
        "short": r"\d\d",
        "ordinal": rf"(?:{alternatives(dates.get('ordinals', ()))})\b",
        "percent": alternatives(numbers.get("percent", ())),
    }


def _names(
    sets: tuple[tuple[str, ...], ...], of_cldr: tuple[Any, ...], joined: tuple[str, ...] = (), words: frozenset[str] = frozenset()
) -> str:
    """Write the names of months or weekdays; a full stop belongs to short names that begin a longer one, or are given with it.

    What is one of the ``words`` as well (« sept ») needs its stop, a day before it or a year behind it.
    """
    short = {
        name.rstrip(".")
        for names in of_cldr
        for name in names
        if name.endswith(".") or (len(name) <= _SHORT and any(other != name and other.startswith(name) for other in names))
    }
    doubtful = alternatives(short & words)
    whole = tuple(name for names in sets for name in names if name not in short and not name.endswith("."))
    behind = f"(?:{alternatives(joined)})?" if joined else ""
    # Most words that are looked at are no name: their first letters tell.
    initials = "".join({name[0] for name in (*whole, *short)})
    return (
        rf"(?:(?=[{initials}])"
        rf"(?:(?:{alternatives(whole)}){behind}(?!\w)|(?:{alternatives(short - words)})(?:\.|(?!\w))"
        rf"|(?:{doubtful})(?:\.|(?=\s[12]\d{{3}}))|(?<=\d\s)(?:{doubtful})(?!\w)))"
        if initials
        else NOTHING
    )


def _alternation(entries: list[dict[str, Any]], pieces: dict[str, str]) -> Group:
    """Join patterns to one, the group ``p<number>`` telling which of them matched."""
    parts = []
    out: dict[str, Entry] = {}
    # "In May 3% of …", "On May 3.5 metres …": such figures are no day.
    counted = rf"(?<=\d)(?:[.,]\d{{1,3}}(?![.,/]?\d)|\s?(?:{pieces['percent']})(?!\w))"
    for number, entry in enumerate(entries):
        read: dict[str, str] = {}

        def piece(match: re.Match[str], number: int = number, read: dict[str, str] = read) -> str:
            name = match.group(1)
            if name in read:
                return f"(?:{pieces[name]})"
            read[name] = f"{name}_{number}"
            return f"(?P<{read[name]}>{pieces[name]})"

        parts.append(f"(?P<p{number}>{_PIECE.sub(piece, entry['pattern']).replace(' ', chr(92) + 's')})")
        out[f"p{number}"] = Entry(entry, read)
    return Group(re.compile(rf"(?:{'|'.join(parts)})(?!\w|{counted})", re.IGNORECASE), out)


@lru_cache(maxsize=64)
def grammar_of(language: Language) -> Grammar:
    """Give the patterns of a language, compiled once."""
    return Grammar.of(language)
