"""Who wrote an HTML page: those whom its bylines name, else those whom its metadata name."""

from collections.abc import Sequence

from newsmodel.model import Entity, EntityKind
from newsmodel.pages.byline import authors_of, behind_unknown_word, merged
from newsmodel.pages.furniture import Furniture
from newsmodel.pages.html.parts import Part
from newsmodel.pages.html.says import Says
from newsmodel.pages.layout import Layout

_BETWEEN_LABEL_AND_NAMES = "•:"
_LONGEST_LABEL = 2
"""Words."""


def authors_in(says: Says, layout: Layout, parts: Sequence[Part], furniture: Furniture) -> tuple[Entity, ...]:
    """Give the authors, and note where bylines and metadata have none in common."""
    shown = _of_bylines(parts, furniture)
    source, told = _of_metadata(says, layout, furniture)
    if not shown:
        return told
    names = {author.name.casefold() for author in shown}
    # Metadata never name the agencies, and often the publisher alone.
    people = [author.name for author in told if author.kind is EntityKind.PERSON]
    if people and not any(name.casefold() in names for name in people) and any(one.kind is EntityKind.PERSON for one in shown):
        own = ", ".join(author.name for author in shown)
        says.warnings.append(f"The page has two bylines: {own} on the page, {', '.join(people)} by {source}.")
    return shown


def _of_bylines(parts: Sequence[Part], furniture: Furniture) -> tuple[Entity, ...]:
    out: tuple[Entity, ...] = ()
    for part in parts:
        if part.kind == "byline":
            found = furniture.by(part.raw)
            if found is not None:
                out = merged(out, authors_of(found[0], furniture, found[1]))
            elif (names := behind_unknown_word(part.raw)) is not None:
                out = merged(out, authors_of(names, furniture))
            else:
                # The names are links, if anything marks them.
                linked = [text for text, _ in part.links if text]
                out = merged(out, (one for text in linked or [_behind_label(part.text, furniture)] for one in authors_of(text, furniture)))
        elif part.kind == "contributors":
            names = next((part.text.partition(mark)[2] for mark in _BETWEEN_LABEL_AND_NAMES if mark in part.text), part.text)
            out = merged(out, authors_of(names, furniture))
    return out


def _behind_label(text: str, furniture: Furniture) -> str:
    """Give what stands behind an unknown label such as “Written by”: a small word in it shows that it is no name."""
    words = text.split()
    joining = {*furniture.style.particles, *furniture.joining("and_"), *furniture.joining("with_")}
    label = next((i for i, word in enumerate(words[:_LONGEST_LABEL]) if word.islower() and word not in joining), None)
    return text if label is None else " ".join(words[label + 1 :])


def _of_metadata(says: Says, layout: Layout, furniture: Furniture) -> tuple[str, tuple[Entity, ...]]:
    """Give the first source that names any authors, and these."""
    known = {*says.things.organizations(), says.meta("og:site_name")}
    for source in layout.authors:
        names = [name for name in says.first((source,)) if "://" not in name and "@" not in name]
        if found := merged((), (one for name in names for one in authors_of(name, furniture))):
            return source, tuple(Entity(name=one.name, kind=EntityKind.ORGANIZATION) if one.name in known else one for one in found)
    return "", ()
