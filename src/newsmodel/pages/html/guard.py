"""Bounds of what the parser is given: its time grows with the square of the nesting, and of some other things."""

from newsmodel.model import Limits, PageError
from newsmodel.pages.html.depth import excess, is_harmless


def check_bounds(source: bytes, limits: Limits) -> None:
    """Refuse a page that the parser should not be given.

    Raises:
        PageError: the page has more bytes than it may, or markup for which the parser would need very long.

    """
    limits.check("size", len(source))
    if not is_harmless(source) and (found := excess(source)) is not None:
        where = f"at byte {found.place}"
        if found.what:
            msg = f"looked for at most {found.what}: found more {where}"
            raise PageError(msg)
        raise too_deep(limits.depth, where)


def too_deep(most: int, where: str) -> PageError:
    """Make the error for a page that is nested too deep."""
    msg = f"looked for at most {most} elements inside one another (Limits.depth): found more {where}"
    return PageError(msg)
