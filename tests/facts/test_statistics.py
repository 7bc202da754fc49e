"""Statistics: numbers given as quantities of something in the world."""

from datetime import date

import pytest

from newsmodel import Bound
from tests.facts.reading import read

EXACT, AT_LEAST, AT_MOST, ABOUT = Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT


@pytest.mark.parametrize(
    ("text", "words", "value", "bound", "unit", "measure"),
    [
        ("Some 300 people on the left side voted.", "Some 300 people", 300, ABOUT, "people", "voted"),
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
        # Units: over adjectives, conjunctions and names; lengths, rates and currencies.
        (
            "Seven Danish tax and customs officials were named.",
            "Seven Danish tax and customs officials",
            7,
            EXACT,
            "tax and customs officials",
            "named",
        ),
        ("A rule for 40 other towns was announced.", "40 other towns", 40, EXACT, "towns", "announced"),
        ("The guards placed nine night lamps.", "nine night lamps", 9, EXACT, "night lamps", "placed"),
        ("Three police officers were injured.", "Three police officers", 3, EXACT, "police officers", "injured"),
        ("The level could drop by as much as 21 m.", "as much as 21 m", 21, AT_MOST, "m", "drop"),
        ("The drought hurt 10m people.", "10m people", 10000000, EXACT, "people", "hurt"),
        (
            "There were 6.85 homicides per 100,000 people.",
            "6.85 homicides per 100,000 people",
            6.85,
            EXACT,
            "homicides per 100,000 people",
            None,
        ),
        ("The court set a fine of 250 million Iranian rials.", "250 million Iranian rials", 250000000, EXACT, "IRR", "fine"),
        ("The price rose to NZD 120.", "NZD 120", 120, EXACT, "NZD", "price"),
        ("The fund is worth ₹40 million.", "₹40 million", 40_000_000, EXACT, "INR", "fund"),
        ("Temperatures fell to minus 5 degrees.", "minus 5 degrees", -5, EXACT, "degrees", "Temperatures"),
        ("Temperatures fell to -12°C.", "-12°C", -12, EXACT, "°C", "Temperatures"),
        ("Six of its pilots were killed.", "Six of its pilots", 6, EXACT, "pilots", "killed"),
        ("A crowd of 54,000-plus fans watched it.", "54,000-plus fans", 54000, AT_LEAST, "fans", "watched"),
        ("About 2½ million people fled.", "About 2½ million people", 2500000, ABOUT, "people", "fled"),
        ("The charity gave 2 crore rupees.", "2 crore rupees", 20000000, EXACT, "INR", "gave"),
        ("The price will go up to €499.", "€499", 499, EXACT, "EUR", "price"),
        # Measures: by the place of the verb or noun.
        ("Demand will rise to 600 terawatt hours.", "600 terawatt hours", 600, EXACT, "terawatt hours", "Demand"),
        ("Spain indicted four Belgians.", "four Belgians", 4, EXACT, "Belgians", "indicted"),
        ("Some 1.2 million Afghans were deported.", "Some 1.2 million Afghans", 1200000, ABOUT, "Afghans", "deported"),
        ("The deal would create 2,500 jobs.", "2,500 jobs", 2500, EXACT, "jobs", "create"),
        ("It plans to place 26 cameras.", "26 cameras", 26, EXACT, "cameras", "place"),
        ("Shelters hosting 80,000 people were hit.", "80,000 people", 80000, EXACT, "people", "hosting"),
        ("It began with nearly a thousand people singing.", "nearly a thousand people", 1000, ABOUT, "people", "singing"),
        ("Around 900 guests, including the queen, attended the wedding.", "Around 900 guests", 900, ABOUT, "guests", "attended"),
        ("Nearly 600 nurses and porters signed a petition.", "Nearly 600 nurses", 600, ABOUT, "nurses", "signed"),
        ("Some 3,000 soldiers from Poland took part.", "Some 3,000 soldiers", 3000, ABOUT, "soldiers", "took"),
        ("About 40 ministers will meet.", "About 40 ministers", 40, ABOUT, "ministers", "meet"),
        ("An estimated 2 million people are fleeing.", "An estimated 2 million people", 2000000, ABOUT, "people", "fleeing"),
        ("The firm employs 30,000 people.", "30,000 people", 30000, EXACT, "people", "employs"),
        ("The town mourned 21 miners who were killed.", "21 miners", 21, EXACT, "miners", "killed"),
        ("Goods face a 30% surtax.", "30%", 30, EXACT, "%", "surtax"),
        ("It means €2.5 billion in customs duties.", "€2.5 billion", 2500000000, EXACT, "EUR", "duties"),
        ("The tariff rates are at 145%.", "145%", 145, EXACT, "%", "tariff"),
        ("It raised its share of global sales to 9%.", "9%", 9, EXACT, "%", "share"),
        ("Goods were hit with 35% tariffs.", "35%", 35, EXACT, "%", "tariffs"),
        ("The 12 miners were later reported killed.", "12 miners", 12, EXACT, "miners", "killed"),
        ("Half million people fled.", "Half million people", 500000, EXACT, "people", "fled"),
        ("Some 74 percent of likely Labour voters want it.", "Some 74 percent", 74, ABOUT, "%", "voters"),
        ("A poll found that 12% of homes were empty.", "12%", 12, EXACT, "%", "empty"),
        ("A 5.6-magnitude quake hit the coast.", "5.6-magnitude", 5.6, EXACT, None, "magnitude"),
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
        "The polls close at 8 p.m. on Tuesday.",
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
        "It is open 24/7.",
        "It came in a third place.",
        "The firm has zero regard for rules.",
        "It lasted 4 1/2 hours.",
        "It grew for 16 straight years.",
        "It goes back over four centuries.",
        "He wrote early, and at 15 was a reporter.",
        "He died at the age of 89.",
        "It is meant for children aged between 10 and 15.",
        "When he turned 18, he left.",
        "The two discussed it.",
        "It was one of the three hottest on record.",
        "He ruled for a quarter-century.",
        "They have lived there for half a century.",
        "They split it 50-50.",
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
    ("text", "whole", "parts"),
    [
        ("Ten people were arrested, of whom 3 were women.", 10, [(3, "women", "arrested")]),
        ("At least 342 people died, 106 of them children.", 342, [(106, "children", "died")]),
        ("45 people, 12 of whom were children, were killed.", 45, [(12, "children", "killed")]),
        ("The army fired 90 drones, 40 of which were downed.", 90, [(40, "drones", "downed")]),
        ("The army fired 70 rockets. Of those, 50 rockets were intercepted.", 70, [(50, "rockets", "intercepted")]),
        ("At least 51 people were killed. The dead included six children.", 51, [(6, "children", "dead")]),
        ("At least 51 people were killed. Among the victims were four boys.", 51, [(4, "boys", "victims")]),
        ("Nine children were among the 20 people killed.", 20, [(9, "children", "killed")]),
        ("Three of the 20 hostages were freed.", 20, [(3, "hostages", "freed")]),
        ("Of the 342 people killed, 106 were children.", 342, [(106, "children", "killed")]),
        ("Two-thirds of the €7 billion was spent.", 7000000000, [(2 / 3, None, "spent")]),
        ("The EU gave €1.6 billion in aid. More than a third of the money is for schools.", 1600000000, [(1 / 3, None, "aid")]),
        (
            "The blast injured 40 people, including 12 women and three police officers.",
            40,
            [(12, "women", "injured"), (3, "police officers", "injured")],
        ),
    ],
)
def test_parts_wherever_they_stand(text, whole, parts):
    """A part may stand behind its whole, before it, or in a sentence of its own; it has its own unit and what happened to it."""
    (statistic,) = read(text).statistics
    assert statistic.value == whole
    assert [(pytest.approx(part.value), part.unit, part.measure) for part in statistic.parts] == parts


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed 342 people and 12 horses.",
        "The strike killed 342 people. Including the army, 12 groups fought.",
        "It killed 12 people and injured 40 men.",
        "The poll asked 12 people, and 33 per cent of those asked agreed.",
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
        ("The poll showed that 62 per cent of drivers agree.", "The poll"),
        ("Floods killed at least 14 people, rescue workers said, most of them in the hills.", "rescue workers"),
        ("Tree cover is stuck at 30 per cent, a new survey shows.", "new survey"),
        ("Some 40 people saw it, the survey shows.", "survey"),
        ("Some 40 people saw it, the survey shows Monday.", "survey"),
        ("Data from Eurostat show that 12% of homes are empty.", "Data from Eurostat"),
        ("Siemens, meanwhile, announced on Friday a net income of $2.5bn.", "Siemens"),
        ("The show drew 342 people.", None),
        ("The oldest coin found in the cellar was worth $500.", None),
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
        ("It sold 40 cars, more than 2019.", None),
        ("Some 342 people were killed. On Monday it rained.", None),
    ],
)
def test_period(text, period):
    """The time of a number is the calendar expression of its sentence."""
    (statistic,) = read(text).statistics
    assert (statistic.period.text if statistic.period else None) == period


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The bank has raised rates nine times since April 2021.", [(date(2021, 4, 1), None)]),
        ("Sales fell from 30 million in 2018 to just under 20 million.", [(date(2018, 1, 1), date(2018, 12, 31)), None]),
        ("Sales rose in 2018 to 20 million.", [(date(2018, 1, 1), date(2018, 12, 31))]),
    ],
)
def test_the_days_of_a_period(text, days):
    """A period since a date is open at its end, and the date of a former number is not that of the next."""
    periods = [each.period for each in read(text).statistics]
    assert [period and (period.start, period.end) for period in periods] == days
