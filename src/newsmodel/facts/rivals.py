"""Sentences with a source for each of their figures: “20,000 people according to organisers, 9,000 according to police”."""

from newsmodel.facts.attribution import Sources
from newsmodel.facts.cues import Cue
from newsmodel.facts.language import Flag
from newsmodel.facts.marks import without_outer
from newsmodel.facts.scan import Scan
from newsmodel.facts.source import Source

_FEWEST_WORDS = 3
_LONGEST_OFFICE = 6


def own_stretch(sources: Sources, cue: Cue, source: Source, start: int, end: int) -> tuple[int, int, int]:
    """Give the stretch of a sentence that one of several sources in it tells, and how many words it must have at least."""
    scan, moved = sources.scan, sources.inversion.active
    before = next((other for other in sources.cues_before(cue.span.start, start) if other.introduces), None)
    opens = not scan.text[start : cue.span.start].strip()
    if before is None and not moved and not opens:
        return start, end, _FEWEST_WORDS
    behind = next((other for other in sources.cues_in(source.span.end, end) if other.introduces), None) if moved or opens else None
    low, high = start, end
    if before is not None:
        led = not moved and not scan.text[start : before.span.start].strip()
        low = (_last_part(scan, before, cue) if led else _low(sources, cue, before, moved=moved)) or start
    if behind is not None:
        other = _low(sources, behind, cue, moved=True) if moved else _last_part(scan, cue, behind)
        high = end if other is None else _closing(scan, other)
    told = low > start and any(map(str.isdigit, scan.text[low : high if moved else cue.span.start]))
    return low, high, 1 if told else _FEWEST_WORDS


def _low(sources: Sources, cue: Cue, before: Cue, *, moved: bool) -> int | None:
    """Give where the stretch of a source begins that is not the first; “laut Polizei” may stand before its figure."""
    scan = sources.scan
    other = sources.after(before, cue.span.start)
    if other is None:
        return None
    if moved and _is_led(scan, cue):
        return cue.span.start
    index = scan.first_from(other.span.end)
    mark = scan.text[other.span.end : scan.starts[index]].strip()
    joined = bool(scan.flags[index] & Flag.CONJUNCTION) and not scan.flags[index] & (Flag.SUBORDINATE | Flag.RELATIVE)
    if index >= cue.first or not (mark.startswith((",", ";")) or joined) or scan.flags[index] & Flag.RELATIVE:
        return None
    return scan.starts[index + 1] if joined else scan.starts[index]


def _last_part(scan: Scan, opening: Cue, cue: Cue) -> int | None:
    """Give where a figure begins behind a comma, whose source follows, in a sentence that opens with another: “Selon X, …, 900 selon Y”."""
    text = scan.text
    first = text.find(", ", opening.span.end, cue.span.start)
    comma = text.rfind(", ", first + 1, without_outer(text, first, cue.span.start) - 1) if first >= 0 else -1
    if comma < 0 or not any(map(str.isdigit, text[comma : cue.span.start])):
        return None
    index = scan.first_from(comma)
    return scan.starts[index + 1] if scan.flags[index] & Flag.CONJUNCTION else scan.starts[index]


def _closing(scan: Scan, start: int) -> int:
    """Give where the stretch before another ends, less the “and” between them."""
    before = scan.first_from(start) - 1
    return scan.starts[before] if scan.flags[before] & Flag.CONJUNCTION else start


def _is_led(scan: Scan, cue: Cue) -> bool:
    """Tell a source that opens its stretch, behind a mark or “and”."""
    before = cue.first - 1
    return before >= 0 and (scan.gaps[before].strip().startswith((",", ";")) or bool(scan.flags[before] & Flag.CONJUNCTION))


def clause_opening(scan: Scan, source: Source, start: int) -> int:
    """Give the first word of a clause by that of its source: “and the archivist, Ann Bell, said”."""
    first = scan.first_from(source.span.start)
    if first <= scan.first_from(start) + 1 or not scan.gaps[first - 1].startswith(","):
        return first
    at = first - 1
    while scan.starts[at] > start and first - at < _LONGEST_OFFICE and not scan.flags[at] & Flag.DETERMINER and scan.is_joined(at - 1):
        at -= 1
    return at if scan.flags[at] & Flag.DETERMINER and scan.starts[at] >= start else first


def opposed_from(sources: Sources, cue: Cue, source: Source, start: int, opposing: frozenset[str]) -> int | None:
    """Find where “… but Y said” begins: somebody else after a conjunction that sets it against what was said."""
    scan, other = sources.scan, sources.before(cue, start)
    if other is None or other.pronoun is not None or (other.mention is not None and other.mention == source.mention):
        return None
    before = clause_opening(scan, other, start) - 1
    return scan.ends[before - 1] if before > 0 and scan.words[before] in opposing else None
