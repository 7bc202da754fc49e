"""Quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.facts import marks


def quoted(text):
    """Give the words inside the outermost marks."""
    return [text[found.start : found.end] for found in marks.find(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will not yield,” he said.", "We will not yield,"),
        ('"We will not yield," he said.', "We will not yield,"),
        ("‘We will not yield,’ he said.", "We will not yield,"),
        ("'We will not yield,' he said.", "We will not yield,"),
        ("‘‘We will not yield,’’ he said.", "We will not yield,"),
        ("‘‘We will not yield,’‘ he said.", "We will not yield,"),
        ("‘‘We will not yield,‘‘ he said.", "We will not yield,"),
        ("„Wir geben nicht nach“, sagte er.", "Wir geben nicht nach"),
        ("„Nie ustąpimy” – powiedział.", "Nie ustąpimy"),
        ("»Wir geben nicht nach«, sagte er.", "Wir geben nicht nach"),
        ("«Non cederemo», ha detto.", "Non cederemo"),
        ("« Nous ne céderons pas », a-t-il dit.", "Nous ne céderons pas"),
        ("«\u00a0Nous ne céderons pas\u00a0», a-t-il dit.", "Nous ne céderons pas"),
        ("‹Wir geben nicht nach›, sagte er.", "Wir geben nicht nach"),
        ("›Wir geben nicht nach‹, sagte er.", "Wir geben nicht nach"),
        ("‚Wir geben nicht nach‘, sagte er.", "Wir geben nicht nach"),
        ("彼は「負けない」と述べた。", "負けない"),
        ("彼は『負けない』と述べた。", "負けない"),
        ("”Vi ger oss inte”, sade han.", "Vi ger oss inte"),
        ("He said: “We will not yield.”", "We will not yield."),
        ("He said,“We will not yield.”", "We will not yield."),
        ("(“We will not yield.”)", "We will not yield."),
        ("It was—“a disaster”—of their own making.", "a disaster"),
        ("He called it ‘a disaster’ on Monday.", "a disaster"),
        ("“ We will not yield ” he said.", "We will not yield"),
        ('“We will not yield," he said.', "We will not yield,"),
        ('"We will not yield,” he said.', "We will not yield,"),
        ("The “so-called” ceasefire", "so-called"),
        ("Growth of 5% “is a miracle”.", "is a miracle"),
    ],
)
def test_one_quotation(text, words):
    """The words between a pair of marks, of whatever kind, are one quotation without the marks and the blanks at them."""
    assert quoted(text) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“He told me ‘no’ twice,” she said.", "He told me ‘no’ twice,"),
        ("\"He told me 'no' twice,\" she said.", "He told me 'no' twice,"),
        ('“He told me "no" twice,” she said.', 'He told me "no" twice,'),
        ('"He told me “no” twice," she said.', "He told me “no” twice,"),
        ('"He told me “no” twice,” she said.', "He told me “no” twice,"),
        ('"He told me “no,” and it was late.', "He told me “no,” and it was late."),
        ("“It’s the people’s choice,” she said.", "It’s the people’s choice,"),
        ("‘It’s the people’s choice,’ she said.", "It’s the people’s choice,"),
        ("'It's the people's choice,' she said.", "It's the people's choice,"),
        ("‘He told me “no” twice,’ she said.", "He told me “no” twice,"),
        ("„Er sagte ‚nein‘ zu mir“, sagte sie.", "Er sagte ‚nein‘ zu mir"),
        ("« Il m’a dit “non” hier », a-t-elle dit.", "Il m’a dit “non” hier"),
        ("«Он сказал „нет“ вчера», — сообщила она.", "Он сказал „нет“ вчера"),
        ("“Back in the ’80s we danced,” she said.", "Back in the ’80s we danced,"),
        ("“The workers’ union agreed,” she said.", "The workers’ union agreed,"),
        ("‘The workers’ union agreed,’ she said.", "The workers’ union agreed,"),
        ("“I read “Ulysses” twice,” she said.", "I read “Ulysses” twice,"),
        ("‘‘I can’t and won’t,’’ she said.", "I can’t and won’t,"),
        ("“He is 6' 2\" tall,” she said.", "He is 6' 2\" tall,"),
    ],
)
def test_nested(text, words):
    """Marks and apostrophes inside a quotation neither end it nor open one of their own."""
    assert quoted(text) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We are ready,” he said. “They are not.”", ["We are ready,", "They are not."]),
        ('"We are ready," he said. "They are not."', ["We are ready,", "They are not."]),
        ("‘We are ready,’ he said. ‘They’re not.’", ["We are ready,", "They’re not."]),
        ("“We are ready.”“They are not.”", ["We are ready.", "They are not."]),
        ("« Oui », dit-il. « Non », dit-elle.", ["Oui", "Non"]),
        ("„Ja“, sagt er. „Nein“, sagt sie.", ["Ja", "Nein"]),
        ("the “green”, the “blue” and the “red” camp", ["green", "blue", "red"]),
        ('the "green", the "blue" and the "red" camp', ["green", "blue", "red"]),
    ],
)
def test_several(text, words):
    """Quotations one after the other are told apart."""
    assert quoted(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "It’s John’s car, and they’re late.",
        "It's John's car, and they're late.",
        "The boys’ school and the girls’ school closed.",
        "The boys' school and the girls' school closed.",
        "Rock ’n’ roll was born in the ’50s.",
        "Rock 'n' roll was born in the '50s.",
        "He is 6' 2\" tall.",
        'A 65" screen costs more than a 42" one.',
        "The workers’ demands and the miners’ strike of ’84",
        "“”",
        "“ ”",
        '""',
        "D’Artagnan, O’Neill and l’Équipe",
        "",
        "a ’ b",
    ],
)
def test_no_quotation(text):
    """Apostrophes, possessives, inch marks and empty marks quote nothing."""
    assert quoted(text) == []


@pytest.mark.parametrize("opening", ["“", '"', "„", "«", "‘‘", "「"])
def test_left_open(opening):
    """A double mark that the paragraph does not close holds what is left of the paragraph, as it goes on in the next one."""
    text = f"He said: {opening}We will go on. And on."
    (found,) = marks.find(text, 0, len(text))
    assert text[found.start : found.end] == "We will go on. And on."
    assert not found.closed
    assert found.outer_end == found.end == len(text)


@pytest.mark.parametrize("opening", ["‘", "'", "‚"])
def test_single_left_open(opening):
    """A single mark that nothing closes is no quotation: it may be an apostrophe."""
    assert quoted(f"In the {opening}90s prices fell.") == []


@pytest.mark.parametrize(
    ("text", "double"),
    [
        ("“Yes,” he said.", True),
        ('"Yes," he said.', True),
        ("«Oui»", True),
        ("‘‘Yes,’’ he said.", True),
        ("‘Yes,’ he said.", False),
        ("'Yes,' he said.", False),
    ],
)
def test_double(text, double):
    """Double marks are told from single ones."""
    (found,) = marks.find(text, 0, len(text))
    assert found.double is double


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<a href="https://example.org/a">the plan</a> is “dead and buried”.', ["dead and buried"]),
        ('<post author="ann" day="5 May">No “new taxes” here.</post>', ["new taxes"]),
        ('">No new taxes here.', []),
        ('She said: "It is <b class="x">over</b> for us."', ['It is <b class="x">over</b> for us.']),
        ("<a target=”_blank”>It is “over”.</a>", ["over"]),
    ],
)
def test_markup(text, words):
    """The values of attributes, in markup that was taken for text, stand in no quotation marks."""
    assert quoted(text) == words


def test_only_the_given_stretch():
    """Marks outside the given stretch neither open nor close."""
    text = "“One.\n\n“Two.”"
    (found,) = marks.find(text, 0, 5)
    assert (text[found.start : found.end], found.closed) == ("One.", False)
    (found,) = marks.find(text, 7, len(text))
    assert (text[found.start : found.end], found.closed) == ("Two.", True)


@given(st.text(alphabet="“”„\"'‘’‚«»‹›「」『』‟ ab.,5"))
def test_quotations_lie_in_order(text):
    """Of any marks: quotations do not overlap, are not blank, and lie within their marks."""
    at = 0
    for found in marks.find(text, 0, len(text)):
        assert at <= found.outer_start < found.start < found.end <= found.outer_end <= len(text)
        assert text[found.start : found.end] == text[found.start : found.end].strip()
        at = found.outer_end
