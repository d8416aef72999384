# The files of the checkout as the lint checks see them, and how a finding is printed.
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE_ENDINGS = (".cpp", ".hpp", ".inc")


def _tracked(*options):
    """Paths that git lists, or None where this is not a git checkout or git is missing."""
    command = ["git", "-c", f"safe.directory={ROOT}", "-C", str(ROOT), "ls-files", "-z", *options]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        return None
    return sorted(path for path in listed.split("\0") if path and (ROOT / path).is_file())


def _walked():
    """All files below the root but for builds and hidden folders: for an unpacked release."""
    found = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if not name.startswith((".", "build"))]
        found += [os.path.relpath(os.path.join(folder, name), ROOT) for name in files]
    return sorted(found)


def tracked_paths():
    """The paths that a commit holds (in an unpacked release: all), relative to the root."""
    tracked = _tracked("--cached")
    return tracked if tracked else _walked()


def all_paths():
    """tracked_paths() and new files that are not ignored, so that a finding comes before the commit."""
    listed = _tracked("--cached", "--others", "--exclude-standard")
    return listed if listed else _walked()


def source_paths():
    """C++ sources and headers."""
    return [path for path in all_paths() if path.endswith(SOURCE_ENDINGS)]


def read(path):
    """The file's text; a byte that is not UTF-8 shows as U+FFFD."""
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def finish(findings, what):
    """Prints the findings, `path[:line]: message` each, and exits with 1 where there are any."""
    for finding in findings:
        print(finding)
    print(f"{what}: {len(findings)} findings")
    sys.exit(1 if findings else 0)
