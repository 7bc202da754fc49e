"""Statistics: numbers that a text gives as quantities of something in the world."""

from functools import lru_cache

from attrs import evolve

from newsmodel.facts import numbers
from newsmodel.facts.circumstances import Circumstances
from newsmodel.facts.comparisons import Comparisons
from newsmodel.facts.elided import Elided
from newsmodel.facts.exclusions import Exclusions
from newsmodel.facts.figures import MONEY
from newsmodel.facts.givers import Givers
from newsmodel.facts.language import Flag, Language
from newsmodel.facts.measures import Kind, Measures
from newsmodel.facts.mention import Mention
from newsmodel.facts.numbers import Number
from newsmodel.facts.origins import Origins
from newsmodel.facts.parts import Found, Parts
from newsmodel.facts.scan import Scan
from newsmodel.facts.thousands import Thousands
from newsmodel.facts.units import Units
from newsmodel.model import Bound, Entity, Period, Span, Statistic

_COMPARED_WITHIN = 120
_CLAUSE_WITHIN = 6
_REPEATED = 2
_SIGNS = " %\u00a0\u202f" + MONEY
_AGE = 120
"""Up to here a number alone may be an age."""


@lru_cache(maxsize=64)
def _one(language: Language) -> frozenset[str]:
    """Give the words for the number one."""
    return frozenset(word for word, value in language.tables.get("numbers", {}).get("units", {}).items() if value == 1)


class Statistics:
    """Finds the statistics of one text."""

    def __init__(self, scan: Scan, mentions: list[Mention], dates: list[Period]) -> None:
        """Prepare for a text whose names and dates have been found."""
        self.scan = scan
        self.mentions = mentions
        self.dates = dates
        self._origins: dict[Found, Entity | None] = {}
        self._of_wholes: dict[Found, str | None] = {}
        self._told: frozenset[tuple[int, int]] = frozenset()
        self.units = Units(scan)
        self.one = _one(scan.language)
        self.thousands = Thousands(scan, self.units)
        self.measures = Measures(scan)
        self.capital_nouns = scan.language.capital_nouns
        self.exclusions = Exclusions(scan, self.units, mentions)
        self.parts = Parts(scan, self.units)
        self.comparisons = Comparisons(scan)
        self.elided = Elided(scan, self.units, self.parts, self.comparisons)
        self.equivalents = scan.language.word_set("statistics", "equivalents")
        self.multiples = scan.language.word_set("numbers", "multiples")
        self.aging = scan.language.word_set("statistics", "aging")
        self.codes = scan.language.word_set("numbers", "currencies")

    def find(self, sources: list[tuple[Span, Entity]], places: dict[int, Entity], givers: Givers) -> tuple[Statistic, ...]:
        """Find the statistics, in order.

        ``sources`` are the contents of quotes with their speakers, in order; ``places`` the entities of place names by where they start;
        ``givers`` tell who gives a number outside of quotes.
        """
        taken = [(period.span.start, period.span.end) for period in self.dates]
        self._told = frozenset((content.start, content.end) for content, _ in sources)
        found: list[Found] = []
        for number in numbers.find(self.scan, taken):
            within = bool(found) and number.start < found[-1].span.end
            if not within and (statistic := self._statistic(number)):
                found.append(statistic)
        self.elided.fill(found)
        self._measure_all(found)
        # Of a number that leaves out what it counts, something must tell what.
        found = [each for each in found if each.unit is not None or each.measure is not None or not each.elided]
        self.parts.join(found)
        # "four years, two of them suspended": what is part of no number counts nothing.
        found = [each for each in found if not each.bare or each.whole is not None or each.parts or each.unit is not None]
        circumstances = Circumstances(self.scan, self.mentions, self.dates, places)
        origins = Origins(self.scan, sources, givers)
        self._origins = {each: origins.of(each, money=self._is_money(each)) for each in found}
        return tuple(self._finished(each, circumstances) for each in found if each.whole is None)

    def _statistic(self, number: Number) -> Found | None:
        scan = self.scan
        first = scan.first_from(number.first)
        last = scan.last_before(number.end)
        # "a 5km road"
        glued = last < first < len(scan.words) and scan.starts[first] == number.first and self.units.measured(number.end)
        if last < first and not glued:
            return None
        last = max(first, last)
        bounded = number.bound is not Bound.EXACT
        if self.exclusions.covers(number, first, last) or (
            number.words and scan.words[first] in self.one and last == first and (not bounded or scan.flags[first] & Flag.ARTICLE)
        ):
            return None
        unit = self.units.of(number, last)
        if behind := self.units.bound_behind(number, unit.end):
            # "20 percent or more", "20 or more people"
            number.bound, unit.end = behind
            unit = self.units.of(evolve(number, end=unit.end), scan.last_before(unit.end)) if unit.name is None else unit
        if unit.name is None and unit.measure is None and (number.start, number.end) in self._told:
            unit.elided = True
        fraction = number.words and (number.value != int(number.value) or scan.words[last] in self.multiples)
        if bounded and number.value <= _AGE and not fraction and self._is_age(number.start, unit.name):
            return None
        self.thousands.widen(number, unit, things=self.units.is_counted(unit.name))
        if fraction and scan.text[number.end : number.end + 1] == "-":
            return None
        bare = (
            unit.name is None
            and not unit.elided
            and unit.measure is None
            and not fraction
            and ((number.words and not bounded) or self._stands_alone(first, last, large=bounded or number.value > _AGE))
        )
        if bare and not number.words and self.comparisons.leads(first):
            # "61 cases in nine months, against 44 in all of 2023"
            bare, unit.elided = False, True
        if bare and self.elided.is_left_out(scan.first_from(number.start), last):
            bare, unit.elided = False, True
        if (bare and not self.parts.is_part(number)) or (fraction and self.exclusions.is_rank(first, last)):
            return None
        return Found(
            number=number,
            span=Span(number.start, unit.end),
            unit=unit.name,
            elided=unit.elided,
            bare=bare,
            measure=unit.measure,
            first=scan.first_from(number.start),
            last=scan.last_before(unit.end),
        )

    def _is_age(self, start: int, unit: str | None) -> bool:
        """Tell “Four in five of them are under 20” and “children under five”, where a bound stands behind a verb or a plural."""
        scan, before = self.scan, self.scan.first_from(start) - 1
        if before < 0 or scan.gaps[before] != " " or scan.words[before + 1] not in self.aging:
            return False
        return bool(scan.flags[before] & Flag.PASSIVE and unit is None) or (
            self.units.is_counted(unit) and self.units.opens_plural(before, before)
        )

    def _stands_alone(self, first: int, last: int, *, large: bool) -> bool:
        """Tell a bare number that neither a unit nor a measure goes with: it says nothing of the world."""
        follower = last + 1
        if first > 1 and self.scan.words[first - 1] in self.comparisons.reaching and self.scan.gaps[first - 1] == " ":
            # "took the death toll to 17"
            amount = self.scan.flags[first - 2] & Flag.QUANTITY and not self.scan.capital[first - 2]
            large = large or bool(amount and self.scan.gaps[first - 2] == " ")
        if follower < len(self.scan.words) and self.scan.capital[follower] and self.scan.gaps[last] == " " and not self.capital_nouns:
            return True
        measure = self.measures.of(last, last, Kind.COUNT, listed=True)
        if measure is None or large or self.capital_nouns:
            return measure is None
        # "When I turned 18": a small number alone counts nothing, unless the verb is one of those that happen to many.
        return not self.scan.language.lexicon.get(measure.lower(), 0) & (Flag.MEASURE | Flag.QUANTITY)

    def _measure_all(self, found: list[Found]) -> None:
        """Read the measures; a sum in two currencies has one, and numbers that stand in a list share what none has of its own."""
        for index, each in enumerate(found):
            before = found[index - 1] if index else None
            between = self.scan.text[before.span.end : each.span.start] if before else ""
            after = found[index + 1] if index + 1 < len(found) else None
            if before is not None and (between == " (" or self._is_other_words(between) or self._is_compared(before, each)):
                each.measure = before.measure
                continue
            if each.measure is not None:
                continue
            if (other := self._repeated(found, index)) is not None:
                each.measure = other.measure
                continue
            last = each.last
            if after is not None and self.scan.text[each.span.end : after.span.start] == " (" and self._is_money(each, after):
                last = after.last
            each.measure = self._measure(each, last)
            if each.measure is not None and each.measure == each.unit:
                # "Of those rescued, 31 were women"
                each.measure = None
            if before is not None and each.measure is not None and each.measure == before.unit:
                # "12 deaths and 30 injuries": what is counted beside a number is not what it measures.
                each.measure = None
            if each.measure is None and before is not None and (between.strip() in self.parts.joints or self._goes_on(before, each)):
                each.measure = before.measure

    def _repeated(self, found: list[Found], index: int) -> Found | None:
        """Find the number of which one only gives another value: “2024 waren es 645”, “die Veranstalter sprachen von 6.000”."""
        scan, each = self.scan, found[index]
        if not self.measures.reads_forms or index == 0 or self._is_money(each) or not self.elided.repeats(each.first):
            return None
        if each.last + 1 < len(scan.words) and scan.gaps[each.last] == " " and not scan.flags[each.last + 1] & Flag.AUXILIARY:
            return None
        start = scan.sentence_at(each.span.start)[0]
        low = scan.sentence_at(start - 1)[0] if start else 0
        near = (other for other in reversed(found[max(index - _REPEATED, 0) : index]) if other.span.start >= low)
        return next((other for other in near if other.measure is not None and other.unit == each.unit), None)

    def _goes_on(self, before: Found, each: Found) -> bool:
        """Tell that a clause goes on: “employs 300 people in two countries”, in a language whose verbs the rules know by their form."""
        scan = self.scan
        if not self.measures.reads_forms or before.measure is None or each.first - before.last > _CLAUSE_WITHIN:
            return False
        return not any(
            scan.gaps[index].strip(_SIGNS) or scan.flags[index] & Flag.CONJUNCTION or scan.is_finite(index)
            for index in range(before.last, each.first)
        )

    def _is_compared(self, before: Found, each: Found) -> bool:
        """Tell what the number before it is only compared with: “€0.42 a share, up from €0.40”."""
        if self.elided.takes_place(before, each):
            return before.measure is not None
        near = before.measure is not None and each.span.start - before.span.end < _COMPARED_WITHIN
        same = (
            before.unit == each.unit or each.unit is None or self.units.is_counted(before.unit) is self.units.is_counted(each.unit) is True
        )
        if each.last + 1 < len(self.scan.words) and self.scan.flags[each.last + 1] & Flag.RELATIVE:
            # "58 % sont pour, contre 27 % qui sont contre"
            return False
        if not (near and same and self.comparisons.leads(each.first)) or before.span.start < self.scan.sentence_at(each.span.start)[0]:
            return False
        for index in range(each.first - 1, before.last, -1):
            if self.scan.gaps[index].startswith((",", " (")):
                return True
            if self.scan.is_finite(index) and not self.comparisons.opens(index):
                return False
        return True

    def _is_other_words(self, between: str) -> bool:
        """Tell the “or” of “1,200 jobs, or one in eight”."""
        return between.startswith(",") and between.strip(" ,") in self.equivalents

    def _is_money(self, *those: Found) -> bool:
        return all(each.number.currency is not None or each.unit in self.codes for each in those)

    def _finished(
        self,
        found: Found,
        circumstances: Circumstances,
        within: tuple[Found, Entity | None] | None = None,
    ) -> Statistic:
        whole = within[0] if within else None
        source = self._origins[found] or (within[1] if within else None)
        return Statistic(
            value=found.number.value,
            high=found.number.high,
            bound=found.number.bound,
            unit=found.unit,
            measure=self._measure_of(found, whole),
            parts=tuple(self._finished(part, circumstances, (found, source)) for part in found.parts),
            source=source,
            place=circumstances.place(found.span),
            period=circumstances.period(found.span),
            text=found.span.of(self.scan.text),
            span=found.span,
        )

    def _measure_of(self, found: Found, whole: Found | None) -> str | None:
        """Give the measure of a number: that of a whole may stand behind its parts, and that of a part is that of its whole or its own."""
        start, end = self.scan.sentence_at(found.span.start)
        beside = [part for part in found.parts if start <= part.span.start < end]
        if beside and self.units.is_counted(found.unit):
            last = max(found.last, *(part.last for part in beside))
            # "had to close four of its ten beds"
            first = min(found.first, *(part.first for part in beside))
            if self._is_of_part(beside[-1]):
                return found.measure
            return self.measures.own(last, is_whole=True) or self.measures.of(first, found.last, Kind.COUNT) or self._measure(found, last)
        if whole is None:
            return found.measure
        own = self.measures.own(found.last)
        own = None if own == found.unit else own
        if own is None and self.capital_nouns and self.scan.flags[found.first - 1] & (Flag.AUXILIARY | Flag.PASSIVE):
            # "Von den fünf Anfragen, die er gestellt habe, seien zwei unbeantwortet"
            own = found.measure
        same = start == self.scan.sentence_at(whole.span.start)[0]
        if own or (found.measure and not same):
            return own or found.measure
        if whole not in self._of_wholes:
            self._of_wholes[whole] = self._measure_of(whole, whole.whole)
        return self._of_wholes[whole] or found.measure

    def _is_of_part(self, part: Found) -> bool:
        """Tell that what follows is told of a part: “28 marins, dont 12 ont été secourus”, which has no mark behind."""
        scan = self.scan
        words = range(max(part.first - _REPEATED - 1, 0), part.first)
        return self.measures.reads_forms and scan.gaps[part.last] == " " and any(scan.gaps[index].startswith(",") for index in words)

    def _measure(self, found: Found, last: int) -> str | None:
        """Read the measure; that of a number with parts may stand behind its parts."""
        if self._is_money(found):
            return self.measures.of(found.first, last, Kind.MONEY)
        if found.unit is None and not found.elided and not found.number.words:
            return self.measures.of(found.first, found.last, Kind.BARE)
        if found.unit is not None and self.capital_nouns and self.units.points.match(found.unit):
            return self.measures.of(found.first, found.last, Kind.SHARE)
        if found.unit is not None and self.units.physical.match(found.unit):
            return self.measures.of(found.first, found.last, Kind.PHYSICAL)
        if found.unit is not None and self.scan.text[found.number.end : found.number.end + 1] == "-":
            # "a 33-seat parliament"
            return self.measures.of(found.first, found.last, Kind.JOINED)
        if self.units.is_counted(found.unit):
            happened = self.measures.of(found.first, found.last, Kind.COUNT) or self.measures.of(
                found.first, last, Kind.COUNT, over_comma=True
            )
            if happened is not None or found.unit is not None:
                return happened
        measure = self.measures.of(found.first, found.last, Kind.SHARE)
        # "1 in 4 adults are obese": whom a share is of is not what it measures.
        return None if found.unit is None and measure is not None and self.units.follows(found.last, measure) else measure
