"""The side of an incomplete date: whether its sentence tells of what was or of what is to come."""

from newsmodel.facts.formed import Formed
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

_WITHIN = 25
_UNVERBAL = Flag.ARTICLE | Flag.PREPOSITION | Flag.DETERMINER | Flag.NUMBER | Flag.CONJUNCTION | Flag.ADVERB | Flag.AUXILIARY
"""What stands before a noun or infinitive, and before no verb in the present tense."""


class Tenses:
    """Reads the tense of the sentences of one text."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        language = scan.language
        self.ahead = language.word_set("dates", "ahead")
        self.perfect_infinitives = language.word_set("dates", "perfect_infinitives")
        self.since = language.word_set("dates", "since")
        self.until = language.word_set("dates", "until")
        self.bare = language.word_set("dates", "bare")
        self.present = language.word_set("dates", "present")
        self.present_passive = language.word_set("dates", "present_passive")
        self.dating = language.word_set("dates", "dating")
        self.copular = self.dating | self.present_passive
        self.impending = language.word_set("dates", "impending")
        self.infinitives = language.word_set("words", "infinitives")
        self.formed = Formed(scan) if language.moves_verbs else None
        self.reflexive = language.word_set("pronouns", "reflexive")
        self.moves_verbs = language.moves_verbs
        self.not_present = language.word_set("dates", "not_present")
        self.present_endings = language.words("dates", "present_endings")
        self.future_endings = language.words("dates", "future_endings")
        self.prefixes = language.words("dates", "participle_prefixes")

    def of(self, position: int, stop: int) -> int:
        """Tell the side of an incomplete date by the verb nearest before it, else after it, in its sentence: -1, 1, or 0 if none tells."""
        scan = self.scan
        start, end = scan.sentence_at(position)
        here, opening = scan.first_from(position), scan.first_from(start)
        if here > opening + 1 and (scan.words[here - 1] in self.until or f"{scan.words[here - 2]} {scan.words[here - 1]}" in self.until):
            return 1
        led = here - 1 if here > opening and scan.flags[here - 1] & (Flag.ARTICLE | Flag.DETERMINER) else here
        if led > opening and scan.words[led - 1] in self.since:
            return -1
        before = range(here - 1, max(opening, here - _WITHIN) - 1, -1)
        after = range(here + 1, min(scan.first_from(end), here + _WITHIN))
        if self._is_present_passive(before):
            return 1
        opens = here <= opening + 1
        if not self.impending.isdisjoint(scan.words[max(led - 1, opening) : here]):
            # "wurde bis Montag verlängert", but "Bis Montag waren alle gerettet"
            return self._told(range(0), after, opens=opens) or 1
        clause = self._clause(before, here)
        if clause != before:
            # "…, which the court hears in May": where verbs move, what other clauses tell comes last.
            side = self._told(clause, after, opens=False) or int(self._is_present(clause, scan.first_from(stop), after.stop))
            if side or self._is_planned(after):
                return side or 1
        if side := self._told(before, after, opens=opens):
            return side
        return int(self._is_present(before, scan.first_from(stop), after.stop) or self._is_copular(before))

    def _clause(self, before: range, here: int) -> range:
        """Cut the words before a date to those of its own clause, where verbs can stand at the end of theirs."""
        if not self.moves_verbs:
            return before
        comma = next((index for index in before if index + 1 < here and self.scan.gaps[index].startswith(",")), None)
        return before if comma is None else range(before.start, comma, -1)

    def _is_planned(self, after: range) -> bool:
        """Tell “kündigte an, die Steuer zum 1. Januar zu senken”: the infinitive of the date’s own clause."""
        scan = self.scan
        for index in after:
            if scan.words[index] in self.infinitives and scan.gaps[index] == " " and index + 1 < len(scan) and not scan.capital[index + 1]:
                return not scan.flags[index + 1] & ~Flag.FINITE and scan.gaps[index + 1][:1] in (".", ",", ";")
            if scan.gaps[index].startswith(","):
                break
        return False

    def _told(self, before: range, after: range, *, opens: bool) -> int:
        """Tell the side by the nearest verb before a date, else behind it: what stands behind a comma tells it where the date ``opens``."""
        for words in (before, after):
            for index in words:
                if words is after and index > after.start and not opens and self.scan.gaps[index - 1].startswith(","):
                    break
                if side := self._side(index, reported=words is before):
                    return -1 if side > 0 and words is before and self._is_perfect(after) else side
        return 0

    def _is_copular(self, before: range) -> bool:
        """Tell “the next hearing is on 5 May” from “profit is up from May”: nothing else tells a tense, and no comma stands between."""
        scan = self.scan
        if not before or scan.words[before.start] not in self.copular:
            return False
        for index in before:
            if scan.gaps[index].strip() and scan.gaps[index][:1] not in ("’", "'"):
                return False
            if scan.words[index] in self.present_passive:
                return True
        return False

    def _is_perfect(self, after: range) -> bool:
        """Tell “soll am Montag das Feuer gelegt haben”: an infinitive of what has been ends the clause."""
        scan = self.scan
        closing = next((index for index in after if scan.gaps[index][:1] in (".", ",", ";")), None)
        return closing is not None and scan.words[closing] in self.perfect_infinitives

    def _is_thing(self, index: int) -> bool:
        """Tell “attacked the plan on Monday” from “the planned vote on Monday” and “plans to vote on Monday”."""
        scan, after = self.scan, index + 1
        led = index > 0 and scan.flags[index - 1] & (Flag.ARTICLE | Flag.DETERMINER) and not scan.flags[index] & Flag.AUXILIARY
        ends = after >= len(scan) or scan.gaps[index] != " " or scan.flags[after] & Flag.PREPOSITION
        return bool(led and ends and (after >= len(scan) or scan.words[after] not in self.infinitives))

    def _side(self, index: int, *, reported: bool) -> int:
        """Tell the side on which one word puts a date."""
        scan = self.scan
        flags = scan.flags[index]
        if scan.capital[index] and (not flags & Flag.FUTURE or flags & Flag.DATE):
            return 0
        if (flags & Flag.FUTURE and not self._is_thing(index)) or self._leads_ahead(index) or self._is_future(index):
            return 1
        # What somebody's words or report are dated by has been.
        if flags & Flag.SOURCE and reported and not flags & (Flag.PREPOSITION | Flag.CONJUNCTION):
            return -1
        return -1 if flags & Flag.PAST and not flags & Flag.MODIFIER and not self._is_bare(index) else 0

    def _is_future(self, index: int) -> bool:
        """Tell a future tense by its ending: “déposerons”."""
        return bool(self.future_endings) and not self.scan.flags[index] and self.scan.words[index].endswith(self.future_endings)

    def _leads_ahead(self, index: int) -> bool:
        return (
            bool(self.ahead) and index + 1 < len(self.scan.words) and f"{self.scan.words[index]} {self.scan.words[index + 1]}" in self.ahead
        )

    def _is_bare(self, index: int) -> bool:
        """Tell a participle that is no past tense: “will be presented”."""
        scan, before = self.scan, index - 1
        while before > 0 and scan.flags[before] & Flag.ADVERB and scan.gaps[before] == " ":
            before -= 1
        return before >= 0 and scan.words[before] in self.bare

    def _is_present_passive(self, before: range) -> bool:
        """Tell “ground is broken in August”: a passive in the present tense right before the date."""
        scan = self.scan
        last = next((index for index in before if not scan.flags[index] & (Flag.PREPOSITION | Flag.ARTICLE)), None)
        if (
            last is None
            or last == before.stop + 1
            or scan.words[before.start] not in self.dating
            or not scan.flags[last] & (Flag.PAST | Flag.MEASURE)
        ):
            return False
        return bool(scan.flags[last - 1] & Flag.PASSIVE) and scan.words[last - 1] in self.present_passive

    def _is_present(self, before: range, behind: int, stop: int) -> bool:
        """Tell “the storm moves east on Friday”: a verb in the present tense, where nothing else tells a tense."""
        scan = self.scan
        if self.present:
            after = range(behind, min(stop, behind + _WITHIN))
            for index in (*before, *after):
                if scan.words[index] in self.present and not scan.capital[index] and index > 0 and not scan.flags[index - 1] & _UNVERBAL:
                    return True
                if index >= behind and scan.gaps[index].startswith(","):
                    break
        if not self.present_endings or any(scan.flags[index] & Flag.AUXILIARY for index in (*before, *range(behind, stop))):
            return False
        if self.formed is not None and any(map(self.formed.stands_second, before)):
            return True
        small = Flag.PREPOSITION | Flag.ARTICLE
        last = next((i for i in before if not scan.flags[i] & small and scan.words[i] not in self.reflexive), None)
        return (last is not None and self._looks_present(last)) or (last is None and behind < stop and self._looks_present(behind))

    def _looks_present(self, index: int) -> bool:
        """Tell a verb in the present tense by its ending: “reist”."""
        scan = self.scan
        word = scan.words[index]
        plain = not scan.flags[index] & ~Flag.FINITE and not scan.capital[index] and word not in self.not_present
        return plain and word.endswith(self.present_endings) and not word.startswith(self.prefixes)
