// What a run of the indexer did, in numbers.
#pragma once

#include "common/article/article.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dateline::run {

/// Counts of the articles of one source format.
struct FormatCounts {
    std::uint64_t read = 0;        ///< articles that came out of the reader
    std::uint64_t added = 0;       ///< new in the index
    std::uint64_t changed = 0;     ///< replaced an earlier version
    std::uint64_t unchanged = 0;   ///< already there as they are
    std::uint64_t duplicates = 0;  ///< met before in this run, with the same key and text
    std::uint64_t collisions = 0;  ///< of the added ones: another text has the same key
    std::uint64_t tombstoned = 0;  ///< left out because --remove removed them
    std::uint64_t undated = 0;     ///< of the read ones: no publication date
    std::uint64_t text_bytes = 0;  ///< of title and body of the read ones
    std::uint64_t rejected = 0;    ///< records that could not become articles
};

/// Two articles with one key.
struct Collision {
    Locator locator;  ///< of the later one, kept under a key of its own
    std::string id;   ///< its given id
};

/// The outcome of a run.
struct Summary {
    std::map<std::string, FormatCounts> formats;    ///< by format name
    std::map<std::string, std::uint64_t> rejected;  ///< by reason code
    std::map<std::string, std::uint64_t>
        unrecognised;  ///< files that no reader takes, by media type
    std::map<std::string, std::uint64_t>
        skipped;  ///< records that are no articles by their nature, by kind
    std::map<std::string, std::uint64_t> warnings;  ///< by code
    std::vector<Collision> collisions;              ///< the first kMaxListed
    std::uint64_t new_rejects = 0;                  ///< rejects that an earlier run had not met
    std::uint64_t removed = 0;                      ///< by --sync
    std::uint64_t input_bytes = 0;                  ///< of the files as stored on disk
    double seconds = 0;
    bool created = false;      ///< the index is new
    bool interrupted = false;  ///< a signal ended the run early
    bool failed_fast = false;  ///< --fail-fast ended the run early
    std::uint64_t revision = 0;
    std::uint64_t articles = 0;  ///< in the index after the run

    /// All formats together, and the rejects of what was of no format.
    [[nodiscard]] FormatCounts total() const;
};

/// Adds the numbers of `from` to `to`.
void add_counts(FormatCounts& to, const FormatCounts& from);

/// Most collisions that a summary lists by name.
inline constexpr std::size_t kMaxListed = 100;

/// The summary for people: a table by format, then rejects and warnings by code, each with its
/// remedy, and what else there is to say. Columns in which all is zero are left out where they are
/// the exception.
[[nodiscard]] std::string summary_text(const Summary& summary);

/// The summary as one JSON object (schema `dateline.run/1`) and a line end.
[[nodiscard]] std::string summary_json(const Summary& summary);

}  // namespace dateline::run
