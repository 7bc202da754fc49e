"""By which names an article and its parts go where a format asks for an identifier."""

import re
from urllib.parse import quote

from newsmodel.model import Article

# "https://example.org/news/1?x=2#top": a scheme, then what an IRI may hold
_ABSOLUTE = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\x00-\x1f\x7f]+""")
_OF_URIS = "%:/?#[]@!$&'()*+,;=~"  # what has a meaning in a URI, or is escaped already


def is_absolute(url: str | None) -> bool:
    """Tell whether a text can stand as an identifier: an address with its scheme."""
    return url is not None and _ABSOLUTE.fullmatch(url) is not None


def iri_of(article: Article) -> str:
    """Give the article's address; where there is none, a URN made of its words, the same for the same words."""
    if article.url is not None and is_absolute(article.url):
        return article.url
    return urn_of("article", article.id or "", article.headline, article.text)


def as_uri(iri: str) -> str:
    """Write an address with the letters of ASCII alone, as formats want it that know URIs and no IRIs."""
    return iri if iri.isascii() else quote(iri, safe=_OF_URIS)


def part_of(iri: str, name: str) -> str:
    """Give a part of an article an identifier below the article's own."""
    return f"{iri.partition('#')[0]}#{name}"


def urn_of(*what: str) -> str:
    """Make a name-based UUID (RFC 9562, version 5) of what identifies something, as a URN."""
    from uuid import NAMESPACE_URL, uuid5  # noqa: PLC0415  only formats with identifiers need it

    return uuid5(NAMESPACE_URL, "\x1f".join(("newsmodel", *what))).urn
