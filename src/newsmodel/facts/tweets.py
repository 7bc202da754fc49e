"""Tweets, from the blocks of a page that hold them."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from newsmodel.facts import language
from newsmodel.model import Block, Role, Tweet

# "— Name (@handle) 10 septembre 2016": the name runs to the bracket before the last handle.
_SIGNATURE = re.compile(r"(?:^|\s?)[—–-]{1,2}\s?(?P<name>[^—–@]{0,100}?)\s?\(@(?P<handle>\w{1,15})\)(?P<date>[^@]{0,60})$", re.ASCII)
# Links stand glued to words, and to each other: "trucehttps://t.co/eswwQ8LM4Dpic.twitter.com/R8kIjBydNE".
_MEDIA = re.compile(r"pic\.(?:twitter|x)\.com/\w{1,40}", re.ASCII)
_LINK = re.compile(r"https?://(?:(?!https?://|pic\.(?:twitter|x)\.com/)[^\s—])+")
_STATUS = re.compile(r"(?:twitter|x)\.com/(?:#!/)?\w{1,20}/status(?:es)?/(?P<id>\d{1,19})", re.ASCII)
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_EPOCH = datetime(2006, 3, 21, tzinfo=UTC)
_SNOWFLAKE_EPOCH = 1288834974657
_FIRST_SNOWFLAKE = 29700859247
_YEARS = range(2006, 2200)


def find(body: Iterable[Block]) -> tuple[Tweet, ...]:
    """Read the tweet blocks of a body, in order."""
    return tuple(_read(block.text, index) for index, block in enumerate(body) if block.role is Role.TWEET)


def _read(text: str, index: int) -> Tweet:
    signature = _SIGNATURE.search(text)
    words = text[: signature.start()] if signature else text
    media = tuple(_MEDIA.findall(words))
    links = tuple(_LINK.findall(words))
    plain = " ".join(_LINK.sub(" ", _MEDIA.sub(" ", words)).split())
    status = next((match for link in links if (match := _STATUS.search(link))), None)
    number = status["id"] if status else None
    return Tweet(
        text=plain,
        author=(signature["name"].strip() or None) if signature else None,
        handle=signature["handle"] if signature else None,
        posted=posted_of(number) if number else (_day(signature["date"]) if signature else None),
        id=number,
        links=links,
        media=media,
        block=index,
    )


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
    text = "".join(str(int(char)) if char.isdigit() and not char.isascii() and char.isdecimal() else char for char in text)
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
