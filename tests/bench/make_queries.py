#!/usr/bin/env python3
"""Mixed queries from article JSON lines: words of several frequencies, pairs, phrases, names, dates, distances.

usage: make_queries.py ARTICLES.jsonl [COUNT] > QUERIES     (200 of them without COUNT)

The seed is fixed: the same articles give the same queries. Kinds follow each other in a fixed cycle, so
that every stretch of the list is as mixed as the whole.
"""
import collections
import itertools
import json
import random
import re
import sys

random.seed(7)
frequency = collections.Counter()
pairs = collections.Counter()
places = collections.Counter()
count = 0
for line in open(sys.argv[1], encoding="utf-8"):
    article = json.loads(line)
    words = re.findall(r"[a-z]{3,}", article["text"].lower())
    frequency.update(set(words))
    pairs.update(set(zip(words, words[1:])))
    places.update(article["places"])
    count += 1


def band(low, high):
    """Words that stand in a share of the articles between low and high, sorted."""
    return sorted(w for w, n in frequency.items() if low * count <= n < high * count)


common, medium, rare = band(0.05, 0.3), band(0.005, 0.05), band(0.0005, 0.005)
phrases = sorted(p for p, n in pairs.items() if n >= 0.002 * count and all(frequency[w] < 0.3 * count for w in p))
named = [name for name, _ in places.most_common(20)]
pick = random.choice
# How many of 200 queries are of each kind.
kinds = [
    (20, lambda: pick(common)),
    (20, lambda: pick(medium)),
    (20, lambda: pick(rare)),
    (30, lambda: f"{pick(common)} {pick(medium)}"),
    (20, lambda: f"{pick(medium)} OR {pick(medium)} OR {pick(rare)}"),
    (30, lambda: '"%s %s"' % pick(phrases)),
    (20, lambda: f"{pick(medium)} place:@{pick(named)}"),
    (20, lambda: f"{pick(common)} date:1987-0{random.randint(2, 4)}"),
    (10, lambda: f"title:{pick(medium)}"),
    (5, lambda: f"{pick(common)} -{pick(common)}"),
    (5, lambda: f"{pick(common)} NEAR/5 {pick(medium)}"),
]
shares = [kind for share, kind in kinds for _ in range(share)]
random.shuffle(shares)
wanted = int(sys.argv[2]) if len(sys.argv) > 2 else len(shares)
for kind in itertools.islice(itertools.cycle(shares), wanted):
    print(kind())
