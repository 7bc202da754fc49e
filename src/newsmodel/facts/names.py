"""Names in a text: where they stand, and which office or title stands with them."""

from bisect import bisect_left
from itertools import compress
from operator import not_

from attrs import evolve

from newsmodel.facts.evidence import ACRONYM_LENGTHS, LONGEST_RUN, Evidence
from newsmodel.facts.language import Flag, Language
from newsmodel.facts.mention import Mention
from newsmodel.facts.nouns import Nouns
from newsmodel.facts.offices import Offices
from newsmodel.facts.scan import Scan
from newsmodel.facts.words import SOFT_HYPHEN
from newsmodel.model import EntityKind, Span

__all__ = ["Mention", "find"]

_FULL_NAME = 2
"""Words of a name that holds a given name."""
_LONGEST_NAME = 4
_PARTICLED = 2
_PERSONS = (EntityKind.PERSON, EntityKind.UNKNOWN)
"""Words between which the ends of a name with a particle lie at least."""
_JOINING_GAPS = (" ", " & ", "\u00a0")
_NO_NAMES = Flag.ARTICLE | Flag.PRONOUN
_SELDOM_NAMES = Flag.FUNCTION | Flag.ADVERB | Flag.PREPOSITION | Flag.CONJUNCTION | Flag.VERB | Flag.FRAMING
_SMALL = Flag.FUNCTION | Flag.PREPOSITION | Flag.CONJUNCTION


def find(scan: Scan) -> list[Mention]:
    """Find the names of a text, in order."""
    return _Finder(scan).find()


class _Finder:
    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.language: Language = scan.language
        self.lower_seen = set(compress(scan.words, map(not_, scan.capital)))
        self.openings = {bisect_left(scan.starts, start) for start, _ in scan.sentences}
        self.openings.update(scan.first_from(quotation.start) for quotation in scan.quotations)
        self.with_article = self.language.word_set("words", "particles_with_article")
        self.members = self.language.word_set("organizations", "members")
        self.addressees = self.language.word_set("quotes", "addressees")
        self.place_openers = self.language.word_set("place", "openers")
        self.partisan = self.language.word_set("roles", "partisan")
        self.surnames: set[str] = set()
        self.nouns = Nouns(scan, self.openings)
        self.evidence = Evidence(scan, self.nouns)
        self.offices = Offices(scan, self.nouns, self.evidence)
        self.place_words = self.language.word_set("place", "words")
        self.places = self.language.places
        self._runs: dict[int, tuple[int, list[Mention]]] = {}
        """The names of each run of the first walk, by its first word: most runs are the same on the second one."""

    def find(self) -> list[Mention]:
        """Find the names; surnames that are also months are known as such once a full name has shown them."""
        found = self._walk()
        self.surnames = {
            self.scan.words[mention.last] for mention in found if mention.last > mention.first and self.scan.flags[mention.last] & Flag.DATE
        }
        if self.nouns.active:
            self.nouns.learn({self.scan.words[mention.last] for mention in found if self._shows_surname(mention)})
        else:
            self.evidence.learn_trades(found)
        again = self.surnames or self.nouns.active or self.evidence.shown_trades
        found = self.evidence.with_surnames(self._walk() if again else found)
        return self._with_particles(found) if self.nouns.active else found

    def _with_particles(self, found: list[Mention]) -> list[Mention]:
        """Take “von der” for a part of “sagte von der Leyen”, where a full name of the text has it before the same surname."""
        scan, particles = self.scan, {}
        for mention in found:
            at = mention.last
            if at - mention.first < _PARTICLED:
                continue
            while at > mention.first + 1 and not scan.capital[at - 1]:
                at -= 1
            if mention.first < at < mention.last:
                particles[scan.words[mention.last]] = scan.words[at : mention.last]
        for number, each in enumerate(found) if particles else ():
            led = particles.get(scan.words[each.first], [])
            start = each.first - len(led)
            if (
                each.first == each.last
                and led
                and start >= 0
                and scan.words[start : each.first] == led
                and self._is_apart(start, each.first)
            ):
                # No preposition any more, which a subject could not begin with.
                scan.flags[start : each.first] = [Flag.PARTICLE] * len(led)
                found[number] = self._mention(start, each.last, each.kind)
        return found

    def _is_apart(self, first: int, last: int) -> bool:
        """Tell “sagte von Berg” from “die Rede von Berg”: no noun stands before the particles, and nothing parts them from the name."""
        gaps, before = self.scan.gaps[first:last], first - 1
        noun = before >= 0 and self.scan.gaps[before] == " " and self.scan.capital[before] and not self.scan.flags[before] & Flag.FUNCTION
        return not noun and all(gap == " " for gap in gaps)

    def _shows_surname(self, mention: Mention) -> bool:
        """Tell whether a name is a full name, or has an office before it."""
        return mention.kind in (EntityKind.PERSON, EntityKind.UNKNOWN) and (mention.last > mention.first or mention.role is not None)

    def _walk(self) -> list[Mention]:
        found: list[Mention] = []
        free_from = 0
        capital = self.scan.capital
        for index in compress(range(len(capital)), capital):
            if index >= free_from and self._may_begin(index):
                last, mentions = self._run(index)
                found += mentions
                free_from = last + 1
        return found

    def _run(self, index: int) -> tuple[int, list[Mention]]:
        """Read the run of capital words that begins at ``index``: its last word and its names."""
        if not self.nouns.active:
            last = self._run_end(index)
            return last, self._mentions(index, last)
        known = self._runs.get(index)
        if known is None or self.nouns.holds_surname(index - 1, known[0]):
            last = self._run_end(index)
            names = [mention for stretch in self.nouns.names(index, last) for mention in self._mentions(*stretch)]
            known = self._runs[index] = last, names
        return known

    def _may_begin(self, index: int) -> bool:
        scan = self.scan
        flags = scan.flags[index]
        if flags & Flag.DATE:
            return self._is_surname(index) or self.evidence.is_given_name(index)
        if flags & _NO_NAMES or self.evidence.asks(index):
            return False
        if flags & _SELDOM_NAMES and not (
            (scan.printed(index, index).isupper() and len(scan.words[index].rstrip("'’")) > 1) or self._is_given(index)
        ):
            return False
        if index in self.openings and not self._capital_at(index + 1) and scan.words[index] in self.lower_seen:
            return False
        return scan.text[scan.starts[index]].isalpha()

    def _is_given(self, index: int) -> bool:
        """Tell “said Per Lund”: inside a sentence, a small word with a capital letter before another is a name."""
        inside = index > 0 and index not in self.openings and self.scan.gaps[index - 1] == " " and not self.scan.capital[index - 1]
        return inside and self._capital_at(index + 1) and not self.scan.flags[index + 1] & _SMALL

    def _capital_at(self, index: int) -> bool:
        capital = self.scan.capital
        return index < len(capital) and capital[index] and self.scan.gaps[index - 1] in _JOINING_GAPS

    def _run_end(self, index: int) -> int:
        """Find the last word of the run of capital words that begins at ``index``, small words between them included."""
        scan, last = self.scan, index
        gaps, capital, flags = scan.gaps, scan.capital, scan.flags
        while last + 1 < len(capital):
            gap = gaps[last]
            follower = last + 1
            if gap == ". " and capital[follower] and self._is_shortened(last):
                last = follower
                continue
            if gap not in _JOINING_GAPS:
                break
            if capital[follower]:
                if flags[follower] & Flag.PRONOUN or self.evidence.is_date(follower):
                    break
                last = follower
                continue
            jump = self._over_particles(follower) if flags[follower] & Flag.PARTICLE else None
            if jump is None or not self._may_join(index, last, follower):
                break
            last = jump
        return last

    def _may_join(self, first: int, last: int, particle: int) -> bool:
        """Tell “Bank of England” from “Anna Brown of the Red Cross”: a full name of a person goes on with no “of”."""
        scan = self.scan
        if scan.words[particle] not in self.with_article or first == last:
            return True
        if self.members:
            return self._is_body(first, last)
        if scan.words[particle + 1] not in self.language.words("words", "articles"):
            return True
        known = Flag.ORGANIZATION | Flag.ROLE
        told = next((index for index in range(last, max(first, last - LONGEST_RUN) - 1, -1) if scan.flags[index] & known), None)
        # "der Politologe Anton Braun von der Universität": behind an office, too.
        return told is not None and not (self.nouns.active and scan.flags[told] & Flag.ROLE and last - told > 1)

    def _is_body(self, first: int, last: int) -> bool:
        """Tell “United Nations Conference”, “Prince Charles” and “Vice President” before an “of” from “Professor Ann Bell”."""
        flags = self.scan.flags
        if self.scan.words[last] in self.members or flags[first] & Flag.DIRECTION:
            return True
        run = range(max(first, last - LONGEST_RUN), last + 1)
        named = self.evidence.is_surname_of_trade(first, last) if last > first else False
        office = not named and any(flags[index] & Flag.ROLE and index > last - _FULL_NAME for index in run)
        return office or any(flags[index] & (Flag.ORGANIZATION | Flag.PEOPLE) for index in run)

    def _belongs(self, first: int) -> bool:
        """Tell the Ohio of “Ann Bell of Ohio, a lawyer,” whose office is not its own."""
        scan, of = self.scan, first - 1
        return of > 1 and scan.words[of] in self.with_article and scan.capital[of - 1] and scan.gaps[of - 1] == scan.gaps[of] == " "

    def _behind(self, last: int) -> str | None:
        """Find an office behind a name, or behind where its bearer is from: “Ann Bell of Ohio, a lawyer,”."""
        scan, place = self.scan, last + 2
        belonging = place < len(scan) and scan.words[last + 1] in self.with_article and scan.capital[place] and self._belongs(place)
        return self.evidence.role_behind(self._run_end(place) if belonging else last)

    def _is_surname(self, index: int) -> bool:
        """Tell whether a month is meant as the surname that the text has shown: neither a number nor a preposition goes with it."""
        scan = self.scan
        if scan.words[index] not in self.surnames or self.evidence.is_date(index):
            return False
        return index == 0 or not (
            scan.words[index - 1][0].isdigit() or (scan.flags[index - 1] & Flag.PREPOSITION and scan.gaps[index - 1] == " ")
        )

    def _is_shortened(self, index: int) -> bool:
        scan = self.scan
        letter = scan.ends[index] - scan.starts[index] == 1 and not scan.flags[index] & Flag.ORGANIZATION
        return bool(scan.flags[index] & Flag.TITLE) or letter

    def _over_particles(self, index: int) -> int | None:
        """Find the capital word that the particles from ``index`` on lead to."""
        scan = self.scan
        for offset in range(3):
            at = index + offset
            if at >= len(scan.words):
                return None
            if scan.capital[at]:
                return at if offset and not scan.flags[at] & Flag.PRONOUN and not self.evidence.is_date(at) else None
            after_particle = offset > 0 and scan.words[at - 1] in self.with_article and scan.flags[at] & Flag.ARTICLE
            if not (scan.flags[at] & Flag.PARTICLE or after_particle) or scan.gaps[at] != " ":
                return None
        return None

    def _mentions(self, first: int, last: int) -> list[Mention]:
        """Make the names of one run of capital words; a run may hold an office and a name."""
        scan = self.scan
        speaker = self.evidence.behind_addressee(first, last) if last > first else None
        if speaker is not None:
            return [*self._plain(first, speaker - 1), *self._plain(speaker, last)]
        body = self.offices.of_body(first, last) if last > first + 1 else None
        if body is not None:
            return [self._person(first + 1, last, role=scan.printed(body, first), role_start=body)]
        person = self.evidence.person_behind(first, last) if last > first + 1 else None
        if person is None:
            return self._plain(first, last)
        office = self.evidence.office_of(first)
        if office is None:
            return [self._mention(first, person - 1, EntityKind.PLACE), *self._plain(person, last)]
        start = self.offices.start(office)
        return [self._person(person, last, role=self.scan.printed(start, person - 1), role_start=start)]

    def _plain(self, first: int, last: int) -> list[Mention]:
        scan = self.scan
        while self.offices.is_completed(first, last):
            if first == last:
                return []
            first += 1
        begin, first = first, self._behind_titles(first, last)
        demonym = last > first + 1 and self.evidence.opens_with_demonym(first, last)
        first = self._behind_former(first + demonym, last)
        titled = first > 0 and scan.flags[first - 1] & (Flag.TITLE | Flag.MODIFIER if demonym else Flag.TITLE) != 0
        head = self._role_head(first, last) if self._holds(Flag.ROLE, first, last) else None
        if (
            head is None
            and scan.words[first] in self.offices.parties
            and self.offices.is_of_party(first)
            and self._is_partisan(first + 1, last)
        ):
            name = self._behind_titles(first + 1, last)
            party = scan.text[scan.starts[first] : scan.starts[name]].strip()
            return [self._person(name, last, role=self._behind(last) or party, role_start=first)]
        if head is None or (titled and first == last and scan.words[last] in self.evidence.trades):
            return [self._named(first, last, rank=self.evidence.rank(min(begin, first - 1), first) if titled else None, titled=titled)]
        role_end = self.offices.complement_end(head, last)
        if self.nouns.active:
            # "die Partei von Oppositionsführer Péter Kalmár"
            first = next(
                (at + 1 for at in range(head - 1, first - 1, -1) if scan.flags[at] & Flag.PARTICLE and not scan.capital[at]), first
            )
        start = self.offices.start(first)
        if role_end < last and not scan.flags[role_end + 1] & Flag.PARTICLE:
            name = self._behind_titles(role_end + 1, last)
            return [self._person(name, last, role=self.scan.printed(start, role_end), role_start=start)]
        if self.nouns.active and self._is_organization(first, last) and head != last:
            # "die Sprecherin von der Humboldt-Universität"
            first = next((at for at in range(head + 1, last + 1) if scan.capital[at]), first)
        if self._is_organization(first, last) and head != last:
            return [self._named(first, last, titled=titled)]
        return []

    def _is_partisan(self, first: int, last: int) -> bool:
        """Tell the name of “Republican Ann Bell” from “Republican National Convention” and “Republican of Ohio”."""
        scan, words = self.scan, self.scan.words
        if not 0 < last - first < _LONGEST_NAME or not all(scan.capital[first : last + 1]) or self._kind(first, last) not in _PERSONS:
            return False
        return not any(words[at] in self.lower_seen or words[at] in self.partisan for at in (first, last))

    def _behind_titles(self, first: int, last: int) -> int:
        """Step over titles, but for the last word."""
        while first < last and self.scan.flags[first] & Flag.TITLE:
            first += 1
        return first

    def _behind_former(self, first: int, last: int) -> int:
        """Step over “Former” in “Former US president”, whose office goes on in small letters."""
        scan = self.scan
        opening = first < last and first in self.openings and scan.flags[first] & Flag.MODIFIER
        return first + 1 if opening and scan.printed(first + 1, last) in self.places else first

    def _role_head(self, first: int, last: int) -> int | None:
        """Find the last word of the run that is an office, looking no further than a particle after it."""
        head = None
        for index in range(first, last + 1):
            if head is not None and self.scan.flags[index] & Flag.PARTICLE:
                break
            if self.scan.flags[index] & Flag.ROLE and not (index == last and self.evidence.is_surname_of_trade(first, last)):
                head = index
        body = head if head is None or not self.nouns.active else head + 1
        if head is not None and body is not None and self._is_organization(body, last) and not self.scan.flags[last] & Flag.ROLE:
            return None if head == first else head
        return head

    def _named(self, first: int, last: int, *, titled: bool, rank: str | None = None) -> Mention:
        scan = self.scan
        if titled:
            # "la cheffe du bureau, la Canadienne Julie Morin"
            role = self.offices.in_front(first - 2) if first > 1 and scan.flags[first - 1] & Flag.MODIFIER else None
            return self._person(first, last, role=role or self._behind(last) or rank, role_start=None)
        kind = self._kind(first, last)
        if kind is EntityKind.ORGANIZATION and self.evidence.is_surname_of_body(first, last):
            kind = EntityKind.UNKNOWN
        role_start = self.offices.before(first) if kind in (EntityKind.UNKNOWN, EntityKind.PERSON) else None
        if role_start is not None:
            role = self.scan.printed(role_start, first - 1).partition(" (")[0]
            return self._person(first, last, role=role, role_start=role_start)
        if kind is EntityKind.UNKNOWN and not self._belongs(first):
            role = self.offices.in_front(first) if last > first else None
            # « l’Hémicycle, la ministre » names nobody.
            led = first == last and self.language.inverts and first > 0 and scan.flags[first - 1] & Flag.ARTICLE
            role = role or (None if led else self._behind(last)) or (self.evidence.role_told(last) if last > first else None)
            if role is not None or self.evidence.has_age(last):
                return self._person(first, last, role=role, role_start=None)
        start = first
        if kind is EntityKind.PLACE and (printed := self.evidence.nominative_place(first, last)) is not None:
            return evolve(self._mention(first, last, kind), name=printed)
        if kind is EntityKind.PLACE or (first > 0 and scan.flags[first - 1] & Flag.DIRECTION):
            while start > 0 and scan.flags[start - 1] & Flag.DIRECTION and scan.gaps[start - 1] == " ":
                start -= 1
            if start < first:
                kind = EntityKind.PLACE
        return self._mention(start, last, kind)

    def _kind(self, first: int, last: int) -> EntityKind:
        scan = self.scan
        name = scan.printed(first, last)
        if self.nouns.names_place(name) or name.rstrip(".") in self.places or scan.starts[first] in scan.datelines:
            return EntityKind.PLACE
        if self._is_organization(first, last):
            return EntityKind.ORGANIZATION
        if scan.words[last] in self.place_words or scan.flags[first] & Flag.DIRECTION:
            return EntityKind.PLACE
        acronym = first == last and name.isupper() and len(name.replace(".", "")) in ACRONYM_LENGTHS
        if acronym or (first != last and self.evidence.is_body(first, last)):
            return EntityKind.ORGANIZATION
        if first > 0 and scan.words[first - 1] in self.evidence.place_prepositions and scan.gaps[first - 1] == " ":
            given = last > first and scan.words[first - 1] in self.addressees and scan.words[first] not in self.place_openers
            return EntityKind.UNKNOWN if given else EntityKind.PLACE
        return EntityKind.UNKNOWN

    def _holds(self, flag: int, first: int, last: int) -> bool:
        """Tell whether one of some words has a flag."""
        flags = self.scan.flags
        if first == last:
            return flags[first] & flag != 0
        held = 0
        for each in flags[first : last + 1]:
            held |= each
        return held & flag != 0

    def _is_organization(self, first: int, last: int) -> bool:
        return self._holds(Flag.ORGANIZATION, first, last)

    def _person(self, first: int, last: int, *, role: str | None, role_start: int | None) -> Mention:
        return self._mention(first, last, EntityKind.PERSON, role, role_start)

    def _mention(self, first: int, last: int, kind: EntityKind, role: str | None = None, role_start: int | None = None) -> Mention:
        scan = self.scan
        start, end = scan.starts[first], scan.ends[last]
        name, role = scan.text[start:end].replace(SOFT_HYPHEN, ""), role and role.replace(SOFT_HYPHEN, "")
        return Mention(first=first, last=last, name=name, span=Span(start, end), kind=kind, role=role, role_start=role_start)
