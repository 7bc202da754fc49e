"""One entity for all the places that name it."""

import pytest

from newsmodel import EntityKind
from tests.facts.reading import entity_of, read


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("John Kerry spoke first. Later Kerry left.", "John Kerry", ["John Kerry", "Kerry"]),
        ("Later Kerry left. He is John Kerry.", "John Kerry", ["Kerry", "John Kerry"]),
        ("The Kremlin met Sergei Lavrov. “No,” Lavrov said. Mr. Lavrov left.", "Sergei Lavrov", ["Sergei Lavrov", "Lavrov", "Lavrov"]),
        ("Bashar al-Assad stays. Few want al-Assad to stay.", "Bashar al-Assad", ["Bashar al-Assad", "al-Assad"]),
        (
            "The World Health Organisation (WHO) warned. Few heard the WHO.",
            "World Health Organisation",
            ["World Health Organisation", "WHO", "WHO"],
        ),
        ("The WHO warned. The World Health Organisation did so twice.", "World Health Organisation", ["WHO", "World Health Organisation"]),
        ("The U.N. voted. Many left the UN.", "U.N.", ["U.N.", "UN"]),
        ("The fall of Obama’s plan: Barack Obama wept.", "Barack Obama", ["Obama", "Barack Obama"]),
        ("In Syria, war. Out of Syria, people.", "Syria", ["Syria", "Syria"]),
        ("They saw Donald Trump. “No,” DONALD TRUMP wrote.", "Donald Trump", ["Donald Trump", "DONALD TRUMP"]),
        ("It is Johnson & Johnson. Few like Johnson & Johnson.", "Johnson & Johnson", ["Johnson & Johnson", "Johnson & Johnson"]),
    ],
)
def test_one_entity(text, name, mentions):
    """A full name, its surname before and after it, and its acronym are one entity with all its mentions in order."""
    entity = entity_of(text, name)
    assert [span.of(text) for span in entity.mentions] == mentions
    assert not [other.name for other in read(text).entities if other.name != name and other.name in mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met Hillary Clinton and Bill Clinton there.", ["Hillary Clinton", "Bill Clinton"]),
        ("The Smith family met John Smith and Anna Smith.", ["John Smith", "Anna Smith"]),
        ("We met George Washington in Washington.", ["George Washington", "Washington"]),
        ("We met Paris Hilton in Paris.", ["Paris Hilton", "Paris"]),
        ("We met Michael Jordan in Jordan.", ["Michael Jordan", "Jordan"]),
        ("They left North Korea for South Korea.", ["North Korea", "South Korea"]),
    ],
)
def test_different_entities(text, names):
    """Two people of one name, and a person and the place of that name, are two entities."""
    found = [entity.name for entity in read(text).entities]
    assert [name for name in found if name in names] == names


def test_a_surname_of_two_people_is_the_last_one_named():
    """Where two people share a surname, it means the one who was named last before it."""
    text = "We met Hillary Clinton. We met Bill Clinton. Nobody liked Clinton."
    assert [span.of(text) for span in entity_of(text, "Bill Clinton").mentions] == ["Bill Clinton", "Clinton"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Kerry spoke. US Secretary of State John Kerry left.", "John Kerry", "US Secretary of State"),
        ("We saw John Kerry. Later, US Secretary of State John Kerry left.", "John Kerry", "US Secretary of State"),
        ("We saw John Kerry. Later, Secretary Kerry left.", "John Kerry", "Secretary"),
        ("“No,” said Sergei Lavrov. Lavrov, Russian foreign minister, left.", "Sergei Lavrov", "Russian foreign minister"),
    ],
)
def test_role_from_anywhere(text, name, role):
    """The role may be printed at any mention."""
    entity = entity_of(text, name)
    assert (entity.role, entity.kind) == (role, EntityKind.PERSON)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A poem of Erich Kästner was read.", {"Erich Kästner": "unknown"}),
        ("According to Ocean Infinity, the wreck lies deep.", {"Ocean Infinity": "unknown"}),
        ("According to Erika Lund, the wreck lies deep. “It is old,” she said.", {"Erika Lund": "person"}),
        ("See Erika Lund’s report. “It is old,” Erika Lund said.", {"Erika Lund": "person"}),
        ("Erika Lu\u00adnd saw the fire\u00adarms.", {"Erika Lund": "unknown"}),
    ],
)
def test_kinds(text, kinds):
    """Who speaks is a person; what nothing tells stays unknown, as behind “according to”, where companies stand as well."""
    assert {entity.name: entity.kind.value for entity in read(text).entities} == kinds


@pytest.mark.parametrize(
    "text", ["Prices rose. Growth slowed.", "Yesterday it rained.", "Nothing happened. Everyone left. Perhaps.", "Firefighters came."]
)
def test_openings_are_no_names(text):
    """A capital letter at the opening of a sentence alone makes no entity."""
    assert read(text).entities == ()


def test_entities_stand_in_the_order_of_the_text():
    """Entities come in the order in which the text first names them."""
    text = "“No,” Lavrov told John Kerry in Geneva. Sergei Lavrov left for Moscow."
    assert [entity.name for entity in read(text).entities] == ["Sergei Lavrov", "John Kerry", "Geneva", "Moscow"]
