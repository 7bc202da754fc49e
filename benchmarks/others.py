"""Run other packages over one page and one sentence, and print what each gives: the commands behind docs/why.md.

Whatever is installed is run, and the rest is named as missing. In an environment of its own:
``pip install . fundus trafilatura newspaper4k zyte-common-items textacy quantulum3 giveme5w1h && python benchmarks/others.py``
(fundus and trafilatura want different versions of lxml, and fundus an older curl-cffi: give each an environment where pip complains).
"""

import importlib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any  # the packages may be missing, so that nothing is known of their types

import newsmodel

PAGE = Path(__file__).parents[1] / "examples" / "pages" / "harbour.html"
URL = "https://www.quay.example/news/4711/harbour-opens-again"
SENTENCE = "According to the Red Cross, at least 342 people including 106 children were killed in Aleppo over the last 12 days."


def of_newsmodel(package: Any) -> None:
    """Read the page, then the sentence."""
    article = package.parse(PAGE)
    print("  parts:", [(block.role.value, len(block.text)) for block in article.body])
    print("  facts:", {kind: len(getattr(article, kind)) for kind in ("quotes", "statistics", "events", "dates", "entities")})
    for number in newsmodel.extract_facts(SENTENCE).statistics:
        print("  number:", number.bound.value, number.value, number.unit, number.measure, [part.text for part in number.parts])


def of_fundus(package: Any) -> None:
    """Count the publishers, and name what an article has."""
    print("  publishers:", len(list(package.PublisherCollection)), "| Euronews:", "EuronewsEN" in dir(package.PublisherCollection.uk))
    print("  article:", [name for name in dir(package.Article) if not name.startswith("_")])


def of_trafilatura(package: Any) -> None:
    """Extract the page."""
    document = package.bare_extraction(PAGE.read_text(encoding="utf-8"), with_metadata=True)
    print("  found:", document.title, "|", document.author, "|", document.date, "|", len(document.text), "characters")


def of_newspaper(package: Any) -> None:
    """Extract the page."""
    article = package.article(URL, input_html=PAGE.read_text(encoding="utf-8"))
    print("  found:", article.title, "|", article.authors, "|", article.publish_date, "|", len(article.text), "characters")


def of_zyte_common_items(package: Any) -> None:
    """Make an item with a date that is none."""
    item = package.Article(url=URL, datePublished="not a date")
    print("  fields:", [name for name in dir(item) if not name.startswith("_")])
    print("  accepts:", item.datePublished)


def of_textacy(package: Any) -> None:
    """Ask for quotes without a model, and for those of German."""
    # With a model that has a parser, in place of `blank`, textacy finds both direct quotes of the page.
    triples = importlib.import_module(f"{package.__name__}.extract.triples")
    spacy = importlib.import_module("spacy")
    for language in ("en", "de"):
        nlp = spacy.blank(language)
        nlp.add_pipe("sentencizer")
        try:
            print(f"  {language}:", list(triples.direct_quotations(nlp("“We are open,” said Ann Weber."))))
        except Exception as error:  # noqa: BLE001  what it raises is the finding
            print(f"  {language}: {type(error).__name__}: {error}")


def of_quantulum3(package: Any) -> None:
    """Find the quantities of the sentence."""
    parser = importlib.import_module(f"{package.__name__}.parser")
    for quantity in parser.parse(SENTENCE):
        print("  number:", quantity.value, "|", quantity.unit.name, "|", quantity.surface)


def of_giveme5w1h(package: Any) -> None:
    """Show that it looks for a server."""
    extractor = importlib.import_module(f"{package.__name__}.extractor.extractor")
    print("  server:", "http://localhost:9000" in Path(str(extractor.__file__)).read_text(encoding="utf-8"))


OTHERS: dict[str, tuple[str, Callable[[Any], None]]] = {
    "newsmodel": ("newsmodel", of_newsmodel),
    "fundus": ("fundus", of_fundus),
    "trafilatura": ("trafilatura", of_trafilatura),
    "newspaper4k": ("newspaper", of_newspaper),
    "zyte-common-items": ("zyte_common_items", of_zyte_common_items),
    "textacy": ("textacy", of_textacy),
    "quantulum3": ("quantulum3", of_quantulum3),
    "giveme5w1h": ("Giveme5W1H", of_giveme5w1h),
}


def main() -> None:
    """Run each package that is there."""
    for name, (module, run) in OTHERS.items():
        try:
            package = importlib.import_module(module)
        except ImportError as error:
            print(f"{name}: not here ({error})")
            continue
        print(f"{name} {version(name)}")
        run(package)


if __name__ == "__main__":
    main()
