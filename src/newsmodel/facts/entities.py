"""One entity for all the places that name it."""

from bisect import bisect_left, insort
from operator import attrgetter

from attrs import define, field

from newsmodel.facts.language import Flag
from newsmodel.facts.mention import Mention
from newsmodel.facts.scan import Scan
from newsmodel.model import Entity, EntityKind, Span

_LONGEST_ENDING = 8
"""Words of a name that can repeat a longer one: what has more is a heap of capital words."""
_NAMESAKES = 16
"""People of one surname that are told apart: those with whom a text has come up last."""


@define
class _Record:
    """What is known of one entity so far."""

    name: str
    key: str
    """Its name as others are compared with it."""
    kind: EntityKind
    role: str | None
    spans: list[Span] = field(factory=list)
    named: bool = True
    opens: bool | None = None
    """Whether it stands at openings of sentences alone, once somebody has asked."""


class Register:
    """The entities of a text: names are joined to those that they repeat or shorten."""

    def __init__(self, scan: Scan, mentions: list[Mention]) -> None:
        """Join the mentions of a text."""
        self.scan = scan
        self.mentions = mentions
        self.by_last = {mention.last: mention for mention in mentions}
        self._records: list[_Record] = []
        self._by_name: dict[str, int] = {}
        self._of_mention: dict[int, int] = {}
        self._described: dict[str, int] = {}
        self._by_surname: dict[str, list[int]] = {}
        self._by_ending: dict[str, int] = {}
        self._by_initials: dict[str, int] = {}
        self._genitives = scan.language.words("words", "genitives")
        self._weak = scan.language.word_set("roles", "ranks") | scan.language.word_set("roles", "occupations")
        self._parties = scan.language.word_set("roles", "parties")
        keys = [_key(mention.name) for mention in mentions]
        self._known = set(keys) if self._genitives else set()
        for mention, key in zip(mentions, keys, strict=True):
            if mention.last > mention.first:
                self._join(mention, key, self._fuller(key) or self._nominative(key))
        for mention, key in zip(mentions, keys, strict=True):
            if mention.last == mention.first:
                self._join(mention, key, self._longer(mention, key) or self._nominative(key))
        for record in self._records:
            if len(record.spans) > 1:
                record.spans.sort(key=_start)
        self._made: dict[int, Entity] = {}

    def _join(self, mention: Mention, own: str, key: str) -> None:
        """Join a mention, whose ``own`` key may differ from the one of the name that it repeats."""
        index = self._by_name.get(key)
        if index is None:
            index = self._by_name[key] = len(self._records)
            self._records.append(_Record(mention.name, own, mention.kind, mention.role))
            if mention.last > mention.first:
                self._learn_shorter(mention, own, index)
        record = self._records[index]
        record.spans.append(mention.span)
        if mention.role is not None and (record.role is None or (self._is_weak(record.role) and not self._is_weak(mention.role))):
            record.role = mention.role
        if record.kind is EntityKind.UNKNOWN or (mention.role and record.kind is not EntityKind.PERSON):
            record.kind = mention.kind
        self._of_mention[mention.span.start] = index

    def _is_weak(self, role: str) -> bool:
        """Tell a rank (“Sen.”), a party, or what a clause tells of somebody (“leads a group”), from an office, which says more."""
        return role.casefold() in self._parties or role.split(" ", 1)[0].rstrip(".").casefold() in self._weak

    def _learn_shorter(self, mention: Mention, key: str, index: int) -> None:
        """Note the surname and the initials by which a name of several words may be repeated."""
        scan = self.scan
        if mention.kind in (EntityKind.PERSON, EntityKind.UNKNOWN):
            surname = _key(scan.printed(mention.last, mention.last))
            self._by_surname.setdefault(surname, []).append(index)
            words = key.split(" ")
            if words[-1] == surname:
                for length in range(2, min(len(words), _LONGEST_ENDING + 1)):
                    self._by_ending.setdefault(" ".join(words[-length:]), index)
        if mention.kind is not EntityKind.PERSON:
            initials = "".join(scan.text[scan.starts[i]] for i in range(mention.first, mention.last + 1) if scan.capital[i])
            self._by_initials.setdefault(initials.casefold(), index)

    def _longer(self, mention: Mention, key: str) -> str | None:
        """Find the full name that a name of one word repeats."""
        if mention.name.isupper() and key in self._by_initials:
            return self._records[self._by_initials[key]].key
        if mention.kind is EntityKind.PLACE or (mention.kind is not EntityKind.PERSON and mention.name in self.scan.language.places):
            return None
        owners = self._by_surname.get(key, [])
        for ending in self._genitives:
            if not owners and key.endswith(ending):
                owners = self._by_surname.get(key[: -len(ending)], [])
        return self._records[owners[0]].key if len(owners) == 1 else self._nearest(owners, mention)

    def _nominative(self, key: str) -> str:
        """Give the key of a name without its genitive ending, where the text has it so as well: “Sicherheitsrats”."""
        if not key.endswith(self._genitives):
            return key
        stems = (key.removesuffix(ending) for ending in self._genitives if key.endswith(ending))
        return next((stem for stem in stems if stem in self._known), key)

    def _fuller(self, key: str) -> str | None:
        """Find the full name that a name of several words ends: “Sheib ad-Din” of “Ayman Sheib ad-Din”."""
        owner = self._by_ending.get(key)
        return self._records[owner].key if owner is not None else None

    def _nearest(self, owners: list[int], mention: Mention) -> str | None:
        """Of several people with one surname, take the one named last before the mention."""
        if not owners:
            return None
        best: tuple[int, int] | None = None
        known = bisect_left(owners, mention.span.start, key=lambda owner: self._records[owner].spans[0].start)
        for owner in owners[max(known - _NAMESAKES, 0) : known]:
            spans = self._records[owner].spans
            number = bisect_left(spans, mention.span.start, key=_start)
            if number and (best is None or spans[number - 1].start > best[0]):
                best = (spans[number - 1].start, owner)
        return self._records[best[1]].key if best else None

    def of(self, mention: Mention) -> int:
        """Give the entity that a mention names, as its number."""
        return self._of_mention[mention.span.start]

    def describe(self, span: Span, kind: EntityKind) -> int:
        """Give the entity of a description (“a spokesman for the ministry”), made where it is new."""
        name = self.scan.name(span)
        key = name.casefold()
        if key not in self._described:
            self._described[key] = len(self._records)
            self._records.append(_Record(name, key, kind, None, named=False))
        record = self._records[self._described[key]]
        insort(record.spans, span, key=_start)
        return self._described[key]

    def hold(self, index: int, role: str) -> None:
        """Note the office that a page prints with an entity, unless its own words have told one."""
        record = self._records[index]
        record.role = record.role or role

    def speaks(self, index: int) -> None:
        """Note that an entity speaks: a name of several words about which nothing else is known is then a person's."""
        record = self._records[index]
        if record.kind is EntityKind.UNKNOWN and record.named and " " in record.name:
            record.kind = EntityKind.PERSON

    def is_full(self, index: int) -> bool:
        """Tell whether an entity has a name of several words."""
        return " " in self._records[index].name

    def kind(self, index: int) -> EntityKind:
        """Give what an entity is known to be."""
        return self._records[index].kind

    def role(self, index: int) -> str | None:
        """Give the office that is printed with an entity."""
        return self._records[index].role

    def spans(self, index: int) -> list[Span]:
        """Give the mentions of an entity so far, in order."""
        return self._records[index].spans

    def entity(self, index: int) -> Entity:
        """Give an entity with all that is known of it, once every quote has been found: what is learnt later does not change it."""
        made = self._made.get(index)
        if made is None:
            record = self._records[index]
            spans = record.spans
            mentions = tuple(spans if len(spans) == 1 else sorted(set(spans), key=_start))
            made = self._made[index] = Entity(name=record.name, kind=record.kind, role=record.role, mentions=mentions)
        return made

    def entities(self) -> tuple[Entity, ...]:
        """Give all that the text names, in the order in which it first names them; descriptions (“the report”) are none."""
        shown = [self.entity(index) for index in range(len(self._records)) if self.is_shown(index)]
        return tuple(sorted(shown, key=lambda entity: entity.mentions[0].start))

    def is_shown(self, index: int) -> bool:
        """Tell whether a name is more than a capital letter at the opening of a sentence."""
        record = self._records[index]
        if not record.named:
            return False
        if record.kind is not EntityKind.UNKNOWN or " " in record.name:
            return True
        if record.opens is None:
            record.opens = all(map(self._opens_sentence, record.spans))
        return not record.opens

    def _opens_sentence(self, span: Span) -> bool:
        scan = self.scan
        start, _ = scan.sentence_at(span.start)
        quotation = scan.quotation_at(span.start)
        first = scan.first_from(span.start)
        return span.start == start or (quotation is not None and quotation.start == span.start) or bool(scan.flags[first] & Flag.FUNCTION)


_start = attrgetter("start")


def _key(name: str) -> str:
    return name.casefold().replace(".", "")
