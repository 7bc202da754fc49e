"""What the commands share: their statuses, options that say how pages are read, and how they tell on one line what is wrong."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import attrs

from newsmodel.model import Limits
from newsmodel.model.tags import language_tag
from newsmodel.pages import Style

FINE, NO_ARTICLE, USAGE = 0, 1, 2


class Parser(argparse.ArgumentParser):
    """Reads the arguments of a command."""

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong on one line, without the usage that argparse prints above it."""
        self.exit(USAGE, f"{self.prog}: {message}; see {self.prog} --help\n")

    def add_reading(self) -> None:
        """Add the options that say how pages are read; :meth:`limits` gives what the last of them says."""
        self.add_argument("--language", type=_language, metavar="TAG", help="language of the article, such as en; it wins over the page's")
        self.add_argument("--style", type=_style, metavar="FILE", help="TOML file that tells how the outlet builds its pages")
        self.add_argument(
            "--limit", type=_limit, action="append", default=[], metavar="NAME=NUMBER", help="bound of what is read: size=50000000"
        )

    def limits(self, given: argparse.Namespace) -> Limits:
        """Give the limits that were asked for, or end with what is wrong with them."""
        try:
            return Limits(**dict(given.limit))
        except (TypeError, ValueError) as error:
            self.error(f"argument --limit: {error}")


def reason(error: Exception) -> str:
    """Give what an error says, on one line."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(words.split())


def told(read: Callable[[str], object]) -> Callable[[str], object]:
    """Let argparse tell what is wrong with a value; of a ValueError it would tell only that there was one."""

    def telling(value: str) -> object:
        try:
            return read(value)
        except OSError as error:
            msg = f"{value}: {reason(error)}"
        except (TypeError, ValueError) as error:
            msg = reason(error)
        raise argparse.ArgumentTypeError(msg)

    return telling


@told
def _language(value: str) -> object:
    return language_tag(value)


@told
def _style(value: str) -> object:
    return Style.load(Path(value))


@told
def _limit(value: str) -> object:
    name, _, number = value.partition("=")
    bounds = [bound.name for bound in attrs.fields(Limits)]
    if name not in bounds or not number.isdecimal() or not number.isascii():
        msg = f"{value!r} is not NAME=NUMBER, where NAME is one of {', '.join(bounds)}"
        raise ValueError(msg)
    return name, int(number)
