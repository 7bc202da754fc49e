"""Read pages that were broken on purpose: ``python benchmarks/mutations.py --count 5000 --seed 1 [--pages DIR]``.

The pages are those of tests/fixtures and examples, those of DIR, and real ones where the environment variable NEWSMODEL_DATA names a
folder with ``pages``. Each input is made of one of them by a few changes that the seed tells, so that any input can be made again with
``--only NUMBER``. Whatever comes of an input must be an article whose blocks hold every letter of the page, whose spans hold their text,
and that comes back from JSON; or a PageError. Anything else is printed, and the status is 1.
"""

import argparse
import gzip
import os
import random
import re
import resource
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from time import perf_counter, process_time

from attrs import frozen
from selectolax.lexbor import LexborHTMLParser, LexborNode

import newsmodel
from newsmodel.pages.html.encoding import as_utf8

ROOT = Path(__file__).parents[1]
LARGE_EVERY = 500
"""One of so many inputs is large."""
MOST_MEMORY = 2_000_000_000
"""Bytes of address space of a process."""
AT_ONCE = 50
TOLD_EVERY = 20
"""Chunks."""

BULLET = re.compile(r"^\s*(?:[•●▪◦‣·*–-]|\d{1,3}[.)])\s+")
PLACE = re.compile(r"[a-z0-9]+(?:[.][A-Za-z_][\w-]*)?", re.ASCII)
# As tests/pages/html_pages.py has it.
UNSEEN = frozenset(
    "script style template head title desc noembed noframes datalist iframe video audio canvas object".split()  # noqa: SIM905 -- as below
)

TAGS = (  # noqa: SIM905 -- one a line would be pages long
    "<div> </div> <p> </p> <b> </b> <a> </a> <table> <tr> <td> </table> <svg> </svg> <math> <template> <select> <option> <li> <ul> "
    "<form> </form> <button> <script> </script> <style> </style> <!-- --> --!> <![CDATA[ ]]> <plaintext> <iframe> <noscript> <h1> "
    "</h1> <article> </article> <body> <html> <textarea> <title> <br> <img> <blockquote> <figure> <figcaption> <video> "
    "<object> <time> <nav> <aside>"
).split()
CHARACTERS = [
    "\0",
    "\ud800",
    "\udfff",
    "\ufeff",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200f",
    "\u00ad",
    "\u0301",
    "\u2028",
    "\x85",
    "\x0b",
    "\x1f",
    "\ufffd",
    "😀",
    "‍",
]
ENTITIES = [
    "&amp;",
    "&ampx",
    "&lt;p&gt;",
    "&#0;",
    "&#x110000;",
    "&#xD800;",
    "&nbsp;",
    "&#99999999999;",
    "&notit;",
    "&",
    "&#",
    "&#x",
    "&quot;",
    "&#8220;",
]
MARKS = [
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    '"',
    "'",
    "„",
    "—",
    "(",
    ")",
    ",",
    ".",
    ":",
    "\n",
    "\n\n",
    " ",
    "%",
    "$",
    "1,000",
    "2016",
    "32 May",
    "@a",
    "https://x.com/a/status/1",
]
PROSE = "The port of Brindle opened again on Monday, said Ann Weber, after 7 days of storms. “We are open,” she said. "
POST = (
    "<blockquote class='twitter-tweet'><p>We are open</p>— Ana (@ana) "
    "<a href='https://twitter.com/ana/status/{}'>May 3, 2019</a></blockquote>"
)


@frozen(kw_only=True)
class Outcome:
    """What came of one input."""

    number: int
    size: int
    seconds: float
    kind: str
    fault: str | None


@cache
def sources(folder: str | None) -> tuple[str, ...]:
    """Give the pages that are broken, in a fixed order."""
    paths = [
        *ROOT.glob("tests/fixtures/*/*"),
        *ROOT.glob("examples/*.html"),
        *ROOT.glob("examples/*.txt"),
        *ROOT.glob("examples/pages/*.html"),
    ]
    data = os.environ.get("NEWSMODEL_DATA")
    for place in (folder, f"{data}/pages" if data else None):
        paths += [path for path in Path(place).rglob("*") if place and path.suffix in {".html", ".gz", ".txt"}] if place else []
    return tuple(text_of(path) for path in sorted(paths, key=str))


def text_of(path: Path) -> str:
    """Read a page, compressed or not."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode(errors="replace")


def cut(page: str, _: str, chance: random.Random) -> str:
    """Leave a piece out."""
    start, end = piece(page, chance)
    return page[:start] + page[end:]


def splice(page: str, other: str, chance: random.Random) -> str:
    """Put a piece of another page in."""
    start, end = piece(other, chance)
    return put(page, other[start:end], chance)


def repeat(page: str, _: str, chance: random.Random) -> str:
    """Say a piece some more times."""
    start, end = piece(page, chance, most=400)
    return page[:end] + page[start:end] * chance.randint(1, 40) + page[end:]


def swap(page: str, _: str, chance: random.Random) -> str:
    """Put one piece in the place of another."""
    start, end = piece(page, chance)
    return page[:start] + page[end : 2 * end - start] + page[start:end] + page[2 * end - start :]


def strew(words: list[str], page: str, _: str, chance: random.Random) -> str:
    """Put some of the words in at any place."""
    for _time in range(chance.randint(1, 30)):
        page = put(page, chance.choice(words), chance)
    return page


def run(page: str, _: str, chance: random.Random) -> str:
    """Put a run of one word in."""
    return put(page, chance.choice([*TAGS, *CHARACTERS, *ENTITIES, *MARKS]) * chance.randint(2, 600), chance)


def flip(page: str, _: str, chance: random.Random) -> str:
    """Flip bits of bytes, and read them as a text again."""
    data = bytearray(page.encode(errors="surrogatepass"))
    for _time in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data.decode(errors="surrogateescape")


CHANGES: list[Callable[[str, str, random.Random], str]] = [
    cut, splice, repeat, swap, run, flip, partial(strew, TAGS), partial(strew, CHARACTERS), partial(strew, ENTITIES), partial(strew, MARKS),
]  # fmt: skip
LARGE: list[Callable[[random.Random], str]] = [
    lambda _: "1" * 1_000_000,
    lambda chance: (
        chance.choice(
            ['"', "“", "‘", "«", "'", "<div>", "<b>", "<p>", "<svg>", "<table>", "<a href=x>", " ", "\t", "\u202e", "\0", "(", "&"]
        )
        * 200_000
    ),
    lambda chance: PROSE * (3_000_000 // len(PROSE)) if chance.random() < 0.2 else PROSE * 3_000,  # noqa: PLR2004 -- one in five
    lambda _: "".join(POST.format(1_000_000_000_000 + number) for number in range(20_000)),
    lambda chance: "".join(f"<p>{word}</p>" for word in chance.choices(MARKS, k=50_000)),
    lambda chance: "<p " + " ".join(f"a{number}={chance.randint(0, 9)}" for number in range(100_000)) + ">",
    lambda chance: "".join(chance.choices(TAGS, k=100_000)),
]


def piece(page: str, chance: random.Random, most: int = 20_000) -> tuple[int, int]:
    """Choose the place of a piece."""
    start = chance.randrange(len(page) + 1)
    return start, min(len(page), start + chance.randint(0, most))


def put(page: str, words: str, chance: random.Random) -> str:
    """Put words in somewhere."""
    at = chance.randrange(len(page) + 1)
    return page[:at] + words + page[at:]


def made(seed: int, number: int, folder: str | None) -> str | bytes:
    """Make an input: the same for the same seed and number, whatever was made before."""
    chance = random.Random(f"{seed}/{number}")  # noqa: S311 -- nothing secret
    pages = sources(folder)
    page = chance.choice(pages)
    if number % LARGE_EVERY == LARGE_EVERY - 1:
        page = put(page, LARGE[number // LARGE_EVERY % len(LARGE)](chance), chance)
    else:
        for _ in range(chance.randint(1, 4)):
            page = chance.choice(CHANGES)(page, chance.choice(pages), chance) or " "
    if chance.random() < 0.3:  # noqa: PLR2004 -- some come as bytes
        return page.encode(chance.choice(["utf-8", "utf-8", "utf-16", "cp1252"]), errors="replace")
    return page


def tried(seed: int, folder: str | None, number: int) -> Outcome:
    """Read an input, and hold what comes of it to the promises."""
    source = made(seed, number, folder)
    start = process_time()
    fault = None
    try:
        page = newsmodel.read_page(source)
        article = newsmodel.parse(source)
    except newsmodel.PageError as error:
        kind = "refused"
        fault = None if str(error) else "refused without a reason"
        seconds = process_time() - start
    except Exception as error:  # noqa: BLE001 -- any other error is what is looked for
        kind, fault, seconds = "crashed", f"{type(error).__name__}: {error}"[:300], process_time() - start
    else:
        seconds = (process_time() - start) / 2
        kind = "read"
        fault = wrong(source, page, article)
    return Outcome(number=number, size=len(source), seconds=seconds, kind=kind, fault=fault)


def wrong(source: str | bytes, page: newsmodel.Page, article: newsmodel.Article) -> str | None:
    """Tell which promise is broken, ``None`` if all are held."""
    if newsmodel.from_json(newsmodel.to_json(article)) != article:
        return "JSON gives another article back"
    if article.body != page.body or article.text != page.text:
        return "the article has another body than the page"
    claims = [
        *((quote.span, quote.text) for quote in article.quotes),
        *((statistic.span, statistic.text) for statistic in article.statistics),
        *((event.span, event.text) for event in article.events),
        *((period.span, period.text) for period in article.dates),
    ]
    if any(span.of(article.text) != text for span, text in claims):
        return "a fact does not hold its text"
    lost = Counter(visible(source, page)) - Counter(letters("".join(block.text for block in page.blocks)))
    return f"lost {dict(lost.most_common(5))}" if lost else None


def visible(source: str | bytes, page: newsmodel.Page) -> str:
    """Give the letters that a reader sees of a saved text, or inside the article's element of HTML."""
    if any(isinstance(block.source, int) for block in page.blocks):
        if isinstance(source, bytes):
            return ""  # what its encoding was is for the library to find out
        return "".join(letters(BULLET.sub("", line)) for line in re.split(r"[\r\n]", source))
    place = next((str(block.source).split(" > ")[0] for block in page.blocks[1:] if block.source), "")
    root = LexborHTMLParser(as_utf8(source)[0]).css(place) if PLACE.fullmatch(place) else []
    return letters(seen_in(root[0])) if len(root) == 1 else ""


def seen_in(root: LexborNode) -> str:
    """Give the texts inside an element that are not hidden by what they stand in."""
    out: list[str] = []
    pending = [root]
    while pending:
        node = pending.pop()
        if node.tag == "-text":
            out.append(node.text_content or "")
        elif node.tag not in UNSEEN:
            child = node.last_child
            while child is not None:
                pending.append(child)
                child = child.prev
    return "".join(out)


def letters(text: str) -> str:
    """Give the letters and digits of a text, without accents: where a text is taken apart, they may join another letter."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(c for c in unicodedata.normalize("NFD", whole) if c.isalnum())


def peak() -> float:
    """Give the most memory that this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def bounded() -> None:
    """Let an input that takes too much memory end in a ``MemoryError``, which is told with its number, and not with the machine."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def some(seed: int, folder: str | None, numbers: range) -> tuple[list[Outcome], float]:
    """Try some inputs, and tell the memory of the process that did."""
    return [tried(seed, folder, number) for number in numbers], peak()


def main() -> int:
    """Try all inputs, print what came of them, and give the status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="where to begin, to go on with a run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", help="folder with more pages")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="try one input alone")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    given = parser.parse_args()
    start = perf_counter()
    try_some = partial(some, given.seed, given.pages)
    if given.only is not None:
        results = [try_some(range(given.only, given.only + 1))]
    else:
        chunks = [range(at, min(at + AT_ONCE, given.count)) for at in range(given.first, given.count, AT_ONCE)]
        with ProcessPoolExecutor(given.workers, initializer=bounded) as pool:
            results = []
            for result in pool.map(try_some, chunks):
                results.append(result)
                if len(results) % TOLD_EVERY == 0:
                    faults = sum(outcome.fault is not None for those, _ in results for outcome in those)
                    print(
                        f"{given.first + len(results) * AT_ONCE} done, {faults} faults, {perf_counter() - start:.0f} s",
                        file=sys.stderr,
                        flush=True,
                    )
    outcomes = [outcome for those, _ in results for outcome in those]
    kinds = Counter(outcome.kind for outcome in outcomes)
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    print(f"{len(outcomes)} inputs of {len(sources(given.pages))} pages, seed {given.seed}, in {perf_counter() - start:.0f} s")
    print(f"read {kinds['read']}, refused with PageError {kinds['refused']}, crashed {kinds['crashed']}")
    print(f"slowest: number {slowest.number}, {slowest.size} characters, {slowest.seconds:.2f} s ({slowest.kind})")
    print(f"most memory of a process: {max(memory for _, memory in results):.0f} MB")
    broken = [outcome for outcome in outcomes if outcome.fault]
    for outcome in broken[:50]:
        print(f"FAULT in number {outcome.number}: {outcome.fault}")
    print(f"{len(broken)} faults")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
