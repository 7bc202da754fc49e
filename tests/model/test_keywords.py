"""How objects of the model are made."""

import attrs
import pytest

from newsmodel import model

CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name))]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_objects_of_many_fields_take_keywords_alone(cls):
    """No more than two fields are told by their place, so that a new field never changes what an old call means."""
    assert sum(not field.kw_only for field in attrs.fields(cls)) <= 2


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_objects_cannot_be_changed(cls):
    """No object of the model can be changed once it is made."""
    assert cls.__setattr__ is not object.__setattr__
    assert cls.__hash__ is not None
