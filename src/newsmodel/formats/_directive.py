"""What a text fragment tells of words, so that a browser finds these words and no others.

The directive is ``[prefix-,]start[,end][,-suffix]``. Browsers take the first place of the page that fits it: ``start`` right after
``prefix``, the next ``end`` that ``suffix`` follows. None of the four may run over the edge of a block, and what stands without
context must begin and end where words do.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import quote

from attrs import evolve, frozen

from newsmodel.formats._words import BETWEEN, folded, is_clear_edge, is_edge, places
from newsmodel.model import Span

_LONGEST_WHOLE = 120  # characters; of longer words the first and the last are told
_WORDS_OF_AN_END = 4
_MOST_WORDS = 64  # of an end or of context
_GROWTH = 3  # each try has a third more words than the last


@frozen(kw_only=True)
class Stretch:
    """A part of the words that stands within one block."""

    span: Span
    """Its place on the page."""

    in_cells: bool = False
    """Whether the block is a table, whose cells are blocks of their own to a browser: only single words are safe there."""

    @property
    def most_words(self) -> int:
        """How many words of the block can be told in one piece."""
        return 1 if self.in_cells else _MOST_WORDS


@frozen(kw_only=True)
class _Directive:
    start: Span
    end: Span | None = None
    prefix: Span | None = None
    suffix: Span | None = None


class Finder:
    """A page as text, one block a line, and where a browser finds words on it."""

    def __init__(self, page: str) -> None:
        """Take the page, and fold it as browsers compare it."""
        self._page = page
        self._folded = folded(page)

    def directive(self, first: Stretch, last: Stretch) -> str:
        """Write the directive for words that begin with one stretch and end with another, or are the one stretch that is given twice."""
        found = self._placed(first, last)
        terms = [self._encoded(span) for span in (found.prefix, found.start, found.end, found.suffix)]
        terms[0] += "-" if found.prefix else ""
        terms[-1] = "-" + terms[-1] if found.suffix else ""
        return f"text={','.join(filter(None, terms))}"

    def _encoded(self, span: Span | None) -> str:
        # A hyphen, which addresses leave as it is, would be taken for the directive's own.
        return quote(span.of(self._page), safe="").replace("-", "%2D") if span else ""

    def _placed(self, first: Stretch, last: Stretch) -> _Directive:
        """Choose as little as leads to the words alone."""
        span = first.span
        if first is not last:
            head = self._head(span, first.most_words)
            return self._bounded(head, self._tail(last.span, head, last.most_words), first, last)
        words = span.of(self._page).count(" ") + 1
        if words == 1 or (len(span) <= _LONGEST_WHOLE and not first.in_cells):
            return self._alone(span, first)
        most = min(words // 2, first.most_words)
        head = self._head(span, most)
        ends = self._bounded(head, self._tail(span, head, most), first, last)
        if first.in_cells or (self._is_single(ends) and self._first_end(ends) == ends.end):
            return ends
        # What begins and ends as something else does is told whole: only what is between may tell the two apart.
        return self._alone(span, first)

    def _head(self, span: Span, most: int) -> Span:
        """Cut the first words: a few, or as many more as stand on the page once."""
        head = span
        for count in _growing(_WORDS_OF_AN_END, most):
            head = self._first_words(span, count)
            if self._is_single(_Directive(start=head)):
                break
        return head

    def _tail(self, span: Span, head: Span, most: int) -> Span:
        """Cut the last words: a few, or as many more as do not stand earlier behind the first ones."""
        tail = span
        for count in _growing(_WORDS_OF_AN_END, most):
            tail = self._last_words(span, count)
            if self._first_end(_Directive(start=head, end=tail)) == tail:
                break
        return tail

    def _alone(self, span: Span, stretch: Stretch) -> _Directive:
        """Tell all of the words, with words before and after where they lead elsewhere too, or begin or end inside a word."""
        glued_before, glued_after = self._glued(span)
        contexts = [(glued_before, glued_after)]
        for count in _growing(1, stretch.most_words):
            contexts += [(count, glued_after), (glued_before, count), (count, count)]
        return self._chosen(_Directive(start=span), contexts)

    def _bounded(self, head: Span, tail: Span, first: Stretch, last: Stretch) -> _Directive:
        """Tell the first and the last words, with words before the ones and after the others where they lead elsewhere too."""
        glued_before, glued_after = self._glued(Span(head.start, tail.end))
        befores = (glued_before, *_growing(1, first.most_words))
        led = self._chosen(_Directive(start=head, end=tail), [(count, glued_after) for count in befores])
        for count in (glued_after, *_growing(1, last.most_words)):
            directive = evolve(led, suffix=self._in_context(led, 0, count).suffix)
            if self._first_end(directive) == tail:
                return directive
        return led

    def _chosen(self, whole: _Directive, contexts: Sequence[tuple[int, int]]) -> _Directive:
        """Choose the first context that leads to the words alone; else the first that leads to them before others; else the first."""
        sooner = None
        for before, after in contexts:
            directive = self._in_context(whole, before, after)
            found = [*islice(self._matches(directive), 2)]
            if found == [whole.start.start]:
                return directive
            if sooner is None and found[:1] == [whole.start.start]:
                sooner = directive
        return sooner or self._in_context(whole, *contexts[0])

    def _glued(self, span: Span) -> tuple[int, int]:
        """Tell on which sides the words begin or end inside a word: there, the rest of it must be told as context."""
        return int(not is_clear_edge(self._page, span.start)), int(not is_clear_edge(self._page, span.end))

    def _in_context(self, directive: _Directive, before: int, after: int) -> _Directive:
        """Give a directive so many words of context, as far as the block has them."""
        start, end = directive.start.start, (directive.end or directive.start).end
        line_start = self._page.rfind(BETWEEN, 0, start) + 1
        line_end = self._page.find(BETWEEN, end)
        left = self._trimmed(line_start, start)
        right = self._trimmed(end, len(self._page) if line_end < 0 else line_end)
        return evolve(
            directive,
            prefix=self._last_words(left, before) if left and before else None,
            suffix=self._first_words(right, after) if right and after else None,
        )

    def _trimmed(self, start: int, end: int) -> Span | None:
        words = self._page[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Span(start, end) if start < end else None

    def _first_words(self, span: Span, count: int) -> Span:
        """Cut so many words from the front; marks alone are no word."""
        end = span.start
        while count > 0 and end < span.end:
            after = self._page.find(" ", end + 1, span.end)
            end, start = (span.end if after < 0 else after), end
            count -= any(map(str.isalnum, self._page[start:end]))
        return Span(span.start, end)

    def _last_words(self, span: Span, count: int) -> Span:
        """Cut so many words from the back, likewise."""
        start = span.end
        while count > 0 and start > span.start:
            end, start = start, max(self._page.rfind(" ", span.start, start - 1) + 1, span.start)
            count -= any(map(str.isalnum, self._page[start:end]))
        return Span(start, span.end)

    def _matches(self, directive: _Directive) -> Iterator[int]:
        """Give the places that fit start, prefix and, where there is no end, suffix."""
        text, words = self._folded, directive.start.of(self._folded)
        prefix = directive.prefix.of(text) if directive.prefix else None
        suffix = directive.suffix.of(text) if directive.suffix and not directive.end else None
        for place in places(text, words):
            if self._follows(place, prefix) and self._precedes(place + len(words), suffix):
                yield place

    def _is_single(self, directive: _Directive) -> bool:
        return len([*islice(self._matches(directive), 2)]) == 1

    def _first_end(self, directive: _Directive) -> Span | None:
        """Give the place behind the first words where a browser sees the last ones."""
        text, head, tail = self._folded, directive.start, directive.end or directive.start
        suffix = directive.suffix.of(text) if directive.suffix else None
        for place in places(text, tail.of(text), head.end):
            if is_edge(text, place) and self._precedes(place + len(tail), suffix):
                return Span(place, place + len(tail))
        return None

    def _follows(self, place: int, prefix: str | None) -> bool:
        text = self._folded
        if prefix is None:
            return is_edge(text, place)
        while place > 0 and text[place - 1].isspace():
            place -= 1
        return text.endswith(prefix, 0, place) and is_edge(text, place - len(prefix))

    def _precedes(self, place: int, suffix: str | None) -> bool:
        text = self._folded
        if suffix is None:
            return is_edge(text, place)
        while place < len(text) and text[place].isspace():
            place += 1
        return text.startswith(suffix, place) and is_edge(text, place + len(suffix))


def _growing(count: int, most: int) -> Iterator[int]:
    """Give numbers of words to try, each a third larger than the last, up to the most that there may be."""
    while count < most:
        yield count
        count += 1 + count // _GROWTH
    yield most
