"""The whole page."""

from datetime import date, datetime
from functools import cache
from importlib import resources

from newsmodel.formats.html.body import Body
from newsmodel.formats.html.markup import NOTHING, Html, joined, link, tag, together, web_address
from newsmodel.formats.html.notes import Notes
from newsmodel.formats.html.people import people_panel, places_of, voices_of
from newsmodel.formats.html.pictures import figure, film
from newsmodel.formats.html.spans import marked
from newsmodel.formats.html.statistics import statistics_panel
from newsmodel.formats.html.timeline import timeline_panel
from newsmodel.formats.html.values import moment
from newsmodel.formats.html.view import View, direction, language_name, language_tag
from newsmodel.model import Article, Link

# Should a text ever break out of its place, nothing of it may run or load.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_KINDS = ("quotes", "statistics", "dates", "events", "tweets")


@cache
def _style() -> Html:
    return Html(resources.files("newsmodel.formats.html").joinpath("page.css").read_text(encoding="utf-8"))


def page(article: Article) -> Html:
    """Write the page of an article."""
    view = View(article)
    voices = voices_of(article)
    places = places_of(voices)
    body = Body(view, marked(article.body, Notes(view, places).marks()), list(article.images))
    cover = _cover(view, body)
    panels = [people_panel(view, voices, places), timeline_panel(view), statistics_panel(view)]
    text = tag("article", body.written(), class_="prose")
    column = tag("div", _legend(view), cover, text, body.remaining(), class_="column")
    sheet = tag("div", column, _aside(view, panels), _end(view), class_="sheet")
    content = tag("body", tag("main", _header(view), sheet))
    return together(Html("<!DOCTYPE html>\n"), tag("html", _head(view), content, lang=view.language, dir=direction(view.language)), "\n")


def _head(view: View) -> Html:
    article = view.article
    canonical = web_address(article.url)
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content="newsmodel"),
        tag("title", article.headline),
        tag("link", rel="canonical", href=canonical) if canonical else NOTHING,
        tag("style", _style()),
    )


def _header(view: View) -> Html:
    article = view.article
    steps = [tag("li", view.said(step)) for step in article.section if step.strip()]
    section = tag("nav", tag("ol", *steps), aria_label=view.word("sections"), class_="section") if steps else NOTHING
    lede = NOTHING
    if article.lede is not None and article.lede not in (block.text for block in article.body):
        lede = tag("p", article.lede, class_="standfirst", lang=view.lang, dir=view.dir)
    return tag("header", section, tag("h1", article.headline, lang=view.lang, dir=view.dir), lede, _byline(view), class_="top")


def _byline(view: View) -> Html:
    article = view.article
    parts: list[Html] = []
    if article.authors:
        names = joined(view.word("comma"), (view.said(author.name, class_="name") for author in article.authors))
        parts.append(together(view.word("by"), " ", names))
    if article.publisher is not None and article.publisher.name not in {author.name for author in article.authors}:
        parts.append(view.said(article.publisher.name))
    if article.published is not None:
        parts.append(together(view.word("published"), " ", moment(view, article.published)))
    if article.modified is not None and _to_the_minute(article.modified) != _to_the_minute(article.published):
        parts.append(together(view.word("modified"), " ", moment(view, article.modified)))
    if web_address(article.url):
        parts.append(link(article.url, view.word("original")))
    elif article.url is not None:
        parts.append(view.said(article.url))
    return tag("ul", *(tag("li", part) for part in parts), class_="byline") if parts else NOTHING


def _to_the_minute(when: date | None) -> date | None:
    """Cut a time to what is shown of it: a change in the minute of publication is none that a reader would see."""
    return when.replace(second=0, microsecond=0) if isinstance(when, datetime) else when


def _legend(view: View) -> Html:
    """Explain the marks; each kind can be hidden, which needs no script."""
    switches = [
        tag(
            "label",
            tag("input", type="checkbox", checked=True, id=f"show-{kind}"),
            tag("span", view.word(kind), class_=f"sample {kind}"),
            " ",
            tag("span", str(len(getattr(view.article, kind))), class_="count"),
        )
        for kind in _KINDS
        if getattr(view.article, kind)
    ]
    return tag("fieldset", tag("legend", view.word("shown")), *switches, class_="legend") if switches else NOTHING


def _cover(view: View, body: Body) -> Html:
    """Show the films, and the first picture unless the body has a place for it."""
    films = [film(view, video) for video in view.article.videos]
    captions = [block.text for block in view.article.body if block.role == "caption"]
    covers: list[Html] = []
    if body.pictures:
        first = body.pictures[0]
        if first.caption is None or not any(caption.startswith(first.caption) for caption in captions):
            covers.append(figure(view, body.pictures.pop(0)))
    return together(*covers, *films)


def _aside(view: View, panels: list[Html]) -> Html:
    return tag("aside", *panels, aria_label=view.word("beside")) if any(panels) else NOTHING


def _end(view: View) -> Html:
    article = view.article
    parts = [_links(view, "related", article.related), _links(view, "translations", article.translations)]
    if article.keywords:
        words = [tag("li", view.said(word)) for word in article.keywords]
        parts.append(
            tag("section", tag("h2", view.word("keywords"), id="keywords"), tag("ul", *words, class_="chips"), aria_labelledby="keywords")
        )
    if article.copyright is not None:
        parts.append(tag("p", view.word("copyright"), " ", view.said(article.copyright), class_="copyright"))
    return tag("footer", *parts) if any(parts) else NOTHING


def _links(view: View, key: str, links: tuple[Link, ...]) -> Html:
    items = []
    for target in links:
        own = language_tag(target.language)
        words = target.text or language_name(target.language) or target.url
        if words is not None:
            shown = link(target.url, tag("bdi", words, lang=own or (view.lang if target.text else None)), hreflang=own)
            # An address that is no link is shown as text.
            unsafe = target.url if target.url not in {None, words} and not web_address(target.url) else None
            items.append(tag("li", shown, *([" ", tag("bdi", unsafe)] if unsafe else [])))
    return tag("section", tag("h2", view.word(key), id=key), tag("ul", *items), aria_labelledby=key, class_=key) if items else NOTHING
