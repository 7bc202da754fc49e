"""Articles that the tests of the linked formats share: one that fills every field, in words of our own."""

from datetime import UTC, date, datetime

from newsmodel import (
    Article,
    Block,
    Bound,
    Entity,
    EntityKind,
    Event,
    Image,
    Link,
    Period,
    Quote,
    QuoteKind,
    Role,
    Span,
    Statistic,
    Tweet,
    Video,
)

URL = "https://news.example/harbour/port-opens-again.html"

_TEXTS = (
    (Role.LEDE, "The port of Nordhavn opened again on 3 May 2024."),
    (Role.HEADING, "A long winter"),
    (Role.PARAGRAPH, "Mara Lind, head of the port, said: “We lost 1,200 boats & more.” Nordhavn wants its ships back, Havn Line said."),
    (Role.TWEET, "All of us are here #port @mara_l https://t.co/abc"),
    (Role.LIST_ITEM, "At least 40 ships came in March 2024, among them 12 ferries."),
    (Role.LIST_ITEM, "Two to three left between 4 and 9 May."),
    (Role.PARAGRAPH, "About 5% of the crews stayed in the 1990s."),
)

_BODY = tuple(Block(role=role, text=text) for role, text in _TEXTS)
_TEXT = Article(headline="x", body=_BODY).text


def _span(words, start=0):
    at = _TEXT.index(words, start)
    return Span(at, at + len(words))


def _period(words, first, last, **more):
    return Period(text=words, span=_span(words), start=first, end=last, **more)


_MARA = Entity(name="Mara Lind", kind=EntityKind.PERSON, role="head of the port", mentions=(_span("Mara Lind"),))
_LINE = Entity(name="Havn Line", kind=EntityKind.ORGANIZATION, role="shipping company", mentions=(_span("Havn Line"),))
_PORT = Entity(name="Nordhavn", kind=EntityKind.PLACE, mentions=(_span("Nordhavn"), _span("Nordhavn", _TEXT.index("Nordhavn") + 1)))
_CREWS = Entity(name="the crews", mentions=(_span("the crews"),))
_OPENED = _period("3 May 2024", date(2024, 5, 3), date(2024, 5, 3))
_MARCH = _period("March 2024", date(2024, 3, 1), date(2024, 3, 31))
_MAY = _period("between 4 and 9 May", date(2024, 5, 4), date(2024, 5, 9), duration="P6D")
_NINETIES = _period("1990s", date(1990, 1, 1), date(1999, 12, 31))
_SINCE = Period(text="again", span=_span("again"), start=date(2024, 5, 3), approximate=True)

FULL = Article(
    headline="Port opens again",
    id="n-77",
    lede="The port of Nordhavn opened again on 3 May 2024.",
    body=_BODY,
    authors=(
        Entity(name="Ada Berg", kind=EntityKind.PERSON, role="reporter"),
        Entity(name="Agence X"),
        Entity(name="Oslo", kind=EntityKind.PLACE),
    ),
    publisher=Entity(name="Example News", kind=EntityKind.ORGANIZATION),
    published=datetime(2024, 5, 4, 8, 30, tzinfo=UTC),
    modified=date(2024, 5, 5),
    language="en",
    url=URL,
    section=("World", "", "Ports"),
    keywords=("ships",),
    copyright="Example News",
    images=(
        Image(url="https://news.example/port.jpg", caption="The port", credit="B. Holm", alt="Ships at a quay"),
        Image(caption="No address"),
        Image(),
    ),
    videos=(Video(url="https://news.example/v/1", title="The ships", duration="PT90S"),),
    related=(Link(text="Winter in the north", url="https://news.example/winter", language="en"), Link(text="No address here")),
    translations=(Link(text="Deutsch", url="https://news.example/de", language="de"), Link(text="Français")),
    quotes=(
        Quote(
            text="We lost 1,200 boats & more.",
            kind=QuoteKind.DIRECT,
            speaker=_MARA,
            cue="said",
            span=_span("We lost 1,200 boats & more."),
            cue_span=_span("said"),
        ),
        Quote(text="Nordhavn wants its ships back", kind=QuoteKind.INDIRECT, speaker=_LINE, span=_span("Nordhavn wants its ships back")),
        Quote(text="wants its ships back", kind=QuoteKind.MIXED, speaker=_PORT, span=_span("wants its ships back")),
        Quote(text="stayed", kind=QuoteKind.INDIRECT, speaker=_CREWS, span=_span("stayed")),
        Quote(text="opened again", kind=QuoteKind.DIRECT, span=_span("opened again")),
    ),
    tweets=(
        Tweet(
            text="All of us are here #port @mara_l",
            author="Nordhavn Port",
            handle="nordhavn",
            posted=datetime(2024, 5, 3, 7, 0, tzinfo=UTC),
            url="https://twitter.com/nordhavn/status/1",
            id="1",
            links=("https://t.co/abc",),
            media=("pic.twitter.com/xyz",),
            language="en",
            block=3,
        ),
        Tweet(text="", id="2", posted=date(2024, 5, 3)),
    ),
    statistics=(
        Statistic(value=1200, unit="boats", measure="lost", source=_MARA, place=_PORT, text="1,200 boats", span=_span("1,200 boats")),
        Statistic(
            value=40,
            bound=Bound.AT_LEAST,
            unit="ships",
            measure="came",
            period=_MARCH,
            parts=(Statistic(value=12, unit="ferries", text="12 ferries", span=_span("12 ferries")),),
            text="At least 40 ships",
            span=_span("At least 40 ships"),
        ),
        Statistic(value=2, high=3, source=_PORT, period=_MAY, text="Two to three", span=_span("Two to three")),
        Statistic(value=5, bound=Bound.ABOUT, unit="%", source=_LINE, period=_NINETIES, text="About 5%", span=_span("About 5%")),
        Statistic(value=0, bound=Bound.AT_MOST, text="5", span=_span("5")),
    ),
    events=(
        Event(
            text="The port of Nordhavn opened again on 3 May 2024",
            when=_OPENED,
            place=_PORT,
            participants=(_MARA, _PORT),
            span=_span("The port of Nordhavn opened again on 3 May 2024"),
        ),
        Event(text="Two to three left between 4 and 9 May", when=_MAY, place=_CREWS, span=_span("Two to three left between 4 and 9 May")),
        Event(text="stayed", when=_NINETIES, span=_span("stayed")),
        Event(text="opened again", when=_SINCE, span=_span("opened again")),
    ),
    dates=(_OPENED, _SINCE, _MARCH, _MAY, _NINETIES),
    entities=(_PORT, _MARA, _LINE, _CREWS),
)
"""An article with something in every field, and an instance of every case that a format tells apart."""
