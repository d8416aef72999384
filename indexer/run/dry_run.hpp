// A run that reads and writes nothing: what would come in, and what a sync would take out.
#pragma once

#include "indexer/run/index_run.hpp"

#include <functional>
#include <string>
#include <vector>

namespace dateline::run {

/// Where the articles of a dry run go, next to RunOptions' callbacks.
struct DryRunSink {
    /// Called for each article with its language settled and its public id, in input order; may be
    /// empty.
    std::function<void(const Article&, const std::string& public_id)> on_article;
};

/// What a dry run found.
struct DryRunResult {
    Summary summary;  ///< `added` and the like stay 0: nothing is applied
    std::vector<Locator>
        removals;  ///< with RunOptions::sync: what a sync would remove, in index order
    std::uint64_t articles = 0;  ///< in the index, with RunOptions::sync
};

/// Reads `inputs` with the sources, limits and callbacks of `options`, one after the other.
///
/// With options.sync it compares with the index at options.index, which must exist, in its last
/// committed state, by the rules of ShardApplier.
///
/// @throws Error InputUnreadable as run_index() does; IndexMissing and others with options.sync.
[[nodiscard]] DryRunResult dry_run(const std::vector<std::string>& inputs,
                                   const RunOptions& options,
                                   const DryRunSink& sink);

}  // namespace dateline::run
