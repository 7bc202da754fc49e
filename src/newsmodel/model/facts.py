"""What a prose tells."""

from attrs import field, frozen

from newsmodel.model import rules
from newsmodel.model.entity import Entity
from newsmodel.model.event import Event
from newsmodel.model.period import Period
from newsmodel.model.quote import Quote
from newsmodel.model.statistic import Statistic


@frozen(kw_only=True)
class Facts:
    """What any prose tells, each fact tied to its characters."""

    quotes: tuple[Quote, ...] = field(default=(), validator=rules.tuple_of(Quote))
    """Who said what, in the order of the text."""

    statistics: tuple[Statistic, ...] = field(default=(), validator=rules.tuple_of(Statistic))
    """Quantities, in the order of the text; those that are parts of another stand inside it."""

    events: tuple[Event, ...] = field(default=(), validator=rules.tuple_of(Event))
    """Dated happenings, earliest first."""

    dates: tuple[Period, ...] = field(default=(), validator=rules.tuple_of(Period))
    """Every calendar expression, in the order of the text."""

    entities: tuple[Entity, ...] = field(default=(), validator=rules.tuple_of(Entity))
    """People, organisations and places, in the order in which they are first named."""
