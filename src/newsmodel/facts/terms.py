"""Titles, terms and names in quotation marks, in sentences that report speech."""

from newsmodel.facts.carried import Context
from newsmodel.facts.cited import Cited
from newsmodel.facts.cues import Cue
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

_TITLE_WORDS = 8
_LONGEST_NAME = 3


class Terms:
    """Tells what stands in marks without being said, in one text."""

    def __init__(self, scan: Scan, cited: Cited, names: frozenset[int]) -> None:
        """Prepare for a text; ``names`` are all words of names."""
        self.scan = scan
        self.cited = cited
        self.names = names
        self.terms = scan.language.word_set("quotes", "terms")
        self.naming = scan.language.word_set("quotes", "names")
        self.capital_nouns = scan.language.capital_nouns

    def is_term(self, context: Context, cue: Cue | None, *, direct: bool) -> bool:
        """Tell a title or a term from words that were said, in a sentence that reports speech; ``direct`` where they are one themselves."""
        scan = self.scan
        words = range(scan.first_from(context.quotation.start), scan.first_from(context.quotation.end))
        if not words or self._is_named_term(words[0] - 1, context.start):
            return True
        addressed = cue is not None and cue.addressing and cue.last == words[0] - 1 and len(words) <= _LONGEST_NAME
        if addressed and self.is_title(words):
            # "told “Newsnight” that it was late"
            return True
        if self._is_named(words) or self._is_told_behind(context, words, cue):
            return True
        if self.capital_nouns:
            return self.cited.follows_noun(context.quotation, context.start, self.names)
        titled = 1 < len(words) < _TITLE_WORDS and self.is_title(words)
        if not titled or (cue is not None and cue.framing):
            return False
        named = any(scan.capital[index] and not scan.flags[index] & Flag.FUNCTION for index in words)
        return not direct or (named and self._is_embedded(context, cue))

    def is_title(self, words: range) -> bool:
        """Tell capital words, with small ones between them, from a phrase."""
        scan = self.scan
        small = Flag.FUNCTION | Flag.PREPOSITION | Flag.ARTICLE | Flag.CONJUNCTION
        titled = all(scan.capital[i] or scan.flags[i] & small or scan.words[i].isdigit() for i in words)
        named = any(scan.capital[i] and not scan.flags[i] & small for i in words)
        # "It Is Over", but not "It is over"
        return titled and (named or sum(scan.capital[i] for i in words) > 1)

    def _is_named_term(self, before: int, start: int) -> bool:
        """Tell what a word like “so-called” or “titled” leads to."""
        return before >= 0 and self.scan.starts[before] >= start and self.scan.words[before] in self.terms

    def _is_named(self, words: range) -> bool:
        """Tell “a racehorse named “Late Again”” by its capitals from “Bell called it “Late””, where somebody gives a name."""
        scan, given = self.scan, words[0] - 1
        if given < 1 or scan.words[given] not in self.naming or not self.is_title(words):
            return False
        return not scan.capital[given - 1] and not scan.flags[given - 1] & (Flag.PRONOUN | Flag.AUXILIARY | Flag.RELATIVE)

    def _is_told_behind(self, context: Context, words: range, cue: Cue | None) -> bool:
        """Tell the name that the words behind it explain: “They train “Cupid,” a program that suggests lines”."""
        scan, quotation, behind = self.scan, context.quotation, words.stop
        if len(words) > _LONGEST_NAME or not self.is_title(words) or behind >= len(scan) or (cue is not None and cue.last == words[0] - 1):
            return False
        between = scan.text[quotation.end - 1 : scan.starts[behind]]
        return "," in between and between[-1:] == " " and bool(scan.flags[behind] & Flag.ARTICLE) and scan.starts[behind] < context.end

    def _is_embedded(self, context: Context, cue: Cue | None) -> bool:
        """Tell a title whose comma stands inside its marks, as American papers print it: on “Meet the Press,” X said."""
        scan, quotation = self.scan, context.quotation
        before = scan.text[context.start : quotation.outer_start].rstrip()
        word = scan.last_before(quotation.outer_start)
        led = bool(before) and before[-1] not in ",:" and word >= 0 and not scan.flags[word] & (Flag.VERB | Flag.FRAMING)
        return led and (cue is None or cue.last != word)
