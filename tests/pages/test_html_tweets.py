"""Embedded posts in HTML, in every form met in the wild."""

import pytest

from newsmodel.facts.tweets import find
from newsmodel.model import Block, Role, Tweet
from tests.pages.html_pages import MORE, PROSE, read

STATUS = "https://twitter.com/harbour/status/1773342083710926769"
SIGNED = "Ships are back — The Harbour (@harbour) March 28, 2024"
DATE = f"<a href='{STATUS}?ref_src=twsrc%5Etfw'>March 28, 2024</a>"


def tweet_of(html: str) -> tuple[Block, Tweet]:
    """Give the only tweet between two paragraphs, as a block and as what is read from it."""
    page = read(f"<p>{PROSE}</p>{html}<p>{MORE}</p>")
    assert [block.role for block in page.body] == [Role.PARAGRAPH, Role.TWEET, Role.PARAGRAPH]
    (tweet,) = find(page.body)
    return page.body[1], tweet


@pytest.mark.parametrize(
    "html",
    [
        f"<blockquote class='twitter-tweet'><p lang='en' dir='ltr'>Ships are back</p>&mdash; The Harbour (@harbour) {DATE}</blockquote>",
        f"""<div class="widget widget--type-freeform
widget--size-fullwidth"><blockquote class="twitter-tweet
tw-align-center" data-lang="en"><p lang="en">Ships<br>are back</p>— The Harbour (@harbour) {DATE}</blockquote><script>1</script></div>""",
        f"<blockquote class='twitter-tweet'><p lang='en'>Ships</p><p>are back</p><p>— The Harbour (@harbour) {DATE}</p></blockquote>",
        f"<blockquote class='twitter-tweet'><p lang='en'>Ships are back</p></blockquote>— The Harbour (@harbour) {DATE}",
        f"<blockquote class='twitter-tweet'><p lang='en'>Ships are back</p></blockquote><p>— The Harbour (@harbour) {DATE}</p>",
        f"<blockquote><p lang='en'>Ships are back</p>— The Harbour (@harbour) {DATE}</blockquote>",
        f"<blockquote class='twitter-video'><p lang='en'>Ships are back</p>— The Harbour (@harbour) {DATE}</blockquote>",
        f"""<div data-tweet-id='1773342083710926769'><blockquote class='twitter-tweet'><p lang='en'>Ships are back</p>
            — The Harbour (@harbour) {DATE}</blockquote></div>""",
    ],
)
def test_a_post_with_its_words(html: str) -> None:
    """Words and signature are one block, wherever the signature stands; id, address and language come from the markup."""
    block, tweet = tweet_of(html)
    assert (block.text, block.language) == (SIGNED, "en")
    assert (tweet.text, tweet.author, tweet.handle, tweet.id, tweet.url) == (
        "Ships are back",
        "The Harbour",
        "harbour",
        "1773342083710926769",
        STATUS,
    )
    assert tweet.language == "en"


def test_links_pictures_hashtags_and_mentions() -> None:
    """Anchors inside a post are read for what they are."""
    block, tweet = tweet_of(
        "<blockquote class='twitter-tweet'><p lang='es'>Barcos <a href='https://twitter.com/hashtag/Puerto?src=hash'>#Puerto</a> "
        "<a href='https://twitter.com/mayor'>@mayor</a> <a href='https://t.co/a1'>https://t.co/a1</a> "
        "<a href='https://t.co/b2'>pic.twitter.com/b2</a></p>— P (@harbour) "
        "<a href='https://x.com/harbour/status/1773342083710926769'>28 de marzo de 2024</a></blockquote>"
    )
    assert len(block.links) == 5
    assert (tweet.text, tweet.links, tweet.media) == ("Barcos #Puerto @mayor", ("https://t.co/a1",), ("pic.twitter.com/b2",))
    assert (tweet.hashtags, tweet.mentions) == (("Puerto",), ("mayor",))
    assert tweet.url == "https://x.com/harbour/status/1773342083710926769"


@pytest.mark.parametrize(
    "html",
    [
        "<div class='widget'><figure><div class='widget__tweet' data-tweet-id='1773342083710926769'></div></figure></div>",
        "<div class='widget__tweet' data-tweet-id=' 1773342083710926769 '> </div>",
        "<iframe src='https://platform.twitter.com/embed/Tweet.html?dnt=true&amp;id=1773342083710926769'></iframe>",
    ],
)
def test_a_post_without_words(html: str) -> None:
    """An id alone is a tweet, with an empty text, its address and its exact time."""
    block, tweet = tweet_of(html)
    assert block.text == ""
    assert [link.url for link in block.links] == ["https://twitter.com/i/status/1773342083710926769"]
    assert tweet.id == "1773342083710926769"
    assert tweet.posted is not None


@pytest.mark.parametrize("host", ["twitter.com", "x.com"])
def test_a_link_and_nothing_else(host: str) -> None:
    """A quotation that holds only the address of a post is a tweet."""
    url = f"https://{host}/harbour/status/1773342083710926769"
    block, tweet = tweet_of(f"<blockquote><a href='{url}'>{url}</a></blockquote>")
    assert (block.text, tweet.id, tweet.text) == (url, "1773342083710926769", "")


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>Ships are back https://t.co/a1</p><p>— The Harbour (@harbour) 28 mars 2024</p></blockquote>",
        "<blockquote>Ships are backhttps://t.co/a1<br>— The Harbour (@harbour) 28 mars 2024</blockquote>",
        "<blockquote><p>Ships are</p><p>back https://t.co/a1<br>— The Harbour (@harbour) 28 mars 2024</p></blockquote>",
        "<p>Ships are backhttps://t.co/a1</p><p>— The Harbour (@harbour) 28 mars 2024</p>",
        "<p>Ships are back https://t.co/a1— The Harbour (@harbour) 28 mars 2024</p>",
    ],
)
def test_a_post_that_only_its_signature_shows(html: str) -> None:
    """Words with a signature behind them are a tweet, as in page text, in any language of the date."""
    _, tweet = tweet_of(html)
    assert (tweet.text, tweet.handle, str(tweet.posted), tweet.links) == ("Ships are back", "harbour", "2024-03-28", ("https://t.co/a1",))


@pytest.mark.parametrize("words", ["", "https://x.com/harbour/status/1773342083710926769"])
def test_a_post_that_is_a_link_alone(words: str) -> None:
    """A post of which the page holds only the link is a tweet, even if the link has no words."""
    _, tweet = tweet_of(
        f"<blockquote class='twitter-tweet'><a href='https://x.com/harbour/status/1773342083710926769'>{words}</a></blockquote>"
    )
    assert (tweet.text, tweet.id, tweet.handle) == ("", "1773342083710926769", "harbour")


def test_a_quotation_that_links_to_a_post_is_none() -> None:
    """A quotation whose words mention a post stays a quotation."""
    page = read(f"<p>{PROSE}</p><blockquote>He wrote <a href='{STATUS}'>a post</a> about it.</blockquote>")
    assert page.body[1].role is Role.QUOTATION


def test_two_posts_one_below_the_other() -> None:
    """Posts that follow one another are as many tweets."""
    one = f"<blockquote class='twitter-tweet'><p lang='en'>Ships are back</p>— The Harbour (@harbour) {DATE}</blockquote>"
    page = read(f"<p>{PROSE}</p>{one}{one}<p>{MORE}</p>")
    assert [block.text for block in page.body if block.role is Role.TWEET] == [SIGNED, SIGNED]
