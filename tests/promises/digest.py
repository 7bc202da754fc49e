"""Print a digest of everything that is made of the pages of the repository; run by itself, under one of many surroundings.

``python digest.py [--without-orjson] [--today 1999-12-31]``
"""

import argparse
import hashlib
import json
import sys
import time
import types
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]


def pages():
    """Give the pages, in a fixed order."""
    found = [
        *ROOT.glob("tests/fixtures/*/*"),
        *ROOT.glob("examples/*.txt"),
        *ROOT.glob("examples/*.html"),
        *ROOT.glob("examples/pages/*.html"),
    ]
    return sorted(path for path in found if path.suffix in {".txt", ".html"} and path.name != "index.html")


def pretend(day):
    """Make every clock that a library might look at show another day."""
    import dateutil.parser._parser as parser  # noqa: PLC0415

    moment = datetime.fromisoformat(f"{day}T23:59:59")

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return moment.replace(tzinfo=tz)

    time.time = moment.timestamp
    parser.datetime = types.SimpleNamespace(**{**vars(sys.modules["datetime"]), "datetime": Clock})


def main():
    """Print the digest."""
    given = argparse.ArgumentParser()
    given.add_argument("--without-orjson", action="store_true")
    given.add_argument("--today")
    given = given.parse_args()
    if given.without_orjson:
        sys.modules["orjson"] = None
    if given.today:
        pretend(given.today)
    import newsmodel  # noqa: PLC0415 -- only now, under the surroundings that were asked for

    found = hashlib.sha256()
    for path in pages():
        article = newsmodel.parse(path)
        made = [
            newsmodel.to_schema_org(article),
            newsmodel.to_ninjs(article),
            newsmodel.to_web_annotations(article),
            newsmodel.json_schema(),
        ]
        texts = [newsmodel.to_json(article), newsmodel.to_html(article), *(json.dumps(each, ensure_ascii=False) for each in made)]
        assert newsmodel.from_json(texts[0]) == article
        for text in [*texts, repr(newsmodel.read_page(path).warnings)]:
            found.update(text.encode())
    print(found.hexdigest())  # noqa: T201 -- it is what the program is for


if __name__ == "__main__":
    main()
