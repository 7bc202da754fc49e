"""Quotes in quotation marks: who said them, by which words."""

import re

from attrs import evolve

from newsmodel.facts.attribution import CUES_WITHIN, Sources
from newsmodel.facts.carried import Carried, Context
from newsmodel.facts.cited import Cited
from newsmodel.facts.cues import Cue, bare_cue
from newsmodel.facts.draft import Draft, last_speaker
from newsmodel.facts.language import Flag
from newsmodel.facts.marks import Quotation
from newsmodel.facts.scan import Scan
from newsmodel.facts.signed import Signed
from newsmodel.facts.source import Source
from newsmodel.facts.speakers import Speakers
from newsmodel.facts.terms import Terms
from newsmodel.model import EntityKind, QuoteKind, Span

_SENTENCE_WORDS = 3
_PHRASE_WORDS = 4
_ASIDES = 4
"""Reporting words looked at behind a quotation, that of its clause among them."""
_LONGEST_TAIL = 80
"""Characters between a cue and a short rest of what was said."""
_LEAD_IN = 4
_NEAR = 4
_AFTER_QUOTE = re.compile(r"[\s,.!?…–—-]*")
# RAMOS: Did you?
_LABELLED = re.compile(r":\s+(?=\S)")
_ENDS = re.compile(r"[.!?…,–—][)\]”’»'\"]*$")


class Quoted:
    """Finds the quotes of one text that stand in quotation marks."""

    def __init__(self, scan: Scan, sources: Sources, speakers: Speakers, titles: frozenset[int]) -> None:
        """Prepare for a text; ``titles`` are the paragraphs whose quotation marks quote nobody by themselves, such as headings."""
        self.scan = scan
        self.sources = sources
        self.speakers = speakers
        self.titles = titles
        self.cited = Cited(scan)
        self.used: set[int] = set()
        self.carried = Carried(scan, sources, self.used)
        self.signed = Signed(scan, sources)
        self.terms = Terms(scan, self.cited, sources.names)
        self.opposing = scan.language.word_set("quotes", "opposing")
        self.comparing = scan.language.word_set("quotes", "comparing")
        self.uncued = not scan.language.words("quotes", "verbs")
        self.capital_nouns = scan.language.capital_nouns
        # Where speech stands in double marks, be they two apostrophes, single ones hold titles, terms and what somebody else said.
        self.double = any(quotation.double for quotation in scan.quotations) or scan.text.count("''") > 1

    def find(self) -> list[Draft]:
        """Find the quotes, in order."""
        out: list[Draft] = []
        quotations = self.scan.quotations
        for number, quotation in enumerate(quotations):
            if self.scan.paragraph_index(quotation.start) in self.titles or (self.double and not quotation.double):
                continue
            following = quotations[number + 1].outer_start if number + 1 < len(quotations) else len(self.scan.text)
            draft = self._labelled(quotation) or self._draft(quotation, following, out)
            if draft is not None:
                out.append(draft)
        return self._completed(out)

    def _draft(self, quotation: Quotation, following: int, earlier: list[Draft]) -> Draft | None:
        if self._is_compounded(quotation):
            return None
        context = self._context(quotation, following)
        if self._names(context):
            return None
        span = Span(quotation.start, quotation.end)
        kind = QuoteKind.DIRECT if self._is_direct(context) else QuoteKind.MIXED
        found = (
            self._signed(quotation)
            or self.carried.unnamed(context)
            or self._attributed_after(context)
            or self._attributed_behind_colon(context)
            or self._attributed_before(context)
            or self._attributed_by_colon(context)
            or self._attributed_far_after(context)
        )
        if found is None:
            bare = bare_cue(self.scan.text, context.after, quotation.outer_end, context.end)
            if bare is None and not self._is_speech(context) and not self._is_rest(context, earlier):
                return None
            if bare is None and self.sources.inverted.is_impersonal(context.after, quotation.outer_end):
                return Draft(span=span, kind=kind, cue=context.after[0])
            found = self.carried.inserted(quotation) or self.carried.announced(context) or self.carried.opened(context)
            found = found or self.carried.introduced(context, earlier)
            # The subject of the sentence that holds a part of a quote has said it; a sentence of its own goes on with who spoke.
            rest = (self.carried.by_subject(context, kind), self.carried.goes_on(context, earlier))
            part = kind is QuoteKind.MIXED and not self.sources.inverts
            found = found or next(filter(None, rest if part else reversed(rest)), None) or self.carried.named_next(context, earlier)
            found = (found[0], bare or found[1]) if found is not None else None
        elif self.terms.is_term(context, found[1], direct=kind is QuoteKind.DIRECT):
            return None
        if found is None:
            return Draft(span=span, kind=kind)
        source, cue = found
        if cue is not None and cue.span.end > context.start:
            self.used.add(cue.first)
        speaker = self._speaker(source, cue, earlier)
        paper = self.carried.paper(source, cue, context, earlier) if speaker is None else None
        if paper is not None:
            source, speaker = paper, self._speaker(paper, cue, earlier)
        return Draft(span=span, kind=kind, speaker=speaker, source=source, cue=cue)

    def _names(self, context: Context) -> bool:
        """Tell a title, a newspaper or a slogan."""
        quotation, start = context.quotation, context.start
        if self.cited.is_name(quotation, start, self.sources.names) or self.cited.is_work(quotation, start):
            return True
        paper = self.sources.paper(context.after[0].first, start) if context.after else None
        return paper is not None and paper.span.start == quotation.start

    def _is_compounded(self, quotation: Quotation) -> bool:
        """Tell a name in marks that a hyphen makes part of a word: “„Bild“-Zeitung”."""
        after = self.scan.text[quotation.outer_end : quotation.outer_end + 2]
        return len(after) > 1 and after[0] in "-‑" and after[1].isalpha()

    def _labelled(self, quotation: Quotation) -> Draft | None:
        """“PENCE: The talks are over”: in a transcript that is quoted whole, the marks hold the name of the speaker as well."""
        mention = self.sources.by_first.get(self.scan.first_from(quotation.start))
        label = _LABELLED.match(self.scan.text, mention.span.end) if mention is not None else None
        if mention is None or label is None or mention.span.start != quotation.start or label.end() >= quotation.end:
            return None
        if self.scan.paragraphs[self.scan.paragraph_index(quotation.start)][0] != quotation.outer_start or mention.kind is EntityKind.PLACE:
            return None
        register = self.sources.register
        speaker = register.of(mention)
        if register.kind(speaker) is not EntityKind.PERSON and len(register.spans(speaker)) == 1:
            return None
        register.speaks(speaker)
        source = Source(span=mention.span, mention=mention)
        return Draft(span=Span(label.end(), quotation.end), kind=QuoteKind.DIRECT, speaker=speaker, source=source)

    def _context(self, quotation: Quotation, following: int) -> Context:
        start, end = self.scan.frame_at(quotation.outer_start)
        end = max(end, quotation.outer_end)
        outside = [cue for cue in self.sources.cues_in(start, end) if self.scan.quotation_at(cue.span.start) is None]
        return Context(
            quotation=quotation,
            start=start,
            end=end,
            before=[cue for cue in outside if cue.span.end <= quotation.outer_start][-CUES_WITHIN:],
            after=[cue for cue in outside if cue.span.start >= quotation.outer_end][:CUES_WITHIN],
            next_quotation=min(following, end),
        )

    def _signed(self, quotation: Quotation) -> tuple[Source, Cue | None] | None:
        source = self.signed.by(quotation)
        return (source, None) if source is not None else None

    def _attributed_behind_colon(self, context: Context) -> tuple[Source, Cue | None] | None:
        """The town hall rejected that: the test had found “no fault”, a spokesman said. — The last words attribute what the colon opens."""
        colon = self.scan.text.find(": ", context.start, context.quotation.outer_start - 2)
        if not self.sources.inverts or colon < 0 or not context.after:
            return None
        found = self._attributed_far_after(context)
        if found is None or found[1] is None:
            return None
        return found if not self.scan.text[max(found[0].span.end, found[1].span.end) : context.end].strip(" .") else None

    def _attributed_after(self, context: Context) -> tuple[Source, Cue | None] | None:
        """“…”, said X. — “…”, X said. — “…”, according to X."""
        scan, end = self.scan, context.quotation.outer_end
        match = _AFTER_QUOTE.match(scan.text, end, context.end)
        opening = match.end() if match else end
        if not context.after or opening >= context.end:
            return None
        cue = context.after[0]
        if cue.span.start >= context.next_quotation or (cue.participle and context.before):
            return None
        between = range(scan.first_from(opening), cue.first)
        if all(scan.flags[index] & (Flag.ADVERB | Flag.AUXILIARY) for index in between):
            source = self.sources.after(cue, context.next_quotation) or self.sources.inverted.around(
                cue, context.quotation.outer_start, context.start
            )
            if source is not None and (self.sources.inverts or cue.introduces or not cue.addressing or source.mention is not None):
                return source, cue
            main = self._main_subject(context, None)
            return (main, cue) if main is not None else None
        bracketed = self.sources.inverted.bracketed(cue, opening)
        if bracketed is not None:
            return bracketed, cue
        found = self._attributed_by_clause(context, cue, opening)
        return found if found is not None and found[0].described is None else self._attributed_behind_aside(context, opening) or found

    def _attributed_behind_aside(self, context: Context, opening: int) -> tuple[Source, Cue] | None:
        """“…,” an official, who asked not to be named, said: the verb of the clause comes behind those of what tells of its subject."""
        for cue in context.after[1:_ASIDES]:
            if cue.span.start >= context.next_quotation:
                return None
            found = self._attributed_by_clause(context, cue, opening)
            if found is not None and found[0].described is None and self.scan.gaps[cue.first - 1].startswith(","):
                return found
        return None

    def _attributed_by_clause(self, context: Context, cue: Cue, opening: int) -> tuple[Source, Cue] | None:
        """“…”, X said: the clause behind a quotation begins, at ``opening``, with little else than its source."""
        scan = self.scan
        source = self.sources.before(cue, context.quotation.outer_end) if not cue.introduces else None
        if source is None or source.thing:
            return None
        led = Flag.ROLE | Flag.MODIFIER | Flag.ARTICLE | Flag.TITLE | Flag.PARTICLE
        office = source.mention.role_start if source.mention is not None else None
        lead = range(scan.first_from(opening), scan.first_from(source.span.start) if office is None else office)
        compared = len(lead) == 1 and scan.words[lead[0]] in self.comparing
        other = any(scan.flags[i] & Flag.SUBORDINATE or (i == lead[0] and scan.words[i] in self.opposing) for i in lead)
        if context.before and not compared and other and not self.sources.inverts:
            return None
        if self.sources.inverts and any(
            scan.flags[i] & Flag.CONJUNCTION and scan.words[i] not in self.sources.inversion.openers for i in lead
        ):
            return None
        if len(lead) <= _LEAD_IN or all(scan.capital[i] or scan.flags[i] & led for i in lead):
            return source, cue
        return None

    def _attributed_before(self, context: Context) -> tuple[Source, Cue | None] | None:
        """X said: “…” — X said it was “…” — According to X, “…”.

        A cue right before the quotation wins; of others, the outermost, whose clause the others stand in.
        """
        opening = self.scan.first_from(context.quotation.outer_start)
        near = [cue for cue in context.before if opening - cue.last <= _NEAR]
        far = [cue for cue in context.before if opening - cue.last > _NEAR]
        strong = [cue for cue in far if not cue.framing and not cue.participle]
        if self.sources.inversion.active:
            # The outermost clause may come last: “Während X das begrüßte, warnte Y, …”.
            strong.reverse()
        for cue in [*reversed(near), *strong, *reversed(far)]:
            if self.carried.is_retold(cue, context):
                continue
            source = self._source_of(cue, context)
            if source is not None:
                return source, cue
        return None

    def _source_of(self, cue: Cue, context: Context) -> Source | None:
        if cue.introduces:
            return self.sources.after(cue, context.quotation.outer_start)
        agent = self.sources.agent(cue, context.quotation.outer_start)
        if agent is not None:
            return agent
        source = self.sources.inverted.inserted(cue, context.quotation.outer_start) or self.sources.before(cue, context.start)
        if source is None and cue.first and self.scan.flags[cue.first - 1] & Flag.CONJUNCTION and not self.scan.gaps[cue.first - 1].strip():
            # "X warned of it, and said Y was ready": who said goes on.
            source = self._main_subject(context, cue)
        if source is None and not (cue.addressing or cue.framing or cue.participle):
            source = self.sources.after(cue, context.quotation.outer_start)
        return source or self._main_subject(context, cue)

    def _main_subject(self, context: Context, cue: Cue | None) -> Source | None:
        """Find whose clause a participle belongs to: “X criticised the plan, calling it “…””."""
        if cue is not None and (resumed := self.sources.resumed(cue, context.start)) is not None:
            return resumed
        # Of “X said he welcomed it and added”, it is the one who said that goes on.
        for other in sorted(context.before, key=lambda other: (other.framing, -other.first)):
            if (cue is None or other.first < cue.first) and not other.introduces:
                source = self.sources.before(other, context.start)
                if source is None and self.sources.inversion.active:
                    source = self.sources.after(other, context.quotation.outer_start)
                if source is not None:
                    return source
        limit = cue.span.start if cue is not None else context.quotation.outer_start
        return self.sources.subject(context.start, limit) if self.scan.quotation_at(context.start) is None else None

    def _attributed_by_colon(self, context: Context) -> tuple[Source, Cue | None] | None:
        """Kerry: “…” — Rubio fired back: “…” — a colon or comma right before the quotation, without a known verb."""
        scan, quotation = self.scan, context.quotation
        before = scan.text[context.start : quotation.outer_start].rstrip()
        if not before.endswith((":", ",")):
            return None
        mention = self.sources.by_last.get(scan.last_before(quotation.outer_start))
        if (
            before.endswith(":")
            and mention is not None
            and mention.span.start >= context.start
            and self._is_alone(mention.span.start, context)
        ):
            return Source(span=mention.span, mention=mention), None
        subject = self.sources.subject(context.start, quotation.outer_start) if before.endswith(":") else None
        last = (
            self.sources.inverted.named_last(context.start, quotation.outer_start)
            if self.sources.inverts and before.endswith(":")
            else None
        )
        if last is not None and (subject is None or subject.pronoun is None):
            return last, None
        return (subject, None) if subject is not None and self.speakers.is_known(subject) else None

    def _is_alone(self, start: int, context: Context) -> bool:
        """Tell whether a name is all that stands before the colon, but for its office."""
        scan = self.scan
        words = range(scan.first_from(context.start), scan.first_from(start))
        return all(scan.capital[index] or scan.flags[index] & (Flag.ROLE | Flag.MODIFIER | Flag.TITLE | Flag.ARTICLE) for index in words)

    def _attributed_far_after(self, context: Context) -> tuple[Source, Cue | None] | None:
        """The “very serious” revelations were new, X said."""
        for cue in context.after:
            if cue.introduces:
                source = self.sources.after(cue, context.end)
            else:
                source = self.sources.before(cue, context.quotation.outer_end)
                if source is None or not self._follows_comma(source.span.start):
                    source = self.sources.inverted.inserted(cue, context.end)
            if source is not None and not cue.framing and not source.thing:
                return source, cue
        return None

    def _follows_comma(self, position: int) -> bool:
        """Tell whether a source opens a clause of its own: a comma or dash stands before it, with no more than its office between."""
        scan = self.scan
        index = scan.first_from(position)
        while (
            index > 0
            and scan.gaps[index - 1] == " "
            and (scan.capital[index - 1] or scan.flags[index - 1] & (Flag.ROLE | Flag.MODIFIER | Flag.ARTICLE | Flag.TITLE))
        ):
            index -= 1
        return index > 0 and scan.gaps[index - 1].strip() in (",", "–", "—", "-", ",”", ',"')

    def _is_direct(self, context: Context) -> bool:
        """Tell whether a whole sentence is quoted, rather than a part of the writer's."""
        text, quotation = self.scan.text, context.quotation
        before = "" if text[quotation.outer_start] in "–—" else text[context.start : quotation.outer_start].rstrip()
        return not before or before[-1] in ",:" or (text[quotation.start].isupper() and text[quotation.end - 1] in ".!?,")

    def _words(self, quotation: Quotation) -> range:
        return range(self.scan.first_from(quotation.start), self.scan.first_from(quotation.end))

    def _is_speech(self, context: Context) -> bool:
        """Tell words that were said from titles and terms, where nobody is named who said them."""
        scan, quotation = self.scan, context.quotation
        words = self._words(quotation)
        if not words or scan.text[max(quotation.outer_start - 1, 0) : quotation.outer_start] in ("(", "["):
            return False
        alone = not scan.text[context.start : quotation.outer_start].strip() and not scan.text[quotation.outer_end : context.end].strip(
            " .,"
        )
        if self.sources.is_reported(context.start, context.end):
            return True
        if not quotation.double:
            return alone and len(words) >= _SENTENCE_WORDS and bool(_ENDS.search(scan.text[quotation.start : quotation.outer_end]))
        closed = scan.text[quotation.end - 1] in ",.!?" or scan.text[quotation.outer_end : quotation.outer_end + 1] == ","
        if self.uncued and scan.text[context.start : quotation.outer_start].rstrip().endswith(":"):
            return len(words) > 1
        if self.sources.inverts and alone and scan.text[quotation.end - 1] in ".!?":
            return True
        if self.capital_nouns and not alone and words.start and scan.flags[words.start - 1] & Flag.ARTICLE and scan.capital[words.start]:
            return False
        if alone or (closed and scan.capital[words[0]] and not self.terms.is_title(words)):
            return len(words) >= _SENTENCE_WORDS
        return len(words) >= _PHRASE_WORDS and not self.terms.is_title(words)

    def _is_rest(self, context: Context, earlier: list[Draft]) -> bool:
        """Tell the rest of a speech, however short: “My children found me,” she said. “My children”."""
        scan, quotation = self.scan, context.quotation
        if not earlier or earlier[-1].cue is None or not quotation.double or scan.text[quotation.end - 1] not in ".!?":
            return False
        between = scan.text[earlier[-1].cue.span.end : quotation.outer_start]
        alone = context.start == quotation.outer_start and context.end == quotation.outer_end
        return alone and "\n" not in between and earlier[-1].span.end < earlier[-1].cue.span.start and len(between) <= _LONGEST_TAIL

    def _speaker(self, source: Source, cue: Cue | None, earlier: list[Draft]) -> int | None:
        return self.speakers.of(source, last_speaker(earlier, source.span.start), speaks=cue is None or not cue.introduces)

    def _completed(self, drafts: list[Draft]) -> list[Draft]:
        """Give quotes without a speaker that of the quote which goes on with them: “One.” “Two,” X said."""
        out = list(drafts)
        for index in range(len(out) - 2, -1, -1):
            here, following = out[index], out[index + 1]
            # Of “One,” she said. “Two,” X said. the pronoun has its verb, and is not the one of the next sentence.
            attributed = (
                here.source is not None
                and here.cue is not None
                and self.scan.frame_at(here.cue.span.start) != self.scan.frame_at(following.span.start)
            )
            if here.speaker is None and not attributed and self._belong_together(here, following):
                out[index] = evolve(here, speaker=following.speaker, source=following.source)
        return out

    def _belong_together(self, here: Draft, following: Draft) -> bool:
        """Tell whether two quotes are one speech: in one paragraph, or the first left open for the next paragraph to go on."""
        scan = self.scan
        apart = scan.paragraph_index(following.span.start) - scan.paragraph_index(here.span.start)
        quotation = scan.quotation_at(here.span.start)
        return apart == 0 or (apart == 1 and quotation is not None and not quotation.closed)
