"""Pages that are no articles: what a page without one looks like."""

from collections.abc import Sequence

from newsmodel.model import PageError
from newsmodel.pages.html.dom import Node
from newsmodel.pages.html.says import Says, path_of
from newsmodel.pages.layout import OtherPage, general_others
from newsmodel.pages.text import fold

_SHOWN = 60
"""Characters of a headline that a message shows."""


def wall(titles: Sequence[str], others: Sequence[OtherPage]) -> str | None:
    """Give what a page with these titles is, if it is none of an article whatever else is on it; ``None`` for others."""
    for other in (*others, *general_others()):
        if any(_begins(title, start) for title in titles for start in other.titles):
            return other.name
    return None


def no_article(says: Says, headline: str | None, others: Sequence[OtherPage], found: str, advice: str = "") -> PageError:
    """Make the error for a page without article: it says what the page looks like, and by which sign."""
    kind = kind_of(says, headline, others)
    what = f"what looks like a page of another kind, {_named(*kind)}" if kind else found
    shown = f", under the headline {headline[:_SHOWN]!r}" if headline else ""
    return PageError(f"looked for an article: found {what}{shown}{'' if kind else advice}")


def kind_of(says: Says, headline: str | None, others: Sequence[OtherPage]) -> tuple[str, str] | None:
    """Tell what a page without article looks like, and its sign; ``None`` where nothing shows it."""
    titles = [title for title in (headline, says.title()) if title]
    known = (*others, *general_others())
    for other in known:
        for title in titles:
            if any(_begins(title, start) for start in other.titles):
                return other.name, f"its title is {title[:_SHOWN]!r}"
    if (found := kind_by_address(says, others)) is not None:
        return found
    for other in known:
        for selector in other.selectors:
            if says.root.css_first(selector) is not None:
                return other.name, f"it holds {selector}"
    return ("topic page", "it is a list of links") if is_list(says.root) else None


def kind_by_address(says: Says, others: Sequence[OtherPage]) -> tuple[str, str] | None:
    """Tell what a page is by its address, likewise."""
    url = says.given or says.own_url
    path = path_of(url) or "/" if url else None
    for other in (*others, *general_others()):
        if path is not None and any(_leads(path, pattern) for pattern in other.paths):
            return other.name, f"its address is {path}"
    return None


def _named(name: str, sign: str) -> str:
    return f"{'an' if name[:1] in 'aeio' else 'a'} {name} ({sign})"


def _begins(title: str, start: str) -> bool:
    plain, wanted = title.casefold(), start.casefold()
    # '404' is not to be found in '404 people left the town'.
    return plain == wanted.strip() or (
        plain.startswith(wanted) and (not wanted.strip().isdigit() or not plain[len(wanted) :].strip()[:1].isalpha())
    )


def _leads(path: str, pattern: str) -> bool:
    return path.startswith(pattern[:-1]) if pattern.endswith("*") else path.rstrip("/") == pattern.rstrip("/")


def is_list(root: Node) -> bool:
    """Tell whether most titles on a page are links to other pages."""
    titles = root.css("h2, h3")
    return len([title for title in titles if title.css_first("a") is not None or _inside_link(title)]) > max(2, len(titles) // 2)


def _inside_link(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.tag == "a" and bool(fold(node.text()))
