"""Fixtures of the tests of formats."""

import pytest

from newsmodel.formats import _text


@pytest.fixture(params=["orjson", "standard library"])
def _each_writer(request, monkeypatch):
    if request.param == "orjson":
        pytest.importorskip("orjson")
    else:
        monkeypatch.setattr(_text, "orjson", None)
