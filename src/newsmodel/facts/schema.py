"""What a language file may hold."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any  # values of a TOML file have any type: that is what is checked here

from newsmodel.facts.calendar import PIECES, UNITS
from newsmodel.facts.feasts import RULE_LENGTHS
from newsmodel.facts.keys import LISTS, MONTH_PAIRS, NAMES, NUMBERS, PATTERN_KEYS, RULES, SETS, SHORT, STRINGS, TABLES, WEIGHTS, WORDS
from newsmodel.facts.meanings import MEANINGS
from newsmodel.model import Bound

_MONTHS = 12
_PIECE = re.compile(r"\{([a-z_]+)\}")


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _each(holds: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Give the rule of a table whose members all keep a rule."""
    return lambda value: isinstance(value, dict) and all(map(holds, value.values()))


def _whole(value: Any, lengths: tuple[int, ...]) -> bool:
    return isinstance(value, list) and len(value) in lengths and all(type(number) is int for number in value)


_RULES: dict[str, Callable[[Any], bool]] = {
    "a string": lambda value: isinstance(value, str),
    "a number": _number,
    "a list of tables": lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
    **dict.fromkeys((STRINGS, WORDS, SHORT), _strings),
    SETS: lambda value: isinstance(value, list) and all(map(_strings, value)),
    NUMBERS: _each(_number),
    NAMES: _each(lambda value: isinstance(value, str)),
    LISTS: _each(_strings),
    WEIGHTS: _each(_each(_number)),
    MONTH_PAIRS: _each(lambda value: _whole(value, (2,))),
    RULES: _each(lambda value: _whole(value, RULE_LENGTHS)),
}


def problems(tables: dict[str, Any]) -> tuple[str, ...]:
    """List what a language file breaks, each fault as ``key: rule``; nothing where it is sound."""
    return tuple(_problems(tables))


def unmatched(tables: dict[str, Any], token: re.Pattern[str]) -> tuple[str, ...]:
    """List the words of a sound file that no word of a text is ever equal to, since ``token`` cuts a text into other ones."""
    return tuple(
        f"{name}.{key}: {word!r} never matches: must be {rule}"
        for name, rules in TABLES.items()
        for key, rule in rules.items()
        if rule in (WORDS, SHORT)
        for word in tables.get(name, {}).get(key, ())
        if not _is_token(word, token) or (rule == WORDS and word != word.lower())
    )


def _is_token(word: str, token: re.Pattern[str]) -> bool:
    """Tell whether a text cuts a word off as it is; what ends with an apostrophe, such as “l’”, has another word behind it."""
    match = token.match(word + "x" if word[-1] in "’'" else word)
    return match is not None and match.end() == len(word)


def _problems(tables: dict[str, Any]) -> Iterator[str]:
    for key in ("tag", "name"):
        if not isinstance(tables.get(key), str):
            yield f"{key}: must be a string"
    for name, table in tables.items():
        if name in ("tag", "name"):
            continue
        if name not in TABLES:
            yield f"{name}: unknown table (known: {', '.join(TABLES)})"
        elif not isinstance(table, dict):
            yield f"{name}: must be a table"
        else:
            yield from _table_problems(name, table)


def _table_problems(name: str, table: dict[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        rule = TABLES[name].get(key)
        if rule is None:
            yield f"{name}.{key}: unknown key (known: {', '.join(TABLES[name])})"
        elif not _RULES[rule](value):
            yield f"{name}.{key}: must be {rule}"
        else:
            yield from _value_problems(f"{name}.{key}", value)
            for words in value.values() if rule == LISTS else [value] if rule in (STRINGS, WORDS, SHORT) else ():
                yield from (f"{name}.{key}: has {word!r} more than once" for word, times in Counter(words).items() if times > 1)
    for where, key, count in (
        ("calendar", "months", 12),
        ("calendar", "weekdays", 7),
        ("dates", "month_forms", 12),
        ("dates", "weekday_forms", 7),
    ):
        if name == where and isinstance(table.get(key), list) and len(table[key]) != count:
            yield f"{where}.{key}: must have {count} lists, not {len(table[key])}"
    if name == "dates" and _RULES[TABLES[name]["patterns"]](table.get("patterns")):
        for index, pattern in enumerate(table["patterns"]):
            yield from _pattern_problems(f"dates.patterns[{index}]", pattern)


def _value_problems(where: str, value: Any) -> Iterator[str]:
    """Check words that the engine itself must know."""
    known: tuple[str, ...] = ()
    wrong: list[Any] = []
    match where:
        case "numbers.bounds":
            known = tuple(bound.value for bound in Bound)
            wrong = [name for name in value if name not in known]
        case "numbers.currencies" | "numbers.currency_owners":
            known = ("the ISO 4217 codes, which have three capital letters",)
            wrong = [name for name in value if not re.fullmatch("[A-Z]{3}", name)]
        case "dates.units":
            known = UNITS
            wrong = [unit for unit in value.values() if unit not in known]
        case "dates.seasons":
            known = ("the month numbers 1 to 12",)
            wrong = [pair for pair in value.values() if not all(1 <= number <= _MONTHS for number in pair)]
    for name in wrong:
        yield f"{where}: {name!r} is not one of {', '.join(known)}"


def _pattern_problems(where: str, pattern: dict[str, Any]) -> Iterator[str]:
    for key, value in pattern.items():
        if key not in PATTERN_KEYS:
            yield f"{where}.{key}: unknown key (known: {', '.join(PATTERN_KEYS)})"
        elif not isinstance(value, PATTERN_KEYS[key]):
            yield f"{where}.{key}: must be of type {PATTERN_KEYS[key].__name__}"
    for key in ("pattern", "means"):
        if key not in pattern:
            yield f"{where}.{key}: missing"
    for key, known in (("means", tuple(MEANINGS)), ("unit", UNITS)):
        if key in pattern and pattern[key] not in known:
            yield f"{where}.{key}: {pattern[key]!r} is not one of {', '.join(known)}"
    if isinstance(pattern.get("anchors"), list) and not _strings(pattern["anchors"]):
        yield f"{where}.anchors: must be {STRINGS}"
    yield from _expression_problems(f"{where}.pattern", str(pattern.get("pattern", "")))


def _expression_problems(where: str, expression: str) -> Iterator[str]:
    for piece in _PIECE.findall(expression):
        if piece not in PIECES:
            yield f"{where}: {{{piece}}} is not one of {', '.join(PIECES)}"
    try:
        re.compile(_PIECE.sub("x", expression))
    except re.error as error:
        yield f"{where}: no regular expression: {error}"
