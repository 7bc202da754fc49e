"""Numbers that leave out what they count: “117 others”, “up from 17 million”, “On Sunday night, 143 slept there”."""

from newsmodel.facts.comparisons import Comparisons
from newsmodel.facts.language import Flag
from newsmodel.facts.parts import Found, Parts
from newsmodel.facts.scan import Scan
from newsmodel.facts.units import Units

_LOOK_BACK = 4
"""Numbers before one that leaves out what it counts, among which another tells it."""
_VERB_WITHIN = 8
_SUBJECT_WITHIN = 14


class Elided:
    """Gives the numbers of one text the units that they leave out."""

    def __init__(self, scan: Scan, units: Units, parts: Parts, comparisons: Comparisons) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.units = units
        self.parts = parts
        self.comparisons = comparisons
        words = scan.language.word_set
        self.passing = words("statistics", "passing")
        self.totals = words("statistics", "totals")
        self.brings = words("statistics", "brings")
        self.neuter = words("pronouns", "neuter")
        self.instead = words("statistics", "instead")
        self.speaking = words("statistics", "giving_of")
        self.giving = words("statistics", "giving") | self.speaking
        self.genitives = words("words", "genitive_articles")
        self.scales = words("numbers", "scales")
        self.codes = words("numbers", "currencies")
        self.capital_nouns = scan.language.capital_nouns

    def fill(self, found: list[Found]) -> None:
        """Give each number without a unit that of the number before, or the noun that its sentence began with."""
        for index, each in enumerate(found):
            start = self.scan.sentence_at(each.span.start)[0]
            beside = index > 0 and found[index - 1].span.start >= start
            # "killed 3,700 people and injured 5,000"
            bare = each.unit is None and not each.elided and not each.number.words and each.measure is None and each.first > 0
            if bare and beside and self.scan.flags[each.first - 1] & Flag.MEASURE:
                each.elided = True
            # "18.5 million passengers, up from 17.2 million"
            compared = each.unit is None and not each.number.words and self.comparisons.leads(each.first)
            if self.capital_nouns and each.unit is None:
                each.unit = self._of_total(each.first) or self._left_to(found, index, start)
                each.elided = each.elided and each.unit is None
                if each.elided and self._leads_to_former(each.first, each.last + 1):
                    # "von 62 auf 63 Jahre"
                    each.elided, each.bare = False, True
            if each.unit is None and (unit := self.parts.opened_unit(each)):
                each.unit, each.elided = unit, False
            if compared and beside and found[index - 1].unit in self.codes:
                # "fell to 612 million crowns from 744 million"
                each.unit = found[index - 1].unit
            elif each.elided or (compared and beside):
                each.unit = self._counted_before(found, index, start)
            if each.unit is None and (each.bare or not each.number.words) and each.number.value == int(each.number.value):
                each.unit = self._of_subject(each.first) or self._named_before(found, index, start)
                each.elided = each.elided or (each.bare and each.unit is not None)

    def is_left_out(self, first: int, last: int) -> bool:
        """Tell a number that leaves out what another says it counts: “2024 waren es 645”, “sechs statt vier Boote”."""
        scan, follower = self.scan, last + 1
        if not self.capital_nouns or first == 0 or scan.gaps[first - 1] != " ":
            return False
        return self._points(first) or self._leads_to_former(first, follower)

    def _points(self, first: int) -> bool:
        """Tell “waren es 645”."""
        scan, before = self.scan, first - 2
        pointed = before >= 0 and scan.words[first - 1] in self.neuter and scan.gaps[before] == " "
        return pointed and bool(scan.flags[before] & Flag.AUXILIARY)

    def _leads_to_former(self, first: int, follower: int) -> bool:
        scan = self.scan
        if follower + 1 >= len(scan.words) or scan.gaps[follower - 1] != " ":
            return False
        led = scan.words[first - 1] in self.comparisons.former and scan.words[follower] in self.comparisons.reaching
        index = follower + 1 + bool(scan.flags[follower + 1] & Flag.ADVERB)
        figure = index < len(scan.words) and (scan.words[index][0].isdigit() or scan.flags[index] & Flag.NUMBER)
        return bool(figure and (led or scan.words[follower] in self.instead))

    def _of_total(self, first: int) -> str | None:
        """Read what a bare number counts that a total has reached: “ist die Zahl der Verletzten auf 14 gestiegen”."""
        scan = self.scan
        if first < _VERB_WITHIN // 2 or scan.words[first - 1] not in self.comparisons.reaching:
            return None
        start = max(scan.first_from(scan.sentence_at(scan.starts[first])[0]), first - _SUBJECT_WITHIN)
        for index in range(first - 2, start + 1, -1):
            if scan.gaps[index].strip():
                return None
            if scan.words[index - 2] in self.totals and scan.words[index - 1] in self.genitives and scan.capital[index]:
                return scan.printed(index, index)
        return None

    def _left_to(self, found: list[Found], index: int, start: int) -> str | None:
        """Give what the number behind counts, or the one before: “15 statt 9,50 Euro”, “110 stimmten dafür, 71 waren dagegen”."""
        each = found[index]
        behind = found[index + 1] if index + 1 < len(found) else None
        if self._leads_to_former(each.first, each.last + 1):
            near = behind is not None and behind.first - each.last <= _LOOK_BACK
            return behind.unit if behind is not None and near else None
        if index == 0 or each.number.words or found[index - 1].span.start < start or not self._is_thing(found[index - 1]):
            return found[index - 1].unit if index and self._points(each.first) and found[index - 1].span.start >= start else None
        told = each.last + 1 < len(self.scan.words) and not self.scan.capital[each.last + 1] and self.scan.gaps[each.last] == " "
        listed = self.scan.gaps[each.first - 1].startswith(",") and told
        return found[index - 1].unit if listed or self._points(each.first) or self._is_spoken_of(each) else None

    def takes_place(self, before: Found, each: Found) -> bool:
        """Tell “15 statt bisher 9,50 Euro”."""
        words = range(before.last + 1, each.first)
        return 0 < len(words) <= _LOOK_BACK and self.scan.words[words.start] in self.instead

    def repeats(self, first: int) -> bool:
        """Tell a number that a verb of those who give numbers or a pronoun leads: “waren es 645”, “table sur 2 %”."""
        scan = self.scan
        led = first > 1 and scan.flags[first - 1] & Flag.PREPOSITION and scan.words[first - 2] in self.giving
        return self._points(first) or (bool(led) and not scan.flags[first - 3] & (Flag.ARTICLE | Flag.DETERMINER))

    def _is_spoken_of(self, each: Found) -> bool:
        """Tell “die Veranstalter sprachen von 6.000”."""
        scan = self.scan
        return scan.words[each.first - 2] in self.speaking and bool(scan.flags[each.first - 1] & Flag.PREPOSITION)

    def _counted_before(self, found: list[Found], index: int, start: int) -> str | None:
        """Give what the number before counts that “others” are others of."""
        before = [other for other in found[max(index - _LOOK_BACK, 0) : index] if self._is_thing(other)]
        before = [other for other in before if other.span.start >= start] or before
        # "rescued 119 people from two boats, but 22 others …"
        before = [other for other in before if not (other.first and self.scan.flags[other.first - 1] & Flag.PREPOSITION)] or before
        if before and not self.parts.goes_on(found[index - 1], found[index]):
            # "12 people died, including three children; 40 others were hurt": others than all of the 12.
            before = [other for other in before if not self.parts.is_part(other.number)] or before
        return before[-1].unit if before else None

    def _named_before(self, found: list[Found], index: int, start: int) -> str | None:
        """“It was built for 60 children. On Sunday night, 143 slept there”: what the number before counts, in this or the last sentence."""
        scan, each = self.scan, found[index]
        if self.capital_nouns or index == 0 or each.measure is not None or (each.bare and not self.parts.points_back(each)):
            return None
        led = scan.words[each.first - 1] in self.brings and scan.words[each.first - 2] not in self.totals
        # "are under 20"
        if led or scan.flags[each.first - 1] & Flag.PASSIVE:
            return None
        last = scan.sentence_at(start - 1)[0] if start and scan.text[start - 1] != "\n" else start
        scaled = scan.words[each.last] in self.scales
        for other in reversed(found[max(index - _LOOK_BACK, 0) : index]):
            if other.span.start < last:
                break
            if scaled and other.unit in self.codes:
                # "will save 400 million crowns a year and cost 250 million"
                return other.unit
            if self._is_thing(other) and not self.parts.is_part(other.number):
                return other.unit
        return None

    def _is_thing(self, other: Found) -> bool:
        """Tell a number of people or things, whose noun the next number may leave out."""
        counted = other.unit is not None and not other.elided and other.unit not in self.codes
        return counted and self.units.is_counted(other.unit)

    def _of_subject(self, first: int) -> str | None:
        """Read what a bare number counts that its subject has reached or left: “Thefts jumped from 220 in 2019 to nearly 5,600”."""
        scan = self.scan
        start = scan.first_from(scan.sentence_at(scan.starts[first])[0])
        passed = scan.words[first - 1] in self.passing
        if self.capital_nouns or not (passed or scan.words[first - 1] in self.comparisons.level_openers):
            return None
        words = range(first - 1, max(first - _VERB_WITHIN, start), -1)
        verb = first - 1 if passed else next((index for index in words if self._is_change(index)), None)
        if verb is None or not all(self._leads_on(index) for index in range(first - 1, verb, -1)):
            return None
        subject = range(max(start, verb - _SUBJECT_WITHIN), verb)
        plural = next((index for index in subject if self.units.opens_plural(index, start)), None)
        while plural is not None and plural + 1 < verb and scan.gaps[plural] == " " and self.units.is_plural(plural + 1):
            # "Measles cases tripled to 14,200"
            plural += 1
        return None if plural is None else scan.printed(plural, plural)

    def _is_change(self, index: int) -> bool:
        return bool(self.scan.flags[index] & (Flag.MEASURE | Flag.PAST)) and not self.scan.capital[index]

    def _leads_on(self, index: int) -> bool:
        flags = self.scan.flags[index] & (Flag.PREPOSITION | Flag.DATE | Flag.ADVERB | Flag.NUMBER)
        return bool(flags) or self.scan.words[index][0].isdigit() or self.scan.words[index] in self.comparisons.particles
