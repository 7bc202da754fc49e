"""The verb and the subject of a number's clause, where the verb stands in second place and what belongs to it at the end."""

from newsmodel.facts.amounts import Place
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

_PIECES = 2
_CLAUSE_WITHIN = 40
"""Words of a clause before or behind a number that are looked at."""
_PREFIXED = 6
"""So near to its beginning a participle shows what marks it, behind what parts from the verb: “mitgemacht”."""
_VALUE_WITHIN = 4
_SHORTEST_AMOUNT = 4
"""So long are the nouns of amount that longer ones end with: the “preis” of “Benzinpreis”."""
_GENITIVE = 2
"""From a noun back to what it belongs to, over its article."""
_NOT_VERBAL = (
    Flag.FUNCTION
    | Flag.ADVERB
    | Flag.PREPOSITION
    | Flag.CONJUNCTION
    | Flag.PRONOUN
    | Flag.ARTICLE
    | Flag.DETERMINER
    | Flag.NUMBER
    | Flag.DATE
    | Flag.AUXILIARY
    | Flag.PASSIVE
)
_LEANING = Flag.AUXILIARY | Flag.PASSIVE


class Clauses:
    """Reads the clauses of one text whose language moves its verbs."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        self._bounded: tuple[Place, tuple[int, int]] | None = None
        words = scan.language.word_set
        self.lying = words("statistics", "lying")
        self.lying_with = words("statistics", "lying_with")
        self.having = words("statistics", "having")
        self.amounts = tuple(word for word in words("statistics", "quantities") if len(word) >= _SHORTEST_AMOUNT)
        self.attributing = words("statistics", "attributing")
        self.reporting = words("events", "reporting") | self.attributing
        self.reflexives = words("statistics", "reflexives")
        self.adverbs = scan.language.words("words", "adverb_endings")
        self.reaching = words("statistics", "reaching") | words("statistics", "standing")
        self.light = words("statistics", "light")
        self.former = words("statistics", "former")
        self.changing = words("statistics", "changing")
        self.shared = words("statistics", "shared")
        self.vague = words("statistics", "vague")
        self.within = words("statistics", "within")
        self.comparing = words("statistics", "than") | words("statistics", "former_behind")
        self.genitives = words("words", "genitive_articles")
        self.participles = scan.language.words("dates", "participle_prefixes")
        self.infinitives = words("words", "infinitives")
        self.more = words("statistics", "more")
        self.present = scan.language.words("dates", "present_endings")
        self.plural = scan.language.words("dates", "present_plural_endings")
        self.not_present = words("dates", "not_present")

    def bounds(self, place: Place) -> tuple[int, int]:
        """Give the first and the last word of the clause of a number, over what stands between two commas on its way to a verb."""
        if self._bounded is None or self._bounded[0] is not place:
            # Several rules ask for them in turn.
            self._bounded = place, self._bounds(place)
        return self._bounded[1]

    def _bounds(self, place: Place) -> tuple[int, int]:
        low, high = self._before(place.first, place.low), self._behind(place.last, place.high)
        for _ in range(_PIECES):
            if self._has_verb(low, place.first - 1) or self._has_verb(place.last + 1, high):
                break
            further = self._before(low - 1, place.low) if low > place.low else low
            if further == low or self.scan.gaps[low - 1].strip(" ") != ",":
                break
            low = further
        return low, high

    def verb(self, place: Place) -> int | None:
        """Find what happened: the word that closes the clause, else its verb in second place."""
        low, high = self.bounds(place)
        closing = self._closing(place.last + 1, high)
        if closing is None and not self._has_verb(low, high):
            closing = self._over_insertion(high, place.high)
        if closing is not None and (self._leans(low, high) or self._is_strong(closing)):
            return self._fate(closing, low)
        if self._is_fate(high) and high > place.last:
            return high
        before = (index for index in range(place.first - 1, low - 1, -1) if self._is_main(index, place.first))
        behind = (index for index in range(place.last + 1, high + 1) if self._is_main(index, place.first))
        main = next(before, None) or next(behind, None)
        opened = self.scan.flags[place.first - 1] & _LEANING and place.first - 2 >= low
        main = closing if main is None else main
        return place.first - 2 if main is None and opened and (self._is_verbal(place.first - 2) or self._opens(place.first - 2)) else main

    def _opens(self, index: int) -> bool:
        """Tell the participle that opens a sentence: “Geplant sind 300 Wohnungen”."""
        scan, word = self.scan, self.scan.words[index]
        opens = scan.starts[index] == scan.sentence_at(scan.starts[index])[0]
        marked = any(prefix in word[:_PREFIXED] for prefix in self.participles) and not scan.flags[index] & _NOT_VERBAL
        return opens and marked and word.endswith((*self.present, *self.plural))

    def _leans(self, low: int, high: int) -> bool:
        """Tell whether an auxiliary stands in a clause, so that what closes it is its verb or what somebody is."""
        return any(self.scan.flags[index] & _LEANING and not self.scan.capital[index] for index in range(low, high + 1))

    def _is_strong(self, closing: int) -> bool:
        """Tell “besetzt” of “hält ein Fünftel besetzt” from the “fest” of “nahm zwölf Männer fest”."""
        word = self.scan.words[closing]
        known = self.scan.flags[closing] & (Flag.MEASURE | Flag.PAST | Flag.FINITE)
        return bool(known) or (len(word) > _PREFIXED and word.endswith((*self.present, *self.plural)))

    def _over_insertion(self, high: int, end: int) -> int | None:
        """Find the closing word behind an insertion: “zwei Männer, die geflohen waren, wurden gefasst”."""
        if high >= end or self.scan.gaps[high].strip() != ",":
            return None
        inserted = self._behind(high + 1, end)
        if inserted >= end or self.scan.gaps[inserted] != ", ":
            return None
        first = inserted + 1
        closing = self._closing(first, self._behind(first, end))
        return first if closing is None and self._is_main(first, first) else closing

    def _fate(self, closing: int, low: int) -> int:
        """Take of “ums Leben gekommen” the noun that says what happened."""
        return closing - 1 if closing - 1 > low and self._is_fate(closing - 1) else closing

    def _is_fate(self, noun: int) -> bool:
        scan = self.scan
        return scan.capital[noun] and bool(scan.flags[noun] & Flag.MEASURE and scan.flags[noun - 1] & Flag.PREPOSITION)

    def noun_beside(self, place: Place) -> int | None:
        """Find the noun right behind an amount or before its preposition: “71 Prozent Ballbesitz”, “eine Auflage von 12.000 Euro”."""
        scan, index = self.scan, place.last + 1
        if index < place.high and scan.words[index] in self.within and scan.gaps[place.last].strip(" %") == "":
            index += 1
        if (
            index <= place.high
            and scan.words[index] in self.more
            and scan.words[place.first - 1] not in self.lying_with
            and not self._reached_by(place)
            and scan.gaps[index - 1].strip(" %") == ""
        ):
            return index
        if index <= place.high and self._is_noun(index) and scan.gaps[index - 1].strip(" %€$") == "":
            return index
        return self.noun_before(place)

    def noun_before(self, place: Place) -> int | None:
        """Find the noun of “eine Sammlung von 120 Werken”, where it says more than a number does."""
        scan, index = self.scan, place.first - 1
        if index <= place.low or scan.words[index] not in self.shared or scan.gaps[index - 1] != " ":
            return None
        noun = self._head(index - 1, place.low)
        return noun if self._is_noun(noun) and scan.words[noun] not in self.vague else None

    def subject(self, place: Place) -> int | None:
        """Find what has reached an amount: “die Ausfuhren sanken im Mai um 4 Prozent auf 5 Milliarden”."""
        scan = self.scan
        reached = self._reached_by(place)
        if not reached:
            return None
        shared = place.last + 2
        if shared <= place.high and scan.words[shared - 1] in self.genitives and scan.flags[shared] & Flag.QUANTITY:
            # "kam auf 34 Prozent der Stimmen"
            return shared
        low, _ = self.bounds(place)
        if self._follows_pronoun(reached - 1, low):
            # "die hohe Inflation – im März lag sie bei 5,9 Prozent"
            named = (index for index in range(reached - 3, place.low - 1, -1) if self._is_noun(index) and self._is_amount(index))
            return next(named, reached - 2)
        held = next((index for index in range(low, reached) if scan.words[index] in self.having and not scan.capital[index]), None)
        if held is not None:
            return self._object(held + 1, reached)
        governed, found = False, None
        for index in range(low, reached):
            flags = scan.flags[index]
            if flags & Flag.PREPOSITION and not scan.capital[index]:
                governed = True
            elif self._is_noun(index):
                owned = index > low + 1 and scan.words[index - 1] in self.genitives and self._is_noun(index - _GENITIVE)
                if owned or (index > low and self._is_noun(index - 1)):
                    # "nach Auskunft des Hauses": what a noun belongs to, and a name behind it, are led by what leads the noun.
                    continue
                beside = index + 1 == reached or scan.words[index + 1] in self.former
                amount = found is not None and self._is_amount(found)
                if not governed and (found is None or self._is_amount(index) or (beside and not amount)):
                    found = index
                governed = False
        return found

    def _follows_pronoun(self, index: int, low: int) -> bool:
        """Tell “kommt sie” before “auf 41 Prozent”: what has so much is named in another sentence."""
        flags = self.scan.flags[index]
        pronoun = flags & Flag.PRONOUN and not flags & (Flag.ARTICLE | Flag.PREPOSITION)
        return bool(pronoun) and index - 1 >= low and bool(self.scan.is_finite(index - 1))

    def _object(self, first: int, reached: int) -> int | None:
        """Give the noun of amount that somebody has changed or left: “hatte ihren Einlagensatz bei zwei Prozent belassen”."""
        scan = self.scan
        nouns = (index for index in range(first, reached) if self._is_noun(index) and self._is_amount(index))
        return next((index for index in nouns if not scan.flags[index - 1] & Flag.PREPOSITION), None)

    def _is_amount(self, index: int) -> bool:
        return bool(self.scan.flags[index] & Flag.QUANTITY) or self.scan.words[index].endswith(self.amounts)

    def _reached_by(self, place: Place) -> int:
        """Give where the word stands that leads to an amount that something has or has reached, 0 where there is none."""
        scan, before = self.scan, place.first - 1
        if before > place.low and scan.words[before] in self.lying_with:
            # "Die Quote lag mit 52 Prozent niedriger"
            low = self._before(place.first, place.low)
            return before if any(scan.words[index] in self.lying for index in range(low, before)) else 0
        if before > place.low and scan.words[before] in self.former and place.last < place.high:
            # "steigt von 15 auf 18 Euro"
            return before if scan.words[place.last + 1] in self.reaching else 0
        near = _VALUE_WITHIN if scan.words[before] in self.shared else 2
        words = range(place.first - 1, max(place.first - 1 - near, place.low), -1)
        return next((index for index in words if self.scan.words[index] in self.reaching), 0)

    def verb_beside(self, place: Place) -> int | None:
        """Find the verb right before an amount, where no amount is its subject: “auf Kinder entfielen 31 Prozent”."""
        scan, index = self.scan, place.first - 1
        if index < place.low or scan.gaps[index] != " " or not self._is_main(index, place.first):
            return None
        if scan.words[index] in self.light:
            # "machen drei Prozent der Bevölkerung aus"
            noun = place.last + 2
            owned = noun <= place.high and scan.words[noun - 1] in self.genitives and self._is_noun(noun)
            return noun if owned else None
        low, high = self.bounds(place)
        other = self._leans(low, high) or any(scan.flags[each] & Flag.QUANTITY for each in range(low, index))
        return None if other else index

    def is_changed(self, place: Place) -> bool:
        """Tell by how much something has changed: “um 12 Prozent”."""
        return any(self.scan.words[index] in self.changing for index in range(max(place.first - 2, place.low), place.first))

    def _head(self, noun: int, low: int) -> int:
        """Take of “die Zahl der Toten” the number."""
        scan = self.scan
        owner = noun - _GENITIVE
        owned = owner >= low and scan.words[noun - 1] in self.genitives and self._is_noun(owner) and scan.gaps[owner] == " "
        return owner if owned else noun

    def _closing(self, first: int, high: int) -> int | None:
        """Find the participle, infinitive or verb that closes a clause, or one before “und” or an auxiliary."""
        scan = self.scan
        last = high
        for index in range(first, last):
            if scan.flags[index] & Flag.CONJUNCTION and self._is_main(index + 1, 0):
                # "rief den Notstand für acht Orte aus und stellte Geld bereit"
                last = index - 1
                break
        while last >= first and (scan.flags[last] & _LEANING or scan.words[last] in self.infinitives) and not scan.capital[last]:
            last -= 1
        for index in range(first, last + 1):
            if not self._is_verbal(index) or (scan.words[index - 1] in self.comparing and not scan.flags[index] & Flag.MEASURE):
                continue
            ends = index == last or (scan.flags[index + 1] & Flag.CONJUNCTION and not scan.capital[index + 1])
            known = scan.flags[index] & (Flag.MEASURE | Flag.PAST | Flag.FINITE) or any(
                prefix in scan.words[index][:_PREFIXED] for prefix in self.participles
            )
            if ends and (known or index == last):
                return index
        return None

    def _is_verbal(self, index: int) -> bool:
        scan = self.scan
        flags = scan.flags[index]
        known = flags & (Flag.MEASURE | Flag.PAST | Flag.FINITE) and not flags & _LEANING
        plain = not flags & _NOT_VERBAL and scan.words[index][0].isalpha()
        reports = flags & Flag.VERB and scan.words[index] in self.reporting
        return not scan.capital[index] and bool(known or plain) and not reports

    def _is_main(self, index: int, first: int) -> bool:
        """Tell a verb in second place; right before a number, any word that no article leads is one."""
        scan, word = self.scan, self.scan.words[index]
        flags = scan.flags[index]
        if scan.capital[index] or flags & _LEANING or flags & Flag.VERB or word in self.reporting:
            return False
        if flags & Flag.FINITE:
            return True
        if index + 1 < len(scan.words) and scan.words[index + 1] in self.reflexives and not flags & _NOT_VERBAL and word[0].isalpha():
            # "Die Masse bewege sich"
            return scan.gaps[index] == " "
        if flags & Flag.PAST:
            return not (index and scan.flags[index - 1] & (Flag.ARTICLE | Flag.DETERMINER))
        if flags & _NOT_VERBAL or not word[0].isalpha() or word in self.not_present or word.endswith(self.adverbs):
            return False
        led = index == 0 or scan.flags[index - 1] & (Flag.ARTICLE | Flag.DETERMINER | Flag.PREPOSITION | Flag.ADVERB)
        follows_noun = index > 0 and scan.capital[index - 1] and scan.gaps[index - 1] == " "
        return not led and (index == first - 1 or (follows_noun and self._agrees(index)))

    def _agrees(self, index: int) -> bool:
        """Tell the verb right behind a noun by its ending: an adjective has its own noun behind it."""
        scan, word = self.scan, self.scan.words[index]
        describes = index + 1 < len(scan.words) and scan.capital[index + 1] and scan.gaps[index] == " "
        return word.endswith(self.present) or (word.endswith(self.plural) and not describes)

    def _has_verb(self, first: int, last: int) -> bool:
        return any(
            (self.scan.is_finite(index) or (self.scan.flags[index] & Flag.VERB and not self.scan.capital[index]))
            for index in range(first, last + 1)
        )

    def _is_noun(self, index: int) -> bool:
        scan = self.scan
        return (
            scan.capital[index]
            and not scan.printed(index, index).isupper()
            and not scan.flags[index] & (Flag.FUNCTION | Flag.DATE | Flag.PRONOUN | Flag.ARTICLE)
        )

    def _before(self, first: int, low: int) -> int:
        index, low = first, max(low, first - _CLAUSE_WITHIN)
        while index > low and not self._cuts(index - 1):
            index -= 1
        return index

    def _behind(self, last: int, high: int) -> int:
        index = last
        high = min(high, last + _CLAUSE_WITHIN)
        while index < high and not self._cuts(index):
            index += 1
        return index

    def _cuts(self, index: int) -> bool:
        """Tell whether a mark stands behind a word."""
        gap = self.scan.gaps[index]
        return gap != " " and bool(gap.strip(" %€$°\u00a0\"'»«„“”-/.()"))
