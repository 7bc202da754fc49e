"""Lines with a role, on their way to becoming blocks."""

from attrs import frozen

from newsmodel.model import Block, Role
from newsmodel.pages.text import Line


@frozen(kw_only=True)
class Piece:
    """Neighbouring lines that are one block."""

    role: Role
    """What they are to the page."""

    lines: tuple[Line, ...]
    """The lines, in order."""

    words: str | None = None
    """Their words, where these are fewer than the lines hold (a list item without its bullet)."""

    alone: bool = False
    """Whether it may be a heading: a line with blank lines around it."""

    @property
    def text(self) -> str:
        """The words of the block."""
        return self.words if self.words is not None else " ".join(line.text for line in self.lines)

    def block(self) -> Block:
        """Make the block."""
        return Block(role=self.role, text=self.text, source=self.lines[0].number)


def piece(role: Role, *lines: Line, words: str | None = None, alone: bool = False) -> Piece:
    """Make a piece of lines; of all that they hold, unless its words are given."""
    return Piece(role=role, lines=lines, words=words, alone=alone)
