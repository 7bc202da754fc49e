"""The body of the article: its prose with the marks, and in their places what stands between it."""

from collections.abc import Iterator
from itertools import groupby

from attrs import define, field

from newsmodel.formats.html.markup import NOTHING, Html, joined, link, tag, together
from newsmodel.formats.html.pictures import figure
from newsmodel.formats.html.posts import post
from newsmodel.formats.html.view import View, direction, language_tag
from newsmodel.model import Block, Image, Role, Tweet

_HIGHEST, _LOWEST = 2, 6
_TAGS = {Role.LEDE: "p", Role.PARAGRAPH: "p", Role.LIST_ITEM: "li", Role.QUOTATION: "blockquote", Role.TABLE: "p"}


@define
class Body:
    """Writes the blocks in order, and knows what has been shown on the way."""

    view: View
    prose: dict[int, Html]
    """The HTML of the prose blocks, by their indices."""
    pictures: list[Image] = field(factory=list)
    """Pictures that have not been shown yet."""
    _level: int = 1
    _posts: dict[int, list[tuple[int, Tweet]]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Find the posts of each block."""
        for number, tweet in enumerate(self.view.article.tweets, 1):
            if tweet.block is not None:
                self._posts.setdefault(tweet.block, []).append((number, tweet))

    def written(self) -> Html:
        """Give the whole body; lists are made of the items that follow each other."""
        blocks = enumerate(self.view.article.body)
        parts: list[Html] = []
        for is_list, group in groupby(blocks, key=lambda each: each[1].role is Role.LIST_ITEM):
            written = [self._block(index, block) for index, block in group]
            parts.append(tag("ul", *written) if is_list else joined("\n", written))
        return joined("\n", parts)

    def remaining(self) -> Html:
        """Give what belongs to the article but to no place in its body."""
        posts = [post(self.view, number, tweet) for number, tweet in enumerate(self.view.article.tweets, 1) if tweet.block is None]
        return together(*(figure(self.view, image) for image in self.pictures), *posts)

    def _block(self, index: int, block: Block) -> Html:
        if block.role.is_prose:
            return self._prose(block, self.prose[index])
        match block.role:
            case Role.TWEET if index in self._posts:
                return joined("\n", (post(self.view, number, tweet) for number, tweet in self._posts[index]))
            case Role.CAPTION:
                return self._caption(index, block)
            case _:
                return self._beside(block)

    def _prose(self, block: Block, words: Html) -> Html:
        name, class_ = _TAGS.get(block.role, "p"), None
        if block.role is Role.HEADING:
            # A page may leave out levels; a reader who goes from heading to heading must not.
            self._level = min(max(block.level or _HIGHEST, _HIGHEST), self._level + 1, _LOWEST)
            name = f"h{self._level}"
        elif block.role in {Role.LEDE, Role.TABLE}:
            class_ = block.role.value
        return tag(name, words, class_=class_, data_block=block.role.value, **self._language_of(block))

    def _language_of(self, block: Block) -> dict[str, str | None]:
        own = language_tag(block.language)
        return {"lang": self.view.lang, "dir": self.view.dir} if own is None else {"lang": own, "dir": direction(own)}

    def _caption(self, index: int, block: Block) -> Html:
        """Show a caption with the picture that it belongs to, or as the title of the table below it."""
        for image in self.pictures:
            if image.caption is not None and block.text.startswith(image.caption):
                self.pictures.remove(image)
                return figure(self.view, image, block.text)
        below = self.view.article.body[index + 1 : index + 2]
        if below and below[0].role is Role.TABLE:
            return tag("p", tag("strong", block.text), class_=Role.TABLE.value, **self._language_of(block))
        return figure(self.view, Image(caption=block.text))

    def _beside(self, block: Block) -> Html:
        links = list(self._links(block))
        if not block.text and not links:
            return NOTHING
        words = {Role.RELATED: "related", Role.TWEET: "tweet"}.get(block.role, "embed")
        label = tag("p", self.view.word(words), class_="label")
        text = tag("p", block.text, **self._language_of(block)) if block.text else NOTHING
        return tag("div", label, text, tag("ul", *links) if links else NOTHING, class_=f"beside {block.role.value}")

    def _links(self, block: Block) -> Iterator[Html]:
        for target in block.links:
            words = target.text or target.url
            if words is not None and (target.url is not None or target.text != block.text):
                yield tag("li", link(target.url, self.view.said(words)))
