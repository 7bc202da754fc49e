"""Crawl news pages with Scrapy: articles are its items, and its feed is JSON Lines that newsmodel reads back.

It needs ``scrapy``. Run it from anywhere: ``python examples/scrapy_spider.py``; it crawls the pages beside it.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import scrapy
from itemadapter import ItemAdapter
from scrapy.crawler import CrawlerProcess
from scrapy.exporters import BaseItemExporter

import newsmodel

FRONT_PAGE = Path(__file__).parent / "pages" / "index.html"


class NewsSpider(scrapy.Spider):
    """Follows the links of a front page; Scrapy logs a page that holds no article as an error, and goes on."""

    name = "news"
    start_urls = (FRONT_PAGE.as_uri(),)

    def parse(self, response: Any) -> Iterator[Any]:
        """Follow the links."""
        yield from response.follow_all(css=".news a", callback=self.parse_article)

    def parse_article(self, response: Any) -> Iterator[newsmodel.Article]:
        """Read the page. An article is an attrs item, which pipelines and ItemAdapter read like any other."""
        article = newsmodel.parse(response.body)
        if ItemAdapter(article)["quotes"]:
            yield article


class ArticleExporter(BaseItemExporter):
    """Writes each article as a line of newsmodel's JSON, which keeps all of it."""

    def __init__(self, file: IO[bytes], **options: Any) -> None:
        super().__init__(dont_fail=True, **options)
        self.file = file

    def export_item(self, item: newsmodel.Article) -> None:
        """Write a line."""
        self.file.write(newsmodel.to_json(item).encode() + b"\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "articles.jsonl"
        settings = {"FEEDS": {feed: {"format": "newsmodel"}}, "FEED_EXPORTERS": {"newsmodel": ArticleExporter}}
        process = CrawlerProcess({**settings, "LOG_LEVEL": "WARNING"})
        process.crawl(NewsSpider)
        process.start()
        articles = [newsmodel.from_json(line) for line in feed.read_text(encoding="utf-8").splitlines()]
    for article in sorted(articles, key=lambda article: str(article.published)):
        print(f"{article.published}: {article.headline} ({len(article.quotes)} quotes)")
