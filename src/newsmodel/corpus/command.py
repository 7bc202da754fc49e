"""The command ``newsmodel corpus``: WARCs and folders in, tables out."""

import argparse
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from time import monotonic

from newsmodel.corpus.run import tabulate
from newsmodel.corpus.summary import FACTS, Summary
from newsmodel.terminal import FINE, NO_ARTICLE, USAGE, Parser, reason

INTERRUPTED = 128 + signal.SIGINT

SKIPPED = {
    "other_record": "no response of a server",
    "other_host": "of other hosts",
    "other_status": "not answered with status 200",
    "other_type": "not HTML",
    "undecodable": "with an encoding that cannot be undone",
    "too_large": "too large",
    "truncated": "cut off",
    "malformed": "broken",
}


def main(arguments: Sequence[str]) -> int:
    """Run the command, and give its exit status.

    Raises:
        SystemExit: after ``--help``, and where the arguments are wrong.

    """
    reader = parser()
    given = reader.parse_args(arguments)
    limits = reader.limits(given)
    begun = monotonic()
    progress = sys.stderr.isatty() if given.progress is None else given.progress
    try:
        summary = tabulate(
            given.inputs,
            given.out,
            given.workers,
            hosts=given.hosts,
            pattern=given.pattern,
            language=given.language,
            style=given.style,
            limits=limits,
            progress=progress,
        )
    except KeyboardInterrupt:
        _say("newsmodel corpus: stopped; the same command goes on from here")
        return INTERRUPTED
    except (OSError, ValueError, ImportError) as error:
        where = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
        _say(f"newsmodel corpus: {where}{reason(error)}")
        return USAGE
    for line in report(summary, monotonic() - begun):
        print(line)  # noqa: T201  a command prints
    return FINE if summary.articles else NO_ARTICLE


def report(summary: Summary, seconds: float) -> list[str]:
    """Give the lines that tell what became of the pages."""
    lines = [f"{summary.pages:>10,} pages", f"{summary.articles:>10,} articles"]
    lines += _counted("refused", summary.refused)
    lines += [f"{summary.facts[kind]:>10,} {kind}" for kind in FACTS]
    lines += _counted("records passed over", Counter({SKIPPED.get(name, name): count for name, count in summary.skipped.items()}))
    if summary.reused:
        lines.append(f"{summary.reused_pages:>10,} of the pages were read by an earlier run")
    now = summary.pages - summary.reused_pages
    if now:
        lines.append(f"{now / seconds:>10,.1f} pages a second")
    return lines


def _counted(title: str, counts: Counter[str]) -> list[str]:
    if not counts.total():
        return []
    return [f"{counts.total():>10,} {title}", *(f"{count:>12,} {reason}" for reason, count in counts.most_common())]


def _say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201  a command prints


def parser() -> Parser:
    """Give the parser of its arguments."""
    made = Parser(
        prog="newsmodel corpus",
        description="Read the pages of WARCs and folders, and write the tables of their facts as Parquet.",
        epilog="Started again, it goes on where it was stopped. Exit status: 0 if there are tables with articles, 1 if no page holds one, "
        "2 if an argument is wrong or a file fails, 130 after Ctrl-C.",
    )
    made.add_argument("inputs", nargs="+", metavar="INPUT", help="WARC (plain, gzip or zstd), or folder with pages")
    made.add_argument(
        "--out", required=True, metavar="DIR", help="folder of the tables, made or added to: by other inputs, and new files of a folder"
    )
    made.add_argument("--workers", type=_count, metavar="N", help="processes to use (default: one for each core)")
    made.add_argument("--hosts", type=_hosts, metavar="HOST,…", help="of WARCs, read the pages of these hosts and their subdomains only")
    made.add_argument("--pattern", default="**/*.html", help="of folders, which files to read (default: %(default)s)")
    made.add_reading()
    made.add_argument("--progress", action=argparse.BooleanOptionalAction, help="show a bar (default: on a terminal)")
    return made


def _count(value: str) -> int:
    if not value.isdecimal():
        msg = f"must be a whole number: {value!r}"
        raise argparse.ArgumentTypeError(msg)
    return int(value)


def _hosts(value: str) -> list[str]:
    hosts = [host.strip() for host in value.split(",") if host.strip()]
    if not hosts:
        msg = "must name a host"
        raise argparse.ArgumentTypeError(msg)
    return hosts
