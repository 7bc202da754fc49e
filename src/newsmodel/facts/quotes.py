"""Quotes in quotation marks: who said them, by which words."""

import re

from attrs import define, evolve, frozen

from newsmodel.facts.attribution import Cue, Source, Sources
from newsmodel.facts.entities import Register
from newsmodel.facts.language import Flag
from newsmodel.facts.marks import Quotation
from newsmodel.facts.scan import Scan
from newsmodel.model import EntityKind, QuoteKind, Span

_SENTENCE_WORDS = 3
_TITLE_WORDS = 8
_LONG = 6
_LEAD_IN = 4
_AFTER_QUOTE = re.compile(r"[\s,.!?…–—-]*")
_ENDS = re.compile(r"[.!?…,–—][)\]”’»'\"]*$")


@frozen(kw_only=True)
class Draft:
    """A quote before its speaker has become an entity."""

    span: Span
    """Where the words stand."""

    kind: QuoteKind
    """Direct, indirect or mixed."""

    speaker: int | None = None
    """Number of the speaker in the register."""

    source: Source | None = None
    """The words that tell the speaker."""

    cue: Cue | None = None
    """The reporting words."""


@define
class _Context:
    """What stands round one quotation in its frame."""

    quotation: Quotation
    start: int
    end: int
    before: list[Cue]
    after: list[Cue]


class Quoted:
    """Finds the quotes of one text that stand in quotation marks."""

    def __init__(self, scan: Scan, register: Register, sources: Sources, titles: frozenset[int]) -> None:
        """Prepare for a text; ``titles`` are the paragraphs whose quotation marks quote nobody by themselves, such as headings."""
        self.scan = scan
        self.register = register
        self.sources = sources
        self.titles = titles
        self.used: set[int] = set()

    def find(self) -> list[Draft]:
        """Find the quotes, in order."""
        out: list[Draft] = []
        for quotation in self.scan.quotations:
            if self.scan.paragraph_index(quotation.start) in self.titles:
                continue
            draft = self._draft(quotation, out)
            if draft is not None:
                out.append(draft)
        return self._completed(out)

    def _context(self, quotation: Quotation) -> _Context:
        frame = self.scan.frame_at(quotation.outer_start)
        end = max(frame[1], quotation.outer_end)
        outside = [cue for cue in self.sources.cues_in(frame[0], end) if self.scan.quotation_at(cue.span.start) is None]
        before = [cue for cue in outside if cue.span.end <= quotation.outer_start]
        after = [cue for cue in outside if cue.span.start >= quotation.outer_end]
        return _Context(quotation, frame[0], end, before, after)

    def _draft(self, quotation: Quotation, earlier: list[Draft]) -> Draft | None:
        context = self._context(quotation)
        found = (
            self._attributed_after(context)
            or self._attributed_before(context)
            or self._attributed_by_colon(context)
            or self._attributed_far_after(context)
        )
        span = Span(quotation.start, quotation.end)
        kind = QuoteKind.DIRECT if self._is_direct(context) else QuoteKind.MIXED
        if found is not None:
            source, cue = found
            if self._is_term(context, cue):
                return None
            if cue is not None:
                self.used.add(cue.first)
            return Draft(span=span, kind=kind, speaker=self._speaker(source, earlier), source=source, cue=cue)
        if not self._is_speech(context):
            return None
        previous = earlier[-1] if earlier else None
        if previous is not None and self._goes_on(previous, quotation):
            return Draft(span=span, kind=kind, speaker=previous.speaker, source=previous.source)
        return Draft(span=span, kind=kind)

    def _attributed_after(self, context: _Context) -> tuple[Source, Cue | None] | None:
        """“…”, said X. — “…”, X said. — “…”, according to X."""
        scan, end = self.scan, context.quotation.outer_end
        match = _AFTER_QUOTE.match(scan.text, end, context.end)
        opening = match.end() if match else end
        if not context.after or opening >= context.end:
            return None
        cue = context.after[0]
        next_quotation = self._next_quotation_start(context)
        if cue.span.start >= next_quotation:
            return None
        between = range(scan.first_from(opening), cue.first)
        if all(scan.flags[index] & Flag.ADVERB for index in between):
            source = self.sources.after(cue, min(context.end, next_quotation))
            if source is not None and not (cue.addressing and not cue.introduces):
                return source, cue
            main = self._main_subject(context)
            return (main, cue) if main is not None else None
        if cue.introduces:
            return None
        source = self.sources.before(cue, end)
        if source is None:
            return None
        lead = range(scan.first_from(opening), scan.first_from(source.span.start))
        if len(lead) <= _LEAD_IN or all(
            scan.capital[i] or scan.flags[i] & (Flag.ROLE | Flag.MODIFIER | Flag.ARTICLE | Flag.TITLE | Flag.PARTICLE) for i in lead
        ):
            return source, cue
        return None

    def _next_quotation_start(self, context: _Context) -> int:
        later = (
            [q.outer_start for q in self.scan.quotations if context.quotation.outer_end <= q.outer_start < context.end]
            if self._has_more(context)
            else []
        )
        return min(later, default=context.end)

    def _has_more(self, context: _Context) -> bool:
        return any(mark in self.scan.text[context.quotation.outer_end : context.end] for mark in '“"«„‘「')

    def _attributed_before(self, context: _Context) -> tuple[Source, Cue | None] | None:
        """X said: “…” — X said it was “…” — According to X, “…”."""
        for cue in reversed(context.before):
            if cue.introduces:
                source = self.sources.after(cue, context.quotation.outer_start)
            else:
                source = self.sources.before(cue, context.start)
                if source is None and not cue.addressing and not cue.framing:
                    source = self.sources.after(cue, context.quotation.outer_start)
            if source is not None:
                return source, cue
            main = self._main_subject(context, cue)
            if main is not None:
                return main, cue
        return None

    def _main_subject(self, context: _Context, cue: Cue | None = None) -> Source | None:
        """Find whose clause a participle belongs to: “X criticised the plan, calling it “…””."""
        earlier = [other for other in context.before if cue is None or other.first < cue.first]
        for other in earlier:
            source = self.sources.before(other, context.start)
            if source is not None:
                return source
        first = self.scan.first_from(context.start)
        limit = cue.span.start if cue is not None else context.quotation.outer_start
        for mention in self.register.mentions:
            if mention.span.start >= limit:
                break
            if mention.span.start >= context.start and mention.kind is EntityKind.PERSON:
                return Source(span=mention.span, mention=mention)
        if first < len(self.scan) and self.scan.flags[first] & Flag.PRONOUN and self.scan.starts[first] < limit:
            return Source(span=Span(self.scan.starts[first], self.scan.ends[first]), pronoun=self.scan.words[first])
        return None

    def _attributed_by_colon(self, context: _Context) -> tuple[Source, Cue | None] | None:
        """Kerry: “…” — a name or description and a colon, without a verb."""
        scan, quotation = self.scan, context.quotation
        before = scan.text[context.start : quotation.outer_start].rstrip()
        if not before.endswith(":"):
            return None
        last = scan.last_before(quotation.outer_start)
        mention = self.sources.by_last.get(last)
        if mention is not None and mention.span.start >= context.start:
            return Source(span=mention.span, mention=mention), None
        return None

    def _attributed_far_after(self, context: _Context) -> tuple[Source, Cue | None] | None:
        """The “very serious” revelations were new, X said."""
        for cue in context.after:
            source = self.sources.after(cue, context.end) if cue.introduces else self.sources.before(cue, context.quotation.outer_end)
            if source is not None and not cue.framing:
                return source, cue
        return None

    def _is_direct(self, context: _Context) -> bool:
        """Tell whether a whole sentence is quoted, rather than a part of the writer's."""
        text, quotation = self.scan.text, context.quotation
        before = text[context.start : quotation.outer_start].rstrip()
        return not before or before[-1] in ",:" or (text[quotation.start].isupper() and text[quotation.end - 1] in ".!?,")

    def _is_speech(self, context: _Context) -> bool:
        """Tell words that were said from titles and terms, where nobody is named who said them."""
        scan, quotation = self.scan, context.quotation
        words = range(scan.first_from(quotation.start), scan.first_from(quotation.end))
        alone = not scan.text[context.start : quotation.outer_start].strip() and not scan.text[quotation.outer_end : context.end].strip(
            " .,"
        )
        if not quotation.double:
            return alone and len(words) >= _SENTENCE_WORDS and bool(_ENDS.search(scan.text[quotation.start : quotation.outer_end]))
        if alone:
            return len(words) >= _SENTENCE_WORDS
        return len(words) >= _LONG and not self._is_title(words)

    def _is_title(self, words: range) -> bool:
        scan = self.scan
        return all(scan.capital[i] or scan.flags[i] & (Flag.FUNCTION | Flag.PREPOSITION | Flag.ARTICLE | Flag.CONJUNCTION) for i in words)

    def _is_term(self, context: _Context, cue: Cue | None) -> bool:
        """Tell a title or a term from words that were said, in a sentence that reports speech."""
        scan, quotation = self.scan, context.quotation
        words = range(scan.first_from(quotation.start), scan.first_from(quotation.end))
        if not words:
            return True
        if self._is_direct(context) or (cue is not None and cue.framing):
            return False
        return len(words) < _TITLE_WORDS and len(words) > 1 and self._is_title(words)

    def _goes_on(self, previous: Draft, quotation: Quotation) -> bool:
        """Tell whether a quotation without words of attribution goes on with the one before it."""
        scan = self.scan
        paragraphs = scan.paragraph_index(quotation.start) - scan.paragraph_index(previous.span.start)
        return paragraphs <= 1

    def _speaker(self, source: Source, earlier: list[Draft]) -> int | None:
        """Give the entity that the words of a source mean."""
        if source.mention is not None:
            index = self.register.of(source.mention)
            self.register.speaks(index)
            return index
        if source.pronoun is not None:
            return self._meant_by(source, earlier)
        named = self._named_by(source)
        return named if named is not None else self.register.describe(source.span, self._kind_of(source.span))

    def resolve(self, source: Source, earlier: list[Draft]) -> int | None:
        """Give the entity that the words of a source mean, for quotes found elsewhere."""
        return self._speaker(source, earlier)

    def _meant_by(self, source: Source, earlier: list[Draft]) -> int | None:
        language, at = self.scan.language, source.span.start
        personal = (*language.words("pronouns", "masculine"), *language.words("pronouns", "feminine"))
        wanted = EntityKind.PERSON if source.pronoun in personal else EntityKind.ORGANIZATION
        last = next((draft for draft in reversed(earlier) if draft.speaker is not None and draft.span.start < at), None)
        candidates = [
            mention
            for mention in self.register.mentions
            if mention.span.end <= at and self.register.kind(self.register.of(mention)) is wanted
        ]
        nearest = candidates[-1] if candidates else None
        if (
            last is not None
            and last.speaker is not None
            and self.register.kind(last.speaker) is wanted
            and (nearest is None or nearest.span.start < last.span.end)
        ):
            return last.speaker
        if nearest is None:
            return None
        # Of the names in the sentence of the nearest one, the first: the subject stands there.
        sentence = self.scan.sentence_at(nearest.span.start)
        return self.register.of(next(mention for mention in candidates if mention.span.start >= sentence[0]))

    def _named_by(self, source: Source) -> int | None:
        """Find the person that a description means by the office: “the minister”."""
        scan = self.scan
        first, last = scan.first_from(source.span.start), scan.last_before(source.span.end)
        if not scan.flags[first] & (Flag.ARTICLE | Flag.DETERMINER) or not scan.flags[last] & Flag.ROLE or last - first > _SENTENCE_WORDS:
            return None
        head = scan.words[last]
        before = [mention for mention in self.register.mentions if mention.span.end <= source.span.start]
        for mention in reversed(before):
            role = self.register.entity(self.register.of(mention)).role
            if role and head in re.findall(r"\w+", role.lower()):
                return self.register.of(mention)
        return None

    def _kind_of(self, span: Span) -> EntityKind:
        scan = self.scan
        organizations = frozenset(scan.language.words("organizations", "nouns"))
        last = scan.last_before(span.end)
        if scan.words[last] in organizations or scan.flags[last] & Flag.ORGANIZATION:
            return EntityKind.ORGANIZATION
        return EntityKind.UNKNOWN

    def _completed(self, drafts: list[Draft]) -> list[Draft]:
        """Give a quote that opens a paragraph the speaker of the quote that goes on with it: “One.” “Two,” X said."""
        out = list(drafts)
        for index in range(len(out) - 2, -1, -1):
            if out[index].speaker is None and self.scan.paragraph_index(out[index].span.start) == self.scan.paragraph_index(
                out[index + 1].span.start
            ):
                out[index] = evolve(out[index], speaker=out[index + 1].speaker, source=out[index + 1].source)
        return out
