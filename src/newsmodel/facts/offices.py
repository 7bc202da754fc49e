"""The office that stands with a name: where its words begin and end."""

from newsmodel.facts.evidence import ACRONYM_LENGTHS, LONGEST_RUN, Evidence
from newsmodel.facts.language import Flag
from newsmodel.facts.nouns import Nouns
from newsmodel.facts.scan import Scan

_LONGEST_COMPLEMENT = 9
_LONGEST_BRACKET = 6
_FULL_NAME = 2


class Offices:
    """Reads the offices at the names of one text."""

    def __init__(self, scan: Scan, nouns: Nouns, evidence: Evidence) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.nouns = nouns
        self.evidence = evidence
        self.bodies = scan.language.word_set("organizations", "nouns")
        self.complement_openers = scan.language.word_set("roles", "complement_openers")
        self.partitive = scan.language.word_set("events", "partitive")
        self.inverts = scan.language.inverts
        self.parties = scan.language.word_set("roles", "parties")
        self.places = scan.language.places

    def complement_end(self, head: int, last: int) -> int:
        """Find where an office ends that goes on after its head: “Secretary of State”."""
        scan = self.scan
        if head + 1 > last or scan.words[head + 1] not in self.complement_openers:
            return head
        ends = [index for index in range(head + 2, last + 1) if scan.words[index] in self.evidence.bodies]
        return ends[-1] if ends else last

    def start(self, first: int) -> int:
        """Go back over the words before a run that belong to the office: “former”, “Italy’s”."""
        scan, start = self.scan, first
        while start > 0:
            gap, before = scan.gaps[start - 1], start - 1
            flags = scan.flags[before]
            if scan.capital[before] and scan.is_possessive(before):
                start = self._run_start(before)
                break
            if gap != " " or (flags & Flag.FUNCTION and not flags & Flag.MODIFIER):
                break
            if scan.capital[before] and not flags & Flag.FUNCTION:
                start = self._run_start(before)
                break
            if (not flags & (Flag.MODIFIER | Flag.ROLE) and scan.words[before] not in self.bodies) or scan.is_age(before):
                break
            start = before
        return start

    def of_body(self, first: int, last: int) -> int | None:
        """Find the office of “a spokesperson for the UN Ann Bell said”: initials that it is of open the run of capital words."""
        scan, before = self.scan, first - 1
        name = scan.printed(first, first)
        if not (name.isupper() and len(name) in ACRONYM_LENGTHS) or before < 1 or not scan.flags[before] & Flag.ARTICLE:
            return None
        head = before - 2
        if head < 0 or scan.words[before - 1] not in self.complement_openers or not scan.flags[head] & Flag.ROLE:
            return None
        # "head of the NAACP Legal Defense said"
        speaks = last + 1 < len(scan) and scan.flags[last + 1] & Flag.VERB and scan.words[before - 1] not in self.partitive
        whole = last - first == _FULL_NAME and not any(scan.flags[at] & Flag.ORGANIZATION for at in range(first + 1, last + 1))
        joined = all(scan.gaps[at] == " " for at in range(head, first))
        return self.start(head) if speaks and whole and joined else None

    def is_of_party(self, index: int) -> bool:
        """Tell a word for somebody of a party right before a name: “Republican Ann Bell”."""
        return index >= 0 and self.scan.words[index] in self.parties and self.scan.gaps[index] == " "

    def _run_start(self, index: int) -> int:
        """Find the first word of the run of capital words that ends at ``index``."""
        scan, furthest = self.scan, index - LONGEST_RUN
        while index > max(furthest, 0) and scan.gaps[index - 1] == " ":
            before = index - 1
            if scan.flags[before] & Flag.PARTICLE and before > 0 and scan.capital[before - 1] and scan.gaps[before - 1] == " ":
                index = before - 1
            elif scan.capital[before] and not scan.flags[before] & (Flag.ARTICLE | Flag.FUNCTION):
                index = before
            else:
                break
        return index

    def before(self, first: int) -> int | None:
        """Find an office in small letters right before a name: “prime minister”, “spokesman”."""
        scan = self.scan
        if self.inverts and first > 1 and scan.flags[first - 2] & Flag.ARTICLE and self.is_of_party(first - 1):
            # « l’écologiste Julie Morin »
            return first - 1
        bracket = self._before_bracket(first) if first > 0 and scan.gaps[first - 1] == ") " else None
        if bracket is not None:
            first = bracket
        for before in range(first - 1, max(first - _LONGEST_COMPLEMENT, 0) - 1, -1):
            if scan.gaps[before] != " " and not (before == first - 1 and bracket is not None):
                return None
            flags = scan.flags[before]
            if flags & Flag.ROLE:
                return None if self.evidence.is_participle(before) or scan.is_age(before) else self.start(before)
            if flags & Flag.MODIFIER or self._is_complement(before, last=before == first - 1):
                continue
            plain = self.evidence.agents and not flags and not scan.capital[before]
            # "le directeur de cabinet", « la conseillère d’État vaudoise »
            attribute = before == first - 1 and scan.capital[before - 1] and self._is_completing(before - 1)
            if not plain or not (attribute or scan.words[before - 1] in self.complement_openers):
                return None
        return None

    def _before_bracket(self, first: int) -> int | None:
        """Step back over a bracket between an office and a name: « le maire (sans étiquette) Paul Morin »."""
        scan = self.scan
        opens = (at for at in range(first - 2, max(first - _LONGEST_BRACKET, 0) - 1, -1) if scan.gaps[at] == " (")
        at = next(opens, None)
        return at + 1 if at is not None else None

    def is_completed(self, index: int, last: int) -> bool:
        """Tell whether a capital word is what the office in small letters before it is “of”: “ministre de l’Intérieur”."""
        scan, before = self.scan, index - 1
        if not (self._is_completing(index) and (index < last or scan.words[index] in self.evidence.bodies)):
            return False
        furthest = max(before - LONGEST_RUN, -1)
        while before > furthest and scan.capital[before] and scan.gaps[before] == " " and scan.words[before] in self.evidence.bodies:
            before -= 1
        if before < 0 or scan.capital[before] or scan.gaps[before] != " ":
            return False
        furthest = max(before - LONGEST_RUN, 0)
        while before > furthest and self._is_complement(before) and scan.words[before] not in self.evidence.bodies:
            before -= 1
        while before > 0 and scan.flags[before] & Flag.MODIFIER and not scan.flags[before] & Flag.ROLE:
            before -= 1
        return bool(scan.flags[before] & Flag.ROLE)

    def _is_completing(self, index: int) -> bool:
        """Tell a ministry, body or country, of which someone can be the head."""
        scan = self.scan
        return scan.words[index] in self.evidence.bodies or scan.printed(index, index) in self.places

    def _is_complement(self, index: int, *, last: bool = False) -> bool:
        """Tell whether a word is what an office is “of”, or, unless it is the last one, leads to it: “ministre de la Justice”."""
        word = self.scan.words[index]
        if self._is_completing(index):
            return True
        return not last and (word in self.complement_openers or bool(self.scan.flags[index] & Flag.ARTICLE))

    def in_front(self, first: int) -> str | None:
        """Find an office that ends at a comma right before the name: “the president of France, ”."""
        scan = self.scan
        if first < 1 or scan.gaps[first - 1] != ", ":
            return None
        end = first - 1
        for index in range(end, max(end - _LONGEST_COMPLEMENT, -1), -1):
            if index < end and not scan.is_joined(index):
                return None
            if scan.flags[index] & Flag.ROLE and not (index and self._opens_complement(index - 1)):
                follower = index + 1
                while follower < end and (scan.flags[follower] & Flag.MODIFIER or self._is_attribute(follower)):
                    follower += 1
                if (
                    index < end
                    and follower <= end
                    and scan.words[follower] not in self.evidence.bodies
                    and not (scan.words[follower] in self.complement_openers or scan.flags[follower] & Flag.MODIFIER)
                ):
                    return None
                start = self.start(self._run_start(index) if scan.capital[index] else index)
                return self.scan.printed(start, end)
            if scan.flags[index] & (Flag.VERB | Flag.PRONOUN | Flag.CONJUNCTION) and not scan.capital[index]:
                return None
        return None

    def _is_attribute(self, index: int) -> bool:
        """Tell the adjective that no list has of « la ministre bruxelloise de la Santé »: what it goes on to shows it."""
        scan = self.scan
        if not self.evidence.agents or self.nouns.active or scan.flags[index] or scan.capital[index]:
            return False
        return scan.words[index + 1] in self.complement_openers

    def _opens_complement(self, index: int) -> bool:
        """Tell whether a word leads to what an office is “of”; an article does where a noun stands before it: “Sprecher der Ministerin”."""
        scan = self.scan
        if scan.words[index] not in self.complement_openers:
            return False
        return not (self.nouns.active and scan.flags[index] & Flag.ARTICLE) or (
            index > 0 and scan.capital[index - 1] and not scan.flags[index - 1] & Flag.FUNCTION and scan.gaps[index - 1] == " "
        )
