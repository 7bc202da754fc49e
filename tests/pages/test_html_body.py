"""The body of an HTML page: every form of its parts, in reading order."""

import re

import pytest

from newsmodel.model import Role
from newsmodel.pages import read_page
from tests.pages.html_pages import MORE, PROSE, article, blocks, read, seen, told

P, H, LI, Q, T = Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM, Role.QUOTATION, Role.TABLE
CAPTION, EMBED, FURNITURE, RELATED = Role.CAPTION, Role.EMBED, Role.FURNITURE, Role.RELATED


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>The <a href='/x'>port</a>, <em>the</em> <strong>city</strong>.</p>", "The port, the city."),
        ("<p>The<a href='/x'> port </a>opens.</p>", "The port opens."),
        ("<p>The <a href='/x'>port</a> <b><i>opens</i></b> .</p>", "The port opens ."),
        ("<p>One\n   <span>two</span>\n three&nbsp;four.</p>", "One two three four."),
        ("<p>Water&shy;front&#x2060;s and zero&#8203;width.</p>", "Waterfronts and zerowidth."),
        ("<p>H<sub>2</sub>O, 5<sup>th</sup> of <time>May</time>.</p>", "H2O, 5th of May."),
        ("<p>A sentence that goes on<br>in the next line.</p>", "A sentence that goes on in the next line."),
        ("<p>“Words<!-- no words --> go on.”</p>", "“Words go on.”"),
        ("<p>AT&amp;T &lt;b&gt; caf&#233; cafe&#769;.</p>", "AT&T <b> café café."),
        ("<p><!-- --><script>var a = 1;</script><style>p {}</style>Seen.</p>", "Seen."),
    ],
)
def test_inline_markup_does_not_disturb_the_text(html: str, expected: str) -> None:
    """A paragraph reads as it does on the screen: no blank is missing and none doubled, and what cannot be seen is gone."""
    assert blocks(f"{html}<p>{PROSE}</p>") == [(P, expected), (P, PROSE)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>{PROSE}<br>{MORE}</p>", [PROSE, MORE]),
        ("<p>No stop here<br><br>but an empty line.</p>", ["No stop here", "but an empty line."]),
        (f"{PROSE}<br><br>{MORE}", [PROSE, MORE]),
        (f"<div>{PROSE}</div><div>{MORE}</div>", [PROSE, MORE]),
        (f"<div>{PROSE}<p>{MORE}</p>Behind it.</div>", [PROSE, MORE, "Behind it."]),
        (f"<p>{PROSE}</p> <p>&nbsp;</p><p></p><p><br></p>", [PROSE]),
    ],
)
def test_where_paragraphs_end(html: str, expected: list[str]) -> None:
    """A paragraph ends with its element, at an empty line, and at a line break between two sentences."""
    assert blocks(f"{html}<p>{MORE} End.</p>") == [*((P, text) for text in expected), (P, f"{MORE} End.")]


def test_links_stand_with_their_paragraph() -> None:
    """Links are told in order, with words and absolute address, each at the paragraph that it stands in."""
    page = read(f"<p>See <a href='/a'>One <b>two</b></a> and <a href='https://b.org/?q=1'>three</a>.<br>{MORE} <a href='#top'>Top</a></p>")
    first, second = page.body
    assert [(link.text, link.url) for link in first.links] == [("One two", "https://www.euronews.com/a"), ("three", "https://b.org/?q=1")]
    assert second.links == ()


def test_headings_have_their_level() -> None:
    """Each kind of heading is one, and keeps its level."""
    page = read(f"<h2>Two</h2><p>{PROSE}</p><h3><a href='/x'>Three</a></h3><p>{MORE}</p><h4>Four</h4><p>Last words here.</p>")
    assert [(block.level, block.text) for block in page.body if block.role is H] == [(2, "Two"), (3, "Three"), (4, "Four")]


def test_lists() -> None:
    """Each item of a list is a block, those of lists inside lists too; an item's paragraphs stay items."""
    html = f"<p>{PROSE}</p><ul><li>One</li><li><p>Two</p><ol><li>Two a</li></ol></li></ul><ol><li>Three</ol><dl><dt>Term<dd>Meaning</dl>"
    assert blocks(html)[1:] == [(LI, text) for text in ("One", "Two", "Two a", "Three", "Term", "Meaning")]


def test_a_body_may_be_a_list() -> None:
    """A body without a paragraph is read where the layout is known, and its headline may stand in the metadata alone."""
    listed = "".join(f"<li>{text}</li>" for text in (PROSE, MORE))
    told = '<meta property="og:title" content="Port opens">'
    page = read_page(re.sub("<h1.*</h1>", "", article(f"<ul>{listed}</ul>", head=told)))
    assert page.headline == "Port opens"
    assert [(block.role, block.text) for block in page.blocks] == [(Role.LIST_ITEM, PROSE), (Role.LIST_ITEM, MORE)]


def test_tables() -> None:
    """Each row of a table is a block, its cells parted by a blank; the title of the table is a caption."""
    html = f"""<p>{PROSE}</p><table><caption>Seats</caption><thead><tr><th>Country</th><th>Seats</th></tr></thead>
        <tbody><tr><td>Malta<br>(island)</td><td><p>6</p></td></tr><tr><td>Cyprus<td><b>6</b></tbody></table>"""
    assert blocks(html)[1:] == [(CAPTION, "Seats"), (T, "Country Seats"), (T, "Malta (island) 6"), (T, "Cyprus 6")]


def test_the_title_of_a_table_stays_with_it() -> None:
    """A picture above a table keeps its own caption, or has none: the title of the table is not the picture's."""
    table = "<table><caption>Seats</caption><tr><td>Malta</td><td>6</td></tr></table>"
    own = read(f"<p>{PROSE}</p><figure><img src='/a.jpg'><figcaption>A ship</figcaption></figure>{table}")
    none = read(f"<p>{PROSE}</p><img src='/a.jpg'>{table}<p>{MORE}</p>")
    framed = read(f"<p>{PROSE}</p><img src='/a.jpg'><figure>{table}<figcaption>By country</figcaption></figure>")
    assert [page.images[0].caption for page in (own, none, framed)] == ["A ship", None, None]
    assert all((CAPTION, "Seats") in [(block.role, block.text) for block in page.body] for page in (own, none, framed))


def test_a_caption_follows_its_picture() -> None:
    """A caption outside of the element of its picture is the picture's where no words of the body stand between, and nobody's otherwise."""
    caption = "<div class='c-article-caption__content'>A ship <span class='c-article-caption__credit'>Ana Bela/AP</span></div>"
    joined = read(f"<p>{PROSE}</p><div><img src='/a.jpg'></div><div>{caption}</div><p>{MORE}</p>")
    apart = read(f"<img src='/a.jpg'><p>{PROSE}</p><div>{caption}</div><p>{MORE}</p>")
    assert [(image.caption, image.credit) for image in joined.images] == [("A ship", "Ana Bela/AP")]
    assert [(image.caption, image.credit) for image in apart.images] == [(None, None)]
    assert (CAPTION, "A ship Ana Bela/AP") in [(block.role, block.text) for block in apart.body]


def test_quotations() -> None:
    """A block quotation is one, each of its paragraphs a block, with its source behind it."""
    html = f"<p>{PROSE}</p><blockquote><p>First words.</p><p>Second words.</p><cite>Ana Bela</cite></blockquote><p>{MORE}</p>"
    assert blocks(html) == [(P, PROSE), (Q, "First words."), (Q, "Second words."), (Q, "Ana Bela"), (P, MORE)]
    plain = f"<p>{PROSE}</p><blockquote>First words.<cite>Ana Bela</cite></blockquote><p>{MORE}</p>"
    assert blocks(plain) == [(P, PROSE), (Q, "First words."), (Q, "Ana Bela"), (P, MORE)]


PULL_QUOTE = """<div class="widget widget--type-quotation
widget--size-fullwidth"><div class="widget__wrapper"><blockquote class="widget__quote">{}</blockquote></div></div>"""
WORDS = '<span class="widget__quoteText">We will open on Monday.</span>'
SPEAKER = '<cite class="widget__author"><span class="widget__authorText">Ana Bela</span>{}</cite>'
OFFICE = '<span class="widget__author_descriptionText">Harbour master</span>'


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (WORDS + SPEAKER.format(OFFICE), ["We will open on Monday.", "Ana Bela", "Harbour master"]),
        (WORDS + SPEAKER.format(""), ["We will open on Monday.", "Ana Bela"]),
        (SPEAKER.format(OFFICE) + WORDS, ["We will open on Monday.", "Ana Bela", "Harbour master"]),
        ("<p>We will open on Monday.</p>" + SPEAKER.format(OFFICE), ["We will open on Monday.", "Ana Bela", "Harbour master"]),
        (WORDS, ["We will open on Monday."]),
    ],
)
def test_pull_quotes(inside: str, expected: list[str]) -> None:
    """A pull quote is its words, then its speaker, then the speaker's office, although its class holds a line feed."""
    assert blocks(f"<p>{PROSE}</p>{PULL_QUOTE.format(inside)}<p>{MORE}</p>")[1:-1] == [(Q, text) for text in expected]


def test_pictures_and_captions() -> None:
    """A picture has its largest variant, caption, credit and alternative text; the caption is one block where it stands."""
    html = f"""<p>{PROSE}</p><div class="widget widget--type-image"><figure class="widget__figure">
        <img class="widgetImage__image" src="/small.jpg" alt="Ships, waiting"
             srcset="/small.jpg 384w, /large.jpg 1920w, /middle.jpg 808w"><figcaption class="widget__caption"><span>
        <span class="widget__captionText">Ships waiting</span><span class="widget__captionCredit">Cle Dorn/AP</span></span></figcaption>
        </figure></div><p>{MORE}</p><img src="https://i.org/b.jpg" alt=""><img width=1 height=1 src="https://count.org/x">"""
    page = read(html)
    assert [(block.role, block.text) for block in page.body] == [(P, PROSE), (CAPTION, "Ships waiting Cle Dorn/AP"), (P, MORE)]
    first, second = page.images
    assert (first.url, first.caption, first.credit, first.alt) == (
        "https://www.euronews.com/large.jpg",
        "Ships waiting",
        "Cle Dorn/AP",
        "Ships, waiting",
    )
    assert (second.url, second.caption, second.alt) == ("https://i.org/b.jpg", None, None)


def test_the_largest_of_all_variants() -> None:
    """Variants in ``source`` elements and by density count too; a placeholder does not."""
    html = f"""<p>{PROSE}</p><figure><picture><source srcset="/a.webp 1x, /b.webp 2x"><img src="data:image/gif;base64,R0" data-src="/c.jpg">
        </picture><figcaption>Seen</figcaption></figure><img src="data:image/gif;base64,R0" data-src="/d.jpg">"""
    assert [(image.url, image.caption) for image in read(html).images] == [
        ("https://www.euronews.com/b.webp", "Seen"),
        ("https://www.euronews.com/d.jpg", None),
    ]


@pytest.mark.parametrize(
    ("srcset", "expected"),
    [
        ("a.jpg", "a.jpg"),
        ("a.jpg 1x,b.jpg 2x", "b.jpg"),
        ("a.jpg,\n b.jpg 1.5x", "b.jpg"),
        ("a.jpg 100w 50h, b.jpg 90w 45h", "a.jpg"),
        ("a,b.jpg 10w, c.jpg 9w,", "a,b.jpg"),
        ("data:image/gif;base64,R0 9w, c.jpg 1w", "c.jpg"),
        (" , ", "own.jpg"),
        ("a.jpg huge", "a.jpg"),
    ],
)
def test_variants_of_a_picture(srcset: str, expected: str) -> None:
    """The largest variant is taken, however the list is written."""
    (image,) = read(f"<p>{PROSE}</p><img src='own.jpg' srcset='{srcset}'>").images
    assert image.url == f"https://www.euronews.com/2024/05/01/{expected}"


@pytest.mark.parametrize(
    ("html", "text", "url"),
    [
        ("<iframe src='https://www.youtube.com/embed/x'></iframe>", "", "https://www.youtube.com/embed/x"),
        ("<p><iframe src='//player.org/x'>Old browsers</iframe></p>", "", "https://player.org/x"),
        (
            "<div class='widget widget--type-infogram' data-oembed-url='https://infogram.com/x'><div></div></div>",
            "",
            "https://infogram.com/x",
        ),
        (
            "<blockquote class='instagram-media' data-instgrm-permalink='https://insta.org/x/'><a href='/y'>A post</a></blockquote>",
            "A post",
            "https://insta.org/x/",
        ),
    ],
)
def test_embeds(html: str, text: str, url: str) -> None:
    """An embed is a block with its address, and its words if it shows any."""
    page = read(f"<p>{PROSE}</p>{html}<p>{MORE}</p>")
    assert [block.role for block in page.body] == [P, EMBED, P]
    assert (page.body[1].text, page.body[1].links[-1].url) == (text, url)


def test_a_newsletter_is_furniture() -> None:
    """A box that asks for an address, whatever it is called, is no part of the text, and its frame no embed."""
    box = "<div class='widget widget--type-newsletter'><p>Never miss a ship.</p><iframe src='https://letter.example/'></iframe></div>"
    assert blocks(f"<p>{PROSE}</p>{box}<p>{MORE}</p>") == [(P, PROSE), (FURNITURE, "Never miss a ship."), (P, MORE)]


def test_furniture_is_labelled_where_it_stands() -> None:
    """Adverts, players, newsletters and buttons are furniture if they have words, and nothing if they have none."""
    html = f"""<div class="c-ad"><div class="c-ad__placeholder"><span>ADVERTISEMENT</span></div></div><p>{PROSE}</p>
        <div class="advertising"></div><p>Advertisement</p><form>Your address <input value="x"><button>Subscribe</button></form>
        <noscript>Switch it on</noscript><p>{MORE}</p>"""
    assert blocks(html) == [
        (FURNITURE, "ADVERTISEMENT"),
        (P, PROSE),
        (FURNITURE, "Advertisement"),
        (FURNITURE, "Your address Subscribe"),
        (FURNITURE, "Switch it on"),
        (P, MORE),
    ]


def test_related_articles_inside_and_below() -> None:
    """Each link of a list of articles is one; a heading of the list is furniture; what stands in both lists is told once."""
    inside = (
        "<div class='widget widget--type-related'><ul><li><a href='/one'>Title one</a></li><li><a href='/two'>Title two</a></li></ul></div>"
    )
    below = """<div class='c-article-you-might-also-like'><h2>You might also like</h2><h3><a href='/two'>Title two</a></h3>
        <h3><a href='/3'>Three</a></h3></div>"""
    page = read(f"<p>{PROSE}</p>{inside}<p>Read more: <a href='/four'>Title four</a></p><p>{MORE}</p>", below=below)
    assert [(link.text, link.url) for link in page.related] == [
        ("Title one", "https://www.euronews.com/one"),
        ("Title two", "https://www.euronews.com/two"),
        ("Title four", "https://www.euronews.com/four"),
        ("Three", "https://www.euronews.com/3"),
    ]
    assert [block.role for block in page.blocks].count(RELATED) == 5
    assert [block.role for block in page.body] == [P, P]


@pytest.mark.parametrize(("lede", "inside"), [("The port opens.", True), ("The port of Brindle opened again on Mon", False)])
def test_the_lede_is_in_the_text_once(lede: str, inside: bool) -> None:  # noqa: FBT001 - the expected value
    """The lede opens the body, unless the paragraphs begin with its words; then it stands outside."""
    page = read(f"<p>{PROSE}</p><p>{MORE}</p>", above=f"<p class='c-article-summary'>{lede}</p>")
    assert page.lede == lede
    assert [block.role for block in page.blocks if block.role in (Role.LEDE, P)] == [Role.LEDE, P, P]
    assert (page.body[0].role is Role.LEDE) is inside
    assert page.text.count("The port of Brindle") == 1


def test_right_to_left() -> None:
    """A page in Arabic is read like any other; its byline is cut at the words of its language."""
    text = "عاد ميناء المدينة إلى العمل يوم الاثنين بعد أسبوع من العواصف."
    page = read_page(
        article(
            f"<p>{text}</p><p>{text} وهذا آخر.</p>", lang="ar", above="<div class='c-article-contributors'>بقلم:&nbsp;<b>يورونيوز</b></div>"
        )
    )
    assert page.language == "ar"
    assert [author.name for author in page.authors] == ["يورونيوز"]
    assert page.body[0].text == text


def test_the_path_of_a_block_finds_its_element() -> None:
    """What a block tells as its source is a selector that finds its words on the page."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - the parser itself, beside our seam

    html = article(
        f"<p>{PROSE}</p><ul><li>One</li><li>Two</li></ul><div><h3>Head</h3><p>{MORE}</p></div>", below="<div class='c-ad'>Ad</div>"
    )
    root = LexborHTMLParser(html)
    for block in read_page(html).blocks:
        assert block.text in {" ".join(node.text().split()) for node in root.css(str(block.source))}


def test_nothing_is_lost_in_any_form() -> None:
    """All letters of the article's element are in the blocks, in order, whatever the markup is."""
    html = article(
        f"""Bare words. <p>{PROSE}</p><center>Centre <font color=red>red</font></center><table><tr><td>A<table><tr><td>B</table></table>
        <details><summary>More</summary>Hidden words</details><a href="/x"><div>Block in a link</div> tail</a><address>Where</address>
        <p>Unclosed <b>bold<p>{MORE}<svg><text>Drawn</text><title>No</title></svg><select><option>Pick</select><figure>Loose
        <figcaption>Cap <button>Close</button></figcaption></figure><pre>Pre  formatted</pre><span>Span<p>P in span</p></span>""",
        above="<div class='c-article-image-video'><i class='c-article-caption__content'>Cap</i>Loose</div><div>Whatever <b>else</b></div>",
        below="""<h2>Below</h2><footer class='c-article-contributors-supplementary'><p>Sources • AP</p></footer>
            <aside>Side<p>bar</p></aside>""",
    )
    assert sorted(told(read_page(html))) == sorted(seen(html, "article"))
