"""Offices that a description tells together with an age: “Daria Kern kam … Die 43-jährige Unternehmerin”, « Le joueur de 19 ans »."""

from bisect import bisect_right

from newsmodel.facts.anaphora import Anaphora
from newsmodel.facts.entities import Register
from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan
from newsmodel.model import EntityKind

_FURTHEST = 12
"""Mentions looked back at."""


def hold(scan: Scan, register: Register) -> None:
    """Note such offices with the person whom the same or the last sentence of the paragraph has named."""
    definite, ages = scan.language.word_set("roles", "definite"), scan.language.word_set("numbers", "ages")
    anaphora = Anaphora(scan, register) if definite and ages else None
    ends = [mention.span.end for mention in register.mentions]
    for index in scan.figures if anaphora is not None else ():
        head = _office(scan, index, ages, definite)
        if anaphora is None or head is None:
            continue
        at, role = scan.starts[index], scan.printed(head, head)
        floor = scan.frames[max(scan.frame_number(at) - 1, 0)][0]
        floor = max(floor, scan.paragraphs[scan.paragraph_index(at)][0])
        latest = bisect_right(ends, at)
        for mention in reversed(register.mentions[max(latest - _FURTHEST, 0) : latest]):
            if mention.span.start < floor:
                break
            named = register.of(mention)
            person = register.kind(named) is EntityKind.PERSON or (register.kind(named) is EntityKind.UNKNOWN and register.is_full(named))
            if person and scan.quotation_at(mention.span.start) is None and anaphora.agrees(named, role.lower()):
                register.hold(named, role)
                break


def _office(scan: Scan, index: int, ages: frozenset[str], definite: frozenset[str]) -> int | None:
    """Find the noun of “die 43-jährige Unternehmerin”, “der 19 Jahre alte Stürmer” and « le joueur de 19 ans » by its figure."""
    words, last = scan.words, len(scan) - 1
    if not words[index].isdigit() or not 0 < index < last:
        return None
    if scan.language.capital_nouns:
        head = index + 2 if words[index + 1] in ages else index + 3 if scan.printed(index + 1, min(index + 2, last)) in ages else last + 1
        article = index - 1
    else:
        head = index - 2 if words[index + 1] in ages and scan.flags[index - 1] & Flag.PREPOSITION else last + 1
        article = head - 1
    if not 0 <= article < head <= last or words[article] not in definite or not scan.flags[head] & Flag.ROLE:
        return None
    named = scan.language.capital_nouns and head < last and scan.capital[head + 1] and scan.gaps[head] == " "
    return None if named or scan.quotation_at(scan.starts[index]) is not None else head
