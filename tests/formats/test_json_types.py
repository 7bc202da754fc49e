"""Types of the user's own in JSON: words of a kind, numbers with names, fields that are reckoned, rules and hooks that fail."""

from enum import IntEnum

import attrs
import pytest

from newsmodel.formats.json import converter, from_dict, from_json, to_dict, to_json
from newsmodel.model import Article, Block, DocumentError, Role, Span, Statistic
from tests.formats.documents import article, document, problems


class Slug(str):
    """A text with a meaning of its own."""

    __slots__ = ()


class Stars(IntEnum):
    """A number with a name."""

    ONE = 1
    TWO = 2


@attrs.frozen(kw_only=True)
class Review(Article):
    """An article with a text and a number of the user's own, and with what follows from another field."""

    slug: Slug
    stars: Stars = Stars.ONE
    shout: str = attrs.field(init=False, default=attrs.Factory(lambda self: self.headline.upper(), takes_self=True))


@attrs.frozen(kw_only=True)
class Shift:
    """A class with a rule that looks at another field."""

    start: int
    end: int = attrs.field()

    @end.validator
    def _after_start(self, _, value):
        if value < self.start:
            msg = f"Shift.end must be >= start ({self.start}): {value}"
            raise ValueError(msg)


@attrs.frozen(kw_only=True)
class Manned(Article):
    """An article with such a class."""

    shift: Shift


class Tree(tuple):
    """Branches of branches, which only a hook can read."""

    __slots__ = ()


@attrs.frozen(kw_only=True)
class Rooted(Article):
    """An article with such a tree."""

    tree: Tree


class Number(str):
    """A number that somebody else keeps."""

    __slots__ = ()


@attrs.frozen(kw_only=True)
class Kept(Article):
    """An article with such a number."""

    number: Number


def test_kinds_of_texts_and_numbers_come_back_as_such():
    """A class that inherits from str or int is made again of the value that was written, by the same strict rules."""
    made = Review(headline="Truce", body=(), slug=Slug("truce"), stars=Stars.TWO)
    back = from_json(to_json(made), Review)
    assert (back, type(back.slug), back.stars) == (made, Slug, Stars.TWO)
    told = problems(lambda data: from_dict(data, Review), document(slug=7, stars=3))
    assert sorted(told) == ["slug: 7 is not a string", "stars: 3 is not one of 1, 2"]


def test_what_follows_from_other_fields_is_not_in_the_document():
    """A field that is reckoned when the object is made is neither written nor read."""
    made = Review(headline="Truce", body=(), slug=Slug("truce"))
    assert "shout" not in to_dict(made)
    assert from_json(to_json(made), Review).shout == "TRUCE"
    assert problems(lambda data: from_dict(data, Review), document(slug="truce", shout="TRUCE")) == ["shout: unknown key"]


def test_rules_over_several_fields_are_told():
    """A rule that compares fields is asked when all of them are there, and told at the field that breaks it."""
    read = lambda data: from_dict(data, Manned)  # noqa: E731 -- one word for what is asked four times
    assert read(document(shift={"start": 1, "end": 2})).shift == Shift(start=1, end=2)
    assert problems(read, document(shift={"start": 2, "end": 1})) == ["shift.end: must be >= start (2): 1"]
    assert problems(read, document(shift={"end": 1})) == ["shift.start: missing"]


def test_null_stands_for_what_is_not_known():
    """A date that may be missing may be written as null."""
    assert from_dict(document(published=None)) == article()


def test_a_hook_that_never_ends_is_told():
    """Data that a hook of the user's own follows without end is nested too deeply, not a crash."""
    converter.register_structure_hook(Tree, lambda value, kind: kind(converter.structure(each, kind) for each in value))
    endless = []
    endless.append(endless)
    assert from_dict(document(tree=[[], [[]]]), Rooted).tree == ((), ((),))
    assert problems(lambda data: from_dict(data, Rooted), document(tree=endless)) == ["document: nested too deeply"]


def test_a_refusal_that_does_not_come_twice_is_a_refusal():
    """Where a hook refuses a value and takes it when asked again, the document is refused, and the fault told as far as it is known."""
    keepers = iter([ConnectionError("the keeper is away")])

    def ask(value, kind):
        for trouble in keepers:
            raise trouble
        return kind(value)

    converter.register_structure_hook(Number, ask)
    with pytest.raises(DocumentError, match="the converter refused it without saying why") as caught:
        from_dict(document(number="7"), Kept)
    assert isinstance(caught.value.__cause__, ConnectionError)
    assert from_dict(document(number="7"), Kept).number == "7"


class Marked(str):
    """A text that prints itself otherwise."""

    __slots__ = ()

    def __str__(self):
        return f"<{super().__str__()}>"


def test_texts_of_a_subclass_are_written_as_plain_ones():
    """What is written is plain data, so that it can be read back: the text itself, whatever its class makes of it."""
    one = attrs.evolve(article(), headline=Marked("Harbour opens"))
    data = to_dict(one)
    assert type(data["headline"]) is str
    assert from_dict(data) == one
    assert from_json(to_json(one)) == one


class Share(float):
    """A number that prints itself otherwise."""

    __slots__ = ()

    def __repr__(self):
        return f"{100 * self:g}%"

    __str__ = __repr__


def test_numbers_of_a_subclass_are_written_as_plain_ones():
    """A number that prints itself otherwise is written as the number that it is."""
    half = Statistic(value=Share(0.5), text="half", span=Span(start=0, end=4))
    one = Article(headline="Truce", body=(Block(role=Role.PARAGRAPH, text="half"),), statistics=(half,))
    assert type(to_dict(one)["statistics"][0]["value"]) is float
    assert from_json(to_json(one)) == one
