"""The rules of single classes, with values that keep them and values that break them."""

from datetime import date, datetime

import pytest

from newsmodel.model import (
    Article,
    Block,
    Entity,
    Event,
    Page,
    Period,
    Quote,
    QuoteKind,
    Role,
    Span,
    Statistic,
    Tweet,
    Video,
)

SPAN = Span(0, 2)


def refused(message, make, **parts):
    """Hold that the parts are refused with this message."""
    with pytest.raises((ValueError, TypeError)) as caught:
        make(**parts)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        (-1, 2, "Span.start must be >= 0: -1"),
        (0, 0, "Span.end must be >= 1: 0"),
        (2, 2, "Span.end must be greater than start (2): 2"),
        (5, 3, "Span.end must be greater than start (5): 3"),
        (0.0, 2, "Span.start must be int: 0.0"),
    ],
)
def test_a_span_runs_forwards(start, end, message):
    """A span begins in the text, holds at least one letter and runs forwards."""
    refused(message, Span, start=start, end=end)


def test_a_span_counts_code_points():
    """A span cuts its words out by code points, knows its length and has an order."""
    assert (Span(1, 2).of("a😀b"), len(Span(1, 4)), sorted([Span(1, 3), Span(0, 9), Span(1, 2)])) == (
        "😀",
        3,
        [Span(0, 9), Span(1, 2), Span(1, 3)],
    )


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"role": "paragraph"}, "Block.role must be Role: 'paragraph'"),
        ({"text": ""}, "Block.text must not be empty for role paragraph: ''"),
        ({"level": 2}, "Block.level must be None, or 1 to 6 for a heading (role paragraph): 2"),
        ({"role": Role.HEADING, "level": 7}, "Block.level must be None, or 1 to 6 for a heading (role heading): 7"),
        ({"role": Role.HEADING, "level": 0}, "Block.level must be >= 1: 0"),
        ({"span": Span(0, 2)}, "Block.span must be None, or hold the 1 characters of a prose text (role paragraph): Span(start=0, end=2)"),
        (
            {"role": Role.CAPTION, "span": Span(0, 1)},
            "Block.span must be None, or hold the 1 characters of a prose text (role caption): Span(start=0, end=1)",
        ),
        ({"source": 0}, "Block.source must be the number of a line, from 1: 0"),
        ({"source": 2**63}, f"Block.source must be the number of a line, from 1: {2**63}"),
        ({"source": ""}, "Block.source must not be blank: ''"),
        ({"source": "\ud800"}, "Block.source must be encodable text, without lone surrogates: '\\ud800'"),
    ],
)
def test_what_a_block_refuses(parts, message):
    """A block refuses what its role does not allow."""
    refused(message, Block, **{"role": Role.PARAGRAPH, "text": "A"} | parts)


@pytest.mark.parametrize("role", [Role.TWEET, Role.EMBED])
def test_a_block_without_words(role):
    """A tweet or an embed may have no words."""
    assert Block(role=role, text="").text == ""


@pytest.mark.parametrize(
    ("make", "parts", "message"),
    [
        (Quote, {"cue": "said"}, "Quote.cue_span must be given exactly where cue is ('said'): None"),
        (Quote, {"cue_span": SPAN}, "Quote.cue_span must be given exactly where cue is (None): Span(start=0, end=2)"),
        (Quote, {"kind": "direct"}, "Quote.kind must be QuoteKind: 'direct'"),
        (Statistic, {"value": float("nan")}, "Statistic.value must be finite: nan"),
        (Statistic, {"value": float("inf")}, "Statistic.value must be finite: inf"),
        (Statistic, {"value": 2**63}, f"Statistic.value must fit into 64 bits: {2**63}"),
        (Statistic, {"value": -(2**63) - 1}, f"Statistic.value must fit into 64 bits: {-(2**63) - 1}"),
        (Statistic, {"value": 10**5000}, "Statistic.value must fit into 64 bits: int of too many digits"),
        (Statistic, {"value": 5, "high": 4}, "Statistic.high must be >= value (5): 4"),
        (Statistic, {"parts": (1,)}, "Statistic.parts must be a tuple of Statistic: (1,)"),
        (Period, {"start": datetime(2016, 9, 1)}, "Period.start must be date or None: datetime.datetime(2016, 9, 1, 0, 0)"),  # noqa: DTZ001
        (Period, {"start": date(2016, 9, 2), "end": date(2016, 9, 1)}, "Period.end must not be before start (2016-09-02): 2016-09-01"),
        (Period, {"approximate": 1}, "Period.approximate must be bool: 1"),
    ],
)
def test_what_a_fact_refuses(make, parts, message):
    """A fact refuses parts that contradict each other or cannot be kept."""
    smallest = {Quote: {"kind": QuoteKind.DIRECT}, Statistic: {"value": 1}, Period: {}}[make]
    refused(message, make, **{"text": "At", "span": SPAN} | smallest | parts)


def test_parts_nest_as_deep_as_told():
    """Parts within parts are taken down to 16 levels, and refused below."""
    whole = Statistic(value=1, text="At", span=SPAN)
    for _ in range(16):
        whole = Statistic(value=1, text="At", span=SPAN, parts=(whole,))
    refused("Statistic.parts must not nest deeper than 16 levels: 'At'", Statistic, value=1, text="At", span=SPAN, parts=(whole,))


@pytest.mark.parametrize("duration", ["P12D", "P2W", "P1Y6M", "PT36H", "P1DT12H", "PT1M30S"])
def test_durations(duration):
    """Lengths of time are taken in the form of ISO 8601."""
    assert Video(duration=duration).duration == duration


@pytest.mark.parametrize("duration", ["P", "PT", "12D", "P12", "P1DT", "P1M1Y", "p1d", "P12D ", "P1.5D", "P١D"])
def test_what_is_no_duration(duration):
    """Other spellings of a length of time are refused."""
    refused(f"Video.duration must be an ISO 8601 duration: {duration!r}", Video, duration=duration)


@pytest.mark.parametrize(
    ("start", "end", "approximate", "edtf"),
    [
        (None, None, False, None),
        (None, None, True, None),
        ("2016-09-10", "2016-09-10", False, "2016-09-10"),
        ("2016-09-10", "2016-09-10", True, "2016-09-10~"),
        ("2016-09-10", "2016-09-12", False, "2016-09-10/2016-09-12"),
        ("2016-09-10", "2016-09-12", True, "2016-09-10~/2016-09-12~"),
        ("2016-09-01", "2016-09-30", False, "2016-09"),
        ("2016-02-01", "2016-02-29", True, "2016-02~"),
        ("2016-02-01", "2016-02-28", False, "2016-02-01/2016-02-28"),
        ("2016-01-01", "2016-12-31", False, "2016"),
        ("1990-01-01", "1999-12-31", False, "199X"),
        ("1991-01-01", "2000-12-31", False, "1991-01-01/2000-12-31"),
        ("1900-01-01", "1999-12-31", False, "19XX"),
        ("1000-01-01", "1999-12-31", False, "1XXX"),
        ("2015-01-01", "2016-12-31", False, "2015-01-01/2016-12-31"),
        ("2016-04-01", "2016-06-30", False, "2016-04-01/2016-06-30"),
        ("2016-09-19", None, False, "2016-09-19/"),
        (None, "2016-09-19", False, "/2016-09-19"),
        ("2016-09-19", None, True, "2016-09-19~/"),
    ],
)
def test_periods_in_edtf(start, end, approximate, edtf):
    """A period that is one unit of the calendar is written as it, any other as an interval."""
    start, end = (day and date.fromisoformat(day) for day in (start, end))
    assert Period(text="then", start=start, end=end, approximate=approximate, span=Span(0, 4)).edtf == edtf


@pytest.mark.parametrize(
    ("text", "hashtags", "mentions"),
    [
        ("", (), ()),
        ("#Syria: talks in #Geneva, #Syria", ("Syria", "Geneva", "Syria"), ()),
        ("＃日本 #العربية #été_2016", ("日本", "العربية", "été_2016"), ()),
        ("we are #1, C# and a#b", (), ()),
        ("#2016talks", ("2016talks",), ()),
        (".@JohnKerry meets @mfa_russia.", (), ("JohnKerry", "mfa_russia")),
        ("mail ann@example.org @@twice @a_name_of_more_than_twenty", (), ()),
    ],
)
def test_hashtags_and_mentions(text, hashtags, mentions):
    """Hashtags hold a letter and stand apart; mentions are user names of at most 20 letters."""
    tweet = Tweet(text=text)
    assert (tweet.hashtags, tweet.mentions) == (hashtags, mentions)


# The article against its text.

BODY = (
    Block(role=Role.LEDE, text="Ann said 5 of 9."),
    Block(role=Role.TWEET, text=""),
    Block(role=Role.PARAGRAPH, text="So 😀 it was."),
)
TEXT = "Ann said 5 of 9.\n\nSo 😀 it was."


def test_the_text_of_an_article():
    """The text is the prose of the body, joined by a blank line; each prose block has its place in it, and no other has one."""
    article = Article(headline="A", body=BODY)
    assert article.text == TEXT
    assert [block.span for block in article.body] == [Span(0, 16), None, Span(18, 30)]
    assert Article(headline="A", body=article.body) == article
    assert Article(headline="A", body=()).text == ""


def entity(start, end):
    """Give an entity with one mention."""
    return Entity(name="Ann", mentions=(Span(start, end),))


def period(start, end, text="Ann"):
    """Give a period of these words."""
    return Period(text=text, span=Span(start, end))


def statistic(**parts):
    """Give a statistic that holds its words."""
    return Statistic(**{"value": 5, "text": "5", "span": Span(9, 10)} | parts)


def quote(**parts):
    """Give a quote that holds its words."""
    return Quote(**{"text": "5 of 9", "kind": QuoteKind.DIRECT, "span": Span(9, 15)} | parts)


def event(**parts):
    """Give an event that holds its words."""
    return Event(**{"text": "Ann said", "span": Span(0, 8)} | parts)


GOOD = {"quotes": (quote(speaker=entity(0, 3), speaker_span=Span(0, 3), cue="said", cue_span=Span(4, 8)),), "dates": (period(0, 3),)}


def test_facts_that_match():
    """Facts that hold their words are taken."""
    assert Article(headline="A", body=BODY, statistics=(statistic(parts=(statistic(),)),), **GOOD).quotes == GOOD["quotes"]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"quotes": (quote(text="9 of 5"),)}, "quotes[0].span must hold '9 of 5', but the text has '5 of 9' at Span(start=9, end=15)"),
        (
            {"quotes": (quote(), quote(span=Span(9, 14)))},
            "quotes[1].span must hold '5 of 9', but the text has '5 of ' at Span(start=9, end=14)",
        ),
        ({"quotes": (quote(span=Span(9, 31)),)}, "quotes[0].span must lie within the text (30 characters): Span(start=9, end=31)"),
        ({"quotes": (quote(cue="says", cue_span=Span(4, 8)),)}, "quotes[0].cue_span must hold 'says', but the text has 'said'"),
        ({"quotes": (quote(speaker_span=Span(30, 31)),)}, "quotes[0].speaker_span must lie within"),
        ({"quotes": (quote(speaker=entity(0, 99)),)}, "quotes[0].speaker.mentions[0] must lie within"),
        ({"statistics": (statistic(text="6"),)}, "statistics[0].span must hold '6'"),
        ({"statistics": (statistic(parts=(statistic(text="6"),)),)}, "statistics[0].parts[0].span must hold '6'"),
        ({"statistics": (statistic(period=period(0, 3, "Bob")),)}, "statistics[0].period.span must hold 'Bob'"),
        ({"statistics": (statistic(place=entity(0, 99)),)}, "statistics[0].place.mentions[0] must lie within"),
        ({"statistics": (statistic(source=entity(0, 99)),)}, "statistics[0].source.mentions[0] must lie within"),
        ({"events": (event(text="Bob said"),)}, "events[0].span must hold 'Bob said'"),
        ({"events": (event(), event(when=period(0, 3, "Bob")))}, "events[1].when.span must hold 'Bob'"),
        ({"events": (event(place=entity(0, 99)),)}, "events[0].place.mentions[0] must lie within"),
        ({"events": (event(participants=(entity(0, 3), entity(0, 99))),)}, "events[0].participants[1].mentions[0] must lie within"),
        ({"dates": (period(0, 3, "Bob"),)}, "dates[0].span must hold 'Bob'"),
        ({"entities": (entity(0, 99),)}, "entities[0].mentions[0] must lie within"),
        ({"tweets": (Tweet(), Tweet(block=3))}, "tweets[1].block must be an index into body (3 blocks): 3"),
        ({"tweets": (Tweet(block=2),)}, "tweets[0].block must be the index of a tweet: 2, a block of role paragraph"),
        ({"body": (Block(role=Role.PARAGRAPH, text="A", span=Span(1, 2)),)}, "body[0].span must start at 0: Span(start=1, end=2)"),
    ],
)
def test_facts_that_do_not_match(parts, told):
    """An article whose facts do not match its text cannot be built; the message says which, and what the text has."""
    with pytest.raises(ValueError, match=r"^Article\.") as caught:
        Article(**{"headline": "A", "body": BODY} | parts)
    assert str(caught.value).startswith(f"Article.{told}")


def test_every_fact_that_does_not_match_is_told():
    """All that do not match are told at once, one a line."""
    with pytest.raises(ValueError, match=r"^Article\.") as caught:
        Article(headline="A", body=BODY, dates=(period(0, 4), period(0, 3), period(1, 3)), tweets=(Tweet(block=9),))
    assert [line.split(" ")[0] for line in str(caught.value).splitlines()] == [
        "Article.dates[0].span",
        "Article.dates[2].span",
        "Article.tweets[0].block",
    ]


def test_the_body_of_a_page():
    """The body runs from the first prose block with a span to the last, with what belongs to the article and no furniture."""
    furniture = Block(role=Role.FURNITURE, text="Share")
    lede, tweet, paragraph = Article(headline="A", body=BODY).body
    page = Page(blocks=(furniture, tweet, lede, furniture, tweet, paragraph, Block(role=Role.PARAGRAPH, text="Comments")))
    assert page.body == (lede, tweet, paragraph)
    assert page.text == TEXT
    assert Page(blocks=(furniture,)).body == ()
