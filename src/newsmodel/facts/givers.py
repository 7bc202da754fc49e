"""Who gives a number, where no quotation holds it: “The poll showed that 62 per cent …”, “…, rescue workers said, …”."""

import re
from bisect import bisect_left

from newsmodel.facts.entities import Register
from newsmodel.facts.expected import Expected
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan
from newsmodel.model import Entity, EntityKind, Span

_LONGEST = 12
_LONGEST_BEHIND = 8
_WITHIN = 30
_TOLD_WITHIN = 5
_CITED_WITHIN = 40
_LAST_NAMED = 8
_OUTSIDE = Flag.PASSIVE | Flag.PRONOUN | Flag.RELATIVE
_INSIDE = re.compile(r"[;:()“”\"\n]")


class Givers:
    """Finds those who give the numbers of one text."""

    def __init__(self, scan: Scan, register: Register) -> None:
        """Prepare for a text whose names have been joined."""
        self.scan = scan
        self.register = register
        self.verbs = scan.language.word_set("statistics", "giving") | scan.language.word_set("statistics", "counting")
        words = scan.language.word_set
        self.complementizers = words("quotes", "complementizers")
        self.linking = words("words", "linking") | words("words", "particles_with_article")
        self.genitives = words("words", "genitive_articles")
        self.speaking = words("statistics", "giving_of")
        self.telling = self.verbs | self.speaking
        self.stressed = words("quotes", "stressed")
        self.shared = words("statistics", "shared")
        self.objects = words("statistics", "object_articles")
        self.reports = words("statistics", "report_openers")
        self.compounds = scan.language.words("statistics", "giving_endings")
        self.leads = words("statistics", "giving_prepositions")
        self.pronouns = words("pronouns", "masculine") | words("pronouns", "feminine") | words("pronouns", "plural")
        self.generic = words("statistics", "generic")
        self.infinitives = words("words", "infinitives")
        self.possessives = words("statistics", "possessives")
        self.expectations = words("statistics", "expectations")
        self.expected = Expected(scan)
        self.clause_joiners = words("statistics", "clause_joiners")
        self.sum_verbs = scan.language.word_set("statistics", "giving_sums")

    def of(self, span: Span, *, money: bool) -> Entity | None:
        """Give who the sentence of a number says it is from."""
        if not self.verbs:
            return None
        start, end = self.scan.sentence_at(span.start)
        low, high = self.scan.first_from(start), self.scan.last_before(end)
        first, last = self.scan.first_from(span.start), self.scan.last_before(span.end)
        if self.scan.language.moves_verbs:
            return (
                self._reported(first, high)
                or self._around(low, first, high)
                or self._compound(max(low, first - _CITED_WITHIN), min(high, last + _CITED_WITHIN))
                or self._cited(last, high)
            )
        if expecting := self.expected.by(first, last, low, high):
            return self._named(*expecting)
        clause = self._clause_start(low, first)
        return (
            self._behind(last, high)
            or (self._before(clause, first, self.verbs) if clause > low else None)
            or self._inserted(low, first)
            or self._before(low, first, self.verbs)
            or (self._before(self._behind_opening(low, first), first, self.verbs) if not self.generic else None)
            or (self._before(low, first, self.sum_verbs) if money else None)
            or self._cited(last, high)
        )

    def named(self, words: tuple[int, int | None] | None, high: int) -> Entity | None:
        """Give the entity of words that begin, and may end, at some index."""
        if words is None:
            return None
        first, last = words
        return self._phrase(first, high) if last is None else self._named(first, last)

    def last_named(self, start: int, end: int, kinds: frozenset[EntityKind]) -> Entity | None:
        """Give the last of some kinds that a stretch of text names."""
        last = bisect_left(self.register.mentions, end, key=lambda mention: mention.span.start)
        mentions = self.register.mentions[max(last - _LAST_NAMED, 0) : last]
        for number in range(len(mentions) - 1, -1, -1):
            mention = mentions[number]
            if mention.span.start < start:
                return None
            if number and self.scan.text[mentions[number - 1].span.end : mention.span.start] == " (":
                # "das Robert Koch-Institut (RKI)"
                continue
            if self.register.kind(self.register.of(mention)) in kinds:
                return self.register.entity(self.register.of(mention))
        return None

    def speaks(self, first: int, low: int) -> Entity | None:
        """Read the subject of “die Veranstalter sprachen von 6.000”, whoever else the sentence cites."""
        scan = self.scan
        if not self.speaking or scan.words[first - 1] not in self.shared:
            return None
        start = self._clause_of(low, first)
        verb = next((index for index in range(first - 1, start, -1) if scan.words[index] in self.speaking), None)
        inverted = scan.flags[start] & (Flag.PREPOSITION | Flag.ADVERB | Flag.DATE)
        return None if verb is None or inverted else self._named(start, verb - 1)

    def is_left_open(self, low: int, first: int) -> bool:
        """Tell a verb of those who give numbers whose subject is a pronoun: “Für 2026 erwartet sie 2 Prozent”."""
        scan, start = self.scan, self._clause_of(low, first)
        for index in range(start, first):
            if scan.words[index] in self.verbs and not scan.capital[index]:
                before = index - 1
                while before > start and scan.flags[before] & (Flag.AUXILIARY | Flag.ADVERB):
                    before -= 1
                beside = (before, index + 1) if scan.language.moves_verbs else (before,)
                return any(start <= each < first and self._is_somebody(each) for each in beside)
        if not scan.language.moves_verbs or not any(self._is_somebody(index) for index in range(start, first)):
            return False
        # "im Dezember hatte sie 0,4 Prozent prognostiziert"
        behind = next((index for index in range(first, min(first + _WITHIN, len(scan.words))) if scan.gaps[index].strip(" %°€")), first)
        return scan.words[behind] in self.verbs

    def opening(self, start: int, end: int) -> Entity | None:
        """Read the subject that opens a sentence with a verb of speech: “Das Ministerium kündigte an, …”."""
        scan, low = self.scan, self.scan.first_from(start)
        if scan.flags[low] & (Flag.PREPOSITION | Flag.DATE):
            return None
        words = range(low + 1, min(low + _LONGEST_BEHIND, self.scan.last_before(end)))
        verb = next((index for index in words if self._speaks(index)), None)
        return None if verb is None or any(scan.gaps[index] != " " for index in range(low, verb)) else self._phrase(low, verb - 1)

    def _speaks(self, index: int) -> bool:
        return not self.scan.capital[index] and bool(self.scan.flags[index] & Flag.VERB or self.scan.words[index] in self.verbs)

    def _is_somebody(self, index: int) -> bool:
        return self.scan.words[index] in self.pronouns

    def _clause_of(self, low: int, first: int) -> int:
        """Give where the clause of a number begins: behind the last mark."""
        scan = self.scan
        marked = (index + 1 for index in range(first - 1, low - 1, -1) if scan.gaps[index].strip(" %°€").startswith((",", ";", ":", "–")))
        return next(marked, low)

    def _clause_start(self, low: int, first: int) -> int:
        """Give where the last clause before a number begins: “; …”, “, and …”."""
        scan = self.scan
        for index in range(first - 2, low, -1):
            gap = scan.gaps[index]
            if gap.startswith((";", ":")):
                return index + 1
            if gap == ", " and scan.words[index + 1] in self.clause_joiners:
                return index + 2
        return low

    def _behind_opening(self, low: int, first: int) -> int:
        """Give where the main clause begins behind a circumstance: “Dans un communiqué, l’armée a affirmé …”."""
        if not self.scan.flags[low] & (Flag.PREPOSITION | Flag.DATE):
            return low
        return next((index + 1 for index in range(low, min(low + _LONGEST, first)) if self.scan.gaps[index].startswith(",")), low)

    def _inserted(self, low: int, first: int) -> Entity | None:
        """Read an insertion before the number: “, the commission said on Monday, ahead of …”."""
        scan = self.scan
        for comma in range(low, first - 2):
            if not scan.gaps[comma].lstrip("%").startswith(", "):
                continue
            for index in range(comma + 2, min(comma + _LONGEST_BEHIND, first - 1)):
                if scan.words[index] in self.verbs and self._gives(index):
                    end = index
                    while end < first - 1 and scan.gaps[end] == " " and scan.flags[end + 1] & (Flag.DATE | Flag.PREPOSITION):
                        end += 1
                    return self._named(comma + 1, index - 1) if scan.gaps[end].startswith(",") else None
                if scan.flags[index] & _OUTSIDE or scan.gaps[index].strip() or scan.gaps[index - 1].strip():
                    break
        return None

    def _before(self, low: int, first: int, verbs: frozenset[str]) -> Entity | None:
        """Read a subject that opens the sentence and its verb: “The poll showed that …”."""
        scan, subject, index = self.scan, None, low
        limit = low + _LONGEST
        while index + 1 < min(limit, first):
            index += 1
            if scan.words[index] in self.stressed and scan.gaps[index - 1] == scan.gaps[index] == ", ":
                # "Le Fonds, lui, table sur 2 %"
                subject = index - 1
                continue
            told = scan.words[index] in verbs and (self._gives(index) or self._leads_to(index, first))
            if told or (scan.flags[index] & Flag.VERB and self._tells_that(index, first)):
                return self._named(low, self._subject_end(low, index) if subject is None else subject)
            if subject is None and scan.gaps[index - 1] == ", " and scan.flags[index] & Flag.RELATIVE:
                # "A doctor, who declined to be named, said …"
                subject, index = index - 1, self._insertion_end(index, first)
                limit = index + _LONGEST_BEHIND
                continue
            outside = scan.flags[index] & _OUTSIDE and not scan.flags[index] & Flag.AUXILIARY
            leaning = scan.flags[index] & Flag.AUXILIARY and not scan.flags[index] & Flag.PASSIVE
            if outside or (scan.flags[index] & Flag.PAST and not (scan.flags[index] & Flag.MODIFIER or leaning)):
                return None
            if _INSIDE.search(scan.gaps[index]):
                return None
        return None

    def _leads_to(self, index: int, first: int) -> bool:
        """Tell a verb with its preposition right before a number: “chiffre à 6 milliards”."""
        scan = self.scan
        led = index + 1 < first <= index + 2 and scan.flags[index + 1] & Flag.PREPOSITION
        return bool(led) and not scan.capital[index] and not scan.flags[index - 1] & (Flag.ARTICLE | Flag.DETERMINER)

    def _subject_end(self, low: int, verb: int) -> int:
        """Give the last word of a subject: “Cement makers, for instance, say” and “Friends, rivals and foes say”."""
        if not self.scan.gaps[verb - 1].startswith(",") or self.scan.capital[verb - 1]:
            return verb - 1
        return next((index for index in range(low, verb - 1) if self.scan.gaps[index].startswith(",")), verb - 1)

    def _tells_that(self, index: int, first: int) -> bool:
        """Tell any verb of speech that “that” follows, over whom it is told: “told the radio that”, “countered that”."""
        scan = self.scan
        if (
            not scan.flags[index] & Flag.VERB
            or scan.capital[index]
            or scan.flags[index - 1] & (Flag.PASSIVE | Flag.ARTICLE | Flag.DETERMINER)
        ):
            return False
        for each in range(index + 1, min(index + _TOLD_WITHIN, first)):
            if scan.words[each] in self.complementizers:
                return scan.gaps[each - 1] == " "
            if scan.gaps[each - 1] != " " or not (scan.capital[each] or scan.flags[each] & (Flag.ARTICLE | Flag.DATE | Flag.ROLE)):
                return False
        return False

    def _insertion_end(self, index: int, stop: int) -> int:
        """Give the last word of an insertion that a comma ends, or the last before a number."""
        return next((each for each in range(index, stop) if self.scan.gaps[each].startswith(",")), stop)

    def _cited(self, first: int, high: int) -> Entity | None:
        """Read a source that the sentence cites anywhere: “…, according to the ministry”."""
        scan = self.scan
        cited = scan.language.phrases.source.search(scan.text, scan.ends[first], scan.ends[min(high, first + _CITED_WITHIN)])
        if cited is None or scan.text[cited.start() - 1].isalnum():
            return None
        return self._phrase(scan.first_from(cited.end()), high)

    def _phrase(self, first: int, high: int) -> Entity | None:
        """Give the noun phrase that begins at a word, up to a mark, a date or a verb."""
        scan, last = self.scan, first
        if first > high:
            return None
        while last < high and last - first < _LONGEST_BEHIND and scan.gaps[last] == " " and not self._ends_phrase(last + 1):
            last += 1
        while last > first and scan.flags[last] & (Flag.PREPOSITION | Flag.ARTICLE | Flag.CONJUNCTION):
            last -= 1
        return self._named(first, last)

    def _ends_phrase(self, index: int) -> bool:
        scan = self.scan
        flags = scan.flags[index]
        if self.scan.language.capital_nouns and scan.capital[index - 1] and not scan.capital[index]:
            # "der Grenzschutzagentur Frontex kamen"
            return scan.words[index] not in self.genitives and scan.words[index] not in self.linking
        linked = flags & Flag.PREPOSITION and scan.words[index] not in self.linking
        if flags & Flag.PAST and not flags & Flag.MODIFIER and not scan.capital[index] and self.expected.agents:
            # "according to a report presented by …"
            return True
        verb = flags & (Flag.AUXILIARY | Flag.PASSIVE | Flag.RELATIVE) or scan.words[index] in self.verbs
        return bool(flags & Flag.DATE or linked or (verb and not flags & Flag.ARTICLE) or scan.words[index][0].isdigit()) and not (
            scan.capital[index] and not flags & Flag.DATE
        )

    def _around(self, low: int, first: int, high: int) -> Entity | None:
        """Read the subject of a verb in second place, before or behind it: “Im Mai zählte die Behörde 300 Fälle”."""
        scan, low = self.scan, max(low, first - _CITED_WITHIN)
        if first == low:
            return None
        start = self._clause_of(low, first)
        verbs = self.telling if scan.words[first - 1] in self.shared else self.verbs
        words = range(first - 1, start - 1, -1)
        verb = next((index for index in words if scan.words[index] in verbs and not scan.capital[index]), None)
        verb = verb if verb is not None else next((index for index in words if self._sets(index, first)), None)
        if verb is None and start - 1 > low and (scan.words[start] in self.complementizers or self._has_infinitive(first, high)):
            # "Die Firma kündigte an, bis Mai 300 Leute zu entlassen", "Der Verband schätzt, dass 40 Prozent fehlen"
            begin = self._clause_of(low, start - 1)
            verb = next((index for index in range(begin, start) if self._speaks(index)), None)
            start = begin
        if verb is None:
            return None
        before = scan.flags[start]
        inverted = verb == start or (before & (Flag.PREPOSITION | Flag.ADVERB | Flag.DATE)) or scan.words[start] in self.objects
        return self._phrase(verb + 1, first - 1) if inverted else self._named(start, verb - 1)

    def _has_infinitive(self, first: int, high: int) -> bool:
        return any(self.scan.words[index] in self.infinitives for index in range(first, min(first + _WITHIN, high) + 1))

    def _sets(self, index: int, first: int) -> bool:
        """Tell the verb of “hob sein Kursziel von 21 auf 26 Euro an”: what somebody expects is set by him."""
        scan = self.scan
        owned = index + 2 < first and scan.words[index + 1] in self.possessives and scan.words[index + 2] in self.expectations
        return owned and not scan.capital[index] and not scan.flags[index] & (Flag.PREPOSITION | Flag.CONJUNCTION)

    def _reported(self, first: int, high: int) -> Entity | None:
        """Read what follows a comma and “wie”: “…, wie Daten des Dienstes zeigen”."""
        scan = self.scan
        for index in range(first, min(first + _WITHIN, high - 1)):
            if scan.words[index + 1] not in self.reports or not scan.gaps[index].startswith(","):
                continue
            begin = index + 2
            marked = (each for each in range(begin, min(index + _CITED_WITHIN, high) + 1) if scan.gaps[each] != " ")
            end = next(marked, high)
            if scan.words[end] in self.verbs or scan.flags[end] & Flag.VERB:
                while begin < end and scan.flags[begin] & Flag.PREPOSITION:
                    begin += 1
                # "aus dem am Donnerstag vorgelegten Geschäftsbericht"
                return self._phrase(begin, end - 1) or (self._named(end - 1, end - 1) if scan.capital[end - 1] else None)
        return None

    def _compound(self, low: int, high: int) -> Entity | None:
        """Read “nach Behördenangaben”, which holds its source."""
        scan = self.scan
        for index in range(low + 1, high + 1):
            word = scan.words[index]
            if scan.capital[index] and word.endswith(self.compounds) and word not in self.compounds and scan.words[index - 1] in self.leads:
                return self._named(index, index)
        return None

    def _behind(self, last: int, high: int) -> Entity | None:
        """Read what follows a comma and ends with a verb of saying: “…, rescue workers said”."""
        scan = self.scan
        for comma in range(min(high, last + _WITHIN), last - 1, -1):
            if not scan.gaps[comma].lstrip("%").startswith(",") or comma + 1 > high:
                continue
            for index in range(comma + 1, min(comma + _LONGEST_BEHIND, high) + 1):
                told = scan.words[index] in self.verbs or (scan.flags[index] & Flag.ADDRESSING and self._is_told(index, high))
                if told and index > comma + 1 and self._gives(index):
                    ends = (
                        index == high
                        or scan.gaps[index] != " "
                        or self._is_told(index, high)
                        or scan.flags[index + 1] & (Flag.PREPOSITION | Flag.DATE)
                    )
                    return self._named(comma + 1, index - 1) if ends else None
                if scan.flags[index] & _OUTSIDE or _INSIDE.search(scan.gaps[index]) or scan.gaps[index].startswith(","):
                    break
        return None

    def _is_told(self, index: int, high: int) -> bool:
        """Tell “told Reuters” at a mark."""
        follower = index + 1
        return follower <= high and self.scan.capital[follower] and (follower == high or self.scan.gaps[follower] != " ")

    def _gives(self, index: int) -> bool:
        """Tell the verb of “the poll shows” from “the show”, “was reported” and “found in a bag”."""
        scan, before, after = self.scan, index - 1, index + 1
        if scan.capital[index] or scan.flags[before] & (Flag.ARTICLE | Flag.DETERMINER):
            return False
        if scan.flags[before] & Flag.PASSIVE and scan.flags[index] & Flag.PAST:
            return False
        if scan.words[index] in self.expected.nouns and scan.flags[before] & (Flag.QUANTITY | Flag.MEASURE):
            # "raised its growth forecast to 4.3%"
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
        mention = self.register.by_last.get(last)
        if (
            mention is not None
            and mention.first >= first
            and not any(scan.flags[index] & Flag.PREPOSITION for index in range(first, mention.first))
        ):
            return self.register.entity(self.register.of(mention))
        if (
            first > last
            or (first == last and scan.flags[first] & Flag.FUNCTION)
            or (scan.flags[first] & Flag.PAST and not scan.capital[first])
        ):
            return None
        if scan.flags[first] & (Flag.PRONOUN | Flag.PREPOSITION | Flag.DATE) or scan.words[first][0].isdigit():
            return None
        span = Span(scan.starts[first], scan.ends[last])
        return Entity(name=" ".join(span.of(scan.text).split()), kind=EntityKind.UNKNOWN, mentions=(span,))
