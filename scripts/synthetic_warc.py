"""Write a WARC of made-up news pages: ``python scripts/synthetic_warc.py pages.warc.gz --pages 5000 --seed 1``.

Four outlets in four markups and four languages, over six months, with menus, scripts and styles around the articles as real pages have
them, and the faults that real crawls hold: pages without an article, broken HTML, a wrong charset, missing pages, pictures, broken and
cut records. The same arguments always give the same bytes. Nothing on these pages is true, and nobody on them exists.
"""

import argparse
import gzip
import json
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from attrs import frozen

FIRST_DAY = datetime(2024, 1, 2, 6, tzinfo=UTC)
DAYS = 180
EVERY = {"no article": 37, "broken HTML": 41, "wrong charset": 43, "status 404": 29, "no HTML": 31, "broken record": 997}
"""One page in so many has the fault."""
EVERY_FIFTH = 5

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

OUTLETS = {
    "quay": ("www.quay.example", "The Quay", "en"),
    "anzeiger": ("www.seeanzeiger.example", "Seeanzeiger", "de"),
    "courrier": ("www.courrier-du-port.example", "Le Courrier du port", "fr"),
    "faro": ("noticias.elfaro.example", "El Faro de la costa", "es"),
}


@frozen(kw_only=True)
class Story:
    """A made-up article."""

    outlet: str
    language: str
    number: int
    headline: str
    lede: str
    paragraphs: list[str]
    author: str
    published: datetime

    @property
    def url(self) -> str:
        """Its address."""
        return f"https://{OUTLETS[self.outlet][0]}/{self.published:%Y/%m/%d}/story-{self.number}"


def story(random: Random, number: int) -> Story:
    """Make up an article."""
    outlet = random.choices(list(OUTLETS), weights=[5, 2, 2, 2])[0]
    language = OUTLETS[outlet][2]
    published = FIRST_DAY + timedelta(minutes=random.randrange(DAYS * 24 * 60))
    sentences = [sentence(random, language, published) for _ in range(random.randrange(14, 46))]
    paragraphs = [" ".join(sentences[first : first + 2]) for first in range(0, len(sentences), 2)]
    return Story(
        outlet=outlet,
        language=language,
        number=number,
        headline=headline(random, language),
        lede=sentences[-1],
        paragraphs=paragraphs,
        author=random.choice(WORDS[language]["people"])[0],
        published=published,
    )


def headline(random: Random, language: str) -> str:
    """Make up a headline."""
    words = WORDS[language]
    text = str(random.choice(words["headlines"]))
    text = text.format(place=random.choice(words["places"]), thing=random.choice(words["things"]), n=random.randrange(3, 60))
    return text[0].upper() + text[1:]


def sentence(random: Random, language: str, published: datetime) -> str:
    """Make up a sentence."""
    name, role = random.choices(WORDS[language]["people"], weights=range(len(WORDS[language]["people"]), 0, -1))[0]
    day = published - timedelta(days=random.randrange(1, 9))
    written = WORDS[language]["day"].format(d=day.day, m=WORDS[language]["months"][day.month - 1], y=day.year)
    return random.choice(WORDS[language]["sentences"]).format(
        name=name, role=role, n=random.randrange(2, 90), p=random.randrange(2, 60), day=written,
        place=random.choice(WORDS[language]["places"]), thing=random.choice(WORDS[language]["things"]),
    )  # fmt: skip


def page(each: Story, random: Random) -> str:
    """Build the page of an article, in the markup of its outlet."""
    head, top, bottom = surroundings(each, random)
    when = each.published.isoformat()
    body = {"quay": as_article, "anzeiger": as_microdata, "courrier": as_main, "faro": as_divisions}[each.outlet](each, when)
    return f'<!DOCTYPE html>\n<html lang="{each.language}">\n<head>\n{head}</head>\n<body>\n{top}{body}{bottom}</body>\n</html>\n'


def surroundings(each: Story, random: Random) -> tuple[str, str, str]:
    """Give what stands around an article: the head, menus and teasers, scripts and styles."""
    host, name, language = OUTLETS[each.outlet]
    site = Random(host)  # noqa: S311  made-up pages; of one outlet, they look alike
    style = "".join(f".c{site.randrange(9999)}{{margin:{site.randrange(40)}px;color:#{site.randrange(1 << 24):06x}}}\n" for _ in range(500))
    script = "".join(
        f"window.q{random.randrange(99999)}={{id:{random.randrange(1 << 30)},slot:'s{i}'}};\n" for i in range(random.randrange(300, 3400))
    )
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": each.headline, "datePublished": each.published.isoformat(),
        "author": {"@type": "Person", "name": each.author}, "publisher": {"@type": "Organization", "name": name}, "inLanguage": language,
    }  # fmt: skip
    head = (
        f'<meta charset="utf-8">\n<title>{each.headline} - {name}</title>\n<link rel="canonical" href="{each.url}">\n'
        f'<meta property="og:type" content="article">\n<meta property="og:site_name" content="{name}">\n'
        f'<meta property="og:title" content="{each.headline}">\n'
        f'<meta property="article:published_time" content="{each.published.isoformat()}">\n'
        + (
            f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>\n'
            if each.outlet in {"quay", "faro"}
            else ""
        )
        + f"<style>\n{style}</style>\n<script>\n{script}</script>\n"
    )
    menu = "".join(
        f'<li class="nav-item"><a href="/section/{i}/{site.randrange(9999)}">{site.choice(WORDS[language]["things"])} {i}</a></li>\n'
        for i in range(160)
    )
    teasers = "".join(
        f'<div class="teaser"><a href="/{i}"><img src="/img/{random.randrange(1 << 30)}.jpg" alt="" width="320" height="180"></a>'
        f'<h3><a href="/{i}">{headline(random, language)}</a></h3></div>\n'
        for i in range(random.randrange(20, 260))
    )
    top = f'<header class="site-header"><nav aria-label="menu"><ul>\n{menu}</ul></nav></header>\n'
    return head, top, f'<aside class="more">\n{teasers}</aside>\n<footer class="site-footer"><ul>\n{menu}</ul></footer>\n'


def as_article(each: Story, when: str) -> str:
    """Build an article as HTML5 has it."""
    prose = "".join(f"<p>{text}</p>\n" for text in each.paragraphs)
    byline = f'<p class="byline">By {each.author}</p>\n<time datetime="{when}"></time>'
    return f"<main><article>\n<h1>{each.headline}</h1>\n{byline}\n{prose}</article></main>\n"


def as_microdata(each: Story, when: str) -> str:
    """Build an article as microdata of schema.org."""
    prose = "".join(f"<p>{text}</p>\n" for text in each.paragraphs)
    return (
        f'<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{each.headline}</h1>\n'
        f'<span itemprop="author">{each.author}</span><meta itemprop="datePublished" content="{when}">\n'
        f'<div itemprop="articleBody">\n{prose}</div></div>\n'
    )


def as_main(each: Story, when: str) -> str:
    """Build an article whose paragraphs stand in several sections."""
    prose = "".join(f'<section class="bloc"><p>{text}</p></section>\n' for text in each.paragraphs)
    head = f'<h1>{each.headline}</h1><p class="chapo">{each.lede}</p><time datetime="{when}">{when[:10]}</time>'
    return f'<main id="contenu">{head}\n<div class="corps">{prose}</div></main>\n'


def as_divisions(each: Story, when: str) -> str:
    """Build an article of classes that tell nothing, with adverts between its paragraphs."""
    advert = '<div class="ad-slot" data-id="x"><span>Publicidad</span></div>\n'
    prose = "".join(f"<p>{text}</p>\n{advert if place % EVERY_FIFTH == 0 else ''}" for place, text in enumerate(each.paragraphs))
    return f'<div class="c12"><h1>{each.headline}</h1><div data-date="{when}"></div><div class="c40">\n{prose}</div></div>\n'


def records(pages: int, seed: int) -> Iterator[bytes]:
    """Give the records of the WARC, none of them compressed yet."""
    random = Random(seed)  # noqa: S311  made-up pages
    yield record("warcinfo", "", FIRST_DAY, b"software: scripts/synthetic_warc.py\r\n", "application/warc-fields")
    for number in range(pages):
        each = story(random, number)
        captured = each.published + timedelta(minutes=random.randrange(5, 600))
        status, kind, content = "200 OK", "text/html; charset=utf-8", page(each, random).encode()
        fault = next((name for name, every in EVERY.items() if number % every == every - 1), None)
        match fault:
            case "no article":
                content = b"<!DOCTYPE html><html><head><title>Video</title></head><body><ul><li><a href=/>Home</a></ul></body></html>"
            case "broken HTML":
                content = content.replace(b"</p>", b"").replace(b"</li>", b"").replace(b"</div>", b"", 3)
            case "wrong charset":
                kind = "text/html; charset=iso-8859-1"
            case "status 404":
                status = "404 Not Found"
            case "no HTML":
                kind, content = "image/jpeg", random.randbytes(2000)
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
        whole = record("response", each.url, captured, http, "application/http; msgtype=response")
        yield whole[: len(whole) // 2] if fault == "broken record" else whole


def record(kind: str, url: str, when: datetime, block: bytes, media: str) -> bytes:
    """Give a record."""
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\n{target}WARC-Date: {when:%Y-%m-%dT%H:%M:%SZ}\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def write(path: Path, pages: int, seed: int = 1, *, cut: bool = True) -> None:
    """Write the WARC, each record compressed by itself, as crawls do; the last is cut off unless it is not to be."""
    with path.open("wb") as file:
        for each in records(pages, seed):
            packed = gzip.compress(each, compresslevel=4, mtime=0)
            file.write(packed)
        if cut:
            file.write(packed[: len(packed) // 2])


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.path, given.pages, given.seed)
    print(f"{given.path}: {given.pages} pages, {given.path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
