"""Quotes without quotation marks: what somebody is reported to have said."""

import re

from newsmodel.facts.attitudes import Attitudes, Speech
from newsmodel.facts.attribution import CUES_WITHIN, Sources
from newsmodel.facts.cues import Cue
from newsmodel.facts.draft import Draft, last_speaker
from newsmodel.facts.formed import Formed
from newsmodel.facts.governed import FEWEST_WORDS, Governed, relative_end, trimmed
from newsmodel.facts.language import Flag
from newsmodel.facts.marks import without_outer
from newsmodel.facts.quotes import Quoted
from newsmodel.facts.rivals import opposed_from, own_stretch
from newsmodel.facts.scan import Scan
from newsmodel.facts.source import Source
from newsmodel.facts.timed import behind_time
from newsmodel.model import QuoteKind, Span

# Two typed apostrophes, which some archives print for every kind of mark, quote what follows a verb: said: ''We will go''
_TYPED = re.compile(r"[,:]?\s*''")
_ADDRESSEE_WORDS = 8
# What begins with these where speech stands in double marks is what somebody told of somebody else's words.
_NESTED = re.compile(r"['‘](?!')")


class Indirect:
    """Finds the indirect quotes of one text."""

    def __init__(self, scan: Scan, sources: Sources, quoted: Quoted) -> None:
        """Prepare for a text whose quotes in marks have been found."""
        self.scan = scan
        self.sources = sources
        self.quoted = quoted
        self.marked = scan.language.word_set("quotes", "marked")
        self.opposing = scan.language.word_set("quotes", "opposing")
        self.nouns = scan.language.word_set("quotes", "nouns")
        self.infinitive_endings = scan.language.words("quotes", "infinitive_endings")
        self.accompanying = scan.language.word_set("quotes", "accompanying")
        self.infinitives = scan.language.word_set("quotes", "infinitives")
        self.clausal = scan.language.word_set("quotes", "clausal")
        self.governed = Governed(scan, sources)
        self.formed = Formed(scan)

    def find(self, drafts: list[Draft]) -> list[Draft]:
        """Find the quotes, in order; no content that holds quotation marks is among them."""
        scan = self.scan
        out: list[Draft] = []
        for cue in self.sources.cues:
            if (
                cue.framing
                or " ".join(scan.words[cue.first : cue.last + 1]) in self.marked
                or cue.first in self.quoted.used
                or self.scan.quotation_at(cue.span.start) is not None
            ):
                continue
            draft = self._draft(cue, drafts, out)
            if draft is not None:
                out.append(draft)
        return out

    def with_stances(self, drafts: list[Draft], speech: list[Draft]) -> tuple[list[Draft], list[Draft]]:
        """Weigh what reporting verbs brought, and find what is attributed without a clause: “endorsed the plan”."""
        every = (*drafts, *speech)
        known = Speech.of(self.scan, [(draft.cue.first, draft.cue.last) for draft in every if draft.cue], [draft.span for draft in every])
        attitudes = Attitudes(self.scan, self.sources)
        kept = [
            draft for draft in speech if draft.cue is None or draft.source is None or attitudes.confirms(draft.cue, draft.source, known)
        ]
        out: list[Draft] = []
        for cue, source in attitudes.find(known):
            content = self.governed.content(cue)
            if content is not None:
                last = self._last(drafts, speech, cue.span.start)
                speaker = self.quoted.speakers.of(source, last)
                out.append(Draft(span=content, kind=QuoteKind.INDIRECT, speaker=speaker, source=source, cue=cue))
        return kept, out

    def _draft(self, cue: Cue, drafts: list[Draft], earlier: list[Draft]) -> Draft | None:
        start, end = self.scan.frame_at(cue.span.start)
        source = self._source(cue, start, end)
        if source is None or (self.scan.words[cue.first] in self.nouns and not self._is_verb(cue, source)):
            return None
        content = self._content_after(cue, source, start, end) if not cue.introduces else self._content_of_source(cue, source, start, end)
        content = content or self._content_before(cue, source, start, end)
        if content is not None and (self._holds_marks(content) or source.span.start < cue.span.start <= content.start):
            content = self._before_next(content, source)
        if content is None or (self.quoted.double and _NESTED.match(self.scan.text, content.start)):
            return None
        return Draft(
            span=content,
            kind=QuoteKind.INDIRECT,
            speaker=self.quoted.speakers.of(source, self._last(drafts, earlier, source.span.start), speaks=not cue.introduces),
            source=source,
            cue=cue,
        )

    def _last(self, drafts: list[Draft], earlier: list[Draft], position: int) -> tuple[int, int] | None:
        """Give who spoke last, in marks or without."""
        found = [last for quotes in (drafts, earlier) if (last := last_speaker(quotes, position)) is not None]
        return max(found, key=lambda last: last[1], default=None)

    def _source(self, cue: Cue, start: int, end: int) -> Source | None:
        scan = self.scan
        if cue.introduces:
            return self.sources.after(cue, end)
        if cue.participle:
            return self.sources.governing(cue, start)
        if self._follows_comma(cue, start) and (inverted := self.sources.after(cue, end)) is not None and inverted.pronoun is None:
            return inverted
        source = self.sources.inverted.inserted(cue, end) or self.sources.before(cue, start)
        if source is None and not cue.addressing and self._is_behind_comma(cue, start):
            source = self.sources.after(cue, end)
        if source is None and cue.first > 0 and scan.starts[cue.first - 1] >= start and self._is_coordinated(cue.first - 1):
            source = self.sources.governing(cue, start)
        if source is None and self.sources.inversion.opens_behind(cue.first, start):
            source = self.sources.after(cue, end)
        return source

    def _follows_comma(self, cue: Cue, start: int) -> bool:
        """Tell “…, said the Red Cross.”, where the source ends the sentence, from “X, a doctor, said …”."""
        scan = self.scan
        if cue.addressing or cue.participle or cue.first == 0 or not self._is_behind_comma(cue, start):
            return False
        before = range(scan.first_from(start), cue.first)
        return any(scan.is_finite(index) for index in before) or not self._has_verb(cue.span.end, scan.frame_at(cue.span.start)[1])

    def _is_behind_comma(self, cue: Cue, start: int) -> bool:
        """Tell whether a comma stands right before a cue, with no more than closing marks between."""
        end = without_outer(self.scan.text, start, cue.span.start)
        return end > start and self.scan.text[end - 1] == ","

    def _is_coordinated(self, index: int) -> bool:
        """Tell “X came and said”: the verb shares the subject of the one before."""
        scan = self.scan
        while index > 0 and scan.flags[index] & (Flag.ADVERB | Flag.AUXILIARY):
            index -= 1
        return bool(scan.flags[index] & Flag.CONJUNCTION) and not scan.flags[index] & (Flag.SUBORDINATE | Flag.RELATIVE | Flag.PREPOSITION)

    def _is_verb(self, cue: Cue, source: Source) -> bool:
        """Tell the verb from the noun of the same form, by the name or pronoun at it or the “that” after it."""
        scan = self.scan
        follower = min(cue.last + 1, len(scan) - 1)
        opened = bool(scan.language.phrases.complementizer.match(scan.text, scan.starts[follower]))
        if cue.participle:
            return opened or (cue.first > 0 and scan.gaps[cue.first - 1].strip() == ",")
        named = source.mention is not None or source.pronoun is not None
        adjacent = not scan.text[source.span.end : cue.span.start].strip(" ,")
        if opened:
            head = scan.last_before(source.span.end)
            return adjacent and (named or bool(scan.flags[head] & (Flag.ROLE | Flag.PEOPLE | Flag.ORGANIZATION)))
        return named and adjacent and not scan.flags[follower] & (Flag.PREPOSITION | Flag.AUXILIARY)

    def _holds_marks(self, content: Span) -> bool:
        return any(quotation.double for quotation in self.scan.quotations_in(content.start, content.end))

    def _before_next(self, content: Span, source: Source) -> Span | None:
        """Cut “X said it was late and called it “a day””, “X said so, but Y said no”: what another verb brings is no part of the clause."""
        scan, marked = self.scan, self._holds_marks(content)
        for cue in self.sources.cues_in(content.start, content.end)[:CUES_WITHIN]:
            index = cue.first - 1
            while index > 0 and scan.flags[index] & (Flag.ADVERB | Flag.PRONOUN | Flag.AUXILIARY) and scan.starts[index] > content.start:
                index -= 1
            if not marked:
                opposed = opposed_from(self.sources, cue, source, content.start, self.opposing)
                if opposed is not None:
                    return self._trimmed(content.start, opposed)
                continue
            parted = scan.flags[index] & Flag.CONJUNCTION or scan.gaps[index].startswith(",")
            cut = scan.starts[index] if scan.flags[index] & Flag.CONJUNCTION else scan.ends[index]
            if parted and (shorter := self._trimmed(content.start, cut)) is not None:
                return None if self._holds_marks(shorter) else shorter
        return None if marked else content

    def _content_of_source(self, cue: Cue, source: Source, start: int, end: int) -> Span | None:
        """According to X, CONTENT. — CONTENT, according to X."""
        scan = self.scan
        start, end, fewest = own_stretch(self.sources, cue, source, start, end)
        if self.sources.inversion.active:
            return self._around(start, cue.span.start, source.span.end, end, fewest)
        if not scan.text[start : cue.span.start].strip():
            comma = scan.text.find(",", source.span.end, end)
            return self._trimmed(comma + 1, end) if comma >= 0 else None
        return self._trimmed(start, cue.span.start, fewest)

    def _around(self, start: int, opening: int, closing: int, end: int, fewest: int = FEWEST_WORDS) -> Span | None:
        """Take the clause around a source: all of it where the source stands within: “Er fuhr laut Polizei zu schnell”."""
        before, behind = self._trimmed(start, opening, fewest=1), self._trimmed(closing, end, fewest=1)
        if before is None or behind is None:
            closing = self.sources.inversion.behind_time(closing, end)
            return self._trimmed(closing, end, fewest) if before is None else self._trimmed(start, opening, fewest)
        return self._trimmed(start, end)

    def _content_after(self, cue: Cue, source: Source, start: int, end: int) -> Span | None:
        """X said (that) CONTENT."""
        scan = self.scan
        if source.span.start > cue.span.start:
            # "Dann sagte Eva Kern, das sei gut"
            last = scan.last_before(source.span.end)
            apart = cue.tail is not None or scan.gaps[last].startswith(",")
            behind = apart and self.sources.inversion.opens_behind(cue.first, start)
            return self._content_behind_comma(cue, end, last) if behind else None
        if scan.words[cue.first] in self.sources.inversion.behind:
            return self._around(start, source.span.start, cue.span.end, end)
        if self.sources.inversion.active:
            return self._content_behind_comma(cue, end)
        typed = _TYPED.match(scan.text, cue.span.end, end)
        if typed is not None:
            close = scan.text.find("''", typed.end(), end)
            return self._trimmed(typed.end(), close if close >= 0 else end)
        begin, opened = self._opening(cue, end)
        # "ha detto che va bene"
        end = self.sources.main_verb(cue, relative_end(scan, cue, scan.first_from(source.span.start), end))
        content = self._trimmed(begin, end, fewest=2 if opened and self.sources.inverts else FEWEST_WORDS)
        if content is None or (not opened and scan.text[begin] == "," and not self.sources.inversion.active):
            return None
        clausal = scan.words[cue.first] in self.clausal and self._starts_clause(content) and not cue.addressing
        return content if opened or clausal or (not cue.addressing and self._starts_clause(content) and self._is_clause(content)) else None

    def _content_behind_comma(self, cue: Cue, end: int, after: int = 0) -> Span | None:
        """X sagte am Montag, (dass) CONTENT. — where a comma always parts the clauses, not before word ``after``."""
        scan = self.scan
        index = max(after, cue.last if cue.tail is None else cue.tail)
        for last in range(index, min(index + _ADDRESSEE_WORDS, len(scan) - 1)):
            if scan.ends[last] >= end:
                return None
            if scan.gaps[last].strip()[:1] in (",", ":"):
                return self._clause_from(last + 1, end)
        return None

    def _clause_from(self, index: int, end: int) -> Span | None:
        """Take a clause that is reported: by its “dass”, by its mood, or because no other clause begins so."""
        scan = self.scan
        if index >= len(scan) or scan.starts[index] >= end:
            return None
        opener = scan.language.phrases.complementizer.match(scan.text, scan.starts[index])
        content = self._trimmed(opener.end() if opener else scan.starts[index], end)
        if content is None or opener:
            return content
        words = range(index, scan.first_from(end))
        if scan.flags[index] & Flag.SUBORDINATE or scan.flags[index] & Flag.CONJUNCTION:
            return None
        if self.sources.is_reported(scan.starts[index], end) or (self.formed.known.reported and any(map(self.formed.is_reported, words))):
            return content
        if scan.words[index] not in self.accompanying and self._ends_in_infinitive(words):
            return content
        accompanied = scan.flags[index] & (Flag.RELATIVE | Flag.PREPOSITION)
        return content if not accompanied and (scan.is_finite(index) or self._is_clause(content)) else None

    def _ends_in_infinitive(self, words: range) -> bool:
        """Tell “kündigte an, 500 Stellen zu streichen”, in a language that has a word for it, from an aside."""
        scan = self.scan
        return any(scan.words[each] in self.infinitives and scan.gaps[each + 1][:1] != " " for each in words[:-1])

    def _opening(self, cue: Cue, end: int) -> tuple[int, bool]:
        """Find where the content begins, and whether words open it as a clause: “that”, or a pronoun after the person spoken to."""
        scan = self.scan
        for index in range((cue.last if cue.tail is None else cue.tail) + 1, min(cue.last + 1 + _ADDRESSEE_WORDS, len(scan))):
            if scan.starts[index] >= end or scan.gaps[index - 1].strip(" ,"):
                break
            if scan.language.phrases.complementizer.match(scan.text, scan.starts[index]):
                return scan.ends[index], True
            if self._is_infinitive(index) and index == cue.last + 1:
                return scan.starts[index], True
            addressed = cue.addressing and index > cue.last + 1
            if addressed and scan.flags[index] & Flag.PRONOUN:
                return scan.starts[index], True
            led = index > cue.last + 1 or scan.flags[index] & (Flag.PREPOSITION | Flag.DATE | Flag.ADVERB)
            if not cue.addressing and (not led or scan.flags[index] & (Flag.PRONOUN | Flag.VERB)):
                break
        last = cue.last if cue.tail is None else cue.tail
        clause = behind_time(scan, last + 1, end) if last + 1 < len(scan) and scan.gaps[last] == " " else None
        return scan.ends[last if clause is None else clause - 1], False

    def _is_infinitive(self, index: int) -> bool:
        """Tell “a assuré vouloir poursuivre”, where the infinitive stands right behind the verb."""
        scan = self.scan
        known = Flag.FUNCTION | Flag.DETERMINER | Flag.ADVERB | Flag.DATE | Flag.PREPOSITION | Flag.ROLE | Flag.PRONOUN
        plain = not scan.capital[index] and not scan.flags[index] & known
        return bool(self.infinitive_endings) and plain and scan.words[index].endswith(self.infinitive_endings)

    def _starts_clause(self, content: Span) -> bool:
        """Tell “says he is proud” from “said in May” and “said on Twitter”."""
        scan = self.scan
        first = scan.first_from(content.start)
        return not scan.flags[first] & (Flag.PREPOSITION | Flag.DATE | Flag.CONJUNCTION) or bool(scan.flags[first] & Flag.DETERMINER)

    def _content_before(self, cue: Cue, source: Source, start: int, end: int) -> Span | None:
        """CONTENT, X said. — CONTENT, said X, a doctor who … — FIRST HALF, X said, SECOND HALF."""
        scan = self.scan
        inverted = source.span.start > cue.span.start
        first = self._lead(cue.first if inverted else scan.first_from(source.span.start), start, inverted=inverted)
        raw = scan.text[start : scan.starts[first]].rstrip()
        if raw.endswith("''") and not cue.introduces:
            opener = scan.text.rfind("''", start, start + len(raw) - 2)
            return self._trimmed(opener + 2 if opener >= 0 else start, start + len(raw) - 2, fewest=1)
        led = raw[: without_outer(raw, 0, len(raw))]
        if cue.introduces or not led.endswith((",", "?", "!")):
            return None
        before = self._trimmed(start, start + len(led.removesuffix(",")))
        if before is not None and inverted and self.sources.inversion.active and self.sources.is_told_subject(before):
            return None
        attribution = max(cue.span.end, source.span.end)
        rest = scan.text[attribution:end].lstrip()
        follower = min(scan.first_from(attribution), len(scan) - 1)
        whole = before is not None and (self._is_clause(before) or self._is_plain(before, attribution, end))
        behind = self._trimmed(attribution, end) if not inverted and rest.startswith(",") and led.endswith(",") else None
        if behind is not None and not whole and self._is_clause(behind):
            return behind
        apart = not rest.strip(" .,!?") or rest[0] in ",:;–—"
        apart = apart or not self._has_verb(attribution, end)
        apart = apart or bool(scan.flags[follower] & (Flag.PREPOSITION | Flag.DATE | Flag.ADVERB))
        return before if apart and whole else None

    def _has_verb(self, start: int, end: int) -> bool:
        scan = self.scan
        return any(scan.is_finite(index) for index in range(scan.first_from(start), scan.first_from(end)))

    def _is_plain(self, content: Span, attribution: int, end: int) -> bool:
        """Take “The storm moves east, forecasters say.” for a clause, though its verb is on no list: nothing else stands so."""
        scan = self.scan
        words = range(scan.first_from(content.start), scan.first_from(content.end))
        opening = Flag.PREPOSITION | Flag.SUBORDINATE | Flag.CONJUNCTION | Flag.ADVERB | Flag.DATE
        led = scan.flags[words.start] & opening and not scan.flags[words.start] & Flag.DETERMINER
        return len(words) > FEWEST_WORDS and not led and not self._has_verb(attribution, end)

    def _lead(self, first: int, start: int, *, inverted: bool) -> int:
        """Go back from a name over the office, title and article before it, and over what opens an aside (“as X said”)."""
        scan = self.scan
        led = Flag.ARTICLE | Flag.ROLE | Flag.MODIFIER | Flag.ADVERB | Flag.TITLE
        if inverted and self.sources.inverts:
            led |= Flag.AUXILIARY | Flag.PRONOUN
        while first > 0 and scan.starts[first - 1] > start:
            gap, flags = scan.gaps[first - 1], scan.flags[first - 1]
            if gap.strip() and not (gap.startswith(".") and flags & Flag.TITLE):
                break
            if not (flags & led or (scan.capital[first - 1] and not flags & Flag.FUNCTION)):
                break
            first -= 1
        if first > 0 and scan.words[first - 1] in self.sources.inversion.openers:
            first -= 1
        return first

    def _is_clause(self, content: Span) -> bool:
        """Tell a clause from a mere object (“announced its end”) by a verb in it."""
        words = range(self.scan.first_from(content.start), self.scan.first_from(content.end))
        return any(map(self.scan.is_finite, words[1:]))

    def _trimmed(self, start: int, end: int, fewest: int = FEWEST_WORDS) -> Span | None:
        return trimmed(self.scan, start, end, fewest)
