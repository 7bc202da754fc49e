"""Pictures and films, without loading them: the page needs no other file."""

from newsmodel.formats.html.markup import NOTHING, Html, link, tag, together, web_address
from newsmodel.formats.html.view import View
from newsmodel.model import Image, Video


def figure(view: View, image: Image, printed: str | None = None) -> Html:
    """Show what is known of a picture: what it shows, its caption as printed, who made it, and where it is."""
    described = image.alt if image.alt != image.caption else None
    parts = [tag("span", described, class_="alt", lang=view.lang, dir=view.dir)] if described else []
    caption = image.caption if printed is None else printed
    if caption is not None:
        parts.append(tag("span", caption, class_="caption", lang=view.lang, dir=view.dir))
    if image.credit is not None and image.credit not in (printed or ""):
        parts.append(tag("span", view.said(image.credit), class_="credit"))
    parts.append(_opened(view, image.url, "open_picture"))
    if not any(parts):
        return NOTHING
    return tag("figure", tag("figcaption", tag("span", view.word("picture"), class_="label"), *parts), class_="picture")


def film(view: View, video: Video) -> Html:
    """Show the title and length of a film, and where it is."""
    title = tag("span", video.title, class_="caption", lang=view.lang, dir=view.dir) if video.title else NOTHING
    length = tag("span", tag("code", video.duration, dir="ltr"), class_="credit") if video.duration else NOTHING
    opened = _opened(view, video.url, "open_video")
    if not any((title, length, opened)):
        return NOTHING
    return tag("figure", tag("figcaption", tag("span", view.word("video"), class_="label"), title, length, opened), class_="picture film")


def _opened(view: View, url: str | None, word: str) -> Html:
    if url is None:
        return NOTHING
    shown = link(url, view.word(word)) if web_address(url) else together(view.said(url))
    return tag("span", shown, class_="open")
