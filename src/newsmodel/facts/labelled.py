"""Speech that a label opens: “Kerry: the truce is over” in a headline, and the turns of an interview or a transcript."""

import re
from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from newsmodel.facts.cues import Cue
from newsmodel.facts.draft import Draft
from newsmodel.facts.entities import Register
from newsmodel.facts.language import Flag
from newsmodel.facts.mention import Mention
from newsmodel.facts.scan import Scan
from newsmodel.facts.source import Source
from newsmodel.model import EntityKind, QuoteKind, Span

# `Anna Brown: `   `BROWN: `
_LABEL = re.compile(r"[“\"]?(?P<name>[^\W\d_][^:\n“”\"]{0,40}?)\s?:\s+(?=\S)")
_LONGEST_LABEL = 44
"""Characters of the longest label that the pattern matches, its colon included."""
_FEWEST_TURNS = 3
_FEWEST_WORDS = 3
# "Q:" names nobody.
_SHORTEST_NAME = 2
_VERBAL = Flag.FUTURE | Flag.VERB | Flag.FRAMING
_MARKS = ' \u00a0“”"„«»'


@frozen(kw_only=True)
class _Turn:
    """A paragraph that a name and a colon open."""

    mention: Mention
    speaker: int
    colon: int
    start: int
    end: int
    words: int


class Labelled:
    """Finds the paragraphs of one text that a label attributes."""

    def __init__(self, scan: Scan, register: Register) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.register = register
        self.by_start = {mention.span.start: mention for mention in register.mentions}

    def find(self, drafts: list[Draft]) -> list[Draft]:
        """Find them, in order; where a text goes on from turn to turn they are its speakers' own words.

        What has been found in a paragraph already, as ``drafts``, stands.
        """
        turns = list(self._turns(drafts))
        often = Counter(turn.speaker for turn in turns)
        is_transcript = len(turns) >= _FEWEST_TURNS and max(often.values(), default=0) > 1
        out = []
        for turn in turns:
            if is_transcript or (turn.words >= _FEWEST_WORDS and self._is_clause(turn)):
                self.register.speaks(turn.speaker)
                word = turn.mention.last
                out.append(
                    Draft(
                        span=Span(turn.start, turn.end),
                        kind=QuoteKind.DIRECT if is_transcript else QuoteKind.INDIRECT,
                        speaker=turn.speaker,
                        source=Source(span=turn.mention.span, mention=turn.mention),
                        cue=Cue(first=word, last=word, span=Span(turn.colon, turn.colon + 1)),
                    )
                )
        return out

    def _turns(self, drafts: list[Draft]) -> Iterator[_Turn]:
        scan = self.scan
        quoted = {scan.paragraph_index(draft.span.start) for draft in drafts}
        for number, (start, end) in enumerate(scan.paragraphs):
            if number in quoted or scan.text.find(":", start, start + _LONGEST_LABEL) < 0:
                continue
            match = _LABEL.match(scan.text, start, end)
            mention = self.by_start.get(match.start("name")) if match else None
            if match is None or mention is None or mention.span.end != match.end("name"):
                continue
            if mention.kind is EntityKind.PLACE or len(mention.name) < _SHORTEST_NAME:
                continue
            speaker = self.register.of(mention)
            close = end
            while close > match.end() and scan.text[close - 1] in _MARKS:
                close -= 1
            words = scan.first_from(close) - scan.first_from(match.end())
            if words and self._can_speak(speaker):
                colon = scan.text.index(":", match.end("name"))
                yield _Turn(mention=mention, speaker=speaker, colon=colon, start=match.end(), end=close, words=words)

    def _can_speak(self, speaker: int) -> bool:
        """Tell a name from the capital words of a rubric: it is a person's, or the text has it more than once."""
        kind = self.register.kind(speaker)
        return kind is EntityKind.PERSON or (kind is not EntityKind.PLACE and len(self.register.spans(speaker)) > 1)

    def _is_clause(self, turn: _Turn) -> bool:
        scan = self.scan
        words = range(scan.first_from(turn.start), scan.first_from(turn.end))
        held = any(quotation.double for quotation in scan.quotations_in(turn.start, turn.end))
        return not held and any(scan.is_finite(index) or scan.flags[index] & _VERBAL for index in words)
