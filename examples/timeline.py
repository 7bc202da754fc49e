"""Lay the events of several articles on one timeline, each with the article that tells it.

Run it from anywhere: ``python examples/timeline.py``.
"""

from datetime import date
from pathlib import Path
from textwrap import shorten

import newsmodel

HERE = Path(__file__).parent
PAGES = [HERE / "syria_article.txt", *(HERE / "pages" / f"{name}.html" for name in ("harbour", "ferry", "quake-first", "quake-later"))]


def first_day(event: newsmodel.Event) -> date:
    """Give the day on which an event begins; of some, nothing on the page fixes it."""
    return (event.when and event.when.start) or date.max


def main() -> None:
    """Read the pages, and print their events from the earliest to the latest."""
    articles = [newsmodel.parse(page) for page in PAGES]
    told = [(event, article) for article in articles for event in article.events]
    for event, article in sorted(told, key=lambda pair: first_day(pair[0])):
        when = event.when.edtf if event.when else None
        print(f"{when or '?':<12}{shorten(event.text, 66, placeholder=' …')}")
        who = ", ".join(entity.name for entity in event.participants) or "nobody is named"
        where = event.place.name if event.place else "no place"
        print(f"{'':<12}({who}; {where}) in “{shorten(article.headline, 40, placeholder=' …')}”")


if __name__ == "__main__":
    main()
