"""Ask the tables of a corpus who was quoted most, by month: ``python examples/quoted_by_month.py [DIRECTORY]``.

It needs ``newsmodel[corpus]`` and ``duckdb``. DIRECTORY is what ``newsmodel corpus … --out DIRECTORY`` wrote; without it, tables of 150
made-up pages are made and asked.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb

from newsmodel import corpus

HERE = Path(__file__).parent
QUERY = (HERE / "quoted_by_month.sql").read_text(encoding="utf-8")


def main() -> None:
    """Make tables where none are given, and print what the query answers."""
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(sys.argv[1]) if sys.argv[1:] else made_up(Path(folder))
        files = {name: f"{directory}/input=*/part=*/{name}.parquet" for name in ("quotes", "articles")}
        with duckdb.connect() as connection:
            for month, speaker, quotes in connection.execute(QUERY, files).fetchall():
                print(f"{month}  {speaker:<14}{quotes:>4}")


def made_up(folder: Path) -> Path:
    """Make tables of made-up pages."""
    warc, script = folder / "news.warc.gz", HERE.parent / "scripts" / "synthetic_warc.py"
    subprocess.run([sys.executable, script, warc, "--pages", "150"], check=True, stdout=subprocess.DEVNULL)  # noqa: S603  a script of ours
    corpus.tabulate([warc], folder / "facts", workers=1)
    return folder / "facts"


if __name__ == "__main__":
    main()
