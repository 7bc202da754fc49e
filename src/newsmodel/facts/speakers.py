"""From the words that tell a source to the entity that they mean."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache

from newsmodel.facts.anaphora import Anaphora
from newsmodel.facts.entities import Register
from newsmodel.facts.language import Flag, Language
from newsmodel.facts.mention import Mention
from newsmodel.facts.scan import Scan
from newsmodel.facts.source import Source
from newsmodel.model import EntityKind, Span

_LONGEST_OFFICE = 6
_FURTHEST = 100
"""Mentions looked back at: who was named before as many others is not meant by “he”, nor by “the minister”."""


@lru_cache(maxsize=64)
def _genders(language: Language) -> dict[str, str]:
    """Give the gender of the pronouns and words for people that have one."""
    told = {"masculine": ("masculine", "men"), "feminine": ("feminine", "women")}
    return {
        word: gender
        for gender, (pronouns, people) in told.items()
        for word in (*language.words("pronouns", pronouns), *language.words("roles", people))
    }


class Speakers:
    """Resolves sources, in the order of the text: pronouns and descriptions point back at who spoke or was named before."""

    def __init__(self, scan: Scan, register: Register) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.register = register
        language = scan.language
        self.personal = frozenset((*language.words("pronouns", "masculine"), *language.words("pronouns", "feminine")))
        self.genders = _genders(language)
        self.first_person = language.word_set("pronouns", "first_person")
        self.ages = language.word_set("numbers", "ages")
        self.organizations = language.word_set("organizations", "nouns")
        self.mentions = register.mentions
        self._ends = [mention.span.end for mention in register.mentions]
        self.anaphora = Anaphora(scan, register)

    def is_known(self, source: Source) -> bool:
        """Tell a noun phrase from words of which the language file tells nothing: a description opens with a word that it knows."""
        known = Flag.ARTICLE | Flag.DETERMINER | Flag.PEOPLE | Flag.ROLE | Flag.MODIFIER | Flag.ORGANIZATION | Flag.NUMBER
        opening = self.scan.flags[self.scan.first_from(source.span.start)]
        return source.mention is not None or source.pronoun is not None or bool(opening & known)

    def of(self, source: Source, last: tuple[int, int] | None, *, speaks: bool = True) -> int | None:
        """Give the entity that a source means, as its number in the register.

        ``last`` is who spoke last before it, with the position at which. Behind “according to”, which does not show
        that it ``speaks``, stand companies as often as people.
        """
        if source.mention is not None and self.anaphora.is_demonym(source.mention):
            found = self._meant_by_description(Span(self.scan.starts[source.mention.first - 1], source.mention.span.end), last)
            if found is not None:
                return found
        if source.mention is not None:
            index = self.register.of(source.mention)
            if speaks:
                self.register.speaks(index)
            return index
        if source.pronoun is not None:
            return self._meant_by_pronoun(source, last)
        span = source.described or source.span
        named = self._named_by(span)
        if named is None and self._is_age(span):
            named = self._resolved(span.start, EntityKind.PERSON, "", last)
        if named is None:
            named = self._meant_by_description(span, last)
        return named if named is not None else self.register.describe(span, self._kind_of(span))

    def _is_age(self, span: Span) -> bool:
        """Tell “the 24-year-old”, which means whom a pronoun would."""
        scan = self.scan
        first, last = scan.first_from(span.start), scan.last_before(span.end)
        return bool(scan.flags[first] & Flag.DETERMINER) and last == first + 2 and scan.words[last] in self.ages

    def _meant_by_description(self, span: Span, last: tuple[int, int] | None) -> int | None:
        """Find whom a definite description means: who holds the office, or who spoke or was named last, not long before."""
        wanted = self.anaphora.kind(span)
        if wanted is None or self._belongs_to_person(span):
            return None
        office = self.anaphora.office(span, self._latest(span.start))
        if office is not None:
            return office
        words = span.of(self.scan.text).lower()
        paragraph = self.scan.paragraph_index(span.start)
        nearest = self._nearest(span.start, wanted, words)
        furthest = paragraph - 1 if wanted is EntityKind.PERSON else paragraph
        if nearest is not None and self.scan.paragraph_index(nearest.span.start) < furthest:
            nearest = None
        spoke = (
            last is not None
            and self.scan.paragraph_index(last[1]) >= paragraph - 1
            and self.register.kind(last[0]) is wanted
            and self.anaphora.agrees(last[0], words)
        )
        index = self.register.of(nearest) if nearest is not None else None
        here = nearest is not None and self.scan.paragraph_index(nearest.span.start) == paragraph
        if last is not None and spoke and (nearest is None or self._sentence(nearest) <= last[1]):
            index = last[0]
            here = here or self.scan.paragraph_index(last[1]) == paragraph
        if wanted is EntityKind.PERSON and not here:
            index = self._unnoted(span.start, words, index)
        if index is None and self.anaphora.is_generic(span):
            return self._of_gender(span.start, words)
        if index is not None:
            # A paragraph that opens with an office speaks of somebody else than the one before it: “L’exploitant assure …”.
            opens = span.start == self.scan.paragraphs[paragraph][0] and self.anaphora.office_words(span) is not None
            particular = self.anaphora.is_particular(span)
            if (particular and opens) or (self.register.role(index) and (particular or opens)):
                return None
        if index is not None and wanted is EntityKind.PERSON and (office_words := self.anaphora.office_words(span)) is not None:
            self.register.hold(index, office_words)
        return index

    def _of_gender(self, at: int, words: str) -> int | None:
        """Find whom “la dirigeante” means far behind: the person last named before whose office shows the same gender."""
        wanted = self.anaphora.is_feminine(words)
        named = (self.register.of(mention) for mention in self._latest(at) if self.scan.quotation_at(mention.span.start) is None)
        return next((index for index in named if wanted is not None and wanted is self.anaphora.gender(index)), None)

    def _belongs_to_person(self, span: Span) -> bool:
        """Tell « la mère de Paul Morin », who is somebody new."""
        scan, follower = self.scan, self.scan.first_from(span.end)
        if follower + 1 >= len(scan) or not scan.flags[follower] & Flag.PREPOSITION or scan.gaps[follower - 1] != " ":
            return False
        number = bisect_right(self._ends, scan.starts[follower + 1])
        named = self.mentions[number] if number < len(self.mentions) else None
        return named is not None and named.first == follower + 1 and self.register.kind(self.register.of(named)) is EntityKind.PERSON

    def _new_in_paragraph(
        self, at: int, pronoun: str, wanted: EntityKind, last: tuple[int, int] | None, nearest: Mention | None
    ) -> int | None:
        """Find whom a pronoun means in a paragraph that names nobody known, but somebody new: “… sitzt eine Patientin. „…“, sagt sie”."""
        if not self.anaphora.definite:
            return None
        floor = self.scan.paragraphs[self.scan.paragraph_index(at)][0]
        start = max(floor, last[1] if last is not None else 0)
        if nearest is not None and nearest.span.start >= start:
            return None
        unnoted = self._unnoted(at, pronoun, None) if wanted is EntityKind.PERSON and start == floor else None
        if unnoted is not None:
            return unnoted
        span = self.anaphora.introduced(start, at, pronoun, new=start > floor)
        return self.register.describe(span, self._kind_of(span)) if span is not None else None

    def _unnoted(self, at: int, words: str, otherwise: int | None) -> int | None:
        """Take a full name of the same paragraph of which nothing yet showed that it is a person’s."""
        scan = self.scan
        floor = scan.paragraphs[scan.paragraph_index(at)][0]
        for mention in self._latest(at):
            index = self.register.of(mention)
            if mention.span.start < floor:
                break
            if (
                self.register.kind(index) is EntityKind.UNKNOWN
                and self.register.is_full(index)
                and not self._is_led(mention)
                and self.anaphora.agrees(index, words)
                and scan.quotation_at(mention.span.start) is None
            ):
                self.register.speaks(index)
                return index
        return otherwise

    def _is_led(self, mention: Mention) -> bool:
        """Tell a name behind an article, which is no person’s: “Der FC Wil”."""
        before = mention.first - 1
        return before >= 0 and self.scan.gaps[before] == " " and bool(self.scan.flags[before] & (Flag.ARTICLE | Flag.DETERMINER))

    def _meant_by_pronoun(self, source: Source, last: tuple[int, int] | None) -> int | None:
        if source.pronoun in self.first_person:
            return None
        at = source.span.start
        wanted = EntityKind.PERSON if source.pronoun in self.personal else EntityKind.ORGANIZATION
        meant = self._resolved(at, wanted, source.pronoun or "", last)
        if meant is not None and source.pronoun in self.genders:
            self._gender.setdefault(meant, self.genders[source.pronoun])
        return meant

    def _agrees(self, index: int, words: str) -> bool:
        return self.anaphora.agrees(index, words) and self._fits(index, words)

    def _fits(self, index: int, pronoun: str) -> bool:
        """Tell whether nothing in the text speaks against a pronoun: a title, an office, or another pronoun that meant the same."""
        return pronoun not in self.genders or self._gender.get(index, self.genders[pronoun]) == self.genders[pronoun]

    @cached_property
    def _gender(self) -> dict[int, str]:
        """What the titles and offices of the text tell, by the number of the entity."""
        scan = self.scan
        out: dict[int, str] = {}
        for mention in self.mentions:
            first = mention.role_start if mention.role_start is not None else max(mention.first - 1, 0)
            words = scan.words[first : mention.first]
            if mention.role:
                words += mention.role.lower().split()
            # Most names stand beside no word that tells.
            if self.genders.keys().isdisjoint(words):
                continue
            told = {self.genders[word] for word in words if word in self.genders}
            if len(told) == 1:
                out.setdefault(self.register.of(mention), told.pop())
        return out

    def _resolved(self, at: int, wanted: EntityKind, pronoun: str, last: tuple[int, int] | None) -> int | None:
        nearest = self._nearest(at, wanted, pronoun)
        new = self._new_in_paragraph(at, pronoun, wanted, last, nearest)
        if new is not None:
            return new
        if (
            last is not None
            and self._agrees(last[0], pronoun)
            and self.register.kind(last[0]) in (wanted, EntityKind.UNKNOWN)
            and (nearest is None or self._sentence(nearest) <= last[1])
        ):
            return last[0]
        if nearest is None and wanted is EntityKind.PERSON:
            nearest = self._nearest(at, EntityKind.UNKNOWN, pronoun)
            if nearest is not None and nearest.last > nearest.first:
                self.register.speaks(self.register.of(nearest))
            else:
                nearest = None
        if nearest is None and wanted is EntityKind.PERSON:
            nearest = self._only_named(at)
        if nearest is not None and wanted is EntityKind.PERSON and self.anaphora.definite:
            self.register.speaks(self.register.of(nearest))
        return self.register.of(nearest) if nearest is not None else None

    def _only_named(self, at: int) -> Mention | None:
        """Take the one person of “In an interview with Ann Bell, he stated”, where the text has named nobody else yet."""
        people = (EntityKind.PERSON, EntityKind.UNKNOWN)
        named = [each for each in self._latest(at) if self.register.kind(self.register.of(each)) in people]
        found = named[0] if named else None
        if found is None or found.last == found.first or any(self.register.of(each) != self.register.of(found) for each in named):
            return None
        if self._sentence(found) != self.scan.frame_at(at)[0] or self.scan.quotation_at(found.span.start) is not None:
            return None
        self.register.speaks(self.register.of(found))
        return found

    def _opens_as_person(self, mention: Mention, wanted: EntityKind) -> bool:
        """Tell a full name that opens its sentence: that a pronoun follows shows it to be a person’s."""
        if wanted is not EntityKind.PERSON or mention.last == mention.first:
            return False
        if self.register.kind(self.register.of(mention)) is not EntityKind.UNKNOWN:
            return False
        return self._sentence(mention) == mention.span.start if self.anaphora.definite else self._acts(mention)

    def _acts(self, mention: Mention) -> bool:
        """Tell “Then Tom Hill stood up”: a full name of two words opens its sentence, but for an adverb, and its verb follows."""
        scan, first, verb = self.scan, mention.first, mention.last + 1
        start = scan.first_from(self._sentence(mention))
        opens = first == start or (first == start + 1 and scan.flags[start] & (Flag.ADVERB | Flag.CONJUNCTION))
        acts = verb < len(scan) and scan.gaps[mention.last] == " " and scan.flags[verb] & Flag.PAST and not scan.capital[verb]
        return bool(opens and acts) and mention.last == first + 1 and not scan.flags[verb] & (Flag.AUXILIARY | Flag.PASSIVE)

    def _latest(self, at: int) -> Iterator[Mention]:
        """Give the mentions before a position, the nearest first, as far as they are looked back at."""
        before = bisect_right(self._ends, at)
        return (self.mentions[number] for number in range(before - 1, max(before - _FURTHEST, 0) - 1, -1))

    def _sentence(self, mention: Mention) -> int:
        return self.scan.frame_at(mention.span.start)[0]

    def _nearest(self, at: int, wanted: EntityKind, words: str) -> Mention | None:
        """Find the subject of the nearest sentence before a position that names an entity of a kind."""
        here = sentence = self.scan.frame_at(at)[0]
        found: Mention | None = None
        for mention in self._latest(at):
            if mention.span.start < sentence:
                if found is not None:
                    break
                sentence = self._sentence(mention)
            index = self.register.of(mention)
            if (
                (self.register.kind(index) is wanted or self._opens_as_person(mention, wanted))
                and not (sentence == here and self._is_governed(mention))
                and self._agrees(index, words)
                and self.scan.quotation_at(mention.span.start) is None
            ):
                found = mention
        return found

    def _is_governed(self, mention: Mention) -> bool:
        """Tell “after talks with Mustafa, she said”: a name that a preposition governs is not who a pronoun of the sentence means."""
        first = mention.role_start if mention.role_start is not None else mention.first
        while first > 0 and self.scan.capital[first - 1] and self.scan.gaps[first - 1] == " ":
            first -= 1
        return first > 0 and bool(self.scan.flags[first - 1] & Flag.PREPOSITION) and self.scan.gaps[first - 1] == " "

    def _named_by(self, span: Span) -> int | None:
        """Find the person that a description means by the office: “the minister”."""
        scan = self.scan
        first, last = scan.first_from(span.start), scan.last_before(span.end)
        head = next((index for index in range(first, last + 1) if scan.flags[index] & Flag.ROLE), None)
        if head is None or not scan.flags[first] & Flag.DETERMINER or last - first >= _LONGEST_OFFICE:
            return None
        plain = Flag.FUNCTION | Flag.PREPOSITION | Flag.ARTICLE | Flag.DETERMINER
        wanted = {part for index in range(head, last + 1) if not scan.flags[index] & plain for part in _parts(scan.words[index])}
        for mention in self._latest(span.start):
            index = self.register.of(mention)
            role = self.register.role(index)
            if role and wanted <= _parts(role.lower()):
                return index
        return None

    def _kind_of(self, span: Span) -> EntityKind:
        scan = self.scan
        last = scan.last_before(span.end)
        first = scan.first_from(span.start)
        named = any(
            scan.capital[index] and scan.flags[index] & Flag.ORGANIZATION and not scan.flags[index] & Flag.ROLE
            for index in range(first, last + 1)
        )
        held = any(scan.flags[index] & (Flag.ROLE | Flag.PEOPLE) for index in range(first, last + 1))
        if not held and (named or scan.words[last] in self.organizations or scan.flags[last] & Flag.ORGANIZATION):
            return EntityKind.ORGANIZATION
        return EntityKind.UNKNOWN


def _parts(words: str) -> set[str]:
    """Cut words at blanks and hyphens."""
    return set(re.findall(r"\w+", words))
