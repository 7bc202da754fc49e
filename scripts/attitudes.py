"""Count the weights of ``[attitudes]`` in the English language file on annotated news: ``python scripts/attitudes.py --data DIR``.

DIR holds ``corpora/polnear``.
The weights are those of a logistic regression with an L1 penalty, in tenths: most of what it may weigh gets none.
It is fitted by scikit-learn, which the library itself does not need.
The lines are printed as TOML, to be put into the language file.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any  # an annotated text is what its JSON holds

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from newsmodel.facts import language, names
from newsmodel.facts.attitudes import NO_CUE, Attitudes, Speech
from newsmodel.facts.attribution import Sources
from newsmodel.facts.entities import Register
from newsmodel.facts.indirect import Indirect
from newsmodel.facts.quotes import Quoted
from newsmodel.facts.scan import Scan
from newsmodel.facts.speakers import Speakers

# What is weighed for each word by itself.
OWN = ("after", "before", "form", "source")
MARKS = re.compile('[“”"]')
SHORTEST = 3


def main() -> None:
    """Print the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder with corpora/")
    parser.add_argument("--penalty", type=float, default=0.6, help="inverse strength of the penalty")
    parser.add_argument("--rarest", type=int, default=3, help="how often a word must be a cue at least")
    parser.add_argument("--least", type=int, default=-2, help="sum that makes a cue, in tenths of the logarithm of the odds")
    given = parser.parse_args()

    english = language.load("en")
    reporting = {stem(verb, english.words("attitudes", "endings")) for verb in english.words("quotes", "verbs")}
    endings = english.words("attitudes", "endings")
    rows = [
        (stem(word, endings), *rest)
        for text in texts(given.data / "corpora" / "polnear" / "train.jsonl.gz")
        for word, *rest in candidates(text)
    ]
    often = Counter(each for each, _, is_cue in rows if is_cue)
    rows = [row for row in rows if often[row[0]] >= given.rarest]
    vectorizer = DictVectorizer()
    features = vectorizer.fit_transform(
        [dict.fromkeys([f"{each}|", *clues, *(f"{each}|{clue}" for clue in clues if clue.startswith(OWN))], 1) for each, clues, _ in rows]
    )
    features.indices, features.indptr = features.indices.astype("int32"), features.indptr.astype("int32")  # what liblinear takes
    model = LogisticRegression(C=given.penalty, solver="liblinear", penalty="l1", max_iter=300)
    model.fit(features, [is_cue for *_, is_cue in rows])
    weights = {name: round(10 * weight) for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)}
    stems: dict[str, dict[str, int]] = {each: {} for each, count in sorted(often.items()) if count >= given.rarest}
    clues: dict[str, int] = {}
    for name, weight in sorted(weights.items()):
        each, bar, clue = name.partition("|")
        if weight and bar:
            stems[each][clue] = weight
        elif weight:
            clues[name] = weight
    for each in [each for each in stems if each.endswith("iz") and each[:-1] + "s" not in stems]:
        stems[each[:-1] + "s"] = stems[each]  # the corpus is American
    print(f"least = {given.least - round(10 * float(model.intercept_[0]))}")
    print(table("clues", clues))
    print("[attitudes.stems]")
    for each, own in sorted(stems.items()):
        # Of a word that by itself speaks against a cue, the rest matters only where it reports speech as well.
        if own.get("", 0) >= 0 or each in reporting:
            print(table(each, own))


def table(name: str, weights: dict[str, int]) -> str:
    """Write an inline table of TOML."""
    return (
        f"{json.dumps(name) if not name.isascii() or not name.isalpha() else name} = {{ "
        + ", ".join(f'"{clue}" = {weight}' for clue, weight in weights.items())
        + " }"
        if weights
        else f"{json.dumps(name) if not name.isascii() or not name.isalpha() else name} = {{}}"
    )


def stem(word: str, endings: tuple[str, ...]) -> str:
    """Cut a word to the shortest stem that it is a form of."""
    cut = [word, *(word.removesuffix(ending) for ending in endings if word.endswith(ending))]
    cut += [each[:-1] for each in cut if each[-2:-1] == each[-1:] and each != word]
    return min((each for each in cut if len(each) >= SHORTEST), key=len, default=word)


def texts(path: Path) -> Iterator[dict[str, Any]]:
    """Read annotated texts, one JSON document a line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def candidates(document: dict[str, Any]) -> Iterator[tuple[str, list[str], bool]]:
    """Give each word that could be a cue, with what stands beside it, and whether it is one."""
    text: str = document["text"]
    annotated = {
        position
        for each in document["attributions"]
        if each["cue"] and each["source"] and not any(MARKS.search(text[start:end]) for start, end in each["content"])
        for start, end in each["cue"]
        for position in range(start, end)
    }
    scan = Scan(text, language.load("en"))
    register = Register(scan, names.find(scan))
    sources = Sources(scan, register)
    quoted = Quoted(scan, sources, Speakers(scan, register), frozenset())
    drafts = quoted.find()
    indirect = Indirect(scan, sources, quoted).find(drafts)
    every = (*drafts, *indirect)
    speech = Speech.of(scan, [(draft.cue.first, draft.cue.last) for draft in every if draft.cue], [draft.span for draft in every])
    attitudes = Attitudes(scan, sources)
    for draft in indirect:
        if draft.cue is not None and draft.source is not None and not draft.cue.introduces:
            is_cue = any(position in annotated for position in range(draft.cue.span.start, draft.cue.span.end))
            yield scan.words[draft.cue.first], attitudes.beside(draft.cue, draft.source, speech, reports=True), is_cue
    for index, word in enumerate(scan.words):
        start = scan.starts[index]
        if scan.capital[index] or scan.flags[index] & NO_CUE or index in speech.cues or scan.quotation_at(start) is not None:
            continue
        cue, source = attitudes.read(index)
        if source is not None:
            yield word, attitudes.beside(cue, source, speech), start in annotated


if __name__ == "__main__":
    main()
