"""How messages show a value."""

import pytest

from newsmodel.model.rules import shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "None"),
        ("a" * 78, repr("a" * 78)),
        ("a" * 79, "'" + "a" * 78 + "…"),
        ("a" * 5000, "'" + "a" * 78 + "…"),
        (list(range(200)), repr(list(range(200)))[:79] + "…"),
        (10**20_000, "int of too many digits"),
    ],
    ids=["short", "as long as can be", "one too long", "far too long", "a list", "a number of too many digits"],
)
def test_long_values_are_cut(value, text):
    """A value is shown by its repr, of which eighty characters are shown at most, the last of them for the rest."""
    assert shown(value) == text
    assert len(text) <= 80
