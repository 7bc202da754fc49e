"""What is beyond a bound is refused whole, by name, and what is of another type is a mistake of the caller."""

import attrs
import pytest

import newsmodel
from newsmodel import Limits, PageError
from newsmodel.__main__ import main

PROSE = "The port of Brindle opened again on Monday after 7 days of storms."
DUMP = f"Port opens\n\n{PROSE}\n\nThe mayor, Ann Weber, said: “We are open.”\n"
HTML = f"<html><body><article><h1>Port opens</h1><div><div><p>{PROSE}</p><p>It was closed on 3 May 2016.</p></div></div></article>"


@pytest.mark.parametrize("source", [DUMP, HTML, DUMP.encode(), HTML.encode(), HTML.encode("utf-16")])
@pytest.mark.parametrize(("name", "bound"), [("size", 80), ("blocks", 1), ("characters", 60), ("facts", 1)])
def test_what_is_beyond_a_bound_is_refused_by_its_name(source, name, bound):
    """Each bound is told with what was found, and without it the page is read."""
    with pytest.raises(PageError, match=rf"looked for at most {bound} .*\(Limits\.{name}\): found (at least )?\d+"):
        newsmodel.parse(source, limits=Limits(**{name: bound}))
    assert newsmodel.parse(source).dates


@pytest.mark.parametrize("source", [DUMP.encode(), HTML.encode(), HTML.encode("utf-16")])
@pytest.mark.parametrize("bound", [1, 100])
def test_the_size_is_that_of_the_file_or_of_its_text(source, bound):
    """What is told of the size of bytes is their number, or once they are decoded that of their text in UTF-8."""
    text = source.decode("utf-16" if source.startswith(b"\xff\xfe") else "utf-8")
    told = {f"{len(source)} before they are decoded", str(len(text.encode())), f"at least {len(text)}"}
    with pytest.raises(PageError) as caught:
        newsmodel.read_page(source, limits=Limits(size=bound))
    assert str(caught.value).partition(": found ")[2] in told


def test_depth_is_a_bound_too():
    """Markup that is nested deeper than the bound is refused, and the same bound holds for a page that is just as deep."""
    with pytest.raises(PageError, match=r"at most 3 elements inside one another \(Limits\.depth\)"):
        newsmodel.read_page(HTML, limits=Limits(depth=3))
    assert newsmodel.read_page(HTML, limits=Limits(depth=10)) == newsmodel.read_page(HTML)


@pytest.mark.parametrize(("name", "bound"), [("characters", 20), ("facts", 1)])
def test_prose_is_bounded_as_pages_are(name, bound):
    """Facts are looked for in prose within the bounds only."""
    with pytest.raises(PageError, match=rf"Limits\.{name}"):
        newsmodel.extract_facts(PROSE, limits=Limits(**{name: bound}))


def test_mentions_are_bounded_where_facts_repeat_them():
    """A speaker counts with all mentions at each quote, as documents tell it."""
    prose = "Ann Weber said: “The port is open to all of you.”\n" * 20
    assert len(newsmodel.extract_facts(prose, limits=Limits(mentions=400)).quotes) == 20
    with pytest.raises(PageError, match=r"at most 399 mentions of those whom the facts name \(Limits\.mentions\): found 400"):
        newsmodel.extract_facts(prose, limits=Limits(mentions=399))


@pytest.mark.parametrize("name", [field.name for field in attrs.fields(Limits)])
@pytest.mark.parametrize("value", [0, -1, 1.5, True, "9", None])
def test_a_bound_is_a_whole_number_above_nothing(name, value):
    """A bound that bounds nothing is refused, with the name of the field."""
    with pytest.raises((TypeError, ValueError), match=rf"Limits\.{name}"):
        Limits(**{name: value})


def test_depth_has_a_bound_of_its_own():
    """More depth than Python's own stack takes cannot be asked for."""
    with pytest.raises(ValueError, match=r"Limits\.depth must be <= 256: 257"):
        Limits(depth=257)


@pytest.mark.parametrize("function", [newsmodel.parse, newsmodel.read_page, newsmodel.extract_facts])
@pytest.mark.parametrize("limits", [5, {}, {"size": 5}, Limits])
def test_limits_are_limits(function, limits):
    """Anything else than Limits or None is a mistake of the caller."""
    with pytest.raises(TypeError, match="limits must be Limits or None"):
        function(HTML, limits=limits)


@pytest.mark.parametrize("source", [None, 5, 1.5, ["x"], bytearray(b"x"), memoryview(b"x"), object(), str])
@pytest.mark.parametrize("function", [newsmodel.parse, newsmodel.read_page, newsmodel.extract_facts])
def test_other_types_are_refused(function, source):
    """What is neither text nor bytes nor a path is a TypeError."""
    with pytest.raises(TypeError):
        function(source)


def test_a_caller_deep_inside_a_program_is_told():
    """Where Python's stack has no room left for a page, that is an error of the page, which names the bound."""
    page = HTML.replace("<div><div>", "<div>" * 200)

    def call(depth):
        return newsmodel.read_page(page) if depth == 0 else call(depth - 1)

    assert call(0).headline == "Port opens"
    with pytest.raises(PageError, match=r"Limits\.depth"):
        call(600)


def test_the_command_takes_bounds(tmp_path, capsysbinary):
    """Each bound can be given to the command; what is none is told."""
    page = tmp_path / "page.html"
    page.write_text(HTML, encoding="utf-8")
    assert main([str(page), "--limit", "size=50", "--limit", "facts=9"]) == 1
    assert b"Limits.size" in capsysbinary.readouterr().err
    assert main([str(page), "--limit", "size=50000"]) == 0
    for wrong in ("size", "sizes=5", "size=0", "size=-5", "depth=300", "size=٥"):
        with pytest.raises(SystemExit):
            main([str(page), "--limit", wrong])
        assert b"--limit" in capsysbinary.readouterr().err
