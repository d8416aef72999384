// Patterns over paths: what they match, what they read, and how they can be wrong.
#include "indexer/source/input/path_pattern.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;
using namespace dateline::source;

namespace {

PathPattern pattern(std::string_view text) {
    auto parsed = PathPattern::parse(text);
    REQUIRE(std::holds_alternative<PathPattern>(parsed));
    return std::get<PathPattern>(std::move(parsed));
}

std::optional<PathValues> match(std::string_view text, std::string_view path) {
    return pattern(text).match(path, std::chrono::minutes(60));
}

std::string date(std::string_view text, std::string_view path) {
    const auto values = match(text, path);
    return values && values->published ? time::format_published(*values->published) : "none";
}

std::string path_date(std::string_view path) {
    const auto published = date_in_path(path, time::DateOrder::Unstated);
    return published ? time::format_published(*published) : "none";
}

}  // namespace

TEST_SUITE("source.path_pattern") {
    TEST_CASE("match reads fields and a date from the end of a path") {
        const auto values = match("{source}/{date:%Y/%m/%d}/*", "/data/wire/2025/10/16/a.txt");
        REQUIRE(values.has_value());
        CHECK(values->source == "wire");
        REQUIRE(values->published.has_value());
        CHECK(time::format_published(*values->published) == "2025-10-16");
        CHECK_FALSE(match("{source}/{date:%Y/%m/%d}/*", "/data/wire/2025/10/16/x/a.txt"));
        CHECK_FALSE(match("{source}/{date:%Y/%m/%d}/*", "/data/wire/2025/oct/16/a.txt"));
    }

    TEST_CASE("match fills every placeholder") {
        const auto values = match("{collection}/{lang}/{section}_{author}.{id}.txt",
                                  "/x/old/de/sport_Ann Onym.a-7.txt");
        REQUIRE(values.has_value());
        CHECK(*values == PathValues{"a-7", {}, "sport", "old", "de", "Ann Onym", std::nullopt});
    }

    TEST_CASE("match gives the first of two placeholders the shortest text") {
        const auto values = match("{source}-{section}.txt", "/a-b-c.txt");
        REQUIRE(values.has_value());
        CHECK(values->source == "a");
        CHECK(values->section == "b-c");
    }

    TEST_CASE("match reads all parts of a date") {
        CHECK(date("{date:%d%m%y}*", "/260287-1.txt") == "1987-02-26");
        CHECK(date("{date:%Y/%b/%d}/*", "/1987/Feb/26/a") == "1987-02-26");
        CHECK(date("{date:%d %B %Y}", "/26 february 1987") == "1987-02-26");
        CHECK(date("{date:%Y}/*", "/1987/a") == "1987");
        CHECK(date("{date:%Y-%m}/*", "/1987-02/a") == "1987-02");
        CHECK(date("{date:%Y%m%dT%H%M%S}.txt", "/19870226T180207.txt") ==
              "1987-02-26T18:02:07+01:00");
        CHECK(date("{date:%Y%%%m}", "/1987%02") == "1987-02");
    }

    TEST_CASE("match refuses what is no day of the calendar") {
        CHECK_FALSE(match("{date:%Y%m%d}.txt", "/19870230.txt"));
        CHECK_FALSE(match("{date:%Y%m%d%H}.txt", "/1987022624.txt"));
        CHECK_FALSE(match("{date:%Y%m%d}.txt", "/00000101.txt"));
    }

    TEST_CASE("match lets stars stand for names and for folders") {
        CHECK(match("*.txt", "/a/b.txt"));
        CHECK(match("a/*/b.txt", "/a/x/b.txt"));
        CHECK_FALSE(match("a/*/b.txt", "/a/x/y/b.txt"));
        CHECK(match("a/**/b.txt", "/a/x/y/b.txt"));
        CHECK(match("a/**/b.txt", "/a/b.txt"));
        CHECK_FALSE(match("a/**/b.txt", "/a/xb.txt"));
        CHECK(match("a/**", "/a/x/y"));
        CHECK(match("a**c", "/ab/bc"));
        CHECK_FALSE(match("b.txt", "/ab.txt"));
        CHECK(match("/a/*", "/a/b"));
        CHECK_FALSE(match("/a/*", "/x/a/b"));
        CHECK(match("a\\*b", "/a*b"));
        CHECK_FALSE(match("a\\*b", "/axb"));
    }

    TEST_CASE("match leaves a placeholder no empty text and no slash") {
        CHECK_FALSE(match("a{source}b", "/ab"));
        CHECK_FALSE(match("a{source}b", "/a/b"));
        CHECK(match("a{source}b", "/axb"));
    }

    TEST_CASE("match takes time in proportion to the path") {
        const std::string path = "/" + std::string(16000, 'a');
        CHECK_FALSE(match("*a*a*a*a*a*a*a*a*a*a*a*ab", path));
        CHECK(match("*a*a*a*a*a*a*a*a*a*a*a*a", path));
        CHECK_FALSE(match("*", "/" + std::string(17000, 'a')));
    }

    TEST_CASE("covers takes a folder for all that is below it") {
        CHECK(pattern("legacy/**").covers("/x/legacy/a/b.txt"));
        CHECK(pattern("legacy").covers("/x/legacy/a/b.txt"));
        CHECK(pattern("legacy/").covers("/x/legacy/a/b.txt"));
        CHECK(pattern("legacy/*.txt").covers("/x/legacy/a.txt"));
        CHECK_FALSE(pattern("legacy/*.txt").covers("/x/legacy/a/b.html"));
        CHECK_FALSE(pattern("legacy").covers("/x/legacy2/a.txt"));
        CHECK_FALSE(pattern("/legacy").covers("/x/legacy/a.txt"));
        CHECK(pattern("*.tar").covers("/x/b.tar/a.txt"));
    }

    TEST_CASE("parse says where a pattern is wrong") {
        struct Case {
            const char* text;
            std::size_t offset;
            const char* message;
        };
        for (const Case& c : {
                 Case{"", 0, "the pattern is empty"},
                 Case{"a/{source", 2, "'{' without '}'"},
                 Case{"a/source}", 8, "'}' without '{'"},
                 Case{"a/{sorce}", 2, "there is no placeholder '{sorce}'"},
                 Case{"{source}/{source}", 9, "'{source}' stands twice"},
                 Case{"a/{source:%Y}", 9, "'{source}' takes no form"},
                 Case{"{date}", 0, "the date has no year"},
                 Case{"{date:%m}", 0, "the date has no year"},
                 Case{"{date:%Y%d}", 0, "the date lacks a part between others"},
                 Case{"{date:%Y/%q}", 9, "a date has no part '%q'"},
                 Case{"{date:%Y%}", 8, "nothing follows the '%'"},
                 Case{"a\\", 1, "nothing follows the '\\'"},
             }) {
            CAPTURE(c.text);
            const auto parsed = PathPattern::parse(c.text);
            REQUIRE(std::holds_alternative<PatternProblem>(parsed));
            CHECK(std::get<PatternProblem>(parsed).offset_bytes == c.offset);
            CHECK(std::get<PatternProblem>(parsed).message == c.message);
            CHECK_FALSE(std::get<PatternProblem>(parsed).hint.empty());
        }
        CHECK(std::get<PatternProblem>(PathPattern::parse("{sorce}")).hint ==
              "did you mean '{source}'?");
    }

    TEST_CASE("parse bounds the number of parts") {
        std::string text;
        for (int i = 0; i < 50; ++i) {
            text += "*a";
        }
        CHECK(std::holds_alternative<PathPattern>(PathPattern::parse(text)));
        CHECK(std::holds_alternative<PatternProblem>(PathPattern::parse(text + "*")));
    }

    TEST_CASE("date_in_path finds the deepest date") {
        CHECK(path_date("/x/2025/10/16/a.txt") == "2025-10-16");
        CHECK(path_date("/x/2025-10-16.txt") == "2025-10-16");
        CHECK(path_date("/x/wire_19870226_3.txt") == "1987-02-26");
        CHECK(path_date("/backup/2024-01-01/1987/02/26/a.txt") == "1987-02-26");
        CHECK(path_date("/backup/2024-01-01/a?#2025-10-16.txt") == "2025-10-16");
        CHECK(path_date("/x/2025/10/a.txt") == "2025-10");
        CHECK(path_date("/x/reut2-000.sgm") == "none");
        CHECK(path_date("/x/123456789.txt") == "none");
        CHECK(path_date("") == "none");
    }

    TEST_CASE("path_for_patterns joins file and members") {
        CHECK(path_for_patterns("/a/./b.tar", "c/d.zip!/e.txt") == "/a/b.tar/c/d.zip/e.txt");
        CHECK(path_for_patterns("-", "") == "-");
        CHECK(path_for_patterns("a.txt", "").ends_with("/a.txt"));
    }
}
