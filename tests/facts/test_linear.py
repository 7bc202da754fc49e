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
import newsmodel.pages
from newsmodel import Block, Limits, Role, extract_facts
from newsmodel.facts import grammar, language, numbers, tweets
from newsmodel.facts.scan import Scan
from newsmodel.facts.statistics import Statistics
from newsmodel.pages.furniture import furniture_of
from newsmodel.pages.style import known_styles

WIDE = Limits(mentions=1_000_000_000)  # what repeats one name without end is refused, but not for its time
PUBLISHED = date(2016, 9, 24)
SMALLEST, LARGEST = 5_000, 160_000
ENOUGH = 0.02
"""Seconds after which a larger text need not be tried: what is measured stands well above the noise."""
LONG = 0.3
"""Seconds of a run that need not be repeated."""
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
    *("‘ab ", "hundred ", "million ", "111 ", "in 2016 ", "on Monday ", "1 May ", "today ", "2015 and 2016 ", "5 of whom 4 ", "A. B. "),
    *("praising ", "who said ", "and said that it was late ", "but said ", "he said ", "He said. ", "the minister said. ", "I said. "),
    *("Brown wanted to praise ", "said Brown, ", "Brown told ", "Brown: a\n", "Aa Bb of ", "said “a” ", "“No more of it”, I said. "),
    "The minister of trade said on Monday that the plan would cost $3 million and that John Brown, who came from Berlin, had opposed it ",
]
OTHERS = {
    "de": [
        *("Haus ", "A. B. ", "Braun Haus ", "Minister Braun ", "Braun von ", "hundert ", "am 5. ", "5 Menschen, darunter 4 Kinder, "),
        *("sagte ", "und sagte ", "sagte er ", "Er sagte. ", "sagte Braun, ", "der sagte, ", "laut Braun ", "dass er ", "teilte mit "),
        *("„", "‚ab ", "„Das ist es“, ", "„Mehr gibt es nicht“, sagte er. ", "der Minister sagte. "),
        "Der Minister sagte am Montag, dass der Plan 3 Millionen Euro koste und Anna Braun, die aus Wien kam, ihn ablehne, ",
    ],
    "fr": [
        *("a dit ", "dit-il ", "qui a dit ", "a déclaré que ", "dit Brun, ", "selon ", "Pour ", "cent ", "million ", "Brun de ", "l’"),
        *("«", "« Rien de plus », ", "« Rien de plus », a-t-il dit. ", "Le ministre a dit. ", "ministre de la Justice ", "de la Paris "),
        "Le ministre a déclaré lundi que le plan coûterait 3 millions d’euros, et Anne Brun, médecin à Lyon, l’a refusé, ",
    ],
    "es": ["—dijo —", "— Vamos, dijo, ", "—", "— ,", "dijo que ", "Bruno de ", "según "],
    "pt": ["— disse —", "— Vamos, disse, ", "Bruno de "],
    "ar": ["قال ", "1 ", "«"],
}


def repeated(piece, length):
    """Give a text of a length that repeats a piece."""
    return (piece * (length // len(piece) + 1))[:length]


def spent(run, *arguments):
    """Give the time that a run takes of the processor, in seconds."""
    start = time.process_time()
    run(*arguments)
    return time.process_time() - start


def best_of_three(run, *arguments):
    """Give the shortest time of three runs; one is enough where it is so long that noise does not matter."""
    gc.collect()
    gc.disable()
    try:
        first = spent(run, *arguments)
        return first if first > LONG else min(first, *(spent(run, *arguments) for _ in range(2)))
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
    for tag in ("en", *OTHERS):
        extract_facts("“It is over,” John Kerry said on Monday. It killed 342 people.", tag, PUBLISHED)


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_extract_facts(piece):
    """Twice the text takes less than three times the time, whatever it repeats."""
    assert growth(lambda text: extract_facts(text, published=PUBLISHED, limits=WIDE), lambda length: repeated(piece, length)) < 3


@pytest.mark.parametrize(("tag", "piece"), [(tag, piece) for tag, pieces in OTHERS.items() for piece in pieces])
def test_other_languages(tag, piece):
    """Twice the text takes less than three times the time in every language."""
    assert growth(lambda text: extract_facts(text, tag, PUBLISHED, WIDE), lambda length: repeated(piece, length)) < 3


@pytest.mark.parametrize("office", ["l’entraîneur des Verts ", "l’entraîneur des Berlin ", "le maire de la "])
def test_long_names(office):
    """Twice as many words of one name take less than three times the time, behind an office as well."""
    assert growth(lambda text: extract_facts(text, "fr", PUBLISHED, WIDE), lambda length: office + repeated("Jean ", length)) < 3


@pytest.mark.parametrize("tag", ["en", "de", "fr", "es", "it", "pt", "ar"])
@pytest.mark.parametrize("piece", ["The port opened on Monday, said Ann Bee. “We are open,” she said. ", "Am Montag kamen 5 Menschen. "])
def test_what_shows_only_in_long_texts(tag, piece):
    """Even 300,000 characters that repeat a sentence, which may be in another language, take less than three times the half of them."""
    half, whole = (repeated(piece, length) for length in (150_000, 300_000))
    assert best_of_three(extract_facts, whole, tag, PUBLISHED, WIDE) < 3 * best_of_three(extract_facts, half, tag, PUBLISHED, WIDE)


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
        "A{0} Brown met Brown. ",
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
    """Give every compiled pattern of the rules for facts and for pages, with the words of three languages in them."""
    found = {}
    for package in (newsmodel.facts, newsmodel.pages):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                patterns_in(f"{module.name.removeprefix('newsmodel.')}.{name}", value, found)
    for tag in ("en", "de", "fr"):
        words = language.load(tag)
        own = {"token": words.token, "phrases": words.phrases, "numbers": numbers.patterns(words), "dates": grammar.Grammar.of(words)}
        statistics = Statistics(Scan("a", words), [], [])
        own |= {name: vars(getattr(statistics, name)) for name in ("units", "parts", "exclusions")}
        patterns_in(tag, own, found)
    for number, style in enumerate(known_styles()):
        patterns_in(f"pages.style{number}", furniture_of(style), found)
    return found


PATTERNS = all_patterns()
AT_ONE_PLACE = {
    "pages.source._HTML",
    *("pages.body._ITEM", "pages.header._LABELLED"),
    *(f"pages.html.depth.{name}" for name in ("_REST", "_FEW_ATTRIBUTES", "_DRAWING")),
    "pages.html.tags._NEXT_TAG",
    *(name for name in PATTERNS if name.endswith(("._by", "._copyright"))),
}
"""Patterns that are never searched for, only matched where something else has told them to be."""
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
    assert {"facts.scan._STOP", "facts.marks._MARK", "pages.html.moments._DAY", "en.token", "de.numbers.digits", "fr.units.percent"} <= set(
        PATTERNS
    )
    assert any(name.startswith("de.dates") for name in PATTERNS)


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_patterns(name):
    """No pattern takes time that grows with the square of a text, also where a text almost matches to its end."""
    pattern = PATTERNS[name]

    def run(text):
        text = text if isinstance(pattern.pattern, str) else text.encode()
        for _ in (pattern.match(text),) if name in AT_ONE_PLACE else pattern.finditer(text):
            pass

    for piece in RUNS:
        for end in ("", "x"):
            text = repeated(piece, SMALLEST) + end
            if spent(run, text) > INSTANT:
                longer = repeated(piece, SMALLEST * 2) + end
                # A busy machine can slow one measurement, but not three in a row.
                assert any(best_of_three(run, longer) / best_of_three(run, text) < 3 for _ in range(3)), (piece, end)
