"""What the elements of an article are, by the selectors of its layout.

A page has thousands of elements and a layout dozens of selectors. Most of these are a class or the name of an element, perhaps
with an attribute; they are looked up as the walk comes by. The others are given to the parser.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from attrs import define, field, frozen

from newsmodel.pages.html.dom import Node
from newsmodel.pages.layout import Layout, parted

# Kinds in the order in which they win where two selectors find the same element: a post with its words is read as such,
# even where its id stands on it, too.
_KINDS = (
    "body", "tweet", "tweet_id", "embed", "lede", "contributors", "byline", "date", "copyright", "caption", "credit", "label",
    "quotation", "speaker", "office", "related", "furniture", "picture",
)  # fmt: skip
_ADDRESSED = frozenset({"tweet_id", "embed"})
# 'nav', '.c-ad', 'div.c-ad', '#tags', 'iframe[src]', '[data-tweet-id]'.
_SIMPLE = re.compile(
    r"""(?P<tag>[a-z][a-z0-9]*)?
        (?:\.(?P<class>[A-Za-z_][\w-]*)
          |\#(?P<id>[A-Za-z_][\w-]*)
          |\[(?P<attribute>[a-z][a-z0-9-]*)\])?""",
    re.VERBOSE | re.ASCII,
)

Kind = tuple[str, str]
"""What an element is, and the attribute that tells more."""


@frozen
class Entry:
    """What one selector says of the elements that it finds."""

    rank: int
    """Where two selectors find one element, the one of the lower rank wins."""

    tag: str | None
    """The name of the elements, where the selector tells it."""

    kind: Kind
    """What they are."""


Seen = dict[tuple[str, str], Entry | None]
"""What is known of elements by their names and classes: those of a page have few of them."""


@define
class Finder:
    """The selectors of a layout, made ready for looking up; once made it does not change, and all threads share it."""

    tags: dict[str, Entry] = field(factory=dict)
    classes: defaultdict[str, list[Entry]] = field(factory=lambda: defaultdict(list))
    ids: defaultdict[str, list[Entry]] = field(factory=lambda: defaultdict(list))
    attributes: defaultdict[str, list[Entry]] = field(factory=lambda: defaultdict(list))
    others: list[tuple[str, Entry]] = field(factory=list)
    """Selectors that only the parser can evaluate."""

    def find(self, tag: str, attributes: Mapping[str, str | None], seen: Seen) -> Kind | None:
        """Tell what an element is; ``None`` where no selector finds it. ``seen`` is the caller’s memory of the elements of one page."""
        value = attributes.get("class")
        if value is None:
            best = self.tags.get(tag)
        else:
            key = tag, value
            if key not in seen:
                seen[key] = self._of_classes(tag, value)
            best = seen[key]
        for name in attributes:
            if name == "id":
                best = self._better(best, self.ids.get(attributes["id"] or ""), tag)
            elif name in self.attributes:
                best = self._better(best, self.attributes[name], tag)
        return best.kind if best is not None else None

    def _of_classes(self, tag: str, value: str) -> Entry | None:
        best = self.tags.get(tag)
        for name in value.split():
            if name in self.classes:
                best = self._better(best, self.classes[name], tag)
        return best

    @staticmethod
    def _better(best: Entry | None, entries: list[Entry] | None, tag: str) -> Entry | None:
        for entry in entries or ():
            if entry.tag in (None, tag) and (best is None or entry.rank < best.rank):
                best = entry
        return best


def exact_kinds(article: Node, layout: Layout) -> dict[int, Kind]:
    """Tell which elements of an article the selectors find that cannot be looked up, by their ``mem_id``; and the headline."""
    found: dict[int, Entry] = {}
    # They stand in the order of their ranks: the first that finds an element wins.
    for selector, entry in finder_of(layout).others:
        for node in article.css(selector):
            found.setdefault(node.mem_id, entry)
    out = {number: entry.kind for number, entry in found.items()}
    # A page may have further elements that look like its headline.
    headline = next((own for selector in layout.headline if (own := article.css_first(selector)) is not None), None)
    if headline is not None:
        out[headline.mem_id] = ("headline", "")
    return out


@lru_cache(maxsize=256)
def finder_of(layout: Layout) -> Finder:
    """Make the selectors of a layout ready for looking up."""
    finder = Finder()
    for rank, kind in enumerate(_KINDS):
        for i, text in enumerate(getattr(layout, kind)):
            selector, attribute = parted(text) if kind in _ADDRESSED else (text, "")
            for one in selector.split(",") if "(" not in selector else (selector,):
                _add(finder, one.strip(), rank * 1000 + i, (kind, attribute))
    return finder


def _add(finder: Finder, selector: str, rank: int, kind: Kind) -> None:
    match = _SIMPLE.fullmatch(selector)
    if match is None:
        finder.others.append((selector, Entry(rank, None, kind)))
        return
    entry = Entry(rank, match["tag"], kind)
    if match["class"]:
        finder.classes[match["class"]].append(entry)
    elif match["id"]:
        finder.ids[match["id"]].append(entry)
    elif match["attribute"]:
        finder.attributes[match["attribute"]].append(entry)
    else:
        finder.tags.setdefault(selector, entry)
