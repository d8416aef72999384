// Answers as CSV and TSV.
#include "query/render/table_renderer.hpp"

#include "tests/unit/render/samples.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;
using namespace dateline::render;
using dateline::testing::printed;
using dateline::testing::sample_facet;
using dateline::testing::sample_hit;
using dateline::testing::sample_report;

namespace {

constexpr std::string_view kHeader =
    "rank,score,id,published,source,section,lang,title,url,people,places,orgs,topics,snippet\n";

/// The row of a hit with `title`, without the cells before and behind it.
std::string title_cell(Format format, bool safe_cells, const std::string& title) {
    search::Hit hit;
    hit.rank = 1;
    hit.article.title = title;
    Style style;
    style.safe_cells = safe_cells;
    const std::string out = printed(format, style, sample_report(1), {hit});
    const std::string separator = format == Format::Csv ? "," : "\t";
    std::string before = "\n1" + separator + "0.000";
    for (int i = 0; i < 6; ++i) {
        before += separator;
    }
    const std::size_t begin = out.find(before);
    REQUIRE(begin != std::string::npos);
    const std::size_t from = begin + before.size();
    return out.substr(from, out.size() - from - 7);  // six empty cells and the line end
}

}  // namespace

TEST_SUITE("render.table_renderer") {
    TEST_CASE("TableRenderer prints a header and a row for each hit") {
        search::Hit hit = sample_hit();
        hit.people.push_back({"P:donald-trump", "Donald Trump", {}});
        hit.snippets.push_back({"body", "More, \"quoted\".", {}});
        CHECK(printed(Format::Csv, {}, sample_report(1), {hit}) ==
              std::string(kHeader) +
                  "1,14.213,0123456789abcdef,2025-08-15T20:11:00Z,Example Wire,,en,Leaders meet,,"
                  "Vladimir Putin; Donald Trump,Alaska,,,"
                  "\"Putin arrived in Alaska. … More, \"\"quoted\"\".\"\n");
    }

    TEST_CASE("TableRenderer prints just the header without hits") {
        CHECK(printed(Format::Csv, {}, sample_report(0), {}) == kHeader);
    }

    TEST_CASE("TableRenderer quotes cells only where CSV needs it") {
        using Row = std::pair<std::string, std::string>;
        for (const auto& [title, cell] : {
                 Row{"plain; text", "plain; text"},
                 Row{"a,b", "\"a,b\""},
                 Row{"a\"b", "\"a\"\"b\""},
                 Row{"a\nb", "\"a\nb\""},
                 Row{"a\r\x1b", "a\\x0d\\x1b"},
             }) {
            CAPTURE(title);
            CHECK(title_cell(Format::Csv, false, title) == cell);
        }
    }

    TEST_CASE("TableRenderer makes spaces of tabs and line ends in TSV") {
        CHECK(title_cell(Format::Tsv, false, "a\tb\nc,\"d") == "a b c,\"d");
    }

    TEST_CASE("TableRenderer guards formulas only on request") {
        for (const char start : {'=', '+', '-', '@'}) {
            CAPTURE(start);
            const std::string title = start + std::string("1+1");
            CHECK(title_cell(Format::Csv, false, title) == title);
            CHECK(title_cell(Format::Csv, true, title) == "'" + title);
            CHECK(title_cell(Format::Tsv, true, title) == "'" + title);
        }
        CHECK(title_cell(Format::Csv, true, "a=1") == "a=1");
        CHECK(title_cell(Format::Csv, true, "=a,b") == "\"'=a,b\"");
    }

    TEST_CASE("TableRenderer prints facet values instead of hits on request") {
        Report report = sample_report(0);
        report.answer.facets = {sample_facet()};
        Style style;
        style.facet_table = true;
        CHECK(printed(Format::Csv, style, report, {}) ==
              "facet,value,name,articles,query\n"
              "person,P:donald-trump,Donald Trump,288,q1\n"
              "person,P:x,X\\x1b[2J,9,q2\n");
    }

    TEST_CASE("IdsRenderer prints ids and nothing else") {
        search::Hit second = sample_hit();
        second.id = "f";
        Style style;
        CHECK(printed(Format::Ids, style, sample_report(2), {sample_hit(), second}) ==
              "0123456789abcdef\nf\n");
        style.nul_separated = true;
        CHECK(printed(Format::Ids, style, sample_report(2), {sample_hit(), second}) ==
              std::string("0123456789abcdef\0f\0", 19));
    }
}
