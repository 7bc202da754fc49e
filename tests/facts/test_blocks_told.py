"""Facts of blocks: pull quotes without words or speaker, posts that show where they lead, and months of two languages."""

import pytest

from newsmodel.facts import find_in_body, language, tweets
from newsmodel.model import Block, Limits, Link, Role
from newsmodel.model.block import placed


def quotes_of(*texts):
    """Give the quotes, with their speakers, of a body that is one pull quote."""
    body = placed(Block(role=Role.QUOTATION, text=text) for text in texts)
    facts, _ = find_in_body(body, "\n\n".join(texts), "en", None, Limits())
    return [(quote.text, quote.speaker and quote.speaker.name) for quote in facts.quotes]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("We can go home.", "Ann Bell"), [("We can go home.", "Ann Bell")]),
        (("“We can go home.”", "—"), [("We can go home.", None)]),
        (("“It is over,” she said. “We can go home.”", "— Ann Bell"), [("It is over,” she said. “We can go home.", "Ann Bell")]),
        (("“—”", "Ann Bell"), []),
        (("We can go home.", ", teacher"), []),
        (("We can go home.", "It is over."), []),
        (("! “", "Ann Bell"), []),
        (("“…”", "Ann Bell"), []),
        (("“…”", "We can go home.", "Ann Bell"), [("…”\n\nWe can go home.", "Ann Bell")]),
        (("We can go home.", "Ann Bell of the " + "old " * 40 + "town"), []),
    ],
)
def test_pull_quotes_have_words_and_a_speaker(texts, found):
    """A pull quote is its words and a line that names who said them; marks alone are neither, and a long line is no name."""
    assert quotes_of(*texts) == found


def test_addresses_that_a_post_shows_are_no_words_of_it():
    """A shortened address is a link of the post, told in full, and not part of its text; a picture of the post is neither."""
    links = (
        Link(text="gov.example/flood…", url="https://gov.example/flood/2024"),
        Link(text="the map", url="https://map.example"),
        Link(text="pic.twitter.com/R8kIjBydNE", url="https://t.co/x"),
    )
    text = "Read gov.example/flood… and the map pic.twitter.com/R8kIjBydNE — Ann (@ann) May 3, 2024"
    (post,) = tweets.find([Block(role=Role.TWEET, text=text, links=links)])
    assert (post.text, post.links) == ("Read and the map", ("https://gov.example/flood/2024", "https://map.example"))


def test_a_month_that_is_two_is_none(monkeypatch):
    """A name of a month that means another month in another language dates no post."""
    names = {"one": {"listopad": 11, "srpen": 8}, "other": {"listopad": 10}}

    class Loaded:
        def __init__(self, tag):
            self.months = names[tag]

    monkeypatch.setattr(language, "known", lambda: tuple(names))
    monkeypatch.setattr(language, "load", Loaded)
    tweets._months.cache_clear()
    try:
        assert tweets._months() == {"srpen": 8}
    finally:
        tweets._months.cache_clear()
