"""The whole way from a prose to its facts."""

import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from attrs import fields, has
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel import Facts, QuoteKind, Span, extract_facts

WORDS = [
    *("“", "”", '"', "‘", "’", "'", "«", "»", "(", ")", ",", ".", "?", "!", ":", ";", "—", "-", "\n", "\n\n", "’s", "%", "$", "€"),
    *("said", "told", "according to", "announced", "called", "that", "who", "he", "she", "it", "they", "the", "a", "of", "and", "in", "on"),
    *("John Kerry", "Kerry", "WHO", "US Secretary of State", "foreign minister", "Mr.", "Syria", "eastern", "Aleppo", "(WHO)", "May"),
    *(
        "342",
        "1,200",
        "3.3 billion",
        "two",
        "half",
        "at least",
        "between",
        "to",
        "people",
        "percent",
        "including",
        "others",
        "killed",
        "7.8",
    ),
    *(
        "10 September",
        "2016",
        "Monday",
        "last week",
        "the last 12 days",
        "a few hours later",
        "ago",
        "three",
        "days",
        "1990s",
        "yesterday",
        "0",
    ),
]
prose = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.lists(st.sampled_from(WORDS), max_size=25).map("".join)
anything = st.text() | st.text(alphabet="“”‘’\"'«»„ abAB.,19\n\u00a0\u0000\u200b\U0001f600\ud800") | prose
days = st.none() | st.dates() | st.datetimes(timezones=st.just(UTC))


def claims(value):
    """Give every span of the facts with the words that it claims to hold (None where it claims none)."""
    if isinstance(value, tuple):
        for member in value:
            yield from claims(member)
    elif has(type(value)):
        for attribute in fields(type(value)):
            inner = getattr(value, attribute.name)
            if isinstance(inner, Span):
                words = {"span": "text", "cue_span": "cue"}.get(attribute.name)
                yield inner, getattr(value, words) if words else None
            elif attribute.name == "mentions":
                yield from ((span, None) for span in inner)
            else:
                yield from claims(inner)


def check(text, facts):
    """Hold what is promised of the facts of any text."""
    assert isinstance(facts, Facts)
    for span, words in claims(facts):
        assert 0 <= span.start < span.end <= len(text)
        assert words is None or span.of(text) == words
    assert [quote.span.start for quote in facts.quotes] == sorted(quote.span.start for quote in facts.quotes)
    assert [statistic.span.start for statistic in facts.statistics] == sorted(statistic.span.start for statistic in facts.statistics)
    assert [period.span.start for period in facts.dates] == sorted(period.span.start for period in facts.dates)
    assert all(one.span.end <= two.span.start for one, two in zip(facts.dates, facts.dates[1:], strict=False))
    assert all(list(entity.mentions) == sorted(set(entity.mentions)) for entity in facts.entities)


@given(anything, days)
@settings(max_examples=300)
def test_any_text(text, published):
    """Of any text, and any day of publication, come facts whose every span holds its words."""
    check(text, extract_facts(text, published=published))


@given(prose, st.sampled_from(["de", "fr", "es", "ru", "ar", "fa", "tr", "ka", "el", "xx", None]))
@settings(max_examples=100)
def test_any_language(text, language):
    """So they do in any language, known or not."""
    check(text, extract_facts(text, language, date(2016, 9, 24)))


@given(prose, days)
@settings(max_examples=50)
def test_the_same_text_gives_the_same_facts(text, published):
    """The facts follow from the arguments alone."""
    assert extract_facts(text, published=published) == extract_facts(text, published=published)


@pytest.mark.parametrize("text", [None, 5, b"text", ["text"], ("text",)])
def test_text_must_be_str(text):
    """What is no str is refused with the name of the argument and of the type."""
    with pytest.raises(TypeError, match=f"text must be str, not {type(text).__name__}"):
        extract_facts(text)


@pytest.mark.parametrize("language", [5, b"en", ["en"]])
def test_language_must_be_str(language):
    """A language is a str or None."""
    with pytest.raises(TypeError, match="language must be str or None"):
        extract_facts("text", language)


@pytest.mark.parametrize("published", ["2016-09-24", 20160924, 1.5])
def test_published_must_be_a_date(published):
    """The day of publication is a date, a datetime or None; a string is refused, not parsed."""
    with pytest.raises(TypeError, match="published must be date, datetime or None"):
        extract_facts("text", published=published)


@pytest.mark.parametrize("text", ["", " ", "\n", " \n\t\r\n ", "\u00a0", "\x00", "\ufeff"])
def test_nothing(text):
    """A text without words holds no facts."""
    assert extract_facts(text) == Facts()


@pytest.mark.parametrize("language", ["English", "", "en us", "english_US", "en-verylongpart"])
def test_language_must_be_a_tag(language):
    """What is no BCP 47 tag is refused, and told what is expected."""
    with pytest.raises(ValueError, match="language must be a BCP 47 tag such as 'en'"):
        extract_facts("text", language)


@pytest.mark.parametrize("language", ["en_US", "EN-us", "en"])
def test_language_in_any_spelling(language):
    """A tag is read in any spelling of it."""
    assert extract_facts("“We won,” Ann Lee said.", language).quotes[0].speaker is not None


@pytest.mark.parametrize("language", ["xx", "zz-ZZ", "tlh", None])
def test_unknown_language(language):
    """Of a language that is not known the quotations are found, without speakers, and nothing is guessed."""
    text = "qapla’ “Heghlu’meH QaQ jajvam, ’ej maSuv.” jatlh Worf 12 May 2016."
    facts = extract_facts(text, language, date(2016, 9, 24))
    (quote,) = facts.quotes
    assert (quote.text, quote.speaker, quote.cue) == ("Heghlu’meH QaQ jajvam, ’ej maSuv.", None, None)
    assert (facts.statistics, facts.events) == ((), ())
    assert all(period.start is None or period.start.year == 2016 for period in facts.dates)


@pytest.mark.parametrize("tag", ["en", "en-GB", "en-US"])
def test_region(tag):
    """A regional tag means its language."""
    text = "“It is over,” John Kerry said on 10 September 2016. It killed 342 people."
    assert extract_facts(text, tag) == extract_facts(text, "en")


@pytest.mark.parametrize(
    "published",
    [date(2016, 9, 24), datetime(2016, 9, 24, 0, 0, tzinfo=UTC), datetime(2016, 9, 24, 23, 59, tzinfo=timezone(timedelta(hours=-12)))],
)
def test_a_moment_counts_as_its_day(published):
    """A datetime counts as the day that it is in its own zone."""
    assert extract_facts("It began today.", published=published).dates[0].start == date(2016, 9, 24)


def test_today_plays_no_part():
    """The facts are the same whatever the clock of the machine says."""
    program = textwrap.dedent("""
        import datetime, sys
        from newsmodel import extract_facts

        def no_clock(frame, event, called):
            if event == "c_call" and called.__name__ in ("today", "now", "utcnow", "time", "localtime", "gmtime"):
                raise SystemExit(f"asked the clock: {called}")

        sys.setprofile(no_clock)
        text = "It began yesterday, on Monday, on 10 May, last week, three days ago and in the last 12 days. It hit 342 people."
        print(extract_facts(text), extract_facts(text, published=datetime.date(2024, 5, 15)))
        if len(sys.argv) > 1:
            datetime.date.today()
        sys.setprofile(None)
    """)
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (0, "")
    assert "342" in found.stdout
    control = subprocess.run([sys.executable, "-c", program, "ask"], capture_output=True, text=True, check=False)
    assert "asked the clock" in control.stderr


def test_threads_share_languages():
    """Many threads that read at once get what one gets."""
    text = "“It is over,” John Kerry said on 10 September 2016. It killed 342 people, including 106 children."
    alone = extract_facts(text)
    with ThreadPoolExecutor(8) as pool:
        assert all(facts == alone for facts in pool.map(lambda _: extract_facts(text), range(32)))


def test_spans_count_code_points():
    """Letters outside the basic plane, and accents that stand for themselves, count as what they are."""
    text = "👩‍🚀 cafe\u0301 “It is over,” said José Nuñez 🇪🇸 on 10 September 2016."
    (quote,) = extract_facts(text).quotes
    assert (quote.span.of(text), quote.speaker_span.of(text), quote.kind) == ("It is over,", "José Nuñez", QuoteKind.DIRECT)


def test_everything_at_once():
    """A paragraph of news gives its quotes, statistics, events, dates and entities together."""
    text = (
        "US Secretary of State John Kerry announced on 10 September 2016: “We have an arrangement.” "
        "The truce came into force on 12 September. According to the World Health Organisation (WHO), 342 people were killed "
        "in eastern Aleppo, including 106 children."
    )
    facts = extract_facts(text, published=date(2016, 9, 24))
    assert [(quote.speaker.name, quote.cue) for quote in facts.quotes] == [
        ("John Kerry", "announced"),
        ("World Health Organisation", "According to"),
    ]
    assert [(each.value, each.source.name, each.place.name, each.parts[0].value) for each in facts.statistics] == [
        (342, "World Health Organisation", "eastern Aleppo", 106)
    ]
    assert [(period.text, period.start) for period in facts.dates] == [
        ("10 September 2016", date(2016, 9, 10)),
        ("12 September", date(2016, 9, 12)),
    ]
    assert date(2016, 9, 12) in [event.when.start for event in facts.events]
    assert [entity.name for entity in facts.entities] == ["John Kerry", "World Health Organisation", "eastern Aleppo"]
