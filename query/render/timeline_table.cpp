// Rows of timelines.
#include "query/render/timeline_table.hpp"

#include <array>
#include <charconv>

namespace dateline::render {
namespace {

using Row = std::vector<std::string>;

/// `share` with six decimals and a point, whatever the locale; empty if there is none.
std::string share_text(std::optional<double> share) {
    if (!share) {
        return {};
    }
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), *share, std::chars_format::fixed, 6);
    return {buffer.data(), result.ptr};
}

std::vector<Row> compared_rows(const Report& report) {
    std::vector<Row> rows = {{"number", "query", "articles"}};
    const auto add = [&rows](const search::Answer& answer) {
        rows.push_back(
            {std::to_string(rows.size()), answer.canonical, std::to_string(answer.total)});
    };
    add(report.answer);
    for (const Report& other : report.compared) {
        add(other.answer);
    }
    return rows;
}

Row header(const search::Timeline& timeline) {
    Row row = {"from", "name"};
    const bool shares = !timeline.archive.empty();
    if (shares) {
        row.emplace_back("archive");
    }
    for (std::size_t i = 0; i < timeline.series.size(); ++i) {
        const std::string number = i == 0 ? "" : "_" + std::to_string(i + 1);
        row.push_back("articles" + number);
        if (shares) {
            row.push_back("share" + number);
        }
        row.push_back("query" + number);
    }
    return row;
}

Row bucket_row(const search::Timeline& timeline, std::size_t bucket) {
    const bool shares = !timeline.archive.empty();
    Row row = {time::format_day(timeline.starts[bucket]),
               search::bucket_name(timeline.starts[bucket], timeline.level)};
    if (shares) {
        row.push_back(std::to_string(timeline.archive[bucket]));
    }
    for (const search::TimelineSeries& series : timeline.series) {
        row.push_back(std::to_string(series.articles[bucket]));
        if (shares) {
            row.push_back(share_text(timeline.share(series, bucket)));
        }
        row.push_back(timeline.query(series, bucket));
    }
    return row;
}

Row missing_row(const search::Timeline& timeline) {
    const bool shares = !timeline.archive.empty();
    Row row = {"", "missing"};
    if (shares) {
        row.emplace_back();
    }
    for (const search::TimelineSeries& series : timeline.series) {
        row.push_back(std::to_string(series.missing));
        row.resize(row.size() + (shares ? 2 : 1));
    }
    return row;
}

}  // namespace

std::vector<Row> time_rows(const Report& report) {
    if (!report.timeline) {
        return compared_rows(report);
    }
    const search::Timeline& timeline = *report.timeline;
    std::vector<Row> rows = {header(timeline)};
    for (std::size_t i = 0; i < timeline.starts.size(); ++i) {
        rows.push_back(bucket_row(timeline, i));
    }
    rows.push_back(missing_row(timeline));
    return rows;
}

}  // namespace dateline::render
