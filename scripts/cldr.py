"""Write what CLDR knows of a language into its language file: month and weekday names, digits, countries, capitals.

Run it after an update of Babel, which brings the CLDR data::

    python scripts/cldr.py              # write all files
    python scripts/cldr.py fr sr-Latn   # write these
    python scripts/cldr.py --check      # write nothing; exit status 1 where a file would change
    python scripts/cldr.py --print en   # show the part, write nothing

It owns the lines from :data:`START` to :data:`END` of each file, and keeps everything outside of them byte for byte.
Hand-written top-level keys stand above ``START``, since below it they would fall into the last table of the part;
hand-written tables may stand on either side.

What it writes::

    [calendar]
    months = [[...] x 12]    # January first; in each list the names of CLDR, wide before abbreviated
    weekdays = [[...] x 7]   # Monday first, likewise
    digits = "..."           # zero to nine; only where the language has digits other than ASCII

    [places]
    countries = [...]        # sorted by code point
    cities = [...]           # capitals, likewise

Names are those of the language and of all its regional variants: the month names of Syria are not those of Egypt, and the
country names of Portugal are not those of Brazil. They are put as ``Article.text`` has its words: in NFC, white space folded.
Babel holds neither CLDR's Persian calendar nor its short country names ("US"), so neither can be written here.
"""

import argparse
import json
import re
import sys
import textwrap
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version
from babel.localedata import locale_identifiers

FOLDER = Path(__file__).resolve().parents[1] / "src" / "newsmodel" / "facts" / "languages"

LANGUAGES = (
    *("ar", "bg", "de", "el", "en", "es", "fa", "fr", "hu", "it"),
    *("ka", "pl", "pt", "ro", "ru", "sq", "sr-Cyrl", "sr-Latn", "tr", "uk"),
)
"""BCP 47 tags of the languages that have a file."""

START = "# --- from CLDR, by scripts/cldr.py: do not edit ---"
END = "# --- end of CLDR ---"

# CLDR does not mark capitals, but it names the exemplar city of each time zone in every language. These are the zones whose
# exemplar city is the seat of a country's or territory's government. Not here: zones whose "city" is an island or a country
# (Indian/Maldives, Asia/Bahrain), and capitals without a zone of their own (Washington, Beijing, Ankara).
# The ids are CLDR's, which keeps the oldest spelling for ever (Europe/Kiev).
CAPITAL_ZONES = """
Africa/Accra Africa/Addis_Ababa Africa/Algiers Africa/Asmera Africa/Bamako Africa/Bangui Africa/Banjul Africa/Bissau
Africa/Brazzaville Africa/Cairo Africa/Conakry Africa/Dakar Africa/Djibouti Africa/Freetown Africa/Gaborone Africa/Harare
Africa/Juba Africa/Kampala Africa/Khartoum Africa/Kigali Africa/Kinshasa Africa/Libreville Africa/Lome Africa/Luanda
Africa/Lusaka Africa/Malabo Africa/Maputo Africa/Maseru Africa/Mbabane Africa/Mogadishu Africa/Monrovia Africa/Nairobi
Africa/Ndjamena Africa/Niamey Africa/Nouakchott Africa/Ouagadougou Africa/Porto-Novo Africa/Sao_Tome Africa/Tripoli
Africa/Tunis Africa/Windhoek
America/Asuncion America/Bogota America/Buenos_Aires America/Caracas America/Cayenne America/Godthab America/Havana
America/La_Paz America/Lima America/Managua America/Mexico_City America/Montevideo America/Nassau America/Paramaribo
America/Port-au-Prince America/Port_of_Spain America/Santiago America/Santo_Domingo America/Tegucigalpa
Arctic/Longyearbyen
Asia/Amman Asia/Ashgabat Asia/Baghdad Asia/Baku Asia/Bangkok Asia/Beirut Asia/Bishkek Asia/Colombo Asia/Damascus Asia/Dhaka
Asia/Dili Asia/Dushanbe Asia/Hong_Kong Asia/Jakarta Asia/Jerusalem Asia/Kabul Asia/Katmandu Asia/Kuala_Lumpur Asia/Macau
Asia/Manila Asia/Muscat Asia/Nicosia Asia/Phnom_Penh Asia/Pyongyang Asia/Riyadh Asia/Seoul Asia/Singapore Asia/Taipei
Asia/Tashkent Asia/Tbilisi Asia/Tehran Asia/Thimphu Asia/Tokyo Asia/Ulaanbaatar Asia/Vientiane Asia/Yerevan
Atlantic/Reykjavik Atlantic/Stanley
Europe/Amsterdam Europe/Athens Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Bucharest
Europe/Budapest Europe/Chisinau Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Kiev Europe/Lisbon Europe/Ljubljana
Europe/London Europe/Luxembourg Europe/Madrid Europe/Mariehamn Europe/Minsk Europe/Monaco Europe/Moscow Europe/Oslo
Europe/Paris Europe/Podgorica Europe/Prague Europe/Riga Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje
Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Tirane Europe/Vaduz Europe/Vienna Europe/Vilnius Europe/Warsaw
Europe/Zagreb
Indian/Antananarivo Pacific/Apia Pacific/Funafuti Pacific/Majuro Pacific/Noumea Pacific/Pago_Pago Pacific/Port_Moresby
"""

# Codes of two letters that are no country: unions, the unknown and pseudo-territories, and those that ISO 3166 only reserves
# for parts of a country (such as IC, the Canary Islands). XK (Kosovo) is not of ISO 3166 either, but news names it.
NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"})

# Babel names numbering systems without their digits; these are the code points of their zeros (CLDR numberingSystems.xml).
ZERO = {"arab": 0x0660, "arabext": 0x06F0}

_LEAST_LETTERS = 3  # an abbreviation of fewer letters stands for too much else ("so", "di")
_WIDTH = 120
_ARABIC_MARK = re.compile("[\u064b-\u065f\u0670]")
_BRACKET = re.compile(r" ?(?:\([^()]*\)|\[[^\[\]]*\])")  # " (Birmanie)" of "Myanmar (Birmanie)", " [Libye]" of "Tripoli [Libye]"
# Line ends may be those of Windows.
_MARKER = re.compile(rf"^(?:{re.escape(START)}|{re.escape(END)})(?=\r?$)", re.MULTILINE)
_PART = re.compile(rf"^{re.escape(START)}\r?$.*?^{re.escape(END)}(?=\r?$)", re.MULTILINE | re.DOTALL)


def locales(tag: str) -> list[Locale]:
    """Give the locale of a language, then those of its regions, in its own script and spelling only."""
    name = tag.replace("-", "_")
    region = re.compile(rf"{name}_(?:[A-Z]{{2}}|\d{{3}})")
    return [Locale.parse(name), *(Locale.parse(i) for i in sorted(locale_identifiers()) if region.fullmatch(i))]


def part(tag: str) -> str:
    """Make the part of a language file, from ``START`` to ``END``, without a line end after it."""
    family = locales(tag)
    lines = [
        START,
        f"# CLDR {get_cldr_version()}, Unicode License v3 (https://www.unicode.org/license.txt)",
        "[calendar]",
        *_table("months", [_calendar_names(family, "months", month) for month in range(1, 13)]),
        *_table("weekdays", [_calendar_names(family, "days", day) for day in range(7)]),
    ]
    if digits := _digits(family[0]):
        lines.append(f"digits = {_quoted(digits)}")
    lines += ["", "[places]", *_list("countries", _countries(family)), *_list("cities", _capitals(family)), END]
    return "\n".join(lines)


def updated(content: str, tag: str) -> str:
    """Put the part of a language into the content of its file; an empty content gets the tag and the name of the language too.

    Raises:
        ValueError: the file has one marker without the other, or one of them twice, or would be no valid TOML.

    """
    markers = _MARKER.findall(content)
    if markers not in ([], [START, END]):
        msg = f"{tag}: the file must have both markers once, in order, or none: {markers}"
        raise ValueError(msg)
    new = part(tag)
    if markers:
        result = _PART.sub(lambda _: new, content)
    elif content:
        blank = "\n" if content.endswith("\n") else "\n\n"
        result = f"{content}{blank}{new}\n"
    else:
        name = Locale.parse(tag.replace("-", "_")).english_name
        result = f"tag = {_quoted(tag)}\nname = {_quoted(str(name))}\n\n{new}\n"
    tomllib.loads(result)
    return result


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))


def _calendar_names(family: list[Locale], kind: str, number: int) -> list[str]:
    """List the forms of a month or weekday; a form that differs from an earlier one by case alone is left out."""
    forms: dict[str, str] = {}
    for locale in family:
        tables = getattr(locale, kind)
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for form in _spellings(tables[context][width][number]):
                    if width == "wide" or sum(map(str.isalpha, form)) >= _LEAST_LETTERS:
                        forms.setdefault(form.casefold(), form)
    return list(forms.values())


def _spellings(name: str) -> Iterator[str]:
    name = _folded(name)
    for spelling in dict.fromkeys((name, _ARABIC_MARK.sub("", name))):
        yield spelling
        if spelling.endswith("."):
            yield spelling[:-1]


def _digits(locale: Locale) -> str | None:
    names = (locale.default_numbering_system, locale.other_numbering_systems.get("native"))
    system = next((name for name in names if name and name != "latn"), None)
    if system is None:
        return None
    return "".join(chr(ZERO[system] + value) for value in range(10))


def _countries(family: list[Locale]) -> Iterator[str]:
    for locale in family:
        for code, name in locale.territories.items():
            if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRY:
                yield name


def _capitals(family: list[Locale]) -> Iterator[str]:
    script = _script(family[0].months["format"]["wide"][1])
    for locale in family:
        for zone in CAPITAL_ZONES.split():
            # CLDR leaves a city out where the zone's id already spells its name.
            city = locale.time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            if _script(city) == script:
                yield city


def _script(text: str) -> str:
    """Tell the script of the first letter, by the first word of its Unicode name."""
    return next(unicodedata.name(c).partition(" ")[0] for c in text if c.isalpha())


def _quoted(text: str) -> str:
    """Write a TOML string; what cannot be seen (the zero-width non-joiner of Persian) is written as an escape."""
    shown = json.dumps(text, ensure_ascii=False)
    return "".join(f"\\u{ord(c):04x}" if unicodedata.category(c) == "Cf" else c for c in shown)


def _table(key: str, rows: list[list[str]]) -> list[str]:
    return [f"{key} = [", *(f"    [{', '.join(map(_quoted, row))}]," for row in rows), "]"]


def _list(key: str, names: Iterable[str]) -> list[str]:
    whole = {_folded(name) for name in names}
    alone = whole | {_BRACKET.sub("", name) for name in whole}  # prose has the name without its bracket
    spelled = alone | {_ARABIC_MARK.sub("", name) for name in alone}
    # A blank inside a name is hidden while the lines are filled, so that no line ends within a name.
    quoted = ", ".join(_quoted(name).replace(" ", "\0") for name in sorted(spelled)) + ","
    filled = textwrap.wrap(quoted, _WIDTH - 4, break_long_words=False, break_on_hyphens=False)
    return [f"{key} = [", *("    " + line.replace("\0", " ") for line in filled), "]"]


def main(arguments: list[str] | None = None) -> int:
    """Run the command; give its exit status."""
    parser = argparse.ArgumentParser(description="Write the CLDR part of the language files.")
    parser.add_argument("tags", nargs="*", metavar="TAG", help="languages, as BCP 47 tags (default: all)")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="write nothing; exit with 1 where a file would change")
    mode.add_argument("--print", action="store_true", dest="show", help="show the parts, write nothing")
    options = parser.parse_args(arguments)
    if unknown := [tag for tag in options.tags if tag not in LANGUAGES]:
        parser.error(f"unknown tags (see LANGUAGES): {' '.join(unknown)}")
    act: Callable[[str], bool] = _show if options.show else _differs if options.check else _write
    changed = [tag for tag in options.tags or LANGUAGES if act(tag)]
    return 1 if options.check and changed else 0


def _old_and_new(tag: str) -> tuple[Path, str, str]:
    path = FOLDER / f"{tag}.toml"
    # Bytes, not text mode: that would rewrite the line ends of the hand-written lines.
    old = path.read_bytes().decode() if path.exists() else ""
    return path, old, updated(old, tag)


def _show(tag: str) -> bool:
    sys.stdout.write(part(tag) + "\n")
    return False


def _differs(tag: str) -> bool:
    path, old, new = _old_and_new(tag)
    if old != new:
        sys.stdout.write(f"{path.name} would change\n")
    return old != new


def _write(tag: str) -> bool:
    path, old, new = _old_and_new(tag)
    if old != new:
        path.write_bytes(new.encode())
        sys.stdout.write(f"{path.name} written\n")
    return old != new


if __name__ == "__main__":
    sys.exit(main())
