"""Verbs that no list holds, told by their form and their place in the clause."""

from functools import lru_cache

from attrs import frozen

from newsmodel.facts.language import Flag, Language
from newsmodel.facts.scan import Scan

_BEFORE_VERB = " \u00a0)“”»\"'"
"""What may stand between the subject and the verb: a blank, and marks or brackets that close."""
_SHORTEST = 4
"""Letters of the shortest verb that is told by its ending."""
_CLITICS = 2
"""Words that a pronoun has before its verb: « ils se le disent »."""
_BEHIND = Flag.ARTICLE | Flag.DETERMINER | Flag.PREPOSITION | Flag.PRONOUN | Flag.ADVERB | Flag.DATE
_LEADING = Flag.ARTICLE | Flag.DETERMINER | Flag.PREPOSITION | Flag.CONJUNCTION | Flag.ADVERB


@frozen(kw_only=True)
class _Endings:
    """What a language file tells of the forms of verbs."""

    future: tuple[str, ...]
    present: tuple[str, ...]
    prefixes: tuple[str, ...]
    reported: tuple[str, ...]
    not_present: frozenset[str]
    infinitives: frozenset[str]
    final: frozenset[str]
    subjects: frozenset[str]
    clitics: frozenset[str]


@lru_cache(maxsize=64)
def _endings(language: Language) -> _Endings:
    words = language.word_set
    return _Endings(
        future=language.words("dates", "future_endings"),
        present=(*language.words("dates", "present_endings"), *language.words("dates", "present_plural_endings")),
        prefixes=language.words("dates", "participle_prefixes"),
        reported=language.words("quotes", "reported_endings"),
        not_present=words("dates", "not_present"),
        infinitives=words("words", "infinitives"),
        final=words("quotes", "verb_final"),
        subjects=words("pronouns", "masculine") | words("pronouns", "feminine") | words("pronouns", "plural"),
        clitics=words("statistics", "clitics"),
    )


class Formed:
    """Tells the finite verbs of one text that are in no list, for clauses that have no other verb."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.known = _endings(scan.language)
        self.moves_verbs = scan.language.moves_verbs

    def any_in(self, words: range) -> bool:
        """Tell whether one of the words of a clause is a verb by its form and place."""
        if not words:
            return False
        if self.moves_verbs:
            return any(self.stands_second(index) for index in words) or self._closes(words)
        if self._opens_planned(words.start) or (self.known.future and any(map(self._is_future, words))):
            return True
        spoken = self.scan.words[words.start : words.stop]
        return not self.known.subjects.isdisjoint(spoken) and any(self._is_followed(index, words.stop) for index in words)

    def _is_plain(self, index: int) -> bool:
        """Tell a word that the language file says nothing of, but that it may be a verb."""
        scan = self.scan
        return not scan.flags[index] & ~Flag.FINITE and not scan.capital[index] and scan.words[index][0].isalpha()

    def _is_present(self, index: int) -> bool:
        """Tell “beraten” by its ending from “geraten” and other participles."""
        word = self.scan.words[index]
        if not word.endswith(self.known.present) or self.scan.capital[index] or len(word) < _SHORTEST:
            return False
        return not word.startswith(self.known.prefixes) and word not in self.known.not_present and self._is_plain(index)

    def stands_second(self, index: int) -> bool:
        """Tell “Die Länder beraten am Montag”: a noun or pronoun stands before it, and behind it begins what is no noun of an adjective."""
        scan, before, follower = self.scan, index - 1, index + 1
        if not self._is_present(index) or before < 0 or follower >= len(scan):
            return False
        if scan.gaps[index] != " " or scan.gaps[before].strip(_BEFORE_VERB):
            return False
        return bool(self._is_subject(before) and scan.flags[follower] & _BEHIND) and scan.words[follower] not in self.known.infinitives

    def is_reported(self, index: int) -> bool:
        """Tell “das Bad schließe bald” by the mood of its verb, right behind its subject."""
        scan, before, follower = self.scan, index - 1, index + 1
        if not self.known.reported or before < 0 or not self._is_plain(index) or len(scan.words[index]) < _SHORTEST:
            return False
        if not scan.words[index].endswith(self.known.reported) or scan.gaps[before].strip(_BEFORE_VERB):
            return False
        return self._is_subject(before) and (follower >= len(scan) or scan.gaps[index] != " " or not scan.capital[follower])

    def _is_subject(self, index: int) -> bool:
        """Tell a pronoun or the end of a noun phrase, where nouns are capital, before a verb."""
        flags = self.scan.flags[index]
        return bool(flags & Flag.PRONOUN) or (self.scan.capital[index] and not flags & _LEADING)

    def _closes(self, words: range) -> bool:
        """Tell “…, weil sie am Montag beraten”: the last word of a clause whose verb stands at its end."""
        scan = self.scan
        opens = scan.words[words.start] in self.known.final or scan.flags[words.start] & Flag.RELATIVE
        return bool(opens) and words.start > 0 and scan.gaps[words.start - 1].startswith(",") and self._is_present(words[-1])

    def _is_future(self, index: int) -> bool:
        """Tell « débattra » by its ending."""
        word = self.scan.words[index]
        return bool(self.known.future) and len(word) > _SHORTEST and word.endswith(self.known.future) and self._is_plain(index)

    def _is_followed(self, subject: int, stop: int) -> bool:
        """Tell “they discover” by the pronoun before the verb."""
        scan = self.scan
        if scan.words[subject] not in self.known.subjects:
            return False
        for index in range(subject + 1, min(subject + 2 + _CLITICS, stop)):
            if scan.gaps[index - 1] not in (" ", "’", "'"):
                return False
            if self._is_plain(index):
                return True
            if scan.words[index] not in self.known.clitics:
                return False
        return False

    def _opens_planned(self, first: int) -> bool:
        """Tell “…, due on 3 March,” and « …, prévue le 3 mars, »: what is planned stands right behind a comma."""
        scan = self.scan
        planned = scan.flags[first] & Flag.FUTURE and not scan.flags[first] & (Flag.AUXILIARY | Flag.FUNCTION)
        return bool(planned) and first > 0 and scan.gaps[first - 1].startswith(",") and not scan.capital[first]
