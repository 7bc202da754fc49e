"""Find the facts of a text that trafilatura extracted from a page.

It needs ``trafilatura``. Run it from anywhere: ``python examples/trafilatura_facts.py``.
"""

from datetime import date
from pathlib import Path

import trafilatura

import newsmodel

PAGE = Path(__file__).parent / "pages" / "harbour.html"


def main() -> None:
    """Extract the text, find its facts, and print the numbers and the dates of the text."""
    document = trafilatura.bare_extraction(PAGE.read_text(encoding="utf-8"), with_metadata=True)
    text = document.text

    # Relative dates, such as “on Sunday”, count from the day of publication.
    facts = newsmodel.extract_facts(text, language="en", published=date.fromisoformat(document.date))

    for statistic in facts.statistics:
        print(f"{statistic.value} {statistic.unit}: “{statistic.span.of(text)}” ({statistic.bound})")
    for period in facts.dates:
        print(f"{period.edtf}: “{period.span.of(text)}”")


if __name__ == "__main__":
    main()
