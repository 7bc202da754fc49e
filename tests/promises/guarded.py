"""Parse pages while every door to the world outside is watched; run by itself, since an audit hook cannot be taken away.

Prints what was opened, and ends with status 3 where anything was that must not be.
"""

import sys
from pathlib import Path

import newsmodel

PACKAGE = str(Path(newsmodel.__file__).resolve().parent)
LIBRARIES = tuple({str(Path(prefix).resolve()) for prefix in (sys.prefix, sys.base_prefix)})
NEVER = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "pickle.find_class",
    "ctypes.dlopen",
    "webbrowser.",
    "shutil.",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "tempfile.",
)
IMPORTED = (".py", ".pyc", ".so", ".zip", ".toml", ".pth")
found: list[str] = []
watched: set[str] = set()


def watch(event, arguments):
    """Note what is forbidden; code that is imported from the libraries is not of the page."""
    if event.startswith(NEVER):
        found.append(f"{event} {arguments!r}"[:200])
    elif event == "open":
        path, mode, flags = arguments
        name = str(path)
        writes = any(c in (mode or "") for c in "wax+") or bool((flags or 0) & 3)
        own = name.startswith(PACKAGE) and name.endswith((".toml", ".json", ".css", ".py", ".pyc"))
        library = name.startswith(LIBRARIES) and name.endswith(IMPORTED)
        if writes or not (own or library):
            found.append(f"open {name} {mode}")
    elif event in watched and not bytes(arguments[0] or b"").startswith((b"def structure_", b"def unstructure_")):
        found.append(f"{event} {arguments!r}"[:200])


def main():
    """Parse what the arguments name: all is read before the doors are watched."""
    pages = [Path(name).read_bytes() for name in sys.argv[1:]]
    sys.addaudithook(watch)
    for page in [pages[0], *pages]:
        article = newsmodel.parse(page)
        newsmodel.extract_facts(article.text, article.language)
        newsmodel.from_json(newsmodel.to_json(article))
        newsmodel.to_html(article)
        newsmodel.to_schema_org(article)
        newsmodel.to_ninjs(article)
        newsmodel.to_web_annotations(article)
        # attrs and cattrs make code of the classes of the model when these are first used, whatever the page; the names tell it later.
        watched.add("compile")
    for line in found:
        print(line)  # noqa: T201 -- it is what the program is for
    sys.exit(3 if found else 0)


if __name__ == "__main__":
    main()
