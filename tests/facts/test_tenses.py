"""The side of an incomplete date."""

import pytest

from tests.facts.reading import read_in


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        # Published on Tuesday 6 January 2026.
        ("en", "The regatta starts on Friday, organisers say.", "2026-01-09"),
        ("en", "On Friday the museum opens its new wing.", "2026-01-09"),
        ("en", "The keel is laid in March.", "2026-03-01"),
        ("en", "Officials say a boy was hurt on Friday.", "2026-01-02"),
        ("en", "The mayor, who opens the fair, resigned on Friday.", "2026-01-02"),
        ("en", "The visits on Friday were short.", "2026-01-02"),
        ("de", "Die Ministerin reist am Freitag nach Rom.", "2026-01-09"),
        ("de", "Die Ministerin reiste am Freitag nach Rom.", "2026-01-02"),
        ("de", "Am Freitag ist der Maler gestorben.", "2026-01-02"),
        ("fr", "La pièce sera jouée vendredi.", "2026-01-09"),
        ("fr", "Nous présenterons un projet dès vendredi.", "2026-01-09"),
        ("fr", "La pièce a été jouée vendredi.", "2026-01-02"),
    ],
)
def test_side(language, text, day):
    """A present or future tense without a past one puts a date into the future."""
    (date,) = read_in(language, text).dates
    assert str(date.start) == day
