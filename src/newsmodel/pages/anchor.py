"""Where the header of a dump stands: its headline, and the share bar that closes it."""

from collections.abc import Sequence

from attrs import frozen

from newsmodel.model import PageError
from newsmodel.pages.furniture import Cut, Furniture
from newsmodel.pages.text import Line, ends_sentence, is_sentence, words

_DEPTH = 60
"""Lines within which the share bar of a header stands."""
_WORDS_OF_PROSE = 16
"""Words of a line with a stop that is more than a caption."""


@frozen(kw_only=True)
class Anchor:
    """The share bar of the header, found without knowing its language."""

    bar: str | None
    first: int
    """Index of its first line."""
    last: int
    """Index of its last line."""


def anchor_of(lines: Sequence[Line], cuts: Sequence[Cut | None], furniture: Furniture) -> Anchor | None:
    """Find the share bar of the header; ``None`` where the header has none."""
    depth = min(_DEPTH, len(lines))
    for i in range(depth):
        share = furniture.before_close(lines[i].text)
        if share is None:
            continue
        if share and i and lines[i - 1].text.startswith(share):
            return Anchor(bar=lines[i - 1].text, first=i - 1, last=i)
        above = cuts[i - 1] if i else None
        if above is not None and above.kinds & {"share", "comments"}:
            return Anchor(bar=lines[i - 1].text, first=i - 1, last=i)
        return Anchor(bar=share or None, first=i, last=i)
    for i in range(depth):
        cut = cuts[i]
        if cut is not None and cut.is_bar:
            # A bar below two sentences, or above none, closes the body of a page whose header has none.
            above_bar = sum(ends_sentence(line.text) and words(line.text) > _WORDS_OF_PROSE for line in lines[:i])
            goes_on = any(own is None and is_sentence(line.text) for line, own in zip(lines[i:], cuts[i:], strict=True))
            return Anchor(bar=lines[i].text, first=i, last=i) if above_bar <= 1 and goes_on else None
    return None


def headline_at(lines: Sequence[Line], cuts: Sequence[Cut | None], anchor: Anchor | None) -> int:
    """Find the first line that is neither furniture nor in one group with navigation."""
    own_group = lines[anchor.first].group if anchor else None
    navigation = {
        line.group
        for line, cut in zip(lines[:_DEPTH], cuts, strict=False)
        if cut is not None and "navigation" in cut.kinds and not any(cut.languages)
    } - {own_group}
    first = next((i for i, cut in enumerate(cuts) if cut is None and lines[i].group not in navigation), None)
    if first is None:
        first = next((i for i, cut in enumerate(cuts) if cut is None), None)
    if first is None:
        msg = f"looked for a headline: found {len(lines)} lines of furniture and nothing else, the first {lines[0].text[:60]!r}"
        raise PageError(msg)
    return first
