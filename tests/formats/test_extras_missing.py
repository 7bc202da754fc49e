"""What is written where an extra is not there, or is broken."""

import runpy
import sys

import pytest

from newsmodel.formats import _text, arrow


def test_json_needs_no_orjson(monkeypatch):
    """Where orjson is not installed, JSON is written and read by the standard library."""
    monkeypatch.setitem(sys.modules, "orjson", None)
    made = runpy.run_path(_text.__file__)
    assert made["orjson"] is None
    assert made["read"](made["written"]({"a": [1.5, "é"]})) == ({"a": [1.5, "é"]}, True)


def test_a_broken_pyarrow_is_not_called_missing(monkeypatch, tmp_path):
    """Where pyarrow is there and lacks a module of its own, that is told: to install it again would not help."""
    (tmp_path / "pyarrow.py").write_text("import a_module_that_pyarrow_lacks\n", encoding="utf-8")
    for name in [name for name in sys.modules if name.partition(".")[0] == "pyarrow"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="a_module_that_pyarrow_lacks"):
        arrow.arrow_schemas()
