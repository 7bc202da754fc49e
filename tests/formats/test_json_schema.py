"""The JSON Schema takes every document that is written, and refuses what is none."""

import importlib.util
import json
import os
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import model
from newsmodel.formats.json import to_dict, to_json
from newsmodel.formats.json_schema import json_schema
from newsmodel.model import Article, Role, Video
from newsmodel.model.rules import MOST_INTEGER
from tests.formats.documents import any_article, article, document
from tests.strategies import articles

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "json_schema.py"
REAL = os.environ.get("NEWSMODEL_DATA")
PAGES = [
    *sorted((ROOT / "examples").glob("*.[ht][tx][mt]*")),
    *sorted((ROOT / "tests" / "fixtures").glob("*/*.*")),
    *(sorted((Path(REAL) / "pages" / "dumps").glob("*.txt")) if REAL else []),
]


@pytest.fixture(scope="module")
def faults():
    """Give what tells whether a document has faults, by the schema and nothing else."""
    jsonschema = pytest.importorskip("jsonschema", reason="the schema is tested with jsonschema (the ecosystem extra)")
    jsonschema.Draft202012Validator.check_schema(json_schema())
    validator = jsonschema.Draft202012Validator(json_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    return lambda data: [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


# What the file holds.


def test_the_file_is_what_the_script_writes():
    """The schema in the package is the one that the classes of today give: ``python scripts/json_schema.py`` writes it."""
    if not SCRIPT.exists():
        pytest.skip("scripts/ is not part of this distribution")
    spec = importlib.util.spec_from_file_location("json_schema_script", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.FILE.read_text(encoding="utf-8") == script.written()


def objects():
    """Give each class with the schema of its objects."""
    schema = json_schema()
    yield Article, schema
    for name, one in schema["$defs"].items():
        if attrs.has(getattr(model, name)):
            yield getattr(model, name), one


def test_every_field_is_described():
    """Each object has the fields of its class, with description, default and whether it must be there; nothing else may be."""
    for cls, one in objects():
        fields = attrs.fields(cls)
        own = ["newsmodel"] * (cls is Article)
        assert list(one["properties"]) == own + [field.name for field in fields]
        assert one["required"] == own + [field.name for field in fields if field.default is attrs.NOTHING]
        assert one["additionalProperties"] is False
        assert all(told["description"].strip() for told in one["properties"].values())
        assert [name for name, told in one["properties"].items() if "default" in told] == [
            field.name for field in fields if field.default is not attrs.NOTHING
        ]


def test_descriptions_speak_of_json():
    """No description holds the markup of Python docstrings or the words of Python for the values of JSON."""
    text = json.dumps(json_schema())
    assert not [word for word in ("``", ":attr:", ":class:", "None", "True", "False") if word in text]


def test_each_call_gives_data_of_its_own():
    """Who changes the schema that they got does not change it for others."""
    json_schema()["properties"].clear()
    assert json_schema()["properties"]


# What it takes.


@any_article
@given(made=articles())
def test_it_takes_every_article(faults, made):
    """Whatever article is written, the schema takes it."""
    assert faults(to_dict(made)) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_it_takes_what_pages_give(faults, path):
    """The schema takes the documents of real pages, as they stand in a file."""
    assert faults(json.loads(to_json(newsmodel.parse(path)))) == []


def test_it_takes_defaults_that_are_written_out(faults):
    """A field that holds its default may be left out, and need not be."""
    written = newsmodel.converter.copy(omit_if_default=False).unstructure(article())
    assert {"lede", "images"} <= written.keys()
    assert faults({"newsmodel": 1} | written) == []


DURATIONS = st.from_regex(r"\AP([0-9]{1,2}[YMWD]){0,3}(T([0-9]{1,2}[HMS]){0,3})?\Z")


@given(text=DURATIONS)
def test_it_takes_the_durations_that_the_model_takes(faults, text):
    """Of what looks like a duration, the schema takes what the model takes."""
    try:
        Video(duration=text)
    except ValueError:
        taken = False
    else:
        taken = True
    assert (not faults(document(videos=[{"duration": text}]))) is taken


# What it refuses.

SPAN = {"start": 0, "end": 2}


def one_block(**keys):
    """Give the keys of a document whose body is one paragraph."""
    return {"body": [{"role": "paragraph", "text": "At"} | keys]}


def one_quote(**keys):
    """Give the keys of a document with one quote."""
    return {"quotes": [{"text": "At", "kind": "direct", "span": SPAN} | keys]}


def one_statistic(**keys):
    """Give the keys of a document with one statistic."""
    return {"statistics": [{"value": 1, "text": "At", "span": SPAN} | keys]}


BROKEN = {
    "a text that is none": {"headline": 5},
    "a text that is null": {"headline": None},
    "a blank text": {"headline": " "},
    "an empty text": {"headline": ""},
    "white space that is not folded": {"headline": "a  b"},
    "a line break": {"lede": "a\nb"},
    "a blank address": {"url": "\t "},
    "a list that is null": {"keywords": None},
    "a list that is a text": {"keywords": "abc"},
    "an item of the wrong kind": {"keywords": ["a", 5]},
    "an unknown key": {"colour": "red"},
    "an unknown key below": {"publisher": {"name": "a", "nam": "b"}},
    "a missing key below": {"publisher": {"kind": "person"}},
    "an object that is a text": {"publisher": "Ann"},
    "no version": {"newsmodel": None},
    "a version that is a text": {"newsmodel": "1"},
    "a newer version": {"newsmodel": 2},
    "a word that no enum has": {"publisher": {"name": "a", "kind": "persn"}},
    "an enum in capitals": one_block(role="PARAGRAPH"),
    "a date in words": {"published": "yesterday"},
    "a date without marks": {"published": "20160920"},
    "a month that is none": {"published": "2016-13-01"},
    "a day that no month has": {"published": "2016-01-32"},
    "an hour that no day has": {"published": "2016-01-01T25:00:00"},
    "a time with a blank": {"published": "2016-01-01 12:00"},
    "a date that is a number": {"modified": 20160920},
    "a day that is a time": one_statistic(period={"text": "now", "start": "2016-01-01T00:00:00", "span": SPAN}),
    "a day that this month lacks": one_statistic(period={"text": "now", "start": "2016-02-31", "span": SPAN}),
    "a word for a truth": one_statistic(period={"text": "now", "approximate": "false", "span": SPAN}),
    "a duration in words": {"videos": [{"duration": "five minutes"}]},
    "a span that is negative": one_quote(span={"start": -1, "end": 2}),
    "a span that ends at 0": one_quote(span={"start": 0, "end": 0}),
    "a span that is a list": one_quote(span=[0, 2]),
    "a span in fractions": one_quote(span={"start": 0, "end": 1.5}),
    "a span beyond 64 bits": one_quote(span={"start": 0, "end": 2**64}),
    "a fact without its span": {"quotes": [{"text": "At", "kind": "direct"}]},
    "a cue without its span": one_quote(cue="said"),
    "the span of no cue": one_quote(cue_span=SPAN),
    "a number in words": one_statistic(value="5"),
    "a number that is a truth": one_statistic(value=True),
    "a part of the wrong kind": one_statistic(parts=[{"value": "5", "text": "At", "span": SPAN}]),
    "a block without words": one_block(text=""),
    "a level of a paragraph": one_block(level=2),
    "a level below the lowest": one_block(role="heading", level=7),
    "a level above the highest": one_block(role="heading", level=0),
    "a span of what is no prose": one_block(role="caption", span=SPAN),
    "a line before the first": one_block(source=0),
    "a post outside of everything": {"tweets": [{"block": -1}]},
}


@pytest.mark.parametrize("keys", BROKEN.values(), ids=BROKEN)
def test_it_refuses_what_is_broken(faults, keys):
    """A document with one fault is refused, by the schema as by the reader."""
    broken = document(**keys)
    assert faults(document()) == []
    assert faults(broken)
    with pytest.raises(model.DocumentError):
        newsmodel.from_dict(broken)


@pytest.mark.parametrize("key", ["newsmodel", "headline", "body"])
def test_it_refuses_what_lacks_a_key(faults, key):
    """A document without one of the keys that it must have is refused."""
    data = document()
    del data[key]
    assert faults(data)


@pytest.mark.parametrize("data", [None, [], "text", 5, {}])
def test_it_refuses_what_is_no_document(faults, data):
    """Anything but an object is refused, and so is an empty one."""
    assert faults(data)


def test_the_bounds_are_those_of_the_model():
    """A whole number has the least that its rule takes, and the most that fits into 64 bits."""
    span = json_schema()["$defs"]["Span"]["properties"]
    assert [(span[key]["minimum"], span[key]["maximum"]) for key in ("start", "end")] == [(0, MOST_INTEGER), (1, MOST_INTEGER)]


def test_words_of_enums_are_all_there():
    """The schema lists every word of an enum, in its order."""
    assert json_schema()["$defs"]["Role"]["enum"] == list(Role)
