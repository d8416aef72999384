# Who may include what: the stages' order, and the one border of every third-party library.
import re

import tree

# First part of a third-party header's name -> the places that may include it. A place that ends in /
# is a folder with all below it. tests/ may include what the test is about.
BORDERS = {
    "unicode/": ["common/text/", "common/time/"],
    "boost/": ["indexer/options.cpp", "query/options.cpp"],
    "xapian.h": [
        "common/storage/", "common/text/stemmer.cpp", "indexer/document/", "query/compile/", "query/search/",
    ],
    "archive": ["common/gazetteer/compile/table.cpp", "indexer/source/input/archive_streams.cpp"],
    "zlib.h": ["indexer/source/input/gzip_stream.cpp", "indexer/source/web/content_coding.cpp"],
    "brotli/": ["indexer/source/web/content_coding.cpp"],
    "libxml/": [
        "indexer/source/html/html_dom.hpp", "indexer/source/html/html_dom.cpp", "indexer/source/xml/xml_records.cpp",
        "indexer/source/xml/xml_text.cpp",
    ],
    "simdjson.h": ["common/article/article_json.cpp", "indexer/source/json/json_document.hpp"],
    "nlohmann/": [
        "common/article/json_text.cpp", "common/storage/manifest.cpp", "indexer/modes/", "indexer/run/",
        "indexer/train/article_corpus.cpp", "indexer/train/dated_articles.cpp", "indexer/train/manifest.cpp",
        "indexer/train/place_corpus.cpp", "query/batch/question_line.cpp", "query/render/", "query/state_file.cpp",
    ],
    "re2/": ["indexer/source/text/line_pattern.cpp"],
    "histedit.h": ["query/prompt/line_editor.cpp"],
    "cld2/": ["common/text/language.cpp"],
    "xxhash.h": ["common/base/hash.cpp"],
    "doctest/": [],
}
STANDARD_OR_SYSTEM = re.compile(r"[a-z_0-9]+|(sys|netinet)/[a-z]+\.h|(fcntl|locale|poll|signal|spawn|unistd)\.h")
INCLUDE = re.compile(r'\s*#\s*include\s*(["<])([^">]+)[">]')
# What a folder may never include: the stages that come after it, or the other tool.
FORBIDDEN = {"common/": ("indexer/", "query/", "tests/"), "indexer/": ("query/", "tests/"), "query/": ("indexer/", "tests/")}


def allowed(path, places):
    return any(path.startswith(place) if place.endswith("/") else path == place for place in places)


def quoted_finding(path, name):
    for folder, forbidden in FORBIDDEN.items():
        if path.startswith(folder) and name.startswith(forbidden):
            return f"{folder} must not include {name}"
    if name.endswith(".inc") or (tree.ROOT / name).is_file():
        return None
    return f'"{name}" is not a path from the root of the repository'


def angled_finding(path, name):
    for prefix, places in BORDERS.items():
        if name.startswith(prefix):
            if path.startswith("tests/") or allowed(path, places):
                return None
            return f"<{name}> stays in {', '.join(places) or 'tests/'}"
    if STANDARD_OR_SYSTEM.fullmatch(name):
        return None
    return f"<{name}> has no border yet: add it to BORDERS in tests/lint/includes.py"


def findings_of(path):
    for number, line in enumerate(tree.read(path).splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            check = quoted_finding if match[1] == '"' else angled_finding
            finding = check(path, match[2])
            if finding:
                yield f"{path}:{number}: {finding}"


tree.finish([finding for path in tree.source_paths() for finding in findings_of(path)], "includes")
