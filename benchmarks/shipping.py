"""Measure how an article gets from one process to another: ``python benchmarks/shipping.py [PAGE…]``, by default on made-up pages.

What is printed is the table of docs/explanation/scale.md. Parsing the same pages is printed beside it, since that is what shipping must be
small against.
"""

import marshal
import pickle
import sys
from collections.abc import Callable
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from time import process_time
from typing import Any  # what goes over the wire has any type

import newsmodel

ROOT = Path(__file__).parents[1]
ROUNDS = 5


def main() -> None:
    """Print a row for each way."""
    pages = [Path(name).read_bytes() for name in sys.argv[1:]] or made_up(40)
    articles = [newsmodel.parse(page) for page in pages]
    print(f"parse: {per_article(newsmodel.parse, pages):.2f} ms an article")
    print("| way | bytes an article | there, ms | back, ms |")
    print("|---|---|---|---|")
    row("pickle", articles, lambda article: pickle.dumps(article, pickle.HIGHEST_PROTOCOL), pickle.loads)
    row("to_json, from_json", articles, lambda article: newsmodel.to_json(article).encode(), newsmodel.from_json)
    row("marshal of to_dict, from_dict", articles, lambda article: marshal.dumps(newsmodel.to_dict(article)), plain)
    print(f"(orjson is {'' if find_spec('orjson') else 'not '}installed)")


def plain(data: bytes) -> newsmodel.Article:
    """Read what marshal wrote."""
    return newsmodel.from_dict(marshal.loads(data))  # noqa: S302  of our own making


def row(name: str, things: list[Any], there: Callable[[Any], bytes], back: Callable[[bytes], Any]) -> None:
    """Print the row of a way, a figure for one article."""
    shipped = [there(thing) for thing in things]
    assert [back(data) for data in shipped] == things
    size = sum(map(len, shipped)) // len(things)
    print(f"| {name} | {size:,} | {per_article(there, things):.2f} | {per_article(back, shipped):.2f} |")


def per_article(work: Callable[[Any], Any], things: list[Any]) -> float:
    """Give the milliseconds that it takes for one thing: the best of some rounds."""
    took = []
    for _ in range(ROUNDS):
        start = process_time()
        for thing in things:
            work(thing)
        took.append(process_time() - start)
    return min(took) / len(things) * 1000


def made_up(count: int) -> list[bytes]:
    """Give made-up pages."""
    spec = spec_from_file_location("synthetic_warc", ROOT / "scripts" / "synthetic_warc.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    random = Random(1)  # noqa: S311  made-up pages
    return [module.page(module.story(random, number), random).encode() for number in range(count)]


if __name__ == "__main__":
    main()
