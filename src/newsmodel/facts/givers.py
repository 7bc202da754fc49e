"""Who gives a number, where no quotation holds it: “The poll showed that 62 per cent …”, “…, rescue workers said, …”."""

import re
from functools import cached_property

from newsmodel.facts.entities import Register
from newsmodel.facts.language import Flag
from newsmodel.facts.mention import Mention
from newsmodel.facts.scan import Scan
from newsmodel.model import Entity, EntityKind, Span

_LONGEST = 12
_LONGEST_BEHIND = 8
_WITHIN = 30
_OUTSIDE = Flag.PASSIVE | Flag.PRONOUN | Flag.RELATIVE
_INSIDE = re.compile(r"[;:()“”\"\n]")


class Givers:
    """Finds those who give the numbers of one text."""

    def __init__(self, scan: Scan, register: Register) -> None:
        """Prepare for a text whose names have been joined."""
        self.scan = scan
        self.register = register
        self.verbs = scan.language.word_set("statistics", "giving")
        self.direct = scan.language.word_set("statistics", "giving_sums")

    @cached_property
    def owners(self) -> dict[int, Mention]:
        """The names of the text by their last words."""
        return {mention.last: mention for mention in self.register.mentions}

    def of(self, span: Span, *, money: bool) -> Entity | None:
        """Give who the sentence of a number says it is from."""
        if not self.verbs:
            return None
        start, end = self.scan.sentence_at(span.start)
        low, high = self.scan.first_from(start), self.scan.last_before(end)
        first, last = self.scan.first_from(span.start), self.scan.last_before(span.end)
        return (
            self._behind(last, high) or self._before(low, first, self.verbs) or (self._before(low, first, self.direct) if money else None)
        )

    def _before(self, low: int, first: int, verbs: frozenset[str]) -> Entity | None:
        """Read a subject that opens the sentence and its verb: “The poll showed that …”."""
        scan = self.scan
        for index in range(low + 1, min(low + _LONGEST, first)):
            if scan.words[index] in verbs and self._gives(index):
                return self._named(low, index - 1)
            outside = scan.flags[index] & _OUTSIDE and not scan.flags[index] & Flag.AUXILIARY
            if outside or (scan.flags[index] & Flag.PAST and not scan.flags[index] & Flag.MODIFIER):
                return None
            if _INSIDE.search(scan.gaps[index]):
                return None
        return None

    def _behind(self, last: int, high: int) -> Entity | None:
        """Read what follows a comma and ends with a verb of saying: “…, rescue workers said”."""
        scan = self.scan
        for comma in range(min(high, last + _WITHIN), last - 1, -1):
            if not scan.gaps[comma].startswith(",") or comma + 1 > high:
                continue
            for index in range(comma + 1, min(comma + _LONGEST_BEHIND, high) + 1):
                if scan.words[index] in self.verbs and index > comma + 1 and self._gives(index):
                    ends = index == high or not scan.gaps[index].startswith(" ") or scan.flags[index + 1] & (Flag.PREPOSITION | Flag.DATE)
                    return self._named(comma + 1, index - 1) if ends else None
                if scan.flags[index] & _OUTSIDE or _INSIDE.search(scan.gaps[index]) or scan.gaps[index].startswith(","):
                    break
        return None

    def _gives(self, index: int) -> bool:
        """Tell the verb of “the poll shows” from “the show”, “was reported” and “found in a bag”."""
        scan, before, after = self.scan, index - 1, index + 1
        if scan.capital[index] or scan.flags[before] & (Flag.ARTICLE | Flag.DETERMINER):
            return False
        if scan.flags[before] & Flag.PASSIVE and scan.flags[index] & Flag.PAST:
            return False
        led = after < len(scan.words) and scan.flags[after] & Flag.PREPOSITION and scan.gaps[index] == " "
        if led and not scan.flags[after] & Flag.CONJUNCTION:
            return after + 1 < len(scan.words) and bool(scan.flags[after + 1] & Flag.DATE)
        return True

    def _named(self, first: int, last: int) -> Entity | None:
        """Give the entity that words name, or one for the description that they are."""
        scan = self.scan
        while last > first and scan.flags[last] & (Flag.AUXILIARY | Flag.ADVERB):
            last -= 1
        while first < last and scan.flags[first] & (Flag.ARTICLE | Flag.CONJUNCTION | Flag.ADVERB):
            first += 1
        mention = self.owners.get(last)
        if (
            mention is not None
            and mention.first >= first
            and not any(scan.flags[index] & Flag.PREPOSITION for index in range(first, mention.first))
        ):
            return self.register.entity(self.register.of(mention))
        if first > last or scan.flags[first] & (Flag.PRONOUN | Flag.PREPOSITION | Flag.DATE) or scan.words[first][0].isdigit():
            return None
        span = Span(scan.starts[first], scan.ends[last])
        return Entity(name=" ".join(span.of(scan.text).split()), kind=EntityKind.UNKNOWN, mentions=(span,))
