"""Stretches of a text: pairs of positions, in order."""

from bisect import bisect_right
from collections.abc import Callable
from functools import partial


def numbering(stretches: list[tuple[int, int]]) -> Callable[[int], int]:
    """Make the function that gives the number of the stretch that holds a position: as many others begin behind the first and before it."""
    return partial(bisect_right, [start for start, _ in stretches[1:]])


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the blanks at both ends of a stretch that holds more than blanks."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
