"""What a page says of itself: metadata by the sources of its layout, the best first, and contradictions between them."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from attrs import define, field

from newsmodel.model import Link
from newsmodel.model.tags import bcp47
from newsmodel.pages.html.dom import Node
from newsmodel.pages.html.jsonld import Things, clean, read_things
from newsmodel.pages.html.moments import before_day, day_in_path, differ, moment
from newsmodel.pages.html.text import visible
from newsmodel.pages.layout import parted
from newsmodel.pages.text import fold, squashed

_TRAIL = "ld:breadcrumbs"
_PATH = "url"
# '/my-europe/2024/04/30/a-title?from=b', which needs nothing but the host before it.
_ROOTED = re.compile(r"(?:/[\w%~-][\w%~.-]*+)++/?(?:\?[\w%~.=&-]+)?", re.ASCII)
_ASIDE = frozenset({"blockquote", "li", "aside", "nav", "footer"})
_IN_HEAD = "meta, link[rel=canonical], link[hreflang], base[href], title"


@define
class Says:
    """What a page says of itself; made for one page."""

    root: Node
    given: str | None
    """The address that the caller gave."""
    warnings: list[str] = field(factory=list)
    article: Node | None = None
    """The article, once it is found: what sources of a layout name is looked for there first."""

    @cached_property
    def _head(self) -> dict[str, list[Node]]:
        """The elements of the head that tell something, by their names."""
        head = self.root.css_first("head")
        found = head.css(_IN_HEAD) if head is not None else []
        if not any(node.tag == "meta" for node in found):
            # A head that is left open by mistake ends early, and what was meant for it stands in the body.
            found = self.root.css(_IN_HEAD)
        out: dict[str, list[Node]] = {}
        for node in found:
            out.setdefault(node.tag or "", []).append(node)
        return out

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """The contents of the ``meta`` elements, by name or property in small letters."""
        out: dict[str, list[str]] = {}
        for node in self._head.get("meta", ()):
            told = node.attributes.get
            content = told("content")
            name = told("name") or told("property") or told("itemprop") or told("http-equiv")
            if name and content and not content.isspace():
                out.setdefault(name.lower(), []).append(content)
        return out

    @cached_property
    def things(self) -> Things:
        """The JSON-LD."""
        things = read_things(self.root)
        self.warnings += things.broken
        return things

    def meta(self, name: str) -> str | None:
        """Give the first content of a ``meta``; ``None`` where the page has none of this name."""
        values = self.metas.get(name)
        return fold(values[0]) or None if values else None

    @cached_property
    def base(self) -> str | None:
        """What relative addresses are relative to."""
        own = next(((node.attributes.get("href") or "").strip() for node in self._head.get("base", ())), "")
        page = self.given or self._canonical or self.meta("og:url")
        return _joined(page, own) if own else page

    @cached_property
    def _canonical(self) -> str | None:
        links = (node.attributes for node in self._head.get("link", ()))
        return next(((link.get("href") or "").strip() or None for link in links if link.get("rel") == "canonical"), None)

    @cached_property
    def own_url(self) -> str | None:
        """The address that the page gives itself: the canonical one, else that of OpenGraph."""
        og = self.meta("og:url")
        url = _joined(og, self._canonical) if self._canonical else og
        if url and og and self._canonical and _bare(url) != _bare(_joined(url, og)):
            self.warnings.append(f"The page has two addresses: {url} by its canonical link, {og} by og:url.")
        return url

    def absolute(self, url: str) -> str:
        """Give an address as it is from anywhere; unchanged where the page does not tell its own."""
        if url.startswith(("https://", "http://")):
            return url
        return f"{self._home}{url}" if self._home and _ROOTED.fullmatch(url) else _joined(self.base, url)

    @cached_property
    def _home(self) -> str:
        """What stands before the path in the addresses of the page; ``""`` where it does not tell its own."""
        home = _joined(self.base, "/")
        return home.removesuffix("/") if home.startswith(("https://", "http://")) else ""

    def values(self, source: str) -> Iterator[str]:
        """Give what a source of a layout says, folded."""
        if source.startswith("meta:"):
            yield from (text for value in self.metas.get(source[5:].lower(), ()) if (text := fold(value)))
        elif source == _TRAIL:
            own = {_bare(url) for url in (self.own_url, self.given) if url}
            steps = ((name, self.absolute(url)) for name, url in self.things.trail() if url is not None and not self._is_root(url))
            yield from (name for name, url in steps if _bare(url) not in own)
        elif source == _PATH:
            yield from filter(None, before_day(path_of(self.own_url or self.given or "")).split("/"))
        elif source.startswith("ld:"):
            yield from self.things.values(source[3:])
        else:
            selector, attribute = parted(source)
            for node in self._found(selector):
                if text := fold((node.attributes.get(attribute) or "") if attribute else self._label(node)):
                    yield text

    def _found(self, selector: str) -> list[Node]:
        """Give what a selector finds in the article, else on the page."""
        if selector == self.root.tag:
            return [self.root]
        return (self.article.css(selector) if self.article is not None else None) or self.root.css(selector)

    def first(self, sources: tuple[str, ...]) -> tuple[str, ...]:
        """Give what the first source says that says anything, each text once."""
        for source in sources:
            if found := tuple(dict.fromkeys(self.values(source))):
                return found
        return ()

    def _label(self, node: Node) -> str:
        """Give the words of an element: those of its picture where it has no others; none for a link to the home page."""
        if node.tag == "a" and self._is_root(node.attributes.get("href") or ""):
            return ""
        text = fold(visible(node))
        picture = None if text else node.css_first("img[alt]")
        return text if picture is None else picture.attributes.get("alt") or ""

    def _is_root(self, url: str) -> bool:
        return path_of(url) in ("", "/")

    def when(self, what: str, sources: tuple[str, ...]) -> datetime | date | None:
        """Give the first moment that can be read, and note those that contradict it."""
        first: tuple[str, datetime | date] | None = None
        for source in sources:
            for text in self.values(source):
                value = moment(text)
                if value is None:
                    self.warnings.append(f"The date {what} cannot be read in {source}: {text[:60]!r}.")
                elif first is None:
                    first = source, value
                elif differ(first[1], value):
                    self.warnings.append(
                        f"The page has two dates {what}: {first[1].isoformat()} by {first[0]}, {value.isoformat()} by {source}."
                    )
                break
        return first[1] if first else None

    def published(self, sources: tuple[str, ...]) -> datetime | date | None:
        """Give when the article was published, by what the page says as a whole."""
        return self.when("of publication", sources)

    def published_by_address(self) -> date | None:
        """Give the day that the address of the page names."""
        return day_in_path(path_of(self.own_url or self.given or ""))

    def shown(self, times: tuple[str, ...]) -> datetime | date | None:
        """Give the first moment that an element of the article shows, outside of quotations, lists and what is beside the article."""
        for source in times:
            selector, attribute = parted(source)
            for node in self.article.css(selector) if self.article is not None else ():
                value = moment(node.attributes.get(attribute) or "")
                if value is not None and not _is_aside(node):
                    return value
        return None

    def language(self, sources: tuple[str, ...]) -> str | None:
        """Give the language of the page as a BCP 47 tag."""
        first: str | None = None
        for source in sources:
            for text in self.values(source):
                tag = bcp47(text)
                if tag and first is None:
                    first = tag
                elif tag and first and tag.partition("-")[0] != first.partition("-")[0]:
                    self.warnings.append(f"The page has two languages: {first}, and {tag} by {source}.")
                break
        return first

    def translations(self) -> tuple[Link, ...]:
        """Give the same article in other languages."""
        own = {_bare(url) for url in (self.own_url, self.given) if url}
        out: dict[str, Link] = {}
        for node in self._head.get("link", ()):
            attributes = node.attributes
            tag = bcp47(attributes.get("hreflang") or "")
            href = (attributes.get("href") or "").strip()
            if tag and href and _bare(url := self.absolute(href)) not in own:
                out.setdefault(tag, Link(url=url, language=tag))
        return tuple(out.values()) or self._other_locales()

    def _other_locales(self) -> tuple[Link, ...]:
        """Give the other languages that OpenGraph tells, without their addresses."""
        own = bcp47(self.meta("og:locale") or "") or ""
        tags = [tag for text in self.metas.get("og:locale:alternate", ()) if (tag := bcp47(text))]
        return tuple(Link(language=tag) for tag in dict.fromkeys(tags) if own and tag != own)

    def title(self) -> str | None:
        """Give the headline that the metadata tell."""
        return next(self.titles(), None)

    def titles(self) -> Iterator[str]:
        """Give the headline as each of the metadata tells it, the best first."""
        for source in ("ld:headline", "meta:og:title", "meta:twitter:title"):
            yield from (clean(found) for found in self.values(source))
        yield from (text for node in self._head.get("title", ()) if (text := fold(node.text())))

    def shown_title(self) -> str | None:
        """Give the subheading that repeats a headline of the metadata, on a page that prints its headline in one."""
        told = {squashed(title) for title in self.titles()} - {""}
        return next((text for node in self.root.css("h2, h3") if squashed(text := fold(node.text(separator=" "))) in told), None)


def _is_aside(node: Node) -> bool:
    """Tell whether an element stands where dates are not those of the article."""
    above = node.parent
    while above is not None and above.tag != "article":
        if above.tag in _ASIDE:
            return True
        above = above.parent
    return False


def path_of(url: str) -> str:
    """Give the path of an address; ``""`` where it cannot be read."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _joined(base: str | None, url: str) -> str:
    try:
        return urljoin(base or "", url)
    except ValueError:
        return url


def _bare(url: str) -> str:
    """Give what makes two addresses the same page."""
    return url.partition("://")[2].partition("#")[0].rstrip("/").removeprefix("www.")
