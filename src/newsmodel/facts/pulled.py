"""Pull quotes: words that a page sets apart, with their speaker and office in the lines below."""

from bisect import bisect_left

from newsmodel.facts.draft import Draft
from newsmodel.facts.entities import Register
from newsmodel.facts.source import Source
from newsmodel.model import Block, EntityKind, QuoteKind, Role, Span

_MARKS = " “”„\"«»‘’'"
_LONGEST_LINE = 120


def find(register: Register, prose: tuple[Block, ...]) -> list[Draft]:
    """Find the pull quotes among the prose blocks of a body, in order.

    A run of quotation blocks is one: its words, then its speaker, then the speaker's office, as far as they are printed.
    """
    out = []
    runs = _runs(prose)
    named = {mention.span: mention for mention in register.mentions} if runs else {}
    for run in runs:
        words, speaker = run[0], run[1]
        span, name = _trimmed(words), _trimmed(speaker)
        if span is None or name is None or len(name) > _LONGEST_LINE:
            continue
        mention = named.get(name)
        index = register.of(mention) if mention is not None else register.describe(name, EntityKind.PERSON)
        register.speaks(index)
        if len(run) > len((words, speaker)):
            register.hold(index, run[2].text)
        out.append(Draft(span=span, kind=QuoteKind.DIRECT, speaker=index, source=Source(span=name, mention=mention)))
    return out


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
    if block.span is None:
        return None
    left = len(block.text) - len(block.text.lstrip(_MARKS))
    right = len(block.text.rstrip(_MARKS))
    return Span(block.span.start + left, block.span.start + right) if left < right else None
