"""Who a reporting verb belongs to: the source (PARC) before or after the cue."""

from bisect import bisect_left, bisect_right

from attrs import evolve

from newsmodel.facts.appositions import Appositions
from newsmodel.facts.cues import Cue, CueFinder
from newsmodel.facts.entities import Register
from newsmodel.facts.inverted import Inverted
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan
from newsmodel.facts.source import Source
from newsmodel.model import EntityKind, Span

_LONGEST_CLAUSE = 24
_LONGEST_LEAD = 80
"""Words that can stand before the subject of a clause: no sentence of a newspaper keeps it back for longer."""
_LONGEST_PAPER = 4
_LONGEST_INSERTION = 6
CUES_WITHIN = 12
"""Reporting words looked at before or after a place: of more in one sentence, none tells anything of it."""


class Sources(Appositions):
    """Finds the sources of the cues of one text."""

    def __init__(self, scan: Scan, register: Register) -> None:
        """Prepare for a text."""
        super().__init__(scan, register)
        self.agents = scan.language.word_set("quotes", "agents")
        self.own_words = scan.language.word_set("quotes", "own_words")
        self.reported = scan.language.word_set("quotes", "reported")
        self.masculine = scan.language.word_set("pronouns", "masculine")
        self.inverted = Inverted(self)
        self.cues = CueFinder(scan, frozenset(self.by_first), self.names).find()
        self._cue_starts = [cue.span.start for cue in self.cues]

    def cues_in(self, start: int, end: int) -> list[Cue]:
        """Give the cues between two positions."""
        out = []
        for index in range(bisect_right(self._cue_starts, start - 1), len(self.cues)):
            cue = self.cues[index]
            if cue.span.start >= end:
                break
            out.append(cue)
        return out

    def cues_before(self, end: int, start: int) -> list[Cue]:
        """Give the cues nearest before a position, and not before position ``start``, the nearest first."""
        out: list[Cue] = []
        for index in range(bisect_left(self._cue_starts, end) - 1, -1, -1):
            cue = self.cues[index]
            if cue.span.start < start or len(out) == CUES_WITHIN:
                break
            out.append(cue)
        return out

    def before(self, cue: Cue, start: int) -> Source | None:
        """Find the source that stands before a cue, not before position ``start``."""
        scan = self.scan
        if cue.participle:
            return None
        if self.inversion.active:
            return self._before_moved(cue, start)
        index = cue.first - 1
        while (
            index >= 0
            and scan.starts[index] >= start
            and scan.flags[index] & (Flag.ADVERB | Flag.AUXILIARY)
            and not self.inside.get(index)
            and scan.is_joined(index, ",")
        ):
            index -= 1
        index = self._before_time(self.inverted.before_insertion(index, start))
        if index < 0 or scan.starts[index] < start or self.is_passive(index + 1, cue.first) or self._ends_quotation(index, start):
            return None
        # "Mitch McConnell, R-Ky., said": the stop belongs to what is shortened.
        gap = scan.gaps[index].removeprefix(".") if scan.gaps[index].startswith(".,") else scan.gaps[index]
        if gap.startswith((")", ".)")):
            # "Rep. John Mica (R-Fla.) said": what stands in brackets tells of the name before it.
            index = scan.last_before(
                scan.text.rfind("(", start, scan.starts[index]) if "(" in scan.text[start : scan.starts[index]] else start
            )
            if index < 0 or scan.starts[index] < start:
                return None
            return self.ending_at(index, start)
        if gap[:1] == " " and (scan.flags[index] & Flag.RELATIVE or self.is_relative_subject(index)):
            source = self.before_relative(index, start)
            return source if source is None or scan.flags[index] & Flag.RELATIVE else evolve(source, thing=source.mention is None)
        if not gap.strip() or gap[:1] in ("’", "'"):
            return self.ending_at(index, start)
        if gap.startswith(","):
            return self.before_apposition(index, start)
        return None

    def _before_time(self, index: int) -> int:
        """Step back over the time between a name and its verb: “Paul Ryan on Thursday evening said”."""
        scan, at = self.scan, index
        if (
            index < 0
            or index in self.inside
            or scan.gap(index) != " "
            or not (scan.flags[index] & Flag.DATE or scan.words[index].isdigit())
        ):
            return index
        while at > 0 and at not in self.inside and scan.gap(at - 1) == " " and not scan.flags[at] & Flag.PREPOSITION:
            if not (scan.flags[at] & Flag.DATE or scan.words[at].isdigit()) or scan.printed(at, at).isupper():
                return index
            at -= 1
        led = at > 0 and scan.flags[at] & Flag.PREPOSITION and scan.gap(at - 1) == " "
        # "Future45", "ABC 7" and "Article 33": a number without a preposition belongs to the name.
        at -= bool(led)
        return at if at in self.by_last and (led or not any(word.isdigit() for word in scan.words[at + 1 : index + 1])) else index

    def _ends_quotation(self, index: int, start: int) -> bool:
        """Tell “We lost,” said Stone from the star of “Titanic” said: what was said is not who says it."""
        quotation = self.scan.quotation_at(self.scan.starts[index])
        if quotation is None or quotation.outer_end > self.scan.starts[min(index + 1, len(self.scan) - 1)]:
            return False
        return quotation.outer_start <= start or self.scan.text[quotation.end - 1] in ",?!"

    def agent(self, cue: Cue, end: int) -> Source | None:
        """Find the source of a passive cue: “X was asked by Y”."""
        by = cue.last + 1
        if by + 1 >= len(self.scan) or self.scan.words[by] not in self.agents or self.scan.gaps[cue.last] != " ":
            return None
        return self.after(evolve(cue, last=by, addressing=False), end)

    def _before_moved(self, cue: Cue, start: int) -> Source | None:
        """Find the source that stands before a cue in a language that moves its verbs."""
        scan, follower = self.scan, min(cue.last + 1, len(self.scan) - 1)
        if scan.words[cue.first] in self.inversion.behind:
            first = self.inversion.governed(cue.first, start)
            return self.phrase_from(first, scan.starts[cue.first]) if first is not None else None
        if (paper := self.paper(cue.first, start)) is not None:
            return paper
        if self._stands_apart(cue, start):
            return self.before_apposition(cue.first - 1, start)
        if scan.words[follower] in self.masculine and scan.gaps[cue.last] == " ":
            # "Das Gesetz nennt er „Kosmetik“": no object is written so.
            return Source(span=Span(scan.starts[follower], scan.ends[follower]), pronoun=scan.words[follower])
        stretch = self.inversion.stretch(cue.first, start)
        return self.phrase_from(stretch[0], scan.starts[stretch[1]]) if stretch is not None else None

    def paper(self, verb: int, start: int) -> Source | None:
        """Read “Der „Bote“ berichtet”: the name of a paper in marks, behind an article and right before the verb."""
        scan, last = self.scan, verb - 1
        # Most verbs stand behind a blank.
        parted = last > 0 and len(scan.gaps[last]) > 1
        quotation = scan.quotation_at(scan.starts[last]) if parted else None
        if quotation is None or not quotation.closed or scan.text[quotation.outer_end : scan.starts[verb]] != " ":
            return None
        first = scan.first_from(quotation.start)
        # "Die Gruppe „Nordufer“ erklärte"
        body = first > 1 and scan.capital[first - 1] and scan.flags[first - 1] & Flag.ORGANIZATION and scan.gaps[first - 2] == " "
        article = first - 1 - bool(body)
        opens = article >= 0 and (scan.starts[article] == start or (article > 0 and scan.gaps[article - 1][-2:-1] in (",", ";")))
        led = opens and scan.starts[article] >= start and scan.flags[article] & Flag.ARTICLE
        named = last - first < _LONGEST_PAPER and scan.capital[first] and scan.capital[last] and scan.text[quotation.end - 1].isalnum()
        return Source(span=Span(quotation.start, quotation.end)) if led and named else None

    def _stands_apart(self, cue: Cue, start: int) -> bool:
        """Tell “Ricarda Lang, Vorsitzende der Grünen, sagte”, where an apposition parts the subject from its verb."""
        scan = self.scan
        first = scan.first_from(start)
        if self.inversion.begins(cue.first, start) != cue.first or first >= cue.first or not scan.gaps[cue.first - 1].startswith(","):
            return False
        named = self.by_last.get(cue.first - 1)
        if named is not None and named.kind is EntityKind.PERSON and named.first > first and scan.gaps[named.first - 1] == ", ":
            return True
        mention = self.by_first.get(first)
        while (
            mention is not None
            and scan.flags[min(mention.last + 1, len(scan) - 1)] & Flag.CONJUNCTION
            and mention.last + 2 in self.by_first
        ):
            mention = self.by_first[mention.last + 2]
        if mention is None and scan.flags[first] & (Flag.ARTICLE | Flag.DETERMINER):
            return not scan.flags[first] & Flag.PREPOSITION and self.opening_phrase(start, cue.first - 1) is not None
        return mention is not None and scan.gaps[mention.last].startswith(",")

    def is_passive(self, first: int, cue: int) -> bool:
        """Tell “was told” and “had been reported”, whose subject does not speak."""
        scan = self.scan
        for flags in scan.flags[first:cue]:
            if flags & Flag.PASSIVE:
                break
        else:
            return False
        return not (self.participle_endings and scan.words[cue].endswith(self.participle_endings))

    def is_reported(self, start: int, end: int) -> bool:
        """Tell a stretch that the mood of one of its verbs shows to be reported."""
        return not self.reported.isdisjoint(self.scan.words[self.scan.first_from(start) : self.scan.first_from(end)])

    def governing(self, cue: Cue, start: int) -> Source | None:
        """Find whose clause a participle leans on: “X criticised the plan, calling it “…””."""
        resumed = self.resumed(cue, start)
        if resumed is not None:
            return resumed
        for other in self.cues_before(cue.span.start, start):
            if not other.introduces and self.scan.quotation_at(other.span.start) is None:
                source = self.before(other, start) or self.after(other, cue.span.start)
                if source is not None and self.scan.quotation_at(source.span.start) is None:
                    return source
        return self.subject(start, cue.span.start)

    def resumed(self, cue: Cue, start: int) -> Source | None:
        """Find the subject of a main clause that comes after another: “As the crowd began to chant, X stood up and joked”."""
        scan, limit = self.scan, max(cue.first - _LONGEST_CLAUSE, self.scan.first_from(start))
        for index in range(cue.first - 1, limit, -1):
            if scan.flags[index] & Flag.VERB and not scan.capital[index] and not scan.flags[index - 1] & Flag.CONJUNCTION:
                return None
            mention = self.by_first.get(index)
            if mention is None or not scan.gaps[index - 1].startswith(","):
                continue
            after = mention.last + 1
            if after < cue.first and scan.gaps[mention.last] == " " and scan.is_finite(after):
                return Source(span=mention.span, mention=mention)
        return None

    def subject(self, start: int, end: int) -> Source | None:
        """Find the subject of the clause that begins at a position: the first noun phrase that no preposition governs."""
        scan = self.scan
        index = self.inverted.behind_dateline(start)
        stop = min(index + _LONGEST_LEAD, len(scan))
        while index < stop and scan.starts[index] < end:
            flags = scan.flags[index]
            if self.inversion.active and flags & Flag.PREPOSITION:
                index = self.inversion.behind_verb(index, end)
                continue
            verb = (flags & (Flag.VERB | Flag.FRAMING) and not flags & Flag.PRONOUN) or scan.is_finite(index)
            if self.inversion.active and verb and not scan.capital[index]:
                index += 1
                continue
            named = self.by_first.get(index)
            if named is not None and not self.register.is_shown(self.register.of(named)):
                # "Filling in for Sanders, West landed a dig"
                named = None
            participle = self.participle_endings and scan.words[index].endswith(self.participle_endings) and named is None
            if flags & Flag.PRONOUN:
                return Source(span=Span(scan.starts[index], scan.ends[index]), pronoun=scan.words[index])
            if named is None and (flags & (Flag.PREPOSITION | Flag.SUBORDINATE) or participle):
                comma = scan.text.find(",", scan.starts[index], end)
                if comma < 0:
                    return None
                index = scan.first_from(comma)
                continue
            if not flags & (Flag.ADVERB | Flag.CONJUNCTION) or index in self.by_first:
                opening = self.phrase_from(index, end)
                behind = self._behind_time(opening, end)
                return opening if behind is None else self.phrase_from(behind, end)
            index += 1
        return None

    def _behind_time(self, opening: Source | None, end: int) -> int | None:
        """Jump over a time that stands before the subject: “Hours later, X”; ``None`` where what opens the clause is none."""
        scan = self.scan
        if opening is None or opening.mention is not None or opening.pronoun is not None:
            return None
        first, last = scan.first_from(opening.span.start), scan.last_before(opening.span.end)
        comma = next((index for index in range(last, min(last + 2, len(scan) - 1)) if scan.gaps[index].startswith(",")), None)
        timed = any(scan.flags[index] & Flag.DATE for index in range(first, last + 1))
        if not timed or comma is None or scan.starts[comma + 1] >= end:
            return None
        return comma + 1 if comma + 1 in self.by_first or scan.flags[comma + 1] & (Flag.PRONOUN | Flag.DETERMINER) else None

    def phrase_from(self, index: int, end: int) -> Source | None:
        """Read the noun phrase or pronoun that begins at ``index``."""
        scan = self.scan
        if self.inverts and scan.flags[index] & Flag.PRONOUN and not scan.flags[index] & (Flag.ARTICLE | Flag.DETERMINER):
            return Source(span=Span(scan.starts[index], scan.ends[index]), pronoun=scan.words[index])
        last = self.phrase_end(index, end)
        behind = self.inverted.behind_office(index, last)
        if behind is not None and behind.span.end <= end:
            return Source(span=behind.span, mention=behind)
        for at in range(index + 1, last + 1):
            verbal = scan.is_finite(at) and not scan.flags[at] & Flag.MODIFIER
            if at not in self.inside and (verbal or scan.flags[at] & Flag.PREPOSITION):
                last = at - 1
                break
        mention = self.by_first.get(index) or next((self.by_first[at] for at in range(index, last + 1) if at in self.by_first), None)
        if mention is not None and mention.last >= last and self.leads_to(index, mention):
            return Source(span=mention.span, mention=mention)
        return self.described(index, last) if last >= index else None

    def after(self, cue: Cue, end: int) -> Source | None:
        """Find the source that stands right after a cue: “said X”, “according to X”."""
        scan = self.scan
        opening = index = self._behind_insertion(cue.last, end) or cue.last + 1
        apart = index == cue.last + 1 and scan.gaps[cue.last].strip() and not self._is_enclitic(cue.last)
        if index >= len(scan) or scan.starts[index] >= end or apart:
            return None
        if cue.tail is not None:
            end = min(end, scan.starts[cue.tail])
        while self.inversion.active and index + 1 < len(scan) and self.is_aside(index):
            index += 1
        while index + 1 < len(scan) and scan.flags[index] & Flag.DATE and index not in self.by_first and scan.gaps[index] == " ":
            index += 1
        index = self.inverted.behind_addressee(self.inverted.behind_place(index, end), end)
        # "dijo que …": what follows is the clause, whatever it begins with.
        clausal = scan.language.phrases.complementizer.match(scan.text, scan.starts[index])
        if (
            clausal
            or scan.starts[index] >= end
            or self.inverted.leads_to_place(index)
            or (index > opening and scan.gaps[index - 1].strip())
        ):
            return None
        if (pronoun := self.inverted.pronoun(index, introduced=cue.introduces)) is not None:
            return pronoun
        last = self.without_preposition(index, self.phrase_end(index, end))
        behind = self.inverted.behind_office(index, last)
        if behind is not None:
            return Source(span=behind.span, mention=behind)
        named = [self.by_first[at] for at in range(index, last + 1) if at in self.by_first]
        # "WMO secretary-general Celeste Saulo": the name that the office belongs to, not the one inside the office.
        mention = next((each for each in named if each.role_start is not None and self.leads_to(index, each)), named[0] if named else None)
        if (
            mention is not None
            and mention.last <= last
            and (self.leads_to(index, mention) or (mention.last == last and mention.kind is EntityKind.PERSON))
        ):
            return Source(span=mention.span, mention=mention)
        # "so sein Fazit" tells what somebody says, and not who.
        if (
            last < index
            or scan.words[last] in self.own_words
            or (
                not scan.flags[index] & (Flag.DETERMINER | Flag.PEOPLE | Flag.ARTICLE | Flag.ROLE | Flag.MODIFIER | Flag.ORGANIZATION)
                and mention is None
                and not cue.introduces
            )
        ):
            return None
        return self.described(index, last)

    def _behind_insertion(self, last: int, end: int) -> int | None:
        """Step from a verb over « , en quittant la salle, » to who speaks: « …, a lâché, en quittant la salle, la ministre »."""
        scan, first = self.scan, last + 1
        if not self.inverts or self.inversion.active or not scan.gaps[last].startswith(",") or first >= len(scan):
            return None
        if not scan.flags[first] & Flag.PREPOSITION:
            return None
        for at in range(first + 1, min(first + _LONGEST_INSERTION, len(scan) - 1)):
            if scan.ends[at] >= end or scan.flags[at] & (Flag.VERB | Flag.RELATIVE | Flag.PRONOUN):
                return None
            if scan.gaps[at] == ", ":
                led = scan.flags[at + 1] & (Flag.ARTICLE | Flag.DETERMINER) and not scan.flags[at + 1] & Flag.PREPOSITION
                return at + 1 if led or at + 1 in self.by_first else None
            if not scan.is_joined(at):
                return None
        return None

    def main_verb(self, cue: Cue, end: int) -> int:
        """Find where “X, having said it was over, left” goes on with its own verb; ``end`` for any other cue."""
        scan, before = self.scan, cue.first - 1
        while before > 0 and scan.flags[before] & Flag.ADVERB and not scan.flags[before] & Flag.AUXILIARY:
            before -= 1
        if before < 1 or not (self.participle_endings and scan.words[before].endswith(self.participle_endings)):
            return end
        if not scan.flags[before] & Flag.AUXILIARY or not scan.gaps[before - 1].startswith(","):
            return end
        words = range(cue.last + 1, scan.last_before(end))
        return next((scan.ends[at] for at in words if scan.gaps[at].startswith(",") and scan.is_finite(at + 1)), end)

    def _is_enclitic(self, index: int) -> bool:
        """Tell a verb whose pronoun hangs on it behind a hyphen: “dit-il”."""
        return self.scan.gaps[index].startswith("-") and bool(self.scan.flags[index + 1] & Flag.PRONOUN)
