"""The time between a reporting verb and the clause that it brings: “said late on Monday the plan was dead”."""

from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan

_LONGEST = 6


def behind_time(scan: Scan, index: int, end: int) -> int | None:
    """Give the word at which a clause begins behind a time that opens at a word; ``None`` where none does."""
    nuances = scan.language.word_set("events", "nuances")
    at, timed, placed = index, False, False
    while at < min(index + _LONGEST, len(scan) - 1) and scan.starts[at] < end:
        flags = scan.flags[at]
        leads = scan.words[at] in nuances or (flags & (Flag.PREPOSITION | Flag.ADVERB) and not flags & Flag.DETERMINER)
        dated = flags & Flag.DATE or scan.words[at].isdigit()
        # "said in Paris on Monday"
        placed = not timed and bool(scan.capital[at]) and (placed or bool(at > index and scan.flags[at - 1] & Flag.PREPOSITION))
        if not (dated or leads or placed) or (timed and leads and not scan.flags[at + 1] & Flag.DATE):
            break
        timed = timed or bool(flags & Flag.DATE)
        if scan.gaps[at] != " ":
            return None
        at += 1
    # "figures reported on Sunday now suggest"
    verb = at + 1 if scan.flags[at] & Flag.ADVERB and at + 1 < len(scan) else at
    if not timed or scan.starts[at] >= end or scan.is_finite(verb) or scan.flags[verb] & (Flag.AUXILIARY | Flag.VERB | Flag.CONJUNCTION):
        return None
    return at if (at > index and scan.flags[at - 1] & Flag.DATE) or scan.words[at - 1].isdigit() else None
