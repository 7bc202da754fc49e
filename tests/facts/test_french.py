"""The rules of French: elisions, pronouns behind a hyphen, adjectives behind their noun, blanks inside numbers and marks."""

from functools import partial

import pytest

from tests.facts.reading import read_in, spoken_in

read = partial(read_in, "fr")
spoken = partial(spoken_in, "fr")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("« Nous devons agir », a déclaré le président Emmanuel Macron lundi à Paris.", "Nous devons agir", "Emmanuel Macron"),
        ("«\u00a0Nous devons agir\u00a0», a déclaré Emmanuel Macron.", "Nous devons agir", "Emmanuel Macron"),
        ("«Nous devons agir», affirme la sénatrice Laurence Rossignol.", "Nous devons agir", "Laurence Rossignol"),
        ("« C'est une catastrophe », a-t-il ajouté.", "C'est une catastrophe", "il"),
        ("« Nous n'avons pas le choix », dit-elle.", "Nous n'avons pas le choix", "elle"),
        ('"Il ne faut pas paniquer", explique Marie Dupont, directrice de l\'agence.', "Il ne faut pas paniquer", "Marie Dupont"),
        ("« On ne peut pas continuer », s'est indignée la maire de Lyon, Claire Martin.", "On ne peut pas continuer", "Claire Martin"),
        ("« C'est un scandale », s'emporte le député Manuel Bompard (LFI).", "C'est un scandale", "Manuel Bompard"),
        ("« Je n'ai rien fait de mal », a soutenu l'accusé.", "Je n'ai rien fait de mal", "l'accusé"),
        ("« Cela n'arrivera pas ! », avait écrit dimanche Donald Trump.", "Cela n'arrivera pas !", "Donald Trump"),
        ("« Nous regrettons cet incident », indique l’entreprise dans un communiqué.", "Nous regrettons cet incident", "l’entreprise"),
        ("Le suspect est « très fragile », a fait savoir le parquet.", "très fragile", "le parquet"),
        ("Le ministre de l'Intérieur Laurent Nuñez a affirmé que tout était « sous contrôle ».", "sous contrôle", "Laurent Nuñez"),
        ("Le ministre russe de la Défense, Andreï Belooussov, a salué une « avancée ».", "avancée", "Andreï Belooussov"),
        ("Le Premier ministre hongrois, Viktor Orbán, a dénoncé mercredi « l'hypocrisie ».", "l'hypocrisie", "Viktor Orbán"),
        ("Emmanuel Macron, qui s'exprimait à Lyon, a promis « une réponse ferme ».", "une réponse ferme", "Emmanuel Macron"),
        ("Interrogé par l'AFP, le porte-parole du gouvernement a évoqué une « erreur ».", "erreur", "le porte-parole du gouvernement"),
        ("Le maire a, mardi, parlé d’« une erreur ».", "une erreur", "Le maire"),
        ("Le maire a hier soir parlé d’« une erreur ».", "une erreur", "Le maire"),
        ("Selon Vladimir Poutine, l'Occident veut « prolonger la guerre ».", "prolonger la guerre", "Vladimir Poutine"),
        ("Le patron de Renault, François Provost, s'est montré confiant : « Nous progressons. »", "Nous progressons.", "François Provost"),
        ("Comme l'a expliqué la ministre de l'Éducation, Élisabeth Borne, ce sera « progressif ».", "progressif", "Élisabeth Borne"),
    ],
)
def test_speaker(text, words, speaker):
    """The source is found before the verb, behind it, behind a hyphen, and behind an office with its adjectives and complements."""
    assert spoken(text) == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Le film « Le Dernier Métro » est sorti en 1980.",
        "Un missile baptisé « Orechnik » a été tiré.",
        "La pièce « Le Cid » sera jouée demain.",
    ],
)
def test_no_speech(text):
    """Titles and terms in marks are no quotes."""
    assert spoken(text) == []


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("La ministre a souligné que le coût avait augmenté.", "le coût avait augmenté", "La ministre"),
        ("Selon la police, douze personnes ont été blessées.", "douze personnes ont été blessées", "la police"),
        ("D’après un rapport, les habitants ont fui la région.", "les habitants ont fui la région", "un rapport"),
        ("Volodymyr Zelensky a indiqué qu'une attaque avait eu lieu.", "une attaque avait eu lieu", "Volodymyr Zelensky"),
    ],
)
def test_indirect_speech(text, content, speaker):
    """Reported clauses are told by “que”, whole or cut short, or by what names their source."""
    (quote,) = read(text).quotes
    assert (quote.kind.value, quote.text, text[quote.speaker_span.start : quote.speaker_span.end]) == ("indirect", content, speaker)


def test_participle_leans_on_the_speaker():
    """“ajoutant que” has the speaker of the quote before."""
    quotes = read("« Ce texte est dangereux », a prévenu la sénatrice Laurence Rossignol, ajoutant que son groupe voterait contre.").quotes
    assert [quote.speaker.name for quote in quotes] == ["Laurence Rossignol"] * 2


def test_office_described():
    """An office with its complement means the person who holds it, whatever adjective stood between."""
    text = "Le ministre russe de la Défense, Andreï Belooussov, est arrivé. Le ministre de la Défense a salué une « avancée rapide ».\n"
    (quote,) = read(text).quotes
    assert (quote.speaker.name, quote.speaker.role) == ("Andreï Belooussov", "ministre russe de la Défense")


@pytest.mark.parametrize(
    ("text", "words", "value", "bound", "unit"),
    [
        ("Au moins douze personnes ont été blessées.", "Au moins douze personnes", 12, "at_least", "personnes"),
        ("Quelque 15 000 personnes ont manifesté à Lyon.", "Quelque 15 000 personnes", 15000, "about", "personnes"),
        ("Plus de 15\u202f000 personnes ont manifesté.", "Plus de 15\u202f000 personnes", 15000, "at_least", "personnes"),
        ("Le coût a augmenté de 3,3 milliards d'euros.", "3,3 milliards d'euros", 3300000000, "exact", "EUR"),
        ("Le coût a augmenté de 3,3 milliards d’euros.", "3,3 milliards d’euros", 3300000000, "exact", "EUR"),
        ("Les ventes ont reculé de près de 5 %.", "près de 5 %", 5, "about", "%"),
        ("La banque a baissé ses taux de 0,25 point de pourcentage.", "0,25 point de pourcentage", 0.25, "exact", "point de pourcentage"),
        ("Deux tiers des habitants ont fui.", "Deux tiers", 2 / 3, "exact", None),
        ("Près d'un jeune sur cinq souffre de solitude.", "Près d'un jeune sur cinq", 0.2, "about", None),
        ("La Suisse a exporté pour 12,4 milliards de francs suisses.", "12,4 milliards de francs suisses", 12400000000, "exact", "CHF"),
        ("1,2 million de touristes ont visité l'île.", "1,2 million de touristes", 1200000, "exact", "touristes"),
        ("L'explosion a tué quatre-vingt-dix-sept personnes.", "quatre-vingt-dix-sept personnes", 97, "exact", "personnes"),
        ("Vingt et un drones ont été abattus.", "Vingt et un drones", 21, "exact", "drones"),
        ("Soixante-douze drones ont été abattus.", "Soixante-douze drones", 72, "exact", "drones"),
        ("Deux cents soldats ont été déployés.", "Deux cents soldats", 200, "exact", "soldats"),
    ],
)
def test_statistic(text, words, value, bound, unit):
    """Numbers are read with decimal commas, blanks between thousands, hyphens and “de” before the unit."""
    (found,) = read(text).statistics
    assert (found.text, found.bound.value, found.unit) == (words, bound, unit)
    assert found.value == pytest.approx(value)


def test_parts():
    """“dont” brings a part."""
    (whole,) = read("Douze personnes ont été blessées, dont trois enfants.").statistics
    assert [(part.value, part.unit) for part in whole.parts] == [(3, "enfants")]


@pytest.mark.parametrize(
    "text",
    [
        "L'homme, âgé de 34 ans, a été condamné à 12 ans de prison.",
        "L'explosion a eu lieu vers 20 heures.",
        "L'article 49 a été invoqué.",
        "Le 2e arrondissement est bouclé.",
    ],
)
def test_no_statistic(text):
    """Ages, ordinals, lengths of time, clock times and numbered names are no statistics."""
    assert read(text).statistics == ()


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("Il est arrivé lundi 5 janvier.", "lundi 5 janvier", "2026-01-05", "2026-01-05"),
        ("Il est arrivé le 1er janvier 2026.", "1er janvier 2026", "2026-01-01", "2026-01-01"),
        ("Le sommet se tiendra du 5 au 7 février.", "du 5 au 7 février", "2026-02-05", "2026-02-07"),
        ("Il a plu entre le 1er novembre et le 31 décembre.", "entre le 1er novembre et le 31 décembre", "2025-11-01", "2025-12-31"),
        ("Mardi soir, il a plu.", "Mardi soir", "2026-01-06", "2026-01-06"),
        ("Il viendra vendredi prochain.", "vendredi prochain", "2026-01-09", "2026-01-09"),
        ("La semaine dernière, il a plu.", "La semaine dernière", "2025-12-29", "2026-01-04"),
        ("L'an dernier, il a plu.", "L'an dernier", "2025-01-01", "2025-12-31"),
        ("Il y a deux ans, il a plu.", "Il y a deux ans", "2024-01-01", "2024-12-31"),
        ("Hier, il a plu.", "Hier", "2026-01-05", "2026-01-05"),
        ("Aujourd’hui, il pleut.", "Aujourd’hui", "2026-01-06", "2026-01-06"),
        ("En juin 2024, il a plu.", "juin 2024", "2024-06-01", "2024-06-30"),
        ("Il a plu en décembre.", "décembre", "2025-12-01", "2025-12-31"),
        ("Depuis les années 1990, il pleut.", "années 1990", "1990-01-01", "1999-12-31"),
        ("Il a plu au troisième trimestre 2025.", "troisième trimestre 2025", "2025-07-01", "2025-09-30"),
        ("Il a plu à l'été 2024.", "l'été 2024", "2024-06-01", "2024-08-31"),
        ("Entre 2015 et 2020, il a plu.", "Entre 2015 et 2020", "2015-01-01", "2020-12-31"),
    ],
)
def test_date(text, words, first, last):
    """Dates with small months, elided articles and relative words behind their noun have their days."""
    (period,) = read(text).dates
    assert (period.text, str(period.start), str(period.end)) == (words, first, last)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le 3 janvier 2026, les États-Unis ont lancé une opération.", "Le 3 janvier 2026, les États-Unis ont lancé une opération"),
        ("Le sommet se tiendra du 5 au 7 février à Bruxelles.", "Le sommet se tiendra du 5 au 7 février à Bruxelles"),
        ("En juin 2024, le Parlement avait adopté la loi.", "En juin 2024, le Parlement avait adopté la loi"),
    ],
)
def test_event(text, words):
    """A dated clause is an event, whether its verb is past or future."""
    (event,) = read(text).events
    assert event.text == words


def test_elisions_are_no_names():
    """“L’” and “D’” at the opening of a sentence name nobody."""
    assert read("L’inflation a baissé. D'autres prix ont monté. C'est rare.").entities == ()


def test_a_place_does_not_speak():
    """What stands behind a preposition of place tells where something was said, and not who said it."""
    assert spoken("« La route fermera », a dit en France.") == [("La route fermera", None)]
