"""What happened, when, where and to whom."""

from attrs import field, frozen

from newsmodel.model import rules
from newsmodel.model.entity import Entity
from newsmodel.model.period import Period
from newsmodel.model.span import Span


@frozen(kw_only=True)
class Event:
    """A happening that the text tells and dates (schema.org Event)."""

    text: str = field(validator=rules.string())
    """The clause that tells it, as printed."""

    when: Period | None = field(default=None, validator=rules.instance_of(Period, nullable=True))
    """When it happened; behind “until” and “since” only one side is known, and the other is ``None``.

    ``None`` only in an event that was made by hand, since newsmodel finds dated ones alone.
    """

    place: Entity | None = field(default=None, validator=rules.instance_of(Entity, nullable=True))
    """Where it happened; ``None`` where the clause names no place."""

    participants: tuple[Entity, ...] = field(default=(), validator=rules.tuple_of(Entity))
    """The people and organisations that the clause names, in order."""

    span: Span = field(validator=rules.instance_of(Span))
    """Where the clause stands."""
