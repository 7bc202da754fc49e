"""Write the terms of schema.org that the tests hold our JSON-LD to.

The vocabulary comes from the npm package schema-dts (Apache-2.0), which Google generates from schema.org's own definitions.
Run it with another version to follow schema.org::

    python scripts/schema_org.py 2.1.0

What it writes, to ``tests/formats/schema_org_terms.json``::

    {"source": "schema-dts 2.1.0",
     "types": {"NewsArticle": ["Article"], ...},                  # each type and its direct parents
     "properties": {"headline": {"domains": ["CreativeWork"],     # the types that it may stand on, without those that inherit it
                                 "ranges": ["Text"]}, ...}}       # the types of its values
"""

import argparse
import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
TARGET = HERE / "tests" / "formats" / "schema_org_terms.json"
TYPES = "package/dist/schema.d.ts"

# interface ObservationBase extends ThingBase, QuantitativeValueBase {
# export interface NewsArticleLeaf extends NewsArticleBase {
HEAD = re.compile(r"^(?:export )?interface (?P<name>\w+?)(?P<form>Base|Leaf) extends (?P<parents>[^{]+)\{$")
#     "headline"?: SchemaValue<Text, "headline">;
PROPERTY = re.compile(r'^    "(?P<name>\w+)"\?: SchemaValue<(?P<ranges>[^,]+), "\w+">;$')
# export type EmployeeRoleLeaf<TContent, TProperty extends string> = Omit<EmployeeRoleBase, TProperty> & {
GENERIC = re.compile(r"^export type (?P<name>\w+)Leaf<.*= Omit<(?P<parent>\w+)Base,")


def terms_of(declarations: str) -> tuple[dict[str, set[str]], dict[str, dict[str, set[str]]]]:
    """Read types with their parents, and properties with domains and ranges, from the TypeScript declarations."""
    types: dict[str, set[str]] = {}
    properties: dict[str, dict[str, set[str]]] = {}
    current = ""
    for line in declarations.splitlines():
        if head := HEAD.match(line):
            current = head["name"]
            parents = {name.strip().removesuffix("Base") for name in head["parents"].split(",")}
            types.setdefault(current, set()).update(name for name in parents if name.isidentifier() and name != current)
        elif generic := GENERIC.match(line):
            types.setdefault(generic["name"], set()).update({generic["parent"]} - {generic["name"]})
        elif found := PROPERTY.match(line):
            term = properties.setdefault(found["name"], {"domains": set(), "ranges": set()})
            term["domains"].add(current)
            term["ranges"].update({name.strip() for name in found["ranges"].split("|")} - {"IdReference"})
    return types, properties


def main() -> None:
    """Fetch the package by npm, and write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("version", help="of schema-dts")
    package = f"schema-dts@{parser.parse_args().version}"
    npm = shutil.which("npm")
    if npm is None:
        parser.error("npm is not installed")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm, "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  the user names the version
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as packed:
            member = packed.extractfile(TYPES)
            if member is None:
                parser.error(f"{package} has no {TYPES}")
            declarations = member.read().decode()
    types, properties = terms_of(declarations)
    rows = [
        f' "source": {json.dumps(package.replace("@", " "))}',
        _table("types", {name: sorted(parents) for name, parents in types.items()}),
        _table("properties", {name: {key: sorted(of) for key, of in term.items()} for name, term in properties.items()}),
    ]
    TARGET.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    print(f"{TARGET.relative_to(HERE)}: {len(types)} types, {len(properties)} properties")


def _table(name: str, entries: dict[str, object]) -> str:
    lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(entries[key])}" for key in sorted(entries))
    return f' "{name}": {{\n{lines}\n }}'


if __name__ == "__main__":
    main()
