"""Web Annotations: every fact is one, and each holds to the W3C model."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

import newsmodel
from newsmodel import Article, to_web_annotations
from tests.formats.linked import FULL, URL
from tests.strategies import articles

ROOT = Path(__file__).parents[2]
EXAMPLE = newsmodel.parse(ROOT / "examples" / "syria_article.txt")
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}


def is_iri(value):
    """Tell whether a value is an absolute IRI."""
    return isinstance(value, str) and ":" in value and not any(map(str.isspace, value))


def faults_of(data):
    """Hold a collection to what the Web Annotation Data Model and its protocol of collections demand (their MUSTs)."""
    if data.get("@context") != "http://www.w3.org/ns/anno.jsonld":
        yield "the collection must have the context of annotations"
    if not is_iri(data.get("id")) or data.get("type") != "AnnotationCollection":
        yield "a collection must have an IRI and its type"
    if type(data.get("total")) is not int or data["total"] < 0:
        yield "total must be a whole number"
    page = data.get("first")
    if page is None:
        return
    if not is_iri(page.get("id")) or page.get("type") != "AnnotationPage" or page.get("partOf") != data.get("id"):
        yield "a page must have an IRI, its type and its collection"
    if not isinstance(page.get("items"), list) or len(page["items"]) != data["total"]:
        yield "a page must have its annotations"
        return
    if len({item.get("id") for item in page["items"]}) != len(page["items"]):
        yield "an annotation must have an IRI of its own"
    for item in page["items"]:
        yield from faults_of_annotation(item)


def faults_of_annotation(item):
    """Hold one annotation to the model."""
    if not is_iri(item.get("id")) or item.get("type") != "Annotation":
        yield "an annotation must have one IRI, and be of type Annotation"
    if item.get("motivation") not in MOTIVATIONS:
        yield "a motivation must be one of the vocabulary"
    for body in item.get("body", ()):
        if body.get("type") != "TextualBody" or not isinstance(body.get("value"), str) or body.get("purpose") not in MOTIVATIONS:
            yield "a textual body must have a value and a purpose"
    targets = item.get("target")
    targets = targets if isinstance(targets, list) else [targets]
    if not targets or not all(targets):
        yield "an annotation must have a target"
        return
    for target in targets:
        if not is_iri(target.get("source")):
            yield "a specific resource must have one source"
        selectors = target.get("selector")
        for selector in selectors if isinstance(selectors, list) else [selectors]:
            yield from faults_of_selector(selector)


def faults_of_selector(selector):
    """Hold one selector to the model."""
    match selector:
        case {"type": "TextQuoteSelector", "exact": str()}:
            if not all(isinstance(selector.get(key, ""), str) for key in ("prefix", "suffix")):
                yield "prefix and suffix must be texts"
        case {"type": "TextPositionSelector", "start": int(start), "end": int(end)}:
            if not 0 <= start < end:
                yield "start and end must be whole numbers, and not be negative"
        case _:
            yield "a selector must have what its type demands"


def items_of(article):
    """Give the annotations of an article."""
    return to_web_annotations(article).get("first", {"items": []})["items"]


def targets_of(item):
    """Give the targets of an annotation."""
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


@pytest.mark.parametrize("article", [FULL, EXAMPLE], ids=["full", "example"])
def test_annotations_hold_to_the_model(article):
    """A collection, its page and every annotation have what the W3C model demands."""
    assert list(faults_of(to_web_annotations(article))) == []


@settings(max_examples=40)
@given(articles())
def test_annotations_of_any_article(article):
    """Any article gives a sound collection, whose selectors say the words that stand at their places."""
    written = to_web_annotations(article)
    assert list(faults_of(written)) == []
    assert json.loads(json.dumps(written)) == written
    for item in items_of(article):
        for target in targets_of(item):
            if isinstance(target["selector"], list):
                quote, place = target["selector"]
                start, end = place["start"], place["end"]
                assert article.text[start:end] == quote["exact"]
                assert article.text[:start].endswith(quote["prefix"])
                assert article.text[end:].startswith(quote["suffix"])


@pytest.mark.parametrize("article", [FULL, EXAMPLE], ids=["full", "example"])
def test_a_processor_reads_every_key(article):
    """Every key of an annotation is a term of the context that W3C publishes, and so survives expansion."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="pyld is not installed (the extra `ecosystem` has it)")
    (expanded,) = jsonld.expand({**to_web_annotations(article), "@context": CONTEXT})
    assert counted(expanded) == counted({key: value for key, value in to_web_annotations(article).items() if key != "@context"})


# The part of http://www.w3.org/ns/anno.jsonld that is used here.
CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector")},
    "TextualBody": "oa:TextualBody",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    **{name: f"oa:{name}" for name in MOTIVATIONS},
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
    "value": "rdf:value",
    "format": "dc:format",
    "label": "rdfs:label",
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
    "first": {"@type": "@id", "@id": "as:first"},
    "partOf": {"@type": "@id", "@id": "as:partOf"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
}


def counted(value):
    """Count the members of all nodes, values of the same key one by one."""
    if isinstance(value, list):
        return sum(map(counted, value))
    if not isinstance(value, dict) or set(value) == {"@id"} or "@value" in value:
        return 1
    if set(value) == {"@list"}:
        return counted(value["@list"])
    return sum(map(counted, value.values()))


def test_what_was_understood_is_told():
    """The bodies tell the kind of a fact, and its fields line by line."""
    first = items_of(FULL)[0]
    tag, told = first["body"]
    assert (tag["purpose"], tag["value"]) == ("tagging", "quote")
    assert told["purpose"] == first["motivation"] == "describing"
    assert told["value"].splitlines() == ["speaker: Mara Lind (head of the port)", "cue: said", "kind: direct"]
    quote, place = first["target"]["selector"]
    assert first["target"]["source"] == URL
    assert (quote["exact"], quote["prefix"], quote["suffix"]) == (
        "We lost 1,200 boats & more.",
        " Lind, head of the port, said: “",
        "” Nordhavn wants its ships back,",
    )
    assert place == {"type": "TextPositionSelector", "start": FULL.quotes[0].span.start, "end": FULL.quotes[0].span.end}


def test_every_fact_is_annotated_once():
    """Facts with words are annotated, parts of statistics too; an entity once with all its mentions, a post by its words alone."""
    tags = [item["body"][0]["value"] for item in items_of(FULL)]
    counts = {tag: tags.count(tag) for tag in dict.fromkeys(tags)}
    assert counts == {
        "quote": 5,
        "statistic": 6,
        "event": 4,
        "date": 5,
        "place": 1,
        "person": 1,
        "organization": 1,
        "unknown": 1,
        "post": 1,
    }
    nordhavn = next(item for item in items_of(FULL) if item["body"][0]["value"] == "place")
    assert [target["selector"][1]["start"] for target in nordhavn["target"]] == [mention.start for mention in FULL.entities[0].mentions]


def test_posts_are_annotated_by_their_words():
    """A post stands outside the text, so that it has no place in it."""
    post = items_of(EXAMPLE)[-1]
    assert post["target"]["selector"] == {"type": "TextQuoteSelector", "exact": "US, Russia fail to revive Syrian truce"}


def test_identifiers_are_stable():
    """The same article always has the same identifiers."""
    assert to_web_annotations(FULL) == to_web_annotations(newsmodel.from_json(newsmodel.to_json(FULL)))


def test_an_article_without_facts_has_an_empty_collection():
    """Without annotations there is no page."""
    assert "first" not in to_web_annotations(Article(headline="Port", body=()))
