"""Quotes without quotation marks: what somebody is reported to have said."""

from newsmodel.facts.attribution import Cue, Source, Sources
from newsmodel.facts.language import Flag
from newsmodel.facts.quotes import Draft, Quoted
from newsmodel.facts.scan import Scan
from newsmodel.model import QuoteKind, Span

_FEWEST_WORDS = 3
_ADDRESSEE_WORDS = 8


class Indirect:
    """Finds the indirect quotes of one text."""

    def __init__(self, scan: Scan, sources: Sources, quoted: Quoted) -> None:
        """Prepare for a text whose quotes in marks have been found."""
        self.scan = scan
        self.sources = sources
        self.quoted = quoted
        self.past_endings = scan.language.words("dates", "past_endings")
        self.past = frozenset(scan.language.words("dates", "past"))

    def find(self, drafts: list[Draft]) -> list[Draft]:
        """Find the quotes, in order; no content that holds quotation marks is among them."""
        out: list[Draft] = []
        for cue in self.sources.cues:
            if cue.framing or cue.first in self.quoted.used or self.scan.quotation_at(cue.span.start) is not None:
                continue
            draft = self._draft(cue, sorted((*drafts, *out), key=lambda draft: draft.span))
            if draft is not None and not any(draft.span.start < other.span.end and other.span.start < draft.span.end for other in out):
                out.append(draft)
        return out

    def _draft(self, cue: Cue, earlier: list[Draft]) -> Draft | None:
        start, end = self.scan.frame_at(cue.span.start)
        source = self.sources.after(cue, end) if cue.introduces else self.sources.before(cue, start)
        if source is None:
            return None
        content = self._content_after(cue, source, end) if not cue.introduces else self._content_of_source(cue, source, start, end)
        content = content or self._content_before(cue, source, start, end)
        if content is None or self._holds_marks(content):
            return None
        return Draft(span=content, kind=QuoteKind.INDIRECT, speaker=self.quoted.resolve(source, earlier), source=source, cue=cue)

    def _holds_marks(self, content: Span) -> bool:
        return any(
            quotation.outer_start < content.end and content.start < quotation.outer_end and quotation.double
            for quotation in self.scan.quotations
        )

    def _content_of_source(self, cue: Cue, source: Source, start: int, end: int) -> Span | None:
        """According to X, CONTENT. — CONTENT, according to X."""
        scan = self.scan
        if not scan.text[start : cue.span.start].strip():
            comma = scan.text.find(",", source.span.end, end)
            return self._trimmed(comma + 1, end) if comma >= 0 else None
        return self._trimmed(start, cue.span.start)

    def _content_after(self, cue: Cue, source: Source, end: int) -> Span | None:
        """X said (that) CONTENT."""
        scan = self.scan
        if source.span.start > cue.span.start:
            return None
        begin, that = self._after_complementizer(cue, end)
        if begin is None:
            begin = scan.ends[cue.last]
        content = self._trimmed(begin, end)
        if content is None or (not that and (cue.addressing or not self._is_clause(content))):
            return None
        return content

    def _after_complementizer(self, cue: Cue, end: int) -> tuple[int | None, bool]:
        """Find where the clause begins that “that” brings, over the person spoken to."""
        scan = self.scan
        for index in range(cue.last + 1, min(cue.last + 1 + _ADDRESSEE_WORDS, len(scan))):
            if scan.starts[index] >= end or scan.gap(index - 1).strip(" ,"):
                break
            if scan.language.phrases.complementizer.match(scan.text, scan.starts[index]):
                return scan.ends[index], True
            if not cue.addressing and scan.flags[index] & (Flag.PRONOUN | Flag.VERB):
                break
        return None, False

    def _content_before(self, cue: Cue, source: Source, start: int, end: int) -> Span | None:
        """CONTENT, X said."""
        scan = self.scan
        first = scan.first_from(source.span.start)
        while (
            first > 0
            and scan.starts[first - 1] > start
            and not scan.gap(first - 1).strip()
            and scan.flags[first - 1] & (Flag.ARTICLE | Flag.ROLE | Flag.MODIFIER | Flag.ADVERB)
        ):
            first -= 1
        comma = scan.text[start : scan.starts[first]].rstrip()
        if (
            not comma.endswith(",")
            or cue.introduces
            or (
                scan.text[cue.span.end : end].strip(" .,!?")
                and not scan.flags[min(cue.last + 1, len(scan) - 1)] & (Flag.PREPOSITION | Flag.DATE)
            )
        ):
            return None
        content = self._trimmed(start, start + len(comma) - 1)
        return content if content is not None and self._is_clause(content) else None

    def _is_clause(self, content: Span) -> bool:
        """Tell a clause from a mere object (“announced its end”) by a verb in it."""
        scan = self.scan
        words = range(scan.first_from(content.start), scan.first_from(content.end))
        if len(words) <= _FEWEST_WORDS:
            return False
        return any(
            scan.flags[i] & Flag.PASSIVE
            or scan.words[i] in self.past
            or scan.flags[i] & Flag.AUXILIARY
            or scan.words[i].endswith(self.past_endings)
            for i in words[1:]
        )

    def _trimmed(self, start: int, end: int) -> Span | None:
        """Cut blanks and stops off a content; ``None`` where no words are left."""
        text = self.scan.text
        while start < end and text[start] in " ,;:\u00a0":
            start += 1
        while end > start and text[end - 1] in " .,;:\u00a0":
            end -= 1
        words = self.scan.first_from(end) - self.scan.first_from(start)
        return Span(start, end) if words >= _FEWEST_WORDS else None
