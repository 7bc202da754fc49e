"""Whose verb it is where verbs stand in the second place of a clause or at its end, as in German."""

from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

BOUNDARY = frozenset(',;:()[]–—„“”«»"…')
"""Marks that no noun phrase runs across."""
_LONGEST_CLAUSE = 60
"""Words of a clause before its verb that no mark parts: where there are more, the subject is not looked for before them."""
_COORDINATING = Flag.CONJUNCTION
_MARKS = ' „“”«»"'
_WITHIN = 24
_LED = Flag.ARTICLE | Flag.DETERMINER
_FRONTED = Flag.PREPOSITION | Flag.ADVERB | Flag.DATE | Flag.CONJUNCTION | Flag.SOURCE


class Inversion:
    """Finds where the subject of a reporting verb stands in its clause."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.active = scan.language.moves_verbs
        """Whether the language moves its verbs so."""
        self.openers = scan.language.word_set("quotes", "verb_final")
        self.behind = scan.language.word_set("quotes", "sources_behind")
        self.cases = scan.language.words("words", "case_endings")
        self._begun: dict[tuple[int, int], int] = {}

    def begins(self, cue: int, start: int) -> int:
        """Give the first word of the clause that a verb stands in, not before position ``start``."""
        if (cue, start) not in self._begun:
            self._begun[cue, start] = self._begins(cue, start)
        return self._begun[cue, start]

    def _begins(self, cue: int, start: int) -> int:
        scan, low = self.scan, cue
        furthest = max(cue - _LONGEST_CLAUSE, 0)
        while low > furthest and scan.starts[low - 1] >= start:
            gap = scan.gaps[low - 1]
            if gap.strip()[:1] == ")" and "(" in scan.text[start : scan.starts[low - 1]]:
                # "Julia Klöckner (CDU) sagte": brackets belong to the name before them.
                low = scan.first_from(scan.text.rfind("(", start, scan.starts[low - 1]))
                if low and scan.starts[low - 1] >= start and scan.gaps[low - 1].strip() == "(":
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
            return None if self._is_fronted(low) else (low, cue)
        if scan.flags[finite] & Flag.PASSIVE:
            return None
        if finite == low or self._is_fronted(low):
            return self._without_adverbs(finite + 1, cue)
        return low, finite

    def opens_behind(self, cue: int, start: int) -> bool:
        """Tell “Und dann sagte X” and “Am Montag sagte X”: what opens the sentence is no subject, which follows the verb."""
        scan = self.scan
        if not self.active or scan.capital[cue]:
            return False
        low = self.begins(cue, start)
        if low == cue or scan.starts[low] != start:
            return False
        while low + 1 < cue and scan.flags[low] & _COORDINATING and not scan.flags[low] & Flag.PREPOSITION:
            low += 1
        verbs = any((scan.is_finite(at) or scan.flags[at] & Flag.VERB) and not scan.capital[at] for at in range(low, cue))
        return not verbs and scan.words[low] not in self.openers and self._is_fronted(low)

    def _is_fronted(self, low: int) -> bool:
        """Tell what opens a clause before its verb and is no subject; “Jan Holt nannte” opens with no month."""
        scan, follower = self.scan, low + 1
        if not scan.flags[low] & Flag.DATE or follower >= len(scan) or not scan.capital[follower] or scan.gaps[low] != " ":
            return bool(scan.flags[low] & _FRONTED)
        language = scan.language
        named = scan.words[low] in language.months and scan.words[low] not in language.whole_months
        return not named or bool(scan.flags[follower] & _FRONTED)

    def _is_preposition(self, low: int, cue: int) -> bool:
        """Tell “Während der Debatte nannte der Minister …”, where no clause ends with the verb."""
        scan, follower = self.scan, cue + 1
        if not scan.flags[low] & Flag.PREPOSITION or follower >= len(scan) or scan.gaps[cue] != " ":
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
        if finite == low or self._is_fronted(low):
            return self._without_adverbs(finite + 1, high)
        return low, finite

    def governed(self, cue: int, start: int) -> int | None:
        """Give the first word of the noun phrase that “zufolge” stands behind: “beläuft sich ersten Schätzungen zufolge”."""
        scan, first = self.scan, cue
        while first > 0 and scan.starts[first - 1] >= start and not scan.gaps[first - 1].strip(_MARKS):
            before, flags = first - 1, scan.flags[first - 1]
            led = first < cue and (flags & _LED or (scan.capital[first] and self._is_adjective(before, start)))
            if not (scan.capital[before] or led):
                break
            first = before
            if flags & _LED and (first == 0 or not scan.capital[first - 1] or scan.gaps[first - 1] != " "):
                break
        return first if first < cue else None

    def _is_adjective(self, index: int, start: int) -> bool:
        """Tell “übereinstimmenden” from “liegen”: the verb of the clause stands before an adjective, or the adjective opens the clause."""
        scan = self.scan
        if scan.flags[index] & Flag.MODIFIER:
            return True
        if scan.flags[index] or not scan.words[index].endswith(self.cases):
            return False
        words = range(max(scan.first_from(start), index - _WITHIN), index)
        return any(not scan.capital[at] and (not scan.flags[at] or scan.is_finite(at)) for at in words)

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
            index += 1
            if verb and not scan.capital[index - 1]:
                break
        return index

    def behind_time(self, position: int, end: int) -> int:
        """Step over “vom Montag”, the time of a source that opens its sentence: what follows both is the verb."""
        scan, first = self.scan, self.scan.first_from(position)
        last = first + 1
        while last < len(scan) and scan.ends[last] < end and scan.flags[last] & Flag.ARTICLE and not scan.capital[last]:
            last += 1
        if last >= len(scan) or scan.ends[last] >= end or not scan.flags[first] & Flag.PREPOSITION or not scan.flags[last] & Flag.DATE:
            return position
        while last + 1 < len(scan) and scan.ends[last + 1] < end and (scan.flags[last + 1] & Flag.DATE or scan.words[last + 1].isdigit()):
            last += 1
        return scan.ends[last]
