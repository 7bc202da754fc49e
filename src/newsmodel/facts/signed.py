"""Signatures of quotations: “…” — Ann Bell, and the name of the speaker in a line of its own, before or behind the mark that closes."""

import re
from bisect import bisect_right

from newsmodel.facts.attribution import Sources
from newsmodel.facts.language import Flag
from newsmodel.facts.marks import Quotation
from newsmodel.facts.scan import Scan
from newsmodel.facts.source import Source

# “…” ― Ann Bell
_DASH = re.compile(r"\s?[―—–-]{1,2}\s?")
# Behind a signature nothing stands but its office, or the end of the line.
_END = re.compile(r"[^\S\n]{0,3}+(?:,|\.?+[^\S\n]{0,3}+(?:\n|\Z))")
# Ann Bell, Green Union.” — what follows the name of a line of its own, up to the mark that closes the quotation of the lines above.
_LINE_END = re.compile(r"(?:,[^“”\"\n]{1,100}?)?\.?[”\"]\s*(?:\n|\Z)")
# Ann Bell, Green Union — the same below a quotation that is closed, as in a pull quote.
_LINE_ALONE = re.compile(r"(?:,[^“”\"\n.!?]{1,100}?)?[^\S\n]{0,3}+(?:\n|\Z)")
_NAME_WITHIN = 5
"""Words of a line of its own in which the name stands, behind an office."""


class Signed:
    """Finds the signatures of the quotations of one text."""

    def __init__(self, scan: Scan, sources: Sources) -> None:
        """Prepare for a text whose names have been found."""
        self.scan = scan
        self.sources = sources

    def by(self, quotation: Quotation) -> Source | None:
        """Give who has signed a quotation."""
        return self._behind_dash(quotation) or self._in_next_line(quotation)

    def _behind_dash(self, quotation: Quotation) -> Source | None:
        scan = self.scan
        match = _DASH.match(scan.text, quotation.outer_end)
        mention = self.sources.by_first.get(scan.first_from(match.end())) if match else None
        if match is None or mention is None or mention.span.start != match.end() or not _END.match(scan.text, mention.span.end):
            return None
        return Source(span=mention.span, mention=mention)

    def _in_next_line(self, quotation: Quotation) -> Source | None:
        """“It must not happen.⏎Ann Bell, Green Union.” and “It must not happen.”⏎Ann Bell: an office may stand before the name."""
        scan = self.scan
        number = bisect_right(scan.paragraphs, (quotation.outer_start, len(scan.text)))
        alone = scan.paragraphs[number - 1] == (quotation.outer_start, quotation.outer_end)
        if number >= len(scan.paragraphs) or (quotation.closed and not alone):
            return None
        end = _LINE_ALONE if quotation.closed else _LINE_END
        start = scan.paragraphs[number][0]
        first = scan.first_from(start)
        if first >= len(scan.words) or scan.starts[first] != start:
            return None
        for index in range(first, min(first + _NAME_WITHIN, len(scan.words))):
            mention = self.sources.by_first.get(index)
            if mention is not None and end.match(scan.text, mention.span.end):
                return Source(span=mention.span, mention=mention)
            office = scan.flags[index] & (Flag.ROLE | Flag.TITLE | Flag.MODIFIER | Flag.ORGANIZATION) or scan.capital[index]
            if not office or scan.gaps[index].strip(". "):
                return None
        return None
