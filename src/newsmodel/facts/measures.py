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
_INSERTED = 12
_SHORTEST_GOING = 5
_OF_WITHIN = 4
_HEAD_WITHIN = 5
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
        words = scan.language.words
        self.generic = frozenset(words("statistics", "generic"))
        self.within = frozenset(words("statistics", "within"))
        self.brings = frozenset(words("statistics", "brings"))
        self.particles = frozenset(words("statistics", "particles"))
        self.adverbs = words("statistics", "adverb_endings") or ("\0",)
        self.capital_nouns = bool(words("words", "noun_endings"))
        self.joiners = frozenset(words("numbers", "joiners"))
        self.reporting = frozenset(words("events", "reporting"))
        self.complementizers = frozenset(words("quotes", "complementizers"))
        self.part_words = frozenset(words("statistics", "parts"))
        self.finite = frozenset(words("events", "finite"))
        self.progressive = words("events", "progressive") or ("\0",)
        self._articles = frozenset(words("words", "articles"))
        self.rates = frozenset(words("statistics", "rates"))
        self._ways: dict[Kind, tuple[Callable[[_Place], int | None], ...]] = {
            Kind.COUNT: (
                self._passive,
                self._verb_behind,
                self._accompanied,
                self._verb_before,
                self._progressive_behind,
                self._noun_before,
            ),
            Kind.SHARE: (
                self._noun_of,
                self._noun_behind,
                self._measure_before,
                self._noun_before,
                self._verb_behind,
                self._passive,
                self._verb_before,
                self._any_noun_behind,
                self._head_behind,
            ),
            Kind.MONEY: (
                self._noun_of,
                self._noun_behind,
                self._head_behind,
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
        """“342 people, including 106 children, were killed”, “2 million people are fleeing”, “40 countries will meet”."""
        scan, passive = self.scan, False
        for index in range(place.last + 1, min(place.last + _PASSIVE_WITHIN, place.high) + 1):
            flags = scan.flags[index]
            if flags & (Flag.PASSIVE | Flag.FUTURE) and not scan.capital[index] and not flags & Flag.DATE:
                passive = True
            elif passive and (flags & Flag.MEASURE or (flags & Flag.PAST and not flags & Flag.AUXILIARY)):
                return index
            elif passive and self._is_adverb(index):
                continue
            elif index == place.last + 1 and flags & Flag.RELATIVE:
                continue
            elif passive and scan.words[index].endswith(self.progressive) and not flags & (Flag.FUNCTION | Flag.PREPOSITION):
                return index
            elif passive and self._is_plain(index) and scan.flags[index - 1] & (Flag.FUTURE | Flag.ADVERB) and self.progressive != ("\0",):
                return index
            elif self._ends_subject(index, passive=passive):
                return None
        return None

    def _is_adverb(self, index: int) -> bool:
        return not self.scan.flags[index] & ~Flag.ADVERB and self.scan.words[index].endswith(self.adverbs)

    def _is_quantity(self, index: int, flags: int = Flag.QUANTITY | Flag.MEASURE) -> bool:
        """Tell a word of the lists; a capital one within a sentence is a name."""
        scan = self.scan
        if not scan.flags[index] & flags:
            return False
        return not scan.capital[index] or self.capital_nouns or scan.starts[index] == scan.sentence_at(scan.starts[index])[0]

    def _is_plain(self, index: int) -> bool:
        """Tell a word that the language file says nothing of."""
        return not self.scan.flags[index] and not self.scan.capital[index] and self.scan.words[index][0].isalpha()

    def _ends_subject(self, index: int, *, passive: bool) -> bool:
        """Tell where the subject, or between auxiliary and participle the verb, cannot go on."""
        flags = self.scan.flags[index]
        if passive:
            return not flags & (Flag.ADVERB | Flag.AUXILIARY)
        return bool(flags & _ENDS_SUBJECT) or self._is_number(index) or self._opens_clause(index)

    def _verb_behind(self, place: _Place) -> int | None:
        """“45 people died”, “1,204 wounded”, “14 others are missing”, “300 people, among them the mayor, came”."""
        scan = self.scan
        start = self._over_insertion(place) if scan.gap(place.last).startswith(",") else place.last + 1
        for index in range(start, min(start + _SUBJECT_WITHIN - 1, place.high) + 1):
            flags = scan.flags[index]
            if (index == place.last + 1 and flags & Flag.RELATIVE and scan.gap(index - 1).strip(" ,") == "") or self._is_adverb(index):
                continue
            if scan.words[index] in self.joiners and scan.gap(index - 1) == " " and index + 1 <= place.high and self._is_plain(index + 1):
                continue
            if (
                self._opens_clause(index)
                or flags & (Flag.CONJUNCTION | Flag.RELATIVE)
                or (index > start and scan.gap(index - 1).startswith(","))
                or (index == start == place.last + 1 and scan.gap(index - 1).startswith(",") and not place.over_comma)
            ):
                return None
            verb = self._is_quantity(index, Flag.MEASURE) or (flags & Flag.PAST and not flags & Flag.AUXILIARY) or scan.words[index] in self.finite
            if verb and not scan.capital[index]:
                return index
            joined = index > start and scan.words[index - 1] in self.joiners
            if not flags & (Flag.ADVERB | Flag.AUXILIARY) and index > start and not joined:
                return None
        return None

    def _over_insertion(self, place: _Place) -> int:
        """Skip what stands between commas behind a subject."""
        for index in range(place.last + 1, min(place.last + _INSERTED, place.high - 1) + 1):
            if self.scan.gap(index) == ", " and self.scan.is_finite(index + 1):
                return index + 1
        return place.last + 1

    def _accompanied(self, place: _Place) -> int | None:
        """“with nearly a million people watching”: the participle behind, where a preposition leads the number."""
        before = place.first - 1
        led = before >= place.low and self.scan.words[before] in self.brings
        return self._progressive_behind(place) if led else None

    def _progressive_behind(self, place: _Place) -> int | None:
        """“25 brands using plastic”."""
        scan, index = self.scan, place.last + 1
        if index > place.high or scan.gap(place.last) != " ":
            return None
        return index if self._goes(index) and not scan.capital[index] else None

    def _goes(self, index: int) -> bool:
        """Tell the participle of a verb that goes on."""
        scan = self.scan
        word, flags = scan.words[index], scan.flags[index]
        plain = not flags & (Flag.FUNCTION | Flag.PREPOSITION | Flag.DATE) and word not in self.part_words
        return plain and word.endswith(self.progressive) and len(word) > _SHORTEST_GOING and "-" not in word

    def _verb_before(self, place: _Place) -> int | None:
        """“killed 12 people”, “left 14 missing”, “camps hosting 700,000 people”."""
        scan, finite = self.scan, None
        for index in range(place.first - 1, max(place.first - _OBJECT_WITHIN, place.low) - 1, -1):
            flags = scan.flags[index]
            if scan.capital[index] or flags & (Flag.AUXILIARY | Flag.PASSIVE):
                continue
            if self._reports(index):
                continue
            if flags & Flag.MEASURE and not self._is_bound(index) and (finite is None or not self._ends_before(index, place.first)):
                return index
            if flags & Flag.RELATIVE and finite is None and index < place.first - 1:
                return finite
            active = flags & Flag.PAST and not flags & Flag.MODIFIER
            if finite is None and (active or scan.words[index] in self.finite or self._goes(index)):
                finite = index if not self.generic or not self._ends_before(index, place.first) else None
        return finite

    def _reports(self, index: int) -> bool:
        """Tell “found that” and “said”, which happen to no number."""
        scan = self.scan
        if scan.words[index] not in self.reporting:
            return False
        return not scan.flags[index] & Flag.MEASURE or scan.words[index + 1] in self.complementizers

    def _ends_before(self, index: int, end: int) -> bool:
        """Tell whether a clause ends between a word and a number, so that the word belongs to another one."""
        return any(self.scan.gap(each).startswith((",", ";", ":")) for each in range(index, end - 1))

    def _measure_before(self, place: _Place) -> int | None:
        """“rose 5.8%”, “sank by 7%”."""
        nearby = range(place.first - 1, max(place.first - _SUBJECT_WITHIN, place.low) - 1, -1)
        return next((index for index in nearby if self._is_quantity(index, Flag.MEASURE) and not self._is_bound(index)), None)

    def _noun_of(self, place: _Place) -> int | None:
        """“a fine of $5 million”, “profit projections of $4.63 a share”."""
        scan, index = self.scan, place.first - 1
        if index <= place.low or scan.words[index] not in self.brings & self.within or scan.gap(index)[:1] != " " or not self.generic:
            return None
        noun = index - 1
        if scan.gap(noun) != " ":
            return None
        if scan.flags[noun] & (Flag.QUANTITY | Flag.MEASURE):
            return self._head(noun, place.low)
        if scan.words[noun] in self.generic or not self._is_plain(noun):
            return None
        return noun

    def _head(self, index: int, low: int) -> int:
        """Take of “tariff rates” the tariff, and of “its share of global imports” the share."""
        scan = self.scan
        if scan.words[index] in self.generic and index > low and scan.gap(index - 1) == " ":
            before = index - 1
            if scan.flags[before] & (Flag.QUANTITY | Flag.MEASURE) or self._is_plain(before):
                return before
        for before in range(index - 1, max(index - _OF_WITHIN, low), -1):
            if scan.gap(before) != " " or scan.flags[before] & (Flag.CONJUNCTION & ~Flag.PREPOSITION):
                return index
            if scan.words[before] in self.within and scan.words[before] in self.brings:
                noun = before - 1
                return noun if scan.flags[noun] & Flag.QUANTITY and not scan.flags[noun] & Flag.PREPOSITION else index
        return index

    def _quantity_before(self, place: _Place) -> int | None:
        """“earnings per share rose to $5.07”."""
        scan = self.scan
        for index in range(place.first - 1, max(place.first - 2 * _NOUN_WITHIN, place.low) - 1, -1):
            if not scan.flags[index] & Flag.QUANTITY or (index > place.low and scan.words[index - 1] in self.rates - self._articles):
                continue
            if index > place.low and scan.flags[index - 1] & Flag.PREPOSITION and scan.words[index - 1] not in self.within:
                continue
            return self._head(index, place.low)
        return None

    def _noun_before(self, place: _Place) -> int | None:
        """“a surplus of $76.6 billion”, “net income came to $4.3bn”."""
        nearby = range(place.first - 1, max(place.first - _NOUN_WITHIN, place.low) - 1, -1)
        found = (index for index in nearby if self._is_quantity(index) and not self._is_bound(index) and not self._reports(index))
        index = next(found, None)
        return None if index is None else self._head(index, place.low)

    def _is_bound(self, index: int) -> bool:
        """Tell “up” of “up to 20%” from that of “is up 20%”."""
        return self.scan.words[index] in self.particles and self.scan.words[index + 1] in self.brings

    def _noun_behind(self, place: _Place) -> int | None:
        """“145% tariffs”, “a 2.2% gain”."""
        scan = self.scan
        for index in range(place.last + 1, min(place.last + _NOUN_BEHIND, place.high) + 1):
            flags = scan.flags[index]
            if scan.gap(index - 1).strip(" -%)") or scan.words[index] in self.rates - self._articles:
                return None
            if self._is_quantity(index) and not flags & Flag.PREPOSITION:
                follower = index + 1
                compound = follower <= place.high and scan.flags[follower] & Flag.QUANTITY and scan.gap(index) == " "
                return follower if compound and scan.words[follower] not in self.generic else index
            if flags & (Flag.CONJUNCTION | Flag.AUXILIARY) or self._is_number(index):
                return None
            if flags & Flag.PREPOSITION and scan.words[index] not in self.within:
                return None
        return None

    def _head_behind(self, place: _Place) -> int | None:
        """“a 20% surtax”, “€1.5 billion in customs duties”: the last noun before the phrase ends."""
        scan, head = self.scan, None
        if not self.generic:
            return None
        for index in range(place.last + 1, min(place.last + _HEAD_WITHIN, place.high) + 1):
            if scan.gap(index - 1).strip(" -)") or scan.flags[index] & Flag.RELATIVE:
                break
            if index == place.last + 1 and scan.words[index] in self.within:
                continue
            describes = scan.flags[index] & (Flag.MODIFIER | Flag.ROLE | Flag.ORGANIZATION | Flag.QUANTITY | Flag.PEOPLE)
            if not self._is_plain(index) and not (describes and not scan.flags[index] & (Flag.PREPOSITION | Flag.FUNCTION | Flag.PAST)):
                if scan.capital[index] and head is None:
                    continue
                break
            if scan.capital[index]:
                continue
            if scan.words[index].endswith(self.progressive):
                break
            head = index
        return head

    def _any_noun_behind(self, place: _Place) -> int | None:
        """“The EU gave €576 million in new grants”."""
        nearby = range(place.last + 1, min(place.last + _NOUN_WITHIN, place.high) + 1)
        for index in nearby:
            if self._is_quantity(index):
                return index
            if self.generic and self.scan.gap(index - 1).strip(" )(").startswith((",", "–", "—", ";", ":")):
                return None
        return None

    def _is_number(self, index: int) -> bool:
        return bool(self.scan.flags[index] & Flag.NUMBER) or self.scan.words[index][0].isdigit()

    def _opens_clause(self, index: int) -> bool:
        return self.scan.gap(index - 1).strip().startswith((";", ":"))
