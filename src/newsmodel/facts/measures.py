"""What a number is a measure of: what happened to those that are counted, or what there is so much of."""

from collections.abc import Callable
from enum import Enum, auto

from newsmodel.facts.amounts import Place
from newsmodel.facts.complements import Complements
from newsmodel.facts.language import Flag
from newsmodel.facts.marks import Quotation
from newsmodel.facts.predicates import Predicates
from newsmodel.facts.scan import Scan
from newsmodel.facts.supported import Supported

_NOUN_WITHIN = 14
_OWN_WITHIN = 5
_CLAUSE_WITHIN = 8
_PAID_WITHIN = 5
_Way = Callable[[Place], int | None]
"""Finds the word that tells the measure of a number, in one of the places where it may stand."""


class Kind(Enum):
    """What sort of number it is, which tells where its measure stands."""

    COUNT = auto()
    """People and things: a verb tells what happened to them."""

    SHARE = auto()
    """Per cent and physical units: a verb or noun of change, or what there is a share of."""

    PHYSICAL = auto()
    """Lengths, weights and the like: what has them, or what happened to so much."""

    BARE = auto()
    """A number without a unit: rather a count than a level."""

    JOINED = auto()
    """A count that a hyphen joins to its noun, which describes another one."""

    MONEY = auto()
    """A noun tells what is so much money."""


class Measures(Complements):
    """Finds the measure of each number of one text."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        super().__init__(scan)
        self.openers = scan.language.word_set("events", "subordinating")
        self.dimensions = scan.language.word_set("statistics", "dimensions")
        self.clauses = Supported(scan) if scan.language.moves_verbs else None
        self._ways: dict[Kind, tuple[_Way, ...]] = {
            Kind.PHYSICAL: (
                self._dimension,
                self._reached_alone,
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
                self._total,
                self._shared,
                self._relative_behind,
                self._beyond_modifier,
                self._group_of,
                self._verb_at,
                self._accompanied,
                self._changed_by,
                self._led_in,
                self._passive,
                self._verb_behind,
                self._main_verb,
                self._verb_before,
                self._progressive_behind,
                self._present,
                self._happened_before,
            ),
            Kind.SHARE: (
                self._shared,
                self._multiplied,
                self._having,
                self._changed_by,
                self._compared,
                self._beyond_modifier,
                self._done,
                self._reached,
                self._noun_of,
                self._noun_behind,
                self._measure_before,
                self._noun_before,
                self._verb_behind,
                self._passive,
                self._verb_before,
                self._main_verb,
                self._present,
                self._any_noun_behind,
                self._head_behind,
                self._named_generally,
            ),
            Kind.MONEY: (
                self._changed_by,
                self._noun_of,
                self._noun_behind,
                self._head_behind,
                self._worth,
                self._spent,
                self._reached,
                self._led_verb,
                self._priced,
                self._paid,
                self._quantity_before,
                self._any_noun_behind,
                self._noun_before,
                self._verb_behind,
                self._verb_before,
                self._named_generally,
            ),
        }
        self._ways[Kind.JOINED] = (self._noun_behind,)
        self._ways[Kind.BARE] = tuple(self._reached_alone if way == self._reached else way for way in self._ways[Kind.SHARE])
        if self.beside is not None:
            self._ways = self._where_forms_tell(self.beside)
        self.reads_forms = self.beside is not None or self.clauses is not None
        """Whether the forms of words, rather than lists, show what is a verb."""
        self._moved = self._where_verbs_move(self.clauses) if self.clauses is not None else {}

    def _where_forms_tell(self, beside: Predicates) -> dict[Kind, tuple[_Way, ...]]:
        """Give the ways for a language that shows by their form what the words beside a number are."""
        shared = (beside.shared_behind, self._shared)
        told = (beside.surveyed, beside.predicate, beside.to_do, self._relative_behind)
        verbs = (beside.verb_before, beside.relative, beside.noun_of, beside.verb_led)
        levels = (beside.altered, beside.described, beside.attained)
        changes = (*levels, beside.changed, beside.noun_of, beside.reached, beside.verb_before, beside.relative, beside.verb_led)
        share = (*shared, beside.compared, beside.predicate, *changes)
        return {
            Kind.COUNT: (
                self._shared,
                *told,
                beside.altered,
                *verbs,
                beside.participle_behind,
                *self._ways[Kind.COUNT],
                beside.plural_verb,
                beside.main_verb,
            ),
            Kind.SHARE: (*share, *self._ways[Kind.SHARE], beside.plural_verb),
            Kind.BARE: (*share, *self._ways[Kind.BARE], beside.plural_verb, beside.main_verb),
            Kind.JOINED: self._ways[Kind.JOINED],
            Kind.PHYSICAL: (*levels, beside.done, *shared, beside.noun_of, beside.verb_before, beside.relative, *self._ways[Kind.PHYSICAL]),
            Kind.MONEY: (
                *shared,
                beside.predicate,
                *levels,
                beside.estimated,
                beside.noun_of,
                beside.priced,
                self._noun_behind,
                beside.reached,
                *self._ways[Kind.MONEY],
                beside.verb_before,
                beside.given,
            ),
        }

    def _where_verbs_move(self, clauses: Supported) -> dict[Kind, tuple[_Way, ...]]:
        """Give the ways for a language whose verbs stand in second place or at the end."""

        def changed(place: Place) -> int | None:
            return clauses.verb(place) if clauses.is_changed(place) else None

        amounts = (clauses.noun_beside, changed, clauses.subject, clauses.verb_beside)
        return {
            Kind.COUNT: (clauses.charged, clauses.noun_before, self._relative_behind, clauses.told, self._happened_before),
            Kind.SHARE: (*amounts, *self._ways[Kind.SHARE], clauses.completed),
            Kind.BARE: (*amounts, *self._ways[Kind.BARE], clauses.completed),
            Kind.JOINED: self._ways[Kind.JOINED],
            Kind.PHYSICAL: (clauses.available, clauses.of_mass, *amounts, *self._ways[Kind.PHYSICAL], clauses.completed),
            Kind.MONEY: (self._dimension, clauses.noun_beside, clauses.available, *amounts, *self._ways[Kind.MONEY], clauses.completed),
        }

    def of(self, first: int, last: int, kind: Kind, *, over_comma: bool = False, listed: bool = False) -> str | None:
        """Give the measure of the number and unit in the words ``first`` to ``last``; ``None`` where the sentence has none.

        Where ``listed``, a verb that the language file does not tell is none.
        """
        scan = self.scan
        start, end = scan.sentence_at(scan.starts[first])
        quotation = scan.quotation_at(scan.starts[first])
        if quotation is not None and (scan.text[quotation.outer_end : quotation.outer_end + 1] == "," or self._is_speech(quotation)):
            # What reports the quotation happens to nothing in it: “…“, sagte Kern.
            end = min(end, quotation.end)
        low = first if self._has_clause(first, last) else scan.first_from(start)
        place = Place(first, last, low, scan.last_before(end), over_comma)
        ways = self._ways[kind] if self.clauses is None or listed else self._moved[kind]
        for find in ways:
            index = find(place)
            if index is not None and self.beside is not None and kind is Kind.COUNT:
                index = self.beside.fate(index)
            elif index is not None and self.generic and kind in (Kind.COUNT, Kind.SHARE):
                index = self._completed(index, place)
            if index is not None:
                return scan.printed(index, index)
        return None

    def _is_speech(self, quotation: Quotation) -> bool:
        return quotation.closed and self.scan.text[quotation.end - 1] in ",.!?"

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
                follower = self._over_auxiliaries(index + 1, end)
                found = scan.flags[follower] & (Flag.MEASURE | Flag.PAST) or (not is_whole and self._is_predicate(follower, end))
                follower = self._completed(follower, Place(last, last, last, end, over_comma=False)) if found else follower
                return scan.printed(follower, follower) if found else None
        return None

    def _group_of(self, place: Place) -> int | None:
        """“a survey of 1,479 people”, “a flock of 800 sheep”: the noun right before, where it tells more than a number does."""
        scan, index = self.scan, place.first - 2
        if index < place.low or scan.words[index + 1] not in self.shared or scan.gaps[index] != " " or scan.gaps[index + 1] != " ":
            return None
        noun = self._is_plain(index) and scan.words[index] not in self.vague and not self._is_adverb(index)
        if self._ends_plural(index) or not noun or index == 0 or scan.flags[index - 1] & (Flag.PRONOUN | Flag.AUXILIARY | Flag.RELATIVE):
            return None
        return index

    def _dimension(self, place: Place) -> int | None:
        """“750 kilometres long”."""
        index = place.last + 1
        return index if index <= place.high and self.scan.gaps[place.last] == " " and self.scan.words[index] in self.dimensions else None

    def _paid(self, place: Place) -> int | None:
        """“promised €210 million”, “cost the economy 900 million rand”: the verb before, over an object, where no amount is its subject."""
        scan = self.scan
        if not self.generic or (place.first > place.low and scan.words[place.first - 1] in self.within):
            # "announced investments worth €109 billion"
            return None
        for index in range(place.first - 1, max(place.first - _PAID_WITHIN, place.low), -1):
            flags = scan.flags[index]
            # The sign of a currency may stand right before the number.
            parted = index < place.first - 1 and scan.gaps[index] != " "
            if parted or flags & (Flag.PREPOSITION | Flag.CONJUNCTION | Flag.RELATIVE):
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

    def _happened_before(self, place: Place) -> int | None:
        """“deaths of 12 people”: the nearest word for what happened; what there is an amount of happens to nobody."""
        if not self.generic:
            return self._noun_before(place)
        nearby = range(place.first - 1, max(place.first - _NOUN_WITHIN, place.low) - 1, -1)
        return next((index for index in nearby if self._is_quantity(index, Flag.MEASURE) and not self._is_bound(index)), None)
