"""Quotes in quotation marks: who said them, by which words."""

import pytest

from newsmodel import EntityKind, QuoteKind
from tests.facts.reading import read


def quotes(text):
    """Give the quotes of a text that stand in marks: words, name of the speaker, cue."""
    return [
        (quote.text, quote.speaker.name if quote.speaker else None, quote.cue)
        for quote in read(text).quotes
        if quote.kind is not QuoteKind.INDIRECT
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        # The speaker stands before the words.
        ("John Kerry said: “The talks are over.”", "John Kerry", "said"),
        ("John Kerry said, “The talks are over.”", "John Kerry", "said"),
        ("US Secretary of State John Kerry announced on Monday: “The talks are over.”", "John Kerry", "announced"),
        ("John Kerry, the US Secretary of State, said: “The talks are over.”", "John Kerry", "said"),
        ("John Kerry, who met Lavrov in Geneva, said: “The talks are over.”", "John Kerry", "said"),
        ("John Kerry told reporters in Geneva: “The talks are over.”", "John Kerry", "told"),
        ("John Kerry told Sergei Lavrov: “The talks are over.”", "John Kerry", "told"),
        ("Speaking in Geneva, John Kerry said: “The talks are over.”", "John Kerry", "said"),
        ("According to John Kerry, “the talks are over.”", "John Kerry", "According to"),
        ("In the words of John Kerry, “the talks are over.”", "John Kerry", "In the words of"),
        ("John Kerry: “The talks are over.”", "John Kerry", None),
        ("John Kerry has repeatedly warned: “The talks are over.”", "John Kerry", "warned"),
        ("The foreign ministry said: “The talks are over.”", "The foreign ministry", "said"),
        ("A spokesman for the ministry said: “The talks are over.”", "A spokesman for the ministry", "said"),
        ("Amnesty International said in a statement: “The talks are over.”", "Amnesty International", "said"),
        # The speaker stands after the words.
        ("“The talks are over,” John Kerry said.", "John Kerry", "said"),
        ("“The talks are over,” said John Kerry.", "John Kerry", "said"),
        ("“The talks are over”, said John Kerry, US Secretary of State.", "John Kerry", "said"),
        ("“The talks are over,” Mr. Kerry said.", "Kerry", "said"),
        ("“The talks are over,” Kerry, 72, said.", "Kerry", "said"),
        ("“The talks are over,” Kerry told Lavrov.", "Kerry", "told"),
        ("“The talks are over,” Kerry told reporters in Geneva.", "Kerry", "told"),
        ("“The talks are over,” according to John Kerry.", "John Kerry", "according to"),
        ("“Are the talks over?” asked John Kerry.", "John Kerry", "asked"),
        ("“Are the talks over?” John Kerry asked.", "John Kerry", "asked"),
        ("“The talks are over!” shouted John Kerry.", "John Kerry", "shouted"),
        ("“The talks are over,” a spokesman for the ministry said.", "a spokesman for the ministry", "said"),
        ("“The talks are over,” said a spokesman for the ministry.", "a spokesman for the ministry", "said"),
        ("“The talks are over,” said Hassan, a father of three from Aleppo.", "Hassan", "said"),
        ("“The talks are over,” officials said.", "officials", "said"),
        ("“The talks are over,” police said.", "police", "said"),
        ("“The talks are over,” the company said in a statement.", "the company", "said"),
        ("“The talks are over,” the UN’s envoy Staffan de Mistura said.", "Staffan de Mistura", "said"),
        ("“The talks are over,” tweeted John Kerry.", "John Kerry", "tweeted"),
        ("“The talks are over,” wrote John Kerry on Twitter.", "John Kerry", "wrote"),
        ("“The talks are over,” the prime minister, Anna Weber, said.", "Anna Weber", "said"),
        ("“The talks are over,” says Anna Weber, who lives in Bern.", "Anna Weber", "says"),
        ("“The talks are over” — John Kerry", "John Kerry", None),
        ('"The talks are over," said John Kerry.', "John Kerry", "said"),
        ("‘The talks are over,’ said John Kerry.", "John Kerry", "said"),
        ("«The talks are over», said John Kerry.", "John Kerry", "said"),
        ("“The talks are over,” Kerry’s spokesman, John Kirby, said.", "John Kirby", "said"),
        ("“The talks are over,” added the mayor of Aleppo.", "the mayor of Aleppo", "added"),
        ("“The talks are over,” reads the statement.", "the statement", "reads"),
        ("“The talks are over,” read a statement from the ministry.", "a statement from the ministry", "read"),
    ],
)
def test_direct(text, speaker, cue):
    """The words are a direct quote of the one who says them, wherever the speaker and the reporting words stand."""
    (quote,) = read(text).quotes
    assert (quote.kind, quote.speaker.name if quote.speaker else None, quote.cue) == (QuoteKind.DIRECT, speaker, cue)
    assert quote.text.lower().startswith(("the talks are over", "are the talks over"))
    assert quote.speaker_span is not None


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        ("John Kerry said the strike was “an act of war”.", "an act of war", "John Kerry", "said"),
        ("John Kerry said that the truce was “holding by and large”.", "holding by and large", "John Kerry", "said"),
        ("John Kerry called the strike “barbaric”.", "barbaric", "John Kerry", "called"),
        ("The strike was “an act of war”, John Kerry said.", "an act of war", "John Kerry", "said"),
        ("The strike was “an act of war”, said John Kerry.", "an act of war", "John Kerry", "said"),
        ("The strike was “an act of war”, according to John Kerry.", "an act of war", "John Kerry", "according to"),
        ("According to John Kerry, the strike was “an act of war”.", "an act of war", "John Kerry", "According to"),
        ("John Kerry condemned the strike, calling it “an act of war”.", "an act of war", "John Kerry", "calling"),
        ("Kerry accused Lavrov of “living in a parallel universe”.", "living in a parallel universe", "Kerry", "accused"),
        ("Police said the suspect had been “known to them”.", "known to them", "Police", "said"),
        ("The UN warned of a “humanitarian catastrophe”.", "humanitarian catastrophe", "UN", "warned"),
        ("Kerry, who called the deal “a turning point”, left early.", "a turning point", "Kerry", "called"),
    ],
)
def test_mixed(text, words, speaker, cue):
    """Words that are a part of the writer's clause are a mixed quote."""
    (quote,) = [quote for quote in read(text).quotes if quote.kind is not QuoteKind.INDIRECT]
    assert (quote.text, quote.kind, quote.speaker.name if quote.speaker else None, quote.cue) == (words, QuoteKind.MIXED, speaker, cue)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We tried,” John Kerry said. “They did not.”", [("We tried,", "John Kerry", "said"), ("They did not.", "John Kerry", None)]),
        (
            "“If they,” John Kerry said, “do not stop, we will.”",
            [("If they,", "John Kerry", "said"), ("do not stop, we will.", "John Kerry", "said")],
        ),
        (
            "“We tried,” John Kerry said.\n\n“They did not try at all.”",
            [("We tried,", "John Kerry", "said"), ("They did not try at all.", "John Kerry", None)],
        ),
        (
            "John Kerry said: “We tried hard.\n\n“They did not try at all.”",
            [("We tried hard.", "John Kerry", "said"), ("They did not try at all.", "John Kerry", None)],
        ),
        (
            "“We tried,” John Kerry said. “You did not,” Sergei Lavrov replied.",
            [("We tried,", "John Kerry", "said"), ("You did not,", "Sergei Lavrov", "replied")],
        ),
        (
            "“We tried,” John Kerry said, adding: “They did not try at all.”",
            [("We tried,", "John Kerry", "said"), ("They did not try at all.", "John Kerry", "adding")],
        ),
        (
            "Anna Weber said the vote was “a farce” and “a threat to us all”.",
            [("a farce", "Anna Weber", "said"), ("a threat to us all", "Anna Weber", "said")],
        ),
    ],
)
def test_several(text, expected):
    """A quote that goes on, also in the next paragraph, has the speaker of what it continues, until someone else speaks."""
    assert quotes(text) == expected


def test_a_pronoun_is_not_the_speaker_of_the_next_quote():
    """A pronoun that has its own verb and means nobody known leaves the speaker open: the next quote has its own."""
    text = "“It is a war,” she said. “It was very late,” Bob Reed said."
    assert quotes(text) == [("It is a war,", None, "said"), ("It was very late,", "Bob Reed", "said")]


def test_a_participle_leans_on_the_subject_of_verbs_in_a_row():
    """Of “X stood up and joked, calling it …”, it is X who calls it so, and not the subject of the clause before."""
    text = "As the crowd began to chant, Ann Bell stood up and joked, calling it “a circus”."
    assert quotes(text) == [("a circus", "Ann Bell", "calling")]


@pytest.mark.parametrize(
    ("text", "speaker", "mention"),
    [
        ("John Kerry met Sergei Lavrov in Geneva. “The talks are over,” he said.", "John Kerry", "he"),
        ("Anna Weber leads the party. “The talks are over,” she said.", "Anna Weber", "she"),
        ("Anna Weber leads the party. She said: “The talks are over.”", "Anna Weber", "She"),
        ("The UN has left Aleppo. “The talks are over,” it said.", "UN", "it"),
        ("Foreign Minister Sergei Lavrov left. “The talks are over,” the minister said.", "Sergei Lavrov", "the minister"),
        ("Foreign Minister Sergei Lavrov left. “The talks are over,” said the foreign minister.", "Sergei Lavrov", "the foreign minister"),
        ("Anna Weber, a nurse, fled. “The talks are over,” Weber said.", "Anna Weber", "Weber"),
        ("“No,” said Sergei Lavrov. He met John Kerry. “The talks are over,” he said.", "Sergei Lavrov", "he"),
    ],
)
def test_pointing_back(text, speaker, mention):
    """A pronoun or an office points back at who was named; the mention that tells the speaker is the pronoun or office itself."""
    quote = read(text).quotes[-1]
    # The last quotation of the text, with the comma or stop inside its marks.
    assert quote.text == text.rpartition("“")[2].partition("”")[0]
    assert quote.speaker.name == speaker
    assert quote.speaker_span.of(text) == mention


@pytest.mark.parametrize(
    "text",
    [
        "The film “Gone with the Wind” won eight awards.",
        "He has read “War and Peace” twice.",
        "The so-called “Islamic State” lost ground.",
        "The song “Imagine” was played at the end.",
        "Her novel, “The Remains of the Day”, sold well.",
        "The ship, the “Queen Mary”, sank.",
        "He is known as “El Chapo”.",
        "The word “genocide” was coined in 1944.",
        "They sell “organic” eggs.",
        "Joaquín “El Chapo” Guzmán fled.",
        "The exhibition “Monet and the Sea” opens in May.",
        # By who made it, by its year, and by the noun before it.
        "“Two bakers leave the old harbour for the hills,” by Ann Bell.",
        "“More bikes, fewer cars in our town!” (2008) won the vote.",
        "She sang in the musical “Iron Hands 3: The Hour of the Wolf.”",
        # What somebody told of the words of another.
        "''When Kerry says, 'We cannot do this now,' I do not believe him,'' it went on.",
    ],
)
def test_nobody_said_it(text):
    """Titles, names, terms and irony in marks are no quotes."""
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("US Secretary of State John Kerry left. “It is over,” said Kerry.", "US Secretary of State"),
        ("“It is over,” said Kerry. It was the last day of US Secretary of State John Kerry.", "US Secretary of State"),
        ("“It is over,” said John Kerry.", None),
    ],
)
def test_role(text, role):
    """The speaker has the office that the text prints, wherever it does."""
    quote = next(quote for quote in read(text).quotes if quote.text == "It is over,")
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.kind) == ("John Kerry", role, EntityKind.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "“It is over, and nobody knows why.”",
    ],
)
def test_speaker_stays_open(text):
    """Where the text does not tell who speaks, the speaker is None."""
    (quote,) = read(text).quotes
    assert (quote.speaker, quote.cue, quote.speaker_span, quote.kind) == (None, None, None, QuoteKind.DIRECT)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # An apposition is not who speaks, and neither is whom it belongs to.
        ("“We know nothing,” Ann Bell, a spokeswoman for Speaker Paul Holt told the Post.", ["Ann Bell"]),
        ("“We know nothing,” Ann Bell, a spokeswoman for Speaker Paul Holt, told the Post.", ["Ann Bell"]),
        ("“We know nothing,” a spokeswoman for Speaker Paul Holt told the Post.", ["a spokeswoman for Speaker Paul Holt"]),
        # The time between a name and its verb is no part of the name.
        ("Speaker Paul Holt on Thursday evening said: “We know nothing.”", ["Paul Holt"]),
        ("Paul Holt on 5 May 2024 said: “We know nothing.”", ["Paul Holt"]),
        ("Article 33 says: “We know nothing.”", ["Article 33"]),
        # A label inside the marks, and a stage direction.
        ("“HOLT: Did you know?\n“BELL: I did not know.\n“HOLT: You did.\n“BELL: No.”", ["HOLT", "BELL", "HOLT", "BELL"]),
        ("Ann Bell sat down.\n(LAUGHTER.)\n“We know nothing at all.”", [None]),
        # The one person named so far.
        ("In an interview with Paul Holt, he stated: “We know nothing.”", ["Paul Holt"]),
        # The capital of a first word alone is no evidence of a speaker.
        ("Ending “the old ways as we knew them” took years.", [None]),
        ("Transcript as follows:\n“We know nothing at all.”", [None]),
        ("Filling in for Ann Bell at the fair, Holt landed a dig at “my dear friend of many years.”", ["Holt"]),
    ],
)
def test_evidence_of_the_speaker(text, speakers):
    """Who speaks is a name, a pronoun or a word for people that the sentence shows to be its subject."""
    assert [speaker for _, speaker, _ in quotes(text)] == speakers
