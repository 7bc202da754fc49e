"""The JSON of classes of the user's own."""

from enum import StrEnum
from pathlib import PurePosixPath

import attrs
import pytest
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from newsmodel.formats.json import converter, from_dict, from_json, to_dict, to_json
from newsmodel.model import (
    Article,
    Period,
)
from tests.formats.documents import document, problems


class Mood(StrEnum):
    """A word of the user's own."""

    GOOD = "good"


@attrs.frozen(kw_only=True)
class Report(Article):
    """An article with fields of the user's own."""

    path: PurePosixPath | None = None
    score: float = 0.0
    mood: Mood | None = None
    notes: list[str] = attrs.field(factory=list)
    shift: Period | None = None


@attrs.frozen(kw_only=True)
class Ticket:
    """A class that stands in a document under other names."""

    number: int = attrs.field(validator=attrs.validators.ge(1))


@attrs.frozen(kw_only=True)
class Filed(Article):
    """An article with such a ticket."""

    ticket: Ticket


@pytest.fixture
def _paths():
    converter.register_structure_hook(PurePosixPath, lambda value, _: PurePosixPath(value))
    converter.register_unstructure_hook(PurePosixPath, str)


@pytest.mark.usefixtures("_paths")
def test_a_subclass_comes_back_with_its_fields():
    """A subclass is written with the fields that it adds, and read by naming the class."""
    made = Report(headline="Truce", body=(), path=PurePosixPath("a/b"), score=1.5, mood=Mood.GOOD, notes=["n"])
    assert to_dict(made) == {"newsmodel": 1, "headline": "Truce", "body": [], "path": "a/b", "score": 1.5, "mood": "good", "notes": ["n"]}
    back = from_json(to_json(made), Report)
    assert (back, type(back.mood)) == (made, Mood)


@pytest.mark.usefixtures("_paths")
def test_the_fields_of_a_subclass_are_strict_too():
    """Fields without a rule of their own are held to their types."""
    data = document(path=5, score=1, mood="bad", notes="abc")
    assert problems(lambda source: from_dict(source, Report), data)[1:] == [
        "score: 1 is not a float",
        "mood: 'bad' is not one of good",
        "notes: 'abc' is not an array",
    ]


def test_a_subclass_is_not_read_as_an_article():
    """Keys of a subclass are unknown to Article: they are refused, not lost."""
    made = Report(headline="Truce", body=(), score=1.5)
    assert problems(from_json, to_json(made)) == ["score: unknown key"]


def test_hooks_that_rename_keys_are_kept_to():
    """A hook for a class of the user's own is used for writing, for reading and for the list of faults."""
    names = {"number": override(rename="no")}
    converter.register_structure_hook(Ticket, make_dict_structure_fn(Ticket, converter, **names))
    converter.register_unstructure_hook(Ticket, make_dict_unstructure_fn(Ticket, converter, **names))
    made = Filed(headline="Truce", body=(), ticket=Ticket(number=7))
    assert to_dict(made)["ticket"] == {"no": 7}
    assert from_json(to_json(made), Filed) == made
    told = problems(lambda source: from_dict(source, Filed), document(ticket={"no": "7"}, lede=5))
    assert sorted(told) == ["lede: 5 is not a string or null", "ticket.no: '7' is not an integer"]
    assert problems(lambda source: from_dict(source, Filed), document(ticket={"no": 0})) == ["ticket.no: 'number' must be >= 1: 0"]


def test_what_cannot_be_written_is_not_written():
    """A number of a subclass that JSON does not have is an error, not a null."""
    with pytest.raises(ValueError, match="Out of range float values"):
        to_json(Report(headline="Truce", body=(), score=float("nan")))
