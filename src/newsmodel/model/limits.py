"""How much of a page is read at all."""

from attrs import field, frozen

from newsmodel.model import rules
from newsmodel.model.errors import PageError

_WHAT = {
    "size": "bytes",
    "depth": "elements inside one another",
    "blocks": "blocks",
    "characters": "characters of prose",
    "facts": "facts",
    "mentions": "mentions of those whom the facts name",
}


@frozen(kw_only=True)
class Limits:
    """Bounds of what is read. A page that is beyond one is refused with a :class:`~newsmodel.PageError`, never cut.

    Half an article would be one that has lost something, and whoever does not look at the warnings would take it for whole. What is
    refused can be read with a higher bound: time and memory grow with the size of a page, and no faster.
    """

    size: int = field(default=20_000_000, validator=rules.at_least(1))
    """Bytes of a page in UTF-8. A long news page has half a million."""

    depth: int = field(default=256, validator=[rules.at_least(1), rules.at_most(256)])
    """HTML elements inside one another, 256 at most. News pages have about 40; libxml2 has the same bound."""

    blocks: int = field(default=250_000, validator=rules.at_least(1))
    """Blocks of a page. A long news page has a thousand."""

    characters: int = field(default=4_000_000, validator=rules.at_least(1))
    """Characters of the prose in which facts are looked for. A novel has half a million."""

    facts: int = field(default=1_000_000, validator=rules.at_least(1))
    """Quotes, statistics, events, dates and entities together."""

    mentions: int = field(default=4_000_000, validator=rules.at_least(1))
    """Mentions of those whom the facts name, counted at each fact: a document tells a speaker with all mentions at each of the quotes. A
    long article has ten thousand; where one name is repeated without end, they grow with the square of the text."""

    @classmethod
    def of(cls, given: object) -> "Limits":
        """Give the limits that a caller gave, and those by default for ``None``.

        Raises:
            TypeError: they are none.

        """
        if given is None:
            return cls()
        if not isinstance(given, cls):
            msg = f"limits must be Limits or None: {rules.shown(given)}"
            raise TypeError(msg)
        return given

    def check(self, name: str, found: int, told: str | None = None) -> None:
        """Refuse what is beyond a bound; ``told`` says what was found where that is more than was counted.

        Raises:
            PageError: names the bound, and what was found.

        """
        most = getattr(self, name)
        if found > most:
            msg = f"looked for at most {most} {_WHAT[name]} (Limits.{name}): found {told or found}"
            raise PageError(msg)
