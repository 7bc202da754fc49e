"""Reports beside the clause of a number: « …, ont précisé les pompiers », „…, teilte eine Sprecherin mit“, „nach eigenen Angaben“."""

import re
from functools import lru_cache

from newsmodel.facts.language import Flag, Language
from newsmodel.facts.patterns import NOTHING, phrase_pattern
from newsmodel.facts.scan import Scan

_INSERTED_WITHIN = 34
_ADDRESSED = 6
_AGENT_WITHIN = 10
_SURVEY_WITHIN = 14
_LEANING = Flag.AUXILIARY | Flag.PASSIVE
Words = tuple[int, int | None]
"""The first word of somebody's description, and the last one where it is known."""


class Reports:
    """Finds the words for those who report the numbers of one text, where these rules know its language."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        self._read: tuple[int, list[int]] | None = None
        words = scan.language.word_set
        self.verbs = words("statistics", "giving") | words("statistics", "attributing")
        self.pronouns = words("pronouns", "masculine") | words("pronouns", "feminine") | words("pronouns", "plural")
        self.impersonal = words("quotes", "impersonal")
        self.neuter = words("pronouns", "neuter")
        self.emerging = words("statistics", "emerging")
        self.agents = words("statistics", "agents")
        self.pointing = words("statistics", "pointing")
        self.surveys = words("statistics", "surveys")
        self.owning = words("words", "genitive_articles") | words("words", "particles_with_article")
        self.phrases = _phrases(scan.language)
        self._found: tuple[int, dict[str, tuple[int, int]]] | None = None
        self.active = bool(scan.language.words("statistics", "back"))

    def goes_on(self, start: int, end: int) -> bool:
        """Tell a sentence that says of itself that it goes on with a report: “Demnach …”, “…, selon la même source”."""
        return "back" in self._told(start, end)

    def _told(self, start: int, end: int) -> dict[str, tuple[int, int]]:
        """Give where the first phrase of each kind stands in a sentence, read once for all its numbers."""
        if self._found is None or self._found[0] != start:
            found: dict[str, tuple[int, int]] = {}
            for match in self.phrases.finditer(self.scan.text, start, end):
                found.setdefault(match.lastgroup or "", match.span())
            self._found = start, found
        return self._found[1]

    def refers_back(self, start: int, end: int) -> bool:
        """Tell a sentence that somebody says who is only a pronoun in it: “…, a-t-il précisé”."""
        low, high = self.scan.first_from(start), self.scan.last_before(end)
        return any(self._said_by_pronoun(index + 1, high) for index in self._insertions(low, high))

    def _insertions(self, low: int, high: int) -> list[int]:
        """Give the words of a sentence behind which insertions begin, read once for all its numbers."""
        if self._read is None or self._read[0] != low:
            gaps = self.scan.gaps
            self._read = low, [index for index in range(low, high) if "," in gaps[index] and self._is_inserted(index, high)]
        return self._read[1]

    def _is_inserted(self, index: int, high: int) -> bool:
        """Tell a word behind which an insertion with its verb first begins."""
        scan = self.scan
        if index >= high or not scan.gaps[index].lstrip("»”“\"' %\u00a0").startswith(","):
            return False
        first = index + 1
        leaning = scan.flags[first] & Flag.AUXILIARY and not scan.language.moves_verbs
        return not scan.capital[first] and bool(leaning or self._is_told(first) or scan.words[first] in self.emerging)

    def _is_told(self, index: int) -> bool:
        return not self.scan.capital[index] and bool(self.scan.flags[index] & Flag.VERB or self.scan.words[index] in self.verbs)

    def _said_by_pronoun(self, index: int, high: int) -> bool:
        """Tell “a-t-il précisé” and “sagte sie”."""
        scan, follower = self.scan, index + 1
        if follower > high or scan.words[follower] not in self.pronouns:
            return False
        if scan.flags[index] & Flag.AUXILIARY and not scan.flags[index] & Flag.VERB:
            return follower + 1 <= high and self._is_told(follower + 1)
        return scan.words[index] not in self.emerging

    def inserted(self, first: int, low: int, high: int) -> Words | None:
        """Find who speaks in an insertion with its verb first, in the sentence from ``low`` to ``high`` of the number at ``first``."""
        scan = self.scan
        for index in self._insertions(low, high):
            if abs(index - first) > _INSERTED_WITHIN:
                continue
            found = self._speaker(index + 1, high)
            # "« … », raconte une femme, réfugiée avec ses 3 enfants": what is told behind a quotation is nobody's report.
            before = index < first and (not scan.gaps[index].startswith(",") or not self._closes(index + 1, first))
            if found is not None and not before:
                return found
        return None

    def _closes(self, index: int, first: int) -> bool:
        """Tell whether an insertion ends before a number."""
        return any(self.scan.gaps[each].startswith(",") for each in range(index, first))

    def _speaker(self, index: int, high: int) -> Words | None:
        scan = self.scan
        if scan.words[index] in self.emerging:
            return self._emerged(index, high)
        told = index
        if not self._is_told(told):
            told += 1
            if told <= high and scan.words[told] in self.impersonal:
                # "a-t-on appris de source médicale"
                return (told + 3, None) if told + 3 <= high and scan.flags[told + 2] & Flag.PREPOSITION else None
            while told < high and scan.flags[told] & (Flag.ADVERB | Flag.AUXILIARY):
                told += 1
            if told > high or not self._is_told(told):
                return None
        return self._behind_verb(told, high)

    def _behind_verb(self, verb: int, high: int) -> Words | None:
        """Skip who is told, when and where: “a indiqué à Reuters une source”, “ont précisé mardi sur la radio les pompiers”."""
        scan, index = self.scan, verb + 1
        while index <= min(high, verb + _ADDRESSED) and scan.gaps[index - 1] == " ":
            flags = scan.flags[index]
            if flags & Flag.PREPOSITION and not scan.capital[index]:
                index += 1
                while index < high and scan.flags[index] & Flag.ARTICLE:
                    index += 1
                while index < high and scan.capital[index] and scan.gaps[index] == " ":
                    index += 1
                if not scan.capital[index - 1]:
                    return None
            elif flags & Flag.DATE or (flags & Flag.ADVERB and not flags & Flag.ARTICLE):
                index += 1
            elif flags & (Flag.PRONOUN | Flag.RELATIVE | _LEANING) and not flags & (Flag.ARTICLE | Flag.DETERMINER):
                return None
            else:
                return (index, None) if flags & (Flag.ARTICLE | Flag.DETERMINER | Flag.PHRASE) or scan.capital[index] else None
        return None

    def _emerged(self, index: int, high: int) -> Words | None:
        """Read “ressort-il du bilan publié par l'institut”: who has published it, or else what it is."""
        scan, stop = self.scan, min(index + _AGENT_WITHIN, high)
        preposition = next((each for each in range(index + 1, stop) if scan.flags[each] & Flag.PREPOSITION), None)
        if preposition is None:
            return None
        agent = next((each + 1 for each in range(preposition + 1, stop) if scan.words[each] in self.agents), None)
        return (preposition + 1 if agent is None else agent, None)

    def cited(self, start: int, end: int) -> Words | None:
        """Find whom a sentence cites by words that bring no speech: “à en croire un policier”, “nach Zahlen der Agentur”."""
        found = self._told(start, end).get("citing")
        return None if found is None else (self.scan.first_from(found[1]), None)

    def follows(self, end: int) -> Words | None:
        """Find who speaks in a sentence that only says who has told the one before it: “Das teilte der Zivilschutz mit”."""
        scan = self.scan
        first = scan.first_from(end)
        high = min(first + _ADDRESSED, len(scan.words) - 1)
        if first + 2 > high or scan.words[first] not in self.pointing or not scan.capital[first] or "\n" in scan.gaps[first - 1]:
            return None
        return self._behind_verb(first + 1, high) if self._is_told(first + 1) else None

    def counting(self, first: int, start: int, end: int) -> Words | None:
        """Find those who give a number of their own: “Die Polizei hatte nach eigenen Angaben 31 Personen festgenommen”."""
        scan = self.scan
        found = self._told(start, end).get("own_figures")
        if found is None:
            return None
        low, at = scan.first_from(start), scan.first_from(found[0])
        begin = next((index + 1 for index in range(min(at, first) - 1, low - 1, -1) if scan.gaps[index].startswith((",", ";", ":"))), low)
        if begin > low and scan.flags[begin] & Flag.RELATIVE and begin + 1 == at:
            # "Der Verband, der nach eigenen Angaben …"
            noun = begin - 1
            while noun > low and scan.capital[noun - 1] and scan.gaps[noun - 1] == " ":
                noun -= 1
            return noun, begin - 1
        verb = next((index for index in range(begin, at) if scan.is_finite(index) or scan.flags[index] & Flag.VERB), None)
        if verb is None:
            return None
        inverted = verb == begin or scan.flags[begin] & (Flag.PREPOSITION | Flag.DATE | Flag.ADVERB)
        return (verb + 1, at - 1) if inverted and verb + 1 < at else (begin, verb - 1) if verb > begin else None

    def surveyed(self, first: int, low: int) -> Words | None:
        """Find who has asked: “in einer Umfrage der Agentur waren es 19”."""
        scan = self.scan
        for index in range(first - 2, max(first - _SURVEY_WITHIN, low), -1):
            if scan.gaps[index].startswith((";", ":")):
                return None
            if scan.words[index] in self.surveys and scan.gaps[index] == " " and scan.words[index + 1] in self.owning:
                return index + 2, None
        return None

    def is_pronoun(self, index: int) -> bool:
        """Tell a pronoun that can mean somebody who speaks."""
        return self.scan.words[index] in self.pronouns and self.scan.words[index] not in self.neuter


@lru_cache(maxsize=64)
def _phrases(language: Language) -> re.Pattern[str]:
    """Compile the phrases that tell of reports, a group for each kind."""
    kinds = {kind: language.words("statistics", kind) for kind in ("own_figures", "back", "citing")}
    groups = "|".join(rf"(?P<{kind}>{phrase_pattern(phrases).pattern})" for kind, phrases in kinds.items() if phrases)
    return re.compile(rf"(?<!\w)(?:{groups or NOTHING})", re.IGNORECASE)
