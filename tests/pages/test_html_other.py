"""Pages that are no articles, and pages of which nothing is known."""

import pytest

from newsmodel.model import EntityKind, PageError, Role
from newsmodel.pages import read_page
from tests.pages.html_pages import MORE, PROSE, article

LONG = f"<p>{PROSE} {MORE}</p><p>{MORE} {PROSE}</p>"


def page(body: str, *, title: str = "Example", head: str = "") -> str:
    """Give a page in no known layout."""
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


CARDS = "".join(f"<div class='card'><h3><a href='/2024/{i}'>A title number {i}</a></h3></div>" for i in range(9))
OWN = "<link rel=canonical href='https://www.euronews.com{}'>"


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        (page(CARDS, head=OWN.format("/")), "home page"),
        (page(f"<h1>Ports</h1>{CARDS}", head=OWN.format("/tag/ports")), "topic page"),
        (page(f"<h1>Ports</h1>{CARDS}", head="<link rel=canonical href='https://example.org/ports'>"), "topic page"),
        (page("<h1>A film</h1><div class='js-superdiv' data-video='{}'></div>", head=OWN.format("/video/2024/05/01/film")), "video page"),
        (page("<h1>A film</h1><video src=x></video>", head="<link rel=canonical href='https://example.org/film'>"), "video page"),
        (page("<h1>Page not found</h1><p>What you look for is not here, but there is a lot to read elsewhere.</p>"), "error page"),
        (page("<p>Nothing.</p>", title="404 | Example"), "error page"),
        (page("<h1>Just a moment...</h1>", title="Just a moment..."), "browser check"),
        (page(f"<h1>We value your privacy</h1>{LONG}"), "consent wall"),
        (page("<form action='/consent/save'><button>Accept all</button></form>"), "consent wall"),
        (page("<h1>Port opens</h1><div class='js-paywall'>Subscribe to read on</div>"), "paywall stub"),
        (article("<div class='c-paywall'>Subscribe to read on</div>"), "paywall stub"),
        (page("<h1>Ana Bela</h1>", head=OWN.format("/profiles/47")), "profile page"),
    ],
)
def test_a_page_of_another_kind_is_named(html: str, kind: str) -> None:
    """A page without article raises PageError, which says which kind of page it looks like, and by which sign."""
    with pytest.raises(PageError, match=rf"looked for .*found .*\b{kind}.* \(it"):
        read_page(html)


@pytest.mark.parametrize(
    "html", ["<html></html>", "<html><body><p>Hi.</p>", page("<h1>Words</h1><div>Few.</div>"), article(""), "<!doctype html>"]
)
def test_a_page_without_anything_says_so(html: str) -> None:
    """A page that looks like nothing known raises PageError all the same."""
    with pytest.raises(PageError, match=r"looked for .*found"):
        read_page(html)


def test_an_article_on_a_page_of_another_kind_is_read() -> None:
    """A video page with text, and a page with a consent form or a paywall round its text, hold an article."""
    wall = "<div id='didomi-host'>We value your privacy</div><div class='js-paywall'>Subscribe</div>"
    html = (
        article(LONG, above="<div class='js-superdiv' data-video='{}'></div>", below="")
        .replace("</body>", wall + "</body>")
        .replace("/2024/05/01/", "/video/2024/05/01/")
    )
    assert [block.role for block in read_page(html).body] == [Role.PARAGRAPH, Role.PARAGRAPH]


def test_text_behind_a_paywall_may_be_cut() -> None:
    """A page that shows a paywall beside its text gives the text, and a warning that it may not be all."""
    assert any("paywall" in warning for warning in read_page(article(LONG, below="<div class='js-paywall'>Subscribe</div>")).warnings)
    closed = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
    assert any("paywall" in warning for warning in read_page(article(LONG, head=closed)).warnings)
    assert read_page(article(LONG, head=closed.replace("False", "True"))).warnings == ()
    assert read_page(article(LONG)).warnings == ()


UNKNOWN = f"""<nav>Menu</nav><div id=x><h1>Port <em>opens</em></h1><div class=meta>Today</div><div class=text><p>{PROSE}</p>
<h2>What comes now</h2><p>{MORE}</p><ul><li>One</li></ul></div></div><aside><p>{PROSE} {PROSE} {PROSE}</p></aside><footer>End</footer>"""


@pytest.mark.parametrize("wrap", ["{}", "<article>{}</article>", "<main>{}</main>", "<main><article><div>{}</div></article></main>"])
def test_an_unknown_page_is_read_by_its_structure(wrap: str) -> None:
    """Headline and body are where the h1 and most of the paragraphs are; no style and no publisher is made up."""
    result = read_page(page(wrap.format(UNKNOWN)))
    assert (result.headline, result.style, result.publisher, result.authors) == ("Port opens", None, None, ())
    assert [(block.role, block.text) for block in result.body] == [
        (Role.PARAGRAPH, PROSE),
        (Role.HEADING, "What comes now"),
        (Role.PARAGRAPH, MORE),
        (Role.LIST_ITEM, "One"),
    ]


def test_standard_metadata_of_an_unknown_page() -> None:
    """OpenGraph and meta tags are read on any page."""
    head = """<meta property="og:type" content="article"><meta property="og:site_name" content="The Quay">
        <meta name="author" content="Ana Bela">
        <meta property="article:published_time" content="2024-05-01T10:00:00Z"><meta name="keywords" content="a, b">
        <meta property="og:url" content="https://quay.example/1"><meta property="og:locale" content="en_GB">"""
    result = read_page(page(f"<h1>Port opens</h1><p>{PROSE}</p>", head=head))
    assert result.publisher is not None
    assert (result.publisher.name, [author.name for author in result.authors]) == ("The Quay", ["Ana Bela"])
    assert (str(result.published), result.keywords, result.url) == ("2024-05-01 10:00:00+00:00", ("a", "b"), "https://quay.example/1")
    assert result.language == "en-GB"


def test_text_without_paragraphs() -> None:
    """Text that only line breaks part is an article, too."""
    result = read_page(page(f"<h1>Port opens</h1><div>Menu</div><div>{PROSE}<br><br>{MORE}<br><br>{PROSE} Again.</div>"))
    assert [block.text for block in result.body] == [PROSE, MORE, f"{PROSE} Again."]


TEASER = "<article><h3><a href='/{0}'>A title number {0}</a></h3><p>{1} It goes on behind this link, as teasers do.</p></article>"
TEASERS = "".join(TEASER.format(i, PROSE) for i in range(4))


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        (page(TEASERS, head=OWN.format("/")), "home page"),
        (page(f"<h1>Ports</h1>{TEASERS}", head=OWN.format("/tag/ports")), "topic page"),
        (page(f"<div><h2>Ports</h2>{TEASERS}</div>", head="<link rel=canonical href='https://example.org/ports'>"), "topic page"),
        (page(f"<div id='didomi-host'><h2>Welcome</h2>{LONG}</div>"), "consent wall"),
    ],
)
def test_teasers_and_consent_texts_are_no_article(html: str, kind: str) -> None:
    """Paragraphs do not make an article of a list of others, or of what asks for consent."""
    with pytest.raises(PageError, match=rf"looked for .*found .*\b{kind}.* \(it"):
        read_page(html)


COMMENTS = f"<div id='comments'><article><p>{PROSE} {MORE} {PROSE}</p></article></div>"
CONSENT = f"<div class='cookie-box'><p>{PROSE} {MORE}</p><p>{MORE} {PROSE}</p></div>"
NEXT = f"<article><h1>Another story</h1><p>{PROSE} {MORE}</p><p>{MORE} {PROSE}</p></article>"


@pytest.mark.parametrize("beside", [COMMENTS, CONSENT, NEXT, TEASERS])
@pytest.mark.parametrize("head", ["<meta property='og:title' content='Port opens'>", "<title>Port opens - The Quay</title>"])
def test_the_article_is_the_one_below_the_headline_of_the_page(beside: str, head: str) -> None:
    """Longer comments, notices, teasers and further articles on a page are not its article."""
    own = f"<article><h1>Port opens</h1><p>{MORE}</p></article>"
    for body in (own + beside, beside + own):
        result = read_page(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")
        assert (result.headline, [block.text for block in result.body]) == ("Port opens", [MORE])


def test_paragraphs_with_elements_of_their_own() -> None:
    """Where each few paragraphs have an element of their own, the body is what holds them all, without what stands above the first."""
    boxes = "".join(f"<div class=box>{inside}</div>" for inside in (f"<p>{PROSE}</p>", f"<p>{MORE}</p>", "<h2>What comes now</h2>"))
    result = read_page(
        page(f"<main><article><h1>Port opens</h1><div><span>Ana Bela</span></div>{boxes}<div><p>{PROSE} End.</p></div></article>")
    )
    assert [(block.role, block.text) for block in result.body] == [
        (Role.PARAGRAPH, PROSE),
        (Role.PARAGRAPH, MORE),
        (Role.HEADING, "What comes now"),
        (Role.PARAGRAPH, f"{PROSE} End."),
    ]
    assert [(block.role, block.text) for block in result.blocks[:2]] == [(Role.HEADLINE, "Port opens"), (Role.FURNITURE, "Ana Bela")]


def test_authors_by_the_first_source_that_names_any() -> None:
    """An author told as an address is none, and the next source is asked; an organisation is one where JSON-LD or the page says so."""
    head = """<meta property="article:author" content="https://quay.example/ana"><meta property="article:tag" content="Ports, Storms">
        <meta property="og:site_name" content="The Quay">"""
    result = read_page(page(f"<article><h1>Port opens</h1><a rel='author' href='/ana'>Ana Bela</a><p>{PROSE}</p></article>", head=head))
    assert ([author.name for author in result.authors], result.keywords) == (["Ana Bela"], ("Ports", "Storms"))
    named = read_page(page(f"<article><h1>Port opens</h1><p>{PROSE}</p></article>", head=head + "<meta name='author' content='The Quay'>"))
    assert [author.kind for author in named.authors] == [EntityKind.ORGANIZATION]
    thing = '<script type="application/ld+json">{"@type": "Article", "author": {"@type": "NewsMediaOrganization", "name": "Harbour Wire"}}'
    typed = read_page(page(f"<h1>Port opens</h1><p>{PROSE}</p>", head=f"{thing}</script>"))
    assert [(author.name, author.kind) for author in typed.authors] == [("Harbour Wire", EntityKind.ORGANIZATION)]


def test_references_in_a_graph() -> None:
    """Authors and publisher that JSON-LD tells by reference are those that it names elsewhere."""
    graph = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": [{"@id": "#a"}],
        "publisher": {"@id": "#p"}},
        {"@type": "Person", "@id": "#a", "name": "Ana Bela"}, {"@type": "Organization", "@id": "#p", "name": "The Quay"}]}</script>"""
    result = read_page(page(f"<h1>Port opens</h1><p>{PROSE}</p>", head=graph))
    assert result.publisher is not None
    assert (result.publisher.name, [author.name for author in result.authors]) == ("The Quay", ["Ana Bela"])


def test_a_headline_outside_the_article() -> None:
    """A headline that stands outside the article's element is the first block."""
    result = read_page(page(f"<header><h1>Port opens</h1></header><article>{LONG}</article>"))
    assert (result.headline, result.blocks[0].role) == ("Port opens", Role.HEADLINE)


@pytest.mark.parametrize("headline", ["Just a moment of joy in Orvale", "Access denied to reporters", "We value your privacy, says Orvale"])
def test_headlines_that_open_like_a_wall(headline):
    """A dated article is read, whatever its headline begins with."""
    page = f"""<html lang="en"><head><meta name="date.available" content="2024-04-30 16:38:37 +02:00"></head><body>
    <div class="o-article"><h1 class="c-article-redesign-title">{headline}</h1><div class="c-article-content js-article-content">
    <p>The harbour opened again on Monday.</p><p>Nobody was hurt, officials said.</p></div></div></body></html>"""
    assert read_page(page, url="https://www.euronews.com/2024/04/30/orvale").headline == headline
