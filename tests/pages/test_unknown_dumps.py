"""Texts of pages whose outlet nobody knows."""

import pytest

from newsmodel.model import Role
from newsmodel.pages import read_page

PROSE = "The first ships came in on Monday, and the town was there to see them.\n\nNobody was hurt in the storm."
SITE = "The Brindle Gazette\nNews Sport Weather Opinion Tides\n\n"


@pytest.mark.parametrize(
    ("text", "headline", "lede"),
    [
        (f"{SITE}Harbour opens again after the storm\nBy Ana Bela\nMay 13, 2025\n\n{PROSE}", "Harbour opens again after the storm", None),
        (f"{SITE}Harbour Opens Again\nMay 13, 2025\n\n{PROSE}", "Harbour Opens Again", None),
        (f"{SITE}Harbour opens again after the storm\n\nThe first ships are in.\n\nBy Ana Bela\n\n{PROSE}",
         "Harbour opens again after the storm", "The first ships are in."),
        (f"{SITE}Harbour opens again after the storm\nTown is there to see the first of the ships\nBy Ana Bela\n\n{PROSE}",
         "Harbour opens again after the storm", "Town is there to see the first of the ships"),
        (f"Harbour opens after the storm - The Brindle Gazette\nNews\nSport\nHarbour opens after the storm\n\n{PROSE}",
         "Harbour opens after the storm", None),
        (f"May 13, 2025\nHarbour opens again\nBy Ana Bela\n\n{PROSE}", "Harbour opens again", None),
        (f"Harbour opens again\n\n{PROSE}", "Harbour opens again", None),
    ],
)  # fmt: skip
def test_the_headline_below_the_name_of_the_site(text: str, headline: str, lede: str | None) -> None:
    """The headline is the line that is printed twice, or that stands above byline and date; not the name of the site."""
    page = read_page(text)
    assert (page.headline, page.lede) == (headline, lede)
    assert page.text.endswith(PROSE)
    assert page.text == (f"{lede}\n\n{PROSE}" if lede else PROSE)
    assert not any(block.role is Role.HEADING for block in page.blocks)


def test_an_unknown_outlet_is_told() -> None:
    """Where the text shows no known outlet, a warning says so."""
    assert read_page(f"Harbour opens again\nBy Ana Bela\n\n{PROSE}").warnings[0].startswith("The text shows no outlet that is known")
    assert read_page(f"Harbour opens again\nBy Euronews\n\n{PROSE}").warnings == ()


@pytest.mark.parametrize("byline", ["by Ana Bela", "BY Ana Bela", "Ana Bela", "By Ana Bela, staff writer"])
def test_bylines_of_other_papers(byline: str) -> None:
    """A byline begins with its word in any letters; above a date, a name alone is one."""
    page = read_page(f"{SITE}Harbour opens again after the storm\n{byline}\nMay 13, 2025\n\n{PROSE}")
    assert (page.headline, page.lede) == ("Harbour opens again after the storm", None)
    assert [author.name for author in page.authors] == ["Ana Bela"]


def test_a_word_of_bylines_may_begin_a_line() -> None:
    """A line that begins like a byline and goes on with small words names nobody."""
    page = read_page(f"Le port rouvre\n\nPremiers navires au port\n\nDe Gaulle revient au port\n\n{PROSE}")
    assert (page.headline, page.lede, page.authors) == ("Le port rouvre", None, ())
