"""Where in a text something stands."""

from attrs import field, frozen

from newsmodel.model import rules


@frozen(order=True, init=False)
class Span:
    """A stretch of a text, half-open, in Unicode code points: ``text[span.start:span.end]``."""

    start: int = field(validator=rules.at_least(0))
    """Index of the first code point."""

    end: int = field(validator=rules.at_least(1))
    """Index after the last code point; greater than ``start``."""

    def __init__(self, start: int, end: int) -> None:
        """Make a span; one that is empty, runs backwards or breaks the rule of a field is refused."""
        if type(start) is type(end) is int and 0 <= start < end:
            # A text has more spans than all else together: what is sound needs no second look.
            _set_start(self, start)
            _set_end(self, end)
        else:
            self.__attrs_init__(start, end)

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


# A frozen object is filled by the descriptors of its slots.
_set_start, _set_end = Span.start.__set__, Span.end.__set__  # type: ignore[attr-defined]
