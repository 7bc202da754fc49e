"""Where in a text something stands."""

from attrs import field, frozen

from newsmodel.model import rules


@frozen(order=True)
class Span:
    """A stretch of a text, half-open, in Unicode code points: ``text[span.start:span.end]``."""

    start: int = field(validator=rules.at_least(0))
    """Index of the first code point."""

    end: int = field(validator=rules.at_least(1))
    """Index after the last code point; greater than ``start``."""

    def __attrs_post_init__(self) -> None:
        """Refuse a span that is empty or runs backwards."""
        if self.end <= self.start:
            msg = f"Span.end must be greater than start ({self.start}): {self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        """Count the code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Cut the stretch out of its text."""
        return text[self.start : self.end]
