#!/usr/bin/env python3
"""Makes short queries with judgments of Reuters-21578: reuters_topics.py FOLDER OUT

FOLDER holds reut2-*.sgm.gz and cat-descriptions_120396.txt. The query of a category is its
description, in one to six words (`Natural Gas (NAT-GAS)`, or `PALM-OIL` where a code is all there
is); relevant are the articles to which the collection gives it in TOPICS, ORGS or EXCHANGES.
Categories with fewer than MIN_ARTICLES articles are left out. OUT gets topics.tsv, qrels and
documents.tsv (id, title, text: for LucenePeer).
"""
import gzip
import html
import pathlib
import re
import sys

MIN_ARTICLES = 3
DESCRIBED = re.compile(r"^(.*\S)\s+\(([A-Z-]+)\)\s*(?:@\*)?\s*$")
CODE = re.compile(r"^([A-Z][A-Z-]+)\s*$")


def categories(path):
    """{code in lower case: query} of subjects, organisations and exchanges."""
    text = path.read_text(encoding="latin-1")
    text = text[text.index("****Subject Codes"):text.index("@heading[Country Codes")]
    found = {}
    for line in text.splitlines():
        described, code = DESCRIBED.match(line), CODE.match(line)
        if described:
            found[described[2].lower()] = " ".join(re.findall(r"[A-Za-z.]+", described[1]))
        elif code:
            found[code[1].lower()] = code[1].lower().replace("-", " ")
    return found


def element(name, record):
    match = re.search(rf"<{name}[^>]*>(.*?)</{name}>", record, re.S)
    return match[1] if match else ""


def plain(text):
    return " ".join(html.unescape(re.sub(r"&#\d+;", " ", text)).split())


def articles(folder):
    """(id, codes, title, text) of each record."""
    for path in sorted(folder.glob("reut2-*.sgm.gz")):
        text = gzip.open(path, "rt", encoding="latin-1").read()
        for record in re.findall(r"<REUTERS .*?</REUTERS>", text, re.S):
            codes = set()
            for field in ("TOPICS", "ORGS", "EXCHANGES"):
                codes.update(re.findall(r"<D>(.*?)</D>", element(field, record)))
            whole = element("TEXT", record)
            body = element("BODY", record) or re.sub(r"<[^>]*>", " ", whole)
            yield (re.search(r'NEWID="(\d+)"', record)[1], codes, plain(element("TITLE", whole)),
                   plain(body))


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: reuters_topics.py FOLDER OUT")
    source, out = map(pathlib.Path, sys.argv[1:])
    queries = categories(source / "cat-descriptions_120396.txt")
    relevant = {code: [] for code in queries}
    with open(out / "documents.tsv", "w", encoding="utf-8") as table:
        for number, codes, title, text in articles(source):
            print(number, title, text, sep="\t", file=table)
            for code in codes & relevant.keys():
                relevant[code].append(number)
    with open(out / "topics.tsv", "w", encoding="utf-8") as topics, \
            open(out / "qrels", "w", encoding="utf-8") as qrels:
        for code, numbers in relevant.items():
            if len(numbers) >= MIN_ARTICLES:
                print(code, queries[code], sep="\t", file=topics)
                for number in numbers:
                    print(code, 0, number, 1, file=qrels)


if __name__ == "__main__":
    main()
