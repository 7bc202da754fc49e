"""One article in the place of many, and something else in the place of one."""

from newsmodel.model import Article


def refuse_single(articles: object) -> None:
    """Refuse a single article where many are wanted.

    Raises:
        TypeError: says to hand in a list.

    """
    if isinstance(articles, Article):
        msg = f"articles must be an iterable of Article, not a single {type(articles).__name__}: hand in a list, [article]"
        raise TypeError(msg)


def refuse_other(article: object) -> None:
    """Refuse what is no article, such as the facts of a prose, which have no page to stand on.

    Raises:
        TypeError: says what it is.

    """
    if not isinstance(article, Article):
        msg = f"article must be Article, not {type(article).__name__}"
        raise TypeError(msg)
