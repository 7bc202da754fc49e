"""A program that reads pages in processes, for tests that interrupt it: ``many_program.py WHAT``; it tells the ids of its processes."""

import gc
import multiprocessing
import os
import signal
import sys
import time
from itertools import islice
from pathlib import Path

import newsmodel


class Fatal(type(Path())):
    """The path of a page that ends every process that looks at it."""

    def read_bytes(self):
        """End the process at once, as a kernel does that is short of memory."""
        if multiprocessing.parent_process() is not None:
            os._exit(9)
        return b""


class Garbage:
    """What has the program look for garbage when it arrives there."""

    def __reduce__(self):
        return gc.collect, ()


def garbage(seconds):
    """Give garbage after some time."""
    time.sleep(seconds)
    return Garbage()


PAGE = "<html lang=en><article><h1>Harbour bridge reopens</h1><p>The bridge is open for everybody again, said Ann Lee.</p></article>"


def endless():
    """Give pages without an end."""
    while True:
        yield PAGE


def in_forks(results):
    """Let one fork of the program end, and read on, and another outlive the processes."""
    workers = multiprocessing.active_children()
    ends = os.fork()
    if not ends:
        sys.exit()
    os.waitpid(ends, 0)
    print("the fork has ended")
    print(len(list(islice(results, 2000))), "read,", sum(each.is_alive() for each in workers), "workers left")
    stays = os.fork()
    if not stays:
        time.sleep(60)
        os._exit(0)
    results.close()
    print("closed", flush=True)
    os.kill(stays, signal.SIGKILL)
    os.waitpid(stays, 0)


def main():
    """Do what the argument asks for."""
    # Shells start what runs in the background with interrupts ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    results = newsmodel.parse_many(endless(), 2)
    next(results)
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    if sys.argv[1] == "close":
        results.close()
        print(len(multiprocessing.active_children()), flush=True)
    elif sys.argv[1] == "fork":
        in_forks(results)
    elif sys.argv[1] == "kill":
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        for child in multiprocessing.active_children():
            child.kill()
        print(len(list(islice(results, 2000))), "read")
        results.close()
    elif sys.argv[1] == "leave":
        kept = [results]
        kept.append(kept)  # a circle, which is not collected before the program ends
    elif sys.argv[1] == "wait":
        while True:
            time.sleep(0.01)
            next(results)


if __name__ == "__main__":
    main()
