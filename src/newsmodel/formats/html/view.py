"""What every part of the page needs to know: the article, the words of the view, languages and directions."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any  # TOML holds any value

from attrs import field, frozen

from newsmodel.formats.fragments import Fragments
from newsmodel.formats.html.markup import Html, tag, web_address
from newsmodel.model import Article, Event, Period, Quote, Statistic

Fact = Quote | Statistic | Event | Period

_FALLBACK = "en"
# "de", "sr-Latn", "zh-Hant-TW"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)


@cache
def _read(*path: str) -> Mapping[str, Any]:
    file = resources.files("newsmodel.formats.html").joinpath(*path)
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def language_tag(language: str | None) -> str | None:
    """Give a language tag that browsers can use, else ``None``."""
    return language if language is not None and _TAG.fullmatch(language) else None


def direction(language: str | None) -> str:
    """Give the direction that a language is written in; ``auto`` where the language is not known.

    >>> direction("ar-EG"), direction("az-Arab"), direction("de"), direction(None)
    ('rtl', 'rtl', 'ltr', 'auto')
    """
    if language_tag(language) is None:
        return "auto"
    subtags = str(language).lower().split("-")
    scripts = [subtag for subtag in subtags[1:] if len(subtag) == len("arab") and subtag.isalpha()]
    leftward = _read("languages.toml")["leftward"]
    return "rtl" if (scripts[0] in leftward["scripts"] if scripts else subtags[0] in leftward["languages"]) else "ltr"


def language_name(language: str | None) -> str | None:
    """Give the name that a language has for itself, or its tag where the name is not known."""
    if language is None:
        return None
    name: str = _read("languages.toml")["names"].get(language.lower().split("-")[0], language)
    return name


@frozen
class View:
    """An article, and how it is shown."""

    article: Article
    language: str = field(init=False)
    """The language of the view's own words: the article's where they are translated, else English."""

    @language.default
    def _(self) -> str:
        main = (language_tag(self.article.language) or _FALLBACK).lower().split("-")[0]
        return main if _read("words", f"{main}.toml") else _FALLBACK

    @cached_property
    def _table(self) -> Mapping[str, Any]:
        return _read("words", f"{self.language}.toml")

    def word(self, key: str, **values: object) -> str:
        """Give a word of the view."""
        template: str = self._table[key]
        return template.format(**values) if values else template

    def month(self, number: int) -> str:
        """Give the name of a month, from 1."""
        name: str = self._table["months"][number - 1]
        return name

    @cached_property
    def lang(self) -> str | None:
        """The article's language as an attribute: ``None`` where it is the view's own, empty where it is not known."""
        found = language_tag(self.article.language) or ""
        return None if found == self.language else found

    @cached_property
    def dir(self) -> str:
        """The direction of the article's words."""
        return direction(self.article.language)

    def said(self, text: str, **attributes: str | None) -> Html:
        """Give words of the article that stand among words of the view, apart from their direction."""
        return tag("bdi", text, lang=self.lang, **attributes)

    def on_the_page(self, fact: Fact) -> str | None:
        """Give the address that shows a fact on the live page; ``None`` where the article has none."""
        return web_address(self._fragments.url_of(fact)) if web_address(self.article.url) else None

    @cached_property
    def _fragments(self) -> Fragments:
        return Fragments(self.article)
