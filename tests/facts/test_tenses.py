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


@pytest.mark.parametrize(
    ("language", "text", "words", "start", "end"),
    [
        ("en", "By the end of 2027, the bridge will open.", "the end of 2027", "2027-10-01", "2027-12-31"),
        ("en", "At the beginning of 2023, rents rose.", "the beginning of 2023", "2023-01-01", "2023-03-31"),
        ("en", "The mine will close at the end of the year.", "the end of the year", "2026-10-01", "2026-12-31"),
        ("de", "Die Serie läuft im Herbst an.", "Herbst", "2026-09-01", "2026-11-30"),
        ("de", "Der Vertrag vom 7.2.2024 gilt.", "7.2.2024", "2024-02-07", "2024-02-07"),
        ("fr", "Le contrat du 07/02/2024 est signé.", "07/02/2024", "2024-02-07", "2024-02-07"),
        ("ar", "عقد المؤتمر الأربعاء 7 مايو 2025 في القاهرة.", "الأربعاء 7 مايو 2025", "2025-05-07", "2025-05-07"),
    ],
)
def test_whole_expression(language, text, words, start, end):
    """A date is read as one, with its weekday, its part of the year and in figures."""
    (date,) = read_in(language, text).dates
    assert (date.text, str(date.start), str(date.end)) == (words, start, end)
