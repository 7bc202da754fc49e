"""A way back from the Arrow tables, which only the tests need: it shows that nothing is lost on the way there."""

from datetime import UTC, datetime, timedelta, timezone

from attrs import asdict

from newsmodel.model import (
    Article,
    Block,
    Bound,
    Entity,
    EntityKind,
    Event,
    Image,
    Link,
    Period,
    Quote,
    QuoteKind,
    Role,
    Span,
    Statistic,
    Tweet,
    Video,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def rows_of(table):
    """Give the rows of a table; instants as microseconds, since some lie in years that Python does not have."""
    columns = [
        (name, column.cast("int64") if "tz=UTC" in str(column.type) else column)
        for name, column in zip(table.column_names, table.columns, strict=True)
    ]
    return [dict(zip(dict(columns), row, strict=True)) for row in zip(*(column.to_pylist() for _, column in columns), strict=True)]


def articles_of(tables):
    """Make the articles again of which the tables were made."""
    facts = {name: {} for name in asdict(tables, recurse=False)}
    for name, found in facts.items():
        for row in rows_of(getattr(tables, name)):
            found.setdefault(row["article_id"], []).append(row)
    return [_article(row, {name: found.get(row["article_id"], []) for name, found in facts.items()}) for row in rows_of(tables.articles)]


def _article(row, facts):
    return Article(
        **{name: row[name] for name in ("headline", "id", "lede", "language", "url", "copyright")},
        body=tuple(map(_block, row["body"])),
        authors=tuple(map(_entity, row["authors"])),
        publisher=_entity(_under(row, "publisher")),
        published=_moment(row, "published"),
        modified=_moment(row, "modified"),
        section=tuple(row["section"]),
        keywords=tuple(row["keywords"]),
        images=tuple(Image(**image) for image in row["images"]),
        videos=tuple(Video(**video) for video in row["videos"]),
        related=_links(row["related"]),
        translations=_links(row["translations"]),
        dates=tuple(map(_period, row["dates"])),
        entities=tuple(map(_entity, row["entities"])),
        quotes=tuple(map(_quote, facts["quotes"])),
        tweets=tuple(map(_tweet, facts["tweets"])),
        statistics=_statistics(facts["statistics"], None),
        events=tuple(map(_event, facts["events"])),
    )


def _under(row, prefix):
    return {name.removeprefix(f"{prefix}_"): value for name, value in row.items() if name.startswith(f"{prefix}_")}


def _span(row, name="span"):
    return None if row[f"{name}_start"] is None else Span(row[f"{name}_start"], row[f"{name}_end"])


def _entity(row):
    if row["name"] is None:
        return None
    mentions = tuple(Span(**mention) for mention in row["mentions"])
    return Entity(name=row["name"], kind=EntityKind(row["kind"]), role=row["role"], mentions=mentions)


def _period(row):
    if row["text"] is None:
        return None
    plain = {name: row[name] for name in ("text", "start", "end", "duration", "approximate")}
    made = Period(**plain, span=_span(row))
    assert made.edtf == row["edtf"]
    return made


def _moment(row, name):
    day, local, utc = row[name], row[f"{name}_local"], row[f"{name}_utc"]
    if local is None:
        return day
    assert local.date() == day
    if utc is None:
        return local
    return local.replace(tzinfo=timezone((local - EPOCH) - timedelta(microseconds=utc)))


def _links(rows):
    return tuple(Link(**row) for row in rows)


def _block(row):
    plain = {name: row[name] for name in ("text", "level", "language")}
    source = row["source_path"] if row["source_line"] is None else row["source_line"]
    return Block(**plain, role=Role(row["role"]), span=_span(row), links=_links(row["links"]), source=source)


def _quote(row):
    return Quote(
        text=row["text"],
        kind=QuoteKind(row["kind"]),
        speaker=_entity(_under(row, "speaker")),
        cue=row["cue"],
        span=_span(row),
        speaker_span=_span(row, "speaker_span"),
        cue_span=_span(row, "cue_span"),
    )


def _tweet(row):
    plain = {name: row[name] for name in ("text", "author", "handle", "url", "id", "language", "block")}
    made = Tweet(**plain, posted=_moment(row, "posted"), links=tuple(row["links"]), media=tuple(row["media"]))
    assert (list(made.hashtags), list(made.mentions)) == (row["hashtags"], row["mentions"])
    return made


def _number(row, name):
    return row[name] if row[f"{name}_integer"] is None else row[f"{name}_integer"]


def _statistics(rows, part_of):
    return tuple(
        Statistic(
            **{name: row[name] for name in ("text", "unit", "measure")},
            value=_number(row, "value"),
            high=_number(row, "high"),
            bound=Bound(row["bound"]),
            parts=_statistics(rows, row["statistic"]),
            source=_entity(_under(row, "source")),
            place=_entity(_under(row, "place")),
            period=_period(_under(row, "period")),
            span=_span(row),
        )
        for row in rows
        if row["part_of"] == part_of
    )


def _event(row):
    return Event(
        text=row["text"],
        when=_period(_under(row, "when")),
        place=_entity(_under(row, "place")),
        participants=tuple(map(_entity, row["participants"])),
        span=_span(row),
    )
