"""Embedded posts as cards."""

from newsmodel.formats.html.markup import NOTHING, Html, link, tag, together
from newsmodel.formats.html.values import moment
from newsmodel.formats.html.view import View, direction, language_tag
from newsmodel.model import Tweet


def post(view: View, number: int, tweet: Tweet) -> Html:
    """Show a post: whose it is, its words, its links, and when it was posted."""
    own = language_tag(tweet.language)
    language = {"lang": own, "dir": direction(own)} if own else {"lang": "" if view.lang is None else view.lang, "dir": "auto"}
    author = tag("bdi", tweet.author, class_="name") if tweet.author else NOTHING
    handle = tag("bdi", f"@{tweet.handle}", class_="handle", dir="ltr") if tweet.handle else NOTHING
    words = tag("p", tweet.text, class_="words", **language) if tweet.text else tag("p", view.word("empty_post"), class_="words empty")
    attached = [tag("li", link(url, tag("bdi", url, dir="ltr"))) for url in (*tweet.links, *tweet.media)]
    posted = moment(view, tweet.posted) if tweet.posted is not None else NOTHING
    opened = link(tweet.url, view.word("open_post")) if tweet.url is not None else NOTHING
    foot = tag("p", posted, " ", opened, class_="foot") if posted or opened else NOTHING
    label = together(tag("span", view.word("tweet"), class_="label"), " ", author, " ", handle)
    return tag(
        "div",
        tag("p", label, class_="who"),
        words,
        tag("ul", *attached) if attached else NOTHING,
        foot,
        class_="post",
        id=f"t{number}",
        role="group",
        aria_label=" ".join(filter(None, [view.word("tweet"), tweet.author or tweet.handle])),
    )
