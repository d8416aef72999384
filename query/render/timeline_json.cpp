// Writes timelines bucket by bucket: there may be a hundred thousand.
#include "query/render/timeline_json.hpp"

#include "query/render/json_values.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace dateline::render {
namespace {

using Json = nlohmann::ordered_json;

std::string quoted(const std::string& text) {
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string bucket_json(const search::Timeline& timeline,
                        const search::TimelineSeries& series,
                        std::size_t bucket) {
    const std::chrono::sys_days start = timeline.starts[bucket];
    Json json = {{"from", time::format_day(start)},
                 {"name", search::bucket_name(start, timeline.level)},
                 {"articles", series.articles[bucket]}};
    if (!timeline.archive.empty()) {
        const std::optional<double> share = timeline.share(series, bucket);
        json["share"] = share ? Json(std::round(*share * 1e6) / 1e6) : Json(nullptr);
        json["archive"] = timeline.archive[bucket];
    }
    json["query"] = timeline.query(series, bucket);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string timeline_json(const search::Timeline& timeline, const search::TimelineSeries& series) {
    std::string out = R"({"field":)" + quoted(std::string(timeline.field->name)) +
                      ",\"unit\":" + quoted(std::string(search::level_name(timeline.level))) +
                      ",\"tz\":" + quoted(timeline.zone.name()) +
                      ",\"missing\":" + std::to_string(series.missing) + ",\"buckets\":[";
    for (std::size_t i = 0; i < timeline.starts.size(); ++i) {
        out += (i == 0 ? "" : ",") + bucket_json(timeline, series, i);
    }
    return out + "]}";
}

}  // namespace

std::string timeline_members(const Report& report) {
    std::string out;
    if (report.timeline) {
        out += ",\"timeline\":" + timeline_json(*report.timeline, report.timeline->series.front());
    }
    if (report.compared.empty()) {
        return out;
    }
    out += ",\"compare\":[";
    for (std::size_t i = 0; i < report.compared.size(); ++i) {
        const Report& other = report.compared[i];
        out += (i == 0 ? "" : ",") + std::string("{\"query\":") + query_json(other) +
               R"(,"total":{"articles":)" + std::to_string(other.answer.total) +
               (other.answer.partial ? ",\"exact\":false}" : ",\"exact\":true}");
        if (report.timeline) {
            out +=
                ",\"timeline\":" + timeline_json(*report.timeline, report.timeline->series[i + 1]);
        }
        out += "}";
    }
    return out + "]";
}

}  // namespace dateline::render
