"""Whose verb it is where verbs stand in the second place of a clause or at its end, as in German."""

from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

BOUNDARY = frozenset(',;:()[]–—„“”«»"…')
"""Marks that no noun phrase runs across."""
_LONGEST_CLAUSE = 60
"""Words of a clause before its verb that no mark parts: where there are more, the subject is not looked for before them."""
_COORDINATING = Flag.CONJUNCTION
_FRONTED = Flag.PREPOSITION | Flag.ADVERB | Flag.DATE | Flag.CONJUNCTION | Flag.SOURCE


class Inversion:
    """Finds where the subject of a reporting verb stands in its clause."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.openers = frozenset(scan.language.words("quotes", "verb_final"))
        self._begun: dict[tuple[int, int], int] = {}

    @property
    def active(self) -> bool:
        """Whether the language moves its verbs so."""
        return self.scan.language.moves_verbs

    def begins(self, cue: int, start: int) -> int:
        """Give the first word of the clause that a verb stands in, not before position ``start``."""
        if (cue, start) not in self._begun:
            self._begun[cue, start] = self._begins(cue, start)
        return self._begun[cue, start]

    def _begins(self, cue: int, start: int) -> int:
        scan, low = self.scan, cue
        furthest = max(cue - _LONGEST_CLAUSE, 0)
        while low > furthest and scan.starts[low - 1] >= start:
            gap = scan.gap(low - 1)
            if gap.strip()[:1] == ")" and "(" in scan.text[start : scan.starts[low - 1]]:
                # "Julia Klöckner (CDU) sagte": brackets belong to the name before them.
                low = scan.first_from(scan.text.rfind("(", start, scan.starts[low - 1]))
                if low and scan.starts[low - 1] >= start and scan.gap(low - 1).strip() == "(":
                    low -= 1
                continue
            if any(mark in BOUNDARY for mark in gap):
                break
            low -= 1
        return low

    def stretch(self, cue: int, start: int) -> tuple[int, int] | None:
        """Give the words that the subject before a verb stands in; ``None`` where it stands behind the verb."""
        scan = self.scan
        low = self.begins(cue, start)
        while low < cue and scan.flags[low] & _COORDINATING and scan.words[low] not in self.openers:
            low += 1
        if low == cue or self._is_coordinated(cue):
            return None
        if scan.words[low] in self.openers and not self._is_preposition(low, cue):
            return self._without_adverbs(low + 1, cue)
        finite = next((i for i in range(low, cue) if scan.flags[i] & Flag.AUXILIARY and not scan.capital[i]), None)
        if finite is None:
            return None if scan.flags[low] & _FRONTED else (low, cue)
        if scan.flags[finite] & Flag.PASSIVE:
            return None
        if finite == low or scan.flags[low] & _FRONTED:
            return self._without_adverbs(finite + 1, cue)
        return low, finite

    def _is_preposition(self, low: int, cue: int) -> bool:
        """Tell “Während der Debatte nannte der Minister …”, where no clause ends with the verb."""
        scan, follower = self.scan, cue + 1
        if not scan.flags[low] & Flag.PREPOSITION or follower >= len(scan) or scan.gap(cue) != " ":
            return False
        return scan.capital[follower] or bool(scan.flags[follower] & (Flag.ARTICLE | Flag.DETERMINER))

    def bracket(self, low: int, high: int) -> tuple[int, int] | None:
        """Give the words that the subject stands in, in a clause from ``low`` on whose verb stands behind a quotation at ``high``."""
        scan = self.scan
        if scan.words[low] in self.openers:
            return self._without_adverbs(low + 1, high)
        finite = next((i for i in range(low, high) if scan.flags[i] & Flag.AUXILIARY and not scan.capital[i]), None)
        if finite is None or scan.flags[finite] & Flag.PASSIVE:
            return None
        if finite == low or scan.flags[low] & _FRONTED:
            return self._without_adverbs(finite + 1, high)
        return low, finite

    def _is_coordinated(self, cue: int) -> bool:
        """Tell “… und sagte”: the verb shares the subject of the one before."""
        scan, before = self.scan, cue - 1
        while before > 0 and scan.flags[before] & Flag.ADVERB and not scan.flags[before] & Flag.CONJUNCTION:
            before -= 1
        return bool(scan.flags[before] & Flag.CONJUNCTION) and scan.words[before] not in self.openers

    def _without_adverbs(self, first: int, last: int) -> tuple[int, int] | None:
        scan = self.scan
        while first < last and scan.flags[first] & Flag.ADVERB and not scan.flags[first] & Flag.PRONOUN:
            first += 1
        return (first, last) if first < last else None

    def behind_verb(self, index: int, end: int) -> int:
        """Jump over what stands before the verb of a clause."""
        scan = self.scan
        while index < len(scan) and scan.starts[index] < end:
            verb = scan.is_finite(index) or scan.flags[index] & (Flag.VERB | Flag.FRAMING)
            if verb and not scan.capital[index]:
                return index + 1
            index += 1
        return index
