# Checks JSON output against the files in common/doc/schemas. It is stricter than they are for readers: a
# key that no schema names is a finding, because a reader must be able to look it up.
import json
import re
import sys
from pathlib import Path

try:
    import jsonschema
except ModuleNotFoundError:  # another Python than Debian's comes first in PATH
    sys.path.append("/usr/lib/python3/dist-packages")
    import jsonschema

FOLDER = Path(__file__).resolve().parents[2] / "common" / "doc" / "schemas"


def strict(schema):
    """`schema` with every object closed for keys that it does not name."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(value) for key, value in schema.items()}
    if "properties" in closed and isinstance(closed.get("type"), (str, list)):
        closed.setdefault("additionalProperties", False)
    return closed


def load():
    """Validators by the value of the key `schema`."""
    validators = {}
    for path in sorted(FOLDER.glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[schema["properties"]["schema"]["const"]] = jsonschema.Draft202012Validator(strict(schema))
    return validators


def without_doubles(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key is given twice: {keys}")
    return dict(pairs)


def findings(text, validators):
    """What is wrong with the lines of `text` that are objects of Dateline; other lines are passed over."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith('{"schema":"dateline.'):
            continue
        try:
            value = json.loads(line, object_pairs_hook=without_doubles)
        except ValueError as error:
            found.append(f"line {number}: not JSON: {error}")
            continue
        if value["schema"] not in validators:
            found.append(f"line {number}: there is no schema of {value['schema']}")
            continue
        for error in validators[value["schema"]].iter_errors(value):
            place = "/".join(str(part) for part in error.absolute_path)
            found.append(f"line {number}: {value['schema']}: {place}: {error.message[:300]}")
    return found


def main():
    """Prints which schemas the lines of standard input name, and what does not follow them."""
    lines = sys.stdin.read()
    names = set(re.findall(r'^\{"schema":"([^"]+)"', lines, re.MULTILINE))
    for name in sorted(names):
        print(name)
    for finding in findings(lines, load()):
        print(finding)


if __name__ == "__main__":
    main()
