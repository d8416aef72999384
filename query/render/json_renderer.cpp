// Puts the parts of the JSON forms in order.
#include "query/render/json_renderer.hpp"

#include "query/render/diagnosis_json.hpp"
#include "query/render/json_values.hpp"
#include "query/render/timeline_json.hpp"

namespace dateline::render {
namespace {

std::string total_json(const search::Answer& answer) {
    return R"({"articles":)" + std::to_string(answer.total) + ",\"exact\":true}";
}

/// The keys that are there only if they were asked for, each with a comma before it.
std::string explain_member(const Report& report) {
    return report.explanation.query || report.explanation.xapian
               ? ",\"explain\":" + explain_json(report)
               : std::string();
}

std::string pairs_member(const search::Answer& answer) {
    return answer.pairs.empty() ? std::string() : ",\"pairs\":" + pairs_json(answer.pairs);
}

std::string took_member(const Ending& ending) {
    return ending.took ? R"(,"took_ms":)" + std::to_string(ending.took->count()) : std::string();
}

}  // namespace

void JsonRenderer::begin(const Report& report) {
    out_.write(R"({"schema":"dateline.result/1","offsets":"utf8-bytes",)"
               R"("tool":{"name":"dateline-query","version":")" DATELINE_VERSION R"("})");
    out_.write(",\"index\":" + index_json(report.answer.index));
    out_.write(",\"query\":" + query_json(report) + explain_member(report) +
               diagnosis_members(report));
    out_.write(",\"total\":" + total_json(report.answer) + ",\"partial\":false,\"hits\":[");
}

void JsonRenderer::hit(const search::Hit& hit) {
    if (!first_hit_) {
        out_.write(",");
    }
    first_hit_ = false;
    out_.write(hit_json(hit, false));
}

void JsonRenderer::end(const Report& report, const Ending& ending) {
    out_.write("],\"facets\":" + facets_json(report.answer.facets) + pairs_member(report.answer) +
               timeline_members(report) + took_member(ending) + "}\n");
}

void JsonLinesRenderer::begin(const Report& /*report*/) {}

void JsonLinesRenderer::hit(const search::Hit& hit) {
    out_.write(hit_json(hit, true) + "\n");
}

void JsonLinesRenderer::end(const Report& report, const Ending& ending) {
    out_.write(R"({"schema":"dateline.end/1","query":)" + query_json(report) +
               explain_member(report) + diagnosis_members(report) + ",\"total\":" +
               total_json(report.answer) + ",\"facets\":" + facets_json(report.answer.facets) +
               pairs_member(report.answer) + timeline_members(report) +
               ",\"hits\":" + std::to_string(ending.hits) + took_member(ending) + "}\n");
}

}  // namespace dateline::render
