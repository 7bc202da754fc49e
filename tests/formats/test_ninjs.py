"""ninjs: every document holds to what is known of IPTC ninjs 3.1."""

import json
from datetime import date, datetime
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

import newsmodel
from newsmodel import Article, Block, Role, to_ninjs
from tests.formats.linked import FULL, URL
from tests.strategies import articles

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(Path(__file__).with_name("ninjs-3.1.schema.json").read_text(encoding="utf-8"))
EXAMPLE = newsmodel.parse(ROOT / "examples" / "syria_article.txt")


@pytest.fixture(name="faults", scope="module")
def _faults():
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed (the extra `ecosystem` has it)")
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    return lambda data: [error.message for error in validator.iter_errors(data)]


@pytest.mark.parametrize("article", [FULL, EXAMPLE], ids=["full", "example"])
def test_documents_hold_to_the_schema(faults, article):
    """What is written has the properties of ninjs, with values of their types, and no others."""
    assert faults(to_ninjs(article)) == []


@settings(max_examples=40)
@given(article=articles())
def test_any_article_holds_to_the_schema(faults, article):
    """Any article at all gives a sound document, which is JSON."""
    written = to_ninjs(article)
    assert faults(written) == []
    assert json.loads(json.dumps(written, allow_nan=False)) == written


def test_the_schema_refuses_what_is_no_ninjs(faults):
    """The schema sees names of other versions, wrong types and missing identifiers."""
    written = to_ninjs(FULL)
    assert faults({**written, "versioncreated": "2024-05-04T08:30:00Z"})
    assert faults({**written, "type": "article"})
    assert faults({key: value for key, value in written.items() if key != "uri"})
    assert faults({**written, "associations": [{**written["associations"][0], "caption": "x"}]})


def test_the_parts_of_the_full_article():
    """Each field goes to its property."""
    written = to_ninjs(FULL)
    assert (written["uri"], written["slugline"], written["by"]) == (URL, "port-opens-again", "Ada Berg, Agence X, Oslo")
    assert written["firstCreated"] == "2024-05-04T08:30:00+00:00"
    assert written["headlines"] == [{"role": "main", "contentType": "text/plain", "value": "Port opens again"}]
    assert written["bodies"][0]["value"] == FULL.text
    assert written["people"] == [{"name": "Mara Lind"}]
    assert written["organisations"] == [{"name": "Havn Line"}]
    assert written["places"] == [{"name": "Nordhavn"}]
    assert written["events"][0] == {"name": "The port of Nordhavn opened again on 3 May 2024"}
    assert [subject["name"] for subject in written["subjects"]] == ["World", "Ports", "ships"]
    assert written["infoSources"][0] == {"name": "Example News", "rel": "publisher"}


def test_pictures_posts_and_the_rest_are_associations():
    """What belongs to the article has its own address, or one below the article's."""
    found = {each["name"]: each for each in to_ninjs(FULL)["associations"]}
    assert [(name, each["uri"]) for name, each in found.items()] == [
        ("picture-1", "https://news.example/port.jpg"),
        ("picture-2", f"{URL}#picture-2"),
        ("picture-3", f"{URL}#picture-3"),
        ("video-1", "https://news.example/v/1"),
        ("post-1", "https://twitter.com/nordhavn/status/1"),
        ("post-2", f"{URL}#post-2"),
        ("translation-1", "https://news.example/de"),
        ("translation-2", f"{URL}#translation-2"),
        ("related-1", "https://news.example/winter"),
        ("related-2", f"{URL}#related-2"),
    ]
    assert [words["value"] for words in found["picture-1"]["descriptions"]] == ["The port", "Ships at a quay"]
    assert (found["post-1"]["by"], found["post-1"]["contentCreated"]) == ("Nordhavn Port (@nordhavn)", "2024-05-03T07:00:00+00:00")
    assert "contentCreated" not in found["post-2"]


def test_the_prose_is_html_too():
    """Headings, items of a list and paragraphs have their elements, and signs of HTML are escaped."""
    assert to_ninjs(FULL)["bodies"][1]["value"].splitlines() == [
        "<p>The port of Nordhavn opened again on 3 May 2024.</p>",
        "<h2>A long winter</h2>",
        "<p>Mara Lind, head of the port, said: “We lost 1,200 boats &amp; more.” Nordhavn wants its ships back, Havn Line said.</p>",
        "<ul>",
        "<li>At least 40 ships came in March 2024, among them 12 ferries.</li>",
        "<li>Two to three left between 4 and 9 May.</li>",
        "</ul>",
        "<p>About 5% of the crews stayed in the 1990s.</p>",
    ]


@pytest.mark.parametrize("published", [date(2024, 5, 4), datetime(2024, 5, 4, 8, 30)])  # noqa: DTZ001  the point is a time without a zone
def test_a_time_that_ninjs_cannot_hold_is_left_out(published):
    """A day alone, or a time without its offset, is not made into a moment."""
    assert "firstCreated" not in to_ninjs(attrs.evolve(FULL, published=published, modified=None))


def test_addresses_are_ascii():
    """Letters beyond ASCII in an address are percent-encoded; what is encoded already stays."""
    written = to_ninjs(attrs.evolve(FULL, url="https://news.example/الميناء/a%20b?q=é#top"))
    assert written["uri"] == "https://news.example/%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1/a%20b?q=%C3%A9#top"


def test_without_a_url_the_words_identify_the_article():
    """The same words have the same identifier, other words another."""
    first, other = (Article(headline="Port", body=(Block(role=Role.PARAGRAPH, text=text),)) for text in ("It opens.", "It shuts."))
    assert to_ninjs(first)["uri"].startswith("urn:uuid:")
    assert to_ninjs(first) == to_ninjs(attrs.evolve(first))
    assert to_ninjs(first)["uri"] != to_ninjs(other)["uri"]
