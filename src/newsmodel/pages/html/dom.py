"""The HTML parser, behind a seam: the only module that names it."""

from functools import cache
from typing import Protocol, Self

from selectolax.lexbor import LexborHTMLParser, SelectolaxError


class Node(Protocol):
    """What the reading of a page needs of a node; texts and comments are nodes too, with tags that begin with ``-``."""

    @property
    def tag(self) -> str | None:
        """Name of the element in small letters; ``-text`` for a text."""

    @property
    def mem_id(self) -> int:
        """What is the same for two objects exactly if they stand for one node."""

    @property
    def attributes(self) -> dict[str, str | None]:
        """Its attributes; ``None`` for one without value."""

    @property
    def parent(self) -> Self | None:
        """The node that it stands in."""

    @property
    def first_child(self) -> Self | None:
        """The first node inside it."""

    @property
    def next(self) -> Self | None:
        """The node behind it."""

    @property
    def text_content(self) -> str | None:
        """The text of a text node."""

    def css(self, query: str) -> list[Self]:
        """Give the elements inside it that a selector finds, in order."""

    def css_first(self, query: str) -> Self | None:
        """Give the first of them."""

    def text(self, *, deep: bool = ..., separator: str = ...) -> str:
        """Give all text inside it."""


def parsed(source: bytes) -> Node:
    """Parse a page, which must be UTF-8, and give its root element."""
    root: Node | None = LexborHTMLParser(source).root
    assert root is not None  # noqa: S101 - HTML5 makes a root of anything; told to the type checker
    return root


@cache
def is_selector(text: str) -> bool:
    """Tell whether a text is a CSS selector that the parser can evaluate."""
    try:
        LexborHTMLParser(b"<p>").css(text)
    except (SelectolaxError, ValueError):
        return False
    return True
