"""Where the header of a dump stands: its headline, and the share bar that closes it."""

import re
from collections.abc import Sequence

from attrs import frozen

from newsmodel.model import PageError
from newsmodel.pages.furniture import Cut, Furniture
from newsmodel.pages.text import Line, ends_sentence, fold, is_sentence, starts_small, words

_DEPTH = 60
"""Lines within which the share bar of a header stands."""
_WORDS_OF_PROSE = 16
"""Words of a line with a stop that is more than a caption."""
_DEPTH_OF_CREDITS = 30
"""Lines within which the byline or the date of a page of an unknown outlet stands."""
_MOST_WORDS_OF_BYLINE = 8
_WORDS_OF_NAME = (2, 3)
_WORDS_OF_HEADLINE = 4
"""Words of a headline at least, where nothing but its length tells it from the name of a section."""
# 'Ann Lee, staff writer': what stands behind a name in a byline.
_BEHIND_NAME = re.compile(r"[,،|•]")
# 'Bridge opens - The Quay': what stands between a headline and the name of the site.
_BEFORE_SITE = re.compile(r" ?(?:[-–—|•·:»] |\Z)")


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


def unknown_headline_at(lines: Sequence[Line], cuts: Sequence[Cut | None], furniture: Furniture, first: int) -> int:
    """Find the headline below the name of the site and its menu, on a page whose furniture nobody knows.

    It is printed twice, with the name of the site behind it the first time; or it stands above the byline or the date, with the summary
    between at most. Where nothing shows it, it is the first line.
    """
    end = next((i for i in range(first, min(len(lines), _DEPTH_OF_CREDITS)) if _is_prose(lines[i].text)), None)
    if end is None:
        end = min(len(lines), _DEPTH_OF_CREDITS)
    repeated = _repeated_at(lines, first, end)
    if repeated is not None:
        return repeated
    # A summary is prose, too: the byline may stand right below it.
    below = next((i for i in range(first + 1, min(len(lines), end + 2)) if is_credit_line(lines[i], furniture)), None)
    if below is None:
        return first
    above = [i for i in range(first, below) if cuts[i] is None and not ends_sentence(lines[i].text)]
    above = above or [i for i in range(first, below) if cuts[i] is None] or [first]
    last = above[-1]
    if len(above) > 1 and _is_written(lines[above[-2]].text) and above[-2] == last - 1:
        # Two titles above one another are headline and summary.
        return above[-2]
    return last


def is_credit_line(line: Line, furniture: Furniture) -> bool:
    """Tell whether a line is a byline or a date, by itself."""
    if furniture.dates(line.text) is not None:
        return True
    found = furniture.by(line.raw)
    if found is None or words(line.text) > _MOST_WORDS_OF_BYLINE or ends_sentence(line.text):
        return False
    # 'Ann Lee', but not 'Gaulle returns': small words of a name are known, and an office stands behind a mark.
    name = _BEHIND_NAME.split(fold(found[0]), maxsplit=1)[0].split()
    small = {*furniture.style.particles, *furniture.joining("and_"), *furniture.joining("with_")}
    return bool(name) and not name[0][:1].isdigit() and not any(word[:1].islower() and word not in small for word in name)


def is_bare_name(text: str, furniture: Furniture) -> bool:
    """Tell whether a line is nothing but the name of a person, as far as capital letters tell."""
    names = [word for word in text.split() if word not in furniture.style.particles]
    return (
        len(names) in _WORDS_OF_NAME
        and not ends_sentence(text)
        and all(word[:1].isupper() and word.replace("-", "").replace("'", "").replace(".", "").isalpha() for word in names)
    )


def _repeated_at(lines: Sequence[Line], first: int, end: int) -> int | None:
    """Find the last line above the prose that a line above it, such as the title of the page, begins with."""
    for i in range(end - 1, first, -1):
        text = lines[i].text
        if words(text) >= _WORDS_OF_HEADLINE and any(
            line.text.startswith(text) and _BEFORE_SITE.match(line.text, len(text)) for line in lines[first:i]
        ):
            return i
    return None


def _is_written(text: str) -> bool:
    """Tell whether a line is a phrase rather than the name of a site or a menu: of several words, some of them small."""
    return words(text) >= _WORDS_OF_HEADLINE and any(starts_small(word) for word in text.split()[1:])


def _is_prose(text: str) -> bool:
    return ends_sentence(text) and words(text) > _WORDS_OF_PROSE // 2
