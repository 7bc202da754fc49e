"""Quotes without quotation marks: what somebody is reported to have said."""

import re

from newsmodel.facts.attribution import Sources
from newsmodel.facts.cues import Cue
from newsmodel.facts.draft import Draft, last_speaker
from newsmodel.facts.language import Flag
from newsmodel.facts.quotes import Quoted
from newsmodel.facts.scan import Scan
from newsmodel.facts.source import Source
from newsmodel.model import QuoteKind, Span

_FEWEST_WORDS = 3
# What may stand between a clause and the words that attribute it: marks that close it, and blanks.
_DOTTED = re.compile(r"[^\W\d_]\.[^\W\d_]\.$")
_OUTER = re.compile(r"[\s'’\"”]+$")
_ADDRESSEE_WORDS = 8


class Indirect:
    """Finds the indirect quotes of one text."""

    def __init__(self, scan: Scan, sources: Sources, quoted: Quoted) -> None:
        """Prepare for a text whose quotes in marks have been found."""
        self.scan = scan
        self.sources = sources
        self.quoted = quoted
        self.behind = frozenset(scan.language.words("quotes", "sources_behind"))
        self.marked = frozenset(scan.language.words("quotes", "marked"))
        self.nouns = frozenset(scan.language.words("quotes", "nouns"))
        self.infinitive_endings = scan.language.words("quotes", "infinitive_endings")
        self.accompanying = frozenset(scan.language.words("quotes", "accompanying"))
        self.infinitives = frozenset(scan.language.words("quotes", "infinitives"))
        self.clausal = frozenset(scan.language.words("quotes", "clausal"))

    def find(self, drafts: list[Draft]) -> list[Draft]:
        """Find the quotes, in order; no content that holds quotation marks is among them."""
        scan = self.scan
        out: list[Draft] = []
        for cue in self.sources.cues:
            if (
                cue.framing
                or scan.words[cue.first] in self.marked
                or cue.first in self.quoted.used
                or self.scan.quotation_at(cue.span.start) is not None
            ):
                continue
            draft = self._draft(cue, drafts, out)
            if draft is not None:
                out.append(draft)
        return out

    def _draft(self, cue: Cue, drafts: list[Draft], earlier: list[Draft]) -> Draft | None:
        start, end = self.scan.frame_at(cue.span.start)
        source = self._source(cue, start, end)
        if source is None or (self.scan.words[cue.first] in self.nouns and not self._is_verb(cue, source)):
            return None
        content = self._content_after(cue, source, end) if not cue.introduces else self._content_of_source(cue, source, start, end)
        content = content or self._content_before(cue, source, start, end)
        if content is None or self._holds_marks(content):
            return None
        return Draft(
            span=content,
            kind=QuoteKind.INDIRECT,
            speaker=self.quoted.speakers.of(source, self._last(drafts, earlier, source.span.start)),
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
        if source is None and not cue.addressing and _OUTER.sub("", scan.text[start : cue.span.start]).endswith(","):
            source = self.sources.after(cue, end)
        if source is None and cue.first > 0 and scan.starts[cue.first - 1] >= start and self._is_coordinated(cue.first - 1):
            source = self.sources.governing(cue, start)
        return source

    def _follows_comma(self, cue: Cue, start: int) -> bool:
        """Tell “…, said the Red Cross.”, where the source ends the sentence, from “X, a doctor, said …”."""
        scan = self.scan
        if cue.addressing or cue.participle or cue.first == 0 or not _OUTER.sub("", scan.text[start : cue.span.start]).endswith(","):
            return False
        before = range(scan.first_from(start), cue.first)
        return any(scan.is_finite(index) for index in before)

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
        if scan.language.phrases.complementizer.match(scan.text, scan.starts[follower]):
            return True
        if cue.participle:
            return cue.first > 0 and scan.gap(cue.first - 1).strip() == ","
        named = source.mention is not None or source.pronoun is not None
        adjacent = not scan.text[source.span.end : cue.span.start].strip(" ,")
        return named and adjacent and not scan.flags[follower] & (Flag.PREPOSITION | Flag.AUXILIARY)

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
            if self.sources.inversion.active:
                return self._trimmed(source.span.end, end)
            return self._trimmed(comma + 1, end) if comma >= 0 else None
        behind = self._trimmed(source.span.end, end)
        if self.sources.inversion.active and behind is not None and behind.end - behind.start > cue.span.start - start:
            return behind
        return self._trimmed(start, cue.span.start)

    def _content_after(self, cue: Cue, source: Source, end: int) -> Span | None:
        """X said (that) CONTENT."""
        scan = self.scan
        if source.span.start > cue.span.start:
            return None
        if scan.words[cue.first] in self.behind:
            return self._trimmed(cue.span.end, end)
        if self.sources.inversion.active:
            return self._content_behind_comma(cue, end)
        begin, opened = self._opening(cue, end)
        content = self._trimmed(begin, end)
        if content is None or (not opened and scan.text[begin] == "," and not self.sources.inversion.active):
            return None
        clausal = scan.words[cue.first] in self.clausal and self._starts_clause(content)
        return content if opened or clausal or (not cue.addressing and self._starts_clause(content) and self._is_clause(content)) else None

    def _content_behind_comma(self, cue: Cue, end: int) -> Span | None:
        """X sagte am Montag, (dass) CONTENT. — where a comma always parts the clauses."""
        scan = self.scan
        index = cue.last if cue.tail is None else cue.tail
        for last in range(index, min(index + _ADDRESSEE_WORDS, len(scan) - 1)):
            if scan.ends[last] >= end:
                return None
            if scan.gap(last).strip()[:1] in (",", ":"):
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
        if any(scan.words[each] in self.quoted.reported for each in words):
            return content
        if scan.words[index] not in self.accompanying and self._ends_in_infinitive(words):
            return content
        accompanied = scan.flags[index] & (Flag.RELATIVE | Flag.PREPOSITION)
        return content if not accompanied and (scan.is_finite(index) or self._is_clause(content)) else None

    def _ends_in_infinitive(self, words: range) -> bool:
        """Tell “kündigte an, 500 Stellen zu streichen”, in a language that has a word for it, from an aside."""
        scan = self.scan
        return any(scan.words[each] in self.infinitives and scan.gap(each + 1)[:1] != " " for each in words[:-1])

    def _opening(self, cue: Cue, end: int) -> tuple[int, bool]:
        """Find where the content begins, and whether words open it as a clause: “that”, or a pronoun after the person spoken to."""
        scan = self.scan
        for index in range((cue.last if cue.tail is None else cue.tail) + 1, min(cue.last + 1 + _ADDRESSEE_WORDS, len(scan))):
            if scan.starts[index] >= end or scan.gap(index - 1).strip(" ,"):
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
        return scan.ends[cue.last if cue.tail is None else cue.tail], False

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
        """CONTENT, X said."""
        scan = self.scan
        inverted = source.span.start > cue.span.start
        first = cue.first if inverted else scan.first_from(source.span.start)
        led = Flag.ARTICLE | Flag.ROLE | Flag.MODIFIER | Flag.ADVERB
        if inverted and self.sources.inverts:
            led |= Flag.AUXILIARY | Flag.PRONOUN
        while first > 0 and scan.starts[first - 1] > start and not scan.gap(first - 1).strip() and scan.flags[first - 1] & led:
            first -= 1
        if first > 0 and scan.words[first - 1] in self.sources.inversion.openers:
            first -= 1
        comma = _OUTER.sub("", scan.text[start : scan.starts[first]])
        attribution = max(cue.span.end, source.span.end)
        follower = scan.first_from(attribution)
        rest = (
            scan.text[attribution:end].strip(" .,!?")
            and not self._is_addressee(follower, end)
            and not scan.flags[min(follower, len(scan) - 1)] & (Flag.PREPOSITION | Flag.DATE)
        )
        if not comma.endswith(",") or cue.introduces or rest:
            return None
        content = self._trimmed(start, start + len(comma) - 1)
        return content if content is not None and self._is_clause(content) else None

    def _is_addressee(self, first: int, end: int) -> bool:
        """Tell “…, sagte Frei der Zeitung”: what follows the source is the one spoken to, in its case."""
        scan = self.scan
        words = range(first, scan.first_from(end))
        return (
            1 < len(words) < _ADDRESSEE_WORDS
            and scan.words[first] in self.quoted.cited.datives
            and all(scan.capital[at] for at in words[1:])
        )

    def _is_clause(self, content: Span) -> bool:
        """Tell a clause from a mere object (“announced its end”) by a verb in it."""
        scan = self.scan
        words = range(scan.first_from(content.start), scan.first_from(content.end))
        if len(words) < _FEWEST_WORDS:
            return False
        return any(scan.is_finite(i) for i in words[1:])

    def _trimmed(self, start: int, end: int) -> Span | None:
        """Cut blanks and stops off a content; ``None`` where no words are left."""
        text = self.scan.text
        while start < end and text[start] in " ,;:\u00a0":
            start += 1
        while end > start and text[end - 1] in " .,;:\u00a0" and not _DOTTED.search(text, max(end - 4, start), end):
            end -= 1
        words = self.scan.first_from(end) - self.scan.first_from(start)
        return Span(start, end) if words >= _FEWEST_WORDS else None
