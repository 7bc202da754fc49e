"""Verbs of speech that no list has, shown by their place: right behind a quotation, and before who speaks."""

import re

from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

# What closes a quotation before words that attribute it: a comma behind the marks, or a stop of its own inside them.
_COMMA = re.compile(r"\s*,\s*")
_LONGEST_ASIDE = 14
_STOPPED = "!?…"
_STOPPED_INSIDE = "!?…,"
_NO_VERB = Flag.AUXILIARY | Flag.PREPOSITION | Flag.CONJUNCTION | Flag.ADVERB | Flag.ARTICLE | Flag.PRONOUN | Flag.RELATIVE | Flag.SOURCE
_LEADS_TO_NAME = Flag.ARTICLE | Flag.DETERMINER | Flag.ROLE | Flag.MODIFIER | Flag.TITLE
_OPENS_PERSON = Flag.ARTICLE | Flag.DETERMINER | Flag.ROLE | Flag.TITLE | Flag.PEOPLE | Flag.PRONOUN


def find(scan: Scan, openings: frozenset[int]) -> frozenset[int]:
    """Find the verbs of “…”, ätzt Vahldiek — “…,” Ann Bell grumbled; ``openings`` are the words that begin a name."""
    endings, either = scan.language.words("quotes", "verb_endings"), scan.language.words("quotes", "either_endings")
    if not endings and not either:
        return frozenset()
    out = set()
    for quotation in scan.quotations:
        comma = _COMMA.match(scan.text, quotation.outer_end)
        if comma is None and scan.text[quotation.end - 1] not in (_STOPPED if endings else _STOPPED_INSIDE):
            continue
        first = scan.first_from(quotation.outer_end)
        opening = comma.end() if comma is not None else quotation.outer_end
        if first >= len(scan.words) or scan.text[opening : scan.starts[first]].strip():
            continue
        verb = _leading(scan, first, endings or either, openings)
        if verb is None and either:
            verb = _trailing(scan, first, either)
        if verb is not None:
            out.add(verb)
    return frozenset(out)


def _leading(scan: Scan, first: int, endings: tuple[str, ...], openings: frozenset[int]) -> int | None:
    """Find the verb before who speaks, in what begins behind a quotation: “ätzt Vahldiek”."""
    verb = _over(scan, first, Flag.AUXILIARY | Flag.ADVERB | Flag.PRONOUN)
    if scan.capital[verb] or scan.flags[verb] & _NO_VERB or not scan.words[verb].endswith(endings):
        return None
    enclitic = verb > first and scan.flags[verb - 1] & Flag.PRONOUN and scan.gaps[verb - 2][:1] == "-"
    if verb + 1 >= len(scan.words):
        return verb if enclitic else None
    subject = _over(scan, verb + 1, Flag.ADVERB | Flag.DATE)
    hangs = scan.gaps[verb].startswith("-") and bool(scan.flags[verb + 1] & Flag.PRONOUN)
    named = subject in openings or scan.flags[subject] & _OPENS_PERSON
    return verb if hangs or enclitic or (named and not any(scan.gaps[index].strip() for index in range(verb, subject))) else None


def _trailing(scan: Scan, first: int, endings: tuple[str, ...]) -> int | None:
    """Find the verb behind who speaks: “coach Ann Bell grumbled”."""
    verb, person = first, False
    while verb + 1 < len(scan.words) and scan.gaps[verb] in (" ", ". ") and (scan.capital[verb] or scan.flags[verb] & _LEADS_TO_NAME):
        person = scan.capital[verb] or bool(scan.flags[verb] & Flag.ROLE)
        verb += 1
    if scan.capital[verb] and scan.gaps[verb].startswith(","):
        # "Ann Bell, a senator, grumbled"
        ends_aside = (at for at in range(verb + 1, min(verb + _LONGEST_ASIDE, len(scan.words) - 1)) if scan.gaps[at] not in (" ", "-"))
        comma = next(ends_aside, verb)
        person, verb = scan.gaps[comma] == ", ", comma + 1
    if not person or scan.capital[verb] or scan.flags[verb] & _NO_VERB or not scan.words[verb].endswith(endings):
        return None
    behind = scan.gaps[verb]
    ends = behind[:1] in (".", ",") or verb + 1 == len(scan.words) or scan.flags[verb + 1] & (Flag.PREPOSITION | Flag.ADVERB | Flag.DATE)
    return verb if ends else None


def _over(scan: Scan, index: int, flags: int) -> int:
    """Step over small words of a kind, without leaving the text."""
    while index + 1 < len(scan.words) and scan.flags[index] & flags and not scan.flags[index] & (Flag.ARTICLE | Flag.DETERMINER):
        if scan.flags[index] & Flag.PRONOUN and scan.gaps[index].strip():
            break
        index += 1
    return index
