"""The tables of a data set on their way to Parquet."""

from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, Self  # Any: pyarrow has no types of its own

from attrs import define, field

from newsmodel.corpus.summary import reason_of
from newsmodel.formats._building import VERSION, Builder, schemas
from newsmodel.model import Article, Failure, Source

PAGES = "pages"
"""The table that tells of every page what became of it."""

_AT_ONCE = 256
"""How many articles stand in memory before their rows are written."""

COLUMNS = (
    ("page_id", "string", True, "Key of the page, and the `article_id` of its article in the other tables"),
    ("name", "string", True, "Its file below the folder, or WARC and place of its record"),
    ("url", "string", False, "Its address as the archive has it"),
    ("captured", "utc", False, "When the archive fetched it"),
    ("bytes", "int64", True, "Its size, decompressed"),
    ("is_article", "bool", True, "Whether it gave an article"),
    ("reason", "string", False, "Why it gave none, in words that pages share: what newsmodel says, or the kind of the error"),
    ("message", "string", False, "The whole message"),
)


def page_schema(pa: Any) -> Any:
    """Give the schema of the table of pages."""
    types = {"string": pa.string(), "utc": pa.timestamp("us", "UTC"), "int64": pa.int64(), "bool": pa.bool_()}
    fields = [pa.field(name, types[kind], nullable=not required, metadata={"description": told}) for name, kind, required, told in COLUMNS]
    return pa.schema(fields, metadata={"newsmodel": str(VERSION), "newsmodel.table": PAGES})


def every_schema(pa: Any) -> dict[str, Any]:
    """Give the schema of each table by its name."""
    return {PAGES: page_schema(pa), **{table.name: schema for table, schema in schemas(pa)}}


@define
class Writer:
    """Writes the tables of one part, as its pages come, in batches that bound the memory."""

    folder: Path
    input_name: str
    pa: Any = field(init=False)
    _builders: list[Builder] = field(init=False)
    _pages: list[dict[str, Any]] = field(init=False, factory=list)
    _files: dict[str, Any] = field(init=False)

    def __attrs_post_init__(self) -> None:
        import pyarrow as pa  # noqa: PLC0415  an extra
        import pyarrow.parquet as pq  # noqa: PLC0415  an extra

        self.pa = pa
        self._builders = [Builder(table, schema, pa) for table, schema in schemas(pa)]
        self._files = {
            name: pq.ParquetWriter(self.folder / f"{name}.parquet", schema, compression="zstd") for name, schema in every_schema(pa).items()
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()

    def add(self, source: Source, size: int, result: Article | Failure, number: int) -> None:
        """Add a page and what it gave."""
        name = source.name or str(number)
        # Names what was captured, not the article: a page that was captured twice is two rows, and no two inputs ever give the same.
        page_id = blake2b(f"{self.input_name}\n{name}".encode(errors="replace"), digest_size=16).hexdigest()
        error = result.error if isinstance(result, Failure) else None
        self._pages.append({
            "page_id": page_id,
            "name": name.encode(errors="replace").decode(),
            "url": source.url,
            "captured": _instant(source.captured),
            "bytes": size,
            "is_article": error is None,
            "reason": None if error is None else reason_of(error).encode(errors="replace").decode(),
            "message": None if error is None else str(error).encode(errors="replace").decode(),
        })  # fmt: skip
        if isinstance(result, Article):
            for builder in self._builders:
                builder.add(page_id, result)
        if len(self._pages) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write the rows that were added."""
        if self._pages:
            self._files[PAGES].write_table(self.pa.Table.from_pylist(self._pages, schema=page_schema(self.pa)))
            self._pages.clear()
        for builder in self._builders:
            builder.flush()
            if builder.batches:
                self._files[builder.table.name].write_table(self.pa.Table.from_batches(builder.batches, schema=builder.schema))
                builder.batches.clear()


def _instant(moment: Any) -> datetime | None:
    if not isinstance(moment, datetime):
        return None if moment is None else datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
