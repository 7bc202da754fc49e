"""When: the calendar expressions of a text."""

import calendar
from datetime import date

from attrs import field, frozen

from newsmodel.model import rules
from newsmodel.model.span import Span


@frozen(kw_only=True)
class Period:
    """A day, a longer stretch of the calendar, or a length of time, as a text expresses it."""

    text: str = field(validator=rules.string())
    """The expression as printed, without its preposition (“10th September”)."""

    start: date | None = field(default=None, validator=rules.day)
    """First day; ``None`` where nothing on the page fixes it."""

    end: date | None = field(default=None, validator=rules.day)
    """Last day, inclusive: equal to ``start`` for a single day; ``None`` where nothing fixes it."""

    duration: str | None = field(default=None, validator=rules.duration)
    """Length as an ISO 8601 duration (“the last 12 days” is ``P12D``); ``None`` where the expression tells no length."""

    approximate: bool = field(default=False, validator=rules.instance_of(bool))
    """Whether the text itself calls it inexact (“around 10 September”)."""

    span: Span = field(validator=rules.instance_of(Span))
    """Where the expression stands."""

    def __attrs_post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.start is not None and self.end is not None and self.end < self.start:
            msg = f"Period.end must not be before start ({self.start}): {self.end}"
            raise ValueError(msg)

    @property
    def edtf(self) -> str | None:
        """The days in EDTF (ISO 8601-2): ``2016-09-10``, ``2016-09``, ``199X``, ``2016-09-10/2016-09-12~``.

        A side that is not known is left out (``2016-09-19/``). ``None`` where neither side is known.
        """
        if self.start is None and self.end is None:
            return None
        mark = "~" if self.approximate else ""
        if self.start is not None and self.end is not None and (whole := _whole(self.start, self.end)):
            return f"{whole}{mark}"
        return "/".join("" if side is None else f"{side}{mark}" for side in (self.start, self.end))


def _whole(start: date, end: date) -> str | None:
    """Write a stretch that is one unit of the calendar as that unit; other stretches have no such form."""
    if start == end:
        return start.isoformat()
    if start.day != 1 or end.day != calendar.monthrange(end.year, end.month)[1]:
        return None
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.year:04d}-{start.month:02d}"
    if (start.month, end.month) != (1, 12):
        return None
    year = f"{start.year:04d}"
    lengths = {0: year, 9: year[:3] + "X", 99: year[:2] + "XX", 999: year[:1] + "XXX"}
    years = end.year - start.year
    return lengths.get(years) if start.year % (years + 1) == 0 else None
