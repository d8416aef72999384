// Pseudo-relevance feedback: words of the best hits join the query.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/compile/compiler.hpp"
#include "query/search/collector.hpp"

#include <cstdint>
#include <vector>

namespace dateline::search {

/// Hits that are taken for relevant, words taken from them, and what each of those weighs beside a
/// word of the query. Source: ranking.md ("gentle feedback"): it helps on other collections and is
/// harmless on short news, where the usual 40 words at half weight lose.
inline constexpr std::size_t kFeedbackHits = 10;
inline constexpr std::size_t kFeedbackWords = 10;
inline constexpr double kFeedbackBoost = 0.2;

/// Robertson's and Sparck Jones's weight of a word that `r` of `relevant` relevant articles have,
/// and `n` of `articles` all: ln((r + 0.5)(N - n - R + r + 0.5) / ((n - r + 0.5)(R - r + 0.5))).
///
/// Source: Robertson and Sparck Jones 1976, "Relevance weighting of search terms", formula F4 with
/// 0.5; Xapian calls it TradWeight.
[[nodiscard]] double relevance_weight(double r, double n, double relevant, double articles);

/// The words of `best`, the best hits, that tell them most from all articles: those with the
/// highest r * relevance_weight(), if it is over 0, with kFeedbackBoost. Words of the query may be
/// among them.
[[nodiscard]] std::vector<parse::Node> feedback_words(const storage::IndexReader& reader,
                                                      compile::Compiler& compiler,
                                                      const std::vector<RankedHit>& best);

}  // namespace dateline::search
