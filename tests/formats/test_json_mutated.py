"""Documents of real articles with something changed: each is an article that is written as it was read, or refused with paths."""

import copy
import json
import random
from pathlib import Path

import pytest

import newsmodel
from newsmodel import DocumentError, from_dict, from_json, to_dict, to_json

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("tests/fixtures/*/*"), *ROOT.glob("examples/*.html"), *ROOT.glob("examples/*.txt")])
VALUES = [
    None,
    True,
    False,
    0,
    1,
    -1,
    2**63,
    -(2**70),
    1.5,
    float("nan"),
    float("inf"),
    "",
    " ",
    "persn",
    "\ud800",
    "a\n",
    "e\u0301",
    [],
    {},
    [[]],
    [None],
    {"a": 1},
    "2016-13-01",
    "2016-09-20",
    "x" * 1000,
    {"start": 3, "end": 1},
    {"start": 0, "end": 10**9},
    10**400,
    b"x",
    (1,),
    {1: 2},
    {None: 0},
]
TEXTS = [
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "123456789012345678901",
    '"\\ud800"',
    "[" * 5000,
    "}",
    ",",
    '"',
    "null",
    "\0",
    "\\",
    "{",
    "'a'",
    "1.",
    "01",
]


def places(value, path=()):
    """Give the path of every value in plain data."""
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*path, key))


def changed(document, random_):
    """Give a copy of a document with one to three values changed, dropped, doubled, moved or added."""
    data = copy.deepcopy(document)
    for _ in range(random_.randint(1, 3)):
        *way, last = random_.choice([path for path in places(data) if path] or [("x",)])
        holder = data
        for key in way:
            holder = holder[key]
        match random_.randint(0, 5):
            case 0:
                del holder[last]
            case 1 | 2:
                holder[last] = copy.deepcopy(random_.choice(VALUES))
            case 3 if isinstance(holder, list):
                holder.insert(random_.randint(0, len(holder)), copy.deepcopy(holder[last]))
            case 3:
                holder[random_.choice(["x", "", "text", "span", "role", "newsmodel", "a.b", "é"])] = holder[last]
            case 4 if isinstance(holder[last], int):
                holder[last] += random_.randint(-3, 3)
            case 4 if isinstance(holder[last], str):
                at = random_.randint(0, len(holder[last]))
                holder[last] = holder[last][:at] + random_.choice(["x", " ", "", "“", "\u202e", "\0"]) + holder[last][at + 1 :]
            case _:
                other = random_.choice(list(places(document)))
                value = document
                for key in other:
                    value = value[key]
                holder[last] = copy.deepcopy(value)
    return data


def held(read, source):
    """Hold the rule for one document, and tell whether it was read."""
    try:
        article = read(source)
    except DocumentError as error:
        told = error.problems
    else:
        assert from_json(to_json(article)) == article
        assert from_dict(to_dict(article)) == article
        return True
    assert told
    assert all(": " in problem and len(problem) < 1000 for problem in told)
    return False


@pytest.fixture(scope="module", name="documents")
def _documents():
    return [to_dict(newsmodel.parse(page)) for page in PAGES if page.suffix in {".html", ".txt"} and page.name != "index.html"]


@pytest.mark.parametrize("seed", range(8))
def test_changed_data_is_read_or_refused(documents, seed):
    """Plain data with any of its values changed is an article that comes back equal, or DocumentError with paths; never anything else."""
    random_ = random.Random(seed)  # noqa: S311 -- nothing secret
    results = [held(from_dict, changed(random_.choice(documents), random_)) for _ in range(60)]
    assert not all(results)


@pytest.mark.parametrize("seed", range(8))
def test_changed_text_is_read_or_refused(documents, seed):
    """The same holds for JSON text that is cut, spliced, repeated, or has letters changed, as text and as bytes."""
    random_ = random.Random(seed)  # noqa: S311 -- nothing secret
    for _ in range(60):
        text = json.dumps(random_.choice(documents), ensure_ascii=random_.random() < 0.5)
        at, to = sorted(random_.randint(0, len(text)) for _ in range(2))
        text = random_.choice(
            [
                text[:at] + text[to:],
                text[:at] + random_.choice(TEXTS) + text[at:],
                text[:at] + random_.choice(TEXTS) + text[at + 1 :],
                text[:to] + text[at:],
                text[:at] + chr(random_.randint(0, 0x2FFF)) + text[at + 1 :],
            ]
        )
        held(from_json, text if random_.random() < 0.5 else text.encode(errors="surrogatepass"))


def test_the_path_of_a_fault_is_told(documents):
    """A wrong word deep in a document is told where it stands, with what might stand there."""
    data = next(copy.deepcopy(each) for each in documents if any("speaker" in quote for quote in each.get("quotes", ())))
    index = next(i for i, quote in enumerate(data["quotes"]) if "speaker" in quote)
    data["quotes"][index]["speaker"]["kind"] = "persn"
    with pytest.raises(DocumentError) as caught:
        from_dict(data)
    assert caught.value.problems == (f"quotes[{index}].speaker.kind: 'persn' is not one of person, organization, place, unknown",)
