"""The JSON of newsmodel's own loses nothing and has one form."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.formats import _text
from newsmodel.formats.json import VERSION, from_dict, from_json, to_dict, to_json
from newsmodel.model import (
    Article,
    Block,
    Entity,
    Facts,
    Page,
    Role,
    Span,
    Statistic,
)
from tests.formats.documents import TEXT, any_article, article, document, problems
from tests.strategies import articles, numbers


def kinds_in(value):
    """Give the types of everything in plain data."""
    found = {type(value)}
    for inner in [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []:
        found |= kinds_in(inner)
    return found


# Nothing is lost.


@any_article
@given(articles())
def test_an_article_comes_back_equal(made):
    """What is written as JSON is read back equal, from text, from bytes and from plain data."""
    text = to_json(made)
    assert from_json(text) == from_json(text.encode()) == from_dict(to_dict(made)) == made


@any_article
@given(articles())
def test_the_types_of_an_article_come_back(made):
    """One and 1.0, an offset of zero and none, and words of enums stay apart: the representations are the same too."""
    # A fold tells two readings of one clock apart, in a named zone only; the offset tells it here.
    assert repr(from_json(to_json(made))) == repr(made).replace(", fold=1", "")


@any_article
@given(articles())
def test_the_bytes_do_not_depend_on_orjson(made):
    """With and without orjson the same text is written, and either reads it."""
    with pytest.MonkeyPatch.context() as patch:
        with_orjson = to_json(made)
        patch.setattr(_text, "orjson", None)
        assert to_json(made) == with_orjson
        assert from_json(with_orjson) == made


@any_article
@given(articles())
def test_plain_data_is_plain(made):
    """Plain data holds nothing but the types of JSON themselves, no enum that is a str as well."""
    assert kinds_in(to_dict(made)) <= {dict, list, str, int, float, bool}
    assert json.loads(to_json(made)) == to_dict(made)


@given(numbers())
def test_a_number_comes_back_with_its_type(number):
    """A number is read back as it was, with its type and its sign."""
    made = article(statistics=(Statistic(value=number, text=TEXT[:19], span=Span(0, 19)),))
    assert repr(from_json(to_json(made)).statistics[0].value) == repr(number)


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "1"), (1.0, "1.0"), (-0.0, "-0.0"), (1e16, "1e+16"), (1e-7, "1e-07"), (1e-5, "1e-05"), (0.0001, "0.0001"), (5e-324, "5e-324")],
)
@pytest.mark.usefixtures("_each_writer")
def test_the_spelling_of_numbers_is_that_of_python(number, written):
    """Numbers are spelt in one way, whatever writes them."""
    assert f'"value":{written},' in to_json(article(statistics=(Statistic(value=number, text=TEXT[:19], span=Span(0, 19)),)))


@given(st.datetimes(timezones=st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(timezone)))
def test_a_time_keeps_its_instant_and_its_offset(moment):
    """A time comes back as the same instant with the same offset from UTC, of type timezone."""
    back = from_json(to_json(article(published=moment))).published
    assert (back, back.utcoffset(), type(back.tzinfo)) == (moment, moment.utcoffset(), timezone)


@pytest.mark.parametrize("microseconds", [1, -1, 999_999, -500_000])
def test_an_offset_of_less_than_a_second_is_kept(microseconds):
    """Even an offset that no zone has comes back as it was."""
    moment = datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(microseconds=microseconds)))
    assert from_json(to_json(article(published=moment))).published.utcoffset() == timedelta(microseconds=microseconds)


def test_a_time_in_a_named_zone_keeps_its_offset():
    """Of a named zone, the offset at that instant stays."""
    moment = datetime(2016, 9, 20, 12, tzinfo=ZoneInfo("Europe/Paris"))
    back = from_json(to_json(article(modified=moment))).modified
    assert (back, back.utcoffset(), back.tzinfo) == (moment, timedelta(hours=2), timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (date(2016, 9, 20), "2016-09-20"),
        (datetime(2016, 9, 20), "2016-09-20T00:00:00"),  # noqa: DTZ001 -- a page may tell a time without a zone
        (datetime(2016, 9, 20, 1, 2, 3, 4, UTC), "2016-09-20T01:02:03.000004+00:00"),
    ],
)
def test_a_day_and_a_midnight_stay_apart(moment, written):
    """A day is written as a day, a time as a time, and each is read as what it was."""
    assert to_dict(article(published=moment))["published"] == written
    back = from_json(to_json(article(published=moment))).published
    assert (back, type(back)) == (moment, type(moment))


# The form of the document.


@pytest.mark.usefixtures("_each_writer")
def test_the_document_as_text():
    """The version comes first, then the fields in their order, compact, not escaped, without those that equal their default."""
    small = Article(headline="«Trêve» 😀", body=(Block(role=Role.PARAGRAPH, text="é"),), authors=(Entity(name="Ann"),), language="fr")
    assert to_json(small) == (
        f'{{"newsmodel":{VERSION},"headline":"«Trêve» 😀","body":[{{"role":"paragraph","text":"é","span":{{"start":0,"end":1}}}}],'
        '"authors":[{"name":"Ann"}],"language":"fr"}'
    )


@any_article
@given(articles())
def test_keys_are_in_the_order_of_the_fields(made):
    """The keys of the document stand in the order of the fields of Article."""
    order = ["newsmodel", *(field.name for field in attrs.fields(Article))]
    keys = list(to_dict(made))
    assert keys == sorted(keys, key=order.index)


def test_the_body_is_written_even_where_it_is_empty():
    """What has no default is never left out."""
    assert to_dict(Article(headline="Truce", body=())) == {"newsmodel": VERSION, "headline": "Truce", "body": []}


@pytest.mark.usefixtures("_each_writer")
def test_a_document_in_another_layout_is_read():
    """White space, escapes and the order of keys do not matter to the reader."""
    made = article(headline="«Trêve» 😀")
    assert from_json(json.dumps(to_dict(made), indent=2, sort_keys=True)) == made


# Versions.


def test_a_document_without_version_is_refused():
    """A missing version is told with advice, beside every other fault."""
    told = problems(from_dict, {"headline": "Truce", "boddy": []})
    assert told[0].startswith("newsmodel: missing;")
    assert f'"newsmodel": {VERSION}' in told[0]
    assert told[1:] == ["body: missing", "boddy: unknown key"]


def test_a_newer_document_is_refused():
    """Of a newer version only that is told, with advice: its other keys may be right there."""
    told = problems(from_dict, document(newsmodel=VERSION + 1, mood="good"))
    assert len(told) == 1
    assert told[0].startswith(f"newsmodel: {VERSION + 1} is newer than {VERSION}")
    assert "upgrade newsmodel" in told[0]


@pytest.mark.parametrize("version", [0, -1, True, 1.0, "1", None, [], {}])
def test_what_is_no_version_is_refused(version):
    """A version is a whole number from 1."""
    assert problems(from_dict, document(newsmodel=version))[0].startswith("newsmodel: ")


@pytest.mark.parametrize("write", [to_dict, to_json])
@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Page(blocks=()), "article must be Article, not Page; newsmodel.converter.unstructure takes a Page"),
        (Facts(), "article must be Article, not Facts; newsmodel.converter.unstructure takes a Facts"),
        ({"headline": "Truce"}, "article must be Article, not dict"),
    ],
)
def test_only_articles_are_documents(write, value, told):
    """What would not be read back as an article is not written as one."""
    with pytest.raises(TypeError) as caught:
        write(value)
    assert str(caught.value) == told
