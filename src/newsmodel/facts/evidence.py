"""What the words at a name tell of it: an age, an office that the sentence tells, the people of a place, a trade that is a surname."""

import re

from attrs import evolve

from newsmodel.facts.language import Flag
from newsmodel.facts.mention import Mention
from newsmodel.facts.nouns import Nouns
from newsmodel.facts.scan import Scan
from newsmodel.model import EntityKind

ACRONYM_LENGTHS = range(2, 7)
LONGEST_RUN = 24
"""Words looked at in a run of capital words: what has more is neither a name nor an office."""
_LONGEST_APPOSITION = 16
_HEAD_WITHIN = 7
_LONGEST_AGE = 2
_LONGEST_LINK = 3
_DOTTED = 2
# « … », a dit
_SAID = re.compile(r"[»”\"]")
# « … », juge
_QUOTED = re.compile(r"\s?[»”“\"›],\s")
_NO_NAME = Flag.DATE | Flag.FUNCTION | Flag.NUMBER


class Evidence:
    """Weighs the words of one text that stand at a name."""

    def __init__(self, scan: Scan, nouns: Nouns) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.nouns = nouns
        self.language = scan.language
        self.agents = self.language.words("roles", "agents")
        self.bodies = self.language.word_set("roles", "complements")
        self.plural_endings = self.language.words("roles", "plural_endings")
        self.joined = self.language.word_set("words", "joined")
        self.place_prepositions = self.language.word_set("place", "prepositions")
        self.genitives = self.language.words("words", "genitives")
        self.requests = self.language.word_set("words", "requests")
        self.addressees = self.language.word_set("quotes", "addressees")
        self.copulas = self.language.word_set("words", "copulas")
        self.trades = self.language.word_set("roles", "surnames")
        self.shown_trades: frozenset[str] = frozenset()
        self.ranks = self.language.word_set("roles", "ranks")
        self.counsels = self.language.word_set("roles", "counsels")
        self.relatives = self.language.word_set("roles", "relatives")
        self.occupations = self.language.word_set("roles", "occupations")

    def has_age(self, last: int) -> bool:
        """Tell a person by the age behind the name: “Inès, 9 ans,” — “Mila (14)”."""
        scan, age = self.scan, last + 1
        if (
            scan.gaps[last] not in (" (", ", ")
            or age >= len(scan.words)
            or not scan.words[age].isdigit()
            or len(scan.words[age]) > _LONGEST_AGE
        ):
            return False
        gap, behind = scan.gaps[last], scan.gaps[age]
        if gap == " (":
            return behind.startswith(")")
        unit = age + 1 < len(scan.words) and scan.words[age + 1] in self.language.words("numbers", "ages")
        return gap == ", " and (behind.startswith(",") or bool(unit))

    def asks(self, index: int) -> bool:
        """Tell the verb of “See Ann Bell’s report” from the name of “the Holy See”: it opens what it stands in."""
        return self.scan.words[index] in self.requests and (index == 0 or self.scan.gap(index - 1) != " ")

    def is_body(self, first: int, last: int) -> bool:
        """Tell “die IG Metall” and « la CGT Cheminots » from “JD Vance”: an article, letters that are short for words, and more words."""
        scan, before = self.scan, first - 1
        if not self.agents or before < 0 or first == last or not scan.flags[before] & Flag.ARTICLE or scan.gaps[before] != " ":
            return False
        printed = scan.printed(first, first)
        return printed.isupper() and len(printed) in ACRONYM_LENGTHS

    def is_participle(self, index: int) -> bool:
        """Tell « a prévenu Paul Martin » and « … », juge Paul Martin from the offices « le prévenu » and « le juge Paul Martin »."""
        scan, before = self.scan, index - 1
        if self.agents and before >= 0 and scan.flags[index] & (Flag.VERB | Flag.FRAMING) and _QUOTED.match(scan.gaps[before]):
            return not scan.capital[index]
        verbal = scan.flags[index] & Flag.VERB and before >= 0 and scan.gaps[before] == " "
        return bool(verbal and scan.flags[before] & Flag.AUXILIARY and not scan.flags[before] & Flag.DETERMINER)

    def person_behind(self, first: int, last: int) -> int | None:
        """Find where the person begins in « l’entraîneur des Gunners Mikel Arteta », “en Madrid Pedro Sánchez”: behind a body or place."""
        scan, name = self.scan, last - 1
        if not self.agents or self.nouns.active or last < first + 2 or first == 0:
            return None
        while name > first and scan.flags[name] & (Flag.PARTICLE | Flag.ARTICLE):
            name -= 1
        # "Paris FC" is a body as any other, but "Cour Suprême" may go on.
        whole = (
            (scan.flags[at] & Flag.ORGANIZATION or scan.words[at] in self.bodies) and not scan.printed(at, at).isupper()
            for at in range(first, last + 1)
        )
        if name <= first or scan.printed(name, name).isupper() or scan.printed(last, last).isupper() or any(whole):
            return None
        ends = range(min(name, first + LONGEST_RUN), first, -1)
        place = next((at for at in ends if scan.printed(first, at - 1) in self.language.places), None)
        if place is not None and scan.printed(place, place).isupper():
            place = None
        if place is not None or self._is_in_place(first):
            led = self.office_of(first) is not None or scan.flags[first - 1] & (Flag.PREPOSITION | Flag.ARTICLE)
            return (place or (first + 1 if last == first + 2 else None)) if led else None
        plural = scan.words[first - 1].endswith(self.plural_endings) and scan.words[last].endswith(self.plural_endings)
        spans_place = any(scan.printed(at, name) in self.language.places for at in range(max(first, name - LONGEST_RUN), name))
        return name if not plural and not spans_place and self.office_of(first) is not None else None

    def behind_addressee(self, first: int, last: int) -> int | None:
        """Find where the speaker begins in « … », a confié à l’AFP Ana Ruiz, where a name stands right behind whom the words went to."""
        scan, at = self.scan, first - 1
        at -= at > 0 and bool(scan.flags[at] & Flag.ARTICLE) and scan.words[at] not in self.addressees
        if at < 1 or scan.words[at] not in self.addressees or not scan.flags[at - 1] & Flag.VERB or scan.gaps[at - 1] != " ":
            return None
        begin = at - 1
        while begin > 0 and scan.flags[begin - 1] & (Flag.AUXILIARY | Flag.ADVERB) and scan.gaps[begin - 1] == " ":
            begin -= 1
        # The verb follows what was said, and no subject stands before the one spoken to.
        if begin == 0 or not _SAID.search(scan.gaps[begin - 1]) or scan.gaps[last][:1] not in (",", ".", ":", ""):
            return None
        printed = scan.printed(first, first)
        if printed.isupper() and len(printed) in ACRONYM_LENGTHS:
            return first + 1
        name = last - 1
        named = scan.capital[name] and not scan.flags[last] & Flag.ORGANIZATION and scan.words[last] not in self.bodies
        return name if named and any(not scan.flags[each] & Flag.ARTICLE for each in range(first, name)) else None

    def _is_in_place(self, first: int) -> bool:
        """Tell “en La Moncloa” by the preposition and the article with a capital letter."""
        scan, article = self.scan, first - 1
        led = scan.capital[article] and scan.flags[article] & Flag.ARTICLE and scan.gaps[article] == " " and article > 0
        return bool(led) and scan.words[article - 1] in self.place_prepositions

    def office_of(self, first: int) -> int | None:
        """Find “entraîneur” in “entraîneur des” before a capital word: an office, a preposition and the article of a body."""
        scan, at = self.scan, first - 1
        led = 0
        while at > 0 and scan.flags[at] & (Flag.PREPOSITION | Flag.ARTICLE) and scan.gaps[at] == " " and first - at <= _LONGEST_LINK:
            led |= scan.flags[at] | (Flag.ARTICLE if scan.words[at] in self.joined else 0)
            at -= 1
        whole = led & Flag.PREPOSITION and led & Flag.ARTICLE
        return at if whole and scan.flags[at] & Flag.ROLE and not scan.capital[at] and not self.is_participle(at) else None

    def with_surnames(self, mentions: list[Mention]) -> list[Mention]:
        """Take for persons the places that are the surname of somebody named in full: “disse Montenegro”, by the verb at them."""
        scan, places = self.scan, self.language.places
        persons = (EntityKind.PERSON, EntityKind.UNKNOWN)
        surnames = {
            printed
            for each in mentions
            if each.last > each.first and each.kind in persons and (printed := scan.printed(each.last, each.last)) in places
        }
        for number, each in enumerate(mentions) if surnames else ():
            if each.first == each.last and each.kind is EntityKind.PLACE and each.name in surnames:
                before, behind = each.first - 1, each.last + 1
                told = before >= 0 and scan.flags[before] & Flag.VERB and scan.gaps[before] == " "
                tells = behind < len(scan.words) and scan.flags[behind] & Flag.VERB and scan.gaps[each.last] == " "
                led = before >= 0 and scan.flags[before] & (Flag.PREPOSITION | Flag.ARTICLE) and scan.gaps[before] == " "
                if told or (tells and not led):
                    mentions[number] = evolve(each, kind=EntityKind.PERSON)
        return mentions

    def learn_trades(self, mentions: list[Mention]) -> None:
        """Note the surnames that are trades, too, which full names of the text have shown and which stand alone as well."""
        words, capital = self.scan.words, self.scan.capital
        shown = [each.last for each in mentions if each.last > each.first and words[each.last] in self.trades]
        trades = self.trades.intersection(words[last] for last in shown)
        alone = trades and sum(capital[index] for index, word in enumerate(words) if word in trades) > len(shown)
        self.shown_trades = frozenset(trades) if alone else frozenset()

    def nominative_place(self, first: int, last: int) -> str | None:
        """Give the name of a known place that is printed in the genitive: “Washingtons”."""
        name, places = self.scan.printed(first, last), self.language.places
        if not name.endswith(self.genitives):
            return None
        stems = (name.removesuffix(ending) for ending in self.genitives if name.endswith(ending))
        return None if name in places else next((stem for stem in stems if stem in places), None)

    def opens_with_demonym(self, first: int, last: int) -> bool:
        """Tell “le Géorgien Sergo Morozov”, where nouns are small but those for the people of a place."""
        scan, before = self.scan, first - 1
        if not self.agents or self.nouns.active or last < first + 2 or before < 0 or not scan.capital[first + 1]:
            return False
        led = scan.flags[before] & Flag.ARTICLE and scan.gaps[before] == " "
        return bool(led) and not scan.flags[first] & (Flag.ROLE | Flag.ORGANIZATION) and scan.words[first].endswith(self.agents)

    def is_surname_of_trade(self, first: int, last: int) -> bool:
        """Tell “Thomas Fischer”, “Ann Baker” and, from then on, “Fischer” from the trade: an article stands before no surname."""
        scan = self.scan
        if first == last:
            led = first > 0 and scan.gaps[first - 1] == " " and scan.flags[first - 1] & (Flag.ARTICLE | Flag.DETERMINER)
            return scan.words[last] in (self.nouns.surnames if self.nouns.active else self.shown_trades) and not led
        if not self.nouns.active and (scan.words[last] not in self.trades or scan.printed(first, last - 1) in self.language.places):
            return False
        no_names = Flag.ROLE | Flag.TITLE | Flag.FUNCTION | Flag.MODIFIER | (0 if self.nouns.active else Flag.ORGANIZATION)
        return scan.capital[last - 1] and not scan.flags[last - 1] & no_names

    def is_surname_of_body(self, first: int, last: int) -> bool:
        """Tell “Nadine Ferrat, Chefökonomin der Bank” from a council: only the ending tells of a body, and an office stands behind."""
        scan, lexicon = self.scan, self.language.lexicon
        if last == first or not self.nouns.active or scan.gaps[last] != ", " or lexicon.get(scan.words[last], 0) & Flag.ORGANIZATION:
            return False
        led = first > 0 and scan.gaps[first - 1] == " " and scan.flags[first - 1] & (Flag.ARTICLE | Flag.DETERMINER)
        bare = not any(scan.flags[index] for index in range(first, last))
        return bare and not led and self.role_behind(last) is not None

    def role_told(self, last: int) -> str | None:
        """Find the office that a sentence itself tells: “Selma Aydin ist Lehrerin”."""
        scan, verb = self.scan, last + 1
        if scan.gaps[last] != " " or verb + 1 >= len(scan.words) or scan.words[verb] not in self.copulas or scan.gaps[verb] != " ":
            return None
        noun = verb + 1
        while (
            noun + 1 < len(scan.words)
            and scan.gaps[noun] == " "
            and scan.flags[noun] & (Flag.ARTICLE | Flag.MODIFIER)
            and not scan.flags[noun] & Flag.ROLE
        ):
            noun += 1
        return scan.printed(noun, noun) if scan.flags[noun] & Flag.ROLE else None

    def is_agent(self, index: int, start: int) -> bool:
        """Tell a noun for people by nothing but its ending, where an apposition begins with it: “, factrice dans le Vercors,”."""
        scan = self.scan
        if index != start or not self.agents or scan.flags[index] or scan.capital[index] is not self.nouns.active:
            return False
        return scan.words[index].endswith(self.agents)

    def rank(self, first: int, last: int) -> str | None:
        """Give what is an office of the titles before a name: “Sen.”, “Lt. Gen.”."""
        ranks = [index for index in range(first, last) if self.scan.words[index] in self.ranks]
        if not ranks:
            return None
        stop = "." if self.scan.gaps[ranks[-1]].startswith(".") else ""
        return self.scan.printed(ranks[0], ranks[-1]) + stop

    def _occupation(self, start: int) -> str | None:
        """Find what a clause tells that somebody does: “, who leads the agency’s drug office,”."""
        scan, verb = self.scan, start + 1
        if verb + 1 >= len(scan.words) or scan.words[start] not in self.relatives:
            return None
        verb += bool(scan.flags[verb] & Flag.ADVERB)
        if scan.words[verb] in self.copulas:
            return self._appositive(self.apposition_start(verb + 1))
        if scan.words[verb] not in self.occupations:
            return None
        words = range(verb, min(verb + _LONGEST_APPOSITION, len(scan.words)))
        ends = (index for index in words if self.ends_apposition(index) or self._goes_on(index))
        end = next(ends, verb)
        return scan.printed(verb, end) if end > verb else None

    def _goes_on(self, last: int) -> bool:
        """Tell whether “and who” follows a word."""
        scan, behind = self.scan, last + 2
        return behind < len(scan.words) and scan.words[behind] in self.relatives and bool(scan.flags[last + 1] & Flag.CONJUNCTION)

    def role_behind(self, last: int) -> str | None:
        """Find an office in apposition after the name: “, Director of the agency,”."""
        scan = self.scan
        shortened = scan.gaps[last] == "., " and scan.ends[last] - scan.starts[last] == 1
        if scan.gaps[last] != ", " and not shortened:
            return None
        start = self.apposition_start(last + 1)
        occupation = self._occupation(start) if start < len(scan.words) else None
        return occupation if occupation is not None else self._appositive(start)

    def _appositive(self, start: int) -> str | None:
        """Read an office that begins at a word, up to the mark that ends it."""
        scan = self.scan
        if start >= len(scan.words) or (scan.flags[start] & Flag.PAST and scan.flags[start] & Flag.ATTITUDE):
            # "Ron Howard, brother of the actor, endorsed candidate Ann Bell"
            return None
        head, joined = None, None
        for index in range(start, min(start + _LONGEST_APPOSITION, len(scan.words))):
            flags = scan.flags[index]
            office = flags & Flag.ROLE or self.is_agent(index, start) or (index == start and scan.words[index] in self.counsels)
            if office and head is None and index < start + _HEAD_WITHIN:
                head = index
            if flags & (Flag.PRONOUN | Flag.RELATIVE | Flag.VERB) and not (flags & (Flag.ROLE | Flag.ARTICLE) or scan.capital[index]):
                end = joined if joined is not None else head
                if end is not None and scan.words[index] in self.relatives and not self.agents:
                    return self._before_relative(start, end, index)
                told = self.agents or (flags & Flag.RELATIVE and index == (end or 0) + 1)
                return scan.printed(start, end) if end is not None and told else None
            if flags & Flag.CONJUNCTION and head is not None and joined is None:
                joined = index - 1
            if self.nouns.active and head is None and index > start and flags & Flag.ARTICLE:
                return None
            if self.ends_apposition(index):
                return scan.printed(start, self.without_link(head, index)) if head is not None else None
            if head is None and (flags & (Flag.PREPOSITION | Flag.CONJUNCTION) or not scan.is_joined(index, "-")):
                return None
        return None

    def _before_relative(self, start: int, head: int, relative: int) -> str | None:
        """Read “a professor at the college” and “a veteran news editor” before “who”."""
        scan, last = self.scan, relative - 1
        if scan.flags[last] & Flag.ROLE and not scan.capital[last]:
            return scan.printed(start, last)
        return scan.printed(start, head) if scan.flags[head + 1] & Flag.PREPOSITION else None

    def apposition_start(self, start: int) -> int:
        """Step over an age and an article: “, 47, the director …”, “, a 47-year-old director”."""
        scan = self.scan
        if start + 1 < len(scan.words) and scan.words[start].isdigit():
            ages = self.language.word_set("numbers", "ages")
            # "47, " or "47 ans, " or "47 Jahre alt, "
            ends = [start, *(end for end in range(start + 1, min(start + 3, len(scan.words))) if scan.printed(start + 1, end) in ages)]
            start = next((end + 1 for end in ends if scan.gaps[end] == ", "), start)
        while start < len(scan.words) and scan.flags[start] & Flag.ARTICLE:
            start += 1
        return start + 2 if start + 2 < len(scan.words) and scan.is_age(start + 1) else start

    def is_given_name(self, index: int) -> bool:
        """Tell “Jan Holt” from the short name of a month: a capital word follows that is no date, and no number stands before."""
        scan, follower = self.scan, index + 1
        if scan.words[index] not in self.language.months or scan.words[index] in self.language.whole_months or follower >= len(scan.words):
            return False
        dated = index > 0 and scan.words[index - 1][0].isdigit() and len(scan.gaps[index - 1]) <= _DOTTED
        return scan.gaps[index] == " " and scan.capital[follower] and not scan.flags[follower] & _NO_NAME and not dated

    def ends_apposition(self, index: int) -> bool:
        """Tell the last word of an apposition by the mark behind it."""
        scan = self.scan
        gap = scan.gaps[index].lstrip(")]")
        if gap == ". " and scan.flags[index] & Flag.TITLE:
            # "adviser to Mrs. Bell"
            return False
        return gap[:1] in (",", ".", ":", ";", "") or "\n" in gap or gap.strip().startswith(("“", '"', "("))

    def without_link(self, head: int, last: int) -> int:
        """Leave out the “for” of “project manager for “The Hunt””, whose title is no part of the office."""
        while last > head and self.scan.flags[last] & Flag.PREPOSITION:
            last -= 1
        return last

    def is_date(self, index: int) -> bool:
        """Tell a month from a surname like “May”: a name that no number follows goes on with it."""
        scan = self.scan
        if not scan.flags[index] & Flag.DATE:
            return False
        return scan.words[index] not in self.language.months or (index + 1 < len(scan.words) and scan.words[index + 1][0].isdigit())
