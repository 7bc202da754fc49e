"""Tests of the words that a hyphen joins."""

import pytest

from newsmodel.facts.hyphens import hyphenated
from newsmodel.facts.language import load
from newsmodel.facts.scan import Scan


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In mid-March, twenty-five of them left.", ["mid-march", "twenty-five"]),
        ("- One thing - and another -", []),
        ("A state-of-the-art lab, opened 2016-17.", ["state-of-the-art"]),
        ("", []),
    ],
)
def test_words_with_a_hyphen(text, words):
    """A word has a hyphen where one stands inside it; one between words or numbers, or alone, joins nothing."""
    scan = Scan(text, load("en"))
    assert [scan.words[index] for index in sorted(hyphenated(scan))] == words
