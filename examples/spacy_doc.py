"""Lay the facts of an article over a spaCy Doc, as span groups; no spaCy model is needed.

It needs ``spacy``. Run it from anywhere: ``python examples/spacy_doc.py``.
"""

from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span

import newsmodel

PAGE = Path(__file__).parent / "pages" / "harbour.html"


def add_facts(doc: Doc, article: newsmodel.Article) -> None:
    """Put the facts into ``doc.spans``, labelled; every span of a doc of the article's text knows its fact as ``span._.fact``."""
    Span.set_extension("fact", default=None, force=True)
    kinds: dict[str, Iterable[tuple[newsmodel.Span, str, object]]] = {
        "quotes": [(quote.span, f"QUOTE_{quote.kind.name}", quote) for quote in article.quotes],
        "statistics": [(statistic.span, "STATISTIC", statistic) for whole in article.statistics for statistic in (whole, *whole.parts)],
        "dates": [(period.span, "DATE", period) for period in article.dates],
        "entities": [(span, entity.kind.name, entity) for entity in article.entities for span in entity.mentions],
    }
    for name, facts in kinds.items():
        doc.spans[name] = []
        for span, label, fact in facts:
            # Both count code points. Where a fact ends within a token, the whole token is taken.
            laid = doc.char_span(span.start, span.end, label=label, alignment_mode="expand")
            laid._.fact = fact
            doc.spans[name].append(laid)


def main() -> None:
    """Make a doc of the article's text, and print its span groups."""
    article = newsmodel.parse(PAGE)
    doc = spacy.blank("en")(article.text)
    add_facts(doc, article)
    for name, group in doc.spans.items():
        print(name)
        for span in group:
            print(f"  {span.start:>3}-{span.end:<3} {span.label_:<14} {span.text}")
    print(doc.spans["statistics"][1]._.fact.bound)


if __name__ == "__main__":
    main()
