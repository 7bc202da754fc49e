"""Pictures in HTML."""

import re
from collections.abc import Iterator, Sequence

from attrs import define

from newsmodel.pages.furniture import Furniture
from newsmodel.pages.html.dom import Node
from newsmodel.pages.text import fold

# '384w', '1.5x'.
_SIZE = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)[wx]")
# '(Photo: Ana Bela/Gazette)', '[Foto: dpa]' at the end of a caption: a word with a colon, and names, in brackets.
_CREDIT = re.compile(r"[(\[]\s*([^\W\d_]{4,16}(?:\s[^\W\d_]{1,10})?\s?:\s?[^()\[\]]{2,120})[)\]]\s*\Z")
_AROUND_A_CAPTION = " \t\n\u00a0-–—|•"
_TINY = frozenset({"0", "1"})


@define
class Picture:
    """A picture, on its way to becoming an image."""

    url: str
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    in_body: bool = False
    """Whether it stands between the paragraphs, and so is no cover."""


def picture_of(node: Node) -> Picture | None:
    """Read an ``img``; ``None`` for one that shows nothing, such as a counter of visits."""
    attributes = node.attributes
    if attributes.get("width") in _TINY and attributes.get("height") in _TINY:
        return None
    variants = list(_variants(attributes.get("srcset") or attributes.get("data-srcset") or ""))
    parent = node.parent
    if parent is not None and parent.tag == "picture":
        for source in parent.css("source"):
            variants += _variants(source.attributes.get("srcset") or source.attributes.get("data-srcset") or "")
    own = next((url for name in ("src", "data-src", "data-original") if (url := (attributes.get(name) or "").strip()) and _shows(url)), "")
    url = max(variants, key=lambda variant: variant[0])[1] if variants else own
    return Picture(url or own, fold(attributes.get("alt") or "") or None) if url or own else None


def parted_caption(
    run: Sequence[str | None], inside: Sequence[tuple[str, int, int]], start: int, furniture: Furniture
) -> tuple[str | None, str | None]:
    """Part a caption that begins at ``start`` of a run from its credit, by the elements inside it, or by the word for “Copyright”."""
    texts = [text or " " for text in run]
    credit = fold("".join("".join(texts[begin:end]) for name, begin, end in inside if name == "credit"))
    for _, begin, end in inside:
        texts[begin:end] = [""] * (end - begin)
    raw = "".join(texts[start:])
    if not credit and (found := furniture.credit_inside(raw)) is not None:
        raw, credit = found[:2]
    if not credit and (match := _CREDIT.search(raw)) is not None:
        raw, credit = raw[: match.start()], fold(match[1])
    return fold(raw).strip(_AROUND_A_CAPTION) or None, credit or None


def _variants(srcset: str) -> Iterator[tuple[float, str]]:
    """Give size and address of each variant: ``https://a.org/b.jpg 384w, c.jpg 2x, d.jpg``."""
    url = size = ""
    for token in srcset.split():
        if not url:
            # A comma inside an address belongs to it; one at its end ends the variant.
            url, ends = token.rstrip(","), token.endswith(",")
            following = ""
        else:
            own, comma, following = token.partition(",")
            size, ends = size or own, bool(comma)
        if ends:
            yield from _variant(url, size)
            url, size = following, ""
    yield from _variant(url, size)


def _variant(url: str, size: str) -> Iterator[tuple[float, str]]:
    if url and _shows(url):
        match = _SIZE.fullmatch(size)
        yield float(match[1]) if match else 1.0, url


def _shows(url: str) -> bool:
    return not url.startswith("data:")
