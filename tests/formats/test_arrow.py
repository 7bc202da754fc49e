"""The Arrow tables: they hold all that the articles hold, and their schemas never change."""

import io
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel.formats import _building, _columns, arrow
from newsmodel.model import Article, Block, Entity, Role, Span, Statistic
from tests.formats.arrow_tables import articles_of, rows_of
from tests.formats.documents import any_article
from tests.strategies import articles

ROOT = Path(__file__).parents[2]
NAMES = ["articles", "quotes", "tweets", "statistics", "events"]


@pytest.fixture(name="parquet", scope="module")
def _parquet():
    return pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (the extra `arrow` has it)")


def made(**fields):
    """Give an article of one paragraph."""
    return Article(
        headline="Dam holds", body=(Block(role=Role.PARAGRAPH, text="At least 40 boats, 7 of them blue, lay 2.5 miles off."),), **fields
    )


def same(one, other):
    """Tell whether two articles are equal to the type of their numbers and the offset of their times."""
    return one == other and newsmodel.to_json(one) == newsmodel.to_json(other)


@any_article
@given(st.lists(articles(), max_size=3))
def test_nothing_is_lost(parquet, given_articles):
    """The articles can be made again from their tables, every field and every fact of them, also when they went through Parquet."""
    tables = newsmodel.to_arrow(given_articles)
    back = {}
    for name, table in attrs.asdict(tables, recurse=False).items():
        file = io.BytesIO()
        parquet.write_table(table, file)
        back[name] = parquet.read_table(io.BytesIO(file.getvalue()))
        assert table.schema.equals(newsmodel.arrow_schemas()[name], check_metadata=True)
        assert back[name].equals(table, check_metadata=True)
        table.validate(full=True)
    for again in (articles_of(tables), articles_of(newsmodel.Tables(**back))):
        assert len(again) == len(given_articles)
        assert all(map(same, again, given_articles))


@pytest.mark.usefixtures("parquet")
def test_no_article_gives_empty_tables():
    """Tables of nothing have the schemas of all others."""
    tables = newsmodel.to_arrow(())
    for name, schema in newsmodel.arrow_schemas().items():
        assert getattr(tables, name).num_rows == 0
        assert getattr(tables, name).schema.equals(schema, check_metadata=True)


@pytest.mark.usefixtures("parquet")
def test_the_schemas_tell_of_themselves():
    """Every schema holds its version and its table, and every column, also inside of lists, what it is."""
    schemas = newsmodel.arrow_schemas()
    assert list(schemas) == NAMES == [field.name for field in attrs.fields(newsmodel.Tables)]

    def check(field):
        assert field.metadata[b"description"]
        kind = getattr(field.type, "value_field", field).type
        for index in range(kind.num_fields if str(kind).startswith("struct") else 0):
            check(kind.field(index))

    for name, schema in schemas.items():
        assert schema.metadata == {b"newsmodel": str(_building.VERSION).encode(), b"newsmodel.table": name.encode()}
        for field in schema:
            check(field)


@pytest.mark.usefixtures("parquet")
def test_any_iterable_is_gone_through_once():
    """A generator will do, and what is kept back of a large one changes nothing."""
    made_once = [made(id=str(number)) for number in range(7)]
    whole = newsmodel.to_arrow(made_once)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrow, "_ARTICLES_AT_ONCE", 3)
        parted = newsmodel.to_arrow(article for article in made_once)
    assert parted == whole
    assert parted.articles["article_id"].num_chunks == 3


@pytest.mark.usefixtures("parquet")
def test_article_ids():
    """The key is the article's id, else it follows from its url alone, else from what was published when by whom."""
    url = "https://quay.example/dam"
    given_articles = [
        made(id="17"),
        made(url=url),
        made(),
        made(publisher=Entity(name="The Quay")),
        made(published=date(2024, 5, 1)),
        made(published=datetime(2024, 5, 1, tzinfo=UTC)),
    ]
    first = newsmodel.to_arrow(given_articles).articles["article_id"].to_pylist()
    assert first[0] == "17"
    assert all(re.fullmatch("[0-9a-f]{32}", name) for name in first[1:])
    assert len(set(first)) == len(first)
    assert newsmodel.to_arrow(reversed(given_articles)).articles["article_id"].to_pylist() == first[::-1]
    changed = attrs.evolve(given_articles[1], headline="Dam holds, for now", copyright="The Quay")
    assert newsmodel.to_arrow([changed]).articles["article_id"].to_pylist() == first[1:2]


@pytest.mark.usefixtures("parquet")
def test_article_ids_are_stable_between_releases():
    """Keys that were written once can be joined with those written later."""
    (by_url, by_words) = newsmodel.to_arrow([made(url="https://quay.example/dam"), made()]).articles["article_id"].to_pylist()
    assert (by_url, by_words) == ("9673cc24ce9967c3a3d77662f0d12a54", "0b0c1da80d383f054fa981f3a559f1d9")


@pytest.mark.usefixtures("parquet")
def test_no_key_stands_for_two():
    """Where an id comes again, the later articles are numbered, and so every fact joins one article."""
    number = Statistic(value=7, text="7", span=Span(19, 20))
    tables = newsmodel.to_arrow(made(id=name, statistics=(number,)) for name in ("a", "a#2", "a", "b", "a"))
    assert tables.articles["article_id"].to_pylist() == ["a", "a#2", "a#3", "b", "a#4"]
    assert tables.articles["id"].to_pylist() == ["a", "a#2", "a", "b", "a"]
    joined = tables.articles.select(["article_id", "id"]).join(tables.statistics.select(["article_id", "value"]), "article_id")
    assert joined.num_rows == 5


@any_article
@given(st.lists(articles(), max_size=3))
def test_the_tables_join(parquet, given_articles):
    """Every row of facts has one article, the rows of an article are numbered from 0, and spans cut their words out of its text."""
    del parquet
    tables = newsmodel.to_arrow(given_articles)
    texts = {row["article_id"]: row["text"] for row in rows_of(tables.articles)}
    assert len(texts) == len(given_articles)
    for name in NAMES[1:]:
        numbers = {}
        for row in rows_of(getattr(tables, name)):
            numbers.setdefault(row["article_id"], []).append(row[name.removesuffix("s")])
            if "span_start" in row:
                assert texts[row["article_id"]][row["span_start"] : row["span_end"]] == row["text"]
        assert all(found == list(range(len(found))) for found in numbers.values())
        assert set(numbers) <= set(texts)


@pytest.mark.usefixtures("parquet")
def test_parts_stand_behind_what_they_are_parts_of():
    """The parts of a statistic are rows of their own, and `part_of` tells of which."""
    small = Statistic(value=7, text="7", span=Span(19, 20))
    middle = Statistic(value=7, text="7 of them", parts=(small,), span=Span(19, 28))
    large = Statistic(value=40, text="40 boats", parts=(middle, small), span=Span(9, 17))
    rows = rows_of(newsmodel.to_arrow([made(statistics=(large, small))]).statistics)
    assert [(row["statistic"], row["part_of"], row["text"]) for row in rows] == [
        (0, None, "40 boats"),
        (1, 0, "7 of them"),
        (2, 1, "7"),
        (3, 0, "7"),
        (4, None, "7"),
    ]


@pytest.mark.usefixtures("parquet")
@pytest.mark.parametrize(
    ("published", "day", "local", "utc"),
    [
        (None, None, None, None),
        (date(2024, 5, 1), date(2024, 5, 1), None, None),
        (datetime(2024, 5, 1, 1, 30), date(2024, 5, 1), datetime(2024, 5, 1, 1, 30), None),  # noqa: DTZ001  a page without an offset
        (
            datetime(2024, 5, 1, 1, 30, tzinfo=timezone(timedelta(hours=2))),
            date(2024, 5, 1),
            datetime(2024, 5, 1, 1, 30),  # noqa: DTZ001  the clock alone
            datetime(2024, 4, 30, 23, 30, tzinfo=UTC),
        ),
    ],
)
def test_days_and_times_are_kept_apart(published, day, local, utc):
    """The day is that of the page's own zone; clock and instant are null where the page does not tell them."""
    (row,) = newsmodel.to_arrow([made(published=published)]).articles.to_pylist()
    assert (row["published"], row["published_local"], row["published_utc"]) == (day, local, utc)


@pytest.mark.usefixtures("parquet")
def test_whole_numbers_stay_exact():
    """What a double cannot hold stands in the column of whole numbers."""
    most = 2**63 - 1
    numbers = (Statistic(value=most, text="40", span=Span(9, 11)), Statistic(value=2.5, text="2.5", span=Span(39, 42)))
    table = newsmodel.to_arrow([made(statistics=numbers)]).statistics
    assert table["value"].to_pylist() == [2.0**63, 2.5]
    assert table["value_integer"].to_pylist() == [most, None]


@pytest.mark.usefixtures("parquet")
def test_only_articles_are_taken():
    """What is no article is told by its place."""
    with pytest.raises(TypeError, match=r"^articles\[1\] must be Article: 'no'$"):
        newsmodel.to_arrow([made(), "no"])


@pytest.mark.parametrize("function", [lambda: newsmodel.to_arrow([]), newsmodel.arrow_schemas])
def test_without_pyarrow_the_extra_is_named(monkeypatch, function):
    """Without pyarrow the error tells what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"pip install 'newsmodel\[arrow\]'"):
        function()


def test_nothing_of_it_is_loaded_before_it_is_asked_for():
    """Importing `to_arrow` imports neither pyarrow nor the tables' columns."""
    code = "import sys; from newsmodel import to_arrow; print([name for name in sys.modules if 'arrow' in name or '_columns' in name])"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8").stdout
    assert printed.split() == ["['newsmodel.formats.arrow']"]


def test_the_reference_tells_every_column():
    """The page on the tables has a row for every column of every table and of what stands in their lists, in order."""
    page = (ROOT / "docs" / "reference" / "arrow.md").read_text(encoding="utf-8")
    told = {}
    for section in page.split("\n## ")[1:]:
        title, _, content = section.partition("\n")
        told[title] = re.findall(r"^\| (`.*) \|$", content, re.MULTILINE)
    structs = {f"In lists: {struct.name}": struct.columns for struct in _columns.STRUCTS}
    listed = {f"The table {table.name}": (*table.keys, *table.columns) for table in _columns.tables()}
    for title, columns in (listed | structs).items():
        assert told[title] == [
            f"`{column.name}` | {column.shown}{'' if column.required else ' or null'} | {column.told}" for column in columns
        ]


def test_a_single_article_is_told():
    """A single article in the place of many is refused."""
    with pytest.raises(TypeError, match="not a single Article"):
        arrow.to_arrow(Article(headline="Truce", body=()))
