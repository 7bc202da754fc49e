"""Prose to facts: quotes, statistics, events, dates and entities; and tweet blocks to tweets."""

from newsmodel.facts.engine import extract_facts, find_in_body
from newsmodel.facts.language import Language

__all__ = ["Language", "extract_facts", "find_in_body"]
