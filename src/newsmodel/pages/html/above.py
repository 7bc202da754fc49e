"""Parts above the body that no selector names."""

from collections.abc import Iterable, Sequence

from newsmodel.model import Role
from newsmodel.pages.byline import authors_of
from newsmodel.pages.furniture import Furniture
from newsmodel.pages.html.parts import Part
from newsmodel.pages.text import ends_sentence, fold, starts_small, words

_LONGEST = 160
"""Characters."""
_MOST_WORDS = 16
_PROSE = 40
"""Characters of a paragraph that is more than a label."""


def name_by_words(parts: Iterable[Part], furniture: Furniture) -> None:
    """Give byline, date and copyright above the body their roles, on a page of an era whose markup for them is unknown."""
    for part in parts:
        if part.in_body:
            break
        if part.role is not Role.FURNITURE or not part.raw or len(part.text) > _LONGEST:
            continue
        cut = furniture.cut(part.text)
        if cut is not None:
            part.role = Role.DATELINE if cut.is_date else part.role
        elif furniture.copyright(part.raw) is not None:
            part.role = Role.COPYRIGHT
        elif _is_byline(part, furniture):
            part.role, part.kind = Role.BYLINE, "byline"


def _is_byline(part: Part, furniture: Furniture) -> bool:
    found = furniture.by(part.raw)
    if found is None or words(part.text) > _MOST_WORDS or ends_sentence(part.text) or starts_small(fold(found[0])):
        return False
    return bool(authors_of(found[0], furniture, found[1]))


def cut_off_header(parts: Sequence[Part]) -> None:
    """Take what stands above the first paragraph out of a body that holds the headline, too."""
    headline = next((i for i, part in enumerate(parts) if part.role is Role.HEADLINE and part.in_body), None)
    if headline is None:
        return
    first = next((i for i, part in enumerate(parts) if i > headline and part.role is Role.PARAGRAPH and len(part.text) >= _PROSE), headline)
    for part in parts[:first]:
        part.in_body = False
        part.role = Role.FURNITURE if part.role.is_prose and part.role is not Role.LEDE else part.role
