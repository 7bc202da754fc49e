"""Who speaks, in the languages that put the verb before the speaker: whom a description means, and what only looks like speech."""

import tomllib
from pathlib import Path

import pytest

from tests.facts.reading import read_in

TEXTS = tomllib.loads((Path(__file__).parent / "speakers.toml").read_text(encoding="utf-8"))


def identity(row):
    """Name a row by its language and text."""
    return f"{row[0]}: {row[1]}"


@pytest.mark.parametrize("row", TEXTS["news"], ids=identity)
def test_every_quote_has_the_speaker_that_the_text_tells(row):
    """Speaker and office of each quote in marks are those that the text tells, wherever it prints them."""
    tag, text, expected = row
    quotes = [quote for quote in read_in(tag, text).quotes if quote.kind.value != "indirect"]
    found = [part for quote in quotes for part in ((quote.speaker and quote.speaker.name), (quote.speaker and quote.speaker.role) or "")]
    assert found == expected


@pytest.mark.parametrize("row", TEXTS["names"], ids=identity)
def test_a_title_is_no_speech(row):
    """Titles, newspapers and slogans in marks are no quotes."""
    tag, text = row
    assert [quote.text for quote in read_in(tag, text).quotes] == []


@pytest.mark.parametrize("row", TEXTS["reported"], ids=identity)
def test_a_clause_is_reported_in_the_infinitive_or_before_its_verb(row):
    """An infinitive can stand for the clause, and verb and source can follow it."""
    tag, text, *expected = row
    (quote,) = read_in(tag, text).quotes
    assert [quote.speaker and quote.speaker.name, quote.cue, quote.text] == expected


@pytest.mark.parametrize("row", TEXTS["entities"], ids=identity)
def test_words_and_their_neighbours_tell_what_is_named(row):
    """Endings, prepositions and articles show places and bodies that no list has."""
    tag, text, *expected = row
    assert [part for entity in read_in(tag, text).entities for part in (entity.name, entity.kind.value)] == expected
