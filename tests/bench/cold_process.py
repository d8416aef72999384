#!/usr/bin/env python3
"""A fresh process for each query of two words: dateline-query, quest and the sqlite3 shell in turns.

usage: cold_process.py DATELINE_QUERY QUERIES ROUNDS    (in the folder that tests/bench/queries has filled)

Prints a JSON object for each tool: median and 95th percentile of the wall time from start to end, in
milliseconds, and the ratio of its median to that of dateline-query. Each prints ten titles, best first.
"""
import json
import re
import subprocess
import sys
import time

query_tool, queries, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
pairs = [line.split() for line in open(queries, encoding="utf-8") if re.fullmatch(r"[a-z]+ [a-z]+\n", line)][:50]


def commands(first, second):
    """What each tool is asked for two words that must both stand in an article."""
    return {
        "dateline-query": [query_tool, "-i", "dateline.idx", f"{first} {second}"],
        "quest": ["quest", "-d", "omega.db", "-m", "10", "-s", "english", f"{first} AND {second}"],
        "sqlite3 fts5": [
            "sqlite3",
            "fts.db",
            f"select title, snippet(articles, 2, '', '', '...', 20) from articles"
            f" where articles match '{first} AND {second}' order by rank limit 10",
        ],
    }


times = {}
for round_number in range(rounds + 1):  # the first fills the page cache and does not count
    for pair in pairs:
        for tool, command in commands(*pair).items():
            start = time.perf_counter()
            status = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
            elapsed = time.perf_counter() - start
            if status > 1:  # 1 is no hit
                sys.exit(f"cold_process.py: error: {command} ended with status {status}")
            if round_number > 0:
                times.setdefault(tool, []).append(1000 * elapsed)
medians = {tool: sorted(values)[len(values) // 2] for tool, values in times.items()}
for tool, values in times.items():
    print(json.dumps({
        "run": "cold process", "tool": tool, "queries": len(pairs), "rounds": rounds,
        "p50_ms": round(medians[tool], 2), "p95_ms": round(sorted(values)[len(values) * 95 // 100], 2),
        "to_dateline": round(medians[tool] / medians["dateline-query"], 2),
    }))
