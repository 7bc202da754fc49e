"""What a number is a measure of: what happened to those that are counted, or what there is so much of."""

from collections.abc import Callable
from enum import Enum, auto

from attrs import frozen

from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

_SUBJECT_WITHIN = 4
_OBJECT_WITHIN = 7
_PASSIVE_WITHIN = 12
_NOUN_WITHIN = 14
_NOUN_BEHIND = 3
_OWN_WITHIN = 5
_ENDS_SUBJECT = Flag.MEASURE | Flag.PAST | Flag.PRONOUN | Flag.RELATIVE


@frozen
class _Place:
    """A number with its unit, as words of its sentence."""

    first: int
    last: int
    low: int
    high: int
    over_comma: bool


class Kind(Enum):
    """What sort of number it is, which tells where its measure stands."""

    COUNT = auto()
    """People and things: a verb tells what happened to them."""

    SHARE = auto()
    """Per cent and physical units: a verb or noun of change, or what there is a share of."""

    MONEY = auto()
    """A noun tells what is so much money."""


class Measures:
    """Finds the measure of each number of one text."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        self._ways: dict[Kind, tuple[Callable[[_Place], int | None], ...]] = {
            Kind.COUNT: (self._passive, self._verb_behind, self._verb_before, self._noun_before),
            Kind.SHARE: (
                self._noun_behind,
                self._measure_before,
                self._noun_before,
                self._verb_behind,
                self._verb_before,
                self._any_noun_behind,
            ),
            Kind.MONEY: (
                self._noun_behind,
                self._quantity_before,
                self._any_noun_behind,
                self._noun_before,
                self._verb_behind,
                self._verb_before,
            ),
        }

    def of(self, first: int, last: int, kind: Kind, *, over_comma: bool = False) -> str | None:
        """Give the measure of the number and unit in the words ``first`` to ``last``; ``None`` where the sentence has none."""
        scan = self.scan
        start, end = scan.sentence_at(scan.starts[first])
        place = _Place(first, last, scan.first_from(start), scan.last_before(end), over_comma)
        for find in self._ways[kind]:
            index = find(place)
            if index is not None:
                return scan.text[scan.starts[index] : scan.ends[index]]
        return None

    def own(self, last: int) -> str | None:
        """Give what happened to a part alone: “88 drones, 56 of which were downed”."""
        scan = self.scan
        end = scan.last_before(scan.sentence_at(scan.starts[last])[1])
        for index in range(last + 1, min(last + _OWN_WITHIN, end) + 1):
            flags = scan.flags[index]
            if scan.gap(index - 1).strip():
                return None
            if flags & Flag.PASSIVE and index < end:
                follower = index + 1
                while follower < end and scan.flags[follower] & (Flag.ADVERB | Flag.PASSIVE | Flag.AUXILIARY):
                    follower += 1
                found = scan.flags[follower] & (Flag.MEASURE | Flag.PAST)
                return scan.text[scan.starts[follower] : scan.ends[follower]] if found else None
        return None

    def _passive(self, place: _Place) -> int | None:
        """“342 people, including 106 children, were killed”."""
        scan, passive = self.scan, False
        for index in range(place.last + 1, min(place.last + _PASSIVE_WITHIN, place.high) + 1):
            flags = scan.flags[index]
            if flags & Flag.PASSIVE and not scan.capital[index]:
                passive = True
            elif passive and (flags & Flag.MEASURE or (flags & Flag.PAST and not flags & Flag.AUXILIARY)):
                return index
            elif self._ends_subject(index, passive=passive):
                return None
        return None

    def _ends_subject(self, index: int, *, passive: bool) -> bool:
        """Tell where the subject, or between auxiliary and participle the verb, cannot go on."""
        flags = self.scan.flags[index]
        if passive:
            return not flags & (Flag.ADVERB | Flag.AUXILIARY)
        return bool(flags & _ENDS_SUBJECT) or self._is_number(index) or self._opens_clause(index)

    def _verb_behind(self, place: _Place) -> int | None:
        """“45 people died”, “1,204 wounded”, “14 others are missing”."""
        scan = self.scan
        for index in range(place.last + 1, min(place.last + _SUBJECT_WITHIN, place.high) + 1):
            flags = scan.flags[index]
            if (
                self._opens_clause(index)
                or flags & (Flag.CONJUNCTION | Flag.RELATIVE)
                or (scan.gap(index - 1).startswith(",") and not (place.over_comma and index == place.last + 1))
            ):
                return None
            if flags & Flag.MEASURE or (flags & Flag.PAST and not flags & Flag.AUXILIARY):
                return index
            if not flags & (Flag.ADVERB | Flag.AUXILIARY) and index > place.last + 1:
                return None
        return None

    def _verb_before(self, place: _Place) -> int | None:
        """“killed 12 people”, “left 14 missing”."""
        scan, finite = self.scan, None
        for index in range(place.first - 1, max(place.first - _OBJECT_WITHIN, place.low) - 1, -1):
            flags = scan.flags[index]
            if scan.capital[index] or flags & (Flag.AUXILIARY | Flag.PASSIVE):
                continue
            if flags & Flag.MEASURE:
                return index
            if flags & Flag.PAST and not flags & Flag.MODIFIER and finite is None:
                finite = index
        return finite

    def _measure_before(self, place: _Place) -> int | None:
        """“rose 5.8%”, “sank by 7%”."""
        nearby = range(place.first - 1, max(place.first - _SUBJECT_WITHIN, place.low) - 1, -1)
        return next((index for index in nearby if self.scan.flags[index] & Flag.MEASURE), None)

    def _quantity_before(self, place: _Place) -> int | None:
        """“earnings per share rose to $5.07”."""
        nearby = range(place.first - 1, max(place.first - 2 * _NOUN_WITHIN, place.low) - 1, -1)
        found = (index for index in nearby if self.scan.flags[index] & Flag.QUANTITY)
        return next(
            (index for index in found if not self.scan.flags[index - 1] & (Flag.PREPOSITION | Flag.ARTICLE) or index == place.low), None
        )

    def _noun_before(self, place: _Place) -> int | None:
        """“a surplus of $76.6 billion”, “net income came to $4.3bn”."""
        nearby = range(place.first - 1, max(place.first - _NOUN_WITHIN, place.low) - 1, -1)
        return next((index for index in nearby if self.scan.flags[index] & (Flag.QUANTITY | Flag.MEASURE)), None)

    def _noun_behind(self, place: _Place) -> int | None:
        """“145% tariffs”, “a 2.2% gain”."""
        scan = self.scan
        for index in range(place.last + 1, min(place.last + _NOUN_BEHIND, place.high) + 1):
            if scan.gap(index - 1).strip(" -%"):
                return None
            if scan.flags[index] & (Flag.QUANTITY | Flag.MEASURE):
                return index
            if scan.flags[index] & (Flag.CONJUNCTION | Flag.AUXILIARY) or self._is_number(index):
                return None
        return None

    def _any_noun_behind(self, place: _Place) -> int | None:
        """“The EU gave €576 million in new grants”."""
        nearby = range(place.last + 1, min(place.last + _NOUN_WITHIN, place.high) + 1)
        return next((index for index in nearby if self.scan.flags[index] & (Flag.QUANTITY | Flag.MEASURE)), None)

    def _is_number(self, index: int) -> bool:
        return bool(self.scan.flags[index] & Flag.NUMBER) or self.scan.words[index][0].isdigit()

    def _opens_clause(self, index: int) -> bool:
        return self.scan.gap(index - 1).strip().startswith((";", ":"))
