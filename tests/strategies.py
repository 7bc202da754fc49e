"""Hypothesis strategies that build any valid value of the model.

The facts of :func:`articles` are drawn from the article's own text, so every span holds what it claims to hold.
"""

import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any  # the parts that articles and pages share are handed on as keywords

from hypothesis import strategies as st

from newsmodel.model import (
    Article,
    Block,
    Bound,
    Entity,
    EntityKind,
    Event,
    Facts,
    Image,
    Link,
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
from newsmodel.model.block import placed, prose_of

_MAY_BE_EMPTY = (Role.TWEET, Role.EMBED)
_PROSE = [role for role in Role if role.is_prose]
_letters = st.characters(exclude_categories=["Cs"])


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _tuples(members: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(members, max_size=most).map(tuple)


def strings() -> st.SearchStrategy[str]:
    """Give texts that are not blank, otherwise of any letters, in and beyond the basic plane, with any white space."""
    printed = st.sampled_from(["Geneva", "de-CH", " at  least\n", "“no”", "الشرق", "日本", "e\u0301", "👩\u200d🚀", '\\"\x00\x7f\u2028'])
    return printed | st.text(_letters, min_size=1, max_size=12).filter(str.strip)


def folded() -> st.SearchStrategy[str]:
    """Give texts in NFC with white space folded, not empty."""
    return strings().map(_folded)


def days() -> st.SearchStrategy[date]:
    """Give days of the whole calendar."""
    return st.dates()


def moments() -> st.SearchStrategy[datetime | date | None]:
    """Give days, times without a zone, and times of any offset from UTC, down to its microseconds."""
    nearly_a_day = timedelta(hours=24) - timedelta(microseconds=1)
    whole = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
    zones = st.none() | st.just(UTC) | whole | st.timedeltas(-nearly_a_day, nearly_a_day).map(timezone)
    return st.none() | days() | st.datetimes(timezones=zones)


def durations() -> st.SearchStrategy[str]:
    """Give lengths of time in ISO 8601."""
    return st.sampled_from(["P12D", "P1Y6M", "PT36H", "P2W", "P1DT12H30M5S"])


def numbers() -> st.SearchStrategy[int | float]:
    """Give finite numbers, whole ones of 64 bits; one and 1.0 among them, and those whose spelling differs between writers."""
    known: list[int | float] = [0, 0.0, -0.0, 1, 1.0, 1e16, 1e-7, 1e-5, 1e22, 5e-324, 2**63 - 1, -(2**63), 2**53 + 1]
    return st.sampled_from(known) | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def spans(draw: st.DrawFn, text: str | None = None) -> Span:
    """Give spans; of a text, those whose words are not blank."""
    if text is None:
        start = draw(st.integers(0, 10_000))
        return Span(start, start + draw(st.integers(1, 500)))
    start = draw(st.sampled_from([index for index, letter in enumerate(text) if not letter.isspace()]))
    return Span(start, draw(st.integers(start + 1, min(len(text), start + 40))))


def entities(text: str | None = None) -> st.SearchStrategy[Entity]:
    """Give entities; mentions are spans of the text, and there are none where there is no text."""
    mentions = _tuples(spans(text)) if text else st.just(())
    return st.builds(Entity, name=strings(), kind=st.sampled_from(EntityKind), role=st.none() | strings(), mentions=mentions)


@st.composite
def periods(draw: st.DrawFn, text: str) -> Period:
    """Give calendar expressions of a text."""
    span = draw(spans(text))
    start, end = sorted([draw(days()), draw(days())])
    return Period(
        text=span.of(text),
        start=draw(st.sampled_from([None, start])),
        end=draw(st.sampled_from([None, end, start])),
        duration=draw(st.none() | durations()),
        approximate=draw(st.booleans()),
        span=span,
    )


@st.composite
def quotes(draw: st.DrawFn, text: str) -> Quote:
    """Give quotes from a text."""
    span = draw(spans(text))
    cue_span = draw(st.none() | spans(text))
    return Quote(
        text=span.of(text),
        kind=draw(st.sampled_from(QuoteKind)),
        speaker=draw(st.none() | entities(text)),
        cue=cue_span.of(text) if cue_span else None,
        span=span,
        speaker_span=draw(st.none() | spans(text)),
        cue_span=cue_span,
    )


@st.composite
def statistics(draw: st.DrawFn, text: str, depth: int = 2) -> Statistic:
    """Give quantities from a text, with parts that have parts of their own."""
    span = draw(spans(text))
    value, high = sorted([draw(numbers()), draw(numbers())])
    return Statistic(
        value=value,
        high=draw(st.sampled_from([None, high])),
        bound=draw(st.sampled_from(Bound)),
        unit=draw(st.none() | strings()),
        measure=draw(st.none() | strings()),
        parts=draw(_tuples(statistics(text, depth - 1))) if depth else (),
        source=draw(st.none() | entities(text)),
        place=draw(st.none() | entities(text)),
        period=draw(st.none() | periods(text)),
        text=span.of(text),
        span=span,
    )


@st.composite
def events(draw: st.DrawFn, text: str) -> Event:
    """Give happenings from a text."""
    span = draw(spans(text))
    return Event(
        text=span.of(text),
        when=draw(st.none() | periods(text)),
        place=draw(st.none() | entities(text)),
        participants=draw(_tuples(entities(text))),
        span=span,
    )


def _facts_of(text: str) -> dict[str, st.SearchStrategy[Any]]:
    if not text:
        return {"entities": _tuples(entities())}
    return {
        "quotes": _tuples(quotes(text)),
        "statistics": _tuples(statistics(text)),
        "events": _tuples(events(text)),
        "dates": _tuples(periods(text)),
        "entities": _tuples(entities(text)),
    }


def facts(text: str) -> st.SearchStrategy[Facts]:
    """Give what a prose may tell."""
    return st.builds(Facts, **_facts_of(text))


def tweets(blocks: Sequence[int] = ()) -> st.SearchStrategy[Tweet]:
    """Give posts; where there are blocks of posts, which stand at these places, some of the posts belong to one of them."""
    return st.builds(
        Tweet,
        text=st.just("") | folded(),
        author=st.none() | folded(),
        handle=st.none() | strings(),
        posted=moments(),
        url=st.none() | strings(),
        id=st.none() | st.integers(0, 2**63).map(str),
        links=_tuples(strings()),
        media=_tuples(strings()),
        language=st.none() | strings(),
        block=st.none() | st.sampled_from(blocks) if blocks else st.none(),
    )


@st.composite
def blocks(draw: st.DrawFn, roles: list[Role] | None = None) -> Block:
    """Give blocks without a span, of the roles that are named or of any."""
    role = draw(st.sampled_from(roles or list(Role)))
    return Block(
        role=role,
        text=draw(st.just("") | folded() if role in _MAY_BE_EMPTY else folded()),
        level=draw(st.none() | st.integers(1, 6)) if role is Role.HEADING else None,
        links=tuple(draw(st.lists(links(), max_size=2))),
        language=draw(st.none() | strings()),
        source=draw(st.none() | st.integers(1, 2**40) | strings()),
    )


def images() -> st.SearchStrategy[Image]:
    """Give pictures."""
    words = st.none() | folded()
    return st.builds(Image, url=st.none() | strings(), caption=words, credit=words, alt=words)


def videos() -> st.SearchStrategy[Video]:
    """Give films."""
    return st.builds(Video, url=st.none() | strings(), title=st.none() | folded(), duration=st.none() | durations())


def links() -> st.SearchStrategy[Link]:
    """Give links."""
    return st.builds(Link, text=st.none() | folded(), url=st.none() | strings(), language=st.none() | strings())


def _said_of_itself() -> dict[str, st.SearchStrategy[Any]]:
    """Give the fields that articles and pages share."""
    return {
        "id": st.none() | strings(),
        "lede": st.none() | folded(),
        "authors": _tuples(entities()),
        "publisher": st.none() | entities(),
        "published": moments(),
        "modified": moments(),
        "language": st.none() | strings(),
        "url": st.none() | strings(),
        "section": _tuples(st.just("") | strings()),
        "keywords": _tuples(strings()),
        "copyright": st.none() | folded(),
        "images": _tuples(images()),
        "videos": _tuples(videos()),
        "related": _tuples(links()),
        "translations": _tuples(links()),
    }


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Give any valid article; about one in ten has no prose, and so no facts of the text."""
    body = draw(_tuples(blocks(), most=4))
    if draw(st.integers(0, 9)):
        body += (draw(blocks(_PROSE)),)
    made = {name: draw(strategy) for name, strategy in (_said_of_itself() | _facts_of(prose_of(body))).items()}
    posts = [place for place, block in enumerate(body) if block.role is Role.TWEET]
    return Article(headline=draw(folded()), body=body, tweets=draw(_tuples(tweets(posts))), **made)


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Give pages: furniture, then a body whose prose has its spans, then furniture."""
    around = _tuples(blocks([Role.FURNITURE, Role.HEADLINE, Role.BYLINE, Role.RELATED]))
    body = placed(draw(_tuples(blocks(), most=4)))
    made = {name: draw(strategy) for name, strategy in _said_of_itself().items()}
    return Page(
        blocks=draw(around) + body + draw(around),
        headline=draw(st.none() | folded()),
        style=draw(st.none() | strings()),
        warnings=draw(_tuples(strings())),
        **made,
    )
