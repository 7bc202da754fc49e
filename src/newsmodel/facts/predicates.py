"""What is told of those whom a number counts, and of what an amount is a level of: « Onze maisons du village ont brûlé »."""

from newsmodel.facts.amounts import DESCRIBES, Place
from newsmodel.facts.beside import Beside
from newsmodel.facts.figures import MONEY
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

_SUBJECT_WITHIN = 16
_LEVEL_WITHIN = 28
_INSERTION_WITHIN = 14
_VERB_WITHIN = 12
_ALTERED_WITHIN = 14
_PARTICIPLE_WITHIN = 4
_LEANING = Flag.AUXILIARY | Flag.PASSIVE
_OPENS_OBJECT = Flag.ARTICLE | Flag.DETERMINER | Flag.PREPOSITION | Flag.PRONOUN | Flag.CONJUNCTION | Flag.NUMBER
_SIGNS = " %\u00a0\u202f" + MONEY


class Predicates(Beside):
    """Reads the verbs and nouns that tell of the numbers of one text, in a language whose participles show their form."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        super().__init__(scan)
        words = scan.language.word_set
        self.relatives = words("pronouns", "relative")
        self.openers = words("quotes", "complementizers") | words("statistics", "clause_joiners")
        self.opening = words("quotes", "complementizers") | self.relatives | words("statistics", "asides")
        self.causing = words("statistics", "causing")
        self.attaining = words("statistics", "attaining")
        self.altering = words("statistics", "altering")
        self.worth = words("statistics", "worth")
        self.asked = words("statistics", "asked")
        self.surveys = words("statistics", "surveys")
        self.giving = words("statistics", "giving")
        self.adverbs = scan.language.words("words", "adverb_endings")
        self.going = scan.language.words("quotes", "participle_endings")
        self.indefinite = words("statistics", "indefinite")
        self.gathering = self.vague | words("statistics", "estimates")
        self.future = scan.language.words("dates", "future_endings")
        self.more = words("statistics", "more")
        self.bare = frozenset(word for word in self.shared if not scan.language.lexicon.get(word, 0) & Flag.ARTICLE)

    def predicate(self, place: Place) -> int | None:
        """Find what is told of a number that is a subject: “58 % des Serbes y sont hostiles”, “contre 27 % qui y sont favorables”."""
        scan, index = self.scan, place.last + 1
        related = index <= place.high and scan.words[index] in self.relatives and scan.gaps[place.last].strip(_SIGNS + ",") == ""
        if related and scan.words[place.first - 1] not in self.shared:
            return self._from_verb(index + 1, place.high)
        if not self._is_subject(place):
            return None
        inserted = False
        while index <= min(place.last + _SUBJECT_WITHIN, place.high):
            gap = scan.gaps[index - 1].strip(_SIGNS)
            if gap == "," and not inserted:
                inserted = True
                behind = self._behind_insertion(index, place.high)
                if behind is None:
                    return None
                index = behind
            elif gap:
                return None
            if scan.words[index] in self.opening:
                return None
            if self._opens_verb(index) or self._is_finite_plural(index):
                return self._from_verb(index, place.high)
            index += 1
        return None

    def _is_subject(self, place: Place) -> bool:
        """Tell a number that opens its clause, over its article."""
        scan, before = self.scan, place.first - 1
        if before >= place.low and scan.flags[before] & DESCRIBES and not scan.flags[before] & Flag.PREPOSITION:
            before -= 1
        opens = before < place.low or bool(scan.gaps[before].strip(_SIGNS))
        return opens or scan.words[before] in self.openers

    def _opens_verb(self, index: int) -> bool:
        """Tell an auxiliary, or a small word that only a verb follows."""
        scan = self.scan
        if scan.capital[index]:
            return False
        return bool(scan.flags[index] & _LEANING and not scan.flags[index] & Flag.DATE) or scan.words[index] in self.clitics

    def _is_finite_plural(self, index: int) -> bool:
        """Tell the “restaient” of “restaient privées” by its ending."""
        scan = self.scan
        return bool(scan.flags[index] & (Flag.PAST | Flag.FINITE)) and scan.words[index].endswith(self.plural) and not scan.capital[index]

    def _behind_insertion(self, index: int, high: int) -> int | None:
        """Skip what stands between commas behind a subject, as far as a verb."""
        scan = self.scan
        for each in range(index, min(index + _INSERTION_WITHIN, high) + 1):
            if each > index and scan.gaps[each - 1].startswith(",") and (self._opens_verb(each) or self._leans_on(each)):
                return each
            if each > index and scan.gaps[each - 1].startswith((";", ":", ".")):
                return None
        return None

    def _leans_on(self, index: int) -> bool:
        """Tell the “l'” of “l'ont approuvée”."""
        scan = self.scan
        return bool(scan.flags[index] & Flag.ARTICLE) and index + 1 < len(scan.words) and self._opens_verb(index + 1)

    def _from_verb(self, index: int, high: int) -> int | None:
        """Give the verb that begins at some word, or what completes it: “ont été acquittés”, “ne savent pas”, “y sont hostiles”."""
        scan, leaning = self.scan, False
        for each in range(index, min(index + _VERB_WITHIN, high) + 1):
            flags = scan.flags[each]
            if scan.gaps[each - 1].strip(' «“"') and each > index:
                return None
            if scan.capital[each]:
                return None
            if flags & _LEANING:
                leaning = True
            elif self._is_small(each):
                continue
            elif not leaning and flags & Flag.ARTICLE and self._leans_on(each):
                # "l'ont approuvée"
                continue
            elif not leaning:
                plain = not flags & _OPENS_OBJECT and scan.words[each][0].isalpha()
                return self.fate(each) if plain and not self._is_speech(each) else None
            elif scan.words[each] in self.causing and each < high and scan.flags[each + 1] & _LEANING:
                # "ont dû être hospitalisés"
                continue
            elif flags & _OPENS_OBJECT and not self.is_participle(each):
                return None
            else:
                return None if self._is_speech(each) else self.fate(each)
        return None

    def _is_small(self, index: int) -> bool:
        """Tell the adverbs and small words that stand between the words of a verb."""
        scan = self.scan
        return self._is_adverb(index) or scan.words[index] in self.clitics or scan.words[index].endswith(self.adverbs)

    def _is_speech(self, index: int) -> bool:
        return self.scan.words[index] in self.reporting and not self.scan.flags[index] & Flag.MEASURE

    def fate(self, index: int) -> int:
        """Take of “se seraient vu proposer” the infinitive, and of “portés disparus” what became of somebody."""
        scan, follower = self.scan, index + 1
        caused = scan.words[index] in self.causing and follower < len(scan.words) and scan.gaps[index] == " "
        if caused and self._is_infinitive(follower) and not scan.flags[follower] & Flag.PREPOSITION:
            return follower
        return super().fate(index)

    def relative(self, place: Place) -> int | None:
        """Find the verb of a relative clause that a number stands in: “une firme qui emploie près de chez nous 300 personnes”."""
        scan = self.scan
        for index in range(place.first - 2, max(place.first - _VERB_WITHIN, place.low), -1):
            if scan.gaps[index].strip(_SIGNS):
                return None
            if scan.words[index] in self.relatives:
                found = self._from_verb(index + 1, place.first - 1)
                return None if found is None or scan.words[found] in self.light else found
        return None

    def attained(self, place: Place) -> int | None:
        """Find the noun whose verb says that it has so much: “Le taux de chômage y atteignait 7,9 %”, “des rafales atteignant 150 km/h”."""
        scan, verb = self.scan, place.first - 1
        while verb > place.low and self._is_small(verb):
            verb -= 1
        if verb <= place.low or scan.words[verb] not in self.attaining or scan.gaps[verb].strip(_SIGNS):
            return None
        if self._is_infinitive(verb):
            return None
        if scan.words[verb].endswith(self.going) and self._is_noun(verb - 1):
            return verb - 1
        low = max(place.low, verb - _LEVEL_WITHIN)
        start = next((index + 1 for index in range(verb - 1, low, -1) if scan.gaps[index].strip(_SIGNS) in (";", ":")), low)
        return self.level(start, verb - 1)

    def reached(self, place: Place) -> int | None:
        """Find the amount that has reached another: “La hausse des prix est revenue à 4,7 %”."""
        scan = self.scan
        if place.first - 1 <= place.low or scan.words[place.first - 1] not in self.standing:
            return None
        low = max(place.low, place.first - _LEVEL_WITHIN)
        start = next((index + 1 for index in range(place.first - 3, low, -1) if scan.gaps[index].strip(_SIGNS) in (";", ":")), low)
        found = self.level(start, place.first - 2)
        return found if found is not None and scan.flags[found] & (Flag.QUANTITY | Flag.MEASURE) else None

    def level(self, low: int, high: int) -> int | None:
        """Give the first noun of amount among some words, of “le taux de chômage” the last, or else the first noun behind an article."""
        scan, plain = self.scan, None
        for index in range(low, high + 1):
            if index == 0 or not self._is_noun(index):
                continue
            led = scan.flags[index - 1] & DESCRIBES
            of = index > 1 and scan.words[index - 1] in self.shared and scan.words[index - 2] in self.gathering
            last = index + 2 > high or scan.words[index + 1] not in self.shared
            told = scan.words[index] not in self.vague and (last or scan.words[index] not in self.gathering)
            if told and (of or (led and scan.flags[index] & (Flag.QUANTITY | Flag.MEASURE))):
                return index
            if plain is None and led and scan.words[index] not in self.vague:
                plain = index
        return plain if plain is not None or not self._is_noun(high) else high

    def _is_noun(self, index: int) -> bool:
        scan = self.scan
        known = scan.flags[index] & (Flag.QUANTITY | Flag.MEASURE | Flag.ROLE | Flag.ORGANIZATION)
        # "de pauvreté": no participle stands behind a preposition or an article.
        led = index > 0 and scan.flags[index] == Flag.PAST and scan.flags[index - 1] & (Flag.ARTICLE | Flag.PREPOSITION)
        plain = known or led or not scan.flags[index]
        return bool(plain) and not scan.capital[index] and scan.words[index][0].isalpha() and not scan.words[index].endswith(self.adverbs)

    def altered(self, place: Place) -> int | None:
        """Find the verb that changes its object by so much: “a relevé sa prévision de croissance de 0,3 point”."""
        scan, before = self.scan, place.first - 1
        if before <= place.low or scan.words[before] not in self.shared:
            return None
        for index in range(before - 1, max(before - _ALTERED_WITHIN, place.low) - 1, -1):
            if scan.gaps[index].strip(_SIGNS):
                return None
            if scan.words[index] in self.altering:
                # "annoncer une hausse de 5 %": an indefinite object is the change itself.
                return index if scan.flags[index + 1] & DESCRIBES and scan.words[index + 1] not in self.indefinite else None
        return None

    def changed(self, place: Place) -> int | None:
        """Find the verb of change before “de”: “les exportations progressaient de 1,5 %”, “l'emploi croîtra légèrement de 2 %”."""
        scan, index = self.scan, place.first - 2
        if index <= place.low or scan.words[index + 1] not in self.bare or scan.gaps[index] != " ":
            return None
        while index > place.low and self._is_small(index):
            index -= 1
        flags, target = scan.flags[index], place.last + 2
        if (
            target <= place.high
            and scan.words[target - 1] in self.standing
            and ("%" in scan.gaps[place.last]) is ("%" in scan.gaps[target])
        ):
            # "est passé de 7,1 % à 7,4 %"
            return None
        verb = flags & (Flag.PAST | Flag.FINITE) or (not flags and scan.words[index].endswith(self.future))
        led = scan.flags[index - 1] & (DESCRIBES | Flag.PREPOSITION) or scan.capital[index] or flags & _LEANING
        return index if verb and not led and scan.words[index] not in self.worth and not self._is_speech(index) else None

    def described(self, place: Place) -> int | None:
        """Find the noun that a participle gives an amount to: “un accord doté de 210 millions”, “une hausse comprise entre 4 et 5 %”."""
        scan, index = self.scan, place.first - 1
        while index > place.low and scan.flags[index] & Flag.PREPOSITION and place.first - index <= _PARTICIPLE_WITHIN:
            index -= 1
        if index <= place.low or scan.words[index] not in self.worth or scan.gaps[index].strip(_SIGNS):
            return None
        noun = index - 1
        if scan.flags[noun] & _LEANING:
            return None
        while noun > place.low and not self._is_noun(noun):
            noun -= 1
        if noun <= place.low:
            return None
        if scan.flags[index] & Flag.VERB and not scan.flags[noun] & (Flag.QUANTITY | Flag.MEASURE):
            # "le projet, évalué à 2 milliards"
            return index
        if scan.gaps[index - 1].strip() == "" and not scan.flags[noun] & (Flag.QUANTITY | Flag.MEASURE):
            return self._head(noun, place.low)
        return noun

    def shared_behind(self, place: Place) -> int | None:
        """Find what there is so much of, behind an amount without an article: “4,7 % de déficit”, “300 millions de dongs d'aide”."""
        scan, index = self.scan, place.last + 1
        if index >= place.high or scan.words[index] not in self.bare or scan.gaps[place.last].strip(_SIGNS + ")"):
            return None
        noun, follower = index + 1, index + 2
        flags = scan.flags[noun]
        if not self._is_noun(noun) or flags & (Flag.ROLE | Flag.ORGANIZATION) or scan.words[noun] in self.vague:
            return None
        told = follower <= place.high and scan.gaps[noun] == " " and scan.flags[follower] & Flag.MEASURE and self.is_participle(follower)
        # "8 500 hectares de rizières détruits"
        return follower if told else noun

    def done(self, place: Place) -> int | None:
        """Find the verb right before its object, of “ont acheminé 3 000 tonnes de neige” and not of “Il est tombé 5 mm de pluie”."""
        index = self.verb_before(place)
        return None if index is None or self.scan.flags[index - 1] & Flag.PASSIVE else index

    def surveyed(self, place: Place) -> int | None:
        """Find the survey of those asked: “un sondage mené en mai auprès de 612 médecins”."""
        scan, before = self.scan, place.first - 1
        while before > place.low and scan.words[before] in self.shared:
            before -= 1
        if before <= place.low or scan.words[before] not in self.asked:
            return None
        words = range(before - 1, max(before - 2 * _VERB_WITHIN, place.low - 1), -1)
        return next((index for index in words if scan.words[index] in self.surveys), None)

    def compared(self, place: Place) -> int | None:
        """Find the “plus” of “un tiers de plus qu'en 2024”."""
        scan, index = self.scan, place.last + 1
        if index < place.high and scan.words[index] in self.bare and scan.gaps[place.last].strip(_SIGNS) == "":
            index += 1
        if index > place.high or scan.words[index] not in self.more or scan.gaps[index - 1].strip(_SIGNS):
            return None
        ends = index == place.high or scan.words[index + 1] in self.than or scan.gaps[index] != " "
        return index if ends else None

    def estimated(self, place: Place) -> int | None:
        """Find the object behind an estimate: “chiffre à 6 milliards les investissements nécessaires”."""
        scan, verb = self.scan, place.first - 2
        led = verb > place.low and scan.words[verb] in self.giving and scan.words[verb + 1] in self.standing
        if not led or scan.flags[verb - 1] & (DESCRIBES | _LEANING):
            return None
        words = range(place.last + 1, min(place.last + _PARTICIPLE_WITHIN, place.high) + 1)
        article = next((index for index in words if scan.flags[index] & DESCRIBES), place.high)
        return article + 1 if article < place.high and self._is_noun(article + 1) else None

    def priced(self, place: Place) -> int | None:
        """Find the verb of the file right before a sum: “coûte 140 millions au budget”."""
        index = self.verb_before(place)
        return index if index is not None and self.scan.flags[index] & Flag.MEASURE else None

    def given(self, place: Place) -> int | None:
        """Find the verb of those who only give a sum: “La maison attendait 300 000 euros”."""
        scan, index = self.scan, place.first - 1
        index -= scan.words[index] in self.between
        led = index > place.low and scan.words[index] in self.giving and scan.gaps[index] == " "
        return index if led and not scan.flags[index - 1] & (DESCRIBES | Flag.PREPOSITION) else None

    def main_verb(self, place: Place) -> int | None:
        """Find the verb of the clause that a number only opens: “Par 158 voix contre 131, les députés ont rejeté le texte”."""
        scan = self.scan
        if any(not scan.flags[index] & (Flag.PREPOSITION | Flag.ARTICLE) for index in range(place.low, place.first)):
            return None
        words = range(place.last + 1, min(place.last + _SUBJECT_WITHIN, place.high) + 1)
        comma = next((index for index in words if scan.gaps[index - 1].startswith(",")), None)
        if comma is None:
            return None
        stop = next((index for index in range(comma, words.stop) if scan.gaps[index].strip(_SIGNS)), words.stop - 1)
        verb = next((index for index in range(comma, stop + 1) if self._opens_verb(index)), None)
        return None if verb is None else self._from_verb(verb, place.high)

    def to_do(self, place: Place) -> int | None:
        """Find what is to be done with so many: “J'ai deux rues à asphalter”."""
        scan, index = self.scan, place.last + 2
        led = index <= place.high and scan.words[index - 1] in self.standing and scan.gaps[place.last] == scan.gaps[index - 1] == " "
        return index if led and self._is_infinitive(index) and not scan.flags[index] and not scan.capital[index] else None

    def participle_behind(self, place: Place) -> int | None:
        """Find the participle in the plural right behind those counted: “une centaine de militants réunis”."""
        scan, index = self.scan, place.last + 1
        led = place.first > place.low and scan.words[place.first - 1] in self.shared
        if led or index > place.high or scan.gaps[place.last] != " " or not self.is_participle(index):
            return None
        return index if scan.words[index].endswith(self.plural_nouns) and not scan.flags[index] & Flag.QUANTITY else None
