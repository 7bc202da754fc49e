"""A program that makes tables on Spark, in both ways that the documentation shows: ``spark_program.py WARC DIRECTORY``."""

import sys

from pyspark.sql import SparkSession

from newsmodel.corpus import parts

parts._LEAST = 200_000


def main():
    """Make the tables by `mapPartitions`, and rows of quotes by `mapInPandas`."""
    from corpus_spark import quotes_of, tabulate  # noqa: PLC0415  reads the parts' size when it is imported

    warc, directory = sys.argv[1:]
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    summary = tabulate(spark, [warc], directory)
    written = spark.read.parquet(f"{directory}/input=*/part=*/quotes.parquet")
    pages = spark.createDataFrame([(row["url"], bytearray(row["content"])) for row in pages_of(warc)], "url string, content binary")
    print(summary.articles, summary.parts, written.count(), quotes_of(pages).count())
    spark.stop()


def pages_of(warc):
    """Give the pages as rows, as a table of pages would have them."""
    from newsmodel.corpus import read_warc  # noqa: PLC0415  beside its only use

    for source in read_warc(warc):
        content = source.content
        yield {"url": source.url, "content": content.encode() if isinstance(content, str) else content}


if __name__ == "__main__":
    main()
