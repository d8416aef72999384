#!/usr/bin/env python3
"""Compares trec_scores.py with values computed by hand."""
import math
import unittest

import trec_scores


class TrecScoresTest(unittest.TestCase):
    def test_measures_equal_values_computed_by_hand(self):
        # Relevant: a (gain 2), b (1), c (1); ranks of a and b: 1 and 3; c is not found.
        judgments = trec_scores.read_judgments(
            ["1 0 a 2", "1 0 b 1", "1 0 c 1", "1 0 x 0", "1 0 y -1"])
        run = trec_scores.read_run(
            ["1 Q0 a 9 3.5 t", "1 Q0 x 9 2.5 t", "1 Q0 b 9 1.5 t", "1 Q0 y 9 0.5 t"])
        score = trec_scores.score_run(judgments, run)["1"]
        self.assertAlmostEqual(score["map"], (1 / 1 + 2 / 3) / 3)
        self.assertAlmostEqual(score["P_10"], 0.2)
        self.assertAlmostEqual(score["recall_100"], 2 / 3)
        gain = 2 / 1 + 1 / 2  # log2(2) = 1, log2(4) = 2
        ideal = 2 / 1 + 1 / math.log2(3) + 1 / 2
        self.assertAlmostEqual(score["ndcg_cut_10"], gain / ideal)

    def test_ties_come_in_descending_order_of_documents(self):
        run = trec_scores.read_run(
            ["1 Q0 a 1 7 t", "1 Q0 c 2 7 t", "1 Q0 b 3 7 t", "1 Q0 z 4 6.9 t"])
        self.assertEqual(run["1"], ["c", "b", "a", "z"])

    def test_scores_are_compared_as_numbers_and_ranks_do_not_count(self):
        run = trec_scores.read_run(["1 Q0 a 1 9 t", "1 Q0 b 2 10 t"])
        self.assertEqual(run["1"], ["b", "a"])

    def test_a_topic_without_hits_counts_zero_and_one_without_relevant_documents_not_at_all(self):
        judgments = trec_scores.read_judgments(["1 0 a 1", "2 0 a 1", "3 0 a 0"])
        scores = trec_scores.score_run(judgments, trec_scores.read_run(["1 Q0 a 1 1 t"]))
        self.assertEqual(sorted(scores), ["1", "2"])
        self.assertAlmostEqual(trec_scores.means(scores)["map"], 0.5)

    def test_only_the_first_ten_and_hundred_hits_count_for_cut_measures(self):
        judgments = trec_scores.read_judgments(["1 0 d11 1", "1 0 d101 1"])
        run = {"1": [f"d{rank}" for rank in range(1, 102)]}
        score = trec_scores.score_run(judgments, run)["1"]
        self.assertEqual(score["P_10"], 0)
        self.assertEqual(score["ndcg_cut_10"], 0)
        self.assertAlmostEqual(score["recall_100"], 0.5)
        self.assertAlmostEqual(score["map"], (1 / 11 + 2 / 101) / 2)

    def test_malformed_lines_and_repeated_documents_are_refused(self):
        for lines in (["1 Q0 a 1 1"], ["1 Q0 a 1 1 t", "1 Q0 a 2 1 t"]):
            with self.subTest(lines=lines), self.assertRaises(SystemExit):
                trec_scores.read_run(lines)
        with self.assertRaises(SystemExit):
            trec_scores.read_judgments(["1 a 1"])


if __name__ == "__main__":
    unittest.main()
