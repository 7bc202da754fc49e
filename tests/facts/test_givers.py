"""Givers: who gives a number, where no quotation holds it."""

from datetime import date

import pytest

from newsmodel import extract_facts


@pytest.mark.parametrize(
    ("language", "text", "giver"),
    [
        ("en", "Turnout was 88%, election officials said - a record.", "election officials"),
        ("en", "A doctor at the ward, who declined to be named, said it had received 19 bodies.", "A doctor at the ward"),
        ("en", "Cement makers, for instance, say prices rose 4 percent.", "Cement makers"),
        ("en", "Friends, lobbyists and former foes say prices rose 4 percent.", "Friends, lobbyists and former foes"),
        ("en", "The union’s lawyer countered that the firm had 12 vans.", "union’s lawyer"),
        ("en", "Ann Bell told the radio that prices rose 4 percent.", "Ann Bell"),
        ("en", "The bank expects prices to rise 4 percent.", "bank"),
        ("en", "All told, 40 people were hurt.", None),
        ("en", "Some 16 boats sank, the mayor told Reuters.", "the mayor"),
        ("en", "Revenue was $2 million, short of the $3 million expected on average by analysts.", "analysts"),
        ("en", "Profit beat the analysts’ forecast for earnings of $3 million.", "analysts"),
        ("en", "Sales exceeded market expectations of a 4% rise.", "market"),
        ("en", "The margin fell short of the 14 per cent dealers had predicted.", "dealers"),
        ("en", "It is short of the 95% that doctors say is needed.", "doctors"),
        ("en", "The red party led, the electoral commission said on Monday, ahead of the Greens on 26%.", "electoral commission"),
        ("en", "Insurers paid at the time, and experts now put its value at $4 million.", "experts"),
        ("en", "The aid group counted 9,757 deaths.", "aid group"),
        ("de", "Den Schaden schätzt die Polizei auf 300 Euro.", "Polizei"),
        ("de", "Im Mai zählte die Behörde 300 Brände.", "Behörde"),
        ("de", "Händler schätzen das Volumen auf 300 Euro.", "Händler"),
        ("de", "Nach Behördenangaben wurden 30 Menschen verletzt.", "Behördenangaben"),
        ("de", "Die Veranstalter sprachen von 6.000 Gästen.", "Veranstalter"),
        ("de", "Es war 2 Grad wärmer, wie eine Messung zeigt.", "Messung"),
        ("de", "Das Volumen sei hoch, sagte Anna Weber. Zehn Kunden hätten geklagt.", "Anna Weber"),
        ("de", "Das Volumen sei hoch, sagte Anna Weber.\n\nZehn Kunden hatten geklagt.", None),
        ("fr", "Le Fonds monétaire, lui, table sur 2,1 %.", "Fonds monétaire"),
        ("fr", "WindEurope, le lobby du secteur, chiffre à 6 milliards d’euros la dépense.", "WindEurope"),
        ("fr", "Le préfet a indiqué que 12 bateaux ont coulé.", "Le préfet"),
        ("de", "Der Klub hat nach eigenen Angaben 300 Mitglieder gewonnen.", "Klub"),
        ("de", "Der Klub, der nach eigenen Angaben 300 Mitglieder zählt, feiert.", "Klub"),
        ("de", "Es brannten 30 Häuser. Das teilte die Feuerwehr mit.", "Feuerwehr"),
        ("de", "Das Wasser sinke, erklärte die Behörde. Demnach wurden 30 Keller geräumt.", "Behörde"),
        ("de", "Der Plan missfällt der SNB. Für 2027 erwartet sie 2 Prozent.", "SNB"),
        ("de", "Im Mai seien 30 Karten verkauft worden, teilte eine Sprecherin mit.", "eine Sprecherin"),
        ("de", "In einer Umfrage des Instituts nannten 30 Prozent den Bus.", "Instituts"),
        ("de", "Der Händler hob sein Kursziel auf 26 Euro an.", "Händler"),
        ("de", "Der Klub kündigte an, 30 Plätze zu bauen.", "Der Klub"),
        ("de", "Der Verband schätzt, dass 30 Prozent fehlen.", "Verband"),
        ("de", "Nach Zahlen der Küstenwache kamen 30 Boote.", "Küstenwache"),
        ("fr", "Le feu, qui a détruit 12 ponts, n’est pas fixé, ont précisé mardi les pompiers.", "les pompiers"),
        ("fr", "Le pont est fermé, selon le service des routes. Au moins 12 rues sont barrées, a-t-il précisé.", "le service des routes"),
        ("fr", "Le maire a perdu 12 voix, a-t-on appris de source policière.", "source policière"),
        ("fr", "Le pont a coûté 12 millions d’euros, à en croire un ouvrier.", "ouvrier"),
        ("fr", "La tique vit dans 12 communes, ressort-il du bilan publié par l’institut Verdier.", "Verdier"),
        ("fr", "Dans un bilan publié lundi, la préfecture a affirmé avoir fermé 12 ponts.", "la préfecture"),
        ("fr", "« On a fui », raconte une femme, partie avec ses 3 enfants.", None),
        ("fr", "La ville a perdu 12 ponts, d’après le ministère de la Ville.", "le ministère de la Ville"),
    ],
)
def test_giver(language, text, giver):
    """Who gives a number stands before its verb or behind it, over what is inserted, behind the number, or in the sentence before."""
    last = extract_facts(text, language=language, published=date(2024, 5, 15)).statistics[-1]
    assert (last.source.name if last.source else None) == giver
