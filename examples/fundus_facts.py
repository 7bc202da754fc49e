"""Find the facts of a text that fundus extracted, here with a fundus parser for a page that is at hand.

It needs ``fundus``. Run it from anywhere: ``python examples/fundus_facts.py``.
Articles that a fundus crawler yields have the same ``plaintext`` and ``publishing_date``.
"""

from datetime import datetime
from pathlib import Path

from fundus.parser import ArticleBody, BaseParser, ParserProxy, attribute
from fundus.parser.utility import extract_article_body_with_selector, generic_date_parsing
from lxml.etree import XPath

import newsmodel

PAGE = Path(__file__).parent / "pages" / "ferry.html"


class Quay(ParserProxy):
    """How fundus reads the pages of The Quay."""

    class V1(BaseParser):
        """Its only layout."""

        @attribute
        def body(self) -> ArticleBody | None:
            """Take the paragraphs of the article, without the byline."""
            paragraphs = XPath("//article/p[not(@class)]")
            return extract_article_body_with_selector(self.precomputed.doc, paragraph_selector=paragraphs)

        @attribute
        def publishing_date(self) -> datetime | None:
            """Read the time of publication from the JSON-LD."""
            return generic_date_parsing(self.precomputed.ld.bf_search("datePublished"))


def main() -> None:
    """Let fundus read the page, and print who says what in its text."""
    article = Quay()().parse(PAGE.read_text(encoding="utf-8"))
    facts = newsmodel.extract_facts(str(article["body"]), language="en", published=article["publishing_date"])
    for quote in facts.quotes:
        speaker = quote.speaker.name if quote.speaker else "somebody"
        print(f"{speaker}, {quote.kind}: {quote.text}")


if __name__ == "__main__":
    main()
