"""Verbs: what happened to those that are counted, told by the words before and behind a number."""

from newsmodel.facts.amounts import DESCRIBES, Place
from newsmodel.facts.language import Flag
from newsmodel.facts.levels import Levels
from newsmodel.facts.predicates import Predicates
from newsmodel.facts.scan import Scan

_SUBJECT_WITHIN = 4
_OBJECT_WITHIN = 7
_FAR_OBJECT_WITHIN = 10
_PASSIVE_WITHIN = 12
_NOUN_WITHIN = 14
_OWN_WITHIN = 5
_INSERTED = 12
_PREPOSITIONS = 2
_NEAR = 2
_AUXILIARY = Flag.PASSIVE | Flag.FUTURE
_ENDS_SUBJECT = Flag.MEASURE | Flag.PAST | Flag.PRONOUN | Flag.RELATIVE


class Verbs(Levels):
    """Reads the verb that tells what happened to those whom a number counts."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        super().__init__(scan)
        self.perfect = scan.language.word_set("events", "perfect")
        self.among = scan.language.word_set("statistics", "among")
        self.leading = self.infinitives | self.joiners
        self.standing = scan.language.word_set("statistics", "standing")
        self.vague = scan.language.word_set("statistics", "vague") | self.generic
        self.beside = Predicates(scan) if scan.language.words("statistics", "participle_endings") else None

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
            elif self.generic and flags & Flag.AUXILIARY and scan.words[index] not in self.perfect:
                # "did not survive"
                passive = True
            elif passive and (flags & Flag.MEASURE or (flags & Flag.PAST and not flags & Flag.AUXILIARY)):
                # "were reported killed"
                told = scan.words[index] in self.reporting and index < place.high and scan.gaps[index] == " "
                return index + 1 if told and scan.flags[index + 1] & Flag.MEASURE else index
            elif (passive and self._is_adverb(index)) or (index == place.last + 1 and flags & Flag.RELATIVE):
                continue
            elif passive and scan.words[index] in self.among and index + 2 <= place.high and scan.flags[index + 2] & Flag.MEASURE:
                # "are among the missing"
                return index + 2
            elif passive and (self._tells(index, place) or self._goes_on(index)):
                return index
            elif self._ends_subject(index, passive=passive):
                return None
        return None

    def _tells(self, index: int, place: Place) -> bool:
        """Tell what somebody is or what was done to him, by its place or its form; what a part is like tells nothing of the whole."""
        return (not place.over_comma and self._is_predicate(index, place.high)) or (
            self.beside is not None and self.beside.is_participle(index)
        )

    def _goes_on(self, index: int) -> bool:
        """Tell the “fleeing” of “are fleeing” and the “meet” of “will meet”."""
        scan, flags = self.scan, self.scan.flags
        if scan.words[index].endswith(self.progressive) and not flags[index] & (Flag.FUNCTION | Flag.PREPOSITION):
            return True
        return bool(self.progressive and flags[index - 1] & (Flag.FUTURE | Flag.ADVERB)) and self._is_plain(index)

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
        while index > place.low and scan.flags[index] & Flag.ADVERB and self.generic and not scan.flags[index] & Flag.PREPOSITION:
            # "will harvest just 453,000 tons"
            index -= 1
        if index <= place.low or scan.capital[index] or scan.gaps[index] != " " or not self.generic or self._reports(index):
            return None
        active = self._is_past(index) or self._goes(index)
        if place.last < place.high and scan.flags[place.last + 1] & Flag.MEASURE and scan.gaps[place.last] == " ":
            # "left 40 people dead"
            return None
        described = scan.flags[index - 1] & (DESCRIBES | Flag.PASSIVE)
        leaning = Flag.FUTURE if scan.language.moves_verbs else Flag.FUTURE | Flag.AUXILIARY
        led = scan.flags[index - 1] & leaning or scan.words[index - 1] in self.leading
        if self._is_plain(index) and led and scan.gaps[index - 1] == " " and not self._is_adverb(index):
            # "would create 2,500 jobs", "can infect 12 others", "to close two schools and eliminate 87 posts"
            return index
        if self._opens_relative(index) or self._is_third_person(index):
            return index
        return index if active and not described else None

    def _is_third_person(self, index: int) -> bool:
        """Tell the verb of “It now infests 11 provinces” right before its object, where a plural would have no number behind it."""
        scan, before = self.scan, index - 1
        led = scan.flags[before] & (Flag.PRONOUN | Flag.ADVERB) and not scan.flags[before] & (Flag.DETERMINER | Flag.PREPOSITION)
        return bool(self._ends_plural(index) and self._is_plain(index) and (led or scan.capital[before]) and scan.gaps[before] == " ")

    def _opens_relative(self, index: int) -> bool:
        """Tell the verb of “the party, which governs 11 regions”: no noun stands right behind the pronoun."""
        scan = self.scan
        plain = self._is_plain(index) and not self._is_adverb(index)
        return plain and bool(scan.flags[index - 1] & Flag.RELATIVE) and scan.gaps[index - 1] == " "

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

    def _relative_behind(self, place: Place) -> int | None:
        """“21 miners who were killed”."""
        scan, index = self.scan, place.last + 1
        if index >= place.high or not scan.flags[index] & Flag.RELATIVE or scan.gaps[place.last].strip(" ,"):
            return None
        passive = False
        for each in range(index + 1, min(index + _OWN_WITHIN, place.high) + 1):
            flags = scan.flags[each]
            if flags & Flag.PASSIVE or (scan.words[each] in self.perfect and self.generic):
                # "who were killed", "who had left"
                passive = True
            elif passive and flags & (Flag.MEASURE | Flag.PAST):
                return each
            elif not flags & (Flag.AUXILIARY | Flag.ADVERB):
                return None
        return None

    def _main_verb(self, place: Place) -> int | None:
        """“3,000 soldiers from 12 nations took part”: the first verb of a sentence that the number opens."""
        scan = self.scan
        if not self.generic or self._follows_verb(place, _NOUN_WITHIN):
            return None
        for index in range(place.last + 1, min(place.last + _NOUN_WITHIN, place.high) + 1):
            flags = scan.flags[index]
            if flags & Flag.RELATIVE or scan.gaps[index - 1].strip():
                return None
            # "on the left side" tells nothing of what happened.
            described = scan.flags[index - 1] & DESCRIBES
            if not scan.capital[index] and not described and flags & Flag.PAST and not flags & (Flag.AUXILIARY | Flag.MODIFIER):
                return index
        return None

    def _follows_verb(self, place: Place, within: int) -> bool:
        """Tell whether a verb stands before a number, so that the number is no subject."""
        return any(self.scan.is_finite(index) for index in range(max(place.low, place.first - within), place.first))

    def _over_auxiliaries(self, index: int, high: int) -> int:
        """Step over auxiliaries and adverbs to the word that they belong to: “had already been” to “killed”."""
        while index < high and self.scan.flags[index] & (Flag.ADVERB | Flag.AUXILIARY | Flag.PASSIVE):
            index += 1
        return index

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
            if self._reports(index) or scan.words[index] in self.levels:
                continue
            if scan.words[index] in self.standing and scan.words[index + 1] in self.brings:
                # "stood at" and "came to" say nothing of an amount.
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

    def _ends_before(self, index: int, end: int) -> bool:
        """Tell whether a clause ends between a word and a number, so that the word belongs to another one."""
        return any(self.scan.gaps[each].startswith((",", ";", ":")) for each in range(index, end - 1))

    def _opens_clause(self, index: int) -> bool:
        gap = self.scan.gaps[index - 1]
        return gap != " " and gap.strip().startswith((";", ":"))
