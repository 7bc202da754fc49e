"""Calendar expressions in a text."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Any  # pieces of a match, before they are typed

from attrs import frozen

from newsmodel.facts.calendar import Anchor, Pieces
from newsmodel.facts.grammar import Group, grammar_of
from newsmodel.facts.hyphens import hyphenated
from newsmodel.facts.language import Flag, Language
from newsmodel.facts.meanings import MEANINGS
from newsmodel.facts.mention import Mention
from newsmodel.facts.scan import Scan
from newsmodel.facts.tenses import Tenses
from newsmodel.model import Period, Span

_DATE = Flag.DATE
_LOOK_BACK = 5
_FARTHEST = 60
_YEARS = (1000, 2199)
_NOT_BEFORE_YEARS = frozenset("#-/.,")
# 2016   1990s   1990er
_YEAR_WORD = re.compile(r"\d{4}(?:[^\W\d_]{1,3})?")
# 3.11.2025   03/11/2025
_NUMERIC = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}")
_YEAR_LENGTH = 4
_WEEKDAY = {"weekday"}
_MARKS = frozenset("“”„\"«»‘’'")
_LONGEST_TITLE = 4
_DIGITS = re.compile(r"\d+")
_SHORT_NAME = 3
_REMEMBERED = 600
"""How far back, in characters, the date lies that “the next day” is counted from."""


@frozen(kw_only=True)
class _Lexicon:
    """What the words of calendar expressions mean in one language."""

    units: dict[str, str]
    weekdays: dict[str, int]
    seasons: dict[str, list[int]]
    feasts: dict[str, tuple[int, ...]]
    feast_words: frozenset[str]
    short: frozenset[str]
    """Short names of weekdays, which can be other words as well."""
    counts: dict[str, int]


@lru_cache(maxsize=64)
def _lexicon(language: Language) -> _Lexicon:
    dates = language.tables.get("dates", {})
    feasts = {name.lower().replace("’", "'"): tuple(rule) for name, rule in dates.get("holidays", {}).items()}
    parts = ("", *language.words("dates", "day_parts"))
    return _Lexicon(
        units=dates.get("units", {}),
        weekdays={name + part: number for name, number in language.weekdays.items() for part in parts},
        seasons=dates.get("seasons", {}),
        feasts=feasts,
        short=frozenset(
            name.lower().rstrip(".")
            for names in language.weekday_names
            for name in names
            if len(name) <= _SHORT_NAME < max(map(len, names))
        ),
        feast_words=frozenset(word for name in feasts for word in (name.split()[0], name.split()[-1])),
        counts={**language.tables.get("numbers", {}).get("units", {}), **dates.get("counts", {}), **dates.get("ordinals", {})},
    )


def find(scan: Scan, anchor: Anchor, mentions: Iterable[Mention] = ()) -> list[Period]:
    """Find the calendar expressions of a text outside its names, in order; those that nothing fixes have no days."""
    names = frozenset(chain.from_iterable(range(mention.first, mention.last + 1) for mention in mentions))
    return _Finder(scan, anchor, names).find()


class _Finder:
    def __init__(self, scan: Scan, anchor: Anchor, names: frozenset[int]) -> None:
        self.scan = scan
        self.names = names
        self.anchor = anchor
        self.language = scan.language
        self.grammar = grammar_of(scan.language)
        names_of = _lexicon(scan.language)
        self.units = names_of.units
        self.weekdays = names_of.weekdays
        self.seasons = names_of.seasons
        self.feasts = names_of.feasts
        self.feast_words = names_of.feast_words
        self.short = names_of.short
        self.counts = names_of.counts
        limits: dict[str, list[str]] = self.language.tables.get("numbers", {}).get("bounds", {})
        self.bounds = frozenset(word for words in limits.values() for word in words)
        self.works = self.language.word_set("quotes", "works")
        self.tenses = Tenses(scan)

    def find(self) -> list[Period]:
        out: list[Period] = []
        free_from = 0
        previous: Period | None = None
        starts = self.scan.starts
        for index in self._anchors():
            if starts[index] < free_from or index in self.names:
                continue
            kind = self._kind(index)
            period = self._at(index, kind, free_from, previous) if kind is not None else None
            if period is not None:
                out.append(period)
                free_from = period.span.end
                previous = period if period.start and period.end else previous
        return out

    def _anchors(self) -> list[int]:
        """Give the words that an expression can hang on: those of the calendar, numbers, and the “March” of “mid-March”."""
        scan = self.scan
        found = [index for index in scan.figures if scan.flags[index] & _DATE or scan.words[index][0].isdigit()]
        joined = hyphenated(scan)
        return sorted({*found, *joined}) if joined else found

    def _kind(self, index: int) -> str | None:
        """Tell which patterns can hang on a word."""
        word = self.scan.words[index]
        if self.scan.flags[index] & Flag.DATE:
            if word in self.language.months:
                return "month"
            if word in self.weekdays:
                return "weekday"
            if word in self.seasons:
                return "season"
            return "unit" if word in self.units else "word"
        if word[0].isdigit():
            return "year" if _YEAR_WORD.fullmatch(word) or _NUMERIC.fullmatch(word) else None
        # "mid-March"
        return "month" if "-" in word and word.rpartition("-")[2] in self.language.months else None

    def _at(self, index: int, kind: str, free_from: int, previous: Period | None) -> Period | None:
        scan = self.scan
        text, starts, end = scan.text, scan.starts, scan.ends[index]
        groups = self.grammar.groups_of(kind, feast=scan.words[index] in self.feast_words)
        for start in range(max(index - _LOOK_BACK, 0), index + 1):
            position = starts[start]
            if position < free_from:
                continue
            for group in groups:
                match = group.pattern.match(text, position, position + _FARTHEST)
                if match is not None and match.end() >= end:
                    period = self._period(match, group, index, previous)
                    if period is not None:
                        return period
        return None

    def _period(self, match: re.Match[str], group: Group, index: int, previous: Period | None) -> Period | None:
        entry = group.entries[match.lastgroup or ""]
        table = entry.table
        if table.get("capital") and not self._is_bare_date(index, match.start()):
            return None
        found = {name: value for name, read in entry.pieces.items() if (value := match[read]) is not None}
        if self._is_title(match.start()):
            return None
        if found.keys() == _WEEKDAY and found["weekday"].lower().rstrip(".") in self.short and not table.get("capital"):
            # « le jeu », « en mer », "el mar": where weekdays have no capital, short names are no days by themselves.
            return None
        text, means = match.group(), table["means"]
        pieces = self._pieces(found, table, match.span(), previous)
        if pieces is None or (
            # A year that its own words tell, as in “2016 году” and “2016-ban”, needs no further test.
            means == "year" and len(text) == _YEAR_LENGTH and not self._is_year(index)
        ):
            return None
        if pieces.count == 0 and means in ("ago", "last", "next"):
            return None
        start, end, duration = MEANINGS[means](pieces, self.anchor)
        return Period(
            text=text,
            start=start,
            end=end,
            duration=duration,
            approximate=table.get("approximate", False),
            span=Span(*match.span()),
        )

    def _is_title(self, start: int) -> bool:
        """Tell the broadcaster's “Today” programme: a short title in marks, before a word for a work."""
        scan = self.scan
        quotation = scan.quotation_at(start) if scan.text[start - 1 : start] in _MARKS else None
        if quotation is None or quotation.start != start or not quotation.closed:
            return False
        follower = scan.first_from(quotation.outer_end)
        short = follower - scan.first_from(start) <= _LONGEST_TITLE
        return short and follower < len(scan) and scan.words[follower] in self.works and scan.gaps[follower - 1].endswith(" ")

    def _is_bare_date(self, index: int, start: int) -> bool:
        """Tell “in May” from the name and the verb: a month alone opens no sentence, and neither speaks nor ends a name."""
        scan = self.scan
        if not scan.capital[index]:
            return False
        if scan.words[index] not in self.language.months or start < scan.starts[index]:
            return True
        before = index - 1
        led = before >= 0 and scan.gaps[before].strip() in ("", ",") and scan.starts[index] != scan.sentence_at(scan.starts[index])[0]
        follower = index + 1
        speaks = follower < len(scan.words) and scan.gaps[index] == " " and scan.flags[follower] & Flag.VERB
        named = before >= 0 and (
            scan.capital[before] and scan.gaps[before] == " " and not scan.flags[before] & (Flag.PREPOSITION | Flag.DATE | Flag.ARTICLE)
        )
        # "Jan" before a capital letter is a first name; "January" is not.
        surname = (
            follower < len(scan.words) and scan.gaps[index] == " " and scan.capital[follower] and not scan.flags[follower] & Flag.FUNCTION
        )
        given = surname and scan.words[index] not in self.language.whole_months
        return led and not (speaks or named or given)

    def _is_year(self, index: int) -> bool:
        """Tell a bare year from a quantity of four digits: “2016” from “2016 people”, “$2016” and “2,016”."""
        scan = self.scan
        year = int(scan.words[index][:4])
        before = scan.text[max(scan.starts[index] - 1, 0) : scan.starts[index]]
        if not _YEARS[0] + 500 <= year <= _YEARS[1] - 99 or before in _NOT_BEFORE_YEARS:
            return False
        if before and unicodedata.category(before) == "Sc":
            return False
        after = scan.text[scan.ends[index] : scan.ends[index] + 2]
        if after[:1] in ("%", "°", "/", "-", "–") or (after[:1] in ",." and after[1:].isdigit()):
            return False
        preceded = (
            index > 0
            and bool(scan.flags[index - 1] & (Flag.PREPOSITION | Flag.CONJUNCTION | Flag.ARTICLE | Flag.DETERMINER | Flag.DATE))
            and scan.gaps[index - 1] == " "
            and scan.words[index - 1] not in self.bounds
        )
        noun = index + 1 < len(scan.words) and scan.capital[index + 1] == self.language.capital_nouns
        plural = noun and scan.gaps[index] == " " and not scan.flags[index + 1]
        return preceded or not plural

    def _pieces(self, found: dict[str, str], entry: dict[str, Any], place: tuple[int, int], previous: Period | None) -> Pieces | None:
        position, end = place
        day = _leading_number(found.get("day"))
        year = _leading_number(found.get("year"))
        if day is not None and not 1 <= day <= 31:  # noqa: PLR2004 -- days of a month
            return None
        count = self._count(found.get("n") or found.get("ordinal"))
        season = self.seasons.get(found["season"].lower()) if "season" in found else None
        unit = entry.get("unit") or self.units.get(found.get("unit", "").lower())
        from_year = _leading_number(found.get("from_year"))
        if "short" in found and from_year is not None:
            year = from_year // 100 * 100 + int(found["short"])
        near = previous is not None and previous.start and previous.end and position - previous.span.end <= _REMEMBERED
        return Pieces(
            day=day,
            from_day=_leading_number(found.get("from_day")),
            from_month=self._month(found.get("from_month")),
            month=self._month(found.get("month")) or _leading_number(found.get("number")),
            year=year,
            from_year=from_year,
            weekday=self.weekdays.get(found["weekday"].lower().rstrip(".")) if "weekday" in found else None,
            count=_leading_number(found.get("quarter")) or count,
            unit=unit or ("quarter" if "ordinal" in found or "quarter" in found else None),
            season=(season[0], season[1]) if season else None,
            shift=entry.get("shift", 0),
            tense=lambda: self.tenses.of(position, end),
            previous=(previous.start, previous.end) if near and previous and previous.start and previous.end else None,
            feast=self.feasts.get(" ".join(found["holiday"].lower().replace("’", "'").split()), ()) if "holiday" in found else (),
        )

    def _month(self, name: str | None) -> int | None:
        months = self.language.months
        return months.get(name.lower()) or months.get(name.lower().rstrip(".")) if name else None

    def _count(self, text: str | None) -> int | None:
        if text is None:
            return None
        return int(text) if text.isdigit() else self.counts.get(text.lower())


def _leading_number(text: str | None) -> int | None:
    match = _DIGITS.match(text) if text else None
    return int(match.group()) if match else None
