// What indexing and --dry-run have in common: progress, rejects, the summary and the status.
#pragma once

#include "indexer/project.hpp"
#include "indexer/run/dry_run.hpp"
#include "indexer/run/progress.hpp"
#include "indexer/run/quarantine.hpp"
#include "indexer/tool.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dateline::indexer {

/// The run options that follow from `options` and the project, if there is one, without callbacks.
[[nodiscard]] run::RunOptions run_options(const Options& options,
                                          const std::optional<Project>& project);

/// Opens every input once, before anything is made.
/// @throws Error (InputUnreadable) naming the first that does not exist or cannot be opened.
void check_inputs(const std::vector<std::string>& inputs);

/// Shows a run to people and keeps its lists. Used by the reading thread only.
class RunReporter {
public:
    /// @param options, surroundings  must outlive the object
    /// @param keep_list  whether new rejects are added to the list of the index at options.index
    /// @throws Error (Unwritable) if a list cannot be opened.
    RunReporter(const Options& options, Surroundings& surroundings, bool keep_list);

    /// Sets the callbacks of `run`, which must not outlive this object.
    void attach(run::RunOptions& run);

    /// Takes the progress line away, prints `summary` as asked for, and returns the exit status.
    /// @throws Error (Unwritable) if the summary cannot be written.
    [[nodiscard]] int finish(run::Summary& summary);

    /// Prints `dateline-index: warning: ` and `text`.
    void warn(const std::string& text);

    /// Prints `text` unless --quiet is given.
    void tell(const std::string& text);

private:
    void reject(const source::Rejected& rejected);
    [[nodiscard]] bool too_many_rejects(const run::Summary& summary) const;
    void clear_progress();

    const Options& options_;
    Surroundings& surroundings_;
    std::optional<run::ProgressLine> progress_;
    std::optional<run::KnownRejects> known_;
    std::unique_ptr<run::LineFile> index_list_;
    std::unique_ptr<run::LineFile> run_list_;
    std::uint64_t rejects_ = 0;
    std::uint64_t new_rejects_ = 0;
};

}  // namespace dateline::indexer
