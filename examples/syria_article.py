"""Read the saved text of a news page, and print what the article tells.

Run it from anywhere: ``python examples/syria_article.py``; with ``--json`` it prints the whole article as JSON.
"""

import json
import sys
from pathlib import Path
from textwrap import fill

import newsmodel

PAGE = Path(__file__).with_name("syria_article.txt")
WIDTH = 80


def main() -> None:
    """Read the page and print its article, part by part."""
    article = newsmodel.parse(PAGE)
    document = newsmodel.to_json(article)
    if "--json" in sys.argv:
        print(document)
        return

    print(article.headline)
    print("=" * len(article.headline))
    byline = ", ".join(author.name for author in article.authors)
    print(f"by {byline} | language: {article.language} | published: {article.published}")
    paragraph(f"{article.lede}")

    title("Outline")
    for block in article.body:
        if block.role is newsmodel.Role.HEADING:
            print(f"  {block.text}")

    title("Who said what")
    for quote in article.quotes:
        print(f"  {speaker(quote)}, {quote.kind} ({quote.cue!r}):")
        paragraph(f"“{quote.text}”", depth=4)

    title("Tweets")
    for tweet in article.tweets:
        print(f"  @{tweet.handle} ({tweet.author}), {tweet.posted}:")
        paragraph(tweet.text, depth=4)
        print(f"    {'  '.join((*tweet.links, *tweet.media))}")

    title("Statistics")
    for statistic in article.statistics:
        print(f"  {amount(statistic)}")
        for part in statistic.parts:
            print(f"    of them {amount(part)}")
        print(f"    where:  {name(statistic.place)}")
        print(f"    when:   {statistic.period.text if statistic.period else None}")
        print(f"    source: {name(statistic.source)}")

    title("Timeline")
    for event in article.events:
        paragraph(f"{event.when.edtf if event.when else None}  {event.text}", depth=2, hanging=14)

    title("Related")
    for link in article.related:
        paragraph(f"{link.text}", depth=2, hanging=4)

    title("The statistic as JSON")
    print(json.dumps(newsmodel.to_dict(article)["statistics"][0], indent=2, ensure_ascii=False))

    print(f"\nThe whole article is {len(document.encode())} bytes of JSON: see it with --json.")


def speaker(quote: newsmodel.Quote) -> str:
    """Write who speaks, and as what."""
    if quote.speaker is None:
        return "Somebody"
    return f"{quote.speaker.name} ({quote.speaker.role or quote.speaker.kind})"


def amount(statistic: newsmodel.Statistic) -> str:
    """Write how many of what, and what happened to them."""
    return f"{statistic.value} {statistic.unit} {statistic.measure}"


def name(entity: newsmodel.Entity | None) -> str | None:
    """Write an entity by its name."""
    return entity.name if entity else None


def title(text: str) -> None:
    """Print the title of a part."""
    print(f"\n{text}\n{'-' * len(text)}")


def paragraph(text: str, depth: int = 0, hanging: int | None = None) -> None:
    """Print a text in lines of the terminal's width."""
    first, other = " " * depth, " " * (depth if hanging is None else hanging)
    print(fill(text, WIDTH, initial_indent=first, subsequent_indent=other, break_long_words=False, break_on_hyphens=False))


if __name__ == "__main__":
    main()
