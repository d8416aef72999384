#!/usr/bin/env python3
"""Article JSON lines to the input of Omega's scriptindex, with the script that indexes the same fields.

usage: to_omega.py ARTICLES.jsonl DUMP SCRIPT
"""
import json
import sys

with open(sys.argv[2], "w", encoding="utf-8") as dump:
    for line in open(sys.argv[1], encoding="utf-8"):
        article = json.loads(line)
        body = " ".join(article["paragraphs"]).replace("\n", " ")
        dump.write(f"id={article['id']}\ndate={(article['published'] or '19700101')[:10].replace('-', '')}\n")
        dump.write(f"title={article['title']}\nbody={body}\n")
        dump.write("".join(f"place={name}\n" for name in article["places"]))
        dump.write("".join(f"person={name}\n" for name in article["people"]))
        dump.write("\n")
with open(sys.argv[3], "w", encoding="utf-8") as script:
    script.write(
        "id : boolean=Q unique=Q field\ndate : field value=0 date=yyyymmdd\ntitle : field index=S index\n"
        "body : index truncate=300 field=sample\nplace : boolean=XP field\nperson : boolean=XN field\n"
    )
