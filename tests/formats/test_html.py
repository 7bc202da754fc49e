"""The HTML view shows the article as it is, tells each fact in its place, and lets nothing of the page act."""

import html.parser
import pickle
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
import newsmodel.formats.html as formats_html
from newsmodel.formats.html import to_html
from newsmodel.formats.html.markup import link, opening, web_address
from newsmodel.formats.html.view import View
from newsmodel.model import Article, Block, Entity, Image, Link, Period, Quote, QuoteKind, Role, Span, Tweet
from tests.formats.documents import any_article
from tests.formats.html_pages import ATTACKS, hostile, port, prose_in, read, span_of, words_of
from tests.strategies import articles

VOID = {"meta", "link", "input", "br"}


class Nesting(html.parser.HTMLParser):
    """Reads a page tag by tag, without the mercy of a browser."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.attributes, self.names = [], [], [], set()

    def handle_starttag(self, tag, attrs):
        """Note what begins."""
        self.names.add(tag)
        self.attributes.extend((tag, *pair) for pair in attrs)
        self.ids.extend(value for name, value in attrs if name == "id")
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Refuse an end of anything but what began last."""
        assert self.open.pop() == tag


def checked(page):
    """Read a page strictly: what is opened is closed in order, and no place is named twice."""
    reader = Nesting()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    assert len(set(reader.ids)) == len(reader.ids)
    return reader


def note_of(tree, place):
    """Give what the note of a mark tells, white space folded."""
    (told,) = words_of(tree, f"#{place}-note")
    return told


# The article is shown as it is.


@any_article
@given(articles())
def test_the_prose_is_the_text(article):
    """The blocks of the article element hold the article's text, whatever facts nest or cross in it; NUL alone cannot be shown."""
    assert prose_in(read(to_html(article))) == article.text.replace("\0", "\ufffd")


@any_article
@given(articles())
def test_any_article_gives_a_sound_page(article):
    """Tags close in order, ids are unique, every link inside the page has its goal, and equal articles give equal pages."""
    page = to_html(article)
    reader = checked(page)
    goals = {value[1:] for _, name, value in reader.attributes if name == "href" and value.startswith("#")}
    described = {value for _, name, value in reader.attributes if name in {"aria-describedby", "aria-labelledby"}}
    assert goals | described <= set(reader.ids)
    assert to_html(attrs.evolve(article)) == page


def test_blocks_keep_their_structure():
    """Each role has its element: headings, lists, quotations; a level that was left out is closed up."""
    tree = read(to_html(port()))
    shown = [(node.tag, node.attributes["data-block"]) for node in tree.css("article [data-block]")]
    assert shown == [
        ("p", "paragraph"),
        ("h2", "heading"),
        ("li", "list_item"),
        ("li", "list_item"),
        ("blockquote", "quotation"),
        ("p", "table"),
        ("p", "paragraph"),
    ]
    assert len(tree.css("article ul > li[data-block]")) == 2


def test_what_is_no_prose_stands_at_its_place():
    """A post, a picture and an embed stand between the blocks that they stood between, and are no blocks of prose."""
    tree = read(to_html(port()))
    shown = [node.attributes.get("class", node.tag) for node in tree.css("article > *")]
    assert shown == ["p", "post", "picture", "h2", "ul", "blockquote", "table", "beside embed", "p"]


@pytest.mark.parametrize(
    ("selector", "shown"),
    [
        ("h1", "Fewer ships in the harbour"),
        (".standfirst", "Numbers fall again."),
        (".section", "WorldPorts"),
        (".byline", "By Ida BergExample PressPublished 4 June 2024, 09:30 UTCUpdated 5 June 2024, 09:30 UTCRead the original page"),
        (".post .words", "Quiet here"),
        (".post .foot", "1 June 2024 Open the post"),
        ("section.related li", "Trains are late"),
        ("section.translations li", "Deutsch"),
        (".chips li", "harbour"),
        (".copyright", "Copyright Example Press"),
    ],
)
def test_the_parts_are_shown(selector, shown):
    """Headline, standfirst, section, byline with its times, posts, links, keywords and copyright have their places."""
    assert words_of(read(to_html(port())), selector) == [shown]


def test_pictures_are_told_but_not_loaded():
    """A picture stands where its caption stood, with its description, its credit and a link; nothing is loaded."""
    tree = read(to_html(port()))
    assert words_of(tree, "figcaption") == [
        "FilmA day at the quay2:00Watch the film",
        "PictureCranes at dawnThe quay Ida BergOpen the picture",
    ]
    assert tree.css("img, video, audio, script, iframe, object, embed, link:not([rel=canonical])") == []
    assert "url(" not in to_html(port())


def test_the_title_of_a_table_is_no_picture():
    """A caption above the rows of a table is shown with them."""
    body = (Block(role=Role.CAPTION, text="Ferries"), Block(role=Role.TABLE, text="North 4 South 7"))
    tree = read(to_html(Article(headline="A", body=body)))
    assert words_of(tree, ".table") == ["Ferries", "North 4 South 7"]
    assert tree.css("figure") == []


def test_what_holds_nothing_is_not_shown():
    """Of an embed that has neither words nor links, the page shows nothing, not even its label."""
    body = (Block(role=Role.EMBED, text=""), Block(role=Role.PARAGRAPH, text="Ferries sail."))
    tree = read(to_html(Article(headline="A", body=body)))
    assert words_of(tree, ".prose") == ["Ferries sail."]
    assert tree.css(".beside") == []


def test_a_lede_that_stands_in_the_body_is_shown_once():
    """The summary is shown above the text only where it is no part of it."""
    article = Article(headline="A", lede="Rain.", body=(Block(role=Role.LEDE, text="Rain."),))
    assert words_of(read(to_html(article)), ".standfirst, .lede") == ["Rain."]


def test_a_change_within_the_minute_is_not_shown():
    """A time of change that would be shown as the time of publication is left out."""
    published = datetime(2024, 6, 4, 9, 30, 7, tzinfo=UTC)
    article = Article(headline="A", body=(), published=published, modified=published.replace(second=40))
    assert words_of(read(to_html(article)), ".byline") == ["Published 4 June 2024, 09:30 UTC"]


def test_posts_and_pictures_without_a_place_come_below():
    """A post that belongs to no block and a picture beyond the cover are shown all the same."""
    article = Article(headline="A", body=(), tweets=(Tweet(text="Hello"),), images=(Image(caption="One"), Image(caption="Two")))
    tree = read(to_html(article))
    assert words_of(tree, ".post .words") == ["Hello"]
    assert words_of(tree, ".caption") == ["One", "Two"]


# Each fact is told where it stands.


def test_notes_tell_what_was_understood():
    """A note gives every field that the fact has."""
    tree = read(to_html(port()))
    assert note_of(tree, "q1") == "Quote Speaker: Mina Okafor As: Harbour chief Cue: said Manner: direct: word for word"
    assert note_of(tree, "s1") == (
        "Statistic Value: 1200–1500 Bound: about Unit: ships Measure: came Of them: 20 000 ships Place: Port of Elm"
        " Time: May 2024 2024-05 Source: Mina Okafor As: Harbour chief Within: Quote Mina Okafor"
    )
    assert note_of(tree, "e1") == "Event When: 3 June 2024 2024-06-03 Place: Port of Elm With: Mina Okafor"
    assert note_of(tree, "d2") == "Date Date: 3 June 2024 EDTF: 2024-06-03 Within: Event 1"


def test_marks_nest_and_are_cut_where_they_cross():
    """A date in a statistic in a quote lies inside both; where an event crosses them, it goes on without a second focus."""
    tree = read(to_html(port()))
    assert tree.css("#q1 #s1 #d1")
    assert [node.attributes.get("id") for node in tree.css("mark.event")] == ["e1", None, None]
    assert len(tree.css("mark.event[tabindex]")) == 1


def test_a_mark_over_two_blocks_is_in_both():
    """A fact that goes on in the next block is marked in both, and can be focused in the first."""
    article = Article(
        headline="A",
        body=(Block(role=Role.PARAGRAPH, text="One two"), Block(role=Role.PARAGRAPH, text="three four")),
        quotes=(Quote(text="two\n\nthree", kind=QuoteKind.DIRECT, span=Span(4, 14)),),
    )
    tree = read(to_html(article))
    assert prose_in(tree) == article.text
    assert words_of(tree, "mark") == ["two", "three"]
    assert [node.attributes.get("id") for node in tree.css("mark")] == ["q1", None]


@pytest.mark.parametrize("place", ["q1", "s1", "s1-1", "e1", "d1", "d2"])
def test_marks_are_reached_by_keyboard(place):
    """Every mark can be focused, has a name and a role, and names its note as its description."""
    (mark,) = read(to_html(port())).css(f"#{place}")
    assert mark.attributes["tabindex"] == "0"
    assert mark.attributes["role"] == "group"
    assert mark.attributes["aria-label"]
    assert mark.attributes["aria-describedby"] == f"{place}-note"


def test_people_are_shown_with_what_they_said():
    """Who is heard has a card with links to the words; the quotation marks are those that the article prints, or none."""
    text = "Ann said it rained. “It snowed,” Bob said. Eve slept."
    ann, bob, eve = (Entity(name=name, mentions=(span_of(text, name),)) for name in ("Ann", "Bob", "Eve"))
    article = Article(
        headline="A",
        body=(Block(role=Role.PARAGRAPH, text=text),),
        quotes=(
            Quote(text="it rained", kind=QuoteKind.INDIRECT, speaker=ann, span=span_of(text, "it rained")),
            Quote(text="It snowed,", kind=QuoteKind.DIRECT, speaker=bob, span=span_of(text, "It snowed,")),
        ),
        entities=(ann, bob, eve),
    )
    tree = read(to_html(article))
    assert words_of(tree, ".voices > li ul") == ["it rained", "“It snowed,”"]
    assert [node.attributes["href"] for node in tree.css(".voices a")] == ["#q1", "#q2"]
    assert words_of(tree, ".named dd") == ["Eve"]


def test_the_timeline_is_drawn_and_listed():
    """Events with days are drawn in a picture with a name, and all of them are listed with links to their words."""
    tree = read(to_html(port()))
    (drawing,) = tree.css("svg.timeline")
    assert drawing.attributes["role"] == "img"
    assert words_of(tree, "#timeline-title") == ["Timeline of 1 dated events from 2024-06-03 to 2024-06-03, listed below"]
    assert [node.attributes["href"] for node in tree.css(".events a")] == ["#e1"]


def test_the_table_holds_the_statistics():
    """A statistic is a row, and each of its parts a row below it."""
    rows = words_of(read(to_html(port())), "tbody tr")
    assert [row.split()[0] for row in rows] == ["≈", "of"]
    assert len(rows) == 2


def test_a_period_without_days_says_so():
    """Where the page fixes no day, the note says that, and gives the length that the words tell."""
    article = Article(
        headline="A",
        body=(Block(role=Role.PARAGRAPH, text="It took 12 days."),),
        dates=(Period(text="12 days", duration="P12D", span=Span(8, 15)),),
    )
    assert note_of(read(to_html(article)), "d1") == "Date Length: P12D Date: not fixed by the page"


# Languages and directions.


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", ("ar", "rtl", None, "rtl")),
        ("de-CH", ("de", "ltr", "de-CH", "ltr")),
        ("fa", ("en", "ltr", "fa", "rtl")),
        (None, ("en", "ltr", "", "auto")),
        ("no language", ("en", "ltr", "", "auto")),
    ],
)
def test_languages_are_declared(language, expected):
    """The page is in the article's language where the view knows its words, else in English around it; the unknown is not guessed."""
    tree = read(to_html(port(language)))
    outer, inner = tree.css_first("html").attributes, tree.css_first("h1").attributes
    assert (outer["lang"], outer["dir"], inner.get("lang"), inner["dir"]) == expected


def test_words_are_complete():
    """Every language of the view has the same words, none empty, and twelve months."""
    files = Path(formats_html.__file__).parent.joinpath("words").glob("*.toml")
    tables = {file.stem: View(port(file.stem)) for file in sorted(files)}
    for language, view in tables.items():
        assert view.language == language
        assert set(view._table) == set(tables["en"]._table)
        assert all(view._table.values())
        assert len(view._table["months"]) == 12
        assert view.word("day", day=1, month="May", year=2024)
        assert view.word("timeline_of", number=2, first="2024-05-01", last="2024-05-02")


# Nothing of the page acts.


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_are_words(attack):
    """What would be markup, a script or a handler in any field is shown as words, and is in no place where a browser would act on it."""
    article = hostile(attack)
    page = to_html(article)
    reader = checked(page)
    assert prose_in(read(page)) == article.text
    assert not {"script", "img", "iframe", "object", "form", "base"} & reader.names
    assert not [name for _, name, _ in reader.attributes if name.startswith("on") or name in {"src", "srcdoc", "action", "autofocus"}]
    assert {value for _, name, value in reader.attributes if name == "style"} == set()
    assert all(value.startswith("#") for _, name, value in reader.attributes if name == "href")


@pytest.mark.parametrize("attack", ATTACKS)
def test_unsafe_addresses_are_shown(attack):
    """An address that cannot be a link is not lost: it is shown as text."""
    article = Article(headline="A", body=(), related=(Link(text="seen", url=attack),))
    assert words_of(read(to_html(article)), "section.related li") == [" ".join(f"seen {attack}".split())]


@pytest.mark.parametrize("url", ["https://example.org/?a=1&b=2", "HTTP://example.org/ü", "http://[::1]/"])
def test_web_addresses_are_links(url):
    """Addresses of the web are links, as they stand."""
    assert web_address(url) == url
    assert read(link(url, "x")).css_first("a").attributes["href"] == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        " https://example.org",
        "data:text/html,x",
        "//example.org",
        "https:",
        "ftp://a.b",
        "#q1",
    ],
)
def test_other_addresses_are_no_links(url):
    """What is no address of the web is words."""
    assert link(url, "x") == "x"


@given(st.text())
def test_no_address_escapes_the_rule(url):
    """No element leads anywhere but into the web or to a place on the page."""
    if not re.fullmatch(r"#[a-z][a-z0-9-]*", url) and not url.lower().startswith(("http://", "https://")):
        with pytest.raises(ValueError, match="an address must begin with"):
            opening("a", href=url)


def test_a_policy_forbids_scripts_and_loading():
    """Even if a text broke out, browsers are told to run and load nothing."""
    (policy,) = read(to_html(port())).css("meta[http-equiv=Content-Security-Policy]")
    assert policy.attributes["content"].startswith("default-src 'none'; style-src 'unsafe-inline'")


# Notebooks.


def test_notebooks_show_the_page_in_a_frame():
    """A notebook gets the whole page in a frame that runs no scripts."""
    article = port()
    (frame,) = read(article._repr_html_()).css("iframe")
    assert frame.attributes["srcdoc"] == to_html(article)
    assert "allow-scripts" not in frame.attributes["sandbox"]
    assert frame.attributes["title"] == article.headline


def test_the_view_is_loaded_when_it_is_used():
    """Importing `to_html` does not load the modules of the view."""
    code = "import sys; from newsmodel import to_html; print([name for name in sys.modules if name.startswith('newsmodel.formats.html.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8").stdout.strip() == "[]"


def test_an_unpickled_article_shows_itself():
    """A process that only unpickles an article, and imports nothing itself, can show it all the same."""
    code = "import pickle, sys; print(pickle.load(sys.stdin.buffer)._repr_html_()[:7])"
    run = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(port()), capture_output=True, check=True)
    assert run.stdout.strip() == b"<iframe"


def test_the_name_is_public():
    """The view is imported from the top."""
    assert newsmodel.to_html is to_html
