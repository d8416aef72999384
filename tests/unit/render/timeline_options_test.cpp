// Options of timelines, comparisons and time zones.
#include "tests/unit/render/command_lines.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::query {
namespace {

/// A query compared with `count` others.
Words compared_with(std::size_t count) {
    Words words = {"oil"};
    for (std::size_t i = 0; i < count; ++i) {
        words.insert(words.end(), {"--compare", std::to_string(i)});
    }
    return words;
}

}  // namespace

TEST_SUITE("query.timeline_options") {
    TEST_CASE("parse_options reads timelines and zones and has none by default") {
        const Options plain = options({"oil"});
        CHECK_FALSE(plain.question.timeline.has_value());
        CHECK(plain.question.compare.empty());
        CHECK(plain.question.zone.is_utc());
        CHECK(plain.svg.empty());
        const Options parsed = options({"oil",
                                        "--timeline",
                                        "date.week",
                                        "--normalise",
                                        "--tz",
                                        "europe/berlin",
                                        "--svg",
                                        "a b.svg"});
        REQUIRE(parsed.question.timeline.has_value());
        CHECK(parsed.question.timeline->level == search::DateLevel::Week);
        CHECK(parsed.question.timeline->normalise);
        CHECK(parsed.question.zone.name() == "Europe/Berlin");
        CHECK(parsed.svg == "a b.svg");
    }

    TEST_CASE("parse_options takes up to kMaxCompared other queries in their order") {
        CHECK(options({"oil", "--compare", "gas", "--compare", "-coal"}).question.compare ==
              Words{"gas", "-coal"});
        CHECK(options(compared_with(kMaxCompared)).question.compare.size() == kMaxCompared);
        CHECK(failure(compared_with(kMaxCompared + 1)).first ==
              "--compare is given 10 times, at most 9 are possible");
    }

    TEST_CASE("parse_options names the zone that was meant") {
        const auto hint = [](const char* zone) { return failure({"oil", "--tz", zone}).second; };
        CHECK(hint("Europe/Berlim") == "did you mean 'Europe/Berlin'?");
        CHECK(hint("new york") == "did you mean 'America/New_York'?");
        CHECK(hint("Nowhere/Land").starts_with("name a place"));
        CHECK(failure({"oil", "--tz", "BST"}).first ==
              "--tz: 'BST' may stand for several time zones");
        CHECK(failure({"oil", "--tz", "GMT+2"}).first ==
              "--tz: write the offset alone, not 'GMT+2'");
        CHECK(failure({"oil", "--tz", ""}).first == "--tz needs a time zone");
    }

    TEST_CASE("parse_options refuses timelines where they make no sense") {
        const Words timeline = {"oil", "--timeline", "date.day"};
        const auto with = [&timeline](Words more) {
            more.insert(more.end(), timeline.begin(), timeline.end());
            return failure(more).first;
        };
        CHECK(with({}) == "none");
        CHECK(with({"--format", "csv", "--limit", "0"}) == "none");
        CHECK(with({"--format", "csv"}) == "--timeline with --format csv needs --limit 0");
        CHECK(with({"--format", "tsv", "--all"}) == "--timeline with --format tsv needs --limit 0");
        CHECK(with({"--format", "csv", "--limit", "0", "--facet", "person"}) ==
              "--timeline and --facet cannot be in one table");
        CHECK(with({"--ids"}) == "--ids cannot be combined with --timeline");
        CHECK(with({"--count"}) == "--count cannot be combined with --timeline");
        CHECK(with({"--svg", "-"}) == "--svg needs the name of a file");
        CHECK(failure({"oil", "--normalise"}).first == "--normalise works only with --timeline");
        CHECK(failure({"oil", "--svg", "a.svg"}).first == "--svg works only with --timeline");
        CHECK(failure({"oil", "--compare", "gas", "--ids"}).first ==
              "--ids cannot be combined with --compare");
        CHECK(failure({"--timeline", "oil price"}).second == "is this a query? put '--' before it");
    }
}

}  // namespace dateline::query
