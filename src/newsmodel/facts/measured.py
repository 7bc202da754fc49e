"""Units that are no nouns: per cent and points, money, weights and physical units."""

import re
from functools import lru_cache

from attrs import define

from newsmodel.facts.currencies import Currencies
from newsmodel.facts.figures import patterns
from newsmodel.facts.numbers import Number
from newsmodel.facts.patterns import NOTHING, alternatives
from newsmodel.facts.scan import Scan

BLANKS = (" ", "\u00a0", "\u202f")
JOINING = (*BLANKS, "-")
"""What may stand between a number and its unit."""
_HEAVIEST = 5000
"""Pounds from which on money is likelier than a weight."""


@define(eq=False)
class Unit:
    """What is counted, and where its words end."""

    name: str | None
    end: int
    elided: bool = False
    """Whether it is left out, or stands for the unit before: “others”."""
    measure: str | None = None
    """What it measures, where that is printed in its place: “a 5.6-magnitude quake”."""


class InMeasures:
    """Reads the units of the numbers of one text that stand for an amount, and for no thing that is counted."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        words = scan.language.words
        self.patterns = patterns(scan.language)
        self.currencies = Currencies(scan.language, scan.text)
        self.percent = word_pattern(words("numbers", "percent"))
        self.points = word_pattern(words("numbers", "points"))
        self.physical = word_pattern(words("statistics", "physical"))
        self.rates = scan.language.word_set("statistics", "rates")
        self.weights = word_pattern(words("statistics", "weights"))
        self.weighing = scan.language.word_set("statistics", "weighing")
        self.shared = scan.language.word_set("statistics", "shared")
        self.fraction_of = word_pattern(words("statistics", "fraction_of"))

    def _in_measures(self, number: Number, at: int) -> Unit | None:
        text = self.scan.text
        if number.currency is not None:
            extra = self.currencies.at(at)
            return Unit(number.currency, extra[1] if extra is not None and extra[0] == number.currency else at)
        blank = at + (text[at : at + 1] in JOINING)
        if match := self.points.match(text, blank):
            return Unit(match.group(), match.end())
        if match := self.percent.match(text, blank):
            return Unit("%", match.end())
        if weight := self._weight(number, blank):
            return weight
        if currency := self.currencies.at(at + (text[at : at + 1] == "-")):
            return Unit(*currency)
        if match := self.physical.match(text, blank):
            return self._with_rate(blank, match.end())
        if number.words and isinstance(number.value, float):
            of = self.fraction_of.match(text, blank)
            point = self.points.match(text, of.end() + 1) if of else None
            return Unit(self._points(point.group()), point.end()) if point else Unit(None, number.end)
        return None

    def _weight(self, number: Number, at: int) -> Unit | None:
        """Read “weighs 12 pounds” and “3 pounds of flour”, which elsewhere are money."""
        scan, match = self.scan, self.weights.match(self.scan.text, at)
        if match is None or number.value > _HEAVIEST:
            return None
        before = scan.first_from(number.start) - 1
        weighed = before >= 0 and scan.words[before] in self.weighing
        index = scan.first_from(match.end())
        stuff = (
            index + 1 < len(scan.words) and scan.words[index] in self.shared and scan.gaps[index - 1] == " " and not scan.flags[index + 1]
        )
        return Unit(match.group(), match.end()) if weighed or (stuff and not scan.capital[index + 1]) else None

    def _points(self, name: str) -> str:
        """Give the plural of “a percentage point”, where it only goes on."""
        names = self.scan.language.words("numbers", "points")
        return next((each for each in names if each.lower().startswith(name.lower())), name)

    def is_counted(self, unit: str | None) -> bool:
        """Tell people and things from per cent, money and physical units."""
        return unit is None or (unit[0].isalpha() and not unit.isupper() and not self.physical.match(unit))

    def measured(self, at: int) -> bool:
        """Tell whether a unit that is no noun stands at a position: “30-percent”, “45-kilometre”."""
        text = self.scan.text
        found = self.percent.match(text, at) or self.physical.match(text, at) or self.points.match(text, at)
        return bool(found or self.currencies.at(at))

    def _with_rate(self, start: int, end: int) -> Unit:
        """Read a physical unit with what it is counted by: “barrels per day”."""
        scan = self.scan
        index = scan.last_before(end)
        if (
            scan.ends[index] == end
            and index + 2 < len(scan.words)
            and scan.words[index + 1] in self.rates
            and scan.gaps[index] == scan.gaps[index + 1] == " "
        ):
            end = scan.ends[index + 2]
        return Unit(scan.text[start:end], end)


@lru_cache(maxsize=256)
def word_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Compile words to a pattern that no letter follows; it matches nothing where there are none."""
    return re.compile(rf"(?:{alternatives(words)})(?!\w)" if words else NOTHING, re.IGNORECASE)
