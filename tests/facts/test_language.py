"""Language files: what they may hold, and that the engine needs no more than them."""

import re
from datetime import date

import pytest

from newsmodel import Bound, EntityKind, Language, QuoteKind, extract_facts, parse
from newsmodel.facts import language, numbers, patterns
from newsmodel.facts.scan import Scan

HEAD = 'tag = "zz"\nname = "Invented"\n'

INVERTED = """
tag = "nl"
name = "Dutch"

[words]
articles = ["de", "het", "een"]
determiners = ["de", "het", "een"]
passive = ["werd", "werden"]
auxiliaries = ["werd", "werden"]

[quotes]
verbs = ["zei", "zegt"]
verb_endings = ["t", "de"]
sources = ["volgens"]
"""

INVENTED = """
tag = "qq"
name = "Invented"

[calendar]
months = [["Una"], ["Dua"], ["Tria"], ["Quara"], ["Quina"], ["Sexa"], ["Septa"], ["Octa"], ["Nona"], ["Deka"], ["Undeka"], ["Dodeka"]]
weekdays = [["Lun"], ["Mart"], ["Merk"], ["Jov"], ["Ven"], ["Sab"], ["Sol"]]

[words]
articles = ["zo"]
determiners = ["zo"]
function = ["zo", "yi", "kel"]
prepositions = ["yi"]
passive = ["vud"]
auxiliaries = ["vud"]

[places]
countries = ["Zembla"]
cities = []

[place]
prepositions = ["yi"]

[pronouns]
masculine = ["hok"]

[roles]
nouns = ["grubo"]

[quotes]
verbs = ["dix", "anunz"]
sources = ["laut"]
complementizers = ["kel"]

[numbers]
thousands = ["."]
decimals = [","]
units = { ena = 1, doi = 2 }
percent = ["pro"]

[numbers.bounds]
at_least = ["minim"]

[statistics]
plural_endings = ["oi"]
measures = ["mortis"]

[dates]
past = ["vud"]

[[dates.patterns]]
pattern = "{day} {month} {year}"
means = "date"
[[dates.patterns]]
pattern = "ayer"
anchors = ["ayer"]
means = "shift"
unit = "day"
shift = -1
"""


@pytest.mark.parametrize("tag", language.known())
def test_every_shipped_file_is_sound(tag):
    """A file that we ship keeps the schema, is found under its own tag, and says which language it is."""
    found = language.load(tag)
    assert found.tag == tag
    assert len(set(found.months.values())) == 12
    assert len(set(found.weekdays.values())) == 7


@pytest.mark.parametrize("tag", language.known())
def test_every_shipped_file_runs(tag):
    """The engine runs with every language that we ship, and finds quotations in all of them."""
    facts = extract_facts("Ana Lopes: “342 personas — 5 %”. 10. 9. 2016, 2016.", tag, date(2016, 9, 12))
    assert [quote.text for quote in facts.quotes] == ["342 personas — 5 %"]


@pytest.mark.parametrize(
    ("text", "key", "rule"),
    [
        ('name = "No tag"', "tag", "must be a string"),
        ('tag = "zz"', "name", "must be a string"),
        ("tag = 5\nname = 'x'", "tag", "must be a string"),
        (HEAD + "[wrods]\nfunction = []", "wrods", "unknown table"),
        (HEAD + "words = 5", "words", "must be a table"),
        (HEAD + "[words]\nfuncion = []", "words.funcion", "unknown key"),
        (HEAD + "[words]\nfunction = 'a'", "words.function", "must be a list of single words"),
        (HEAD + "[words]\nfunction = ['']", "words.function", "must be a list of single words"),
        (HEAD + "[words]\nfunction = [1]", "words.function", "must be a list of single words"),
        (HEAD + "[roles]\nnouns = { a = 1 }", "roles.nouns", "must be a list of single words"),
        (HEAD + "[roles]\nnouns = ['first mate']", "roles.nouns", "'first mate' never matches"),
        (HEAD + "[roles]\nnouns = ['Mate']", "roles.nouns", "'Mate' never matches"),
        (HEAD + "[words]\npossessives = ['s']\nadverbs = ['it’s']", "words.adverbs", "'it’s' never matches"),
        (HEAD + "[words]\nabbreviations = ['No. 1']", "words.abbreviations", "'No. 1' never matches"),
        (HEAD + "[quotes]\nverbs = ['went on', 'went on']", "quotes.verbs", "'went on' more than once"),
        (HEAD + "[quotes]\nmedia = ['radio', 'radio']", "quotes.media", "'radio' more than once"),
        (HEAD + "[numbers.bounds]\nabout = ['circa', 'circa']", "numbers.bounds", "'circa' more than once"),
        (HEAD + "[quotes]\nverbs = 'said'", "quotes.verbs", "must be a list of strings"),
        (HEAD + "[calendar]\nmonths = [['Jan']]", "calendar.months", "must have 12 lists, not 1"),
        (HEAD + "[calendar]\nmonths = ['Jan']", "calendar.months", "must be a list of lists of strings"),
        (HEAD + "[calendar]\nmonths = 5", "calendar.months", "must be a list of lists of strings"),
        (HEAD + "[calendar]\nweekdays = [['Mon']]", "calendar.weekdays", "must have 7 lists, not 1"),
        (HEAD + "[numbers]\nunits = { one = 'x' }", "numbers.units", "must be a table of numbers"),
        (HEAD + "[numbers]\nunits = { one = true }", "numbers.units", "must be a table of numbers"),
        (HEAD + "[numbers]\nbounds = { about = 'x' }", "numbers.bounds", "must be a table of lists of strings"),
        (HEAD + "[numbers.bounds]\nalmost = ['x']", "numbers.bounds", "almost"),
        (HEAD + "[numbers.currencies]\nEuro = ['x']", "numbers.currencies", "Euro"),
        (HEAD + "[dates]\nseasons = { summer = [6] }", "dates.seasons", "must be a table of pairs of month numbers"),
        (HEAD + "[dates]\nseasons = { summer = [6, 13] }", "dates.seasons", "month numbers"),
        (HEAD + "[dates]\nseasons = { summer = [6, 'x'] }", "dates.seasons", "must be a table of pairs of month numbers"),
        (HEAD + "[dates]\nunits = { day = 1 }", "dates.units", "must be a table of strings"),
        (HEAD + "[dates]\nunits = { day = 'dya' }", "dates.units", "dya"),
        (HEAD + "[dates]\npatterns = 'x'", "dates.patterns", "must be a list of tables"),
        (HEAD + "[dates]\npatterns = [{ pattern = 'x', means = 'date' }, 'x']", "dates.patterns", "must be a list of tables"),
        (HEAD + "[[dates.patterns]]\npattern = 'x'", "dates.patterns[0].means", "missing"),
        (HEAD + "[[dates.patterns]]\nmeans = 'date'", "dates.patterns[0].pattern", "missing"),
        (HEAD + "[[dates.patterns]]\npattern = '{day}'\nmeans = 'dato'", "dates.patterns[0].means", "'dato' is not one of"),
        (HEAD + "[[dates.patterns]]\npattern = '({day}'\nmeans = 'date'", "dates.patterns[0].pattern", "no regular expression"),
        (HEAD + "[[dates.patterns]]\npattern = '{dya} {month}'\nmeans = 'date'", "dates.patterns[0].pattern", "dya"),
        (HEAD + "[[dates.patterns]]\npattern = '{day}'\nmeans = 'date'\nshfit = 1", "dates.patterns[0].shfit", "unknown key"),
        (HEAD + "[[dates.patterns]]\npattern = '{day}'\nmeans = 'date'\nshift = 'x'", "dates.patterns[0].shift", "must be of type int"),
        (HEAD + "[[dates.patterns]]\npattern = 'x'\nmeans = 'shift'\nunit = 'dya'", "dates.patterns[0].unit", "dya"),
        (HEAD + "[[dates.patterns]]\npattern = 'x'\nmeans = 'shift'\nanchors = [1]", "dates.patterns[0].anchors", "list of strings"),
    ],
)
def test_mistakes_are_named(text, key, rule):
    """A mistake in a file is refused with the file, the key and the rule that it breaks."""
    with pytest.raises(ValueError, match=r"^zz\.toml: ") as caught:
        language.from_toml(text, "zz.toml")
    assert f"{key}: " in str(caught.value)
    assert rule in str(caught.value)


def test_what_is_no_toml_is_refused():
    """A file that is no TOML is refused with its name and the line."""
    with pytest.raises(ValueError, match=r"zz\.toml: .*line 1"):
        language.from_toml("tag = = 'zz'", "zz.toml")


def test_every_mistake_is_listed():
    """The message tells all mistakes, not only the first."""
    with pytest.raises(ValueError, match=r"zz\.toml") as caught:
        language.from_toml("[wrods]\n[quotes]\nverbs = 1", "zz.toml")
    assert all(f"{key}: " in str(caught.value) for key in ("tag", "name", "wrods", "quotes.verbs"))


@pytest.mark.parametrize("tag", ["en", "en-GB", "en-US", "EN", "en-us"])
def test_tags_with_regions(tag):
    """A regional tag, in any case, gives the file of its language."""
    assert language.load(tag).tag == "en"


@pytest.mark.parametrize("tag", ["sr-Cyrl", "sr-Latn"])
def test_scripts_have_their_own_files(tag):
    """Where a script has its own file, that one is taken."""
    assert language.load(tag).tag == tag


@pytest.mark.parametrize("tag", ["xx", "zz-ZZ", "", "../en", "en/../en", "e n", None])
def test_unknown_tags(tag):
    """A tag without a file gives a language that knows no word; it never leads out of the folder."""
    assert language.load(tag).tag == "und"
    assert language.load(tag).lexicon == {}


@pytest.fixture(name="invented")
def _invented(monkeypatch):
    found = language.from_toml(INVENTED, "qq.toml")
    monkeypatch.setattr(language, "load", lambda _tag: found)


@pytest.mark.usefixtures("invented")
def test_a_new_language_needs_no_engine():
    """With nothing but a file, quotes, statistics, dates and roles of a new language are found."""
    text = "“Zo minim 1.200 foloi vud mortis yi Zembla,” dix grubo Ana Lopes. Ven ayer, 10 Nona 2016, vud zo fin."
    facts = extract_facts(text, "qq", date(2016, 9, 12))
    (quote,) = facts.quotes
    assert (quote.kind, quote.speaker.name, quote.speaker.role, quote.cue) == (QuoteKind.DIRECT, "Ana Lopes", "grubo", "dix")
    (statistic,) = facts.statistics
    assert (statistic.value, statistic.bound, statistic.unit, statistic.measure) == (1200, Bound.AT_LEAST, "foloi", "mortis")
    assert (statistic.place.name, statistic.place.kind) == ("Zembla", EntityKind.PLACE)
    assert [(period.text, period.start) for period in facts.dates] == [("ayer", date(2016, 9, 11)), ("10 Nona 2016", date(2016, 9, 10))]


@pytest.mark.usefixtures("invented")
def test_english_words_mean_nothing_in_another_language():
    """The engine knows no English of its own."""
    facts = extract_facts("“We are done,” said Ana Lopes on 10 September 2016, yesterday. 12 percent of us left.", "qq", date(2016, 9, 12))
    assert [quote.cue for quote in facts.quotes] == [None]
    assert facts.dates == ()
    assert [(found.text, found.unit) for found in facts.statistics] == [("12 percent", "percent")]


def test_files_of_one_tag_are_told_apart():
    """What is compiled from one file is never used for another of the same tag."""
    marks = {".": ",", ",": "."}
    german, english = (
        language.from_toml(HEAD + f"[numbers]\nthousands = ['{mark}']\ndecimals = ['{other}']", "zz.toml") for mark, other in marks.items()
    )
    read = [[number.value for number in numbers.find(Scan("1.200 and 1,200", each), [])] for each in (german, english)]
    assert german != english
    assert read == [[1200, 1.2], [1.2, 1200]]


@pytest.mark.parametrize(
    ("words", "text", "match"),
    [
        (("million", "millionen", "million euros"), "million  euros", "million  euros"),
        (("million", "millionen", "million euros"), "millionen", "millionen"),
        (("million", "millionen", "million euros"), "millions", "million"),
        (("Jan", "january", "Ja"), "JANUARY", "JANUARY"),
        (("Jan", "january", "Ja"), "jan", "jan"),
        (("plus d'", "plus", "p.m."), "plus d’un", "plus d’"),
        (("a", "ab", "abc"), "abx", "ab"),
        (("$", "US$", "us"), "us$5", "us$"),
    ],
)
def test_the_longest_alternative_matches(words, text, match):
    """Of words that begin alike, the longest that stands at a place is the one that is read there."""
    assert re.match(patterns.alternatives(words), text, re.IGNORECASE).group() == match


def test_no_words_match_nothing():
    """A list that a language file lacks matches nothing, not even the empty place before a word."""
    assert re.search(patterns.alternatives(()), "Ann Bell") is None


def test_alternatives_keep_their_case():
    """Words of different case are not run into one where case matters."""
    pattern = re.compile(patterns.alternatives(("Jan", "jar")))
    assert [bool(pattern.fullmatch(word)) for word in ("Jan", "jar", "jan", "Jar")] == [True, True, False, False]


def test_languages_are_read_once():
    """A language is read once, and shared."""
    assert language.load("en") is language.load("en")


def test_a_language_of_ones_own_takes_the_place_of_a_tag(tmp_path):
    """A loaded file finds in any text, and in a page, what it would find as the file of its tag; the page has its tag."""
    path = tmp_path / "qq.toml"
    path.write_text(INVENTED, encoding="utf-8")
    own = Language.load(path)
    text = "Grubo Ana Bela dix: „Lo mira sev dolma.“"
    assert extract_facts(text, language=own).quotes[0].speaker.name == "Ana Bela"
    article = parse(f"Headline\n\n{text}", language=own)
    assert article.language == "qq"
    assert article.quotes[0].speaker.name == "Ana Bela"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"tag = '\xff'", "no UTF-8"),
        (b"tag = 'no tag'\nname = 'x'", "tag: must be a BCP 47 tag"),
        (b"tag = 'qq'", "name: must be a string"),
    ],
)
def test_a_file_of_ones_own_that_is_wrong_is_refused(tmp_path, content, message):
    """The error names the file and what is wrong with it."""
    path = tmp_path / "own.toml"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=message) as caught:
        Language.load(path)
    assert str(path) in str(caught.value)


def test_a_verb_behind_its_source_is_no_part_of_it():
    """Where a language inverts attributions, a source that opens a sentence ends before the verb, whether its verbs move or not."""
    own = language.from_toml(INVERTED, "nl.toml")
    (quote,) = extract_facts("Volgens de brandweer werden twaalf mensen gewond, onder wie een kind.", language=own).quotes
    assert quote.speaker.name == "de brandweer"
