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

_NUMBER = Flag.NUMBER
_LONGEST_CODE = 3


@frozen
class Patterns:
    """The patterns that read the numbers of one language."""

    digits: re.Pattern[str]
    scale: re.Pattern[str]
    words: re.Pattern[str]
    word: re.Pattern[str]
    linked: re.Pattern[str]
    fraction: re.Pattern[str]
    bounds: re.Pattern[str]
    bound_of: dict[str, Bound]
    currency_before: re.Pattern[str]
    currency_after: re.Pattern[str]
    currency_again: re.Pattern[str]
    currency_of: dict[str, str]
    to: re.Pattern[str]
    values: dict[str, int | float]
    scales: dict[str, int | float]
    fractions: dict[str, float]
    rounded: dict[str, int | float]
    """“une cinquantaine”: words for a number that say of themselves that it is not exact."""
    bounds_behind: re.Pattern[str]
    half: re.Pattern[str]
    and_half: re.Pattern[str]
    one_in: re.Pattern[str]
    percent: re.Pattern[str]
    minus: re.Pattern[str]
    suffix: re.Pattern[str]
    lengths: frozenset[str]
    counted: re.Pattern[str]
    openers: frozenset[str]
    """Small words that open fractions: the “a” of “a third”."""
    reach: int
    """Words from such a word to the number word that ends the fraction."""
    sign_ends: frozenset[str]
    """The last characters of the signs of currencies, in lower case."""

    @classmethod
    def of(cls, language: Language) -> "Patterns":
        """Compile the patterns of a language."""
        table: dict[str, Any] = language.tables.get("numbers", {})
        units, scales = dict(table.get("units", {})), dict(table.get("scales", {}))
        thousands = "".join(map(re.escape, table.get("thousands", ()))) + "\u00a0\u202f\u2009"
        decimals = "".join(map(re.escape, table.get("decimals", ()))) or "."
        bounds = {phrase.lower().replace("’", "'"): Bound(name) for name, phrases in table.get("bounds", {}).items() for phrase in phrases}
        behind = {phrase.lower(): Bound(name) for name, phrases in table.get("bounds_behind", {}).items() for phrase in phrases}
        rounded = dict(table.get("rounded", {}))
        currencies = {folded(sign): code for code, signs in table.get("currencies", {}).items() for sign in signs}
        one_in = alternatives(language.words("statistics", "one_in")) or "(?!)"
        one_of = alternatives(language.words("statistics", "one_of")) or "(?!)"
        articles = alternatives(tuple(table.get("articles", ()))) or "(?!)"
        joiners = alternatives(tuple(table.get("joiners", ()))) or "(?!)"
        word = alternatives((*units, *scales)) or "(?!)"
        # A code is one in capital letters alone: "try 12" is no lira.
        currency_signs = tuple(sign for signs in table.get("currencies", {}).values() for sign in signs)
        codes = alternatives(tuple(filter(_is_code, currency_signs))) or "(?!)"
        names = alternatives(tuple(filterfalse(_is_code, currency_signs))) or "(?!)"
        signs = tuple(sign for sign in currencies if not sign.isalpha())
        passives = alternatives(language.words("words", "passive")) or "(?!)"
        fractions = [phrase.split() for phrase in (*table.get("fractions", ()), *table.get("half", ()), *rounded)]
        return cls(
            openers=frozenset(words[0] for words in fractions if not language.lexicon.get(words[0], 0) & _NUMBER),
            reach=max(map(len, fractions), default=0),
            sign_ends=frozenset(sign[-1].lower() for sign in (*signs, *filter(_is_code, currency_signs))),
            # 110,000   3.3   12 000   3,3 million: a mark of thousands with other than three digits after it is one of decimals,
            # 1.234.567: and one of decimals that parts groups of three more than once is one of thousands
            digits=re.compile(
                rf"""
                (?P<whole> \d{{1,3}} (?: (?: [{thousands}\ ] \d{{3}} )+ | (?: [{decimals}] \d{{3}} ){{2,}} ) (?!\d) | \d+ )
                (?: [{decimals}] (?P<part> \d+ ) | [{thousands}] (?P<odd> \d{{1,2}} ) (?!\d) )?
                (?: [ ]? (?P<above> \d ) / (?P<below> [2-9] ) (?!\d) | [ ]? (?P<sign> [½¼¾⅓⅔] ) )?
                """,
                re.VERBOSE,
            ),
            # minus 5   −0.3   -5
            minus=re.compile(
                rf"(?:(?<![\w.,%])[-−](?=$)|(?<!\w)(?:{alternatives(language.words('numbers', 'minus')) or '(?!)'})\s)$", re.IGNORECASE
            ),
            # 54,000-plus   50+
            suffix=re.compile(rf"(?:{alternatives(language.words('numbers', 'suffixes')) or '(?!)'})(?![\w%])", re.IGNORECASE),
            # A scale that is a unit of length as well, such as "m", counts what follows it: 10m people, but a 10m drop.
            lengths=frozenset(scales) & {word.lower() for word in language.words("statistics", "physical")},
            counted=re.compile(
                rf"\s(?:[^\W\d_-]+(?:{_either(language, 'plural_endings')})|{_either(language, 'plurals')}|{passives})(?!\w)"
            ),
            percent=re.compile(rf"\s?(?:{alternatives(tuple(table.get('percent', ()))) or '(?!)'})(?!\w)", re.IGNORECASE),
            scale=re.compile(rf"[\s\u00a0-]?(?:{alternatives(tuple(scales)) or '(?!)'})(?!\w)", re.IGNORECASE),
            # twenty-five   three hundred and ten   two million
            words=re.compile(rf"(?:{word})(?:(?:[\s-]|\s(?:{joiners})\s)(?:{word})(?!\w))*(?!\w)", re.IGNORECASE),
            # a third   two-fifths   twice as many
            fraction=re.compile(
                rf"(?:(?:{alternatives((*table.get('fractions', ()), *rounded)) or '(?!)'})(?!\w)"
                rf"|(?:{alternatives(tuple(table.get('multiples', ()))) or '(?!)'})(?=\s(?:{_before_multiples(language)})(?!\w)))",
                re.IGNORECASE,
            ),
            bounds=re.compile(rf"(?<!\w)(?:{alternatives(tuple(bounds)) or '(?!)'})(?:\s|(?<=['’]))(?:(?:{articles})\s)?$", re.IGNORECASE),
            bound_of=bounds | behind,
            # 20 or more   5,200 or so
            bounds_behind=re.compile(rf"\s(?P<phrase>{alternatives(tuple(behind)) or '(?!)'})(?!\w)", re.IGNORECASE),
            currency_before=re.compile(rf"(?<!\w)(?:{alternatives(signs) or '(?!)'}|(?-i:{codes}))\s?$", re.IGNORECASE),
            currency_after=re.compile(rf"\s?(?:{names}|(?-i:{codes}))(?!\w)", re.IGNORECASE),
            # the second sign of $20-$30
            currency_again=re.compile(rf"(?:{alternatives(signs) or '(?!)'}|(?-i:{codes}))(?=\d)", re.IGNORECASE),
            currency_of=currencies,
            to=re.compile(rf"\s?(?:{alternatives(tuple(table.get('to', ()))) or '(?!)'})\s?", re.IGNORECASE),
            word=re.compile(rf"(?:{word})(?!\w)", re.IGNORECASE),
            linked=re.compile(rf"\s(?:{alternatives(tuple(table.get('of', ()))) or '(?!)'})(?:\s|(?<=['’]))(?=\w)", re.IGNORECASE),
            values=_by_folded(units),
            scales=_by_folded(scales),
            fractions=_by_folded(table.get("fractions", {}) | table.get("multiples", {}) | rounded),
            rounded=_by_folded(rounded),
            # one in five   un jeune sur cinq
            one_in=re.compile(rf"\s(?:{one_in}|\w+\s(?:{one_of}))\s(?=\w)", re.IGNORECASE),
            # five and a half
            and_half=re.compile(rf"[\s-](?:{alternatives(tuple(table.get('and_half', ()))) or '(?!)'})(?!\w)", re.IGNORECASE),
            half=re.compile(
                rf"(?:{alternatives(tuple(table.get('half', ()))) or '(?!)'})\s(?=(?:{alternatives(tuple(scales)) or '(?!)'})(?!\w))",
                re.IGNORECASE,
            ),
        )


@lru_cache(maxsize=64)
def patterns(language: Language) -> Patterns:
    """Give the patterns of a language, compiled once."""
    return Patterns.of(language)


def _before_multiples(language: Language) -> str:
    return alternatives(language.words("numbers", "multiples_before")) or "(?!)"


def _is_code(sign: str) -> bool:
    return sign.isalpha() and sign[0].isupper() and len(sign) <= _LONGEST_CODE


def _either(language: Language, key: str) -> str:
    return alternatives(language.words("statistics", key)) or "(?!)"


def _by_folded(table: dict[str, Any]) -> dict[str, Any]:
    return {folded(word): value for word, value in table.items()}
