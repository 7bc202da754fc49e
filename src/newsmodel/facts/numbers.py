"""Numbers as texts print them: digits, words and mixtures, with what bounds and scales them."""

import re
from decimal import Decimal
from unicodedata import numeric

from attrs import define

from newsmodel.facts.figures import patterns
from newsmodel.facts.hyphens import hyphenated
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan
from newsmodel.facts.words import folded
from newsmodel.model import Bound

_LARGEST = 2**63
_MANY = 1000
_FEW = 10
"""Up to here two numbers with “out of” between them are a share, as those of the tens are; “14 of 33” are two numbers."""
_MOST_DIGITS = 18
"""Digits of numbers that are surely below the largest."""
_CLOSES_GROUP = 1000
"""The smallest scale that takes with it all that stands before it: “three hundred and ten thousand”."""
_WORD_WITHIN = 16
_SIGN_WITHIN = 6
_MINUS_WITHIN = 8
_BOUND_WITHIN = 24
"""Characters before a number in which its currency sign, its minus or its bound stands."""
_NO_DIGITS = re.compile(r"\D+")


@define(kw_only=True, eq=False)
class Number:
    """A number in a text."""

    start: int
    """Where it begins, its bound and currency sign included."""

    end: int
    """Where it ends, its scale included, its unit not."""

    first: int
    """Where its digits or words begin."""

    value: int | float
    """The number, or the lower end of a range."""

    high: int | float | None = None
    """The upper end of a range."""

    bound: Bound = Bound.EXACT
    """What the words before it say of its exactness."""

    currency: str | None = None
    """ISO 4217 code of a currency sign at it."""

    words: bool = False
    """Whether it is written in words."""


def find(scan: Scan, taken: list[tuple[int, int]]) -> list[Number]:
    """Find the numbers of a text that lie outside the stretches that are taken, in order."""
    reader = _Reader(scan)
    out: list[Number] = []
    free_from, next_taken = 0, 0
    starts = scan.starts
    for index in _anchors(scan):
        start = starts[index]
        if start < free_from:
            continue
        while next_taken < len(taken) and taken[next_taken][1] <= start:
            next_taken += 1
        if next_taken < len(taken) and taken[next_taken][0] <= start:
            continue
        number = reader.read(start)
        if number is not None:
            out.append(number)
            free_from = number.end
        else:
            free_from = reader.too_large_until
    return out


def _anchors(scan: Scan) -> list[int]:
    """Give the words that a number can begin with: digits, number words, “twenty-five”, and the “a” of “a third”."""
    words, patterns_of = scan.words, patterns(scan.language)
    found = [index for index in scan.figures if scan.flags[index] & Flag.NUMBER or words[index][0].isdigit()]
    more = hyphenated(scan)
    if patterns_of.openers:
        # Such small words are everywhere: they count only where a number word follows.
        reach = range(1, patterns_of.reach + 1)
        more.update(at - back for at in found for back in reach if back <= at and words[at - back] in patterns_of.openers)
    return sorted({*found, *more}) if more else found


class _Reader:
    def __init__(self, scan: Scan) -> None:
        self.text = scan.text
        self.patterns = patterns(scan.language)
        self.between = scan.language.word_set("numbers", "between")
        self.range_nouns = scan.language.word_set("numbers", "range_nouns")
        self.apart = scan.language.word_set("numbers", "apart")
        self.not_bounds = scan.language.word_set("numbers", "not_bounds")
        self.ranges = scan.language.word_set("numbers", "ranges")
        self.too_large_until = 0
        """Where the last number ends that is too large to be one: no part of it is a number either."""

    def read(self, start: int) -> Number | None:
        """Read the number that begins at a position."""
        text, patterns = self.text, self.patterns
        if start and (text[start - 1].isalnum() or text[start - 1] in "_@#"):
            return None
        one = self._one(start)
        if one is None:
            return None
        value, end, in_words = one
        first, high = start, None
        begin = start
        sign = self._sign_before(start)
        currency = None
        if sign:
            begin, currency = sign.start(), patterns.currency_of[folded(sign.group())]
        if sign is None and (share := self._share(value, end)) is not None:
            bound, begin = self._bound(begin)
            return Number(start=begin, end=share[1], first=first, value=share[0], bound=bound, words=True)
        high, end = self._range(begin, value, end, currency)
        if high is not None and one[1] != end:
            scaled = self._shared_scale(start, one[1], end)
            value = _scaled(value, scaled) if scaled else value
        if high is None and (sign_before := patterns.minus.search(text, max(begin - _MINUS_WITHIN, 0), begin)):
            value, begin = -value, sign_before.start()
        bound, begin = self._bound(begin)
        if high is None and bound is Bound.EXACT and (more := patterns.suffix.match(text, end)):
            bound, end = Bound.AT_LEAST, more.end()
        elif bound is Bound.EXACT and in_words and folded(text[start:end]) in patterns.rounded:
            bound = Bound.ABOUT
        if abs(value) >= _LARGEST or (high is not None and (abs(high) >= _LARGEST or high < value)):
            return None
        return Number(start=begin, end=end, first=first, value=value, high=high, bound=bound, currency=currency, words=in_words)

    def _share(self, part: float, end: int) -> tuple[float, int] | None:
        """Read “one in five” behind its first number: its value, and where it ends."""
        match = self.patterns.one_in.match(self.text, end) if isinstance(part, int) and part < _MANY else None
        of = self._one(match.end()) if match else None
        if of is None or not isinstance(of[0], int) or not part < of[0] <= _MANY:
            return None
        return (part / of[0], of[1]) if part == 1 or of[0] <= _FEW or of[0] % 10 == 0 else None

    def _sign_before(self, start: int) -> re.Match[str] | None:
        """Find the sign of a currency right before a number, told by its last character where there is none."""
        end = start - 1 if start and self.text[start - 1].isspace() else start
        if not end or self.text[end - 1].lower() not in self.patterns.sign_ends:
            return None
        return self.patterns.currency_before.search(self.text, max(start - _SIGN_WITHIN, 0), start)

    def _one(self, start: int) -> tuple[int | float, int, bool] | None:
        """Read one number without what stands round it: its value, where it ends, and whether it is written in words."""
        text, patterns = self.text, self.patterns
        match = patterns.digits.match(text, start)
        if match:
            whole = _NO_DIGITS.sub("", match["whole"])
            if len(whole) > _MOST_DIGITS:
                self.too_large_until = match.end()
                return None
            part = match["part"] or match["odd"]
            value = float(f"{whole}.{part}") if part else int(whole)
            if match["below"]:
                value = _whole(value + int(match["above"]) / int(match["below"]))
            elif match["sign"]:
                value += numeric(match["sign"])
            value, end = self._times_scales(value, match.end(), start)
            return self._checked(value, end), end, False
        half = patterns.half.match(text, start)
        if half:
            # "half a million", "half a hundred thousand"; the pattern ends with the blank before the scale
            value, end = self._times_scales(0.5, half.end() - 1, half.end())
            return self._checked(value, end), end, True
        match = patterns.words.match(text, start)
        fraction = patterns.fraction.match(text, start)
        if fraction and (not match or fraction.end() >= match.end()):
            return patterns.fractions[folded(fraction.group())], fraction.end(), True
        if match is None:
            return None
        value, end = self._spelt(match.group()), match.end()
        if more := patterns.and_half.match(text, end):
            value, end = self._times_scales(value + 0.5, more.end(), more.end())
        return self._checked(value, end), end, True

    def _times_scales(self, value: float, end: int, start: int) -> tuple[int | float, int]:
        """Multiply by the scales that follow, and give where they end; the number begins at ``start``."""
        while (scale := self.patterns.scale.match(self.text, end)) and self._scales(scale, start):
            if value < _LARGEST:
                value = _scaled(value, self.patterns.scales[folded(scale.group().lstrip("-"))])
            end = scale.end()
        return value, end

    def _checked(self, value: float, end: int) -> int | float:
        """Note where a number ends that is too large."""
        if value >= _LARGEST:
            self.too_large_until = end
        return value

    def _scales(self, scale: re.Match[str], start: int) -> bool:
        """Tell “10m people” and “$10m” from “a 10m drop”."""
        word = scale.group().strip(" -\u00a0").lower()
        if word not in self.patterns.lengths or self._sign_before(start):
            return True
        return not scale.group()[0].isspace() and bool(
            self.patterns.counted.match(self.text, scale.end()) or self.patterns.currency_after.match(self.text, scale.end())
        )

    def _spelt(self, phrase: str) -> int | float:
        """Add up a number in words: “three hundred and ten thousand”."""
        total, current = 0, 0
        for word in (folded(match.group()) for match in self.patterns.word.finditer(phrase)):
            if word in self.patterns.values:
                current += int(self.patterns.values[word])
            else:
                scale = int(self.patterns.scales[word])
                if scale >= _CLOSES_GROUP:
                    # "three thousand million", "dos mil trescientos millones": a scale takes with it what smaller ones have closed.
                    smaller = total % scale
                    total, current = total - smaller + (smaller + current or 1) * scale, 0
                else:
                    current = (current or 1) * scale
            if total + current >= _LARGEST:
                break
        return total + current

    def _range(self, begin: int, value: float, end: int, currency: str | None) -> tuple[int | float | None, int]:
        """Read the upper end of a range, if the number is the lower one, and where the number ends."""
        text = self.text
        joint = self.patterns.to.match(text, end)
        percent = self.patterns.percent.match(text, end) if joint is None else None
        if percent is not None:
            # "between 5% and 10%"
            joint = self.patterns.to.match(text, percent.end())
            if joint and not self._opens_range(begin):
                return None, end
        if not joint or joint.end() >= len(text):
            return None, end
        word = joint.group().strip().lower()
        leading = text[max(begin - _WORD_WITHIN, 0) : begin].split()
        opened = self._opens_range(begin)
        # "from 30 to 45", "passé de 30 à 45"
        apart = not self.apart.isdisjoint(each.lower() for each in leading[-2:])
        if word.isalpha() and (apart or (not opened and word not in self.ranges)):
            return None, end
        second = joint.end()
        sign = self.patterns.currency_again.match(text, second) if currency and (opened or not word.isalpha()) else None
        if sign and self.patterns.currency_of[folded(sign.group())] == currency:
            # "$20 -$30": the sign shows that the dash joins, however the blanks stand.
            second = sign.end()
        elif not word.isalpha() and (text[end].isspace() != text[joint.end() - 1].isspace()):
            return None, end
        other = self._one(second)
        # "reculé de 3 % à 12 millions": a share and an amount are no range.
        if other is None or other[0] <= value or (percent is not None and not self.patterns.percent.match(text, other[1])):
            return None, end
        return other[0], other[1]

    def _opens_range(self, begin: int) -> bool:
        """Tell “between” and “a range of” before a number."""
        leading = self.text[max(begin - 2 * _WORD_WITHIN, 0) : begin].lower().split()
        return bool(leading) and (leading[-1] in self.between or (len(leading) > 1 and leading[-2] in self.range_nouns))

    def _shared_scale(self, start: int, first_end: int, end: int) -> int | float | None:
        """Find the scale that stands once behind a range: “10 to 12 million”."""
        match = self.patterns.digits.match(self.text, start)
        if match is None or match.end() != first_end:
            return None
        words = re.findall(r"[^\W\d_]+", self.text[first_end:end].lower())
        return self.patterns.scales.get(words[-1]) if words else None

    def _bound(self, begin: int) -> tuple[Bound, int]:
        """Read the bound before a number, and where the number begins with it."""
        match = self.patterns.bounds.search(self.text, max(begin - _BOUND_WITHIN, 0), begin)
        if not match:
            return Bound.EXACT, begin
        phrase = " ".join(match.group().lower().replace("’", "'").split())
        while phrase and phrase not in self.patterns.bound_of:
            phrase = phrase.rpartition(" ")[0]
        leading = self.text[max(match.start() - _WORD_WITHIN, 0) : match.start()].split()
        if leading and f"{leading[-1].lower()} {phrase}" in self.not_bounds:
            return Bound.EXACT, begin
        return self.patterns.bound_of.get(phrase, Bound.EXACT), match.start()


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _scaled(value: float, scale: float) -> int | float:
    """Multiply as the digits were printed: 3.3 billion is 3300000000, not 3299999999.9999995."""
    if isinstance(value, int):
        return value * int(scale)
    return _whole(float(Decimal(str(value)) * Decimal(str(scale))))
