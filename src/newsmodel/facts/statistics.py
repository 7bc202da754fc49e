"""Statistics: numbers that a text gives as quantities of something in the world."""

import re
from bisect import bisect_right
from itertools import pairwise

from attrs import define, field

from newsmodel.facts import numbers
from newsmodel.facts.language import Flag, alternatives
from newsmodel.facts.names import Mention
from newsmodel.facts.numbers import Number
from newsmodel.facts.scan import Scan
from newsmodel.model import Bound, Entity, EntityKind, Period, Span, Statistic

_LONGEST_UNIT = 4
_PASSIVE_WITHIN = 12
_NEAR = 8
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
        self.durations = frozenset(words("numbers", "durations"))
        self.ages = _pattern(words("numbers", "ages"))
        self.age_words = frozenset(words("numbers", "ages"))
        self.ordinals = frozenset(words("numbers", "ordinals"))
        self.numbered = frozenset(words("statistics", "numbered"))
        self.elided = frozenset(words("statistics", "elided"))
        self.plural_endings = words("statistics", "plural_endings")
        self.plurals = frozenset(words("statistics", "plurals"))
        self.physical = frozenset(word.lower() for word in words("statistics", "physical"))
        self.rates = frozenset(words("statistics", "rates"))
        self.place_prepositions = frozenset(words("place", "prepositions"))
        self.past_endings = words("dates", "past_endings")
        self.one = {word for word, value in scan.language.tables.get("numbers", {}).get("units", {}).items() if value == 1}
        self.patterns = numbers.patterns(scan.language)

    def find(self, sources: list[tuple[Span, Entity]], places: dict[int, Entity]) -> tuple[Statistic, ...]:
        """Find the statistics, in order.

        ``sources`` are the contents of quotes with their speakers, in order; ``places`` the entities of place names by where they start.
        """
        taken = [(period.span.start, period.span.end) for period in self.dates]
        found = [statistic for number in numbers.find(self.scan, taken) if (statistic := self._statistic(number))]
        self._join_parts(found)
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
            number.words and scan.words[first] in self.one and last == first and not bounded
        ):
            return None
        unit, end = self._unit(number, last)
        if unit is None and number.words and not bounded and number.value == int(number.value):
            return None
        if unit is None and self._stands_alone(last):
            return None
        return _Found(number=number, span=Span(number.start, end), unit=unit, first=first, last=scan.last_before(end))

    def _is_no_quantity(self, number: Number, first: int, last: int, after: str) -> bool:
        """Tell dates, clock times, ordinals, ages, lengths of time, scores and numbered names from quantities."""
        scan, text = self.scan, self.scan.text
        if number.currency is not None:
            return False
        tail = re.sub(r"^[\d.,\s]+", "", scan.words[last]) if scan.words[last][0].isdigit() else ""
        if tail in self.ordinals or _CLOCK.match(text, number.end) or (_SCORE.match(text, number.end) and number.high is None):
            return True
        before = text[number.start - 1] if number.start else " "
        if before in ":/-–" and number.start > 1 and (text[number.start - 2].isalnum()):
            return True
        if self.ages.match(after.lstrip(" -")) or (after[:1] == "-" and after[1:2].isalpha() and not number.words):
            return True
        follower = last + 1
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
            and scan.capital[first - 1]
            and not scan.flags[first - 1] & (Flag.FUNCTION | Flag.VERB | Flag.DATE)
            and not number.words
        )
        age = gap == ", " and scan.capital[first - 1] and after[:1] == "," and not number.words
        return age or (named and scan.starts[first - 1] != scan.sentence_at(number.start)[0])

    def _stands_alone(self, last: int) -> bool:
        """Tell a bare number that neither a unit nor a measure goes with: it says nothing of the world."""
        return not self._measure_near(last, last)

    def _unit(self, number: Number, last: int) -> tuple[str | None, int]:
        """Read what is counted, and where its words end."""
        text, at = self.scan.text, number.end
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
        if number.words and isinstance(number.value, float):
            return None, at
        return self._counted(last)

    def _counted(self, last: int) -> tuple[str | None, int]:
        scan, at = self.scan, self.scan.ends[last]
        words: list[int] = []
        index = last + 1
        while index < len(scan) and len(words) < _LONGEST_UNIT and scan.gap(index - 1) in (" ", "-", "\u00a0"):
            word, flags = scan.words[index], scan.flags[index]
            if word in self.elided and not words:
                return self._elided(last), scan.ends[index]
            if word in self.physical and not words:
                return self._with_rate(index)
            stops = flags & (Flag.FUNCTION | Flag.PREPOSITION | Flag.CONJUNCTION | Flag.VERB | Flag.PASSIVE | Flag.PRONOUN | Flag.DATE)
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

    def _is_plural(self, index: int) -> bool:
        word = self.scan.words[index]
        return word in self.plurals or bool(self.plural_endings and word.endswith(self.plural_endings))

    def _with_rate(self, index: int) -> tuple[str, int]:
        """Read a physical unit with what it is counted by: “barrels per day”."""
        scan = self.scan
        end = scan.ends[index]
        if index + 2 < len(scan) and scan.words[index + 1] in self.rates and scan.gap(index) == " " and scan.gap(index + 1) == " ":
            end = scan.ends[index + 2]
        return scan.text[scan.starts[index] : end], end

    def _elided(self, last: int) -> str | None:
        """“117 others”: what the number before was counted in."""
        scan = self.scan
        start = scan.sentence_at(scan.starts[last])[0]
        for index in range(last - 1, -1, -1):
            if scan.starts[index] < start - 1:
                break
            if self._is_plural(index) and not scan.flags[index] & (Flag.FUNCTION | Flag.MEASURE | Flag.VERB):
                return scan.text[scan.starts[index] : scan.ends[index]]
        return None

    def _join_parts(self, found: list[_Found]) -> None:
        """Hang parts on their whole: “342 people, including 106 children”."""
        part = self.scan.language.phrases.part
        for before, each in pairwise(found):
            between = self.scan.text[before.span.end : each.span.start]
            whole = before.whole or before
            opened = between.lstrip(" ,(")
            if part.fullmatch(opened.rstrip(" ,")) or (before.whole is not None and between.strip() in _commas(self.scan)):
                each.whole = whole
                whole.parts.append(each)

    def _measure_near(self, first: int, last: int) -> str | None:
        scan = self.scan
        start, end = scan.sentence_at(scan.starts[first])
        low, high = scan.first_from(start), scan.last_before(end)
        passive = False
        for index in range(last + 1, min(last + _PASSIVE_WITHIN, high) + 1):
            word, flags = scan.words[index], scan.flags[index]
            if flags & Flag.PASSIVE:
                passive = True
            elif passive and (flags & Flag.MEASURE or word.endswith(self.past_endings)):
                return self._word(index)
            elif passive and not flags & Flag.ADVERB:
                passive = False
        order = [*range(last + 1, min(last + _NEAR, high) + 1), *range(first - 1, max(first - _NEAR, low) - 1, -1)]
        return next((self._word(index) for index in order if scan.flags[index] & Flag.MEASURE), None)

    def _word(self, index: int) -> str:
        return self.scan.text[self.scan.starts[index] : self.scan.ends[index]]

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
            measure=self._measure_near(context.first, context.last) or (self._measure_near(context.first, last) if whole is None else None),
            parts=tuple(self._finished(part, sources, places, found) for part in found.parts),
            source=_source(found.span, sources),
            place=self._place(found.span, sentence, places),
            period=self._period(found.span, sentence),
            text=found.span.of(self.scan.text),
            span=found.span,
        )

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


def _commas(scan: Scan) -> frozenset[str]:
    return frozenset(
        ("", ",", *scan.language.words("numbers", "joiners"), *(f", {word}" for word in scan.language.words("numbers", "joiners")))
    )


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words)})(?!\w)" if words else "(?!)", re.IGNORECASE)
