"""Lines of dates, as papers print them above an article."""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from functools import cache, lru_cache
from importlib import resources
from typing import Any  # what TOML holds has any type

from attrs import evolve, frozen

from newsmodel.pages.text import tokens

_LONGEST = 160
"""Characters of the longest line of dates."""
_MOST_UNKNOWN = 1
"""Words that may stand beside a date without anybody knowing them: the place, a time zone."""
_MOST_NOTED = 4
"""Words of a note behind a mark: ``| 3 min read``."""
_LONGEST_TIME = 20
_MONTHS = 12
_NOON = 12
_FEWEST_DIGITS = 5
"""Those of 4 August 2024."""
_AMERICA = -120
"""Minutes ahead of UTC that no clock in America is ahead of."""
_WORD = r"[^\W\d_]"
_DATE = re.compile(
    rf"""(?<![\d/.-])(?:
        (?P<year_a>\d{{4}})(?P<mark_a>[-/.])(?P<month_a>\d{{1,2}})(?P=mark_a)(?P<day_a>\d{{1,2}})             # 2025-05-13
      | (?P<one>\d{{1,2}})(?P<mark_b>[/.-])\ ?(?P<other>\d{{1,2}})(?P=mark_b)\ ?(?P<year_b>\d{{4}})           # 13/05/2025, 13. 5. 2025
      | (?P<day_c>\d{{1,2}})(?:{_WORD}{{2}}|[.º°ª])?\ (?:{_WORD}{{1,2}}\ |{_WORD}['’])?                       # 13 de, 13th, 13. …
        (?P<word_c>{_WORD}{{2,14}}(?:\ {_WORD}{{4,10}})?)\.?,?\ (?:{_WORD}{{2}}\ )?(?P<year_c>\d{{4}})       # … mayo de 2025
      | (?P<word_d>{_WORD}{{3,14}})\.?\ (?P<day_d>\d{{1,2}})(?:{_WORD}{{2}})?,?\ (?P<year_d>\d{{4}})          # May 13, 2025
      | (?P<year_e>\d{{4}})\.?\ (?P<word_e>{_WORD}{{2,14}})\.?\ (?P<day_e>\d{{1,2}})\.?                       # 2025. május 13.
    )(?!\d)""",
    re.VERBOSE,
)
# '10:12 GMT+2', '10.12 am', '10h12 (CEST)', 'T10:12:00+02:00'; the last group is what the zone of a name is told by.
_TIME = re.compile(
    r"""(?<!\d)(?P<hour>\d{1,2})(?:[:.]|\ ?h\ ?)(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?!\d)
        (?:\ ?(?P<half>[ap])\.?m\b\.?)?
        (?:\ ?\(?(?P<zone>[A-Z]{1,5})(?![a-z]))?
        (?:(?<=[A-Z\d])(?P<sign>[+\-−])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?
          |(?<=[A-Z\d])\ (?P<sign_b>[+-])(?P<hours_b>\d{2}):?(?P<minutes_b>\d{2}))?
        \)?""",
    re.VERBOSE | re.IGNORECASE,
)
# ' - ', ', ', ' at ', 'T' between a date and its time.
_BETWEEN = re.compile(rf"[\s,|•·–—T-]*(?:{_WORD}{{1,3}}\s)?\s*")
# A mark behind which something else begins: '| 3 min read'.
_MARK = re.compile(r"\s?[|•·–—-]\s?")


@frozen(kw_only=True)
class Stamp:
    """A date as it is printed."""

    year: int
    month: int
    day: int
    clock: tuple[int, int, int] | None = None
    """The time of day; ``None`` where it or its zone is not told."""
    offset: int | None = None
    """Minutes ahead of UTC."""
    either: bool = False
    """Whether day and month could be the other way round, as American papers have them."""

    def moment(self, *, day_first: bool) -> datetime | date | None:
        """Give the moment; the day where no zone or no time that there is is told, and ``None`` where it may be one of two days."""
        if self.either and not day_first:
            return None
        day = date(self.year, self.month, self.day)
        if self.clock is None or self.offset is None:
            return day
        try:
            return datetime(self.year, self.month, self.day, *self.clock, tzinfo=timezone(timedelta(minutes=self.offset)))
        except ValueError:
            # A misprint such as 25:12 says nothing against the day.
            return day


@frozen(kw_only=True)
class DateLine:
    """What a line of dates says."""

    published: Stamp | None = None
    updated: Stamp | None = None
    labelled: bool = False
    """Whether it tells in words what its dates are."""


def read_dates(text: str, published: Collection[str] = (), updated: Collection[str] = ()) -> DateLine | None:
    """Read a line that holds dates and nothing else but what they are the dates of; ``None`` for any other line.

    ``published`` and ``updated`` are further labels; a date without one is that of publication.
    """
    if len(text) > _LONGEST or sum(c.isdigit() for c in text) < _FEWEST_DIGITS:
        return None
    found: dict[str, Stamp] = {}
    unknown = 0
    labelled = False
    position = 0
    for match in _DATE.finditer(text):
        stamp = _stamp(match)
        if stamp is None:
            continue
        if match.start() < position:
            continue
        before = text[position : match.start()]
        start = match.end()
        time = _TIME.match(text, gap.end() if (gap := _BETWEEN.match(text, start)) else start)
        if time is None and (time := _TIME.search(before)) is not None:
            before = f"{before[: time.start()]} {before[time.end() :]}"
        elif time is not None:
            start = time.end()
        kind, rest = _kind(before, _labels("published", tuple(published)), _labels("updated", tuple(updated)))
        labelled = labelled or bool(kind)
        unknown += rest
        found.setdefault(kind or "published", _with_time(stamp, time))
        position = start
    if not found:
        return None
    tail = text[position:]
    left = len([part for part in tokens(tail) if not part.isdigit()])
    if left > (_MOST_NOTED if _MARK.match(tail) else _MOST_UNKNOWN) or unknown > _MOST_UNKNOWN:
        return None
    return DateLine(published=found.get("published"), updated=found.get("updated"), labelled=labelled)


def date_inside(text: str) -> Stamp | None:
    """Give the one date that a line holds beside other words, such as a byline; ``None`` where it holds none, or more."""
    if len(text) > _LONGEST or sum(c.isdigit() for c in text) < _FEWEST_DIGITS:
        return None
    found = [(match, stamp) for match in _DATE.finditer(text) if (stamp := _stamp(match)) is not None]
    if len(found) != 1:
        return None
    match, stamp = found[0]
    gap = _BETWEEN.match(text, match.end())
    return _with_time(stamp, _TIME.match(text, gap.end() if gap else match.end()))


def first_moments(lines: Iterable[DateLine], *, day_first: bool) -> tuple[datetime | date | None, datetime | date | None]:
    """Give the first date of publication that can be read, and the first of a change."""
    lines = tuple(lines)
    published = (line.published.moment(day_first=day_first) for line in lines if line.published is not None)
    updated = (line.updated.moment(day_first=day_first) for line in lines if line.updated is not None)
    return next(filter(None, published), None), next(filter(None, updated), None)


def is_time(text: str) -> bool:
    """Tell whether a text is a time of the day and nothing else, as the entries of a live blog have it."""
    return len(text) <= _LONGEST_TIME and _TIME.fullmatch(text) is not None and ("." not in text or "m" in text.lower())


def _stamp(match: re.Match[str]) -> Stamp | None:
    own = {name: value for name, value in match.groupdict().items() if value is not None}
    get = {name.partition("_")[0]: value for name, value in own.items()}
    year = int(get["year"])
    either = False
    if "one" in get:
        day, month = int(get["one"]), int(get["other"])
        either = get["mark"] == "/" and day <= _MONTHS and month <= _MONTHS and day != month
        if month > _MONTHS and get["mark"] != ".":
            day, month = month, day
    else:
        day = int(get["day"])
        named = int(get["month"]) if "month" in get else _month(get["word"])
        if named is None:
            return None
        month = named
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Stamp(year=year, month=month, day=day, either=either)


def _month(name: str) -> int | None:
    months = _months()
    plain = name.casefold()
    return months.get(plain) or months.get(plain.partition(" ")[0])


def _with_time(stamp: Stamp, time: re.Match[str] | None) -> Stamp:
    if time is None:
        return stamp
    hour = int(time["hour"])
    if time["half"]:
        hour = hour % _NOON + (_NOON if time["half"] in "pP" else 0)
    offset = _offset(time)
    # Whoever writes the month first lives in America.
    either = stamp.either and (offset is None or offset <= _AMERICA)
    return evolve(stamp, clock=(hour, int(time["minute"]), int(time["second"] or 0)), offset=offset, either=either)


def _offset(time: re.Match[str]) -> int | None:
    """Give the minutes by which a zone is ahead of UTC: papers write “GMT+2” for two hours more, unlike POSIX."""
    base = 0 if time["zone"] is None else _table()["zones"].get(time["zone"].upper())
    sign, hours, minutes = (time[name] or time[f"{name}_b"] for name in ("sign", "hours", "minutes"))
    if base is None or (time["zone"] is None and sign is None):
        return None
    return int(base) + (-1 if sign in ("-", "−") else 1) * (60 * int(hours or 0) + int(minutes or 0))


def _kind(label: str, published: Collection[str], updated: Collection[str]) -> tuple[str, int]:
    """Tell what a date is the date of, and count the words before it that say nothing of that."""
    parts = [part for part in tokens(label) if part not in _weekdays()]
    words = " ".join(parts)
    for kind, labels in (("updated", updated), ("published", published)):
        for own in labels:
            if words == own or words.endswith(f" {own}") or words.startswith(f"{own} "):
                return kind, len(parts) - len(own.split())
    return "", len(parts)


@lru_cache(maxsize=256)
def _labels(kind: str, further: tuple[str, ...]) -> tuple[str, ...]:
    """Give the labels of a kind of date, folded, the longest first."""
    return tuple(sorted((" ".join(tokens(label)) for label in (*_table()[kind], *further)), key=len, reverse=True))


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(part for name in _table()["weekdays"] for part in tokens(name))


@cache
def _months() -> Mapping[str, int]:
    return {name.casefold(): number for number, names in enumerate(_table()["months"], 1) for name in names}


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("newsmodel.pages").joinpath("dates.toml").read_text(encoding="utf-8"))
