// Why a query finds nothing, and what to ask instead.
#pragma once

#include "query/parse/tree.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline::search {

/// Most clauses of a query that are counted one by one.
inline constexpr std::size_t kMaxCountedClauses = 16;

/// Most queries that are run to find out why one finds nothing.
inline constexpr std::size_t kMaxTrials = 96;

/// A clause and what it finds alone.
struct CountedClause {
    std::string clause;  ///< canonical text
    parse::Span span;    ///< in the query as typed
    std::uint64_t articles = 0;
};

/// How a suggested query differs.
enum class Change {
    Spelling,  ///< a word or name is spelt as one in the index
    Wider,     ///< a clause asks for less: its words anywhere, in any order
    Nearest,   ///< another day
    Without,   ///< clauses are left out
};

/// A query that finds something.
struct Suggestion {
    Change change = Change::Without;
    parse::Node tree;
    std::string query;  ///< `tree` in canonical form
    std::uint64_t articles = 0;
    std::string reason;  ///< what was changed: `without date:2025-10`
};

/// A clause whose spelling may be wrong.
struct Correction {
    CountedClause clause;
    std::string suggestion;      ///< the clause in its nearest spelling
    std::uint64_t articles = 0;  ///< that this finds alone
};

/// Words that are spelt as nothing, or nearly nothing, in the index is.
struct Spelling {
    std::vector<Correction> corrections;  ///< in the order of the query, one for a clause
    Suggestion query;                     ///< with all of them
};

/// Why a query finds nothing.
struct Diagnosis {
    /// Joined by AND, at most kMaxCountedClauses; those that were counted in time.
    std::vector<CountedClause> clauses;

    /// Numbers of clauses that find nothing together: each that finds nothing alone, else pairs,
    /// else one larger set of which none can be left out.
    std::vector<std::vector<std::size_t>> killers;

    std::vector<Suggestion>
        suggestions;  ///< at most one for each Change, in that order; none is empty
    std::optional<Spelling> spelling;  ///< also the first suggestion
    bool complete = true;              ///< whether kMaxTrials were enough, and the time
    bool cut = false;  ///< the deadline passed: what is stated is true, but there may be more
};

/// A query that finds at most so many articles has its spelling checked.
inline constexpr std::uint64_t kFewArticles = 3;

}  // namespace dateline::search
