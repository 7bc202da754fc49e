"""The article as one page to look at, with its facts marked in their places."""

from newsmodel.formats._single import refuse_other
from newsmodel.model import Article


def to_html(article: Article) -> str:
    """Write an article as one self-contained HTML page that shows its facts in their places.

    The page needs no script and loads nothing, not even the article's pictures, which it names and links to.
    Whatever came from the news page is escaped, and only addresses that begin with ``http://`` or ``https://`` become links.
    Equal articles give equal pages.

    A NUL character, which HTML cannot hold, is shown as U+FFFD.

    Raises:
        TypeError: it is no ``Article``.

    """
    from newsmodel.formats.html.page import page  # noqa: PLC0415  whoever never looks need not load the view

    refuse_other(article)

    return str(page(article))
