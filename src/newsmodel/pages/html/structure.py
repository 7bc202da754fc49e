"""Reading a page of which nothing is known: the article is where most of the prose is."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from newsmodel.pages.html.dom import Node
from newsmodel.pages.html.guard import too_deep
from newsmodel.pages.text import ends_sentence, fold, has_inner_stop

_NEVER = frozenset({"nav", "aside", "footer", "form", "dialog"})
_PLACES = "div, section, article, main, td, font, center, pre"
_FEWEST = 2
"""Paragraphs of an article on a page that does not say what it is."""
_DEEPEST = 256
"""Elements round a paragraph or an article."""
_LONG = 40
"""Characters of a text that may be a paragraph."""
_MUCH_MORE = 1.6
"""How many times as much of the text an element must hold to be the body in place of one inside it."""
_LINKED = 0.5
"""Share of the text that stands in links, from which on a text is a list of links."""


def body_of(root: Node, titles: Collection[str] = (), outside: Sequence[str] = ()) -> tuple[Node, int] | None:
    """Give the element that holds the article's paragraphs right inside it, and how many they are; ``None`` where there are none.

    It is the one with the most text below a headline that the page tells in its ``titles``, else below any, else anywhere.
    What the selectors of ``outside`` find holds no article, unless the headline stands in it, too.
    """
    _refuse_depth(root)
    headlines = _headlines(root)
    others = root.css(", ".join(outside)) if outside else []
    never = {node.mem_id for node in others if node.tag != "body" and node.mem_id not in headlines}
    found: dict[int, tuple[Node, list[int]]] = {}
    for paragraph in root.css("p"):
        parent = paragraph.parent
        # A post or quotation is never the whole of an article.
        if parent is None or parent.tag in _NEVER or parent.tag in ("blockquote", "li"):
            continue
        length = len(fold(paragraph.text()))
        if length >= _LONG and length * _LINKED > sum(len(anchor.text()) for anchor in paragraph.css("a")):
            found.setdefault(parent.mem_id, (parent, []))[1].append(length)
    best = [one for one in found.values() if not _is_outside(one[0], never)]
    if best:
        node, lengths = max(best, key=lambda one: (_rank(one[0], headlines, titles), sum(one[1])))
        return _widened(node, lengths, best, headlines)
    return _with_breaks(root, never) or _short(root, never)


def what_is_there(root: Node) -> str:
    """Say what a page without a body holds in place of one, for a message."""
    short = [text for node in root.css("p") if (text := fold(node.text()))]
    if short:
        return f"no paragraph of {_LONG} characters, {len(short)} shorter ones, and no <article> with an <h1> and two sentences"
    places = ((len(fold(node.text(deep=False))), node.tag) for node in root.css(_PLACES))
    length, tag = max(places, key=lambda place: place[0], default=(0, None))
    return f"no paragraph, and the longest text right inside an element is {length} characters in a <{tag}>" if length else "no paragraph"


def _short(root: Node, never: Collection[int]) -> tuple[Node, int] | None:
    """Give the body of an article whose paragraphs are all short: with a headline of its own and two sentences at least."""
    for article in root.css("article"):
        if article.css_first("h1") is None or _is_outside(article, never):
            continue
        own = [node for node in article.css("p") if not _is_outside(node, never) and ends_sentence(fold(node.text()))]
        parent = own[0].parent if own else None
        if parent is not None and sum(1 + has_inner_stop(fold(node.text())) for node in own) >= _FEWEST:
            return parent, len(own)
    return None


def _headlines(root: Node) -> dict[int, str]:
    """Give the first headline inside each element that holds one, by the element's ``mem_id``."""
    out: dict[int, str] = {}
    for headline in root.css("h1"):
        text = fold(headline.text(separator=" ")).casefold()
        for above in _above(headline):
            out.setdefault(above.mem_id, text)
    return out


def _rank(body: Node, headlines: Mapping[int, str], titles: Collection[str]) -> int:
    """Tell how sure it is that an element is the body of the page's own article: 2 below its headline, 1 below some headline."""
    around = next((node for node in (body, *_above(body)) if _is_whole(node, headlines)), None)
    headline = headlines.get(around.mem_id) if around is not None else None
    if headline is None:
        return 0
    return 2 if headline and any(headline in title.casefold() for title in titles) else 1


def _widened(body: Node, lengths: Sequence[int], found: Sequence[tuple[Node, list[int]]], headlines: Mapping[int, str]) -> tuple[Node, int]:
    """Give the element round a body that holds much more of the article, where each few paragraphs have an element of their own."""
    inside: defaultdict[int, list[int]] = defaultdict(list)
    for parent, own in found:
        for above in _above(parent):
            inside[above.mem_id] += own
            if _is_whole(above, headlines):
                break
    node, count, length = body, len(lengths), sum(lengths)
    for above in _above(body):  # pragma: no branch -- the parser puts every element into an html, where it breaks
        if _is_whole(node, headlines) or above.tag in ("body", "html"):
            break
        if sum(inside[above.mem_id]) >= _MUCH_MORE * length:
            node, count, length = above, len(inside[above.mem_id]), sum(inside[above.mem_id])
        elif _is_whole(above, headlines):
            break
    return node, count


def _is_whole(node: Node, headlines: Mapping[int, str]) -> bool:
    """Tell whether nothing of the article stands outside of an element that lies round its body."""
    return node.tag in ("article", "main") or node.mem_id in headlines


def _refuse_depth(root: Node) -> None:
    """Refuse a page whose paragraphs stand so deep inside one another that reading each anew would take long.

    Raises:
        PageError: one of them does.

    """
    seen: set[int] = set()
    for node in root.css("p, article"):
        parent = node.parent
        if parent is not None and parent.mem_id not in seen:
            seen.add(parent.mem_id)
            if depth_of(node) > _DEEPEST:
                raise too_deep(_DEEPEST, "around a paragraph")


def _above(node: Node) -> Iterator[Node]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _with_breaks(root: Node, never: Collection[int]) -> tuple[Node, int] | None:
    """Give the element with the most text of its own, whose paragraphs only line breaks part."""
    places = [(len(fold(node.text(deep=False))), node) for node in root.css(_PLACES)]
    length, node = max(places, key=lambda place: place[0], default=(0, root))
    if length < _LONG or _is_outside(node, never):
        return None
    breaks = len(node.css("br"))
    parent = node.parent
    if node.tag == "div" and not breaks and parent is not None:
        # Some pages have a div for each paragraph; so do lists of teasers, so their number shows nothing.
        alike = [one for size, one in places if size >= _LONG and one.tag == "div" and one.parent == parent]
        return (parent if len(alike) > 1 else node), 0
    return node, breaks


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
    """Count the elements round an element, up to one more than may be there."""
    depth = 0
    above = node.parent
    while above is not None and depth <= _DEEPEST:
        depth += 1
        above = above.parent
    return depth


def _is_outside(node: Node, never: Collection[int]) -> bool:
    above: Node | None = node
    while above is not None:
        if above.tag in _NEVER or above.mem_id in never:
            return True
        above = above.parent
    return False
