"""Any text and any bytes end in a result that holds its promises, or in a PageError that says why."""

import random
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsmodel
from newsmodel import PageError

ANY = st.text(st.characters(exclude_categories=()), max_size=400)  # lone surrogates and unassigned characters, too
PIECES = st.sampled_from(
    [
        "“We are open,” said Ann Weber. ",
        "On 3 May 2016, 5 people ",
        "\0",
        "\ud800",
        "\u202e",
        "\u0301",
        "\ufeff",
        "&#x110000;",
        "&",
        "<p>",
        "</p>",
        "<div>",
        "<b>",
        "<table>",
        "<svg>",
        "<!--",
        "]]>",
        "“",
        "”",
        '"',
        "'",
        "—",
        "\n",
        "\n\n",
        "  1. ",
        "• ",
        "1,000",
        "$5 million ",
        "50% ",
        "@ana",
        "https://t.co/a",
        "لوزير ",
        "日本",
        "e\u0301",
    ]
)
PROSE = st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join)
PAGE = PROSE.map("<html><body><article><h1>Port opens</h1><p>The port opened again on Monday.</p><p>Ships had waited for it. Now {}".format)
DUMP = PROSE.map("Port opens\n\nThe port opened again on Monday.\n\n{0}".format)
ENCODINGS = ["utf-8", "utf-16", "utf-32", "cp1252", "koi8-r", "shift_jis", "utf-7"]
SENTENCES = [
    (row["language"], row["text"])
    for rows in tomllib.loads(Path(__file__).parent.with_name("facts").joinpath("told.toml").read_text(encoding="utf-8")).values()
    for row in rows
]
STRAYS = [*"*¶§•…_|~^/\\\"“”‘’«»„()[]<>,;:.!?-–—'`´%&@#€1", "(*)", ", *", "“”", "\u200b", "\u00a0"]
many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def held(source):
    """Read a source and hold what comes of it to the promises."""
    try:
        article = newsmodel.parse(source)
    except PageError as error:
        told = str(error)
    else:
        assert newsmodel.from_json(newsmodel.to_json(article)) == article
        assert newsmodel.to_html(article)
        return
    assert told.startswith("looked for")


@many
@given(ANY | PAGE | DUMP)
def test_any_text_is_read_or_refused(text):
    """Text of any characters is a page or none."""
    held(text)


@many
@given(
    st.binary(max_size=400) | st.builds(lambda page, encoding: page.encode(encoding, "replace"), PAGE | DUMP, st.sampled_from(ENCODINGS))
)
def test_any_bytes_are_read_or_refused(data):
    """Bytes in any encoding, or in none, are a page or none."""
    held(data)


@many
@given(ANY | PROSE, st.sampled_from(["en", "de", "fr", "ar", "fa", "tr", "ka", "ja", None]))
def test_any_prose_has_facts_that_hold_their_words(text, language):
    """Facts of any prose are spans of it as it was handed in."""
    facts = newsmodel.extract_facts(text, language)
    for fact in (*facts.quotes, *facts.statistics, *facts.events, *facts.dates):
        assert fact.span.of(text) == fact.text


def _strayed(language, text, dice):
    """Put stray marks between the words of a sentence, or cut it, or let another one of its language go on from it."""
    for _ in range(dice.randint(1, 4)):
        words = text.split(" ")
        place = dice.randrange(len(words) + 1)
        match dice.randrange(4):
            case 0:
                words[place:place] = [dice.choice(STRAYS)]
            case 1:
                words[place : place + 1] = [dice.choice(STRAYS)]
            case 2:
                words[place:] = [words[-1][: dice.randrange(len(words[-1]) + 1)]]
            case _:
                other = dice.choice([each for tag, each in SENTENCES if tag == language]).split(" ")
                words[place:] = other[dice.randrange(len(other)) :]
        text = " ".join(words)
    return text


@pytest.mark.parametrize("seed", range(8))
def test_sentences_with_stray_marks_are_read(seed):
    """Half-finished sentences of news, with marks where words should be, have facts that hold their text."""
    dice = random.Random(seed)  # noqa: S311 -- the same marks at every run
    for _ in range(1000):
        language, text = dice.choice(SENTENCES)
        text = _strayed(language, text, dice)
        facts = newsmodel.extract_facts(text, language)
        for fact in (*facts.quotes, *facts.statistics, *facts.events, *facts.dates):
            assert fact.span.of(text) == fact.text, text


@pytest.mark.parametrize("signature", [",", ", teacher", ".", "—", " , ", "Ann Bell,", ",,"])
def test_a_pull_quote_that_nobody_signs_is_no_error(signature):
    """What stands where the speaker of a pull quote stands may be no name at all."""
    quote = f"<blockquote>“We are open again.”</blockquote><blockquote>{signature}</blockquote>"
    held(f"<html><article><h1>Port opens</h1><p>The port opened again on Monday. It rained.</p>{quote}<p>Ships came in. They left.</p>")
    held(f"Port opens\n\nThe port opened again on Monday.\n\n“We are open again.”\n{signature}\n\nShips came in. They left.")


@pytest.mark.parametrize("text", ["", " ", "\n" * 1000, "\0", "\ud800", "<", "<html>", "<html>" * 1000, "&" * 1000, "“" * 1000])
def test_next_to_nothing_is_refused_with_a_reason(text):
    """A source without an article tells what was looked for."""
    for source in (text, text.encode(errors="replace")):
        with pytest.raises(PageError, match="looked for"):
            newsmodel.parse(source)
