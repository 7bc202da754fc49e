"""The packages of the extra, and what is said where one of them is missing."""

from importlib.util import find_spec


def needed(package: str, user: str) -> None:
    """Make sure that a package is there.

    Raises:
        ImportError: it is not; the message says how to install it.

    """
    if find_spec(package) is None:
        msg = f"{user} needs {package}, which is not installed: pip install 'newsmodel[corpus]'"
        raise ImportError(msg, name=package)
