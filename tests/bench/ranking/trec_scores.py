#!/usr/bin/env python3
"""Scores ranked lists as trec_eval does: trec_scores.py QRELS RUN [--each]

QRELS has lines `topic 0 document relevance`, RUN lines `topic Q0 document rank score tag`. Prints
the means over all topics of QRELS that have a relevant document; a topic without any hit counts 0.

As trec_eval: the rank in RUN does not count; hits are ordered by score, equal ones by document in
descending order; relevance of 1 and more is relevant; the gain of nDCG is the relevance, the
discount log2(rank + 1). Documents without a judgment are not relevant.
"""
import argparse
import collections
import math
import sys

CUT = 10
RECALL_CUT = 100
MEASURES = ("map", "ndcg_cut_10", "P_10", "recall_100")


def read_judgments(lines):
    """{topic: {document: relevance}} of the lines of a QRELS file."""
    judgments = collections.defaultdict(dict)
    for number, line in enumerate(lines, 1):
        fields = line.split()
        if len(fields) != 4:
            sys.exit(f"trec_scores.py: error: line {number} of the judgments has not four fields")
        judgments[fields[0]][fields[2]] = int(fields[3])
    return judgments


def read_run(lines):
    """{topic: [document, best first]} of the lines of a RUN file."""
    hits = collections.defaultdict(dict)
    for number, line in enumerate(lines, 1):
        fields = line.split()
        if len(fields) != 6:
            sys.exit(f"trec_scores.py: error: line {number} of the run has not six fields")
        topic, _, document, _, score, _ = fields
        if document in hits[topic]:
            sys.exit(f"trec_scores.py: error: document {document} twice for topic {topic}")
        hits[topic][document] = float(score)
    return {topic: sorted(scores, key=lambda document: (scores[document], document), reverse=True)
            for topic, scores in hits.items()}


def average_precision(ranked, relevant):
    """Mean over all relevant documents of the precision at their rank; 0 for those not found."""
    found = 0
    total = 0.0
    for rank, document in enumerate(ranked, 1):
        if document in relevant:
            found += 1
            total += found / rank
    return total / len(relevant)


def discounted_gain(gains):
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def ndcg(ranked, judged, cut):
    """Discounted gain of the first `cut` hits, as a share of the best possible one."""
    gains = [max(judged.get(document, 0), 0) for document in ranked[:cut]]
    ideal = sorted((gain for gain in judged.values() if gain > 0), reverse=True)[:cut]
    return discounted_gain(gains) / discounted_gain(ideal)


def score_topic(ranked, judged):
    """The measures of one topic, which has a relevant document."""
    relevant = {document for document, gain in judged.items() if gain > 0}
    return {
        "map": average_precision(ranked, relevant),
        "ndcg_cut_10": ndcg(ranked, judged, CUT),
        "P_10": sum(document in relevant for document in ranked[:CUT]) / CUT,
        "recall_100": sum(document in relevant for document in ranked[:RECALL_CUT])
                      / len(relevant),
    }


def score_run(judgments, run):
    """{topic: measures} for all topics with a relevant document."""
    return {topic: score_topic(run.get(topic, []), judged) for topic, judged in judgments.items()
            if any(gain > 0 for gain in judged.values())}


def means(scores):
    return {name: sum(score[name] for score in scores.values()) / len(scores)
            for name in MEASURES}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("qrels")
    parser.add_argument("run")
    parser.add_argument("--each", action="store_true", help="print each topic, too")
    options = parser.parse_args()
    with open(options.qrels, encoding="utf-8") as file:
        judgments = read_judgments(file)
    with open(options.run, encoding="utf-8") as file:
        scores = score_run(judgments, read_run(file))
    if not scores:
        sys.exit("trec_scores.py: error: no topic has a relevant document")
    if options.each:
        for topic, score in scores.items():
            print(topic, *(f"{name} {score[name]:.4f}" for name in MEASURES))
    total = means(scores)
    print(f"topics {len(scores)}", *(f"{name} {total[name]:.4f}" for name in MEASURES))


if __name__ == "__main__":
    main()
