"""HTML pages of outlets that nobody knows: what common markup tells."""

from datetime import date, datetime

import pytest

import newsmodel
from newsmodel.model import Page, PageError, Role
from newsmodel.pages import read_page

PROSE = "The storm hit the coast on Monday and tore off the roofs of many houses."
MORE = "It moves on to the north, the weather service said on Tuesday morning."


def read(above: str = "", below: str = "", head: str = "") -> Page:
    """Read an article with something above and below its paragraphs."""
    return read_page(
        f"<html><head>{head}</head><article><h1>Storm hits the coast</h1>{above}<p>{PROSE}</p><p>{MORE}</p>{below}</article></html>"
    )


@pytest.mark.parametrize(
    ("head", "above", "published"),
    [
        ("", '<time datetime="2025-05-10T08:00:00+01:00">10 May</time>', "2025-05-10T08:00:00+01:00"),
        ("", '<time pubdate datetime="2025-05-10T08:00:00+01:00">10 May</time>', "2025-05-10T08:00:00+01:00"),
        ("", '<time class="updated" datetime="2025-05-11">11</time><time class="published entry-date" datetime="2025-05-10">10</time>',
         "2025-05-10"),
        ("", '<span itemprop="datePublished" content="2025-05-10">Saturday</span>', "2025-05-10"),
        ("", "<p>May 10, 2025</p>", "2025-05-10"),
        ("", '<p class="post-date">Published: 10 May 2025</p>', "2025-05-10"),
        ('<meta name="DC.date.issued" content="2025-05-10">', "", "2025-05-10"),
        ('<meta property="article:published_time" content="2025-05-09">', '<time datetime="2025-05-10">10 May</time>', "2025-05-09"),
        ("", '<blockquote><time datetime="2020-01-01">then</time></blockquote>', None),
    ],
)  # fmt: skip
def test_when_it_was_published(head: str, above: str, published: str | None) -> None:
    """The date is told by metadata, else by an element of the article with a machine's date, else by a printed line."""
    page = read(above, head=head)
    wanted = None if published is None else date.fromisoformat(published) if len(published) == 10 else datetime.fromisoformat(published)
    assert (page.published, page.warnings) == (wanted, ())


@pytest.mark.parametrize(
    "above",
    [
        '<p class="standfirst">Roofs were torn off in the night.</p><p class="byline">By Carla Stone</p>',
        '<h2>Roofs were torn off in the night.</h2><p class="byline">Written by Carla Stone</p>',
        "<p>Roofs were torn off in the night.</p><p>By Carla Stone</p>",
        '<h2>Roofs were torn off in the night.</h2><div class="author-name">Carla Stone</div><time datetime="2025-05-10">10 May</time>',
    ],
)
def test_summary_and_byline(above: str) -> None:
    """What stands between headline and byline is the summary, and a part of the text."""
    page = read(above)
    assert (page.lede, [author.name for author in page.authors]) == ("Roofs were torn off in the night.", ["Carla Stone"])
    assert page.text == f"{page.lede}\n\n{PROSE}\n\n{MORE}"


def test_a_first_paragraph_is_no_summary() -> None:
    """Without a byline below it, the first paragraph is one like any other."""
    assert read("<p>Roofs were torn off in the night.</p>").lede is None


@pytest.mark.parametrize(
    ("quotation", "quotes"),
    [
        ("<p>It was loud.</p><footer>Ann Bell, teacher</footer>", [("It was loud.", "Ann Bell", "teacher")]),
        ("<p>It was loud.</p><p>— Ann Bell, teacher</p>", [("It was loud.", "Ann Bell", "teacher")]),
        ("<p>It was loud.</p><footer>— <cite>Ann Bell</cite></footer>", [("It was loud.", "Ann Bell", None)]),
        ("<p>It was loud.</p><cite><span>Ann Bell</span><span>Leader of the choir</span></cite>",
         [("It was loud.", "Ann Bell", "Leader of the choir")]),
        ("It was loud.<cite>Ann <b>Bell</b>, teacher</cite>", [("It was loud.", "Ann Bell", "teacher")]),
        ("<p>It was loud.</p><p>Nobody slept.</p><cite>Ann Bell</cite>", [("It was loud.\n\nNobody slept.", "Ann Bell", None)]),
        ("<p>It was loud.</p><p>Nobody slept.</p>", []),
        ("<p>It was loud.</p><cite>Ann Bell</cite></blockquote><blockquote><p>Nobody slept.</p><cite>Bo Lind</cite>",
         [("It was loud.", "Ann Bell", None), ("Nobody slept.", "Bo Lind", None)]),
    ],
)  # fmt: skip
def test_who_said_a_quotation(quotation: str, quotes: list[tuple[str, str, str | None]]) -> None:
    """A quotation's speaker is told by its markup or by a dash; what follows a comma, or stands in a further element, is the office."""
    article = newsmodel.parse(
        f"<html lang=en><article><h1>Storm hits</h1><p>{PROSE}</p><blockquote>{quotation}</blockquote><p>{MORE}</p></article></html>"
    )
    found = [quote for quote in article.quotes if quote.kind is newsmodel.QuoteKind.DIRECT]
    assert [(quote.text, quote.speaker and quote.speaker.name, quote.speaker and quote.speaker.role) for quote in found] == quotes


@pytest.mark.parametrize(
    ("caption", "parts"),
    [
        ("A ship (Photo: Ann Lee/Gazette)", ("A ship", "Photo: Ann Lee/Gazette")),
        ("A ship [Foto: dpa]", ("A ship", "Foto: dpa")),
        ("A ship (in the harbour)", ("A ship (in the harbour)", None)),
    ],
)
def test_a_credit_in_brackets(caption: str, parts: tuple[str, str | None]) -> None:
    """Brackets with a label and a name at the end of a caption are its credit."""
    page = read(f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>')
    assert (page.images[0].caption, page.images[0].credit) == parts


@pytest.mark.parametrize(
    ("below", "role"),
    [
        ('<div id="jp-relatedposts"><h3>Related</h3><p>Another storm that was there before this one</p></div>', Role.FURNITURE),
        ("<p>To continue reading, subscribe for just £1 a month.</p>", Role.FURNITURE),
        ("<p>22:40</p>", Role.DATELINE),
        ("<p>10:40 pm GMT</p>", Role.DATELINE),
    ],
)
def test_what_is_no_paragraph(below: str, role: Role) -> None:
    """Lists of other articles, offers of subscriptions and the times of a live blog are no part of the text."""
    page = read(below=below)
    assert (page.blocks[-1].role, page.text) == (role, f"{PROSE}\n\n{MORE}")


@pytest.mark.parametrize(
    "text", ["<p>{0}</p><article><h1>Storm hits</h1><p>{1}</p><p>{2}</p><p>{3}</p></article>", "Storm hits\n\n{1}\n\n{2}\n\n{3}"]
)
def test_an_offer_in_place_of_the_rest(text: str) -> None:
    """An offer of a subscription shows that the text may be cut, in HTML and in a text alike."""
    page = read_page(text.format("", PROSE, MORE, "Subscribe to read the rest for £1."))
    assert "The page has a paywall: its text may be cut." in page.warnings
    assert page.blocks[-1].role is Role.FURNITURE


def test_a_short_article() -> None:
    """An article with a headline and two sentences is one, however short they are."""
    page = read_page("<article><h1>Storm hits the coast</h1><p>The storm hit on Monday.</p><p>It moves on.</p></article>")
    assert page.text == "The storm hit on Monday.\n\nIt moves on."


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Soon.</p>", "no paragraph of 40 characters, 1 shorter"),
        (
            "<table><tr><td>The storm hit on Monday.</td></tr></table>",
            "the longest text right inside an element is 24 characters in a <td>",
        ),
        ("<p></p>", "found no paragraph"),
        ("<table><tr><td>The storm hit the coast of Brindle on Monday</td></tr></table>", "tell by style= where, .* extract_facts"),
    ],
)
def test_a_page_without_paragraphs_says_what_is_there(html: str, found: str) -> None:
    """The message on a page without an article tells what stands there in place of one."""
    with pytest.raises(PageError, match=found):
        read_page(f"<html><body>{html}</body></html>")


@pytest.mark.parametrize(
    "body",
    [
        '<div class="top"><h2>Harbour opens <b>again</b></h2></div><div class="text">{}</div>',
        '<article><h2>Harbour opens again</h2><div class="text">{}</div></article>',
        "<article><h2>Harbour opens again</h2>{}</article>",
        "<div><h3>Harbour opens again</h3>{}</div>",
        "<article><h2>From the coast</h2><h2>Harbour opens again</h2>{}</article>",
    ],
)
def test_a_headline_in_a_subheading(body: str) -> None:
    """Where no h1 is on the page, the subheading that repeats the headline of the metadata is the headline, and its words are kept once."""
    told = '<meta property="og:type" content="article"><meta property="og:title" content="Harbour opens again">'
    page = read_page(f"<html><head>{told}</head><body>{body.format(PROSE + '<h2>What comes now</h2>' + MORE)}</body></html>")
    assert page.headline == "Harbour opens again"
    assert [block.text for block in page.blocks if block.role is Role.HEADLINE] == [page.headline]
    assert [block.text for block in page.blocks if block.text == page.headline or block.role is Role.HEADING] == [
        page.headline,
        "What comes now",
    ]


@pytest.mark.parametrize("name", ["chapo", "chapeau", "article__chapo"])
def test_a_french_summary_is_a_lede(name: str) -> None:
    """The usual names of a summary in French markup are known."""
    lede = f'<div class="{name}"><p>Une semaine de tempête est finie.</p></div>'
    page = read_page(f"<article><h1>Le port rouvre</h1>{lede}<div>{PROSE}{MORE}</div></article>")
    assert page.lede == "Une semaine de tempête est finie."


def test_a_div_for_each_paragraph() -> None:
    """A page that says it is an article may have a div for each paragraph; of one that does not, the message tells what helps."""
    body = f"<h1>Storm hits the coast</h1><div class='text'><div>{PROSE}</div><div>{MORE}</div></div>"
    told = '<meta property="og:type" content="article">'
    page = read_page(f"<html><head>{told}</head><body>{body}</body></html>")
    assert page.text == f"{PROSE}\n\n{MORE}"
    with pytest.raises(PageError, match=r"tell by style= where, or hand the prose to extract_facts"):
        read_page(f"<html><body>{body}</body></html>")
