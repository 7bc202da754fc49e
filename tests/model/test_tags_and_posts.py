"""Language tags in their usual form, and addresses of posts."""

import pytest

from newsmodel.model.posts import STATUS, status_url
from newsmodel.model.tags import bcp47, language_tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("en", "en"),
        ("EN_gb", "en-GB"),
        (" zh-hant-tw ", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("gsw", "gsw"),
        ("de-CH-1996", "de-CH-1996"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("ca-valencia", "ca-valencia"),
        ("x-default", None),
        ("", None),
        ("e", None),
        ("engl", None),
        ("e1", None),
        ("čs", None),
        ("en-", None),
        ("en-gb!", None),
        ("en-é", None),
        ("en-abcdefgh", "en-abcdefgh"),
        ("en-abcdefghi", None),
    ],
)
def test_tags_have_one_form(text, tag):
    """The language is small, a script has a capital, a region is in capitals; what is longer or has other signs is no tag."""
    assert bcp47(text) == tag


def test_a_caller_gives_a_tag_or_none():
    """What a caller gives is taken in its usual form, and refused with its value where it is none."""
    assert (language_tag(None), language_tag("PT_br")) == (None, "pt-BR")
    with pytest.raises(ValueError, match=r"^language must be a BCP 47 tag such as 'en' or 'pt-BR': 'English'$"):
        language_tag("English")
    with pytest.raises(TypeError, match=r"^language must be str or None: 7$"):
        language_tag(7)


def test_the_address_made_of_an_id_is_that_of_a_post():
    """The address of a post of which only the id is known is read as one, with that id."""
    assert STATUS.fullmatch(status_url("20"))["id"] == "20"
