"""Numbers as texts print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.facts import numbers
from newsmodel.model import Bound
from tests.facts.reading import read, read_in, scanned


def found(text):
    """Give the numbers of a text, bounds and signs included, as printed."""
    return [text[number.start : number.end] for number in numbers.find(scanned(text), [])]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("342 people", 342),
        ("110,000 people", 110000),
        ("1,234,567 people", 1234567),
        ("12\u00a0000 people", 12000),
        ("12\u202f000 people", 12000),
        ("3.3 billion people", 3300000000),
        ("3.3bn people", 3300000000),
        ("24m people", 24000000),
        ("1.5 million people", 1500000),
        ("2 million people", 2000000),
        ("7.8 points", 7.8),
        ("0.25 points", 0.25),
        ("6.85 homicides", 6.85),
        ("1,234.5 tonnes", 1234.5),
        ("1.1 trillion", 1100000000000),
        ("4.35 million", 4350000),
        ("two people", 2),
        ("twelve people", 12),
        ("twenty-five people", 25),
        ("ninety nine people", 99),
        ("one hundred people", 100),
        ("a hundred people", 100),
        ("a million people", 1000000),
        ("three hundred and ten people", 310),
        ("three hundred and ten thousand people", 310000),
        ("two million people", 2000000),
        ("one thousand two hundred people", 1200),
        ("half a million people", 500000),
        ("three dozen schools", 36),
        ("a dozen schools", 12),
        ("15 hundred people", 1500),
        ("half of them", 0.5),
        ("two thirds of them", 2 / 3),
        ("two-thirds of them", 2 / 3),
        ("three quarters of them", 0.75),
        ("one in five", 0.2),
        ("three out of four", 0.75),
        ("100 million million", 100000000000000),
        ("half million people", 500000),
        ("three thousand million people", 3000000000),
        ("two hundred and ten thousand million people", 210000000000),
        ("one million two hundred thousand people", 1200000),
    ],
)
def test_value(text, value):
    """Digits, words and mixtures of both are read to the number that they mean, exactly as its digits tell it."""
    assert [number.value for number in numbers.find(scanned(text), [])] == [pytest.approx(value, rel=1e-12)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("342 people", int), ("3.3 billion people", int), ("7.8 points", float), ("two people", int), ("half of them", float)],
)
def test_type(text, kind):
    """A whole number is an int, however it is printed; only what is not whole is a float."""
    (number,) = numbers.find(scanned(text), [])
    assert type(number.value) is kind


@pytest.mark.parametrize(
    ("text", "value", "high"),
    [
        ("between 10 and 12 trucks", 10, 12),
        ("10-12 trucks", 10, 12),
        ("10–12 trucks", 10, 12),
        ("10 – 12 trucks", 10, 12),
        ("10-12 million trucks", 10000000, 12000000),
        ("between 8 and 10 percent", 8, 10),
        ("between 10,000 and 12,000 trucks", 10000, 12000),
        ("1.5-2 million trucks", 1500000, 2000000),
        ("$20 -$30", 20, 30),
        ("£5-£6", 5, 6),
        ("€5–€6 million", 5000000, 6000000),
        ("between $5 and $6", 5, 6),
    ],
)
def test_range(text, value, high):
    """A range is one number with its upper end; a scale that is printed once belongs to both ends."""
    (number,) = numbers.find(scanned(text), [])
    assert (number.value, number.high) == (value, high)
    assert (type(number.value), type(number.high)) == (type(value), type(high))


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("It hit at least 342 people.", "at least 342", Bound.AT_LEAST),
        ("It hit more than 342 people.", "more than 342", Bound.AT_LEAST),
        ("It hit over 342 people.", "over 342", Bound.AT_LEAST),
        ("It hit no fewer than 342 people.", "no fewer than 342", Bound.AT_LEAST),
        ("It hit up to 342 people.", "up to 342", Bound.AT_MOST),
        ("It hit as many as 342 people.", "as many as 342", Bound.AT_MOST),
        ("It hit fewer than 342 people.", "fewer than 342", Bound.AT_MOST),
        ("It hit less than 342 people.", "less than 342", Bound.AT_MOST),
        ("It hit no more than 342 people.", "no more than 342", Bound.AT_MOST),
        ("It hit just under 342 people.", "just under 342", Bound.AT_MOST),
        ("It hit about 342 people.", "about 342", Bound.ABOUT),
        ("It hit around 342 people.", "around 342", Bound.ABOUT),
        ("It hit nearly 342 people.", "nearly 342", Bound.ABOUT),
        ("It hit almost 342 people.", "almost 342", Bound.ABOUT),
        ("It hit some 342 people.", "some 342", Bound.ABOUT),
        ("It hit roughly 342 people.", "roughly 342", Bound.ABOUT),
        ("It hit an estimated 342 people.", "an estimated 342", Bound.ABOUT),
        ("It cost more than $342.", "more than $342", Bound.AT_LEAST),
        ("It hit 342 people.", "342", Bound.EXACT),
        ("It is moreover 342 people.", "342", Bound.EXACT),
        ("It hit at least a dozen people.", "at least a dozen", Bound.AT_LEAST),
        ("It hit more than a million people.", "more than a million", Bound.AT_LEAST),
        ("It hit more than half of them.", "more than half", Bound.AT_LEAST),
    ],
)
def test_bound(text, words, bound):
    """The words of a bound belong to the number and tell its bound."""
    (number,) = numbers.find(scanned(text), [])
    assert (text[number.start : number.end], number.bound) == (words, bound)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("$3", "USD"),
        ("$3.3 billion", "USD"),
        ("US$3", "USD"),
        ("€15", "EUR"),
        ("€ 15", "EUR"),
        ("£20m", "GBP"),
        ("¥300", "JPY"),
        ("₴300", "UAH"),
        ("EUR 15", "EUR"),
        ("USD 15", "USD"),
    ],
)
def test_currency_sign(text, currency):
    """A currency sign or code before the digits tells the currency and belongs to the number."""
    (number,) = numbers.find(scanned(text), [])
    assert (number.currency, number.start, number.end) == (currency, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "B52 bombers",
        "MH370",
        "user_42",
        "@42 wrote",
        "#42",
        "one9",
        "some, many, few",
        "dozens of them",
        "hundreds",
        "tens of thousands",
        "",
    ],
)
def test_no_number(text):
    """Figures inside names and handles, and vague amounts, are no numbers."""
    assert found(text) == []


def test_taken_stretches_are_left_alone():
    """What is known to be a date is no number."""
    text = "On 12 May 40 people came."
    assert [number.value for number in numbers.find(scanned(text), [(3, 9)])] == [40]


@given(st.integers(0, 10**15))
def test_any_whole_number(value):
    """Every whole number is read as itself, with and without separators of thousands."""
    for text in (f"{value}", f"{value:,}"):
        (number,) = numbers.find(scanned(f"{text} people"), [])
        assert (number.value, number.end) == (value, len(text))


@given(st.decimals(0, 10**6, places=3))
def test_any_scale(value):
    """A decimal with a scale is the product that its digits tell, without an error of floating point."""
    (number,) = numbers.find(scanned(f"{value} million people"), [])
    assert number.value == value * 1000000
    assert isinstance(number.value, int)


@pytest.mark.parametrize("digits", [19, 40, 400, 5000])
def test_too_large(digits):
    """A figure that no 64 bits hold is no number, and no error."""
    assert found("9" * digits + " people") == []
    assert found("1," + "000," * digits + "000 people") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Half a million people came.", 500_000),
        ("A half dozen people came.", 6),
        ("Half a hundred thousand people came.", 50_000),
        ("It cost half a million million dollars.", 500_000_000_000),
    ],
)
def test_half_of_a_scale(text, value):
    """“Half a” halves the scale that follows, or all of them where several do."""
    assert [statistic.value for statistic in read(text).statistics] == [value]


@pytest.mark.parametrize("start", ["5 million", "Half a million", "A hundred" + " hundred" * 12])
def test_scales_without_end_are_no_number(start):
    """What is larger than any number that can be kept is none, however many scales make it so."""
    assert read(f"{start}{' billion' * 40} people came.").statistics == ()


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "It cost 5 MİLLİON dollars.", 5_000_000, "USD"),
        ("en", "Five thouſand ſix hundred ſailors came.", 5600, "ſailors"),
        ("en", "It cost 5 dollarſ.", 5, "USD"),
        ("en", "Two thırds of them came.", 2 / 3, None),
        ("en", "It cost 5\nmillion US\ndollars.", 5_000_000, "USD"),
        ("es", "Costó 5 mil  millones de euros.", 5_000_000_000, "EUR"),
    ],
)
def test_letters_and_blanks_of_other_kinds(language, text, value, unit):
    """A word of a number is known by letters that count as the same, such as a dotted capital, and over two blanks or a line."""
    (statistic,) = read_in(language, text).statistics
    assert (statistic.value, statistic.unit) == (value, unit)
