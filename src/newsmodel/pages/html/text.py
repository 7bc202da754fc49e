"""The visible text of elements, and which elements are what."""

from collections.abc import Collection

from newsmodel.pages.html.dom import Node

INLINE = frozenset(
    [
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "math",
        "nobr",
        "output",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
"""Elements that are parts of a line: their text runs on in the text around them."""

INVISIBLE = frozenset(
    "script style template head title desc noembed noframes datalist iframe video audio canvas object embed param".split()  # noqa: SIM905 - as above
)
"""Elements without text that anybody sees."""

FURNITURE = frozenset(["noscript", "svg", "select", "textarea", "input", "meter", "progress"])
"""Elements whose text, if there is any, is never the article's."""

_HIDING = frozenset("script style template svg noembed noframes iframe video audio object datalist canvas".split())  # noqa: SIM905 - as above
"""The elements whose texts nobody sees, without those that stand in others of them only."""
_BREAKS = frozenset({"br", "hr"})


def visible(node: Node, without: Collection[int] = ()) -> str:
    """Give the visible text of an element, not folded; blanks stand between its blocks, and what is in ``without`` is left out."""
    out: list[str] = []
    _collect(node, without, out)
    return "".join(out)


def words_of(node: Node) -> str:
    """Give the visible text of an element that is no prose, not folded: blanks stand between all its texts."""
    if node.tag in INVISIBLE:
        return ""
    out: list[str] = []
    return " ".join(out) if node.tag not in _HIDING and _all_texts(node, out) else visible(node)


def _all_texts(node: Node, out: list[str]) -> bool:
    """Collect all texts inside an element, as long as none of its elements hides its own; tell whether that was so."""
    child = node.first_child
    while child is not None:
        tag = child.tag
        if tag == "-text":
            out.append(child.text_content or "")
        elif tag in _HIDING or not _all_texts(child, out):
            return False
        child = child.next
    return True


def _collect(node: Node, without: Collection[int], out: list[str]) -> None:
    child = node.first_child
    while child is not None:
        tag = child.tag
        if tag == "-text":
            out.append(child.text_content or "")
        elif tag is not None and tag not in INVISIBLE and not tag.startswith("-") and child.mem_id not in without:
            between = tag not in INLINE and tag != "a"
            if between:
                out.append(" ")
            if tag not in _BREAKS:
                _collect(child, without, out)
            if between:
                out.append(" ")
        child = child.next
