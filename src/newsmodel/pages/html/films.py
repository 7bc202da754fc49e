"""Films that a page has: in the data of its player, in its JSON-LD, in its body."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any  # JSON holds anything

from newsmodel.model import Video
from newsmodel.pages.html.jsonld import clean
from newsmodel.pages.html.moments import duration
from newsmodel.pages.html.says import Says
from newsmodel.pages.layout import Layout

# What Video.duration takes: 'PT2M39S', 'PT1H'.
_DURATION = re.compile(r"P(?=.)(?:\d{1,4}D)?(?:T(?=\d)(?:\d{1,4}H)?(?:\d{1,5}M)?(?:\d{1,6}(?:\.\d{1,6})?S)?)?")
_IN_META = "video:duration"


def films_of(says: Says, layout: Layout, inside: Sequence[str]) -> tuple[Video, ...]:
    """Give the films: each once, with what the first source tells that tells it."""
    out: list[Video] = []
    for film in (*_of_players(says, layout), *_of_things(says), *(Video(url=says.absolute(url)) for url in inside)):
        same = next((i for i, one in enumerate(out) if _are_same(one, film)), None)
        if same is None:
            out.append(film)
        else:
            own = out[same]
            out[same] = Video(url=own.url or film.url, title=own.title or film.title, duration=own.duration or film.duration)
    return tuple(out)


def _are_same(one: Video, other: Video) -> bool:
    return one.url == other.url if one.url and other.url and (not one.title or not other.title) else one.title == other.title


def _of_players(says: Says, layout: Layout) -> Iterator[Video]:
    for source in layout.video:
        for text in says.values(source):
            try:
                data = json.loads(text)
            except (ValueError, RecursionError) as error:
                says.warnings.append(f"The data of a film cannot be read in {source}: {error}.")
                continue
            if not isinstance(data, dict):
                continue
            url, title = _first(data, layout.video_url), _first(data, layout.video_title)
            length = next((value for key in layout.video_milliseconds if (value := _number(data.get(key)))), None)
            if url or title:
                yield Video(
                    url=says.absolute(url) if url else None,
                    title=title,
                    duration=duration(length or _number(says.meta(_IN_META)) or 0),
                )


def _of_things(says: Says) -> Iterator[Video]:
    for thing in says.things.of_type("VideoObject"):
        url = _first(thing, ("contentUrl", "embedUrl", "url"))
        title = _first(thing, ("name", "headline", "description"))
        length = thing.get("duration")
        length = length.strip().upper() if isinstance(length, str) else ""
        if url or title:
            yield Video(url=says.absolute(url) if url else None, title=title, duration=length if _DURATION.fullmatch(length) else None)


def _first(data: Mapping[str, Any], keys: Sequence[str]) -> str | None:
    return next((text for key in keys if isinstance(value := data.get(key), str) and (text := clean(value))), None)


def _number(value: Any) -> float | None:
    """Give a number, which pages print with and without quote marks; ``None`` for anything else."""
    try:
        return float(value) if isinstance(value, (int, float, str)) and not isinstance(value, bool) else None
    except (ValueError, OverflowError):
        return None
