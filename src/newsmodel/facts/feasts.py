"""The days of feasts, by the rule that a language file gives for each."""

from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta, weekday

_EASTER, _FIXED, _COUNTED = 1, 2, 3
"""How many numbers a rule has: days from Easter Sunday; month and day; month, weekday and its number in the month."""
RULE_LENGTHS = (_EASTER, _FIXED, _COUNTED)


def day_of(rule: tuple[int, ...], year: int) -> date | None:
    """Give the day of a feast in a year; ``None`` where the rule gives no day."""
    try:
        if len(rule) == _EASTER:
            return easter(year) + timedelta(days=rule[0])
        if len(rule) == _FIXED:
            return date(year, rule[0], rule[1])
        return date(year, rule[0], 1) + relativedelta(weekday=weekday(rule[1])(rule[2]))
    except (ValueError, OverflowError):
        return None
