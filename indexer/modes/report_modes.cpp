// Modes that look at an index as a whole: --verify, --stats, --compact, --export.
#include "common/article/article_json.hpp"
#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "common/storage/index_writer.hpp"
#include "common/storage/statistics.hpp"
#include "common/storage/stored_articles.hpp"
#include "common/storage/verify.hpp"
#include "indexer/modes/modes.hpp"
#include "indexer/project.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>
#include <utility>
#include <vector>

namespace dateline::indexer {
namespace {

using Json = nlohmann::ordered_json;
using Counts = std::map<std::string, std::uint64_t>;

/// Most values of a kind that --stats lists for people; --json lists all.
constexpr std::size_t kListedValues = 20;

void print_json(std::ostream& out, const Json& json) {
    out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

/// A table of `counts`, the largest first; years stay in their order.
void print_counts(std::ostream& out, const char* title, const Counts& counts, bool by_count) {
    if (counts.empty()) {
        return;
    }
    std::vector<std::pair<std::string, std::uint64_t>> rows(counts.begin(), counts.end());
    if (by_count) {
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            return a.second > b.second;
        });
    }
    out << title << ":\n";
    const std::size_t listed = by_count ? std::min(rows.size(), kListedValues) : rows.size();
    for (std::size_t i = 0; i < listed; ++i) {
        const std::string count = std::to_string(rows[i].second);
        out << "  " << std::string(count.size() < 10 ? 10 - count.size() : 0, ' ') << count << "  "
            << printable_line(rows[i].first) << '\n';
    }
    if (listed < rows.size()) {
        out << "  and " << rows.size() - listed << " more\n";
    }
}

/// The lines of the project file that the index keeps, if it does.
std::string project_text(const Options& options) {
    const auto project = find_project({}, options.index);
    return project ? project->text() : std::string();
}

/// The project file as it is, each line indented.
void print_project(std::ostream& out, const std::string& text) {
    std::istringstream lines(text);
    out << (text.empty() ? "" : "project:\n");
    for (std::string line; std::getline(lines, line);) {
        out << (trim(line).empty() ? "" : "  ") << printable_line(line) << '\n';
    }
}

void print_text(std::ostream& out, const storage::Statistics& statistics) {
    const storage::Manifest& manifest = statistics.manifest;
    out << "articles  " << statistics.articles << '\n'
        << "undated   " << statistics.undated << '\n'
        << "shards    " << manifest.shard_count << '\n'
        << "revision  " << manifest.revision() << '\n'
        << "uuid      " << manifest.uuid << '\n'
        << "created   " << time::format_instant(manifest.created) << '\n'
        << "size      " << statistics.size_bytes << " bytes\n";
    print_counts(out, "languages", statistics.languages, true);
    print_counts(out, "sources", statistics.sources, true);
    print_counts(out, "collections", statistics.collections, true);
    print_counts(out, "years", statistics.years, false);
}

}  // namespace

int verify(const Options& options, Surroundings& surroundings) {
    const storage::VerifyReport report = storage::verify_index(options.index);
    const bool whole = report.problem_count == 0;
    if (options.json) {
        print_json(surroundings.out,
                   {{"schema", "dateline.verify/1"},
                    {"whole", whole},
                    {"articles", report.articles},
                    {"digest", whole ? Json(report.digest) : Json(nullptr)},
                    {"problem_count", report.problem_count},
                    {"problems", report.problems}});
    } else if (whole) {
        surroundings.out << "whole: " << report.articles << " articles, digest " << report.digest
                         << '\n';
    }
    finish_output(surroundings.out);
    for (const std::string& note : report.notes) {
        surroundings.err << "dateline-index: warning: " << printable_line(note) << '\n';
    }
    if (whole) {
        return 0;
    }
    for (const std::string& problem : report.problems) {
        surroundings.err << "dateline-index: warning: " << printable_line(problem) << '\n';
    }
    throw Error(ErrorCode::IndexDamaged,
                "the index '" + options.index.string() +
                    "' is damaged: " + std::to_string(report.problem_count) +
                    (report.problem_count == 1 ? " problem" : " problems"),
                "restore the folder from a backup, or index the articles again");
}

int print_statistics(const Options& options, Surroundings& surroundings) {
    const storage::Statistics statistics = storage::index_statistics(options.index);
    const std::string project = project_text(options);
    if (options.json) {
        const storage::Manifest& manifest = statistics.manifest;
        print_json(surroundings.out,
                   {{"schema", "dateline.stats/1"},
                    {"articles", statistics.articles},
                    {"undated", statistics.undated},
                    {"shards", manifest.shard_count},
                    {"revision", manifest.revision()},
                    {"uuid", manifest.uuid},
                    {"created", time::format_instant(manifest.created)},
                    {"size_bytes", statistics.size_bytes},
                    {"languages", statistics.languages},
                    {"sources", statistics.sources},
                    {"collections", statistics.collections},
                    {"years", statistics.years},
                    {"project", project.empty() ? Json(nullptr) : Json(project)}});
    } else {
        print_text(surroundings.out, statistics);
        print_project(surroundings.out, project);
    }
    finish_output(surroundings.out);
    return 0;
}

int compact(const Options& options, Surroundings& surroundings) {
    const std::uint64_t before = storage::folder_size_bytes(options.index);
    storage::IndexWriter writer(options.index, {false, 1, options.wait});
    writer.compact();
    if (!options.quiet) {
        surroundings.err << "compacted " << printable_line(options.index.string()) << ": " << before
                         << " to " << storage::folder_size_bytes(options.index) << " bytes\n";
    }
    return 0;
}

int export_articles(const Options& options, Surroundings& surroundings) {
    storage::for_each_article(
        options.index, [&](const Article& article, const std::string& public_id) {
            surroundings.out << write_article(article, ArticleJsonForm::Complete, public_id)
                             << '\n';
            return surroundings.out.good();
        });
    finish_output(surroundings.out);
    return 0;
}

}  // namespace dateline::indexer
