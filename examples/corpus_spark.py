"""Make tables of WARCs on Spark: ``spark-submit examples/corpus_spark.py DIRECTORY WARC…``.

It needs ``newsmodel[corpus]`` and ``pyspark``, with pandas, on every worker.
"""

import sys
from collections.abc import Iterable, Iterator

import pandas as pd
from pyspark.sql import DataFrame, SparkSession

import newsmodel
from newsmodel.corpus import Summary, parts_of, write_part


def tabulate(spark: SparkSession, warcs: list[str], directory: str) -> Summary:
    """Make the tables of WARCs: each task writes parts, whole or not at all, so that Spark may run it again."""
    parts = parts_of(warcs, directory, workers=spark.sparkContext.defaultParallelism)
    tasks = spark.sparkContext.parallelize(parts, max(len(parts), 1))
    summaries = tasks.mapPartitions(lambda some: (write_part(part, directory) for part in some)).collect()
    return Summary.of(summaries)


def quotes_of(pages: DataFrame) -> DataFrame:
    """Give the quotes of a table of pages that Spark has already, with the columns ``url`` and ``content``."""
    return pages.mapInPandas(quotes, "url string, speaker string, cue string, words string")


def quotes(batches: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Give the quotes of pages, batch by batch; Spark has the processes, so each reads its pages itself."""
    for batch in batches:
        sources = [newsmodel.Source(bytes(content), url=url) for url, content in zip(batch["url"], batch["content"], strict=True)]
        articles = (each for each in newsmodel.parse_many(sources, workers=1) if isinstance(each, newsmodel.Article))
        rows = [
            (each.url, quote.speaker.name if quote.speaker else None, quote.cue, quote.text) for each in articles for quote in each.quotes
        ]
        yield pd.DataFrame(rows, columns=["url", "speaker", "cue", "words"])


def main() -> None:
    """Make the tables, and print what they hold."""
    directory, *warcs = sys.argv[1:]
    spark = SparkSession.builder.getOrCreate()
    summary = tabulate(spark, warcs, directory)
    print(f"{summary.pages} pages, {summary.articles} articles, {summary.facts['quotes']} quotes")
    spark.stop()


if __name__ == "__main__":
    main()
