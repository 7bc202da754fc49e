"""Marks of thousands that are those of another region."""

import pytest

from tests.facts.reading import read_in


def values(tag, text):
    """Give the numbers of a text."""
    return [statistic.value for statistic in read_in(tag, text).statistics]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("es", "La riada dañó 2,350 casas.", 2350),
        ("es", "La obra costará 2,500 millones de euros.", 2500000000),
        ("es", "La región tiene 2,345,678 habitantes.", 2345678),
        ("de", "Der Sturm verletzte 2,150 Menschen.", 2150),
        ("de", "Der Kreis hat 2,345,678 Einwohner.", 2345678),
        ("fr", "La crue a détruit 2,150 maisons.", 2150),
        ("en", "The flood displaced 2.150 people.", 2150),
    ],
)
def test_a_number_of_people_or_things_has_marks_of_thousands(tag, text, value):
    """Three digits behind a mark of decimals are thousands where people or things are counted, and where they are no fraction."""
    assert values(tag, text) == [value]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "The lake fell 1.250 metres.", 1.25),
        ("en", "A ticket costs $1.500.", 1.5),
        ("en", "The firm sold $1.250 billion of notes.", 1250000000),
        ("en", "Rates rose by 1.250 percentage points.", 1.25),
        ("de", "Jede Frau hat 1,375 Kinder pro Frau.", 1.375),
        ("es", "La tasa llegó al 1,200 %.", 1.2),
        ("es", "La deuda bajó a 1,234 millones de euros.", 1234000),
        ("de", "Die Firma nahm 1,500 bis 2,505 Millionen Euro ein.", 1500000),
    ],
)
def test_what_is_measured_keeps_its_decimals(tag, text, value):
    """Money, shares, lengths and rates keep three decimals."""
    assert values(tag, text) == [value]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("es-MX", "El precio subió a 2,345 euros.", 2345),
        ("es-US", "El precio subió a 2,345.5 euros.", 2345.5),
        ("es-419", "El precio subió a 2.345 euros.", 2.345),
        ("es-ES", "El precio subió a 2,345 euros.", 2.345),
        ("es-AR", "El precio subió a 2.345 euros.", 2345),
    ],
)
def test_a_region_has_marks_of_its_own(tag, text, value):
    """In Mexico a comma parts thousands and a point decimals, though they do not in Spain."""
    assert values(tag, text) == [value]
