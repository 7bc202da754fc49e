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
