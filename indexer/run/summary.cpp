// Summaries for people and scripts.
#include "indexer/run/summary.hpp"

#include "common/base/printable.hpp"
#include "indexer/run/remedies.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace dateline::run {
namespace {

/// Collisions named in the text; the JSON has more.
constexpr std::size_t kShownCollisions = 10;

using Json = nlohmann::ordered_json;

constexpr double kBytesPerMegabyte = 1e6;
constexpr std::size_t kCountWidth = 8;

/// When a column is shown.
enum class Shown {
    Always,
    Indexing,  ///< not for a dry run
    NotZero,
};

struct Column {
    const char* title;
    std::uint64_t FormatCounts::*member;
    Shown shown;
};

constexpr std::array<Column, 9> kColumns = {
    {{"articles", &FormatCounts::read, Shown::Always},
     {"added", &FormatCounts::added, Shown::Indexing},
     {"changed", &FormatCounts::changed, Shown::Indexing},
     {"unchanged", &FormatCounts::unchanged, Shown::Indexing},
     {"repeated", &FormatCounts::duplicates, Shown::NotZero},
     {"collisions", &FormatCounts::collisions, Shown::NotZero},
     {"kept out", &FormatCounts::tombstoned, Shown::NotZero},
     {"undated", &FormatCounts::undated, Shown::Always},
     {"quarantined", &FormatCounts::rejected, Shown::NotZero}}};

std::vector<Column> columns_of(const Summary& summary) {
    const FormatCounts all = summary.total();
    // Only a run that writes has a revision to show.
    const bool indexing = summary.revision > 0;
    std::vector<Column> columns;
    std::copy_if(
        kColumns.begin(), kColumns.end(), std::back_inserter(columns), [&](const Column& c) {
            return c.shown == Shown::Always || (c.shown == Shown::Indexing && indexing) ||
                   (c.shown == Shown::NotZero && all.*c.member > 0);
        });
    return columns;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::string blanks(width > text.size() ? width - text.size() : 0, ' ');
    return right ? blanks + text : text + blanks;
}

std::string row(const std::string& name,
                std::size_t name_width,
                const std::vector<Column>& columns,
                const FormatCounts& counts) {
    std::string line = "  " + padded(name, name_width, false);
    for (const Column& column : columns) {
        line += "  " + padded(std::to_string(counts.*column.member),
                              std::char_traits<char>::length(column.title),
                              true);
    }
    return line + '\n';
}

std::string fixed(double value, int digits) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", digits, value);
    return buffer.data();
}

std::string counts_line(const char* what, const std::map<std::string, std::uint64_t>& counts) {
    std::string line;
    for (const auto& [name, count] : counts) {
        line += (line.empty() ? std::string(what) + ": " : std::string(", ")) +
                std::to_string(count) + ' ' + printable_line(name);
    }
    return line.empty() ? line : line + '\n';
}

std::string table(const Summary& summary) {
    if (summary.formats.empty()) {
        return {};
    }
    std::size_t name_width = std::char_traits<char>::length("format");
    for (const auto& entry : summary.formats) {
        name_width = std::max(name_width, entry.first.size());
    }
    std::string text = "  " + padded("format", name_width, false);
    const std::vector<Column> columns = columns_of(summary);
    for (const Column& column : columns) {
        text += std::string("  ") + column.title;
    }
    text += '\n';
    for (const auto& [name, counts] : summary.formats) {
        text += row(name, name_width, columns, counts);
    }
    const FormatCounts all = summary.total();
    const bool more_rejects = all.rejected > summary.formats.begin()->second.rejected;
    if (summary.formats.size() > 1 || more_rejects) {
        text += row("all", name_width, columns, all);
    }
    return text;
}

/// `counts`, the largest first, with what can be done about each code.
std::string remedies_text(const char* what, const std::map<std::string, std::uint64_t>& counts) {
    if (counts.empty()) {
        return {};
    }
    std::vector<std::pair<std::string, std::uint64_t>> rows(counts.begin(), counts.end());
    std::stable_sort(
        rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::size_t width = 0;
    for (const auto& entry : rows) {
        width = std::max(width, entry.first.size());
    }
    std::string text = std::string(what) + ":\n";
    for (const auto& [code, count] : rows) {
        const std::string_view remedy = remedy_of(code);
        text += "  " + padded(std::to_string(count), kCountWidth, true) + "  " +
                (remedy.empty() ? code : padded(code, width, false) + "  ") + std::string(remedy) +
                '\n';
    }
    return text;
}

Json remedies_json(const Summary& summary) {
    Json remedies = Json::object();
    for (const auto* counts : {&summary.rejected, &summary.warnings}) {
        for (const auto& entry : *counts) {
            const std::string_view remedy = remedy_of(entry.first);
            if (!remedy.empty()) {
                remedies[entry.first] = remedy;
            }
        }
    }
    return remedies;
}

}  // namespace

void add_counts(FormatCounts& to, const FormatCounts& from) {
    to.read += from.read;
    to.added += from.added;
    to.changed += from.changed;
    to.unchanged += from.unchanged;
    to.duplicates += from.duplicates;
    to.collisions += from.collisions;
    to.tombstoned += from.tombstoned;
    to.undated += from.undated;
    to.text_bytes += from.text_bytes;
    to.rejected += from.rejected;
}

FormatCounts Summary::total() const {
    FormatCounts all;
    for (const auto& entry : formats) {
        add_counts(all, entry.second);
    }
    all.rejected = 0;
    for (const auto& entry : rejected) {
        all.rejected += entry.second;
    }
    return all;
}

std::string summary_text(const Summary& summary) {
    std::string text = table(summary);
    text += remedies_text("quarantined", summary.rejected);
    text += counts_line("skipped", summary.skipped);
    text += counts_line("no reader", summary.unrecognised);
    text += remedies_text("warnings", summary.warnings);
    std::size_t shown = 0;
    for (const Collision& collision : summary.collisions) {
        if (shown++ == kShownCollisions) {
            text += "collisions: " + std::to_string(summary.total().collisions - kShownCollisions) +
                    " more; --summary FILE lists the first " + std::to_string(kMaxListed) + "\n";
            break;
        }
        text += "collision: '" + printable_line(collision.id) + "' in " +
                printable_line(describe(collision.locator)) +
                " has the key of another article; both are kept\n";
    }
    if (summary.removed > 0) {
        text += "removed: " + std::to_string(summary.removed) + " no longer in the inputs\n";
    }
    const FormatCounts all = summary.total();
    const double seconds = std::max(summary.seconds, 1e-3);
    text += std::to_string(all.read) + (all.read == 1 ? " article, " : " articles, ") +
            fixed(static_cast<double>(all.text_bytes) / kBytesPerMegabyte, 1) + " MB of text in " +
            fixed(summary.seconds, 2) + " s (" + fixed(static_cast<double>(all.read) / seconds, 0) +
            " articles/s, " +
            fixed(static_cast<double>(all.text_bytes) / kBytesPerMegabyte / seconds, 1) + " MB/s)";
    if (summary.revision > 0) {
        text += "; the index holds " + std::to_string(summary.articles) + " at revision " +
                std::to_string(summary.revision);
    }
    return text + '\n';
}

std::string summary_json(const Summary& summary) {
    const auto counts_json = [](const FormatCounts& counts) {
        return Json{{"read", counts.read},
                    {"added", counts.added},
                    {"changed", counts.changed},
                    {"unchanged", counts.unchanged},
                    {"repeated", counts.duplicates},
                    {"collisions", counts.collisions},
                    {"kept_out", counts.tombstoned},
                    {"undated", counts.undated},
                    {"quarantined", counts.rejected},
                    {"text_bytes", counts.text_bytes}};
    };
    Json formats = Json::object();
    for (const auto& [name, counts] : summary.formats) {
        formats[name] = counts_json(counts);
    }
    Json collisions = Json::array();
    for (const Collision& collision : summary.collisions) {
        collisions.push_back({{"id", collision.id}, {"locator", describe(collision.locator)}});
    }
    const Json json = {{"schema", "dateline.run/1"},
                       {"articles", counts_json(summary.total())},
                       {"formats", std::move(formats)},
                       {"quarantined", summary.rejected},
                       {"new_quarantined", summary.new_rejects},
                       {"skipped", summary.skipped},
                       {"no_reader", summary.unrecognised},
                       {"repaired", summary.warnings},
                       {"remedies", remedies_json(summary)},
                       {"collisions", std::move(collisions)},
                       {"removed", summary.removed},
                       {"input_bytes", summary.input_bytes},
                       {"seconds", summary.seconds},
                       {"created", summary.created},
                       {"interrupted", summary.interrupted},
                       {"index", {{"articles", summary.articles}, {"revision", summary.revision}}}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace dateline::run
