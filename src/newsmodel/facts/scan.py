"""One walk over a text: its paragraphs, words, quotations and sentences, for every rule to use."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property, partial
from itertools import accumulate
from operator import itemgetter

from newsmodel.facts import dashes, marks
from newsmodel.facts.datelines import dateline_end
from newsmodel.facts.language import Flag, Language
from newsmodel.facts.stretches import numbering, stripped
from newsmodel.facts.words import SOFT_HYPHEN, read
from newsmodel.model import Span

_PARAGRAPH = re.compile(r"[^\n]+")
# The end of a sentence: its stops, then marks and brackets that close with it. The first set stands alone, as that is quicker to find.
_STOP = re.compile(r"[.!?…؟。;][.!?…؟。;]*[)\]”’»'\"“]*")
_OPENERS = '„“«"'
_STOPS = ".!?…؟。"
_LONGEST_SENTENCE = 1500
"""Characters outside of quotations after which a sentence is cut: what has no stop for longer is a list or no prose.

All that looks for something in a sentence looks no further than this.
"""
_QUOTATION = 100
"""Characters that a quotation counts for at most, of those of its sentence."""
_GLUED = 2
_LONGEST_TITLE = 200
_SHORTEST_TITLE = 4
_IN_TITLES = Flag.VERB | Flag.FRAMING | Flag.AUXILIARY | Flag.PREPOSITION | Flag.CONJUNCTION | Flag.ATTITUDE
_LONGEST_ORDINAL = 2
_ATTRIBUTION = 7
_APPOSITION = 28
_SHORT_REST = 60
_FIGURE = Flag.NUMBER | Flag.DATE
_FINITE = Flag.AUXILIARY | Flag.PASSIVE | Flag.PAST | Flag.FINITE


class Scan:
    """A text with what one walk over it tells.

    Words are held as parallel lists (``starts``, ``ends``, ``words``, ``flags``, ``capital``), one entry a word.
    """

    __slots__ = ("__dict__", "_known", "capital", "ends", "flags", "gaps", "language", "paragraphs", "starts", "text", "words")

    def __init__(self, text: str, language: Language) -> None:
        """Walk over the text."""
        self.text = text
        self.language = language
        # What stands between words and the words, in turn; it ends with what stands behind the last word.
        pieces = language.token.split(text)
        places = list(accumulate(map(len, pieces)))
        self.starts: list[int] = places[:-1:2]
        self.ends: list[int] = places[1::2]
        # Where an apostrophe has cut a word off, a blank stands between.
        self.gaps: list[str] = [gap or " " for gap in pieces[2:-1:2]]
        if self.ends:
            self.gaps.append(pieces[-1])
        printed = pieces[1::2]
        # Most words of a text stand in it more than once.
        self._known = read(language, set(printed))
        found = list(map(self._known.__getitem__, printed))
        self.words: list[str] = list(map(itemgetter(0), found))
        self.flags: list[int] = list(map(itemgetter(1), found))
        self.capital: list[bool] = list(map(itemgetter(2), found))
        if SOFT_HYPHEN in text:
            self.gaps = [gap.replace(SOFT_HYPHEN, "") or " " for gap in self.gaps]
        self.paragraphs = [stripped(text, match.start(), match.end()) for match in _PARAGRAPH.finditer(text) if not match.group().isspace()]
        for start, end in self.paragraphs:
            if text[end - 1] not in _STOPS and end - start < _LONGEST_TITLE:
                self._lower_title(start, end)

    def _lower_title(self, start: int, end: int) -> None:
        """Take the capitals of “Obama Says Museum Will Open” for what they are: in a title, only its names have their own."""
        words = range(self.first_from(start), self.first_from(end))
        long = [index for index in words if not self.flags[index] & Flag.FUNCTION]
        if len(long) < _SHORTEST_TITLE or not all(self.capital[index] or self.words[index][0].isdigit() for index in long):
            return
        for index in words[1:]:
            if self.flags[index] & _IN_TITLES:
                self.capital[index] = False

    def __len__(self) -> int:
        """Count the words."""
        return len(self.starts)

    def gap(self, index: int) -> str:
        """Give what stands between a word and the one after it; a blank where an apostrophe has cut a word off."""
        return self.gaps[index]

    def is_age(self, index: int) -> bool:
        """Tell the “jährige” of “die 29-jährige Studentin”, which is no part of an office."""
        return index > 0 and self.gaps[index - 1] == "-" and self.words[index - 1].isdigit() and not self.capital[index]

    def printed(self, first: int, last: int) -> str:
        """Give the text from one word to another."""
        return self.text[self.starts[first] : self.ends[last]]

    def name(self, span: Span) -> str:
        """Give a name as it is shown: where a line may break it is no part of it."""
        return span.of(self.text).replace(SOFT_HYPHEN, "")

    def is_joined(self, index: int, marks: str = "") -> bool:
        """Tell whether no more than blanks, an ending that an apostrophe cuts off, and these marks part a word from the next."""
        gap = self.gaps[index]
        if gap == " ":
            return True
        rest = gap.strip(" ’'" + marks)
        return not rest or rest in self._cut_off

    def is_possessive(self, index: int) -> bool:
        """Tell a word with the ending of a possessive, which no word of its own is: “Obama’s”."""
        gap = self.gaps[index]
        return gap[:1] in ("’", "'") and gap[1:].strip().lower() in self._cut_off

    @cached_property
    def _cut_off(self) -> frozenset[str]:
        return frozenset((*self.language.words("words", "possessives"), *self.language.words("words", "liaisons")))

    def is_finite(self, index: int) -> bool:
        """Tell whether a word can be the verb that makes a clause."""
        return self.flags[index] & _FINITE != 0 and not self.capital[index]

    @cached_property
    def first_from(self) -> Callable[[int], int]:
        """Give the index of the first word that starts at or after a position."""
        # Every rule asks for this, and for the number of a frame or sentence, all the time: no call is as cheap as that of a partial.
        return partial(bisect_left, self.starts)

    def last_before(self, position: int) -> int:
        """Give the index of the last word that ends at or before a position; -1 where there is none."""
        return bisect_right(self.ends, position) - 1

    @cached_property
    def figures(self) -> list[int]:
        """The words that a number or a date may hang on, in order: those that the language lists, and all that begin with a digit."""
        told = {word for word, flags, _ in self._known.values() if flags & _FIGURE or word[0].isdigit()}
        return [index for index, word in enumerate(self.words) if word in told]

    @cached_property
    def quotations(self) -> list[marks.Quotation]:
        """The outermost quotations, in order."""
        dashed = bool(self.language.words("quotes", "dashes"))
        out: list[marks.Quotation] = []
        for start, end in self.paragraphs:
            found = marks.find(self.text, start, end)
            if dashed and not found:
                found = dashes.spoken(self, start, end)
            elif dashed:
                found = [part for quotation in found for part in dashes.divided(self, quotation)]
            out.extend(found)
        return out

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences, in order; those inside a quotation count."""
        return [sentence for sentences in self._plain for sentence in sentences]

    @cached_property
    def _plain(self) -> list[list[tuple[int, int]]]:
        """The sentences of each paragraph; those inside a quotation count."""
        return [self._split(start, end, []) for start, end in self.paragraphs]

    @cached_property
    def datelines(self) -> dict[int, int]:
        """Where the first sentence begins, for the beginning of each paragraph that a dateline opens."""
        found = ((start, dateline_end(self.text, start, end)) for start, end in self.paragraphs)
        said = Flag.PRONOUN | Flag.AUXILIARY | Flag.VERB | Flag.RELATIVE
        return {start: begin for start, begin in found if begin > start and not self.flags[self.first_from(start)] & said}

    @cached_property
    def frames(self) -> list[tuple[int, int]]:
        """The sentences with their quotations kept whole: “One. Two,” he said. is one frame."""
        out: list[tuple[int, int]] = []
        quotations = self.quotations
        index = 0
        for number, (start, end) in enumerate(self.paragraphs):
            inside = []
            while index < len(quotations) and quotations[index].outer_start < end:
                inside.append(quotations[index])
                index += 1
            out.extend(self._split(start, end, inside) if inside else self._plain[number])
        return out

    @cached_property
    def quoting(self) -> frozenset[int]:
        """The numbers of the frames in which quotations stand, wholly or in part."""
        held = ((self.frame_number(each.outer_start), self.frame_number(each.outer_end - 1)) for each in self.quotations)
        return frozenset(number for first, last in held for number in range(first, last + 1))

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.outer_start for quotation in self.quotations]

    @cached_property
    def frame_number(self) -> Callable[[int], int]:
        """Give the number of the frame that holds a position."""
        return numbering(self.frames)

    @cached_property
    def _sentence_number(self) -> Callable[[int], int]:
        return numbering(self.sentences)

    @cached_property
    def paragraph_index(self) -> Callable[[int], int]:
        """Give the number of the paragraph that holds a position."""
        return numbering(self.paragraphs)

    def frame_at(self, position: int) -> tuple[int, int]:
        """Give the frame that holds a position."""
        return self.frames[self.frame_number(position)]

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Give the sentence that holds a position."""
        return self.sentences[self._sentence_number(position)]

    def quotations_in(self, start: int, end: int) -> list[marks.Quotation]:
        """Give the quotations that lie in a stretch, wholly or in part."""
        first = bisect_right(self._quotation_starts, start, 1) - 1
        return [each for each in self.quotations[first : bisect_left(self._quotation_starts, end)] if each.outer_end > start]

    def quotation_at(self, position: int) -> marks.Quotation | None:
        """Give the quotation that holds a position, marks included."""
        index = bisect_right(self._quotation_starts, position) - 1
        if index >= 0 and position < self.quotations[index].outer_end:
            return self.quotations[index]
        return None

    def _split(self, start: int, end: int, quotations: list[marks.Quotation]) -> list[tuple[int, int]]:
        """Cut a paragraph into sentences; a stop inside a quotation counts only where both end together."""
        text, begin, next_quotation = self.text, self.datelines.get(start, start), 0
        out = [stripped(text, start, begin)] if begin > start else []
        for match in _STOP.finditer(text, start, end):
            stop = match.end()
            while next_quotation < len(quotations) and quotations[next_quotation].outer_end < stop:
                next_quotation += 1
            inside = next_quotation < len(quotations) and quotations[next_quotation].outer_start < match.start()
            if inside:
                quotation = quotations[next_quotation]
                if match.end() == quotation.end:
                    # "« C’est mal. »": a blank stands before the mark.
                    stop = quotation.outer_end
                if stop < quotation.outer_end or (stop < end and self._is_attributed(stop, begin, quotation)):
                    continue
            if stop > begin and self._ends_sentence(match.start(), stop, end):
                out.extend(self._cut(begin, stop, quotations))
                begin = stop
                while begin < end and text[begin].isspace():
                    begin += 1
        if begin < end:
            out.extend(self._cut(begin, end, quotations))
        return out

    def _cut(self, start: int, end: int, quotations: list[marks.Quotation]) -> list[tuple[int, int]]:
        """Cut a sentence where it is longer than any can be, before a word or a quotation."""
        if end - start <= _LONGEST_SENTENCE:
            return [(start, end)]
        out: list[tuple[int, int]] = []
        number = bisect_left(quotations, start, key=_opening)
        while True:
            limit = start + _LONGEST_SENTENCE
            while number < len(quotations) and quotations[number].outer_start < limit:
                quotation = quotations[number]
                limit = max(limit + max(quotation.outer_end - quotation.outer_start - _QUOTATION, 0), quotation.outer_end)
                number += 1
            index = self.first_from(limit)
            cut = self.starts[index] if index < len(self.starts) else end
            if number < len(quotations):
                cut = min(cut, quotations[number].outer_start)
            if cut >= end:
                return [*out, (start, end)]
            out.append((start, start + len(self.text[start:cut].rstrip())))
            start = cut

    def _is_attributed(self, position: int, begin: int, quotation: marks.Quotation) -> bool:
        """Tell whether words of attribution follow a quotation that ends like a sentence: “Why?” Smith asked.

        What has been attributed before it (X said: “…”) is not so again, and behind a full stop the words must end with their verb:
        “It is bad.” Joe Tran said it was good. are two sentences.
        """
        first = self.first_from(position)
        if self._is_announced(begin, quotation):
            return False
        stopped = self.text[quotation.end - 1] == "."
        if self._is_told_of(first):
            return True
        for index in range(first, min(first + _ATTRIBUTION, len(self.starts))):
            flags = self.flags[index]
            if "\n" in self.text[position : self.starts[index]]:
                return False
            phrase = flags & Flag.PHRASE and self.language.phrases.verb.match(self.text, self.starts[index])
            verb = flags & (Flag.VERB | Flag.ADDRESSING) or phrase
            if index == first and flags & Flag.CONJUNCTION and not flags & Flag.PRONOUN:
                return False
            if verb and not self.capital[index]:
                if stopped and index > first:
                    return self._ends_attribution(index)
                return index == first or "." in self.text[self.ends[index] : self.ends[index] + _SHORT_REST]
            if (
                not (self.capital[index] or flags & (Flag.PRONOUN | Flag.TITLE | Flag.ROLE | Flag.MODIFIER | Flag.ARTICLE | Flag.PARTICLE))
                or flags & Flag.DATE
            ):
                return False
        return False

    def _is_announced(self, begin: int, quotation: marks.Quotation) -> bool:
        """Tell “X said: “…””: a reporting verb, and a colon or comma right before the mark."""
        if self.text[begin : quotation.outer_start].rstrip()[-1:] not in (":", ","):
            return False
        last = self.last_before(quotation.outer_start)
        words = range(max(last - _ATTRIBUTION, self.first_from(begin)), last + 1)
        return any(self.flags[index] & (Flag.VERB | Flag.FRAMING) and not self.capital[index] for index in words)

    def _ends_attribution(self, index: int) -> bool:
        """Tell a verb that ends its words: at a mark, or before a time, a place or an adverb."""
        if self.gaps[index].strip() or index + 1 >= len(self.starts):
            return True
        if self.flags[index + 1] & Flag.PREPOSITION and any(mark in gap for gap in self.gaps[index + 1 : index + 3] for mark in _OPENERS):
            # "Ein Nachbar spricht von „Glück“": the verb has words in marks of its own.
            return False
        return bool(self.flags[index + 1] & (Flag.PREPOSITION | Flag.DATE | Flag.ADVERB)) and not self.flags[index + 1] & Flag.DETERMINER

    def _is_told_of(self, first: int) -> bool:
        """Tell “…” Anna Brown, a professor who lives in Seoul, told: a name with an apposition, and then the verb."""
        comma = False
        for index in range(first, min(first + _APPOSITION, len(self.starts))):
            if comma and self.flags[index] & Flag.VERB and not self.capital[index] and self.gaps[index - 1].startswith(","):
                return True
            gap = self.gaps[index]
            if "." in gap or "\n" in gap or (not comma and not self.capital[index]):
                return False
            comma = comma or gap.startswith(",")
        return False

    def _ends_sentence(self, at: int, stop: int, end: int) -> bool:
        text = self.text
        if stop >= end:
            return True
        if text[at] == ";":
            return False
        if not text[stop].isspace():
            return self._is_glued(at, stop)
        follower = text[stop : stop + 4].lstrip()[:2]
        # "iPhones" begins a sentence as a capital letter does.
        if follower[:1].islower() and not follower[1:].isupper():
            return False
        if text[at] != "." or stop - at > 1:
            return True
        word = self.last_before(at)
        if self._dotted_ordinals and word >= 0 and self.ends[word] == at and self._is_ordinal(word):
            return False
        if word < 0 or self.ends[word] < at:
            # The stop may be the last of a dotted abbreviation: "U.S."
            dotted = word + 1 < len(self.starts) and self.starts[word + 1] < at < self.ends[word + 1]
            return not (dotted and follower[:1].isupper() and self._goes_on(stop))
        initial = self.ends[word] - self.starts[word] == 1 and self.capital[word] and not self.flags[word] & Flag.ORGANIZATION
        shortened = initial or text[self.starts[word] : at] in self._abbreviations
        return not (shortened and self._goes_on(stop))

    def _is_glued(self, at: int, stop: int) -> bool:
        """Tell “its end.A few”, where a blank was forgotten, from an address such as www.Example.Com."""
        text = self.text
        before, after = text[max(at - _GLUED, 0) : at], text[stop + 1 : stop + 2]
        if not (text[stop].isupper() and (after.islower() or after.isspace()) and before.isalnum() and not before.isupper()):
            return False
        word, follower = self.last_before(at), self.first_from(stop)
        chained = word >= 0 and text[self.starts[word] - 1 : self.starts[word]] == "."
        ends = self.ends[follower] if follower < len(self.ends) else stop
        return not chained and not (text[ends : ends + 1] == "." and text[ends + 1 : ends + 2].isalnum())

    @cached_property
    def _dotted_ordinals(self) -> bool:
        return "." in self.language.words("numbers", "ordinals")

    def _is_ordinal(self, word: int) -> bool:
        """Tell a day of the month or an ordinal by its article or preposition, or by the month after it: “am 3. Januar”."""
        if not self.words[word].isdigit() or self.ends[word] - self.starts[word] > _LONGEST_ORDINAL or word + 1 >= len(self.starts):
            return False
        led = word > 0 and self.flags[word - 1] & (Flag.ARTICLE | Flag.DETERMINER | Flag.PREPOSITION | Flag.DATE | Flag.TITLE)
        return bool(led or self.flags[word + 1] & Flag.DATE)

    def _goes_on(self, stop: int) -> bool:
        """Tell whether the word after a dotted abbreviation goes on with it: a name does, a word that opens sentences does not."""
        follower = self.first_from(stop)
        return follower < len(self.starts) and not self.flags[follower] & Flag.FUNCTION

    @cached_property
    def _abbreviations(self) -> frozenset[str]:
        return self.language.word_set("words", "abbreviations")


def _opening(quotation: marks.Quotation) -> int:
    return quotation.outer_start
