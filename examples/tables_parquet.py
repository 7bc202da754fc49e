"""Write more articles than fit into memory as Parquet files, batch by batch, and read them back.

It needs ``newsmodel[arrow]``. Run it from anywhere: ``python examples/tables_parquet.py``.
"""

import tempfile
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

import attrs
import pyarrow.parquet as pq

import newsmodel

PAGES = Path(__file__).parent / "pages"
BATCH = 1000


def main() -> None:
    """Write five files, and print what they hold."""
    articles = (newsmodel.parse(page) for page in (PAGES / "harbour.html", PAGES / "ferry.html"))
    with tempfile.TemporaryDirectory() as folder:
        with ExitStack() as opened:
            # The schemas are the same for all batches, so that one file takes them all.
            files = {
                name: opened.enter_context(pq.ParquetWriter(Path(folder) / f"{name}.parquet", schema))
                for name, schema in newsmodel.arrow_schemas().items()
            }
            while batch := list(islice(articles, BATCH)):
                for name, table in attrs.asdict(newsmodel.to_arrow(batch), recurse=False).items():
                    files[name].write_table(table)

        for path in sorted(Path(folder).iterdir()):
            schema = pq.read_schema(path)
            print(f"{path.name}: {len(schema)} columns, version {schema.metadata[b'newsmodel'].decode()}")
        print(pq.read_table(Path(folder) / "articles.parquet", columns=["headline"]).to_pylist())


if __name__ == "__main__":
    main()
