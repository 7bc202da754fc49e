"""Page text (a dump) to ``Page``."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from attrs import frozen

from newsmodel.model import Block, Entity, EntityKind, Limits, Page, PageError, Role
from newsmodel.model.block import placed
from newsmodel.pages.body import read_body
from newsmodel.pages.byline import merged
from newsmodel.pages.furniture import Cut, Furniture, furniture_of
from newsmodel.pages.header import read_header
from newsmodel.pages.html.moments import day_in_path
from newsmodel.pages.language import language_of
from newsmodel.pages.lede import Lede, begins, read_lede
from newsmodel.pages.offers import CUT, is_offer
from newsmodel.pages.piece import Piece
from newsmodel.pages.printed import first_moments
from newsmodel.pages.source import as_text, whole
from newsmodel.pages.style import Style, known_styles
from newsmodel.pages.tail import read_tail
from newsmodel.pages.text import Line, lines_of, prose_like, words
from newsmodel.pages.words import language_by_words

_ENOUGH = 2
"""Kinds of weak signs that show a page to be of a style."""
_GLUED = 0.1
"""Share of lines with a blank line above them, below which blank lines say nothing about paragraphs."""
_DEPTH = 20
"""Lines within which a byline that names the publisher stands."""
_BYLINE_WORDS = 8
_MONTH_FIRST = "en"
"""The language in which a date in figures may begin with the month."""
_UNKNOWN = "The text shows no outlet that is known: its parts were told by their form and place alone, and some may have the wrong role."


@frozen(kw_only=True)
class _Known:
    """What the caller knows of the page."""

    url: str | None
    published: datetime | date | None
    language: str | None
    style: Style | None
    fault: str | None = None
    """What was wrong with its bytes."""


def read_dump(  # noqa: PLR0913 - what the caller knows, by keyword alone
    source: str | bytes,
    *,
    url: str | None = None,
    published: datetime | date | None = None,
    language: str | None = None,
    style: Style | None = None,
    limits: Limits,
) -> Page:
    """Read page text.

    Raises:
        PageError: the text holds no article.

    """
    text, fault = as_text(source) if isinstance(source, bytes) else (whole(source), None)
    lines = lines_of(text)
    if not lines:
        msg = f"looked for an article: found no words in {len(text)} characters" if text else "looked for an article: found an empty source"
        raise PageError(msg)
    limits.check("blocks", len(lines))
    furniture, cuts, recognised = _recognised(lines, style, url)
    return _read(lines, cuts, furniture, recognised, _Known(url=url, published=published, language=language, style=style, fault=fault))


def _read(lines: Sequence[Line], cuts: Sequence[Cut | None], furniture: Furniture, recognised: bool, known: _Known) -> Page:  # noqa: FBT001
    has_blanks = _has_blanks(lines)
    header = read_header(lines, cuts, furniture, has_blanks=has_blanks, recognised=recognised)
    if furniture.is_wall(header.headline):
        msg = f"looked for an article: found a page that stands before one: {header.headline!r}"
        raise PageError(msg)
    tail = read_tail(lines, cuts, furniture, start=header.end, bar=header.bar)
    inside = slice(header.end, tail.start)
    if header.lede is None:
        lede = read_lede(lines[inside], cuts[inside], furniture, below_bar=header.bar is not None, has_blanks=has_blanks)
    else:
        texts = [line.text for line, cut in zip(lines[inside], cuts[inside], strict=True) if cut is None]
        lede = Lede(piece=header.lede, repeated=begins(header.lede.text, texts))
    start = header.end + lede.count
    body = read_body(lines[start : tail.start], cuts[start : tail.start], furniture, has_blanks=_has_blanks(lines[start : tail.start]))
    _check_prose(header.headline, lede.piece, body.pieces)

    summary = [lede.piece] if lede.piece and header.lede is None else []
    outside = [*header.pieces, *summary]
    article = list(body.pieces)
    if lede.piece is not None and not lede.repeated:
        outside, article = [], [*outside, *article]
    blocks = (*_blocks(outside), *placed(_blocks(article)), *_blocks(tail.pieces))

    signs = [*header.signs, *(tags for cut in cuts[header.end :] if cut is not None for tags in cut.languages)]
    prose = " ".join(b.text for b in blocks if b.span)
    language = known.language or language_of(furniture.style, signs, known.url, prose) or language_by_words(prose)
    dated = first_moments(header.dates, day_first=recognised or (language is not None and not language.startswith(_MONTH_FIRST)))
    publisher = Entity(name=furniture.style.publisher, kind=EntityKind.ORGANIZATION) if recognised else None
    cover = () if header.image is None else (header.image,)
    return Page(
        blocks=blocks,
        headline=header.headline,
        lede=lede.piece.text if lede.piece else None,
        authors=merged(header.authors, tail.authors),
        publisher=publisher,
        published=known.published or dated[0] or day_in_path(known.url or ""),
        modified=dated[1],
        language=language,
        url=known.url,
        copyright=header.copyright,
        images=(*cover, *body.images),
        related=(*body.related, *tail.related),
        style=furniture.style.name if recognised else None,
        warnings=tuple(
            filter(None, (known.fault, CUT if any(is_offer(b.text) for b in blocks) else None, None if recognised else _UNKNOWN))
        ),
    )


def _blocks(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    return tuple(piece.block() for piece in pieces)


def _has_blanks(lines: Sequence[Line]) -> bool:
    """Tell whether blank lines stand between the paragraphs."""
    return sum(line.gap > 0 for line in lines[1:]) > _GLUED * (len(lines) - 1)


def _recognised(lines: Sequence[Line], style: Style | None, url: str | None) -> tuple[Furniture, tuple[Cut | None, ...], bool]:
    """Find the style that the page shows the most signs of; the first where it shows none."""
    found: list[tuple[int, Furniture, tuple[Cut | None, ...], bool]] = []
    for candidate in (style,) if style is not None else known_styles():
        furniture = furniture_of(candidate)
        cuts = tuple(furniture.cut(line.text) for line in lines)
        strong = sum(cut is not None and cut.strong for cut in cuts)
        weak = len({cut.kinds for cut in cuts if cut is not None and not cut.strong})
        own = style is not None or candidate.owns(url) or strong > 0 or weak >= _ENOUGH or _names_publisher(lines, furniture)
        found.append((2 * strong + weak + (len(lines) if candidate.owns(url) else 0), furniture, cuts, own))
    _, furniture, cuts, own = max(found, key=lambda one: one[0])
    return furniture, cuts, own


def _names_publisher(lines: Sequence[Line], furniture: Furniture) -> bool:
    """Tell whether a byline names the publisher itself."""
    own = furniture.style.publisher
    return any(
        (by := furniture.by(line.raw)) is not None and by[0].strip().startswith(own) and words(line.text) <= _BYLINE_WORDS
        for line in lines[:_DEPTH]
    )


def _check_prose(headline: str, lede: Piece | None, body: Sequence[Piece]) -> None:
    prose = [p.text for p in (*([lede] if lede else []), *body) if p.role in (Role.LEDE, Role.PARAGRAPH)]
    if not prose_like(prose):
        found = f"{len(body)} other pieces" if body else "nothing"
        msg = f"looked for a paragraph below the headline {headline[:60]!r}: found {found}"
        raise PageError(msg)
