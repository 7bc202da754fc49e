"""What the tests of the facts share: short ways to read a text."""

from datetime import date

from newsmodel import extract_facts
from newsmodel.facts import language
from newsmodel.facts.scan import Scan

PUBLISHED = date(2024, 5, 15)
"""A Wednesday, from which the tests count relative dates."""


def read(text, published=PUBLISHED):
    """Give the facts of an English text."""
    return extract_facts(text, published=published)


def scanned(text):
    """Walk over an English text."""
    return Scan(text, language.load("en"))


def entity_of(text, name):
    """Give the one entity of an English text that has a name."""
    (entity,) = [entity for entity in read(text).entities if entity.name == name]
    return entity


TUESDAY = date(2026, 1, 6)
"""The day from which the tests of German and French count."""


def read_in(language_tag, text):
    """Give the facts of a text in another language, published on a Tuesday."""
    return extract_facts(text, language=language_tag, published=TUESDAY)


def spoken_in(language_tag, text):
    """Give the quotes in marks of a text in another language, with the words that tell their speaker."""
    return [
        (quote.text, quote.speaker_span and text[quote.speaker_span.start : quote.speaker_span.end])
        for quote in read_in(language_tag, text).quotes
        if quote.kind.value != "indirect"
    ]
