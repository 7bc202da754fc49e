"""What a number or a date is only compared with: “to $1.9 billion from $2 billion a year earlier”, “5% more than in 2024”."""

from newsmodel.facts.figures import MONEY
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan
from newsmodel.model import Span

_SKIPPED = 2
_CHANGED_WITHIN = 8
_MORE_WITHIN = 6
_RECORD_WITHIN = 4
_LONGEST = 10
_BEFORE_NUMBER = " " + MONEY


class Comparisons:
    """Finds the words of one text that open comparisons."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        words = scan.language.word_set
        self.former = words("statistics", "former")
        self.former_behind = words("statistics", "former_behind")
        self.than = words("statistics", "than")
        self.more = words("statistics", "more")
        self.reaching = words("statistics", "reaching")
        self.particles = words("statistics", "particles")
        self.minus = scan.language.word_set("numbers", "minus")
        self.level_openers = self.former | self.reaching
        self.records = words("statistics", "records")
        self.since = words("events", "since") if self.records else frozenset()
        self.words = self.former | self.former_behind | self.than | self.since

    def opens(self, index: int) -> bool:
        """Tell whether a word opens what something is compared with."""
        scan = self.scan
        word = scan.words[index]
        if word not in self.words or index == 0:
            return False
        if word in self.since:
            # "the lowest since 1998"
            return not self.records.isdisjoint(scan.words[max(index - _RECORD_WITHIN, 0) : index])
        if word in self.than and self._is_more(index):
            return self._leads_to_date(index)
        if word in self.former_behind:
            return scan.gaps[index - 1].strip() in (",", "(", "–", "—") and self._leads_to_number(index)
        if word in self.former and self._leads_to_number(index):
            return scan.words[index - 1] in self.particles or self._has_reached(index)
        return False

    def leads(self, first: int) -> bool:
        """Tell whether a word of comparison stands right before a number, or before the preposition or article of it."""
        for index in range(first - 1, max(first - 1 - _SKIPPED, 0) - 1, -1):
            if self.opens(index):
                return True
            if not self.scan.flags[index] & (Flag.PREPOSITION | Flag.ARTICLE) or self.scan.words[index] in self.reaching:
                return False
        return False

    def holds(self, index: int) -> bool:
        """Tell whether a word stands in a comparison."""
        scan = self.scan
        for each in range(index - 1, max(index - _LONGEST, 0) - 1, -1):
            if self.opens(each):
                return True
            if scan.gaps[each].strip(_BEFORE_NUMBER + "%°()") or scan.is_finite(each):
                return False
        return False

    def is_of_former(self, date: Span, number: Span) -> bool:
        """Tell the 2019 of “from 41 million in 2019 to 33 million”, which dates the number before it."""
        scan = self.scan
        first, between = scan.first_from(date.start), range(scan.first_from(date.end), scan.first_from(number.start))
        if len(between) != 1 or scan.words[between.start] not in self.reaching:
            return False
        counted = False
        for index in range(first - 1, max(first - 1 - _CHANGED_WITHIN, -1), -1):
            if scan.words[index] in self.former:
                return counted
            counted = counted or scan.words[index][0].isdigit() or bool(scan.flags[index] & Flag.NUMBER)
        return False

    def _is_more(self, index: int) -> bool:
        return any(self.scan.words[each] in self.more for each in range(max(index - _MORE_WITHIN, 0), index))

    def _leads_to_date(self, index: int) -> bool:
        scan = self.scan
        words = range(index + 1, min(index + 2 + _SKIPPED, len(scan.words)))
        small = Flag.PREPOSITION | Flag.ARTICLE | Flag.DETERMINER
        first = next((each for each in words if scan.flags[each] & Flag.DATE or not scan.flags[each] & small), index)
        return bool(scan.flags[first] & Flag.DATE) or (scan.words[first].isdigit() and len(scan.words[first]) == 4)  # noqa: PLR2004 -- a year

    def _leads_to_number(self, index: int) -> bool:
        scan = self.scan
        for each in range(index + 1, min(index + 2 + _SKIPPED, len(scan.words))):
            if scan.words[each][0].isdigit() or scan.flags[each] & Flag.NUMBER:
                return True
            if scan.words[each] in self.minus:
                continue
            if scan.gaps[each - 1].strip(_BEFORE_NUMBER) or not scan.flags[each] & (Flag.PREPOSITION | Flag.ADVERB | Flag.ARTICLE):
                return False
        return False

    def _has_reached(self, index: int) -> bool:
        """Tell “rose to 5% in March from 4%” from “soldiers from 12 nations”."""
        scan = self.scan
        for each in range(index - 1, max(index - _CHANGED_WITHIN, 0), -1):
            if scan.words[each] in self.reaching:
                return self._leads_to_number(each)
        return False
