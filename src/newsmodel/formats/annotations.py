"""W3C Web Annotations: every fact of an article as a note on its page, for annotation tools and linked data.

An annotation has a target, the words of the fact on the page, and bodies, what was understood. The words are told twice:
by themselves with what stands around them (``TextQuoteSelector``), and by their place in ``article.text`` in code points
(``TextPositionSelector``).
"""

import json
from collections.abc import Iterator
from typing import Any  # JSON-LD has any shape

from newsmodel.formats._identity import iri_of, urn_of
from newsmodel.formats._single import refuse_other
from newsmodel.model import Article, Entity, Event, Period, Quote, Span, Statistic, Tweet

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The JSON-LD context of what is written, as the recommendation asks for it."""

_Node = dict[str, Any]

_AROUND = 32  # characters on each side of the words, as Hypothesis has them


def to_web_annotations(article: Article) -> dict[str, Any]:
    """Give the facts of an article as W3C Web Annotations: a collection in one page, as plain data.

    The annotations are ``collection["first"]["items"]``: quotes, statistics and their parts, events, dates, entities (one annotation
    for all mentions), and the posts whose words the page holds. The same article always gives the same ``id`` values.

    Raises:
        TypeError: it is no ``Article``.

    """
    refuse_other(article)
    source = iri_of(article)
    # Two facts that say the same of the same words are one annotation.
    items = list({item["id"]: item for item in _annotations(article, source)}.values())
    collection: _Node = {
        "@context": CONTEXT,
        "id": urn_of("annotations", source),
        "type": "AnnotationCollection",
        "label": article.headline,
        "total": len(items),
    }
    if items:
        collection["first"] = {
            "id": urn_of("annotations", source, "1"),
            "type": "AnnotationPage",
            "partOf": collection["id"],
            "startIndex": 0,
            "items": items,
        }
    return collection


def _annotations(article: Article, source: str) -> Iterator[_Node]:
    targets = _Targets(article, source)
    for quote in article.quotes:
        yield _annotation("quote", [targets.at(quote.span)], _of_quote(quote))
    for statistic in _each(article.statistics):
        yield _annotation("statistic", [targets.at(statistic.span)], _of_statistic(statistic))
    for event in article.events:
        yield _annotation("event", [targets.at(event.span)], _of_event(event))
    for period in article.dates:
        yield _annotation("date", [targets.at(period.span)], _of_period(period))
    for entity in article.entities:
        if entity.mentions:
            yield _annotation(entity.kind.value, [*map(targets.at, entity.mentions)], _of_entity(entity))
    for tweet in article.tweets:
        if tweet.block is not None and (printed := article.body[tweet.block].text):
            words = tweet.text if tweet.text and tweet.text in printed else printed
            yield _annotation("post", [targets.words(words)], _of_tweet(tweet))


def _each(statistics: tuple[Statistic, ...]) -> Iterator[Statistic]:
    for statistic in statistics:
        yield statistic
        yield from _each(statistic.parts)


def _annotation(tag: str, targets: list[_Node], told: _Node) -> _Node:
    value = "\n".join(f"{key}: {value}" for key, value in told.items() if value is not None)
    described = {"type": "TextualBody", "purpose": "describing", "value": value, "format": "text/plain"}
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag}, *([described] if value else [])]
    return {
        "id": urn_of("annotation", tag, value, json.dumps(targets)),
        "type": "Annotation",
        "motivation": "describing" if value else "tagging",
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


class _Targets:
    """Makes targets on the page of one article; it knows where each block of the text ends."""

    def __init__(self, article: Article, source: str) -> None:
        self._text = article.text
        self._source = source

    def at(self, span: Span) -> _Node:
        """Select the words of a span, with what its blocks have around them."""
        text = self._text
        before = text[max(span.start - _AROUND, 0) : span.start].rpartition("\n")[2]
        after = text[span.end : span.end + _AROUND].partition("\n")[0]
        quoted = {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": before, "suffix": after}
        placed = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        return {"type": "SpecificResource", "source": self._source, "selector": [quoted, placed]}

    def words(self, exact: str) -> _Node:
        """Select words that stand outside the text."""
        return {"type": "SpecificResource", "source": self._source, "selector": {"type": "TextQuoteSelector", "exact": exact}}


def _named(entity: Entity | None) -> str | None:
    if entity is None:
        return None
    return f"{entity.name} ({entity.role})" if entity.role else entity.name


def _of_quote(quote: Quote) -> _Node:
    return {"speaker": _named(quote.speaker), "cue": quote.cue, "kind": quote.kind}


def _of_statistic(statistic: Statistic) -> _Node:
    return {
        "value": statistic.value if statistic.high is None else f"{statistic.value} to {statistic.high}",
        "bound": statistic.bound,
        "unit": statistic.unit,
        "measure": statistic.measure,
        "place": _named(statistic.place),
        "period": statistic.period and (statistic.period.edtf or statistic.period.duration or statistic.period.text),
        "source": _named(statistic.source),
    }


def _of_event(event: Event) -> _Node:
    return {
        "when": event.when and (event.when.edtf or event.when.text),
        "place": _named(event.place),
        "participants": "; ".join(filter(None, map(_named, event.participants))) or None,
    }


def _of_period(period: Period) -> _Node:
    return {"edtf": period.edtf, "duration": period.duration}


def _of_entity(entity: Entity) -> _Node:
    return {"name": entity.name, "role": entity.role}


def _of_tweet(tweet: Tweet) -> _Node:
    return {
        "author": tweet.author,
        "handle": tweet.handle and f"@{tweet.handle}",
        "posted": tweet.posted and tweet.posted.isoformat(),
        "url": tweet.url,
    }
