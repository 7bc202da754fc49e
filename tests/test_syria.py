"""The Syria page, from its text to its facts and back from JSON."""

from datetime import date
from pathlib import Path

import pytest

import newsmodel
from newsmodel import EntityKind, QuoteKind, Role

PAGE = Path(__file__).parents[1] / "examples" / "syria_article.txt"


@pytest.fixture(name="article", scope="module")
def _article():
    return newsmodel.parse(PAGE)


def test_the_parts(article):
    """Headline, byline, language and outline are those of the page; the date, which it does not print, is None."""
    assert article.headline == "USA / Russia : diplomatic breakdown over Syria"
    assert [(author.name, author.kind) for author in article.authors] == [("Euronews", EntityKind.ORGANIZATION)]
    assert (article.language, article.published) == ("en", None)
    assert [block.text for block in article.body if block.role is Role.HEADING] == ["A fragile truce", "Hospitals bombed", "Pass the blame"]
    assert len(article.related) == 3


def test_the_lede_stands_once(article):
    """The first paragraph begins with the words of the lede, so that the lede is no block of its own."""
    assert article.lede.startswith("Just a few weeks ago")
    assert article.text.count(article.lede) == 1
    assert all(block.role is not Role.LEDE for block in article.body)


@pytest.mark.parametrize(
    "words", ["ADVERTISEMENT", "Share this article", "You might also like", "Copyright", "@alicia_ms", "https://", "pic.twitter.com"]
)
def test_nothing_but_prose_is_in_the_text(article, words):
    """Furniture and tweets stand outside the text."""
    assert words not in article.text


def test_every_line_stands_in_one_block():
    """The words of the blocks, in order, are the words of the page."""
    page = newsmodel.read_page(PAGE)
    assert " ".join(block.text for block in page.blocks).split() == PAGE.read_text(encoding="utf-8").split()


def test_the_quotes(article):
    """Every quote has its speaker, role and cue, also where the role is printed elsewhere on the page."""
    assert [
        (quote.kind, quote.speaker.name, quote.speaker.role, quote.cue, quote.text.split()[0], quote.text.split()[-1])
        for quote in article.quotes
    ] == [
        (QuoteKind.DIRECT, "John Kerry", "US Secretary of State", "announced", "Today", "change."),
        (QuoteKind.DIRECT, "Sergei Lavrov", "Russian Foreign Minister", "said", "Unfortunately", "succeeded."),
        (QuoteKind.DIRECT, "John Kerry", "US Secretary of State", "announced", "the", "behave."),
        (QuoteKind.INDIRECT, "World Health Organisation", None, "According to", "342", "days"),
    ]


def test_the_tweets(article):
    """Text, links and media are told apart, and the French dates are read."""
    assert [(tweet.handle, tweet.author, tweet.posted, tweet.links, tweet.media) for tweet in article.tweets] == [
        ("alicia_ms", "AliciaMelville-Smith", date(2016, 9, 10), ("https://t.co/Tr6huwO4aN",), ()),
        ("mpvine", "Michael Vine", date(2016, 9, 24), ("https://t.co/9KWCjUu9yi",), ("pic.twitter.com/h6q98JYJRS",)),
        ("ZamanEnglish", "ZamanAlwslEng", date(2016, 9, 23), ("https://t.co/eswwQ8LM4D",), ("pic.twitter.com/R8kIjBydNE",)),
    ]
    assert article.tweets[2].text == "US, Russia fail to revive Syrian truce"
    assert all(article.body[tweet.block].role is Role.TWEET for tweet in article.tweets)


def test_the_statistic(article):
    """The number has its part, measure, source, place and length of time; its days stay open without a day of publication."""
    (killed,) = article.statistics
    assert (killed.value, killed.unit, killed.measure, killed.source.name, killed.place.name) == (
        342,
        "people",
        "killed",
        "World Health Organisation",
        "eastern Aleppo",
    )
    assert [(part.value, part.unit, part.measure) for part in killed.parts] == [(106, "children", "killed")]
    assert (killed.period.text, killed.period.duration, killed.period.start, killed.period.end) == ("the last 12 days", "P12D", None, None)


def test_the_last_days_count_from_the_day_of_publication():
    """“The last 12 days” are 12 days, the day of publication the last of them."""
    (killed,) = newsmodel.parse(PAGE, published=date(2016, 9, 27)).statistics
    assert (killed.period.start, killed.period.end) == (date(2016, 9, 16), date(2016, 9, 27))


def test_the_events(article):
    """The days have their year from the tweets; “a few hours later” is the day before it."""
    agreement, truce, end, convoy = article.events
    assert "reached an agreement" in agreement.text
    assert agreement.when.start == agreement.when.end == date(2016, 9, 10)
    assert "came into force" in truce.text
    assert truce.when.start == date(2016, 9, 12)
    assert "Damascus announced its end" in end.text
    assert end.when.start == date(2016, 9, 19)
    assert "hit by an air strike" in convoy.text
    assert (convoy.when.text, convoy.when.start, convoy.place.name) == ("A few hours later", date(2016, 9, 19), "West Aleppo")


def test_it_survives_json(article):
    """The article that is read back from its JSON is equal to the one written."""
    assert newsmodel.from_json(newsmodel.to_json(article)) == article


@pytest.mark.parametrize(
    ("source", "said"),
    [("", "empty"), ("  \n\t ", "no words"), (b"", "empty"), ("Share this articleComments\n\nADVERTISEMENT\n", "article")],
)
def test_what_is_no_article_is_refused(source, said):
    """A source without an article raises an error that tells what was missing."""
    with pytest.raises(newsmodel.PageError, match=said):
        newsmodel.parse(source)
