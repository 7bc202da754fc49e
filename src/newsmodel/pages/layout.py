"""Layouts: where on an HTML page each part of the article stands, as data."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any  # what TOML holds has any type: it is checked here

from attrs import Attribute, field, fields, frozen

from newsmodel.pages import checks
from newsmodel.pages.html.dom import is_selector

_GENERAL = "general.toml"
_OWN = ("inherits",)
_SOURCES = ("meta:", "ld:")
_NAMED_SOURCES = ("url",)


def _selectors(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    checks.strings(instance, attribute, value)
    for text in _strings_of(value):
        _check_selector(instance, attribute, text)


def _values(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Hold the rule that each string is ``selector @attribute``, ``selector``, or the name of a source."""
    checks.strings(instance, attribute, value)
    for text in _strings_of(value):
        if text not in _NAMED_SOURCES and not text.startswith(_SOURCES):
            _check_selector(instance, attribute, parted(text)[0], "'meta:name', 'ld:key', 'url', 'selector @attribute' or CSS selectors")


def _addresses(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Hold the rule that each string is ``selector @attribute``."""
    checks.strings(instance, attribute, value)
    for text in _strings_of(value):
        selector, name = parted(text)
        _check_selector(instance, attribute, selector)
        if not name:
            msg = f"{checks.place_of(instance, attribute)} must tell the attribute behind the selector, as in 'iframe @src': {text!r}"
            raise ValueError(msg)


def _strings_of(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _check_selector(instance: object, attribute: "Attribute[Any]", text: str, allowed: str = "CSS selectors") -> None:
    if not is_selector(text):
        msg = f"{checks.place_of(instance, attribute)} must hold {allowed}: {text!r}"
        raise ValueError(msg)


@lru_cache(maxsize=4096)
def parted(text: str) -> tuple[str, str]:
    """Cut ``selector @attribute`` in two; the second part is ``""`` where no attribute is told."""
    selector, mark, name = text.rpartition("@")
    return (selector.strip(), name.strip()) if mark and name.replace("-", "").replace("_", "").isalnum() else (text.strip(), "")


@frozen(kw_only=True, cache_hash=True)
class Layout:
    """Where on the pages of one layout each part of the article stands.

    Parts of the article are lists of CSS selectors, and hold for what lies inside ``article``.
    What the page says of itself is a list of sources, the best one first: ``meta:name`` is the content of a
    ``<meta>`` with that name or property, ``ld:key`` a key of the article's JSON-LD, ``selector @attribute`` an
    attribute, ``url`` the parts of the address before the day in it, and ``selector`` alone the text of an element.

    Raises:
        TypeError: a field has the wrong type.
        ValueError: a string is blank or no CSS selector.

    """

    name: str = field()
    """What the layout is called in its file."""

    marks: tuple[str, ...] = field(default=(), validator=_selectors)
    """A page on which one of these is found has this layout; without any, ``article`` takes their place."""

    article: tuple[str, ...] = field(default=(), validator=_selectors)
    """The element that holds all of the article; the first selector that finds one wins."""

    body: tuple[str, ...] = field(default=(), validator=_selectors)
    """The elements that hold the prose."""

    headline: tuple[str, ...] = field(default=(), validator=_selectors)
    """The headline."""

    lede: tuple[str, ...] = field(default=(), validator=_selectors)
    """The summary."""

    byline: tuple[str, ...] = field(default=(), validator=_selectors)
    """Who wrote it."""

    contributors: tuple[str, ...] = field(default=(), validator=_selectors)
    """Further names, behind a label and a bullet: ``Sources • AP``."""

    date: tuple[str, ...] = field(default=(), validator=_selectors)
    """The dates as readers see them."""

    copyright: tuple[str, ...] = field(default=(), validator=_selectors)
    """The notice of whose the cover picture is."""

    picture: tuple[str, ...] = field(default=(), validator=_selectors)
    """What holds a picture with its caption, besides ``figure``."""

    caption: tuple[str, ...] = field(default=(), validator=_selectors)
    """Captions, besides ``figcaption``."""

    credit: tuple[str, ...] = field(default=(), validator=_selectors)
    """Inside a caption: whose the picture is."""

    label: tuple[str, ...] = field(default=(), validator=_selectors)
    """Inside a caption: what is neither caption nor credit, such as the word “Copyright”."""

    quotation: tuple[str, ...] = field(default=(), validator=_selectors)
    """Pull quotes, besides ``blockquote``."""

    speaker: tuple[str, ...] = field(default=(), validator=_selectors)
    """Inside a quotation: who said it."""

    office: tuple[str, ...] = field(default=(), validator=_selectors)
    """Inside a quotation: what the speaker is."""

    tweet: tuple[str, ...] = field(default=(), validator=_selectors)
    """Embedded posts with their words."""

    tweet_id: tuple[str, ...] = field(default=(), validator=_addresses)
    """Embedded posts of which the page holds only the id: ``selector @attribute``."""

    embed: tuple[str, ...] = field(default=(), validator=_addresses)
    """Other embeds, with the attribute that holds their address: ``selector @attribute``."""

    related: tuple[str, ...] = field(default=(), validator=_selectors)
    """Lists of related articles: each link is one."""

    furniture: tuple[str, ...] = field(default=(), validator=_selectors)
    """What is no part of the article: share bars, adverts, players, newsletters, tags."""

    paywall: tuple[str, ...] = field(default=(), validator=_selectors)
    """What a page shows in place of the text that is kept from the reader."""

    id: tuple[str, ...] = field(default=(), validator=_values)
    """The publisher's identifier of the article."""

    published: tuple[str, ...] = field(default=(), validator=_values)
    """When it was published."""

    times: tuple[str, ...] = field(default=(), validator=_addresses)
    """Elements of the article that show when it was published, with the attribute that tells it; read where ``published`` finds nothing."""

    modified: tuple[str, ...] = field(default=(), validator=_values)
    """When it was last changed; pages tell a change seconds after publication, too, and it is kept as they tell it."""

    language: tuple[str, ...] = field(default=(), validator=_values)
    """Language of the article."""

    authors: tuple[str, ...] = field(default=(), validator=_values)
    """Names of the authors, where the page has no byline."""

    section: tuple[str, ...] = field(default=(), validator=_values)
    """The path of sections, widest first; the first source that has any wins."""

    keywords: tuple[str, ...] = field(default=(), validator=_values)
    """Tags, each by itself."""

    keyword_lists: tuple[str, ...] = field(default=(), validator=_values)
    """Tags with commas between; read where ``keywords`` finds none."""

    video: tuple[str, ...] = field(default=(), validator=_addresses)
    """Attributes that hold a film as JSON: ``selector @attribute``."""

    video_url: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Keys of that JSON for the address."""

    video_title: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Keys of that JSON for the title."""

    video_milliseconds: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Keys of that JSON for the length."""


@frozen(kw_only=True)
class OtherPage:
    """How to tell a page that is no article: a home page, a consent wall."""

    name: str = field()
    """What it is called."""

    selectors: tuple[str, ...] = field(default=(), validator=_selectors)
    """What is found on it."""

    titles: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What its title or headline begins with."""

    paths: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Paths of its address: all of it, or its beginning where an asterisk ends it."""


_LISTS = tuple(attribute.name for attribute in fields(Layout) if attribute.name != "name")
_REQUIRED = ("article", "headline", "body")
KEYS = (*_LISTS, *_OWN)
"""Keys of the table of a layout."""
KEYS_OF_OTHERS = ("selectors", "titles", "paths")
"""Keys of the table of a page that is no article."""


def read_layouts(where: str, table: object) -> tuple[Layout, ...]:
    """Read the layouts of a style; what one does not tell, it inherits.

    Raises:
        TypeError: a value has the wrong type.
        ValueError: a key is unknown or missing, a selector is none, or a layout inherits from one that does not exist.

    """
    tables = {name: checks.table(f"{where}.{name}", value) for name, value in checks.table(where, table).items()}
    return tuple(_read_layout(f"{where}.{name}", name, tables) for name in tables)


def _read_layout(where: str, name: str, tables: Mapping[str, Mapping[str, Any]]) -> Layout:
    line = [name]
    while (parent := tables[line[-1]].get("inherits")) is not None:
        if not isinstance(parent, str):
            msg = f"{where}: inherits must be the name of a layout: {parent!r}"
            raise TypeError(msg)
        if parent not in tables:
            msg = f"{where} inherits from a layout that does not exist: {parent!r}; there are {', '.join(sorted(tables))}"
            raise ValueError(msg)
        if parent in line:
            msg = f"{where} inherits from itself: {' > '.join((*line, parent))}"
            raise ValueError(msg)
        line.append(parent)
    values: dict[str, Any] = {}
    for ancestor in reversed(line):
        values |= tables[ancestor]
    own = checks.table(where, tables[name])
    missing = [key for key in _REQUIRED if key not in values]
    if missing:
        msg = f"{where} must have the key {missing[0]!r}, or inherit it"
        raise ValueError(msg)
    # The marks of an era are its own: what shows the one before it does not show this one.
    marks = own.get("marks", own.get("article", values["article"]))
    values = {**checks.as_values(_general()["layout"]), **values, "marks": marks, "name": name}
    return Layout(**checks.as_values({key: value for key, value in values.items() if key not in _OWN}))


def read_others(where: str, table: object) -> tuple[OtherPage, ...]:
    """Read how pages that are no articles are told; raises as :func:`read_layouts` does."""
    out: list[OtherPage] = []
    for name, value in checks.table(where, table).items():
        own = checks.table(f"{where}.{name}", value)
        out.append(OtherPage(name=name, **checks.as_values(own)))
    return tuple(out)


@cache
def general_layout() -> Layout:
    """Give the layout of a page of which nothing is known: what HTML and its common embeds tell by themselves."""
    return Layout(name="general", **checks.as_values(_general()["layout"]))


@cache
def general_outside() -> tuple[str, ...]:
    """Give the selectors of what holds no article on a page of which nothing is known."""
    return tuple(_general()["structure"]["outside"])


@cache
def general_others() -> tuple[OtherPage, ...]:
    """Give how pages of any outlet that are no articles are told."""
    return read_others(_GENERAL, _general()["other"])


@cache
def _general() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("newsmodel.pages").joinpath("html", _GENERAL).read_text(encoding="utf-8"))
