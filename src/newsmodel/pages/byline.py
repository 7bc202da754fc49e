"""Who wrote it: names out of bylines."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from newsmodel.model import Entity, EntityKind
from newsmodel.pages.furniture import Furniture
from newsmodel.pages.text import fold

_LONGEST_NAME = 8
"""Words."""
# Between names: 'A, B', 'A & B', 'AP/AFP', 'A • B', 'A - B'.
_BETWEEN = re.compile(r"(?:(?<!\s)\s++)?([,،;&/|•])\s*|(?<!\s)\s++[-–—]\s+")
_SHORTEST_ACRONYM = 2
_LONGEST_ACRONYM = 5
"""Letters."""
_FULL_NAME = 2
"""Words of a name that is more than a given or a family name."""


def authors_of(text: str, furniture: Furniture, languages: Iterable[str] = ()) -> tuple[Entity, ...]:
    """Give those whom the words of a byline name, in order; its first word (“By”) is cut off already."""
    out: list[Entity] = []
    for is_source, chunk in _chunks(fold(text), furniture, tuple(languages)):
        # The list alternates between names and the marks between them.
        cut = ["", *_BETWEEN.split(chunk)]
        named = False
        for mark, part in zip(cut[::2], (name.strip(" .:*") for name in cut[1::2]), strict=True):
            # Commas alone may stand between a name and its role: what follows another mark, such as a date, is of something else.
            named = named and mark in (",", "،")
            if part and named and not is_source and _is_role(part, furniture):
                if out[-1].role is None:
                    out[-1] = Entity(name=out[-1].name, kind=out[-1].kind, role=part)
            elif _is_name(part):
                out.append(_source(part, furniture) if is_source else Entity(name=part, kind=_kind(part, furniture)))
                named = out[-1].kind is EntityKind.PERSON
    return merged((), out)


def behind_unknown_word(raw: str) -> str | None:
    """Give what stands behind the first words of a byline where a no-break space sets them apart, as pages do with “By”; else ``None``."""
    label, mark, names = raw.strip().partition("\u00a0")
    return names if mark and len(label.split()) <= _FULL_NAME and names.strip() else None


def merged(authors: Sequence[Entity], more: Iterable[Entity]) -> tuple[Entity, ...]:
    """Add those that are not there already."""
    names = {author.name.casefold(): author for author in authors}
    for author in more:
        names.setdefault(author.name.casefold(), author)
    return tuple(names.values())


def _chunks(text: str, furniture: Furniture, languages: tuple[str, ...]) -> Iterator[tuple[bool, str]]:
    """Cut a byline at the words that join names, and tell which pieces name what the authors drew on."""
    before = frozenset(furniture.joining("with_", languages))
    between = frozenset(furniture.joining("and_", languages))
    for i, chunk in enumerate(_cut(text.split(), lambda words, _, at: words[at] in before)):
        words = [part for word in chunk for part in _apart(word, between, furniture)]
        # "Ortega y Gasset" is one name: two are joined only where both sides are names on their own.
        for piece in _cut(
            words,
            lambda words, start, at: (
                words[at] in between
                and _is_name_alone(words, start, at, furniture)
                and _is_name_alone(words, at + 1, len(words), furniture)
            ),
        ):
            yield i > 0, " ".join(piece)


def _cut(words: list[str], is_joint: Callable[[list[str], int, int], bool]) -> Iterator[list[str]]:
    start = 0
    for at in range(len(words)):
        if is_joint(words, start, at):
            yield words[start:at]
            start = at + 1
    yield words[start:]


def _apart(word: str, between: frozenset[str], furniture: Furniture) -> tuple[str, ...]:
    """Part a joining word from the agency that it is written together with, as Arabic does."""
    if word[:1] in between and furniture.style.is_agency(word[1:]):
        return word[:1], word[1:]
    return (word,)


def _is_name_alone(words: list[str], start: int, end: int, furniture: Furniture) -> bool:
    return end - start >= _FULL_NAME or (end - start == 1 and _kind(words[start], furniture) is EntityKind.ORGANIZATION)


def _source(part: str, furniture: Furniture) -> Entity:
    """Make those of whom a byline says that the authors drew on them: ``Agencies``, ``material of AP``, or a second author."""
    words = part.split()
    if len(words) >= _FULL_NAME and furniture.style.is_agency(words[-1]) and not furniture.style.is_agency(part):
        return Entity(name=words[-1], kind=EntityKind.ORGANIZATION)
    # No author is told by a single name here.
    is_agency = len(words) < _FULL_NAME or furniture.style.is_agency(words[0])
    return Entity(name=part, kind=EntityKind.ORGANIZATION if is_agency else _kind(part, furniture))


def _is_role(part: str, furniture: Furniture) -> bool:
    """Tell whether what follows the comma behind a person is an office: ``MEP``, ``director of the museum``."""
    if _kind(part, furniture) is EntityKind.ORGANIZATION or not any(c.isalpha() for c in part):
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
    is_acronym = name.isupper() and name.isalpha() and _SHORTEST_ACRONYM <= len(name) <= _LONGEST_ACRONYM
    if plain == own or plain.startswith(own + " ") or style.is_agency(name) or is_acronym:
        return EntityKind.ORGANIZATION
    return EntityKind.PERSON
