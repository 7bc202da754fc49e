"""Signatures of posts."""

import pytest

from newsmodel.pages.posts import ends_with_signature, is_signature


@pytest.mark.parametrize(
    "text",
    [
        "— AliciaMelville-Smith (@alicia_ms) 10 septembre 2016",
        "— Ana (@ana) September 16, 2015",
        "- Ana (@ana) 16. September 2015",
        "– منى (@mona) ٢٣ سبتمبر ٢٠١٩",
        "— El Día (Perú) 🇵🇪 (@el_dia) 3 мая 2019 г.",
        "— Ana (@ana)",
    ],
)
def test_signatures(text: str) -> None:
    """A dash, a name, a handle and a date in any language are a signature."""
    assert is_signature(text)
    assert not ends_with_signature(text)


@pytest.mark.parametrize(
    "text", ["Look pic.twitter.com/xxx— The Guardian (@guardian) September 16, 2015", "Go on. – Ana (@ana) 3 mai 2019"]
)
def test_glued_signatures(text: str) -> None:
    """A signature may stand at the end of the words of its post."""
    assert ends_with_signature(text)
    assert not is_signature(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor (@mayor) said so on 3 May.",
        "— We shall see, said the mayor.",
        "Write to Ana (@ana)",
        "The ship — a ferry owned by Ana (@ana) — was late on Monday, 3 May 2019, again",
        "",
    ],
)
def test_prose_is_no_signature(text: str) -> None:
    """Prose that names a handle is no post."""
    assert not is_signature(text)
    assert not ends_with_signature(text)
