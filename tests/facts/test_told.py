"""Sentences of their own for rules that few texts need: what each tells, as data."""

import tomllib
from datetime import date
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


def test_before_the_calendar_stands_open():
    """What lies before the first year of the calendar has no days."""
    (winter,) = extract_facts("Last winter it rained.", published=date(1, 1, 1)).dates
    assert (winter.start, winter.end) == (None, None)


def test_a_season_has_begun_on_its_first_day():
    """On its first day, a season without a year is that of this year, also behind a verb in the past."""
    (summer,) = extract_facts("This summer was dry.", language="en", published=date(2024, 6, 1)).dates
    assert summer.start == date(2024, 6, 1)


def test_a_name_inside_marks_speaks_not():
    """Who is named inside quotation marks alone is not meant by a pronoun behind them."""
    quotes = extract_facts("The film “A day with Ann Bell” was short, and she said the bridge was safe.", language="en").quotes
    assert "Ann Bell" not in {quote.speaker.name for quote in quotes if quote.speaker}


def test_a_quotation_that_begins_with_a_dash_is_whole():
    """Words between dashes that open a quotation divide it into no empty part."""
    (quote,) = extract_facts("« – ha detto Mattarella – vinceremo domani ».", language="it").quotes
    assert "vinceremo domani" in quote.text


def test_brackets_behind_marks():
    """Brackets behind a name in quotation marks leave what is said behind the verb as it is."""
    (quote,) = extract_facts("Der Sender „Radio Eins“ (Berlin) sagte, die Brücke sei sicher.", language="de").quotes
    assert quote.text == "die Brücke sei sicher"


def test_a_thing_between_commas_says_nothing():
    """A verb and its subject between two commas attribute words to people and bodies alone."""
    text = "Ce plan, a assuré la rumeur, « est mort »."
    assert "la rumeur" not in {printed(text, quote.speaker_span) for quote in extract_facts(text, language="fr").quotes}


def test_parts_of_a_whole_in_the_sentence_before():
    """What “those” counts is a part of the number in the sentence before."""
    whole, *_ = extract_facts("The storm killed 40 people. Of those, 12 were children and 9 women.", language="en").statistics
    assert [part.value for part in whole.parts] == [12]


def test_words_of_two_genders_tell_none():
    """An office and a title that tell different genders beside one name leave what is said as it is."""
    text = "John Brown, a spokesman for Mrs. Bell, said the bridge was safe. He said it was new."
    assert [quote.text for quote in extract_facts(text, language="en").quotes] == ["the bridge was safe", "it was new"]


def test_far_into_a_sentence_no_number_is_a_part():
    """A number far behind the beginning of its sentence, and behind another, is no part of a whole in the sentence before."""
    text = (
        "The storm killed 40 people. In Rome 12 houses fell, " + "and the rain went on in the old town " * 60 + "and 9 of those cars fell."
    )
    assert not any(each.parts for each in extract_facts(text, language="en").statistics)


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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "„Es wird eng“, sagte Jan Holt.\nIm Flur wartet eine Patientin. „Ich habe Schmerzen“, sagt sie. Der 19 Jahre alte Stürmer,"),
        ("de", "Das Werk schließt bald, die „NZZ“ schreibt."),
        ("de", "2,3 Milliarden Euro an, wie aus dem am Donnerstag vorgelegten Bericht hervorgeht."),
        ("de", "Skopje, . “ 13."),
        ("de", "„Das : reicht“, sagte 1."),
        ("de", "laut Laut Polizei beträgt die Strafe"),
        ("de", "Die Partei kam auf 34 Prozent der Stimmen."),
        ("de", "Es kamen 1,500 Menschen und 2,300 mehr."),
        ("en", "He cited a “second” rule and said a (“term”) in it, the minister said."),
        ("en", "It has cut its rate for 2023 to 0.3% said from 1.1%. The 46-year-old said, brushing flour and then fell."),
        ("en", "The school lost three teachers' ” posts"),
        ("en", "The average age of its met 12 people who had half to were sick."),
        ("fr", "Il vous parle d'un coup, le patrouilleur « Flamant »"),
        ("fr", "vous parle d'un coup le patrouilleur « Flamant »"),
        ("fr", "Douze femmes ont Morin. selon"),
        ("fr", "et dit-on à loi passera »."),
        ("fr", "sur les dommages et intérêts le 12 Millionen décembre."),
        ("de", "Der Umsatz stieg auf 2,3 Milliarden Euro, wie aus dem Bericht, hervorgeht."),
        ("en", "Ann Bell, spokesman and spokeswoman of the club, left. She said it was late."),
        ("en", "It weighs 5kmh, 5kgs and 5%x, and 5km/hx."),
        ("en", "According to police, 40 came to the square according to the union."),
        ("pt", "35 anos"),
        ("pt", ": afirmou a Saúde Marta Lopes."),
    ],
)
def test_what_breaks_off_is_read_over(language, text):
    """Sentences that break off, and marks where none should be, bring no facts but those whose words they hold."""
    facts = facts_of(language, text)
    for fact in (*facts.quotes, *facts.statistics, *facts.events, *facts.dates):
        assert fact.span.of(text) == fact.text
    for quote in facts.quotes:
        assert printed(text, quote.cue_span) == (quote.cue or "")
