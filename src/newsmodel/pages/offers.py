"""Lines that offer a subscription in place of the rest of an article."""

import tomllib
from functools import cache
from importlib import resources

CUT = "The page has a paywall: its text may be cut."
"""The warning of a page with such a line."""
_LONGEST = 160
"""Characters."""


def is_offer(text: str) -> bool:
    """Tell whether a line asks its reader to subscribe."""
    return len(text) <= _LONGEST and text.casefold().replace("’", "'").startswith(_openings())


@cache
def _openings() -> tuple[str, ...]:
    table = tomllib.loads(resources.files("newsmodel.pages").joinpath("offers.toml").read_text(encoding="utf-8"))
    return tuple(opening.casefold() for opening in table["openings"])
