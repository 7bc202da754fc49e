"""The shape of headings."""

import pytest

from newsmodel.pages.headings import looks_like_heading


@pytest.mark.parametrize(
    "text",
    [
        "A fragile truce",
        "1. The first lesson",
        "**Bold **",
        "'The deterrent is already having an impact'",
        "“Nobody wins”, says the mayor",
        "80 percent of asylum seekers from Northern Irish border",
        "Why now?",
        "Γιατί τώρα;",
        "لماذا الآن؟",
        "Что дальше",
        "What the U.S. wants",
    ],
)
def test_headings(text: str) -> None:
    """A short line without a stop, quoted, numbered or asked, has the shape of a heading in any script."""
    assert looks_like_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is late.",
        "He said:",
        "“It is late.”",
        "Look https://t.co/abc",
        'euronews: "What do you want?"',
        "The minister left. The ship stayed",
        "**",
        "2019",
        "a word " * 20,
        "غادر الوزير.",
    ],
)
def test_no_headings(text: str) -> None:
    """Sentences, labels of speakers and links have not."""
    assert not looks_like_heading(text)
