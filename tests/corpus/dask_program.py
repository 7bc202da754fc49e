"""A program that makes tables on two processes of Dask, and kills one of them midway: ``dask_program.py WARC DIRECTORY``."""

import os
import signal
import sys
import time
from pathlib import Path
from threading import Thread

from corpus_dask import tabulate
from dask.distributed import Client, LocalCluster

from newsmodel.corpus import parts

parts._LEAST = 200_000


def kill_one(cluster, directory):
    """Kill a worker as soon as the first part is there."""
    while not list(directory.glob("input=*/part=*")):
        time.sleep(0.02)
    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
    print("killed", flush=True)


def main():
    """Make the tables."""
    warc, directory = sys.argv[1:]
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        killer = Thread(target=kill_one, args=(cluster, Path(directory)))
        killer.start()
        summary = tabulate(client, [warc], directory)
        killer.join()
    print(summary.articles, summary.parts)


if __name__ == "__main__":
    main()
