"""Arrow tables in the making: the schemas of the columns, and the rows of the articles."""

from typing import Any  # pyarrow has no types of its own

from attrs import Factory, define

from newsmodel.formats._columns import Column, Table, tables
from newsmodel.model import Article

VERSION = 1
"""Version of the schemas, which their metadata hold under ``newsmodel``."""


def schemas(pa: Any) -> list[tuple[Table, Any]]:
    """Give each table with its schema."""
    types = {
        "string": pa.string(),
        "bool": pa.bool_(),
        "int64": pa.int64(),
        "double": pa.float64(),
        "date32[day]": pa.date32(),
        "timestamp[us]": pa.timestamp("us"),
        "timestamp[us, tz=UTC]": pa.timestamp("us", "UTC"),
    }

    def field(column: Column) -> Any:
        kind = pa.struct([field(inner) for inner in column.members.columns]) if column.members else types[column.type]
        if column.many:
            # Parquet calls the members of a list so: a table that is read back has the same schema.
            kind = pa.list_(pa.field("element", kind, nullable=False))
        return pa.field(column.name, kind, nullable=not column.required, metadata={"description": column.told})

    return [
        (
            table,
            pa.schema(
                [field(column) for column in (*table.keys, *table.columns)],
                metadata={"newsmodel": str(VERSION), "newsmodel.table": table.name},
            ),
        )
        for table in tables()
    ]


@define
class Builder:
    """One table in the making: the values that are not Arrow's yet, column by column, and the batches that are."""

    table: Table
    schema: Any
    pa: Any
    values: list[list[Any]] = Factory(lambda self: [[] for _ in self.schema], takes_self=True)
    batches: list[Any] = Factory(list)

    def add(self, article_id: str, article: Article) -> None:
        """Add the rows of an article."""
        reads = [column.read for column in self.table.columns]
        for key, fact in self.table.rows(article):
            row = (article_id, *key, *(read(fact) for read in reads))
            for column, value in zip(self.values, row, strict=True):
                column.append(value)

    def flush(self) -> None:
        """Make a batch of the rows that were added since the last."""
        if self.values[0]:
            arrays = [self.pa.array(values, type=column.type) for values, column in zip(self.values, self.schema, strict=True)]
            self.batches.append(self.pa.RecordBatch.from_arrays(arrays, schema=self.schema))
            self.values = [[] for _ in self.schema]

    def finished(self) -> Any:
        """Give the table."""
        self.flush()
        return self.pa.Table.from_batches(self.batches, schema=self.schema)
