"""What the commands share: their statuses, and how they tell on one line what is wrong."""

import argparse
from typing import NoReturn

FINE, NO_ARTICLE, USAGE = 0, 1, 2


class Parser(argparse.ArgumentParser):
    """Reads the arguments of a command."""

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong on one line, without the usage that argparse prints above it."""
        self.exit(USAGE, f"{self.prog}: {message}; see {self.prog} --help\n")


def reason(error: Exception) -> str:
    """Give what an error says, on one line."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(words.split())
