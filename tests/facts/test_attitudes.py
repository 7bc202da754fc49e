"""What is attributed without a clause, and labels that attribute."""

import pytest

from newsmodel import QuoteKind
from newsmodel.facts.patterns import inflected
from tests.facts.reading import read


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        ("Anna Brown criticised the government’s plan for the region.", "the government’s plan for the region", "Anna Brown", "criticised"),
        ("Anna Brown endorsed Tom Reed.", "Tom Reed", "Anna Brown", "endorsed"),
        ("Anna Brown praised the work of the rescuers.", "the work of the rescuers", "Anna Brown", "praised"),
        ("The minister stressed the need for calm.", "the need for calm", "The minister", "stressed"),
        ("Anna Brown refused to answer the question.", "answer the question", "Anna Brown", "refused"),
        ("Anna Brown called for a new vote on the plan.", "a new vote on the plan", "Anna Brown", "called"),
    ],
)
def test_a_stance_is_attributed(text, words, speaker, cue):
    """What somebody praises, refuses or calls for is attributed to them, though no clause is reported."""
    (quote,) = read(text).quotes
    assert (quote.kind, quote.text, quote.speaker.name, quote.cue) == (QuoteKind.INDIRECT, words, speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        "Neither the rebels nor the regime wanted to make concessions.",
        "Anna Brown arrived in Geneva.",
        "The train left the station at noon.",
        "Two cars were damaged in the storm.",
        "The bridge over the river is old.",
        "He denied the charges.",
        "Anna Brown told the BBC.",
    ],
)
def test_what_is_no_stance(text):
    """Of nobody nothing is attributed, and plain happenings and two words without a name tell no stance."""
    assert read(text).quotes == ()


def test_a_label_attributes_a_headline():
    """“Name: clause” attributes the clause to the person; the colon is the cue."""
    (quote, *_) = read("Brown: The talks have failed\n\nAnna Brown, the minister, left Geneva.").quotes
    assert (quote.kind, quote.speaker.name, quote.cue, quote.text) == (QuoteKind.INDIRECT, "Anna Brown", ":", "The talks have failed")


def test_the_turns_of_a_transcript_are_direct():
    """Where a text goes on from label to label, the words are the speakers' own, however few."""
    text = "Anna Brown: Where were you that night?\nTom Reed: At home.\nAnna Brown: All night?\nTom Reed: Yes, all night."
    assert [(quote.kind, quote.speaker.name, quote.text) for quote in read(text).quotes] == [
        (QuoteKind.DIRECT, "Anna Brown", "Where were you that night?"),
        (QuoteKind.DIRECT, "Tom Reed", "At home."),
        (QuoteKind.DIRECT, "Anna Brown", "All night?"),
        (QuoteKind.DIRECT, "Tom Reed", "Yes, all night."),
    ]


@pytest.mark.parametrize("text", ["Update: the talks have failed", "Geneva: the talks have failed", "Photo: Anna Brown"])
def test_a_rubric_is_no_label(text):
    """Words before a colon that name nobody attribute nothing."""
    assert read(text).quotes == ()


@pytest.mark.parametrize("form", ["plan", "plans", "planned", "planning"])
def test_a_stem_has_its_forms(form):
    """The forms of a stem are its endings, with its last letter doubled as well."""
    assert form in inflected("plan", ("s", "ed", "ing"))


def test_two_typed_apostrophes_leave_the_words_to_their_verb():
    """Words in two typed apostrophes, which are no quotation marks, are reported without marks: the apostrophes are no part of them."""
    (quote,) = read("''We will go home,'' Mr. Brown said.").quotes
    assert (quote.kind, quote.text, quote.speaker.name) == (QuoteKind.INDIRECT, "We will go home", "Brown")
