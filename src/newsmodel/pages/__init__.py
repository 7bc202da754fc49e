"""A page in, a :class:`~newsmodel.model.Page` of role-labelled blocks out."""

from datetime import date, datetime
from pathlib import Path

from newsmodel.model import Page, PageError
from newsmodel.pages.dump import read_dump
from newsmodel.pages.source import content, decoded, looks_like_html
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
        source: The page text, as ``str`` or ``bytes``, or the path of a file that holds it.
        url: Address of the page.
        published: When the article was first published.
        language: BCP 47 tag of its language.
        style: How pages of its outlet look; without it, the page shows that itself.

    What is given wins over what the page says of itself.

    Raises:
        OSError: the file cannot be read.
        PageError: the source holds no article.
        TypeError: an argument has the wrong type.

    """
    text = decoded(content(source))
    if looks_like_html(text):
        msg = f"looked for page text: found what looks like HTML, and only page text can be read: {text.strip()[:40]!r}"
        raise PageError(msg)
    return read_dump(text, url=url, published=published, language=language, style=style)
