"""Dates that tell only one end of a stretch of time: “until 5 May”, “since 1 April”."""

from attrs import evolve

from newsmodel.facts.scan import Scan
from newsmodel.model import Period


def opened(scan: Scan, period: Period) -> Period:
    """Leave the side open that “until 5 May” and “since 1 April” leave open."""
    words = scan.language.word_set
    before = scan.first_from(period.span.start) - 1
    behind = scan.first_from(period.span.end)
    if behind < len(scan) and scan.words[behind] in words("events", "dating"):
        # "until 5 May, when she resigned" tells of what happened on that day.
        return period
    word = scan.words[before] if before >= 0 and scan.gap(before) == " " else ""
    if word in words("dates", "until"):
        return evolve(period, start=None)
    return evolve(period, end=None) if word in words("events", "since") else period
