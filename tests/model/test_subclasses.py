"""Fields hold subclasses of what they hold, and name the member that is none."""

import pytest

from newsmodel import Block, Link, Role, Span, Tweet


class Position(int):
    """A number by another name."""


class Word(str):
    """A text by another name."""

    __slots__ = ()


class Address(Link):
    """A link by another name."""

    __slots__ = ()


def test_positions_may_be_numbers_of_another_class():
    """A span takes every kind of integer, and checks it alike."""
    span = Span(Position(1), Position(3))
    assert (span.start, span.end) == (1, 3)
    with pytest.raises(ValueError, match=r"Span\.end"):
        Span(Position(3), Position(1))


def test_texts_may_be_of_another_class():
    """A text of another class is held, alone and in a tuple."""
    assert Link(text=Word("map"), url=Word("https://map.example")).text == "map"
    assert Tweet(text="Read it", links=(Word("https://map.example"),)).links == ("https://map.example",)


def test_a_wrong_member_is_named():
    """Of a tuple, the first member of the wrong kind is named by its place."""
    link = Link(text="map", url="https://map.example")
    text = "the map and the map"
    block = Block(role=Role.PARAGRAPH, text=text, links=(link, Address(text="map", url="https://map.example")))
    assert len(block.links) == 2
    with pytest.raises(TypeError, match=r"links\[1\] must be Link: 5"):
        Block(role=Role.PARAGRAPH, text=text, links=(link, 5))
