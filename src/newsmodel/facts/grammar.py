"""The patterns of calendar expressions of a language, by the kind of word that they hang on."""

import re
from functools import lru_cache
from itertools import chain
from typing import Any  # pieces of patterns come from TOML

from attrs import frozen

from newsmodel.facts.language import Language
from newsmodel.facts.patterns import alternatives

_SHORT = 4
_PIECE = re.compile(r"\{(\w+)\}")
_TRIED = {"unit": ("unit", "word"), "weekday": ("month", "weekday", "word"), "season": ("season", "word")}
"""The kinds of patterns that can hang on a word of a kind, where they are others than its own."""
_DEEPEST = 4
"""Levels of brackets within brackets in a pattern."""
# A character of a pattern, an escape or a set that is neither in brackets nor parts two options.
_PLAIN = r"(?: \\[^()|] | \[ [^\]]* \] | [^()|\[\]\\] )"
_INSIDE = _PLAIN
for _ in range(_DEEPEST):
    _INSIDE = rf"(?: {_PLAIN} | \| | \( {_INSIDE}* \) )"
_OPTION = re.compile(rf"(?: {_PLAIN} | \( {_INSIDE}* \) )*+ (?= \| | $ )", re.VERBOSE)
_ELEMENT = re.compile(
    rf"""
    (?:
      \(\?: (?P<options> {_INSIDE}* ) \)       # (?:early|mid)
    | \{{ (?P<piece> \w+ ) \}}                 # {{day}}
    | (?P<look> \(\?<?[=!] {_INSIDE}* \) )     # (?<!from )
    | (?P<letter> [^\W\d_] )
    )
    (?: (?P<optional> \? ) | (?! [*+] | \{{\d ) )
    """,
    re.VERBOSE,
)


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
        initials = _piece_initials(language)
        return cls({name: _alternation(entries, pieces, initials) for name, entries in sorted_out.items()})

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
    ordinals = alternatives(tuple(numbers.get("ordinals", ()))) or "(?!)"
    counts = (*dates.get("counts", ()), *numbers.get("units", ()))
    own = language.digits
    day = rf"[0-3{own[:4]}]?\d(?:{ordinals})?"
    year = rf"[12{own[1:3]}]\d{{3}}"
    months = _names(language.month_names, language.words("calendar", "months"))
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
        "unit": rf"(?:{alternatives(tuple(dates.get('units', ())))})\b",
        "season": rf"(?:{alternatives(tuple(dates.get('seasons', ())))})\b",
        "holiday": rf"(?:{alternatives(tuple(dates.get('holidays', ()))) or '(?!)'})\b",
        "quarter": "[1-4]",
        # The last two digits of the year after another: 2024/25.
        "short": r"\d\d",
        "ordinal": rf"(?:{alternatives(tuple(dates.get('ordinals', ())))})\b",
        "percent": alternatives(tuple(numbers.get("percent", ()))) or "(?!)",
    }


def _names(sets: tuple[tuple[str, ...], ...], of_cldr: tuple[Any, ...], joined: tuple[str, ...] = ()) -> str:
    """Write the names of months or weekdays; a full stop belongs to short names that begin a longer one, or are given with it."""
    short = {
        name.rstrip(".")
        for names in of_cldr
        for name in names
        if name.endswith(".") or (len(name) <= _SHORT and any(other != name and other.startswith(name) for other in names))
    }
    whole = tuple(name for names in sets for name in names if name not in short and not name.endswith("."))
    behind = f"(?:{alternatives(joined)})?" if joined else ""
    # Most words that are looked at are no name: their first letters tell.
    initials = "".join({name[0] for name in (*whole, *short)})
    return (
        rf"(?:(?=[{initials}])"
        rf"(?:(?:{alternatives(whole) or '(?!)'}){behind}(?!\w)|(?:{alternatives(tuple(short)) or '(?!)'})(?:\.|(?!\w))))"
        if initials
        else "(?!)"
    )


def _alternation(entries: list[dict[str, Any]], pieces: dict[str, str], initials: dict[str, str]) -> Group:
    """Join patterns to one, the group ``p<number>`` telling which of them matched; ``initials`` are what the pieces begin with."""
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
    known = [_initials(entry["pattern"], initials) for entry in entries]
    # Most places that are looked at open nothing: their first characters tell.
    opening = "".join(sorted(set().union(*filter(None, known))))
    look = f"(?=[{opening}])" if all(known) else ""
    return Group(re.compile(rf"{look}(?:{'|'.join(parts)})(?!\w|{counted})", re.IGNORECASE), out)


def _piece_initials(language: Language) -> dict[str, str]:
    """Give the characters that each piece can begin with, as a set of a pattern has them; pieces that are left out may begin anyhow."""
    dates, numbers = language.tables.get("dates", {}), language.tables.get("numbers", {})
    words = {
        "month": chain.from_iterable(language.month_names),
        "weekday": chain.from_iterable(language.weekday_names),
        "n": (*dates.get("counts", ()), *numbers.get("units", ())),
        **{name: dates.get(f"{name}s", ()) for name in ("unit", "season", "holiday", "ordinal")},
    }
    out = {name: {word[0] for word in listed} for name, listed in words.items()}
    told = {name: "".join(sorted(letters)) for name, letters in out.items() if letters and all(map(str.isalpha, letters))}
    figures = dict.fromkeys(("day", "from_day", "year", "from_year", "number", "quarter", "short"), r"\d")
    counts = {"n": told["n"] + r"\d"} if "n" in told else {}
    return {**told, **figures, **counts, **({"from_month": told["month"]} if "month" in told else {})}


def _initials(pattern: str, of_pieces: dict[str, str]) -> set[str] | None:
    """Give the characters that what a pattern finds can begin with; ``None`` where that is not plain to see.

    >>> sorted(_initials("(?:early |mid-)?{month} {day}|next {month}", {"month": "JFM"}))
    ['JFM', 'e', 'm', 'n']
    """
    out: set[str] = set()
    at = 0
    while True:
        option = _OPTION.match(pattern, at)
        opening = _opening(option.group(), of_pieces) if option else None
        if option is None or opening is None:
            return None
        out |= opening
        if option.end() == len(pattern):
            return out
        at = option.end() + 1


def _opening(option: str, of_pieces: dict[str, str]) -> set[str] | None:
    """Give the characters of the elements that can come first: all up to one that is not optional."""
    out: set[str] = set()
    at = 0
    while element := _ELEMENT.match(option, at):
        at = element.end()
        if element["look"]:
            continue
        if element["options"] is not None:
            found = _initials(element["options"], of_pieces)
        else:
            found = {element["letter"] or of_pieces.get(element["piece"], "")}
        if not found or "" in found:
            return None
        out |= found
        if not element["optional"]:
            return out
    return None


@lru_cache(maxsize=64)
def grammar_of(language: Language) -> Grammar:
    """Give the patterns of a language, compiled once."""
    return Grammar.of(language)
