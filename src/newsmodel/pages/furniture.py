"""What on a page is furniture, by the strings of a style."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from attrs import field, frozen

from newsmodel.pages.printed import DateLine, read_dates
from newsmodel.pages.style import Style
from newsmodel.pages.text import fold

# Kinds whose strings are whole lines, or parts of lines that hold nothing else.
_WHOLE = (
    "published", "updated", "share", "comments", "close", "clipboard", "embed", "copied", "ad", "related", "shortcuts", "lists",
    "navigation", "notices",
)  # fmt: skip
_LONGEST_OPEN = 160
"""Characters of the longest line that is furniture by its beginning or end alone."""
_LONG_STRING = 3
"""Words of a string that hardly any other outlet has by chance."""
_WORDS_OF_A_SENTENCE = 6
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})

Tags = frozenset[str]


@frozen(kw_only=True)
class Cut:
    """A line that is made of furniture strings."""

    kinds: frozenset[str]
    """The kinds of its strings."""

    languages: tuple[Tags, ...] = ()
    """For each string that tells a language, those whose string it is."""

    strong: bool = False
    """Whether it is hardly to be found on pages of another outlet."""

    @property
    def is_bar(self) -> bool:
        """Whether it is a share bar."""
        return "share" in self.kinds and self.kinds <= {"share", "comments", "close"}

    @property
    def is_ad(self) -> bool:
        """Whether it labels an advertisement."""
        return self.kinds == {"ad"}

    @property
    def is_date(self) -> bool:
        """Whether it is the line of the publication date."""
        return self.kinds <= {"published", "updated"}


@frozen(kw_only=True, eq=False)
class Furniture:
    """The strings of a style, made ready for matching; made by :func:`furniture_of`."""

    style: Style
    _owners: Mapping[str, frozenset[tuple[str, str]]]
    _pieces: re.Pattern[str] = field(repr=False)
    _published: re.Pattern[str] = field(repr=False)
    _labels: tuple[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    _by: re.Pattern[str] = field(repr=False)
    _copyright: re.Pattern[str] = field(repr=False)
    _copyright_inside: re.Pattern[str] = field(repr=False)
    _rights: re.Pattern[str] = field(repr=False)
    _related: re.Pattern[str] = field(repr=False)
    _openings: re.Pattern[str] = field(repr=False)
    _endings: re.Pattern[str] = field(repr=False)
    _last: tuple[str, ...] = field(repr=False)
    """The endings as they are: most lines have none, which is told faster without the pattern."""
    _bars: tuple[tuple[str, str], ...]

    def cut(self, text: str) -> Cut | None:
        """Cut a folded line up into furniture strings, with or without blanks between; ``None`` where words are left over."""
        plain = text.translate(_APOSTROPHES)
        pieces: list[str] = []
        position = 0
        while position < len(plain):
            match = self._pieces.match(plain, position)
            if match is None:
                return self._cut_open(plain)
            pieces.append(match[1])
            position = match.end()
        owners = [self._owners[piece] for piece in pieces]
        return Cut(
            kinds=frozenset(kind for owner in owners for kind, _ in owner if kind in _WHOLE),
            languages=tuple(tags for owner in owners if (tags := frozenset(tag for kind, tag in owner if tag and kind in _WHOLE))),
            # A string with an underscore is the name of something that was never meant to be read.
            strong=len(pieces) > 1
            or any(len(piece.split()) >= _LONG_STRING or "_" in piece for piece in pieces)
            or any(kind == "openings" for owner in owners for kind, _ in owner),
        )

    def _cut_open(self, plain: str) -> Cut | None:
        """Cut a line of which only a part is a furniture string."""
        if (match := self._published.match(plain)) and self.dates(plain) is not None:
            tags = self._tags(match[1], "published", "updated")
            return Cut(kinds=frozenset({"published"}), languages=(tags,), strong=len(match[1].split()) >= _LONG_STRING)
        if any(plain.startswith(begin) and plain.endswith(end) for begin, end in self._bars) and len(plain) <= 2 * _LONGEST_OPEN:
            return Cut(kinds=frozenset({"navigation"}), strong=True)
        match = self._openings.match(plain)
        # A whole sentence is nobody else's beginning, however long the line is.
        is_sentence = match is not None and len(match[1].split()) >= _WORDS_OF_A_SENTENCE
        if len(plain) > _LONGEST_OPEN and not is_sentence:
            return None
        if any(button in plain for button in self.style.everywhere.close + self.style.everywhere.clipboard):
            return Cut(kinds=frozenset({"clipboard"}), strong=True)
        bare = plain.rstrip(".!: ")
        match = match or (self._endings.search(bare) if bare.endswith(self._last) else None)
        if match is None:
            return None
        tags = self._tags(match[1], "openings", "endings")
        return Cut(kinds=frozenset({"notices"}), languages=(tags,) if tags else (), strong=True)

    def dates(self, text: str) -> DateLine | None:
        """Read a line of dates; ``None`` for a line that holds anything else."""
        return read_dates(text, *self._labels)

    def by(self, raw: str) -> tuple[str, Tags] | None:
        """Give what stands behind the first word of a byline, and the languages of the word; ``None`` where a line has no such word."""
        match = self._by.match(raw)
        # Other outlets print it small or in capitals.
        return (raw[match.end() :], self._tags(match[1], "by") or self._tags(match[1].capitalize(), "by")) if match else None

    def copyright(self, raw: str, *, strict: bool = True) -> tuple[str, Tags] | None:
        """Give the credit behind the word for “Copyright” that a line begins with, and the languages of the word.

        The word may be one of a sentence, too; so a strict reading wants what pages have behind it: a no-break space, or nothing.
        """
        match = self._copyright.match(raw)
        if match is None or (strict and not _is_apart(raw, match)):
            return None
        return fold(raw[match.end() :]), self._tags(match[1], "copyright")

    def credit_inside(self, raw: str) -> tuple[str, str, Tags] | None:
        """Cut ``caption Copyright<nbsp>credit`` into caption and credit, with the languages of the word."""
        match = next((m for m in self._copyright_inside.finditer(raw) if _is_apart(raw, m)), None)
        if match is None or not raw[: match.start()].strip():
            return None
        return fold(raw[: match.start()]), fold(raw[match.end() :]), self._tags(match[1], "copyright")

    def has_rights(self, text: str) -> bool:
        """Tell whether a text says whose picture something is: ``Copyright 2026``, ``All rights reserved``."""
        return bool(self._rights.search(text))

    def is_label_of_contributors(self, text: str) -> bool:
        """Tell whether a text stands before the names below the body."""
        return any(kind == "contributors" for kind, _ in self._owners.get(text, ()))

    def is_wall(self, text: str) -> bool:
        """Tell whether a headline is that of a consent, access or error page."""
        plain = _bare(text)
        return any(plain == _bare(wall) for wall in self.style.walls)

    def before_close(self, text: str) -> str | None:
        """Give what a line holds before the button that closes the share window; ``None`` where it does not end with it."""
        button = next((s for s in self.style.everywhere.close if text.endswith(s)), None)
        return text[: -len(button)].rstrip() if button and len(text) <= _LONGEST_OPEN else None

    def after_related(self, text: str) -> str | None:
        """Give the title behind ``Read more:``; ``None`` where a line is nothing of the kind."""
        match = self._related.match(text.translate(_APOSTROPHES))
        return text[match.end() :].strip() or None if match else None

    def joining(self, kind: str, languages: Iterable[str] = ()) -> tuple[str, ...]:
        """Give the words of a kind in these languages, or in all where none is given."""
        return _joining(self.style, kind, frozenset(languages))

    def _tags(self, string: str, *kinds: str) -> Tags:
        return frozenset(tag for kind, tag in self._owners.get(fold(string), ()) if tag and kind in kinds)


@lru_cache(maxsize=1024)
def _joining(style: Style, kind: str, wanted: Tags) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for tag, strings in style.languages if not wanted or tag in wanted for s in getattr(strings, kind)))


@cache
def furniture_of(style: Style) -> Furniture:
    """Make the strings of a style ready for matching."""
    owners: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    kinds = (*_WHOLE, "by", "copyright", "contributors", "openings", "endings")
    for tag, strings in (("", style.everywhere), *style.languages):
        for kind in kinds:
            for string in getattr(strings, kind):
                owners[fold(string).translate(_APOSTROPHES)].add((kind, tag))

    def strings_of(*wanted: str) -> tuple[str, ...]:
        return tuple(s for s, of in owners.items() if any(kind in wanted for kind, _ in of))

    def alternatives(*wanted: str) -> str:
        return _any_of(strings_of(*wanted))

    return Furniture(
        style=style,
        owners={string: frozenset(of) for string, of in owners.items()},
        # 'Share this article', and the blank before 'Comments'.
        pieces=re.compile(rf"({alternatives(*_WHOLE)})\ ?"),
        # 'Published on', 'Updated:' before a date.
        published=re.compile(rf"({alternatives('published', 'updated')})(?!\w)"),
        labels=(strings_of("published"), strings_of("updated")),
        # 'By<nbsp>', 'Von ', 'بقلم:'.
        by=re.compile(rf"\s*({alternatives('by')})(?:(?<=:)\s*|\s+)", re.IGNORECASE),
        # 'Copyright<nbsp>', 'Tous droits réservés'.
        copyright=re.compile(rf"\s*({alternatives('copyright')})(?!\w)\s*"),
        # ' Copyright<nbsp> ', '   -   Copyright  '.
        copyright_inside=re.compile(rf"\s(?:[-–]\s{{1,4}})?({alternatives('copyright')})(?!\w)\s{{0,4}}"),
        # 'Copyright 2026', '© Ana Bela', 'All rights reserved'.
        rights=re.compile(rf"({alternatives('copyright')})\s{{1,4}}\d{{4}}|{_any_of(style.rights)}"),
        # 'Read more: ', 'You might also like →'.
        related=re.compile(rf"({alternatives('related')})\s*[:|•→»>]"),
        # 'now playing: …'.
        openings=re.compile(rf"({alternatives('openings')})"),
        # '… in the player above'.
        endings=re.compile(rf"({alternatives('endings')})\Z"),
        last=strings_of("endings"),
        bars=tuple((begin.strip(), end.strip()) for bar in style.everywhere.bars for begin, _, end in [bar.partition("…")]),
    )


def _any_of(strings: Iterable[str]) -> str:
    """Give the pattern of any of the strings, longest first: ``Share this article`` is not to be cut into ``Share`` and a rest."""
    return "|".join(re.escape(s) for s in sorted(strings, key=len, reverse=True)) or "(?!)"


def _is_apart(raw: str, match: re.Match[str]) -> bool:
    """Tell whether a word is set apart from what follows as pages do it: by a no-break space, two blanks or the end of the line."""
    behind = raw[match.end(1) : match.end(1) + 2]
    return behind[:1] in ("", "\u00a0") or (behind.isspace() and (len(behind) == 2 or match.end(1) + 1 == len(raw)))  # noqa: PLR2004


def _bare(text: str) -> str:
    return text.casefold().strip(" .!…")
