"""JSON-LD: what a page says of its article in the words of schema.org."""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from html import unescape
from typing import Any  # JSON holds anything

from attrs import field, frozen

from newsmodel.pages.html.dom import Node
from newsmodel.pages.source import whole
from newsmodel.pages.text import fold

_SCRIPTS = 'script[type="application/ld+json"]'
_ARTICLES = ("Article", "BlogPosting", "LiveBlogPosting", "Report")
_NAMES = ("name", "url", "@id", "@value")
_DEEPEST = 20
_DECODER = json.JSONDecoder(strict=False)


@frozen(kw_only=True)
class Things:
    """The things that the JSON-LD of a page tells of."""

    things: tuple[Mapping[str, Any], ...] = ()
    broken: tuple[str, ...] = ()
    """Why a script could not be read, one sentence each."""
    article: Mapping[str, Any] = field(factory=dict)
    """The first that is an article; empty where there is none."""

    def values(self, key: str) -> Iterator[str]:
        """Give the values that the article has for a key: names of things, texts and numbers."""
        for value in _listed(self.article.get(key)):
            if (text := _text(self._resolved(value))) is not None:
                yield text

    def _resolved(self, value: Any) -> Any:
        """Give the thing that a reference names; graphs tell authors and publishers by their ``@id`` alone."""
        if not isinstance(value, Mapping) or "name" in value or not isinstance(own := value.get("@id"), str):
            return value
        return self._named.get(own, value)

    @cached_property
    def _named(self) -> dict[str, Mapping[str, Any]]:
        """The things that have a name, by their ``@id``."""
        return {own: thing for thing in reversed(self.things) if "name" in thing and isinstance(own := thing.get("@id"), str)}

    def flags(self, key: str) -> Iterator[bool]:
        """Give the truth values that the article has for a key; pages print them as words, too."""
        for value in _listed(self.article.get(key)):
            if isinstance(value, bool):
                yield value
            elif isinstance(value, str) and value.strip().lower() in ("true", "false"):
                yield value.strip().lower() == "true"

    def of_type(self, name: str) -> Iterator[Mapping[str, Any]]:
        """Give the things of a type, those inside the article too."""
        inside = [value for key in ("video", "associatedMedia") for value in _listed(self.article.get(key)) if isinstance(value, Mapping)]
        return (thing for thing in (*self.things, *inside) if name in _types(thing))

    def organizations(self) -> Iterator[str]:
        """Give the names of those authors, and of the publisher, that are typed as organisations."""
        for value in (*_listed(self.article.get("author")), *_listed(self.article.get("publisher"))):
            thing = self._resolved(value)
            if isinstance(thing, Mapping) and any(name.endswith("Organization") for name in _types(thing)) and (name := _text(thing)):
                yield name

    def trail(self) -> Iterator[tuple[str, str | None]]:
        """Give name and address of each step of the breadcrumbs; the address is ``None`` for the page itself."""
        for crumbs in self.of_type("BreadcrumbList"):
            for step in _listed(crumbs.get("itemListElement")):
                if not isinstance(step, Mapping):
                    continue
                item = step.get("item")
                inner = item if isinstance(item, Mapping) else {}
                name = _text(step.get("name")) or _text(inner.get("name"))
                url = item if isinstance(item, str) else inner.get("@id") or inner.get("url")
                if name:
                    yield name, url if isinstance(url, str) else None
            return


def read_things(root: Node) -> Things:
    """Read the JSON-LD of a page: objects, lists of them, and graphs."""
    things: list[Mapping[str, Any]] = []
    broken: list[str] = []
    for script in root.css(_SCRIPTS):
        try:
            things += _flat(_DECODER.decode(script.text()), 0)
        except (ValueError, RecursionError) as error:
            broken.append(f"A JSON-LD script cannot be read: {error}.")
    article = next((thing for thing in things if any(name.endswith(_ARTICLES) for name in _types(thing))), {})
    return Things(things=tuple(things), broken=tuple(broken), article=article)


def clean(text: str) -> str:
    """Give a text of JSON-LD, which some pages escape twice, as it is meant."""
    # JSON can hold halves of characters, which no other text can.
    return fold(whole(unescape(unescape(text)) if "&" in text else text))


def _flat(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flat(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity"):
            yield from _flat(value.get(key), depth + 1)


def _types(thing: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in _listed(thing.get("@type")) if isinstance(name, str))


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = next((value[key] for key in _NAMES if isinstance(value.get(key), str)), None)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return clean(str(value)) or None
