"""Verbs that say nothing without their noun: „haben Verletzungen erlitten“, „kam zum Stillstand“, „waren ohne Strom“."""

from newsmodel.facts.amounts import DESCRIBES, Place
from newsmodel.facts.clauses import Clauses
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

_OBJECT_WITHIN = 6
_SHORTEST_LEFT = 5
_LEANING = Flag.AUXILIARY | Flag.PASSIVE


class Supported(Clauses):
    """Reads on from the verb of a number's clause to the word that tells what happened."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        super().__init__(scan)
        words = scan.language.word_set
        self.completed_by_objects = words("statistics", "completed_by_objects")
        self.completed_by_places = words("statistics", "completed_by_places")
        self.completed_by_adjectives = words("statistics", "completed_by_adjectives")
        self.goes_into = words("statistics", "goes_into")
        self.cases = words("statistics", "cases")
        self.relatives = words("pronouns", "relative")
        self.opens_whole = words("statistics", "of_all")
        self.places = scan.language.places

    def told(self, place: Place) -> int | None:
        """Find what happened to those whom a number counts."""
        relative = self._relative(place)
        if relative is not None:
            return relative
        low, high = self.bounds(place)
        verb = self.verb(place)
        if verb is None:
            return self._predicate(place, low, high) or self._asked(place) or self._drawn(place)
        return self._completed(verb, place, high)

    def _completed(self, verb: int, place: Place, high: int) -> int:
        """Give the noun that completes a verb, or the verb itself."""
        scan, word = self.scan, self.scan.words[verb]
        joined = (index for index in range(place.last + 1, high) if scan.flags[index] & Flag.CONJUNCTION and self._is_main(index + 1, 0))
        # "brachte 150 Bewohner in Sicherheit und löschte"
        high = next(joined, high + 1) - 1
        if verb - 1 > place.last and self._is_thing(verb - 1):
            # "zum Stillstand gekommen", "Verletzungen erlitten"
            led = scan.flags[verb - 2] & Flag.PREPOSITION
            if (led and word in self.completed_by_places) or (not led and word in self.completed_by_objects):
                return verb - 1
        if word in self.completed_by_places and (noun := self._led_noun(max(place.last, verb), high)) is not None:
            return noun
        if word in self.completed_by_objects:
            words = range(verb + 1, min(verb + _OBJECT_WITHIN, high) + 1)
            noun = next((index for index in words if self._is_noun(index) and scan.flags[index - 1] & DESCRIBES), None)
            return verb if noun is None or place.first <= noun <= place.last else noun
        if word in self.completed_by_adjectives and verb < place.first and self._is_left_over(high, place):
            # "stellten zwei Wagen sicher"
            return high
        return verb

    def _is_left_over(self, high: int, place: Place) -> bool:
        """Tell a plain word that closes a clause."""
        scan = self.scan
        # "stellt 500 Autos her": a short one is a piece of the verb.
        plain = len(scan.words[high]) >= _SHORTEST_LEFT and not scan.flags[high] and not scan.capital[high]
        return high > place.last and plain and scan.words[high][0].isalpha()

    def _is_thing(self, index: int) -> bool:
        """Tell a noun that is no known place: “aus Kopenhagen gekommen” is no fate."""
        return self._is_noun(index) and self.scan.printed(index, index) not in self.places

    def _led_noun(self, last: int, high: int) -> int | None:
        """Find the noun that closes a clause behind a preposition: “zur Verfügung”, “ohne Strom”, “auf der Warteliste”."""
        scan = self.scan
        if high <= last + 1 or not self._is_thing(high):
            return None
        before = high - 1
        if scan.flags[before] & Flag.ARTICLE and not scan.flags[before] & Flag.PREPOSITION and before - 1 > last:
            before -= 1
        return high if scan.flags[before] & Flag.PREPOSITION and scan.gaps[before] == " " else None

    def _predicate(self, place: Place, low: int, high: int) -> int | None:
        """Find what somebody is, or where somebody has so many: “71 waren dagegen”, “waren zeitweise ohne Strom”."""
        scan = self.scan
        if not self._leans(low, high):
            return None
        alone = high == place.last + 2 and scan.flags[place.last + 1] & _LEANING and not scan.capital[high]
        return high if alone and not scan.flags[high] & _LEANING else self._led_noun(place.last, high)

    def _asked(self, place: Place) -> int | None:
        """Find the verb right before those whom somebody has called on: “riefen 6.000 Anwohner auf”."""
        scan, index = self.scan, place.first - 1
        if index < place.low or scan.gaps[index] != " " or scan.capital[index] or scan.words[index] in self.attributing:
            return None
        return index if scan.flags[index] & Flag.VERB and not scan.flags[index] & (Flag.PREPOSITION | _LEANING) else None

    def _drawn(self, place: Place) -> int | None:
        """Find the noun of “Wasserproben aus 38 Seen”."""
        scan, index = self.scan, place.first - 2
        if index <= place.low or not scan.flags[index + 1] & Flag.PREPOSITION or scan.gaps[index] != " ":
            return None
        noun = self._is_noun(index) and scan.words[index] not in self.vague
        return index if noun and not scan.flags[index - 1] & Flag.PREPOSITION else None

    def _relative(self, place: Place) -> int | None:
        """Find the verb of the clause that says more of a number that is only named: “Unter ihnen sind drei Männer, die geflohen waren”."""
        scan, first = self.scan, place.last + 1
        if first >= place.high or scan.gaps[place.last].strip() != "," or scan.words[first] not in self.relatives:
            return None
        if scan.flags[place.first - 1] & _LEANING and place.first > place.low:
            named = True
        else:
            opened = place.first - 2 == place.low and scan.words[place.low] in self.opens_whole
            named = opened and bool(scan.flags[place.first - 1] & Flag.ARTICLE)
        return self._closing(first + 1, self._behind(first, place.high)) if named else None

    def charged(self, place: Place) -> int | None:
        """Find what there are so many cases of: “wegen Betrugs in 214 Fällen”."""
        scan, index = self.scan, place.first - 2
        if index <= place.low or scan.words[place.last] not in self.cases or not scan.flags[index + 1] & Flag.PREPOSITION:
            return None
        return index if self._is_noun(index) and scan.gaps[index] == " " else None

    def of_mass(self, place: Place) -> int | None:
        """Find what happened to so much of a mass, whose noun stands right behind: “fielen 280 Liter Regen”."""
        scan, index = self.scan, place.last + 1
        led = place.first > place.low and scan.flags[place.first - 1] & Flag.PREPOSITION
        if led or index > place.high or not self._is_noun(index) or scan.gaps[place.last] != " ":
            return None
        return self.completed(place)

    def available(self, place: Place) -> int | None:
        """Find what money is there for, or what became of it: “stehen 900.000 Euro zur Verfügung”, “stellte 415.000 Euro sicher”."""
        scan = self.scan
        low, high = self.bounds(place)
        verbs = [scan.words[index] for index in range(low, high + 1) if not scan.capital[index]]
        if not self.completed_by_places.isdisjoint(verbs) and (noun := self._led_noun(place.last, high)) is not None:
            return noun
        if self.completed_by_adjectives.isdisjoint(verbs) or not self._is_left_over(high, place):
            return None
        led = (index for index in range(low, high) if scan.words[index] in self.goes_into)
        return next((index + 1 for index in led if self._is_noun(index + 1)), high)

    def completed(self, place: Place) -> int | None:
        """Find the verb of an amount's clause, or the noun that completes it: “kam nach 150 Metern zum Stillstand”."""
        verb = self.verb(place)
        return None if verb is None else self._completed(verb, place, self.bounds(place)[1])
