"""A page in, an article out: first the page, then its facts."""

from datetime import date, datetime
from pathlib import Path

from newsmodel.facts import Language, find_in_body
from newsmodel.model import Article, Limits
from newsmodel.pages import Style, read_page


def parse(  # noqa: PLR0913 - what the caller knows, by keyword alone
    source: str | bytes | Path,
    *,
    url: str | None = None,
    published: datetime | date | None = None,
    language: str | Language | None = None,
    style: Style | None = None,
    limits: Limits | None = None,
) -> Article:
    """Read a page and find its facts.

    Args:
        source: the page itself as text or bytes, or the path of a file that holds it.
        url: its address. Like the other keywords it wins over what the page says.
        published: when it was published; relative dates (“over the last 12 days”) count from it.
        language: BCP 47 tag of the language of the article, or a :class:`~newsmodel.Language` of your own.
        style: how the outlet builds its pages; by default the known styles are tried.
        limits: how large the page may be; by default :class:`~newsmodel.Limits` as it is.

    Raises:
        PageError: the source holds no article, or is beyond the limits; the message says what was looked for and what was found.
        TypeError: an argument has the wrong type.
        ValueError: ``language`` is no BCP 47 tag.
        OSError: the file cannot be read.

    """
    own = language if isinstance(language, Language) else None
    tag = language.tag if isinstance(language, Language) else language
    page = read_page(source, url=url, published=published, language=tag, style=style, limits=limits)
    assert page.headline is not None  # noqa: S101 - told to the type checker: a page without one is no article, which its reader refuses
    facts, tweets = find_in_body(page.body, page.text, own or page.language, page.published, Limits.of(limits))
    return Article(
        headline=page.headline,
        id=page.id,
        lede=page.lede,
        body=page.body,
        authors=page.authors,
        publisher=page.publisher,
        published=page.published,
        modified=page.modified,
        language=page.language,
        url=page.url,
        section=page.section,
        keywords=page.keywords,
        copyright=page.copyright,
        images=page.images,
        videos=page.videos,
        related=page.related,
        translations=page.translations,
        tweets=tweets,
        quotes=facts.quotes,
        statistics=facts.statistics,
        events=facts.events,
        dates=facts.dates,
        entities=facts.entities,
    )
