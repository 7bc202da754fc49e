"""How notebooks show an article: the model knows of no format, so a format that can show one is registered here."""

from collections.abc import Callable
from typing import Any  # an article, which imports this module

Viewer = Callable[[Any], str]
"""Gives an article as HTML that can stand inside another page."""

_viewers: list[Viewer] = []


def register_view(viewer: Viewer) -> None:
    """Let notebooks show articles in this way; the last that is registered is used."""
    _viewers[:] = [viewer]


def view_of(article: object) -> str | None:
    """Give an article as notebooks show it, or ``None`` where no way is registered."""
    return _viewers[0](article) if _viewers else None
