"""Dates that only tell which thing is meant: “the 2015 agreement”, “a plan for 2027”."""

from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan
from newsmodel.model import Period

_SMALL = Flag.FUNCTION | Flag.PREPOSITION


class Namings:
    """Tells the dates of one text that belong to the name of something."""

    def __init__(self, scan: Scan) -> None:
        """Prepare for a text."""
        self.scan = scan
        self.naming = scan.language.word_set("events", "naming")
        self.partitive = scan.language.word_set("events", "partitive")
        self.prefixes = scan.language.words("dates", "participle_prefixes")

    def holds(self, period: Period) -> bool:
        """Tell a date that names a thing from one that dates a clause: “the 2015 agreement”, “Monday’s debate”."""
        scan = self.scan
        first, last = scan.first_from(period.span.start), scan.last_before(period.span.end)
        follower = last + 1
        if scan.gaps[last][:1] in ("’", "'", "-") or (scan.gaps[last][:1] == ")" and first and scan.gaps[first - 1][-1:] == "("):
            return True
        if first == last and self._is_numbered(first):
            return True
        # "on the night of 5 May" names nothing.
        part = first > 1 and scan.words[first - 1] in self.partitive and scan.flags[first - 2] & Flag.DATE
        if first > 1 and scan.words[first - 1] in self.naming and scan.gaps[first - 1] == " " and not part:
            lasting = period.duration is not None
            if lasting or not self._is_led(self._over_place(first - 2)):
                return True
        if "-" in period.text and scan.gaps[last] == " " and not scan.flags[min(follower, len(scan) - 1)] & _SMALL:
            return True
        if follower >= len(scan) or scan.gaps[last] != " " or scan.starts[follower] >= scan.sentence_at(period.span.start)[1]:
            return False
        return self._describes(first, follower)

    def _describes(self, first: int, follower: int) -> bool:
        """Tell “the 2015 agreement” and “Italy’s 2015 vote”: an article or owner stands before the date, and its noun behind."""
        scan = self.scan
        before = scan.gaps[first - 1] if first else ""
        owned = len(before) > 1 and before[0] in "’'" and before[-1] == " "
        determined = owned or (first > 0 and bool(scan.flags[first - 1] & (Flag.ARTICLE | Flag.DETERMINER)) and before == " ")
        plain = not scan.is_finite(follower) and not scan.flags[follower] & (_SMALL | Flag.CONJUNCTION | Flag.ADVERB | Flag.VERB)
        return determined and plain and (scan.capital[follower] or not scan.language.capital_nouns or self._is_attribute(first, follower))

    def _is_attribute(self, first: int, follower: int) -> bool:
        """Tell “die 2031 fällige Anleihe”, where nouns are capital, from “am Montag erreicht” and “der 2010 gestorbene Maler”."""
        scan, noun = self.scan, follower + 1
        led = scan.flags[first - 1] & Flag.ARTICLE and not scan.flags[first - 1] & Flag.PREPOSITION
        return bool(led) and noun < len(scan) and scan.capital[noun] and not scan.words[follower].startswith(self.prefixes)

    def _over_place(self, index: int) -> int:
        """Step back over “in Rome” of “scheduled in Rome for Monday”."""
        scan, at = self.scan, index
        while at > 0 and scan.capital[at] and scan.gaps[at - 1] == " ":
            at -= 1
        return at - 1 if at < index and scan.flags[at] & Flag.PREPOSITION and scan.gaps[at - 1] == " " else index

    def _is_led(self, index: int) -> bool:
        """Tell a verb whose preposition brings the date, as in “scheduled for Monday”, from a noun."""
        flags = self.scan.flags[index]
        return bool(flags & (Flag.PAST | Flag.FUTURE | Flag.AUXILIARY | Flag.PASSIVE)) and not flags & Flag.MODIFIER

    def _is_numbered(self, index: int) -> bool:
        """Tell the year of a name or noun from a date: “Biennale 2025”, “die Präsidentschaftswahlen 2024”."""
        scan, before = self.scan, index - 1
        if before < 0 or not scan.words[index].isdigit() or scan.gaps[before] != " " or not scan.capital[before]:
            return False
        return not scan.flags[before] & (Flag.PREPOSITION | Flag.DATE | Flag.FUNCTION | Flag.CONJUNCTION)
