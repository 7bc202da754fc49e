"""What a number counts, where the words beside it mislead."""

import pytest

from tests.facts.reading import read_in


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A magnitude 5.9 earthquake struck on Friday.", [("5.9", 5.9, None)]),
        (
            "en",
            "The bank cut its rate by a quarter of a percentage point.",
            [("a quarter of a percentage point", 0.25, "percentage points")],
        ),
        ("en", "Crews repaired 40 of 52 bridges.", [("52 bridges", 52, "bridges")]),
        ("en", "The alarm rang at 4 a.m., residents said.", []),
        ("de", "In der Nacht sank die Temperatur auf minus 12 Grad.", [("minus 12 Grad", -12, "Grad")]),
        ("fr", "Elle a été condamnée à cinq ans de prison, dont trois avec sursis.", []),
    ],
)
def test_unit(language, text, expected):
    """A unit is what is counted, not any word beside the number, and a clock time or a length counts nothing."""
    assert [(each.text, each.value, each.unit) for each in read_in(language, text).statistics] == expected


@pytest.mark.parametrize(
    ("language", "text", "part", "unit"),
    [
        ("en", "Crews repaired 40 of 52 bridges.", "40", "bridges"),
        ("de", "Im Stadion wurden 21 Menschen verletzt, darunter vier schwer.", "vier", "Menschen"),
        ("fr", "Trente films sont présentés, dont neuf réalisés par des femmes.", "neuf", "films"),
    ],
)
def test_unit_of_a_part(language, text, part, unit):
    """A part that only describes counts what its whole counts."""
    ((found,),) = (each.parts for each in read_in(language, text).statistics)
    assert (found.text, found.unit) == (part, unit)


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("en", "In the vote 55.2% favoured the plan and 44.8% rejected it.", ["favoured", "rejected"]),
        ("en", "A poll it released last week found that 41 percent of Swedes smoke.", ["smoke"]),
        ("en", "There were nine arrests and 20 injuries on Monday.", [None, None]),
        ("de", "„Wir wollen die Quote bis 2030 bei 40 Prozent halten“, sagte Weber.", ["Quote"]),
    ],
)
def test_measure_of_the_own_clause(language, text, measures):
    """A measure stands in the clause of the number: no other clause, no noun counted beside it and no report tells it."""
    assert [each.measure for each in read_in(language, text).statistics] == measures
