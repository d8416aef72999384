# What the tests on a terminal have in common: each function test_… of a file is one test.
#
#   FILE --query-tool FILE --index-tool FILE --archive DIR [NAME...]
import argparse
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))

from terminal import Failure, Terminal  # noqa: E402


class Tools:
    """The programs under test, the archive that is only read, and a folder for one test."""

    def __init__(self, arguments, work):
        self.query, self.index, self.archive = (str(Path(path).resolve()) for path in (
            arguments.query_tool, arguments.index_tool, arguments.archive))
        self.work = work

    def terminal(self, *words, **settings):
        """dateline-query with `words` on a terminal, and nothing of this user's settings."""
        environment = {"HOME": str(self.work / "home"), "XDG_STATE_HOME": str(self.work / "state")}
        environment.update(settings.pop("environment", {}))
        return Terminal([self.query, "-i", str(self.archive), *words], environment=environment,
                        directory=self.work, **settings)

    def plain(self, *words):
        """What dateline-query prints into a pipe."""
        done = subprocess.run([self.query, "-i", str(self.archive), *words], capture_output=True,
                              check=False, stdin=subprocess.DEVNULL)
        return done.stdout.decode()


def equal(found, wanted):
    if found != wanted:
        raise Failure(f"found:\n{found}\nwanted:\n{wanted}")


def contains(text, part):
    if part not in text:
        raise Failure(f"{part!r} is missing in:\n{text}")


def lacks(text, part):
    if part in text:
        raise Failure(f"{part!r} is in:\n{text}")


def main(tests):
    parser = argparse.ArgumentParser()
    parser.add_argument("--query-tool", required=True)
    parser.add_argument("--index-tool", required=True)
    parser.add_argument("--archive", required=True)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    failed = 0
    for name, test in tests.items():
        if not name.startswith("test_") or (arguments.names and name not in arguments.names):
            continue
        with tempfile.TemporaryDirectory(prefix="dateline-prompt-") as work:
            try:
                test(Tools(arguments, Path(work)))
            except Exception:  # noqa: BLE001: every test is to run
                failed += 1
                print(f"{name}: FAILED\n{traceback.format_exc()}", flush=True)
    return 1 if failed else 0
