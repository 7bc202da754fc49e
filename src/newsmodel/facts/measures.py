"""What a number is a measure of: what happened to those that are counted, or what there is so much of."""

from collections.abc import Callable
from enum import Enum, auto

from newsmodel.facts.amounts import Amounts, Place
from newsmodel.facts.beside import Beside
from newsmodel.facts.clauses import Clauses
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

_SUBJECT_WITHIN = 4
_OBJECT_WITHIN = 7
_FAR_OBJECT_WITHIN = 10
_PASSIVE_WITHIN = 12
_NOUN_WITHIN = 14
_OWN_WITHIN = 5
_INSERTED = 12
_CLAUSE_WITHIN = 8
_PAID_WITHIN = 5
_PREPOSITIONS = 2
_NEAR = 2
_AUXILIARY = Flag.PASSIVE | Flag.FUTURE
_ENDS_SUBJECT = Flag.MEASURE | Flag.PAST | Flag.PRONOUN | Flag.RELATIVE


class Kind(Enum):
    """What sort of number it is, which tells where its measure stands."""

    COUNT = auto()
    """People and things: a verb tells what happened to them."""

    SHARE = auto()
    """Per cent and physical units: a verb or noun of change, or what there is a share of."""

    PHYSICAL = auto()
    """Lengths, weights and the like: what has them, or what happened to so much."""

    MONEY = auto()
    """A noun tells what is so much money."""


class Measures(Amounts):
    """Finds the measure of each number of one text."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        super().__init__(scan)
        self.openers = scan.language.word_set("events", "subordinating")
        self.plural = scan.language.words("statistics", "plural_endings")
        self.singular = scan.language.words("statistics", "singular_endings")
        self.dimensions = scan.language.word_set("statistics", "dimensions")
        self.standing = scan.language.word_set("statistics", "standing")
        self.among = scan.language.word_set("statistics", "among")
        self.vague = scan.language.word_set("statistics", "vague") | self.generic
        self.clauses = Clauses(scan) if scan.language.moves_verbs else None
        self._ways: dict[Kind, tuple[Callable[[Place], int | None], ...]] = {
            Kind.PHYSICAL: (
                self._dimension,
                self._verb_at,
                self._noun_of,
                self._noun_behind,
                self._measure_before,
                self._passive,
                self._main_verb,
                self._verb_before,
                self._noun_before,
                self._verb_behind,
                self._any_noun_behind,
            ),
            Kind.COUNT: (
                self._shared,
                self._relative_behind,
                self._group_of,
                self._verb_at,
                self._accompanied,
                self._led_in,
                self._passive,
                self._verb_behind,
                self._main_verb,
                self._verb_before,
                self._progressive_behind,
                self._happened_before,
            ),
            Kind.SHARE: (
                self._shared,
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
                self._paid,
                self._quantity_before,
                self._any_noun_behind,
                self._noun_before,
                self._verb_behind,
                self._verb_before,
            ),
        }

        self.beside = Beside(scan) if scan.language.words("statistics", "participle_endings") else None
        if self.beside is not None:
            near = self.beside
            count, money = self._ways[Kind.COUNT], self._ways[Kind.MONEY]
            self._ways = {
                Kind.COUNT: (self._shared, self._relative_behind, near.verb_before, near.noun_of, near.verb_led, *count, near.plural_verb),
                Kind.SHARE: (self._shared, near.noun_of, near.reached, near.verb_before, near.verb_led, *self._ways[Kind.SHARE], near.plural_verb),
                Kind.PHYSICAL: (near.noun_of, near.verb_before, *self._ways[Kind.PHYSICAL]),
                Kind.MONEY: (near.noun_of, self._noun_behind, near.reached, *money, near.verb_before),
            }
        self._moved = self._where_verbs_move(self.clauses) if self.clauses is not None else {}

    def _where_verbs_move(self, clauses: Clauses) -> dict[Kind, tuple[Callable[[Place], int | None], ...]]:
        """Give the ways for a language whose verbs stand in second place or at the end."""

        def changed(place: Place) -> int | None:
            return clauses.verb(place) if clauses.is_changed(place) else None

        amounts = (clauses.noun_beside, changed, clauses.subject)
        return {
            Kind.COUNT: (clauses.noun_before, self._relative_behind, clauses.verb, self._happened_before),
            Kind.SHARE: (*amounts, *self._ways[Kind.SHARE], clauses.verb),
            Kind.PHYSICAL: (*amounts, *self._ways[Kind.PHYSICAL], clauses.verb),
            Kind.MONEY: (*amounts, *self._ways[Kind.MONEY], clauses.verb),
        }

    def of(self, first: int, last: int, kind: Kind, *, over_comma: bool = False, listed: bool = False) -> str | None:
        """Give the measure of the number and unit in the words ``first`` to ``last``; ``None`` where the sentence has none.

        Where ``listed``, a verb that the language file does not tell is none.
        """
        scan = self.scan
        start, end = scan.sentence_at(scan.starts[first])
        quotation = scan.quotation_at(scan.starts[first])
        if quotation is not None and scan.text[quotation.outer_end : quotation.outer_end + 1] == ",":
            # What reports the quotation happens to nothing in it: “…“, sagte Merz.
            end = min(end, quotation.end)
        low = first if self._has_clause(first, last) else scan.first_from(start)
        place = Place(first, last, low, scan.last_before(end), over_comma)
        ways = self._ways[kind] if self.clauses is None or listed else self._moved[kind]
        for find in ways:
            index = find(place)
            if index is not None and self.beside is not None and kind is Kind.COUNT:
                index = self.beside.fate(index)
            if index is not None:
                return scan.text[scan.starts[index] : scan.ends[index]]
        return None

    def _has_clause(self, first: int, last: int) -> bool:
        """Tell a number that opens a clause: “52% backed the reform and 48% opposed it”, “found that 38 percent …”."""
        scan, follower = self.scan, last + 1
        if first and scan.words[first - 1] in self.complementizers:
            return True
        if first and self.generic and scan.words[first - 1] in self.openers and not scan.flags[first - 1] & Flag.RELATIVE:
            # "came after two units at the plant tripped"
            end = min(last + _CLAUSE_WITHIN, len(scan.words) - 1)
            stop = next((each for each in range(last, end) if scan.gaps[each].strip(" %)")), end)
            return any(scan.is_finite(each) for each in range(last + 1, stop + 1))
        if first == 0 or follower >= len(scan.words) or scan.words[first - 1] not in self.joiners or scan.gaps[last].lstrip("%") != " ":
            return False
        return scan.is_finite(follower) and not scan.flags[follower] & (Flag.AUXILIARY | Flag.PASSIVE | Flag.MODIFIER)

    def own(self, last: int, *, is_whole: bool = False) -> str | None:
        """Give what happened to a part alone: “90 drones, 40 of which were downed”; what it is like tells nothing of the whole."""
        scan = self.scan
        end = scan.last_before(scan.sentence_at(scan.starts[last])[1])
        for index in range(last + 1, min(last + _OWN_WITHIN, end) + 1):
            flags = scan.flags[index]
            if scan.gaps[index - 1].strip(" ," if index == last + 1 else None):
                return None
            if flags & Flag.PASSIVE and index < end:
                follower = index + 1
                while follower < end and scan.flags[follower] & (Flag.ADVERB | Flag.PASSIVE | Flag.AUXILIARY):
                    follower += 1
                found = scan.flags[follower] & (Flag.MEASURE | Flag.PAST) or (not is_whole and self._is_predicate(follower, end))
                return scan.text[scan.starts[follower] : scan.ends[follower]] if found else None
        return None

    def _passive(self, place: Place) -> int | None:
        """“342 people, including 106 children, were killed”, “2 million people are fleeing”, “40 countries will meet”."""
        scan, passive = self.scan, False
        for index in range(place.last + 1, min(place.last + _PASSIVE_WITHIN, place.high) + 1):
            flags = scan.flags[index]
            season = flags & Flag.DATE and (self.beside is None or not flags & Flag.AUXILIARY)
            if flags & _AUXILIARY and not scan.capital[index] and not season:
                passive = True
            elif self.beside is not None and flags & Flag.AUXILIARY and not scan.capital[index]:
                # "ont été secourues"
                continue
            elif passive and (flags & Flag.MEASURE or (flags & Flag.PAST and not flags & Flag.AUXILIARY)):
                # "were reported killed"
                told = scan.words[index] in self.reporting and index < place.high and scan.gaps[index] == " "
                return index + 1 if told and scan.flags[index + 1] & Flag.MEASURE else index
            elif (passive and self._is_adverb(index)) or (index == place.last + 1 and flags & Flag.RELATIVE):
                continue
            elif passive and scan.words[index] in self.among and index + 2 <= place.high and scan.flags[index + 2] & Flag.MEASURE:
                # "are among the missing"
                return index + 2
            elif passive and (self._is_predicate(index, place.high) or (self.beside is not None and self.beside.participle(index))):
                return index
            elif (passive and scan.words[index].endswith(self.progressive) and not flags & (Flag.FUNCTION | Flag.PREPOSITION)) or (
                passive and self._is_plain(index) and scan.flags[index - 1] & (Flag.FUTURE | Flag.ADVERB) and self.progressive
            ):
                return index
            elif self._ends_subject(index, passive=passive):
                return None
        return None

    def _is_predicate(self, index: int, high: int) -> bool:
        """Tell “was available this week” and “did not survive it” from “were soldiers” and “was his father”."""
        scan, before = self.scan, self.scan.flags[index - 1]
        if not self.generic or not self._is_plain(index) or not before & (Flag.PASSIVE | Flag.ADVERB | Flag.AUXILIARY):
            return False
        if scan.words[index].endswith(self.plural) or scan.gaps[index - 1] != " " or scan.words[index] in self.vague:
            return False
        if scan.words[index - 2] in self.infinitives:
            return False
        ends = index == high or scan.gaps[index] != " "
        return ends or bool(scan.flags[index + 1] & (Flag.PREPOSITION | Flag.CONJUNCTION | Flag.DATE | Flag.PRONOUN | Flag.DETERMINER))

    def _verb_at(self, place: Place) -> int | None:
        """“a bus carrying 40 tourists”: the verb right before its object."""
        scan, index = self.scan, place.first - 1
        if index <= place.low or scan.capital[index] or scan.gaps[index] != " " or not self.generic or self._reports(index):
            return None
        flags = scan.flags[index]
        active = (flags & Flag.PAST and not flags & (Flag.AUXILIARY | Flag.PASSIVE | Flag.MODIFIER)) or self._goes(index)
        if place.last < place.high and scan.flags[place.last + 1] & Flag.MEASURE and scan.gaps[place.last] == " ":
            # "left 40 people dead"
            return None
        described = scan.flags[index - 1] & (Flag.ARTICLE | Flag.DETERMINER | Flag.PASSIVE)
        led = scan.flags[index - 1] & Flag.FUTURE or scan.words[index - 1] in self.infinitives
        if self._is_plain(index) and led and scan.gaps[index - 1] == " " and not self._is_adverb(index):
            # "would create 2,500 jobs", "to place 26 cameras"
            return index
        if self._opens_relative(index):
            return index
        return index if active and not described else None

    def _opens_relative(self, index: int) -> bool:
        """Tell the verb of “the party, which governs 11 regions”: no noun stands right behind the pronoun."""
        scan = self.scan
        plain = self._is_plain(index) and not self._is_adverb(index)
        return plain and bool(scan.flags[index - 1] & Flag.RELATIVE) and scan.gaps[index - 1] == " "

    def _group_of(self, place: Place) -> int | None:
        """“a survey of 1,479 people”, “a flock of 800 sheep”: the noun right before, where it tells more than a number does."""
        scan, index = self.scan, place.first - 2
        if index < place.low or scan.words[index + 1] not in self.shared or scan.gaps[index] != " " or scan.gaps[index + 1] != " ":
            return None
        noun = self._is_plain(index) and scan.words[index] not in self.vague and not self._is_adverb(index)
        owned = scan.words[index].endswith(self.plural) and not scan.words[index].endswith(self.singular)
        if owned or not noun or index == 0 or scan.flags[index - 1] & (Flag.PRONOUN | Flag.AUXILIARY | Flag.RELATIVE):
            return None
        return index

    def _led_in(self, place: Place) -> int | None:
        """“The road was cut in seven places”: the participle before the preposition of a number that is no subject."""
        scan, index = self.scan, place.first - 1
        while index > place.low and scan.flags[index] & Flag.PREPOSITION and place.first - index <= _PREPOSITIONS:
            index -= 1
        if not self.generic or index <= place.low or index == place.first - 1 or scan.words[index + 1] in self.shared:
            return None
        if any(scan.gaps[each] != " " for each in range(index, place.first)):
            return None
        flags = scan.flags[index]
        verb = flags & Flag.PAST and not flags & (Flag.AUXILIARY | Flag.MODIFIER) and not scan.capital[index] and not self._reports(index)
        return index if verb or self._opens_relative(index) else None

    def _dimension(self, place: Place) -> int | None:
        """“750 kilometres long”."""
        index = place.last + 1
        return index if index <= place.high and self.scan.gaps[place.last] == " " and self.scan.words[index] in self.dimensions else None

    def _paid(self, place: Place) -> int | None:
        """“promised €210 million”, “cost the economy 900 million rand”: the verb before, over an object, where no amount is its subject."""
        scan = self.scan
        if not self.generic:
            return None
        for index in range(place.first - 1, max(place.first - _PAID_WITHIN, place.low), -1):
            flags = scan.flags[index]
            if scan.gaps[index] != " " or flags & (Flag.PREPOSITION | Flag.CONJUNCTION | Flag.RELATIVE):
                return None
            described = scan.flags[index - 1] & (Flag.ARTICLE | Flag.DETERMINER | Flag.PASSIVE)
            verb = flags & Flag.PAST and not flags & (Flag.AUXILIARY | Flag.PASSIVE | Flag.MODIFIER) and not scan.capital[index]
            if self._goes(index) and scan.flags[index - 1] & Flag.PASSIVE:
                # "is seeking €500"
                verb, described = True, 0
            if verb and not described:
                told = self._reports(index) or scan.words[index] in self.light or scan.words[index] in self.levels
                return None if told or self._has_amount(place.low, index) else index
        return None

    def _has_amount(self, low: int, verb: int) -> bool:
        """Tell whether an amount is the subject of a verb: “Debt rose to $5 billion”, “Debt fell and reached $5 billion”."""
        scan = self.scan
        joined = scan.words[verb - 1] in self.joiners
        for index in range(verb - 1, max(verb - _NOUN_WITHIN, low) - 1, -1):
            if scan.gaps[index].startswith(",") and index < verb - 1:
                return False
            if joined:
                joined = not scan.is_finite(index)
            elif self._is_quantity(index, Flag.QUANTITY) and not self._is_governed(index, low):
                return True
        return False

    def _is_governed(self, index: int, low: int) -> bool:
        """Tell a noun that a preposition leads: “under a deal”."""
        flags = self.scan.flags
        before = index - 1
        while before > low and flags[before] & (Flag.ARTICLE | Flag.DETERMINER | Flag.MODIFIER):
            before -= 1
        return before >= low and bool(flags[before] & Flag.PREPOSITION)

    def _relative_behind(self, place: Place) -> int | None:
        """“21 miners who were killed”."""
        scan, index = self.scan, place.last + 1
        if index >= place.high or not scan.flags[index] & Flag.RELATIVE or scan.gaps[place.last].strip(" ,"):
            return None
        passive = False
        for each in range(index + 1, min(index + _OWN_WITHIN, place.high) + 1):
            flags = scan.flags[each]
            if flags & Flag.PASSIVE:
                passive = True
            elif passive and flags & (Flag.MEASURE | Flag.PAST):
                return each
            elif not flags & (Flag.AUXILIARY | Flag.ADVERB):
                return None
        return None

    def _happened_before(self, place: Place) -> int | None:
        """“deaths of 12 people”: the nearest word for what happened; what there is an amount of happens to nobody."""
        if not self.generic:
            return self._noun_before(place)
        nearby = range(place.first - 1, max(place.first - _NOUN_WITHIN, place.low) - 1, -1)
        return next((index for index in nearby if self._is_quantity(index, Flag.MEASURE) and not self._is_bound(index)), None)

    def _main_verb(self, place: Place) -> int | None:
        """“3,000 soldiers from 12 nations took part”: the first verb of a sentence that the number opens."""
        scan = self.scan
        if not self.generic or any(scan.is_finite(index) for index in range(max(place.low, place.first - _NOUN_WITHIN), place.first)):
            return None
        for index in range(place.last + 1, min(place.last + _NOUN_WITHIN, place.high) + 1):
            flags = scan.flags[index]
            if flags & Flag.RELATIVE or scan.gaps[index - 1].strip():
                return None
            # "on the left side" tells nothing of what happened.
            described = scan.flags[index - 1] & (Flag.ARTICLE | Flag.DETERMINER)
            if not scan.capital[index] and not described and flags & Flag.PAST and not flags & (Flag.AUXILIARY | Flag.MODIFIER):
                return index
        return None

    def _is_adverb(self, index: int) -> bool:
        return not self.scan.flags[index] & ~Flag.ADVERB and self.scan.words[index].endswith(self.adverbs)

    def _ends_subject(self, index: int, *, passive: bool) -> bool:
        """Tell where the subject, or between auxiliary and participle the verb, cannot go on."""
        flags = self.scan.flags[index]
        if passive:
            return not flags & (Flag.ADVERB | Flag.AUXILIARY)
        return bool(flags & _ENDS_SUBJECT) or self._is_number(index) or self._opens_clause(index)

    def _verb_behind(self, place: Place) -> int | None:
        """“45 people died”, “1,204 wounded”, “14 others are missing”, “300 people, among them the mayor, came”."""
        scan = self.scan
        start = self._over_insertion(place) if scan.gaps[place.last].startswith(",") else place.last + 1
        for index in range(start, min(start + _SUBJECT_WITHIN - 1, place.high) + 1):
            flags = scan.flags[index]
            if (index == place.last + 1 and flags & Flag.RELATIVE and scan.gaps[index - 1].strip(" ,") == "") or self._is_adverb(index):
                continue
            if scan.words[index] in self.joiners and scan.gaps[index - 1] == " " and index + 1 <= place.high and self._is_plain(index + 1):
                continue
            if (
                self._opens_clause(index)
                or flags & (Flag.CONJUNCTION | Flag.RELATIVE)
                or (index > start and scan.gaps[index - 1].startswith(","))
                or (index == start == place.last + 1 and scan.gaps[index - 1].startswith(",") and not place.over_comma)
            ):
                return None
            verb = (
                self._is_quantity(index, Flag.MEASURE)
                or (flags & Flag.PAST and not flags & Flag.AUXILIARY)
                or scan.words[index] in self.finite
            )
            if verb and not scan.capital[index]:
                return index
            joined = index > start and scan.words[index - 1] in self.joiners
            if not flags & (Flag.ADVERB | Flag.AUXILIARY) and index > start and not joined:
                return None
        return None

    def _over_insertion(self, place: Place) -> int:
        """Skip what stands between commas behind a subject."""
        for index in range(place.last + 1, min(place.last + _INSERTED, place.high - 1) + 1):
            if self.scan.gaps[index] == ", " and self.scan.is_finite(index + 1):
                return index + 1
        return place.last + 1

    def _accompanied(self, place: Place) -> int | None:
        """“with nearly a thousand people singing”: the participle behind, where a preposition leads the number."""
        before = place.first - 1
        led = before >= place.low and self.scan.words[before] in self.brings
        return self._progressive_behind(place) if led else None

    def _progressive_behind(self, place: Place) -> int | None:
        """“25 firms using coal”."""
        scan, index = self.scan, place.last + 1
        if index > place.high or scan.gaps[place.last] != " ":
            return None
        return index if self._goes(index) and not scan.capital[index] else None

    def _verb_before(self, place: Place) -> int | None:
        """“killed 12 people”, “left 14 missing”, “shelters hosting 80,000 people”."""
        scan, finite = self.scan, None
        for index in range(place.first - 1, max(place.first - _FAR_OBJECT_WITHIN, place.low) - 1, -1):
            flags = scan.flags[index]
            if scan.capital[index] or flags & (Flag.AUXILIARY | Flag.PASSIVE):
                continue
            if self._reports(index) or scan.words[index] in self.levels or self._only_stands(index):
                continue
            if scan.words[index] in self.particles and index < place.first - _NEAR:
                continue
            if flags & Flag.MEASURE and not self._is_bound(index) and (finite is None or not self._ends_before(index, place.first)):
                return index
            if flags & Flag.RELATIVE and finite is None and index < place.first - 1:
                return finite
            far = index < place.first - _OBJECT_WITHIN
            if far and not self._reaches(index, place.first):
                return finite
            active = flags & Flag.PAST and not flags & Flag.MODIFIER
            if finite is None and (active or scan.words[index] in self.finite or self._goes(index)):
                finite = index if not self.generic or not self._ends_before(index, place.first) else None
        return finite

    def _reaches(self, index: int, first: int) -> bool:
        """Tell whether nothing opens another clause between a verb and a number far behind it."""
        scan = self.scan
        words = range(index, first - 1)
        return bool(self.generic) and not any(
            scan.gaps[each] != " " or scan.words[each] in self.complementizers or scan.flags[each] & (Flag.RELATIVE | Flag.PRONOUN)
            for each in words
        )

    def _only_stands(self, index: int) -> bool:
        """Tell “stood at” and “came to”, which say nothing of an amount."""
        return self.scan.words[index] in self.standing and self.scan.words[index + 1] in self.brings

    def _ends_before(self, index: int, end: int) -> bool:
        """Tell whether a clause ends between a word and a number, so that the word belongs to another one."""
        return any(self.scan.gaps[each].startswith((",", ";", ":")) for each in range(index, end - 1))

    def _opens_clause(self, index: int) -> bool:
        gap = self.scan.gaps[index - 1]
        return gap != " " and gap.strip().startswith((";", ":"))
