"""How far an attribution reaches, and who is meant, in English."""

import pytest

from newsmodel import QuoteKind
from tests.facts.reading import read


def said(text):
    """Give the quotes of a text: the speaker’s name, and the words without their last mark."""
    return [(quote.speaker.name if quote.speaker else None, quote.text.rstrip(",.?!")) for quote in read(text).quotes]


@pytest.mark.parametrize("told", ["said:", "said,", "tweeted:"])
@pytest.mark.parametrize(
    "following", ["Joe Tran said it was good.", "Later, Joe Tran said it was good.", "The mayor, Joe Tran, said it was good."]
)
def test_a_quotation_that_was_announced_is_not_attributed_again(told, following):
    """The sentence behind “X said: “…”” is another’s, and its clause is reported as his."""
    assert said(f"Rita Gomez {told} “It is bad.” {following}") == [("Rita Gomez", "It is bad"), ("Joe Tran", "it was good")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is bad.” Joe Tran said.", "Joe Tran"),
        ("“Why now?” Joe Tran asked on Monday.", "Joe Tran"),
        ("“It is bad.” Anna Brown, a doctor who lives in Geneva, told reporters.", "Anna Brown"),
        ("“It is bad,” said Per Lund.", "Per Lund"),
        ("“It is bad,” said Will Young.", "Will Young"),
        ("“It is bad,” Senate leader Mitch Brown, R-Ky., said.", "Mitch Brown"),
        ("Two hours later, Joe Tran wrote to the paper, saying “it is bad enough”.", "Joe Tran"),
        ("As the crowd sang, Anna Brown stood up and joked, “You are early.”", "Anna Brown"),
        ("Joe Tran, who grew up near the border, said it was “bad enough”.", "Joe Tran"),
        ("Joe Tran was asked by Anna Brown whether it was “bad enough”.", "Anna Brown"),
    ],
)
def test_who_has_said_a_quotation(text, speaker):
    """Behind a stop, a relative clause, a time, another clause or a passive, the speaker is found."""
    (quote,) = (quote for quote in read(text).quotes if quote.kind is not QuoteKind.INDIRECT)
    assert quote.speaker.name == speaker


def test_both_halves_of_a_quotation_have_its_speaker():
    """What was said before the verb does not say what comes behind it."""
    assert said("“We lost badly,” said Stone, “and we know it.”") == [("Stone", "We lost badly"), ("Stone", "and we know it")]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Taxes will rise, Anna Brown told lawmakers on Tuesday.", "Anna Brown", "Taxes will rise"),
        ("The plan is dead, Anna Brown told the BBC.", "Anna Brown", "The plan is dead"),
        ("The storm moves east, forecasters say.", "forecasters", "The storm moves east"),
        ("Rain moves in on Friday, says the weather office.", "the weather office", "Rain moves in on Friday"),
        ("Prices fell in March, Eurostat said last week.", "Eurostat", "Prices fell in March"),
        ("The race is over, said Anna Brown, a doctor who ran it.", "Anna Brown", "The race is over"),
        ("The good news, Anna Brown said, is that the race is over.", "Anna Brown", "is that the race is over"),
        ("According to a study published on Thursday in Geneva, trees grow faster.", "a study", "trees grow faster"),
    ],
)
def test_what_is_reported_before_its_speaker(text, speaker, words):
    """A clause before “, X told Y” is what was told, whoever it was told to, and whatever its verb."""
    assert (speaker, words) in said(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“Go,” said commission chair Ruth Brown.", "commission chair"),
        ("“Go,” said council member Ruth Brown.", "council member"),
        ("“Go,” said Ruth Brown, project manager for “The Hunt”.", "project manager"),
        ("“Go,” said Ruth Brown, director of the trust (Tru). Italy was next.", "director of the trust"),
    ],
)
def test_the_office_that_is_printed_with_a_name(text, role):
    """An office has the body that it belongs to, and ends before a title and at its sentence."""
    assert read(text).quotes[0].speaker.role == role


@pytest.mark.parametrize(
    "text",
    [
        "Dr Anna Brown of the University of Leeds said it was “late”.",
        "Anna Brown of the University of Accra said it was “late”.",
        "Prof Anna Brown from the Max Planck Institute said it was “late”.",
    ],
)
def test_a_person_is_not_the_body_that_they_belong_to(text):
    """The speaker is the person, not the phrase."""
    assert read(text).quotes[0].speaker.name == "Anna Brown"


@pytest.mark.parametrize("who", ["she", "the 24-year-old"])
def test_who_is_meant(who):
    """A pronoun does not mean whom another title tells to be a man, and an age means who was named."""
    text = f"Mr Tom Reed left early. Anna Brown, 24, ran on. “I won,” {who} said."
    assert said(text)[-1] == ("Anna Brown", "I won")
