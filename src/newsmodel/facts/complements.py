"""Complements: what a verb that says little of itself is completed with: “needed treatment”, “made seven staff redundant”."""

from newsmodel.facts.amounts import DESCRIBES, Place
from newsmodel.facts.language import Flag
from newsmodel.facts.levels import SIGNS
from newsmodel.facts.scan import Scan
from newsmodel.facts.verbs import Verbs

_SPENT_WITHIN = 6
_CLAUSE_WITHIN = 10
_LONGEST_SUBJECT = 9
_PLACE = Flag.ORGANIZATION | Flag.ROLE | Flag.PEOPLE | Flag.QUANTITY | Flag.ATTITUDE
"""What a word for a place may be besides: “court” is an organisation, and “prison” something that there is an amount of."""
_PREDICATE_ENDS = Flag.PREPOSITION | Flag.CONJUNCTION | Flag.DATE | Flag.PRONOUN | Flag.ADVERB
_OBJECT_OPENS = DESCRIBES | Flag.PREPOSITION | Flag.PRONOUN


class Complements(Verbs):
    """Reads on from a verb to the word that tells what happened, for a language with verbs that say little of themselves."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        super().__init__(scan)
        words = scan.language.word_set
        self.completed_by_objects = words("statistics", "completed_by_objects")
        self.completed_by_adjectives = words("statistics", "completed_by_adjectives")
        self.completed_by_places = words("statistics", "completed_by_places")
        self.supposed = words("statistics", "supposed")
        self.spending = words("statistics", "spending")
        self.behind_verbs = words("statistics", "behind_verbs")
        self.verb_particles = words("statistics", "verb_particles")
        self.having = words("statistics", "having")
        self.agents = words("statistics", "agents")
        self.reaching = words("statistics", "reaching")
        self.goes_into = words("statistics", "goes_into")
        self.plurals = words("statistics", "plurals")

    def _completed(self, index: int, place: Place) -> int:
        """Give the word that completes a verb, or the verb itself."""
        scan = self.scan
        if index + 1 > place.high or scan.gaps[index] != " ":
            return index
        word, follower = scan.words[index], index + 1
        if word in self.supposed and (end := self._supposed(follower, place.high)) is not None:
            return end
        if index == place.first - 1:
            return self._made(place) if word in self.completed_by_adjectives else index
        if word in self.completed_by_adjectives and not scan.flags[index - 1] & Flag.MODIFIER:
            fate = scan.flags[follower] & (Flag.MEASURE | Flag.PAST) and not scan.flags[follower] & (Flag.AUXILIARY | Flag.PREPOSITION)
            if fate or self._ends_predicate(follower, place.high):
                # "was found guilty of", "were left homeless"
                return follower
        if word in self.completed_by_places and scan.words[follower] in self.reaching and follower < place.high:
            # "were taken to hospital"
            return follower + 1 if self._is_bare_place(follower + 1) else index
        if word in self.completed_by_objects and not self._is_number(follower):
            end = self._end_of_phrase(index, place.high)
            return index if end is None else end
        return index

    def _is_bare_place(self, index: int) -> bool:
        """Tell the place of “to hospital” and “to court”, which has no article, from “to cities” and “to reporters”."""
        scan = self.scan
        if scan.flags[index] & ~_PLACE or scan.capital[index] or scan.gaps[index - 1] != " ":
            return False
        return not scan.words[index].endswith(self.plural)

    def _supposed(self, index: int, high: int) -> int | None:
        """“are feared to have drowned”, “are presumed dead”: what somebody only believes."""
        scan = self.scan
        if scan.flags[index] & Flag.MEASURE and not scan.flags[index] & Flag.AUXILIARY:
            return index
        if scan.words[index] not in self.infinitives:
            return None
        index = self._over_auxiliaries(index + 1, high)
        told = index <= high and (scan.flags[index] & (Flag.MEASURE | Flag.PAST) or self._is_plain(index)) and scan.gaps[index - 1] == " "
        return index if told else None

    def _made(self, place: Place) -> int:
        """“made seven staff redundant”, “left 64,000 customers in the dark”, “left half of them facing hunger”: what follows the number."""
        scan, verb = self.scan, place.first - 1
        index = place.last + 1
        if index > place.high or scan.gaps[place.last] != " ":
            return verb
        if scan.words[index] in self.shared:
            end = self._end_of_phrase(index, place.high)
            if end is None or end >= place.high or scan.gaps[end] != " ":
                return verb
            index = end + 1
        if self._ends_predicate(index, place.high) or scan.flags[index] & Flag.MEASURE:
            return index
        if self._goes(index) or (scan.flags[index] & Flag.PREPOSITION and not scan.flags[index] & Flag.DATE):
            end = self._end_of_phrase(index, place.high)
            return verb if end is None or scan.capital[end] else end
        return verb

    def _ends_predicate(self, index: int, high: int) -> bool:
        """Tell a plain word behind which no noun stands that it could describe."""
        scan = self.scan
        if index > high or not self._is_plain(index) or self._is_adverb(index) or scan.words[index].endswith(self.plural):
            return False
        return index == high or scan.gaps[index] != " " or bool(scan.flags[index + 1] & _PREDICATE_ENDS)

    def _spent(self, place: Place) -> int | None:
        """“spent €650 million on acquisitions”, “set aside $8 million for repairs”: what money goes into."""
        scan, index = self.scan, place.last + 1
        if not self.spending or index >= place.high or scan.gaps[place.last].strip(" )"):
            return None
        nearby = [*range(max(place.first - _SPENT_WITHIN, place.low), place.first), *range(index, min(index + 2, place.high))]
        verb = next((each for each in reversed(nearby) if scan.words[each] in self.spending), None)
        if verb is None:
            return None
        index = max(index, verb + 1)
        if scan.words[index] not in self.goes_into or scan.flags[index + 1] & Flag.DATE:
            return None
        return self._end_of_phrase(index, place.high)

    def _is_between_verb(self, index: int) -> bool:
        """Tell what may stand between a verb and its sum: whom it is given to, and what belongs to the verb."""
        return self.scan.capital[index] or bool(self.scan.flags[index] & Flag.DETERMINER) or self.scan.words[index] in self.verb_particles

    def _priced(self, place: Place) -> int | None:
        """“was valued at $35 million”, “sold for €3,000”: the participle before the preposition of a sum."""
        scan, index = self.scan, place.first - 2
        if index <= place.low or not scan.flags[index + 1] & Flag.PREPOSITION or scan.words[index + 1] in self.within:
            return None
        if scan.words[index + 1] in self.level_openers:
            return None
        told = self._reports(index) or scan.words[index] in self.standing or scan.words[index] in self.light or scan.gaps[index] != " "
        return index if self._is_past(index) and not told else None

    def _having(self, place: Place) -> int | None:
        """“which own 50% each”: a verb right before a share that tells who has it."""
        index = place.first - 1
        if index <= place.low or not self.generic or self.scan.gaps[index] != " " or self.scan.words[index] not in self.having:
            return None
        return index

    def _led_verb(self, place: Place) -> int | None:
        """“would receive 50,000 kwacha”, “to repay £120,000”: the verb right before a sum that no list has."""
        scan, index = self.scan, place.first - 1
        if scan.language.moves_verbs or not self.generic:
            return None
        while index > place.low and self._is_between_verb(index) and not scan.gaps[index].strip(SIGNS):
            # "to give Mauritania 210 million euros", "would bring in another $400,000"
            index -= 1
        past = scan.flags[index] & Flag.PAST and not scan.flags[index] & (Flag.AUXILIARY | Flag.MODIFIER)
        if index <= place.low or not (self._is_plain(index) or past) or self._is_adverb(index) or scan.gaps[index].strip(SIGNS):
            return None
        led = scan.flags[index - 1] & (Flag.FUTURE | Flag.AUXILIARY) or scan.words[index - 1] in self.infinitives
        led = led and scan.words[index] not in self.standing
        return index if led and scan.gaps[index - 1] == " " else None

    def _beyond_modifier(self, place: Place) -> int | None:
        """“20 economists polled by an agency had expected”, “1 in 20 who tried it did not survive”: the verb of the subject itself."""
        scan, index = self.scan, place.last + 1
        if not self.generic or index >= place.high or scan.gaps[place.last].strip(" ,"):
            return None
        flags = scan.flags[index]
        led = flags & Flag.PAST and scan.words[index + 1] in self.agents
        if not (flags & Flag.RELATIVE or led) or scan.flags[index + 1] & (Flag.AUXILIARY | Flag.PASSIVE):
            return None
        for each in range(index + 1 + (not led), min(index + _CLAUSE_WITHIN, place.high)):
            if scan.gaps[each - 1].startswith((",", ";")):
                return None
            leaning = scan.flags[each] & (Flag.AUXILIARY | Flag.PASSIVE | Flag.FUTURE) and not scan.flags[each - 1] & Flag.RELATIVE
            if leaning and scan.words[each - 1] not in self.infinitives:
                return self._behind_auxiliary(each, place.high)
        return None

    def _behind_auxiliary(self, index: int, high: int) -> int | None:
        """Give the verb that auxiliaries lead to: the “survive” of “did not survive”."""
        scan = self.scan
        while index < high and self._leans(scan.flags[index]):
            index += 1
        verb = scan.flags[index] & (Flag.PAST | Flag.MEASURE) or self._is_plain(index)
        return index if verb and not scan.capital[index] else None

    @staticmethod
    def _leans(flags: int) -> bool:
        return bool(flags & (Flag.AUXILIARY | Flag.PASSIVE | Flag.ADVERB)) or bool(flags & Flag.FUTURE and not flags & Flag.PAST)

    def _is_many(self, index: int, place: Place) -> bool:
        """Tell the plural that a verb in the present can follow, or a number that leaves out what it counts."""
        word = self.scan.words[index]
        plural = word in self.plurals or self._ends_plural(index)
        return (plural and not self.scan.is_possessive(index)) or (index == place.last and self._is_number(index))

    def _opens_object(self, index: int, place: Place) -> bool:
        """Tell what can follow a verb: a place or an object, which is a bare plural behind a number that leaves out what it counts."""
        flags = self.scan.flags[index]
        bare = index == place.last + 2 and self._is_number(place.last) and self.scan.words[index].endswith(self.plural)
        return bool(flags & _OBJECT_OPENS) or bare or self.scan.words[index] in self.behind_verbs

    def _present(self, place: Place) -> int | None:
        """“80% of the largest quakes happen along it”: a word behind a plural that takes an object or a place, where no verb is."""
        scan = self.scan
        if not self.generic or self._follows_verb(place, _LONGEST_SUBJECT):
            return None
        for index in range(place.last + 1, min(place.last + _LONGEST_SUBJECT, place.high) + 1):
            if not scan.is_joined(index - 1, "%") or scan.is_finite(index):
                return None
            verb = (
                self._is_many(index - 1, place)
                and self._is_plain(index)
                and not scan.words[index].endswith(self.plural)
                and not self._is_adverb(index)
            )
            if verb and (index == place.high or scan.gaps[index] != " " or self._opens_object(index + 1, place)):
                return index
        return None
