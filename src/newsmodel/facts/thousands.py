"""Marks of thousands of another region: “1,200 heridos”, “1.500 people”, told from decimals by what they count."""

import re

from newsmodel.facts.measured import Unit
from newsmodel.facts.numbers import Number
from newsmodel.facts.scan import Scan
from newsmodel.facts.units import Units

_FIGURE = re.compile(r"\d[\d.,]*")


class Thousands:
    """Tells the numbers of one text whose mark of decimals is one of thousands."""

    def __init__(self, scan: Scan, units: Units) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.units = units
        marks = "".join(map(re.escape, scan.language.words("numbers", "decimals"))) or "."
        self._grouped = re.compile(rf"[1-9]\d{{0,2}}[{marks}]\d{{3}}(?!\d)")

    def widen(self, number: Number, unit: Unit, *, things: bool) -> None:
        """Make thousands of a number; ``things`` tells that its unit is neither money nor one that measures."""
        text = self.scan.text
        if self._grouped.match(text, number.first) is None:
            return
        printed = text[number.first : number.end]
        figures = _FIGURE.findall(printed)
        if len(figures) != (1 if number.high is None else 2) or not all(map(self._grouped.fullmatch, figures)):
            return
        scaled = any(map(str.isalpha, printed.rpartition(figures[-1])[2]))
        # Nobody prints 1,500 millions for 1.5 of them; with a point, filings do.
        if self._is_rounded(figures) if scaled else self._counts(unit, things=things):
            number.value = round(number.value * 1000)
            number.high = None if number.high is None else round(number.high * 1000)

    def _is_rounded(self, figures: list[str]) -> bool:
        return all(figure.endswith("0") and "," in figure for figure in figures)

    def _counts(self, unit: Unit, *, things: bool) -> bool:
        """Tell people and things, or those that are left out, from a rate: “1,375 Kinder pro Frau”."""
        scan, units = self.scan, self.units
        if unit.elided or unit.name is None:
            return unit.elided
        if not things or units.points.match(unit.name) or any(map(str.isdigit, unit.name)):
            return False
        last = scan.last_before(unit.end)
        rated = last + 1 < len(scan.words) and scan.words[last + 1] in units.rates and scan.gaps[last] == " "
        return units.is_plural(last) and not rated
