// What each query of an alert has seen: a small file of JSON beside the job that asks.
#pragma once

#include "query/parse/tree.hpp"
#include "query/question.hpp"
#include "query/search/answer.hpp"

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dateline::query {

/// Texts of saved queries by name, valid UTF-8.
using SavedTexts = std::map<std::string, std::string>;

/// Remembers, by the id of each query, up to which state of the index its hits were printed.
///
/// The file is `dateline.state/1`; a file that is not there yet is an empty one. Runs with the same
/// file keep each other out by a lock on `FILE.lock`, which stays behind and means nothing then.
/// Every function may be called by any thread.
class StateFile {
public:
    /// Opens the state at `path` for the index with `index_uuid`.
    ///
    /// @throws Error Usage (it belongs to another index), InputUnreadable (it is no state),
    ///         IndexLocked (another run is using it), Unwritable (its lock cannot be made).
    StateFile(std::filesystem::path path, std::string index_uuid);
    ~StateFile();
    StateFile(const StateFile&) = delete;
    StateFile& operator=(const StateFile&) = delete;

    /// Whether `id` is asked for the first time in this run.
    [[nodiscard]] bool claim(const std::string& id);

    /// What was known of a query before.
    struct Known {
        std::string text;     ///< of the query then
        std::string reading;  ///< the options by which it was read, see reading_of()
        SavedTexts saved;     ///< what the saved queries were that it used
        search::PastState state;
    };

    /// What the file says of `id`; std::nullopt if it was never asked.
    [[nodiscard]] std::optional<Known> find(const std::string& id);

    /// Notes that all of `id`, valid UTF-8, up to `state` was printed, for save(). Ill-formed bytes
    /// of `text` are replaced.
    void note(const std::string& id,
              const std::string& text,
              const std::string& reading,
              const SavedTexts& saved,
              const search::PastState& state);

    /// Replaces the file durably: what was noted, and what it said of queries that were not asked.
    /// @throws Error (Unwritable); the old file is then still there.
    void save();

private:
    void load();
    void lock();

    std::filesystem::path path_;
    std::string index_uuid_;
    int lock_descriptor_ = -1;
    std::mutex mutex_;
    std::set<std::string> claimed_;
    std::map<std::string, Known> before_;
    std::map<std::string, Known> noted_;
};

/// Since when articles are new to `question`, which uses the saved queries `saved`: since its last
/// run with `state`, or since ever if that was the first or asked something else, which `warnings`
/// then says.
[[nodiscard]] search::Since since_last_run(StateFile& state,
                                           const Question& question,
                                           const SavedTexts& saved,
                                           std::vector<parse::Problem>& warnings);

/// The options that change what the text of `question` asks for, as they are written on the command
/// line: `--match any --lenient`; empty if there are none.
[[nodiscard]] std::string reading_of(const Question& question);

/// What a question is called in state files: its id, or `1` if it has none.
[[nodiscard]] std::string state_id(const Question& question);

}  // namespace dateline::query
