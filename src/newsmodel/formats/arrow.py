"""Arrow: five tables of many articles, for pandas, Polars, DuckDB, Parquet and whatever else reads Arrow."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any  # Any: pyarrow has no types of its own

from attrs import Factory, define, field, frozen

from newsmodel.formats._single import refuse_single
from newsmodel.model import Article
from newsmodel.model.rules import shown

if TYPE_CHECKING:
    import pyarrow as pa

_ARTICLES_AT_ONCE = 1000
"""How many articles stand in Python's memory before their rows become Arrow's, which is many times smaller."""


@frozen(kw_only=True)
class Tables:
    """The tables of :func:`to_arrow`; ``attrs.asdict(tables, recurse=False)`` gives them by name."""

    articles: "pa.Table" = field()
    """One row an article: its parts, its text, the dates and the entities that the text names."""

    quotes: "pa.Table" = field()
    """One row a quote."""

    tweets: "pa.Table" = field()
    """One row an embedded post."""

    statistics: "pa.Table" = field()
    """One row a number; a number that is a part of another has a row of its own, whose ``part_of`` tells of which."""

    events: "pa.Table" = field()
    """One row an event."""


def to_arrow(articles: Iterable[Article]) -> Tables:
    """Make tables of articles; needs the extra ``newsmodel[arrow]``.

    The column ``article_id`` joins them.
    It is the article's ``id``; without one it is a hash of its ``url``; without that, of headline, publisher, ``published`` and text.
    No two rows of ``articles`` have the same: where it comes again, ``#2``, ``#3`` and so on are added.

    Args:
        articles: any iterable; it is gone through once.

    Raises:
        ImportError: pyarrow is not installed.
        TypeError: ``articles`` is a single article, or one of them is none.

    """
    refuse_single(articles)
    pa = _pyarrow("to_arrow")
    from newsmodel.formats._building import Builder, schemas  # noqa: PLC0415  only needed here

    builders = [Builder(table, schema, pa) for table, schema in schemas(pa)]
    names = _Names()
    for number, article in enumerate(articles):
        if not isinstance(article, Article):
            msg = f"articles[{number}] must be Article: {shown(article)}"
            raise TypeError(msg)
        article_id = names.of(article)
        for builder in builders:
            builder.add(article_id, article)
        if number % _ARTICLES_AT_ONCE == _ARTICLES_AT_ONCE - 1:
            for builder in builders:
                builder.flush()
    return Tables(**{builder.table.name: builder.finished() for builder in builders})


def arrow_schemas() -> "dict[str, pa.Schema]":
    """Give the schema of each table by its name, the same whatever the tables hold; needs the extra ``newsmodel[arrow]``.

    Every column has its ``description`` in the metadata of its field.

    Raises:
        ImportError: pyarrow is not installed.

    """
    pa = _pyarrow("arrow_schemas")
    from newsmodel.formats._building import schemas  # noqa: PLC0415  only needed here

    return {table.name: schema for table, schema in schemas(pa)}


def _pyarrow(user: str) -> Any:
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        if error.name != "pyarrow":
            raise
        msg = f"{user} needs pyarrow, which is not installed: pip install 'newsmodel[arrow]'"
        raise ImportError(msg, name="pyarrow") from error
    return pa


@define
class _Names:
    """The names that articles have got, each of them once."""

    given: set[str] = Factory(set)
    times: dict[str, int] = Factory(dict)

    def of(self, article: Article) -> str:
        name = given = article.id or _hash_of(article)
        while given in self.given:
            self.times[name] = self.times.get(name, 1) + 1
            given = f"{name}#{self.times[name]}"
        self.given.add(given)
        return given


def _hash_of(article: Article) -> str:
    from hashlib import blake2b  # noqa: PLC0415  loads OpenSSL, which nothing else of newsmodel needs

    identity = [article.url]
    if article.url is None:
        publisher, published = article.publisher, article.published
        identity = [
            article.headline,
            publisher.name if publisher else None,
            published.isoformat() if published else None,
            article.text,
        ]
    return blake2b(json.dumps(identity).encode(), digest_size=16).hexdigest()
