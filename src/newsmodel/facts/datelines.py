"""Datelines: the place, and often the agency, that open a story before its first sentence: “MANILA, Philippines (AP) — …”."""

import re

_LONGEST = 90
_SHORTEST_PLACE = 3
_MOST_WORDS = 3
# 'KYIV, Ukraine (AP) — ', 'Berlin (dpa) – ', 'PARIS, May 3 (Reuters) - '
_DATELINE = re.compile(
    r"""
    (?P<place> [^\W\d_][\w'’.-]{0,30}+ (?: [ ] [^\W\d_][\w'’.-]{0,30}+ ){0,3}+ )
    (?: , [ ] [^,()–—\n:]{2,30}+ ){0,2}+
    [ ]?+ (?P<agency> \( [^()\n]{2,30}+ \) )?+
    (?: [ ]?+ (?: [—–] | -- ) | [ ] [-_] | (?<=\)) : ) [ \u00a0]++
    (?= ["“„«»‘'(]*+ (?: [^\W_a-z] ) )
    """,
    re.VERBOSE,
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Give where the first sentence of a paragraph begins: behind its dateline, or at its beginning where it has none."""
    if not text[start].isupper():
        return start
    match = _DATELINE.match(text, start, min(end, start + _LONGEST))
    if match is None:
        return start
    place = match["place"]
    told = match["agency"] is not None or (place.isupper() and len(place) > _SHORTEST_PLACE and place.count(" ") < _MOST_WORDS)
    return match.end() if told and not text[match.end()].islower() else start
