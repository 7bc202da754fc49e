"""Errors that another process can be told of."""

import pickle
from traceback import format_exception, format_exception_only


def portable(error: Exception, *, where: bool) -> Exception:
    """Give an error that can be pickled, without what it holds on to; one that cannot becomes a `RuntimeError` of its words.

    Args:
        error: any error, which is changed.
        where: whether to note where it was raised, which pickle drops.

    """
    if where:
        error.add_note("".join(format_exception(error)))
    error = error.with_traceback(None)
    error.__context__ = error.__cause__ = None
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  of our own making
    except Exception:  # noqa: BLE001  some errors cannot be pickled, or come back as nothing
        return RuntimeError(format_exception_only(error)[0].strip())
    return error
