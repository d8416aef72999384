// Finds out why a query finds nothing, and what to ask instead.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/compile/compiler.hpp"
#include "query/parse/tree.hpp"
#include "query/search/diagnosis.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace dateline::search {

/// The number of articles that a query finds; std::nullopt if it cannot be run.
/// Throws compile::DeadlinePassed if there was no time to count them all.
using Counter = std::function<std::optional<std::uint64_t>(const parse::Node&)>;

/// The day of the first article that a query finds, in the order given; std::nullopt without one.
/// Throws as Counter does.
using DayFinder =
    std::function<std::optional<std::chrono::sys_days>(const parse::Node&, bool newest_first)>;

/// What diagnosing needs. References must outlive it.
struct DiagnosisTools {
    const storage::IndexReader& reader;
    compile::Compiler& compiler;
    Counter count;
    DayFinder first_day;
};

/// Why `tree`, as it is searched, finds nothing. Every number is counted by running the query that
/// it belongs to, to the end; at most kMaxTrials are run, searches for a nearest day among them,
/// however large the query is.
[[nodiscard]] Diagnosis diagnose(const parse::Node& tree, const DiagnosisTools& tools);

/// Suspicious spellings in `tree`, if a query without them finds more than `found` articles, which
/// is what `tree` finds: if the spelling of a word or a name may be wrong.
/// @throws compile::DeadlinePassed as Counter does.
[[nodiscard]] std::optional<Spelling> check_spelling(const parse::Node& tree,
                                                     std::uint64_t found,
                                                     const DiagnosisTools& tools);

}  // namespace dateline::search
