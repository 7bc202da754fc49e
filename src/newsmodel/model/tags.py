"""Language tags (BCP 47), as far as news needs them."""

from newsmodel.model.rules import shown

_LONGEST_PART = 8
_REGION = 2
_SCRIPT = 4


def bcp47(text: str) -> str | None:
    """Give a language tag in its usual form (``en-GB``); ``None`` for what is none, and for ``x-default``."""
    language, *parts = text.strip().replace("_", "-").split("-")
    if not (language.isascii() and language.isalpha() and 2 <= len(language) <= 3):  # noqa: PLR2004 - the codes of ISO 639
        return None
    if not all(part.isascii() and part.isalnum() and len(part) <= _LONGEST_PART for part in parts):
        return None
    rest = (part.upper() if len(part) == _REGION else part.title() if len(part) == _SCRIPT else part for part in parts)
    return "-".join((language.lower(), *rest))


def language_tag(given: str | None) -> str | None:
    """Give the usual form of a language tag that a caller hands in; ``None`` stays ``None``.

    Raises:
        TypeError: it is no ``str``.
        ValueError: it is no tag.

    """
    if given is None:
        return None
    if not isinstance(given, str):
        msg = f"language must be str or None: {shown(given)}"
        raise TypeError(msg)
    tag = bcp47(given)
    if tag is None:
        msg = f"language must be a BCP 47 tag such as 'en' or 'pt-BR': {shown(given)}"
        raise ValueError(msg)
    return tag
