"""Whatever the markup of an article is, nothing of it is lost and nothing doubled."""

from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import PageError
from newsmodel.pages import read_page
from tests.pages.html_pages import MORE, PROSE, article, seen, told

TAGS = (  # noqa: SIM905 - one name a line would be pages long
    "p div span a b em h2 h3 ul li ol blockquote cite table tr td th caption figure figcaption img br hr section aside nav form button pre "
    "iframe noscript svg video select option dl dt dd details summary footer header time picture source template script style textarea q"
).split()
CLASSES = (  # noqa: SIM905 - as above
    "c-ad widget widget--type-quotation widget__authorText widget--type-related c-article-caption__content c-article-caption__credit "
    "twitter-tweet widget__tweet c-article-contributors c-article-summary c-article-image-video js-article-content c-article-content x"
).split()
ATTRIBUTES = st.sampled_from(
    [
        "",
        "href='/x'",
        "href='https://x.com/a/status/12345678901234'",
        "src='https://e.org/v'",
        "data-tweet-id='123'",
        "lang='fr'",
        "alt='A b'",
        "id=a",
    ]
)
TEXTS = st.sampled_from(
    [
        "One",
        " two ",
        "three.",
        "Four five six.",
        "\n",
        "— Ana (@ana) 3 May 2019",
        "&nbsp;",
        "Ende. Neu",
        "By Ana",
        "ADVERTISEMENT",
        "Read more: x",
    ]
)


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Give elements round what is inside, some without an end tag."""
    return st.builds(
        lambda tag, name, attribute, parts, end: f"<{tag} class='{name}' {attribute}>{''.join(parts)}{f'</{tag}>' if end else ''}",
        st.sampled_from(TAGS),
        st.sampled_from(CLASSES),
        ATTRIBUTES,
        st.lists(inside, max_size=4),
        st.sampled_from([True, True, True, False]),
    )


MARKUP = st.recursive(TEXTS, element, max_leaves=25)


@given(st.lists(MARKUP, max_size=6).map("".join), st.lists(MARKUP, max_size=2).map("".join))
def test_every_letter_is_in_one_block(body: str, below: str) -> None:
    """Each letter that a reader sees in the article's element stands in the blocks as often as on the page, if it holds an article."""
    html = article(f"<p>{PROSE}</p>{body}<p>{MORE}</p>", below=below)
    try:
        page = read_page(html)
    except PageError:
        # An advert that is never closed takes the paragraphs behind it with it.
        return
    assert sorted(told(page)) == sorted(seen(html, "article"))


@given(st.text(alphabet="<>/!-ab ='\"&;pdiv\n\0", max_size=200))
def test_broken_markup_never_stops_the_reading(text: str) -> None:
    """Any string of marks is either read or refused with PageError."""
    try:
        page = read_page(f"<html><h1>Port</h1><article><p>{PROSE}</p>{text}<p>{MORE}</p>")
    except PageError:
        return
    assert page.blocks
