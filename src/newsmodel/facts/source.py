"""The words that tell who speaks (PARC: source)."""

from attrs import frozen

from newsmodel.facts.mention import Mention
from newsmodel.model import Span


@frozen(kw_only=True)
class Source:
    """The words that tell who speaks."""

    span: Span
    """Where they stand."""

    mention: Mention | None = None
    """The name, where they are one."""

    pronoun: str | None = None
    """The pronoun in lower case, where they are one."""

    described: Span | None = None
    """The description that a relative pronoun points back at."""
