"""Every regular expression of the package takes linear time, on strings that are made of the expression itself."""

import importlib
import importlib.resources
import pkgutil
import re
import re._constants as codes
import re._parser as parser
import time

import pytest

import newsmodel
from newsmodel.pages import body, header, source
from newsmodel.pages.furniture import furniture_of
from newsmodel.pages.html import depth, encoding, tags
from newsmodel.pages.style import known_styles
from tests.promises.digest import pages

SIZE = 1_500
INSTANT = 0.02
"""Seconds within which what grows with the square is not done with 1,500 characters, but for the fastest of machines."""
MOST_PIECES = 8
GENERIC = ("a", " ", "1", "a ", "A. ", "1,", "<a ")
CATEGORY = {
    codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_DIGIT: "a", codes.CATEGORY_NOT_SPACE: "a", codes.CATEGORY_NOT_WORD: ".",
}  # fmt: skip
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}
# Never searched for, only matched at the one place where something else has told them to be.
AT_ONE_PLACE = {
    pattern.pattern
    for pattern in (
        source._HTML,
        body._ITEM,
        header._LABELLED,
        encoding._XML,
        depth._REST,
        depth._FEW_ATTRIBUTES,
        depth._DRAWING,
        tags._NEXT_TAG,
        *(getattr(furniture_of(each), name) for each in known_styles() for name in ("_by", "_copyright")),
    )
}


class Recorder:
    """Stands in for ``re.compile`` and keeps what is compiled."""

    def __init__(self, compile_):
        self.compile, self.found = compile_, {}

    def __call__(self, pattern, flags=0):
        """Compile, and keep."""
        made = self.compile(pattern, flags)
        self.found[made.pattern, made.flags] = made
        return made


def held_by(value, depth=0):
    """Give the patterns that a value of a module holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from held_by(member, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset) and depth < 3:
        for member in value:
            yield from held_by(member, depth + 1)


def every_pattern():
    """Give all patterns: those of every module, and those that are compiled from the files of all languages and styles."""
    found = {}
    modules = [
        importlib.import_module(each.name)
        for each in pkgutil.walk_packages(newsmodel.__path__, "newsmodel.")
        if "__main__" not in each.name
    ]
    for module in (*modules, importlib.import_module("newsmodel.__main__")):
        for value in vars(module).values():
            for pattern in held_by(value):
                found[pattern.pattern, pattern.flags] = pattern
    recorder = Recorder(re.compile)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(re, "compile", recorder)
        for module in modules:
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
        for path in sorted((importlib.resources.files("newsmodel.facts") / "languages").iterdir()):
            newsmodel.extract_facts("On Monday, 5 people said: “We are 10%.”", path.name.removesuffix(".toml"))
        for page in pages():
            newsmodel.to_html(newsmodel.parse(page))
    return found | recorder.found


def character(members):
    """Give a character of a class."""
    if members[0][0] is codes.NEGATE:
        taken = {value for kind, value in members[1:] if kind is codes.LITERAL}
        return next(c for c in "a .1-“xyz" if ord(c) not in taken)
    kind, value = members[-1]
    return CATEGORY[value] if kind is codes.CATEGORY else chr(value[0] if kind is codes.RANGE else value)


def sample(tree, pieces):  # noqa: C901 -- one case a kind
    """Give a string that a parsed pattern more or less matches, and collect what its repetitions repeat."""
    out = ""
    for kind, value in tree:
        match kind:
            case codes.LITERAL:
                out += chr(value)
            case codes.NOT_LITERAL:
                out += "a" if value != ord("a") else "b"
            case codes.ANY:
                out += "a"
            case codes.IN:
                out += character(value)
            case codes.BRANCH:
                made = [sample(branch, pieces) for branch in value[1][:40]]
                out += made[0]
            case codes.SUBPATTERN:
                out += sample(value[3], pieces)
            case codes.ATOMIC_GROUP:
                out += sample(value, pieces)
            case _ if kind in REPEATS:
                least, most, inner = value
                one = sample(inner, pieces)
                if one and most > 8:
                    pieces.setdefault(one)
                    pieces.setdefault(out[-20:] + one)
                out += one * max(least, 1)
    return out


def attacks(pattern):
    """Give the openings and the pieces of strings that a pattern nearly matches again and again."""
    is_bytes = isinstance(pattern.pattern, bytes)
    text = pattern.pattern.decode("latin-1") if is_bytes else pattern.pattern
    pieces = {}
    whole = sample(parser.parse(text, pattern.flags & ~re.UNICODE if is_bytes else pattern.flags), pieces)
    own = [piece for piece in dict.fromkeys([*pieces, whole, whole[: len(whole) // 2]]) if piece]
    return dict.fromkeys(["", whole[:-1]]), [*own[:MOST_PIECES], *GENERIC]


def seconds(pattern, text):
    """Give the time that searching takes."""
    text = text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
    start = time.process_time()
    if pattern.pattern in AT_ONE_PLACE:
        pattern.match(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - start


PATTERNS = list(every_pattern().values())


def test_the_patterns_are_all_there():
    """The collection holds patterns of each part, and of each language."""
    assert len(PATTERNS) > 400


def grows(pattern, head, piece, end):
    """Tell whether four times as long a string takes more than nine times the time; linear is four, the square sixteen."""
    text, longer = (head + piece * (size // len(piece) + 1) + end for size in (SIZE, 4 * SIZE))
    if seconds(pattern, text) < INSTANT:
        return False
    return all(seconds(pattern, longer) > 9 * min(seconds(pattern, text) for _ in range(2)) for _ in range(3))


@pytest.mark.parametrize("part", range(20))
def test_patterns_are_linear(part):
    """Four times as long a string takes less than nine times as long to search, wherever that can be measured."""
    slow = []
    for pattern in PATTERNS[part::20]:
        heads, pieces = attacks(pattern)
        tries = ((head, piece, end) for head in heads for piece in pieces for end in ("", "\0"))
        slow += [(pattern.pattern[:200], *each) for each in tries if grows(pattern, *each)][:1]
    assert not slow
