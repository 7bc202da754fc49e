"""Nothing lost: every line of a page stands in one block."""

import contextlib
import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsmodel.model import Page, PageError, Role
from newsmodel.pages import read_page
from newsmodel.pages.text import fold

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "examples" / "syria_article.txt", *sorted((ROOT / "tests" / "fixtures" / "dumps").glob("*.txt"))]
BULLET = re.compile(r"(?:[•●▪◦‣·*–-]|\d{1,3}[.)]) ")

LINES = st.sampled_from(
    [
        "", "", "", "A headline of the day", "Share this articleComments", "Share this articleClose Button",
        "Teilen Close Button", "Teilen Kommentare", "ADVERTISEMENT", "By\xa0Ana Bela & Tom Ray with\xa0AP", "Copyright\xa0",
        "Copyright", "Copyright\xa0Ana Bela/AP", "A ship Copyright\xa0Ana Bela/AP", "A ship", "A ship Ana Bela/AP",
        "Published on Updated", "The ship left on Monday.", "The ship left", "and came back.", "“We are late,” said Ana Bela.",
        "— Ana (@ana) 3 mai 2019", "— Ana (@ana)", "3 mai 2019", "We are here https://t.co/a1pic.twitter.com/b2",
        "Look pic.twitter.com/b2— Ana (@ana) May 3, 2019", "  • one", "  1. two", "• three", "- four", "Port\t\tBoxes",
        "You might also like", "Read more", "Read more: a title", "Trains arrive", "Journaliste • Ana Bela", "Loader",
        "Newsletter Newsletters Events Podcasts Africanews", "Aa Aa", "**Bold **", "Why?", "1. First", "\xa0", "\ud800",
        "ქართული ტექსტი აქ არის.", "نص عربي قصير", "Ana Bela", "Mayor of Southport", "(@", "—", "Go to accessibility shortcuts",
    ]
)  # fmt: skip
FREE = st.text(alphabet=st.characters(), max_size=30)


def check(text: str, page: Page) -> None:
    """Each block holds the words of the lines from its own to the next block's, but for the bullet of a list item."""
    lines = re.split(r"\r\n|\n|\r", re.sub(r"[\ud800-\udfff]", "\ufffd", text))
    starts = [b.source for b in page.blocks]
    assert starts == sorted(set(starts), key=int)
    for block, end in zip(page.blocks, [*starts[1:], len(lines) + 1], strict=True):
        words = " ".join(filter(None, (fold(line) for line in lines[int(block.source or 0) - 1 : int(end or 0) - 1])))
        if block.role in (Role.LIST_ITEM, Role.RELATED) and words != block.text:
            bullet = BULLET.match(words)
            assert bullet is not None
            words = words[bullet.end() :]
        assert block.text == words
    assert not any(fold(line) for line in lines[: int(starts[0] or 0) - 1])
    assert all(b.span.of(page.text) == b.text for b in page.blocks if b.span)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_of_a_page(path: Path) -> None:
    """Every line of a page that is not blank stands in exactly one block, in order."""
    text = path.read_text(encoding="utf-8")
    check(text, read_page(text))


@settings(max_examples=300, deadline=None)
@example(["A headline of the day", "", "- four", "", "- four", "The ship left on Monday."])
@example(["A headline", "", "The ship left on Monday.", "", "— Ana (@ana)", "— Tom (@tom) 3 mai 2019"])
@given(st.lists(st.one_of(LINES, LINES, LINES, FREE), max_size=25))
def test_of_any_text(lines: list[str]) -> None:
    """Any text is a page whose every line stands in one block, or no page at all."""
    text = "\n".join(lines)
    try:
        page = read_page(text)
    except PageError:
        return
    check(text, page)


@pytest.mark.parametrize(
    "unit",
    [
        "Share",
        "By A & ",
        "& A\n",
        "— ",
        "(@a) ",
        "\t",
        "\u00a0",
        " x",
        " Copyright\u00a0",
        "A/A",
        "abcd. ",
        "Alt of it\nAlt of it AP\n\n",
        "H\n",
        "— A (@b) 3\n\n",
    ],
)
@pytest.mark.parametrize("before", ["", "H\n\nBy Ana\n", "H\n\nBy A\nShare this articleComments\nShare this articleClose Button\n\n"])
def test_time_grows_with_the_size_alone(unit: str, before: str) -> None:
    """A page of ten times the size takes no more than some ten times as long."""

    def seconds(size: int) -> float:
        text = before + unit * (size // len(unit)) + "\n\nA last paragraph stands here.\n"
        start = time.process_time()
        with contextlib.suppress(PageError):
            read_page(text)
        return time.process_time() - start

    seconds(1000)
    # The fastest of three: the machine may be busy with something else.
    small, large = (min(seconds(size) for _ in range(3)) for size in (5000, 50_000))
    assert large < 40 * max(small, 0.002)
