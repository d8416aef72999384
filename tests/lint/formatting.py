# Sources are as clang-format 14 writes them. Skipped (status 77) where that version is not installed.
import re
import shutil
import subprocess
import sys

import tree


def clang_format():
    """The path of clang-format 14, or None."""
    for name in ("clang-format-14", "clang-format"):
        path = shutil.which(name)
        if path and "version 14." in subprocess.run([path, "--version"], capture_output=True, text=True).stdout:
            return path
    return None


TOOL = clang_format()
if TOOL is None:
    print("formatting: skipped: clang-format 14 is not installed (Debian 12: apt install clang-format)")
    sys.exit(77)
SOURCES = [path for path in tree.source_paths() if not path.endswith(".inc")]
RUN = subprocess.run([TOOL, "--dry-run", *SOURCES], cwd=tree.ROOT, capture_output=True, text=True)
LINES = re.findall(r"^(\S+?):(\d+):\d+: warning", RUN.stderr, re.MULTILINE)
tree.finish(sorted({f"{path}: not formatted: clang-format -i {path}" for path, _ in LINES}), "formatting")
