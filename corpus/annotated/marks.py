#!/usr/bin/env python3
"""Articles with marks in the text to plain articles with stand-off annotations, and back; checks both.

usage: marks.py split FILE.marked ... | join FILE.txt ... | check
The form and the rules are in README.md beside this file.
"""
import json
import pathlib
import re
import sys
import zlib

HERE = pathlib.Path(__file__).resolve().parent
TYPES = ("person", "place", "org", "date")
MARK = re.compile(r"\[\[(person|place|org|date) ([^\[\]]+?)(?: = ([^\[\]]+?))?\]\]")
VALUE = re.compile(
    r"\d{2,4}|\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T(MO|AF|EV|NI|DT|[01]\d|2[0-3])(:[0-5]\d)?)?)?"
    r"|\d{4}-W([0-4]\d|5[0-3])(-WE)?|\d{4}-(Q[1-4]|H[12]|SP|SU|FA|WI)"
)
KEYS = ("id", "title", "date", "source", "section", "author", "lang", "event")
TITLES = re.compile(
    r"^(President|Prime Minister|Dr|Mr|Mrs|Ms|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|General|Judge|Professor|Senator|Sheikh)\.? "
)


class Problem(Exception):
    """What is wrong with a file, for people."""


def front_matter(text):
    """The keys between the two lines of dashes, and the rest."""
    match = re.match(r"---\n(.*?)\n---\n", text, re.S)
    if not match:
        raise Problem("no front matter")
    keys = {}
    for line in match[1].split("\n"):
        key, colon, value = line.partition(": ")
        if not colon or key not in KEYS:
            raise Problem(f"front matter: '{line}' is not one of {', '.join(KEYS)} with a value")
        keys[key] = value
    missing = [key for key in KEYS if key not in keys and key != "author"]
    if missing:
        raise Problem(f"front matter lacks {', '.join(missing)}")
    if keys["event"] not in ("real", "invented"):
        raise Problem("event is neither real nor invented")
    return keys, text[match.end():]


def unmark(text, base_bytes):
    """`text` without marks, and its annotations with ranges that begin at `base_bytes`."""
    plain, annotations, at = "", [], 0
    for match in MARK.finditer(text):
        plain += text[at:match.start()]
        kind, mention, target = match[1], match[2], match[3] or match[2]
        start = base_bytes + len(plain.encode())
        plain += mention
        row = {"type": kind, "start": start, "end": base_bytes + len(plain.encode()), "text": mention}
        row["value" if kind == "date" else "entity"] = target
        annotations.append(row)
        at = match.end()
    plain += text[at:]
    if "[[" in plain or "]]" in plain:
        raise Problem(f"a mark that cannot be read near '{plain[max(0, plain.find('[[') - 20):][:80]}'")
    return plain, annotations


def set_of(name):
    """The set of the article NAME.txt, fixed by its name: two in nine are for testing."""
    return "test" if zlib.crc32(name.encode()) % 9 < 2 else "train"


def split(path):
    keys, body = front_matter(path.read_text(encoding="utf-8"))
    title, annotations = unmark(keys["title"], 0)
    paragraphs, offset = [], len(title.encode())
    for line in body.split("\n"):
        if line.strip():
            plain, rows = unmark(line.strip(), offset + 2)
            paragraphs.append(plain)
            annotations += rows
            offset += 2 + len(plain.encode())
    head = [f"{key}: {title if key == 'title' else keys[key]}" for key in KEYS if key in keys and key != "event"]
    head = [re.sub(r"^title: (.*)$", lambda m: "title: " + json.dumps(m[1], ensure_ascii=False), line) for line in head]
    name = path.stem
    (HERE / f"{name}.txt").write_text("---\n" + "\n".join(head) + "\n---\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    record = {"invented": keys["event"] == "invented", "set": set_of(name), "annotations": annotations}
    standoff = HERE / f"{name}.json"
    rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in annotations)
    standoff.write_text(
        f'{{"invented": {json.dumps(record["invented"])}, "set": "{record["set"]}", "annotations": [\n{rows}\n]}}\n', encoding="utf-8"
    )


def plain_article(path):
    """The front matter as lines, the title, and the text that ranges point into."""
    head, body = re.match(r"---\n(.*?)\n---\n\n(.*)\n$", path.read_text(encoding="utf-8"), re.S).groups()
    title = json.loads(re.search(r"^title: (.*)$", head, re.M)[1])
    return head, title, title + "\n\n" + body


def join(path):
    head, title, text = plain_article(path)
    record = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    data, out, at = text.encode(), b"", 0
    for row in record["annotations"]:
        target = row["value"] if row["type"] == "date" else row["entity"]
        mark = f"[[{row['type']} {row['text']}" + ("" if target == row["text"] else f" = {target}") + "]]"
        out += data[at:row["start"]] + mark.encode()
        at = row["end"]
    marked_title, _, body = (out + data[at:]).decode().partition("\n\n")
    event = "invented" if record["invented"] else "real"
    head = re.sub(r"^title: .*$", lambda _: f"title: {marked_title}", head, flags=re.M)
    print(f"---\n{head}\nevent: {event}\n---\n\n{body}")


def findings(path):
    _, _, text = plain_article(path)
    data = text.encode()
    record = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    end = 0
    marked = {}
    if record["set"] != set_of(path.stem):
        yield f"{path.name}: is in the set '{record['set']}', by its name it belongs to '{set_of(path.stem)}'"
    for row in record["annotations"]:
        where = f"{path.name}: {row['text']}"
        if row["type"] not in TYPES or data[row["start"]:row["end"]].decode(errors="replace") != row["text"]:
            yield f"{where}: the range does not hold the mention"
        if row["start"] < end:
            yield f"{where}: overlaps the mention before"
        end = row["end"]
        if row["type"] == "date" and not VALUE.fullmatch(row["value"]):
            yield f"{where}: '{row['value']}' is no TIMEX3 value that the rules know"
        if row["type"] == "place" and not re.search(r", ([A-Z]{2}|-)$", row["entity"]):
            yield f"{where}: the place '{row['entity']}' does not end in a country's code or -"
        if row["type"] == "person" and TITLES.match(row["text"]):
            yield f"{where}: begins with a title"
        if row["text"].endswith(("'s", "’s")) or row["text"] != row["text"].strip(" .,;:") and not row["text"].endswith("."):
            yield f"{where}: ends or begins with what is not of the name"
        if row["type"] != "date":
            marked.setdefault(row["text"], []).append((row["start"], row["end"]))
    ranges = [(row["start"], row["end"]) for row in record["annotations"]]
    for name, places in marked.items():
        for match in re.finditer(rb"(?<![\w-])" + re.escape(name.encode()) + rb"(?![\w-])", data):
            if not any(start <= match.start() < stop for start, stop in ranges):
                yield f"{path.name}: '{name}' is marked at byte {places[0][0]}, but not at byte {match.start()}"


def check():
    problems, articles, words, mentions = [], 0, 0, 0
    for path in sorted(HERE.glob("*.txt")):
        problems += findings(path)
        articles += 1
        words += len(plain_article(path)[2].split())
        mentions += len(json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["annotations"])
    print("\n".join(problems + [f"{articles} articles, {words} words, {mentions} mentions, {len(problems)} problems"]))
    return 1 if problems else 0


def main(arguments):
    if arguments[:1] == ["check"] and len(arguments) == 1:
        return check()
    if arguments[:1] not in (["split"], ["join"]) or len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    status = 0
    for name in arguments[1:]:
        try:
            (split if arguments[0] == "split" else join)(pathlib.Path(name))
        except Problem as problem:
            print(f"{name}: {problem}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
