"""What holds for every class of the model: frozen, hashable, copyable, documented, exported, and strict about its fields."""

import ast
import copy
import inspect
import pickle
import re
from datetime import date, datetime
from enum import Enum
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsmodel import model
from newsmodel.model import (
    Article,
    Block,
    Bound,
    Entity,
    EntityKind,
    Event,
    Facts,
    Failure,
    Image,
    Limits,
    Link,
    Page,
    Period,
    Quote,
    QuoteKind,
    Role,
    Source,
    Span,
    Statistic,
    Tweet,
    Video,
)
from tests.strategies import articles, facts, pages

SPAN = Span(0, 2)
ERROR = OSError(2, "gone")
SMALLEST = {
    Article: {"headline": "A", "body": ()},
    Block: {"role": Role.PARAGRAPH, "text": "A"},
    Entity: {"name": "A"},
    Event: {"text": "A", "span": SPAN},
    Facts: {},
    Failure: {"source": "A", "error": ERROR},
    Image: {},
    Limits: {},
    Link: {},
    Page: {"blocks": ()},
    Period: {"text": "A", "span": SPAN},
    Quote: {"text": "A", "kind": QuoteKind.DIRECT, "span": SPAN},
    Source: {"content": "A"},
    Span: {"start": 0, "end": 2},
    Statistic: {"value": 1, "text": "A", "span": SPAN},
    Tweet: {},
    Video: {},
}
CLASSES = sorted(SMALLEST, key=lambda cls: cls.__name__)
FIELDS = [pytest.param(cls, field, id=f"{cls.__name__}.{field.name}") for cls in CLASSES for field in attrs.fields(cls)]
OPEN = {"Failure.source", "Source.content"}  # a failure holds whatever was handed in; what content may be has a test below
TYPED = [field for field in FIELDS if field.id not in OPEN]
FOLDED = {"headline", "lede", "copyright", "caption", "credit", "alt", "title", "author"}
big = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def test_every_class_is_exported():
    """Every class that a module of the model defines, and no other name, can be imported from the top of the model."""
    modules = [module for _, module in inspect.getmembers(model, inspect.ismodule)]
    defined = {name for module in modules for name, cls in inspect.getmembers(module, inspect.isclass) if cls.__module__ == module.__name__}
    assert sorted(defined) == sorted(set(model.__all__))
    assert {cls.__name__ for cls in CLASSES} == {name for name in model.__all__ if attrs.has(getattr(model, name))}


def class_definitions():
    """Give the definition of every class of the model, as its source has it."""
    for path in sorted(Path(model.__file__).parent.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                yield pytest.param(node, id=node.name)


@pytest.mark.parametrize("node", list(class_definitions()))
def test_every_class_and_every_field_has_a_docstring(node):
    """A docstring stands below the head of every class, and below each of its fields."""
    assert ast.get_docstring(node)
    for statement, following in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign):
            name = ast.unparse(statement.target)
            documented = (
                isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant) and isinstance(following.value.value, str)
            )
            assert documented, f"{node.name}.{name}"


@pytest.mark.parametrize("cls", CLASSES)
def test_the_smallest_value_can_be_made(cls):
    """What has a default may be left out."""
    assert cls(**SMALLEST[cls]) == cls(**SMALLEST[cls])


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_a_value_is_frozen(cls, field):
    """No field can be set or deleted once the value is made, nor a new one added."""
    value = cls(**SMALLEST[cls])
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, field.name, None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(value, field.name)
    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        value.anything_else = 1


@pytest.mark.parametrize("cls", [cls for cls in CLASSES if cls not in {Span, Source}])
def test_fields_are_given_by_name(cls):
    """Classes with more than two fields take them by name only."""
    with pytest.raises(TypeError):
        cls("A")


@pytest.mark.parametrize(("cls", "field"), TYPED)
@pytest.mark.parametrize("wrong", [object(), b"bytes", {"a": 1}, [1], 1j])
def test_a_value_of_the_wrong_type_is_refused(cls, field, wrong):
    """A value of a type that no field has is a TypeError that names class, field and value."""
    with pytest.raises(TypeError) as caught:
        cls(**SMALLEST[cls] | {field.name: wrong})
    assert str(caught.value).startswith(f"{cls.__name__}.{field.name} must be ")
    assert repr(wrong)[:70] in str(caught.value)


@pytest.mark.parametrize("wrong", [None, 5, ["page"], bytearray(b"page")])
def test_a_source_is_text_bytes_or_a_path(wrong):
    """The content of a source is what `parse` takes, and nothing else."""
    with pytest.raises(TypeError, match=r"Source\.content must be str or bytes or Path: "):
        model.Source(wrong)


@pytest.mark.parametrize(("cls", "field"), TYPED)
def test_none_is_refused_where_the_type_has_none(cls, field):
    """None passes exactly where the annotation says so."""
    given_parts = SMALLEST[cls] | {field.name: None}
    if "None" in str(field.type):
        cls(**given_parts)
    else:
        with pytest.raises(TypeError, match=rf"{cls.__name__}\.{field.name} must be .*: None"):
            cls(**given_parts)


@pytest.mark.parametrize(("cls", "field"), [field for field in FIELDS if "int" in str(field.values[1].type)])
def test_bool_does_not_pass_for_int(cls, field):
    """True is not the number one."""
    with pytest.raises(TypeError, match=rf"{cls.__name__}\.{field.name} must be .*: True"):
        cls(**SMALLEST[cls] | {field.name: True})


@pytest.mark.parametrize(("cls", "field"), [field for field in FIELDS if str(field.values[1].type).startswith("tuple")])
def test_members_of_tuples_are_checked(cls, field):
    """A tuple with a member of the wrong type, a list, and a lone text are refused."""
    for wrong in ((object(),), [], "abc", None):
        with pytest.raises(TypeError, match=rf"{cls.__name__}\.{field.name}.* must be"):
            cls(**SMALLEST[cls] | {field.name: wrong})


@pytest.mark.parametrize(("cls", "field"), [field for field in FIELDS if field.values[1].type in (str, str | None)])
@pytest.mark.parametrize("wrong", [" ", "\t\n", "a\ud800", "\udfff b"])
def test_texts_are_not_blank_and_can_be_encoded(cls, field, wrong):
    """A blank text and one with a lone surrogate are refused in every field."""
    with pytest.raises(ValueError, match=rf"^{cls.__name__}\.{field.name} must (not be blank|be )") as caught:
        cls(**SMALLEST[cls] | {field.name: wrong})
    assert repr(wrong) in str(caught.value)


@pytest.mark.parametrize(("cls", "field"), [field for field in FIELDS if field.values[1].name in FOLDED])
@pytest.mark.parametrize("wrong", ["a  b", " a", "a ", "a\nb", "a\u00a0b", "a\tb", "e\u0301"])
def test_printed_texts_are_folded(cls, field, wrong):
    """Texts as printed are in NFC with white space folded."""
    with pytest.raises(ValueError, match=rf"^{cls.__name__}\.{field.name} must be in NFC, with white space folded to single blanks: "):
        cls(**SMALLEST[cls] | {field.name: wrong})


@big
@given(st.data())
def test_values_are_hashed_pickled_and_copied(data):
    """Whatever is made can be hashed, pickled and copied, and all of them are equal."""
    value = data.draw(st.one_of(articles(), pages(), facts("Ann said so.")))
    for twin in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value), attrs.evolve(value)):  # noqa: S301 -- our own
        assert twin == value
        assert hash(twin) == hash(value)


@big
@given(articles())
def test_every_fact_of_an_article_holds_its_words(article):
    """The text of a fact is what the text of the article has at its span."""
    for fact in (*article.quotes, *article.statistics, *article.events, *article.dates):
        assert article.text[fact.span.start : fact.span.end] == fact.text
    for block in article.body:
        assert (block.span is not None) == block.role.is_prose
        assert block.span is None or block.span.of(article.text) == block.text


@pytest.mark.parametrize("cls", [Bound, EntityKind, QuoteKind, Role])
def test_enums_are_words(cls):
    """The members of every enum are lower-case words, and compare as such."""
    assert issubclass(cls, Enum)
    assert all(re.fullmatch("[a-z_]+", member) and member == member.value for member in cls)


def test_errors_have_one_root():
    """Every error of ours is a NewsModelError, and a ValueError to those who do not know us."""
    for error in (model.PageError, model.DocumentError):
        assert issubclass(error, model.NewsModelError)
        assert issubclass(error, ValueError)


def test_a_document_error_tells_all_its_problems():
    """The message holds every problem, one a line, and survives being sent to another process."""
    error = model.DocumentError(("a: missing", "b: unknown key"))
    assert str(error).splitlines()[1:] == ["  a: missing", "  b: unknown key"]
    assert pickle.loads(pickle.dumps(error)).problems == error.problems  # noqa: S301 -- our own


@pytest.mark.parametrize("moment", [None, date(2016, 9, 20), datetime(2016, 9, 20)])  # noqa: DTZ001 -- may be without a zone
def test_a_moment_is_a_day_or_a_time(moment):
    """Both a day and a time tell when an article was published."""
    assert Article(headline="A", body=(), published=moment).published == moment
