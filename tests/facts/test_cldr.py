"""The rules of the CLDR part of the language files, and of the script that writes it."""

import importlib.util
import tomllib
from itertools import chain
from pathlib import Path

import pytest

import newsmodel

FILES = sorted((Path(newsmodel.__file__).parent / "facts" / "languages").glob("*.toml"))
SCRIPT = Path(__file__).parents[2] / "scripts" / "cldr.py"

a_language = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def cldr():
    """Give the script as a module; skip where it cannot run."""
    pytest.importorskip("babel", reason="scripts/cldr.py needs Babel (the dev extra)")
    if not SCRIPT.exists():
        pytest.skip("scripts/ is not part of this distribution")
    spec = importlib.util.spec_from_file_location("cldr", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(tag):
    """Read the file of a language."""
    (path,) = (path for path in FILES if path.stem == tag)
    return tomllib.loads(path.read_text(encoding="utf-8"))


def shared_forms(rows):
    """Give the forms that stand in more than one row, whatever their case."""
    folded = [{form.casefold() for form in row} for row in rows]
    return {form for form in set().union(*folded) if sum(form in row for row in folded) > 1}


def test_every_language_has_its_file(cldr):
    """The script knows every language file, and every language of the script has one."""
    assert [path.stem for path in FILES] == sorted(cldr.LANGUAGES)


@a_language
def test_a_file_tells_its_language(path):
    """A file is named after the tag that it holds."""
    language = tomllib.loads(path.read_text(encoding="utf-8"))
    assert language["tag"] == path.stem
    assert language["name"]


@a_language
def test_a_calendar_is_whole(path):
    """A year has twelve months and a week seven days, each with a name, and none with the same form twice."""
    calendar = read(path.stem)["calendar"]
    assert len(calendar["months"]) == 12
    assert len(calendar["weekdays"]) == 7
    for forms in chain(calendar["months"], calendar["weekdays"]):
        assert forms
        assert all(form == " ".join(form.split()) != "" for form in forms)
        assert len(forms) == len({form.casefold() for form in forms})


@a_language
@pytest.mark.parametrize("kind", ["months", "weekdays"])
def test_a_form_tells_one_month_or_day(path, kind):
    """No form stands for two months of a language, nor for two weekdays."""
    assert shared_forms(read(path.stem)["calendar"][kind]) == set()


@a_language
def test_places_are_sorted_names(path):
    """Countries and cities are there, sorted, each once, with white space folded."""
    places = read(path.stem)["places"]
    assert len(places["countries"]) >= 240
    assert len(places["cities"]) >= 140
    for names in (places["countries"], places["cities"]):
        assert names == sorted(set(names))
        assert all(name == " ".join(name.split()) for name in names)


@a_language
def test_files_are_as_the_script_writes_them(path, cldr):
    """Nobody has edited the CLDR part, nor changed the script without running it."""
    content = path.read_bytes().decode()
    version = f"# CLDR {cldr.get_cldr_version()},"
    if "# CLDR " in content and version not in content:
        pytest.skip(f"the installed Babel has another CLDR than the file: {version}")
    assert cldr.updated(content, path.stem) == content


@pytest.mark.parametrize(
    ("tag", "month", "form"),
    [
        ("ar", 9, "سبتمبر"),
        ("ar", 9, "أيلول"),  # Syria, Lebanon, Jordan, Iraq
        ("ar", 7, "جويلية"),  # Algeria, Tunisia
        ("de", 1, "Jänner"),  # Austria
        ("el", 9, "Σεπτεμβρίου"),
        ("en", 9, "Sept"),
        ("fa", 9, "سپتامبر"),
        ("fa", 1, "ژانویه"),  # without the hamza above that CLDR writes before a noun
        ("fr", 9, "septembre"),
        ("fr", 1, "janv."),
        ("fr", 1, "janv"),
        ("pl", 9, "września"),
        ("pl", 9, "wrzesień"),
        ("ru", 9, "сентября"),
        ("ru", 9, "сентябрь"),
        ("sr-Cyrl", 9, "септембар"),
        ("sr-Latn", 9, "septembar"),
    ],
)
def test_months_have_the_forms_that_are_printed(tag, month, form):
    """Genitives, regional names and abbreviations with and without their dot tell the month."""
    assert form in read(tag)["calendar"]["months"][month - 1]


def test_abbreviations_of_two_letters_are_left_out():
    """What is a common word more often than a weekday is no weekday."""
    forms = {form.casefold() for form in chain(*read("de")["calendar"]["weekdays"])}
    assert {"sonntag", "montag"} <= forms
    assert forms.isdisjoint({"so", "so.", "mo", "di", "do"})


def test_digits_count_from_zero_to_nine():
    """Digits are given where they are not ASCII, in the order of their values."""
    given = {path.stem: digits for path in FILES if (digits := read(path.stem)["calendar"].get("digits"))}
    assert set(given) == {"ar", "fa"}
    assert len(set(given.values())) == 2
    for digits in given.values():
        assert [int(digit) for digit in digits] == list(range(10))


@pytest.mark.parametrize(
    ("tag", "kind", "name"),
    [
        ("de", "cities", "Damaskus"),
        ("en", "countries", "Syria"),
        ("en", "cities", "Kyiv"),
        ("fr", "countries", "Myanmar"),  # CLDR: "Myanmar (Birmanie)"
        ("fr", "cities", "Tripoli"),  # CLDR: "Tripoli [Libye]"
        ("pt", "countries", "Polônia"),  # Brazil
        ("pt", "countries", "Polónia"),  # Portugal
        ("ru", "cities", "Дамаск"),
        ("sq", "countries", "Kosovë"),
    ],
)
def test_places_have_the_names_that_are_printed(tag, kind, name):
    """Countries and capitals have the names of the language and of its regions."""
    assert name in read(tag)["places"][kind]


@a_language
def test_what_is_no_country_is_no_country(path, cldr):
    """Unions and unknown regions are not among the countries."""
    territories = cldr.locales(path.stem)[0].territories
    assert {territories["EU"], territories["UN"], territories["ZZ"]}.isdisjoint(read(path.stem)["places"]["countries"])


def test_capitals_are_known_to_cldr(cldr):
    """CLDR names a city for each zone of the list, which has no zone twice."""
    zones = cldr.CAPITAL_ZONES.split()
    assert len(zones) == len(set(zones))
    russian = cldr.Locale.parse("ru").time_zones  # as all languages of another script, it names every city
    assert [zone for zone in zones if "city" not in russian.get(zone, {})] == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_hand_written_lines_are_kept(cldr, end):
    """Everything outside of the markers is kept byte for byte, and the second run changes nothing."""
    before, after = f'tag = "fr"  # mine{end}{end}', f"{end}[words]  {end}\tx = 1{end}"
    result = cldr.updated(f"{before}{cldr.START}{end}old = true{end}{cldr.END}{after}", "fr")
    assert result == before + cldr.part("fr") + after
    assert cldr.updated(result, "fr") == result


def test_a_file_without_the_part_is_given_it_at_its_end(cldr):
    """The hand-written lines of a file without markers stay where they are."""
    assert cldr.updated('tag = "fr"\n', "fr") == f'tag = "fr"\n\n{cldr.part("fr")}\n'
    assert cldr.updated('tag = "fr"', "fr") == f'tag = "fr"\n\n{cldr.part("fr")}\n'


def test_a_new_file_tells_tag_and_name(cldr):
    """An absent file is begun with the tag and the English name of its language."""
    assert cldr.updated("", "fr") == f'tag = "fr"\nname = "French"\n\n{cldr.part("fr")}\n'


@pytest.mark.parametrize("lines", [["START"], ["END"], ["END", "START"], ["START", "END", "START", "END"]])
def test_unpaired_markers_are_refused(cldr, lines):
    """A file whose markers do not enclose one part is not touched."""
    content = "".join(getattr(cldr, line) + "\n" for line in lines)
    with pytest.raises(ValueError, match="fr: the file must have both markers once, in order, or none"):
        cldr.updated(content, "fr")


def test_a_table_by_hand_of_the_same_name_is_refused(cldr):
    """The script never writes a file that is no TOML."""
    with pytest.raises(tomllib.TOMLDecodeError):
        cldr.updated('[calendar]\nmonths = ["mine"]\n', "fr")


def test_check_writes_nothing(cldr, tmp_path, monkeypatch, capsys):
    """`--check` tells which file would change by its exit status, and writes none; a plain run writes it."""
    monkeypatch.setattr(cldr, "FOLDER", tmp_path)
    assert cldr.main(["--check", "ka"]) == 1
    assert list(tmp_path.iterdir()) == []
    assert cldr.main(["ka"]) == 0
    assert cldr.main(["--check", "ka"]) == 0
    assert capsys.readouterr().out == "ka.toml would change\nka.toml written\n"
    assert tomllib.loads((tmp_path / "ka.toml").read_text(encoding="utf-8"))["name"] == "Georgian"
