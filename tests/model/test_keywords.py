"""How objects of the model are made."""

import attrs
import pytest

from newsmodel import model

CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name))]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_objects_of_many_fields_take_keywords_alone(cls):
    """Of more than two fields, all but a first are given by their names, so that a new field never changes what an old call means."""
    fields = attrs.fields(cls)
    assert len(fields) <= 2 or all(field.kw_only for field in fields[1:])


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_objects_cannot_be_changed(cls):
    """No object of the model can be changed once it is made."""
    assert cls.__setattr__ is not object.__setattr__
    assert cls.__hash__ is not None
