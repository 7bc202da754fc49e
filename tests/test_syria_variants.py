"""The Syria page with every name, number, date, handle and month exchanged: what is found follows the page, not its words."""

from datetime import date, timedelta
from pathlib import Path

from attrs import field, frozen
from hypothesis import given, note
from hypothesis import strategies as st

import newsmodel

PAGE = (Path(__file__).parents[1] / "examples" / "syria_article.txt").read_text(encoding="utf-8")

FRENCH = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
GERMAN = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]
SPANISH = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"]
ENGLISH = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]

GIVEN = ["Ann", "Boris", "Ngozi", "Jean-Yves", "Łukasz", "Søren", "Zoë", "Xi", "Ali", "Mary", "Aung San", "Óscar", "Giorgia", "Hou Yu"]
SURNAMES = [
    "May",
    "O’Brien",
    "van der Bellen",
    "Le Drian",
    "bin Salman",
    "Kramp-Karrenbauer",
    "Şimşek",
    "Ng",
    "Ferrer",
    "de la Cruz",
    "Al-Khatib",
    "Zelenskyy",
    "Okonjo-Iweala",
    "Blok",
]
NATIONS = ["US", "UK", "German", "Turkish", "Qatari", "South African", "Danish", "EU", "Brazilian", "New Zealand"]
OFFICES = [
    "Secretary of State",
    "Foreign Minister",
    "President",
    "Prime Minister",
    "Defence Secretary",
    "Trade Commissioner",
    "Ambassador",
    "Minister of Justice",
    "Chancellor",
    "Special Envoy",
]
SOURCES = [
    "The Norwegian Refugee Council",
    "UNICEF",
    "Amnesty International",
    "The Red Crescent",
    "The Ministry of Health",
    "The Sana Agency",
    "Human Rights Watch",
    "The University of Oslo",
    "The European Commission",
]
CITIES = ["Mosul", "Deir ez-Zor", "Goma", "San Pedro", "Łódź", "Kharkiv", "Nyala", "Port Sudan", "Zürich", "Derna"]
CAPITALS = ["Kabul", "Khartoum", "Tripoli", "Caracas", "Kyiv", "Baghdad"]
DIRECTIONS = ["northern", "southern", "western", "eastern", "central"]
UNITS = ["people", "civilians", "soldiers", "villagers", "refugees"]
PARTS = ["children", "women", "doctors", "journalists", "medics"]
MEASURES = ["killed", "injured", "displaced", "wounded", "arrested", "evacuated"]
JOINTS = ["including", "among them"]
LENGTHS = {"days": "D", "weeks": "W", "months": "M", "years": "Y"}
HANDLES = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{2,13}", fullmatch=True)
CODES = st.from_regex(r"[A-Za-z0-9]{10}", fullmatch=True).filter(lambda code: "pic" not in code.lower() and "http" not in code.lower())


@frozen(kw_only=True)
class Values:
    """What is put into the page."""

    people: tuple[str, str]
    roles: tuple[str, str]
    source: str
    city: str
    capital: str
    directions: str
    total: int
    part: int
    units: tuple[str, str]
    measure: str
    joint: str
    length: tuple[int, str]
    days: tuple[date, date, date]
    handles: tuple[str, str, str]
    authors: tuple[str, str, str]
    codes: tuple[str, str, str, str, str]
    months: list[str] = field(repr=False)
    month_first: bool


@st.composite
def values(draw):
    """Draw what the page says, in the shapes in which pages say it."""
    people = draw(
        st.lists(
            st.tuples(st.sampled_from(GIVEN), st.sampled_from(SURNAMES)), min_size=2, max_size=2, unique_by=(lambda n: n[0], lambda n: n[1])
        )
    )
    first = draw(st.dates(date(2009, 1, 1), date(2024, 12, 1)))
    second = first + timedelta(days=draw(st.integers(1, 9)))
    third = second + timedelta(days=draw(st.integers(1, 14)))
    total = draw(st.integers(3, 250_000))
    return Values(
        people=tuple(" ".join(name) for name in people),
        roles=tuple(
            f"{draw(st.sampled_from(NATIONS))} {office}"
            for office in draw(st.lists(st.sampled_from(OFFICES), min_size=2, max_size=2, unique=True))
        ),
        source=draw(st.sampled_from(SOURCES)),
        city=draw(st.sampled_from(CITIES)),
        capital=draw(st.sampled_from(CAPITALS)),
        directions=draw(st.sampled_from(DIRECTIONS)),
        total=total,
        part=draw(st.integers(2, total - 1)),
        units=(draw(st.sampled_from(UNITS)), draw(st.sampled_from(PARTS))),
        measure=draw(st.sampled_from(MEASURES)),
        joint=draw(st.sampled_from(JOINTS)),
        length=(draw(st.integers(2, 60)), draw(st.sampled_from(sorted(LENGTHS)))),
        days=(first, second, third),
        handles=tuple(draw(st.lists(HANDLES, min_size=3, max_size=3, unique=True))),
        authors=tuple(
            draw(
                st.lists(
                    st.sampled_from(["Ana", "Zaman Al-Wsl", "BBC News (World)", "محمد", "The Guardian", "J. R. Ewing", "dpa"]),
                    min_size=3,
                    max_size=3,
                    unique=True,
                )
            )
        ),
        codes=tuple(draw(st.lists(CODES, min_size=5, max_size=5, unique=True))),
        months=draw(st.sampled_from([FRENCH, GERMAN, SPANISH, ENGLISH])),
        month_first=draw(st.booleans()),
    )


def ordinal(day):
    """Write a day of the month as English prints it: 1st, 12th."""
    suffix = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


def written(day, *, month_first):
    """Write a day and month as the prose does."""
    return f"{ENGLISH[day.month - 1]} {ordinal(day.day)}" if month_first else f"{ordinal(day.day)} {ENGLISH[day.month - 1]}"


def signed(author, handle, day, months):
    """Write the signature of a tweet."""
    return f"— {author} (@{handle}) {day.day} {months[day.month - 1]} {day.year}"


def page_of(values):
    """Put the values into the page."""
    newest = values.days[2] + timedelta(days=5)
    exchanges = {
        "US Secretary of State, John Kerry": f"{values.roles[0]}, {values.people[0]}",
        "Russian Foreign Minister, Sergei Lavrov": f"{values.roles[1]}, {values.people[1]}",
        "John Kerry": values.people[0],
        "The World Health Organisation": values.source,
        "eastern Aleppo": f"{values.directions} {values.city}",
        "Aleppo": values.city,
        "Damascus": values.capital,
        "342 people": f"{values.total:,} {values.units[0]}",
        "including 106 children": f"{values.joint} {values.part:,} {values.units[1]}",
        "were killed": f"were {values.measure}",
        "12 days": f"{values.length[0]} {values.length[1]}",
        "10th September": written(values.days[0], month_first=values.month_first),
        "12th September": written(values.days[1], month_first=values.month_first),
        "19th September": written(values.days[2], month_first=values.month_first),
        "— AliciaMelville-Smith (@alicia_ms) 10 septembre 2016": signed(
            values.authors[0], values.handles[0], values.days[0], values.months
        ),
        "— Michael Vine (@mpvine) 24 septembre 2016": signed(values.authors[1], values.handles[1], newest, values.months),
        "— ZamanAlwslEng (@ZamanEnglish) 23 septembre 2016": signed(values.authors[2], values.handles[2], newest, values.months),
        "Tr6huwO4aN": values.codes[0],
        "9KWCjUu9yi": values.codes[1],
        "h6q98JYJRS": values.codes[2],
        "eswwQ8LM4D": values.codes[3],
        "R8kIjBydNE": values.codes[4],
    }
    text = PAGE
    for old, new in exchanges.items():
        assert old in text
        text = text.replace(old, new)
    return text


@given(values())
def test_the_facts_follow_the_page(values):
    """Whatever the page says, the article says the same."""
    page = page_of(values)
    note(page)
    article = newsmodel.parse(page)

    direct = [quote for quote in article.quotes if quote.kind is newsmodel.QuoteKind.DIRECT]
    first, second = values.people
    assert [(quote.speaker.name, quote.speaker.role, quote.speaker.kind, quote.cue) for quote in direct] == [
        (first, values.roles[0], "person", "announced"),
        (second, values.roles[1], "person", "said"),
        (first, values.roles[0], "person", "announced"),
    ]
    (indirect,) = (quote for quote in article.quotes if quote.kind is newsmodel.QuoteKind.INDIRECT)
    source = values.source.removeprefix("The ")
    assert indirect.speaker.name == source

    newest = values.days[2] + timedelta(days=5)
    assert [(tweet.author, tweet.handle, tweet.posted) for tweet in article.tweets] == list(
        zip(values.authors, values.handles, (values.days[0], newest, newest), strict=True)
    )
    codes = values.codes
    assert [tweet.links for tweet in article.tweets] == [(f"https://t.co/{code}",) for code in (codes[0], codes[1], codes[3])]
    assert [tweet.media for tweet in article.tweets] == [(), (f"pic.twitter.com/{codes[2]}",), (f"pic.twitter.com/{codes[4]}",)]

    (statistic,) = article.statistics
    (part,) = statistic.parts
    assert (statistic.value, statistic.unit, statistic.measure) == (values.total, values.units[0], values.measure)
    assert (part.value, part.unit, part.measure) == (values.part, values.units[1], values.measure)
    assert (statistic.source.name, statistic.place.name) == (source, f"{values.directions} {values.city}")
    assert statistic.period.duration == f"P{values.length[0]}{LENGTHS[values.length[1]]}"

    assert [(event.when.start, event.when.end) for event in article.events] == [(day, day) for day in (*values.days, values.days[2])]
    assert "agreement" in article.events[0].text
    assert "into force" in article.events[1].text
    assert f"{values.capital} announced its end" in article.events[2].text
    assert article.events[3].place.name == f"West {values.city}"

    assert [block.text for block in article.body if block.role is newsmodel.Role.HEADING] == [
        "A fragile truce",
        "Hospitals bombed",
        "Pass the blame",
    ]
    assert newsmodel.from_json(newsmodel.to_json(article)) == article
