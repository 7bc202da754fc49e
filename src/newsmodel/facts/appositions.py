"""Sources that other words part from their verb: “Ann Bell, who grew up there, said”, “The jury, chaired by Ann Bell, said”."""

from newsmodel.facts.entities import Register
from newsmodel.facts.inversion import BOUNDARY
from newsmodel.facts.inverted import Inverted
from newsmodel.facts.language import Flag
from newsmodel.facts.mention import Mention
from newsmodel.facts.phrases import LONGEST_SUBJECT, NounPhrases
from newsmodel.facts.scan import Scan
from newsmodel.facts.source import Source
from newsmodel.model import EntityKind, Span

_LONGEST_RELATIVE = 32
_LONGEST_ASIDE = 8


class Appositions(NounPhrases):
    """Jumps back over what only tells more of a source, in one text."""

    inverted: Inverted
    """Rules of languages whose verb stands before who speaks; whoever builds on this sets it."""

    def __init__(self, scan: Scan, register: Register) -> None:
        """Prepare for a text."""
        super().__init__(scan, register)
        self.relative_subjects = scan.language.word_set("pronouns", "relative_subjects")
        self.participle_endings = scan.language.words("quotes", "participle_endings")

    def is_relative_subject(self, index: int) -> bool:
        """Tell the “that” of “a study that warns”, before a verb, from that of “warn that”: a noun stands before it."""
        scan = self.scan
        if index < 1 or scan.words[index] not in self.relative_subjects or scan.gaps[index - 1] != " ":
            return False
        return not scan.flags[index - 1] & (Flag.VERB | Flag.FRAMING | Flag.FUNCTION | Flag.AUXILIARY)

    def is_told_subject(self, content: Span) -> bool:
        """Tell “Die Ministerin, die seit 2011 im Amt ist, kritisierte …”: nothing but a relative clause holds a verb."""
        scan = self.scan
        words = range(scan.first_from(content.start), scan.first_from(content.end))
        comma = next((at for at in words[:-1] if scan.gaps[at].startswith(",")), None)
        if comma is None or not scan.flags[comma + 1] & Flag.RELATIVE:
            return False
        if any(scan.gaps[at].startswith(",") for at in range(comma + 1, words.stop - 1)):
            return False
        return not any(map(scan.is_finite, range(words.start, comma + 1)))

    def before_relative(self, index: int, start: int) -> Source | None:
        """Take the name or noun that “who” points back at; “who” is the mention that tells it."""
        if index == 0 or self.scan.gaps[index - 1].strip() not in ("", ",") or self.scan.starts[index - 1] < start:
            return None
        at, apart = index - 1, self.scan.gaps[index - 1].strip()
        antecedent = self.inverted.governed(at, start) or self.before_apposition(at, start) if apart else self.ending_at(at, start)
        if antecedent is None:
            return None
        span = Span(self.scan.starts[index], self.scan.ends[index])
        return Source(span=span, mention=antecedent.mention, pronoun=antecedent.pronoun, described=antecedent.described or antecedent.span)

    def before_apposition(self, index: int, start: int) -> Source | None:
        """Jump back over “, director of the agency,” to the name before it."""
        scan = self.scan
        nearest = self.by_last.get(index)
        if nearest is not None and nearest.kind is EntityKind.PERSON and not self._belongs_to_office(nearest):
            return Source(span=nearest.span, mention=nearest)
        told = self._before_told(index, start)
        if told is not None:
            return told
        if (opening := self.inverted.opening_names(start) or self.inverted.before_aside(index, start)) is not None:
            return opening
        limit = max(index - LONGEST_SUBJECT, -1)
        at = index - 1
        while at > limit and scan.starts[at] >= start:
            gap = scan.gaps[at]
            if gap.startswith(","):
                mention = self.by_last.get(at)
                if mention is not None and mention.kind is not EntityKind.PLACE:
                    return Source(span=mention.span, mention=mention)
            elif gap[:1] in BOUNDARY and not scan.is_joined(at, "-"):
                break
            at -= 1
        ending = self.opening_phrase(start, index) or self.ending_at(index, start)
        return None if ending is not None and self._is_clause(ending) else ending

    def _is_clause(self, source: Source) -> bool:
        """Tell “That is not enough, says X” from a noun phrase."""
        if source.mention is not None or source.pronoun is not None:
            return False
        words = range(self.scan.first_from(source.span.start), self.scan.first_from(source.span.end))
        return any(self.scan.flags[index] & Flag.AUXILIARY and not self.scan.capital[index] for index in words)

    def _belongs_to_office(self, mention: Mention) -> bool:
        """Tell the Smith of “Ann Bell, a spokeswoman for Smith, said”, who belongs to the office of somebody else."""
        scan, before = self.scan, self._with_office(mention) - 1
        led = before > 0 and scan.flags[before] & Flag.PREPOSITION and scan.gap(before) == " "
        return (bool(led) and bool(scan.flags[before - 1] & Flag.ROLE) and not scan.capital[before - 1]) or self._ends_participle(mention)

    def _holder(self, mention: Mention, start: int) -> Source | None:
        """Find the name whose office is at a body: “Ann Bell, a manager at the lender Quay, which”."""
        scan, at = self.scan, mention.first - 1
        limit = max(self.scan.first_from(start), at - _LONGEST_ASIDE)
        while at > limit and not scan.flags[at] & Flag.PREPOSITION and scan.is_joined(at - 1, "-"):
            at -= 1
        # "Ann Bell, of the Quay Institute, who"
        direct = scan.gaps[at - 1].startswith(",")
        if at <= limit or not scan.flags[at] & Flag.PREPOSITION or not (direct or scan.flags[at - 1] & Flag.ROLE):
            return None
        while at > limit and scan.is_joined(at - 1, "-"):
            at -= 1
        holder = self.by_last.get(at - 1)
        named = holder is not None and holder.kind is not EntityKind.PLACE and scan.gaps[at - 1].startswith(",")
        return Source(span=holder.span, mention=holder) if named and holder is not None else None

    def _ends_participle(self, mention: Mention) -> bool:
        """Tell the Bell of “The jury, chaired by the actor Ann Bell, said”, who stands in what a participle tells of another."""
        scan, at = self.scan, (mention.first if mention.role_start is None else mention.role_start) - 1
        while at > 0 and scan.flags[at] & (Flag.ARTICLE | Flag.DETERMINER):
            at -= 1
        if at < 1 or not scan.flags[at] & Flag.PREPOSITION:
            return False
        limit = max(at - _LONGEST_ASIDE, 1)
        while at > limit and scan.is_joined(at - 1, "-"):
            at -= 1
        return scan.gaps[at - 1].startswith(",") and bool(scan.flags[at] & Flag.PAST) and not scan.capital[at]

    def _before_told(self, index: int, start: int) -> Source | None:
        """Jump back over “, who grew up in the north, ” to the name that it tells of."""
        scan = self.scan
        for at in range(index, max(index - _LONGEST_RELATIVE, 0), -1):
            if scan.starts[at] < start:
                return None
            if scan.flags[at] & Flag.VERB and not scan.capital[at]:
                return None
            mention = self.by_last.get(at - 1)
            if scan.flags[at] & Flag.RELATIVE and scan.gaps[at - 1].startswith(",") and mention is not None:
                if self.inverted.is_complement(mention):
                    return self.before_apposition(at - 1, start)
                # "Ann Bell of the Red Cross, who grew up there, "
                told = self._holder(mention, start) or self.ending_at(at - 1, start)
                return None if told is None or (told.mention is not None and told.mention.kind is EntityKind.PLACE) else told
        return None

    def opening_phrase(self, start: int, index: int) -> Source | None:
        """Read “The complaint, which was filed in May, ” up to its first comma: the noun phrase that opens a clause."""
        scan = self.scan
        first = scan.first_from(start)
        last = first
        while last < index and last - first < LONGEST_SUBJECT and scan.is_joined(last, "-"):
            if scan.flags[last] & (Flag.VERB | Flag.AUXILIARY | Flag.PRONOUN) and not scan.capital[last]:
                return None
            last += 1
        follower = last + 1
        if last >= index or not scan.gaps[last].startswith(",") or not scan.flags[first] & (Flag.DETERMINER | Flag.ARTICLE):
            return None
        known = Flag.RELATIVE | Flag.ARTICLE | Flag.PREPOSITION | Flag.ROLE
        participle = self.participle_endings and scan.words[follower].endswith(self.participle_endings)
        # « Le ministre, attendu sur place, a salué »
        planned = scan.flags[follower] & Flag.FUTURE and not scan.flags[follower] & Flag.AUXILIARY
        opens = scan.flags[follower] & known or scan.is_finite(follower) or participle or planned
        return self.described(first, last) if opens else None
