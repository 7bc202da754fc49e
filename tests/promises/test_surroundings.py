"""The same page gives the same article, whatever surrounds the program that reads it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DIGEST = Path(__file__).with_name("digest.py")
SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "a third hash seed": {"PYTHONHASHSEED": "4242"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "no locale and no UTF-8 mode": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "UTF-8 mode": {"LC_ALL": "C", "PYTHONUTF8": "1"},
    "a time zone far east": {"TZ": "Pacific/Kiritimati"},
    "a time zone far west": {"TZ": "Pacific/Pago_Pago"},
    "another folder": {"cwd": "/"},
    "without assertions": {"arguments": "-O"},
    "without docstrings": {"arguments": "-OO"},
    "without orjson": {"given": "--without-orjson"},
    "the last day of a century": {"given": "--today 1999-12-31"},
    "a leap day to come": {"given": "--today 2048-02-29"},
}


def digest(arguments="", given="", cwd=None, **variables):
    """Run the digest in a process of its own."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LC_", "COV_"))}
    source = os.environ.get("PYTHONPATH")
    environment = kept | ({"PYTHONPATH": source} if source else {}) | {"PYTHONHASHSEED": "0"} | variables
    command = [sys.executable, *arguments.split(), str(DIGEST), *given.split()]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=cwd, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module", name="usual")
def _usual():
    return digest()


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_surroundings_change_nothing(surroundings, usual):
    """Hash seed, locale, time zone, the current day, Python's switches and installed extras leave every output as it is."""
    assert digest(**SURROUNDINGS[surroundings]) == usual
