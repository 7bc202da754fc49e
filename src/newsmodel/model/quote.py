"""What somebody said, in which words."""

from enum import StrEnum

from attrs import field, frozen

from newsmodel.model import rules
from newsmodel.model.entity import Entity
from newsmodel.model.span import Span


class QuoteKind(StrEnum):
    """How the words of a source are given (PARC 3.0, PolNeAR: direct, indirect and mixed attributions)."""

    DIRECT = "direct"
    """In quotation marks, a whole sentence or more."""

    INDIRECT = "indirect"
    """In the writer's words, without quotation marks."""

    MIXED = "mixed"
    """Only a part of the reported clause stands in quotation marks."""


@frozen(kw_only=True)
class Quote:
    """Words attributed to a source (PARC: the *content* of an attribution, with its *source* and *cue*)."""

    text: str = field(validator=rules.string())
    """The words, without their quotation marks."""

    kind: QuoteKind = field(validator=rules.instance_of(QuoteKind))
    """Direct, indirect or mixed."""

    speaker: Entity | None = field(default=None, validator=rules.instance_of(Entity, nullable=True))
    """Who said it (PARC: source); ``None`` where the text does not tell."""

    cue: str | None = field(default=None, validator=rules.string(nullable=True))
    """The reporting words as printed (“announced”, “according to”); ``None`` where there are none."""

    span: Span = field(validator=rules.instance_of(Span))
    """Where the words stand."""

    speaker_span: Span | None = field(default=None, validator=rules.instance_of(Span, nullable=True))
    """The mention that tells the speaker, which may be a pronoun; ``None`` where no words in the prose tell it."""

    cue_span: Span | None = field(default=None, validator=rules.instance_of(Span, nullable=True))
    """Where the cue stands; ``None`` exactly where ``cue`` is."""

    def __attrs_post_init__(self) -> None:
        """Refuse a cue without its place, or a place without its cue."""
        if (self.cue is None) != (self.cue_span is None):
            msg = f"Quote.cue_span must be given exactly where cue is ({rules.shown(self.cue)}): {self.cue_span}"
            raise ValueError(msg)
