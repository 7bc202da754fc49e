"""What the reader of JSON refuses, and how it tells: nothing made to fit, every fault at once."""

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.formats.json import from_dict, from_json, to_json
from newsmodel.model import (
    Article,
    DocumentError,
    Image,
    Role,
)
from tests.formats.documents import TEXT, any_article, document, problems

# Nothing is made to fit.


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        ("headline", None, "null is not a string"),
        ("headline", 5, "5 is not a string"),
        ("headline", True, "true is not a string"),
        ("headline", ["a"], "an array is not a string"),
        ("headline", " ", "must not be blank: ' '"),
        ("headline", "\ud800", "must be encodable text, without lone surrogates: '\\ud800'"),
        ("language", 5, "5 is not a string or null"),
        ("keywords", "abc", "'abc' is not an array"),
        ("keywords", None, "null is not an array"),
        ("keywords", {}, "an object is not an array"),
        ("keywords", ("abc",), "a tuple is not an array"),
        ("keywords[0]", 5, "5 is not a string"),
        ("keywords[1]", None, "null is not a string"),
        ("body", None, "null is not an array"),
        ("body[0]", [], "an array is not an object"),
        ("body[0].role", "paragraf", "'paragraf' is not one of headline, byline,"),
        ("body[0].role", None, "null is not one of"),
        ("body[0].role", [], "an array is not one of"),
        ("body[0].level", 2.0, "2.0 is not an integer or null"),
        ("body[0].level", True, "true is not an integer or null"),
        ("body[0].level", 7, "must be None, or 1 to 6 for a heading (role paragraph): 7"),
        ("body[0].source", 1.0, "1.0 is not a string or an integer or null"),
        ("body[0].source", 0, "must be the number of a line, from 1: 0"),
        ("body[0].text", "two  blanks", "must be in NFC, with white space folded to single blanks: 'two  blanks'"),
        ("body[0].txet", "a", "unknown key"),
        ("body[0].span.end", "5", "'5' is not an integer"),
        ("body[0].span.end", 2**63, "9223372036854775808 does not fit into 64 bits"),
        ("quotes[0].speaker.kind", "persn", "'persn' is not one of person, organization, place, unknown"),
        ("quotes[0].speaker", "Ann", "'Ann' is not an object"),
        ("quotes[0].cue", None, "must be given exactly where cue is (None):"),
        ("quotes[0].text", "Other words", "must hold 'Other words', but the text has"),
        ("quotes[0].span", None, "null is not an object"),
        ("statistics[0].value", "5", "'5' is not an integer or a float"),
        ("statistics[0].value", True, "true is not an integer or a float"),
        ("statistics[0].value", float("nan"), "nan is not finite"),
        ("statistics[0].value", float("-inf"), "-inf is not finite"),
        ("statistics[0].value", 2**700, "an integer of many digits does not fit into 64 bits"),
        ("statistics[0].high", 1, "must be >= value (342): 1"),
        ("statistics[0].period", {"text": "now", "span": {"start": 0, "end": 1}, "approximate": "false"}, "'false' is not true or false"),
        ("tweets[0].posted", "yesterday", "'yesterday' is not a day (YYYY-MM-DD) or a time"),
        ("tweets[0].block", 2, "must be an index into body (2 blocks): 2"),
        ("published", 20160920, "20160920 is not a day"),
        ("published", "20160920", "'20160920' is not a day"),
        ("published", "2016-W37-6", "'2016-W37-6' is not a day"),
        ("published", "2016-09-20 12:00", "'2016-09-20 12:00' is not a day"),
        ("published", "2016-09-31", "'2016-09-31' is not in the calendar"),
        ("published", "2016-09-20T12:00:61", "'2016-09-20T12:00:61' is not in the calendar"),
        ("published", "٢٠١٦-٠٩-٢٠", "is not a day"),
        ("images[0].a b", "c", "unknown key"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(path, value, fault):
    """What is not of the right type or breaks a rule is refused at its path, with the value and what was asked for."""
    data = json.loads(json.dumps(document(keywords=["a", "b"], images=[{}])))
    elsewhere = {
        "images[0].a b": "images[0]['a b']",
        "quotes[0].cue": "quotes[0].cue_span",
        "quotes[0].text": "quotes[0].span",
        "statistics[0].period": "statistics[0].period.approximate",
    }
    *way, last = path.replace("[", ".[").split(".")
    target = data
    for step in way:
        target = target[int(step[1:-1]) if step[0] == "[" else step]
    target[int(last[1:-1]) if last[0] == "[" else last] = value
    told = problems(from_dict, data)
    assert len(told) == 1
    place, _, what = told[0].partition(": ")
    assert place == elsewhere.get(path, path)
    assert fault in what


def test_every_fault_is_told_at_once():
    """A document with many faults is refused with all of them, each at its path."""
    data = document(keywords=[1, "b", None], publisher={"nam": "x"}, colour="red", language=" ", lede="a\nb")
    del data["headline"]
    data["body"][0]["role"] = "prose"
    data["quotes"][0]["speaker"]["kind"] = "persn"
    assert sorted(problems(from_dict, data)) == [
        f"body[0].role: 'prose' is not one of {', '.join(Role)}",
        "colour: unknown key",
        "headline: missing",
        "keywords[0]: 1 is not a string",
        "keywords[2]: null is not a string",
        "language: must not be blank: ' '",
        "lede: must be in NFC, with white space folded to single blanks: 'a\\nb'",
        "publisher.nam: unknown key",
        "publisher.name: missing",
        "quotes[0].speaker.kind: 'persn' is not one of person, organization, place, unknown",
    ]


def test_every_fact_that_does_not_match_is_told():
    """Facts that do not match the text are told one by one."""
    data = document()
    data["quotes"][0]["span"]["end"] = 999
    data["statistics"][0]["text"] = "At least 343 people"
    assert problems(from_dict, data) == [
        f"quotes[0].span: must lie within the text ({len(TEXT)} characters): Span(start=0, end=999)",
        "statistics[0].span: must hold 'At least 343 people', but the text has 'At least 342 people' at Span(start=0, end=19)",
    ]


def test_the_message_lists_the_faults_and_nothing_of_the_machinery():
    """The message of the error is its faults, one a line: no trace, no name of a library."""
    with pytest.raises(DocumentError) as caught:
        from_dict(document(headline=5, lede=6))
    assert str(caught.value) == "not a newsmodel document:\n  headline: 5 is not a string\n  lede: 6 is not a string or null"


def test_a_key_that_is_no_name_is_told_in_quotes():
    """A key that could be mistaken for a path is shown as a text, and one that is no text as what it is."""
    assert problems(from_dict, document() | {"a.b": 1, 5: 1}) == ["['a.b']: unknown key", "[5]: unknown key"]


@pytest.mark.parametrize("data", [None, [], "text", 5, (), Image()])
def test_a_document_is_an_object(data):
    """Data that is no dict is refused as a whole."""
    assert len(problems(from_dict, data)) == 1


# Texts that are not JSON, or more than JSON.


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "document: not JSON: "),
        ("{", "document: not JSON: "),
        ('{"a":1,}', "document: not JSON: "),
        ("{'a':1}", "document: not JSON: "),
        ("\ufeff{}", "document: not JSON: "),
        ("\ud800", "document: not JSON: "),
        (b"\xff", "document: not JSON: "),
        ("{}".encode("utf-16"), "document: not JSON: "),
        ("[1]", "document: an array is not an object"),
        ("null", "document: null is not an object"),
        ("NaN", "document: "),
        pytest.param("[" * 100_000, "document: nested too deeply", id="deep"),
        pytest.param("[" * 500 + "]" * 500, "document: an array is not an object", id="less deep"),
    ],
)
@pytest.mark.usefixtures("_each_writer")
def test_what_is_no_json_is_refused(text, fault):
    """A text that is not JSON is refused with a DocumentError that tells where, not with an error of the reader."""
    (told,) = problems(from_json, text)
    assert told.startswith(fault)


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ('"lede":"a","lede":"a"', "lede: the key is given more than once"),
        ('"headline":"b"', "headline: the key is given more than once"),
        ('"images":[{"url":"a","url":"b"}]', "images[0].url: the key is given more than once"),
        ('"images":[NaN]', "images[0]: NaN is not JSON"),
        ('"images":[-Infinity]', "images[0]: -Infinity is not JSON"),
        ('"tweets":[{"block":9223372036854775808}]', "tweets[0].block: 9223372036854775808 does not fit into 64 bits"),
        pytest.param(f'"images":[{"1" * 5000}]', f"images[0]: {'1' * 59}… does not fit into 64 bits", id="thousands of digits"),
        ('"images":[1e999]', "images[0]: 1e999 is out of range"),
        ('"tweets":[{"block":1180591620717411303424}]', "tweets[0].block: 1180591620717411303424 does not fit into 64 bits"),
    ],
)
@pytest.mark.usefixtures("_each_writer")
def test_what_json_would_lose_is_refused(extra, told):
    """Double keys and numbers that cannot be kept are refused at their path, whatever reads them."""
    assert problems(from_json, f'{{"newsmodel":1,"headline":"a","body":[],{extra}}}') == [told]


@pytest.mark.usefixtures("_each_writer")
def test_double_keys_and_wrong_values_are_told_together():
    """What the reader of JSON refuses does not hide the other faults."""
    text = '{"newsmodel":1,"headline":"a","body":[{"role":"x","text":"b"}],"lede":"a","lede":"b"}'
    first, second = problems(from_json, text)
    assert first.startswith("lede: ")
    assert second.startswith("body[0].role: 'x' is not one of")


def nested_parts(depth):
    """Give a document whose statistic has parts within parts."""
    one = {"value": 1, "text": "At", "span": {"start": 0, "end": 2}}
    whole = one
    for _ in range(depth):
        whole = one | {"parts": [whole]}
    return document(statistics=[whole])


@pytest.mark.parametrize("depth", [17, 100, 300])
@pytest.mark.usefixtures("_each_writer")
def test_nesting_that_is_too_deep_is_refused(depth):
    """Parts within parts that no text has are refused, not crashed on."""
    data = nested_parts(depth)
    for told in (problems(from_dict, data), problems(from_json, json.dumps(data))):
        assert len(told) == 1
        assert "nest" in told[0]


def test_endless_data_is_refused():
    """Data that holds itself is refused as nested too deeply."""
    endless = {"value": 1, "text": "At", "span": {"start": 0, "end": 2}}
    endless["parts"] = [endless]
    assert problems(from_dict, document(statistics=[endless])) == ["document: nested too deeply"]


@pytest.mark.usefixtures("_each_writer")
def test_the_deepest_parts_come_back():
    """Parts as deep as the model allows are written and read."""
    made = from_dict(nested_parts(16))
    assert from_json(to_json(made)) == made


@pytest.mark.parametrize("text", [None, 5, {}, ["{}"]])
def test_only_text_is_read_as_text(text):
    """What is neither str nor bytes is a mistake of the caller, and told as that."""
    with pytest.raises(TypeError, match="must be str or bytes"):
        from_json(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["start", "text", "name", "x"]), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from([field.name for field in attrs.fields(Article)])


@any_article
@given(st.dictionaries(KEYS, JSON, max_size=4))
def test_any_data_is_read_or_refused(keys):
    """Whatever stands in a document, it is either an article or a DocumentError with faults."""
    data = document(**keys)
    try:
        made = from_dict(data)
    except DocumentError as error:
        told = error.problems
    else:
        told = ("none: it came back",) * (from_json(to_json(made)) == made)
    assert told
    assert all(": " in one for one in told)
