"""Make tables of WARCs on a Dask cluster: ``python examples/corpus_dask.py DIRECTORY WARC…``.

It needs ``newsmodel[corpus]``. DIRECTORY and the WARCs may be URLs that fsspec knows, such as ``s3://bucket/facts``; what is a path must be
there on every worker. Without arguments it tries itself on two small WARCs and two processes of this machine.
"""

import gzip
import sys
import tempfile
from pathlib import Path

import dask.bag
from dask.distributed import Client, LocalCluster

from newsmodel.corpus import Summary, open_tables, parts_of, write_part

PAGES = Path(__file__).parent / "pages"


def tabulate(client: Client, warcs: list[str], directory: str) -> Summary:
    """Make the tables; a part whose worker is lost is given to another, and what an earlier run completed is not done again."""
    parts = parts_of(warcs, directory, workers=len(client.scheduler_info()["workers"]))
    summaries = client.compute(dask.bag.from_sequence(parts, partition_size=1).map(write_part, directory), retries=3).result()
    return Summary.of(summaries)


def warc_of(pages: list[Path]) -> bytes:
    """Put pages into a WARC."""
    records = []
    for page in pages:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.read_bytes()
        head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.quay.example/{page.name}\r\n"
        head += (
            f"WARC-Date: 2024-06-01T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + block + b"\r\n\r\n"))
    return b"".join(records)


def main() -> None:
    """Make the tables, and print what they hold."""
    with tempfile.TemporaryDirectory() as folder, LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        directory, *warcs = sys.argv[1:] or [f"{folder}/facts", f"{folder}/harbour.warc.gz", f"{folder}/ferry.warc.gz"]
        if not sys.argv[1:]:
            for warc in map(Path, warcs):
                warc.write_bytes(warc_of([PAGES / f"{warc.name.partition('.')[0]}.html"]))
        with Client(cluster) as client:
            summary = tabulate(client, warcs, directory)
        print(f"{summary.pages} pages, {summary.articles} articles, {summary.facts['quotes']} quotes")
        for name, table in open_tables(directory).items():
            print(f"{name}: {table.count_rows()} rows")


if __name__ == "__main__":
    main()
