"""Noun phrases of a text: where one begins and ends, and whether a name or a description is its head."""

from newsmodel.facts.entities import Register
from newsmodel.facts.inversion import Inversion
from newsmodel.facts.language import Flag
from newsmodel.facts.mention import Mention
from newsmodel.facts.scan import Scan
from newsmodel.facts.source import Source
from newsmodel.model import EntityKind, Span

LONGEST_SUBJECT = 16
_ADDRESSEE = 4
_NO_PARTICIPLE = Flag.ROLE | Flag.PEOPLE | Flag.MODIFIER | Flag.ORGANIZATION | Flag.PREPOSITION
_ENDS_PHRASE = Flag.CONJUNCTION | Flag.VERB | Flag.PRONOUN | Flag.RELATIVE | Flag.SOURCE
_IN_PHRASE = Flag.DETERMINER | Flag.PREPOSITION | Flag.ROLE
"""A word with a flag of the first ends a noun phrase, unless it has one of the second as well."""
_GOES_ON = Flag.ARTICLE | Flag.DETERMINER | Flag.PREPOSITION | Flag.PARTICLE | Flag.MODIFIER | Flag.CONJUNCTION | Flag.ROLE | Flag.TITLE


class NounPhrases:
    """Reads the noun phrases of one text."""

    def __init__(self, scan: Scan, register: Register) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.register = register
        self.by_last = register.by_last
        self.by_first = {mention.first: mention for mention in register.mentions}
        self.inside = {index: mention for mention in register.mentions for index in range(mention.first, mention.last + 1)}
        self.names = frozenset(self.inside)
        self.inversion = Inversion(scan)
        self.inverts = scan.language.inverts
        self.media = scan.language.word_set("quotes", "media")
        self.addressees = scan.language.word_set("quotes", "addressees")
        self.them = scan.language.word_set("pronouns", "partitive")
        self.partitive = scan.language.word_set("events", "partitive")
        self.adjectives = scan.language.words("words", "adjective_endings")
        self.ages = scan.language.word_set("numbers", "ages")
        self.published = scan.language.word_set("quotes", "published")
        self.genitives = scan.language.word_set("words", "genitive_articles")
        self.genitive_endings = scan.language.words("words", "genitive_endings")
        self.with_article = scan.language.word_set("words", "particles_with_article")
        self.linking = scan.language.word_set("words", "linking")

    def ending_at(self, index: int, start: int) -> Source | None:
        """Read the noun phrase whose last word is ``index``."""
        scan = self.scan
        if index > 1 and scan.words[index] in self.them and scan.words[index - 1] in self.partitive and scan.starts[index - 2] >= start:
            # "one of them said"
            return Source(span=Span(scan.starts[index - 2], scan.ends[index]))
        if scan.flags[index] & Flag.PRONOUN:
            return Source(span=Span(scan.starts[index], scan.ends[index]), pronoun=scan.words[index])
        if scan.flags[index] & Flag.PREPOSITION and index not in self.inside:
            return None
        mention = self.by_last.get(index)
        owner = self._from_place(mention, start) if mention is not None else None
        if owner is not None:
            return Source(span=owner.span, mention=owner)
        first = self._phrase_start(index, start)
        if mention is not None and (first is None or first >= mention.first or not self._heads_description(first, mention)):
            return Source(span=mention.span, mention=mention)
        belonging = self._belonging(first, mention) if mention is not None and first is not None else None
        if belonging is not None:
            return Source(span=belonging.span, mention=belonging)
        if first is None:
            return None
        return self._named_at(first, index, start) or self.described(first, index)

    def _from_place(self, mention: Mention, start: int) -> Mention | None:
        """Find the person of “Ann Bell of Ohio”, whose full name stands before the place or body that tells where the person is from."""
        scan, of = self.scan, mention.first - 1
        person = self.by_last.get(of - 1) if of > 0 and scan.words[of] in self.with_article else None
        if person is None or person.kind not in (EntityKind.PERSON, EntityKind.UNKNOWN) or person.span.start < start:
            return None
        joined = scan.gaps[of - 1] == scan.gaps[of] == " " and person.last > person.first
        return person if joined else None

    def _named_at(self, first: int, last: int, start: int) -> Source | None:
        """Find the name of “Ann Bell, a spokesman for Smith said”, where no comma ends the apposition: it opens the clause."""
        scan = self.scan
        named = self.by_last.get(first - 1)
        if named is None or named.kind is EntityKind.PLACE or not scan.gap(first - 1).startswith(", "):
            return None
        office = any(scan.flags[at] & (Flag.ROLE | Flag.PEOPLE) for at in range(first, last + 1))
        return Source(span=named.span, mention=named) if office and named.last > named.first == scan.first_from(start) else None

    def _belonging(self, first: int, mention: Mention) -> Mention | None:
        """Find the person of “Dr Anna Brown of the University of Leeds”, who belongs to the body that ends the phrase."""
        scan = self.scan
        person = next((self.by_first[index] for index in range(first, mention.first) if index in self.by_first), None)
        if person is None or person.kind not in (EntityKind.PERSON, EntityKind.UNKNOWN) or person.last == person.first:
            return None
        led = Flag.TITLE | Flag.ROLE | Flag.MODIFIER | Flag.ARTICLE
        joined = person.last + 1 < mention.first and scan.gaps[person.last] == " " and scan.flags[person.last + 1] & Flag.PREPOSITION
        return person if joined and all(scan.flags[index] & led for index in range(first, person.first)) else None

    def _heads_description(self, first: int, mention: Mention) -> bool:
        """Tell whether a name ends a description (“a spokesman for Smith”) instead of being the source."""
        scan = self.scan
        before = self._with_office(mention) - 1
        return before > first and bool(
            scan.flags[before] & Flag.PREPOSITION or (scan.flags[before] & Flag.ARTICLE and scan.flags[before - 1] & Flag.PREPOSITION)
        )

    def _with_office(self, mention: Mention) -> int:
        """Give the first word of a name, or of its office where that belongs to somebody else: “a spokesman for Speaker Ann Bell”."""
        scan, office = self.scan, mention.role_start
        if office is None or not 1 < office < mention.first or not scan.flags[office - 1] & Flag.PREPOSITION or scan.capital[office - 2]:
            return mention.first
        return office if scan.flags[office - 2] & (Flag.ROLE | Flag.PEOPLE | Flag.ORGANIZATION) else mention.first

    def _phrase_start(self, index: int, start: int) -> int | None:
        """Find the first word of the noun phrase that ends at ``index``."""
        scan = self.scan
        at, best = index, None
        while at >= 0 and scan.starts[at] >= start and index - at < LONGEST_SUBJECT:
            flags = scan.flags[at]
            mention = self.inside.get(at)
            if mention is not None and mention.first < at:
                at = mention.first
            if mention is not None:
                at = self._with_office(mention)
            determined = flags & Flag.DETERMINER and not flags & Flag.NUMBER
            if determined or flags & Flag.PEOPLE or (mention is not None and best is None):
                best = at
            if mention is None and flags & _ENDS_PHRASE and not flags & _IN_PHRASE:
                break
            before = at - 1
            if before < 0 or scan.starts[before] < start:
                return at if best is None else min(best, at)
            gap = scan.gaps[before]
            if gap != " " and (gap == "" or not scan.is_joined(before, "-&.")):
                return at if best is None else min(best, at)
            if best == at and self._opens_phrase(at, index, named=mention is not None):
                return at
            at = before
        return best

    def _opens_phrase(self, first: int, last: int, *, named: bool) -> bool:
        """Tell a word that begins a noun phrase, before which no preposition ties it to another one."""
        scan, before = self.scan, first - 1
        if scan.flags[before] & Flag.SUBORDINATE and self._can_speak(first, last):
            # "The shop closed after the company said"
            return True
        if (scan.flags[first] | scan.flags[before]) & Flag.PREPOSITION:
            return False
        article = named and scan.flags[before] & Flag.ARTICLE and before > 0
        return not (article and scan.flags[before - 1] & Flag.PREPOSITION)

    def _can_speak(self, first: int, last: int) -> bool:
        """Tell words for somebody, or a body, from those for a thing or a happening."""
        who = Flag.PEOPLE | Flag.ROLE | Flag.ORGANIZATION
        return any(index in self.inside or self.scan.flags[index] & who for index in range(first, last + 1))

    def described(self, first: int, last: int) -> Source | None:
        """Take words for a description, unless nothing but small words are in it.

        What a participle tells of it (“a study published on …”) is no part of it.
        """
        scan = self.scan
        if last > first + 1 and scan.words[last].isdigit() and scan.flags[last - 1] & Flag.PREPOSITION:
            # "le maire de 54 ans"
            last -= 1
        while last > first and scan.flags[last] & Flag.PREPOSITION and last not in self.inside:
            last -= 1
            if last > first + 1 and scan.flags[last] & Flag.PAST and not scan.flags[last] & (Flag.ROLE | Flag.PEOPLE):
                last -= 1
        while (
            first < last
            and scan.flags[first] & (Flag.ADVERB | Flag.AUXILIARY | Flag.CONJUNCTION)
            and not scan.flags[first] & Flag.DETERMINER
        ):
            first += 1
        if scan.flags[first] & Flag.PREPOSITION and not scan.flags[first] & Flag.DETERMINER:
            return None
        small = Flag.FUNCTION | Flag.ADVERB | Flag.AUXILIARY
        plain = all(scan.flags[index] & small for index in range(first, last + 1)) and not scan.flags[last] & (Flag.PEOPLE | Flag.ROLE)
        # "eine von ihnen" is somebody.
        if plain and not (
            self.inverts and scan.flags[first] & Flag.NUMBER and first + 1 < last and scan.flags[first + 1] & Flag.PREPOSITION
        ):
            return None
        known = Flag.PEOPLE | Flag.ROLE | Flag.ORGANIZATION | Flag.NUMBER
        if self.inversion.active and not any(scan.capital[at] or scan.flags[at] & known for at in range(first, last + 1)):
            return None
        while self.inverts and first < last and scan.flags[last] & Flag.ADVERB and not scan.capital[last]:
            last -= 1
        mention = self.by_first.get(first) if self.inverts else None
        if mention is not None and mention.last == last:
            return Source(span=mention.span, mention=mention)
        return Source(span=Span(scan.starts[first], scan.ends[last]))

    def leads_to(self, index: int, mention: Mention) -> bool:
        """Tell whether the words from ``index`` to a name are only its article, office and origin."""
        scan = self.scan
        if mention.role_start is not None and mention.role_start <= index:
            return True
        if mention.kind is EntityKind.ORGANIZATION and any(scan.flags[at] & Flag.ROLE for at in range(index, mention.first)):
            return False
        follower = mention.last + 1
        if follower < len(scan) and scan.gaps[mention.last] == " " and scan.flags[follower] & (Flag.ROLE | Flag.MODIFIER):
            return False
        return all(
            scan.flags[at] & (Flag.ARTICLE | Flag.ROLE | Flag.MODIFIER | Flag.TITLE)
            or (scan.capital[at] and not scan.flags[at] & Flag.PREPOSITION)
            or (self.inversion.active and (self._tells_age(at) or self._is_adjective(at)))
            for at in range(index, mention.role_start if mention.role_start is not None and mention.role_start > index else mention.first)
        )

    def _is_adjective(self, index: int) -> bool:
        """Tell the “tschechische” of “der tschechische Abgeordnete”, where nouns are capital."""
        scan = self.scan
        return not scan.flags[index] and not scan.capital[index] and scan.words[index].endswith(self.adjectives)

    def _tells_age(self, index: int) -> bool:
        """Tell the words of “die 29-jährige Studentin”, “die 29 Jahre alte Studentin”."""
        scan = self.scan
        if index >= len(scan):
            return False
        return scan.words[index].isdigit() or scan.is_age(index) or (index > 0 and scan.printed(index - 1, index) in self.ages)

    def phrase_end(self, index: int, end: int) -> int:
        """Find the last word of the noun phrase that begins at ``index``."""
        scan, at = self.scan, index
        while at < len(scan) and scan.ends[at] <= end and at - index < LONGEST_SUBJECT:
            mention = self.by_first.get(at)
            if mention is not None:
                at = mention.last
            elif at > index and self._ends_phrase(at):
                return at - 1
            gap = scan.gaps[at]
            titled = gap == ". " and scan.flags[at] & Flag.TITLE
            if not titled and (gap == "" or "\n" in gap or not scan.is_joined(at, "-&")):
                return at
            at += 1
        return max(at - 1, index)

    def without_preposition(self, first: int, last: int) -> int:
        """Leave out the “vom” of “der Polizei vom Montag”, which leads to the time behind a phrase."""
        while self.inverts and last > first and last not in self.inside and self.scan.flags[last] & (Flag.PREPOSITION | Flag.ARTICLE):
            last -= 1
        return last

    def is_aside(self, index: int) -> bool:
        """Tell an adverb between verb and source, by the lists or by standing bare before a name: “sagte leider Julia Kern”."""
        flags = self.scan.flags[index]
        bare = not flags and not self.scan.capital[index] and index + 1 in self.by_first and self.scan.gaps[index] == " "
        return bare or bool(flags & Flag.ADVERB and not flags & Flag.PRONOUN)

    def _follows_noun(self, index: int) -> bool:
        """Tell “Polizei beträgt” and “Polizei 5000”, where nouns are capital: only small words of few kinds go on with a noun."""
        scan = self.scan
        noun = scan.capital[index - 1] and not scan.flags[index - 1] & (Flag.ARTICLE | Flag.DETERMINER)
        if scan.capital[index] or not noun or scan.gaps[index - 1] != " " or scan.printed(index - 1, index) in self.ages:
            return False
        if scan.words[index][0].isdigit():
            return True
        genitive = scan.words[index].endswith(self.genitive_endings) and index + 1 < len(scan) and scan.capital[index + 1]
        return not genitive and not scan.flags[index] & _GOES_ON

    def _is_told_of(self, index: int) -> bool:
        """Tell “une étude | publiée en mars” from “une ministre déléguée à l’Enfance”: a participle that time, place or agent follow."""
        scan, follower = self.scan, index + 1
        if scan.words[index] in self.published:
            return not scan.flags[index - 1] & (Flag.ARTICLE | Flag.DETERMINER)
        if not scan.flags[index] & Flag.PAST or scan.flags[index] & _NO_PARTICIPLE or scan.capital[index] or follower >= len(scan):
            return False
        if scan.flags[index - 1] & (Flag.ARTICLE | Flag.DETERMINER | Flag.MODIFIER | Flag.PREPOSITION) or scan.gaps[index - 1] != " ":
            return False
        if scan.words[follower] in self.addressees or (scan.flags[follower] & Flag.PARTICLE and not scan.flags[follower] & Flag.ARTICLE):
            return False
        return bool(scan.flags[follower] & (Flag.PREPOSITION | Flag.DATE | Flag.ARTICLE)) and scan.gaps[index] == " "

    def _ends_phrase(self, index: int) -> bool:
        """Tell a word that a noun phrase does not run across."""
        flags = self.scan.flags[index]
        if flags & Flag.DATE and self.inversion.active and self._tells_age(index + 1):
            return False
        if self.inversion.active and flags & Flag.RELATIVE and self.scan.gaps[index - 1] == " " and self.scan.capital[index - 1]:
            # "die Sprecherin der Grünen", but "sagte der Sprecher der Zeitung" and "nannte der Minister das Werk"
            addressed = any(word in self.media for word in self.scan.words[index + 1 : index + _ADDRESSEE])
            return addressed or self.scan.words[index] not in self.genitives
        if self.inversion.active and self._follows_noun(index):
            return True
        if flags & Flag.VERB and self.scan.flags[index - 1] & Flag.ARTICLE:
            return False
        if flags & (Flag.CONJUNCTION | Flag.PRONOUN | Flag.VERB | Flag.DATE | Flag.RELATIVE) and not flags & (Flag.ROLE | Flag.PREPOSITION):
            return True
        if self.inversion.active:
            if self.scan.is_finite(index):
                return True
        elif self.inverts and (flags & Flag.PASSIVE or self._is_told_of(index)):
            # "Volgens de brandweer | werden": the verb goes before its subject.
            return True
        return bool(self.linking and flags & Flag.PREPOSITION and self.scan.words[index] not in self.linking)
