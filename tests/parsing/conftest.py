"""What the tests of many pages share."""

import importlib.util
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parent / "many_program.py"


@pytest.fixture(scope="module")
def many_program():
    """Give the program as a module, imported by a name that other processes find."""
    spec = importlib.util.spec_from_file_location("many_program", PROGRAM)
    module = importlib.util.module_from_spec(spec)
    sys.modules["many_program"] = module
    spec.loader.exec_module(module)
    sys.path.insert(0, str(PROGRAM.parent))  # spawned processes take it over
    yield module
    sys.path.remove(str(PROGRAM.parent))
    del sys.modules["many_program"]
