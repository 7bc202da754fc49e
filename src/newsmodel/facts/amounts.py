"""Nouns of amount: what there is so much of, and what a share is a share of."""

from attrs import define

from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

_SUBJECT_WITHIN = 4
_NOUN_WITHIN = 14
_NOUN_BEHIND = 3
_SHORTEST_GOING = 5
_OF_WITHIN = 4
_HEAD_WITHIN = 5
DESCRIBES = Flag.ARTICLE | Flag.DETERMINER
"""What stands right before a noun or its adjectives, and before no verb."""
"""The characters that part the words of a noun phrase and its number: blanks, a sign of per cent, the ending of an owner."""


@define(eq=False)
class Place:
    """A number with its unit, as words of its sentence."""

    first: int
    last: int
    low: int
    high: int
    over_comma: bool


class Amounts:
    """Reads the noun that tells what a number is an amount of."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        words, word_set = scan.language.words, scan.language.word_set
        self.generic = word_set("statistics", "generic")
        self.within = word_set("statistics", "within")
        self.brings = word_set("statistics", "brings")
        self.of_amounts = self.within & self.brings
        self.particles = word_set("statistics", "particles")
        self.between = word_set("numbers", "between")
        self.endings = words("statistics", "noun_endings")
        self.plural = words("statistics", "plural_endings")
        self.singular = words("statistics", "singular_endings")
        self.adverbs = words("words", "adverb_endings")
        self.capital_nouns = scan.language.capital_nouns
        self.joiners = word_set("numbers", "joiners")
        self.reporting = word_set("events", "reporting") | word_set("statistics", "giving")
        self.more = word_set("statistics", "more")
        self.complementizers = word_set("quotes", "complementizers")
        self.part_words = word_set("statistics", "parts")
        self.finite = word_set("events", "finite") | word_set("statistics", "verbs")
        self.progressive = words("events", "progressive")
        # The "a" of "barrels a day" leads a rate, but most others do not.
        self.rates = word_set("statistics", "rates") - word_set("words", "articles")
        self.levels = word_set("statistics", "levels")
        self.light = word_set("statistics", "light")
        self.infinitives = word_set("words", "infinitives")
        self.shared = word_set("statistics", "shared")

    def _is_quantity(self, index: int, flags: int = Flag.QUANTITY | Flag.MEASURE) -> bool:
        """Tell a word of the lists; a capital one within a sentence is a name."""
        scan = self.scan
        if not scan.flags[index] & flags or (scan.words[index] in self.particles and self._hangs_on_verb(index)):
            return False
        return not scan.capital[index] or self.capital_nouns or scan.starts[index] == scan.sentence_at(scan.starts[index])[0]

    def _hangs_on_verb(self, index: int) -> bool:
        """Tell the “up” of “make up 16%” and “was turned down” from that of “is up 16%” and “shares, up 16%”."""
        scan, before = self.scan, index - 1
        if before < 0 or scan.gaps[before] != " " or scan.flags[before] & (Flag.AUXILIARY | Flag.PASSIVE | Flag.QUANTITY | Flag.PRONOUN):
            return False
        verb = scan.flags[before] & (Flag.PAST | Flag.MEASURE) or scan.words[before] in self.finite or scan.words[before] in self.light
        led = before and (scan.words[before - 1] in self.infinitives or scan.flags[before - 1] & Flag.FUTURE)
        return bool(verb or (led and self._is_plain(before)))

    def _is_plain(self, index: int) -> bool:
        """Tell a word that the language file says nothing of."""
        return not self.scan.flags[index] and not self.scan.capital[index] and self.scan.words[index][0].isalpha()

    def _is_noun(self, index: int) -> bool:
        """Tell a word that can be the noun of an amount: one of the lists, or one that the language file says nothing of."""
        return self._is_plain(index) or self._is_quantity(index)

    def _is_past(self, index: int) -> bool:
        """Tell the past form or participle of a verb from an auxiliary and an adjective."""
        flags = self.scan.flags[index]
        return bool(flags & Flag.PAST) and not flags & (Flag.AUXILIARY | Flag.PASSIVE | Flag.MODIFIER)

    def _ends_plural(self, index: int) -> bool:
        word = self.scan.words[index]
        return word.endswith(self.plural) and not word.endswith(self.singular)

    def _goes(self, index: int) -> bool:
        """Tell the participle of a verb that goes on."""
        scan = self.scan
        word, flags = scan.words[index], scan.flags[index]
        plain = not flags & (Flag.FUNCTION | Flag.PREPOSITION | Flag.DATE) and word not in self.part_words
        return plain and word.endswith(self.progressive) and len(word) > _SHORTEST_GOING and "-" not in word

    def _measure_before(self, place: Place) -> int | None:
        """“rose 5.8%”, “sank by 7%”."""
        nearby = range(place.first - 1, max(place.first - _SUBJECT_WITHIN, place.low) - 1, -1)
        return next(
            (index for index in nearby if self._is_quantity(index, Flag.MEASURE) and not (self._is_bound(index) or self._reports(index))),
            None,
        )

    def _noun_of(self, place: Place) -> int | None:
        """“a fine of $5 million”, “sales projections of $2.10 a share”."""
        scan, index = self.scan, place.first - 1
        if index - 1 > place.low and scan.words[index] in self.between:
            # "prices of between 476 and 489 zlotys"
            index -= 1
        if index <= place.low or not self.generic or scan.gaps[index][:1] != " " or scan.gaps[index - 1] != " ":
            return None
        noun = index - 1
        if scan.words[index] not in self.of_amounts:
            return None
        if scan.flags[noun] & (Flag.QUANTITY | Flag.MEASURE):
            return self._head(noun, place.low)
        if scan.words[noun] in self.generic or not self._is_plain(noun):
            return None
        return noun

    def _shared(self, place: Place) -> int | None:
        """“China accounts for a fifth of the sales”: what the share is of, where the verb before it tells nothing more."""
        scan, index = self.scan, place.last + 1
        if not self.light or index >= place.high or scan.words[index] not in self.shared or scan.gaps[place.last].strip(" %)\u00a0\u202f"):
            return None
        for before in range(place.first - 1, max(place.first - _SUBJECT_WITHIN, place.low - 1), -1):
            if scan.words[before] in self.light and not scan.capital[before]:
                return self._end_of_phrase(index, place.high)
            if not (scan.flags[before] & (Flag.PREPOSITION | Flag.ADVERB) or scan.words[before] in self.particles):
                return None
        return None

    def _end_of_phrase(self, index: int, high: int) -> int | None:
        """Give the head of the noun phrase behind a preposition: “of the country’s electricity”."""
        scan, head = self.scan, None
        for each in range(index + 1, min(index + _HEAD_WITHIN, high) + 1):
            flags = scan.flags[each]
            joined = scan.gaps[each - 1] == " " or scan.is_possessive(each - 1)
            described = (
                flags & (Flag.QUANTITY | Flag.ORGANIZATION | Flag.ROLE | Flag.PEOPLE | Flag.MODIFIER) and not flags & Flag.PREPOSITION
            )
            # "suspended sentences"
            described = described or (flags & Flag.PAST and each < high and self._is_plain(each + 1) and scan.gaps[each] == " ")
            leads = flags & DESCRIBES or scan.capital[each]
            if not joined or not (self._is_plain(each) or described or (head is None and leads)):
                break
            if not leads:
                head = each
        return head

    def _head(self, index: int, low: int) -> int:
        """Take of “tariff rates” the tariff, and of “its share of global sales” the share."""
        scan = self.scan
        if scan.words[index] in self.generic and index > low and scan.gaps[index - 1] == " ":
            before = index - 1
            amount = scan.flags[before] & (Flag.QUANTITY | Flag.MEASURE) and scan.words[before] not in self.more
            if amount or (self._is_plain(before) and scan.words[before].endswith(self.endings)):
                return before
        for before in range(index - 1, max(index - _OF_WITHIN, low), -1):
            if scan.gaps[before] != " " or scan.flags[before] & (Flag.CONJUNCTION & ~Flag.PREPOSITION):
                return index
            if scan.words[before] in self.of_amounts:
                noun = before - 1
                return noun if scan.flags[noun] & Flag.QUANTITY and not scan.flags[noun] & Flag.PREPOSITION else index
        return index

    def _quantity_before(self, place: Place) -> int | None:
        """“earnings per share rose to $3.20”."""
        scan, verb = self.scan, False
        for index in range(place.first - 1, max(place.first - 2 * _NOUN_WITHIN, place.low) - 1, -1):
            if verb and self.generic and scan.gaps[index].startswith(",") and self._opens_subject(index + 1):
                # "Under a deal signed on Monday, the EU promised €210 million"
                return None
            verb = verb or scan.is_finite(index)
            if not scan.flags[index] & Flag.QUANTITY or (index > place.low and scan.words[index - 1] in self.rates):
                continue
            if index > place.low and scan.flags[index - 1] & Flag.PREPOSITION and scan.words[index - 1] not in self.within:
                continue
            return self._head(index, place.low)
        return None

    def _opens_subject(self, index: int) -> bool:
        flags = self.scan.flags[index]
        return self.scan.capital[index] or bool(flags & (DESCRIBES | Flag.PRONOUN) and not flags & Flag.RELATIVE)

    def _noun_before(self, place: Place) -> int | None:
        """“a surplus of $12 billion”, “net income came to $4.3bn”."""
        low = max(place.first - _NOUN_WITHIN, place.low)
        if self.generic:
            low = next((index + 1 for index in range(place.first - 1, low - 1, -1) if self.scan.gaps[index].startswith(";")), low)
        nearby = range(place.first - 1, low - 1, -1)
        found = (index for index in nearby if self._is_quantity(index) and not self._is_bound(index) and not self._reports(index))
        # "a quake of magnitude 6.4 killed 12 people": a level is the measure of its own number alone.
        index = next((index for index in found if self.scan.words[index] not in self.levels or index == place.first - 1), None)
        return None if index is None else self._head(index, place.low)

    def _is_bound(self, index: int) -> bool:
        """Tell “up” of “up to 20%” from that of “is up 20%”."""
        return self.scan.words[index] in self.particles and self.scan.words[index + 1] in self.brings

    def _noun_behind(self, place: Place) -> int | None:
        """“145% tariffs”, “a 2.2% gain”."""
        scan = self.scan
        for index in range(place.last + 1, min(place.last + _NOUN_BEHIND, place.high) + 1):
            flags = scan.flags[index]
            if scan.gaps[index - 1].strip(" -%)") or scan.words[index] in self.rates:
                return None
            if scan.words[index] in self.within:
                continue
            if self._is_quantity(index) and not flags & Flag.PREPOSITION:
                follower = index + 1
                compound = follower <= place.high and scan.flags[follower] & Flag.QUANTITY and scan.gaps[index] == " "
                return follower if compound and scan.words[follower] not in self.generic else index
            apart = scan.gaps[index - 1].strip(" %)") or not self.generic or "-" in scan.words[index]
            verb = flags & Flag.PAST and not flags & Flag.MODIFIER and not apart
            verb = verb and scan.words[index - 1] not in self.within
            if flags & (Flag.CONJUNCTION | Flag.AUXILIARY) or self._is_number(index) or verb:
                return None
            if flags & Flag.PREPOSITION and scan.words[index] not in self.within:
                return None
        return None

    def _head_behind(self, place: Place) -> int | None:
        """“a 30% surtax”, “€2.5 billion in customs duties”: the last noun before the phrase ends."""
        scan, head = self.scan, None
        if not self.generic:
            return None
        for index in range(place.last + 1, min(place.last + _HEAD_WITHIN, place.high) + 1):
            if scan.gaps[index - 1].strip(" -)") or scan.flags[index] & Flag.RELATIVE:
                break
            if index == place.last + 1 and scan.words[index] in self.within:
                continue
            describes = scan.flags[index] & (Flag.MODIFIER | Flag.ROLE | Flag.ORGANIZATION | Flag.QUANTITY | Flag.PEOPLE)
            if not self._is_plain(index) and not (describes and not scan.flags[index] & (Flag.PREPOSITION | Flag.FUNCTION | Flag.PAST)):
                if scan.capital[index] and (head is None or scan.words[head].endswith(self.adverbs)):
                    # "likely Labour voters": what ends so describes the noun behind the name.
                    continue
                break
            if scan.capital[index]:
                continue
            if scan.words[index].endswith(self.progressive):
                break
            head = index
        return head

    def _any_noun_behind(self, place: Place) -> int | None:
        """“The EU gave €576 million in new grants”."""
        for index in range(place.last + 1, min(place.last + _NOUN_WITHIN, place.high) + 1):
            if self.generic and self.scan.gaps[index - 1].strip(" )(").startswith((",", "–", "—", ";", ":")):
                return None
            if self._is_quantity(index):
                return index
        return None

    def _is_number(self, index: int) -> bool:
        return bool(self.scan.flags[index] & Flag.NUMBER) or self.scan.words[index][0].isdigit()

    def _reports(self, index: int) -> bool:
        """Tell “found that” and “said”, which happen to no number."""
        scan = self.scan
        if scan.words[index] not in self.reporting or (scan.flags[index] & Flag.QUANTITY and not scan.flags[index] & Flag.VERB):
            return False
        return not scan.flags[index] & Flag.MEASURE or scan.words[index + 1] in self.complementizers
