"""What the words at a name tell of it: an age, an office that the sentence tells, the people of a place, a trade that is a surname."""

from newsmodel.facts.language import Flag
from newsmodel.facts.nouns import Nouns
from newsmodel.facts.scan import Scan

_LONGEST_AGE = 2
_DOTTED = 2
_NO_NAME = Flag.DATE | Flag.FUNCTION | Flag.NUMBER


class Evidence:
    """Weighs the words of one text that stand at a name."""

    def __init__(self, scan: Scan, nouns: Nouns) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.nouns = nouns
        self.language = scan.language
        self.agents = self.language.words("roles", "agents")
        self.copulas = frozenset(self.language.words("words", "copulas"))

    def has_age(self, last: int) -> bool:
        """Tell a person by the age behind the name: “Inès, 9 ans,” — “Mila (14)”."""
        scan, age = self.scan, last + 1
        if age >= len(scan) or not scan.words[age].isdigit() or len(scan.words[age]) > _LONGEST_AGE:
            return False
        gap, behind = scan.gap(last), scan.gap(age)
        if gap == " (":
            return behind.startswith(")")
        unit = age + 1 < len(scan) and scan.words[age + 1] in self.language.words("numbers", "ages")
        return gap == ", " and (behind.startswith(",") or bool(unit))

    def nominative_place(self, first: int, last: int) -> str | None:
        """Give the name of a known place that is printed in the genitive: “Washingtons”."""
        name, places = self.scan.printed(first, last), self.language.places
        stems = (name.removesuffix(ending) for ending in self.language.words("words", "genitives") if name.endswith(ending))
        return None if name in places else next((stem for stem in stems if stem in places), None)

    def opens_with_demonym(self, first: int, last: int) -> bool:
        """Tell “le Géorgien Sergo Morozov”, where nouns are small but those for the people of a place."""
        scan, before = self.scan, first - 1
        if not self.agents or self.nouns.active or last < first + 2 or before < 0 or not scan.capital[first + 1]:
            return False
        led = scan.flags[before] & Flag.ARTICLE and scan.gap(before) == " "
        return bool(led) and not scan.flags[first] & (Flag.ROLE | Flag.ORGANIZATION) and scan.words[first].endswith(self.agents)

    def is_surname_of_trade(self, first: int, last: int) -> bool:
        """Tell “Thomas Fischer” and, from then on, “Fischer” from the trade: nouns do not stand in a row."""
        scan = self.scan
        if not self.nouns.active:
            return False
        if first == last:
            led = first > 0 and scan.gap(first - 1) == " " and scan.flags[first - 1] & (Flag.ARTICLE | Flag.DETERMINER)
            return scan.words[last] in self.nouns.surnames and not led
        return scan.capital[last - 1] and not scan.flags[last - 1] & (Flag.ROLE | Flag.TITLE | Flag.FUNCTION | Flag.MODIFIER)

    def role_told(self, last: int) -> str | None:
        """Find the office that a sentence itself tells: “Selma Aydin ist Lehrerin”."""
        scan, verb = self.scan, last + 1
        if verb + 1 >= len(scan) or scan.words[verb] not in self.copulas or scan.gap(last) != " " or scan.gap(verb) != " ":
            return None
        noun = verb + 1
        while (
            noun + 1 < len(scan)
            and scan.gap(noun) == " "
            and scan.flags[noun] & (Flag.ARTICLE | Flag.MODIFIER)
            and not scan.flags[noun] & Flag.ROLE
        ):
            noun += 1
        return self.scan.printed(noun, noun) if scan.flags[noun] & Flag.ROLE else None

    def is_agent(self, index: int, start: int) -> bool:
        """Tell a noun for people by nothing but its ending, where an apposition begins with it: “, factrice dans le Vercors,”."""
        scan = self.scan
        if index != start or not self.agents or scan.flags[index] or scan.capital[index] is not self.nouns.active:
            return False
        return scan.words[index].endswith(self.agents)

    def apposition_start(self, start: int) -> int:
        """Step over an age and an article: “, 47, the director …”."""
        scan = self.scan
        if start + 1 < len(scan) and scan.words[start].isdigit() and scan.gap(start) == ", ":
            start += 1
        while start < len(scan) and scan.flags[start] & Flag.ARTICLE:
            start += 1
        return start

    def is_given_name(self, index: int) -> bool:
        """Tell “Jan Holt” from the short name of a month: a capital word follows that is no date, and no number stands before."""
        scan, follower = self.scan, index + 1
        if scan.words[index] not in self.language.months or scan.words[index] in self.language.whole_months or follower >= len(scan):
            return False
        dated = index > 0 and scan.words[index - 1][0].isdigit() and len(scan.gap(index - 1)) <= _DOTTED
        return scan.gap(index) == " " and scan.capital[follower] and not scan.flags[follower] & _NO_NAME and not dated

    def ends_apposition(self, index: int) -> bool:
        """Tell the last word of an apposition by the mark behind it."""
        gap = self.scan.gap(index).lstrip(")]")
        return gap[:1] in (",", ".", "") or "\n" in gap or gap.strip().startswith(("“", '"', "("))

    def without_link(self, head: int, last: int) -> int:
        """Leave out the “for” of “project manager for “The Hunt””, whose title is no part of the office."""
        while last > head and self.scan.flags[last] & Flag.PREPOSITION:
            last -= 1
        return last
