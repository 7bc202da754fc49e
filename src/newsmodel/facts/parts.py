"""Numbers that are parts of other numbers: “342 people, including 106 children”, “The dead included six children”."""

import re
from functools import lru_cache

from attrs import define, field

from newsmodel.facts.language import Flag, Language
from newsmodel.facts.numbers import Number
from newsmodel.facts.openings import Opening, Openings
from newsmodel.facts.patterns import NOTHING, alternatives, phrase_pattern
from newsmodel.facts.scan import Scan
from newsmodel.facts.units import Units
from newsmodel.model import Span

_WITHIN = 60
"""Characters between a part and its whole; twice and four times as many where words tell that it is one."""
_LIST_WITHIN = 45
_SUBJECT_WITHIN = 40
_BACK = 24
"""Numbers before a part, among those of sentences before, that are looked at as its whole."""
_WORDS_BETWEEN = 2
_FAR = 2000
"""Characters from a sentence back to the whole of its numbers."""
_OWNER = 4
_DEEPEST = 4
"""Levels of parts below a number: no news counts the parts of parts of parts of parts any further."""
_STOP = re.compile(r"[.;:!?](?:\s|$)")


@define(kw_only=True, eq=False)
class Found:
    """A statistic in the making."""

    number: Number
    span: Span
    unit: str | None
    first: int
    last: int
    elided: bool = False
    bare: bool = False
    """Whether it counts something only as the part of another number."""
    measure: str | None = None
    """What it is a measure of, where that has been read already."""
    parts: "list[Found]" = field(factory=list)
    whole: "Found | None" = None
    depth: int = 0
    """Levels of parts below it."""


class Parts:
    """Hangs the numbers of one text on those that they are parts of."""

    def __init__(self, scan: Scan, units: Units) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.units = units
        words = scan.language.words
        self.part = scan.language.phrases.part
        self.anaphoric = _phrase(words("statistics", "anaphoric"))
        self.behind = _phrase((*words("statistics", "parts"), *words("statistics", "of_whole")))
        self.of_whole = _phrase(words("statistics", "of_whole"))
        self.belongs = _ending(words("statistics", "belongs"))
        self.from_whole = _ending(words("numbers", "of"))
        self.of_owner = _owned((*words("numbers", "of"), *words("statistics", "of_figures")), words("words", "possessives"))
        self.of_number = _before_number(scan.language, (*words("numbers", "of"), *words("statistics", "of_figures")))
        self.of_all = _phrase(words("statistics", "of_all"))
        self.openings = Openings(scan, units)
        self.wholes: dict[str, list[str]] = scan.language.tables.get("statistics", {}).get("wholes", {})
        self.declined = bool(words("statistics", "participle_endings"))
        self.capital_nouns = scan.language.capital_nouns
        self.of_figures = scan.language.word_set("statistics", "of_figures")
        self.contains = _phrase(words("statistics", "contains"))
        joiners = words("numbers", "joiners")
        self.joints = frozenset(("", ",", *joiners, *(f", {word}" for word in joiners)))

    def is_part(self, number: Number) -> bool:
        """Tell whether words at a number make it a part, so that it needs no unit of its own."""
        text = self.scan.text
        if self.behind.match(text, self._blank(number.end)) or self.of_number.match(text, number.end):
            return True
        start = self.scan.sentence_at(number.start)[0]
        opened = self._opens_with_whole(start)
        named = self.openings.at(start)
        if (opened is not None and opened < number.start) or (named is not None and named.end < number.start):
            return True
        led = text[max(number.start - _SUBJECT_WITHIN, 0) : number.start]
        return any(not led[match.end() :].strip(" ,") for match in self.part.finditer(led))

    def _opens_with_whole(self, start: int) -> int | None:
        """Give where the number stands that a sentence opens with as a whole: “Of the 342 people killed, 106 …”."""
        scan = self.scan
        opened = self.of_all.match(scan.text, start)
        if opened is None:
            return None
        if scan.text[opened.end() : opened.end() + 1] != " ":
            return None
        first = scan.first_from(opened.end())
        for index in range(first, min(first + _OWNER, len(scan.words))):
            if scan.words[index][0].isdigit() or scan.flags[index] & Flag.NUMBER:
                return scan.ends[index]
            ended = scan.gaps[index] != " " and not scan.is_possessive(index)
            if ended or scan.is_finite(index) or (self.capital_nouns and scan.capital[index]):
                return None
        return None

    def goes_on(self, before: Found, each: Found) -> bool:
        """Tell that nothing but a comma or “and” stands between two numbers."""
        return self.scan.text[before.span.end : each.span.start].strip() in self.joints

    def join(self, found: list[Found]) -> None:
        """Hang every part on its whole."""
        for index, each in enumerate(found):
            whole = self._after(found, index) or self._beside(found, index) or self._before(found, index)
            if whole is None or whole is each or (whole.number.value < each.number.value and self._alike(whole, each)):
                continue
            if each.depth == _DEEPEST:
                continue
            whole.depth = max(whole.depth, each.depth + 1)
            each.whole = whole
            whole.parts.append(each)
        for each in found:
            each.parts.sort(key=lambda part: part.span.start)
            if each.whole is not None and (each.unit is None or each.elided) and each.number.value == int(each.number.value):
                each.unit = self._unit_of(each) or each.whole.unit

    def _alike(self, whole: Found, part: Found) -> bool:
        return whole.unit == part.unit or part.unit is None

    def _after(self, found: list[Found], index: int) -> Found | None:
        """Find the whole right behind the part: “nine children were among the 20 dead”, “three of the 20 hostages”."""
        if index + 1 == len(found):
            return None
        between = self.scan.text[found[index].span.end : found[index + 1].number.start]
        behind = len(between) <= _WITHIN and (
            self.belongs.search(between) or self.from_whole.fullmatch(between) or self.of_owner.fullmatch(between)
        )
        # "76 of 103 drones"
        figures = found[index].unit is None and found[index + 1].unit is not None and between.strip() in self.of_figures
        return found[index + 1] if (behind or figures) and not _STOP.search(between) else None

    def _beside(self, found: list[Found], index: int) -> Found | None:
        """Find the whole before the part in the same sentence."""
        each = found[index]
        if not index:
            return None
        before = found[index - 1]
        between = self.scan.text[before.span.end : each.span.start]
        if "\n" in between or _STOP.search(between):
            return None
        whole = before.whole if before.whole is not None and before.whole.span.start < each.span.start else before
        if len(between) > 4 * _WITHIN:
            return None
        if any(not between[opened.end() :].strip(" ,") for opened in self.part.finditer(between)):
            return whole
        if "," in between or self.capital_nouns:
            opened = self._opens_with_whole(self.scan.sentence_at(before.span.start)[0])
            if opened is not None and before.span.start < opened <= before.span.end:
                return before
        if len(between) <= 2 * _WITHIN and self._is_behind(each) and whole.unit is not None:
            return whole
        if len(between) > _WITHIN:
            return None
        # "five of them children, and 30 injured": what has a measure of its own is no part of the list.
        apart = each.elided and each.last + 1 < len(self.scan.words) and self.scan.flags[each.last + 1] & Flag.MEASURE
        if before.whole is whole and not apart and (self.goes_on(before, each) or self._lists(before, each, between)):
            return whole
        return None

    def _lists(self, before: Found, each: Found, between: str) -> bool:
        """Tell that a list of parts goes on: “including 44 per cent from coal, 40 per cent from gas”."""
        if before.unit != each.unit or len(between) > _LIST_WITHIN:
            return False
        if "," not in between and between.split()[-1:] != [word for word in between.split()[-1:] if word in self.joints]:
            return False
        words = range(before.last + 1, each.first)
        return not any(self.scan.flags[index] & (Flag.AUXILIARY | Flag.PASSIVE | Flag.PRONOUN) for index in words)

    def _before(self, found: list[Found], index: int) -> Found | None:
        """Find the whole in a sentence before: “Of those, 40 were shot down”, “The dead included six children”."""
        each = found[index]
        start = self.scan.sentence_at(each.span.start)[0]
        text = self.scan.text
        first = index == 0 or found[index - 1].span.start < start
        opening = text[start : each.number.start]
        earlier = [other for other in found[max(index - _BACK, 0) : index] if other.span.end <= start and start - other.span.end <= _FAR]
        if not earlier:
            return None
        tops = [other for other in earlier if other.whole is None]
        named_whole = self.openings.at(start)
        if named_whole is not None and named_whole.end < each.span.start:
            return self._of_opening(named_whole, each, tops)
        if len(opening) <= _SUBJECT_WITHIN and (named := self._named(opening, tops)):
            each.measure = named[1]
            return named[0]
        back = self.of_whole.match(text, self._blank(each.number.end))
        if back and (name := back.group().split()[-1].lower()) in self.wholes:
            # "11 of the dead"
            return self._of_fate(name, tops)
        led = self.anaphoric.match(opening)
        near = led is not None and len(opening[led.end() :].split()) <= _WORDS_BETWEEN
        if first and len(opening) <= _SUBJECT_WITHIN and (near or self.points_back(each) or back):
            return tops[-1] if tops else None
        if not first and found[index - 1].whole in tops and "," in text[start : each.span.start]:
            joined = text[found[index - 1].span.end : each.span.start].strip(" ,")
            return found[index - 1].whole if joined in self.joints else None
        return tops[-1] if back and tops else None

    def _named(self, opening: str, tops: list[Found]) -> tuple[Found, str] | None:
        """Find what “the dead” or “the victims” counts, where a part follows."""
        if not self.contains.search(opening) and not self.part.search(opening):
            return None
        name = next((word for word in re.findall(r"[^\W\d_]+", opening) if word.lower() in self.wholes), None)
        if name is None:
            return None
        whole = self._of_fate(name.lower(), tops)
        return (whole, name) if whole is not None else None

    def _of_opening(self, opening: Opening, each: Found, tops: list[Found]) -> Found | None:
        """Find the number of those whom a sentence opens with, and give what has happened to them to a part of them."""
        fate = (opening.fate or "").lower()
        fates = {*self.wholes.get(fate, ()), fate} if fate else set()
        larger = [other for other in reversed(tops) if other.number.value >= each.number.value]
        whole = next((other for other in larger if (other.measure or "").lower() in fates or other.unit == (opening.unit or "")), None)
        each.measure = opening.fate or (whole.measure if whole else None) or each.measure
        each.unit = each.unit or opening.unit
        return whole

    def _of_fate(self, name: str, tops: list[Found]) -> Found | None:
        """Find those to whom has happened what a word calls them by."""
        fates = {*self.wholes[name], name}
        return next(
            (other for other in reversed(tops) if not fates.isdisjoint(((other.measure or "").lower(), (other.unit or "").lower()))), None
        )

    def points_back(self, each: Found) -> bool:
        """Tell “42 of them” behind a number of a sentence before."""
        text = self.scan.text
        return self._is_behind(each) and any(self.anaphoric.match(text, self._blank(at)) for at in (each.span.end, each.number.end))

    def _is_behind(self, each: Found) -> bool:
        text = self.scan.text
        found = self.part.match(text, self._blank(each.span.end)) or self.part.match(text, self._blank(each.number.end))
        if found is None:
            return False
        # "33 per cent of those asked" is a share of people of whom no number was given.
        follower = self.scan.first_from(found.end())
        flags = self.scan.flags[follower] if follower < len(self.scan.words) and self.scan.gaps[follower - 1] == " " else 0
        # "Neun von ihnen starben": no participle stands behind a pronoun where verbs move.
        asked = Flag.RELATIVE if self.capital_nouns else Flag.PAST | Flag.RELATIVE
        return not flags & asked or bool(flags & (Flag.PASSIVE | Flag.AUXILIARY))

    def opened_unit(self, each: Found) -> str | None:
        """Give what a number counts in a sentence that opens with its whole: “Of those rescued, 31 were women”."""
        opening = self.openings.at(self.scan.sentence_at(each.span.start)[0])
        if opening is None or opening.end >= each.span.start:
            return None
        return self._unit_of(each) or opening.unit

    def _unit_of(self, part: Found) -> str | None:
        """Read the noun that says what a part is, as in “106 of them children” and “of whom 12 were women”."""
        scan = self.scan
        index = part.last + 1
        behind = self.behind.match(scan.text, self._blank(part.number.end))
        if behind:
            index = scan.first_from(behind.end())
        first = index
        while index < len(scan.words) and scan.flags[index] & (Flag.AUXILIARY | Flag.PASSIVE):
            index += 1
        if index > first and self.declined:
            # "14 sont nuls": a noun would have an article.
            return None
        noun = index < len(scan.words) and (scan.capital[index] or not self.units.capital_nouns)
        if noun and index + 1 < len(scan.words) and scan.words[index + 1] in self.units.agents:
            return None
        if noun and self.units.leads_to_plural(index - 1) and "\n" not in scan.gaps[index - 1]:
            part.last = index
            return scan.printed(index, index)
        return None

    def _blank(self, position: int) -> int:
        return position + self.scan.text[position : position + 1].isspace()


@lru_cache(maxsize=256)
def _ending(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases that a stretch of text ends with."""
    return re.compile(rf"\s(?:{alternatives(phrases)})\s?$" if phrases else NOTHING, re.IGNORECASE)


@lru_cache(maxsize=64)
def _owner(possessives: tuple[str, ...]) -> str:
    """Give the pattern of a noun with the ending of a possessive, which a noun that ends so leaves out: “country’s”, “sisters’”."""
    left_out = "".join(rf"|(?<={re.escape(ending)})[’']" for ending in possessives)
    return rf"[^\W\d_]+(?:[’'](?:{alternatives(possessives)}){left_out})"


def _owned(phrases: tuple[str, ...], possessives: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases with an owner between two numbers: “11 of the country’s 17 regions”."""
    return re.compile(rf"\s(?:{alternatives(phrases)})\s{_owner(possessives)}\s" if phrases and possessives else NOTHING, re.IGNORECASE)


@lru_cache(maxsize=64)
def _before_number(language: Language, phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases that stand between two numbers: “three of the 20”, “three of five”, “some of the roughly 20”."""
    words = alternatives((*language.words("numbers", "units"), *language.words("numbers", "scales")))
    bounds = alternatives(phrase for each in language.tables.get("numbers", {}).get("bounds", {}).values() for phrase in each)
    others = alternatives(language.words("statistics", "elided"))
    between = rf"(?:(?:{bounds}|{others})\s|{_owner(language.words('words', 'possessives'))}\s)?"
    return re.compile(
        rf"\s(?:{alternatives(phrases)})\s{between}(?:\d|(?:{words})(?!\w))" if phrases else NOTHING,
        re.IGNORECASE,
    )


@lru_cache(maxsize=256)
def _phrase(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return phrase_pattern(phrases)
