"""Statistics: numbers given as quantities of something in the world."""

import pytest

from newsmodel import Bound
from tests.facts.reading import read

EXACT, AT_LEAST, AT_MOST, ABOUT = Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT


@pytest.mark.parametrize(
    ("text", "words", "value", "bound", "unit", "measure"),
    [
        ("The strike killed 342 people.", "342 people", 342, EXACT, "people", "killed"),
        ("At least 342 people were killed in the strike.", "At least 342 people", 342, AT_LEAST, "people", "killed"),
        ("At least 342 people have been injured.", "At least 342 people", 342, AT_LEAST, "people", "injured"),
        ("More than 110,000 civilians have been displaced.", "More than 110,000 civilians", 110000, AT_LEAST, "civilians", "displaced"),
        ("Police arrested 12 protesters on Monday.", "12 protesters", 12, EXACT, "protesters", "arrested"),
        ("Some 30 houses were destroyed.", "Some 30 houses", 30, ABOUT, "houses", "destroyed"),
        ("Nearly 2,000 Indian troops were deployed.", "Nearly 2,000 Indian troops", 2000, ABOUT, "troops", "deployed"),
        ("Two men were arrested.", "Two men", 2, EXACT, "men", "arrested"),
        ("The fire destroyed three dozen schools.", "three dozen schools", 36, EXACT, "schools", "destroyed"),
        ("The blaze injured 17 firefighters.", "17 firefighters", 17, EXACT, "firefighters", "injured"),
        ("The storm left 40 people dead.", "40 people", 40, EXACT, "people", "dead"),
        ("Up to 50 migrants drowned off Libya.", "Up to 50 migrants", 50, AT_MOST, "migrants", "drowned"),
        ("Russia fired 21 ballistic missiles.", "21 ballistic missiles", 21, EXACT, "ballistic missiles", "fired"),
        ("The EU gave $3.3 billion in aid.", "$3.3 billion", 3300000000, EXACT, "USD", "aid"),
        ("The bank made a profit of €1.2bn.", "€1.2bn", 1200000000, EXACT, "EUR", "profit"),
        ("The company was fined 20 million euros.", "20 million euros", 20000000, EXACT, "EUR", "fined"),
        ("Damage is put at more than £5m.", "more than £5m", 5000000, AT_LEAST, "GBP", "Damage"),
        ("Prices rose 7 percent.", "7 percent", 7, EXACT, "%", "rose"),
        ("Prices rose by 7.5% in a year.", "7.5%", 7.5, EXACT, "%", "rose"),
        ("Prices rose 7 per cent.", "7 per cent", 7, EXACT, "%", "rose"),
        ("Shares fell nearly 20 percent.", "nearly 20 percent", 20, ABOUT, "%", "fell"),
        ("Support fell by three percentage points.", "three percentage points", 3, EXACT, "percentage points", "fell"),
        ("Turnout was 61.5 percent.", "61.5 percent", 61.5, EXACT, "%", "Turnout"),
        ("Unemployment stood at 6.1%.", "6.1%", 6.1, EXACT, "%", "Unemployment"),
        ("Washington put a tariff of 25% on steel.", "25%", 25, EXACT, "%", "tariff"),
        ("Output rose by 30,000 barrels a day.", "30,000 barrels a day", 30000, EXACT, "barrels a day", "rose"),
        ("The fire burned 500 hectares of forest.", "500 hectares", 500, EXACT, "hectares", "burned"),
        ("Almost half of the voters stayed at home.", "Almost half", 0.5, ABOUT, None, "stayed"),
        ("Around two thirds of the crops were lost.", "Around two thirds", 2 / 3, ABOUT, None, "lost"),
        ("More than half a million people fled.", "More than half a million people", 500000, AT_LEAST, "people", "fled"),
        ("Fewer than 100 residents remain.", "Fewer than 100 residents", 100, AT_MOST, "residents", "remain"),
        ("Inflation slowed to 2.4 per cent.", "2.4 per cent", 2.4, EXACT, "%", "Inflation"),
        ("The army rescued 1,200 people by boat.", "1,200 people", 1200, EXACT, "people", "rescued"),
        ("The ship carried 24 million barrels of oil.", "24 million barrels", 24000000, EXACT, "barrels", "carried"),
        ("Just under 40 percent of women voted.", "Just under 40 percent", 40, AT_MOST, "%", "voted"),
    ],
)
def test_one_statistic(text, words, value, bound, unit, measure):  # noqa: PLR0913, PLR0917 -- one column a field
    """A quantity has its value, its bound, what is counted and what happened to it; its span holds number, bound, scale and unit."""
    (statistic,) = read(text).statistics
    assert (statistic.text, statistic.bound, statistic.unit, statistic.measure) == (words, bound, unit, measure)
    assert statistic.value == pytest.approx(value, rel=1e-12)
    assert statistic.high is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growth is between 8 and 10 percent.", [(8, 10, "%")]),
        ("It fell from 8 percent to 10 percent.", [(8, None, "%"), (10, None, "%")]),
        ("The rate went from 8% to 10%.", [(8, None, "%"), (10, None, "%")]),
        ("Between 10 and 12 trucks were hit.", [(10, 12, "trucks")]),
        ("Some 10-12 trucks were hit.", [(10, 12, "trucks")]),
        ("It cost $11 million (€10 million).", [(11000000, None, "USD"), (10000000, None, "EUR")]),
        ("The attack killed 12 people and injured 40 others.", [(12, None, "people"), (40, None, "people")]),
        ("It hit 12 villages and 40 schools.", [(12, None, "villages"), (40, None, "schools")]),
    ],
)
def test_ranges_and_pairs(text, expected):
    """“Between 8 and 10” is one statistic, “from 8 % to 10 %” are two; the unit that is left out is that of the number before."""
    assert [(each.value, each.high, each.unit) for each in read(text).statistics] == expected


@pytest.mark.parametrize(
    "text",
    [
        "It began on 12 September 2016.",
        "It began in 2016.",
        "It began at 10:30.",
        "The third attack hit the 10th district.",
        "It is the 12th such case.",
        "The 45-year-old man was arrested.",
        "Anna Weber, aged 45, was arrested.",
        "It lasted two days.",
        "It lasted for 12 hours.",
        "He got 12 years in prison.",
        "Three weeks later he left.",
        "A 12-day truce began.",
        "Spain beat Italy 3-1.",
        "Spain won 2–1 in Paris.",
        "Flight 370 vanished.",
        "The G20 met.",
        "A Boeing 737 crashed.",
        "Article 50 was triggered.",
        "Highway 1 was closed.",
        "He lives at 10 Downing Street.",
        "One of the men left.",
        "No one came.",
        "One official left.",
        "Dozens of people came.",
        "Hundreds of thousands fled.",
        "Several people came, and a few left.",
        "Both men left.",
        "It was a pair of shoes.",
        "In the 1990s it was a town.",
        "Call 112 for help.",
        "Resolution 2254 was adopted.",
        "The two-state solution is dead.",
        "Channel 4 showed it.",
        "COVID-19 spread.",
        "They wrote to him on page 12.",
        "The year 2020 was hard.",
        "They met for the 10th time.",
        "The 2016 deal is dead.",
        "He was born in 1950 and died in 2010.",
        "By 2030 it is over.",
        "Chapter 11 protects it.",
        "UN Resolution 1701 ended it.",
        "World War Two began.",
        "It is a four-star hotel.",
        "Act 2 begins.",
        "He ranks 12th of all.",
        "A 21-year-old woman is missing.",
        "The match ended 0-0.",
        "It starts at 20:15 CET.",
        "The M1 motorway was shut.",
        "Apollo 11 landed.",
    ],
)
def test_no_statistic(text):
    """Dates, clock times, ordinals, ages, lengths of time, scores, numbers that are names, and vague amounts are no statistics."""
    assert [statistic.text for statistic in read(text).statistics] == []


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("The strike killed 342 people, including 106 children.", 342, [(106, "children", "killed")]),
        ("The strike killed 342 people, among them 106 children.", 342, [(106, "children", "killed")]),
        ("The strike killed 342 people, including 106 children and 30 women.", 342, [(106, "children", "killed"), (30, "women", "killed")]),
        ("At least 342 people (including 106 children) were killed.", 342, [(106, "children", "killed")]),
        ("At least 342 people, including 106 children, were killed.", 342, [(106, "children", "killed")]),
    ],
)
def test_parts(text, whole, parts):
    """A number that the text gives as part of another stands inside it, with what happened to both."""
    (statistic,) = read(text).statistics
    assert (statistic.value, statistic.measure) == (whole, "killed")
    assert [(part.value, part.unit, part.measure) for part in statistic.parts] == parts


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed 342 people and 12 horses.",
        "The strike killed 342 people. Including the army, 12 groups fought.",
        "It killed 12 people and injured 40 men.",
    ],
)
def test_no_part(text):
    """Numbers side by side are not parts of each other."""
    assert all(statistic.parts == () for statistic in read(text).statistics)
    assert len(read(text).statistics) == 2


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the World Health Organisation, 342 people were killed.", "World Health Organisation"),
        ("Some 342 people were killed, according to the UN.", "UN"),
        ("Some 342 people were killed, police said.", "police"),
        ("Police said 342 people had been killed.", "Police"),
        ("“Some 342 people were killed,” John Kerry said.", "John Kerry"),
        ("The WHO estimates that 342 people were killed.", "WHO"),
        ("Some 342 people were killed.", None),
        ("John Kerry said it was late. Some 342 people were killed.", None),
    ],
)
def test_source(text, source):
    """Who gives the number is its source; where the text itself tells it, there is none."""
    (statistic,) = read(text).statistics
    assert (statistic.source.name if statistic.source else None) == source


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Some 342 people were killed in Aleppo.", "Aleppo"),
        ("In Syria, 342 people were killed.", "Syria"),
        ("Some 342 people were killed in eastern Aleppo over the last 12 days.", "eastern Aleppo"),
        ("Some 342 people were killed.", None),
        ("Some 342 people were killed. In Aleppo it rained.", None),
    ],
)
def test_place(text, place):
    """The place of a number is the one that its sentence names."""
    (statistic,) = read(text).statistics
    assert (statistic.place.name if statistic.place else None) == place


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Some 342 people were killed on Monday.", "Monday"),
        ("In the last 12 days 342 people were killed.", "the last 12 days"),
        ("Some 342 people were killed in 2016.", "2016"),
        ("Some 342 people were killed.", None),
        ("Some 342 people were killed. On Monday it rained.", None),
    ],
)
def test_period(text, period):
    """The time of a number is the calendar expression of its sentence."""
    (statistic,) = read(text).statistics
    assert (statistic.period.text if statistic.period else None) == period
