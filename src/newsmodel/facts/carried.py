"""Quotations that no words of their own sentence attribute: who has said them follows from what stands round them."""

from functools import lru_cache

from attrs import define

from newsmodel.facts.attribution import CUES_WITHIN, Sources
from newsmodel.facts.cues import Cue
from newsmodel.facts.draft import Draft
from newsmodel.facts.language import Flag, Language
from newsmodel.facts.marks import Quotation
from newsmodel.facts.scan import Scan
from newsmodel.facts.source import Source
from newsmodel.model import QuoteKind


@lru_cache(maxsize=64)
def _joining(language: Language) -> frozenset[str]:
    """Give the conjunctions that open a clause whose verb stands where it does in a sentence."""
    return language.word_set("words", "conjunctions") - language.word_set("quotes", "verb_final")


@define(kw_only=True, eq=False)
class Context:
    """What stands round one quotation in its frame."""

    quotation: Quotation
    start: int
    end: int
    before: list[Cue]
    after: list[Cue]
    next_quotation: int


class Carried:
    """Finds who goes on to speak in one text."""

    def __init__(self, scan: Scan, sources: Sources, used: set[int]) -> None:
        """Prepare for a text; ``used`` are the cues that quotations have, which grow as these are found."""
        self.scan = scan
        self.sources = sources
        self.used = used
        self.first_person = scan.language.word_set("pronouns", "first_person")
        self.joining = _joining(scan.language)
        self.after_comma = scan.language.word_set("quotes", "sources_after_comma")

    def unnamed(self, context: Context) -> tuple[Source, Cue] | None:
        """« Dans l’entourage du maire, on parle d’un « recul » » — “…”, hieß es aus der Partei: where words were said tells by whom."""
        stating = self.sources.inverted.stating
        for cue in (*context.before[-1:], *context.after[:1]) if self.sources.inverted.whereabouts else ():
            if stating and self.scan.words[cue.first] not in stating:
                continue
            source = self.sources.inverted.unnamed(cue, context.start, context.end)
            if source is not None:
                return source, cue
        return None

    def paper(self, source: Source, cue: Cue | None, context: Context, earlier: list[Draft]) -> Source | None:
        """Take the report of “In dem Bericht heißt es”; that of “…”, heißt es in dem Bericht may be by the one named before."""
        if cue is None or source.pronoun not in self.sources.inverted.impersonal:
            return None
        found = self.sources.inverted.unnamed(cue, context.start, context.end, papers=True)
        author = self.introduced(context, earlier) if found is not None and found.span.start > cue.span.start else None
        return author[0] if author is not None else found

    def named_next(self, context: Context, earlier: list[Draft]) -> tuple[Source, None] | None:
        """Take whom the next sentence names, where a quotation opens the article."""
        source = self.sources.inverted.named_next(context.quotation, context.start, context.end) if not earlier else None
        return (source, None) if source is not None else None

    def inserted(self, quotation: Quotation) -> tuple[Source, Cue] | None:
        """« Nous avons le temps, indique l’avocat Paul Morin. On verra. » — the marks may stay open round the words that attribute."""
        if not self.sources.inverts or self.sources.inversion.active:
            return None
        for cue in self.sources.cues_in(quotation.start, quotation.end)[:CUES_WITHIN]:
            source = self.sources.inverted.inserted(cue, quotation.end, quoted=True)
            if source is not None and source.pronoun not in self.first_person:
                return source, cue
        return None

    def announced(self, context: Context) -> tuple[Source, Cue | None] | None:
        """She went on to say: — and in the next paragraph “…”."""
        scan = self.scan
        paragraph = scan.paragraph_index(context.quotation.start)
        if paragraph == 0 or scan.text[scan.paragraphs[paragraph][0] : context.quotation.outer_start].strip():
            return None
        start, end = scan.paragraphs[paragraph - 1]
        if not scan.text[start:end].endswith(":"):
            return None
        frame = scan.frame_at(end - 1)
        for cue in self.sources.cues_before(frame[1], frame[0]):
            source = self.sources.after(cue, frame[1]) if cue.introduces else self.sources.before(cue, frame[0])
            if source is not None:
                return source, None
        subject = self.sources.subject(*frame)
        return (subject, None) if subject is not None and self._can_speak(subject) else None

    def _can_speak(self, subject: Source) -> bool:
        """Ask for evidence where no verb of speech gives it: a name that is one, a pronoun, or a word for people, an office or a body.

        The first word of “Ending “welfare as we know it”” and of “Transcript as follows:” has but its capital.
        """
        if subject.mention is not None:
            # "(CROSSTALK)" is a stage direction.
            if self.scan.text[max(subject.mention.span.start - 1, 0)] in ("(", "["):
                return False
            return self.sources.register.is_shown(self.sources.register.of(subject.mention))
        return subject.pronoun is not None or self.sources.inverts or self._is_somebody(subject)

    def _is_somebody(self, subject: Source) -> bool:
        """Tell a word for people, an office or a body in a description."""
        words = range(self.scan.first_from(subject.span.start), self.scan.first_from(subject.span.end))
        told = Flag.ROLE | Flag.PEOPLE | Flag.ORGANIZATION
        return any(self.scan.flags[index] & told for index in words)

    def introduced(self, context: Context, earlier: list[Draft]) -> tuple[Source, None] | None:
        """Take the person whom this paragraph has named before the quotation, where nobody has spoken in it yet."""
        spoken = earlier[-1].span.start if earlier else -1
        source = self.sources.inverted.introduced(context.quotation.outer_start, context.start, spoken)
        return (source, None) if source is not None else None

    def opened(self, context: Context) -> tuple[Source, None] | None:
        """Read “Der Präsident bat um Geduld: Der Verein werde „keine Köpfe rollen lassen““: the mood shows that the subject says it."""
        scan, opening = self.scan, context.quotation.outer_start
        colon = scan.text.find(": ", context.start, opening - 2) if self.sources.reported else -1
        if colon < 0 or not self.sources.is_reported(colon, opening):
            return None
        first = scan.first_from(context.start)
        joined = self._joined(first, colon)
        subject = self.sources.subject(scan.starts[first if joined is None else joined], colon)
        if subject is None or (subject.mention is None and subject.pronoun is None and not self._is_somebody(subject)):
            return None
        return (subject, None) if self._can_speak(subject) else None

    def _joined(self, word: int, end: int) -> int | None:
        """Find the last clause that a conjunction joins between a word and a position: “Das Land zahlt, doch Stahl bleibt skeptisch: …”."""
        scan = self.scan
        clauses = (at for at in range(scan.last_before(end), word, -1) if scan.words[at] in self.joining and "," in scan.gaps[at - 1])
        return next(clauses, None)

    def is_retold(self, cue: Cue, context: Context) -> bool:
        """Tell “sie habe versprochen, es zu tun, und sie habe „gelogen““: the verb is reported itself, and another clause quotes."""
        scan, opening = self.scan, context.quotation.outer_start
        if not self.sources.reported or cue.introduces or not self.sources.is_reported(cue.span.end, opening):
            return False
        start = scan.starts[self.sources.inversion.begins(cue.first, context.start)]
        if not self.sources.is_reported(start, cue.span.end):
            return False
        joined = self._joined(cue.last, opening)
        return joined is not None and self.sources.is_reported(scan.starts[joined], opening)

    def goes_on(self, context: Context, earlier: list[Draft]) -> tuple[Source, None] | None:
        """Take who spoke last, in marks or without, in this paragraph or the one before."""
        scan, at = self.scan, context.quotation.outer_start
        paragraph = scan.paragraph_index(at)
        floor = scan.paragraphs[max(paragraph - 1, 0)][0]
        previous = earlier[-1] if earlier and earlier[-1].source is not None and not earlier[-1].source.thing else None
        after = previous.span.end if previous is not None else floor
        for cue in self.sources.cues_before(context.start, max(after, scan.paragraphs[paragraph][0])):
            if (
                cue.framing
                or (cue.introduces and scan.words[cue.first] not in self.after_comma)
                or scan.quotation_at(cue.span.start) is not None
            ):
                continue
            frame = scan.frame_at(cue.span.start)
            source = self.sources.after(cue, frame[1]) if cue.introduces else self.sources.before(cue, frame[0])
            if source is not None and cue.first not in self.used:
                return source, None
        if previous is not None and previous.source is not None and previous.span.start >= floor:
            return previous.source, None
        return None

    def by_subject(self, context: Context, kind: QuoteKind) -> tuple[Source, None] | None:
        """Where no word reports speech: the subject of the sentence, or of the one before a quotation that stands alone."""
        scan = self.scan
        if kind is QuoteKind.MIXED:
            subject = self.sources.subject(context.start, context.quotation.outer_start)
        else:
            number = scan.frame_number(context.start) - 1
            if number < 0 or scan.paragraph_index(context.start) - scan.paragraph_index(scan.frames[number][0]) > 1:
                return None
            subject = self.sources.subject(*scan.frames[number])
        named = subject is not None and (subject.mention is not None or subject.pronoun is not None)
        return (subject, None) if subject is not None and named and self._can_speak(subject) else None
