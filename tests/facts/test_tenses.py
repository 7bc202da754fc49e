"""The side of an incomplete date."""

import pytest

from tests.facts.reading import read_in


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        # Published on Tuesday 6 January 2026.
        ("en", "The regatta starts on Friday, organisers say.", "2026-01-09"),
        ("en", "On Friday the museum opens its new wing.", "2026-01-09"),
        ("en", "The keel is laid in March.", "2026-03-01"),
        ("en", "Officials say a boy was hurt on Friday.", "2026-01-02"),
        ("en", "The mayor, who opens the fair, resigned on Friday.", "2026-01-02"),
        ("en", "The visits on Friday were short.", "2026-01-02"),
        ("de", "Die Ministerin reist am Freitag nach Rom.", "2026-01-09"),
        ("de", "Die Ministerin reiste am Freitag nach Rom.", "2026-01-02"),
        ("de", "Am Freitag ist der Maler gestorben.", "2026-01-02"),
        ("fr", "La pièce sera jouée vendredi.", "2026-01-09"),
        ("fr", "Nous présenterons un projet dès vendredi.", "2026-01-09"),
        ("fr", "La pièce a été jouée vendredi.", "2026-01-02"),
        ("en", "The next hearing is on Friday.", "2026-01-09"),
        ("en", "The keeper is up for re-election in November.", "2026-11-01"),
        ("en", "The index is up from November.", "2025-11-01"),
        ("en", "Talks are to begin Friday.", "2026-01-09"),
        ("en", "Rents are projected to fall in August.", "2026-08-01"),
        ("de", "Die Gäste dürfen ab Freitag in die Hütte zurückkehren.", "2026-01-09"),
        ("de", "Bis Freitag waren alle Wanderer gerettet.", "2026-01-02"),
        ("de", "Der Verein bereite eine Klage vor, die im August eingereicht werden solle.", "2026-08-01"),
        ("de", "Die Frist wurde bis Freitag verlängert.", "2026-01-09"),
        ("de", "Für die Kasse, in der bis Freitag schon 100 Euro eingegangen waren.", "2026-01-02"),
        ("de", "Der Chor kündigte an, im August drei Lieder zu singen.", "2026-08-01"),
        ("de", "Der Koch soll am Freitag einen Topf gestohlen haben.", "2026-01-02"),
        ("de", "Der Koch soll am Freitag einen Topf bekommen.", "2026-01-09"),
        ("de", "Die Chöre treffen sich am Freitag.", "2026-01-09"),
        ("de", "Ob der Chor Chancen hat, entscheidet sich am Freitag.", "2026-01-09"),
        ("de", "Die Köchin, seit März die einzige Frau im Haus, will weiter lernen.", "2025-03-01"),
        ("fr", "La plage reste fermée jusqu’à vendredi.", "2026-01-09"),
        ("fr", "La cuisinière, seule femme depuis mars, va partir.", "2025-03-01"),
    ],
)
def test_side(language, text, day):
    """A present or future tense without a past one puts a date into the future."""
    (date,) = read_in(language, text).dates
    assert str(date.start) == day


@pytest.mark.parametrize(
    ("language", "text", "words", "start", "end"),
    [
        ("en", "By the end of 2027, the bridge will open.", "the end of 2027", "2027-10-01", "2027-12-31"),
        ("en", "At the beginning of 2023, rents rose.", "the beginning of 2023", "2023-01-01", "2023-03-31"),
        ("en", "The mine will close at the end of the year.", "the end of the year", "2026-10-01", "2026-12-31"),
        ("en", "Sales fell in the three months to the end of June.", "the three months to the end of June", "2025-04-01", "2025-06-30"),
        ("en", "Sales fell in the 12 months through June.", "the 12 months through June", "2024-07-01", "2025-06-30"),
        ("en", "Sales fell in the six months to 31 March 2024.", "the six months to 31 March 2024", "2023-10-01", "2024-03-31"),
        ("en", "Sales fell in the year ended March 31.", "the year ended March 31", "2024-04-01", "2025-03-31"),
        ("en", "He sold bread between May 2014 and June 2019.", "May 2014 and June 2019", "2014-05-01", "2019-06-30"),
        ("de", "Von Mai 2014 bis Juni 2019 verkaufte er Brot.", "Mai 2014 bis Juni 2019", "2014-05-01", "2019-06-30"),
        ("fr", "Il a vendu du pain entre mai 2014 et juin 2019.", "mai 2014 et juin 2019", "2014-05-01", "2019-06-30"),
        ("fr", "Il a plu dans la nuit de dimanche à lundi.", "la nuit de dimanche à lundi", "2026-01-04", "2026-01-05"),
        ("fr", "Après un premier semestre agité, il se repose.", "premier semestre", "2026-01-01", "2026-06-30"),
        ("de", "Heuer gibt es viel Schnee.", "Heuer", "2026-01-01", "2026-12-31"),
        ("de", "Die Serie läuft im Herbst an.", "Herbst", "2026-09-01", "2026-11-30"),
        ("de", "Der Vertrag vom 7.2.2024 gilt.", "7.2.2024", "2024-02-07", "2024-02-07"),
        ("fr", "Le contrat du 07/02/2024 est signé.", "07/02/2024", "2024-02-07", "2024-02-07"),
        ("ar", "عقد المؤتمر الأربعاء 7 مايو 2025 في القاهرة.", "الأربعاء 7 مايو 2025", "2025-05-07", "2025-05-07"),
    ],
)
def test_whole_expression(language, text, words, start, end):
    """A date is read as one, with its weekday, its part of the year and in figures."""
    (date,) = read_in(language, text).dates
    assert (date.text, str(date.start), str(date.end)) == (words, start, end)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fires broke out in May 2014 and June 2019."),
        ("de", "Im Mai 2014 und Juni 2019 brannte es."),
        ("fr", "Des feux ont éclaté en mai 2014 et en juin 2019."),
        ("de", "2014 gab es drei Brände, im Jahr davor nur einen."),
    ],
)
def test_two_dates(language, text):
    """Dates that a conjunction joins are no range, and a year may be counted from the one before."""
    assert len(read_in(language, text).dates) == 2


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("fr", "Le jeu est fini, dit-elle.", []),
        ("fr", "Le parc a été bâti en mer.", []),
        ("es", "El barco ha salido al mar.", []),
        ("fr", "Le bal a eu lieu dim. 4 janvier.", ["dim. 4 janvier"]),
        ("en", "The fair opened on Fri. evening.", ["Fri. evening"]),
    ],
)
def test_short_weekday(language, text, dates):
    """The short name of a weekday that has no capital is a date only with a day beside it."""
    assert [date.text for date in read_in(language, text).dates] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("She told the broadcaster’s “Today” programme.", []),
        ("“Today we win,” Ann Bell said.", ["Today"]),
    ],
)
def test_title(text, dates):
    """A short title in marks before a word for a work is no date."""
    assert [date.text for date in read_in("en", text).dates] == dates
