"""The verb or noun right beside a number, told by its place and form where no list has it: “emploie 21 000 personnes”."""

from newsmodel.facts.amounts import Place
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

_SHORTEST = 4
_VERB_WITHIN = 6
_SUBJECT_WITHIN = 20
_ATTACHED = Flag.ARTICLE | Flag.DETERMINER | Flag.PREPOSITION | Flag.NUMBER
_SMALL = Flag.FUNCTION | Flag.PREPOSITION | Flag.CONJUNCTION | Flag.ARTICLE | Flag.PRONOUN | Flag.DATE | Flag.NUMBER
_LEANING = Flag.AUXILIARY | Flag.PASSIVE


class Beside:
    """Reads the words beside the numbers of one text, in a language whose participles show their form."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        words = scan.language.word_set
        self.participles = scan.language.words("statistics", "participle_endings")
        self.plural = scan.language.words("dates", "present_plural_endings")
        self.infinitives = scan.language.words("statistics", "infinitive_endings")
        self.standing = words("statistics", "standing")
        self.shared = words("statistics", "shared")
        self.vague = words("statistics", "vague")
        self.light = words("statistics", "light")
        self.clitics = words("statistics", "clitics")
        self.between = words("numbers", "between")
        self.them = words("pronouns", "plural")
        self.plural_nouns = scan.language.words("statistics", "plural_endings")
        self.than = words("statistics", "than")
        self.reporting = words("statistics", "giving") | words("events", "reporting")

    def verb_before(self, place: Place) -> int | None:
        """Find the verb right before a number: no noun stands there."""
        scan, index = self.scan, place.first - 1
        while index > place.low and self._is_adverb(index) and scan.gaps[index] == " ":
            # "possède encore trois sites"
            index -= 1
        if index < place.low or scan.gaps[index] != " " or scan.capital[index]:
            return None
        finite = scan.flags[index] & Flag.FINITE and index > place.low and not scan.flags[index - 1] & _ATTACHED
        if scan.words[index] in self.vague and not finite:
            return None
        if index > place.low and scan.words[index - 1] in self.them and scan.words[index].endswith(self.plural_nouns):
            # "consomment à elles seules 15 %"
            return None
        if scan.words[index] in self.between and scan.flags[index] & Flag.FINITE and index > place.low:
            # "pond entre 40 et 80 œufs"
            index -= 1
        flags = scan.flags[index]
        if scan.words[index] in self.light:
            return None
        if flags & _LEANING or flags & Flag.VERB or scan.words[index] in self.reporting or not scan.words[index][0].isalpha():
            return None
        if flags & (Flag.PAST | Flag.FINITE | Flag.MEASURE):
            return index
        described = index > 0 and scan.flags[index - 1] & _ATTACHED and scan.gaps[index - 1] == " " and not self._is_infinitive(index)
        return None if flags or described else index

    def noun_of(self, place: Place) -> int | None:
        """Find the noun before the preposition of an amount: “un parc de 1,1 GW”, “une hausse de 5 %”."""
        scan, index = self.scan, place.first - 2
        if index <= place.low or scan.words[index + 1] not in self.shared or scan.gaps[index].strip() or scan.capital[index]:
            return None
        flags = scan.flags[index]
        noun = flags & (Flag.QUANTITY | Flag.MEASURE) or not flags
        verb = flags & (Flag.PAST | Flag.FINITE) or scan.words[index] in self.vague or not scan.words[index][0].isalpha()
        led = scan.flags[index - 1] & (Flag.AUXILIARY | Flag.PRONOUN | Flag.PASSIVE)
        return self._head(index, place.low) if noun and not verb and not led else None

    def _head(self, index: int, low: int) -> int:
        """Take of “un parc éolien” the noun, and of “un chiffre d’affaires” the first."""
        scan = self.scan
        if index - 1 > low and scan.gaps[index - 1] == " " and not scan.flags[index] & (Flag.QUANTITY | Flag.MEASURE):
            before = scan.flags[index - 1]
            plain = not before and scan.words[index - 1][0].isalpha() and not scan.capital[index - 1]
            index -= plain or bool(before & Flag.QUANTITY and not before & Flag.PREPOSITION)
        owner = index - 2
        return owner if owner > low and scan.words[index - 1] in self.shared and scan.flags[owner] & Flag.QUANTITY else index

    def verb_led(self, place: Place) -> int | None:
        """Find the verb before the preposition of a number: “renoncer à dix séances”, “se maintient avec 19,7 %”."""
        scan, index = self.scan, place.first - 2
        if index <= place.low or not scan.flags[index + 1] & Flag.PREPOSITION:
            return None
        restricted = scan.words[index] in self.than and index - 1 > place.low
        # "ne devance que de 112 voix"
        index -= restricted
        if not restricted and scan.words[index + 1] in self.shared:
            return None
        if scan.capital[index] or scan.gaps[index] != " ":
            return None
        before = scan.flags[index - 1]
        if before & (_LEANING | Flag.CONJUNCTION) and self.is_participle(index) and (restricted or not before & _LEANING):
            # "vendu en Italie et traduit en 22 langues"
            return index
        if scan.flags[index]:
            return None
        infinitive = self._is_infinitive(index) and not scan.flags[index - 1] & (Flag.ARTICLE | Flag.DETERMINER)
        return index if infinitive or scan.words[index - 1] in self.clitics else None

    def plural_verb(self, place: Place) -> int | None:
        """Find the verb in the present behind a subject: “58 % des répondants s’opposent”."""
        scan = self.scan
        for index in range(place.last + 1, min(place.last + _VERB_WITHIN, place.high) + 1):
            if scan.gaps[index - 1].strip(" %") and index > place.last + 1:
                return None
            word = scan.words[index]
            if not scan.flags[index] and len(word) > _SHORTEST and word.endswith(self.plural) and not scan.capital[index]:
                return index
        return None

    def is_participle(self, index: int) -> bool:
        """Tell a participle by its form, right behind an auxiliary: “ont été secourues”."""
        flags = self.scan.flags[index]
        return not flags & (_SMALL | _LEANING) and self.scan.words[index].endswith(self.participles) and not self.scan.capital[index]

    def fate(self, index: int) -> int:
        """Take of “portés disparus” and “restaient hospitalisés” what they tell of somebody."""
        scan, follower = self.scan, index + 1
        if not self.participles or follower >= len(scan.words) or scan.gaps[index] != " " or not scan.flags[index] & Flag.PAST:
            return index
        told = scan.flags[follower] & (Flag.MEASURE | Flag.PAST) and not scan.flags[follower] & (_SMALL | _LEANING | Flag.QUANTITY)
        return follower if told and self.is_participle(follower) else index

    def _is_adverb(self, index: int) -> bool:
        flags = self.scan.flags[index]
        return bool(flags & Flag.ADVERB) and not flags & Flag.PREPOSITION

    def _is_infinitive(self, index: int) -> bool:
        return self.scan.words[index].endswith(self.infinitives)
