"""Elements by themselves: what they are called in a path, and whether they are there to be seen."""

import re

from newsmodel.pages.html.dom import Node

# A class that can stand in a path without escapes.
_CLASS = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)


def named(node: Node, tag: str, path: str) -> str:
    """Give a path that begins at the nearest name: the class of an element that the layout knows."""
    named = with_class(node, tag)
    return f"{path.partition(' ')[0]} {named}" if named != tag else path


def with_class(node: Node, tag: str) -> str:
    """Give the name of an element with its first class, as a selector."""
    first = (node.attributes.get("class") or "").split(maxsplit=1)[:1]
    return f"{tag}.{first[0]}" if first and _CLASS.fullmatch(first[0]) else tag


def is_hidden(node: Node) -> bool:
    """Tell whether a frame has no size, as those have that count visits."""
    attributes = node.attributes
    return (
        attributes.get("width") in ("0", "1")
        or attributes.get("height") == "0"
        or "display:none" in (attributes.get("style") or "").replace(" ", "")
    )
