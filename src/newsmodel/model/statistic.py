"""Numbers that a text gives of the world."""

from enum import StrEnum

from attrs import field, frozen

from newsmodel.model import rules
from newsmodel.model.entity import Entity
from newsmodel.model.period import Period
from newsmodel.model.span import Span

_DEEPEST = 16  # parts within parts; keeps every walk over them within the stack


class Bound(StrEnum):
    """How sure the text is of a number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


@frozen(kw_only=True)
class Statistic:
    """A number given as a quantity of something in the world (schema.org QuantitativeValue)."""

    value: int | float = field(validator=rules.number())
    """The number; the lower end of a range.

    Per cent are as printed (“66 %” is 66 with the unit ``%``).
    Fractions in words are shares of one (“two thirds” is 0.667, without a unit).
    """

    high: int | float | None = field(default=None, validator=rules.number(nullable=True))
    """The upper end of a range, not below ``value``; ``None`` where it is no range."""

    bound: Bound = field(default=Bound.EXACT, validator=rules.instance_of(Bound))
    """What the text says of its exactness (“at least”, “nearly”)."""

    unit: str | None = field(default=None, validator=rules.string(nullable=True))
    """What is counted, as printed (“people”); ``%`` for per cent; the ISO 4217 code for money; ``None`` where none is printed."""

    measure: str | None = field(default=None, validator=rules.string(nullable=True))
    """What happened to them, or what the number is a measure of (“killed”); ``None`` where the sentence tells none."""

    parts: "tuple[Statistic, ...]" = field(default=())
    """Numbers that the text gives as parts of this one (“including 106 children”); at most 16 levels deep."""

    source: Entity | None = field(default=None, validator=rules.instance_of(Entity, nullable=True))
    """Who gives the number; ``None`` where the text itself tells it."""

    place: Entity | None = field(default=None, validator=rules.instance_of(Entity, nullable=True))
    """The place that the number is about; ``None`` where its clause names none."""

    period: Period | None = field(default=None, validator=rules.instance_of(Period, nullable=True))
    """The time that the number is about; ``None`` where its clause tells none."""

    text: str = field(validator=rules.string())
    """The number with the words of its bound, scale and unit, as printed (“at least 342 people”)."""

    span: Span = field(validator=rules.instance_of(Span))
    """Where ``text`` stands."""

    def __attrs_post_init__(self) -> None:
        """Refuse a range that runs downwards, and parts that are no statistics."""
        if self.high is not None and self.high < self.value:
            msg = f"Statistic.high must be >= value ({self.value}): {self.high}"
            raise ValueError(msg)
        if not isinstance(self.parts, tuple) or not all(isinstance(part, Statistic) for part in self.parts):
            msg = f"Statistic.parts must be a tuple of Statistic: {rules.shown(self.parts)}"
            raise TypeError(msg)
        if _depth(self.parts) > _DEEPEST:
            msg = f"Statistic.parts must not nest deeper than {_DEEPEST} levels: {rules.shown(self.text)}"
            raise ValueError(msg)


def _depth(parts: tuple[Statistic, ...]) -> int:
    return 1 + max(_depth(part.parts) for part in parts) if parts else 0
