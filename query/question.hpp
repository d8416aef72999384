// One query with all that is asked of its answer.
#pragma once

#include "query/cursor.hpp"
#include "query/search/facet_request.hpp"
#include "query/search/pair_request.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline::query {

/// Most other queries that may be put beside one.
inline constexpr std::size_t kMaxCompared = 9;

/// How many hits are printed where `--limit` does not say.
inline constexpr std::size_t kDefaultLimit = 10;

/// Why a line of a batch asks nothing. No place in the query: the fault is around it.
struct LineFault {
    std::string code;  ///< stable name, for machine output
    std::string message;
    std::string hint;  ///< what to write instead; may be empty
};

/// One query and what its answer is to hold: what the command line asks, and what a line of a batch
/// may ask for itself. How an answer looks (Options) is the same for all of them.
struct Question {
    std::string id;          ///< what a batch calls it; empty where there is one query only
    std::string text;        ///< any bytes, may be empty
    bool match_any = false;  ///< the text is a bag of words: parse::read_bag_of_words()
    std::size_t limit = kDefaultLimit;
    std::size_t offset = 0;
    bool all = false;         ///< every hit; `limit` does not count
    bool count_only = false;  ///< just the number of matches
    bool diagnose = false;    ///< where few or none match, say why and what to ask instead
    bool relax = false;       ///< where none match, answer the first suggestion of the diagnosis
    search::Explanation explain;  ///< the steps to show
    bool lenient = false;         ///< see parse::ParseOptions
    search::SortOrder sort = search::SortOrder::Relevance;
    std::optional<search::Since> since;  ///< only articles that came or changed after it
    std::optional<std::chrono::milliseconds> timeout;  ///< for the search alone
    const std::atomic<bool>* stop = nullptr;           ///< see compile::Deadline
    std::optional<Cursor> cursor;                      ///< where to begin, in place of `offset`
    bool feedback = false;                             ///< see search::SearchRequest
    std::optional<std::uint32_t> half_life;  ///< of the score, in days; see search::SearchRequest
    std::optional<search::TimelineRequest> timeline;
    std::vector<std::string> compare;  ///< other queries, at most kMaxCompared
    time::Zone zone;                   ///< whose days are meant
    std::string facets;                ///< comma-separated list, as search::parse_facets() reads it
    search::FacetOptions facet_options;
    std::vector<std::string> pairs;  ///< each as search::parse_pairs() reads it
    search::PairOptions pair_options;
};

}  // namespace dateline::query
