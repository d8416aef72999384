// Puts the parts of the JSON forms in order.
#include "query/render/json_renderer.hpp"

#include "query/render/diagnosis_json.hpp"
#include "query/render/json_values.hpp"
#include "query/render/timeline_json.hpp"

namespace dateline::render {
namespace {

std::string total_json(const search::Answer& answer) {
    return R"({"articles":)" + std::to_string(answer.total) +
           (answer.partial ? ",\"exact\":false}" : ",\"exact\":true}");
}

/// Whether the answer is incomplete, as a key with a comma before it.
std::string partial_member(const search::Answer& answer) {
    return answer.partial ? ",\"partial\":true" : ",\"partial\":false";
}

/// Where the next page begins.
std::string next_member(const Report& report) {
    return report.next.empty() ? std::string()
                               : R"(,"next":{"cursor":)" + string_json(report.next) + "}";
}

/// The keys that are there only if they were asked for, each with a comma before it.
std::string explain_member(const Report& report) {
    return report.explanation.query || report.explanation.xapian
               ? ",\"explain\":" + explain_json(report)
               : std::string();
}

/// The same where the query is just its id, so that it has no place for names.
std::string explain_with_names_member(const Report& report) {
    return report.explanation.query || report.explanation.xapian || report.explanation.names
               ? ",\"explain\":" + explain_json(report, NamesIn::Explanation)
               : std::string();
}

std::string facets_member(const search::Answer& answer) {
    return answer.facets.empty() ? std::string() : ",\"facets\":" + facets_json(answer.facets);
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
    out_.write(",\"total\":" + total_json(report.answer) + partial_member(report.answer) +
               ",\"hits\":[");
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
               timeline_members(report) + next_member(report) + took_member(ending) + "}\n");
}

void JsonLinesRenderer::begin(const Report& report) {
    query_ = report.id;
}

void JsonLinesRenderer::hit(const search::Hit& hit) {
    out_.write(hit_json(hit, true, query_) + "\n");
}

void JsonLinesRenderer::end(const Report& report, const Ending& ending) {
    out_.write(R"({"schema":"dateline.end/1","query":)" + query_json(report) +
               explain_member(report) + diagnosis_members(report) +
               ",\"total\":" + total_json(report.answer) +
               ",\"facets\":" + facets_json(report.answer.facets) + pairs_member(report.answer) +
               timeline_members(report) + ",\"hits\":" + std::to_string(ending.hits) +
               partial_member(report.answer) + next_member(report) + took_member(ending) + "}\n");
}

void HitsRenderer::begin(const Report& report) {
    query_ = report.id.empty() ? "1" : report.id;
}

void HitsRenderer::hit(const search::Hit& hit) {
    out_.write(hit_json(hit, true, query_) + "\n");
}

void HitsRenderer::end(const Report& report, const Ending& ending) {
    out_.write(R"({"schema":"dateline.end/1","query":)" + string_json(query_) +
               explain_with_names_member(report) + (report.relaxed ? ",\"relaxed\":true" : "") +
               diagnosis_members(report) + ",\"hits\":" + std::to_string(ending.hits) +
               ",\"total\":" + total_json(report.answer) + partial_member(report.answer) +
               facets_member(report.answer) + pairs_member(report.answer) +
               timeline_members(report) + next_member(report) + took_member(ending) + "}\n");
}

}  // namespace dateline::render
