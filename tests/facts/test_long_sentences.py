"""Sentences longer than any that people write."""

from tests.facts.reading import read

LONG = "and the rain went on over the old town by the river " * 200


def test_a_sentence_without_end_is_cut():
    """A sentence of ten thousand characters is read in pieces: what is said at its end has its speaker, and at once."""
    (quote,) = read(f"It rained {LONG}, “It was over at last,” Ann Bell said.").quotes
    assert (quote.text, quote.speaker.name) == ("It was over at last,", "Ann Bell")


def test_a_long_quotation_is_not_cut():
    """A quotation that is longer than that is one, and whoever has said it stands behind it."""
    (quote,) = read(f"“It rained {LONG}until it was over,” Ann Bell said.").quotes
    assert (quote.text[:9], quote.text[-14:], quote.speaker.name) == ("It rained", "until it was over,"[-14:], "Ann Bell")


def test_a_date_far_from_the_end_of_a_text_dates_its_own_sentence():
    """However much follows, a date dates no more than the clause that it stands in."""
    (event,) = read("The bridge fell on Monday. " + "It rained in the old town. " * 20).events
    assert event.text == "The bridge fell on Monday"
