# Links in documents lead somewhere, and the README says what the programs do:
# documents.py DATELINE_INDEX DATELINE_QUERY
import pathlib
import re
import subprocess
import sys

import tree

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def anchors(text):
    """The names by which the headings of a document can be linked to, as GitHub makes them."""
    headings = re.findall(r"^#+ +(.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def link_findings(path):
    folder = pathlib.PurePosixPath(path).parent
    for target in LINK.findall(CODE.sub("", tree.read(path))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = tree.ROOT / folder / name if name else tree.ROOT / path
        if not file.exists():
            yield f"{path}: no such file: {target}"
        elif anchor and anchor not in anchors(file.read_text(encoding="utf-8")):
            yield f"{path}: no such heading: {target}"


def help_of(program):
    return subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout


def help_rows(text, section):
    """First words of the rows of a section of --help, such as the examples of `Fields:`."""
    part = text.split(f"\n{section}:\n", 1)
    if len(part) < 2:
        return []
    return re.findall(r"^  (\S+)", part[1].split("\n\n", 1)[0], re.MULTILINE)


def field_findings(readme, help_text):
    fields = [re.match("[a-z]*", example)[0] for example in help_rows(help_text, "Fields")]
    if len(fields) < 10:
        yield "dateline-query --help: the section 'Fields:' is missing"
    for name in fields:
        if not re.search(rf"`{name}\d*:", readme):
            yield f"README.md: says nothing about the field {name}:"


def option_findings(readme, help_text):
    """Options that the README names must exist in one of the two programs."""
    known = set(re.findall(r"--[a-z][a-z-]*", help_text))
    section = readme.split("## Install", 1)[-1]
    text = re.sub(r"^.*(cmake|ctest|apt).*$", "", section, flags=re.MULTILINE)
    for option in sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)) - known):
        yield f"README.md: neither program knows {option}"


def exit_statuses():
    """Statuses that common/base/error.cpp gives to the error kinds."""
    function = tree.read("common/base/error.cpp").split("int exit_status", 1)[1].split("\n}\n", 1)[0]
    return set(re.findall(r"return (\d+);", function))


def status_findings(readme, helps):
    table = set()
    for row in re.findall(r"^\| ([\d, ]+) \|", readme, re.MULTILINE):
        table |= set(re.findall(r"\d+", row))
    in_programs = exit_statuses()
    for text in helps:
        for row in re.findall(r"^  (\d[\d, ]*?)  ", text.split("Exit status:", 1)[-1], re.MULTILINE):
            in_programs |= set(re.findall(r"\d+", row))
    for status in sorted(in_programs - table, key=int):
        yield f"README.md: the table of exit statuses lacks {status}"
    for status in sorted(table - in_programs, key=int):
        yield f"README.md: no program gives the exit status {status}"


def format_findings(readme, program):
    """The table of formats against those that the program names when it is given none of them."""
    refusal = subprocess.run([program, "--input-format", "?", "x"], capture_output=True, text=True, check=False)
    names = re.search(r"the formats are (.*)", refusal.stderr)[1].split(", ")
    rows = re.findall(r"^\| (`[^|]*`) \|", readme.split("`--input-format` | takes", 1)[1].split("\n\n", 1)[0], re.MULTILINE)
    table = {name for row in rows for name in re.findall(r"`([^`]+)`", row)}
    for name in names:
        if name not in table:
            yield f"README.md: the table of formats lacks {name}"


README = tree.read("README.md")
HELPS = [help_of(program) for program in sys.argv[1:3]]
FINDINGS = [
    finding for path in tree.all_paths() if path.endswith(".md") for finding in link_findings(path)
]
FINDINGS += field_findings(README, HELPS[1])
FINDINGS += option_findings(README, "\n".join(HELPS))
FINDINGS += status_findings(README, HELPS)
FINDINGS += format_findings(README, sys.argv[1])
tree.finish(FINDINGS, "documents")
