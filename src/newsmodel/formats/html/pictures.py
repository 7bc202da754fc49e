"""Pictures and films, without loading them: the page needs no other file."""

import re

from newsmodel.formats.html.markup import NOTHING, Html, link, tag, together, web_address
from newsmodel.formats.html.view import View
from newsmodel.model import Image, Video

_HILLS = "M3 5h18v14H3zM3 17l6-7 5 6 2.5-3L21 17M16.5 9.5h.01"
_STRIP = "M3 5h18v14H3zM10 9l5 3-5 3z"

# PT1H2M39S   PT39S
_LENGTH = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,4})(?:\.\d+)?S)?")


def figure(view: View, image: Image, printed: str | None = None) -> Html:
    """Show what is known of a picture: what it shows, its caption as printed, who made it, and where it is."""
    caption = image.caption if printed is None else printed
    parts: list[Html] = []
    if image.alt is not None and _letters(image.alt) not in _letters(caption or ""):
        parts.append(tag("span", image.alt, class_="alt", lang=view.lang, dir=view.dir))
    if caption is not None:
        parts.append(tag("span", caption, class_="caption", lang=view.lang, dir=view.dir))
    if image.credit is not None and image.credit not in (printed or ""):
        parts.append(tag("span", view.said(image.credit), class_="credit"))
    parts.append(_opened(view, image.url, "open_picture"))
    if not any(parts):
        return NOTHING
    return _framed(view.word("picture"), _HILLS, parts)


def film(view: View, video: Video) -> Html:
    """Show the title and length of a film, and where it is."""
    title = tag("span", video.title, class_="caption", lang=view.lang, dir=view.dir) if video.title else NOTHING
    length = (
        tag("span", tag("time", _clock(video.duration), datetime=video.duration, dir="ltr"), class_="credit") if video.duration else NOTHING
    )
    opened = _opened(view, video.url, "open_video")
    if not any((title, length, opened)):
        return NOTHING
    return _framed(view.word("video"), _STRIP, [title, length, opened])


def _framed(label: str, drawing: str, parts: list[Html]) -> Html:
    icon = tag("svg", tag("path", d=drawing), viewBox="0 0 24 24", aria_hidden="true", class_="icon")
    return tag("figure", icon, tag("figcaption", tag("span", label, class_="label"), *parts), class_="picture")


def _letters(text: str) -> str:
    """Give a text as it is compared: alternative texts and captions often differ in a comma alone."""
    return "".join(filter(str.isalnum, text.casefold()))


def _opened(view: View, url: str | None, word: str) -> Html:
    if url is None:
        return NOTHING
    shown = link(url, view.word(word)) if web_address(url) else together(view.said(url))
    return tag("span", shown, class_="open")


def _clock(duration: str) -> str:
    """Write “PT2M39S” as a player does, 2:39; what is longer than hours as it stands."""
    match = _LENGTH.fullmatch(duration)
    if match is None:
        return duration
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
