# Runs the commands of README.md's console blocks, in order, in an empty folder that holds a copy of the
# sample archive, and compares what they print with what the README shows: tour.py FOLDER_WITH_PROGRAMS...
#
# A block's line `$ COMMAND` is run by bash; the lines up to the next one are its output, where a line
# `…` stands for any number of lines, and … inside a line for any text. `$? N` says that the command ends
# with status N (else 0). Blocks that begin with `$ git clone` are about installing and are left out.
import os
import re
import shutil
import subprocess
import sys
import tempfile

import tree

BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(readme):
    """(command, expected lines, expected status) of each command of the tour."""
    for block in BLOCK.findall(readme):
        if block.startswith("$ git clone"):
            continue
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = part.rstrip("\n").split("\n")
            while lines[0].endswith("\\") and len(lines) > 1:
                lines[:2] = [lines[0] + "\n" + lines[1]]
            status = next((int(line[3:]) for line in lines[1:] if line.startswith("$? ")), 0)
            yield lines[0], [line for line in lines[1:] if not line.startswith("$? ")], status


def pattern(lines):
    """A regular expression for output that is shown as `lines`."""
    parts = []
    for line in lines:
        if line.strip() == "…":
            parts.append(r"(?:.*\n)*?")
        else:
            parts.append("[^\n]*".join(re.escape(piece.rstrip()) for piece in line.split("…")) + r"[ ]*\n")
    return "".join(parts)


def run(command, folder, programs):
    environment = {
        "PATH": os.pathsep.join([*programs, os.environ.get("PATH", "/usr/bin:/bin")]),
        "HOME": folder, "LC_ALL": "C.UTF-8", "DATELINE_INDEX": "",
    }
    del environment["DATELINE_INDEX"]
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)


def findings_in(folder, programs):
    shutil.copytree(tree.ROOT / "corpus" / "sample", os.path.join(folder, "corpus", "sample"))
    count = 0
    for command, lines, status in commands(tree.read("README.md")):
        count += 1
        done = run(command, folder, programs)
        output = done.stdout.decode(errors="replace")
        if done.returncode != status:
            yield f"README.md: $ {command}\nstatus {done.returncode} instead of {status}; printed:\n{output}"
        elif lines and not re.fullmatch(pattern(lines), output if output.endswith("\n") else output + "\n"):
            yield f"README.md: $ {command}\nprinted:\n{output}"
    print(f"{count} commands")
    if count < 5:
        yield "README.md: the tour has gone"


with tempfile.TemporaryDirectory(prefix="dateline-tour-") as place:
    FINDINGS = list(findings_in(place, sys.argv[1:]))
tree.finish(FINDINGS, "tour")
