"""Sentences of their own for rules that few texts need: what each tells, as data."""

import tomllib
from pathlib import Path

import pytest

from newsmodel import extract_facts
from tests.facts.reading import PUBLISHED, read_in

TOLD = tomllib.loads(Path(__file__).with_name("told.toml").read_text(encoding="utf-8"))


def rows(kind):
    """Give language, text and what is found of each row of a kind, under the name of its rule."""
    return pytest.mark.parametrize(
        ("language", "text", "found"),
        [pytest.param(row["language"], row["text"], row["found"], id=f"{row['language']}: {row['rule']}") for row in TOLD[kind]],
    )


def printed(text, span):
    """Give the words at a place, ``""`` where there is none."""
    return span.of(text) if span else ""


def facts_of(language, text):
    """Give the facts of a text of the day from which the tests count."""
    return extract_facts(text, language=language, published=PUBLISHED)


@rows("quotes")
def test_quotes(language, text, found):
    """What is said, and by which words of the text its speaker is told, is what the rule of the row says."""
    assert [[quote.text, printed(text, quote.speaker_span)] for quote in facts_of(language, text).quotes] == found


@rows("statistics")
def test_statistics(language, text, found):
    """Value, unit, measure and parts are what the rule of the row says."""
    told = [
        [str(each.value), each.unit or "", each.measure or "", " + ".join(f"{part.value} {part.unit}" for part in each.parts)]
        for each in facts_of(language, text).statistics
    ]
    assert told == found


@rows("dates")
def test_dates(language, text, found):
    """The expressions of the calendar, and the days from which to which they reach, are what the rule of the row says."""
    assert [[each.text, str(each.start or ""), str(each.end or "")] for each in facts_of(language, text).dates] == found


@rows("events")
def test_events(language, text, found):
    """The clauses that tell of something that happened are what the rule of the row says."""
    assert [[each.text] for each in facts_of(language, text).events] == found


@rows("names")
def test_names(language, text, found):
    """Names, their kinds and offices are what the rule of the row says."""
    assert [[each.name, each.kind.value, each.role or ""] for each in facts_of(language, text).entities] == found


@pytest.mark.parametrize(
    "text",
    [
        "It opened at Easter.",
        "Between May and June it rained.",
        "It rained from 3 May to 5 June.",
        "In the second half of the year sales fell.",
        "The winter was cold.",
        "Last summer it rained.",
    ],
)
def test_nothing_tells_the_year(text):
    """Where nothing says in which year a text was written, what needs that year stands open."""
    assert all(each.start is None and each.end is None for each in extract_facts(text).dates)


@pytest.mark.parametrize(
    ("tag", "text", "sources", "contents"),
    [
        (
            "en",
            "The rally drew 12,000 people according to organisers, 4,000 according to police.",
            ["organisers", "police"],
            ["The rally drew 12,000 people", "4,000"],
        ),
        (
            "en",
            "According to police, 30 people died, and 12 were hurt according to doctors.",
            ["police", "doctors"],
            ["30 people died", "12 were hurt"],
        ),
        (
            "fr",
            "Le défilé a réuni 12.000 personnes selon la CGT, 800 selon la police.",
            ["CGT", "la police"],
            ["Le défilé a réuni 12.000 personnes", "800"],
        ),
        (
            "fr",
            "Selon la police, 800 personnes ont défilé, 12.000 selon la CGT.",
            ["la police", "CGT"],
            ["800 personnes ont défilé", "12.000"],
        ),
        (
            "es",
            "El acto reunió a 12.000 personas según los organizadores y 4.000 según la policía.",
            ["los organizadores", "la policía"],
            ["El acto reunió a 12.000 personas", "4.000"],
        ),
        (
            "de",
            "Zum Fest kamen laut Polizei 4.000 Menschen, laut Veranstaltern 12.000.",
            ["Polizei", "Veranstaltern"],
            ["Zum Fest kamen laut Polizei 4.000 Menschen", "12.000"],
        ),
        (
            "de",
            "Zum Fest kamen 4.000 Menschen laut Polizei und 12.000 laut Veranstaltern.",
            ["Polizei", "Veranstaltern"],
            ["Zum Fest kamen 4.000 Menschen", "12.000"],
        ),
    ],
)
def test_each_figure_has_the_source_behind_or_before_it(tag, text, sources, contents):
    """Of two sources of one sentence, each tells only its own figure."""
    facts = read_in(tag, text)
    assert [number.source.name for number in facts.statistics] == sources
    assert [quote.text for quote in facts.quotes] == contents
    assert [quote.speaker.name for quote in facts.quotes] == sources
