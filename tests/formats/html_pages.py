"""What the tests of the HTML view read: articles with everything in them, and what a page shows."""

from datetime import UTC, date, datetime

from selectolax.lexbor import LexborHTMLParser

from newsmodel.model import (
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

ATTACKS = (
    "<script>window.hurt = 1</script>",
    "\"><img src=x onerror='window.hurt = 2'>",
    "' onfocus='window.hurt = 3' autofocus='",
    "javascript:window.hurt=4",
    "</style></title><svg onload=window.hurt=5>",
    "]]><!-- --><iframe srcdoc='<script>parent.hurt = 6</script>'>",
)


def span_of(text, words, start=0):
    """Give the place of words in a text."""
    at = text.index(words, start)
    return Span(at, at + len(words))


def port(language="en"):
    """Make an article in which a date stands in a statistic, both in a quote, and an event crosses it."""
    first = "Harbour chief Mina Okafor said: “About 1200 to 1500 of 20000 ships came in May 2024.” A strike began on 3 June 2024."
    second = "The union expects more."
    quoted = "About 1200 to 1500 of 20000 ships came in May 2024."
    mina = Entity(name="Mina Okafor", kind=EntityKind.PERSON, role="Harbour chief", mentions=(span_of(first, "Mina Okafor"),))
    harbour = Entity(name="Port of Elm", kind=EntityKind.PLACE)
    may = Period(text="May 2024", start=date(2024, 5, 1), end=date(2024, 5, 31), span=span_of(first, "May 2024"))
    june = Period(text="3 June 2024", start=date(2024, 6, 3), end=date(2024, 6, 3), span=span_of(first, "3 June 2024"))
    counted = "About 1200 to 1500 of 20000 ships came in May 2024"
    part = Statistic(value=20000, unit="ships", text="20000 ships", span=span_of(first, "20000 ships"))
    ships = Statistic(
        value=1200,
        high=1500,
        bound=Bound.ABOUT,
        unit="ships",
        measure="came",
        parts=(part,),
        source=mina,
        place=harbour,
        period=may,
        text=counted,
        span=span_of(first, counted),
    )
    crossing = "came in May 2024.” A strike began on 3 June 2024"
    return Article(
        headline="Fewer ships in the harbour",
        lede="Numbers fall again.",
        language=language,
        url="https://example.org/2024/06/04/ships",
        published=datetime(2024, 6, 4, 9, 30, tzinfo=UTC),
        modified=datetime(2024, 6, 5, 9, 30, tzinfo=UTC),
        section=("World", "Ports"),
        keywords=("harbour",),
        copyright="Example Press",
        authors=(Entity(name="Ida Berg", kind=EntityKind.PERSON),),
        publisher=Entity(name="Example Press", kind=EntityKind.ORGANIZATION),
        body=(
            Block(role=Role.PARAGRAPH, text=first),
            Block(role=Role.TWEET, text="Quiet here — Ida (@ida)"),
            Block(role=Role.CAPTION, text="The quay Ida Berg"),
            Block(role=Role.HEADING, text="What is next", level=4),
            Block(role=Role.LIST_ITEM, text="More ships"),
            Block(role=Role.LIST_ITEM, text="Fewer ships"),
            Block(role=Role.QUOTATION, text="We wait."),
            Block(role=Role.TABLE, text="2023 9 2024 7"),
            Block(role=Role.EMBED, text="", links=(Link(url="https://example.org/chart"),)),
            Block(role=Role.PARAGRAPH, text=second),
        ),
        quotes=(
            Quote(
                text=quoted, kind=QuoteKind.DIRECT, speaker=mina, cue="said", span=span_of(first, quoted), cue_span=span_of(first, "said")
            ),
        ),
        statistics=(ships,),
        events=(Event(text=crossing, when=june, place=harbour, participants=(mina,), span=span_of(first, crossing)),),
        dates=(may, june),
        entities=(mina, harbour),
        tweets=(Tweet(text="Quiet here", author="Ida", handle="ida", posted=date(2024, 6, 1), url="https://example.org/1", block=1),),
        images=(Image(url="https://example.org/quay.jpg", caption="The quay", credit="Ida Berg", alt="Cranes at dawn"),),
        videos=(Video(url="https://example.org/film", title="A day at the quay", duration="PT2M"),),
        related=(Link(text="Trains are late", url="https://example.org/trains"),),
        translations=(Link(url="https://example.org/de", language="de"),),
    )


def hostile(attack):
    """Make an article that has an attack in every field that holds words or an address."""
    text = f"He said: {attack}."
    span = Span(9, 9 + len(attack))
    who = Entity(name=attack, kind=EntityKind.PERSON, role=attack, mentions=(span,))
    when = Period(text=attack, span=span)
    link = Link(text=attack, url=attack, language=attack)
    return Article(
        headline=attack,
        id=attack,
        lede=attack,
        language=attack,
        url=attack,
        published=date(2024, 1, 1),
        section=(attack,),
        keywords=(attack,),
        copyright=attack,
        authors=(who,),
        publisher=Entity(name=f"{attack} too"),
        body=(
            Block(role=Role.PARAGRAPH, text=text, language=attack, links=(link,)),
            *(Block(role=role, text=attack, language=attack, links=(link, Link(text="seen", url=attack))) for role in Role),
        ),
        quotes=(Quote(text=attack, kind=QuoteKind.DIRECT, speaker=who, cue=attack, span=span, cue_span=span),),
        statistics=(Statistic(value=1, unit=attack, measure=attack, source=who, place=who, period=when, text=attack, span=span),),
        events=(Event(text=attack, when=when, place=who, participants=(who,), span=span),),
        dates=(when,),
        entities=(who,),
        tweets=(Tweet(text=attack, author=attack, handle=attack, url=attack, id="1", links=(attack,), media=(attack,), language=attack),),
        images=(Image(url=attack, caption=f"a {attack}", credit=attack, alt=f"b {attack}"),),
        videos=(Video(url=attack, title=attack),),
        related=(link, Link(text="seen", url=attack)),
        translations=(link,),
    )


def read(page):
    """Parse a page."""
    return LexborHTMLParser(page)


def prose_in(tree):
    """Give the prose that a page shows: the texts of the blocks of its article without the notes."""
    for note in tree.css("mark .note"):
        note.decompose()
    return "\n\n".join(block.text() for block in tree.css("article [data-block]"))


def words_of(tree, selector):
    """Give the texts of the elements, white space folded."""
    return [" ".join(node.text().split()) for node in tree.css(selector)]
