// Lines of a run.
#include "query/render/trec_renderer.hpp"

#include "tests/unit/render/samples.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;
using namespace dateline::render;
using dateline::testing::printed;
using dateline::testing::sample_report;

namespace {

search::Hit hit_of(std::uint64_t rank, double score, const std::string& given_id) {
    search::Hit hit;
    hit.rank = rank;
    hit.score = score;
    hit.id = "00000000000000" + std::to_string(10 + rank);
    hit.article.id = given_id;
    return hit;
}

}  // namespace

TEST_SUITE("render.trec_renderer") {
    TEST_CASE("TrecRenderer prints a line of six fields for each hit") {
        Report report = sample_report(2);
        CHECK(printed(Format::Trec,
                      {},
                      report,
                      {hit_of(1, 14.2134567, "doc 1\t\n"), hit_of(2, 0.5, "")}) ==
              "1 Q0 doc%201%09%0A 1 14.213457 dateline\n"
              "1 Q0 0000000000000012 2 0.500000 dateline\n");
        report.id = "q 7";
        CHECK(printed(Format::Trec, {}, report, {hit_of(1, 1, "a")}) ==
              "q%207 Q0 a 1 1.000000 dateline\n");
        CHECK(printed(Format::Trec, {}, report, {}).empty());
    }

    TEST_CASE("TrecRenderer names an article once") {
        CHECK(printed(Format::Trec,
                      {},
                      sample_report(2),
                      {hit_of(1, 2, "a"), hit_of(2, 1, "a"), hit_of(3, 1, "b")}) ==
              "1 Q0 a 1 2.000000 dateline\n"
              "1 Q0 0000000000000012 2 1.000000 dateline\n"
              "1 Q0 b 3 1.000000 dateline\n");
    }

    TEST_CASE("TrecRenderer prints the negative rank where hits are in order of time") {
        Report report = sample_report(1);
        report.answer.sort = search::SortOrder::NewestFirst;
        CHECK(printed(Format::Trec, {}, report, {hit_of(4, 9, "a")}) == "1 Q0 a 4 -4 dateline\n");
    }
}
