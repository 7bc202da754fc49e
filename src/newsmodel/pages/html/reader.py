"""HTML to ``Page``."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from attrs import frozen

from newsmodel.model import Block, Entity, EntityKind, Image, Limits, Link, Page, Role, Span
from newsmodel.model.block import BETWEEN_BLOCKS
from newsmodel.pages.furniture import Furniture, furniture_of
from newsmodel.pages.html.above import cut_off_header, dates_in, name_by_words, name_headline, name_lede
from newsmodel.pages.html.authors import authors_in
from newsmodel.pages.html.dom import Node, parsed
from newsmodel.pages.html.encoding import as_utf8
from newsmodel.pages.html.films import films_of
from newsmodel.pages.html.guard import check_bounds, too_deep
from newsmodel.pages.html.kinds import Kind, exact_kinds, finder_of
from newsmodel.pages.html.other import is_list, kind_by_address, no_article, wall
from newsmodel.pages.html.parts import Part
from newsmodel.pages.html.says import Says
from newsmodel.pages.html.structure import article_of, body_of, depth_of, is_enough, stands_in_article, what_is_there
from newsmodel.pages.html.text import visible
from newsmodel.pages.html.walk import Walker
from newsmodel.pages.language import language_of
from newsmodel.pages.layout import Layout, general_layout, general_outside
from newsmodel.pages.lede import begins
from newsmodel.pages.offers import CUT, is_offer
from newsmodel.pages.style import Style, known_styles
from newsmodel.pages.text import fold, prose_like, squashed
from newsmodel.pages.words import language_by_words

_PROSE = frozenset({Role.LEDE, Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION})
_ADVICE = "; if its prose stands in other elements than <p>, tell by style= where, or hand the prose to extract_facts"


@frozen(kw_only=True)
class _Place:
    """Where on a page the article stands, and by what it was found."""

    article: Node
    layout: Layout
    body: Node | None = None
    """The body, where structure shows it and no selector."""


def read_html(  # noqa: PLR0913 - what the caller knows, by keyword alone
    source: str | bytes,
    *,
    url: str | None = None,
    published: datetime | date | None = None,
    language: str | None = None,
    style: Style | None = None,
    limits: Limits,
) -> Page:
    """Read an HTML page.

    Raises:
        PageError: the page holds no article, or is beyond the limits.

    """
    data, fault = as_utf8(source)
    check_bounds(data, limits)
    try:
        return _read(data, fault, limits, url=url, published=published, language=language, style=style)
    except RecursionError:
        # Whoever calls from deep inside a program of his own has less room than the limit.
        where = "than Python has room for"
        raise too_deep(limits.depth, where) from None


def _read(  # noqa: PLR0913 - what the caller knows
    data: bytes,
    fault: str | None,
    limits: Limits,
    *,
    url: str | None,
    published: datetime | date | None,
    language: str | None,
    style: Style | None,
) -> Page:
    says = Says(parsed(data), url, [fault] if fault else [])
    own = style or _recognised(says)
    furniture = furniture_of(own or known_styles()[0])
    place = _place(says, own)
    says.article = place.article
    walker = Walker(_exact(place), finder_of(place.layout), place.layout, furniture, limits.depth)
    walker.read(place.article, depth_of(place.article))
    parts = walker.parts
    if _title(says, place.layout) is None:
        name_headline(parts, says.shown_title())
    name_lede(parts, furniture)
    cut_off_header(parts)
    name_by_words(parts, furniture)
    headline = _headline(says, place.layout, parts)
    dated = dates_in(parts, furniture, day_first=own is not None)
    published = published or says.published(place.layout.published) or says.shown(place.layout.times)
    published = published or dated[0] or says.published_by_address()
    _check(says, own, headline, parts, dated=published is not None)
    _note_paywall(says, place, parts)
    lede = " ".join(part.text for part in parts if part.role is Role.LEDE) or None
    repeated = lede is not None and begins(lede, [part.text for part in parts if part.in_body and part.role is Role.PARAGRAPH])
    blocks = _blocks(parts, says, is_lede_inside=not repeated)
    layout = place.layout
    return Page(
        blocks=blocks,
        headline=headline,
        id=next(iter(says.first(layout.id)), None),
        lede=lede,
        authors=authors_in(says, layout, parts, furniture),
        publisher=_publisher(says, own),
        published=published,
        modified=says.when("of change", layout.modified) or dated[1],
        language=language or says.language(layout.language) or _language(parts, furniture, says),
        url=url or says.own_url,
        section=says.first(layout.section),
        keywords=_keywords(says, layout),
        copyright=_copyright(parts, furniture) or says.meta("copyright"),
        images=_images(walker, says, parts, furniture),
        videos=films_of(says, layout, walker.films),
        related=_related(blocks, furniture),
        translations=says.translations(),
        style=own.name if own else None,
        warnings=tuple(dict.fromkeys(says.warnings)),
    )


def _recognised(says: Says) -> Style | None:
    """Find the known style of a page: by its address, or by the marks of a layout."""
    urls = [url for url in (says.given, says.own_url) if url]
    for style in known_styles():
        if any(style.owns(url) for url in urls):
            return style
    if urls:
        return None
    return next((style for style in known_styles() if _layout(says.root, style) is not None), None)


def _layout(root: Node, style: Style) -> Layout | None:
    """Give the last layout of a style whose marks are on the page."""
    return next((layout for layout in reversed(style.html) if any(root.css_first(mark) is not None for mark in layout.marks)), None)


def _place(says: Says, style: Style | None) -> _Place:
    """Find the article.

    Raises:
        PageError: there is none.

    """
    layout = _layout(says.root, style) if style else None
    if layout is not None:
        for selector in layout.article:
            article = says.root.css_first(selector)
            if article is not None and (body := article.css_first(", ".join(layout.body))) is not None:
                return _Place(article=article, layout=layout)
    found = body_of(says.root, tuple(says.titles()), general_outside())
    # Where a layout is known its words and sources still hold, although the body stands elsewhere.
    layout = layout or (style.html[-1] if style and style.html else general_layout())
    others = style.other if style else ()
    if found is None:
        raise no_article(says, _title(says, layout), others, what_is_there(says.root))
    body, count = found
    article = article_of(body)
    says_so = says.things.article or says.meta("og:type") == "article" or says.published(layout.published) or says.published_by_address()
    has_headline = article.css_first("h1") is not None
    # The teasers of a list stand in articles of their own, which have no headline of the first order.
    is_teaser = not has_headline and (kind_by_address(says, others) is not None or (not is_enough(count) and is_list(says.root)))
    if not says_so and (is_teaser or not (is_enough(count) or stands_in_article(article))):
        found_there = f"{count} paragraphs and nothing that says it is one"
        raise no_article(says, _title(says, layout), others, found_there, "" if count else _ADVICE)
    return _Place(article=article, layout=layout, body=body)


def _exact(place: _Place) -> dict[int, Kind]:
    exact = exact_kinds(place.article, place.layout)
    if place.body is not None:
        # What stands round the body must be walked through, whatever the selectors say of it.
        above = place.body.parent
        while above is not None:
            exact[above.mem_id] = ("", "")
            above = above.parent
        exact[place.body.mem_id] = ("body", "")
    return exact


def _title(says: Says, layout: Layout) -> str | None:
    node = next(
        (node for selector in (*layout.headline, *general_layout().headline) if (node := says.root.css_first(selector)) is not None), None
    )
    return (fold(visible(node)) or None) if node is not None else None


def _headline(says: Says, layout: Layout, parts: list[Part]) -> str | None:
    """Give the headline; one that stands outside the article is put before its parts."""
    own = next((part.text for part in parts if part.role is Role.HEADLINE), None)
    if own is None and (own := _title(says, layout) or says.shown_title()) is not None:
        parts.insert(0, Part(role=Role.HEADLINE, text=own, source=layout.headline[0]))
    told = next(says.values("ld:headline"), None)
    shown, meant = squashed(own or ""), squashed(told or "")
    # The titles of OpenGraph are shorter ones by intent; JSON-LD means the headline itself, but may cut it.
    if not shown.startswith(meant) and not meant.startswith(shown):
        says.warnings.append(f"The page has two headlines: {own!r} on the page, {told!r} by ld:headline.")
    return own or says.title()


def _check(says: Says, style: Style | None, headline: str | None, parts: Sequence[Part], *, dated: bool) -> None:
    others = style.other if style else ()
    found = f"{sum(part.role is Role.PARAGRAPH for part in parts)} paragraphs without a sentence"
    is_wall = style is not None and headline is not None and furniture_of(style).is_wall(headline)
    if headline is None:
        raise no_article(says, None, others, "no headline")
    # “Just a moment of joy” opens like a browser check, but what stands before an article has no day of publication.
    stands_before = not dated and (is_wall or wall([headline], others) is not None)
    if stands_before or not prose_like(part.text for part in parts if part.role in _PROSE):
        raise no_article(says, headline, others, found)


def _note_paywall(says: Says, place: _Place, parts: Iterable[Part]) -> None:
    selector = ", ".join(place.layout.paywall)
    is_closed = next(says.things.flags("isAccessibleForFree"), None) is False
    is_marked = selector and place.article.css_first(selector) is not None
    if is_closed or is_marked or any(part.role is Role.FURNITURE and is_offer(part.text) for part in parts):
        says.warnings.append(CUT)


def _blocks(parts: Iterable[Part], says: Says, *, is_lede_inside: bool) -> tuple[Block, ...]:
    """Make the blocks; the prose of the body is given its place in the text."""
    out: list[Block] = []
    position = 0
    for part in parts:
        inside = part.role.is_prose and (is_lede_inside if part.role is Role.LEDE else part.in_body)
        end = position + len(part.text)
        out.append(
            Block(
                role=part.role,
                text=part.text,
                span=Span(position, end) if inside else None,
                level=part.level if part.role is Role.HEADING else None,
                links=tuple(Link(text=text, url=says.absolute(url)) for text, url in part.links if _leads(url)),
                language=part.language,
                source=part.source,
            )
        )
        if inside:
            position = end + len(BETWEEN_BLOCKS)
    return tuple(out)


def _leads(url: str) -> bool:
    """Tell whether an address leads anywhere, rather than to a script or another place on the page."""
    return not url.lower().startswith(("javascript:", "#", "data:"))


def _publisher(says: Says, style: Style | None) -> Entity | None:
    name = style.publisher if style else next(says.values("ld:publisher"), None) or says.meta("og:site_name")
    return Entity(name=name, kind=EntityKind.ORGANIZATION) if name else None


def _copyright(parts: Iterable[Part], furniture: Furniture) -> str | None:
    for part in parts:
        if part.role is Role.COPYRIGHT:
            found = furniture.copyright(part.raw, strict=False)
            return (found[0] if found else part.text) or None
    return None


def _keywords(says: Says, layout: Layout) -> tuple[str, ...]:
    found = says.first(layout.keywords)
    # One tag with commas in it is a list in the wrong place.
    return found if len(found) > 1 or (found and "," not in found[0]) else _listed(found or says.first(layout.keyword_lists))


def _listed(lists: Iterable[str]) -> tuple[str, ...]:
    """Cut lists of keywords at their commas."""
    return tuple(dict.fromkeys(word for text in lists for part in text.split(",") if (word := part.strip())))


def _images(walker: Walker, says: Says, parts: Iterable[Part], furniture: Furniture) -> tuple[Image, ...]:
    """Give the pictures; the credit of the cover stands in the copyright notice where its caption has none."""
    out = [
        Image(url=says.absolute(picture.url), alt=picture.alt, caption=picture.caption, credit=picture.credit)
        for picture in walker.pictures
    ]
    has_cover = any(not picture.in_body for picture in walker.pictures[:1])
    if not out and (url := says.meta("og:image")) is not None:
        out.append(Image(url=says.absolute(url), alt=says.meta("og:image:alt")))
        has_cover = True
    if has_cover and out[0].credit is None and (credit := _copyright(parts, furniture)) is not None:
        out[0] = Image(url=out[0].url, alt=out[0].alt, caption=out[0].caption, credit=credit)
    return tuple(dict.fromkeys(out))


def _related(blocks: Iterable[Block], furniture: Furniture) -> tuple[Link, ...]:
    out: dict[str, Link] = {}
    for block in blocks:
        if block.role is Role.RELATED:
            title = furniture.after_related(block.text) or block.text
            url = block.links[0].url if block.links else None
            out.setdefault(title.casefold(), Link(text=title, url=url))
    return tuple(out.values())


def _language(parts: Sequence[Part], furniture: Furniture, says: Says) -> str | None:
    """Tell the language by the furniture of a page that does not tell it itself."""
    cuts = [furniture.cut(part.text) for part in parts if part.role is Role.FURNITURE]
    signs = [tags for cut in cuts if cut is not None for tags in cut.languages]
    signs += [found[1] for part in parts if part.kind == "byline" and (found := furniture.by(part.raw)) is not None]
    text = " ".join(part.text for part in parts if part.in_body)
    return language_of(furniture.style, signs, says.given or says.own_url, text) or language_by_words(text)
