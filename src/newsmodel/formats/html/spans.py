"""Marks in a text: facts that nest or cross, as elements that nest."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from newsmodel.formats.html.markup import Html, escaped
from newsmodel.model import Block, Span


@frozen
class Mark:
    """A stretch of the text and the tags around it.

    Where another mark crosses it, or a block ends in it, the stretch is cut:
    the first part has the tags of the mark, the others those that go on with it.
    """

    span: Span
    rank: int
    """Of marks of the same stretch, the lower one stands outside."""
    first: tuple[Html, Html]
    further: tuple[Html, Html]


def in_order(marks: Sequence[Mark]) -> list[Mark]:
    """Sort marks as they are opened: by their place, the longer outside the shorter."""
    return sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.rank))


def marked(blocks: Sequence[Block], marks: Sequence[Mark]) -> dict[int, Html]:
    """Give the HTML of every prose block, by the index of the block; its text without the tags is the block's."""
    waiting = iter(in_order(marks))
    following = next(waiting, None)
    reaching: list[Mark] = []  # marks that begin before the end of the block
    begun: set[int] = set()
    written: dict[int, Html] = {}
    for index, block in enumerate(blocks):
        if block.span is None:
            continue
        while following is not None and following.span.start < block.span.end:
            reaching.append(following)
            following = next(waiting, None)
        reaching = [mark for mark in reaching if mark.span.end > block.span.start]
        written[index] = Html("".join(_nested(block.text, block.span, reaching, begun)))
    return written


def _nested(text: str, within: Span, marks: Sequence[Mark], begun: set[int]) -> Iterator[str]:
    """Write a block with its marks: where one ends inside another, the inner one is closed and goes on after it."""
    starts: dict[int, list[Mark]] = {}
    for mark in marks:
        starts.setdefault(max(mark.span.start, within.start), []).append(mark)
    cuts = sorted({*starts, *(min(mark.span.end, within.end) for mark in marks), within.end})
    opened: list[tuple[Mark, Html]] = []
    position = within.start
    for cut in cuts:  # pragma: no branch -- the last cut is the end of the block, where it returns
        yield escaped(text[position - within.start : cut - within.start])
        position = cut
        again: list[Mark] = []
        while any(mark.span.end <= cut for mark, _ in opened) or (opened and cut == within.end):
            mark, closing = opened.pop()
            yield closing
            if mark.span.end > cut:
                again.append(mark)
        if cut == within.end:
            return
        for mark in [*reversed(again), *starts.get(cut, ())]:
            start, closing = mark.further if id(mark) in begun else mark.first
            begun.add(id(mark))
            opened.append((mark, closing))
            yield start
