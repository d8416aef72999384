// Progress, rejects and summaries.
#include "indexer/modes/run_reports.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/printable.hpp"
#include "common/base/standard_streams.hpp"
#include "common/storage/manifest.hpp"
#include "common/storage/statistics.hpp"

#include <cerrno>
#include <ostream>
#include <system_error>
#include <unistd.h>

namespace dateline::indexer {
namespace {

/// Rejects that are shown while the run goes on; the rest is only counted.
constexpr std::uint64_t kShownRejects = 5;
constexpr int kSignalStatus = 128;

/// Sizes of the inputs as stored on disk; 0 if one of them is standard input.
std::uint64_t input_size_bytes(const std::vector<std::string>& inputs) {
    std::uint64_t total = 0;
    for (const std::string& input : inputs) {
        if (input == "-") {
            return 0;
        }
        std::error_code error;
        if (std::filesystem::is_directory(input, error)) {
            total += storage::folder_size_bytes(input);
        } else {
            const std::uintmax_t size = std::filesystem::file_size(input, error);
            total += error ? 0 : size;
        }
    }
    return total;
}

}  // namespace

run::RunOptions run_options(const Options& options, const std::optional<Project>& project) {
    run::RunOptions run;
    // Without an index paths are named relative to the current folder, where one would be made.
    run.index = options.index.empty() ? std::filesystem::path("index") : options.index;
    run.source = project ? project->apply(options.source, options.given_settings) : options.source;
    run.threads = options.threads;
    run.memory_bytes = options.memory_bytes;
    run.fail_fast = options.fail_fast;
    run.sync = options.sync;
    run.sync_max = options.sync_max;
    return run;
}

void check_inputs(const std::vector<std::string>& inputs) {
    for (const std::string& input : inputs) {
        if (input == "-") {
            if (!has_standard_input()) {
                throw Error(ErrorCode::InputUnreadable,
                            "cannot read standard input: it is closed",
                            "name a file or a folder, or redirect one; nothing was indexed");
            }
            continue;
        }
        // Not open(): a pipe that is opened and closed here would lose its writer.
        if (::access(input.c_str(), R_OK) != 0) {
            const int number = errno;
            throw Error(ErrorCode::InputUnreadable,
                        "cannot read '" + input + "': " + system_error_text(number),
                        "check the path and your permissions; nothing was indexed");
        }
    }
}

RunReporter::RunReporter(const Options& options, Surroundings& surroundings, bool keep_list)
    : options_(options), surroundings_(surroundings) {
    if (!options.index.empty() && storage::has_manifest(options.index)) {
        known_.emplace(options.index);
    }
    if (keep_list) {
        index_list_ = std::make_unique<run::LineFile>(run::KnownRejects::file(options.index),
                                                      run::LineFile::Start::Keep);
    }
    if (!options.quarantine.empty()) {
        run_list_ =
            std::make_unique<run::LineFile>(options.quarantine, run::LineFile::Start::Empty);
    }
    if (surroundings.err_is_terminal && !options.quiet) {
        progress_.emplace(input_size_bytes(options.inputs), run::ProgressLine::Clock::now());
    }
}

void RunReporter::attach(run::RunOptions& run) {
    run.on_reject = [this](const source::Rejected& rejected) { reject(rejected); };
    run.on_unrecognised = [this](const Locator& locator, const std::string& type) {
        if (run_list_) {
            run_list_->append(run::reject_json({locator, "no_reader", "no reader takes " + type}));
        }
    };
    run.interrupted = [this] { return surroundings_.signal && surroundings_.signal() != 0; };
    if (progress_) {
        run.on_progress = [this](const run::Progress& progress) {
            if (const auto line = progress_->draw(progress, run::ProgressLine::Clock::now())) {
                surroundings_.err << *line << std::flush;
            }
        };
    }
}

void RunReporter::reject(const source::Rejected& rejected) {
    if (!known_ || known_->insert(rejected)) {
        ++new_rejects_;
        if (index_list_) {
            index_list_->append(run::reject_json(known_->with_identity(rejected)));
        }
    }
    if (run_list_) {
        run_list_->append(run::reject_json(rejected));
    }
    if (options_.jsonl) {
        surroundings_.out << run::reject_json(rejected) << '\n';
    }
    ++rejects_;
    if (rejects_ <= kShownRejects) {
        std::string place = "skipped '" + rejected.locator.file;
        place += rejected.locator.member.empty() ? "'" : "!/" + rejected.locator.member + "'";
        if (rejected.locator.offset_bytes > 0) {
            place += " at byte " + std::to_string(rejected.locator.offset_bytes);
        }
        warn(place + ": " + rejected.reason);
    } else if (rejects_ == kShownRejects + 1) {
        warn("more records are skipped; they are counted at the end" +
             std::string(run_list_ ? "" : ", and --quarantine FILE lists them"));
    }
}

void RunReporter::warn(const std::string& text) {
    clear_progress();
    surroundings_.err << "dateline-index: warning: " << printable_line(text) << '\n';
}

void RunReporter::tell(const std::string& text) {
    if (!options_.quiet) {
        clear_progress();
        surroundings_.err << text;
    }
}

void RunReporter::clear_progress() {
    if (progress_) {
        surroundings_.err << progress_->clear();
    }
}

bool RunReporter::too_many_rejects(const run::Summary& summary) const {
    if (!options_.max_rejects) {
        return false;
    }
    const auto records = static_cast<double>(summary.total().read + rejects_);
    return options_.max_rejects->is_share
               ? static_cast<double>(new_rejects_) > options_.max_rejects->share * records
               : new_rejects_ > options_.max_rejects->count;
}

int RunReporter::finish(run::Summary& summary) {
    clear_progress();
    summary.new_rejects = new_rejects_;
    tell(run::summary_text(summary));
    if (options_.summary == "-") {
        surroundings_.out << run::summary_json(summary);
    } else if (!options_.summary.empty()) {
        write_file_atomically(options_.summary, run::summary_json(summary));
    }
    finish_output(surroundings_.out);
    if (summary.interrupted) {
        warn("interrupted; run the same command again to read the rest");
        return kSignalStatus + surroundings_.signal();
    }
    if (summary.failed_fast) {
        surroundings_.err << error_text(
            "stopped at the first reject (--fail-fast)",
            options_.mode == Mode::Index ? "what was read before it is in the index" : "");
        return exit_status(ErrorCode::Partial);
    }
    if (too_many_rejects(summary)) {
        surroundings_.err << error_text(
            std::to_string(new_rejects_) + (new_rejects_ == 1 ? " record was" : " records were") +
                " newly rejected, more than --max-rejects allows",
            "see the warnings above, or list them with --quarantine FILE");
        return exit_status(ErrorCode::Partial);
    }
    return 0;
}

}  // namespace dateline::indexer
