"""The walk through an article: every visible word goes into exactly one part."""

from collections.abc import Mapping

from attrs import define, field

from newsmodel.model import Role
from newsmodel.model.posts import status_url
from newsmodel.pages.furniture import Furniture
from newsmodel.pages.html.dom import Node
from newsmodel.pages.html.guard import too_deep
from newsmodel.pages.html.kinds import Finder, Kind, Seen
from newsmodel.pages.html.parts import Part
from newsmodel.pages.html.paths import is_hidden, named, with_class
from newsmodel.pages.html.pictures import Picture, parted_caption, picture_of
from newsmodel.pages.html.posts import id_in_address, is_post, join_signature, language_of_post, status_id, status_in
from newsmodel.pages.html.prose import is_signed, lines_of_run, paragraphs, role_by_words
from newsmodel.pages.html.text import FURNITURE, INLINE, INVISIBLE, words_of
from newsmodel.pages.layout import Layout
from newsmodel.pages.text import fold

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ITEMS = frozenset({"li", "dt", "dd"})
_PLAYERS = frozenset({"video", "audio"})
_SHORT = 160
"""Characters of the longest paragraph that may be furniture by its words."""
_WHOLE = {"headline": Role.HEADLINE, "lede": Role.LEDE, "byline": Role.BYLINE, "date": Role.DATELINE, "copyright": Role.COPYRIGHT}
"""Kinds of elements that are one block each, whatever is inside."""
_REGIONS = {"contributors": Role.BYLINE, "related": Role.RELATED}
_RANKS = {"speaker": 1, "office": 2}


@define
class Walker:
    """Walks through an article and collects its parts, pictures and films; made for one article."""

    exact: Mapping[int, Kind]
    """What some elements are, by their ``mem_id``."""
    finder: Finder
    """Tells what the others are."""
    layout: Layout
    furniture: Furniture
    deepest: int
    """Elements that may stand inside one another."""
    parts: list[Part] = field(factory=list)
    pictures: list[Picture] = field(factory=list)
    films: list[str] = field(factory=list)
    """Addresses of players inside the body."""

    _seen: Seen = field(factory=dict)
    _run: list[str | None] = field(factory=list)
    """Texts since the last block began or ended; ``None`` for a line break."""
    _anchors: list[tuple[int, str, str]] = field(factory=list)
    """Links of the run: where they begin in it, their text and address."""
    _whole: int = 0
    """Above 0 inside an element that is one block as a whole."""
    _apart: bool = False
    """Whether what stands in elements of its own is not to run on in the text around it: name and office of a speaker."""
    _flushes: int = 0
    _href: str | None = None
    _bodies: int = 0
    _ended: bool = False
    _scope: list[Picture] | None = None
    """The pictures of the innermost figure; ``None`` outside."""
    _inside: list[tuple[str, int, int]] = field(factory=list)
    """Where in the run the elements inside a caption stand that are no words of it."""
    _captions: list[tuple[str | None, str | None]] = field(factory=list)
    _bare: Picture | None = None
    """The last picture, while its caption may still follow: no words of the body stand between."""
    _kind: str = ""

    def read(self, article: Node, depth: int) -> None:
        """Read an article that stands ``depth`` elements deep in its page."""
        tag = article.tag or "body"
        label = with_class(article, tag)
        if (self.exact.get(article.mem_id) or self.finder.find(tag, article.attributes, self._seen) or ("",))[0] == "body":
            self._body(article, label, depth)
        else:
            self._walk(article, Role.FURNITURE, None, label, depth)
            self._flush(Role.FURNITURE, None, label)

    def _walk(self, node: Node, role: Role, level: int | None, path: str, depth: int) -> None:  # noqa: C901, PLR0912 - the hot path takes no detour
        if depth > self.deepest:
            where = "in the article"
            raise too_deep(self.deepest, where)
        exact, finder, seen = self.exact, self.finder, self._seen
        n = 0
        child = node.first_child
        while child is not None:
            tag = child.tag or "-"
            if tag == "-text":
                text = child.text_content or ""
                # Most texts of a page are the line feeds between its elements.
                if self._run or not text.isspace():
                    self._run.append(text)
            elif tag[0] != "-":
                n += 1
                kind = exact.get(child.mem_id)
                if kind is None and ((attributes := child.attributes) or tag in finder.tags):
                    kind = finder.find(tag, attributes, seen)
                if kind is not None:
                    self._special(child, tag, kind, role, level, f"{path} > {tag}:nth-child({n})", depth + 1)
                elif tag in INLINE:
                    if self._apart and not _goes_on(self._run):
                        self._run.append(None)
                    self._walk(child, role, level, f"{path} > {tag}:nth-child({n})", depth + 1)
                elif tag == "a":
                    self._anchor(child, role, level, f"{path} > a:nth-child({n})", depth + 1)
                elif tag == "br":
                    self._run.append(None)
                elif tag == "img":
                    self._image(child)
                elif tag not in INVISIBLE:
                    self._block(child, tag, role, level, f"{path} > {tag}:nth-child({n})", depth + 1)
                elif tag in _PLAYERS:
                    self._player(child)
            child = child.next

    def _block(self, node: Node, tag: str, role: Role, level: int | None, path: str, depth: int) -> None:  # noqa: PLR0913, PLR0917 - as above
        """Read an element that begins and ends lines of its own."""
        if self._run:
            self._flush(role, level, path.rpartition(" > ")[0])
        own, own_level = role, level
        if tag in FURNITURE:
            self._add_furniture(node, path)
            return
        if tag in ("figcaption", "caption"):
            self._caption(node, path, depth)
            return
        if tag in ("figure", "picture"):
            self._figure(node, role, level, path, depth)
            return
        if role is Role.PARAGRAPH:
            if tag in _HEADINGS:
                own, own_level = Role.HEADING, _HEADINGS[tag]
            elif tag in _ITEMS:
                own = Role.LIST_ITEM
            elif tag == "blockquote":
                self._blockquote(node, path, depth)
                return
        if tag == "tr" and role.is_prose:
            self._as_whole(node, Role.TABLE, path, depth)
            return
        self._walk(node, own, own_level, path, depth)
        self._flush(own, own_level, path)

    def _special(self, node: Node, tag: str, kind: Kind, role: Role, level: int | None, path: str, depth: int) -> None:  # noqa: C901, PLR0912, PLR0913, PLR0917 - one branch a kind
        """Read an element that the layout names."""
        name, attribute = kind
        if tag in INVISIBLE and name not in ("tweet_id", "embed"):
            return
        own = named(node, tag, path) if name == "body" or name in _WHOLE else path
        if name in ("credit", "label"):
            # Older pages leave it to the style sheet to part caption and credit.
            start = len(self._run)
            self._run.append(" ")
            self._plain(node, tag, role, level, path, depth)
            self._inside.append((name, start, len(self._run)))
            return
        if not name or (name in _RANKS and (self._whole or role is not Role.QUOTATION)):
            # A name outside a quotation is a word like any other.
            self._plain(node, tag, role, level, path, depth)
            return
        if self._run:
            self._flush(role, level, path.rpartition(" > ")[0])
        if name == "furniture":
            self._add_furniture(node, own)
        elif name == "body":
            self._body(node, own, depth)
        elif name in _WHOLE:
            self._as_whole(node, _WHOLE[name], own, depth, kind=name)
        elif name in _REGIONS:
            self._walk_as(node, _REGIONS[name], own, depth, kind=name)
        elif name in _RANKS:
            self._speaker(node, name, own, depth)
        elif name == "quotation":
            self._quotation(node, own, depth)
        elif name == "caption":
            self._caption(node, own, depth)
        elif name == "picture":
            self._figure(node, role, level, own, depth)
        elif name == "tweet":
            self._post(node, own, depth)
        else:
            self._embed(node, tag, name, node.attributes.get(attribute) or "", own, depth)

    def _plain(self, node: Node, tag: str, role: Role, level: int | None, path: str, depth: int) -> None:  # noqa: PLR0913, PLR0917 - as above
        if tag in INLINE:
            self._walk(node, role, level, path, depth)
        else:
            self._block(node, tag, role, level, path, depth)

    def _body(self, node: Node, path: str, depth: int) -> None:
        self._bodies += 1
        self._walk_as(node, Role.PARAGRAPH, path, depth)
        self._bodies -= 1
        self._ended = not self._bodies

    def _walk_as(self, node: Node, role: Role, path: str, depth: int, *, kind: str = "") -> None:
        outer, self._kind = self._kind, kind
        self._walk(node, role, None, path, depth)
        self._flush(role, None, path)
        self._kind = outer

    def _as_whole(self, node: Node, role: Role, path: str, depth: int, *, kind: str = "") -> None:
        """Read an element that is one block, whatever is inside."""
        self._whole += 1
        self._walk(node, role, None, path, depth)
        self._whole -= 1
        outer, self._kind = self._kind, kind or self._kind
        self._flush(role, None, path)
        self._kind = outer

    def _anchor(self, node: Node, role: Role, level: int | None, path: str, depth: int) -> None:
        href = (node.attributes.get("href") or "").strip()
        apart = role is Role.RELATED and not self._whole
        if apart:
            self._flush(role, level, path)
            self._whole += 1
        start, flushes, outer = len(self._run), self._flushes, self._href
        self._href = href or outer
        self._walk(node, role, level, path, depth)
        self._href = outer
        if href and flushes == self._flushes and (text := fold("".join(text or " " for text in self._run[start:]))):
            self._anchors.append((start, text, href))
        if apart:
            self._whole -= 1
            self._flush(role, level, path)

    def _blockquote(self, node: Node, path: str, depth: int) -> None:
        if is_post(node):
            self._post(node, path, depth)
        else:
            self._quotation(node, path, depth)

    def _quotation(self, node: Node, path: str, depth: int) -> None:
        """Read a quotation: its words, then its speaker, then the speaker's office, wherever they stand in it."""
        start = len(self.parts)
        self._walk_as(node, Role.QUOTATION, path, depth)
        own = self.parts[start:]
        if own and own[-1].role is Role.TWEET and all(part.role is Role.QUOTATION for part in own[:-1]):
            # The signature at its end shows that all of it is a post.
            own[0].role, own[0].text = Role.TWEET, " ".join(part.text for part in own)
            own[0].links = [link for part in own for link in part.links]
            own[0].language = language_of_post(node)
            del self.parts[start + 1 :]
            return
        if own and not any(part.kind in _RANKS for part in own) and len(own) > 1 and is_signed(own[-1].text):
            own[-1].kind = "speaker"
        if any(part.kind in _RANKS for part in own):
            self.parts[start:] = sorted(self.parts[start:], key=lambda part: _RANKS.get(part.kind, 0))

    def _speaker(self, node: Node, name: str, path: str, depth: int) -> None:
        """Read who said a quotation; what stands in further elements is the office."""
        outer, self._apart = self._apart, True
        self._whole += 1
        self._walk(node, Role.QUOTATION, None, path, depth)
        self._whole -= 1
        self._apart = outer
        run, self._run = self._run, []
        anchors, self._anchors = self._anchors, []
        self._flushes += 1
        kind, self._kind = self._kind, name
        for text, links in lines_of_run(run, anchors):
            self._add(Role.QUOTATION, None, path, text, links, text)
            self._kind = "office"
        self._kind = kind

    def _post(self, node: Node, path: str, depth: int) -> None:
        start = len(self.parts)
        self._as_whole(node, Role.TWEET, path, depth)
        own = [part for part in self.parts[start:] if part.role is Role.TWEET]
        for part in own:
            part.language = part.language or language_of_post(node)
        if not own and self._bodies and (url := status_in(node)) is not None:
            self.parts.append(Part(role=Role.TWEET, text="", source=path, links=[(None, url)], in_body=True))

    def _embed(self, node: Node, tag: str, name: str, value: str, path: str, depth: int) -> None:  # noqa: PLR0913, PLR0917 - as above
        number = value.strip() if name == "tweet_id" else id_in_address(value)
        if number and number.isascii() and number.isdigit():
            start = len(self.parts)
            if tag not in INVISIBLE:
                self._post(node, path, depth)
            own = next((part for part in self.parts[start:] if part.role is Role.TWEET), None)
            if own is None and self._bodies:
                own = Part(role=Role.TWEET, text="", source=path, in_body=True)
                self.parts.append(own)
            if own is not None and not any(status_id(url) == number for _, url in own.links):
                own.links.append((None, status_url(number)))
        elif name == "embed" and value.strip() and self._bodies and not value.startswith("about:"):
            if not is_hidden(node):
                text = fold(words_of(node))
                self.parts.append(Part(role=Role.EMBED, text=text, source=path, links=[(None, value.strip())], in_body=True))
        else:
            self._add_furniture(node, path)

    def _player(self, node: Node) -> None:
        if self._bodies:
            source = node if node.attributes.get("src") else node.css_first("source[src]")
            if source is not None and (url := source.attributes.get("src")):
                self.films.append(url)

    def _figure(self, node: Node, role: Role, level: int | None, path: str, depth: int) -> None:
        outer, self._scope = self._scope, []
        captions, self._captions = self._captions, []
        self._walk(node, role, level, path, depth)
        self._flush(role, level, path)
        pictures, self._scope = self._scope, outer
        for picture, (caption, credit) in zip(pictures, self._captions, strict=False):
            picture.caption, picture.credit = caption, credit
        self._bare = pictures[-1] if len(pictures) > len(self._captions) else None
        self._captions = captions
        if outer is not None:
            outer.extend(pictures)

    def _image(self, node: Node) -> None:
        if self._ended or (self._scope is None and not self._bodies):
            return
        picture = picture_of(node)
        if picture is not None:
            picture.in_body = self._bodies > 0
            self.pictures.append(picture)
            self._bare = picture
            if self._scope is not None:
                self._scope.append(picture)

    def _caption(self, node: Node, path: str, depth: int) -> None:
        # The title of a table is not that of the picture above it.
        if self._ended or node.tag == "caption":
            self._as_whole(node, Role.FURNITURE if self._ended else Role.CAPTION, path, depth)
            return
        start = len(self._run)
        outer, self._inside = self._inside, []
        self._whole += 1
        self._walk(node, Role.CAPTION, None, path, depth)
        self._whole -= 1
        inside, self._inside = self._inside, outer
        caption, credit = parted_caption(self._run, inside, start, self.furniture)
        if caption or credit:
            self._captions.append((caption, credit))
            if self._scope is None:
                own = self._captions.pop()
                if self._bare is not None:
                    self._bare.caption, self._bare.credit = own
                    self._bare = None
        self._flush(Role.CAPTION, None, path)

    def _add_furniture(self, node: Node, path: str) -> None:
        text = fold(words_of(node))
        if text:
            self.parts.append(Part(role=Role.FURNITURE, text=text, source=path))

    def _flush(self, role: Role, level: int | None, path: str) -> None:
        """Make parts of the run, which ends here."""
        if not self._run:
            return
        if self._whole:
            self._run.append(None if self._apart else " ")
            return
        run, self._run = self._run, []
        anchors, self._anchors = self._anchors, []
        self._flushes += 1
        if role is Role.PARAGRAPH or role is Role.QUOTATION:
            for text, links in paragraphs(run, anchors):
                self._add(role, level, path, text, links, text)
            return
        raw = "".join(text or " " for text in run)
        if text := fold(raw):
            self._add(role, level, path, text, [(words, href) for _, words, href in anchors], raw)

    def _add(self, role: Role, level: int | None, path: str, text: str, links: list[tuple[str | None, str]], raw: str = "") -> None:  # noqa: PLR0913, PLR0917 - as above
        if self._href and not links:
            links = [(text, self._href)]
        if role is Role.RELATED and not links:
            role = Role.FURNITURE
        elif role is Role.PARAGRAPH or role is Role.QUOTATION:
            if "(@" in text and (joined := join_signature(self.parts, text, links)) is not None:
                if joined:
                    return
                role = Role.TWEET
            elif role is Role.PARAGRAPH and len(text) <= _SHORT:
                role = role_by_words(text, self.furniture, has_link=bool(links))
        if self._bodies and role is not Role.FURNITURE and role is not Role.CAPTION:
            self._bare = None
        self.parts.append(
            Part(role=role, text=text, source=path, level=level, links=links, raw=raw, kind=self._kind, in_body=self._bodies > 0)
        )


def _goes_on(run: list[str | None]) -> bool:
    """Tell whether an element behind a run goes on in the text before it, as a name does of which a part is bold."""
    last = run[-1] if run else None
    return last is not None and last[-1:].isspace() and not last.isspace()
