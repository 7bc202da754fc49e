"""Openings that name a whole without its number: “Of the positions being cut, 51 are teaching jobs”, “Of those rescued, 31 …”."""

from attrs import frozen

from newsmodel.facts.language import Flag
from newsmodel.facts.patterns import phrase_pattern
from newsmodel.facts.scan import Scan
from newsmodel.facts.units import Units

_LONGEST = 7
"""Words from the “Of” of an opening to its comma."""


@frozen
class Opening:
    """What a sentence opens with as the whole of its numbers."""

    end: int
    """Where it ends, which is before them."""
    unit: str | None
    """The plural that is counted, if one is printed."""
    fate: str | None
    """What has happened to all of them."""


class Openings:
    """Reads the openings of the sentences of one text."""

    def __init__(self, scan: Scan, units: Units) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.units = units
        self.of_all = phrase_pattern(scan.language.words("statistics", "of_all"))
        self._read: dict[int, Opening | None] = {}

    def at(self, start: int) -> Opening | None:
        """Read what a sentence opens with; ``None`` where it names no whole, or names it by a number."""
        if start not in self._read:
            self._read[start] = self._opening(start)
        return self._read[start]

    def _opening(self, start: int) -> Opening | None:
        scan, opened = self.scan, self.of_all.match(self.scan.text, start)
        if opened is None or scan.language.capital_nouns or scan.text[opened.end() : opened.end() + 1] != " ":
            return None
        first, unit, fate = scan.first_from(opened.end()), None, None
        for index in range(first, min(first + _LONGEST, len(scan.words))):
            flags = scan.flags[index]
            if flags & Flag.NUMBER or scan.words[index][0].isdigit():
                return None
            if flags & (Flag.PREPOSITION | Flag.ARTICLE) and index > first and unit is None and fate is None:
                return None
            if flags & (Flag.MEASURE | Flag.PAST) and not flags & (Flag.AUXILIARY | Flag.PASSIVE):
                fate = scan.printed(index, index)
            elif unit is None and self.units.is_plural(index):
                unit = scan.printed(index, index)
            if scan.gaps[index] == ", ":
                return Opening(scan.ends[index], unit, fate) if unit or fate else None
            if scan.gaps[index] != " ":
                return None
        return None
