"""Styles as data."""

from pathlib import Path

import attrs
import pytest

from newsmodel.pages.furniture import furniture_of
from newsmodel.pages.style import Style, known_styles


def write(folder: Path, content: str) -> Path:
    """Write a style."""
    path = folder / "style.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_style_is_read_from_a_file(tmp_path: Path) -> None:
    """The keys of the file are the fields of the style."""
    style = Style.load(
        write(tmp_path, 'name = "a"\npublisher = "The A"\nhosts = ["a.org"]\n[languages.en]\nby = ["By"]\nwith = ["with"]\n')
    )
    assert (style.name, style.publisher, style.hosts) == ("a", "The A", ("a.org",))
    assert style.languages[0][1].with_ == ("with",)


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        ('publisher = "A"', ValueError, "'name'"),
        ('name = "a"\npublisher = "A"\ncolour = "red"', ValueError, "colour"),
        ('name = "a"\npublisher = "A"\n[languages.en]\nbye = ["By"]', ValueError, r"languages\.en.*bye"),
        ('name = "a"\npublisher = "A"\n[languages.en]\nby = "By"', TypeError, r"Strings\.by must be a list"),
        ('name = "a"\npublisher = "A"\n[languages.en]\nby = [5]', TypeError, r"Strings\.by"),
        ('name = "a"\npublisher = "A"\n[languages.en]\nby = [" "]', ValueError, r"Strings\.by.*blank"),
        ('name = "a"\npublisher = "A"\nlanguages = 5', TypeError, "languages"),
        ("name = 5", ValueError, "'publisher'"),
        ('name = 5\npublisher = "A"', TypeError, r"Style\.name"),
        ("name = ", ValueError, "no TOML"),
        ('name = "a"\npublisher = "A"\n[languages.french]\nby = ["Par"]', ValueError, "BCP 47 tags such as 'en' or 'pt-BR': 'french'"),
        (
            'name = "a"\npublisher = "A"\n[html.now]\narticle = ["article"]\nheadline = ["h1"]\nbody = ["p"]\npublished = ["metaa:foo"]',
            ValueError,
            "published must hold 'meta:name', 'ld:key', 'url', 'selector @attribute' or CSS selectors: 'metaa:foo'",
        ),
    ],
)
def test_a_wrong_style_is_refused(tmp_path: Path, content: str, error: type[Exception], message: str) -> None:
    """What breaks the schema is refused, and the message says which key."""
    with pytest.raises(error, match=message):
        Style.load(write(tmp_path, content))


def test_all_misspelt_keys_are_told_at_once(tmp_path: Path) -> None:
    """The keys that no style has are told for all tables of a file, a line each."""
    tables = ("everywhere", "languages.en", "languages.de", "html.now", "other.tides")
    content = "colour = 1\n" + "".join(f"[{name}]\nbye = ['By']\n" for name in tables)
    with pytest.raises(ValueError, match="colour") as caught:
        Style.load(write(tmp_path, content))
    lines = str(caught.value).splitlines()
    assert len(lines) == 6
    assert all(f": {name} has keys that no " in line for name, line in zip(tables, lines[1:], strict=True))
    assert all("bye; allowed: " in line for line in lines[1:])


def test_known_styles_are_read_once_and_frozen() -> None:
    """The styles of the package are read once and cannot be changed."""
    assert known_styles() is known_styles()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        known_styles()[0].name = "b"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("url", "owns", "language"),
    [
        ("https://www.euronews.com/2024/01/02/x", True, "en"),
        ("http://GR.euronews.com/x", True, "el"),
        ("https://euronews.com.example.org/x", False, None),
        ("https://noteuronews.com/", False, None),
        ("no address", False, None),
        ("http://[", False, None),
        (None, False, None),
    ],
)
def test_hosts(url: str | None, owns: bool, language: str | None) -> None:  # noqa: FBT001 - the expected value
    """The host of an address, not its words, tells outlet and language."""
    style = known_styles()[0]
    assert (style.owns(url), style.language_of(url)) == (owns, language)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Share this articleComments", {"share", "comments"}),
        ("Share Comments", {"share", "comments"}),
        ("Copy/paste the article video embed link below:Copy to clipboardCopied", {"embed", "clipboard", "copied"}),
        ("Copier/coller le lien embed de la vidéo de l’article :Copy to clipboardLien copié", {"embed", "clipboard", "copied"}),
        ("Published on 30/04/2024 - 16:38 GMT+2", {"published"}),
        ("Published on Updated", {"published", "updated"}),
        ("Размер текста Aa Aa", {"notices"}),
        ("Whatever text Aa Aa", {"notices"}),
        ("ADVERTISEMENT", {"ad"}),
        ("Share this article with your friends", None),
        ("Commentsof", None),
        ("Published on Monday, the report says so", None),
    ],
)
def test_furniture_is_cut_with_and_without_blanks(text: str, kinds: set[str] | None) -> None:
    """A line is furniture when its strings leave no word over."""
    cut = furniture_of(known_styles()[0]).cut(text)
    assert (set(cut.kinds) if cut else None) == kinds


def test_a_style_is_loaded_by_any_kind_of_path(tmp_path: Path) -> None:
    """The path of a style is a string or a path."""
    path = tmp_path / "quay.toml"
    path.write_text('name = "quay"\npublisher = "The Quay"\n', encoding="utf-8")
    assert Style.load(str(path)) == Style.load(path)
