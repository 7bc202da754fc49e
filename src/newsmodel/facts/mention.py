"""A name as it stands in a text."""

from attrs import define, field

from newsmodel.facts.language import Flag
from newsmodel.facts.scan import Scan
from newsmodel.model import EntityKind, Span


@define(kw_only=True, eq=False)
class Mention:
    """A name as it stands in the text at one place."""

    first: int
    """Index of its first word."""

    last: int
    """Index of its last word."""

    name: str
    """The name alone, as printed."""

    span: Span
    """Where the name stands."""

    kind: EntityKind = EntityKind.UNKNOWN
    """What the words round it show it to be."""

    role: str | None = None
    """The office or function printed with it."""

    role_start: int | None = field(default=None)
    """Index of the first word of the role where it stands before the name."""


def is_located(scan: Scan, mention: Mention, hitting: frozenset[str] = frozenset()) -> bool:
    """Tell a name that a preposition of places leads to, or one of some verbs: “in Rome”, “near the Vatican”, “struck Chile”."""
    before = mention.first - 1
    while before >= 0 and scan.flags[before] & Flag.ARTICLE:
        before -= 1
    return before >= 0 and (scan.words[before] in hitting or scan.words[before] in scan.language.word_set("place", "prepositions"))
