// Operators on spans: small examples, and both sides of limits.
#include "query/compile/spans.hpp"

#include <doctest/doctest.h>

namespace dateline::compile {
namespace {

const std::vector<std::uint32_t> kOneParagraph(30, 0);

}  // namespace

TEST_SUITE("compile.spans") {
    TEST_CASE("near_spans takes places at most so far apart in any order or in one") {
        const Spans a = {{5, 5}};
        for (const std::uint32_t distance : {1U, 3U, 4U}) {
            CAPTURE(distance);
            const bool reaches = distance >= 4;
            CHECK(near_spans(a, {{9, 9}}, distance, false, kOneParagraph).empty() != reaches);
            CHECK(near_spans(a, {{1, 1}}, distance, false, kOneParagraph).empty() != reaches);
            CHECK(near_spans(a, {{9, 9}}, distance, true, kOneParagraph).empty() != reaches);
            CHECK(near_spans(a, {{1, 1}}, distance, true, kOneParagraph).empty());
        }
    }

    TEST_CASE("near_spans measures from the nearest ends and covers both") {
        CHECK(near_spans({{2, 5}}, {{7, 9}}, 2, false, kOneParagraph) == Spans{{2, 9}});
        CHECK(near_spans({{2, 5}}, {{8, 9}}, 2, false, kOneParagraph).empty());
    }

    TEST_CASE("near_spans never takes one token for two") {
        CHECK(near_spans({{3, 3}}, {{3, 3}}, 5, false, kOneParagraph).empty());
        CHECK(near_spans({{3, 5}}, {{4, 4}}, 5, false, kOneParagraph).empty());
        CHECK(near_spans({{3, 3}, {5, 5}}, {{3, 3}, {5, 5}}, 2, false, kOneParagraph) ==
              Spans{{3, 5}});
    }

    TEST_CASE("near_spans stays in one paragraph") {
        const std::vector<std::uint32_t> paragraphs = {0, 0, 1, 1};
        CHECK(near_spans({{1, 1}}, {{2, 2}}, 5, false, paragraphs).empty());
        CHECK(near_spans({{2, 2}}, {{3, 3}}, 5, false, paragraphs) == Spans{{2, 3}});
    }

    TEST_CASE("near_spans keeps to the shortest places where there are too many pairs") {
        std::vector<std::uint32_t> paragraph(2000, 0);
        Spans all;
        for (std::uint32_t token = 0; token < 2000; ++token) {
            all.push_back({token, token});
        }
        CHECK(near_spans(all, all, 10, true, paragraph).size() == 10 * 2000 - 55);
        const Spans few = near_spans(all, all, 500, true, paragraph);
        CHECK(few.size() == 1999);
        CHECK(few.front() == Span{0, 1});
    }

    TEST_CASE("phrase_spans finds words in a row and loose ones") {
        const std::vector<std::uint32_t> a = {1, 7, 20};
        const std::vector<std::uint32_t> b = {2, 10, 19};
        CHECK(phrase_spans({&a, &b}, 0, kOneParagraph) == Spans{{1, 2}});
        CHECK(phrase_spans({&a, &b}, 1, kOneParagraph) == Spans{{1, 2}});
        CHECK(phrase_spans({&a, &b}, 2, kOneParagraph) == Spans{{1, 2}, {7, 10}, {19, 20}});
        CHECK(phrase_spans({&a}, 0, kOneParagraph).size() == 3);
        const std::vector<std::uint32_t> none;
        CHECK(phrase_spans({&a, &none}, 9, kOneParagraph).empty());
        CHECK(phrase_spans({}, 0, kOneParagraph).empty());
    }

    TEST_CASE("phrase_spans gives equal words tokens of their own") {
        const std::vector<std::uint32_t> word = {4};
        CHECK(phrase_spans({&word, &word}, 5, kOneParagraph).empty());
        const std::vector<std::uint32_t> words = {4, 6};
        CHECK(phrase_spans({&words, &words}, 1, kOneParagraph) == Spans{{4, 6}});
    }

    TEST_CASE("phrase_spans looks behind a border before it gives up") {
        const std::vector<std::uint32_t> paragraphs = {0, 0, 1, 1, 1, 1};
        const std::vector<std::uint32_t> a = {1, 3};
        const std::vector<std::uint32_t> b = {4};
        const std::vector<std::uint32_t> c = {2};
        CHECK(phrase_spans({&a, &b, &c}, 0, paragraphs).empty());
        CHECK(phrase_spans({&a, &b, &c}, 3, paragraphs) == Spans{{2, 4}});
    }

    TEST_CASE("count_apart counts places that do not overlap") {
        CHECK(count_apart({}) == 0);
        CHECK(count_apart({{1, 1}, {1, 2}, {2, 2}}) == 2);
        CHECK(count_apart({{0, 9}, {1, 2}, {3, 4}}) == 2);
    }

    TEST_CASE("any_within and within take whole places only") {
        const Spans spans = {{1, 3}, {2, 9}, {4, 5}};
        CHECK(within(spans, {1, 6}) == Spans{{1, 3}, {4, 5}});
        CHECK(any_within(spans, {4, 6}));
        CHECK_FALSE(any_within(spans, {2, 5}));
        CHECK_FALSE(any_within(spans, {6, 6}));
    }
}

}  // namespace dateline::compile
