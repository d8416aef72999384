#!/usr/bin/env python3
"""Writes the Cranfield collection as files to index and to score: cranfield.py FOLDER OUT

FOLDER holds cran.all.1400, cran.qry and cranqrel (archive cranfield.tar.zst of the test data). OUT
gets documents.jsonl, documents.tsv (id, title, text: for LucenePeer), topics.tsv and qrels.

The query numbers of cranqrel are the ordinals 1..225 of cran.qry, not the numbers in it. Its codes
1 to 4 are degrees of relevance, best first, and count as relevant alike; -1 does not.
"""
import json
import pathlib
import re
import sys


def records(path):
    """The records of a file as {field letter: text}, fields beginning with `.X` on a line."""
    for record in re.split(r"^\.I ", path.read_text(encoding="latin-1"), flags=re.M)[1:]:
        number, _, rest = record.partition("\n")
        fields = {"I": number.strip()}
        for field in re.split(r"^\.(?=[TABW]\s*$)", rest, flags=re.M)[1:]:
            fields[field[0]] = " ".join(field[1:].split())
        yield fields


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: cranfield.py FOLDER OUT")
    source, out = map(pathlib.Path, sys.argv[1:])
    with open(out / "documents.jsonl", "w", encoding="utf-8") as lines, \
            open(out / "documents.tsv", "w", encoding="utf-8") as table:
        for fields in records(source / "cran.all.1400"):
            document = {"id": fields["I"], "title": fields["T"], "text": fields["W"]}
            print(json.dumps(document), file=lines)
            print(*document.values(), sep="\t", file=table)
    with open(out / "topics.tsv", "w", encoding="utf-8") as file:
        for number, fields in enumerate(records(source / "cran.qry"), 1):
            print(number, fields["W"], sep="\t", file=file)
    with open(out / "qrels", "w", encoding="utf-8") as file:
        for line in (source / "cranqrel").read_text(encoding="latin-1").splitlines():
            topic, document, code = line.split()
            print(topic, 0, document, int(1 <= int(code) <= 4), file=file)


if __name__ == "__main__":
    main()
