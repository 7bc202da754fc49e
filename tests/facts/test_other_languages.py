"""The rules of the languages beside English, French and German, on sentences as newspapers write them."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from newsmodel import extract_facts
from newsmodel.facts import language

PUBLISHED = date(2016, 9, 14)
"""A Wednesday."""

SENTENCES = tomllib.loads((Path(__file__).parent / "other_languages.toml").read_text(encoding="utf-8"))


def identity(row):
    """Name a row by its language and sentence."""
    return f"{row[0]}: {row[1]}"


@pytest.mark.parametrize("row", SENTENCES["spoken"], ids=identity)
def test_a_speaker_is_who_the_sentence_names(row):
    """A quote has the speaker, office and reporting words that its sentence prints."""
    tag, text, first_word, speaker, role, cue = row
    quotes = extract_facts(text, tag, PUBLISHED).quotes
    found = [
        (quote.text.split()[0], quote.speaker and quote.speaker.name, quote.speaker and quote.speaker.role, quote.cue) for quote in quotes
    ]
    assert found[:1] == [(first_word, speaker, role or None, cue or None)]


@pytest.mark.parametrize("row", SENTENCES["unnamed"], ids=identity)
def test_a_quote_without_a_known_speaker_has_none(row):
    """The quoted words are found by their marks; nobody is named where the sentence or the language file tells nobody."""
    tag, text, words = row
    assert [(quote.text, quote.speaker) for quote in extract_facts(text, tag, PUBLISHED).quotes] == [(words, None)]


@pytest.mark.parametrize("row", SENTENCES["dated"], ids=identity)
def test_a_date_has_the_days_that_it_means(row):
    """Every calendar expression of a sentence is found as printed, with its days, and no other word is taken for one."""
    tag, text, *expected = row
    found = extract_facts(text, tag, PUBLISHED).dates
    assert [[period.text, str(period.start), str(period.end)] for period in found] == expected


@pytest.mark.parametrize("row", SENTENCES["counted"], ids=identity)
def test_a_number_has_its_value_and_unit(row):
    """Every quantity of a sentence is found as printed, with value, bound and unit; ages and clock times are none."""
    tag, text, *expected = row
    found = extract_facts(text, tag, PUBLISHED).statistics
    assert [[each.text, each.value, each.bound.value, each.unit] for each in found] == expected


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("es", "«Vamos a ganar», afirmó Pedro Gil. «Nadie lo duda», añadió."),
        ("it", "«Vinceremo», afferma Pedro Gil. «Nessuno ne dubita», aggiunge."),
        ("pt", "«Vamos ganhar», afirmou Pedro Gil. «Ninguém duvida», acrescentou."),
    ],
)
def test_a_verb_without_a_subject_goes_on_with_the_speaker(tag, text):
    """Where a language leaves out the subject, the quote belongs to who spoke last."""
    quotes = extract_facts(text, tag, PUBLISHED).quotes
    assert [quote.speaker and quote.speaker.name for quote in quotes] == ["Pedro Gil", "Pedro Gil"]


def test_a_clause_is_no_speaker():
    """What follows “dijo que” is the clause that is reported, not who reports it."""
    (quote,) = extract_facts("Pedro Gil habló. Añadió que Ortega es “un desastre para el país”.", "es", PUBLISHED).quotes
    assert quote.speaker.name == "Pedro Gil"


@pytest.mark.parametrize("tag", ["sr", "sr-RS"])
def test_serbian_is_read_in_the_script_of_the_text(tag):
    """A page that says only “sr” is read with the file of the script that it is written in."""
    latin = extract_facts("Desilo se 10. septembra 2016. godine.", tag, PUBLISHED).dates
    cyrillic = extract_facts("Десило се 10. септембра 2016. године.", tag, PUBLISHED).dates
    assert [str(period.start) for period in (*latin, *cyrillic)] == ["2016-09-10", "2016-09-10"]


@pytest.mark.parametrize("tag", language.known())
def test_a_text_without_words_has_no_facts(tag):
    """Dashes and stops alone are neither dates, numbers nor quotes in any language."""
    facts = extract_facts("– – – … ? !", tag, PUBLISHED)
    assert (facts.dates, facts.statistics, facts.quotes) == ((), (), ())
