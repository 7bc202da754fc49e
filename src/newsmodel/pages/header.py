"""The part of a dump above the body: navigation, headline, picture, byline, share bar."""

import re
from collections.abc import Sequence

from attrs import frozen

from newsmodel.model import Entity, Image, Role
from newsmodel.pages.anchor import Anchor, anchor_of, headline_at, is_bare_name, is_credit_line, unknown_headline_at
from newsmodel.pages.byline import authors_of, merged
from newsmodel.pages.furniture import Cut, Furniture, Tags
from newsmodel.pages.pictures import repeats, same_words
from newsmodel.pages.piece import Piece, piece
from newsmodel.pages.printed import DateLine, date_inside
from newsmodel.pages.text import Line, ends_sentence, fold, starts_small, words

_REACH = 8
"""Lines below the headline that may be of the header where no share bar closes it."""
_BELOW_BAR = 3
"""Lines that stand below the share bar without a blank line between."""
_BYLINE_WORDS = 16
_BYLINE_LINES = 8
_LONGEST_BYLINE = 240
"""Characters."""
_LONGEST_LABEL = 60
"""Characters of the longest unknown word before a no-break space that is held for “By” or “Copyright”."""
# 'Nga<nbsp>Ana Bela': a label, and what it is the label of.
_LABELLED = re.compile(rf"\s*([^\s](?:[^\u00a0\n]{{0,{_LONGEST_LABEL}}}[^\s])?) {{0,2}}\u00a0\s*(.*)")


@frozen(kw_only=True)
class Header:
    """What the header says."""

    pieces: tuple[Piece, ...]
    """Its lines, with their roles."""

    end: int
    """Index of the first line below it."""

    headline: str
    """The headline."""

    bar: str | None
    """The share bar; it stands below the body again. ``None`` where the header has none."""

    authors: tuple[Entity, ...] = ()
    copyright: str | None = None
    image: Image | None = None
    dates: tuple[DateLine, ...] = ()
    """What the lines of dates say, in order."""
    lede: Piece | None = None
    """The summary, where it stands above the byline."""
    signs: tuple[Tags, ...] = ()
    """For each string that tells a language, those whose string it is."""


def read_header(
    lines: Sequence[Line], cuts: Sequence[Cut | None], furniture: Furniture, *, has_blanks: bool, recognised: bool = True
) -> Header:
    """Read the header; on a page of an unknown outlet, the headline may stand anywhere above the byline.

    Raises:
        PageError: no line can be the headline.

    """
    anchor = anchor_of(lines, cuts, furniture)
    h = headline_at(lines, cuts, anchor)
    if anchor is None and not recognised:
        h = unknown_headline_at(lines, cuts, furniture, h)
    if anchor is not None and h > anchor.first:
        anchor = None
    reader = _Reader(lines=lines, cuts=cuts, furniture=furniture, h=h, anchor=anchor)
    end = reader.read()
    if anchor is not None:
        end = _below_bar(lines, cuts, anchor, reader, has_blanks=has_blanks)
    return Header(
        pieces=tuple(reader.pieces),
        end=end,
        headline=lines[h].text,
        bar=anchor.bar if anchor else None,
        authors=reader.authors,
        copyright=reader.copyright,
        image=reader.image(),
        dates=tuple(reader.dates),
        lede=reader.lede,
        signs=tuple(reader.signs),
    )


def _below_bar(lines: Sequence[Line], cuts: Sequence[Cut | None], anchor: Anchor, reader: "_Reader", *, has_blanks: bool) -> int:
    """Give the index of the first line of the body."""
    i = anchor.last + 1
    group = lines[anchor.last].group
    rest = 0
    while i + rest < len(lines) and lines[i + rest].group == group:
        rest += 1
    together = has_blanks and rest <= _BELOW_BAR
    while i < len(lines):
        cut = cuts[i]
        inside = together and lines[i].group == group
        if not inside and (cut is None or cut.is_ad or "related" in cut.kinds):
            break
        reader.add(Role.FURNITURE, i)
        i += 1
    return i


class _Reader:
    """Walks down a header and gives each line its role."""

    def __init__(self, *, lines: Sequence[Line], cuts: Sequence[Cut | None], furniture: Furniture, h: int, anchor: Anchor | None) -> None:
        self.lines = lines
        self.cuts = cuts
        self.furniture = furniture
        self.h = h
        self.anchor = anchor
        self.pieces: list[Piece] = []
        self.signs: list[Tags] = []
        self.authors: tuple[Entity, ...] = ()
        self.copyright: str | None = None
        self.credit: str | None = None
        self.caption: str | None = None
        self.alt: str | None = None
        self.dates: list[DateLine] = []
        self.lede: Piece | None = None

    def read(self) -> int:
        """Read to the end of the share bar, or to the first line that is not of a header; give the index behind it."""
        for i in range(self.h):
            self._read_dates(i) or self.add(Role.FURNITURE, i)
        self.add(Role.HEADLINE, self.h)
        i = self.h + 1
        stop = self.anchor.first if self.anchor else min(len(self.lines), i + _REACH)
        while i < stop:
            used = self._read_line(i)
            if not used and self.anchor:
                used = self._read_by_place(i)
            used = used or self._read_lede(i)
            if not used:
                return i
            i += used
        if self.anchor:
            while i <= self.anchor.last:
                self.add(Role.FURNITURE, i)
                i += 1
        return i

    def add(self, role: Role, *indices: int) -> int:
        """Give lines a role; give how many there are."""
        self.pieces.append(piece(role, *(self.lines[i] for i in indices)))
        for i in indices:
            cut = self.cuts[i]
            if role in (Role.FURNITURE, Role.DATELINE) and cut is not None:
                self.signs.extend(cut.languages)
        return len(indices)

    def image(self) -> Image | None:
        """Give the cover picture; ``None`` where the header tells nothing of one."""
        if self.caption is None and self.alt is None:
            return None
        return Image(alt=self.alt, caption=self.caption, credit=self.credit)

    def _next(self, i: int) -> Line | None:
        return self.lines[i + 1] if i + 1 < len(self.lines) else None

    def _read_line(self, i: int) -> int:
        """Read a line that shows by itself what it is; give how many lines were read."""
        line, cut = self.lines[i], self.cuts[i]
        headline = self.lines[self.h].text
        if line.text == headline:
            return self.add(Role.HEADLINE, i)
        if not any(c.isalnum() for c in line.text):
            return self.add(Role.FURNITURE, i)
        if cut is not None:
            if not self.anchor and "related" in cut.kinds:
                return 0
            return self._read_dates(i) or self.add(Role.DATELINE if cut.is_date else Role.FURNITURE, i)
        return (
            self._read_dates(i)
            or self._read_copyright(i)
            or self._read_byline(i)
            or self._read_caption(i)
            or self._read_alt(i)
            or self._read_programme(i)
        )

    def _read_dates(self, i: int) -> int:
        found = self.furniture.dates(self.lines[i].text)
        if found is None:
            return 0
        self.dates.append(found)
        return self.add(Role.DATELINE, i)

    def _read_lede(self, i: int) -> int:
        """Read a summary above the byline, or a bare name above the date, where no share bar tells the end of the header."""
        if self.anchor is not None or self.lede is not None or any(p.role in (Role.BYLINE, Role.DATELINE) for p in self.pieces[self.h :]):
            return 0
        if i + 1 >= len(self.lines) or not is_credit_line(self.lines[i + 1], self.furniture):
            return 0
        line, below = self.lines[i], self.lines[i + 1]
        if self.furniture.dates(below.text) is not None and is_bare_name(line.text, self.furniture):
            self.authors = merged(self.authors, authors_of(line.text, self.furniture))
            return self.add(Role.BYLINE, i)
        used = self.add(Role.LEDE, i)
        self.lede = self.pieces[-1]
        return used

    def _read_copyright(self, i: int) -> int:
        line, below = self.lines[i], self._next(i)
        found = self.furniture.copyright(line.raw, strict=self.anchor is None)
        if found is None:
            return 0
        credit, tags = found
        self.signs.append(tags)
        used = [i]
        # Older pages have the credit on a line of its own.
        label_alone = not credit and not line.raw.endswith("\u00a0")
        if label_alone and below is not None and below.gap == 0 and self._may_be_credit(i + 1):
            credit = below.text
            used.append(i + 1)
        self.copyright = credit or self.copyright
        self.credit = self.credit or credit or None
        return self.add(Role.COPYRIGHT, *used)

    def _may_be_credit(self, i: int) -> bool:
        if self.cuts[i] is not None or self.furniture.by(self.lines[i].raw) or (self.anchor and i + 1 >= self.anchor.first):
            return False
        text = self.lines[i].text
        return not ends_sentence(text) and words(text) <= _BYLINE_WORDS and text != self.lines[self.h].text

    def _read_byline(self, i: int) -> int:
        line = self.lines[i]
        found = self.furniture.by(line.raw)
        if found is None or len(line.text) > _LONGEST_BYLINE or words(line.text) > _BYLINE_WORDS:
            return 0
        names, tags = found
        if starts_small(fold(names)) or fold(names)[:1].isdigit() or (ends_sentence(line.text) and not line.text.endswith(".")):
            return 0
        if self.anchor is None and ends_sentence(line.text) and words(line.text) > _BYLINE_WORDS // 2:
            return 0
        used = [i]
        while len(used) < _BYLINE_LINES and (below := self._next(used[-1])) is not None and self._continues_byline(below, tags):
            used.append(used[-1] + 1)
            names = f"{names} {below.text}"
        authors = authors_of(names, self.furniture, tags)
        if not authors:
            return 0
        self.signs.append(tags)
        self.authors = merged(self.authors, authors)
        if (stamp := date_inside(names)) is not None:
            self.dates.append(DateLine(published=stamp))
        return self.add(Role.BYLINE, *used)

    def _continues_byline(self, below: Line, tags: Tags) -> bool:
        first = below.text.split()[0]
        joins = first == "&" or first in self.furniture.joining("with_", tags)
        return joins and below.gap == 0 and words(below.text) <= _BYLINE_WORDS and not ends_sentence(below.text)

    def _read_caption(self, i: int) -> int:
        line, above = self.lines[i], self.lines[i - 1]
        found = self.furniture.credit_inside(line.raw)
        if found is None:
            found = self._repeated_with_credit(i)
        if found is None or (self.anchor is None and len(line.text) > _LONGEST_BYLINE and above.text not in line.text):
            return 0
        caption, credit, tags = found
        self.signs.extend([tags] if tags else [])
        self.caption, self.credit = caption, credit or self.credit
        self.copyright = self.copyright or credit or None
        return self.add(Role.CAPTION, i)

    def _repeated_with_credit(self, i: int) -> tuple[str, str, Tags] | None:
        """Read a caption whose word for “Copyright” is unknown: it repeats the line above it, and ends with the line below it."""
        above, line, below = self.lines[i - 1], self.lines[i], self._next(i)
        if below is None or not line.text.startswith(above.text + " "):
            return None
        label = _LABELLED.fullmatch(below.raw)
        if label is None or not line.text.endswith(below.text):
            return None
        return line.text[: -len(below.text)].strip(), fold(label[2]), frozenset()

    def _read_alt(self, i: int) -> int:
        """Read an alternative text: what stands below it shows that it is one."""
        line, below = self.lines[i], self._next(i)
        if below is None or below.gap > 0:
            return 0
        is_caption = self.furniture.credit_inside(below.raw) is not None or self.furniture.copyright(below.raw) is not None
        if not is_caption and not (self.anchor and repeats(line.text, below.text, self.furniture)):
            return 0
        self.alt = line.text
        return self.add(Role.CAPTION, i)

    def _read_programme(self, i: int) -> int:
        """Read what stands between the headline and its repetition on the oldest pages: the name of a programme."""
        headline = self.lines[self.h].text
        ahead = self.lines[i + 1 : i + 3]
        short = len(self.lines[i].text) <= _LONGEST_LABEL and not ends_sentence(self.lines[i].text)
        return self.add(Role.FURNITURE, i) if short and any(line.text == headline for line in ahead) else 0

    def _read_by_place(self, i: int) -> int:
        """Read a line whose language has no strings, by its place above the share bar."""
        assert self.anchor is not None  # noqa: S101 - told to the type checker; the caller has looked
        to_bar = self.anchor.first - i
        line, above = self.lines[i], self.lines[i - 1]
        label = _LABELLED.fullmatch(line.raw)
        # Any line with a label between caption and byline is the copyright: it ends the caption.
        if label is not None and i - 1 > self.h and above.text.endswith(line.text) and above.text != line.text:
            self.copyright = self.copyright or fold(label[2]) or None
            return self.add(Role.COPYRIGHT, i)
        has_byline = any(p.role is Role.BYLINE for p in self.pieces)
        if label is not None and not has_byline:
            empty = not label[2].strip()
            if empty:
                return self.add(Role.COPYRIGHT, i)
            self.authors = merged(self.authors, authors_of(label[2], self.furniture))
            return self.add(Role.BYLINE, i)
        if to_bar == 1 and has_byline and line.gap == 0 and words(line.text) <= _BYLINE_WORDS // 2:
            return self.add(Role.DATELINE, i)
        if to_bar == 1 and not has_byline and i > self.h + 1 and words(line.text) <= _BYLINE_WORDS // 2 and not ends_sentence(line.text):
            return self.add(Role.BYLINE, i)
        if same_words(line.text, self.lines[self.h].text):
            return self.add(Role.HEADLINE, i)
        self.alt = self.alt or line.text
        return self.add(Role.CAPTION, i)
