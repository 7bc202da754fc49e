"""Runs of text and line breaks, cut into paragraphs."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsmodel.model import Role
from newsmodel.pages.body import is_break
from newsmodel.pages.furniture import Furniture
from newsmodel.pages.offers import is_offer
from newsmodel.pages.printed import is_time
from newsmodel.pages.text import ends_sentence, fold

_DASHES = ("—", "–", "-", "―", "~")
_LONGEST_SPEAKER = 120
"""Characters."""

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


def lines_of_run(run: Sequence[str | None], anchors: Sequence[tuple[int, str, str]]) -> Iterator[tuple[str, Links]]:
    """Cut a run into its lines, each with its links; a line without any letter or digit, such as a dash, goes to the one below it."""
    held = ""
    for text, links in _lines(run, anchors):
        whole = f"{held} {text}".strip()
        if any(c.isalnum() for c in whole):
            yield whole, links
            held = ""
        else:
            held = whole
    if held:
        yield held, []


def is_signed(text: str) -> bool:
    """Tell whether a line below a quotation is its speaker: a dash, and a name that is no sentence."""
    return text[:1] in _DASHES and len(text) <= _LONGEST_SPEAKER and not ends_sentence(text) and any(c.isalpha() for c in text)


def role_by_words(text: str, furniture: Furniture, *, has_link: bool) -> Role:
    """Tell what a short paragraph is, by its words."""
    if has_link and furniture.after_related(text) is not None:
        return Role.RELATED
    if is_time(text):
        return Role.DATELINE
    return Role.FURNITURE if furniture.cut(text) is not None or is_offer(text) else Role.PARAGRAPH
