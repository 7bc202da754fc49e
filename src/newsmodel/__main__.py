"""The command: ``newsmodel page.html --to json``, also as ``python -m newsmodel``."""

import argparse
import os
import re
import signal
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date, datetime
from importlib import metadata
from pathlib import Path
from typing import IO

import attrs

import newsmodel
from newsmodel.formats._text import written
from newsmodel.terminal import FINE, NO_ARTICLE, USAGE, Parser, reason, told

WRITERS = {
    "json": "to_json",
    "html": "to_html",
    "schema-org": "to_schema_org",
    "ninjs": "to_ninjs",
    "annotations": "to_web_annotations",
}
"""The public function behind each format; it is looked up when it is asked for, since some of them are slow to import."""

# '{"newsmodel":1,': what `to_json` writes begins so.
_DOCUMENT = re.compile(rb"\s*\{\s*\"newsmodel\"\s*:")

_STANDARD = "-"
_OF_PAGES = ("url", "published", "language", "style", "limit")
"""Options that say how a page is read."""
_CORPUS = "corpus"
_ENDED_BY_SIGNAL = 128  # what shells add to the number of the signal that ended a program


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and give its exit status.

    Args:
        arguments: those of the command line, by default those of this process.

    Raises:
        SystemExit: after ``--help`` and ``--version``, and where the arguments are wrong.

    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    # A page may be called “corpus”; then it is read, as any other.
    if words[:1] == [_CORPUS] and not Path(_CORPUS).is_file():
        from newsmodel.corpus import command  # noqa: PLC0415  an extra

        return command.main(words[1:])
    given = _arguments(words)
    try:
        return _run(given)
    except BrokenPipeError:
        # Whoever read the output has enough.
        _let_go(given.out)
        return _ENDED_BY_SIGNAL + 13  # SIGPIPE, which Windows does not name
    except OSError as error:
        # Those of the pages have been told where they were read, so this one is of the output.
        _let_go(given.out)
        return _complain(_shown(given.out, "output"), error)
    except KeyboardInterrupt:
        return _ENDED_BY_SIGNAL + signal.SIGINT


def _run(given: argparse.Namespace) -> int:
    status = FINE
    with ExitStack() as stack:
        out: IO[bytes] | None = None
        for name in given.pages:
            sources: list[_Source] = []
            try:
                sources = _sources(name, given)
            except (OSError, _Misused) as error:
                status = max(status, _complain(_shown(name, "input"), error))
            for source in sources:
                try:
                    text = _converted(source, given)
                except (newsmodel.PageError, newsmodel.DocumentError) as error:
                    status = max(status, _complain(source.name, error))
                    continue
                # Opened only when there is something to write: a page without an article leaves no empty file, nor destroys a full one.
                out = out or _output(given.out, stack)
                out.write(text.encode())
                out.flush()
    return status


class _Misused(Exception):  # noqa: N818  a mistake of the caller
    """An option does not go with what a file holds."""


@attrs.frozen
class _Source:
    name: str
    content: bytes
    is_document: bool


def _sources(name: str, given: argparse.Namespace) -> list[_Source]:
    """Read a file: a page, an article as JSON, or JSON Lines, of which each line is an article.

    Raises:
        OSError: the file cannot be read.
        _Misused: an option is for pages, and the file holds articles; or the format takes one article, and it holds several.

    """
    content = sys.stdin.buffer.read() if name == _STANDARD else Path(name).read_bytes()
    shown = _shown(name, "input")
    if not _DOCUMENT.match(content):
        return [_Source(shown, content, is_document=False)]
    for option in _OF_PAGES:
        if getattr(given, option) not in (None, []):
            msg = f"--{option} is for pages, and this is an article as JSON, which is taken as it is"
            raise _Misused(msg)
    lines = [(number, line) for number, line in enumerate(content.split(b"\n"), start=1) if line.strip()]
    # The first line of an article that is printed on several is not closed.
    if len(lines) == 1 or not lines[0][1].rstrip().endswith(b"}"):
        return [_Source(shown, content, is_document=True)]
    if given.to == "html":
        msg = f"--to html takes one page, not {len(lines)}"
        raise _Misused(msg)
    return [_Source(f"{shown}: line {number}", line, is_document=True) for number, line in lines]


def _converted(source: _Source, given: argparse.Namespace) -> str:
    if source.is_document:
        article = newsmodel.from_json(source.content)
    else:
        article = newsmodel.parse(
            source.content, url=given.url, published=given.published, language=given.language, style=given.style, limits=given.limits
        )
    made = getattr(newsmodel, WRITERS[given.to])(article)
    text = made if isinstance(made, str) else written(made)
    return text if text.endswith("\n") else f"{text}\n"


def _output(name: str, stack: ExitStack) -> IO[bytes]:
    return sys.stdout.buffer if name == _STANDARD else stack.enter_context(Path(name).open("wb"))


def _let_go(out: str) -> None:
    """Forget what standard output did not take: Python would try to write it once more when it ends, and complain."""
    if out == _STANDARD:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(name: str, error: Exception) -> int:
    """Tell of an error on one line, and give the status that it makes."""
    told = f"not a newsmodel document: {'; '.join(error.problems)}" if isinstance(error, newsmodel.DocumentError) else reason(error)
    print(f"newsmodel: {name}: {told}", file=sys.stderr)  # noqa: T201 -- a command prints
    return USAGE if isinstance(error, OSError | _Misused) else NO_ARTICLE


def _shown(name: str, stream: str) -> str:
    return f"standard {stream}" if name == _STANDARD else name


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser(
        prog="newsmodel",
        description="Read news pages, HTML or their saved text, and write each article with its facts.",
        epilog="Exit status: 0 if every page was written, 1 if a page holds no article, 2 if an argument is wrong or a file fails. "
        "Of whole archives, `newsmodel corpus` makes tables: see newsmodel corpus --help.",
    )
    parser.add_argument(
        "pages", nargs="+", metavar="PAGE", help="file with a page, or with articles as JSON or JSON Lines; - is standard input"
    )
    parser.add_argument("--to", choices=WRITERS, default="json", help="format to write (default: %(default)s)")
    parser.add_argument("--url", type=_words, help="address of the page; it wins over what the page says")
    parser.add_argument(
        "--published", type=_moment, metavar="DATE", help="when it was published, which wins, too: 2016-09-20 or 2016-09-20T13:31:02+02:00"
    )
    parser.add_reading()
    parser.add_argument("--out", default=_STANDARD, metavar="FILE", help="file to write, made or overwritten (default: standard output)")
    parser.add_argument("--version", action="version", version=f"%(prog)s {metadata.version('newsmodel')}")
    given = parser.parse_args(arguments)
    given.limits = parser.limits(given)
    if len(given.pages) > 1:
        for option, alone in (("--url", given.url is not None), ("--to html", given.to == "html")):
            if alone:
                parser.error(f"{option} takes one page, not {len(given.pages)}")
    if any(_is_same(name, given.out) for name in given.pages):
        parser.error(f"{given.out} is read, so --out must be another file")
    if given.pages.count(_STANDARD) > 1:
        parser.error("standard input can be read only once")
    return given


def _is_same(name: str, out: str) -> bool:
    return _STANDARD not in (name, out) and Path(out).exists() and Path(name).exists() and Path(name).samefile(out)


@told
def _words(value: str) -> object:
    if not value.strip():
        msg = "must not be blank"
        raise ValueError(msg)
    return value


@told
def _moment(value: str) -> object:
    return newsmodel.converter.structure(value, datetime | date)  # type: ignore[arg-type]  # cattrs takes unions, which its types do not tell


if __name__ == "__main__":
    sys.exit(main())
