// Builds the parts of machine output with nlohmann-json.
#include "query/render/json_values.hpp"

#include "common/schema/fields.hpp"
#include "common/text/tokenizer.hpp"
#include "query/render/diagnosis_json.hpp"
#include "query/render/pair_text.hpp"
#include "query/render/tree_words.hpp"
#include "query/search/entities.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace dateline::render {
namespace {

using Json = nlohmann::ordered_json;
using schema::FieldId;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Which query something is about: its id, if it has one, and its text.
Json query_of(std::string_view text, std::string_view id) {
    Json json = Json::object();
    if (!id.empty()) {
        json["id"] = id;
    }
    json["text"] = text;
    return json;
}

Json text_or_null(std::string_view text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

/// Adds what a place is in; nothing for what is no place.
void add_within(Json& json, const std::string& within) {
    if (!within.empty()) {
        json["within"] = within;
    }
}

Json entities_json(const std::vector<search::ShownEntity>& entities) {
    Json list = Json::array();
    for (const search::ShownEntity& entity : entities) {
        list.push_back({{"id", entity.id},
                        {"name", entity.name},
                        {"mentions", entity.mentions},
                        {"about", entity.about}});
    }
    return list;
}

Json topics_json(const std::vector<std::string>& topics) {
    const std::string letter = std::string(schema::field(FieldId::Topic).id_letters) + ':';
    Json list = Json::array();
    for (const std::string& topic : topics) {
        list.push_back({{"id", letter + text::slug(topic)}, {"name", topic}});
    }
    return list;
}

Json snippet_json(const search::Snippet& snippet) {
    Json marks = Json::array();
    for (const auto& [begin, end] : snippet.marks) {
        marks.push_back(Json::array({begin, end}));
    }
    return {{"field", snippet.field}, {"text", snippet.text}, {"marks", std::move(marks)}};
}

Json snippets_json(const search::Hit& hit) {
    Json list = Json::array();
    if (!hit.title.marks.empty()) {
        list.push_back(snippet_json(hit.title));
    }
    for (const search::Snippet& snippet : hit.snippets) {
        list.push_back(snippet_json(snippet));
    }
    return list;
}

Json problem_json(const parse::Problem& problem) {
    return {{"code", problem.code},
            {"message", problem.message},
            {"offset", problem.span.offset_bytes},
            {"length", problem.span.size_bytes},
            {"hint", text_or_null(problem.hint)}};
}

Json warnings_json(const Report& report) {
    Json list = Json::array();
    for (const parse::Problem& problem : report.warnings) {
        list.push_back(problem_json(problem));
    }
    if (!report.answer.dropped.empty()) {
        list.push_back(
            {{"code", "dropped_words"},
             {"message", "left out because too common: " + joined(report.answer.dropped)},
             {"offset", nullptr},
             {"length", nullptr},
             {"hint", nullptr}});
    }
    return list;
}

Json names_json(const std::vector<search::ResolvedName>& names) {
    Json list = Json::array();
    for (const search::ResolvedName& name : names) {
        Json found = Json::array();
        for (const search::NamedEntity& entity : name.entities) {
            found.push_back(
                {{"id", entity.id}, {"name", entity.name}, {"articles", entity.articles}});
            add_within(found.back(), entity.within);
            if (!entity.spellings.empty()) {
                found.back()["spellings"] = entity.spellings;
            }
        }
        list.push_back(
            {{"clause", name.clause}, {"entities", std::move(found)}, {"more", name.more}});
        for (const search::NamedEntity& entity : name.only_mentioned) {
            list.back()["only_mentioned"].push_back(
                {{"id", entity.id}, {"name", entity.name}, {"articles", entity.articles}});
        }
    }
    return list;
}

Json expansions_json(const std::vector<search::Expansion>& expansions) {
    Json list = Json::array();
    for (const search::Expansion& expansion : expansions) {
        Json words = Json::array();
        for (const search::ListedWord& word : expansion.words) {
            words.push_back({{"word", word.word}, {"articles", word.articles}});
        }
        list.push_back(
            {{"clause", expansion.clause}, {"words", std::move(words)}, {"more", expansion.more}});
    }
    return list;
}

/// With three decimals: enough to sort by, and the same bytes everywhere.
double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

Json facet_json(const search::FacetResult& facet) {
    Json values = Json::array();
    for (const search::FacetValueCount& value : facet.values) {
        values.push_back({{"id", value.id},
                          {"name", text_or_null(value.name)},
                          {"articles", value.articles},
                          {"refine", value.refine},
                          {"query", value.query}});
        add_within(values.back(), value.within);
        if (value.lift) {
            values.back()["lift"] = rounded(*value.lift);
            values.back()["archive_articles"] = value.archive_articles;
        }
    }
    Json json = {{"exact", facet.exact}, {"distinct", facet.distinct}};
    if (facet.selected) {
        json["selected"] = *facet.selected;
    }
    if (facet.own_excluded) {
        json["matches"] = facet.matches;
    }
    json["missing"] = facet.missing;
    json["other_articles"] = facet.other_articles;
    if (facet.offset > 0) {
        json["offset"] = facet.offset;
    }
    json["values"] = std::move(values);
    return json;
}

Json pair_side_json(const search::FacetValueCount& value) {
    Json json = {{"id", value.id},
                 {"name", text_or_null(value.name)},
                 {"articles", value.articles},
                 {"refine", value.refine}};
    add_within(json, value.within);
    return json;
}

Json pair_json(const search::PairResult& pairs) {
    Json values = Json::array();
    for (const search::PairCount& pair : pairs.values) {
        values.push_back({{"first", pair_side_json(pair.first)},
                          {"second", pair_side_json(pair.second)},
                          {"articles", pair.articles},
                          {"lift", rounded(pair.lift)}});
        if (!pair.query.empty()) {
            values.back()["query"] = pair.query;
        }
    }
    return {{"level", level_name(pairs.level)},
            {"exact", pairs.exact},
            {"complete", pairs.complete},
            {"among", Json::array({pairs.first_values, pairs.second_values})},
            {"of", Json::array({pairs.first_distinct, pairs.second_distinct})},
            {"distinct", pairs.distinct},
            {"values", std::move(values)}};
}

Json node_json(const parse::Node& node) {
    Json json = {{"kind", kind_name(node.kind)}};
    if (node.field != nullptr) {
        json["field"] = node.field->name;
    }
    const std::string value = value_words(node);
    if (!value.empty()) {
        json["value"] = value;
    }
    json["offset"] = node.span.offset_bytes;
    json["length"] = node.span.size_bytes;
    if (!node.children.empty()) {
        Json children = Json::array();
        for (const parse::Node& child : node.children) {
            children.push_back(node_json(child));
        }
        json["children"] = std::move(children);
    }
    return json;
}

/// Adds the clauses under `name`, if there are any.
void add_clauses(Json& json, const char* name, const std::vector<search::AddedClause>& clauses) {
    for (const search::AddedClause& added : clauses) {
        json[name].push_back(
            {{"clause", added.clause}, {"boost", std::round(added.boost * 1000) / 1000}});
    }
}

}  // namespace

std::string string_json(std::string_view text) {
    return dump(Json(text));
}

std::string hit_json(const search::Hit& hit, bool with_schema, std::string_view query) {
    const Article& article = hit.article;
    Json json = Json::object();
    if (with_schema) {
        json["schema"] = "dateline.hit/1";
    }
    if (!query.empty()) {
        json["query"] = query;
    }
    json["rank"] = hit.rank;
    json["score"] = rounded(hit.score);
    json["id"] = hit.id;
    if (hit.change) {
        json["change"] = change_name(*hit.change);
    }
    json["title"] = text_or_null(article.title);
    json["url"] = text_or_null(article.url);
    json["source"] = text_or_null(article.source);
    json["lang"] = text_or_null(article.lang);
    json["published"] =
        text_or_null(article.published ? time::format_published(*article.published) : "");
    json["published_from"] = text_or_null(article.published_from);
    json["section"] = text_or_null(article.section);
    json["authors"] = article.authors;
    json["events"] = search::events_of(article);
    json["people"] = entities_json(hit.people);
    json["places"] = entities_json(hit.places);
    json["orgs"] = entities_json(hit.orgs);
    json["topics"] = topics_json(article.topics);
    json["snippets"] = snippets_json(hit);
    if (!hit.matches.empty()) {
        json["matches"] = Json::parse(matches_json(hit.matches));
    }
    return dump(json);
}

std::string facets_json(const std::vector<search::FacetResult>& facets) {
    Json json = Json::object();
    for (const search::FacetResult& facet : facets) {
        json[facet.name] = facet_json(facet);
    }
    return dump(json);
}

std::string pairs_json(const std::vector<search::PairResult>& pairs) {
    Json json = Json::object();
    for (const search::PairResult& each : pairs) {
        json[each.name] = pair_json(each);
    }
    return dump(json);
}

std::string query_json(const Report& report) {
    Json json = query_of(report.text, report.id);
    json.update(Json{{"canonical", report.answer.canonical},
                     {"match", report.bag_of_words ? "any" : "all"},
                     {"relaxed", report.relaxed},
                     {"warnings", warnings_json(report)},
                     {"names", names_json(report.answer.names)}});
    if (!report.answer.expansions.empty()) {
        json["expansions"] = expansions_json(report.answer.expansions);
    }
    if (report.answer.zone != "UTC") {
        json["tz"] = report.answer.zone;
    }
    return dump(json);
}

std::string index_json(const search::IndexInfo& index) {
    Json json = {{"uuid", index.uuid},
                 {"revision", index.revision},
                 {"articles", index.articles},
                 {"aliases", index.aliases}};
    for (const search::IndexPart& part : index.parts) {
        json["indexes"].push_back({{"uuid", part.uuid}, {"revision", part.revision}});
    }
    return dump(json);
}

std::string explain_json(const Report& report) {
    Json json = Json::object();
    if (report.explanation.query && report.explained) {
        json["tree"] = node_json(*report.explained);
    }
    if (report.explanation.xapian) {
        json["xapian"] = report.answer.xapian_query;
    }
    add_clauses(json, "like", report.answer.like);
    add_clauses(json, "feedback", report.answer.feedback);
    return dump(json);
}

std::string error_json(std::string_view text,
                       const std::vector<parse::Problem>& problems,
                       std::string_view id) {
    Json json = {{"schema", "dateline.error/1"},
                 {"query", query_of(text, id)},
                 {"error", problem_json(problems.front())}};
    if (problems.size() > 1) {
        Json more = Json::array();
        for (std::size_t i = 1; i < problems.size(); ++i) {
            more.push_back(problem_json(problems[i]));
        }
        json["more"] = std::move(more);
    }
    return dump(json);
}

std::string error_json(std::string_view text,
                       std::string_view code,
                       std::string_view message,
                       std::string_view hint,
                       std::string_view id) {
    return dump(Json{{"schema", "dateline.error/1"},
                     {"query", query_of(text, id)},
                     {"error",
                      {{"code", code},
                       {"message", message},
                       {"offset", nullptr},
                       {"length", nullptr},
                       {"hint", text_or_null(hint)}}}});
}

std::string error_json(std::string_view text, const Error& error, std::string_view id) {
    return error_json(text, error_name(error.code()), error.what(), error.hint(), id);
}

}  // namespace dateline::render
