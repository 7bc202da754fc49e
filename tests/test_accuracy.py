"""How right the facts are on the news of benchmarks/news: no change may make them worse without saying so."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
pytestmark = pytest.mark.skipif(not BENCHMARKS.is_dir(), reason="benchmarks/ is not part of this distribution")
NEWS = sorted((BENCHMARKS / "news").glob("*.jsonl"))
LEAST = {
    "quotes": 95, "scare": 60, "speaker": 92, "role": 82, "statistics": 93, "bound": 99, "events": 82, "spans": 96, "days": 92,
}  # fmt: skip
"""Percent that every language reaches."""
LEAST_ENGLISH = {"quotes": 98, "speaker": 94, "role": 83, "statistics": 97, "unit": 95, "measure": 72, "source": 73}


@pytest.fixture(scope="module")
def scoring():
    """Give the scorer, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("scoring", BENCHMARKS / "scoring.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where attrs looks names up
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def articles(path):
    """Give the annotated articles of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", NEWS, ids=lambda path: path.stem)
def test_facts_are_as_right_as_they_were(path, scoring):
    """Every figure stands at its least or above."""
    score = scoring.scored(articles(path))
    least = LEAST | (LEAST_ENGLISH if path.stem.endswith("en") else {})
    found = {name: round(getattr(score, name).percent, 1) for name in least}
    assert {name: figure for name, figure in found.items() if figure < least[name]} == {}


@pytest.mark.parametrize("path", NEWS, ids=lambda path: path.stem)
def test_annotations_hold_their_words(path):
    """Whoever and whatever is annotated stands in the text, at places inside it."""
    for article in articles(path):
        assert article["invented"]
        text = article["text"]
        for kind in ("quotes", "statistics", "events", "dates"):
            for row in article[kind]:
                assert 0 <= row["start"] < row["end"] <= len(text), row
        for row in article["quotes"]:
            if row["speaker_start"] is not None:
                assert text[row["speaker_start"] : row["speaker_end"]].strip(), row
        for row in article["statistics"]:
            assert row["number"] in text[row["start"] : row["end"]], row


def test_the_scorer_counts_what_is_wrong(scoring):
    """A quote that is not there, a wrong speaker, a wrong value and a wrong day cost what they should."""
    text = "“The bridge is safe,” Ann Bell said. It cost 5 million euros. It opened on 3 May 2024."
    said = {
        "start": 1,
        "end": 20,
        "kind": "direct",
        "speaker": "Ann Bell",
        "speaker_start": 22,
        "speaker_end": 30,
        "role": None,
        "cue": "said",
    }
    cost = {"start": text.index("5"), "end": text.index("euros") + 5, "value": 5_000_000, "unit": "EUR", "measure": "cost"}
    cost |= {"bound": "exact", "source": None, "part_of": None}
    day = {"start": text.index("3 May"), "end": len(text) - 1, "first": "2024-05-03", "last": "2024-05-03"}
    event = {"start": text.index("It opened"), "end": len(text) - 1, "start_date": "2024-05-03", "end_date": "2024-05-03"}
    article = {"text": text, "language": "en", "published": "2024-05-05", "quotes": [said], "statistics": [cost], "events": [event]}
    article |= {"dates": [day], "statistics_other": [], "events_other": [], "other": []}
    right = scoring.scored([article])
    assert [getattr(right, name).percent for name in ("quotes", "speaker", "statistics", "unit", "measure", "events", "days")] == [100] * 7
    wrong = article | {
        "quotes": [said | {"speaker": "Tom Hill", "speaker_start": 34, "speaker_end": 36}, said | {"start": 40, "end": 60}],
        "statistics": [cost | {"value": 6_000_000}],
        "events": [event | {"start_date": "2024-05-02"}],
        "dates": [day | {"last": "2024-05-04"}],
    }
    counted = scoring.scored([wrong])
    assert (counted.quotes.right, counted.quotes.found, counted.quotes.there) == (1, 1, 2)
    assert counted.speaker.percent == counted.statistics.percent == counted.events.percent == counted.days.percent == 0
    assert counted.spans.percent == 100
