"""The body of a dump: paragraphs, subheadings, lists, tables, posts, pictures, pull quotes."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from newsmodel.model import Image, Link, Role
from newsmodel.pages.furniture import Cut, Furniture
from newsmodel.pages.headings import looks_like_heading, with_headings
from newsmodel.pages.offers import is_offer
from newsmodel.pages.pictures import ends_in_agency, ends_with_date, has_credit, picture, repeats
from newsmodel.pages.piece import Piece, piece
from newsmodel.pages.posts import ends_of_posts, ends_with_signature, is_signature
from newsmodel.pages.printed import is_time
from newsmodel.pages.text import Line, ends_sentence, final_mark, quoted, starts_small, words

# '  • item', '  1. item': bullets stand behind blanks; '•' needs none.
_ITEM = re.compile(r"(?:\s+(?:[•●▪◦‣·*–-]|\d{1,3}[.)])|[•●▪◦‣])\s+(?=\S)")
# '- item', as cleaned-up texts have it; one alone may be a line of dialogue.
_DASHED = re.compile(r"[-*]\s+(?=\S)")
# '• ', '1. ' before an item whose white space is folded.
_BULLET = re.compile(r"(?:[•●▪◦‣·*–-]|\d{1,3}[.)]) ")
# 'Country\t\tSeats': a tab between words.
_ROW = re.compile(r"\S *\t\s*\S")
_LONGEST_SPEAKER = 60
"""Characters of the longest line below a pull quote that is its speaker."""
_MOST_WORDS_OF_SPEAKER = 6
_LONGEST_OFFICE = 120
"""Characters."""
_PULL_QUOTE = (2, 3)
"""Lines of a pull quote."""
_MOST_PARAGRAPHS_OF_ITEM = 4
_FEWEST_WORDS_OF_CAPTION = 4
_LONGEST_TITLE = 160
"""Characters."""
_MOST_WORDS_OF_BOLD = 10
_LONGER = 2
"""How many times as long as the heading glued to it a paragraph is."""


@frozen(kw_only=True)
class Body:
    """What the body holds."""

    pieces: tuple[Piece, ...]
    """Its lines, with their roles."""

    images: tuple[Image, ...] = ()
    """Its pictures, in order."""

    related: tuple[Link, ...] = ()
    """The titles of related articles that stand between its paragraphs."""


# Neighbouring lines of a body that nothing else has claimed.
_Run = list[Line]


def read_body(lines: Sequence[Line], cuts: Sequence[Cut | None], furniture: Furniture, *, has_blanks: bool) -> Body:
    """Read the body; without blank lines between its paragraphs, every line is one."""
    related: list[Link] = []
    pieces: list[Piece] = []
    for part in _with_posts(list(_parts(lines, cuts, furniture, has_blanks=has_blanks))):
        if isinstance(part, Piece):
            pieces.append(part)
            if part.role is Role.RELATED:
                related.append(Link(text=furniture.after_related(part.text) or part.text))
        else:
            pieces.extend(_read_run(part, furniture))
    pieces = with_headings(_with_pictures_apart(pieces, furniture))
    return Body(pieces=tuple(pieces), images=tuple(_images(pieces, furniture)), related=tuple(related))


def is_claimed(line: Line) -> bool:
    """Tell whether a line shows by itself that it is no prose of a paragraph: a list item, a table row, a signature."""
    return bool(_ITEM.match(line.raw) or _ROW.search(line.raw) or is_signature(line.text) or ends_with_signature(line.text))


def _parts(lines: Sequence[Line], cuts: Sequence[Cut | None], furniture: Furniture, *, has_blanks: bool) -> Iterator[Piece | _Run]:
    """Part the lines into those that show by themselves what they are, and runs of the others."""
    run: _Run = []
    titles_follow = False
    for i, line in enumerate(lines):
        claimed = _claim(lines, cuts, i, furniture, titles_follow=titles_follow)
        cut = cuts[i]
        if cut is not None:
            titles_follow = "related" in cut.kinds or (titles_follow and cut.is_ad)
        elif claimed is None or claimed.role is not Role.RELATED:
            titles_follow = False
        if run and (claimed is not None or run[-1].group != line.group or not has_blanks):
            yield run
            run = []
        if claimed is None:
            run.append(line)
        else:
            yield claimed
    if run:
        yield run


def _claim(lines: Sequence[Line], cuts: Sequence[Cut | None], i: int, furniture: Furniture, *, titles_follow: bool) -> Piece | None:
    line, cut = lines[i], cuts[i]
    if cut is not None and not _is_word_of_text(lines, i, cut):
        return piece(Role.FURNITURE, line)
    if furniture.after_related(line.text) is not None and len(line.text) <= _LONGEST_TITLE:
        return piece(Role.RELATED, line)
    item = _ITEM.match(line.raw)
    if not item and _goes_on_with_item(lines, i):
        return piece(Role.LIST_ITEM, line)
    if titles_follow and _is_title(lines, i, bulleted=bool(item)):
        bullet = _BULLET.match(line.text) if item else None
        return piece(Role.RELATED, line, words=line.text[bullet.end() :] if bullet else None)
    if _ROW.search(line.raw) or _is_lonely_cell(lines, i):
        return piece(Role.TABLE, line)
    if _is_title_of_table(lines, i):
        return piece(Role.CAPTION, line)
    dashed = _DASHED.match(line.text) and any(
        0 <= j < len(lines) and _DASHED.match(lines[j].text) and abs(lines[j].group - line.group) <= 1 for j in (i - 1, i + 1)
    )
    if (item or dashed) and not is_signature(line.text) and (bullet := _BULLET.match(line.text)):
        return piece(Role.LIST_ITEM, line, words=line.text[bullet.end() :])
    return None


def _goes_on_with_item(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line is a further paragraph of the list item above it: as deep as the words of that."""
    raw = lines[i].raw
    if not raw[:1].isspace():
        return False
    indented = len(raw) - len(raw.lstrip())
    for above in reversed(lines[max(0, i - _MOST_PARAGRAPHS_OF_ITEM) : i]):
        if item := _ITEM.match(above.raw):
            return indented >= item.end() - 1 > 0
        if not above.raw[:1].isspace():
            return False
    return False


def _is_lonely_cell(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line is a row with one cell: glued between two others."""
    if i == 0 or i + 1 >= len(lines) or lines[i].gap or lines[i + 1].gap:
        return False
    return bool(_ROW.search(lines[i - 1].raw) and _ROW.search(lines[i + 1].raw))


def _is_title_of_table(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line is glued to the first row of a table, and no sentence."""
    if i + 1 >= len(lines) or lines[i + 1].gap or (i and not lines[i].gap):
        return False
    return bool(_ROW.search(lines[i + 1].raw)) and not ends_sentence(lines[i].text)


def _is_title(lines: Sequence[Line], i: int, *, bulleted: bool) -> bool:
    """Tell whether a line below the heading of a list of articles is a title of the list.

    Titles have bullets, or stand right below the heading, or are lines with blank lines around them.
    """
    line, above = lines[i], lines[i - 1]
    if len(line.text) > _LONGEST_TITLE or final_mark(line.text) not in ("", "?", "!"):
        return False
    if bulleted or line.gap == 0:
        return True
    below_bullets = bool(_ITEM.match(above.raw))
    lonely = i + 1 == len(lines) or lines[i + 1].gap > 0
    return lonely and not below_bullets


def _is_word_of_text(lines: Sequence[Line], i: int, cut: Cut) -> bool:
    """Tell whether a furniture word is a heading of the article here: ``Discussion``, alone and with prose below it."""
    if cut.strong or not cut.kinds <= {"comments"}:
        return False
    return i + 1 < len(lines) and ends_sentence(lines[i + 1].text)


def _with_posts(parts: list[Piece | _Run]) -> Iterator[Piece | _Run]:
    """Join each signature of a post with the lines of its words, which a blank line may part from it."""
    held: _Run | None = None
    for part in parts:
        above: list[Line] = []
        ends = [] if isinstance(part, Piece) else ends_of_posts(part)
        if held is not None:
            if not isinstance(part, Piece) and ends and is_signature(part[0].text):
                above = held
            else:
                yield held
            held = None
        if isinstance(part, Piece):
            yield part
            continue
        start = 0
        for end in ends:
            yield piece(Role.TWEET, *above, *part[start:end])
            above, start = [], end
        if part[start:]:
            held = part[start:]
    if held is not None:
        yield held


def _read_run(lines: _Run, furniture: Furniture) -> Iterator[Piece]:
    """Read neighbouring lines: pictures, a pull quote, or paragraphs."""
    if len(lines) == 1:
        text = lines[0].text
        if is_offer(text) or is_time(text):
            yield piece(Role.FURNITURE if is_offer(text) else Role.DATELINE, lines[0])
            return
        is_caption = ends_with_date(text) or (has_credit(text, furniture) and not _ends_quotation(text))
        yield piece(Role.CAPTION if is_caption else Role.PARAGRAPH, lines[0], alone=True)
        return
    if len(lines) in _PULL_QUOTE and _is_pull_quote(lines, furniture):
        yield from (piece(Role.QUOTATION, line) for line in lines)
        return
    i = 0
    open_lines: list[Line] = []
    while i < len(lines):
        if i + 1 < len(lines) and _is_picture(lines[i], lines[i + 1], furniture, alone=len(lines) == 2):  # noqa: PLR2004 - the two lines of a picture
            yield from _paragraphs(open_lines)
            open_lines = []
            yield piece(Role.CAPTION, lines[i])
            yield piece(Role.CAPTION, lines[i + 1])
            i += 2
        else:
            open_lines.append(lines[i])
            i += 1
    yield from _paragraphs(open_lines)


def _ends_quotation(text: str) -> bool:
    """Tell whether a line ends with the closing mark of a quotation: what ends so is no caption with a credit."""
    return text.endswith(('"', "”", "»", "“"))


def _is_picture(alt: Line, below: Line, furniture: Furniture, *, alone: bool) -> bool:
    if repeats(alt.text, below.text, furniture):
        return True
    if not alone:
        return False
    credited = has_credit(below.text, furniture) or (not ends_sentence(below.text) and ends_in_agency(below.text, furniture))
    return credited and words(below.text) >= _FEWEST_WORDS_OF_CAPTION


def _is_pull_quote(lines: Sequence[Line], furniture: Furniture) -> bool:
    """Tell whether lines are words, their speaker and perhaps the speaker's office."""
    quote, speaker, *office = (line.text for line in lines)
    below = (speaker, *office)
    if any(ends_sentence(text) or (text == speaker and starts_small(text)) for text in below) or repeats(quote, speaker, furniture):
        return False
    if len(speaker) > _LONGEST_SPEAKER or words(speaker) > _MOST_WORDS_OF_SPEAKER or any(len(text) > _LONGEST_OFFICE for text in office):
        return False
    if any(c.isdigit() for c in speaker) or has_credit(below[-1], furniture) or "http" in quote:
        return False
    names = [word for word in speaker.split() if word not in furniture.style.particles]
    capitals = bool(office) or quoted(quote) or all(not word[:1].islower() for word in names)
    # A broken line ends anywhere; words that are quoted end as sentences do, or are much longer than a name.
    return capitals and (ends_sentence(quote) or (bool(office) and words(quote) > words(speaker)))


def _paragraphs(lines: Sequence[Line]) -> Iterator[Piece]:
    """Cut neighbouring lines into paragraphs; lines that break in mid-sentence are one."""
    current: list[Line] = []
    for line in lines:
        if current and is_break(current[-1].text, line.text, first=len(current) == 1 and current[0] is lines[0]):
            yield piece(Role.PARAGRAPH, *current, alone=len(current) == 1)
            current = []
        current.append(line)
    if current:
        yield piece(Role.PARAGRAPH, *current, alone=False)


def is_break(above: str, below: str, *, first: bool) -> bool:
    """Tell whether a new paragraph begins between two neighbouring lines."""
    if starts_small(below):
        return False
    if ends_sentence(above) and (final_mark(above) != "," or _ends_quotation(above)):
        return True
    # A heading with its paragraph right below it.
    return (
        first
        and words(above) <= _MOST_WORDS_OF_BOLD
        and looks_like_heading(above)
        and ends_sentence(below)
        and len(below) > _LONGER * len(above)
    )


def _with_pictures_apart(pieces: Sequence[Piece], furniture: Furniture) -> list[Piece]:
    """Find pictures whose two lines are paragraphs of their own: dumps without blank lines have them, and those with too many."""
    out: list[Piece] = []
    for p in pieces:
        above = out[-1] if out else None
        joins = above is not None and above.role is Role.PARAGRAPH and above.alone and p.alone and p.role in (Role.PARAGRAPH, Role.CAPTION)
        if above is not None and joins and above.text != p.text and repeats(above.text, p.text, furniture):
            out[-1] = evolve(above, role=Role.CAPTION)
            out.append(evolve(p, role=Role.CAPTION))
        else:
            out.append(p)
    return out


def _images(pieces: Sequence[Piece], furniture: Furniture) -> Iterator[Image]:
    """Make the pictures: of two captions that belong together, or of one that stands alone."""
    alt: Piece | None = None
    for i, p in enumerate(pieces):
        if p.role is Role.CAPTION and pieces[i + 1 : i + 2] and pieces[i + 1].role is Role.TABLE and pieces[i + 1].lines[0].gap == 0:
            continue
        if alt is not None and p.role is Role.CAPTION and (p.lines[0].gap == 0 or repeats(alt.text, p.text, furniture)):
            yield picture(alt.text, p.text, furniture)
            alt = None
            continue
        if alt is not None:
            yield Image(caption=alt.text)
        alt = p if p.role is Role.CAPTION else None
    if alt is not None:
        yield Image(caption=alt.text)
