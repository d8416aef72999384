// A text as the rules for names read it.
#include "indexer/analysis/rules/rule_text.hpp"

#include <doctest/doctest.h>

#include <string_view>

TEST_SUITE("rules.rule_text") {
    using namespace dateline::analysis;

    TEST_CASE("RuleText says which writing a token is in") {
        struct Case {
            std::string_view text;
            RuleScript script;
        };
        for (const auto& [text, script] : {
                 Case{"Paris", RuleScript::Cased},
                 Case{"Москва", RuleScript::Cased},
                 Case{"Αθήνα", RuleScript::Cased},
                 Case{"القاهرة", RuleScript::Arabic},
                 Case{"ירושלים", RuleScript::Hebrew},
                 Case{"서울", RuleScript::Hangul},
                 Case{"北京", RuleScript::Han},
                 Case{"パリ", RuleScript::Katakana},
                 Case{"ひ", RuleScript::OtherRuns},
                 Case{"ไทย", RuleScript::OtherRuns},
                 Case{"दिल्ली", RuleScript::OtherWords},
                 Case{"2024", RuleScript::None},
             }) {
            CAPTURE(text);
            const RuleText tokens(text);
            REQUIRE(tokens.size() > 0);
            CHECK(tokens.at(0).script == script);
        }
    }

    TEST_CASE("RuleText says what stands before a token") {
        struct Case {
            std::string_view text;
            RuleGap gap;
        };
        for (const auto& [text, gap] : {
                 Case{"New York", RuleGap::Space},
                 Case{"New\u00A0York", RuleGap::Space},
                 Case{"Baden-Baden", RuleGap::Hyphen},
                 Case{"l'Italie", RuleGap::Apostrophe},
                 Case{"l\u2019Italie", RuleGap::Apostrophe},
                 Case{"St. Gallen", RuleGap::FullStop},
                 Case{"ジョー・バイデン", RuleGap::Nothing},
                 Case{"巴黎", RuleGap::Nothing},
                 Case{"Paris, Rom", RuleGap::Break},
                 Case{"Paris\nRom", RuleGap::Break},
                 Case{"Paris (Rom", RuleGap::Break},
             }) {
            CAPTURE(text);
            const RuleText tokens(text);
            REQUIRE(tokens.size() > 1);
            CHECK(tokens.at(1).gap == gap);
        }
    }

    TEST_CASE("RuleText lets no name go over a sentence or a line") {
        const RuleText tokens("Er kam aus Paris. Hilton blieb.\nNew\nYork");
        CHECK(tokens.run_end(0) == 4);
        CHECK(tokens.run_end(4) == 6);
        CHECK(tokens.run_end(6) == 7);
        CHECK(tokens.run_at(3).size() == 1);
        CHECK(tokens.at(4).opens_sentence);
        CHECK_FALSE(tokens.at(4).opens_paragraph);
        CHECK(tokens.at(6).opens_paragraph);
    }

    TEST_CASE("RuleText knows words in capitals and lines of them") {
        const RuleText tokens("GIPFEL IN PARIS\nDie NATO und Paris");
        CHECK(tokens.at(2).letter_case == WordCase::Upper);
        CHECK(tokens.at(2).shouts);
        CHECK(tokens.at(4).letter_case == WordCase::Upper);
        CHECK_FALSE(tokens.at(4).shouts);
        CHECK(tokens.at(5).letter_case == WordCase::Lower);
        CHECK(tokens.at(6).letter_case == WordCase::Capital);
    }

    TEST_CASE("RuleText remembers how words are written elsewhere") {
        const RuleText tokens("Essen gab es in Paris. Das essen alle. Paris schlief. Rom auch.");
        CHECK(tokens.is_small_elsewhere(0));
        CHECK_FALSE(tokens.is_small_elsewhere(4));
        CHECK(tokens.has_capital_inside(8));
        CHECK_FALSE(tokens.has_capital_inside(10));
    }

    TEST_CASE("RuleText finds tokens in addresses of the web") {
        const auto touches = [](std::string_view text, std::size_t token) {
            return RuleText(text).is_part_of_address(token, token + 1);
        };
        CHECK(touches("www.Berlin.de", 1));
        CHECK(touches("info@Berlin", 1));
        CHECK(touches("Berlin@info", 0));
        CHECK_FALSE(touches("In Berlin. Dann", 1));
        CHECK_FALSE(touches("J.Berlin", 1));
        CHECK_FALSE(touches("Berlin", 0));
    }

    TEST_CASE("RuleText takes texts without tokens") {
        CHECK(RuleText("").size() == 0);
        CHECK(RuleText(" \n…").size() == 0);
    }
}
