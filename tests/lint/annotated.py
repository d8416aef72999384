# The annotated articles keep the rules that a program can check.
import subprocess
import sys

import tree

checked = subprocess.run(
    [sys.executable, "-B", str(tree.ROOT / "corpus" / "annotated" / "marks.py"), "check"],
    capture_output=True, text=True, check=False,
)
lines = checked.stdout.splitlines()
print(lines[-1] if lines else checked.stderr)
tree.finish(lines[:-1] if checked.returncode in (0, 1) else [checked.stderr], "annotated")
