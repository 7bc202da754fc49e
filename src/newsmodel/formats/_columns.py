"""The columns of the Arrow tables: how each is named, what it holds, and how it is read from the model.

Two rules make columns of fields. A field that holds one value with fields of its own, such as the speaker of a quote,
becomes one column for each of those (``speaker_name``, ``speaker_role``). A field that holds many becomes a list.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from operator import attrgetter
from typing import Any  # columns read classes of every kind

from attrs import evolve, field, frozen

from newsmodel.model import Article, Statistic

Read = Callable[[Any], Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@frozen
class Struct:
    """Values with fields of their own, as they stand in a list."""

    name: str
    columns: "tuple[Column, ...]"


@frozen
class Column:
    """One column of a table, or one field of a struct."""

    name: str
    told: str
    type: str = "string"
    """As Arrow writes it; that of the members where it is a list."""
    required: bool = False
    many: bool = False
    members: Struct | None = None
    """What it lists, where that has fields of its own."""
    read: Read = field()

    @read.default
    def _from_the_field_of_its_name(self) -> Read:
        return attrgetter(self.name)

    @property
    def shown(self) -> str:
        """The type in words, as the documentation has it."""
        if not self.many:
            return self.type
        return f"list of {self.members.name if self.members else self.type}"


@frozen
class Table:
    """One of the tables: the columns of its key, those of what it lists, and how the rows of an article are found."""

    name: str
    keys: tuple[Column, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Article], Iterator[tuple[tuple[int | None, ...], Any]]]
    """Gives what stands behind ``article_id`` in the key, and what the other columns are read from."""


def _inner(name: str, told: str, columns: tuple[Column, ...], *, required: bool = False) -> tuple[Column, ...]:
    """Give the columns of a field that holds one value with fields of its own."""
    value_of = attrgetter(name)

    def through(read: Read) -> Read:
        return lambda owner: None if (value := value_of(owner)) is None else read(value)

    return tuple(
        evolve(
            column,
            name=f"{name}_{column.name}",
            told=f"{told}: {column.told[0].lower()}{column.told[1:]}",
            required=required and column.required,
            read=through(column.read),
        )
        for column in columns
    )


def _list(name: str, told: str, members: Struct) -> Column:
    """Give the column of a field that holds many values with fields of their own."""
    list_of = attrgetter(name)
    fields = [(column.name, column.read) for column in members.columns]

    def read(owner: Any) -> list[dict[str, Any]]:
        return [{inner: get(value) for inner, get in fields} for value in list_of(owner)]

    return Column(name, told, members.name, required=True, many=True, members=members, read=read)


def _strings(name: str, told: str) -> Column:
    return Column(name, told, required=True, many=True, read=attrgetter(name))


def _moment(name: str, told: str) -> tuple[Column, ...]:
    """Give the columns of a field that holds a day or a time: the day alone, the clock as printed, and the instant."""
    value_of = attrgetter(name)

    def day(owner: Any) -> date | None:
        value: date | None = value_of(owner)
        return value.date() if isinstance(value, datetime) else value

    def clock(owner: Any) -> datetime | None:
        value = value_of(owner)
        return value.replace(tzinfo=None) if isinstance(value, datetime) else None

    def instant(owner: Any) -> int | None:
        value = value_of(owner)
        # Counted here: at the ends of the calendar the instant may lie in a year that Python cannot write.
        return (value - _EPOCH) // _MICROSECOND if isinstance(value, datetime) and value.utcoffset() is not None else None

    return (
        Column(name, f"{told}: the day", "date32[day]", read=day),
        Column(f"{name}_local", f"{told}: day and time as printed; null where only the day is known", "timestamp[us]", read=clock),
        Column(f"{name}_utc", f"{told}: the instant; null where the offset from UTC is not known", "timestamp[us, tz=UTC]", read=instant),
    )


def _number(name: str, told: str, *, required: bool = False) -> tuple[Column, ...]:
    """Give the columns of a number: one to reckon with, and one that keeps whole numbers exact."""
    value_of = attrgetter(name)

    def nearest(owner: Any) -> float | None:
        value = value_of(owner)
        return None if value is None else float(value)

    def whole(owner: Any) -> int | None:
        value = value_of(owner)
        return value if isinstance(value, int) else None

    return (
        Column(name, told, "double", required=required, read=nearest),
        Column(f"{name}_integer", f"{told}: as a whole number, exact; null where it is a float", "int64", read=whole),
    )


def _word(name: str, told: str) -> Column:
    """Give the column of an enum."""
    return Column(name, told, required=True, read=attrgetter(f"{name}.value"))


SPAN = Struct(
    "span",
    (
        Column("start", "Index of the first code point in the article's text", "int64", required=True),
        Column("end", "Index after the last code point", "int64", required=True),
    ),
)

ENTITY = Struct(
    "entity",
    (
        Column("name", "The fullest name that the page prints", required=True),
        _word("kind", "Person, organization, place or unknown"),
        Column("role", "Office, title or function as printed"),
        _list("mentions", "Where the text names it", SPAN),
    ),
)

PERIOD = Struct(
    "period",
    (
        Column("text", "The expression as printed", required=True),
        Column("start", "First day", "date32[day]"),
        Column("end", "Last day, inclusive", "date32[day]"),
        Column("duration", "Length as an ISO 8601 duration"),
        Column("approximate", "Whether the text calls it inexact", "bool", required=True),
        Column("edtf", "The days in EDTF (ISO 8601-2)"),
        *_inner("span", "Its place", SPAN.columns, required=True),
    ),
)

LINK = Struct(
    "link",
    (
        Column("text", "The words of the link"),
        Column("url", "Where it leads"),
        Column("language", "BCP 47 tag of the page that it leads to"),
    ),
)

IMAGE = Struct(
    "image",
    (
        Column("url", "Address of its largest variant"),
        Column("caption", "Caption without the credit"),
        Column("credit", "Who made it or owns it"),
        Column("alt", "Alternative text"),
    ),
)

VIDEO = Struct(
    "video",
    (
        Column("url", "Address of the film or of its player"),
        Column("title", "Title or description"),
        Column("duration", "Length as an ISO 8601 duration"),
    ),
)

BLOCK = Struct(
    "block",
    (
        _word("role", "What it is to the page, such as paragraph or heading"),
        Column("text", "Its words", required=True),
        *_inner("span", "Its place, if it is prose", SPAN.columns),
        Column("level", "Level of a heading", "int64"),
        _list("links", "Its hyperlinks", LINK),
        Column("language", "BCP 47 tag that the page gives it of its own"),
        Column(
            "source_line",
            "Number of its first line in a page text, from 1",
            "int64",
            read=lambda block: block.source if isinstance(block.source, int) else None,
        ),
        Column(
            "source_path",
            "Its element path in HTML",
            read=lambda block: block.source if isinstance(block.source, str) else None,
        ),
    ),
)

STRUCTS = (SPAN, ENTITY, PERIOD, LINK, IMAGE, VIDEO, BLOCK)
"""What stands in the lists."""

_ARTICLE_ID = Column("article_id", "Key of the article, the same in all tables", required=True)


def _place(name: str, told: str) -> tuple[Column, ...]:
    return (_ARTICLE_ID, Column(name, told, "int64", required=True))


def _numbered(name: str) -> Callable[[Article], Iterator[tuple[tuple[int | None, ...], Any]]]:
    facts_of = attrgetter(name)
    return lambda article: (((number,), fact) for number, fact in enumerate(facts_of(article)))


def _with_parts(article: Article) -> Iterator[tuple[tuple[int | None, ...], Statistic]]:
    """Give the statistics of an article with their parts, each part behind what it is a part of."""
    pending: list[tuple[Statistic, int | None]] = [(statistic, None) for statistic in reversed(article.statistics)]
    number = 0
    while pending:
        statistic, part_of = pending.pop()
        yield (number, part_of), statistic
        pending.extend((part, number) for part in reversed(statistic.parts))
        number += 1


@cache
def tables() -> tuple[Table, ...]:
    """Give the tables, that of the articles first."""
    text_and_span = (Column("text", "The words as printed", required=True), *_inner("span", "Their place", SPAN.columns, required=True))
    return (
        Table(
            "articles",
            (_ARTICLE_ID,),
            (
                Column("headline", "The headline as printed", required=True),
                Column("id", "The publisher's own identifier"),
                Column("lede", "The summary below the headline"),
                Column("text", "The prose; what every span counts in", required=True),
                _list("body", "The blocks from the lede to the last paragraph", BLOCK),
                _list("authors", "Those that the byline names", ENTITY),
                *_inner("publisher", "Whose page it is", ENTITY.columns),
                *_moment("published", "When it was first published"),
                *_moment("modified", "When it was last changed"),
                Column("language", "BCP 47 tag of its language"),
                Column("url", "Canonical address"),
                _strings("section", "The path of sections, widest first"),
                _strings("keywords", "Tags that the newsroom gave it"),
                Column("copyright", "Copyright notice"),
                _list("images", "Pictures, the cover first", IMAGE),
                _list("videos", "Films", VIDEO),
                _list("related", "Related articles", LINK),
                _list("translations", "The same article in other languages", LINK),
                _list("dates", "Every calendar expression of the text", PERIOD),
                _list("entities", "People, organisations and places", ENTITY),
            ),
            lambda article: iter([((), article)]),
        ),
        Table(
            "quotes",
            _place("quote", "Its place in `Article.quotes`, from 0"),
            (
                *text_and_span,
                _word("kind", "Direct, indirect or mixed"),
                *_inner("speaker", "Who said it", ENTITY.columns),
                *_inner("speaker_span", "The mention that tells the speaker", SPAN.columns),
                Column("cue", "The reporting words as printed"),
                *_inner("cue_span", "Place of the cue", SPAN.columns),
            ),
            _numbered("quotes"),
        ),
        Table(
            "tweets",
            _place("tweet", "Its place in `Article.tweets`, from 0"),
            (
                Column("text", "The words without the links", required=True),
                Column("author", "Display name"),
                Column("handle", "User name, without the @"),
                *_moment("posted", "When it was posted"),
                Column("url", "Address of the post"),
                Column("id", "The post's number"),
                _strings("links", "Its links as printed"),
                _strings("media", "Its pictures and films as printed"),
                Column("language", "BCP 47 tag that the embed declares"),
                Column("block", "Index of its block in the article's `body`, from 0", "int64"),
                _strings("hashtags", "Hashtags of the text, without the #"),
                _strings("mentions", "User names that the text mentions, without the @"),
            ),
            _numbered("tweets"),
        ),
        Table(
            "statistics",
            (
                *_place("statistic", "Its number within the article, from 0, parts counted too"),
                Column("part_of", "The `statistic` that it is a part of; null for one that is no part", "int64"),
            ),
            (
                *text_and_span,
                *_number("value", "The number, or the lower end of a range", required=True),
                *_number("high", "The upper end of a range"),
                _word("bound", "Exact, at_least, at_most or about"),
                Column("unit", "What is counted"),
                Column("measure", "What happened to them, or what is measured"),
                *_inner("source", "Who gives the number", ENTITY.columns),
                *_inner("place", "The place that it is about", ENTITY.columns),
                *_inner("period", "The time that it is about", PERIOD.columns),
            ),
            _with_parts,
        ),
        Table(
            "events",
            _place("event", "Its place in `Article.events`, from 0"),
            (
                *text_and_span,
                *_inner("when", "When it happened", PERIOD.columns),
                *_inner("place", "Where it happened", ENTITY.columns),
                _list("participants", "The people and organisations that the clause names", ENTITY),
            ),
            _numbered("events"),
        ),
    )
