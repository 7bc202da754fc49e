"""The words that tell who speaks (PARC: source)."""

from attrs import define

from newsmodel.facts.mention import Mention
from newsmodel.model import Span


@define(kw_only=True, eq=False)
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

    thing: bool = False
    """Whether the description is no person’s or body’s, who would go on to speak: “a study that warns”."""
