"""Work out an archive from what one page takes: ``python benchmarks/plan.py --pages-a-second 50 --bytes-a-page 4000``.

The two figures are what ``benchmarks/corpus.py`` prints for the machine at hand. All others are assumptions, each an option that can be set
to what one knows better. What is printed is the plan of docs/explanation/scale.md.
"""

import argparse
from math import ceil

SECONDS_AN_HOUR = 3600
TERABYTE = 1e12
MEGABYTE = 1e6
MOST_OF_PART = 128e6
"""Bytes of a WARC that make a part, where there are many."""
FILES_A_PART = 7


def main() -> None:
    """Print the plan, for a month and for all months."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0], formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--pages-a-second", type=float, required=True, help="of one core, as measured")
    parser.add_argument("--bytes-a-page", type=float, required=True, help="of Parquet, as measured")
    parser.add_argument("--facts-a-page", type=float, default=0, help="quotes, statistics and events, as measured")
    parser.add_argument("--warcs", type=int, default=400, help="WARC files a month")
    parser.add_argument("--warc-bytes", type=float, default=1.07e9, help="of one WARC file")
    parser.add_argument("--pages-a-warc", type=int, default=30_000, help="responses with status 200 that are HTML")
    parser.add_argument("--months", type=int, default=120, help="of the whole archive")
    parser.add_argument("--core-hour", type=float, default=0.04, help="price in dollars")
    parser.add_argument("--terabyte-month", type=float, default=23, help="price of storage in dollars")
    parser.add_argument("--cores", type=int, default=64, help="of the cluster")
    given = parser.parse_args()
    print("| | a month | all of it |")
    print("|---|---|---|")
    pages = given.warcs * given.pages_a_warc
    hours = pages / given.pages_a_second / SECONDS_AN_HOUR
    read, written = given.warcs * given.warc_bytes, pages * given.bytes_a_page
    row("WARC files", given.warcs, given.months)
    row("read, TB", read / TERABYTE, given.months)
    row("pages, millions", pages / 1e6, given.months)
    row("facts, millions", pages * given.facts_a_page / 1e6, given.months)
    row("core-hours", hours, given.months)
    row(f"hours on {given.cores} cores", hours / given.cores, given.months)
    row("Parquet, TB", written / TERABYTE, given.months)
    parts = given.warcs * ceil(given.warc_bytes / MOST_OF_PART)
    row("parts", parts, given.months)
    row("files", parts * FILES_A_PART, given.months)
    row("computing, dollars", hours * given.core_hour, given.months)
    row("storage, dollars a month", written / TERABYTE * given.terabyte_month, given.months)
    rate = read / (hours / given.cores * SECONDS_AN_HOUR) / MEGABYTE
    print(f"{given.cores} cores read {rate:.0f} MB a second of WARCs; one core reads {rate / given.cores:.2f}")


def row(name: str, month: float, months: int) -> None:
    """Print a row."""
    print(f"| {name} | {shown(month)} | {shown(month * months)} |")


def shown(figure: float) -> str:
    """Give a figure with as many digits as it deserves."""
    return f"{figure:,.0f}" if figure >= 10 else f"{figure:.2g}"  # noqa: PLR2004  two digits


if __name__ == "__main__":
    main()
