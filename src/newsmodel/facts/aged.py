"""Offices that a description tells together with an age: “Daria Kern kam … Die 43-jährige Unternehmerin”, « Le joueur de 19 ans »."""

from bisect import bisect_right

from newsmodel.facts.anaphora import Anaphora
from newsmodel.facts.entities import Register
from newsmodel.facts.language import Flag
from newsmodel.facts.mention import Mention
from newsmodel.facts.scan import Scan
from newsmodel.model import EntityKind

_FURTHEST = 12
"""Mentions looked back at."""


def hold(scan: Scan, register: Register, anaphora: Anaphora) -> None:
    """Note such offices with the person whom the same or the last sentence of the paragraph has named."""
    ages = scan.language.word_set("numbers", "ages")
    heads = frozenset(age.split()[0].lower() for age in ages) if anaphora.definite else frozenset()
    told = (index for index in scan.figures if scan.words[index].isdigit() and not heads.isdisjoint(scan.words[index + 1 : index + 2]))
    for index in told if heads else ():
        head = _office(scan, index, ages, anaphora.definite)
        if head is None:
            continue
        at, role = scan.starts[index], scan.printed(head, head)
        floor = scan.frames[max(scan.frame_number(at) - 1, 0)][0]
        floor = max(floor, scan.paragraphs[scan.paragraph_index(at)][0])
        latest = bisect_right(register.mentions, at, key=_end)
        for mention in reversed(register.mentions[max(latest - _FURTHEST, 0) : latest]):
            if mention.span.start < floor:
                break
            named = register.of(mention)
            person = register.kind(named) is EntityKind.PERSON or (register.kind(named) is EntityKind.UNKNOWN and register.is_full(named))
            if person and scan.quotation_at(mention.span.start) is None and anaphora.agrees(named, role.lower()):
                register.hold(named, role)
                break


def _end(mention: Mention) -> int:
    return mention.span.end


def _office(scan: Scan, index: int, ages: frozenset[str], definite: frozenset[str]) -> int | None:
    """Find the noun of “die 43-jährige Unternehmerin”, “der 19 Jahre alte Stürmer” and « le joueur de 19 ans » by its figure."""
    words, last = scan.words, len(scan.words) - 1
    if index == 0:
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
