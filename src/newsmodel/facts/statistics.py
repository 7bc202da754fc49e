"""Statistics: numbers that a text gives as quantities of something in the world."""

import re
from bisect import bisect_right
from itertools import pairwise

from attrs import define, field

from newsmodel.facts import numbers
from newsmodel.facts.language import Flag, alternatives
from newsmodel.facts.measures import Kind, Measures
from newsmodel.facts.names import Mention
from newsmodel.facts.numbers import Number
from newsmodel.facts.scan import Scan
from newsmodel.model import Bound, Entity, EntityKind, Period, Span, Statistic

_LONGEST_UNIT = 4
_PASSIVE_WITHIN = 12
_NEAR = 8
_PART_WITHIN = 60
_LOOK_BACK = 4
_ELIDED = "\0"
"""Stands for a unit that is left out until it is known."""
_STOP = re.compile(r"[.;:!?](?:\s|$)")
_CLOCK = re.compile(r"[:h]\d\d(?!\d)")
_SCORE = re.compile(r"\s?[-–:]\s?\d{1,3}(?!\d|[.,]\d|\s?%)")


@define(kw_only=True)
class _Found:
    """A statistic in the making."""

    number: Number
    span: Span
    unit: str | None
    first: int
    last: int
    elided: bool = False
    parts: "list[_Found]" = field(factory=list)
    whole: "_Found | None" = None


class Statistics:
    """Finds the statistics of one text."""

    def __init__(self, scan: Scan, mentions: list[Mention], dates: list[Period]) -> None:
        """Prepare for a text whose names and dates have been found."""
        self.scan = scan
        self.mentions = mentions
        self.dates = dates
        words = scan.language.words
        self.percent = _pattern(words("numbers", "percent"))
        self.points = _pattern(words("numbers", "points"))
        self.nouns = frozenset(words("quotes", "nouns"))
        self.durations = frozenset(words("numbers", "durations"))
        self.of = frozenset(words("numbers", "of"))
        self.ages = _pattern(words("numbers", "ages"))
        self.age_words = frozenset(words("numbers", "ages"))
        self.ordinals = frozenset(words("numbers", "ordinals"))
        self.numbered = frozenset(words("statistics", "numbered"))
        self.elided = frozenset(words("statistics", "elided"))
        self.plural_endings = words("statistics", "plural_endings")
        self.plurals = frozenset(words("statistics", "plurals"))
        self.physical = frozenset(word.lower() for word in words("statistics", "physical"))
        self.physical_pattern = _pattern(words("statistics", "physical"))
        self.not_fractions = frozenset(scan.language.tables.get("dates", {}).get("ordinals", {}))
        self.rates = frozenset(words("statistics", "rates"))
        self.place_prepositions = frozenset(words("place", "prepositions"))
        self.one = {word for word, value in scan.language.tables.get("numbers", {}).get("units", {}).items() if value == 1}
        self.patterns = numbers.patterns(scan.language)
        self.measures = Measures(scan)
        self.capital_nouns = bool(words("words", "noun_endings"))
        self.codes = frozenset(scan.language.tables.get("numbers", {}).get("currencies", {}))

    def find(self, sources: list[tuple[Span, Entity]], places: dict[int, Entity]) -> tuple[Statistic, ...]:
        """Find the statistics, in order.

        ``sources`` are the contents of quotes with their speakers, in order; ``places`` the entities of place names by where they start.
        """
        taken = [(period.span.start, period.span.end) for period in self.dates]
        found = [statistic for number in numbers.find(self.scan, taken) if (statistic := self._statistic(number))]
        self._join_parts(found)
        self._fill_elided(found)
        return tuple(self._finished(each, sources, places) for each in found if each.whole is None)

    def _statistic(self, number: Number) -> _Found | None:
        scan, text = self.scan, self.scan.text
        first = scan.first_from(number.first)
        last = scan.last_before(number.end)
        if last < first:
            return None
        bounded = number.bound is not Bound.EXACT
        after = text[number.end : number.end + 24]
        if self._is_no_quantity(number, first, last, after) or (
            number.words and scan.words[first] in self.one and last == first and (not bounded or scan.flags[first] & Flag.ARTICLE)
        ):
            return None
        unit, end = self._unit(number, last)
        if unit is None and number.words and not bounded and number.value == int(number.value):
            return None
        fraction = number.words and number.value != int(number.value)
        if fraction and first and scan.words[first - 1] in self.not_fractions:
            return None
        if unit is None and not fraction and self._stands_alone(last):
            return None
        return _Found(
            number=number,
            span=Span(number.start, end),
            unit=None if unit == _ELIDED else unit,
            elided=unit == _ELIDED,
            first=scan.first_from(number.start),
            last=scan.last_before(end),
        )

    def _is_no_quantity(self, number: Number, first: int, last: int, after: str) -> bool:
        """Tell dates, clock times, ordinals, ages, lengths of time, scores and numbered names from quantities."""
        scan, text = self.scan, self.scan.text
        if number.currency is not None:
            return False
        tail = re.sub(r"^[\d.,\s]+", "", scan.words[last]) if scan.words[last][0].isdigit() else ""
        dotted = "." in self.ordinals and text[number.end : number.end + 1] == "." and text[number.end + 1 : number.end + 2] == " "
        if dotted and number.end + 2 < scan.sentence_at(number.start)[1]:
            return True
        if (tail and tail in self.ordinals) or _CLOCK.match(text, number.end) or (_SCORE.match(text, number.end) and number.high is None):
            return True
        before = text[number.start - 1] if number.start else " "
        if before in ":/-–" and number.start > 1 and (text[number.start - 2].isalnum()):
            return True
        if self.ages.match(after.lstrip(" -")) or (after[:1] == "-" and after[1:2].isalpha() and not number.words):
            return True
        follower = last + 1
        if follower + 1 < len(scan) and scan.words[follower] in self.of and scan.words[follower + 1] in self.durations:
            return True
        if follower < len(scan) and scan.words[follower] in self.durations and scan.gap(last) in (" ", "-", "\u00a0"):
            return True
        if first == 0 or number.start != number.first:
            return False
        previous = scan.words[first - 1]
        gap = scan.gap(first - 1)
        if previous in self.age_words or (gap == " " and previous.rstrip(".") in self.numbered and not number.words):
            return True
        named = (
            gap == " "
            and self._is_name(first - 1, last)
            and not scan.flags[first - 1] & (Flag.FUNCTION | Flag.VERB | Flag.DATE)
            and not number.words
        )
        age = gap == ", " and scan.capital[first - 1] and after[:1] == "," and not number.words
        return age or (named and scan.starts[first - 1] != scan.sentence_at(number.start)[0])

    def _is_name(self, index: int, last: int) -> bool:
        """Tell whether a number after a word numbers it; where all nouns are capital, only a name is numbered."""
        if not self.capital_nouns:
            return self.scan.capital[index]
        if self._counted_noun(last)[0] is not None or self.scan.flags[index] & Flag.QUANTITY:
            return False
        return any(mention.first <= index <= mention.last for mention in self.mentions)

    def _stands_alone(self, last: int) -> bool:
        """Tell a bare number that neither a unit nor a measure goes with: it says nothing of the world."""
        return self.measures.of(last, last, Kind.COUNT) is None

    def _unit(self, number: Number, last: int) -> tuple[str | None, int]:
        """Read what is counted, and where its words end."""
        scan, text, at = self.scan, self.scan.text, number.end
        if number.currency is None and (of := self.patterns.linked.match(text, at)):
            unit, end = self._unit_at(number, of.end(), scan.last_before(of.end()))
            if unit is not None:
                return unit, end
        return self._unit_at(number, at, last)

    def _unit_at(self, number: Number, at: int, last: int) -> tuple[str | None, int]:
        scan, text = self.scan, self.scan.text
        if number.currency is not None:
            extra = self.patterns.currency_after.match(text, at)
            same = extra is not None and self.patterns.currency_of[extra.group().strip().lower()] == number.currency
            return number.currency, extra.end() if extra and same else at
        blank = at + (text[at : at + 1] in (" ", "\u00a0", "\u202f"))
        if match := self.points.match(text, blank):
            return match.group(), match.end()
        if match := self.percent.match(text, blank):
            return "%", match.end()
        if match := self.patterns.currency_after.match(text, at):
            return self.patterns.currency_of[match.group().strip().lower()], match.end()
        if match := self.physical_pattern.match(text, blank):
            return self._with_rate(scan.last_before(match.end()), blank, match.end())
        if number.words and isinstance(number.value, float):
            return None, number.end
        return self._counted(last)

    def _counted(self, last: int) -> tuple[str | None, int]:
        scan, at = self.scan, self.scan.ends[last]
        if self.capital_nouns:
            return self._counted_noun(last)
        words: list[int] = []
        index = last + 1
        while index < len(scan) and len(words) < _LONGEST_UNIT and scan.gap(index - 1) in (" ", "-", "\u00a0"):
            word, flags = scan.words[index], scan.flags[index]
            if word in self.elided and not words:
                return _ELIDED, scan.ends[index]
            if flags & Flag.MEASURE and not words and not word.endswith(self.plural_endings or ("\0",)):
                return _ELIDED, at
            noun = word in self.nouns and words
            stops = not noun and flags & (
                Flag.FUNCTION | Flag.PREPOSITION | Flag.CONJUNCTION | Flag.VERB | Flag.PASSIVE | Flag.PRONOUN | Flag.DATE
            )
            if (stops and word not in self.plurals) or (words and flags & Flag.MEASURE and word not in self.plurals):
                break
            words.append(index)
            if word in self.plurals or (word.endswith(self.plural_endings) and not scan.capital[index]):
                break
            index += 1
        counted = [each for each in words if not scan.capital[each]]
        if not counted:
            return None, at
        end = counted[-1] if self._is_plural(counted[-1]) else counted[0]
        begin = next(each for each in counted if each <= end)
        return scan.text[scan.starts[begin] : scan.ends[end]], scan.ends[end]

    def _counted_noun(self, last: int) -> tuple[str | None, int]:
        """Read what is counted where all nouns are capital: the first of them after the number, over its adjectives."""
        scan = self.scan
        for index in range(last + 1, min(last + 1 + _LONGEST_UNIT, len(scan))):
            word, flags = scan.words[index], scan.flags[index]
            if scan.gap(index - 1) not in (" ", "\u00a0"):
                break
            if scan.capital[index] and scan.words[index].endswith("er") and self._leads_to_noun(index + 1):
                continue
            if scan.capital[index] and not flags & Flag.DATE:
                return scan.text[scan.starts[index] : scan.ends[index]], scan.ends[index]
            if word in self.elided and index == last + 1 and not self._leads_to_noun(index + 1):
                return _ELIDED, scan.ends[index]
            if flags & Flag.MEASURE and index == last + 1 and not self._leads_to_noun(index + 1):
                return _ELIDED, scan.ends[last]
            if flags & (Flag.PREPOSITION | Flag.CONJUNCTION | Flag.ARTICLE | Flag.VERB | Flag.AUXILIARY | Flag.PRONOUN):
                break
        return None, scan.ends[last]

    def _leads_to_noun(self, index: int) -> bool:
        return index < len(self.scan) and self.scan.capital[index] and self.scan.gap(index - 1) == " "

    def _is_plural(self, index: int) -> bool:
        word = self.scan.words[index]
        return word in self.plurals or bool(self.plural_endings and word.endswith(self.plural_endings))

    def _with_rate(self, index: int, start: int, end: int) -> tuple[str, int]:
        """Read a physical unit with what it is counted by: “barrels per day”."""
        scan = self.scan
        if (
            scan.ends[index] == end
            and index + 2 < len(scan)
            and scan.words[index + 1] in self.rates
            and scan.gap(index) == scan.gap(index + 1) == " "
        ):
            end = scan.ends[index + 2]
        return scan.text[start:end], end

    def _fill_elided(self, found: list[_Found]) -> None:
        """“117 others”, “1,204 wounded”: what the number before was counted in, or the noun that the sentence began with."""
        for number, each in enumerate(found):
            if each.elided:
                start = self.scan.sentence_at(each.span.start)[0]
                before = [other for other in found[:number][-_LOOK_BACK:] if other.whole is None and other.unit and not other.elided]
                same = [other for other in before if other.span.start >= start]
                each.unit = (same or before)[-1].unit if same or before else None

    def _join_parts(self, found: list[_Found]) -> None:
        """Hang parts on their whole: “342 people, including 106 children”."""
        part = self.scan.language.phrases.part
        joints = _joints(self.scan)
        for before, each in pairwise(found):
            between = self.scan.text[before.span.end : each.span.start]
            if len(between) > _PART_WITHIN or "\n" in between or _STOP.search(between):
                continue
            whole = before.whole or before
            behind = part.match(self.scan.text, self._blank(each.span.end)) or part.match(self.scan.text, self._blank(each.number.end))
            opened = part.search(between)
            led = opened is not None and not between[opened.end() :].strip(" ,")
            if led or (behind is not None and whole.unit is not None) or (before.whole is not None and between.strip() in joints):
                each.whole = whole
                whole.parts.append(each)

    def _blank(self, position: int) -> int:
        return position + self.scan.text[position : position + 1].isspace()

    def _finished(
        self, found: _Found, sources: list[tuple[Span, Entity]], places: dict[int, Entity], whole: "_Found | None" = None
    ) -> Statistic:
        context = whole or found
        last = max([context.last, *(part.last for part in context.parts)])
        sentence = self.scan.sentence_at(found.span.start)
        return Statistic(
            value=found.number.value,
            high=found.number.high,
            bound=found.number.bound,
            unit=found.unit,
            measure=self._measure(context, last),
            parts=tuple(self._finished(part, sources, places, found) for part in found.parts),
            source=_source(found.span, sources),
            place=self._place(found.span, sentence, places),
            period=self._period(found.span, sentence),
            text=found.span.of(self.scan.text),
            span=found.span,
        )

    def _measure(self, found: _Found, last: int) -> str | None:
        """Read the measure; that of a number with parts may stand behind its parts."""
        if found.number.currency is not None or found.unit in self.codes:
            return self.measures.of(found.first, found.last, Kind.MONEY)
        if self._is_counted(found.unit):
            return self.measures.of(found.first, found.last, Kind.COUNT) or self.measures.of(found.first, last, Kind.COUNT, over_comma=True)
        return self.measures.of(found.first, found.last, Kind.SHARE)

    def _is_counted(self, unit: str | None) -> bool:
        """Tell people and things from per cent, money and physical units."""
        return unit is None or (unit[0].isalpha() and not unit.isupper() and unit.split()[0].lower() not in self.physical)

    def _place(self, span: Span, sentence: tuple[int, int], places: dict[int, Entity]) -> Entity | None:
        """Find the place that the sentence names: the first after the number, else the nearest before it."""
        scan = self.scan
        here = [mention for mention in self.mentions if sentence[0] <= mention.span.start < sentence[1] and mention.span.start in places]
        located = [mention for mention in here if mention.first > 0 and self._is_located(mention)]
        after = [mention for mention in located if mention.span.start >= span.end]
        chosen = after[0] if after else (located[-1] if located else None)
        if chosen is None or scan.text[chosen.span.start : chosen.span.end] == span.of(scan.text):
            return None
        return places[chosen.span.start]

    def _is_located(self, mention: Mention) -> bool:
        scan, before = self.scan, mention.first - 1
        while before >= 0 and scan.flags[before] & Flag.ARTICLE:
            before -= 1
        return mention.kind is EntityKind.PLACE and before >= 0 and scan.words[before] in self.place_prepositions

    def _period(self, span: Span, sentence: tuple[int, int]) -> Period | None:
        here = [period for period in self.dates if sentence[0] <= period.span.start < sentence[1]]
        return min(here, key=lambda period: max(period.span.start - span.end, span.start - period.span.end), default=None)


def _source(span: Span, sources: list[tuple[Span, Entity]]) -> Entity | None:
    index = bisect_right([content.start for content, _ in sources], span.start) - 1
    return sources[index][1] if index >= 0 and sources[index][0].end >= span.end else None


def _joints(scan: Scan) -> frozenset[str]:
    """What may stand between two parts of one number."""
    return frozenset(
        ("", ",", *scan.language.words("numbers", "joiners"), *(f", {word}" for word in scan.language.words("numbers", "joiners")))
    )


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words)})(?!\w)" if words else "(?!)", re.IGNORECASE)
