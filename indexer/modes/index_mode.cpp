// Indexing, for real and as a rehearsal.
#include "common/article/article_json.hpp"
#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "common/entities/entities_file.hpp"
#include "common/entities/join_table.hpp"
#include "common/storage/index_writer.hpp"
#include "indexer/analysis/entity_finder.hpp"
#include "indexer/modes/modes.hpp"
#include "indexer/modes/run_reports.hpp"
#include "indexer/run/entity_report.hpp"
#include "indexer/run/join_proposals.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

/// Most articles that --dry-run --sync lists by name.
constexpr std::size_t kListedRemovals = 1000;

/// Compacts the index that this run has made. The articles are safe already: a failure is a
/// warning.
void compact_new(storage::IndexWriter& writer, RunReporter& reporter) {
    try {
        writer.compact();
    } catch (const Error& error) {
        reporter.warn("the index is complete, but was not compacted: " + std::string(error.what()));
    } catch (const std::filesystem::filesystem_error& error) {
        reporter.warn("the index is complete, but was not compacted: " + std::string(error.what()));
    }
}

/// Makes the table of joined names anew if the run has changed anything. The articles are safe
/// already, and found without it: a failure is a warning.
void renew_joins_of(const Options& options, const run::Summary& summary, RunReporter& reporter) {
    const auto total = summary.total();
    std::error_code ignored;
    if (total.added + total.changed + summary.removed == 0 &&
        std::filesystem::exists(entities::join_table_path(options.index), ignored)) {
        return;
    }
    try {
        run::renew_joins(options.index);
    } catch (const Error& error) {
        reporter.warn("the names of the index were not joined: " + std::string(error.what()));
    }
}

/// What looks for mentions; nullptr if the options say that nothing does. A rehearsal that prints
/// no articles needs it for the versions that decide what has changed.
std::unique_ptr<analysis::EntityFinder> open_entities(const Options& options,
                                                      const entities::EntitiesFile& file) {
    return options.entities ? std::make_unique<analysis::EntityFinder>(file) : nullptr;
}

/// Tells `warn` of what `file`, newly given, merges though the index does not have it: most often a
/// slip of the pen.
template <typename Warn>
void warn_of_unknown_merges(const Options& options, const entities::EntitiesFile& file, Warn warn) {
    constexpr std::size_t most = 10;
    const std::vector<std::string> unknown = run::unknown_merges(options.index, file);
    for (std::size_t i = 0; i < std::min(unknown.size(), most); ++i) {
        warn(printable_line(options.entities_file) + ": merge = " + unknown[i] +
             ": no article has this id");
    }
    if (unknown.size() > most) {
        warn(printable_line(options.entities_file) + ": " + std::to_string(unknown.size() - most) +
             " more ids are merged that no article has");
    }
}

/// Puts the user's entities file in place in an index that is there, and reads no article.
int put_entities_in_place(const Options& options, Surroundings& surroundings) {
    const auto file = entities::EntitiesFile::read(options.entities_file);
    const storage::IndexWriter writer(options.index, {false, 1, options.wait});
    entities::keep_entities_file(file, options.index);
    run::renew_joins(options.index);
    warn_of_unknown_merges(options, file, [&](const std::string& text) {
        surroundings.err << "dateline-index: warning: " << text << '\n';
    });
    if (!options.quiet) {
        const std::size_t count = file.entities().size();
        surroundings.err << "put " << printable_line(options.entities_file)
                         << " in place: " << count << (count == 1 ? " entity; " : " entities; ")
                         << "blocked names, and names that no rule finds in a text, count "
                            "once the articles are indexed again\n";
    }
    return 0;
}

void list_removals(const Options& options, const run::DryRunResult& result, RunReporter& reporter) {
    const std::size_t count = result.removals.size();
    for (std::size_t i = 0; i < count && i < kListedRemovals; ++i) {
        reporter.tell("would remove: " + printable_line(describe(result.removals[i])) + '\n');
    }
    if (count > kListedRemovals) {
        reporter.tell("would remove: " + std::to_string(count - kListedRemovals) + " more\n");
    }
    const bool refused =
        static_cast<double>(count) > options.sync_max * static_cast<double>(result.articles);
    reporter.tell("sync would remove " + std::to_string(count) + " of " +
                  std::to_string(result.articles) + " articles" +
                  (refused ? ", which --sync-max refuses\n" : "\n"));
}

void check_shards(const Options& options) {
    if (!options.shards_given || !storage::has_manifest(options.index)) {
        return;
    }
    const std::uint32_t shards = storage::read_manifest(options.index).shard_count;
    if (shards != options.shards) {
        throw Error(ErrorCode::Usage,
                    "--shards " + std::to_string(options.shards) + ": the index '" +
                        options.index.string() + "' has " + std::to_string(shards),
                    "the number of shards is chosen when an index is made: leave --shards out, or "
                    "make another index");
    }
}

}  // namespace

int index_inputs(const Options& options, Surroundings& surroundings) {
    if (options.inputs.empty()) {
        return put_entities_in_place(options, surroundings);
    }
    check_inputs(options.inputs);
    check_shards(options);
    // Before an index is made: a project file with a mistake must not leave an empty one behind.
    std::optional<Project> project = find_project(options.project, options.index);
    entities::EntitiesFile file =
        entities::find_entities_file(options.entities_file, options.index);
    std::unique_ptr<analysis::EntityFinder> entities = open_entities(options, file);
    storage::IndexWriter writer(options.index, {options.create, options.shards, options.wait});
    if (options.project.empty()) {
        // Another process may have changed it while this one waited for the lock.
        project = find_project({}, options.index);
    } else {
        keep_project(*project, options.index);
    }
    if (options.entities_file.empty()) {
        const std::string before = file.text();
        file = entities::find_entities_file({}, options.index);
        if (file.text() != before) {
            entities = open_entities(options, file);
        }
    } else {
        keep_entities_file(file, options.index);
    }
    RunReporter reporter(options, surroundings, true);
    if (writer.created()) {
        reporter.tell("created " + printable_line(options.index.string()) + " (" +
                      std::to_string(writer.shard_count()) +
                      (writer.shard_count() == 1 ? " shard)\n" : " shards)\n"));
    }
    run::RunOptions run = run_options(options, project);
    run.entities = entities.get();
    reporter.attach(run);
    run::Summary summary = run::run_index(writer, options.inputs, run);
    if (options.compact && writer.created() && !summary.interrupted && summary.total().added > 0) {
        compact_new(writer, reporter);
    }
    renew_joins_of(options, summary, reporter);
    if (!options.entities_file.empty() && !summary.interrupted) {
        warn_of_unknown_merges(
            options, file, [&](const std::string& text) { reporter.warn(text); });
    }
    return reporter.finish(summary);
}

int read_only(const Options& options, Surroundings& surroundings) {
    check_inputs(options.inputs);
    RunReporter reporter(options, surroundings, false);
    run::RunOptions run = run_options(options, find_project(options.project, options.index));
    const std::unique_ptr<analysis::EntityFinder> entities =
        open_entities(options, entities::find_entities_file(options.entities_file, options.index));
    run.entities = entities.get();
    reporter.attach(run);
    run::DryRunSink sink;
    if (options.jsonl) {
        sink.on_article = [&](const Article& article, const std::string& public_id) {
            surroundings.out << write_article(article, ArticleJsonForm::Complete, public_id)
                             << '\n';
            if (!surroundings.out) {
                finish_output(surroundings.out);
            }
        };
    }
    run::DryRunResult result = run::dry_run(options.inputs, run, sink);
    if (options.sync) {
        list_removals(options, result, reporter);
    }
    return reporter.finish(result.summary);
}

}  // namespace dateline::indexer
