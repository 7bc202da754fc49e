"""A page and a page text in each language that the style knows, made of the strings of its own table."""

from itertools import product

import pytest

from newsmodel.model import EntityKind, Page, Role
from newsmodel.pages import read_page
from newsmodel.pages.style import Strings, known_styles

STYLE = next(style for style in known_styles() if style.name == "euronews")
LANGUAGES = dict(STYLE.languages)
CREDIT = "Cle Dorn/AP"
HEADLINE, CAPTION, TITLE = "Brindle 2026", "Brindle, 5 / 1 / 2026, Ana Bela & Tom Ray", "Brindle 2025: Ana Bela & Tom Ray"
# “The port of Brindle opened again on Monday after a week of storms.”, and “Ships from nine countries were waiting outside.”
PROSE = {
    "en": ("The port of Brindle opened again on Monday after a week of storms.", "Ships from nine countries were waiting outside."),
    "fr": ("Le port de Brindle a rouvert lundi après une semaine de tempêtes.", "Des navires de neuf pays attendaient dehors."),
    "de": (
        "Der Hafen von Brindle ist am Montag nach einer Woche voller Stürme wieder offen.",
        "Schiffe aus neun Ländern warteten draußen.",
    ),
    "es": ("El puerto de Brindle reabrió el lunes tras una semana de tormentas.", "Barcos de nueve países esperaban fuera."),
    "pt": ("O porto de Brindle reabriu na segunda-feira após uma semana de tempestades.", "Navios de nove países esperavam lá fora."),
    "it": ("Il porto di Brindle ha riaperto lunedì dopo una settimana di tempeste.", "Navi di nove paesi aspettavano fuori."),
    "ru": ("Порт Бриндла снова открылся в понедельник после недели штормов.", "Суда из девяти стран ждали снаружи."),
    "tr": ("Brindle limanı bir hafta süren fırtınadan sonra pazartesi yeniden açıldı.", "Dokuz ülkeden gemiler dışarıda bekliyordu."),
    "el": ("Το λιμάνι του Μπριντλ άνοιξε ξανά τη Δευτέρα μετά από θύελλες.", "Πλοία από εννέα χώρες περίμεναν έξω."),
    "hu": ("Brindle kikötője egy hét vihar után hétfőn újra megnyílt.", "Kilenc ország hajói várakoztak kint."),
    "ar": ("أعيد فتح ميناء بريندل يوم الاثنين بعد أسبوع من العواصف.", "كانت سفن من تسع دول تنتظر في الخارج."),
    "fa": ("بندر بریندل روز دوشنبه پس از یک هفته توفان بازگشایی شد.", "کشتی‌هایی از نه کشور بیرون منتظر بودند."),
    "uk": ("Порт Бріндла знову відкрився в понеділок після тижня штормів.", "Судна з дев'яти країн чекали назовні."),
    "ro": ("Portul Brindle s-a redeschis luni după o săptămână de furtuni.", "Nave din nouă țări așteptau afară."),
    "pl": ("Port w Brindle otworzył się w poniedziałek po tygodniu burz.", "Statki z dziewięciu krajów czekały na zewnątrz."),
    "sq": ("Porti i Brindle u hap përsëri të hënën pas një jave stuhish.", "Anije nga nëntë vende prisnin jashtë."),
    "bg": ("Пристанището на Бриндъл отвори отново в понеделник след бури.", "Кораби от девет страни чакаха отвън."),
    "sr": ("Luka Brindl se ponovo otvorila u ponedeljak posle nedelju dana oluja.", "Brodovi iz devet zemalja čekali su napolju."),
    "ka": ("ბრინდლის პორტი ორშაბათს კვლავ გაიხსნა ქარიშხლების შემდეგ.", "ცხრა ქვეყნის გემები გარეთ ელოდნენ."),
}


def html(tag: str, *, above: str = "", inside: str = "", below: str = "", host: str = "") -> Page:
    """Read a page in the layout of 2026."""
    first, second = PROSE[tag]
    return read_page(
        f"""<!DOCTYPE html><html lang="{tag}"><head><title>{HEADLINE}</title>{host}</head><body>
        <article class="o-article-newsy"><div class="o-article-newsy__container"><h1 class="c-article-redesign-title">{HEADLINE}</h1>{above}
        <div class="c-article-content js-article-content"><p>{first}</p>{inside}
        <p>{second}</p></div>{below}</div></article></body></html>"""
    )


def dump(tag: str, *, header: str = "", lede: str = "", inside: str = "", below: str = "") -> Page:
    """Read the text of a page of 2026; a bar without words of any language closes its header."""
    first, second = PROSE[tag]
    between = f"{inside}\n\n" if inside else ""
    return read_page(f"{HEADLINE}\n\n{header}\n{lede}\n{first}\n\n{between}{second}\n{below}", style=STYLE)


def strings(kind: str) -> list[tuple[str, str]]:
    """Give language and string for each string of a kind."""
    return [(tag, string) for tag, own in STYLE.languages for string in getattr(own, kind)]


def bylines() -> list[tuple[str, str, str, str]]:
    """Give language, first word, and the words for “and” and “with” of each byline that a language can print."""
    return [
        (tag, by, and_, with_)
        for tag, own in STYLE.languages
        for by, and_, with_ in product(own.by, (*own.and_, "&", ","), (*own.with_, own.and_[0]))
    ]


def people(page: Page) -> list[tuple[str, bool]]:
    """Give the authors, and whether each is a person."""
    return [(author.name, author.kind is EntityKind.PERSON) for author in page.authors]


def bar(own: Strings) -> str:
    """Give the two lines of the share bar."""
    share, comments = (own.share or ("Share",))[0], (own.comments or ("",))[0]
    return f"{share} {comments}".strip() + f"\n{share} Close Button\n"


def test_every_language_has_prose() -> None:
    """No language of the style goes untested."""
    assert set(PROSE) == set(LANGUAGES)


@pytest.mark.parametrize(("tag", "by", "and_", "with_"), bylines())
def test_bylines(tag: str, by: str, and_: str, with_: str) -> None:
    """A byline in the words of the language gives each author and each agency by itself, from HTML and from text."""
    expected = [("Ana Bela", True), ("Tom Ray", True), ("AP", False)]
    page = html(
        tag,
        above=f"""<div class="c-article-contributors">
            {by}&nbsp<a href="/profile/1">Ana Bela</a>
            {and_} <a href="/profile/2">Tom Ray</a>  {with_}&nbsp;<b>AP</b></div>""",
    )
    assert people(page) == expected
    text = dump(tag, header=f"{by}\u00a0Ana Bela {and_} Tom Ray  {with_}\u00a0AP\n{bar(LANGUAGES[tag])}")
    assert people(text) == expected
    assert [block.text for block in text.blocks if block.role is Role.BYLINE] == [f"{by} Ana Bela {and_} Tom Ray {with_} AP"]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_byline_whose_first_word_is_unknown(tag: str) -> None:
    """Where the first word of a byline is in no table, the no-break space behind it shows who wrote."""
    page = html(tag, above='<div class="c-article-contributors">Xyz&nbsp;<a href="/profile/1">Ana Bela</a>, <b>AP</b></div>')
    assert people(page) == [("Ana Bela", True), ("AP", False)]
    assert people(dump(tag, header=f"Xyz\u00a0Ana Bela, AP\n{bar(LANGUAGES[tag])}")) == people(page)


@pytest.mark.parametrize(("tag", "label"), [*strings("published"), *strings("updated")])
@pytest.mark.parametrize("moment", ["", " 06/01/2026 - 13:55 GMT+1", " 06.01.2026 • 14:20"])
def test_labels_of_dates(tag: str, label: str, moment: str) -> None:
    """The label of a date, with or without its date, is a dateline and no part of the text."""
    line = f"{label}{moment}"
    page = html(tag, above=f'<div class="c-article-publication-date" data-timestamp="1767704129">{label}<time>{moment}</time></div>')
    text = dump(tag, header=f"Euronews\n{line}\n{bar(LANGUAGES[tag])}")
    for one in (page, text):
        assert line.split() == " ".join(block.text for block in one.blocks if block.role is Role.DATELINE).split()
        assert label not in one.text
    assert page.published is not None
    assert page.published.timestamp() == 1767704129


@pytest.mark.parametrize(("tag", "label"), strings("copyright"))
def test_labels_of_the_copyright(tag: str, label: str) -> None:
    """The word for “Copyright” is no part of notice, caption or credit."""
    page = html(
        tag,
        above=f"""<div class="c-article-image-video"><img src="/a.jpg" alt="{CAPTION}"><i class="c-article-caption__content">{CAPTION}
            <span class="c-article-caption__copyright">{label}&nbsp;</span><span class="c-article-caption__credit">{CREDIT}</span></i>
            <div class="c-article-image-copyright">{label}&nbsp;{CREDIT}</div></div>""",
        host='<link rel="canonical" href="https://www.euronews.com/2026/01/06/brindle">',
    )
    notice = f"{label}\u00a0{CREDIT}"
    text = dump(tag, header=f"{CAPTION}\n{CAPTION} {notice}\n{notice}\n{bar(LANGUAGES[tag])}")
    for one in (page, text):
        assert one.copyright == CREDIT
        assert (one.images[0].caption, one.images[0].credit, one.images[0].alt) == (CAPTION, CREDIT, CAPTION)
        assert [block.text for block in one.blocks if block.role is Role.COPYRIGHT] == [f"{label} {CREDIT}"]


@pytest.mark.parametrize(("tag", "heading"), strings("related"))
def test_headings_of_related_articles(tag: str, heading: str) -> None:
    """What stands below the heading of a list of related articles is a title of it, at the end and between paragraphs."""
    below = f'<div class="c-article-you-might-also-like"><h2>{heading}</h2><h3><a href="/a">{TITLE}</a></h3></div>'
    page = html(tag, inside=f'<p>{heading}: <a href="/b">Brindle 2024</a></p>', below=below)
    text = dump(tag, header=bar(LANGUAGES[tag]), inside=f"{heading}: Brindle 2024", below=f"{bar(LANGUAGES[tag])}\n{heading}\n\n{TITLE}\n")
    for one in (page, text):
        assert [link.text for link in one.related] == ["Brindle 2024", TITLE]
        assert [block.text for block in one.body] == list(PROSE[tag])


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_whole_page_of_a_language(tag: str) -> None:
    """With all the strings of its language round it, the article is its headline, summary and paragraphs, and nothing else."""
    own = LANGUAGES[tag]
    kinds = ("embed", "copied", "ad", "shortcuts", "lists", "notices")
    furniture = [string for kind in kinds for string in getattr(own, kind) if string not in own.openings]
    share = bar(own)
    page = html(
        tag,
        above=f'<div class="c-article-partage-commentaire">{share}</div><h2 class="c-article-summary">{PROSE[tag][1]}</h2>',
        inside="".join(f"<p>{string}</p>" for string in own.ad),
        below=f'<div class="c-article-partage-commentaire">{share}</div>{"".join(f"<p>{string}</p>" for string in furniture)}',
    )
    text = dump(
        tag,
        header=share,
        lede=f"{PROSE[tag][1]}\n",
        inside="\n\n".join(own.ad),
        below="\n".join((*own.shortcuts, share, *(string for string in furniture if string not in own.shortcuts))),
    )
    for one in (page, text):
        assert (one.headline, one.lede) == (HEADLINE, PROSE[tag][1])
        assert [block.text for block in one.body if block.role is Role.PARAGRAPH] == list(PROSE[tag])


@pytest.mark.parametrize("tag", [tag for tag, own in STYLE.languages if own.share])
def test_the_language_is_told_by_the_furniture(tag: str) -> None:
    """A page text shows its language by its share bar."""
    assert dump(tag, header=bar(LANGUAGES[tag]), below=bar(LANGUAGES[tag])).language == tag


@pytest.mark.parametrize("tag", PROSE)
def test_the_language_is_told_by_the_words(tag: str) -> None:
    """Where neither page nor furniture tells the language, the words do."""
    first, second = PROSE[tag]
    assert read_page(f"Brindle 2026\n\n{first}\n\n{second}\n").language == tag
    assert read_page(f"<html><body><article><h1>Brindle 2026</h1><p>{first}</p><p>{second}</p></article></body></html>").language == tag


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.",
        "Brindlen satama avattiin uudelleen maanantaina viikon myrskyjen jälkeen.",
        "Brindle Oster Orvale Brindle Oster Orvale, Ana Bela, Tom Ray, Cle Dorn.",
    ],
)
def test_a_language_that_is_unknown_is_not_guessed(text: str) -> None:
    """A text with few of the words of any known language has none."""
    assert read_page(f"Brindle 2026\n\n{text}\n").language is None
