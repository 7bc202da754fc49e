"""Time grows with the length of the text, and no faster."""

import gc
import importlib
import pkgutil
import re
import time
from datetime import date

import pytest
from attrs import asdict, has

import newsmodel.facts
from newsmodel import Block, Role, extract_facts
from newsmodel.facts import dates, language, numbers, tweets
from newsmodel.facts.statistics import Statistics
from tests.facts.reading import scanned

SMALLEST, LARGEST = 5_000, 160_000
ENOUGH = 0.02
"""Seconds after which a larger text need not be tried: what is measured stands well above the noise."""
INSTANT = 0.03
"""Seconds within which nothing that grows with the square can be done with 5,000 characters."""

PIECES = [
    *("“", '"', "‘", "“” ", "«", "‘‘", "„", "’"),
    *("1", "000,", "1. ", "$1 ", "two-", "at least ", "5 people. "),
    *("A", "A ", "A.", "Aa, ", "A-", "Minister ", "Smith, minister "),
    *(", ", ".", ". ", "; ", "?! ", "—", "(", "(A) "),
    *("a", "a ", "the ", "of ", "that ", "killed ", "according to "),
    *(" ", "\n", "a\n", "e\u0301"),
    *("“We are done,” Ann Bee said. ", "It was hit on Monday. ", "It killed 12 people in Aleppo. "),
]


def repeated(piece, length):
    """Give a text of a length that repeats a piece."""
    return (piece * (length // len(piece) + 1))[:length]


def spent(run, *arguments):
    """Give the time that a run takes of the processor, in seconds."""
    start = time.process_time()
    run(*arguments)
    return time.process_time() - start


def best_of_three(run, *arguments):
    """Give the shortest time of three runs."""
    gc.collect()
    gc.disable()
    try:
        return min(spent(run, *arguments) for _ in range(3))
    finally:
        gc.enable()


def growth(run, text_of):
    """Give time at twice the length over time at the length, at the largest lengths that can be measured in short time.

    The least of three: other programs on the machine can only make a run longer.
    """
    length = 2 * SMALLEST
    while length < LARGEST and spent(run, text_of(length)) < ENOUGH:
        length *= 2
    found = []
    while len(found) < 3 and (not found or found[-1] >= 3):
        found.append(best_of_three(run, text_of(length)) / best_of_three(run, text_of(length // 2)))
    return min(found)


@pytest.fixture(scope="module", autouse=True)
def _warm():
    """Compile what is compiled once before anything is measured."""
    extract_facts("“It is over,” John Kerry said on Monday. It killed 342 people.", published=date(2016, 9, 24))


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_extract_facts(piece):
    """Twice the text takes less than three times the time, whatever it repeats."""
    assert growth(lambda text: extract_facts(text, published=date(2016, 9, 24)), lambda length: repeated(piece, length)) < 3


def numbered(form, length):
    """Give a text of many different names."""
    letters = [chr(ord("a") + number) for number in range(26)]
    out, size, number = [], 0, 0
    while size < length:
        piece = form.format(letters[number % 26] + letters[number // 26 % 26] + letters[number // 676 % 26])
        out.append(piece)
        size += len(piece)
        number += 1
    return "".join(out)


@pytest.mark.parametrize(
    "form",
    [
        "We met A{0}. ",
        "We met Ann A{0} and Bob A{0}. ",
        "“No more of it all,” said Ann A{0}. ",
        "The A{0} of {0} ({0}) said that it was {0}. ",
    ],
)
def test_many_names(form):
    """Twice as many different names take less than three times the time."""
    assert growth(extract_facts, lambda length: numbered(form, length)) < 3


@pytest.mark.parametrize(
    "piece", ["-", "— ", "(@a) ", "— a (@", "https://", "pic.twitter.com/", "@", "1", " ", "a", "https://t.co/a", "twitter.com/a/status/1"]
)
def test_tweets(piece):
    """Twice the words of a tweet take less than three times the time."""

    def run(text):
        tweets.find((Block(role=Role.TWEET, text=text),))

    assert growth(run, lambda length: repeated(piece, length).strip() or "a") < 3


def patterns_in(where, value, found):
    """Collect the compiled patterns that a value holds, by where they stand."""
    if isinstance(value, re.Pattern):
        found[where] = value
    elif isinstance(value, dict):
        for key, member in value.items():
            patterns_in(f"{where}.{key}", member, found)
    elif isinstance(value, list | tuple):
        for number, member in enumerate(value):
            patterns_in(f"{where}[{number}]", member, found)
    elif has(type(value)):
        patterns_in(where, asdict(value, recurse=False), found)


def all_patterns():
    """Give every compiled pattern of the engine, English words in it."""
    found = {}
    english = language.load("en")
    for module in pkgutil.iter_modules(newsmodel.facts.__path__):
        for name, value in vars(importlib.import_module(f"newsmodel.facts.{module.name}")).items():
            patterns_in(f"{module.name}.{name}", value, found)
    patterns_in("language.token", english.token, found)
    patterns_in("language.phrases", english.phrases, found)
    patterns_in("numbers.patterns", numbers.patterns(english), found)
    patterns_in("dates.grammar", dates.Grammar.of(english), found)
    statistics = Statistics(scanned("a"), [], [])
    for name in ("units", "parts", "exclusions"):
        patterns_in(f"statistics.{name}", vars(getattr(statistics, name)), found)
    return found


PATTERNS = all_patterns()
QUADRATIC = {"indirect._OUTER", "tweets._ADDRESS"}
"""Patterns that are known to break the rule; the set is to become empty."""
RUNS = [
    "“",
    "‘",
    "'",
    "1",
    "1,",
    "000,",
    "A.",
    "Aa ",
    "a few ",
    ", ",
    ".",
    "a",
    "(",
    "said ",
    " ",
    "\n",
    "-",
    "two ",
    "a-",
    "at least ",
    "2016 ",
    "10 May ",
    "https://",
    "@",
]


def test_patterns_are_found():
    """The collection of patterns holds those that are known to be there."""
    assert {"scan._STOP", "marks._MARK", "language.token", "numbers.patterns.digits", "statistics.units.percent"} <= set(PATTERNS)
    assert any(name.startswith("dates.grammar") for name in PATTERNS)


@pytest.mark.parametrize("name", sorted(PATTERNS.keys() - QUADRATIC))
def test_patterns(name):
    """No pattern takes time that grows with the square of a text, also where a text almost matches to its end."""
    pattern = PATTERNS[name]

    def run(text):
        for _ in pattern.finditer(text):
            pass

    for piece in RUNS:
        for end in ("", "x"):
            text = repeated(piece, SMALLEST) + end
            if spent(run, text) > INSTANT:
                ratio = best_of_three(run, repeated(piece, SMALLEST * 2) + end) / best_of_three(run, text)
                assert ratio < 3, (piece, end)
