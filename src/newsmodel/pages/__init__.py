"""A page in, a :class:`~newsmodel.model.Page` of role-labelled blocks out."""

from datetime import date, datetime
from pathlib import Path

from newsmodel.model import Limits, Page
from newsmodel.model.tags import language_tag
from newsmodel.pages.dump import read_dump
from newsmodel.pages.html.reader import read_html
from newsmodel.pages.source import content, looks_like_html, opening, refuse_no_page
from newsmodel.pages.style import Style

__all__ = ["Style", "read_page"]


def read_page(  # noqa: PLR0913 - what the caller knows, by keyword alone
    source: str | bytes | Path,
    *,
    url: str | None = None,
    published: datetime | date | None = None,
    language: str | None = None,
    style: Style | None = None,
    limits: Limits | None = None,
) -> Page:
    """Read a page.

    Args:
        source: The page, HTML or text, as ``str`` or ``bytes``, or the path of a file that holds it.
            Bytes are decoded by their byte order mark, else as HTML declares, else as UTF-8; what is none is read as windows-1252,
            or by what the language of an HTML page is mostly written in, and :attr:`Page.warnings <newsmodel.Page.warnings>` tells it.
        url: Address of the page.
        published: When the article was first published.
        language: BCP 47 tag of its language.
        style: How pages of its outlet look; without it, the page shows that itself.
        limits: How large the page may be; by default :class:`~newsmodel.Limits` as it is.

    What is given wins over what the page says of itself.

    Raises:
        OSError: the file cannot be read.
        PageError: the source holds no article, or is beyond the limits.
        TypeError: an argument has the wrong type.
        ValueError: ``language`` is no BCP 47 tag.

    """
    # These two are used on the way; the page itself holds the others to their types.
    for name, value, kind in (("url", url, str), ("style", style, Style)):
        if value is not None and not isinstance(value, kind):
            msg = f"{name} must be {kind.__name__} or None: {value!r}"
            raise TypeError(msg)
    language = language_tag(language)
    limits = Limits.of(limits)
    data = content(source)
    # Encodings take up to four bytes for what is one in UTF-8, so what is measured here may be measured again when it is decoded.
    if isinstance(data, bytes):
        limits.check("size", len(data) // 4, f"{len(data)} before they are decoded")
    else:
        limits.check("size", len(data), f"at least {len(data)}")
    head = opening(data)
    if looks_like_html(head):
        page = read_html(data, url=url, published=published, language=language, style=style, limits=limits)
        limits.check("blocks", len(page.blocks))
        return page
    refuse_no_page(source if isinstance(source, str) else data, head)
    limits.check("size", len(data.encode(errors="replace")) if isinstance(data, str) else len(data))
    page = read_dump(data, url=url, published=published, language=language, style=style, limits=limits)
    limits.check("blocks", len(page.blocks))
    return page
