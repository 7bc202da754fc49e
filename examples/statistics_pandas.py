"""Look at all the numbers of several pages in pandas: who gave them, and which part of the whole the parts are.

It needs ``newsmodel[arrow]`` and ``pandas``. Run it from anywhere: ``python examples/statistics_pandas.py``.
"""

from pathlib import Path

import pandas as pd

import newsmodel

HERE = Path(__file__).parent
PAGES = [HERE / "syria_article.txt", HERE / "pages" / "harbour.html", HERE / "pages" / "ferry.html"]


def main() -> None:
    """Make tables of the pages, and print what pandas makes of their numbers."""
    tables = newsmodel.to_arrow(newsmodel.parse(page) for page in PAGES)
    headlines = tables.articles.select(["article_id", "headline"]).to_pandas()
    numbers: pd.DataFrame = tables.statistics.to_pandas().merge(headlines, on="article_id")

    print("Who gave which number:")
    sourced = numbers[numbers["source_name"].notna() & numbers["part_of"].isna()]
    for row in sourced.sort_values("value", ascending=False).itertuples():
        print(f"  {row.value:>9,.0f} {row.unit:<10}  {row.source_name}, in “{row.headline}”")

    # `part_of` is a number within the article, so that both columns together are the key of the whole.
    whole = numbers[["article_id", "statistic", "text", "value"]]
    parts = numbers.merge(whole, left_on=["article_id", "part_of"], right_on=["article_id", "statistic"], suffixes=("", "_whole"))
    print("Which parts:")
    for row in parts.assign(share=parts["value"] / parts["value_whole"]).itertuples():
        print(f"  {row.text} of {row.text_whole}: {row.share:.0%}")


if __name__ == "__main__":
    main()
