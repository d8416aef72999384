// A whole article as --show prints it.
#include "query/render/article_view.hpp"

#include "tests/unit/render/samples.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;
using namespace dateline::render;

namespace {

std::string view(const search::Hit& hit, std::size_t columns) {
    StringSink sink;
    Output out(sink);
    Style style;
    style.columns = columns;
    write_article_view(hit, style, out);
    out.flush();
    return sink.text();
}

}  // namespace

TEST_SUITE("render.article_view") {
    TEST_CASE("write_article_view prints what is stated and wraps paragraphs") {
        search::Hit hit = testing::sample_hit();
        hit.article.id = "wire-7";
        hit.article.authors = {"A. Writer"};
        hit.article.locator.file = "a.jsonl";
        hit.article.paragraphs.emplace_back("Line one\nand\ttwo\x1b[2J.");
        CHECK(view(hit, 20) ==
              "Leaders meet\n"
              "id: @0123456789abcdef\n"
              "given id: wire-7\n"
              "published: 2025-08-15 20:11Z\n"
              "by: A. Writer\n"
              "source: Example Wire\n"
              "lang: en\n"
              "people: Vladimir Putin\n"
              "places: Alaska\n"
              "read from: a.jsonl\n"
              "\n"
              "Putin arrived in\n"
              "Alaska.\n"
              "\n"
              "Line one\n"
              "and two\\x1b[2J.\n");
    }

    TEST_CASE("write_article_view prints an article that states nothing") {
        search::Hit hit;
        hit.id = "0";
        CHECK(view(hit, 80) == "(no title)\nid: @0\npublished: undated\n");
    }
}
