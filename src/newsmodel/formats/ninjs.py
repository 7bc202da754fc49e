"""ninjs: the article in the JSON of news agencies (IPTC News in JSON, version 3.1).

From version 3 on ninjs writes its names in camel case (``versionCreated``), where versions 1 and 2 were all lower case.
Times are RFC 3339 with their offset: a day without a time, or a time without an offset, has no place in ninjs.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from html import escape
from itertools import groupby
from typing import Any  # ninjs has objects of many shapes
from urllib.parse import urlsplit

from newsmodel.formats._identity import as_uri, iri_of, is_absolute, part_of
from newsmodel.formats._known import known
from newsmodel.formats._single import refuse_other
from newsmodel.model import Article, Block, Entity, EntityKind, Image, Link, Role, Tweet, Video

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}
"""What a document says of the standard that it follows."""

_Object = dict[str, Any]

_TAGS = {Role.QUOTATION: "blockquote", Role.LIST_ITEM: "li", Role.TABLE: "pre"}
_HIGHEST_HEADING = 2


def to_ninjs(article: Article) -> dict[str, Any]:
    """Give an article as IPTC ninjs 3.1: one news object as plain data, ready for ``json.dumps``.

    Its words stand in ``headlines``, ``descriptions`` and ``bodies`` (plain and HTML); people, organisations, places and events
    in the arrays of these names; pictures, films, posts, translations and related articles in ``associations``.
    ``uri`` is the article's URL, or a URN made of its words where it has none.

    Raises:
        TypeError: it is no ``Article``.

    """
    refuse_other(article)
    uri = as_uri(iri_of(article))
    published, modified = _moment(article.published), _moment(article.modified)
    data = {
        "standard": STANDARD,
        "uri": uri,
        "type": "text",
        "representationType": "complete",
        "language": article.language,
        "firstCreated": published,
        "versionCreated": modified or published,
        "by": ", ".join(author.name for author in article.authors),
        "slugline": _slug(article.url),
        "copyrightNotice": article.copyright,
        "altIds": [{"role": "publisher", "value": article.id}] if article.id else None,
        "headlines": [_words("main", article.headline)],
        "descriptions": [_words("summary", article.lede)] if article.lede else None,
        "bodies": [_words("main", article.text), _words("main", _html(article), "text/html")] if article.text else None,
        "people": _named(article.entities, EntityKind.PERSON),
        "organisations": _named(article.entities, EntityKind.ORGANIZATION),
        "places": _named(article.entities, EntityKind.PLACE),
        "events": [{"name": event.text} for event in article.events],
        "subjects": [
            *_related_to("section", filter(None, article.section)),
            *_related_to("keyword", article.keywords),
        ],
        "infoSources": [
            *_related_to("publisher", [article.publisher.name] if article.publisher else []),
            *_related_to("author", (author.name for author in article.authors)),
        ],
        "associations": list(_associations(article, uri)),
    }
    return known(data)


def _words(role: str, text: str, kind: str = "text/plain") -> _Object:
    return {"role": role, "contentType": kind, "value": text}


def _named(entities: Iterable[Entity], kind: EntityKind) -> list[_Object]:
    return [{"name": name} for name in dict.fromkeys(entity.name for entity in entities if entity.kind is kind)]


def _related_to(rel: str, names: Iterable[str]) -> Iterator[_Object]:
    return ({"name": name, "rel": rel} for name in names)


def _moment(moment: date | None) -> str | None:
    """Write a time as ninjs asks for it; ``None`` for what is less than a time with its offset in whole minutes."""
    if not isinstance(moment, datetime) or (offset := moment.utcoffset()) is None or offset.total_seconds() % 60:
        return None
    return moment.isoformat()


def _slug(url: str | None) -> str | None:
    """Give the last step of the address's path, which newsrooms make of the headline."""
    try:
        steps = [step for step in urlsplit(url or "").path.split("/") if step]
    except ValueError:
        return None
    return steps[-1].removesuffix(".html") if steps else None


def _html(article: Article) -> str:
    """Write the prose as HTML without anything around it."""
    prose = (block for block in article.body if block.role.is_prose)
    parts = []
    for is_item, blocks in groupby(prose, key=lambda block: block.role is Role.LIST_ITEM):
        marked = "\n".join(map(_marked, blocks))
        parts.append(f"<ul>\n{marked}\n</ul>" if is_item else marked)
    return "\n".join(parts)


def _marked(block: Block) -> str:
    tag = f"h{block.level or _HIGHEST_HEADING}" if block.role is Role.HEADING else _TAGS.get(block.role, "p")
    return f"<{tag}>{escape(block.text, quote=False)}</{tag}>"


def _associations(article: Article, uri: str) -> Iterator[_Object]:
    """Give the news objects that belong to the article, each named by its kind and its number."""
    kinds: tuple[tuple[str, Iterable[tuple[str | None, _Object]]], ...] = (
        ("picture", ((image.url, _picture(image)) for image in article.images)),
        ("video", ((video.url, _film(video)) for video in article.videos)),
        ("post", ((tweet.url, _post(tweet)) for tweet in article.tweets)),
        ("translation", ((link.url, _translation(link)) for link in article.translations)),
        ("related", ((link.url, _related(link)) for link in article.related)),
    )
    for kind, objects in kinds:
        for number, (url, data) in enumerate(objects, 1):
            name = f"{kind}-{number}"
            yield {"name": name, "uri": _uri(url) or part_of(uri, name), **data}


def _uri(url: str | None) -> str | None:
    return as_uri(url) if url is not None and is_absolute(url) else None


def _rendition(url: str | None) -> list[_Object]:
    return [{"name": "main", "href": href}] if (href := _uri(url)) else []


def _picture(image: Image) -> _Object:
    return {
        "type": "picture",
        "by": image.credit,
        "descriptions": [_words(role, text) for role, text in (("caption", image.caption), ("alternative", image.alt)) if text],
        "renditions": _rendition(image.url),
    }


def _film(video: Video) -> _Object:
    return {
        "type": "video",
        "headlines": [_words("main", video.title)] if video.title else None,
        "renditions": _rendition(video.url),
    }


def _post(tweet: Tweet) -> _Object:
    account = tweet.handle and f"@{tweet.handle}"
    return {
        "type": "text",
        "language": tweet.language,
        "contentCreated": _moment(tweet.posted),
        "by": f"{tweet.author} ({account})" if tweet.author and account else tweet.author or account,
        "altIds": [{"role": "post", "value": tweet.id}] if tweet.id else None,
        "bodies": [_words("main", tweet.text)] if tweet.text else None,
        "subjects": [*_related_to("hashtag", tweet.hashtags)],
    }


def _translation(link: Link) -> _Object:
    return {"type": "text", "language": link.language}


def _related(link: Link) -> _Object:
    return {"type": "text", "language": link.language, "headlines": [_words("main", link.text)] if link.text else None}
