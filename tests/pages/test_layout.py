"""Layouts as data: what a style file may say about HTML, and what is refused."""

from pathlib import Path

import pytest

from newsmodel.pages.html.kinds import finder_of
from newsmodel.pages.layout import Layout, general_layout, parted
from newsmodel.pages.style import Style, known_styles

TOP = 'name = "a"\npublisher = "A"\n'
NOW = '[html.now]\narticle = [".a"]\nheadline = ["h1"]\nbody = [".b"]\n'


def load(folder: Path, content: str) -> Style:
    """Load a style with this in it."""
    path = folder / "style.toml"
    path.write_text(TOP + content, encoding="utf-8")
    return Style.load(path)


def test_a_layout_inherits_what_it_does_not_change(tmp_path: Path) -> None:
    """Keys of the ancestor hold until a layout gives its own; marks are never inherited; what nobody gives is general."""
    style = load(
        tmp_path,
        '[html.new]\ninherits = "now"\nmarks = [".new"]\nbody = [".c"]\n'
        + NOW
        + 'marks = [".old"]\nlede = [".l"]\n[html.bare]\ninherits = "new"\n',
    )
    new, now, bare = style.html
    assert (new.name, new.body, new.lede, new.article, new.marks) == ("new", (".c",), (".l",), (".a",), (".new",))
    assert (now.body, now.marks) == ((".b",), (".old",))
    assert (bare.body, bare.marks) == ((".c",), (".a",))
    assert now.tweet == general_layout().tweet


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        ("html = 5", TypeError, "html must be a table"),
        ("[html]\nnow = 5", TypeError, r"html\.now must be a table"),
        (NOW + 'colour = ["red"]', ValueError, r"html\.now has keys that no layout has: colour"),
        (NOW + 'lede = ".l"', TypeError, "'now': lede must be a list of strings"),
        (NOW + "lede = [5]", TypeError, "'now': lede must be a list of strings"),
        (NOW + 'lede = [" "]', ValueError, "'now': lede must not hold blank strings"),
        (NOW + 'lede = ["p["]', ValueError, r"'now': lede must hold CSS selectors: 'p\['"),
        (NOW + 'lede = ["p::before"]', ValueError, "'now': lede must hold CSS selectors"),
        (NOW + 'embed = ["iframe"]', ValueError, "'now': embed must tell the attribute"),
        (NOW + 'id = ["p[ @x"]', ValueError, r"'now': id must hold .* or CSS selectors: 'p\['"),
        ('[html.now]\nheadline = ["h1"]\nbody = [".b"]', ValueError, r"html\.now must have the key 'article'"),
        ('[html.now]\narticle = [".a"]\nheadline = ["h1"]', ValueError, r"html\.now must have the key 'body'"),
        (NOW + 'inherits = "then"', ValueError, r"html\.now inherits from a layout that does not exist: 'then'"),
        (NOW + "inherits = 5", TypeError, "inherits must be the name of a layout"),
        (NOW + 'inherits = "now"', ValueError, "inherits from itself"),
        (NOW + 'inherits = "b"\n[html.b]\ninherits = "now"', ValueError, r"inherits from itself: (now > b > now|b > now > b)"),
        ('[other.x]\nwords = ["a"]', ValueError, r"other\.x has keys that no layout has: words"),
        ('[other.x]\nselectors = [".."]', ValueError, "'x': selectors must hold CSS selectors"),
        ('[other.x]\npaths = "/a"', TypeError, "'x': paths must be a list of strings"),
    ],
)
def test_every_mistake_is_told(tmp_path: Path, content: str, error: type[Exception], message: str) -> None:
    """What breaks the schema is refused, and the message says where it stands and what is wrong with it."""
    with pytest.raises(error, match=message):
        load(tmp_path, content)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """A file that is not UTF-8 raises ValueError, which names it."""
    path = tmp_path / "style.toml"
    path.write_bytes(b"name = '\xff'")
    with pytest.raises(ValueError, match=r"style\.toml is no UTF-8"):
        Style.load(path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("iframe @src", ("iframe", "src")),
        ("a[href='x@y'] @data-id", ("a[href='x@y']", "data-id")),
        ("a[href='x@y']", ("a[href='x@y']", "")),
        (".x", (".x", "")),
    ],
)
def test_sources_are_cut_at_the_attribute(text: str, expected: tuple[str, str]) -> None:
    """The attribute stands behind the last @; one inside a selector is part of it."""
    assert parted(text) == expected


@pytest.mark.parametrize(
    ("tag", "attributes", "expected"),
    [
        ("div", {"class": "x\nshare  y"}, "furniture"),
        ("p", {"class": "shared"}, None),
        ("aside", {}, "furniture"),
        ("p", {"class": "cap"}, "caption"),
        ("div", {"class": "cap"}, None),
        ("div", {"id": "ad"}, "furniture"),
        ("iframe", {"src": "x"}, "embed"),
        ("div", {"src": "x"}, None),
        ("div", {"class": "share lead"}, "lede"),
        ("p", {"class": None}, None),
    ],
)
def test_simple_selectors_are_looked_up(tag: str, attributes: dict[str, str | None], expected: str | None) -> None:
    """A class, an id, an attribute or the name of an element is found as CSS finds it; of two kinds the more special wins."""
    layout = Layout(
        name="x",
        lede=(".lead",),
        caption=("p.cap",),
        furniture=(".share", "aside", "#ad"),
        embed=("iframe[src] @src",),
        article=("a",),
        body=("b",),
    )
    kind = finder_of(layout).find(tag, attributes, {})
    assert (kind[0] if kind else None) == expected


def test_the_selectors_of_known_styles_are_selectors() -> None:
    """Every known style has layouts, and each of them has the parts that every page has."""
    for style in known_styles():
        for layout in style.html:
            assert layout.article
            assert layout.body
            assert layout.headline
            assert layout.marks
