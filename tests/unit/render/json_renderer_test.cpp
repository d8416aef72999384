// Answers as JSON, whole and by line.
#include "query/render/json_renderer.hpp"

#include "common/base/utf8.hpp"
#include "query/render/json_values.hpp"
#include "tests/unit/render/samples.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

using namespace dateline;
using namespace dateline::render;
using dateline::testing::printed;
using dateline::testing::sample_facet;
using dateline::testing::sample_hit;
using dateline::testing::sample_report;
using Json = nlohmann::json;

TEST_SUITE("render.json_renderer") {
    TEST_CASE("JsonRenderer prints an answer without hits on one line") {
        CHECK(printed(Format::Json, {}, sample_report(0), {}) ==
              R"({"schema":"dateline.result/1","offsets":"utf8-bytes",)"
              R"("tool":{"name":"dateline-query","version":"0.1.0"},)"
              R"("index":{"uuid":"161a9117","revision":1042,"articles":48211,)"
              R"("aliases":"00000000000009f3"},)"
              R"("query":{"text":"interest rates","canonical":"interest AND rates","match":"all",)"
              R"("relaxed":false,"warnings":[],"names":[]},)"
              R"("total":{"articles":312,"exact":true},"partial":false,"hits":[],"facets":{}})"
              "\n");
    }

    TEST_CASE("JsonRenderer gives hits in order with commas between") {
        search::Hit second = sample_hit();
        second.rank = 2;
        const std::string out = printed(Format::Json, {}, sample_report(2), {sample_hit(), second});
        const Json json = Json::parse(out);
        REQUIRE(json["hits"].size() == 2);
        CHECK(json["hits"][0]["rank"] == 1);
        CHECK(json["hits"][1]["rank"] == 2);
        CHECK(out.find('\n') == out.size() - 1);
        CHECK_FALSE(json.contains("took_ms"));
        CHECK_FALSE(json.contains("explain"));
    }

    TEST_CASE("hit_json has the documented keys in order") {
        CHECK(hit_json(sample_hit(), false) ==
              R"({"rank":1,"score":14.213,"id":"0123456789abcdef","title":"Leaders meet",)"
              R"("url":null,"source":"Example Wire","lang":"en",)"
              R"("published":"2025-08-15T20:11:00Z","published_from":"metadata","section":null,)"
              R"("authors":[],"events":[],)"
              R"("people":[{"id":"P:vladimir-putin","name":"Vladimir Putin","mentions":0,)"
              R"("about":false}],)"
              R"("places":[{"id":"L:alaska","name":"Alaska","mentions":0,"about":false}],)"
              R"("orgs":[],"topics":[],)"
              R"("snippets":[{"field":"title","text":"Leaders meet","marks":[[0,7]]},)"
              R"({"field":"body","text":"Putin arrived in Alaska.","marks":[[0,5],[17,23]]}]})");
    }

    TEST_CASE("hit_json leaves out a title without marks") {
        search::Hit hit = sample_hit();
        hit.title.marks.clear();
        const Json json = Json::parse(hit_json(hit, false));
        REQUIRE(json["snippets"].size() == 1);
        CHECK(json["snippets"][0]["field"] == "body");
    }

    TEST_CASE("hit_json stays valid whatever the article holds") {
        search::Hit hit = sample_hit();
        hit.article.title = std::string("\0\x01\"\\\x1b\xff\u2028", 9);
        hit.score = std::numeric_limits<double>::infinity();
        const std::string out = hit_json(hit, true);
        CHECK(is_valid_utf8(out));
        const Json json = Json::parse(out);
        CHECK(json["schema"] == "dateline.hit/1");
        CHECK(json["title"] == std::string("\0\x01\"\\\x1b\uFFFD\u2028", 11));
        CHECK(json["score"].is_null());
    }

    TEST_CASE("query_json gives warnings with their place and dropped words without") {
        Report report = sample_report(0);
        report.warnings = {{"lower_case_operator", {2, 3}, "'and' is a word here", ""}};
        report.answer.dropped = {"the"};
        report.answer.names = {{"person:x", {{"P:x", "X", 3}}, 2}};
        const Json json = Json::parse(query_json(report));
        REQUIRE(json["warnings"].size() == 2);
        CHECK(json["warnings"][0].dump() ==
              R"({"code":"lower_case_operator","hint":null,"length":3,)"
              R"("message":"'and' is a word here","offset":2})");
        CHECK(json["warnings"][1].dump() ==
              R"({"code":"dropped_words","hint":null,"length":null,)"
              R"("message":"left out because too common: the","offset":null})");
        CHECK(
            json["names"].dump() ==
            R"([{"clause":"person:x","entities":[{"articles":3,"id":"P:x","name":"X"}],"more":2}])");
    }

    TEST_CASE("facets_json has the facets by name") {
        const Json json = Json::parse(facets_json({sample_facet()}));
        CHECK(json["person"]["distinct"] == 3);
        CHECK(json["person"]["missing"] == 1);
        CHECK(json["person"]["other_articles"] == 7);
        CHECK(json["person"]["exact"] == true);
        const Json& first = json["person"]["values"][0];
        CHECK(first["id"] == "P:donald-trump");
        CHECK(first["name"] == "Donald Trump");
        CHECK(first["articles"] == 288);
        CHECK(first["refine"] == "person:@donald-trump");
        CHECK(first["query"] == "q1");
    }

    TEST_CASE("JsonRenderer adds time and explanation on request") {
        Report report = sample_report(0);
        report.answer.xapian_query = "Query(a)";
        parse::Node word;
        word.kind = parse::NodeKind::Word;
        word.field = &schema::field(schema::FieldId::Title);
        word.text = "oil";
        word.span = {1, 9};
        report.explained = word;
        report.explanation.query = true;
        report.explanation.xapian = true;
        const Json json =
            Json::parse(printed(Format::Json, {}, report, {}, std::chrono::milliseconds(12)));
        CHECK(json["took_ms"] == 12);
        CHECK(json["explain"]["xapian"] == "Query(a)");
        CHECK(json["explain"]["tree"]["kind"] == "word");
        CHECK(json["explain"]["tree"]["field"] == "title");
        CHECK(json["explain"]["tree"]["value"] == "oil");
        CHECK(json["explain"]["tree"]["offset"] == 1);
        CHECK(json["explain"]["tree"]["length"] == 9);
    }

    TEST_CASE("JsonLinesRenderer closes the stream with an end object") {
        Report report = sample_report(2);
        report.answer.facets = {sample_facet()};
        const std::string out =
            printed(Format::JsonLines, {}, report, {sample_hit(), sample_hit()});
        std::vector<Json> lines;
        for (std::size_t begin = 0; begin < out.size();) {
            const std::size_t end = out.find('\n', begin);
            REQUIRE(end != std::string::npos);
            lines.push_back(Json::parse(out.substr(begin, end - begin)));
            begin = end + 1;
        }
        REQUIRE(lines.size() == 3);
        CHECK(lines[0]["schema"] == "dateline.hit/1");
        CHECK(lines[2]["schema"] == "dateline.end/1");
        CHECK(lines[2]["hits"] == 2);
        CHECK(lines[2]["total"] == Json::parse(R"({"articles": 312, "exact": true})"));
        CHECK(lines[2]["facets"]["person"]["distinct"] == 3);
        CHECK(lines[2]["query"]["canonical"] == "interest AND rates");
    }

    TEST_CASE("error_json gives the first problem and then the others") {
        const parse::Problem first{"unknown_field", {0, 5}, "no field named 'persn'", "hint"};
        const parse::Problem second{"unclosed_quote", {8, 1}, "unclosed", ""};
        CHECK(error_json("persn:x", std::vector{first}) ==
              R"({"schema":"dateline.error/1","query":{"text":"persn:x"},)"
              R"("error":{"code":"unknown_field","message":"no field named 'persn'","offset":0,)"
              R"("length":5,"hint":"hint"}})");
        const Json both = Json::parse(error_json("persn:x", std::vector{first, second}));
        CHECK(both["error"]["code"] == "unknown_field");
        REQUIRE(both["more"].size() == 1);
        CHECK(both["more"][0]["code"] == "unclosed_quote");
        CHECK(both["more"][0]["hint"].is_null());
    }

    TEST_CASE("error_json has no place for what went wrong after parsing") {
        CHECK(error_json("a*", Error(ErrorCode::QuerySyntax, "too many words", "narrow it")) ==
              R"({"schema":"dateline.error/1","query":{"text":"a*"},)"
              R"("error":{"code":"query_syntax","message":"too many words","offset":null,)"
              R"("length":null,"hint":"narrow it"}})");
    }
}
