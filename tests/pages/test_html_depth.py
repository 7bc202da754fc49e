"""What is known of a page before the parser sees it: how deep it may become, and whether it is harmless at sight."""

import random

import pytest
from selectolax.lexbor import LexborHTMLParser

from newsmodel.pages.html import depth, tags

NAMES = (  # noqa: SIM905 - one name a line would be pages long
    "div p b i a span table tr td th tbody caption li ul dd dt dl form select option optgroup button svg math g title desc foreignObject "
    "mi annotation-xml style script template object nobr font h1 h2 textarea noscript head body html ruby rt rb frameset noembed iframe "
    "applet col colgroup pre hr br path xmp"
).split()
PIECES = (  # noqa: SIM905 - likewise
    "x <!-- --> --!> <!x <![CDATA[ ]]> </3 > ' \" = <div/a=' <div/a=\" /> <g/> <script><!--<script> </script> "
    "<svg><title>x</title><path/></svg>"
).split()

# What is a quote or the end of a tag in one place, and none in another.
TRICKS = (
    *"\"'><=/ ",
    "<p ",
    "</p ",
    '=">',
    "'>",
    '">',
    '= "',
    " ='",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<svg>",
    "x='\">'",
    'x="a<b>"',
)


def made(random_):
    """Give a page that repeats a few tags."""
    out = []
    for _ in range(random_.randint(1, 7)):
        name, chance = random_.choice(NAMES), random_.random()
        out.append(
            f"<{name}>"
            if chance < 0.5
            else f"</{name}>"
            if chance < 0.85
            else f"<{name} x={random_.randint(0, 3)}/>"
            if chance < 0.9
            else random_.choice(PIECES)
        )
    return "<html><body>" + "".join(out) * 60


def deepest(page):
    """Tell how deep a page is when it is parsed."""
    root = LexborHTMLParser(page).root
    most = at = 0
    node = root
    while True:
        most = max(most, at)
        if node.first_child is not None:
            node, at = node.first_child, at + 1
            continue
        while node.next is None:
            node, at = node.parent, at - 1
            if at <= 0:
                return most
        node = node.next


@pytest.mark.parametrize("seed", range(20))
def test_the_estimate_of_depth_is_never_too_low(seed):
    """Whatever tags a page repeats, it is not much deeper than estimated: elements that no tag begins, such as tbody, count thrice."""
    random_ = random.Random(seed)  # noqa: S311 -- nothing secret
    for _ in range(150):
        page = made(random_)
        estimates = [0]
        depth.excess(page.encode(), estimates.append)
        found = deepest(page)
        assert found <= 4 * max(estimates) + 12, page[:200]


def test_what_is_harmless_at_sight_holds_no_more_than_it_may():
    """A page is not taken for harmless where a tag with many attributes hides behind what only looks like a script or a comment."""
    many = " ".join(f"a{i}" for i in range(20_000))
    for opening in (
        "",
        "<!-->",
        "<script>a<b</script>",
        "<svg><style>",
        "<svg><script>",
        "<style>a</style>",
        "<!x <p a='>",
        "<p a=b='>",
        "<title>",
    ):
        page = f"<html><body>{opening}<p {many}>".encode()
        found = depth.excess(page)
        assert not depth.is_harmless(page) or found is None, opening


@pytest.mark.parametrize("seed", range(10))
def test_no_tag_that_is_called_short_is_long(seed, monkeypatch):
    """Whatever quotes and ends of tags stand about, a page is not said to have short tags alone where the parser finds a long one."""
    random_ = random.Random(seed)  # noqa: S311 -- nothing secret
    monkeypatch.setattr(tags, "_REACH", reach := 20)
    short = long = 0
    for _ in range(1000):
        unit = "".join(random_.choices(TRICKS, k=random_.randint(1, 5)))
        page = "".join(random_.choices(TRICKS, k=random_.randint(0, 9))) + "".join(f"{unit} q{i}" for i in range(40)) + "\"'>"
        most = max(len(node.attributes) for node in LexborHTMLParser(page).root.css("*"))
        if tags.are_short(page.encode()):
            short += 1
            assert most <= 12 + reach // 2, page
        long += most > 12 + reach // 2
    assert min(short, long) > 20


@pytest.mark.parametrize("opening", ["", "<html>", "<body x=1>", "<HTML a b>"])
def test_attributes_of_the_root_are_added_up(opening):
    """Short tags are not harmless where all of them are tags of the root, to whose attributes the parser adds theirs."""
    roots = "".join(f'<html {" ".join(f"a{i}x{j}" for j in range(300))} x="y">' for i in range(60))
    page = f"{opening}{roots}".encode()
    assert tags.are_short(page)
    assert not depth.is_harmless(page)
    assert depth.excess(page) is not None
