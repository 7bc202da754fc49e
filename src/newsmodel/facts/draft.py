"""Quotes before their speakers have become entities."""

from bisect import bisect_left
from operator import attrgetter

from attrs import define

from newsmodel.facts.cues import Cue
from newsmodel.facts.source import Source
from newsmodel.model import QuoteKind, Span


@define(kw_only=True, eq=False)
class Draft:
    """A quote before its speaker has become an entity."""

    span: Span
    """Where the words stand."""

    kind: QuoteKind
    """Direct, indirect or mixed."""

    speaker: int | None = None
    """Number of the speaker in the register."""

    source: Source | None = None
    """The words that tell the speaker."""

    cue: Cue | None = None
    """The reporting words."""


_START = attrgetter("span.start")
_FURTHEST = 100
"""Quotes looked back at: who spoke before as many others that nobody is known to have said does not go on to speak."""


def last_speaker(drafts: list[Draft], before: int) -> tuple[int, int] | None:
    """Give who spoke last before a position, and where; ``None`` where nobody did."""
    # Mostly all of them stand before it.
    count = len(drafts) if drafts and drafts[-1].span.start < before else bisect_left(drafts, before, key=_START)
    for number in range(count - 1, max(count - _FURTHEST, 0) - 1, -1):
        draft = drafts[number]
        if draft.speaker is not None and not (draft.source is not None and draft.source.thing):
            return draft.speaker, max(draft.span.end, draft.source.span.end if draft.source is not None else 0)
    return None
