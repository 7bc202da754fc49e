"""A page in, a :class:`~newsmodel.model.Page` of role-labelled blocks out."""

from datetime import date, datetime
from pathlib import Path

from newsmodel.model import Page
from newsmodel.model.tags import language_tag
from newsmodel.pages.dump import read_dump
from newsmodel.pages.html.reader import read_html
from newsmodel.pages.source import content, looks_like_html, opening, refuse_no_page
from newsmodel.pages.style import Style

__all__ = ["Style", "read_page"]


def read_page(
    source: str | bytes | Path,
    *,
    url: str | None = None,
    published: datetime | date | None = None,
    language: str | None = None,
    style: Style | None = None,
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

    What is given wins over what the page says of itself.

    Raises:
        OSError: the file cannot be read.
        PageError: the source holds no article.
        TypeError: an argument has the wrong type.
        ValueError: ``language`` is no BCP 47 tag.

    """
    # These two are used on the way; the page itself holds the others to their types.
    for name, value, kind in (("url", url, str), ("style", style, Style)):
        if value is not None and not isinstance(value, kind):
            msg = f"{name} must be {kind.__name__} or None: {value!r}"
            raise TypeError(msg)
    language = language_tag(language)
    data = content(source)
    head = opening(data)
    if looks_like_html(head):
        return read_html(data, url=url, published=published, language=language, style=style)
    refuse_no_page(source if isinstance(source, str) else data, head)
    return read_dump(data, url=url, published=published, language=language, style=style)
