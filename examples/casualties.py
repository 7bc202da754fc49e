"""Make a table of casualty figures: how many, what happened to them, and who says so in which article.

Run it from anywhere: ``python examples/casualties.py``; it prints CSV.
"""

import csv
import sys
from pathlib import Path

import newsmodel

HERE = Path(__file__).parent
PAGES = [HERE / "syria_article.txt", HERE / "pages" / "quake-first.html", HERE / "pages" / "quake-later.html"]
HARM = {"killed", "injured", "displaced"}  # `measure` is a word as printed, so a list for real news is longer
COLUMNS = ["day", "figure", "of whom", "who", "what", "where", "source", "words"]


def row(article: newsmodel.Article, number: newsmodel.Statistic) -> list[object]:
    """Give the row of a figure; what the page does not say stays empty."""
    return [
        article.published and article.published.isoformat()[:10],
        f"{number.bound} {number.value}",
        ", ".join(f"{part.value} {part.unit}" for part in number.parts),
        number.unit,
        number.measure,
        number.place and number.place.name,
        number.source and number.source.name,
        number.text,
    ]


def main() -> None:
    """Read the pages, and write a row for each figure of people who came to harm."""
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(COLUMNS)
    for page in PAGES:
        article = newsmodel.parse(page)
        table.writerows(row(article, number) for number in article.statistics if number.measure in HARM)


if __name__ == "__main__":
    main()
