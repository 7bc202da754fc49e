"""The page inside a notebook."""

from newsmodel.formats.html.markup import tag
from newsmodel.formats.html.page import page
from newsmodel.model import Article

_STYLE = "width:100%;height:42rem;max-height:85vh;border:1px solid #8884;border-radius:8px"
_ALLOWED = "allow-popups allow-popups-to-escape-sandbox"


def framed(article: Article) -> str:
    """Give the page in a frame of its own, so that neither its style nor the notebook's reaches the other.

    The frame runs no scripts; links open beside the notebook.
    """
    return str(tag("iframe", srcdoc=str(page(article)), sandbox=_ALLOWED, title=article.headline, style=_STYLE))
