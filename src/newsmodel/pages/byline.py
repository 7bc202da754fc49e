"""Who wrote it: names out of bylines."""

import re
from collections.abc import Iterable, Sequence

from newsmodel.model import Entity, EntityKind
from newsmodel.pages.furniture import Furniture
from newsmodel.pages.text import fold

_LONGEST_NAME = 8
"""Words."""
# Between names: 'A, B', 'A & B', 'AP/AFP', 'A • B', 'A - B'.
_BETWEEN = re.compile(r"\s*([,،;&/|•])\s*|\s+[-–—]\s+")
_FULL_NAME = 2
"""Words of a name that is more than a given or a family name."""


def authors_of(text: str, furniture: Furniture, languages: Iterable[str] = ()) -> tuple[Entity, ...]:
    """Give those whom the words of a byline name, in order; its first word (“By”) is cut off already."""
    out: list[Entity] = []
    for chunk in _chunks(fold(text), furniture, tuple(languages)):
        # The list alternates between names and the marks between them.
        cut = ["", *_BETWEEN.split(chunk)]
        for mark, part in zip(cut[::2], (name.strip(" .:*") for name in cut[1::2]), strict=True):
            if not part:
                continue
            if mark in (",", "،") and out and _is_role(part, furniture):
                if out[-1].kind is EntityKind.PERSON and out[-1].role is None:
                    out[-1] = Entity(name=out[-1].name, kind=out[-1].kind, role=part)
            elif _is_name(part):
                out.append(Entity(name=part, kind=_kind(part, furniture)))
    return merged((), out)


def merged(authors: Sequence[Entity], more: Iterable[Entity]) -> tuple[Entity, ...]:
    """Add those that are not there already."""
    names = {author.name.casefold(): author for author in authors}
    for author in more:
        names.setdefault(author.name.casefold(), author)
    return tuple(names.values())


def _chunks(text: str, furniture: Furniture, languages: tuple[str, ...]) -> list[str]:
    """Cut a byline at the words that join names."""
    chunks = [text]
    for kind in ("with_", "and_"):
        joining = frozenset(furniture.joining(kind, languages))
        cut: list[str] = []
        for chunk in chunks:
            words = chunk.split()
            start = 0
            for i, word in enumerate(words):
                # "Ortega y Gasset" is one name: two are joined only where both sides are names on their own.
                if word in joining and (
                    kind == "with_" or (_is_name_alone(words, start, i, furniture) and _is_name_alone(words, i + 1, len(words), furniture))
                ):
                    cut.append(" ".join(words[start:i]))
                    start = i + 1
            cut.append(" ".join(words[start:]))
        chunks = cut
    return chunks


def _is_name_alone(words: list[str], start: int, end: int, furniture: Furniture) -> bool:
    return end - start >= _FULL_NAME or (end - start == 1 and _kind(words[start], furniture) is EntityKind.ORGANIZATION)


def _is_role(part: str, furniture: Furniture) -> bool:
    """Tell whether what follows a comma is the office of the one before: ``MEP``, ``director of the museum``."""
    if _kind(part, furniture) is EntityKind.ORGANIZATION:
        return False
    words = part.split()
    small = [word for word in words if word[:1].islower() and word not in furniture.style.particles]
    return len(words) < _FULL_NAME or bool(small)


def _is_name(part: str) -> bool:
    return any(c.isalpha() for c in part) and not any(c.isdigit() for c in part) and len(part.split()) <= _LONGEST_NAME


def _kind(name: str, furniture: Furniture) -> EntityKind:
    style = furniture.style
    plain = name.casefold()
    own = style.publisher.casefold()
    if plain == own or plain.startswith(own + " ") or style.is_agency(name):
        return EntityKind.ORGANIZATION
    return EntityKind.PERSON
