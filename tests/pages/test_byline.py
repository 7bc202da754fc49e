"""Names out of bylines."""

import pytest

from newsmodel.model import EntityKind
from newsmodel.pages.byline import authors_of
from newsmodel.pages.furniture import furniture_of
from newsmodel.pages.style import known_styles

FURNITURE = furniture_of(known_styles()[0])


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Euronews with\u00a0Agencies", "en", ["Euronews", "Agencies"]),
        ("Ana Bela & Tom Ray with AP, AFP", "en", ["Ana Bela", "Tom Ray", "AP", "AFP"]),
        ("Ana Bela and Tom Ray", "en", ["Ana Bela", "Tom Ray"]),
        ("José Ortega y Gasset", "es", ["José Ortega y Gasset"]),
        ("José Ortega y Luis Prado", "es", ["José Ortega", "Luis Prado"]),
        ("Malek Fouda mit dpa und Reuters", "de", ["Malek Fouda", "dpa", "Reuters"]),
        ("Ana de la Cruz, Jan van der Meer", "en", ["Ana de la Cruz", "Jan van der Meer"]),
        ("Ana Bela et Tom Ray avec AFP", "fr", ["Ana Bela", "Tom Ray", "AFP"]),
        ("Ana Bela & Tom Ray et Agences", "fr", ["Ana Bela", "Tom Ray", "Agences"]),
        ("Ana Bela mit dpa, AP", "de", ["Ana Bela", "dpa", "AP"]),
        ("Ana Bela mit Material von dpa", "de", ["Ana Bela", "dpa"]),
        ("يورونيوز ووكالات", "ar", ["يورونيوز", "وكالات"]),
        ("AP/AFP", "en", ["AP", "AFP"]),
        ("Euronews • Updated: 12/10/2016", "en", ["Euronews"]),
        ("Ana Bela, Ana Bela", "en", ["Ana Bela"]),
        ("12/10/2016", "en", []),
    ],
)
def test_names(text: str, language: str, names: list[str]) -> None:
    """A byline is cut at the words and marks that join names, and at no others."""
    assert [author.name for author in authors_of(text, FURNITURE, [language])] == names


def test_kinds() -> None:
    """Agencies and the publisher's editions are organisations, everybody else is a person."""
    kinds = [author.kind for author in authors_of("Euronews Green, Ana Bela, reuters", FURNITURE)]
    assert kinds == [EntityKind.ORGANIZATION, EntityKind.PERSON, EntityKind.ORGANIZATION]


@pytest.mark.parametrize("tag", [tag for tag, strings in known_styles()[0].languages if strings.with_])
def test_what_stands_behind_with_is_an_agency(tag: str) -> None:
    """In each language, a single name behind the word for “with” is an organisation, and a full name a person."""
    for word in dict(known_styles()[0].languages)[tag].with_:
        found = authors_of(f"Ana Bela, Cle Dorn {word} Tom Ray, Wirewords", FURNITURE, [tag])
        assert [(author.name, author.kind is EntityKind.PERSON) for author in found] == [
            ("Ana Bela", True),
            ("Cle Dorn", True),
            ("Tom Ray", True),
            ("Wirewords", False),
        ]


def test_an_office_behind_a_comma_is_a_role() -> None:
    """What follows a name and is none itself is the role of the one named."""
    (author,) = authors_of("Jane Doe, director of the museum", FURNITURE, ["en"])
    assert (author.name, author.role) == ("Jane Doe", "director of the museum")


def test_dates_are_no_roles() -> None:
    """What follows a comma inside a date is not the role of the one named before it."""
    found = authors_of("Ana Bela | May 13, 2025 | May 14, 2025", FURNITURE)
    assert [(entity.name, entity.role) for entity in found] == [("Ana Bela", None)]
    (author,) = authors_of("Ana Bela, 2025", FURNITURE)
    assert author.role is None


def test_commas_in_a_row_part_nothing() -> None:
    """Marks without a name between them are no names and no roles."""
    found = authors_of("Ann Bell,, ,:, Tom Ray", FURNITURE)
    assert [(entity.name, entity.role) for entity in found] == [("Ann Bell", None), ("Tom Ray", None)]
