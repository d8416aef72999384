# Man pages and completions name every option and every field, and the programs that read them have
# nothing to say against them: manual.py DATELINE_INDEX DATELINE_QUERY
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tree


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def options_of(program):
    """(long names, short letters) in the order of --help."""
    rows = re.findall(r"^  (?:-(\w), |    )--([a-z-]+)", output_of(program, "--help"), re.MULTILINE)
    return [name for _, name in rows], [letter for letter, _ in rows if letter]


def fields():
    return re.findall(r'^    \{FieldId::\w+, "(\w+)"', tree.read("common/schema/fields.cpp"), re.MULTILINE)


def warnings_of(page, name):
    """What groff says to `page`; Debian's man uses the same macros."""
    if not shutil.which("groff"):
        print(f"{name}: warnings are not looked for: groff is not installed")
        return
    done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z"], input=page, capture_output=True, text=True, check=False)
    for line in (done.stderr + done.stdout).splitlines():
        yield f"{name}: groff: {line}"


def page_findings(program, arguments, name, sections):
    page = output_of(program, *arguments)
    yield from warnings_of(page, name)
    if not page.isascii():
        yield f"{name}: characters that are not ASCII"
    found = re.findall(r'^\.SH "(.*)"$', page, re.MULTILINE)
    if found != sections:
        yield f"{name}: sections are {found}"


def program_page_findings(program):
    name = pathlib.Path(program).name
    sections = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "FILES", "SEE ALSO"]
    yield from page_findings(program, ["--man"], f"{name}.1", sections)
    page = output_of(program, "--man")
    names, letters = options_of(program)
    if len(names) < 20:
        yield f"{name} --help: options are missing"
    for option in names:
        if rf"\fB\-\-{option.replace('-', chr(92) + '-')}\fR" not in page:
            yield f"{name}.1: says nothing about --{option}"
    for letter in letters:
        if rf"\fB\-{letter}\fR" not in page:
            yield f"{name}.1: says nothing about -{letter}"


def syntax_page_findings(program):
    sections = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPERATORS", "FIELDS", "DATES", "EXAMPLES", "HABITS FROM ELSEWHERE", "LIMITS",
                "SEE ALSO"]
    yield from page_findings(program, ["--man=syntax"], "dateline-syntax.7", sections)
    page = output_of(program, "--man=syntax")
    names = fields()
    if len(names) < 20:
        yield "common/schema/fields.cpp: fields are not found"
    for field in names:
        if not re.search(rf"^\\fB{field}N?:\\fR$", page, re.MULTILINE):
            yield f"dateline-syntax.7: says nothing about {field}:"


def completion_findings(program, shell, checker, option_form):
    name = pathlib.Path(program).name
    script = output_of(program, "--completion", shell)
    for option in options_of(program)[0]:
        if not re.search(option_form.format(re.escape(option)), script):
            yield f"{name} --completion {shell}: --{option} is missing"
    if not shutil.which(checker[0]):
        print(f"{name} --completion {shell}: not checked: {checker[0]} is not installed")
        return
    with tempfile.NamedTemporaryFile("w", suffix="." + shell) as file:
        file.write(script)
        file.flush()
        done = subprocess.run([*checker, file.name], capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        yield f"{name} --completion {shell}: {done.stderr}"


FINDINGS = list(syntax_page_findings(sys.argv[2]))
for PROGRAM in sys.argv[1:3]:
    FINDINGS += program_page_findings(PROGRAM)
    FINDINGS += completion_findings(PROGRAM, "bash", ["bash", "-n"], r"--{}[ '|)=]")
    FINDINGS += completion_findings(PROGRAM, "zsh", ["zsh", "-n"], r"--{}[=}}\[]")
    FINDINGS += completion_findings(PROGRAM, "fish", ["fish", "--no-execute"], r" -l {} ")
tree.finish(FINDINGS, "manual")
