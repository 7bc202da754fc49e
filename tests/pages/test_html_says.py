"""What an HTML page says of itself, best source first, and where it contradicts itself."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsmodel.model import EntityKind, Page
from newsmodel.pages import read_page
from newsmodel.pages.html.moments import duration, moment
from tests.pages.html_pages import MORE, PROSE, article, read

BODY = f"<p>{PROSE}</p><p>{MORE}</p>"
TWO = timezone(timedelta(hours=2))


def said(head: str, **parts: str) -> Page:
    """Read a page with this in its head."""
    return read(BODY, head=head, **parts)


def ld(*things: object) -> str:
    """Give a JSON-LD script for each thing."""
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-04-30 16:38:37 +02:00", datetime(2024, 4, 30, 16, 38, 37, tzinfo=TWO)),
        ("2026-01-06T13:55:27+0100", datetime(2026, 1, 6, 13, 55, 27, tzinfo=timezone(timedelta(hours=1)))),
        ("2024-04-30T16:38:37Z", datetime(2024, 4, 30, 16, 38, 37, tzinfo=UTC)),
        ("2024-04-30T16:38:37.123Z", datetime(2024, 4, 30, 16, 38, 37, 123000, tzinfo=UTC)),
        ("2024-04-30 16:38:37", datetime(2024, 4, 30, 16, 38, 37)),  # noqa: DTZ001 - a page may not tell the offset
        ("2024-04-30", date(2024, 4, 30)),
        ("1714299938", datetime(2024, 4, 28, 10, 25, 38, tzinfo=UTC)),
        ("1714299938000", datetime(2024, 4, 28, 10, 25, 38, tzinfo=UTC)),
        ("Tue, 30 Apr 2024 16:38:37 +0200", datetime(2024, 4, 30, 16, 38, 37, tzinfo=TWO)),
        ("14:20", None),
        ("06/01/2026 - 13:55 GMT+1", None),
        ("2024-13-45", None),
        ("yesterday", None),
        ("", None),
        ("9" * 400, None),
    ],
)
def test_moments(text: str, expected: datetime | date | None) -> None:
    """What machines write is read with the offset that stands there; anything else is nothing, never today."""
    assert moment(text) == expected
    assert type(moment(text)) is type(expected)


def test_the_offset_is_kept() -> None:
    """The published time has the offset that the page tells, not one that it amounts to."""
    published = said("<meta name='date.available' content='2024-05-01 10:00:00 +02:00'>").published
    assert isinstance(published, datetime)
    assert published.isoformat() == "2024-05-01T10:00:00+02:00"


def test_dates_best_source_first() -> None:
    """`date.available` goes before other tags, `date.created` is never read, and a change is what the page says."""
    page = said(
        "<meta name='date.created' content='2024-04-20 10:00:00'><meta property='article:published_time' content='2024-05-01T08:00:30Z'>"
        "<meta name='date.available' content='2024-05-01 10:00:00 +02:00'><meta name='date.modified' content='2024-05-01 10:00:07 +02:00'>"
    )
    assert page.published == datetime(2024, 5, 1, 10, tzinfo=TWO)
    assert page.modified == datetime(2024, 5, 1, 10, 0, 7, tzinfo=TWO)
    assert page.warnings == ()


def test_contradictions_are_told() -> None:
    """Two dates more than a minute apart, two languages and two addresses give a warning each; the best source wins."""
    page = said(
        "<meta name='date.available' content='2024-05-01 10:00:00 +02:00'>"
        "<meta name='article:published_time' content='2024-05-03T10:00:00Z'>"
        "<meta property='og:locale' content='fr_FR'><meta property='og:url' content='https://www.euronews.com/2024/05/01/another'>"
    )
    assert page.published == datetime(2024, 5, 1, 10, tzinfo=TWO)
    assert (page.language, page.url) == ("en", "https://www.euronews.com/2024/05/01/port-opens")
    assert len(page.warnings) == 3
    assert [word for word in ("two dates", "two languages", "two addresses") if any(word in text for text in page.warnings)] == [
        "two dates",
        "two languages",
        "two addresses",
    ]


def test_the_same_page_by_another_scheme_is_no_contradiction() -> None:
    """An http address beside the https one is the same page."""
    assert said("<meta property='og:url' content='http://www.euronews.com/2024/05/01/port-opens'>").warnings == ()


def test_a_date_that_cannot_be_read_is_told() -> None:
    """The field is taken from the next source, and a warning tells what could not be read."""
    page = said("<meta name='date.available' content='some day'>")
    assert page.published == date(2024, 5, 1)
    assert any("some day" in text for text in page.warnings)


def test_the_address_tells_the_day_at_last() -> None:
    """Without any other date the one in the address is the publication date, as a plain day."""
    assert said("").published == date(2024, 5, 1)
    assert said("").modified is None


def test_what_the_caller_gives_wins() -> None:
    """Address, date and language of the caller go before everything that the page says."""
    page = read_page(article(BODY), url="https://de.euronews.com/x", published=date(2020, 1, 2), language="de")
    assert (page.url, page.published, page.language) == ("https://de.euronews.com/x", date(2020, 1, 2), "de")


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Another headline",
    "datePublished": "2024-05-01T10:00:00+02:00",
    "author": [{"@type": "Person", "name": "Ana Bela"}, {"@type": "Organization", "name": "AFP"}],
    "keywords": ["S&amp;#x00E9;ries", "Ports, large"],
}


@pytest.mark.parametrize(
    "things",
    [
        [ARTICLE],
        [[{"@type": "WebSite"}, ARTICLE]],
        [{"@context": "https://schema.org", "@graph": [{"@type": "Organization"}, ARTICLE]}],
        [{"@type": "WebSite"}, ARTICLE],
        [{**ARTICLE, "@type": ["Article", "NewsArticle"]}],
        [{"@type": "WebPage", "mainEntity": ARTICLE}],
    ],
)
def test_json_ld_in_every_form(things: list[object]) -> None:
    """Objects, lists and graphs are read; names that are escaped twice are as they are meant."""
    page = said(ld(*things))
    assert page.published == datetime(2024, 5, 1, 10, tzinfo=TWO)
    assert [(author.name, author.kind) for author in page.authors] == [("Ana Bela", EntityKind.PERSON), ("AFP", EntityKind.ORGANIZATION)]
    assert page.keywords == ("Séries", "Ports", "large")
    assert page.headline == "Port opens"


@pytest.mark.parametrize(
    "text", ['{"a": ', "[" * 100_000, "", '{"@type": "NewsArticle", "datePublished": {"a": 5}, "author": 5}', "5", "null"]
)
def test_broken_json_ld_does_no_harm(text: str) -> None:
    """JSON-LD that is broken, too deep or of other types never stops the reading; what is no JSON gives a warning."""
    page = said(f'<script type="application/ld+json">{text}</script>')
    assert page.published == date(2024, 5, 1)
    assert any("JSON-LD" in warning for warning in page.warnings) == (not text or text[-1] in " [")


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By&nbsp;<a href='/p'>Ana Bela</a> &amp; <a href='/q'>Cle Dorn</a> with&nbsp;<b>AP</b>", ["Ana Bela", "Cle Dorn", "AP"]),
        ("By&nbsp <a href='/profiles/47'>Ana Bela</a>", ["Ana Bela"]),
        ("Nga&nbsp;<a href='/p'>Ana Bela</a>", ["Ana Bela"]),
        ("By&nbsp;<b>Euronews</b>                      with&nbsp;<b>Agencies</b>", ["Euronews", "Agencies"]),
    ],
)
def test_bylines(byline: str, expected: list[str]) -> None:
    """Authors are entities of their own, in order; links tell the names where the first word is unknown."""
    page = said("<meta name='article:author' content='Somebody Else'>", above=f"<div class='c-article-contributors'>\n {byline} </div>")
    assert [author.name for author in page.authors] == expected


def test_the_second_byline() -> None:
    """Names below the body are authors, too, and the label before the bullet is none."""
    below = (
        "<footer class='c-article-contributors c-article-contributors-supplementary'><p>Journaliste<strong> • Vic Roy</strong></p></footer>"
    )
    page = said("", above="<div class='c-article-contributors'>By&nbsp;<b>Euronews</b></div>", below=below)
    assert [author.name for author in page.authors] == ["Euronews", "Vic Roy"]


def test_sections() -> None:
    """Breadcrumbs tell the sections without the home page; a picture tells its name; JSON-LD does where there are none."""
    nav = (
        "<nav class='c-article-breadcrumbs'><a href='https://www.euronews.com/' aria-label='Home'></a>"
        "<a href='/my'><img alt='My Europe'></a>"
        "<a href='/my/ports'> Ports </a></nav>"
    )
    assert said("", above=nav).section == ("My Europe", "Ports")
    trail = [
        {"name": "Home", "item": "https://www.euronews.com/"},
        {"name": "S&#x00E9;ries", "item": "https://www.euronews.com/s"},
        {"name": "Port"},
    ]
    assert said(ld({"@type": "BreadcrumbList", "itemListElement": trail})).section == ("Séries",)


def test_keywords() -> None:
    """Single tags go before lists with commas, which may stand inside a tag."""
    tags = "<meta name='article:tag' content='Paris, Texas '><meta name='article:tag' content='Ports'>"
    lists = "<meta name='keywords' content='Paris,Texas, Ports,,'>"
    assert said(tags + lists).keywords == ("Paris, Texas", "Ports")
    assert said(lists).keywords == ("Paris", "Texas", "Ports")


def test_translations() -> None:
    """Each other language is one link; the page itself and the default of all are none."""
    head = "".join(
        f"<link rel=alternate hreflang='{tag}' href='{url}'>"
        for tag, url in (
            ("en", "https://www.euronews.com/2024/05/01/port-opens"),
            ("fr", "https://fr.euronews.com/a"),
            ("pt_BR", "//pt.euronews.com/b"),
            ("x-default", "https://www.euronews.com"),
        )
    )
    assert [(link.language, link.url) for link in said(head).translations] == [
        ("fr", "https://fr.euronews.com/a"),
        ("pt-BR", "https://pt.euronews.com/b"),
    ]


def test_language_without_a_tag() -> None:
    """A page without any language tag is of the language of its host, and then of its furniture."""
    plain = article(BODY).replace(' lang="en"', "")
    assert read_page(plain).language == "en"
    french = plain.replace("https://www.euronews.com", "https://fr.euronews.com")
    assert read_page(french).language == "fr"
    assert read_page(article(BODY, lang="en_GB")).language == "en-GB"


def test_films() -> None:
    """The player's data, JSON-LD and tags give each film once, with all that is known of it."""
    data = json.dumps({"url": "https://video.org/a.mp4", "title": "The port", "duration": 159000}).replace('"', "&quot;")
    thing = {"@type": "VideoObject", "name": "The port", "contentUrl": "https://video.org/b.mp4", "duration": "PT2M40S"}
    page = said(ld(thing), above=f"<div class='js-superdiv' data-video=\"{data}\"></div>")
    assert [(film.url, film.title, film.duration) for film in page.videos] == [("https://video.org/a.mp4", "The port", "PT2M39S")]
    (film,) = said(ld({**thing, "duration": "2 minutes"})).videos
    assert (film.url, film.duration) == ("https://video.org/b.mp4", None)


@pytest.mark.parametrize(
    "text", ["{", "[]", "5", '{"url": 5, "title": null}', '{"title": "A", "duration": "x"}', '{"title":"A","duration":1e999}']
)
def test_broken_data_of_a_film_do_no_harm(text: str) -> None:
    """Data of a film that are broken or of other types never stop the reading."""
    page = said("", above=f"<div class='js-superdiv' data-video='{text}'></div>")
    assert all(film.duration is None for film in page.videos)


@pytest.mark.parametrize(("milliseconds", "expected"), [(159000, "PT2M39S"), (3_600_000, "PT1H"), (0, None), (-5, None), (1e15, None)])
def test_durations(milliseconds: float, expected: str | None) -> None:
    """A length of time is ISO 8601; nothing, and what no film has, is none."""
    assert duration(milliseconds) == expected


def test_the_cover() -> None:
    """The cover comes first; without a picture in the header it is that of OpenGraph; its credit may stand in the notice."""
    cover = """<div class='c-article-image-video'><img class='js-poster-img' src='/c.jpg' alt='A ship'>
        <div class='c-article-image-copyright'>Copyright&nbsp;Ana Bela/AP</div></div>"""
    page = said("<meta property='og:image' content='/og.jpg'>", above=cover)
    assert [(image.url, image.alt, image.credit) for image in page.images] == [("https://www.euronews.com/c.jpg", "A ship", "Ana Bela/AP")]
    assert page.copyright == "Ana Bela/AP"
    (image,) = said("<meta property='og:image' content='/og.jpg'>").images
    assert image.url == "https://www.euronews.com/og.jpg"


def test_a_caption_outside_the_cover() -> None:
    """The caption of the cover is the cover's wherever it stands above the body; the notice is never that of a picture in the body."""
    caption = """<div class='c-article-caption'><i class='c-article-caption__content'><span class='c-article-caption__text'>A ship comes in
        <span class='c-article-caption__credit'>Ana Bela/AP</span></span></i></div>"""
    cover = "<div class='c-article-image-video'><img src='/c.jpg' alt='A ship'></div>"
    notice = "<div class='c-article-image-copyright'>Copyright&nbsp;Ana Bela/AP</div>"
    for above in (cover + caption, cover + notice + "<p class='c-article-summary'>In short.</p>" + caption):
        (image,) = said("", above=above).images
        assert (image.url, image.caption, image.credit) == ("https://www.euronews.com/c.jpg", "A ship comes in", "Ana Bela/AP")
    (image,) = read_page(article(f"<img src='/b.jpg'>{BODY}", above=notice)).images
    assert image.credit is None


@pytest.mark.parametrize(
    ("head", "above", "expected"),
    [
        ("crumbs thing section", "<nav class='c-article-breadcrumbs'><a href='/'>Home</a><a href='/n'>News</a></nav>", ("News",)),
        ("crumbs thing section", "<nav class='c-article-breadcrumbs'><a href='/'>Home</a></nav>", ("Trail",)),
        ("thing section", "", ("Thing",)),
        ("section", "", ("Meta",)),
        ("", "", ("ports-and-seas",)),
    ],
)
def test_sections_by_the_best_source(head: str, above: str, expected: tuple[str, ...]) -> None:
    """Sections are told by the breadcrumbs that a reader sees, else those in JSON-LD, else its article, else a tag, else the address."""
    steps = [
        {"@type": "ListItem", "name": name, "item": f"https://www.euronews.com{path}"}
        for name, path in (("Home", "/"), ("Trail", "/trail"), ("Port opens", "/ports-and-seas/2024/05/01/port-opens"))
    ]
    parts = {
        "crumbs": ld({"@type": "BreadcrumbList", "itemListElement": steps}),
        "thing": ld({"@type": "NewsArticle", "articleSection": "Thing"}),
        "section": "<meta property='article:section' content='Meta'>",
    }
    html = article(BODY, head="".join(parts[name] for name in head.split()), above=above)
    assert read_page(html.replace(".com/2024/", ".com/ports-and-seas/2024/")).section == expected


def test_contradictions_about_headline_and_authors() -> None:
    """A headline or author that JSON-LD tells otherwise is noted; one that it cuts, or an agency that it leaves out, is not."""
    byline = "<div class='c-article-contributors'>By&nbsp;<b>Ana Bela</b> with&nbsp;<b>AP</b></div>"
    thing = {"@type": "NewsArticle", "headline": "Port opens", "author": {"@type": "Person", "name": "Ana Bela"}}
    assert said(ld(thing), above=byline).warnings == ()
    assert said(ld({**thing, "headline": "Port"}), above=byline).warnings == ()
    page = said(ld({**thing, "headline": "Port closes", "author": {"name": "Tom Ray"}}), above=byline)
    assert [warning.partition(":")[0] for warning in page.warnings] == ["The page has two headlines", "The page has two bylines"]
    assert (page.headline, [author.name for author in page.authors]) == ("Port opens", ["Ana Bela", "AP"])


def test_other_locales() -> None:
    """Where no link tells the translations, OpenGraph tells their languages."""
    head = "<meta property='og:locale' content='en-GB'>"
    head += "".join(f"<meta property='og:locale:alternate' content='{tag}'>" for tag in ("en-GB", "fr-FR", "it_IT", "?"))
    assert [(link.language, link.url) for link in said(head).translations] == [("fr-FR", None), ("it-IT", None)]
    (link,) = said(head + "<link rel=alternate hreflang=fr href='https://fr.euronews.com/a'>").translations
    assert (link.language, link.url) == ("fr", "https://fr.euronews.com/a")


def test_a_caption_with_the_word_for_copyright() -> None:
    """Caption and credit of the cover are told apart by the layout."""
    cover = """<div class='c-article-image-video'><img src='/c.jpg' alt='A ship'><i class='c-article-caption__content'>
        <span class='c-article-caption__text'>A ship comes in <span class='u-color-white'>-&nbsp;</span>
        <span class='c-article-caption__copyright'>Copyright&nbsp;</span>
        <span class='c-article-caption__credit'>Ana Bela/AP</span></span></i></div>"""
    image = said("", above=cover).images[0]
    assert (image.caption, image.credit) == ("A ship comes in", "Ana Bela/AP")
