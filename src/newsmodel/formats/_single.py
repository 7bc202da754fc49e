"""One article in the place of many."""

from newsmodel.model import Article


def refuse_single(articles: object) -> None:
    """Refuse a single article where many are wanted.

    Raises:
        TypeError: says to hand in a list.

    """
    if isinstance(articles, Article):
        msg = f"articles must be an iterable of Article, not a single {type(articles).__name__}: hand in a list, [article]"
        raise TypeError(msg)
