// One run of the indexer: sources to shards, through worker threads.
//
// The calling thread reads; `threads` workers analyse; one thread a shard writes. Per shard the
// order of the input is kept, so that the result does not depend on the number of threads.
#pragma once

#include "common/storage/index_writer.hpp"
#include "indexer/analysis/entity_finder.hpp"
#include "indexer/run/summary.hpp"
#include "indexer/source/reader.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace dateline::run {

/// How far a run is.
struct Progress {
    std::uint64_t input_bytes = 0;  ///< read so far, as stored on disk
    std::uint64_t articles = 0;     ///< read so far
    std::uint64_t rejected = 0;
};

/// Settings of a run.
struct RunOptions {
    std::filesystem::path index;  ///< the index folder, for identities of files
    source::SourceOptions source;
    const analysis::EntityFinder* entities = nullptr;  ///< finds mentions; nullptr: none are found
    unsigned threads = 1;                              ///< analysing threads, at least 1
    std::uint64_t memory_bytes = 512ULL << 20U;        ///< bound of anonymous memory
    std::chrono::seconds commit_interval{30};          ///< longest time between commits
    bool fail_fast = false;                            ///< stop at the first reject
    bool sync = false;                                 ///< remove what is gone from the inputs
    double sync_max = 0.10;             ///< largest share of the articles that sync may remove
    std::function<bool()> interrupted;  ///< whether a signal asks to end; may be empty
    std::function<void(const Progress&)>
        on_progress;  ///< called by the reading thread; may be empty
    std::function<void(const source::Rejected&)> on_reject;  ///< likewise, for each reject
    std::function<void(const Locator&, const std::string& type)> on_unrecognised;  ///< likewise
};

/// The version of what finds mentions in a run with `options`; empty if nothing does.
[[nodiscard]] std::string_view analysis_version(const RunOptions& options) noexcept;

/// Least memory with which a run works.
inline constexpr std::uint64_t kMinMemoryBytes = 128ULL << 20U;

/// Reads `inputs` into `writer` and commits. All counts are in the summary, also of what was left
/// out.
///
/// @throws Error InputUnreadable before anything is written; Unwritable and others when the index
///         cannot be written: what was committed before stays.
[[nodiscard]] Summary run_index(storage::IndexWriter& writer,
                                const std::vector<std::string>& inputs,
                                const RunOptions& options);

}  // namespace dateline::run
