"""Tweets, from the blocks of a page that hold them."""

from datetime import UTC, date, datetime

import pytest

from newsmodel import Block, Link, Role
from newsmodel.facts import tweets


def tweet(text, **parts):
    """Read one tweet block."""
    (found,) = tweets.find((Block(role=Role.TWEET, text=text, **parts),))
    return found


@pytest.mark.parametrize(
    ("text", "author", "handle"),
    [
        ("Truce fails — AliciaMelville-Smith (@alicia_ms) 10 septembre 2016", "AliciaMelville-Smith", "alicia_ms"),
        ("Truce fails— Michael Vine (@mpvine) 24 septembre 2016", "Michael Vine", "mpvine"),
        ("Truce fails – Ana (@ana) September 16, 2015", "Ana", "ana"),
        ("Truce fails - Ana (@ana) 16. September 2015", "Ana", "ana"),
        ("Truce fails -- Ana (@ana) 16 September 2015", "Ana", "ana"),
        ("Truce fails — El Día (Perú) 🇵🇪 (@el_dia) 3 мая 2019 г.", "El Día (Perú) 🇵🇪", "el_dia"),
        ("Truce fails — Mélenchon (@JLMelenchon) 3 mai 2019", "Mélenchon", "JLMelenchon"),
        ("Truce fails — منى (@mona) ٢٣ سبتمبر ٢٠١٩", "منى", "mona"),
        ("Truce fails — (@ana) 3 May 2019", None, "ana"),
        ("Truce fails — Ana (@ana)", "Ana", "ana"),
        ("Truce fails — Ana (@a_23456789_1234) 3 May 2019", "Ana", "a_23456789_1234"),
        ("Truce fails — Ana (@a_23456789_123456789) 3 May 2019", "Ana", "a_23456789_123456789"),
    ],
)
def test_signature(text, author, handle):
    """A dash, a display name and the handle in brackets sign a tweet; the words before it are its text."""
    found = tweet(text)
    assert (found.text, found.author, found.handle) == ("Truce fails", author, handle)


@pytest.mark.parametrize(
    ("printed", "posted"),
    [
        ("10 septembre 2016", date(2016, 9, 10)),
        ("10 September 2016", date(2016, 9, 10)),
        ("September 10, 2016", date(2016, 9, 10)),
        ("Sep 10, 2016", date(2016, 9, 10)),
        ("10. September 2016", date(2016, 9, 10)),
        ("10 de septiembre de 2016", date(2016, 9, 10)),
        ("10 de setembro de 2016", date(2016, 9, 10)),
        ("10 settembre 2016", date(2016, 9, 10)),
        ("10 сентября 2016 г.", date(2016, 9, 10)),
        ("10 вересня 2016 р.", date(2016, 9, 10)),
        ("10 Eylül 2016", date(2016, 9, 10)),
        ("10 września 2016", date(2016, 9, 10)),
        ("10 septembrie 2016", date(2016, 9, 10)),
        ("2016. szeptember 10.", date(2016, 9, 10)),
        ("10 Σεπτεμβρίου 2016", date(2016, 9, 10)),
        ("10 септември 2016", date(2016, 9, 10)),
        ("10 სექტემბერი 2016", date(2016, 9, 10)),
        ("10 shtator 2016", date(2016, 9, 10)),
        ("١٠ سبتمبر ٢٠١٦", date(2016, 9, 10)),
        ("1er mai 2019", date(2019, 5, 1)),
        ("٢٣ سبتمبر، ٢٠١٩", date(2019, 9, 23)),
        ("31 février 2016", None),
        ("10 2016", None),
        ("septembre 2016", None),
        ("10 septembre", None),
        ("", None),
    ],
)
def test_posted(printed, posted):
    """The printed day is read in every language that we know; where it cannot be told, it stays None."""
    assert tweet(f"Truce fails — Ana (@ana) {printed}".strip()).posted == posted


@pytest.mark.parametrize(
    ("text", "words", "links", "media"),
    [
        ("Truce fails https://t.co/Tr6huwO4aN — A (@a)", "Truce fails", ("https://t.co/Tr6huwO4aN",), ()),
        ("Truce failshttps://t.co/Tr6huwO4aN — A (@a)", "Truce fails", ("https://t.co/Tr6huwO4aN",), ()),
        (
            "Truce failshttps://t.co/eswwQ8LM4Dpic.twitter.com/R8kIjBydNE— A (@a)",
            "Truce fails",
            ("https://t.co/eswwQ8LM4D",),
            ("pic.twitter.com/R8kIjBydNE",),
        ),
        ("Truce fails https://t.co/aaahttps://t.co/bbb — A (@a)", "Truce fails", ("https://t.co/aaa", "https://t.co/bbb"), ()),
        ("Truce pic.x.com/abc fails — A (@a)", "Truce fails", (), ("pic.x.com/abc",)),
        ("Truce fails— A (@a)", "Truce fails", (), ()),
        ("Truce fails", "Truce fails", (), ()),
        ("Truce — at last — fails — A (@a)", "Truce — at last — fails", (), ()),
        ("Ask @b — or @c — about truce (@d) — A (@a)", "Ask @b — or @c — about truce (@d)", (), ()),
    ],
)
def test_links(text, words, links, media):
    """Links, also those glued to words and to each other, stand apart from the text, in order."""
    found = tweet(text)
    assert (found.text, found.links, found.media) == (words, links, media)


def test_an_id_tells_the_exact_time():
    """The id of a status link tells the time of the tweet, in UTC, whatever day is printed."""
    found = tweet("Truce fails https://twitter.com/ana/status/774566331231846400 — Ana (@ana) 11 septembre 2016")
    assert found.id == "774566331231846400"
    assert found.posted == tweets.posted_of(found.id)
    assert found.posted.tzinfo is UTC


@pytest.mark.parametrize(
    ("number", "moment"),
    [
        ("1212092628029698048", datetime(2019, 12, 31, 19, 26, 16, 0, UTC)),
        ("20", None),
        ("29700859246", None),
    ],
)
def test_posted_of(number, moment):
    """An id holds its time in its upper bits; ids from before November 2010 hold none."""
    posted = tweets.posted_of(number)
    assert (posted.replace(microsecond=0) if posted else None) == moment


def test_an_id_counts_milliseconds():
    """An id tells its time to the millisecond."""
    assert tweets.posted_of("1541815603606036480") == datetime(2022, 6, 28, 16, 7, 40, 105_000, UTC)


def test_the_last_address_of_an_unsigned_post():
    """Where nothing signs a post, its last address is its own; where something does, the last one of its signer."""
    links = tuple(Link(url=f"https://twitter.com/{user}/status/77456633123184640{number}") for number, user in enumerate(("ana", "bob")))
    assert tweet("Truce fails", links=links).id == "774566331231846401"
    assert tweet("Truce fails — Ana (@ana)", links=links).id == "774566331231846400"


@pytest.mark.parametrize(
    "link",
    [
        "https://twitter.com/ana/status/774566331231846400",
        "https://x.com/ana/status/774566331231846400",
        "https://twitter.com/ana/statuses/774566331231846400?s=20",
        "https://mobile.twitter.com/ana/status/774566331231846400",
    ],
)
def test_the_address_of_the_embed(link):
    """The link that an HTML page gives its embed tells the tweet's address, id and time."""
    found = tweet("Truce fails — Ana (@ana) 10 septembre 2016", links=(Link(url=link),))
    assert (found.id, found.posted) == ("774566331231846400", tweets.posted_of("774566331231846400"))
    assert found.url is not None


def test_the_language_of_the_embed():
    """The language that the page gives the embed is that of the tweet."""
    assert tweet("La trêve — Ana (@ana)", language="fr").language == "fr"


def test_derived():
    """Hashtags and mentions are those of the text."""
    found = tweet("#Truce fails, says @bob — Ana (@ana)")
    assert (found.hashtags, found.mentions) == (("Truce",), ("bob",))


def test_blocks():
    """A tweet tells the index of its block; blocks of other roles hold none."""
    body = (
        Block(role=Role.PARAGRAPH, text="One — Ana (@ana)"),
        Block(role=Role.TWEET, text="Two — Ana (@ana)"),
        Block(role=Role.TWEET, text=""),
    )
    assert [(found.block, found.text, found.handle) for found in tweets.find(body)] == [(1, "Two", "ana"), (2, "", None)]
