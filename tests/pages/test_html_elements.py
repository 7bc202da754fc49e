"""Elements that show nothing, twice the same, or something at an unusual place."""

import pytest

from newsmodel.model import Limits, Role
from newsmodel.pages.html.depth import FREE_TAGS
from newsmodel.pages.html.guard import check_bounds
from newsmodel.pages.html.posts import id_in_address
from tests.pages.html_pages import MORE, PROSE, blocks, read


def inside(html: str) -> list[tuple[Role, list[str | None]]]:
    """Give role and addresses of what stands between two paragraphs."""
    body = read(f"<p>{PROSE}</p>{html}<p>{MORE}</p>").body
    return [(block.role, [link.url for link in block.links]) for block in body[1:-1]]


def test_players_in_the_body_are_films() -> None:
    """A film that the body plays has the address of its player or of its first source; without one, and below the body, it is none."""
    players = "<video src='/film.mp4'></video><audio><source src='/sound.mp3'></audio><video>Old browsers</video>"
    page = read(f"<p>{PROSE}</p>{players}<p>{MORE}</p>", below="<video src='/other.mp4'></video>")
    assert [film.url for film in page.videos] == ["https://www.euronews.com/film.mp4", "https://www.euronews.com/sound.mp3"]


def test_pictures_outside_of_figures_count_in_the_body_alone() -> None:
    """A bare picture below the body, such as that of a teaser, is none of the article's."""
    page = read(f"<p>{PROSE}</p><img src='/a.jpg'><p>{MORE}</p>", below="<img src='/b.jpg'>", above="<img src='/c.jpg'>")
    assert [image.url for image in page.images] == ["https://www.euronews.com/a.jpg"]


def test_a_caption_with_a_word_for_its_rights() -> None:
    """Where no element holds the credit, the word for “Copyright” parts it from the caption."""
    html = f"<p>{PROSE}</p><figure><img src='/a.jpg'><figcaption>Ships waiting <i>Copyright\u00a0Ana Bela/AP</i></figcaption></figure>"
    assert [(image.caption, image.credit) for image in read(html).images] == [("Ships waiting", "Ana Bela/AP")]


def test_a_mark_behind_a_speaker_is_kept() -> None:
    """A line of marks alone goes to the line below it, and stands alone where there is none."""
    cite = "<cite class='widget__author'><span class='widget__authorText'>Ana Bela<br>—</span></cite>"
    html = f"<p>{PROSE}</p><blockquote class='widget__quote'><p>We will open.</p>{cite}</blockquote><p>{MORE}</p>"
    assert blocks(html)[1:-1] == [(Role.QUOTATION, text) for text in ("We will open.", "Ana Bela", "—")]


POST = "https://twitter.com/ana/status/20"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<div class='widget__tweet' data-tweet-id='20'><a href='{POST}'>A post</a></div>", [(Role.TWEET, [POST])]),
        ("<div class='widget__tweet' data-tweet-id='20'></div>", [(Role.TWEET, ["https://twitter.com/i/status/20"])]),
        ("<iframe src='https://x.org/count' width=1></iframe>", []),
        ("<iframe src='https://x.org/chart'></iframe>", [(Role.EMBED, ["https://x.org/chart"])]),
        ("<iframe src='about:blank'></iframe>", []),
    ],
)
def test_posts_and_frames(html: str, expected: list[tuple[Role, list[str]]]) -> None:
    """A post has one address, its own or that of its id; a frame that shows nothing is no embed."""
    assert inside(html) == expected


def test_a_post_outside_of_the_body_is_none() -> None:
    """An empty place of a post below the body is none of the article's."""
    page = read(f"<p>{PROSE}</p><p>{MORE}</p>", below="<div class='widget__tweet' data-tweet-id='20'></div>")
    assert all(block.role is not Role.TWEET for block in page.blocks)


def test_frames_of_posts() -> None:
    """A frame of the player of posts tells the id of its post; another frame tells none."""
    assert id_in_address("https://platform.twitter.com/embed/Tweet.html?id=20") == "20"
    assert id_in_address("https://platform.twitter.com/embed/Tweet.html") is None
    assert id_in_address("https://x.org/?id=20") is None


def test_formatting_that_is_closed_late_is_closed() -> None:
    """Bold words that go on over the end of their paragraph end with their own end, however often: the page is not deep."""
    check_bounds("".join(f"<p><b id=x{i}>x</p></b></i></u-turn>" for i in range(FREE_TAGS)).encode(), Limits())


def test_lines_of_furniture_are_parted() -> None:
    """Words of furniture on two lines have a blank between them, and what nobody sees is no word of it."""
    menu = "<nav>Port<br>News<hr>Weather<script>var a = 1;</script></nav>"
    assert blocks(f"<p>{PROSE}</p>{menu}<p>{MORE}</p>")[1] == (Role.FURNITURE, "Port News Weather")
