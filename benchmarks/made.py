"""Pages and prose to measure with, made in code: as large and as cluttered as those of news sites, and different for every seed."""

import json
from random import Random

_NAMES = [
    "Ana Bela",
    "Ed Fell",
    "Marta Quin",
    "Ivo Sandar",
    "Lena Voss",
    "Tomas Arden",
    "Ruth Calder",
    "Samir Noor",
    "Pia Holm",
    "Otto Reyes",
]
_OFFICES = [
    "Transport Minister",
    "mayor of Brindle",
    "harbour master",
    "spokeswoman for the port",
    "professor of economics",
    "union leader",
]
_PLACES = ["Brindle", "Port Vell", "Easterby", "Norham", "Calder Bay", "Lower Wick", "Santa Rosa", "Kesten"]
_DAYS = ["on Monday", "on Tuesday", "last Thursday", "on 3 May 2024", "in March", "on 14 April", "a week ago", "at the end of April"]
_THINGS = [
    "the ferry line",
    "the new quay",
    "the rail tunnel",
    "the fishing fleet",
    "the storm barrier",
    "the fuel depot",
    "the customs house",
]
_CLAIMS = [
    "we cannot wait for another winter",
    "nobody asked the people who live here",
    "the money is there and the plans are ready",
    "it was the worst night that any of us remembers",
    "the figures speak for themselves",
    "there is no reason to worry about supplies",
]
_SENTENCES = [
    "“{claim},” {office} {name} said {day}.",
    "{name}, {office}, told reporters in {place} that {thing} would stay closed until {day2}.",
    "According to {name}, {number} people in {place} depend on {thing}.",
    "The council of {place} spent €{millions} million on {thing} {day}, {percent}% more than a year before.",
    "Repairs to {thing} began {day} and take at least {weeks} weeks.",
    "“{claim},” said {name}. “We told them so {day}.”",
    "More than {number} travellers were stranded in {place} when {thing} was closed {day}.",
    "Behind the old market, where the road turns down to the water, little has changed since then, and few expect that it will.",
    "The work is to be done by night so that the trains can run by day, which makes it slower and dearer than was planned.",
    "Unemployment in {place} fell to {percent}% in the first quarter, the office of statistics announced {day}.",
    "The harbour lies in the shadow of two hills, and most of its houses were built by people who lived from the sea.",
    "Whether the new road will bring visitors back is a question that divides families, shops and clubs alike.",
    "Fishermen repair their nets along the wall, as their fathers did, while the cranes behind them stand still.",
    "In summer the square fills with tables, and the smell of bread and diesel hangs over the landing stage.",
    "The plan leaves open who pays for the bridge, and the committee that was to decide it has not met since.",
    "Engineers lowered a camera into the shaft and found that the walls were dry, which surprised even those who built them.",
    "Those who remember the flood still keep sandbags by the door, although the dam has held ever since.",
    "It is the third such decision in {weeks} months; earlier ones were overturned by the court in {place}.",
]
_LAYOUT = "c-article-"
_HOST = "https://www.euronews.com"


def prose(characters: int, seed: int = 0) -> str:
    """Give that many characters of plain news prose, in paragraphs of four sentences."""
    random = Random(seed)  # noqa: S311 - the same pages every time, and nothing secret
    out: list[str] = []
    length = 0
    while length < characters:
        out.append(_paragraph(random, 4))
        length += len(out[-1]) + 2
    return "\n\n".join(out)[:characters]


def page(seed: int = 0, *, paragraphs: int = 30, teasers: int = 90) -> bytes:
    """Give an HTML page in the layout that Euronews had in 2024: some 300 kB, of which the article is a few."""
    random = Random(seed)  # noqa: S311 - as above
    title = f"{random.choice(_THINGS).capitalize()} of {random.choice(_PLACES)} opens again"
    address = f"{_HOST}/2024/05/{random.randint(1, 28):02d}/{title.lower().replace(' ', '-')}-{seed}"
    author = random.choice(_NAMES)
    body = "\n".join(_piece(random, i) for i in range(paragraphs))
    return f"""<!DOCTYPE html><html class="no-js" lang="en"><head><meta charset="UTF-8"><title>{title} | Euronews</title>
{_metas(random, title, address)}<link rel="canonical" href="{address}">
<script type="application/ld+json">{_things(title, address, author)}</script>
<style>{_css(random, 400)}</style><script>{_code(random, 700)}</script></head>
<body class="is-template-article">{_menu(random, 190)}
<main><article class="o-article-newsy"><div class="o-article-newsy__main"><header>
<nav class="{_LAYOUT}breadcrumbs"><a href="{_HOST}/"></a> <a href="{_HOST}/news">News</a></nav>
<h1 class="{_LAYOUT}redesign-title">
    {title}
</h1><div class="{_LAYOUT}image-video">{_picture(random)}
<div class="{_LAYOUT}image-copyright">Copyright&nbsp;{author}/AP</div></div></header>
<div class="{_LAYOUT}contributors">By&nbsp;<b>{author}</b></div>
<time class="{_LAYOUT}publication-date" datetime="2024-05-01">Published on 01/05/2024 - 10:00</time>
<div class="{_LAYOUT}partage-commentaire"><span>Share this article</span><span>Comments</span></div>
<p class="{_LAYOUT}summary">{_sentence(random)}</p>
<div class="{_LAYOUT}content js-article-content">
{body}
</div>
<div class="{_LAYOUT}you-might-also-like"><h2>You might also like</h2><h3><a href="/2024/04/28/storm">Storm closes port</a></h3></div>
<div id="adb-article-tags" class="{_LAYOUT}tags"><a class="{_LAYOUT}tags__item" href="/tag/ports">Ports</a></div>
</div></article></main>
<section class="c-most-viewed">{"".join(_teaser(random, i) for i in range(teasers))}</section>
{_menu(random, 60)}<footer class="c-footer"><p>© Euronews 2024</p></footer><script>{_code(random, 900)}</script></body></html>""".encode()


def _sentence(random: Random) -> str:
    return random.choice(_SENTENCES).format(
        claim=random.choice(_CLAIMS).capitalize(),
        office=random.choice(_OFFICES),
        name=random.choice(_NAMES),
        place=random.choice(_PLACES),
        thing=random.choice(_THINGS),
        day=random.choice(_DAYS),
        day2=random.choice(_DAYS).removeprefix("on "),
        number=f"{random.randint(1, 900)},{random.randint(0, 999):03d}",
        millions=random.randint(2, 900),
        percent=f"{random.randint(1, 40)}.{random.randint(0, 9)}",
        weeks=random.randint(2, 30),
    )


def _paragraph(random: Random, sentences: int) -> str:
    return " ".join(_sentence(random) for _ in range(sentences))


def _piece(random: Random, number: int) -> str:
    """Give a paragraph of the body, with what stands between paragraphs."""
    text = f"<p>{_paragraph(random, 1 + number % 2)}</p>"
    if number % 9 == 4:  # noqa: PLR2004 - every few paragraphs
        text = f"<h2>What comes now for {random.choice(_PLACES)}</h2>\n{text}"
    if number % 10 == 7:  # noqa: PLR2004 - likewise
        caption = f'<figcaption><span class="widget__captionText">{random.choice(_PLACES)}</span></figcaption>'
        text += f'<div class="widget widget--type-image"><figure>{_picture(random)}{caption}</figure></div>'
    if number % 8 == 3:  # noqa: PLR2004 - likewise
        text += '<div class="c-ad u-show-for-mobile-only"><span>ADVERTISEMENT</span></div>'
    return text


def _picture(random: Random) -> str:
    number = random.randint(1_000_000, 9_999_999)
    variants = ", ".join(f"https://static.euronews.com/articles/{number}/{width}x{width * 9 // 16}_p.jpg {width}w" for width in _WIDTHS)
    address = f"https://static.euronews.com/articles/{number}/1200x675_p.jpg"
    return f'<img class="{_LAYOUT}media__img" src="{address}" srcset="{variants}" alt="A view">'


_WIDTHS = (384, 640, 750, 828, 1080, 1200, 1920)


def _teaser(random: Random, number: int) -> str:
    """Give a related article as lists show them."""
    title = _sentence(random)[:70]
    return f"""
  <article class="m-object m-object--demi c-list__item" data-nid="{number}">
    <div class="m-object__img"><a href="/2024/04/{number % 28 + 1:02d}/teaser-{number}" aria-label="{title}">{_picture(random)}</a></div>
    <div class="m-object__body"><span class="m-object__category"><a href="/news">News</a></span>
      <h3 class="m-object__title"><a href="/2024/04/{number % 28 + 1:02d}/teaser-{number}" class="m-object__title__link">{title}</a></h3>
    </div>
  </article>"""


def _menu(random: Random, links: int) -> str:
    items = "\n".join(
        f'    <li class="c-nav__item js-nav-item"><a class="c-nav__link" href="/menu/{i}" data-event="menu-{i}">'
        f"<svg class='icon' width='8' height='8'><use xlink:href='#i{i % 9}'></use></svg>{random.choice(_PLACES)}</a></li>"
        for i in range(links)
    )
    return f'<nav class="c-nav"><ul class="c-nav__list">\n{items}\n</ul></nav>'


def _metas(random: Random, title: str, address: str) -> str:
    own = {"og:title": title, "og:url": address, "og:type": "article", "og:site_name": "euronews", "og:locale": "en_GB"}
    named = {"keywords": "Ports,Storms", "date.available": "2024-05-01 10:00:00 +02:00", "date.modified": "2024-05-01 10:00:04 +02:00"}
    named |= {f"app:setting-{i}": f"value-{random.randint(0, 99)}" for i in range(25)}
    lines = [f'<meta property="{name}" content="{content}">' for name, content in own.items()]
    return "\n".join([*lines, *(f'<meta name="{name}" content="{content}">' for name, content in named.items())])


def _things(title: str, address: str, author: str) -> str:
    article = {
        "@type": "NewsArticle",
        "headline": title,
        "url": address,
        "datePublished": "2024-05-01T10:00:00+02:00",
        "dateModified": "2024-05-01T10:00:04+02:00",
        "author": [{"@type": "Person", "name": author}],
        "publisher": {"@type": "Organization", "name": "Euronews"},
    }
    return json.dumps({"@context": "https://schema.org", "@graph": [article]})


def _css(random: Random, rules: int) -> str:
    return "\n".join(f".u-{i}{{margin:{random.randint(0, 9)}px;display:flex;align-items:center;color:#{i:06x}}}" for i in range(rules))


def _code(random: Random, lines: int) -> str:
    return "\n".join(
        f'window.__d[{i}]={{id:{random.randint(0, 10**9)},on:a<{i}&&b>2,name:"item-{i}",go:function(x){{return x+{i}}}}};'
        for i in range(lines)
    )
