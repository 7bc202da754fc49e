"""Telling names from nouns in languages that write all nouns with a capital letter."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress

from newsmodel.facts.language import Flag, Language
from newsmodel.facts.scan import Scan

_PLAIN = (
    Flag.MEASURE | Flag.QUANTITY | Flag.NUMBER | Flag.DATE | Flag.FUNCTION | Flag.ADVERB | Flag.PEOPLE | Flag.CONJUNCTION | Flag.PREPOSITION
)
_KNOWN = Flag.ROLE | Flag.TITLE | Flag.ORGANIZATION
_LED = Flag.ARTICLE | Flag.DETERMINER
_REPORTS = Flag.VERB | Flag.FRAMING | Flag.SOURCE
_LONGEST_SINGLE = 1
_SHORTEST_PLACE = 5
_LONGEST_SURNAME = 8
"""Longer words with the ending of a noun are nouns, even after a name."""


class Nouns:
    """Cuts runs of capital words into the stretches of them that are names."""

    def __init__(self, scan: Scan, openings: set[int]) -> None:
        """Prepare for a text; ``openings`` are the words that are capital because they open a sentence."""
        self.scan = scan
        self.openings = openings
        words = scan.language.words
        self.endings = words("words", "noun_endings")
        self.adjectives = words("words", "adjective_endings")
        self.genitives = words("words", "genitives")
        self.descriptions = scan.language.word_set("organizations", "nouns")
        self.surnames: set[str] = set()
        self._genitive_surnames: set[str] = set()
        self.listed = scan.language.word_set("words", "nouns")
        self.places = scan.language.places
        self.inhabitants = _inhabitants(scan.language)
        self.naming = scan.language.word_set("quotes", "naming")
        self.given = scan.language.word_set("words", "given")
        self.years = frozenset(age.lower().split()[0] for age in words("numbers", "ages") if " " in age)
        self.place_endings = words("place", "endings")
        self.place_prepositions = scan.language.word_set("place", "prepositions")
        self.active = bool(self.endings)
        """Whether the language writes nouns with a capital letter."""
        self.determined = self._determined() if self.active else set()

    def _determined(self) -> set[str]:
        """Collect the words that mostly stand behind an article: names seldom do."""
        words, capital = self.scan.words, self.scan.capital
        inside = [index for index in compress(range(len(capital)), capital) if index and index not in self.openings]
        counts = Counter(words[index] for index in inside)
        led = Counter(words[index] for index in inside if self._is_led(index))
        return {word for word, number in led.items() if 2 * number >= counts[word]}

    def learn(self, surnames: set[str]) -> None:
        """Note the surnames that full names of the text have shown, which stand for themselves from then on."""
        self.surnames = surnames
        self._genitive_surnames = {surname + ending for surname in surnames for ending in self.genitives}

    def holds_surname(self, first: int, last: int) -> bool:
        """Tell whether one of some words is a surname that has been learnt: what was told of all others before is so still."""
        words = self.scan.words[max(first, 0) : last + 1]
        return not (self.surnames.isdisjoint(words) and self._genitive_surnames.isdisjoint(words))

    def names(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Give the stretches of a run of capital words that are names, an office before a name included."""
        nouns: list[bool] = []
        for index in range(first, last + 1):
            nouns.append(self._is_noun(index, opens=index == first, follows_noun=bool(nouns) and nouns[-1]))
        if self.is_place(first, last) or (last > first and self.scan.flags[last] & Flag.ORGANIZATION and not nouns[-1]):
            start = first + (first in self.openings and self._is_plain(first))
            if start < last or self._stands(start):
                yield start, last
            return
        begin: int | None = None
        for index in range(first, last + 2):
            if index <= last and not nouns[index - first]:
                begin = index if begin is None else begin
                continue
            if begin is not None:
                yield from self._kept(begin, index - 1)
            begin = None

    def _kept(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        while first <= last and not self.scan.capital[first]:
            first += 1
        while last >= first and not self.scan.capital[last]:
            last -= 1
        if first < last or (first == last and self._stands(first)):
            yield first, last

    def _is_led(self, index: int) -> bool:
        """Tell whether an article stands before a word, or an adjective that an article or preposition leads."""
        scan, before = self.scan, index - 1
        if scan.gaps[before] != " " or scan.capital[before] or scan.is_age(before):
            return False
        if before > 0 and scan.words[before - 1] in self.years:
            # "der 29 Jahre alte Max Huber"
            return False
        if scan.flags[before] & _LED:
            return True
        adjective = scan.words[before].endswith(self.adjectives) and not scan.flags[before] & (Flag.PAST | Flag.VERB | Flag.AUXILIARY)
        return adjective and not scan.flags[before] & Flag.MODIFIER

    def _is_plain(self, index: int) -> bool:
        scan = self.scan
        return bool(scan.flags[index] & _PLAIN) or scan.words[index].endswith(self.adjectives)

    def _is_noun(self, index: int, *, opens: bool, follows_noun: bool) -> bool:
        """Tell a noun from a name; whether it ``opens`` its run, or the word of the run before it is a noun, has been told already."""
        scan, word = self.scan, self.scan.words[index]
        flags = scan.flags[index]
        if not scan.capital[index]:
            # A particle joins names, not a noun to what follows it.
            return not opens and scan.capital[index - 1] and follows_noun
        if word in self.given or flags & _KNOWN or self._is_acronym(index) or self.is_place(index, index) or self._is_surname(word):
            return False
        if self._is_led_place(index):
            return False
        after_name = not (opens or follows_noun or flags & _PLAIN) and scan.capital[index - 1]
        if after_name and word in self.listed and not scan.flags[index - 1] & _KNOWN:
            # "Guido Angst", but "Innere Sicherheit" and "Trumps Angst"
            return scan.words[index - 1].endswith((*self.genitives, *self.adjectives)) and scan.words[index - 1] not in self.given
        if flags & _PLAIN or word in self.listed or (not after_name and self.scan.printed(index, index) in self.inhabitants):
            return True
        if opens and index in self.openings and word.endswith(self.adjectives):
            return True
        follows_name = not (opens or follows_noun or self._is_genitive(index - 1))
        if word in self.determined:
            return not follows_name
        return word.endswith(self.endings) and not (follows_name and len(word) <= _LONGEST_SURNAME and "-" not in word)

    def _is_genitive(self, index: int) -> bool:
        """Tell “Klöckners” in “Klöckners Entscheidungen”."""
        return self.scan.words[index] in self._genitive_surnames

    def _stands(self, index: int) -> bool:
        """Tell whether one capital word alone is a name."""
        scan, word = self.scan, self.scan.words[index]
        flags = scan.flags[index]
        if flags & Flag.ROLE or self._is_acronym(index) or self.is_place(index, index) or self._is_surname(word):
            return True
        if self._is_led_place(index):
            return True
        if flags & Flag.ORGANIZATION:
            return word not in self.descriptions
        if index and scan.words[index - 1] in self.naming and scan.gaps[index - 1] == " ":
            return True
        if index and scan.flags[index - 1] & (Flag.TITLE | Flag.ROLE) and scan.gaps[index - 1] in (" ", ". "):
            return True
        if word.endswith(self.endings) or word in self.determined:
            return False
        reported = (
            index > 0
            and scan.flags[index - 1] & _REPORTS
            and not scan.flags[index - 1] & Flag.PREPOSITION
            and not scan.capital[index - 1]
            and scan.gaps[index - 1] == " "
        )
        speaks = index in self.openings and index + 1 < len(scan.words) and scan.flags[index + 1] & _REPORTS and scan.gaps[index] == " "
        return bool(reported or speaks) and not word.endswith(self.adjectives)

    def _is_acronym(self, index: int) -> bool:
        scan = self.scan
        printed = scan.printed(index, index)
        return printed.isupper() and len(printed) > _LONGEST_SINGLE

    def is_place(self, first: int, last: int) -> bool:
        """Tell whether words are a known place, in the genitive or not."""
        return self.names_place(self.scan.printed(first, last))

    def names_place(self, name: str) -> bool:
        """Tell whether a name is that of a known place, in the genitive or not."""
        if name in self.places:
            return True
        return name.endswith(self.genitives) and any(name.removesuffix(ending) in self.places for ending in self.genitives)

    def _is_led_place(self, index: int) -> bool:
        """Tell “in Straubing” by the preposition without an article, and by an ending of places on a longer word that is no noun."""
        scan, word, before = self.scan, self.scan.words[index], index - 1
        if before < 0 or scan.words[before] not in self.place_prepositions or scan.gaps[before] != " ":
            return False
        bare = not scan.flags[index] and word not in self.listed and word not in self.determined and word not in self.surnames
        followed = index + 1 < len(scan.words) and scan.capital[index + 1] and scan.gaps[index] == " "
        return bare and not followed and len(word) > _SHORTEST_PLACE and word.endswith(self.place_endings)

    def _is_surname(self, word: str) -> bool:
        return word in self.surnames or word in self._genitive_surnames


@lru_cache(maxsize=64)
def _inhabitants(language: Language) -> frozenset[str]:
    """Give the words for the people of every known place: “Berliner”, “Thüringer”."""
    endings = language.words("words", "inhabitant_endings")
    return frozenset(stem + ending for ending in endings for place in language.places for stem in (place, place[:-2]))
