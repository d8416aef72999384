# How source files look, and that the build lists every one of them by name.
import pathlib
import re

import tree

TEXT_ENDINGS = tree.SOURCE_ENDINGS + (".py", ".txt", ".md", ".json", ".sh")
# Written apart, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b")
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(work|home|Users|root)/")
TOP_LEVEL = {
    ".ci", ".clang-format", ".clang-tidy", ".gitignore", "CMakeLists.txt", "CMakePresets.json", "LICENSE",
    "README.md", "common", "corpus", "indexer", "query", "tests",
}


def is_project_text(path):
    """Whether people of the project wrote the file: not an article, a seed or an expected output."""
    if path.startswith(("corpus/sample/", "tests/fuzz/seeds/", "tests/cli/cases/", "build")):
        return False
    name = pathlib.PurePosixPath(path).name
    return path.endswith(TEXT_ENDINGS) or "." not in name


def line_findings(path):
    if path == "LICENSE":
        return
    for number, line in enumerate(tree.read(path).split("\n"), 1):
        if "\t" in line:
            yield f"{path}:{number}: a tab"
        if line != line.rstrip():
            yield f"{path}:{number}: blanks at the end of the line"
        if UNFINISHED.search(line):
            yield f"{path}:{number}: unfinished work is not committed"
        if MACHINE_PATH.search(line):
            yield f"{path}:{number}: a path of one machine"


def source_findings(path):
    text = tree.read(path)
    if not text.startswith("// "):
        yield f"{path}:1: the first line says what the file is for"
    if path.endswith(".hpp") and "\n#pragma once\n" not in text:
        yield f"{path}:1: no #pragma once"
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield f"{path}: the file ends with exactly one line end"


def build_findings():
    lists = [path for path in tree.all_paths() if path.endswith("CMakeLists.txt")]
    listed = set()
    for path in lists:
        text = re.sub(r"#.*", "", tree.read(path))
        folder = pathlib.PurePosixPath(path).parent
        listed |= {str(folder / name) for name in re.findall(r"[\w./-]+\.cpp", text)}
        for command in ("file(GLOB", "include_directories(", "add_definitions(", "-march=native"):
            # target_include_directories( is the right one: the name must stand alone.
            if re.search(r"(?<![\w])" + re.escape(command), text):
                yield f"{path}: {command} is not used here"
    for path in tree.all_paths():
        if path.endswith(".cpp") and path not in listed:
            yield f"{path}: no CMakeLists.txt beside or above lists it"


def top_level_findings():
    for name in sorted({path.split("/")[0] for path in tree.tracked_paths()} - TOP_LEVEL):
        yield f"{name}: not one of the names of the top level"


FINDINGS = [finding for path in tree.all_paths() if is_project_text(path) for finding in line_findings(path)]
FINDINGS += [finding for path in tree.source_paths() for finding in source_findings(path)]
FINDINGS += build_findings()
FINDINGS += top_level_findings()
tree.finish(FINDINGS, "sources")
