"""schema.org: the article as JSON-LD, for search engines, archives and knowledge graphs.

Every type and property is one of schema.org's, and stands where its definition allows it.
Only what the article tells is written: a party whose kind the text does not tell is a node without a type.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any  # JSON-LD has any shape

from newsmodel.formats._identity import is_absolute, part_of
from newsmodel.formats._known import known
from newsmodel.formats._single import refuse_other
from newsmodel.model import Article, Bound, Entity, EntityKind, Event, Image, Link, Period, Quote, QuoteKind, Statistic, Tweet, Video

CONTEXT = "https://schema.org"
"""The JSON-LD context of what is written."""

_Node = dict[str, Any]

_TYPES = {EntityKind.PERSON: "Person", EntityKind.ORGANIZATION: "Organization", EntityKind.PLACE: "Place"}
_UN_CEFACT = {"%": "P1"}
# "2016-09-10", "2016-09", "2016": what EDTF and the dates of schema.org (ISO 8601) write alike
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def to_schema_org(article: Article) -> dict[str, Any]:
    """Give an article as schema.org JSON-LD: a ``NewsArticle`` as plain data, ready for ``json.dumps``.

    Quotes are its parts, posts its citations, and people, organisations, places, events and statistics what it mentions.
    Where the article has a URL, it and what it mentions have an ``@id``, so that graphs of several articles can be joined.

    Raises:
        TypeError: it is no ``Article``.

    """
    refuse_other(article)
    nodes = _Nodes(article)
    return {"@context": CONTEXT, **known(nodes.article())}


class _Nodes:
    """Makes the nodes of one article; it knows the identifier of each entity."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._base = article.url if article.url is not None and is_absolute(article.url) else None
        self._ids = {entity: self._id(f"entity-{number}") for number, entity in enumerate(article.entities, 1)}

    def _id(self, name: str) -> str:
        return part_of(self._base, name) if self._base else f"_:{name}"

    def article(self) -> _Node:
        article = self._article
        mentioned: list[_Node] = [
            *(self.entity(entity, whole=True) for entity in article.entities),
            *map(self.event, article.events),
            *map(self.statistic, article.statistics),
        ]
        return {
            "@type": "NewsArticle",
            "@id": self._base,
            "url": article.url,
            "identifier": article.id,
            "headline": article.headline,
            "description": article.lede,
            "articleBody": article.text,
            "articleSection": [*filter(None, article.section)],
            "inLanguage": article.language,
            "datePublished": _moment(article.published),
            "dateModified": _moment(article.modified),
            "author": [*map(self.agent, article.authors)],
            "publisher": article.publisher and self.agent(article.publisher),
            "copyrightNotice": article.copyright,
            "keywords": [*article.keywords],
            "temporalCoverage": _coverage(article.dates),
            "mainEntityOfPage": self.page(),
            "image": [*_nodes(map(_image, article.images))],
            "video": [*_nodes(map(_video, article.videos))],
            "workTranslation": [*_nodes(map(_translation, article.translations))],
            "hasPart": [*map(self.quote, article.quotes)],
            "citation": [*_nodes(map(_post, article.tweets))],
            "mentions": mentioned,
        }

    def page(self) -> _Node | None:
        """Make the page around the article: the path that leads to it, and where it leads."""
        article = self._article
        steps = [
            {"@type": "ListItem", "position": position, "name": name} for position, name in enumerate(filter(None, article.section), 1)
        ]
        page = {
            "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": steps} if steps else None,
            "relatedLink": [link.url for link in article.related if link.url],
            "mentions": [*_nodes(map(_related, article.related))],
        }
        return {"@type": "WebPage", "url": article.url, **page} if any(page.values()) else None

    def entity(self, entity: Entity, *, whole: bool = False) -> _Node:
        """Make the node of an entity; what refers to it repeats its name alone."""
        kind = _TYPES.get(entity.kind)
        node = {"@type": kind, "@id": self._ids.get(entity), "name": entity.name}
        if whole or entity not in self._ids:
            node["jobTitle" if kind == "Person" else "description"] = entity.role
        return node

    def agent(self, entity: Entity) -> _Node:
        """Make the node of one who acts. A place that speaks ("Washington said") is not meant as a place."""
        if entity.kind is EntityKind.PLACE:
            return {"name": entity.name, "description": entity.role}
        return self.entity(entity)

    def quote(self, quote: Quote) -> _Node:
        speaker = quote.speaker and self.agent(quote.speaker)
        return {
            "@type": "Quotation",
            "text": quote.text,
            "spokenByCharacter": speaker,
            # The words of an indirect or mixed quote are the writer's, at least in part.
            "creator": speaker if quote.kind is QuoteKind.DIRECT else None,
        }

    def statistic(self, statistic: Statistic) -> _Node:
        period = statistic.period
        when = _plain(period)
        others = {
            "bound": statistic.bound.value if statistic.bound is Bound.ABOUT else None,
            "period": period.edtf if period is not None and when is None else None,
        }
        return {
            "@type": "Observation",
            "description": statistic.text,
            "variableMeasured": statistic.measure,
            **_amount(statistic),
            "unitText": statistic.unit,
            "unitCode": _UN_CEFACT.get(statistic.unit or ""),
            "observationAbout": statistic.place and self.entity(statistic.place),
            "observationDate": when,
            "observationPeriod": period and period.duration,
            "additionalProperty": [{"@type": "PropertyValue", "name": name, "value": value} for name, value in others.items() if value],
            "subjectOf": statistic.source and {"@type": "Claim", "author": self.agent(statistic.source)},
            "valueReference": [*map(self.statistic, statistic.parts)],
        }

    def event(self, event: Event) -> _Node:
        place = event.place
        return {
            "@type": "Event",
            "name": event.text,
            **_when(event.when),
            "location": place and (self.entity(place) if place.kind is EntityKind.PLACE else place.name),
            "about": [*map(self.entity, event.participants)],
        }


def _amount(statistic: Statistic) -> _Node:
    if statistic.high is not None:
        return {"minValue": statistic.value, "maxValue": statistic.high}
    match statistic.bound:
        case Bound.AT_LEAST:
            return {"minValue": statistic.value}
        case Bound.AT_MOST:
            return {"maxValue": statistic.value}
    return {"value": statistic.value}


def _image(image: Image) -> _Node:
    return {"@type": "ImageObject", "url": image.url, "caption": image.caption, "creditText": image.credit, "description": image.alt}


def _video(video: Video) -> _Node:
    return {"@type": "VideoObject", "url": video.url, "name": video.title, "duration": video.duration}


def _related(link: Link) -> _Node:
    return {"@type": "WebPage", "url": link.url, "name": link.text, "inLanguage": link.language}


def _translation(link: Link) -> _Node:
    named = {"@type": "Language", "name": link.text} if link.text else None
    return {"@type": "NewsArticle", "url": link.url, "inLanguage": link.language or named}


def _post(tweet: Tweet) -> _Node:
    # A post tells a name and an account, and not whether a person or an organisation stands behind them.
    author = {"name": tweet.author, "alternateName": tweet.handle and f"@{tweet.handle}"}
    return {
        "@type": "SocialMediaPosting",
        "url": tweet.url,
        "identifier": tweet.id,
        "text": tweet.text,
        "author": author,
        "datePublished": _moment(tweet.posted),
        "inLanguage": tweet.language,
        "keywords": [*tweet.hashtags],
        "mentions": [{"alternateName": f"@{name}"} for name in tweet.mentions],
        "citation": [{"@type": "WebPage", "url": _address(link)} for link in tweet.links],
        "sharedContent": [{"@type": "MediaObject", "url": _address(link)} for link in tweet.media],
    }


def _address(printed: str) -> str:
    """Give a printed link its scheme, which posts leave out (``pic.twitter.com/…``)."""
    return printed if _SCHEME.match(printed) else f"https://{printed}"


def _moment(moment: date | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def _plain(period: Period | None) -> str | None:
    """Give the day, month or year of a period that is exactly one of them, and not approximate."""
    edtf = period.edtf if period is not None else None
    return edtf if edtf is not None and _PLAIN_DATE.fullmatch(edtf) else None


def _when(period: Period | None) -> _Node:
    """Date an event: by one day, month or year where it is one, by its first and last day where it is not."""
    if plain := _plain(period):
        return {"startDate": plain}
    if period is None:
        return {}
    return {"startDate": _moment(period.start), "endDate": _moment(period.end)}


def _coverage(dates: Iterable[Period]) -> list[str]:
    """Give the dates of the text as EDTF, each once; schema.org writes an open side as two dots."""
    found = dict.fromkeys(filter(None, (period.edtf for period in dates)))
    return ["/".join(side or ".." for side in edtf.split("/")) for edtf in found]


def _nodes(nodes: Iterable[_Node]) -> Iterable[_Node]:
    """Leave out nodes that tell nothing but their type."""
    return (node for node in nodes if any(value for key, value in node.items() if key != "@type"))
