"""Sentences as newspapers write them, with what they tell: kinds of sentence that were once read wrongly."""

from datetime import date
from time import process_time

import pytest

from newsmodel import extract_facts

FRIDAY = date(2023, 9, 15)


def days(text):
    """Give the calendar expressions of a text of that Friday, with their days."""
    return [(period.text, period.edtf) for period in extract_facts(text, published=FRIDAY).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor walked to Paris on Thursday.", [("Thursday", "2023-09-14")]),
        ("Prices fell to 4% in August.", [("August", "2023-08")]),
        ("Elections were held on Sunday, 12 May.", [("Sunday, 12 May", "2023-05-12")]),
        ("He will speak on Monday.", [("Monday", "2023-09-18")]),
        ("The plan was proposed in March 2023, then withdrawn two weeks later.", [("March 2023", "2023-03"), ("two weeks later", None)]),
        ("It rained between January and March 2016.", [("January and March 2016", "2016-01-01/2016-03-31")]),
        ("It rained between 3 May and 6 June 2016.", [("3 May and 6 June 2016", "2016-05-03/2016-06-06")]),
        ("From 28 August to 2 September the ship sank.", [("28 August to 2 September", "2023-08-28/2023-09-02")]),
        ("March for peace: thousands came.", []),
        ("Theresa May said that May would resign in June.", [("June", "2024-06")]),
        ("It fell on 2023-09-12.", [("2023-09-12", "2023-09-12")]),
        ("It fell in 2014-2016.", [("2014-2016", "2014-01-01/2016-12-31")]),
        ("It fell in the first half of 2023.", [("the first half of 2023", "2023-01-01/2023-06-30")]),
        ("He has read 2016 pages.", []),
    ],
)
def test_days(text, expected):
    """An incomplete date lies on the side that the tense tells; a name is no month; what nothing fixes has no days."""
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attack killed two soldiers and wounded 14 others.", [(2, "soldiers", "killed"), (14, "soldiers", "wounded")]),
        ("It killed at least 45 people, wounding more than 100.", [(45, "people", "killed"), (100, "people", "wounding")]),
        ("Police arrested 63 people and seized 12 cars.", [(63, "people", "arrested"), (12, "cars", "seized")]),
        ("342 people were killed and 1,204 wounded.", [(342, "people", "killed"), (1204, "people", "wounded")]),
        ("A total of 1 204 people died.", [(1204, "people", "died")]),
        ("He paid 3,3 million euros.", [(3300000, "EUR", "paid")]),
        ("One in four cannot pay the rent.", [(0.25, None, "pay")]),
        ("The 27 member states agreed.", [(27, "member states", "agreed")]),
        ("Net income rose to $4.3bn (€3.8bn).", [(4300000000, "USD", "income"), (3800000000, "EUR", "income")]),
        ("The bank posted a 2.2% gain.", [(2.2, "%", "gain")]),
        ("It was the third attack in 12 days, at 10:15 on 3 May, and Boeing 737 flights were late.", []),
    ],
)
def test_numbers(text, expected):
    """Each number has the unit and the measure of its own verb; what is no quantity is no statistic."""
    assert [(each.value, each.unit, each.measure) for each in extract_facts(text).statistics] == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("12 people, among them five children, died.", [(5, "children")]),
        ("12 people died, including five children and three women.", [(5, "children"), (3, "women")]),
    ],
)
def test_parts(text, parts):
    """What the text gives as part of a number stands inside it."""
    (whole,) = extract_facts(text).statistics
    assert (whole.value, whole.unit, whole.measure) == (12, "people", "died")
    assert [(part.value, part.unit) for part in whole.parts] == parts


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Twelve people died, the police said.", "police", "Twelve people died"),
        ("Twelve people died, said the Red Cross.", "Red Cross", "Twelve people died"),
        ("It will rain, Unicef said.", "Unicef", "It will rain"),
        ("Witnesses said 12 people died.", "Witnesses", "12 people died"),
        ("In a statement, Shell said it rejects the claim.", "Shell", "it rejects the claim"),
        ("According to Anna Brown of the Red Cross, 12 people died.", "Anna Brown", "12 people died"),
        (
            "The damage could cost €4 billion, the World Bank said in a report published on 7 May.",
            "World Bank",
            "The damage could cost €4 billion",
        ),
        (
            "A spokesperson for the World Health Organization told Euronews: “It is bad.”",
            "A spokesperson for the World Health Organization",
            "It is bad.",
        ),
        ("“Why now?” asked Anna Brown.", "Anna Brown", "Why now?"),
        ("“Why now?” Anna Brown asked.", "Anna Brown", "Why now?"),
        ("Anna Brown arrived. “We need help,” she said.", "Anna Brown", "We need help,"),
        ("Anna Brown denied the charge, saying officers had “acted well”.", "Anna Brown", "acted well"),
        ("“It is bad,” Rep. John Mica (R-Fla.) said.", "John Mica", "It is bad,"),
        ("“He was the best.” — Carlos Raúl", "Carlos Raúl", "He was the best."),
    ],
)
def test_who_said_what(text, speaker, words):
    """The one quote of the sentence has its speaker and its words."""
    (quote,) = extract_facts(text).quotes
    assert (quote.speaker.name, quote.text) == (speaker, words)


@pytest.mark.parametrize(
    "text",
    [
        "The war began on 3 May 2023.",
        "The state of the union is strong.",
        "They sang “Bridge Over Troubled Water” in the so-called “red room”.",
    ],
)
def test_nobody_speaks(text):
    """A verb with a mere object reports no words, and titles and terms are no speech."""
    assert extract_facts(text, published=FRIDAY).quotes == ()


def test_the_date_of_a_report_is_no_event():
    """What the report is dated by does not date what it reports; a date inside the reported words does."""
    assert extract_facts("The damage is great, the bank said in a report published on 7 May.", published=FRIDAY).events == ()
    (event,) = extract_facts("He said the talks could take place on Saturday 16 September.", published=FRIDAY).events
    assert event.text == "the talks could take place on Saturday 16 September"


def test_time_grows_with_length_only():
    """A text that repeats its names takes time in proportion to its length."""
    sentence = "John Kerry announced: “Today we begin.” Sergei Lavrov said that John Kerry was right on Monday. "
    took = []
    for times in (200, 800):
        start = process_time()
        extract_facts(sentence * times, published=FRIDAY)
        took.append(process_time() - start)
    assert took[1] < 12 * took[0]
