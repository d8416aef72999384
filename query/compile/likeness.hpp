// Background reading: what makes other articles like a given one (`like:@id`).
//
// The task is that of TREC's news track, "background linking" (Soboroff, Huang and Harman 2018):
// given an article, find earlier ones that tell a reader what it is about, and no copies of it.
#pragma once

#include "common/article/article.hpp"
#include "common/storage/index_reader.hpp"
#include "query/parse/tree.hpp"

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace dateline::compile {

/// Most words that are taken from an article, those that weigh most in it.
inline constexpr std::size_t kLikeWords = 25;

/// Most entities that are taken from an article: of those it is about, the ones named most often.
inline constexpr std::size_t kLikeEntities = 6;

/// What an entity counts beside the words: see kMentionWeight.
inline constexpr double kLikeEntityBoost = 1;

/// The share of an article's own score that another one needs to be like it. Articles below it
/// have a few words in common and another subject (read on Reuters-21578).
inline constexpr double kLikeShare = 0.2;

/// The share of the own score from which on an article may be a copy, and is compared.
inline constexpr double kCopyShare = 0.35;

/// Articles are copies of each other if this share of the shingles of the one with fewer stands in
/// the other, too.
inline constexpr double kCopyContainment = 0.5;

/// Words of a shingle.
inline constexpr std::size_t kShingleWords = 4;

/// The article that a Like names, with what is asked of others.
struct Likeness {
    storage::DocumentPlace place;
    std::optional<time::Published> published;
    std::unordered_set<std::uint64_t> shingles;
    parse::Node any;                  ///< Or of the words and entities, boosted
    std::optional<double> own_score;  ///< of the article for `any`, once it is known
};

/// An article that is like another one.
struct LikeHit {
    Xapian::docid docid = 0;
    double score = 0;
};

/// Hashes of all runs of kShingleWords words of the text of `article`; of all its words if it has
/// fewer.
[[nodiscard]] std::unordered_set<std::uint64_t> shingles_of(const Article& article);

/// Whether articles with the shingles `a` and `b` are copies of each other; not if one has none.
[[nodiscard]] bool are_copies(const std::unordered_set<std::uint64_t>& a,
                              const std::unordered_set<std::uint64_t>& b);

/// Clauses of kind Id for the people, places and organisations that `article` is about.
[[nodiscard]] std::vector<parse::Node> subjects_of(const Article& article);

/// A query that matches `hits`, ascending by docid, with their scores.
[[nodiscard]] Xapian::Query listed(std::vector<LikeHit> hits);

/// The score of the article of `likeness` for `query`, which is `likeness.any` for its shard.
[[nodiscard]] double own_score(const Xapian::Database& shard,
                               const Xapian::Query& query,
                               const Likeness& likeness,
                               double average_length);

/// The articles of `shard`, number `number`, like that of `likeness`: at least kLikeShare of its
/// own score, published before it if it has a date (articles without one are then left out), no
/// copies of it, and not itself. Ascending by docid. Throws Xapian's errors.
[[nodiscard]] std::vector<LikeHit> find_like(const Xapian::Database& shard,
                                             std::uint32_t number,
                                             const Xapian::Query& query,
                                             const Likeness& likeness,
                                             double average_length);

}  // namespace dateline::compile
