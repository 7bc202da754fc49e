"""A page in, an article out: first the page, then its facts."""

from datetime import date, datetime
from pathlib import Path

from newsmodel.facts import Language, find_in_body
from newsmodel.model import Article, PageError
from newsmodel.pages import Style, read_page


def parse(
    source: str | bytes | Path,
    *,
    url: str | None = None,
    published: datetime | date | None = None,
    language: str | Language | None = None,
    style: Style | None = None,
) -> Article:
    """Read a page and find its facts.

    Args:
        source: the page itself as text or bytes, or the path of a file that holds it.
        url: its address. Like the other keywords it wins over what the page says.
        published: when it was published; relative dates (“over the last 12 days”) count from it.
        language: BCP 47 tag of the language of the article, or a :class:`~newsmodel.Language` of your own.
        style: how the outlet builds its pages; by default the known styles are tried.

    Raises:
        PageError: the source holds no article; the message says what was looked for and what was found.
        TypeError: an argument has the wrong type.
        ValueError: ``language`` is no BCP 47 tag.
        OSError: the file cannot be read.

    """
    own = language if isinstance(language, Language) else None
    tag = language.tag if isinstance(language, Language) else language
    page = read_page(source, url=url, published=published, language=tag, style=style)
    if page.headline is None:
        msg = f"looked for a headline: found none above {page.text[:80]!r}"
        raise PageError(msg)
    facts, tweets = find_in_body(page.body, page.text, own or page.language, page.published)
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
