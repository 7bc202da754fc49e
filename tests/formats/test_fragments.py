"""Addresses with text fragments: each leads to the words of its fact, as the rules of the fragments find them."""

import re
from pathlib import Path
from urllib.parse import quote, unquote

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, Block, Entity, Link, Period, Role, Span, Tweet, fact_url
from newsmodel.formats._words import folded, is_clear_edge, is_edge
from tests.formats.linked import FULL, URL

ROOT = Path(__file__).parents[2]
EXAMPLE = newsmodel.parse(ROOT / "examples" / "syria_article.txt", url="https://news.example/syria")

# "#:~:text=of%20the-,port,left%20it,-for%20good"
FRAGMENT = re.compile(r"text=(?:(?P<prefix>[^&,-]+)-,)?(?P<start>[^&,-]+)(?:,(?P<end>[^&,-]+))?(?:,-(?P<suffix>[^&,-]+))?")


def found(page, url, edge):
    """Find what a fragment tells on a page, one block a line, by the algorithm of the draft; ``edge`` tells where words may end."""
    terms = FRAGMENT.fullmatch(url.partition(":~:")[2]).groupdict()
    prefix, start, end, suffix = (folded(unquote(terms[key])) if terms[key] else None for key in ("prefix", "start", "end", "suffix"))
    page = folded(page)

    def places(words, at, *, starts=True, ends=True):
        while (at := page.find(words, at)) >= 0:
            if (edge(page, at) or not starts) and (edge(page, at + len(words)) or not ends):
                yield at
            at += 1

    def past_blanks(at):
        return at + len(page[at:]) - len(page[at:].lstrip())

    befores = (past_blanks(at + len(prefix)) for at in places(prefix, 0, ends=False)) if prefix else [None]
    for before in befores:
        for at in places(start, before or 0, starts=prefix is None, ends=end is not None or suffix is None):
            if before is not None and at != before:
                break
            stops = (stop + len(end) for stop in places(end, at + len(start), ends=suffix is None)) if end else [at + len(start)]
            for stop in stops:
                if suffix is None or next(places(suffix, past_blanks(stop), starts=False), None) == past_blanks(stop):
                    return at, stop
    return None


def dated(words, *texts, headline="Port"):
    """Make an article whose dates are these words, each at its first place."""
    article = Article(headline=headline, url=URL, body=tuple(Block(role=Role.PARAGRAPH, text=text) for text in texts))
    spans = [Span(at := article.text.index(word), at + len(word)) for word in words]
    return attrs.evolve(article, dates=tuple(Period(text=span.of(article.text), span=span) for span in spans))


def fragment(words, *texts, **more):
    """Give the fragment of words."""
    article = dated([words], *texts, **more)
    return fact_url(article, article.dates[0]).partition(":~:")[2]


@st.composite
def dated_articles(draw):
    """Give articles of few different words, often repeated, with a fact anywhere in them."""
    word = st.sampled_from(["the", "port", "The", "Port,", "a", "b.", "c-d", "é", "e", "“x”", "b.the", "1,5", "&", "x y"])
    text = st.lists(word, min_size=1, max_size=60).map(" ".join)
    article = dated([], "It:", *draw(st.lists(text, min_size=1, max_size=4)), headline="Harbour")
    start = draw(st.sampled_from([at for at, letter in enumerate(article.text) if letter.isalnum()]))
    end = draw(st.sampled_from([at for at in range(start + 1, len(article.text) + 1) if article.text[at - 1].isalnum()]))
    return attrs.evolve(article, dates=(Period(text=article.text[start:end], span=Span(start, end)),))


@pytest.mark.parametrize("edge", [is_edge, is_clear_edge])
@given(article=dated_articles())
def test_a_fragment_leads_to_the_words(edge, article):
    """The first place that fits a fragment holds the words of the fact, and is the fact's where any words of its block tell it apart."""
    (fact,) = article.dates
    page = "\n".join([article.headline, *(block.text for block in article.body)])
    start, end = (len("Harbour\n") + at - article.text.count("\n\n", 0, at) for at in (fact.span.start, fact.span.end))
    place = found(page, fact_url(article, fact), edge)
    assert place is not None
    assert folded(page[slice(*place)]) == folded(page[start:end]) or "\n" in page[start:end]
    if place != (start, end) and "\n" not in page[start:end]:
        assert not any(found(page, url, edge) == (start, end) for url in all_of(page, start, end))


def all_of(page, start, end):
    """Give every fragment that tells all words and some context of the block."""
    before = page[page.rfind("\n", 0, start) + 1 : start]
    after = page[end:].partition("\n")[0]
    prefixes = ["", *(f"{encoded(before[at:])}-," for at in edges(before, "start"))]
    suffixes = ["", *(f",-{encoded(after[:at])}" for at in edges(after, "end"))]
    return (f"#:~:text={prefix}{encoded(page[start:end])}{suffix}" for prefix in prefixes for suffix in suffixes)


def encoded(words):
    """Write words as a term."""
    return quote(words.strip(), safe="").replace("-", "%2D")


def edges(context, side):
    """Give where the words of a context start or end."""
    return [getattr(word, side)() for word in re.finditer(r"\S+", context)]


def test_every_fact_of_the_example_is_led_to():
    """On the example's page, each fact's fragment leads to its words, not to the summary or a post that says the same."""
    lines = [EXAMPLE.headline, EXAMPLE.lede, *(block.text for block in EXAMPLE.body)]
    page = "\n".join(lines)
    for fact in (*EXAMPLE.quotes, *EXAMPLE.statistics, *EXAMPLE.events, *EXAMPLE.dates, *EXAMPLE.entities):
        span = fact.mentions[0] if isinstance(fact, Entity) else fact.span
        index, block = next((i, block) for i, block in enumerate(EXAMPLE.body) if block.span and span.end <= block.span.end)
        start = sum(len(line) + 1 for line in lines[: index + 2]) + span.start - block.span.start
        assert found(page, fact_url(EXAMPLE, fact), is_clear_edge) == (start, start + len(span))


def test_signs_of_the_syntax_are_encoded():
    """Hyphens, commas, ampersands, blanks and letters beyond ASCII are percent-encoded."""
    assert fragment("rock-and-roll, jazz & más", "All rock-and-roll, jazz & más.") == "text=rock%2Dand%2Droll%2C%20jazz%20%26%20m%C3%A1s"


def test_words_that_stand_once_stand_alone():
    """Without another place of the same words there is no context."""
    assert fragment("the port", "Mara left the port.") == "text=the%20port"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Mara left the port. Later the port was shut."], "text=left-,the%20port"),
        (["The port was shut when Mara left a port.", "Then the port: it opened."], "text=Then-,the%20port"),
        (["I saw the port was shut. I saw the port open."], "text=the%20port,-was"),
        (["a the port b. a the port c. d the port b."], "text=a-,the%20port,-b."),
    ],
)
def test_context_tells_places_apart(texts, expected):
    """Where words stand often, the fewest words before, after or around them are told."""
    assert fragment("the port", *texts).replace("%3A", ":") == expected


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"headline": "The port opens"},
        {"lede": "All of the port is open."},
        {"section": ("World", "The port")},
        {"authors": (Entity(name="The Port"),)},
        {"related": (Link(text="More of the port"),)},
    ],
)
def test_all_that_is_known_of_the_page_counts(elsewhere):
    """Words of headline, summary, sections, byline and links are told apart from the fact's too."""
    article = attrs.evolve(dated(["the port"], "Mara left the port."), **elsewhere)
    assert fact_url(article, article.dates[0]) == f"{URL}#:~:text=left-,the%20port"


def test_long_words_are_told_by_their_ends():
    """Of a long quote, the first and the last words are told."""
    long = "We have seen the harbour " + "grow and shrink and grow again " * 5 + "in our time"
    assert fragment(long, f"So: {long}, she said.") == "text=We%20have%20seen%20the,again%20in%20our%20time"


def test_words_over_blocks_are_told_by_their_ends():
    """No term runs over the edge of a block."""
    assert fragment("left it.\n\nLater on", "Mara left it.", "Later on it shut.") == "text=left%20it.,Later%20on"


def test_edges_inside_words_are_completed_by_context():
    """Where words begin or end inside what a browser takes for a word, the rest of it is context."""
    assert fragment("its end", "It told its end.A day later it was open.") == "text=its%20end,-.A"
    assert fragment("day", "It was midday.") == "text=mid-,day"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/a", "https://news.example/a#:~:text=port"),
        ("https://news.example/a?b=c#part", "https://news.example/a?b=c#part:~:text=port"),
        ("https://news.example/a#", "https://news.example/a#:~:text=port"),
        ("https://news.example/a#:~:text=old", "https://news.example/a#:~:text=port"),
        ("https://news.example/a#part:~:text=old", "https://news.example/a#part:~:text=port"),
    ],
)
def test_the_fragment_of_the_url_is_kept(url, expected):
    """The page's own fragment stays; another text fragment gives way."""
    article = attrs.evolve(dated(["port"], "The port", headline="x"), url=url)
    assert fact_url(article, article.dates[0]) == expected


def test_a_post_leads_to_its_own_address():
    """A post that has an address leads there; another leads to its words on the page."""
    assert fact_url(FULL, FULL.tweets[0]) == "https://twitter.com/nordhavn/status/1"
    bare = attrs.evolve(FULL.tweets[0], url=None)
    assert fact_url(attrs.evolve(FULL, tweets=(bare,)), bare) == f"{URL}#:~:text=All%20of%20us%20are%20here%20%23port%20%40mara_l"


def test_what_facts_hold_are_facts_too():
    """Parts of statistics, their sources, and when and where something happened have addresses of their own."""
    whole = FULL.statistics[1]
    for fact in (whole.parts[0], whole.period, FULL.statistics[0].source, FULL.events[0].place, FULL.quotes[0].speaker):
        assert fact_url(FULL, fact).startswith(f"{URL}#:~:text=")


@pytest.mark.parametrize(
    ("article", "fact", "told"),
    [
        (attrs.evolve(FULL, url=None), FULL.quotes[0], "fact_url.article must have a url: None"),
        (FULL, EXAMPLE.quotes[0], "fact_url.fact must be a fact of the article: Quote("),
        (FULL, FULL.authors[0], "fact_url.fact must be a fact of the article: Entity("),
        (FULL, FULL.tweets[1], "fact_url.fact must have words in the text of the article: Tweet("),
        (attrs.evolve(FULL, entities=(Entity(name="Nobody"),)), Entity(name="Nobody"), "fact_url.fact must have words"),
    ],
)
def test_what_has_no_address_is_refused(article, fact, told):
    """No URL, no fact of this article, or no words: the error says which."""
    with pytest.raises(ValueError, match=re.escape(told)):
        fact_url(article, fact)


def test_a_post_needs_no_url_of_the_article():
    """The address of a post is its own, whatever the article's."""
    tweet = Tweet(text="x", url="https://twitter.com/a/status/2")
    assert fact_url(Article(headline="x", body=(), tweets=(tweet,)), tweet) == tweet.url


def test_the_same_words_a_thousand_times():
    """A page of one word over and over has an answer at once."""
    text = "port " * 20_000 + "end"
    article = dated(["port end"], text)
    assert fact_url(article, article.dates[0]) == f"{URL}#:~:text=port%20end"
    article = dated(["port"], text)
    assert fact_url(article, article.dates[0]).startswith(f"{URL}#:~:text=port")
