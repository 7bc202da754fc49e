"""A program that makes tables, for tests that kill it: ``tabulate_program.py INPUT DIRECTORY WORKERS [kill]``."""

import multiprocessing
import os
import sys
import time
from pathlib import Path
from threading import Thread

from newsmodel import corpus
from newsmodel.corpus import parts
from newsmodel.parsing import many

parts._LEAST = 300_000
PAGE = "<html lang=en><article><h1>Harbour bridge reopens</h1><p>The bridge is open for everybody again, said Ann Lee.</p></article></html>"


def fatal(parse):
    """Make a reader that ends its process for one page, as a crash in compiled code would."""

    def read(content, **options):
        if isinstance(content, Path) and content.name == "3.html":
            os._exit(9)
        return parse(content, **options)

    return read


many.parse = fatal(many.parse)  # in every process: each imports this program


def kill_workers():
    """Kill a process now and then, from the moment that there is one."""
    for _ in range(3):
        while not (children := multiprocessing.active_children()):
            time.sleep(0.01)
        time.sleep(0.3)
        children[0].kill()
        print("killed", flush=True)


def main():
    """Make the tables."""
    given, directory, workers = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if given == "fatal":
        given = str(directory / "in")
        Path(given).mkdir()
        for number in range(6):
            (Path(given) / f"{number}.html").write_text(PAGE)
        directory /= "facts"
    if sys.argv[4:] == ["kill"]:
        Thread(target=kill_workers, daemon=True).start()
    print("begun", flush=True)
    print(corpus.tabulate([given], directory, workers).articles)


if __name__ == "__main__":
    main()
