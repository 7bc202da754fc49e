"""Levels: the subject that has reached an amount, and what is worth or so much more than something."""

from newsmodel.facts.amounts import DESCRIBES, Amounts, Place
from newsmodel.facts.figures import MONEY
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

SIGNS = " -−" + MONEY
"""What stands between a word and the digits of a sum or of a number below zero."""
_VERB_WITHIN = 10
_LONGEST_SUBJECT = 12
_WORTH_WITHIN = 8
_GENERAL_WITHIN = 4
_LEANING = Flag.AUXILIARY | Flag.PASSIVE | Flag.FUTURE | Flag.ADVERB
_OPENS = Flag.RELATIVE | Flag.PRONOUN
_SAYS_LITTLE = Flag.ADVERB | Flag.ATTITUDE | Flag.FUNCTION | Flag.DIRECTION


class Levels(Amounts):
    """Reads the noun that an amount is the level of, for a language with words that are no measure of themselves."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        super().__init__(scan)
        words = scan.language.word_set
        self.level_openers = words("statistics", "former") | words("statistics", "reaching")
        self.totals = words("statistics", "totals")
        self.percent = frozenset(word for phrase in scan.language.words("numbers", "percent") for word in phrase.split())
        self.changing = words("statistics", "changing")
        self.multiples = words("numbers", "multiples")
        self.worth = words("statistics", "worth")
        self.than = words("statistics", "than")

    def _reached(self, place: Place) -> int | None:
        """“Growth is forecast to slow to 5.4% from 5.6%”, “lower the VAT on food from 22%”: what has reached or left the amount."""
        return self._level_of(place, over_object=True)

    def _reached_alone(self, place: Place) -> int | None:
        """“Enrolment has fallen from 8,900”: what has no object, since a count that somebody has changed is measured by that."""
        return self._level_of(place, over_object=False)

    def _total(self, place: Place) -> int | None:
        """“taking the total to 514”."""
        scan, index = self.scan, place.first - 2
        led = index > place.low and scan.words[index + 1] in self.level_openers and scan.gaps[index] == scan.gaps[index + 1] == " "
        return index if led and scan.words[index] in self.totals else None

    def _level_of(self, place: Place, *, over_object: bool) -> int | None:
        """Read back from “to 5.4%” over dates and other levels to a verb of change, and from there to its object or subject."""
        scan, before = self.scan, place.first - 1
        if not self.generic or before <= place.low or scan.words[before] not in self.level_openers:
            return None
        if scan.gaps[before].strip(SIGNS):
            return None
        between = before - 1
        while between > place.low and self._is_between(between):
            between -= 1
        verb = next((index for index in range(between, max(between - _VERB_WITHIN, place.low), -1) if self._changes(index)), None)
        if verb is None or not all(scan.is_joined(index, "%") for index in range(verb, between)):
            return None
        if verb < between:
            return self._object(verb + 1, between, place.low) if over_object else None
        last = verb - 1
        while last > place.low and (scan.flags[last] & _LEANING or scan.words[last] in self.infinitives or self._is_told(last)):
            last -= 1
        return self._subject(place.low, last)

    def _object(self, first: int, last: int, low: int) -> int | None:
        """Give the head of what is changed: of “lower the VAT on food” the VAT."""
        scan = self.scan
        end = next((index - 1 for index in range(first + 1, last + 1) if scan.flags[index] & Flag.PREPOSITION), last)
        opens = any(
            scan.flags[index] & Flag.RELATIVE or self._is_pronoun(index) or scan.words[index] in self.complementizers
            for index in range(first, last + 1)
        )
        opens = opens or any(self._goes(index) for index in range(first, last))
        noun = not opens and not scan.flags[first] & Flag.PREPOSITION and (self._is_noun(end) or scan.capital[end])
        return self._head(end, low) if noun else None

    def _is_pronoun(self, index: int) -> bool:
        return bool(self.scan.flags[index] & Flag.PRONOUN and not self.scan.flags[index] & Flag.DETERMINER)

    def _multiplied(self, place: Place) -> int | None:
        """“more than twice the price of a year ago”: what there is so many times of."""
        scan, index = self.scan, place.last + 1
        led = index < place.high and scan.gaps[place.last] == " " and scan.flags[index] & DESCRIBES
        return self._end_of_phrase(place.last, place.high) if led and scan.words[place.last] in self.multiples else None

    def _changed_by(self, place: Place) -> int | None:
        """“has cut its budget by £38 million”, “is ahead by 14 points”: the change itself."""
        scan, index = self.scan, place.first - 2
        if not self.generic or index <= place.low or scan.words[index + 1] not in self.changing or scan.gaps[index] != " ":
            return None
        if not scan.flags[index] & ~_SAYS_LITTLE and not scan.capital[index] and scan.flags[index - 1] & (Flag.PASSIVE | Flag.AUXILIARY):
            return index
        words = range(index, max(index - _VERB_WITHIN, place.low), -1)
        verb = next((each for each in words if self._changes(each) and scan.flags[each] & Flag.MEASURE), None)
        return None if verb is None or any(scan.gaps[each] != " " and not scan.is_possessive(each) for each in range(verb, index)) else verb

    def _is_between(self, index: int) -> bool:
        """Tell what may stand between a verb of change and the level: dates, other figures and what leads them."""
        scan = self.scan
        small = Flag.PREPOSITION | Flag.DATE | Flag.NUMBER | Flag.ADVERB | Flag.ARTICLE
        if scan.words[index] in self.particles or scan.words[index] in self.percent or scan.words[index][0].isdigit():
            return True
        return bool(scan.flags[index] & small and not scan.flags[index] & Flag.MEASURE)

    def _changes(self, verb: int) -> bool:
        """Tell a verb that can tell of a change: a past form, one of the lists, or any word behind “to” and “will”."""
        scan, before = self.scan, verb - 1
        led = scan.words[before] in self.infinitives or scan.flags[before] & Flag.FUTURE
        if scan.capital[verb]:
            return False
        changed = scan.flags[verb] & (Flag.MEASURE | Flag.PAST) and not scan.flags[verb] & (Flag.MODIFIER | Flag.QUANTITY)
        return bool(changed or (led and self._is_plain(verb))) and not scan.flags[before] & DESCRIBES

    def _is_told(self, index: int) -> bool:
        """Tell the “forecast” of “is forecast to slow”."""
        return bool(self.scan.flags[index - 1] & Flag.PASSIVE) and self.scan.words[index + 1] in self.infinitives

    def _subject(self, low: int, last: int) -> int | None:
        """Give the head of the noun phrase that ends with a word: the noun before its first preposition."""
        scan, head = self.scan, last
        if scan.gaps[last] != " ":
            return None
        for index in range(last, max(last - _LONGEST_SUBJECT, low) - 1, -1):
            flags = scan.flags[index]
            opens = flags & _OPENS or scan.words[index] in self.complementizers or scan.words[index] in self.joiners
            if opens or (index < last and scan.gaps[index] != " " and not scan.is_possessive(index)):
                break
            if flags & Flag.PREPOSITION and index > low:
                head = index - 1
            elif scan.is_finite(index):
                break
        noun = self._is_noun(head) or scan.starts[head] == scan.sentence_at(scan.starts[head])[0]
        return self._head(head, low) if noun and not scan.flags[head] & (Flag.FUNCTION | Flag.DATE) else None

    def _worth(self, place: Place) -> int | None:
        """“bribes worth $2 million”, “a deal with Mauritania, worth €210 million”, “the win is worth $12m”."""
        scan, index = self.scan, place.first - 2
        if index < place.low or scan.words[index + 1] not in self.worth or scan.gaps[index + 1].strip(SIGNS):
            return None
        while index > place.low and scan.flags[index] & _LEANING:
            index -= 1
        for each in range(index, max(index - _WORTH_WITHIN, place.low), -1):
            if scan.flags[each] & Flag.PREPOSITION and not self._is_number(each - 1):
                led = scan.flags[each - 2] & DESCRIBES if each - 2 >= place.low else 0
                if led and self._is_noun(each - 1):
                    return each - 1
            if scan.flags[each] & (DESCRIBES | Flag.PAST):
                break
        return index if self._is_noun(index) else None

    def _compared(self, place: Place) -> int | None:
        """“40.6 per cent fewer than in 2024”."""
        scan, index = self.scan, place.last + 1
        if not self.generic or index > place.high or scan.words[index] not in self.more or scan.gaps[place.last].strip(" %)"):
            return None
        ends = index == place.high or scan.words[index + 1] in self.than or scan.gaps[index] != " "
        return index if ends else None

    def _named_generally(self, place: Place) -> int | None:
        """“a target range of 2% to 3%”, “put its value at €3 million”: a noun that says little, where nothing says more."""
        scan = self.scan
        if not self.generic:
            return None
        nearby = range(place.first - 2, max(place.first - _GENERAL_WITHIN, place.low) - 1, -1)
        index = next((each for each in nearby if scan.words[each] in self.generic and not scan.flags[each] & Flag.FUNCTION), None)
        while index is not None and index > place.low and scan.words[index - 1] in self.generic and scan.gaps[index - 1] == " ":
            index -= 1
        return index

    def _done(self, place: Place) -> int | None:
        """“with 98% of ballots counted”: the participle behind what there is a share of."""
        scan, index = self.scan, place.last + 1
        if not self.generic or index >= place.high or scan.words[index] not in self.shared or scan.gaps[place.last].strip(" %)\u00a0"):
            return None
        end = self._end_of_phrase(index, place.high)
        if end is None or end >= place.high or scan.gaps[end] != " ":
            return None
        return end + 1 if self._is_past(end + 1) else None
