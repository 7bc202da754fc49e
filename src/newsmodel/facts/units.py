"""What a number counts or measures: the noun, the currency or the physical unit at it."""

import re
from functools import lru_cache

from newsmodel.facts.language import Flag
from newsmodel.facts.measured import BLANKS, JOINING, InMeasures, Unit
from newsmodel.facts.numbers import Number
from newsmodel.facts.patterns import NOTHING, alternatives
from newsmodel.facts.scan import Scan
from newsmodel.model import Bound

_LONGEST = 6
_NOUN_WITHIN = 5
_ACROSS_AND = 3
_OWNER = 4
_SHORTEST_NOUN = 3
_MARKS = " “”\"‘’'"
_LONGEST_MARK = 2
_NO_NOUN = Flag.FUNCTION | Flag.PREPOSITION | Flag.AUXILIARY | Flag.PASSIVE | Flag.DATE
_ENDS_PHRASE = _NO_NOUN | Flag.CONJUNCTION | Flag.PRONOUN
_NO_DESCRIPTION = (
    Flag.FUNCTION | Flag.PREPOSITION | Flag.CONJUNCTION | Flag.AUXILIARY | Flag.ARTICLE | Flag.PRONOUN | Flag.NUMBER | Flag.DATE
)


class Units(InMeasures):
    """Reads the units of the numbers of one text."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        super().__init__(scan)
        words = scan.language.words
        self.nouns = scan.language.word_set("quotes", "nouns")
        self.elided = scan.language.word_set("statistics", "elided")
        self.plural_endings = words("statistics", "plural_endings")
        self.singular_endings = words("statistics", "singular_endings")
        self.plurals = scan.language.word_set("statistics", "plurals")
        self.compounding = scan.language.word_set("statistics", "compounding")
        self.group = _group_pattern(words("statistics", "per"), words("numbers", "scales"))
        self.inhabitants = words("words", "inhabitant_endings")
        self.possessives = words("words", "possessives")
        self.times = scan.language.word_set("dates", "units")
        self.joiners = scan.language.word_set("numbers", "joiners")
        self.capital_nouns = scan.language.capital_nouns
        self.levels = scan.language.word_set("statistics", "levels")
        self.not_counted = scan.language.word_set("statistics", "not_counted")
        self.agents = scan.language.word_set("statistics", "agents")

    def of(self, number: Number, last: int) -> Unit:
        """Read what is counted after a number that ends with the word ``last``."""
        before = self.scan.first_from(number.first) - 1
        if before >= 0 and self.scan.words[before] in self.levels and self.scan.gaps[before] == " ":
            return Unit(None, number.end, measure=self.scan.printed(before, before))
        if number.currency is None and (of := self.patterns.linked.match(self.scan.text, number.end)):
            if self._counts_anew(of.end()):
                # "six of the roughly 20 people", "11 of the country's 17 regions": what is counted stands at the second number.
                return Unit(None, number.end)
            if name := self._fate(of.end()):
                return Unit(*name)
            unit = self._at(number, of.end(), self.scan.last_before(of.end()))
            if unit.name is not None:
                return unit
        unit = self._at(number, number.end, last)
        return self._with_group(unit) if unit.name is not None and not unit.elided else unit

    def _fate(self, position: int) -> tuple[str, int] | None:
        """Read “11 of the dead”: those who are called by what happened to them."""
        scan, index = self.scan, self.scan.first_from(position)
        if index >= len(scan.words) or not scan.flags[index - 1] & Flag.ARTICLE or not scan.flags[index] & Flag.MEASURE:
            return None
        named = scan.words[index] in self.plurals and not self._has_plural(index)
        return (scan.printed(index, index), scan.ends[index]) if named else None

    def _counts_anew(self, position: int) -> bool:
        """Tell a place from which a number follows, over the words of a bound or an owner."""
        scan, first = self.scan, self.scan.first_from(position)
        for index in range(first, min(first + _OWNER, len(scan.words))):
            if scan.words[index][0].isdigit() or scan.flags[index] & Flag.NUMBER:
                return index == first or scan.is_possessive(index - 1) or self._is_bound(first, index)
            if scan.gaps[index] != " " and not scan.is_possessive(index):
                return False
        return False

    def _is_bound(self, first: int, stop: int) -> bool:
        return self.scan.printed(first, stop - 1).lower() in self.patterns.bound_of

    def bound_behind(self, number: Number, end: int) -> tuple[Bound, int] | None:
        """Read the bound that follows a number or its unit, and where it ends: “20 percent or more”, “5,200 or so”."""
        if number.bound is not Bound.EXACT or number.high is not None:
            return None
        found = self.patterns.bounds_behind.match(self.scan.text, end)
        return (self.patterns.bound_of[found["phrase"].lower()], found.end()) if found else None

    def _with_group(self, unit: Unit) -> Unit:
        """Read what a rate is counted in: of “6.85 homicides per 100,000 people” the unit is “homicides per 100,000 people”."""
        match = self.group.match(self.scan.text, unit.end)
        if match is None:
            return unit
        words = self._counted_after(self.scan.last_before(match.end()))
        end = max(words, match.end())
        return Unit(f"{unit.name}{self.scan.text[unit.end : end]}", end)

    def _counted_after(self, last: int) -> int:
        index = last + 1
        counted = index < len(self.scan.words) and self.scan.gaps[last] == " " and self._is_plural(index)
        return self.scan.ends[index] if counted else self.scan.ends[last]

    def _at(self, number: Number, at: int, last: int) -> Unit:
        if unit := self._in_measures(number, at):
            return unit
        return self._counted_noun(last) if self.capital_nouns else self._counted(number, last)

    def _counted(self, number: Number, last: int) -> Unit:
        """Read the noun phrase after a number: its plural, over the adjectives and names before it."""
        scan = self.scan
        run: list[int] = []
        plural = None
        if unit := self._left_out(number, last):
            return unit
        for index in range(last + 1, min(last + 1 + _LONGEST, len(scan.words))):
            word = scan.words[index]
            if run and self._owns(index - 1):
                run, plural = [], None
            elif scan.gaps[index - 1] not in JOINING and not (not run and self._is_marked(scan.gaps[index - 1])):
                break
            if word in self.elided and not run:
                continue
            if word in self.joiners and run and self._has_plural(index, _ACROSS_AND):
                continue
            if self._stops(index) and not (word in self.nouns and run):
                break
            run.append(index)
            if self._is_plural(index):
                plural = index
                if not self._goes_on(index):
                    break
        return self._named(number, last, run, plural)

    def _is_marked(self, gap: str) -> bool:
        """Tell the mark of “300 ‘artificial glaciers’”."""
        return " " in gap and not gap.strip(_MARKS) and len(gap) <= _LONGEST_MARK

    def _named(self, number: Number, last: int, run: list[int], plural: int | None) -> Unit:
        """Give the unit that a run of words after a number holds, up to its plural."""
        scan, at, words = self.scan, self.scan.ends[last], number.words
        counted = [each for each in run if not scan.capital[each] and (plural is None or each <= plural)]
        if not counted and run and self._is_people(run[0]):
            return Unit(scan.printed(run[0], run[0]), scan.ends[run[0]])
        if not counted or (plural is None and words and number.value != 1):
            follower = last + 1
            verb = (
                follower < len(scan.words) and scan.gaps[last] == " " and scan.flags[follower] & (Flag.PASSIVE | Flag.AUXILIARY | Flag.PAST)
            )
            return Unit(None, at, elided=bool(verb) and not words)
        end = plural if plural is not None else counted[0]
        begin = counted[0]
        return Unit(scan.printed(begin, end), scan.ends[end])

    def _left_out(self, number: Number, last: int) -> Unit | None:
        """Tell “117 others” and “1,204 wounded”, which leave out what is counted."""
        scan, index = self.scan, last + 1
        if index >= len(scan.words) or scan.gaps[last] not in JOINING:
            return None
        if scan.gaps[last] in BLANKS and self._names_source(index):
            # "20,000 people according to organisers, 9,000 according to police"
            return Unit(None, scan.ends[last], elided=True)
        if self.counts_behind_hyphen(number, last):
            # "a 33-seat parliament"
            return Unit(scan.printed(index, index), scan.ends[index])
        if scan.gaps[last] == "-" and scan.flags[index] & Flag.QUANTITY:
            # What “a 5.6-magnitude quake” measures is no unit.
            return Unit(None, scan.ends[index], measure=scan.printed(index, index))
        if index + 1 < len(scan.words) and scan.words[index + 1] in self.agents and scan.flags[index] & Flag.PAST:
            return Unit(None, scan.ends[last], elided=True)
        if scan.words[index] in self.elided:
            return None if self._has_plural(index) else Unit(None, scan.ends[index], elided=True)
        if scan.flags[index] & (Flag.MEASURE | Flag.PAST) and not self._is_thing(index) and not self._has_plural(index):
            fate = Flag.MEASURE if number.words else Flag.MEASURE | Flag.PASSIVE
            return Unit(None, scan.ends[last], elided=bool(scan.flags[index] & fate))
        return None

    def counts_behind_hyphen(self, number: Number, last: int) -> bool:
        """Tell “a 33-seat parliament”: a plain noun that a hyphen joins to figures, before another noun."""
        scan, index = self.scan, last + 1
        if number.words or not self.not_counted or index + 1 >= len(scan.words) or scan.gaps[last] != "-" or scan.gaps[index] != " ":
            return False
        if last and scan.gaps[last - 1] != " " and scan.capital[last - 1]:
            # "Boeing's 737-max jets"
            return False
        plain = not scan.flags[index] & ~(Flag.PEOPLE | Flag.ROLE | Flag.ATTITUDE) and scan.words[index].isalpha()
        return plain and not scan.capital[index] and scan.words[index] not in self.not_counted

    def _names_source(self, index: int) -> bool:
        """Tell the “according to” behind a figure that leaves out what it counts."""
        scan = self.scan
        return bool(scan.flags[index] & Flag.SOURCE and scan.language.phrases.source.match(scan.text, scan.starts[index]))

    def _stops(self, index: int) -> bool:
        """Tell a word that ends the noun phrase of a number."""
        flags = self.scan.flags[index]
        if self.scan.words[index][0].isdigit() or flags & Flag.NUMBER:
            return True
        # "nine night lamps"
        named = flags & Flag.DATE and not self.scan.capital[index] and self._has_plural(index, 1)
        if self.scan.words[index] in self.plurals or named:
            return False
        if flags & _ENDS_PHRASE or self._tells_fate(index):
            return True
        return bool(flags & (Flag.VERB | Flag.MEASURE | Flag.PAST)) and not (self._is_plural(index) or self._has_plural(index))

    def _tells_fate(self, index: int) -> bool:
        """Tell the verb of “another 14 remained missing”."""
        scan, after = self.scan, index + 1
        if after >= len(scan.words) or not scan.flags[index] & Flag.PAST or scan.gaps[index] != " ":
            return False
        return bool(scan.words[after] in self.plurals and scan.flags[after] & Flag.MEASURE) and not self._has_plural(after)

    def _has_plural(self, index: int, within: int = 3) -> bool:
        """Tell whether a counted noun follows, so that a word only describes it: “two unidentified men”, “40 other towns”."""
        scan = self.scan
        for each in range(index + 1, min(index + 1 + within, len(scan.words))):
            if scan.gaps[each - 1] not in JOINING:
                return False
            if self._is_plural(each):
                return True
            if scan.flags[each] & _NO_DESCRIPTION:
                return False
        return False

    def _is_people(self, index: int) -> bool:
        """Tell “four Belgians” from “10 Downing Street”."""
        scan, after = self.scan, index + 1
        return (
            self._ends_plural(index)
            and not scan.flags[index]
            and not (after < len(scan.words) and scan.capital[after] and scan.gaps[index] == " ")
        )

    def _is_thing(self, index: int) -> bool:
        """Tell a plural that is not what happened to those who are counted: of “1,204 wounded” the unit is left out."""
        return self._is_plural(index) and not (self.scan.words[index] in self.plurals and self.scan.flags[index] & Flag.MEASURE)

    def _goes_on(self, index: int) -> bool:
        """Tell a plural that only describes the noun after it: “20 sales people”."""
        scan, after = self.scan, index + 1
        if self._owns(index):
            return True
        if after >= len(scan.words) or scan.gaps[index] != " " or scan.flags[after] & Flag.MEASURE:
            return False
        if self.not_counted and self._is_plural(after) and not scan.flags[after] & (Flag.VERB | Flag.PAST):
            # "emissions devices"
            return True
        return scan.words[after] in self.plurals or (scan.words[index] in self.compounding and self._is_plural(after))

    def _owns(self, index: int) -> bool:
        """Tell whose things are counted: “two nurses’ posts”; “two weeks’ wages” are counted in weeks."""
        scan, after = self.scan, index + 1
        if not self.possessives or after >= len(scan.words) or scan.gaps[index][:1] not in ("’", "'") or scan.gaps[index][-1:] != " ":
            return False
        if scan.gaps[index][1:].strip() not in ("", *self.possessives) or scan.words[index] in self.times:
            return False
        return not self._stops(after) and (self._is_plural(after) or self._has_plural(after))

    def _is_plural(self, index: int) -> bool:
        word = self.scan.words[index]
        if word in self.plurals:
            return True
        noun = len(word) > _SHORTEST_NOUN and not self.scan.flags[index] & _NO_NOUN and not self.scan.capital[index]
        return noun and self._ends_plural(index)

    def _ends_plural(self, index: int) -> bool:
        word = self.scan.words[index]
        return word.endswith(self.plural_endings) and not word.endswith(self.singular_endings)

    def _counted_noun(self, last: int) -> Unit:
        """Read what is counted where all nouns are capital: the first of them after the number, over its adjectives."""
        scan = self.scan
        for index in range(last + 1, min(last + _NOUN_WITHIN, len(scan.words))):
            word, flags = scan.words[index], scan.flags[index]
            if scan.gaps[index - 1] not in (" ", "\u00a0"):
                break
            if scan.capital[index] and word.endswith(self.inhabitants) and self._leads_to_noun(index + 1):
                continue
            if scan.capital[index] and not flags & Flag.DATE:
                return Unit(scan.printed(index, index), scan.ends[index])
            if index == last + 1 and self._names_source(index):
                return Unit(None, scan.ends[last], elided=True)
            if word in self.elided and index == last + 1 and not self._leads_to_noun(index + 1):
                return Unit(None, scan.ends[index], elided=True)
            if flags & Flag.MEASURE and index == last + 1 and not self._leads_to_noun(index + 1):
                return Unit(None, scan.ends[last], elided=True)
            if flags & (Flag.PREPOSITION | Flag.CONJUNCTION | Flag.ARTICLE | Flag.VERB | Flag.AUXILIARY | Flag.PRONOUN):
                break
        return Unit(None, scan.ends[last])

    def opens_plural(self, index: int, start: int) -> bool:
        """Tell a plural, which has a capital letter where the sentence begins with it."""
        if self._is_plural(index):
            return True
        return index == start and self._ends_plural(index) and not self.scan.flags[index] & _NO_NOUN

    def follows(self, last: int, noun: str) -> bool:
        """Tell whether a plural stands right behind a number."""
        scan, index = self.scan, last + 1
        beside = index < len(scan.words) and scan.gaps[last] in BLANKS and not scan.flags[index] & Flag.MEASURE
        return beside and self._is_plural(index) and scan.printed(index, index) == noun

    def names_noun(self, last: int) -> bool:
        """Tell whether a counted noun follows, where all nouns are capital."""
        return self._counted_noun(last).name is not None

    def is_plural(self, index: int) -> bool:
        """Tell a word of more than one; where all nouns are capital, no ending does."""
        return self.capital_nouns or self._is_plural(index)

    def leads_to_plural(self, index: int) -> bool:
        """Tell whether a word only describes a counted noun right after it: “night lamps”."""
        return self._has_plural(index, 1)

    def _leads_to_noun(self, index: int) -> bool:
        return index < len(self.scan.words) and self.scan.capital[index] and self.scan.gaps[index - 1] == " "


@lru_cache(maxsize=64)
def _group_pattern(rates: tuple[str, ...], scales: tuple[str, ...]) -> re.Pattern[str]:
    """Compile what a rate is counted in: “per 100,000”, “for every thousand”, “per million”."""
    scale = alternatives(scales)
    number = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|(?:{scale})(?!\w))"
    return re.compile(rf"\s(?:{alternatives(rates)})\s{number}(?:\s(?:{scale})(?!\w))?" if rates else NOTHING, re.IGNORECASE)
