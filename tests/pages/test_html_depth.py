"""What is known of a page before the parser sees it: how deep it may become, and whether it is harmless at sight."""

import random

import pytest
from selectolax.lexbor import LexborHTMLParser

from newsmodel.pages.html import depth

NAMES = (  # noqa: SIM905 - one name a line would be pages long
    "div p b i a span table tr td th tbody caption li ul dd dt dl form select option optgroup button svg math g title desc foreignObject "
    "mi annotation-xml style script template object nobr font h1 h2 textarea noscript head body html ruby rt rb frameset noembed iframe "
    "applet col colgroup pre hr br path xmp"
).split()
PIECES = (  # noqa: SIM905 - likewise
    "x <!-- --> --!> <!x <![CDATA[ ]]> </3 > ' \" = <div/a=' <div/a=\" /> <g/> <script><!--<script> </script> "
    "<svg><title>x</title><path/></svg>"
).split()


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
