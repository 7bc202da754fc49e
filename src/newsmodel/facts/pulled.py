"""Pull quotes: words that a page sets apart, with their speaker and office in the lines below."""

from bisect import bisect_left
from collections.abc import Iterator

from newsmodel.facts.draft import Draft
from newsmodel.facts.entities import Register
from newsmodel.facts.source import Source
from newsmodel.model import Block, EntityKind, QuoteKind, Role, Span

_CLOSERS = " “”„\"«»‘’'"
_MARKS = f"{_CLOSERS}—–―-"
_STOPS = (".", "!", "?", "…", "؟", "。", "۔")
_LONGEST_LINE = 120


def find(register: Register, prose: tuple[Block, ...]) -> list[Draft]:
    """Find the pull quotes among the prose blocks of a body, in order.

    A run of quotation blocks is one or more: each its words, then its speaker, then the speaker's office, as far as they are printed.
    """
    out = []
    runs = _runs(prose)
    named = {mention.span: mention for mention in register.mentions} if runs else {}
    for words, speaker, office in (quote for run in runs for quote in _quotes(run)):
        first, last, signed = _trimmed(words[0]), _trimmed(words[-1]), _trimmed(speaker)
        if first is None or last is None or signed is None or len(signed) > _LONGEST_LINE:
            continue
        if not any(char.isalnum() for block in words for char in block.text):
            # “…” alone says nothing.
            continue
        # 'Ann Bell, teacher': what follows the comma is the office.
        name, _, behind = speaker.text[_left(speaker) : _left(speaker) + len(signed)].partition(",")
        if not name.strip():
            continue
        span = Span(signed.start, signed.start + len(name.rstrip()))
        mention = named.get(span)
        index = register.of(mention) if mention is not None else register.describe(span, EntityKind.PERSON)
        register.speaks(index)
        if told := behind.strip() or (office.text if office is not None else ""):
            register.hold(index, told)
        whole = Span(first.start, last.end)
        out.append(Draft(span=whole, kind=QuoteKind.DIRECT, speaker=index, source=Source(span=span, mention=mention)))
    return out


def _quotes(run: list[Block]) -> Iterator[tuple[list[Block], Block, Block | None]]:
    """Cut a run into quotes: the words go on as long as there are sentences, and their speaker and office are none."""
    i = 0
    while i < len(run):
        end = i + 1
        while end < len(run) and _is_sentence(run[end]):
            end += 1
        if end == len(run):
            return
        office = run[end + 1] if end + 1 < len(run) and not _is_sentence(run[end + 1]) else None
        yield run[i:end], run[end], office
        i = end + (1 if office is None else 2)


def _is_sentence(block: Block) -> bool:
    return block.text.rstrip(_CLOSERS).endswith(_STOPS)


def merged(drafts: list[Draft], pulled: list[Draft]) -> list[Draft]:
    """Put pull quotes in the place of what was found inside them."""
    starts = [each.span.start for each in pulled]
    kept = []
    for draft in drafts:
        before = bisect_left(starts, draft.span.end)
        if not before or pulled[before - 1].span.end <= draft.span.start:
            kept.append(draft)
    return sorted((*kept, *pulled), key=lambda draft: draft.span.start)


def _runs(prose: tuple[Block, ...]) -> list[list[Block]]:
    runs: list[list[Block]] = []
    previous: Role | None = None
    for block in prose:
        if block.role is Role.QUOTATION:
            if previous is Role.QUOTATION:
                runs[-1].append(block)
            else:
                runs.append([block])
        previous = block.role
    return [run for run in runs if len(run) > 1]


def _trimmed(block: Block) -> Span | None:
    """Give the place of a block's words without the quotation marks round them."""
    assert block.span is not None  # noqa: S101 - told to the type checker: all prose of a body has its place
    left = _left(block)
    right = len(block.text.rstrip(_MARKS))
    return Span(block.span.start + left, block.span.start + right) if left < right else None


def _left(block: Block) -> int:
    return len(block.text) - len(block.text.lstrip(_MARKS))
