"""Runs of text and line breaks, cut into paragraphs."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsmodel.pages.body import is_break
from newsmodel.pages.text import fold

Links = list[tuple[str | None, str]]


def paragraphs(run: Sequence[str | None], anchors: Sequence[tuple[int, str, str]]) -> Iterator[tuple[str, Links]]:
    """Cut a run into paragraphs, each with its links.

    An empty line always parts them; a line break does where the line above ends a sentence and the one below begins one.
    """
    if None not in run:
        if text := fold("".join(run)):  # type: ignore[arg-type] # no None, as the line above tells
            yield text, [(words, href) for _, words, href in anchors]
        return
    current: list[str] = []
    links: Links = []
    is_first = True
    gap = False
    for text, own in _lines(run, anchors):
        if not text:
            gap = True
            continue
        if current and (gap or is_break(current[-1], text, first=is_first and len(current) == 1)):
            yield " ".join(current), links
            current, links, is_first = [], [], False
        gap = False
        current.append(text)
        links += own
    if current:
        yield " ".join(current), links


def _lines(run: Sequence[str | None], anchors: Sequence[tuple[int, str, str]]) -> Iterator[tuple[str, Links]]:
    ends = [*(index for index, text in enumerate(run) if text is None), len(run)]
    own: list[Links] = [[] for _ in ends]
    for at, words, href in anchors:
        own[bisect_left(ends, at)].append((words, href))
    start = 0
    for end, links in zip(ends, own, strict=True):
        yield fold("".join(text or "" for text in run[start:end])), links
        start = end + 1
