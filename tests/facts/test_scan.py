"""Sentences, frames and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facts.reading import scanned


def cut(text, spans):
    """Give the words of spans."""
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The truce held.", "It did not last."),
        ("Was it over?", "Nobody knew."),
        ("It was over!", "Nobody knew."),
        ("They waited…", "Nobody came."),
        ("They waited...", "Nobody came."),
        ("Mr. Smith left the room.", "Mrs. Jones stayed."),
        ("Gen. Mark A. Milley spoke.", "Others did not."),
        ("John F. Kennedy won.", "Nixon lost."),
        ("The U.S. Army left.", "The war went on."),
        ("He moved to the U.S.", "He liked it there."),
        ("He moved to Washington D.C.", "The city pleased him."),
        ("At 5 p.m. on Monday it rained.", "Then it stopped."),
        ("The talks ended at 5 p.m.", "No deal was struck."),
        ("It cost $3.3 billion.", "Prices rose 2.5 percent."),
        ("On Jan. 6 a mob broke in.", "On Feb. 3 it was tried."),
        ("The vote is on Sept. 3.", "Turnout may be low."),
        ("St. Petersburg is cold.", "Moscow is colder."),
        ("The No. 1 seed lost.", "He wept."),
        ("Read it on example.com today.", "It is free."),
        ("(It was late.)", "They left."),
        ("He is 30.", "She is 20."),
        ("Profit fell to 2.5 million, i.e. by half.", "Shares sank."),
        ("“It is over.”", "He left."),
        ("He works for Acme Inc.", "The firm is small."),
        ("J. K. Rowling wrote it.", "Millions read it."),
        ("The E.U. and the U.N. agreed.", "The U.S. did not."),
        ("They met in Paris, Texas.", "iPhones were banned."),
        ("It is the best of all, he said to me.", "“Nobody disagrees.”"),
        ("The plan B. was dropped.", "Plan C was kept."),
        ("We chose plan B.", "Nobody complained."),
        ("Prices rose.", "€5 is the new low."),
        ("The end came.", "1,200 people fled."),
    ],
)
def test_two_sentences(first, second):
    """A sentence ends at its stop, not at the full stop of an abbreviation, initial, acronym, number or address."""
    text = f"{first} {second}"
    assert cut(text, scanned(text).sentences) == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Anna K. Weber of St. Mary’s said so",
        "The U.S. Senate voted at 5 p.m. Monday in Washington, D.C., on the bill.",
        "He waited... and waited.",
        "“Why?” asked the mayor of St. Louis.",
        "“We won!” shouted Smith.",
        "“Is it over?” he asked.",
        "Sen. Rand Paul (R., Ky.) objected.",
        "Yahoo! shares fell 3.5 percent.",
        "The company, Acme Inc., was sold for $1.2 billion.",
        "The firm vs. the state.",
    ],
)
def test_one_frame(text):
    """What a writer tells in one sentence is one frame, whatever stops stand in it."""
    assert cut(text, scanned(text).frames) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Damascus announced its end.A few hours later, a convoy was hit.",
            ["Damascus announced its end.", "A few hours later, a convoy was hit."],
        ),
        ("It was over.The crowd left.", ["It was over.", "The crowd left."]),
        ("Was it over?Nobody knew.", ["Was it over?", "Nobody knew."]),
        ("See www.Example.Com for more.", ["See www.Example.Com for more."]),
        ("The U.S.Army left.", ["The U.S.Army left."]),
        ("“It is over.”The crowd left.", ["“It is over.”", "The crowd left."]),
    ],
)
def test_glued(text, sentences):
    """A capital letter glued to the stop of a word opens a sentence; in an address or acronym it does not."""
    assert cut(text, scanned(text).sentences) == sentences


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("“One is lost. Two are safe,” he said. It rained.", ["“One is lost. Two are safe,” he said.", "It rained."]),
        ("“Why now?” Smith asked. He left.", ["“Why now?” Smith asked.", "He left."]),
        ("“It is over.” The crowd left.", ["“It is over.”", "The crowd left."]),
        ("He said: “It is over. We lost.” The crowd left.", ["He said: “It is over. We lost.”", "The crowd left."]),
        ("“We lost,” he said. “It is over. Go home.”", ["“We lost,” he said.", "“It is over. Go home.”"]),
        ("“We won!” the prime minister shouted. It rained.", ["“We won!” the prime minister shouted.", "It rained."]),
        ("“It is over.” Smith left the room.", ["“It is over.”", "Smith left the room."]),
    ],
)
def test_frames(text, frames):
    """A quotation stands whole in its frame, together with the words that attribute it."""
    assert cut(text, scanned(text).frames) == frames


def test_paragraphs():
    """Every line that is not blank is a paragraph, and no sentence runs across two of them."""
    text = "  One line \n\n \nAnother. One\n"
    scan = scanned(text)
    assert cut(text, scan.paragraphs) == ["One line", "Another. One"]
    assert cut(text, scan.sentences) == ["One line", "Another.", "One"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("al-Assad’s army", ["al-assad", "army"]),
        ("O’Neill and R&D", ["o’neill", "and", "r&d"]),
        ("342 people, 110,000 more", ["342", "people", "110,000", "more"]),
        ("the U.S. and the U.N.", ["the", "u.s.", "and", "the", "u.n."]),
        ("the 12th of May", ["the", "12th", "of", "may"]),
        ("the boys’ school", ["the", "boys", "school"]),
    ],
)
def test_words(text, words):
    """Hyphens, apostrophes and full stops inside a name, and marks inside a number, do not cut it; a possessive is no part of a name."""
    assert scanned(text).words == words


@given(st.text(alphabet="aB.!?“” \n,1’)(;…\u3002"))
def test_sentences_cover_the_text(text):
    """Of any text: sentences, and frames, lie in order, and nothing but blanks stands outside them."""
    scan = scanned(text)
    for spans in (scan.sentences, scan.frames, scan.paragraphs):
        at = 0
        for start, end in spans:
            assert at <= start < end
            assert not text[at:start].strip()
            at = end
        assert not text[at:].strip()
