"""Quotes without quotation marks."""

import pytest

from newsmodel import QuoteKind
from tests.facts.reading import read


def indirect(text):
    """Give the indirect quotes of a text: words, name of the speaker, cue."""
    return [
        (quote.text, quote.speaker.name if quote.speaker else None, quote.cue)
        for quote in read(text).quotes
        if quote.kind is QuoteKind.INDIRECT
    ]


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        ("John Kerry said that the talks were over.", "the talks were over", "John Kerry", "said"),
        ("John Kerry said the talks were over.", "the talks were over", "John Kerry", "said"),
        ("John Kerry says he is proud of it.", "he is proud of it", "John Kerry", "says"),
        ("John Kerry told reporters that the talks were over.", "the talks were over", "John Kerry", "told"),
        ("John Kerry told reporters on Monday that the talks were over.", "the talks were over", "John Kerry", "told"),
        ("John Kerry, the US Secretary of State, warned that the talks were over.", "the talks were over", "John Kerry", "warned"),
        ("The ministry denied that the talks were over.", "the talks were over", "The ministry", "denied"),
        ("Police said two men had been arrested.", "two men had been arrested", "Police", "said"),
        ("The talks were over, John Kerry said.", "The talks were over", "John Kerry", "said"),
        ("The talks were over, said John Kerry.", "The talks were over", "John Kerry", "said"),
        ("Two men had been arrested, police said on Monday.", "Two men had been arrested", "police", "said"),
        ("According to the UN, 342 people were killed.", "342 people were killed", "UN", "According to"),
        ("Some 342 people were killed, according to the UN.", "Some 342 people were killed", "UN", "according to"),
        ("Some 342 people were killed according to the UN.", "Some 342 people were killed", "UN", "according to"),
        ("John Kerry left the room, saying that the talks were over.", "the talks were over", "John Kerry", "saying"),
        ("A spokesman for the ministry said the talks were over.", "the talks were over", "A spokesman for the ministry", "said"),
        ("John Kerry has said that the talks are over.", "the talks are over", "John Kerry", "said"),
        ("John Kerry did not say that the talks were over.", "the talks were over", "John Kerry", "say"),
        ("The WHO estimates that 342 people were killed.", "342 people were killed", "WHO", "estimates"),
        ("Witnesses reported that shots had been fired.", "shots had been fired", "Witnesses", "reported"),
        ("John Kerry added that more talks would follow.", "more talks would follow", "John Kerry", "added"),
        ("In Geneva, John Kerry said on Monday that the talks were over.", "the talks were over", "John Kerry", "said"),
    ],
)
def test_indirect(text, words, speaker, cue):
    """A clause that is reported without marks is an indirect quote: the clause without its “that” and its stop."""
    assert indirect(text) == [(words, speaker, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Damascus announced its end.",
        "John Kerry told the truth.",
        "John Kerry said nothing.",
        "He denied the charges.",
        "The army claimed the town.",
        "The states of the region met.",
        "The note was found on a table.",
        "The report was long.",
        "That said, the talks were over.",
        "He warned the workers.",
        "John Kerry went on the air and the talks were over.",
    ],
)
def test_no_clause_is_reported(text):
    """A verb of speech with a mere object reports no clause."""
    assert indirect(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "John Kerry said that the truce was “holding by and large”.",
        "“The talks are over,” John Kerry said.",
        "John Kerry said: “They were told that it is over.”",
    ],
)
def test_nothing_twice(text):
    """Words that are reported with marks are not reported again without them."""
    assert indirect(text) == []


def test_pronouns_point_back():
    """The pronoun of an indirect quote points back at who was named."""
    text = "Anna Weber leads the party. She said that the talks were over."
    assert indirect(text) == [("the talks were over", "Anna Weber", "said")]


def test_the_speaker_of_one_sentence_is_not_that_of_the_next():
    """A sentence that reports nothing is nobody's quote."""
    assert len(indirect("John Kerry said that the talks were over. It rained all day in Geneva.")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Bell said the bridge was safe, and Bob Reed said the road was closed.",
            [("the bridge was safe", "Ann Bell", "said"), ("the road was closed", "Bob Reed", "said")],
        ),
        ("Ann Bell, having clearly said it was over, left the room.", [("it was over", "Ann Bell", "said")]),
        ("Ann Bell rejected the claim of the “so-called experts” yesterday.", []),
    ],
)
def test_a_content_ends_where_something_else_begins(text, expected):
    """What another verb says, or what the speaker does, is no part of the content; an object that marks cut in two is none."""
    assert indirect(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Bell, who runs the shop and who said it was late, left.", "it was late"),
        ("The man, who said it was late, left the hall.", "it was late"),
        ("Ann Bell said it was late, which nobody saw.", "it was late, which nobody saw"),
    ],
)
def test_relative_clause_ends(text, words):
    """What “who said” reports ends where the main clause goes on with its verb."""
    assert [quote.text for quote in read(text).quotes] == [words]
