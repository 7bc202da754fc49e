"""Who and where: people, organisations and places."""

from enum import StrEnum

from attrs import field, frozen

from newsmodel.model import rules
from newsmodel.model.span import Span


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Entity:
    """A person, organisation or place that the page names or describes; one entity for all its mentions."""

    name: str = field(validator=rules.string())
    """The fullest name that the page prints, or the description where it prints no name (“a spokesman for the ministry”)."""

    kind: EntityKind = field(default=EntityKind.UNKNOWN, validator=rules.instance_of(EntityKind))
    """What the text shows it to be; ``unknown`` where the text does not tell."""

    role: str | None = field(default=None, validator=rules.string(nullable=True))
    """Office, title or function as printed (“US Secretary of State”); ``None`` where none is printed."""

    mentions: tuple[Span, ...] = field(default=(), validator=rules.tuple_of(Span))
    """Where the text names it, in order; empty for an entity that stands outside the prose, such as an author."""
