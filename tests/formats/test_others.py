"""Writers of articles refuse what is none."""

import pytest

import newsmodel

FACTS = newsmodel.extract_facts("Ada Brown said: “It is done.”")


@pytest.mark.parametrize(
    "write",
    [newsmodel.to_html, newsmodel.to_json, newsmodel.to_dict, newsmodel.to_schema_org, newsmodel.to_ninjs, newsmodel.to_web_annotations],
)
@pytest.mark.parametrize("other", [FACTS, None, "page"])
def test_what_is_no_article_is_refused(write, other):
    """The message tells what was handed in."""
    with pytest.raises(TypeError, match=f"article must be Article, not {type(other).__name__}"):
        write(other)


def test_an_address_needs_an_article():
    """Facts have no page that an address could open."""
    with pytest.raises(TypeError, match="article must be Article, not Facts"):
        newsmodel.fact_url(FACTS, FACTS.quotes[0])
