"""The HTML view: captions with their pictures, and dates along the timeline."""

from datetime import date

import attrs

from newsmodel.formats.html import to_html
from newsmodel.model import Article, Block, Event, Image, Period, Role
from tests.formats.html_pages import port, read, span_of, words_of


def test_a_caption_stands_with_its_own_picture():
    """Of several pictures, the caption is that of the one whose words it begins with; the cover stands above, the others below."""
    images = tuple(Image(caption=caption) for caption in ("The harbour", "The cranes", "The quay"))
    tree = read(to_html(attrs.evolve(port(), images=images, videos=())))
    assert words_of(tree, "article .picture .caption") == ["The quay Ida Berg"]
    assert words_of(tree, ".picture .caption") == ["The harbour", "The quay Ida Berg", "The cranes"]


def test_a_picture_of_which_nothing_is_known_is_not_shown():
    """A picture without address and words takes no room."""
    assert to_html(attrs.evolve(port(), images=(*port().images, Image()))) == to_html(port())


def on_days(*days):
    """Make an article with an event on each day."""
    text = " ".join(f"It rained on {day}." for day in days)
    periods = [Period(text=str(day), start=day, end=day, span=span_of(text, str(day))) for day in days]
    events = tuple(Event(text=f"It rained on {when.text}", when=when, span=span_of(text, f"It rained on {when.text}")) for when in periods)
    return Article(headline="Rain", body=(Block(role=Role.PARAGRAPH, text=text),), events=events, dates=tuple(periods))


def test_dates_that_have_room_are_written_along_the_timeline():
    """Both ends of the line have their date, and each day between them that is far enough from those written before it."""
    days = [date(2024, 1, 1), date(2024, 1, 3), date(2024, 6, 1), date(2024, 12, 30), date(2024, 12, 31)]
    tree = read(to_html(on_days(*days)))
    assert words_of(tree, ".timeline text.date") == ["2024-01-01", "2024-06-01", "2024-12-31"]
