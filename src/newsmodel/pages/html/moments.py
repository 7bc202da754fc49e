"""Dates and durations as machines write them."""

import re
from datetime import UTC, date, datetime, timedelta

# '2024-04-30 16:38:37 +02:00': a blank that ISO 8601 does not have.
_BLANK = re.compile(r"(\d)\s+([+-]\d{2}:?\d{2})\Z")
# '1714299938', '1714299938000': seconds or milliseconds since 1970.
_EPOCH = re.compile(r"\d{9,10}|\d{12,13}")
_LONGEST = 60
"""Characters of the longest date."""
_SECONDS = 10
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}")
# '/2024/04/30/', '/2024-04-30/' in an address.
_IN_PATH = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|\Z)")
_NEAR = timedelta(seconds=60)
"""Moments that are no further apart are the same for a reader."""
_SHORTEST_FILM = 1000
_LONGEST_FILM = 7 * 86_400_000
_ANY_OFFSET = timedelta(hours=14)


def moment(text: str) -> datetime | date | None:
    """Read a moment or a day: ISO 8601 and what is nearly so, seconds since 1970, and the form of e-mail; ``None`` for anything else."""
    if len(text) > _LONGEST:
        return None
    text = _BLANK.sub(r"\1\2", text.strip())
    try:
        if _EPOCH.fullmatch(text):
            return datetime.fromtimestamp(0, UTC) + (
                timedelta(seconds=int(text)) if len(text) <= _SECONDS else timedelta(milliseconds=int(text))
            )
        return date.fromisoformat(text) if _DAY.fullmatch(text) else datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        pass
    if "," not in text:
        return None
    from email.utils import parsedate_to_datetime  # noqa: PLC0415  few pages write dates so, and it is slow to import

    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def day_in_path(path: str) -> date | None:
    """Give the day that the path of an address names; ``None`` where it names none."""
    match = _IN_PATH.search(path)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def before_day(path: str) -> str:
    """Give what stands in the path of an address before the day that it names; ``""`` where it names none."""
    return path[: match.start()] if (match := _IN_PATH.search(path)) and day_in_path(path) else ""


def differ(one: datetime | date, other: datetime | date) -> bool:
    """Tell whether two moments cannot be the same, as far as each of them tells."""
    if not isinstance(one, datetime) or not isinstance(other, datetime):
        # The day of a moment depends on the offset, which the other does not tell.
        return abs(_day(one) - _day(other)) > timedelta(days=1)
    if (one.tzinfo is None) != (other.tzinfo is None):
        return abs(one.replace(tzinfo=None) - other.replace(tzinfo=None)) > _ANY_OFFSET
    return abs(one - other) > _NEAR


def _day(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value


def duration(milliseconds: float) -> str | None:
    """Give a length of time in ISO 8601: ``PT2M39S``; ``None`` for nothing, and for more than a week."""
    if not _SHORTEST_FILM <= milliseconds <= _LONGEST_FILM:
        return None
    seconds = round(milliseconds / 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return "PT" + "".join(f"{number}{unit}" for number, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if number)
