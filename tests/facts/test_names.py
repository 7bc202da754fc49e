"""Names, and the offices that stand with them."""

import pytest

from newsmodel import EntityKind
from newsmodel.facts import names
from tests.facts.reading import scanned


def found(text):
    """Give the names of a text as printed."""
    return [mention.name for mention in names.find(scanned(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Angela Merkel met Emmanuel Macron.", ["Angela Merkel", "Emmanuel Macron"]),
        ("The talks between Ursula von der Leyen and Charles Michel failed.", ["Ursula von der Leyen", "Charles Michel"]),
        ("The Bank of England raised rates.", ["Bank of England"]),
        ("Obama’s visit to Cuba", ["Obama", "Cuba"]),
        ("Obama's visit to Cuba", ["Obama", "Cuba"]),
        ("Mr. Smith and Dr. Jones met.", ["Smith", "Jones"]),
        ("John F. Kennedy spoke to J. Edgar Hoover.", ["John F. Kennedy", "J. Edgar Hoover"]),
        ("However, many fled. Then Erdoğan came.", ["Erdoğan"]),
        ("The U.S. and the U.N. agreed.", ["U.S.", "U.N."]),
        ("On Monday, in May, the Fed met.", ["Fed"]),
        ("We saw Jean-Claude Juncker and Kim Jong-un.", ["Jean-Claude Juncker", "Kim Jong-un"]),
        ("He told Marks & Spencer and Johnson & Johnson.", ["Marks & Spencer", "Johnson & Johnson"]),
        ("Sinn Féin’s Mary Lou McDonald objected.", ["Sinn Féin", "Mary Lou McDonald"]),
        ("the US Secretary of State John Kerry", ["John Kerry"]),
        ("Russian Foreign Minister Sergei Lavrov", ["Sergei Lavrov"]),
        ("nothing is named here, and nobody", []),
        ("I said that I would.", []),
        ("", []),
    ],
)
def test_names(text, expected):
    """A run of capital words, with the small words inside it, is a name; openings of sentences, offices, titles and dates are not."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("US Secretary of State John Kerry spoke.", "John Kerry", "US Secretary of State"),
        ("Russian Foreign Minister Sergei Lavrov spoke.", "Sergei Lavrov", "Russian Foreign Minister"),
        ("The former president Nicolas Sarkozy spoke.", "Nicolas Sarkozy", "former president"),
        ("Italy’s prime minister Giorgia Meloni spoke.", "Giorgia Meloni", "Italy’s prime minister"),
        ("A ministry spokesman, Igor Konashenkov, spoke.", "Igor Konashenkov", "ministry spokesman"),
        ("Maria Zakharova, spokeswoman for the foreign ministry, spoke.", "Maria Zakharova", "spokeswoman for the foreign ministry"),
        ("Rafael Grossi, Director General of the IAEA, spoke.", "Rafael Grossi", "Director General of the IAEA"),
        ("EU foreign policy chief Josep Borrell spoke.", "Josep Borrell", "EU foreign policy chief"),
        ("The German chancellor, Olaf Scholz, spoke.", "Olaf Scholz", "German chancellor"),
        ("The president of France, Emmanuel Macron, spoke.", "Emmanuel Macron", "president of France"),
        ("Deputy Prime Minister Olha Stefanishyna spoke.", "Olha Stefanishyna", "Deputy Prime Minister"),
        ("UN Secretary-General António Guterres spoke.", "António Guterres", "UN Secretary-General"),
        ("President Joe Biden spoke.", "Joe Biden", "President"),
        ("President Xi spoke.", "Xi", "President"),
        ("Bank of England governor Andrew Bailey spoke.", "Andrew Bailey", "Bank of England governor"),
        ("Pope Francis spoke.", "Francis", "Pope"),
        ("Chief economist Philip Lane spoke.", "Philip Lane", "Chief economist"),
        ("Tesla CEO Elon Musk spoke.", "Elon Musk", "Tesla CEO"),
        ("Elon Musk, the CEO of Tesla, spoke.", "Elon Musk", "CEO of Tesla"),
        (
            "The vice president of the European Commission, Valdis Dombrovskis, spoke.",
            "Valdis Dombrovskis",
            "vice president of the European Commission",
        ),
    ],
)
def test_roles(text, name, role):
    """The office printed before or behind a name, without its article, is its role; the name is then a person's."""
    mention = next(mention for mention in names.find(scanned(text)) if mention.name == name)
    assert (mention.role, mention.kind) == (role, EntityKind.PERSON)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Angela Merkel, who left in 2021, spoke.", "Angela Merkel"),
        ("Angela Merkel, however, spoke.", "Angela Merkel"),
        ("In Paris, the president spoke.", "Paris"),
        ("Anna Weber, 34, spoke.", "Anna Weber"),
        ("Anna Weber told the minister of it.", "Anna Weber"),
        ("The minister met Anna Weber there.", "Anna Weber"),
    ],
)
def test_no_role(text, name):
    """An office that stands elsewhere in the sentence is nobody's role."""
    mention = next(mention for mention in names.find(scanned(text)) if mention.name == name)
    assert mention.role is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He lives in Damascus.", "Damascus", EntityKind.PLACE),
        ("He left France behind.", "France", EntityKind.PLACE),
        ("Troops entered eastern Aleppo.", "eastern Aleppo", EntityKind.PLACE),
        ("A fire near Springfield spread.", "Springfield", EntityKind.PLACE),
        ("It struck Hatay Province.", "Hatay Province", EntityKind.PLACE),
        ("The World Health Organisation warned.", "World Health Organisation", EntityKind.ORGANIZATION),
        ("It hurt NATO badly.", "NATO", EntityKind.ORGANIZATION),
        ("It hurt the European Commission.", "European Commission", EntityKind.ORGANIZATION),
        ("He wrote to Deutsche Bank.", "Deutsche Bank", EntityKind.ORGANIZATION),
        ("He met Mrs. Dalloway.", "Dalloway", EntityKind.PERSON),
        ("He met Sir Keir Starmer.", "Keir Starmer", EntityKind.PERSON),
        ("He met Rishi Sunak.", "Rishi Sunak", EntityKind.UNKNOWN),
    ],
)
def test_kinds(text, name, kind):
    """What a name is follows from the words in it and round it; where they do not tell, it stays unknown."""
    mention = next(mention for mention in names.find(scanned(text)) if mention.name == name)
    assert mention.kind is kind


def test_spans_hold_names():
    """Every mention stands where it says."""
    text = "Mr. Bashar al-Assad’s aide met U.S. Secretary of State John F. Kerry in eastern Aleppo."
    assert all(mention.span.of(text) == mention.name for mention in names.find(scanned(text)))
