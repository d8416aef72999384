// The command line of dateline-index as a checked value.
#pragma once

#include "common/manual/completion.hpp"
#include "indexer/option_table.hpp"
#include "indexer/option_values.hpp"
#include "indexer/source/reader.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// Most analysing threads.
inline constexpr std::uint64_t kMostThreads = 256;
/// Longest that `--wait` waits: a week.
inline constexpr std::uint64_t kMostWaitSeconds = 7ULL * 24 * 3600;
/// Most shards of a new index where `--shards` does not say.
inline constexpr std::uint32_t kMostDefaultShards = 8;
/// Most archives inside each other that `--max-depth` allows.
inline constexpr std::uint32_t kMostArchiveDepth = 64;
/// Bound of the memory where `--memory` does not say.
inline constexpr std::uint64_t kDefaultMemoryBytes = 512ULL << 20U;
/// Share of the articles that `--sync` may remove where `--sync-max` does not say.
inline constexpr unsigned kDefaultSyncMaxPercent = 10;

/// What the user asked for. Defaults are those of the option table.
struct Options {
    Mode mode = Mode::Index;
    std::vector<std::string> inputs;  ///< files, folders and `-`; of --remove and --restore: see
                                      ///< `ids`; none: only `entities_file` is put in place
    std::vector<std::string> ids;     ///< 4 to 16 lower-case hexadecimal digits each
    bool ids_from_stdin = false;
    bool nul_separated = false;   ///< ids on standard input
    std::filesystem::path index;  ///< empty only where none is needed
    source::SourceOptions source;
    std::set<std::string> given_settings;  ///< those of `source` that the command line names
    std::string project;                   ///< file; empty: the one kept with the index, if any
    unsigned threads = 1;
    std::uint32_t shards = 1;  ///< of a new index
    bool shards_given = false;
    std::uint64_t memory_bytes = kDefaultMemoryBytes;
    std::chrono::seconds wait{0};
    bool create = true;
    bool compact = true;  ///< a new index, at the end
    bool sync = false;
    double sync_max = kDefaultSyncMaxPercent / 100.0;  ///< share of the articles
    bool entities = true;                ///< whether mentions are looked for in the text
    std::string entities_file;           ///< file; empty: the one kept with the index, if any
    std::optional<std::uint64_t> limit;  ///< most rows of a report; empty: all
    bool jsonl = false;
    bool fail_fast = false;
    bool json = false;
    bool quiet = false;
    manual::Shell shell = manual::Shell::Bash;  ///< for Mode::Completion
    std::string quarantine;                     ///< file; empty: none
    std::string summary;                        ///< file or `-`; empty: none
    std::optional<RejectLimit> max_rejects;
};

/// Reads the command line. `arguments` leaves out the program's name.
///
/// @param index_variable  value of DATELINE_INDEX; empty if it is not set
/// @param cores           default of --threads, at least 1
/// @throws Error (Usage) for unknown, missing, repeated or contradicting options and bad values.
[[nodiscard]] Options parse_options(const std::vector<std::string>& arguments,
                                    const std::string& index_variable,
                                    unsigned cores);

/// The id that `text` names: 4 to 16 hexadecimal digits in either case, with or without `@` in
/// front.
/// @throws Error (Usage) for anything else.
[[nodiscard]] std::string parse_id(std::string_view text);

}  // namespace dateline::indexer
