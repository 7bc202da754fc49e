"""Speech that dashes mark: attributions set between dashes inside a quotation, and paragraphs that a dash opens."""

import re
from typing import TYPE_CHECKING

from attrs import evolve

from newsmodel.facts.language import Flag
from newsmodel.facts.marks import Quotation

if TYPE_CHECKING:
    from newsmodel.facts.scan import Scan

# What stands between two dashes: " – ha detto Mattarella – ", " —dijo Sánchez— ".
_ASIDE = re.compile(r"(?<=[\s,.!?…])[–—]\s?(?P<aside>[^–—\n«»“”\"]{3,90}?)\s?[–—](?![^\W\d_])")
_BLANKS = 8
"""Characters that can be nothing but blanks between a mark and the word behind it."""
_DASH = re.compile(r"\s?[–—]\s?")


def divided(scan: "Scan", quotation: Quotation) -> list[Quotation]:
    """Cut a quotation at the attributions that stand between dashes inside it."""
    parts, rest = [], quotation
    for match in _ASIDE.finditer(scan.text, quotation.start, quotation.end):
        if match.start() < rest.start or not _reports(scan, match.start("aside")):
            continue
        end = _trimmed(scan.text, rest.start, match.start())
        if end == rest.start:
            continue
        parts.append(evolve(rest, end=end, outer_end=match.start()))
        start = match.end()
        while start < rest.end and scan.text[start] in " ,.;\u00a0":
            start += 1
        if start >= rest.end:
            return parts
        rest = evolve(rest, outer_start=match.end() - 1, start=start)
    return [*parts, rest]


def spoken(scan: "Scan", start: int, end: int) -> list[Quotation]:
    """Find the speech of a paragraph that a dash opens: “— Vamos ganhar — disse Costa.”; none where nothing reports it."""
    text = scan.text
    opener = _DASH.match(text, start, end)
    if opener is None or text[start].isspace() or not text[opener.end() : opener.end() + 1].isupper():
        return []
    out: list[Quotation] = []
    reported = False
    begin, dash = opener.end(), start
    for match in (*_DASH.finditer(text, begin, end), None):
        stop = match.start() if match else end
        while begin < stop and text[begin] in " .,;\u00a0":
            begin += 1
        if begin < stop and _reports(scan, begin):
            reported = True
        elif begin < stop:
            comma = _reporting_comma(scan, begin, stop)
            reported = reported or comma is not None
            close = _trimmed(text, begin, stop if comma is None else comma)
            out.append(Quotation(dash, begin, close, min(close + 1, end), double=True))
        if match is not None:
            begin, dash = match.end(), match.end() - 1
    return out if reported else []


def _reporting_comma(scan: "Scan", start: int, end: int) -> int | None:
    """Find the comma that reporting words follow: “…, afirmó el ministro”."""
    comma = scan.text.rfind(",", start, end)
    while comma > start:
        if _reports(scan, comma + 1):
            return comma
        comma = scan.text.rfind(",", start, comma)
    return None


def _reports(scan: "Scan", position: int) -> bool:
    """Tell whether a reporting verb stands at a position."""
    first = scan.first_from(position)
    if first >= len(scan) or scan.starts[first] - position > _BLANKS or scan.text[position : scan.starts[first]].strip():
        return False
    verb = scan.flags[first] & Flag.VERB or scan.language.phrases.verb.match(scan.text, scan.starts[first])
    return bool(verb) and not scan.capital[first]


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,;\u00a0":
        end -= 1
    return end
