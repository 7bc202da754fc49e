"""Ask in SQL who is quoted most, and where: articles as Arrow tables, which DuckDB reads in place.

It needs ``newsmodel[arrow]`` and ``duckdb``. Run it from anywhere: ``python examples/quotes_duckdb.py``.
"""

from pathlib import Path

import duckdb

import newsmodel

PAGES = Path(__file__).parent / "pages"

# A span counts code points from 0, and so does SQL, but from 1.
QUERY = """
    SELECT
        speaker_name,
        count(*) AS quotes,
        count(*) FILTER (kind = 'direct') AS direct,
        count(DISTINCT article_id) AS articles,
        max(published) AS latest,
        arg_max(substring(articles.text, span_start + 1, 30), (published, quote)) AS words
    FROM quotes JOIN articles USING (article_id)
    WHERE speaker_kind = 'person'
    GROUP BY speaker_name
    ORDER BY quotes DESC, speaker_name
"""


def main() -> None:
    """Make tables of the pages, and print what the query answers."""
    pages = [PAGES / "harbour.html", PAGES / "ferry.html"]
    tables = newsmodel.to_arrow(newsmodel.parse(page) for page in pages)
    with duckdb.connect() as connection:
        connection.register("articles", tables.articles)
        connection.register("quotes", tables.quotes)
        for speaker, quotes, direct, articles, latest, words in connection.execute(QUERY).fetchall():
            print(f"{speaker}: quotes {quotes}, direct {direct}, articles {articles}")
            print(f"    last on {latest}: “{words}…”")


if __name__ == "__main__":
    main()
