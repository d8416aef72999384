# The form of the gazetteer's tables: columns, order, nothing twice, codes that exist; and their manifest.
import hashlib
import lzma
import re

import tree

FOLDER = tree.ROOT / "common" / "gazetteer" / "data"

# Table -> number of columns, and the columns that order its rows and may not repeat; () where order has a meaning.
COLUMNS = {
    "blocked_names.tsv": (1, (0,)),
    "countries.tsv": (11, (0,)),
    "division_facts.tsv": (6, (0,)),
    "divisions.tsv.xz": (2, ()),
    "english_words.tsv.xz": (1, (0,)),
    "foreign_names.tsv": (2, (0,)),
    "former_countries.tsv": (8, (0,)),
    "nature.tsv": (7, (0,)),
    "old_names.tsv": (2, (0,)),
    "organisations.tsv": (5, (0, 2)),
    "other_names.tsv.xz": (2, (0,)),
    "people.tsv": (5, (0,)),
    "person_names.tsv.xz": (2, (0,)),
    "places.tsv.xz": (10, ()),
    "regions.tsv": (9, (2, 1)),
    "wordnet_people.tsv.xz": (4, (0,)),
    "words.tsv": (2, ()),
}
COUNTRY_COLUMN = {"organisations.tsv": 1, "people.tsv": 1}


def text_of(name):
    bytes_read = (FOLDER / name).read_bytes()
    return (lzma.decompress(bytes_read) if name.endswith(".xz") else bytes_read).decode("utf-8")


def rows_of(name):
    return [(number, line.split("\t")) for number, line in enumerate(text_of(name).split("\n"), 1)
            if line and not line.startswith("#")]


def form_findings(name, rows):
    count, keys = COLUMNS[name]
    before = None
    for number, row in rows:
        if len(row) != count:
            yield f"{name}:{number}: {len(row)} columns, not {count}"
            continue
        for cell in row:
            if cell != cell.strip():
                yield f"{name}:{number}: blanks around '{cell}'"
            parts = cell.split("|")
            if len(parts) > 1 and "" in parts:
                yield f"{name}:{number}: an empty name in a list"
        key = tuple(row[column].encode() for column in keys)
        if keys and before is not None and key <= before:
            yield f"{name}:{number}: out of order, or there twice"
        before = key


def reference_findings(tables):
    regions = {row[1]: row[2] for _, row in tables["regions.tsv"]}
    countries = {row[0] for _, row in tables["countries.tsv"]}
    for number, row in tables["countries.tsv"]:
        if regions.get(row[4]) != "continent":
            yield f"countries.tsv:{number}: {row[3]} lies on no continent"
        if not (re.fullmatch("[A-Z]{2}", row[0]) and re.fullmatch("[A-Z]{3}", row[1]) and row[2].isdigit()):
            yield f"countries.tsv:{number}: a code of {row[3]} is malformed"
    for name, column in COUNTRY_COLUMN.items():
        for number, row in tables[name]:
            if row[column] and row[column] not in countries:
                yield f"{name}:{number}: no country '{row[column]}'"
    for number, row in tables["people.tsv"]:
        if row[3] and not re.fullmatch(r"\d{4}-(\d{4})?", row[3]):
            yield f"people.tsv:{number}: '{row[3]}' are no years"


def manifest_findings():
    manifest = (FOLDER / "MANIFEST.md").read_text(encoding="utf-8")
    for name in COLUMNS:
        if f"`{name}`" not in manifest:
            yield f"MANIFEST.md: says nothing of {name}"
        digest = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
        if name.endswith(".xz") and digest[:16] not in manifest:
            yield f"MANIFEST.md: {name} begins its SHA-256 with {digest[:16]} now"
    for path in sorted(FOLDER.iterdir()):
        if ".tsv" in path.name and path.name not in COLUMNS:
            yield f"{path.name}: not one of the tables"


TABLES = {name: rows_of(name) for name in COLUMNS}
FINDINGS = [finding for name, rows in TABLES.items() for finding in form_findings(name, rows)]
if not FINDINGS:
    FINDINGS += reference_findings(TABLES)
FINDINGS += manifest_findings()
tree.finish(FINDINGS, "gazetteer")
