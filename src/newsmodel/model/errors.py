"""The errors that newsmodel raises on purpose."""


class NewsModelError(Exception):
    """The root of every error of newsmodel."""


class PageError(NewsModelError, ValueError):
    """The source holds no article.

    The message says what was looked for and what was found instead.
    """


class DocumentError(NewsModelError, ValueError):
    """A JSON document that is no article.

    The message lists every fault, one a line.
    """

    problems: tuple[str, ...]
    """Every fault of the document, each as ``path: what is wrong``."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Make the error from its list of faults."""
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        """Say every fault, one a line."""
        return "not a newsmodel document:\n" + "\n".join(f"  {problem}" for problem in self.problems)


class WorkerError(NewsModelError):
    """The process that read a page ended before it was done, for want of memory, say; it did so again when it had no other page to read."""
