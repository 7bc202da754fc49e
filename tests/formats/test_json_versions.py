"""Documents of other versions: older ones are migrated step by step, newer ones refused."""

import pytest

from newsmodel.formats import json as module
from newsmodel.formats.json import from_dict, from_json, to_dict, to_json
from tests.formats.documents import article, problems


@pytest.fixture(name="_third")
def third(monkeypatch):
    """Make believe that the present version is the third: the first said “title”, the second had its languages in a list."""

    def first(fields):
        return {("headline" if key == "title" else key): value for key, value in fields.items()}

    def second(fields):
        return {key: value[0] if key == "language" else value for key, value in fields.items()}

    monkeypatch.setattr(module, "VERSION", 3)
    monkeypatch.setattr(module, "MIGRATIONS", {1: first, 2: second})


def older(version):
    """Give the document of an article in an older version."""
    data = to_dict(article(language="en")) | {"newsmodel": version, "language": ["en"]}
    if version == 1:
        data["title"] = data.pop("headline")
    return data


@pytest.mark.usefixtures("_third")
@pytest.mark.parametrize("version", [1, 2])
def test_an_older_document_is_migrated(version):
    """Each step makes the next version, and what comes out is an article of the present one."""
    data = older(version)
    before = repr(data)
    assert from_dict(data) == article(language="en")
    assert repr(data) == before
    assert to_dict(from_dict(data))["newsmodel"] == 3


@pytest.mark.usefixtures("_third")
def test_a_fault_of_an_older_document_is_told():
    """After the migration every fault is told as of any document, and one that cannot be migrated is told as such."""
    assert problems(from_dict, older(2) | {"mood": "good", "keywords": 5}) == ["mood: unknown key", "keywords: 5 is not an array"]
    (told,) = problems(from_dict, older(2) | {"language": 5})
    assert told.startswith("document: version 2 cannot be migrated: TypeError")
    text = to_json(article()).replace('{"newsmodel":3', '{"newsmodel":2,"x":NaN')
    assert problems(from_json, text) == ["x: NaN is not JSON"]


@pytest.mark.usefixtures("_third")
def test_a_newer_document_is_refused_still():
    """What no migration leads to is refused with advice."""
    assert "upgrade newsmodel" in problems(from_dict, older(2) | {"newsmodel": 4})[0]


def test_every_older_version_has_a_migration():
    """There is one step from each version before the present one."""
    assert sorted(module.MIGRATIONS) == list(range(1, module.VERSION))
