// Keys in the order of the documentation.
#include "query/render/diagnosis_json.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace dateline::render {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view change_name(search::Change change) {
    switch (change) {
        case search::Change::Spelling:
            return "spelling";
        case search::Change::Wider:
            return "wider";
        case search::Change::Nearest:
            return "nearest";
        case search::Change::Without:
            return "without";
    }
    return "";
}

Json clause_json(const search::CountedClause& clause) {
    return {{"clause", clause.clause},
            {"offset", clause.span.offset_bytes},
            {"length", clause.span.size_bytes},
            {"articles", clause.articles}};
}

Json suggestion_json(const search::Suggestion& suggestion) {
    return {{"change", change_name(suggestion.change)},
            {"query", suggestion.query},
            {"articles", suggestion.articles},
            {"reason", suggestion.reason}};
}

Json diagnosis_json(const Report& report) {
    Json clauses = Json::array();
    for (const search::CountedClause& clause : report.diagnosis->clauses) {
        clauses.push_back(clause_json(clause));
    }
    Json suggestions = Json::array();
    for (const search::Suggestion& suggestion : report.diagnosis->suggestions) {
        suggestions.push_back(suggestion_json(suggestion));
    }
    return {{"query", report.asked},
            {"clauses", std::move(clauses)},
            {"killers", report.diagnosis->killers},
            {"suggestions", std::move(suggestions)},
            {"complete", report.diagnosis->complete}};
}

Json spelling_json(const search::Spelling& spelling) {
    Json clauses = Json::array();
    for (const search::Correction& correction : spelling.corrections) {
        Json clause = clause_json(correction.clause);
        clause["suggestion"] = correction.suggestion;
        clause["suggestion_articles"] = correction.articles;
        clauses.push_back(std::move(clause));
    }
    return {{"query", spelling.query.query},
            {"articles", spelling.query.articles},
            {"clauses", std::move(clauses)}};
}

}  // namespace

std::string diagnosis_members(const Report& report) {
    return (report.diagnosis ? ",\"diagnosis\":" + dump(diagnosis_json(report)) : std::string()) +
           (report.spelling ? ",\"did_you_mean\":" + dump(spelling_json(*report.spelling))
                            : std::string());
}

std::string matches_json(const std::vector<search::ClauseMatch>& matches) {
    Json list = Json::array();
    for (const search::ClauseMatch& match : matches) {
        Json places = Json::array();
        for (const search::ClausePlace& place : match.places) {
            Json json = {{"field", place.field}, {"value", place.value}};
            if (!place.entity.empty()) {
                json["entity"] = place.entity;
            }
            if (!place.sentence.text.empty()) {
                json["sentence"] = place.sentence.text;
                Json marks = Json::array();
                for (const auto& [begin, end] : place.sentence.marks) {
                    marks.push_back(Json::array({begin, end}));
                }
                json["marks"] = std::move(marks);
            }
            places.push_back(std::move(json));
        }
        list.push_back({{"clause", match.clause},
                        {"offset", match.span.offset_bytes},
                        {"length", match.span.size_bytes},
                        {"places", std::move(places)},
                        {"more", match.more}});
    }
    return dump(list);
}

}  // namespace dateline::render
