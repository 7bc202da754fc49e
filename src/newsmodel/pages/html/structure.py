"""Reading a page of which nothing is known: the article is where most of the prose is."""

from newsmodel.pages.html.dom import Node
from newsmodel.pages.text import fold

_NEVER = frozenset({"nav", "aside", "footer", "form", "dialog"})
_PLACES = "div, section, article, main, td"
_FEWEST = 2
"""Paragraphs of an article on a page that does not say what it is."""
_LONG = 40
"""Characters of a text that may be a paragraph."""
_LINKED = 0.5
"""Share of the text that stands in links, from which on a text is a list of links."""


def body_of(root: Node) -> tuple[Node, int] | None:
    """Give the element with the most text in paragraphs right inside it, and how many they are; ``None`` where there are none."""
    found: dict[int, tuple[Node, list[int]]] = {}
    for paragraph in root.css("p"):
        parent = paragraph.parent
        # A post or quotation is never the whole of an article.
        if parent is None or parent.tag in _NEVER or parent.tag in ("blockquote", "li"):
            continue
        length = len(fold(paragraph.text()))
        if length >= _LONG and length * _LINKED > sum(len(anchor.text()) for anchor in paragraph.css("a")):
            found.setdefault(parent.mem_id, (parent, []))[1].append(length)
    best = [one for one in found.values() if not _is_outside(one[0])]
    if best:
        node, lengths = max(best, key=lambda one: sum(one[1]))
        return node, len(lengths)
    return _with_breaks(root)


def _with_breaks(root: Node) -> tuple[Node, int] | None:
    """Give the element with the most text of its own, whose paragraphs only line breaks part."""
    places = [(len(fold(node.text(deep=False))), node) for node in root.css(_PLACES)]
    length, node = max(places, key=lambda place: place[0], default=(0, root))
    return (node, len(node.css("br"))) if length >= _LONG and not _is_outside(node) else None


def article_of(body: Node) -> Node:
    """Give the nearest element round the body that holds the headline, too; the body where none does."""
    node: Node | None = body
    while node is not None and node.tag not in ("html", "-document"):
        if node.tag in ("article", "main") or node.css_first("h1") is not None:
            return node
        node = node.parent
    return body


def is_enough(paragraphs: int) -> bool:
    """Tell whether a page with so many paragraphs may be an article although it does not say so."""
    return paragraphs >= _FEWEST


def stands_in_article(node: Node) -> bool:
    """Tell whether the page marks an element, or one round it, as an article."""
    above: Node | None = node
    while above is not None:
        if above.tag == "article":
            return True
        above = above.parent
    return False


def depth_of(node: Node) -> int:
    """Count the elements round an element."""
    depth = 0
    above = node.parent
    while above is not None:
        depth += 1
        above = above.parent
    return depth


def _is_outside(node: Node) -> bool:
    above: Node | None = node
    while above is not None:
        if above.tag in _NEVER:
            return True
        above = above.parent
    return False
