"""Measure how right the facts are, on annotated texts: ``python benchmarks/accuracy.py [--data DIR]``.

The news of benchmarks/news, which was made for this project, is always measured on. DIR holds ``corpora`` and ``score``, other texts
and their scorers, which may not be handed on: PolNeAR 1.0 (``polnear/{dev,train}.jsonl.gz``), the AQUAINT part of TimeML
(``timeml/aquaint.jsonl.gz``), real news annotated for this project (``news-dev.jsonl``) and news without annotations
(``euronews-2025.jsonl.gz``). docs/reference/accuracy.md tells what every figure counts. What is printed are the tables of
docs/explanation/facts.md; ``--split train`` measures PolNeAR on its larger part.
"""

import argparse
import gzip
import importlib.util
import json
from datetime import date
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any  # what the scorers answer: nested dicts of figures

from attrs import fields
from scoring import Score, scored

from newsmodel import extract_facts

NEWS = Path(__file__).with_name("news")


def main() -> None:
    """Print the figures, one row each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, help="folder with corpora/ and score/")
    parser.add_argument("--split", choices=("dev", "train"), default="dev", help="part of PolNeAR")
    given = parser.parse_args()
    if given.data is not None and not (given.data / "score").is_dir():
        parser.error(f"{given.data} has no folder score")
    own()
    if given.data is not None:
        print()
        others(given.data, given.split)


def own() -> None:
    """Print the figures of the news that was made for this project, a column for each part: percent, and of how many."""
    parts = {path.stem: scored(documents(path)) for path in sorted(NEWS.glob("*.jsonl"))}
    print("| | " + " | ".join(parts) + " |")
    print("|---" * (len(parts) + 1) + "|")
    for each in fields(Score):
        figures = [getattr(score, each.name) for score in parts.values()]
        shown = [f"{figure.percent:.1f} ({figure.there})" for figure in figures]
        row(each.name, " | ".join(shown))


def others(data: Path, split: str) -> None:
    """Print the figures of texts that are not part of this project."""
    corpora = data / "corpora"
    quotes = scorer(data, "quotes")
    polnear = documents(corpora / "polnear" / f"{split}.jsonl.gz")
    predicted = {each["id"]: quotes.predict(each)["quotes"] for each in polnear}
    said = quotes.score(polnear, predicted)
    closed = quotes.score(polnear, {each["id"]: [one for one in predicted[each["id"]] if is_closed(each["text"], one)] for each in polnear})
    dates = scorer(data, "dates")
    newswire = documents(corpora / "timeml" / "aquaint.jsonl.gz")
    days = dates.score(newswire, {each["id"]: dates.predict(each) for each in newswire})

    row("PolNeAR, quotes in marks: detection F1", said["detection"]["F1"])
    row("PolNeAR, the same of those that a mark closes", closed["detection"]["F1"])
    row("PolNeAR, speaker right, of those found", said["speaker"])
    row("PolNeAR, quote and speaker: joint F1", said["joint"]["F1"])
    row("PolNeAR, indirect by cue: precision / recall", f"{said['indirect']['P']} / {said['indirect']['R']}")
    row("PolNeAR, content of indirect ones: mean overlap", said["content"])
    row("newswire dates: span F1 / value F1", f"{days['span']['F1']} / {days['value']['F1']}")
    news = scorer(data, "facts")
    annotated = documents(corpora / "news-dev.jsonl")
    for language in sorted({each.get("language", "en") for each in annotated}):
        those = [each for each in annotated if each.get("language", "en") == language]
        report(language, news.score(those, {each["id"]: news.predict(each) for each in those}))
    found(documents(corpora / "euronews-2025.jsonl.gz"))
    speed(polnear)


def is_closed(text: str, quote: dict[str, Any]) -> bool:
    """Tell quotes that the annotations can hold from those left open at a paragraph's end, which go on in the next one."""
    return quote["kind"] == "indirect" or text[quote["end"] : quote["end"] + 1] in ("”", '"')


def found(news: list[dict[str, Any]]) -> None:
    """Print how many facts a text of news has on average, so that nobody takes silence for precision."""
    every = [extract_facts(each["text"], published=date.fromisoformat(each["published"][:10])) for each in news]
    for name in ("quotes", "statistics", "events", "dates", "entities"):
        row(f"{name} found in a text of news, mean of {len(news)}", round(sum(len(getattr(facts, name)) for facts in every) / len(news), 1))


def speed(texts: list[dict[str, Any]]) -> None:
    """Print how fast the facts of English prose are found: the best of three rounds, in processor time."""
    took = []
    for _ in range(3):
        start = process_time()
        for each in texts:
            extract_facts(each["text"])
        took.append(process_time() - start)
    row("characters a second, English prose, in millions", round(sum(len(each["text"]) for each in texts) / min(took) / 1e6, 2))


def report(language: str, figures: dict[str, Any]) -> None:
    """Print what was found in the news of one language; what has nothing to find is left out."""
    for name, figure in figures.items():
        if figure.get("gold", figure.get("of")):
            shown = figure.get("F1", figure.get("right", f"{figure.get('span')} / {figure.get('value')}"))
            row(f"news ({language}), {name} of {figure.get('gold', figure.get('of'))}", shown)


def row(name: str, figure: object) -> None:
    """Print a row of the table."""
    print(f"| {name} | {figure} |")


def scorer(data: Path, name: str) -> ModuleType:
    """Load one of the scorers, which are programs and no package."""
    spec = importlib.util.spec_from_file_location(f"score_{name}", data / "score" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(path: Path) -> list[dict[str, Any]]:
    """Read annotated texts, one JSON document a line."""
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


if __name__ == "__main__":
    main()
