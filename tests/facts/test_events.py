"""Events: clauses whose happening the text dates."""

from datetime import date

import pytest

from tests.facts.reading import read, read_in


@pytest.mark.parametrize(
    ("text", "clause", "start"),
    [
        ("The quake struck on Saturday.", "The quake struck on Saturday", date(2024, 5, 11)),
        ("On Saturday, the quake struck.", "On Saturday, the quake struck", date(2024, 5, 11)),
        ("The truce came into force on 12 September 2016.", "The truce came into force on 12 September 2016", date(2016, 9, 12)),
        ("Damascus announced its end on 19 September 2016.", "Damascus announced its end on 19 September 2016", date(2016, 9, 19)),
        ("Elections will be held on 3 June.", "Elections will be held on 3 June", date(2024, 6, 3)),
        ("Elections are due on 3 June.", "Elections are due on 3 June", date(2024, 6, 3)),
        ("In 2011, the war began.", "In 2011, the war began", date(2011, 1, 1)),
        ("The war began in 2011, and nobody knows why.", "The war began in 2011", date(2011, 1, 1)),
        ("It rained, but the game began on Monday.", "the game began on Monday", date(2024, 5, 13)),
        ("The quake struck on Saturday, police said.", "The quake struck on Saturday", date(2024, 5, 11)),
        ("Police said the quake had struck on Saturday.", "the quake had struck on Saturday", date(2024, 5, 11)),
        ("The plan, agreed by Ukraine on 11 March, failed.", "agreed by Ukraine on 11 March", date(2024, 3, 11)),
        ("The convoy, which was hit on Monday, carried aid.", "which was hit on Monday", date(2024, 5, 13)),
        ("They met on Monday while it rained in the hills.", "They met on Monday", date(2024, 5, 13)),
        (
            "Greece announced on Tuesday that it would close the port.",
            "Greece announced on Tuesday that it would close the port",
            date(2024, 5, 14),
        ),
        ("“I left in 2019,” she said.", "I left in 2019", date(2019, 1, 1)),
        (
            "Tensions between the army and the police exploded on Monday.",
            "Tensions between the army and the police exploded on Monday",
            date(2024, 5, 13),
        ),
        ("The three joined a choir on Friday.", "The three joined a choir on Friday", date(2024, 5, 10)),
        ("The plan will be presented on Sunday.", "The plan will be presented on Sunday", date(2024, 5, 19)),
        ("Since 2020, prices have doubled.", "Since 2020, prices have doubled", date(2020, 1, 1)),
        ("The law takes effect on 1 January 2025.", "The law takes effect on 1 January 2025", date(2025, 1, 1)),
        ("A report published on Tuesday shows that rents rise.", "A report published on Tuesday shows that rents rise", date(2024, 5, 14)),
        ("The leaders signed the treaty in Paris last week.", "The leaders signed the treaty in Paris last week", date(2024, 5, 6)),
        ("The bridge fell on Monday, *", "The bridge fell on Monday", date(2024, 5, 13)),
    ],
)
def test_one_event(text, clause, start):
    """An event is the clause with its date, without the clauses round it and without the attribution."""
    (event,) = read(text).events
    assert (event.text, event.when.start) == (clause, start)


@pytest.mark.parametrize(
    "text",
    [
        "John Kerry said on Monday that the talks were over.",
        "“The talks are over,” he said on Monday.",
        "The talks were over, John Kerry said on Monday.",
        "The 2015 agreement is dead.",
        "Monday’s debate was long.",
        "It rained in the hills.",
        "A few days later, it rained.",
        "The war went on for two years.",
        "On Monday, the minister said the plan was dead.",
        "He said late on Friday that the plan was dead.",
        "The deficit in 2023 was 3% of GDP.",
        "The film of 2023 is on show.",
        "It is one of the best shows in 2024.",
        "Turnout was higher than in 2019.",
        "Exports fell compared with March 2023.",
        "Germany’s 2024 strategy paved the way.",
        "The Biennale 2025 is a success.",
        "The third strike since 2020 was long.",
        "She starred in the film Frenzy (1972) and sang.",
    ],
)
def test_no_event(text):
    """Speech that only reports, dates that name a thing, and clauses without a date are no events."""
    assert [event.text for event in read(text).events] == []


@pytest.mark.parametrize(
    ("text", "place", "participants"),
    [
        ("The United Nations met in Geneva on Monday.", "Geneva", ["United Nations"]),
        ("US Secretary of State John Kerry met Russian Foreign Minister Sergei Lavrov on Monday.", None, ["John Kerry", "Sergei Lavrov"]),
        ("It rained on Monday.", None, []),
        ("A convoy was hit in eastern Aleppo on Monday.", "eastern Aleppo", []),
        # A place that only tells which thing is meant takes no part.
        ("A storm flooded the port of London on Monday.", None, []),
        ("The mayor of London left on Monday.", None, []),
        ("The government of France fell on Monday.", None, ["France"]),
    ],
)
def test_where_and_who(text, place, participants):
    """The place is the one that the clause names; participants are the others that it names, in order."""
    (event,) = read(text).events
    assert (event.place.name if event.place else None) == place
    assert [participant.name for participant in event.participants] == participants


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The office was closed until 5 May 2024.", None, date(2024, 5, 5)),
        ("She has led the party since 1 April 2024.", date(2024, 4, 1), None),
        ("The office was closed on 5 May 2024.", date(2024, 5, 5), date(2024, 5, 5)),
        ("She led the party until 5 May 2024, when it split.", date(2024, 5, 5), date(2024, 5, 5)),
    ],
)
def test_open_sides(text, start, end):
    """“Until” does not tell when something began, nor “since” when it ended; the date itself has both its days."""
    facts = read(text)
    (event,) = facts.events
    assert (event.when.start, event.when.end) == (start, end)
    (period,) = facts.dates
    assert period.start == period.end


def test_earliest_first():
    """Events come in the order of the calendar, not of the text."""
    text = "The war ended on 3 May 2024. It had begun on 10 March 2011. A truce failed in 2016."
    assert [event.when.start for event in read(text).events] == [date(2011, 3, 10), date(2016, 1, 1), date(2024, 5, 3)]


def test_the_date_is_part_of_the_event():
    """The date of an event stands in its clause, and is one of the dates of the text."""
    facts = read("The war ended on 3 May 2024. It had begun on 10 March 2011, when a boy was arrested.")
    for event in facts.events:
        assert event.when in facts.dates
        assert event.span.start <= event.when.span.start < event.when.span.end <= event.span.end


@pytest.mark.parametrize(
    ("text", "clause", "start"),
    [
        ("The talks began on Monday in Geneva. A few hours later, they collapsed.", "A few hours later, they collapsed", date(2024, 5, 13)),
        ("The storm hit on Tuesday. The next day, the dam broke.", "The next day, the dam broke", date(2024, 5, 15)),
        ("He won in 2010. The following year he resigned.", "The following year he resigned", date(2011, 1, 1)),
        ("They met in 1970. They parted three decades later.", "They parted three decades later", date(2000, 1, 1)),
    ],
)
def test_sequels(text, clause, start):
    """An event that counts from the one before has its days from it."""
    event = read(text).events[-1]
    assert (event.text, event.when.start) == (clause, start)


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        # Published on Tuesday 6 January 2026.
        ("de", "Die Gemeinden beraten am 4. Februar über das Bad.", "Die Gemeinden beraten am 4. Februar über das Bad"),
        ("de", "Der Kreistag befasst sich am 10. Februar mit dem Bad.", "Der Kreistag befasst sich am 10. Februar mit dem Bad"),
        ("de", "Er warte, weil die Räte am Montag darüber beraten.", "weil die Räte am Montag darüber beraten"),
        ("de", "Anfang vergangenen Jahres eine kleine Reise nach Rom.", None),
        ("fr", "Le conseil en débattra le 9 mars.", "Le conseil en débattra le 9 mars"),
        ("fr", "Le vote, prévu le 9 mars, fait peur.", "prévu le 9 mars"),
        ("fr", "Un grand opéra le 9 mars.", None),
        ("en", "In October they discover a leak.", "In October they discover a leak"),
        ("en", "The ring was stolen on the night of 5 May 1989.", "The ring was stolen on the night of 5 May 1989"),
        ("en", "Growth is forecast to slow in 2027.", "Growth is forecast to slow in 2027"),
        ("en", "Talks are to begin on 5 February.", "Talks are to begin on 5 February"),
        ("en", "The next hearing is on Friday.", "The next hearing is on Friday"),
        ("en", "A hearing is scheduled in Rome for 16 February.", "A hearing is scheduled in Rome for 16 February"),
        ("de", "Der Sturm hatte den Hafen am Sonntag erreicht.", "Der Sturm hatte den Hafen am Sonntag erreicht"),
        ("de", "Er mochte den 2010 gestorbenen Maler.", "Er mochte den 2010 gestorbenen Maler"),
        ("de", "Der Kurs der 2031 fälligen Anleihe sank.", None),
        ("de", "Das teilte die Stadt am Montag mit.", None),
    ],
)
def test_formed_verb(language, text, clause):
    """A verb that no list holds makes a clause where its form and its place show it, and what is planned is no state."""
    assert [event.text for event in read_in(language, text).events] == ([clause] if clause else [])


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Eva Kern kündigte am Montag an, das Bad zu schließen.", True),
        ("de", "Eva Kern sagte am Montag, das Bad sei zu.", False),
        ("fr", "Le bac est fermé, a annoncé lundi la mairie.", False),
        ("fr", "Le maire a réclamé lundi des « excuses » à la région.", True),
        ("fr", "Le maire a précisé lundi que « tout » était prêt.", False),
    ],
)
def test_act_of_speech(language, text, told):
    """An announcement or a demand is an event of its day, what somebody only says is none."""
    assert bool(read_in(language, text).events) is told
