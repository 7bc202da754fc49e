"""The words of a text that a hyphen joins: “mid-March”, “twenty-five”."""

import re
from bisect import bisect_right

from newsmodel.facts.scan import Scan

_HYPHEN = re.compile("-")


def hyphenated(scan: Scan) -> set[int]:
    """Give the words with a hyphen inside, found by the hyphens, which are few, and not by looking into every word."""
    starts, words = scan.starts, scan.words
    found = {bisect_right(starts, match.start()) - 1 for match in _HYPHEN.finditer(scan.text)}
    return {index for index in found if index >= 0 and "-" in words[index]}
