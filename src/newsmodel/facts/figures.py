"""The patterns that read the numbers of a language: digits, number words, scales, bounds and the signs of currencies."""

import re
from functools import lru_cache
from itertools import filterfalse
from typing import Any  # number tables come from TOML

from attrs import frozen

from newsmodel.facts.language import Flag, Language
from newsmodel.facts.patterns import alternatives
from newsmodel.facts.words import folded
from newsmodel.model import Bound

_LONGEST_CODE = 3
MONEY = "$¢£¤¥" + "".join(map(chr, range(0x20A0, 0x20D0)))
"""The signs of currencies: those of ASCII and Latin-1, and the block of Unicode that holds the others."""


@frozen(kw_only=True)
class Patterns:
    """The patterns that read the numbers of one language."""

    digits: re.Pattern[str]
    """A number in figures, with its decimals or fraction."""

    minus: re.Pattern[str]
    """What makes a number negative, up to where its digits begin."""

    suffix: re.Pattern[str]
    """What makes a number a lower bound, right behind it."""

    words: re.Pattern[str]
    """A number in words."""

    word: re.Pattern[str]
    """One of the words of such a number."""

    values: dict[str, int | float]
    """Number words that are added up, with their values."""

    scale: re.Pattern[str]
    """A scale behind a number."""

    scales: dict[str, int | float]
    """Scales, with their values."""

    lengths: frozenset[str]
    """Scales that are units of length as well: “m” counts what follows it in “10m people”, but not in “a 10m drop”."""

    counted: re.Pattern[str]
    """What follows such a scale."""

    fraction: re.Pattern[str]
    """A fraction, a multiple or a rounded number in words."""

    fractions: dict[str, float]
    """All of these, with their values."""

    rounded: dict[str, int | float]
    """“une cinquantaine”: words for a number that say of themselves that it is not exact."""

    openers: frozenset[str]
    """Small words that open fractions: the “a” of “a third”."""

    reach: int
    """Words from such a word to the number word that ends the fraction."""

    half: re.Pattern[str]
    """Half of the scale behind it."""

    and_half: re.Pattern[str]
    """A half more, behind a number in words."""

    one_in: re.Pattern[str]
    """What stands between the two numbers of a share."""

    percent: re.Pattern[str]
    """What makes a number a share."""

    linked: re.Pattern[str]
    """What stands between a number and what it counts."""

    bounds: re.Pattern[str]
    """A bound before a number, up to where it begins."""

    bounds_behind: re.Pattern[str]
    """A bound behind a number."""

    bound_of: dict[str, Bound]
    """The bounds, by their words."""

    to: re.Pattern[str]
    """What joins the two ends of a range."""

    currency_before: re.Pattern[str]
    """The sign of a currency, up to where a number begins."""

    currency_after: re.Pattern[str]
    """The name or code of a currency behind a number."""

    currency_again: re.Pattern[str]
    """The second sign of “$20-$30”."""

    currency_of: dict[str, str]
    """ISO 4217 codes, by the signs and names of the currencies."""

    sign_ends: frozenset[str]
    """The last characters of the signs of currencies, in lower case."""

    @classmethod
    def of(cls, language: Language) -> "Patterns":
        """Compile the patterns of a language."""
        table: dict[str, Any] = language.tables.get("numbers", {})

        def any_of(key: str) -> str:
            return alternatives(language.words("numbers", key))

        bounds = {phrase.lower().replace("’", "'"): Bound(name) for name, phrases in table.get("bounds", {}).items() for phrase in phrases}
        behind = {phrase.lower(): Bound(name) for name, phrases in table.get("bounds_behind", {}).items() for phrase in phrases}
        word = alternatives((*table.get("units", ()), *table.get("scales", ())))
        fractions = (*table.get("fractions", ()), *table.get("rounded", ()))
        pieces = [phrase.split() for phrase in (*fractions, *table.get("half", ()))]
        # A code is one in capital letters alone: "try 12" is no lira.
        currencies = [sign for signs in table.get("currencies", {}).values() for sign in signs]
        codes, names = list(filter(_is_code, currencies)), filterfalse(_is_code, currencies)
        signs = [folded(sign) for sign in currencies if not sign.isalpha()]
        sign_or_code = rf"(?:{alternatives(signs)}|(?-i:{alternatives(codes)}))"
        return cls(
            digits=_digits(table),
            # minus 5   −0.3   -5
            minus=_compiled(rf"(?:(?<![\w.,%])[-−](?=$)|(?<!\w)(?:{any_of('minus')})\s)$"),
            # 54,000-plus   50+
            suffix=_compiled(rf"(?:{any_of('suffixes')})(?![\w%])"),
            # twenty-five   three hundred and ten   two million
            words=_compiled(rf"(?:{word})(?:(?:[\s-]|\s(?:{any_of('joiners')})\s)(?:{word})(?!\w))*(?!\w)"),
            word=_compiled(rf"(?:{word})(?!\w)"),
            values=_by_folded(table.get("units", {})),
            scale=_compiled(rf"[\s\u00a0-]?(?:{any_of('scales')})(?!\w)"),
            scales=_by_folded(table.get("scales", {})),
            lengths=language.word_set("numbers", "scales") & {unit.lower() for unit in language.words("statistics", "physical")},
            counted=_counted(language),
            # a third   two-fifths   twice as many
            fraction=_compiled(
                rf"(?:(?:{alternatives(fractions)})(?!\w)|(?:{any_of('multiples')})(?=\s(?:{any_of('multiples_before')})(?!\w)))"
            ),
            fractions=_by_folded(table.get("fractions", {}) | table.get("multiples", {}) | table.get("rounded", {})),
            rounded=_by_folded(table.get("rounded", {})),
            openers=frozenset(piece[0] for piece in pieces if not language.lexicon.get(piece[0], 0) & Flag.NUMBER),
            reach=max(map(len, pieces), default=0),
            half=_compiled(rf"(?:{any_of('half')})\s(?=(?:{any_of('scales')})(?!\w))"),
            # five and a half
            and_half=_compiled(rf"[\s-](?:{any_of('and_half')})(?!\w)"),
            # one in five   un jeune sur cinq
            one_in=_compiled(rf"\s(?:{_of_statistics(language, 'one_in')}|\w+\s(?:{_of_statistics(language, 'one_of')}))\s(?=\w)"),
            percent=_compiled(rf"\s?(?:{any_of('percent')})(?!\w)"),
            # six of its pilots
            linked=_compiled(rf"\s(?:{any_of('of')})(?:\s|(?<=['’]))(?=\w)"),
            # about a dozen   plus d’un million
            bounds=_compiled(rf"(?<!\w)(?:{alternatives(bounds)})(?:\s|(?<=['’]))(?:(?:{any_of('articles')})\s)?$"),
            # 20 or more   5,200 or so
            bounds_behind=_compiled(rf"\s(?P<phrase>{alternatives(behind)})(?!\w)"),
            bound_of=bounds | behind,
            to=_compiled(rf"\s?(?:{any_of('to')})\s?"),
            currency_before=_compiled(rf"(?<!\w){sign_or_code}\s?$"),
            currency_after=_compiled(rf"\s?(?:{alternatives(names)}|(?-i:{alternatives(codes)}))(?!\w)"),
            currency_again=_compiled(rf"{sign_or_code}(?=\d)"),
            currency_of={folded(sign): code for code, signs in table.get("currencies", {}).items() for sign in signs},
            sign_ends=frozenset(sign[-1].lower() for sign in (*signs, *codes)),
        )


@lru_cache(maxsize=64)
def patterns(language: Language) -> Patterns:
    """Give the patterns of a language, compiled once."""
    return Patterns.of(language)


def _digits(table: dict[str, Any]) -> re.Pattern[str]:
    thousands = "".join(map(re.escape, table.get("thousands", ()))) + "\u00a0\u202f\u2009"
    decimals = "".join(map(re.escape, table.get("decimals", ()))) or "."
    # 110,000   3.3   12 000   3,3 million: a mark of thousands with other than three digits after it is one of decimals,
    # 1.234.567: and one of decimals that parts groups of three more than once is one of thousands
    return re.compile(
        rf"""
        (?P<whole> \d{{1,3}} (?: (?: [{thousands}\ ] \d{{3}} )+ | (?: [{decimals}] \d{{3}} ){{2,}} ) (?!\d) | \d+ )
        (?: [{decimals}] (?P<part> \d+ ) | [{thousands}] (?P<odd> \d{{1,2}} ) (?!\d) )?
        (?: [ ]? (?P<above> \d ) / (?P<below> [2-9] ) (?!\d) | [ ]? (?P<sign> [½¼¾⅓⅔] ) )?
        """,
        re.VERBOSE,
    )


def _counted(language: Language) -> re.Pattern[str]:
    """Compile a plural, and what tells of those who are counted: the “people” of “10m people”, the “were” of “10m were”."""
    endings, plurals = _of_statistics(language, "plural_endings"), _of_statistics(language, "plurals")
    return re.compile(rf"\s(?:[^\W\d_-]+(?:{endings})|{plurals}|{alternatives(language.words('words', 'passive'))})(?!\w)")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _is_code(sign: str) -> bool:
    return sign.isalpha() and sign[0].isupper() and len(sign) <= _LONGEST_CODE


def _of_statistics(language: Language, key: str) -> str:
    return alternatives(language.words("statistics", key))


def _by_folded(table: dict[str, Any]) -> dict[str, Any]:
    return {folded(word): value for word, value in table.items()}
