"""Compare two articles on the same event: whom both of them quote, and whom only one of them quotes.

Run it from anywhere: ``python examples/compare_quoted.py``.
"""

from pathlib import Path

import newsmodel

PAGES = Path(__file__).parent / "pages"


def quoted(article: newsmodel.Article) -> dict[str, list[newsmodel.Quote]]:
    """Give the quotes of an article by the name of their speaker."""
    by_name: dict[str, list[newsmodel.Quote]] = {}
    for quote in article.quotes:
        if quote.speaker is not None:
            by_name.setdefault(quote.speaker.name, []).append(quote)
    return by_name


def main() -> None:
    """Read both pages, and print who is quoted in both, then who is quoted in one."""
    articles = [newsmodel.parse(PAGES / name) for name in ("quake-first.html", "quake-later.html")]
    sources = [quoted(article) for article in articles]

    print("In both:")
    for name in sorted(set(sources[0]) & set(sources[1])):
        print(f"  {name}")
        for article, quotes in zip(articles, sources, strict=True):
            for quote in quotes[name]:
                print(f"    {article.published:%d %B}, {quote.kind}: {quote.text}")

    for article, here, there in zip(articles, sources, reversed(sources), strict=True):
        print(f"Only in “{article.headline}”:")
        for name in sorted(set(here) - set(there)):
            speaker = here[name][0].speaker
            print(f"  {name}, {speaker.role or speaker.kind}" if speaker else name)


if __name__ == "__main__":
    main()
