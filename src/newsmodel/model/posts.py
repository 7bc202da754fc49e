"""How posts, their authors and their pictures are written in addresses and words."""

import re

_SITE = r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/"

HANDLE = r"\w{1,20}"
"""A user name without its @, as part of an ASCII pattern: today 15 letters, 20 of the oldest users."""

# https://twitter.com/euronews/status/1773342083710926769?ref_src=twsrc   https://x.com/i/web/status/20
STATUS = re.compile(rf"(?P<url>{_SITE}(?:\#!/)?(?P<user>i/web|{HANDLE})/status(?:es)?/(?P<id>\d{{1,19}}))(?!\d)", re.ASCII)
"""The address of a post."""

# https://twitter.com/hashtag/Aleppo?src=hash   https://x.com/UN
OWN = re.compile(rf"{_SITE}(?:(?:hashtag|search)\b|{HANDLE}(?:\?|\Z))", re.ASCII)
"""What an embed makes of hashtags and mentions."""

# pic.twitter.com/R8kIjBydNE   pic.x.com/R8kIjBydNE
MEDIA = re.compile(r"pic\.(?:twitter|x)\.com/\w{1,40}", re.ASCII)
"""A picture or film of a post, as printed."""

# https://platform.twitter.com/embed/Tweet.html?id=20
PLAYER = re.compile(r"(?:https?:)?//platform\.(?:twitter|x)\.com/", re.ASCII)
"""The address of a frame that shows a post."""


def status_url(number: str) -> str:
    """Give the address of a post of which only the id is known."""
    return f"https://twitter.com/i/status/{number}"
