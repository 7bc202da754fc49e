"""The rules of German: verbs in second and last place, capital nouns, compounds, decimal commas, dotted ordinals."""

from functools import partial

import pytest

from tests.facts.reading import read_in, spoken_in

read = partial(read_in, "de")
spoken = partial(spoken_in, "de")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("„Das stimmt nicht“, sagte leider Julia Kern.", "Das stimmt nicht", "Julia Kern"),
        ("„Wir müssen handeln“, sagte Bundeskanzler Friedrich Merz am Montag in Berlin.", "Wir müssen handeln", "Friedrich Merz"),
        ("»Wir müssen handeln«, sagte Anna Krüger.", "Wir müssen handeln", "Anna Krüger"),
        ("«Wir müssen handeln», sagt Anna Krüger.", "Wir müssen handeln", "Anna Krüger"),
        ("„Das ist ein schwerer Schlag“, teilte die Polizei am Dienstagabend mit.", "Das ist ein schwerer Schlag", "die Polizei"),
        ("„Ich bin müde“, gab die Schauspielerin Nina Hoss zu.", "Ich bin müde", "Nina Hoss"),
        ("„Wer soll das bezahlen?“, fragte Grünen-Chefin Franziska Brantner.", "Wer soll das bezahlen?", "Franziska Brantner"),
        ("„Das ist ein Skandal“, empört sich Fraktionsvize Sonja Eichwede.", "Das ist ein Skandal", "Sonja Eichwede"),
        ("„Das Geld fehlt uns“, so die Sprecherin des Verbands, Anna Krüger.", "Das Geld fehlt uns", "Anna Krüger"),
        ("„Das Geld fehlt uns“, so Habeck.", "Das Geld fehlt uns", "Habeck"),
        ("„Das war schlimm“, erzählt Anwohnerin Maria Schuster dem Sender.", "Das war schlimm", "Maria Schuster"),
        ("Am Montag sagte Macron in Paris: „Europa darf nicht schweigen.“", "Europa darf nicht schweigen.", "Macron"),
        ("In Frankfurt sagte Christine Lagarde: „Das reicht nicht.“", "Das reicht nicht.", "Christine Lagarde"),
        ("Petra Meier, Leiterin der Behörde, sagte: „Die Zahlen erschrecken uns.“", "Die Zahlen erschrecken uns.", "Petra Meier"),
        ("Der Vorsitzende der Partei, Lars Klingbeil, kündigte an: „Wir prüfen das.“", "Wir prüfen das.", "Lars Klingbeil"),
        ("Donald Trump hatte am Sonntag geschrieben: „Das wird nicht passieren!“", "Das wird nicht passieren!", "Donald Trump"),
        ("Der Minister nannte die Vorwürfe „absurd“.", "absurd", "Der Minister"),
        ("Der Täter sei „psychisch krank“, so die Staatsanwaltschaft.", "psychisch krank", "die Staatsanwaltschaft"),
        ("Wie Innenministerin Nancy Faeser erklärte, sei das „ein voller Erfolg“.", "ein voller Erfolg", "Nancy Faeser"),
        ("Wladimir Putin sagte am Freitag, Russland werde „niemals nachgeben“.", "niemals nachgeben", "Wladimir Putin"),
        ("Laut Boris Pistorius ist die Lage „sehr ernst“.", "sehr ernst", "Boris Pistorius"),
        (
            "„Es gibt keinen Grund zur Panik“, erklärte der Präsident des Instituts, Lars Schaade.",
            "Es gibt keinen Grund zur Panik",
            "Lars Schaade",
        ),
        ("Siemens-Chef Roland Busch zeigte sich zuversichtlich: „Wir wachsen weiter.“", "Wir wachsen weiter.", "Roland Busch"),
    ],
)
def test_speaker(text, words, speaker):
    """The source is found before the verb, after it, behind an office, and where the verb ends its clause or leaves a particle there."""
    assert spoken(text) == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Film „Der Untergang“ kam 2004 in die Kinos.",
        "Das Stück „Die Räuber“ wird am Freitag aufgeführt.",
        "Laut einem Bericht der „Bild“-Zeitung sollen Stellen gestrichen werden.",
        "Die sogenannte „Brandmauer“ hält.",
    ],
)
def test_no_speech(text):
    """Titles and terms in marks are no quotes."""
    assert spoken(text) == []


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Die Ministerin betonte, dass die Kosten gestiegen seien.", "die Kosten gestiegen seien", "Die Ministerin"),
        ("Johann Wadephul hat am Montag in Brüssel gesagt, die Lage sei ernst.", "die Lage sei ernst", "Johann Wadephul"),
        ("Die Polizei teilte am Montag mit, der Mann sei tot.", "der Mann sei tot", "Die Polizei"),
        ("Medienberichten zufolge starben gestern viele Menschen.", "starben gestern viele Menschen", "Medienberichten"),
        ("Nach Angaben der Polizei wurden zwölf Menschen verletzt.", "wurden zwölf Menschen verletzt", "der Polizei"),
        ("Wie das Innenministerium mitteilte, kamen viele Menschen ums Leben.", "kamen viele Menschen ums Leben", "Innenministerium"),
    ],
)
def test_indirect_speech(text, content, speaker):
    """Reported clauses are told by their comma with “dass” or mood, or by what names their source."""
    (quote,) = read(text).quotes
    assert (quote.kind.value, quote.text, text[quote.speaker_span.start : quote.speaker_span.end]) == ("indirect", content, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Er kritisierte den Plan scharf, ohne Namen zu nennen.",
        "Der Sender teilte das Video.",
        "Die Wahl findet am 22. Februar statt.",
        "So kam es zum Streit.",
    ],
)
def test_no_report(text):
    """A reporting verb without a reported clause, or without its particle, brings no quote."""
    assert read(text).quotes == ()


@pytest.mark.parametrize(
    ("text", "words", "value", "bound", "unit"),
    [
        ("Mindestens zwölf Menschen wurden verletzt.", "Mindestens zwölf Menschen", 12, "at_least", "Menschen"),
        ("Rund 15.000 Menschen demonstrierten in München.", "Rund 15.000 Menschen", 15000, "about", "Menschen"),
        ("Einundzwanzig Drohnen wurden abgeschossen.", "Einundzwanzig Drohnen", 21, "exact", "Drohnen"),
        ("Die Kosten stiegen um 3,3 Milliarden Euro.", "3,3 Milliarden Euro", 3300000000, "exact", "EUR"),
        ("Der Umsatz sank auf 1,5 Mrd. Euro.", "1,5 Mrd. Euro", 1500000000, "exact", "EUR"),
        ("Der Umsatz sank um knapp fünf Prozent.", "knapp fünf Prozent", 5, "at_most", "%"),
        ("Die Bank senkt den Leitzins um 0,25 Prozentpunkte.", "0,25 Prozentpunkte", 0.25, "exact", "Prozentpunkte"),
        ("Zwei Drittel der Anträge wurden abgelehnt.", "Zwei Drittel", 2 / 3, "exact", None),
        ("Fast jeder fünfte Jugendliche leidet darunter.", "Fast jeder fünfte", 0.2, "about", None),
        ("Die Bundeswehr braucht 60.000 zusätzliche Soldaten.", "60.000 zusätzliche Soldaten", 60000, "exact", "Soldaten"),
        ("Die Exporte waren 12,4 Milliarden Franken wert.", "12,4 Milliarden Franken", 12400000000, "exact", "CHF"),
        ("Das Projekt kostet bis zu 40 Millionen Euro.", "bis zu 40 Millionen Euro", 40000000, "at_most", "EUR"),
    ],
)
def test_statistic(text, words, value, bound, unit):
    """Numbers are read with decimal commas, thousands dots and compounds; the unit is the noun after the adjectives."""
    (found,) = read(text).statistics
    assert (found.text, found.bound.value, found.unit) == (words, bound, unit)
    assert found.value == pytest.approx(value)


def test_parts_and_ranges():
    """“darunter” brings a part; “bis” joins a range without a word before it."""
    (whole,) = read("Zwölf Menschen wurden verletzt, darunter drei Kinder.").statistics
    assert [(part.value, part.unit) for part in whole.parts] == [(3, "Kinder")]
    (share,) = read("Sie machen drei bis vier Prozent der Bevölkerung aus.").statistics
    assert (share.value, share.high, share.unit) == (3, 4, "%")


@pytest.mark.parametrize(
    "text",
    [
        "Der 34-jährige Fahrer wurde nach drei Stunden befreit.",
        "Der 3. Platz ging an Kenia.",
        "Artikel 5 gilt für alle.",
        "Er wurde zu drei Jahren und sechs Monaten Haft verurteilt.",
        "Die Sitzung begann um 20 Uhr.",
    ],
)
def test_no_statistic(text):
    """Ages, ordinals, lengths of time, clock times and numbered names are no statistics."""
    assert read(text).statistics == ()


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("Er kam am Montag, 5. Januar 2026, an.", "Montag, 5. Januar 2026", "2026-01-05", "2026-01-05"),
        ("Er kam am Montag, den 5. Januar 2026 an.", "Montag, den 5. Januar 2026", "2026-01-05", "2026-01-05"),
        ("Er kam am 3. Januar an.", "3. Januar", "2026-01-03", "2026-01-03"),
        ("Vom 5. bis 7. Januar tagt der Rat.", "5. bis 7. Januar", "2026-01-05", "2026-01-07"),
        ("Am Dienstagabend brannte es.", "Dienstagabend", "2026-01-06", "2026-01-06"),
        ("Am vergangenen Samstag bebte die Erde.", "vergangenen Samstag", "2026-01-03", "2026-01-03"),
        ("Er wird am kommenden Freitag reisen.", "kommenden Freitag", "2026-01-09", "2026-01-09"),
        ("Vergangene Woche regnete es.", "Vergangene Woche", "2025-12-29", "2026-01-04"),
        ("Im vergangenen Jahr regnete es.", "vergangenen Jahr", "2025-01-01", "2025-12-31"),
        ("Vor zwei Jahren regnete es.", "Vor zwei Jahren", "2024-01-01", "2024-12-31"),
        ("Gestern regnete es.", "Gestern", "2026-01-05", "2026-01-05"),
        ("Seit den 1990er Jahren regnet es.", "1990er Jahren", "1990-01-01", "1999-12-31"),
        ("Im Juni 2024 regnete es.", "Juni 2024", "2024-06-01", "2024-06-30"),
        ("Im dritten Quartal 2025 regnete es.", "dritten Quartal 2025", "2025-07-01", "2025-09-30"),
        ("Im Sommer 2024 regnete es.", "Sommer 2024", "2024-06-01", "2024-08-31"),
        ("Zwischen 2015 und 2020 regnete es.", "Zwischen 2015 und 2020", "2015-01-01", "2020-12-31"),
    ],
)
def test_date(text, words, first, last):
    """Dates with dotted days, compounds of weekdays and relative words have their days."""
    (period,) = read(text).dates
    assert (period.text, str(period.start), str(period.end)) == (words, first, last)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Wahl findet am 22. Februar statt.", "Die Wahl findet am 22. Februar statt"),
        ("In der Nacht zum Sonntag griff Russland die Ukraine an.", "In der Nacht zum Sonntag griff Russland die Ukraine an"),
        ("Im Juni 2024 hatte das Parlament das Gesetz verabschiedet.", "Im Juni 2024 hatte das Parlament das Gesetz verabschiedet"),
    ],
)
def test_event(text, words):
    """A dated clause is an event, whether its verb is past, future or present."""
    (event,) = read(text).events
    assert event.text == words


def test_report_is_no_event():
    """The date of a report dates no event."""
    assert read("Johann Wadephul hat am Montag in Brüssel gesagt, die Lage sei ernst.").events == ()


@pytest.mark.parametrize("text", ["Der Preis hatte am 3. Mai bei 40 Euro gelegen.", "Am Montag lag der Preis bei 40 Euro."])
def test_state_is_no_event(text):
    """What lies or lay somewhere is a state."""
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Das Haus der Familie brannte, und die Feuerwehr kam.", set()),
        ("Es geht um Migration und Innere Sicherheit, um Krieg und Frieden.", set()),
        (
            "Moderator Andreas Menzel traf Wolfgang Schäuble und Norbert Lammert.",
            {"Andreas Menzel", "Wolfgang Schäuble", "Norbert Lammert"},
        ),
        ("Die Europäische Zentralbank tagt in Frankfurt.", {"Europäische Zentralbank", "Frankfurt"}),
        ("US-Botschafter Mike Waltz wies die Vorwürfe zurück.", {"Mike Waltz"}),
    ],
)
def test_names(text, names):
    """Nouns are no names, though they are capital; an office before a name belongs to it."""
    assert {entity.name for entity in read(text).entities} == names


def test_surname_and_office():
    """A surname alone means the full name given before, with its office."""
    facts = read("Die Vorsitzende Ricarda Lang widersprach. „Das ist falsch“, sagte Lang. Langs Kritik blieb ungehört.")
    (quote,) = facts.quotes
    assert (quote.speaker.name, quote.speaker.role) == ("Ricarda Lang", "Vorsitzende")


def test_plural_office_compound():
    """A compound is an office by its head."""
    (quote,) = read("„Wir bleiben dabei“, sagte CDU-Generalsekretär Carsten Linnemann.").quotes
    assert (quote.speaker.name, quote.speaker.role) == ("Carsten Linnemann", "CDU-Generalsekretär")
