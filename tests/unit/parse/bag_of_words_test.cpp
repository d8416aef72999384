// Free text as words.
#include "query/parse/bag_of_words.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dateline::parse {
namespace {

/// The canonical form of `text` read as a bag, or the code of its error.
std::string bag(const std::string& text) {
    const Parsed parsed = read_bag_of_words(text);
    CHECK(parsed.tree.has_value() == parsed.errors.empty());
    return parsed.tree ? print_query(*parsed.tree) : parsed.errors.front().code;
}

}  // namespace

TEST_SUITE("parse.bag_of_words") {
    TEST_CASE("read_bag_of_words reads syntax as words") {
        CHECK(bag("oil") == "oil");
        CHECK(bag("Oil prices") == "oil OR prices");
        CHECK(bag("what: (oil -prices\" ~2 title:x") == "what OR oil OR prices OR 2 OR title OR x");
        CHECK(bag("oil* pri?e") == "oil OR pri OR e");
    }

    TEST_CASE("read_bag_of_words counts a repeated word as a boost") {
        CHECK(bag("oil prices OIL, oil") == "oil^3 OR prices");
        CHECK(bag("oil oil") == "oil^2");
        std::string many;
        for (int i = 0; i < 200; ++i) {
            many += "oil ";
        }
        CHECK(bag(many) == "oil^100");
    }

    TEST_CASE("read_bag_of_words takes pairs of characters where words have no spaces") {
        CHECK(bag("日本語 oil") == "日本 OR 本語 OR oil");
        CHECK(bag("日") == "日");
    }

    TEST_CASE("read_bag_of_words gives trees that parse_query gives for the canonical form") {
        for (const std::string text :
             {"Oil prices", "oil oil prices U.S. l'eau 3.5", "日本語 oil"}) {
            CAPTURE(text);
            const Parsed parsed = read_bag_of_words(text);
            REQUIRE(parsed.tree);
            const Parsed again = parse_query(print_query(*parsed.tree), {});
            REQUIRE(again.tree);
            CHECK(same_query(*again.tree, *parsed.tree));
        }
    }

    TEST_CASE("read_bag_of_words tells where a word stands") {
        const Parsed parsed = read_bag_of_words("a, Oil");
        REQUIRE(parsed.tree);
        REQUIRE(parsed.tree->children.size() == 2);
        CHECK(parsed.tree->children[1].span.offset_bytes == 3);
        CHECK(parsed.tree->children[1].span.size_bytes == 3);
    }

    TEST_CASE("read_bag_of_words refuses texts without words and bytes that are none") {
        CHECK(bag("") == "empty_query");
        CHECK(bag(" ?! ") == "empty_query");
        CHECK(bag("a\xFF") == "bad_utf8");
        CHECK(bag(std::string(kMaxQueryBytes + 1, 'a')) == "too_long");
        CHECK(bag(std::string(kMaxQueryBytes, 'a')) != "too_long");
    }
}

}  // namespace dateline::parse
