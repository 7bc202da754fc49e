"""Embedded posts in HTML: which elements are posts, and what belongs to them."""

from urllib.parse import parse_qs, urlsplit

from newsmodel.model import Role
from newsmodel.model.posts import PLAYER, STATUS
from newsmodel.pages.html.dom import Node
from newsmodel.pages.html.parts import Part
from newsmodel.pages.posts import ends_with_signature, is_signature
from newsmodel.pages.text import fold

_BEFORE_A_SIGNATURE = frozenset({Role.TWEET, Role.QUOTATION, Role.PARAGRAPH})


def status_id(url: str) -> str | None:
    """Give the id of the post at an address; ``None`` where the address is not that of a post."""
    match = STATUS.match(url)
    return match["id"] if match else None


def status_in(node: Node) -> str | None:
    """Give the address of the post that an element links to; ``None`` where it links to none."""
    return next((href for anchor in node.css("a") if status_id(href := (anchor.attributes.get("href") or "").strip())), None)


def id_in_address(url: str) -> str | None:
    """Give the id of the post that a frame shows; ``None`` where it shows none."""
    if not PLAYER.match(url):
        return None
    return parse_qs(urlsplit(url).query).get("id", [None])[0]


def is_post(node: Node) -> bool:
    """Tell whether a ``blockquote`` is a post: signed, with a link to the post, or that link and nothing else."""
    anchors = [anchor for anchor in node.css("a") if status_id(anchor.attributes.get("href") or "")]
    if not anchors:
        return False
    text = fold(node.text(separator=" "))
    return "(@" in text or text == fold(anchors[-1].text(separator=" "))


def language_of_post(node: Node) -> str | None:
    """Give the language that a post declares: that of its words, not of its date."""
    own = node.css_first("p[lang]")
    language = (node.attributes if own is None else own.attributes).get("lang")
    return language.strip() or None if language else None


def join_signature(parts: list[Part], text: str, links: list[tuple[str | None, str]]) -> bool | None:
    """Join a signature that stands behind its post to it.

    Gives whether it was joined; ``None`` where the text is no signature and has none.
    """
    if not is_signature(text):
        return False if ends_with_signature(text) else None
    above = parts[-1] if parts else None
    if above is None or not above.in_body or above.role not in _BEFORE_A_SIGNATURE or "(@" in above.text:
        return False
    above.role = Role.TWEET
    above.text = f"{above.text} {text}".strip()
    above.links += links
    return True
