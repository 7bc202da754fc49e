"""Benchmarks of our own parts, for pytest-benchmark: ``pytest benchmarks/test_parts.py``.

``--benchmark-disable`` runs each once, which is enough to see that it works.
"""

from collections.abc import Callable
from datetime import date

import made
import pytest

import newsmodel
from newsmodel.pages.html.dom import parsed

Benchmark = Callable[..., object]
"""The fixture: it calls what it is given many times, and gives what that gives."""

PAGE = made.page()
ARTICLE = newsmodel.parse(PAGE)
DOCUMENT = newsmodel.to_json(ARTICLE)
PUBLISHED = date(2024, 5, 1)
_PLAIN = "The harbour lies in the shadow of two hills, and most of its houses were built by people who lived from the sea. "
KINDS = {
    "nothing": _PLAIN,
    "quotes": "“We cannot wait for another winter,” harbour master Ana Bela said. ",
    "indirect quotes": "Marta Quin told reporters that the tunnel would stay closed for now. ",
    "statistics": "Unemployment fell to 4.5%, and 12,300 people found work, most of them for more than €2,000 a month. ",
    "dates": "The work began on 14 April and ends next Tuesday, three weeks before the end of May 2024. ",
    "events": "The barrier broke on 3 May 2024 in Norham. ",
    "names": "Ana Bela met Ed Fell of the European Commission in Port Vell before Lena Voss left for Santa Rosa. ",
}
"""A sentence of each kind of fact."""


def test_parse(benchmark: Benchmark) -> None:
    """From the bytes of a page to the article."""
    assert benchmark(newsmodel.parse, PAGE) == ARTICLE


def test_tree(benchmark: Benchmark) -> None:
    """The tree of a page, which nothing of ours can make faster."""
    assert benchmark(parsed, PAGE) is not None


def test_read_page(benchmark: Benchmark) -> None:
    """From the bytes of a page to its blocks."""
    assert benchmark(newsmodel.read_page, PAGE) == newsmodel.read_page(PAGE)


def test_read_dump(benchmark: Benchmark) -> None:
    """From the saved text of a page to its blocks."""
    text = "\n".join(["Port opens again", "By Ana Bela", "Published on 01/05/2024 - 10:00", *made.prose(5000).split("\n")])
    assert benchmark(newsmodel.read_page, text) == newsmodel.read_page(text)


@pytest.mark.parametrize("kind", KINDS)
def test_facts(benchmark: Benchmark, kind: str) -> None:
    """Facts of 5,000 characters that hold one kind of them, among plain sentences."""
    text = ((KINDS[kind] + _PLAIN) * 50)[:5000]
    assert benchmark(newsmodel.extract_facts, text, published=PUBLISHED, language="en") is not None


@pytest.mark.parametrize(
    "write",
    [newsmodel.to_dict, newsmodel.to_json, newsmodel.to_html, newsmodel.to_ninjs, newsmodel.to_schema_org, newsmodel.to_web_annotations],
)
def test_write(benchmark: Benchmark, write: Callable[[newsmodel.Article], object]) -> None:
    """From an article to each of the formats."""
    assert benchmark(write, ARTICLE)


def test_from_json(benchmark: Benchmark) -> None:
    """From JSON back to the article."""
    assert benchmark(newsmodel.from_json, DOCUMENT) == ARTICLE
