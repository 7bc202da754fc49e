"""Styles: how the pages of one outlet look, as data."""

import os
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from attrs import field, fields, frozen

from newsmodel.model.tags import bcp47
from newsmodel.pages import checks
from newsmodel.pages.layout import KEYS, KEYS_OF_OTHERS, Layout, OtherPage, read_layouts, read_others

_FOLDER = "styles"


@frozen(kw_only=True)
class Strings:
    """The strings of a page in one language, or those that stand on pages of every language."""

    hosts: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Hosts whose pages are in the language."""

    by: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What a byline begins with."""

    with_: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What stands before the agency in a byline."""

    and_: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What joins two names in a byline."""

    published: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What stands before the date of publication."""

    updated: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What stands before the date of the last change."""

    share: tuple[str, ...] = field(default=(), validator=checks.strings)
    """First label of the share bar."""

    comments: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Second label of the share bar."""

    close: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Button that closes the window of the share bar."""

    clipboard: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Button that copies the link of a film."""

    embed: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Invitation to copy the link of a film."""

    copied: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What the page says when that is done."""

    ad: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Label of an advertisement."""

    copyright: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What stands before the credit of the cover picture."""

    related: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Headings of lists of related articles."""

    shortcuts: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Links that help to move about on the page, below the body."""

    contributors: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What stands before the names below the body."""

    lists: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Headings of lists of articles that have nothing to do with this one."""

    navigation: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Labels above the headline."""

    notices: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Everything else that is a line of its own."""

    openings: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What a line of furniture begins with whose rest may be anything."""

    endings: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What a line of furniture ends with whose rest may be anything."""

    bars: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Lines of furniture that begin and end so; “…” stands for what is between."""

    @classmethod
    def _read(cls, where: str, table: object) -> Self:
        names = cls.keys()
        return cls(**{names[key]: value for key, value in checks.as_values(checks.table(where, table)).items()})

    @classmethod
    def keys(cls) -> Mapping[str, str]:
        """Give the keys of its table, and the field of each."""
        return {attribute.name.rstrip("_"): attribute.name for attribute in fields(cls)}


@frozen(kw_only=True, cache_hash=True)
class Style:
    """How the pages of one outlet look.

    Raises:
        TypeError: a field has the wrong type.
        ValueError: a string is blank, or the style has keys that no style has.

    """

    name: str = field(validator=checks.text)
    """Name of the style."""

    publisher: str = field(validator=checks.text)
    """Whose pages they are."""

    hosts: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Domains of the outlet; their subdomains belong to it, too."""

    agencies: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Names in a byline that are organisations."""

    rights: tuple[str, ...] = field(default=(), validator=checks.strings)
    """What only the credit of a picture says."""

    particles: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Words of a name that are written small."""

    walls: tuple[str, ...] = field(default=(), validator=checks.strings)
    """Headings of consent, access and error pages."""

    everywhere: Strings = field(factory=Strings)
    """Strings that stand on pages of every language."""

    languages: tuple[tuple[str, Strings], ...] = ()
    """Strings by language (BCP 47)."""

    html: tuple[Layout, ...] = ()
    """Where the parts of an article stand in HTML, one layout an era; the last whose marks are on a page is the page's."""

    other: tuple[OtherPage, ...] = ()
    """How pages of the outlet that are no articles are told."""

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """Read a style from a TOML file.

        Raises:
            OSError: the file cannot be read.
            TypeError: a value has the wrong type.
            ValueError: the file is no TOML in UTF-8, holds a key that no style has, lacks one that it must have, holds what is no
                CSS selector, or a layout that inherits from none. The message names file, key and value.

        """
        try:
            return cls._read(str(path), Path(path).read_text(encoding="utf-8"))
        except UnicodeDecodeError as error:
            msg = f"{path} is no UTF-8: {error}"
            raise ValueError(msg) from error

    @classmethod
    def _read(cls, where: str, content: str) -> Self:
        try:
            table = tomllib.loads(content)
        except tomllib.TOMLDecodeError as error:
            msg = f"{where} is no TOML: {error}"
            raise ValueError(msg) from error
        checks.keys(
            (where, table, [attribute.name for attribute in fields(cls)], "style"),
            (f"{where}: everywhere", table.get("everywhere"), Strings.keys(), "style"),
            *((place, own, Strings.keys(), "style") for place, own in checks.inner(f"{where}: languages", table.get("languages"))),
            *((place, own, KEYS, "layout") for place, own in checks.inner(f"{where}: html", table.get("html"))),
            *((place, own, KEYS_OF_OTHERS, "layout") for place, own in checks.inner(f"{where}: other", table.get("other"))),
        )
        for key in ("name", "publisher"):
            if key not in table:
                msg = f"{where} must have the key {key!r}"
                raise ValueError(msg)
        languages = checks.table(f"{where}: languages", table.pop("languages", {}))
        if wrong := [tag for tag in languages if bcp47(tag) is None]:
            msg = f"{where}: languages must be BCP 47 tags such as 'en' or 'pt-BR': {', '.join(map(repr, wrong))}"
            raise ValueError(msg)
        layouts = read_layouts(f"{where}: html", table.pop("html", {}))
        others = read_others(f"{where}: other", table.pop("other", {}))
        everywhere = Strings._read(f"{where}: everywhere", table.pop("everywhere", {}))  # noqa: SLF001 - one reader in two classes
        # What a value must be is checked by the validators, field by field.
        values = checks.as_values(table)
        values["everywhere"] = everywhere
        values["html"] = layouts
        values["other"] = others
        values["languages"] = tuple(
            (tag, Strings._read(f"{where}: languages.{tag}", strings))  # noqa: SLF001 - one reader in two classes
            for tag, strings in languages.items()
        )
        return cls(**values)

    def is_agency(self, name: str) -> bool:
        """Tell whether a name is that of one of the agencies, in any letters."""
        return name.casefold() in self._folded_agencies

    @cached_property
    def _folded_agencies(self) -> frozenset[str]:
        return frozenset(agency.casefold() for agency in self.agencies)

    def owns(self, url: str | None) -> bool:
        """Tell whether an address is one of the outlet's."""
        host = host_of(url)
        return any(host == own or host.endswith("." + own) for own in self.hosts)

    def language_of(self, url: str | None) -> str | None:
        """Give the language of the pages at an address; ``None`` where its host does not tell."""
        return self._languages_by_host.get(host_of(url))

    @cached_property
    def _languages_by_host(self) -> Mapping[str, str]:
        return {host: tag for tag, strings in self.languages for host in strings.hosts}


def host_of(url: str | None) -> str:
    """Give the host of an address in small letters; ``""`` where it has none."""
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""


@cache
def known_styles() -> tuple[Style, ...]:
    """Give the styles that come with the package, by name."""
    folder = resources.files("newsmodel.pages").joinpath(_FOLDER)
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(Style._read(entry.name, entry.read_text(encoding="utf-8")) for entry in files)  # noqa: SLF001
