// Summaries for people and scripts.
#include "indexer/run/summary.hpp"

#include "common/base/printable.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

namespace dateline::run {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kBytesPerMegabyte = 1e6;

struct Column {
    const char* title;
    std::uint64_t FormatCounts::*member;
};

constexpr std::array<Column, 8> kColumns = {{{"articles", &FormatCounts::read},
                                             {"added", &FormatCounts::added},
                                             {"changed", &FormatCounts::changed},
                                             {"unchanged", &FormatCounts::unchanged},
                                             {"repeated", &FormatCounts::duplicates},
                                             {"collisions", &FormatCounts::collisions},
                                             {"kept out", &FormatCounts::tombstoned},
                                             {"undated", &FormatCounts::undated}}};

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::string blanks(width > text.size() ? width - text.size() : 0, ' ');
    return right ? blanks + text : text + blanks;
}

std::string row(const std::string& name, std::size_t name_width, const FormatCounts& counts) {
    std::string line = "  " + padded(name, name_width, false);
    for (const Column& column : kColumns) {
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
    std::size_t name_width = std::char_traits<char>::length("format");
    for (const auto& entry : summary.formats) {
        name_width = std::max(name_width, entry.first.size());
    }
    std::string text = "  " + padded("format", name_width, false);
    for (const Column& column : kColumns) {
        text += std::string("  ") + column.title;
    }
    text += '\n';
    for (const auto& [name, counts] : summary.formats) {
        text += row(name, name_width, counts);
    }
    if (summary.formats.size() > 1) {
        text += row("all", name_width, summary.total());
    }
    return text;
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
}

FormatCounts Summary::total() const {
    FormatCounts all;
    for (const auto& entry : formats) {
        add_counts(all, entry.second);
    }
    return all;
}

std::string summary_text(const Summary& summary) {
    std::string text = table(summary);
    text += counts_line("quarantined", summary.rejected);
    text += counts_line("skipped", summary.skipped);
    text += counts_line("no reader", summary.unrecognised);
    text += counts_line("repaired", summary.warnings);
    for (const Collision& collision : summary.collisions) {
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
