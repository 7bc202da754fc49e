"""Datelines, which open a story and are no part of its first sentence."""

import pytest

from newsmodel import extract_facts
from tests.facts.reading import scanned


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("MANILA, Philippines — ", "MANILA"),
        ("MANILA (AP) — ", "MANILA"),
        ("NEW YORK -- ", "NEW YORK"),
        ("RIO DE JANEIRO – ", "RIO DE JANEIRO"),
        ("PARIS, May 3 (Reuters) - ", "PARIS"),
        ("Berlin (dpa) – ", "Berlin"),
        ("Oslo (NTB): ", "Oslo"),
        ("KYIV, Ukraine (AP) —", "KYIV"),
    ],
)
def test_a_dateline_is_a_place_and_no_words_of_the_sentence(dateline, place):
    """What is said in the first sentence begins behind the dateline, which names where it was written."""
    facts = extract_facts(f"{dateline.rstrip()} The bridge is safe, police said.", "en")
    assert [quote.text for quote in facts.quotes] == ["The bridge is safe"]
    assert (facts.entities[0].name, facts.entities[0].kind.value) == (place, "place")


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance — said it was late.",
        "Paris — a city of light — is safe.",
        "The bridge (AP) — it is safe.",
        "WE SAID SO AGAIN TODAY - The bridge is safe.",
        "WALLACE: The bridge is safe.",
    ],
)
def test_what_is_no_dateline(text):
    """An aside between dashes, a sentence in capitals and who speaks in a transcript are no datelines."""
    assert scanned(text).datelines == {}


def test_a_dateline_stands_at_the_beginning_of_a_paragraph():
    """Inside a sentence there is none."""
    assert scanned("They came to MANILA (AP) — The bridge is safe.").datelines == {}
