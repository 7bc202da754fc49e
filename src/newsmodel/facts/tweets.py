"""Tweets, from the blocks of a page that hold them."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from newsmodel.facts import language
from newsmodel.model import Block, Link, Role, Tweet
from newsmodel.model.posts import HANDLE, MEDIA, OWN, STATUS

# "— Name (@handle) 10 septembre 2016": the name runs to the bracket before the last handle.
_SIGNATURE = re.compile(rf"(?:^|\s?)[—–-]{{1,2}}\s?(?P<name>[^—–@]{{0,100}}?)\s?\(@(?P<handle>{HANDLE})\)(?P<date>[^@]{{0,60}})$", re.ASCII)
# Links stand glued to words, and to each other: "trucehttps://t.co/eswwQ8LM4Dpic.twitter.com/R8kIjBydNE".
_LINK = re.compile(r"https?://(?:(?!https?://|pic\.(?:twitter|x)\.com/)[^\s—])+")
# "bbc.in/1aB2", "gov.uk…": an address as a post shows it.
_ADDRESS = re.compile(r"(?<![\w-])[\w-]++(?:\.[\w-]++)++(?:/\S*+)?…?")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_SNOWFLAKE_EPOCH = 1288834974657
_FIRST_SNOWFLAKE = 29700859247
_YEARS = range(2006, 2200)


def find(body: Iterable[Block]) -> tuple[Tweet, ...]:
    """Read the tweet blocks of a body, in order."""
    return tuple(_read(block, index) for index, block in enumerate(body) if block.role is Role.TWEET)


def _read(block: Block, index: int) -> Tweet:
    text = block.text
    signature = _SIGNATURE.search(text)
    words = text[: signature.start()] if signature else text
    handle = signature["handle"] if signature else None
    printed = _LINK.findall(words)
    status = _own_status(block, handle, printed)
    links, shown = _leading_away(block.links, status)
    plain = _LINK.sub(" ", MEDIA.sub(" ", words))
    for address in shown:
        plain = plain.replace(address, " ")
    number = status["id"] if status else None
    return Tweet(
        text=" ".join(plain.split()),
        author=(signature["name"].strip() or None) if signature else None,
        handle=handle or _user(status),
        posted=(posted_of(number) if number else None) or (_day(signature["date"]) if signature else None),
        url=status["url"] if status else None,
        id=number,
        links=tuple(dict.fromkeys((*printed, *links))),
        media=tuple(MEDIA.findall(words)),
        language=block.language,
        block=index,
    )


def _own_status(block: Block, handle: str | None, printed: Iterable[str]) -> re.Match[str] | None:
    """Find the address of the post itself: the last one that its signer has, since posts lead to other posts, too."""
    found = [match for link in block.links if (match := STATUS.match(link.url or ""))]
    # Without addresses of its links a page holds that of a post only where it is printed, and then it may be that of another.
    found = found or [match for link in printed if (match := STATUS.match(link))]
    own = [match for match in found if handle is None or match["user"].lower() in (handle.lower(), "i", "i/web")]
    return (own or found)[-1] if found else None


def _user(status: re.Match[str] | None) -> str | None:
    """Give the user whom the address of a post names."""
    return status["user"] if status and status["user"] not in ("i", "i/web") else None


def _leading_away(links: Iterable[Link], status: re.Match[str] | None) -> tuple[list[str], list[str]]:
    """Give where the links of a post lead, and the addresses that it shows for those that are printed shortened."""
    away: list[str] = []
    shown: list[str] = []
    for link in links:
        url, text = link.url or "", link.text or ""
        match = STATUS.match(url)
        if not url or OWN.match(url) or text.startswith(("#", "@", "＃", "$")) or (match and status and match["id"] == status["id"]):
            continue
        if MEDIA.fullmatch(text):
            continue
        away.append(url)
        if _ADDRESS.fullmatch(text):
            shown.append(text)
    return away, shown


def posted_of(number: str) -> datetime | None:
    """Give the exact time at which a tweet was posted, in UTC, which its id tells; ``None`` for ids that are older than this scheme."""
    value = int(number)
    if value < _FIRST_SNOWFLAKE:
        return None
    return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=(value >> 22) + _SNOWFLAKE_EPOCH)


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """The names of the months in every language: a tweet is dated in the language of who saved it."""
    out: dict[str, int] = {}
    doubtful: set[str] = set()
    for tag in language.known():
        for name, number in language.load(tag).months.items():
            if out.setdefault(name, number) != number:
                doubtful.add(name)
    return {name: number for name, number in out.items() if name not in doubtful}


def _day(text: str) -> date | None:
    """Read “10 septembre 2016” or “September 10, 2016”, in any language; ``None`` where the day cannot be told."""
    numbers = [int(number) for number in _NUMBER.findall(text)]
    year = next((number for number in numbers if number in _YEARS), None)
    day = next((number for number in numbers if 1 <= number <= 31), None)  # noqa: PLR2004 -- days of a month
    names = _months()
    month = next((names[word] for match in _WORD.finditer(text.lower()) if (word := match.group()) in names), None)
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
