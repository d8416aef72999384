#!/usr/bin/env python3
"""200 mixed queries from article JSON lines: words of several frequencies, pairs, phrases, names, dates.

usage: make_queries.py ARTICLES.jsonl > QUERIES     (fixed seed: the same articles give the same queries)
"""
import collections
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
queries = []
for words in (common, medium, rare):
    queries += random.sample(words, 20)
queries += [f"{random.choice(common)} {random.choice(medium)}" for _ in range(30)]
queries += [f"{random.choice(medium)} OR {random.choice(medium)} OR {random.choice(rare)}" for _ in range(20)]
queries += ['"%s %s"' % p for p in random.sample(phrases, 30)]
queries += [f"{random.choice(medium)} place:@{random.choice(named)}" for _ in range(20)]
queries += [f"{random.choice(common)} date:1987-0{random.randint(2, 4)}" for _ in range(20)]
queries += [f"title:{random.choice(medium)}" for _ in range(10)]
queries += [f"{random.choice(common)} -{random.choice(common)}" for _ in range(10)]
print("\n".join(queries))
