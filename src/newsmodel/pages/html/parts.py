"""Pieces of an HTML page with a role, on their way to becoming blocks."""

from attrs import define, field

from newsmodel.model import Role


@define(kw_only=True)
class Part:
    """Words with a role."""

    role: Role
    text: str
    source: str
    level: int | None = None
    links: list[tuple[str | None, str]] = field(factory=list)
    """Text and address of each link, as printed."""
    language: str | None = None
    raw: str = ""
    """The text as it stands in the source, with its no-break spaces."""
    kind: str = ""
    """What the layout calls its element."""
    in_body: bool = False
