"""Attributions whose verb stands before who speaks, as most languages but English have them: “…”, sagte X — « … », a dit X."""

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from attrs import evolve

from newsmodel.facts.cues import Cue
from newsmodel.facts.inversion import BOUNDARY
from newsmodel.facts.language import Flag, Language
from newsmodel.facts.marks import Quotation
from newsmodel.facts.mention import Mention
from newsmodel.facts.source import Source
from newsmodel.model import EntityKind, Span

if TYPE_CHECKING:
    from newsmodel.facts.attribution import Sources

_FURTHEST = 400
"""Words looked back at for a name."""
_LONGEST_INSERTION = 6
_LONGEST_BRACKET = 24
_LONGEST_CLITIC = 3
"""Characters of a pronoun that a verb has before it: « … », se dit-on."""
_DASHES = ("-", "–", "—")
_PERSONS = (EntityKind.PERSON, EntityKind.UNKNOWN)
_LEADING = Flag.ARTICLE | Flag.DETERMINER


@lru_cache(maxsize=64)
def _stressed(language: Language) -> dict[str, str]:
    """Give the pronouns that stand alone by those that they stand for, in whose order they are listed: “selon lui” means “il”."""
    kinds = (language.words("pronouns", kind) for kind in ("masculine", "feminine", "plural"))
    return dict(zip(language.words("quotes", "stressed"), chain(*kinds), strict=False))


class Inverted:
    """Finds sources by rules that hold where attributions are inverted: where a language file has ``verb_endings``."""

    def __init__(self, sources: "Sources") -> None:
        """Prepare for a text."""
        self.sources = sources
        self.scan = scan = sources.scan
        self.active = sources.inverts
        self.asides = scan.language.word_set("statistics", "asides")
        self.addressees = scan.language.word_set("quotes", "addressees")
        self.media_prepositions = scan.language.word_set("quotes", "media_prepositions")
        self.impersonal = scan.language.word_set("quotes", "impersonal")
        self.places = scan.language.word_set("place", "prepositions")
        self.stressed = _stressed(scan.language)
        self.pointing = scan.language.word_set("quotes", "pointing")
        self.naming = scan.language.word_set("quotes", "naming")
        self.whereabouts = scan.language.word_set("quotes", "whereabouts")
        self.circles = scan.language.word_set("quotes", "circles")
        self.documents = scan.language.words("quotes", "documents")
        self.papers = scan.language.word_set("quotes", "papers")
        self.stating = scan.language.word_set("quotes", "stating")

    def inserted(self, cue: Cue, end: int, *, quoted: bool = False) -> Source | None:
        """Read “Ce plan, a assuré la ministre, « … »”: verb and source between two marks, where attributions are inverted.

        Within the marks themselves, as in « Oui, a-t-il dit hier. Et non. », what is ``quoted`` may go on with more than the source.
        """
        scan, first = self.scan, cue.first
        if not self.active or cue.introduces or cue.participle or self._follows_apposition(first):
            return None
        while first > 0 and scan.flags[first - 1] & (Flag.AUXILIARY | Flag.PRONOUN | Flag.ADVERB) and scan.is_joined(first - 1, "-"):
            first -= 1
        if first == 0 or not scan.gaps[first - 1].startswith(","):
            return None
        source = self.sources.after(cue, end)
        if source is None:
            hangs = first < cue.first and scan.flags[cue.first - 1] & Flag.PRONOUN and scan.gaps[cue.first - 2][:1] == "-"
            if not hangs:
                return None
            last = cue.first - 1
            source = Source(span=Span(scan.starts[last], scan.ends[last]), pronoun=scan.words[last])
        who = Flag.ROLE | Flag.PEOPLE | Flag.ORGANIZATION
        words = range(scan.first_from(source.span.start), scan.first_from(source.span.end))
        if source.mention is None and source.pronoun is None and not any(scan.flags[at] & who for at in words):
            return None
        behind = scan.text[max(source.span.end, cue.span.end) : end].lstrip(" ")
        if quoted and source.pronoun is not None:
            return source
        behind_both = scan.first_from(max(source.span.end, cue.span.end))
        circumstance = scan.gaps[cue.first - 1].startswith(",") and self._is_circumstance(behind_both, end)
        return source if cue.tail is not None or behind.startswith((",", ".", ":")) or circumstance else None

    def _is_circumstance(self, first: int, end: int) -> bool:
        """Tell “…, meinte ein Beamter hinter vorgehaltener Hand”: a preposition leads what ends the sentence, and no verb is in it."""
        scan = self.scan
        words = range(first, scan.first_from(end))
        if not words or len(words) > _LONGEST_INSERTION or not scan.flags[first] & Flag.PREPOSITION or scan.gaps[first - 1] != " ":
            return False
        return not any(scan.is_finite(at) or scan.flags[at] & (Flag.VERB | Flag.FRAMING) for at in words)

    def _follows_apposition(self, verb: int) -> bool:
        """Tell “Die Sprecherin der Linken, Eva Kern, warf …”, where no insertion begins: a name between two commas has the verb."""
        named = self.sources.by_last.get(verb - 1) if self.sources.inversion.active else None
        if named is None or named.kind is not EntityKind.PERSON or named.first == 0 or not self.scan.gaps[verb - 1].startswith(","):
            return False
        return self.scan.gaps[named.first - 1] == ", "

    def around(self, cue: Cue, opening: int, start: int) -> Source | None:
        """Read “X, der von einem „…“ sprach”: the verb of a clause behind the quotation that the clause holds."""
        scan, inversion = self.scan, self.sources.inversion
        last = scan.last_before(opening)
        if not inversion.active or last < 0 or scan.starts[last] < start or scan.gaps[cue.last].strip()[:1] not in (*BOUNDARY, "."):
            return None
        low = inversion.begins(last, start)
        if scan.flags[low] & Flag.RELATIVE and low > 0 and scan.gaps[low - 1].startswith(","):
            return self.sources.before_relative(low, start)
        stretch = inversion.bracket(low, last + 1)
        return self.sources.phrase_from(stretch[0], scan.starts[stretch[1]]) if stretch is not None else None

    def is_impersonal(self, after: list[Cue], start: int) -> bool:
        """Tell « … », glisse-t-on dans l’entourage: nobody is named who speaks."""
        scan = self.scan
        if not after or not self.impersonal or len(scan.text[start : after[0].span.start].strip(" \u00a0\u202f,")) > _LONGEST_CLITIC:
            return False
        follower = min(after[0].last + 1, len(scan) - 1)
        return scan.words[follower] in self.impersonal and scan.gaps[after[0].last][:1] in ("-", " ")

    def pronoun(self, index: int, *, introduced: bool) -> Source | None:
        """Read a pronoun; one that stands alone, as in “selon lui”, is a source where it is ``introduced``."""
        scan, word = self.scan, self.scan.words[index]
        if not scan.flags[index] & Flag.PRONOUN and not (introduced and word in self.stressed):
            return None
        return Source(span=Span(scan.starts[index], scan.ends[index]), pronoun=self.stressed.get(word, word))

    def named_last(self, start: int, end: int) -> Source | None:
        """Find the person named last between two positions, outside of quotation marks."""
        scan = self.scan
        last = scan.last_before(end)
        for index in range(last, max(scan.first_from(start), last - _FURTHEST) - 1, -1):
            mention = self.sources.by_last.get(index)
            if mention is None or scan.quotation_at(mention.span.start) is not None:
                continue
            opens = mention.last > mention.first and scan.frame_at(mention.span.start)[0] == mention.span.start
            kind = self.sources.register.kind(self.sources.register.of(mention))
            if kind is EntityKind.PERSON or (kind is EntityKind.UNKNOWN and opens):
                return Source(span=mention.span, mention=mention)
        return None

    def opening_names(self, start: int) -> Source | None:
        """Read the full name, or the names joined by “and”, that open a sentence and that a comma follows."""
        scan = self.scan
        first = last = self.sources.by_first.get(scan.first_from(start)) if self.active else None
        while (
            last is not None
            and last.last + 2 in self.sources.by_first
            and scan.flags[last.last + 1] & Flag.CONJUNCTION
            and scan.gaps[last.last] == " "
        ):
            last = self.sources.by_first[last.last + 2]
        if first is None or last is None or not scan.gaps[last.last].startswith(","):
            return None
        if first is not last:
            return Source(span=Span(first.span.start, last.span.end))
        return Source(span=first.span, mention=first) if first.last > first.first else None

    def before_aside(self, index: int, start: int) -> Source | None:
        """Step back over « , dont trois élus de Nantes, » to the noun phrase before it; the aside ends at ``index``."""
        scan = self.scan
        if not self.active or self.sources.inversion.active:
            return None
        for at in range(index, max(index - _LONGEST_BRACKET, 0), -1):
            if scan.starts[at - 1] < start or (scan.flags[at] & Flag.VERB and not scan.capital[at]):
                return None
            counted = scan.words[at] in self.asides and (scan.flags[at + 1] & Flag.NUMBER or scan.words[at + 1].isdigit())
            if counted and scan.gaps[at - 1].startswith(","):
                counts = scan.words[at - 2].isdigit() or scan.flags[at - 2] & Flag.NUMBER
                return self.sources.ending_at(at - 1, start) or (self.sources.described(at - 2, at - 1) if counts else None)
        return None

    def is_complement(self, mention: Mention) -> bool:
        """Tell the Leeds of “Paul Morin, professeur à l’université de Leeds, qui …, salue”, which ends an apposition."""
        before = mention.first - 1
        led = before >= 0 and self.scan.flags[before] & Flag.PREPOSITION and self.scan.gaps[before] in (" ", "’", "'")
        return self.active and bool(led) and mention.kind is not EntityKind.PERSON

    def behind_dateline(self, start: int) -> int:
        """Step over “TUNIS, 5 février (Reuters) - ”, the place and time of a report, to the first word of its first sentence."""
        scan = self.scan
        first = at = scan.first_from(start)
        place = self.sources.by_first.get(first) if self.active else None
        if place is None or place.kind is EntityKind.PERSON or scan.paragraphs[scan.paragraph_index(start)][0] != start:
            return first
        at = place.last
        while at + 1 < len(scan) and at - first < _LONGEST_INSERTION and scan.gaps[at].strip(" )") not in _DASHES:
            bracketed = scan.gaps[at].endswith("(") or (scan.gaps[at] in (" ", "/") and scan.capital[at + 1])
            if not (bracketed or scan.flags[at + 1] & Flag.DATE or scan.words[at + 1].isdigit()):
                return first
            at += 1
        return at + 1 if at + 1 < len(scan) and scan.gaps[at].strip(" )") in _DASHES and scan.gaps[at].endswith(" ") else first

    def governed(self, index: int, start: int) -> Source | None:
        """Read the phrase that “according to” leads to and that ends at ``index``: « selon le Centre de prévision, qui évoque »."""
        scan = self.scan
        if not self.active or self.sources.inversion.active:
            return None
        for cue in self.sources.cues_before(scan.ends[index], start):
            source = self.sources.after(cue, scan.ends[index]) if cue.introduces else None
            if source is not None and scan.last_before(source.span.end) == index:
                return source
        return None

    def behind_addressee(self, index: int, end: int) -> int:
        """Step over the one spoken to, or where it was said: “a indiqué à l’AFP le maire”, « a dit sur RTL le maire »."""
        if self.scan.words[index] not in self.addressees and self.scan.words[index] not in self.media_prepositions:
            return index
        speaker = self._behind_noun(self._over(index + 1, _LEADING), end, _LEADING)
        return index if speaker is None else speaker

    def behind_place(self, index: int, end: int) -> int:
        """Step over the place of speech: “aseguró en Madrid la ministra”."""
        scan = self.scan
        if not self.active or self.sources.inversion.active or scan.words[index] not in self.places or scan.gaps[index] != " ":
            return index
        at = self._over(index + 1, _LEADING)
        mention = self.sources.by_first.get(at)
        if mention is not None and mention.kind is not EntityKind.PLACE:
            return index
        speaker = self._behind_noun(at, end, _LEADING | Flag.ROLE | Flag.TITLE)
        return index if speaker is None else speaker

    def _over(self, index: int, small: int) -> int:
        """Step over small words that no name holds, without leaving the text."""
        scan = self.scan
        while index + 1 < len(scan) and scan.flags[index] & small and index not in self.sources.inside:
            index += 1
        return index

    def _behind_noun(self, index: int, end: int, leading: int) -> int | None:
        """Give where somebody begins right behind a name or noun: a name, or a word with one of the flags that lead to people."""
        scan, mention = self.scan, self.sources.by_first.get(index)
        at = mention.last + 1 if mention is not None else index + 1
        if at >= len(scan) or scan.ends[at] > end or scan.gaps[at - 1] != " ":
            return None
        led = scan.flags[at] & leading and not scan.flags[at] & Flag.PREPOSITION
        return at if at in self.sources.by_first or led else None

    def leads_to_place(self, index: int) -> bool:
        """Tell “a dit en France”, which tells where and not who."""
        if not self.active or self.scan.words[index] not in self.places:
            return False
        mention = self.sources.by_first.get(self._over(index + 1, Flag.ARTICLE))
        return mention is not None and mention.kind is EntityKind.PLACE

    def before_insertion(self, index: int, start: int) -> int:
        """Step back from « de son côté » in « X a, de son côté, assuré » to the word before the auxiliary verb; it stands at ``index``."""
        scan, at = self.scan, index
        if not self.active or self.sources.inversion.active or index < 0 or index in self.sources.inside:
            return index
        if index > 0 and scan.words[index] in self.stressed and scan.flags[index - 1] & Flag.AUXILIARY and scan.gaps[index - 1] == " ":
            # "Le capitaine a lui appelé à l’union"
            return index - 2
        if scan.gaps[index].startswith(",") and index > 0 and scan.gaps[index - 1].startswith(",") and scan.words[index] in self.stressed:
            return index - 1
        while at > 0 and scan.starts[at] >= start and index - at < _LONGEST_INSERTION:
            flags, before = scan.flags[at], at - 1
            if at in self.sources.inside or scan.is_finite(at) or flags & (Flag.CONJUNCTION | Flag.RELATIVE | Flag.VERB):
                return index
            auxiliary = scan.flags[before] & Flag.AUXILIARY and not scan.flags[before] & Flag.PASSIVE and before not in self.sources.inside
            if auxiliary and flags & (Flag.PREPOSITION | Flag.DATE) and scan.gaps[before].strip() in ("", ","):
                return before - 1
            if scan.gaps[before].strip(" ’'"):
                return index
            at = before
        return index

    def behind_office(self, index: int, last: int) -> Mention | None:
        """Find the name behind an office and a comma: “the director of the agency, Anna Brown”."""
        scan = self.scan
        if not self.naming.isdisjoint(scan.words[index + 1 : last + 2]):
            at = next(at for at in range(index + 1, last + 2) if scan.words[at] in self.naming)
            return self.sources.by_first.get(at + 1)
        if scan.gaps[last] == " " and self.sources.inversion.active:
            last = self._complement_end(last)
        if scan.gaps[last] != ", ":
            return None
        first = last + 1
        while self.active and first + 1 < len(scan) and scan.flags[first] & Flag.TITLE:
            first += 1
        behind = self.sources.by_first.get(first) or self._behind_demonym(first)
        held = any(scan.flags[at] & Flag.ROLE for at in range(index, last + 1)) or scan.words[last] in self.pointing
        if behind is None or not held:
            return None
        if behind.role:
            return behind
        full = self.active and behind.last > behind.first and behind.kind in _PERSONS
        if not full or scan.gaps[behind.last].lstrip()[:1] not in BOUNDARY | {".", ""}:
            return None
        while index < last and scan.flags[index] & (Flag.ARTICLE | Flag.DETERMINER):
            index += 1
        if scan.words[last] not in self.pointing:
            self.sources.register.hold(self.sources.register.of(behind), scan.printed(index, last))
        return behind

    def _complement_end(self, last: int) -> int:
        """Step over “in Kiew” of “der Botschafter in Kiew, Anna Brown”, up to the comma."""
        scan = self.scan
        if last + 1 >= len(scan) or not scan.flags[last + 1] & Flag.PREPOSITION:
            return last
        at = self._over(last + 1, Flag.PREPOSITION | Flag.ARTICLE)
        mention = self.sources.by_first.get(at)
        end = mention.last if mention is not None else at
        return end if at > last + 1 and scan.capital[at] and scan.gaps[end] == ", " else last

    def _behind_demonym(self, first: int) -> Mention | None:
        """Find the name of « La cheffe du bureau, la Canadienne Julie Morin »: an article and the word for her people stand before it."""
        scan = self.scan
        if not self.active or first + 2 >= len(scan) or not scan.flags[first] & Flag.ARTICLE:
            return None
        demonym = scan.capital[first + 1] and first + 1 not in self.sources.inside and scan.gaps[first] in (" ", "’", "'")
        return self.sources.by_first.get(first + 2) if demonym and scan.gaps[first + 1] == " " else None

    def bracketed(self, cue: Cue, opening: int) -> Source | None:
        """Read “…”, hatte die Ministerin damals gesagt: the two parts of the verb stand round the source, right behind the quotation."""
        scan, first = self.scan, self.scan.first_from(opening)
        if not self.sources.inversion.active or cue.introduces or not first < cue.first < first + _LONGEST_BRACKET:
            return None
        if scan.capital[first] or not scan.flags[first] & Flag.AUXILIARY or scan.flags[first] & Flag.PASSIVE:
            return None
        return self.sources.after(evolve(cue, last=first, tail=None), scan.starts[cue.first])

    def unnamed(self, cue: Cue, start: int, end: int, *, papers: bool = False) -> Source | None:
        """Find where « Dans l’entourage de la maire, on se dit » and “Aus der Partei hieß es” let somebody speak who is not named.

        Of ``papers``, as in “In dem Bericht heißt es”, somebody who has been named may be the author.
        """
        scan, first, last = self.scan, cue.first, cue.last + 1
        opening = self.papers if papers else self.whereabouts
        if not opening or cue.introduces or (self.stating and scan.words[cue.first] not in self.stating):
            return None
        furthest = max(first - _LONGEST_INSERTION, 0)
        if self.impersonal.isdisjoint(scan.words[furthest : last + 1]):
            return None
        small = Flag.ADVERB | Flag.AUXILIARY | Flag.PRONOUN
        while first > furthest and scan.flags[first - 1] & small and scan.words[first - 1] not in self.impersonal:
            first -= 1
        if last < len(scan) and scan.words[last] in self.impersonal and scan.gaps[last - 1][:1] in ("-", " "):
            last += 1
        elif first == 0 or scan.words[first - 1] not in self.impersonal or scan.gaps[first - 1] not in (" ", "-"):
            return None
        while last < len(scan) and scan.flags[last] & Flag.ADVERB and scan.gaps[last - 1] == " ":
            last += 1
        behind = self._at_place(last, end, opening) if last < len(scan) and scan.gaps[last - 1] == " " else None
        found = behind or self._at_place(scan.first_from(start), scan.starts[cue.first], opening)
        return found if found is not None and (found.mention is not None or self._can_say(found, papers=papers)) else None

    def _can_say(self, source: Source, *, papers: bool) -> bool:
        """Tell those who are somewhere, or a paper, from a time or a manner: “in der Folge hieß es”."""
        scan, who = self.scan, Flag.ROLE | Flag.PEOPLE | Flag.ORGANIZATION
        for index in range(scan.first_from(source.span.start), scan.first_from(source.span.end)):
            if scan.flags[index] & who or scan.words[index] in self.circles or (papers and scan.words[index].endswith(self.documents)):
                return True
        return False

    def _at_place(self, index: int, end: int, opening: frozenset[str]) -> Source | None:
        """Read the noun phrase behind a preposition that tells where somebody speaks, unless it is a town or a time."""
        scan = self.scan
        if index + 1 >= len(scan) or scan.words[index] not in opening or scan.ends[index + 1] > end:
            return None
        first = index + 1
        last = self.sources.without_preposition(first, self.sources.phrase_end(first, end))
        named = [self.sources.by_first[at] for at in range(first, last + 1) if at in self.sources.by_first]
        if any(scan.flags[at] & Flag.DATE for at in range(first, last + 1)) or (named and named[0].kind is EntityKind.PLACE):
            return None
        if named and named[-1].last == last and self.sources.leads_to(first, named[-1]):
            return Source(span=named[-1].span, mention=named[-1])
        return self.sources.described(first, last)

    def introduced(self, at: int, start: int, spoken: int) -> Source | None:
        """Take the person whom a paragraph has named before a quotation at ``at``, where nobody has spoken in it since ``spoken``."""
        floor = self.scan.paragraphs[self.scan.paragraph_index(at)][0]
        return None if not self.active or start == floor or spoken >= floor else self.named_last(floor, start)

    def named_next(self, quotation: Quotation, start: int, end: int) -> Source | None:
        """Take who opens the next sentence after a quotation that opens the article: “…” Nadine Corvec, a nurse, is tired."""
        scan = self.scan
        mention = self.sources.by_first.get(scan.first_from(end))
        if not self.active or mention is None or mention.last == mention.first or scan.text[start : quotation.outer_start].strip():
            return None
        together = scan.paragraph_index(mention.span.start) == scan.paragraph_index(start)
        return Source(span=mention.span, mention=mention) if together and mention.kind in _PERSONS else None
