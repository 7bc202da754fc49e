"""Where and when a number holds."""

import pytest

from tests.facts.reading import read_in


def places_and_periods(language, text):
    """Give the place and the period of every number of a text, those of parts left out."""
    return [
        (each.place.name if each.place else None, each.period.text if each.period else None) for each in read_in(language, text).statistics
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The relief agency said on Monday that 25 villagers drowned."),
        ("en", "About 25 villagers drowned in the storm, the agency reported last week."),
        ("en", "Three sailors drowned, officials in Dover said on Monday."),
        ("en", "The trader, who was arrested in Zurich in June 2021, was fined €90,000."),
        ("en", "The brewer, founded in 1890 in Prague, cut 120 jobs."),
        ("en", "The mayor, whose house burned down on Sunday, spent $2 million."),
        ("en", "Turnout was 71%, the lowest since 1998."),
        ("en", "The number of people infected passed 500 for the first time since 2019."),
        ("de", "Bei dem Unfall starben zwei Menschen, teilte die Polizei am Montag mit."),
        ("de", "Die Brauerei, die 1890 in Prag gegründet wurde, streicht 120 Stellen."),
        ("fr", "L’agence a annoncé lundi que 25 personnes étaient mortes."),
        ("fr", "La brasserie, fondée à Prague en 1890, a supprimé 120 emplois."),
    ],
)
def test_not_from_reports_and_asides(language, text):
    """A date or place of the report, or of a clause that only says more of a noun, is none of the number."""
    assert places_and_periods(language, text) == [(None, None)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The ministry said 25 people were killed in Gaza on Sunday.", [("Gaza", "Sunday")]),
        ("en", "On Sunday, 25 people, among them two children, died in Peru.", [("Peru", "Sunday")]),
        ("en", "A blast killed 25 people in Lima on Sunday, including two children.", [("Lima", "Sunday")]),
        (
            "en",
            "The storm killed 25 people in Chile on Sunday and 12 people drowned in Peru on Monday.",
            [("Chile", "Sunday"), ("Peru", "Monday")],
        ),
        ("en", "In 2024, the firm said, sales rose 4%.", [(None, "2024")]),
        ("de", "In Köln starben am Sonntag drei Menschen, teilte die Polizei am Montag mit.", [("Köln", "Sonntag")]),
        ("fr", "Trente personnes sont mortes dimanche à Lille, a annoncé lundi la police.", [("Lille", "dimanche")]),
    ],
)
def test_from_the_clause_of_the_number(language, text, expected):
    """The place and the period of a number stand in its own clause."""
    assert places_and_periods(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Profit fell 6% to $1.2 billion from $1.5 billion a year earlier.", [None, None, "a year earlier"]),
        ("en", "The port handled 3.1 million containers in 2023, up from 2.8 million the year before.", ["2023", "the year before"]),
        ("en", "Unemployment rose to 5.1% in March from 4.9% in February.", ["March", "February"]),
        ("en", "Some 41 percent of pupils read daily, up from 35 percent in 2020.", [None, "2020"]),
        ("en", "Exactly 30 soldiers from 12 nations died in 2020.", ["2020", "2020"]),
        ("de", "Die Quote stieg im Mai auf 5 Prozent, nach 4 Prozent im April.", ["Mai", "April"]),
        ("fr", "Le salon attend 12 000 visiteurs, soit 4 % de plus qu’en 2023.", [None, None]),
        ("fr", "L’inflation a atteint 2,1 % en mars, contre 2,4 % en février.", ["mars", "février"]),
    ],
)
def test_compared(language, text, expected):
    """What a number is compared with has a date of its own, and that date is of nothing else."""
    assert [each.period.text if each.period else None for each in read_in(language, text).statistics] == expected


def test_elided_unit_of_a_comparison():
    """The former value counts what the present one counts, and “the year before” is the one before the present one."""
    *_, former = read_in("en", "The port handled 3.1 million containers in 2023, up from 2.8 million the year before.").statistics
    assert (former.unit, former.period.start.year) == ("containers", 2022)


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "Unemployment rose to 5.1% in March from 4.9% a month earlier.", ["March"]),
        ("en", "Some 41 percent of pupils read daily, up from 35 percent in 2020.", []),
        ("fr", "Les ventes ont augmenté, soit 4 % de plus qu’en 2023.", []),
    ],
)
def test_no_event_of_a_comparison(language, text, dates):
    """A date that something is only compared with dates no event."""
    assert [event.when.text for event in read_in(language, text).events] == dates


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A tremor struck Chile on Friday.", [("A tremor struck Chile on Friday", "Chile")]),
        ("en", "Nobody had not seen rain like this since 1987.", []),
        (
            "de",
            "„Wir wollen die Quote bis 2030 bei 40 Prozent halten“, sagte Weber.",
            [("Wir wollen die Quote bis 2030 bei 40 Prozent halten", None)],
        ),
        (
            "fr",
            "La ministre a présenté lundi un plan de relance pour 2027.",
            [("La ministre a présenté lundi un plan de relance pour 2027", None)],
        ),
        (
            "fr",
            "Deux maisons ont brûlé dans la nuit de dimanche à lundi.",
            [("Deux maisons ont brûlé dans la nuit de dimanche à lundi", None)],
        ),
    ],
)
def test_one_event_a_happening(language, text, expected):
    """A happening is one event with its whole clause and with the place that it happened to."""
    assert [(event.text, event.place.name if event.place else None) for event in read_in(language, text).events] == expected
