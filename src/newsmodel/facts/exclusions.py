"""Numbers that are no quantities: clock times, ordinals, ages, lengths of time, scores and numbered names."""

import re
from functools import lru_cache

from newsmodel.facts.language import Flag, Language
from newsmodel.facts.measured import word_pattern
from newsmodel.facts.mention import Mention
from newsmodel.facts.numbers import Number
from newsmodel.facts.scan import Scan
from newsmodel.facts.units import Units

_AGE_WITHIN = 3
_AGE_LENGTH = 24
"""Characters behind a number in which “years old” stands."""
_FIGURES = re.compile(r"^[\d.,\s]+")
_CLOCK = re.compile(r"[:h]\d\d(?!\d)")
_DIALLED = re.compile(r"-\d")
_SCORE = re.compile(r"\s?[-–:]\s?\d{1,3}(?!\d|[.,]\d|\s?%)")


@lru_cache(maxsize=64)
def _singular_times(language: Language) -> frozenset[str]:
    """Give the units of time in the singular: where nouns are capital, the ending of a plural can stand for a case as well."""
    durations = language.word_set("numbers", "durations")
    plurals = () if language.capital_nouns else language.words("statistics", "plural_endings")
    return frozenset(word for word in durations if any(word + ending in durations for ending in plurals))


class Exclusions:
    """Tells the numbers of one text that count and measure nothing."""

    def __init__(self, scan: Scan, units: Units, mentions: list[Mention]) -> None:
        """Prepare for a text whose names have been found."""
        self.scan = scan
        self.units = units
        self.capital_nouns = scan.language.capital_nouns
        self.names = (
            frozenset(index for mention in mentions for index in range(mention.first, mention.last + 1))
            if self.capital_nouns
            else frozenset()
        )
        words = scan.language.words
        self.durations = scan.language.word_set("numbers", "durations")
        self.ages = word_pattern(words("numbers", "ages"))
        self.age_words = scan.language.word_set("numbers", "ages")
        self.of = scan.language.word_set("numbers", "of")
        self.ordinals = scan.language.word_set("numbers", "ordinals")
        self.ordinal_words = scan.language.word_set("numbers", "ordinal_words")
        self.comparatives = words("statistics", "comparative_endings")
        self.joiners = scan.language.word_set("numbers", "joiners")
        self.numbered = scan.language.word_set("statistics", "numbered")
        self.singular_verbs = scan.language.word_set("statistics", "singular_verbs")
        self.singular_times = _singular_times(scan.language)
        self.not_fractions = scan.language.word_set("dates", "ordinals")

    def is_rank(self, first: int, last: int) -> bool:
        """Tell “a third place” and “the first half” from shares: nothing but “of”, an article or a verb follows a share."""
        scan, follower = self.scan, last + 1
        if (first and scan.words[first - 1] in self.not_fractions) or scan.gaps[last] == "-" or self._halves_time(last):
            return True
        ordinal = scan.words[last] in self.ordinal_words
        if not (ordinal or scan.words[last] in self.not_fractions) or follower >= len(scan.words) or scan.gaps[last] != " ":
            return False
        # "a third suspect is sought", where the noun could be a verb as well
        verbal = follower + 1 < len(scan.words) and scan.gaps[follower] == " " and scan.flags[follower + 1] & Flag.AUXILIARY
        allowed = (Flag.ROLE | (Flag.VERB | Flag.FRAMING | Flag.ATTITUDE | Flag.MEASURE if verbal else 0)) if ordinal else 0
        if ordinal and scan.words[follower] in self.singular_verbs and first == last - 1:
            # "A third was found in Ghent"
            return True
        plain = not scan.capital[follower] and not scan.flags[follower] & ~allowed
        return plain and (bool(scan.flags[follower]) or not scan.words[follower].endswith(self.comparatives))

    def _halves_time(self, last: int) -> bool:
        """Tell “half a century”."""
        scan = self.scan
        return last + 2 < len(scan.words) and bool(scan.flags[last + 1] & Flag.ARTICLE) and scan.words[last + 2] in self.durations

    def covers(self, number: Number, first: int, last: int) -> bool:
        """Tell dates, clock times, ordinals, ages, lengths of time, scores and numbered names from quantities."""
        scan, text = self.scan, self.scan.text
        if number.currency is not None:
            return False
        after = text[number.end : number.end + _AGE_LENGTH]
        tail = _FIGURES.sub("", scan.words[last]) if scan.words[last][0].isdigit() else ""
        dotted = "." in self.ordinals and text[number.end : number.end + 1] == "." and text[number.end + 1 : number.end + 2] in (" ", ")")
        if dotted and number.end + 2 < scan.sentence_at(number.start)[1]:
            return True
        if (
            self._is_dialled(number)
            or (tail and tail in self.ordinals)
            or _CLOCK.match(text, number.end)
            or (_SCORE.match(text, number.end) and number.high is None)
        ):
            return True
        before = text[number.start - 1] if number.start else " "
        if before in ":/-–" and number.start > 1 and text[number.start - 2].isalnum():
            return True
        if self.ages.match(after.lstrip(" -")) or (after[:1] == "/" and after[1:2].isdigit()):
            return True
        if after[:1] == "-" and after[1:2].isalpha() and not (number.words or self._is_measured(number, last)):
            return True
        if self._is_duration(number, last):
            return True
        if first == 0 or number.start != number.first:
            return False
        previous = scan.words[first - 1]
        gap = scan.gaps[first - 1]
        aged = self._is_aged(first)
        if aged or (gap == " " and previous.rstrip(".") in self.numbered and not number.words):
            return True
        named = (
            gap == " "
            and not self.units.measured(number.end + (text[number.end : number.end + 1] == " "))
            and self._is_name(first - 1, last)
            and not scan.flags[first - 1] & (Flag.FUNCTION | Flag.VERB | Flag.DATE)
            and not number.words
        )
        age = gap == ", " and scan.capital[first - 1] and after[:1] == "," and not number.words
        return age or (named and scan.starts[first - 1] != scan.sentence_at(number.start)[0])

    def _is_dialled(self, number: Number) -> bool:
        """Tell 218-555-0136."""
        text = self.scan.text
        return number.high is not None and "-" in text[number.first : number.end] and _DIALLED.match(text, number.end) is not None

    def _is_measured(self, number: Number, last: int) -> bool:
        """Tell “a 30-percent rise” and “a 5.6-magnitude quake” from names such as “5-star”."""
        follower = last + 1
        quantity = follower < len(self.scan.words) and self.scan.flags[follower] & Flag.QUANTITY
        return bool(quantity) or self.units.measured(number.end + 1) or self.units.counts_behind_hyphen(number, last)

    def _is_duration(self, number: Number, last: int) -> bool:
        """Tell a length of time; “nine night lamps” has none."""
        scan, follower = self.scan, last + 1
        if follower + 1 < len(scan.words) and scan.words[follower] in self.of and scan.words[follower + 1] in self.durations:
            return True
        plain = follower < len(scan.words) and not scan.flags[follower] and scan.words[follower] not in self.durations
        if plain and follower + 1 < len(scan.words) and scan.gaps[last] == scan.gaps[follower] == " ":
            # "16 straight years"
            return (
                scan.words[follower + 1] in self.durations and not scan.capital[follower] and not self.units.measured(scan.starts[follower])
            )
        if follower >= len(scan.words) or scan.words[follower] not in self.durations or scan.gaps[last] not in (" ", "-", "\u00a0"):
            return False
        if scan.gaps[last] == "-" or number.value <= 1 or not self.singular_times or scan.words[follower] not in self.singular_times:
            return True
        return not self.units.leads_to_plural(follower)

    def _is_aged(self, first: int) -> bool:
        """Tell an age: “aged 89”, “aged between 10 and 15”, “aged 29 and 61”, “at the age of 89”."""
        scan = self.scan
        for index in range(first - 1, max(first - _AGE_WITHIN, 0) - 1, -1):
            if scan.words[index] in self.age_words:
                return True
            if scan.flags[index] & Flag.PREPOSITION:
                continue
            if scan.words[index] not in self.joiners and not scan.words[index].isdigit():
                return False
        return False

    def _is_name(self, index: int, last: int) -> bool:
        """Tell whether a number after a word numbers it; where all nouns are capital, only a name is numbered."""
        if not self.capital_nouns:
            return self.scan.capital[index]
        if self.units.names_noun(last) or self.scan.flags[index] & Flag.QUANTITY:
            return False
        return index in self.names
