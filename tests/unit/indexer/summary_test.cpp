// Summaries for people and scripts.
#include "indexer/run/summary.hpp"

#include "indexer/run/remedies.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace dateline;
using namespace dateline::run;

namespace {

Summary sample_summary() {
    Summary summary;
    summary.formats["text"] = {3, 2, 1, 0, 0, 0, 0, 1, 2'000'000, 2};
    summary.formats["html"] = {1, 0, 0, 1, 0, 0, 0, 0, 500'000, 0};
    summary.rejected = {{"no_text", 2}, {"too_long", 1}};
    summary.unrecognised = {{"application/pdf", 312}};
    summary.collisions = {{{"b.txt", "", 0, 0}, "id\x1b[31m"}};
    summary.warnings = {{"ambiguous_date", 5}, {"new_code", 1}};
    summary.removed = 4;
    summary.new_rejects = 3;
    summary.seconds = 2;
    summary.revision = 9;
    summary.articles = 40;
    summary.created = true;
    return summary;
}

}  // namespace

TEST_SUITE("run.summary") {
    TEST_CASE("remedy_of knows what tables are rejected and warned for") {
        for (const std::string_view code :
             {"no_body", "ragged_row", "stray_quote", "unclosed_quote"}) {
            CAPTURE(code);
            CHECK_FALSE(remedy_of(code).empty());
        }
        CHECK(remedy_of("no_such_code").empty());
    }

    TEST_CASE("summary_text is an aligned table with the exceptions below") {
        const std::string text = summary_text(sample_summary());
        CHECK(text.find("  html           1      0        0          1") != std::string::npos);
        CHECK(text.find("  text           3      2        1          0") != std::string::npos);
        CHECK(text.find("  all            4      2        1          1") != std::string::npos);
        CHECK(text.find("quarantined:\n"
                        "         2  no_text   records with neither title nor text\n"
                        "         1  too_long  records longer than --max-article") !=
              std::string::npos);
        CHECK(
            text.find("warnings:\n"
                      "         5  ambiguous_date  dates such as 03/04/87 can mean two days: give "
                      "--date-order\n"
                      "         1  new_code\n") != std::string::npos);
        CHECK(text.find("no reader: 312 application/pdf\n") != std::string::npos);
        CHECK(text.find("removed: 4 no longer in the inputs\n") != std::string::npos);
        CHECK(text.find("'id\\x1b[31m' in b.txt") != std::string::npos);
        CHECK(
            text.ends_with("4 articles, 2.5 MB of text in 2.00 s (2 articles/s, 1.2 MB/s); "
                           "the index holds 40 at revision 9\n"));
    }

    TEST_CASE("summary_text says nothing of an index for a dry run and nothing of what is not") {
        Summary summary;
        summary.formats["text"] = {1, 0, 0, 0, 0, 0, 0, 0, 10, 0};
        const std::string text = summary_text(summary);
        for (const char* word : {"all",
                                 "index",
                                 "quarantined",
                                 "no reader",
                                 "warnings",
                                 "collision",
                                 "removed",
                                 "added",
                                 "repeated",
                                 "kept out"}) {
            CAPTURE(word);
            CHECK(text.find(word) == std::string::npos);
        }
    }

    TEST_CASE("summary_text names the first ten collisions") {
        Summary summary;
        summary.formats["text"].collisions = 11;
        for (int i = 0; i < 10; ++i) {
            summary.collisions.push_back({{"a.txt", "", 0, 0}, "id-" + std::to_string(i)});
        }
        CHECK(summary_text(summary).find("more;") == std::string::npos);
        summary.collisions.push_back({{"a.txt", "", 0, 0}, "id-10"});
        const std::string text = summary_text(summary);
        CHECK(text.find("'id-9'") != std::string::npos);
        CHECK(text.find("'id-10'") == std::string::npos);
        CHECK(text.find("collisions: 1 more;") != std::string::npos);
    }

    TEST_CASE("summary_json holds all numbers") {
        const std::string line = summary_json(sample_summary());
        CHECK(line.ends_with("}\n"));
        const auto json = nlohmann::json::parse(line);
        CHECK(json["schema"] == "dateline.run/1");
        CHECK(json["articles"]["read"] == 4);
        CHECK(json["formats"]["text"]["changed"] == 1);
        CHECK(json["quarantined"]["no_text"] == 2);
        CHECK(json["new_quarantined"] == 3);
        CHECK(json["no_reader"]["application/pdf"] == 312);
        CHECK(json["removed"] == 4);
        CHECK(json["created"] == true);
        CHECK(json["interrupted"] == false);
        CHECK(json["index"]["articles"] == 40);
        CHECK(json["index"]["revision"] == 9);
    }
}
