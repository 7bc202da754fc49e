"""schema.org JSON-LD: every term is one of schema.org's, and stands where it may."""

import json
import re
from functools import cache
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

import newsmodel
from newsmodel import (
    Article,
    Block,
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
    to_schema_org,
)
from tests.formats.linked import FULL, URL
from tests.strategies import articles

ROOT = Path(__file__).parents[2]
SCHEMA = "https://schema.org/"
TERMS = json.loads(Path(__file__).with_name("schema_org_terms.json").read_text(encoding="utf-8"))
TYPES, PROPERTIES = TERMS["types"], TERMS["properties"]
# What schema.org makes of them in its own context: addresses stay texts here, since nothing but @id is an identifier.
CONTEXT = {"@vocab": SCHEMA}
LITERALS = {
    str: {"Text", "URL", "Date", "DateTime", "Duration"},
    int: {"Number", "Integer", "QuantitativeValue"},
    float: {"Number", "Float", "QuantitativeValue"},
}
EXAMPLE = newsmodel.parse(ROOT / "examples" / "syria_article.txt")


@cache
def kinds(name):
    """Give a type with everything that it is a kind of."""
    return frozenset({name}).union(*(kinds(parent) for parent in TYPES.get(name, ())))


def faults_of(node):
    """Give what is wrong with a node and those inside it, by the vocabulary; a node without a type is a Thing."""
    names = node.get("@type", "Thing")
    if names not in TYPES:
        yield f"no type: {names}"
        return
    for key, value in node.items():
        if key in {"@type", "@id", "@context"}:
            continue
        if key not in PROPERTIES:
            yield f"no property: {key}"
            continue
        if not kinds(names) & set(PROPERTIES[key]["domains"]):
            yield f"{key} is no property of {names}"
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                if "@type" in inner and not kinds(inner["@type"]) & set(PROPERTIES[key]["ranges"]):
                    yield f"{key} takes no {inner['@type']}"
                yield from faults_of(inner)
            elif not LITERALS[type(inner)] & set(PROPERTIES[key]["ranges"]):
                yield f"{key} takes no {type(inner).__name__}"


@pytest.mark.parametrize("article", [FULL, EXAMPLE], ids=["full", "example"])
def test_every_term_stands_where_schema_org_allows_it(article):
    """Every type and property is of the vocabulary, every property on a type of its domain and every value of its range."""
    assert list(faults_of(to_schema_org(article))) == []


@settings(max_examples=40)
@given(articles())
def test_any_article_is_sound(article):
    """Any article at all gives plain data that holds to the vocabulary and is JSON."""
    written = to_schema_org(article)
    assert list(faults_of(written)) == []
    assert json.loads(json.dumps(written, allow_nan=False)) == written


def test_the_check_sees_what_is_wrong():
    """The check of these tests tells wrong types, properties, domains and ranges."""
    wrong = {
        "@type": "NewsArticle",
        "headlines": "x",
        "jobTitle": "x",
        "author": {"@type": "Place"},
        "about": {"@type": "Thingy"},
        "text": 1,
    }
    assert sorted(faults_of(wrong)) == [
        "about takes no Thingy",
        "author takes no Place",
        "jobTitle is no property of NewsArticle",
        "no property: headlines",
        "no type: Thingy",
        "text takes no int",
    ]


@pytest.mark.parametrize("article", [FULL, EXAMPLE], ids=["full", "example"])
def test_a_processor_reads_all_of_it(article):
    """A JSON-LD processor drops nothing: what it expands has every key and value, each an IRI of schema.org's."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="pyld is not installed (the extra `ecosystem` has it)")
    written = {**to_schema_org(article), "@context": CONTEXT}
    (expanded,) = jsonld.expand(written)
    assert _compared(expanded) == _expected(written)


def _expected(node):
    known = {key: value for key, value in node.items() if not key.startswith("@")}
    expanded = {SCHEMA + key: [*map(_inner, value if isinstance(value, list) else [value])] for key, value in known.items()}
    expanded |= {"@id": node["@id"]} if "@id" in node else {}
    return expanded | ({"@type": [SCHEMA + node["@type"]]} if "@type" in node else {})


def _inner(value):
    return _expected(value) if isinstance(value, dict) else value


def _compared(value):
    if isinstance(value, dict):
        return value["@value"] if "@value" in value else {key: _compared(inner) for key, inner in value.items()}
    return [_compared(inner) for inner in value] if isinstance(value, list) else value


def test_the_parts_of_the_full_article():
    """Each field goes to its term."""
    written = to_schema_org(FULL)
    assert written["@context"] == "https://schema.org"
    assert (written["@type"], written["@id"], written["url"]) == ("NewsArticle", URL, URL)
    assert written["articleSection"] == ["World", "Ports"]
    assert (written["datePublished"], written["dateModified"]) == ("2024-05-04T08:30:00+00:00", "2024-05-05")
    assert written["author"] == [{"@type": "Person", "name": "Ada Berg", "jobTitle": "reporter"}, {"name": "Agence X"}, {"name": "Oslo"}]
    assert [step["name"] for step in written["mainEntityOfPage"]["breadcrumb"]["itemListElement"]] == ["World", "Ports"]
    assert written["temporalCoverage"] == ["2024-05-03", "2024-05-03~/..", "2024-03", "2024-05-04/2024-05-09", "199X"]
    assert [image.get("caption") for image in written["image"]] == ["The port", "No address"]
    assert written["workTranslation"][1]["inLanguage"] == {"@type": "Language", "name": "Français"}


def test_who_says_what():
    """Direct words are their speaker's own; a place that speaks, and one of unknown kind, has no type."""
    direct, indirect, mixed, unknown, nobody = to_schema_org(FULL)["hasPart"]
    mara = {"@type": "Person", "@id": "https://news.example/harbour/port-opens-again.html#entity-2", "name": "Mara Lind"}
    assert direct["spokenByCharacter"] == direct["creator"] == mara
    assert indirect["spokenByCharacter"]["@type"] == "Organization"
    assert "creator" not in indirect
    assert mixed["spokenByCharacter"] == {"name": "Nordhavn"}
    assert unknown["spokenByCharacter"] == {"@id": f"{URL}#entity-4", "name": "the crews"}
    assert "spokenByCharacter" not in nobody


def test_how_many():
    """Bounds and ranges are `minValue` and `maxValue`; zero is a value; parts and sources are kept."""
    lost, came, left, stayed, none = (node for node in to_schema_org(FULL)["mentions"] if node.get("@type") == "Observation")
    assert (lost["value"], lost["unitText"], lost["variableMeasured"]) == (1200, "boats", "lost")
    assert lost["subjectOf"]["author"]["name"] == "Mara Lind"
    assert (came["minValue"], came["observationDate"], came["valueReference"][0]["value"]) == (40, "2024-03", 12)
    assert (left["minValue"], left["maxValue"], left["observationPeriod"]) == (2, 3, "P6D")
    assert (stayed["value"], stayed["unitCode"]) == (5, "P1")
    assert [(extra["name"], extra["value"]) for extra in stayed["additionalProperty"]] == [("bound", "about"), ("period", "199X")]
    assert none["maxValue"] == 0


def test_when_it_happened():
    """A day, month or year is the start; other stretches have their first and last day, as far as they are known."""
    events = [node for node in to_schema_org(FULL)["mentions"] if node.get("@type") == "Event"]
    assert [(event["startDate"], event.get("endDate")) for event in events] == [
        ("2024-05-03", None),
        ("2024-05-04", "2024-05-09"),
        ("1990-01-01", "1999-12-31"),
        ("2024-05-03", None),
    ]
    assert (events[0]["location"]["@type"], events[1]["location"]) == ("Place", "the crews")


def test_a_post_and_what_it_shares():
    """A post has its author as it names itself, without a kind, and its links and media as addresses."""
    post, bare = to_schema_org(FULL)["citation"]
    assert post["author"] == {"name": "Nordhavn Port", "alternateName": "@nordhavn"}
    assert (post["keywords"], post["mentions"]) == (["port"], [{"alternateName": "@mara_l"}])
    assert post["sharedContent"] == [{"@type": "MediaObject", "url": "https://pic.twitter.com/xyz"}]
    assert bare == {"@type": "SocialMediaPosting", "identifier": "2", "datePublished": "2024-05-03"}


def test_nothing_is_said_of_what_is_not_known():
    """An article of a headline alone gives a headline alone; without a URL, entities are blank nodes."""
    assert to_schema_org(Article(headline="Port", body=())) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Port",
    }
    mara = Entity(name="Mara", kind=EntityKind.PERSON, mentions=(Span(0, 4),))
    quote = Quote(text="waves", kind=QuoteKind.INDIRECT, speaker=mara, span=Span(5, 10))
    written = to_schema_org(
        Article(headline="Port", body=(Block(role=Role.PARAGRAPH, text="Mara waves"),), quotes=(quote,), entities=(mara,))
    )
    assert written["hasPart"][0]["spokenByCharacter"] == written["mentions"][0] == {"@type": "Person", "@id": "_:entity-1", "name": "Mara"}


# "| `Event.text`, `Event.span` | `name` |"
ROW = re.compile(r"^\| (?P<fields>`[^|]+) \| (?P<terms>[^|]+) \|$", re.MULTILINE)
TABLE = [(found["fields"], found["terms"]) for found in ROW.finditer((ROOT / "docs/reference/schema_org.md").read_text(encoding="utf-8"))]


def test_the_table_tells_of_every_field():
    """The table of the docs has every field of an article and of what it holds, each once."""
    told = [name for fields, _ in TABLE for name in re.findall(r"`(\w+\.\w+)`", fields)]
    classes = (Article, Quote, Tweet, Statistic, Event, Entity, Period, Image, Video, Link)
    assert sorted(told) == sorted(f"{cls.__name__}.{field.name}" for cls in classes for field in attrs.fields(cls))


def test_the_table_tells_of_every_term():
    """The table of the docs names every type and property that is written."""
    told = {word for _, terms in TABLE for name in re.findall(r"`([@\w.]+)`", terms) for word in name.split(".")}
    assert set(terms_of({key: value for key, value in to_schema_org(FULL).items() if key != "@context"})) - told == {"@type"}


def terms_of(node):
    """Give every key and type of a node and of those inside it."""
    for key, value in node.items():
        yield value if key == "@type" else key
        yield key
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from terms_of(inner)
