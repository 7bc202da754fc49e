"""Parts above the body that no selector names."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from newsmodel.model import Role
from newsmodel.pages.byline import authors_of
from newsmodel.pages.furniture import Furniture
from newsmodel.pages.html.parts import Part
from newsmodel.pages.printed import first_moments
from newsmodel.pages.text import ends_sentence, fold, starts_small, words

_LONGEST = 160
"""Characters."""
_MOST_WORDS = 16
_PROSE = 40
"""Characters of a paragraph that is more than a label."""
_FEWEST_WORDS_OF_LEDE = 4
_LONGEST_LEDE = 450
_CREDITS = (Role.BYLINE, Role.DATELINE)
_UNNAMED = (Role.FURNITURE, Role.PARAGRAPH, Role.HEADING)


def name_headline(parts: Iterable[Part], headline: str | None) -> None:
    """Give the headline its role, on a page that prints it in a subheading above the first paragraph."""
    for part in parts:
        if part.role is Role.PARAGRAPH:
            break
        if part.text == headline and part.role in _UNNAMED:
            part.role, part.level = Role.HEADLINE, None
            break


def name_lede(parts: Sequence[Part], furniture: Furniture) -> None:
    """Give the summary between headline and byline its role, and the byline below it."""
    headline = next((i for i, part in enumerate(parts) if part.role is Role.HEADLINE), None)
    if headline is None or any(part.role is Role.LEDE for part in parts):
        return
    lede, *credits_ = (*parts[headline + 1 : headline + 3],) or (None,)
    if (
        lede is None
        or not credits_
        or lede.role not in _UNNAMED
        or words(lede.text) < _FEWEST_WORDS_OF_LEDE
        or len(lede.text) > _LONGEST_LEDE
    ):
        return
    below = credits_[0]
    if _named_tag(lede) not in ("p", "h2", "h3", "div") or furniture.cut(lede.text) is not None or _is_credit(lede, furniture):
        return
    if below.role in _CREDITS or _is_credit(below, furniture):
        lede.role, lede.level = Role.LEDE, None
        if below.role not in _CREDITS:
            is_date = furniture.dates(below.text) is not None
            below.role, below.kind = (Role.DATELINE, "date") if is_date else (Role.BYLINE, "byline")


def name_by_words(parts: Iterable[Part], furniture: Furniture) -> None:
    """Give byline, date and copyright above the body their roles, on a page whose markup for them is unknown."""
    parts = tuple(parts)
    has_byline = any(part.kind == "byline" for part in parts)
    for part in parts:
        if part.in_body:
            break
        if part.role is not Role.FURNITURE or not part.raw or len(part.text) > _LONGEST:
            continue
        cut = furniture.cut(part.text)
        if cut is not None:
            part.role = Role.DATELINE if cut.is_date else part.role
        elif furniture.dates(part.text) is not None:
            part.role = Role.DATELINE
        elif furniture.copyright(part.raw) is not None:
            part.role = Role.COPYRIGHT
        elif not has_byline and _is_byline(part, furniture):
            part.role, part.kind = Role.BYLINE, "byline"


def dates_in(parts: Iterable[Part], furniture: Furniture, *, day_first: bool) -> tuple[datetime | date | None, datetime | date | None]:
    """Give when the article was published and changed, by the lines of dates that readers see."""
    lines = (furniture.dates(part.text) for part in parts if part.role is Role.DATELINE and not part.in_body)
    return first_moments((line for line in lines if line is not None), day_first=day_first)


def _named_tag(part: Part) -> str:
    """Give the name of the element that a part was."""
    return part.source.rpartition(" > ")[2].partition(":")[0].partition(".")[0]


def _is_credit(part: Part, furniture: Furniture) -> bool:
    return len(part.text) <= _LONGEST and (furniture.dates(part.text) is not None or _is_byline(part, furniture))


def _is_byline(part: Part, furniture: Furniture) -> bool:
    found = furniture.by(part.raw or part.text)
    if found is None or words(part.text) > _MOST_WORDS or ends_sentence(part.text) or starts_small(fold(found[0])):
        return False
    return bool(authors_of(found[0], furniture, found[1]))


def cut_off_header(parts: Sequence[Part]) -> None:
    """Take what stands above the first paragraph out of a body that holds the headline, too."""
    headline = next((i for i, part in enumerate(parts) if part.role is Role.HEADLINE and part.in_body), None)
    if headline is None:
        return
    first = next((i for i, part in enumerate(parts) if i > headline and part.role is Role.PARAGRAPH and _begins_body(part)), headline)
    for part in parts[:first]:
        part.in_body = False
        part.role = Role.FURNITURE if part.role.is_prose and part.role is not Role.LEDE else part.role


def _begins_body(part: Part) -> bool:
    return len(part.text) >= _PROSE or (ends_sentence(part.text) and words(part.text) >= _FEWEST_WORDS_OF_LEDE)
