"""Titles, newspapers and slogans in quotation marks, told from speech by what stands round them."""

import re

from newsmodel.facts.language import Flag
from newsmodel.facts.marks import Quotation
from newsmodel.facts.scan import Scan

_LONGEST_TITLE = 8
_LONGEST_NAME = 4
_CLAUSE = 10
# “Yes to Bikes” (2008)
_YEAR = re.compile(r"\s?\((?:1[89]|20)\d\d\)")
_SMALL = Flag.FUNCTION | Flag.PREPOSITION | Flag.ARTICLE | Flag.CONJUNCTION | Flag.PRONOUN


class Cited:
    """Tells the quotations of one text that only name something."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        # The rules hold where attributions are inverted: there a capital inside a sentence opens no speech.
        self.active = scan.language.inverts
        self.capital_nouns = scan.language.capital_nouns
        self.works = scan.language.word_set("quotes", "works")
        self.makers = scan.language.word_set("quotes", "agents") if self.works else frozenset()
        self.terms = scan.language.word_set("quotes", "terms")
        self.carriers = scan.language.words("quotes", "carriers")
        self.openers = scan.language.word_set("quotes", "verb_final")
        self.within = scan.language.word_set("quotes", "within")
        self.genitives = scan.language.word_set("words", "genitive_articles")
        self.datives = scan.language.word_set("words", "datives")

    def is_work(self, quotation: Quotation, start: int) -> bool:
        """Tell a title by who made it, by its year, or by a noun such as “film” before it; its sentence begins at ``start``."""
        scan = self.scan
        words = range(scan.first_from(quotation.start), scan.first_from(quotation.end))
        if not self.works or not words:
            return False
        if _YEAR.match(scan.text, quotation.outer_end):
            return True
        maker, noun = words.stop, words.start - 1
        if maker + 1 < len(scan) and scan.words[maker] in self.makers and scan.text[quotation.outer_end : scan.starts[maker]] == " ":
            return scan.capital[maker + 1] and (self._is_titled(words) or (scan.capital[words[0]] and scan.text[quotation.end - 1] == ","))
        if maker < len(scan) and scan.words[maker] in self.works and scan.text[quotation.outer_end : scan.starts[maker]] == " ":
            # "the broadcaster's “Today” programme"
            return all(scan.capital[index] or scan.flags[index] & _SMALL or scan.words[index].isdigit() for index in words[1:] or words)
        led = noun >= 0 and scan.starts[noun] >= start and scan.words[noun] in self.works
        return led and scan.text[scan.ends[noun] : quotation.outer_start] in (" ", ", ", ": ") and self._is_titled(words)

    def _is_titled(self, words: range) -> bool:
        """Tell “Iron Hands 3: The Hour of the Wolf” by its capitals."""
        scan = self.scan
        named = any(scan.capital[index] and not scan.flags[index] & _SMALL for index in words)
        return named and all(scan.capital[index] or scan.flags[index] & _SMALL or scan.words[index].isdigit() for index in words)

    def is_name(self, quotation: Quotation, start: int, names: frozenset[int]) -> bool:
        """Tell whether a quotation, in a sentence that begins at ``start``, is a title; ``names`` are the words of names."""
        scan = self.scan
        words = range(scan.first_from(quotation.start), scan.first_from(quotation.end))
        before = words.start - 1
        if not self.active or not words or before < 0 or scan.starts[before] < start:
            return False
        led = scan.text[scan.ends[before] : quotation.outer_start]
        if led[-1:] in "-‑" and led:
            # "ZDF-„Morgenmagazin“"
            return True
        if led.strip(" \u00a0\u202f:"):
            return False
        if scan.words[before] in self.terms:
            return True
        if led.strip() or scan.text[quotation.end - 1] in ".!?…," or not scan.capital[words[0]]:
            return False
        if len(words) <= _LONGEST_TITLE and self.carriers and (self._is_carried(before, start) or self._is_explained(quotation)):
            return True
        if scan.text[quotation.outer_end : quotation.outer_end + 1] == "," and len(words) > _LONGEST_NAME:
            return False
        return self._is_german_title(words, before, names) if self.capital_nouns else self._is_title(words, before)

    def _is_carried(self, noun: int, start: int) -> bool:
        """Tell “das Frauenhaus „Lichtblick““ by a noun for what has a name, where nobody calls it so: “nannte das Haus „Ruine““."""
        scan = self.scan
        if scan.capital[noun] is not self.capital_nouns or not scan.words[noun].endswith(self.carriers):
            return False
        for index in range(noun - 1, max(noun - _CLAUSE, 0) - 1, -1):
            if scan.starts[index] < start or (scan.gaps[index].strip() and scan.gaps[index] != "-"):
                break
            if scan.flags[index] & Flag.FRAMING and not scan.capital[index]:
                return False
        return True

    def _is_explained(self, quotation: Quotation) -> bool:
        """Tell « Ce que disent les pierres », premier documentaire de …: an apposition tells what it is."""
        scan, first = self.scan, self.scan.first_from(quotation.outer_end)
        if first + 1 >= len(scan) or scan.text[quotation.outer_end : scan.starts[first]] != ", ":
            return False
        small = Flag.ARTICLE | Flag.MODIFIER | Flag.NUMBER | Flag.DETERMINER
        while first + 1 < len(scan) and scan.flags[first] & small and scan.gaps[first] in (" ", "’", "'"):
            first += 1
        return scan.capital[first] is self.capital_nouns and scan.words[first].endswith(self.carriers)

    def _is_title(self, words: range, before: int) -> bool:
        """Tell « La Nuit des phares » by its capital, after a preposition, an article or a noun, and « Le Monde » by all of them."""
        scan = self.scan
        flags = scan.flags[before]
        named = all(scan.capital[index] or scan.flags[index] & _SMALL for index in words)
        if flags & (Flag.PREPOSITION | Flag.ARTICLE) and not flags & Flag.CONJUNCTION:
            return len(words) <= _LONGEST_TITLE
        return len(words) <= _LONGEST_NAME and named and not flags & (Flag.VERB | Flag.FRAMING | Flag.RELATIVE)

    def _is_german_title(self, words: range, before: int, names: frozenset[int]) -> bool:
        """Tell „Das Haus am Kanal“ by the capital of a small word, „Marine Letters“ by all of them after a noun."""
        scan = self.scan
        if len(words) > _LONGEST_TITLE:
            return False
        flags = scan.flags[before]
        noun = scan.capital[before] and (before not in names or bool(scan.flags[before] & Flag.ORGANIZATION))
        inside = scan.words[before] in self.within or scan.words[max(before - 1, 0)] + " " + scan.words[before] in self.within
        if inside and len(words) <= _LONGEST_NAME and all(scan.capital[index] for index in words):
            return True
        small = bool(scan.flags[words[0]] & _SMALL) and len(words) > 1
        if small and (noun or flags & (Flag.PREPOSITION | Flag.ARTICLE)):
            return True
        if len(words) > _LONGEST_NAME or not all(scan.capital[index] for index in words):
            return False
        # "sagte Marquard der „Augsburger Allgemeinen“", "im Fachblatt „Marine Letters“"
        if flags & Flag.ARTICLE and self._reports(before, words.stop):
            return True
        # "sagte Marquard der „Zeit“", "sagte er am Montag dem „Spiegel“"
        told = before - 1 in names or scan.flags[before - 1] & (Flag.PRONOUN | Flag.DATE)
        addressed = scan.words[before] in self.datives and told and scan.gaps[before - 1] == " "
        return bool(addressed) or (noun and len(words) > 1)

    def _reports(self, article: int, follower: int) -> bool:
        """Tell the newspaper of “wie die „FAZ“ berichtet” by the verb behind it, and “wie” or nothing before its article."""
        scan = self.scan
        if scan.starts[article] != scan.frame_at(scan.starts[article])[0] and scan.words[article - 1] not in self.openers:
            return False
        for index in range(follower, min(follower + _CLAUSE, len(scan))):
            if index > follower and scan.gaps[index - 1].strip():
                return False
            if scan.flags[index] & Flag.VERB and not scan.capital[index]:
                return True
        return False

    def follows_noun(self, quotation: Quotation, start: int, names: frozenset[int]) -> bool:
        """Tell the title after an article where nouns are capital: “der Podcast des „Stern““, “aus der „Roten Burg““."""
        scan = self.scan
        words = range(scan.first_from(quotation.start), scan.first_from(quotation.end))
        article, noun = words.start - 1, words.start - 2
        if not words or len(words) > _LONGEST_NAME or noun < 0 or scan.starts[article] < start or not scan.capital[words.start]:
            return False
        if not scan.flags[article] & Flag.ARTICLE or scan.capital[article]:
            return False
        if scan.gaps[noun] != " " or scan.text[scan.ends[article] : quotation.outer_start] != " ":
            return False
        named = all(scan.capital[index] for index in words)
        if named and scan.flags[noun] & (Flag.VERB | Flag.FRAMING):
            return scan.words[article] in self.datives
        if named and len(words) > 1 and scan.words[article] in self.datives and scan.flags[noun] & Flag.PREPOSITION:
            return True
        return scan.words[article] in self.genitives and scan.capital[noun] and noun not in names and not scan.flags[noun] & Flag.FUNCTION
