"""Those whose expectation a number is: “the $2 billion expected by analysts”, “analysts’ forecast of 3%”."""

from newsmodel.facts.amounts import DESCRIBES
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

_AGENT_WITHIN = 3
_LONGEST_PHRASE = 4
_LONGEST_TOPIC = 6
"""Words of what is expected, between the noun of the expectation and the number: “forecast for earnings of $1.23”."""
_SMALL = (
    Flag.QUANTITY
    | Flag.MEASURE
    | DESCRIBES
    | Flag.PREPOSITION
    | Flag.CONJUNCTION
    | Flag.PRONOUN
    | Flag.AUXILIARY
    | Flag.PASSIVE
    | Flag.ADVERB
    | Flag.DATE
)
"""What names nobody who could expect something."""
_BEHIND_NUMBER = " %)"
"""What may stand between a number and the word behind it."""


class Expected:
    """Finds who expects the numbers of one text."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        words = scan.language.word_set
        self.verbs = words("statistics", "expecting")
        self.nouns = words("statistics", "expectations")
        self.agents = words("statistics", "agents")
        self.brings = words("statistics", "brings")
        self.complementizers = words("quotes", "complementizers")
        self.giving = words("statistics", "giving")
        self.telling = self.verbs | self.giving

    def by(self, first: int, last: int, low: int, high: int) -> tuple[int, int] | None:
        """Give the first and last word of who expects the number in some words of a sentence from ``low`` to ``high``."""
        if not self.verbs:
            return None
        return self._behind(last, high) or self._relative(last, high) or self._owner(first, low)

    def _behind(self, last: int, high: int) -> tuple[int, int] | None:
        """“expected on average by analysts”."""
        scan, index = self.scan, last + 1
        if (
            index >= high
            or scan.words[index] not in self.verbs
            or not scan.flags[index] & Flag.PAST
            or scan.gaps[last].strip(_BEHIND_NUMBER)
        ):
            return None
        agent = next((each for each in range(index + 1, min(index + 1 + _AGENT_WITHIN, high)) if scan.words[each] in self.agents), None)
        return None if agent is None else self._phrase(agent + 1, high)

    def _relative(self, last: int, high: int) -> tuple[int, int] | None:
        """“14.6 per cent analysts had pencilled in”, “95% that doctors say is needed”."""
        scan, index = self.scan, last + 1
        if index >= high or scan.gaps[last].strip(_BEHIND_NUMBER):
            return None
        index += bool(scan.flags[index] & Flag.RELATIVE) or scan.words[index] in self.complementizers
        phrase = self._phrase(index, high)
        if phrase is None or phrase[1] >= high:
            return None
        verb = phrase[1] + 1
        while verb < high and scan.flags[verb] & (Flag.AUXILIARY | Flag.ADVERB):
            verb += 1
        told = scan.words[verb] in self.verbs or (scan.words[verb] in self.giving and verb == phrase[1] + 1 and index > last + 1)
        return phrase if told and scan.gaps[verb - 1] == " " else None

    def _owner(self, first: int, low: int) -> tuple[int, int] | None:
        """“analysts’ forecast for earnings of $1.23”, “market expectations of a 4.4% rise”."""
        scan, index = self.scan, first - 1
        if index > low and scan.flags[index] & Flag.ARTICLE:
            index -= 1
        if index <= low or scan.words[index] not in self.brings:
            return None
        noun = next((each for each in range(index - 1, max(index - _LONGEST_TOPIC, low), -1) if scan.words[each] in self.nouns), None)
        if noun is None or any(scan.gaps[each] != " " for each in range(noun, index)) or scan.flags[noun - 1] & _SMALL:
            return None
        start = noun - 1
        while start > low and scan.capital[start] and scan.capital[start - 1] and scan.gaps[start - 1] == " ":
            start -= 1
        return start, noun - 1

    def _phrase(self, first: int, high: int) -> tuple[int, int] | None:
        """Give a short noun phrase: plain words and names, up to a verb, a preposition or a mark."""
        scan, index = self.scan, first
        while index <= high and index - first < _LONGEST_PHRASE:
            flags = scan.flags[index]
            leads = index == first and flags & DESCRIBES
            verb = flags & (Flag.PAST | Flag.VERB) or scan.words[index] in self.telling
            if not leads and not scan.capital[index] and (flags & _SMALL or verb or not scan.words[index][0].isalpha()):
                break
            index += 1
            if scan.gaps[index - 1] != " ":
                break
        return (first, index - 1) if index > first and not scan.flags[index - 1] & DESCRIBES else None
