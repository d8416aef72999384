// Words near each other, in one sentence, often, early, and in quoted speech.
#include "query/parse/proximity.hpp"

#include "tests/unit/parse/examples.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace dateline::parse {

TEST_SUITE("parse.proximity") {
    TEST_CASE("parse_query reads operators of proximity in any case") {
        check_canonical({
            {"a NEAR/5 b", "a NEAR/5 b"},
            {"a near/5 b", "a NEAR/5 b"},
            {"a w/5 b", "a NEAR/5 b"},
            {"a W/5 b", "a NEAR/5 b"},
            {"a pre/5 b", "a pre/5 b"},
            {"a ADJ/5 b", "a pre/5 b"},
            {"a w/s b", "a w/s b"},
            {"a W/P b", "a w/p b"},
            {"a NEAR/007 b", "a NEAR/7 b"},
            {"a NEAR/1 b", "a NEAR/1 b"},
            {"a NEAR/500 b", "a NEAR/500 b"},
            {"a NEAR/501 b", "<bad_distance>"},
            {"a NEAR/0 b", "<bad_distance>"},
            {"a NEAR/99999999999999999999 b", "<bad_distance>"},
        });
    }

    TEST_CASE("parse_query reads the spellings of other engines and says so") {
        check_canonical({
            {"a near5 b", "a NEAR/5 b"},
            {"a NEAR5 b", "a NEAR/5 b"},
            {"a adj5 b", "a pre/5 b"},
            {"a pre5 b", "a pre/5 b"},
            {"a onear/3 b", "a pre/3 b"},
            {"a within/3 b", "a NEAR/3 b"},
            {"a SAME b", "a w/p b"},
            {"a w/sent b", "a w/s b"},
            {"a w/para b", "a w/p b"},
        });
        const Parsed parsed = parse("a near5 b");
        REQUIRE(parsed.warnings.size() == 1);
        CHECK(parsed.warnings.front().code == "foreign_form");
        CHECK(parsed.warnings.front().message == "'near5' is read as NEAR/5");
        CHECK(parsed.warnings.front().hint == "write NEAR/5");
        CHECK(parse("a w/5 b").warnings.empty());
    }

    TEST_CASE("parse_query takes what only looks like an operator as text") {
        check_canonical({
            {"same sex marriage", "same AND sex AND marriage"},
            {"near the border", "near AND the AND border"},
            {"open 24 /7", "open AND 24 AND /7"},
            {"call 0800 /2025 now", "call AND 0800 AND /2025 AND now"},
            {"tea w/o milk", "tea AND w/o AND milk"},
            {"a nearby b", "a AND nearby AND b"},
            {"\"w/5\" b", "\"w/5\" AND b"},
            {"title:near5", "title:near5"},
        });
    }

    TEST_CASE("parse_query binds proximity tighter than AND and OR") {
        check_canonical({
            {"a NEAR/3 b OR c", "(a NEAR/3 b) OR c"},
            {"a OR b NEAR/3 c", "a OR (b NEAR/3 c)"},
            {"x a w/s b y", "x AND (a w/s b) AND y"},
            {"a NEAR/3 b NEAR/3 c", "a NEAR/3 b NEAR/3 c"},
            {"(a NEAR/3 b) NEAR/3 c", "(a NEAR/3 b) NEAR/3 c"},
            {"-(a NEAR/3 b)", "NOT (a NEAR/3 b)"},
            {"title:(a NEAR/3 b)", "title:a NEAR/3 title:b"},
            {"(a NEAR/3 b)|c", "(a NEAR/3 b) OR c"},
        });
    }

    TEST_CASE("parse_query joins what is in one sentence with what is in the same one") {
        check_canonical({
            {"a w/s (b c)", "a w/s b w/s c"},
            {"(a w/s b) w/s c", "a w/s b w/s c"},
            {"a w/s (x (b w/s c))", "a w/s x w/s b w/s c"},
            {"(a w/s b) w/p c", "(a w/s b) w/p c"},
            {"(a NEAR/3 b) w/s c", "(a NEAR/3 b) w/s c"},
        });
    }

    TEST_CASE("parse_query takes as operands what has places in the text") {
        check_canonical({
            {"(a OR \"b c\") NEAR/3 =d", "(a OR \"b c\") NEAR/3 =d"},
            {"person:putin w/s place:@719819", "person:putin w/s place:@719819"},
            {"org:opec|nato NEAR/9 oil*", "(org:opec OR org:nato) NEAR/9 oil*"},
            {"zelenski~ w/p \"a b\"~3", "zelenski~2 w/p \"a b\"~3"},
        });
        check_errors({
            {"a NEAR/3 date:2025", "not_in_text", "date:2025", "join it by AND outside"},
            {"a w/s len:>3", "not_in_text", "len:>3", "join it by AND outside"},
            {"a w/s source:x", "not_in_text", "source:x", "join it by AND outside"},
            {"a w/s about:x", "not_in_text", "about:x", "join it by AND outside"},
            {"a w/s speaker:x", "not_in_text", "speaker:x", "join it by AND outside"},
            {"a w/s *", "not_in_text", "*", "join it by AND outside"},
            {"a w/s like:@x", "not_in_text", "like:@x", "join it by AND outside"},
            {"a w/s atleast2:b", "not_in_text", "atleast2:b", "join it by AND outside"},
            {"(a w/p b) w/s c", "not_in_text", "a w/p b", "join it by AND outside"},
            {"(a w/s b) NEAR/3 c", "not_in_text", "a w/s b", "join it by AND outside"},
            {"a NEAR/3 (b c)",
             "not_in_text",
             "b c",
             "write (a NEAR/3 b) AND (a NEAR/3 c), or a phrase in quotes"},
            {"a near5 (b or c)",
             "not_in_text",
             "b or c",
             "operators are in capitals: write (b OR c)"},
            {"a pre/2 (b Or \"c d\" or e)",
             "not_in_text",
             "b Or \"c d\" or e",
             "operators are in capitals: write (b OR \"c d\" OR e)"},
            {"a NEAR/3 (b or c d)",
             "not_in_text",
             "b or c d",
             "write (a NEAR/3 b) AND (a NEAR/3 c), or a phrase in quotes"},
            {"a w/s ((b c) OR d)", "not_in_text", "b c", "write it with AND outside"},
            {"a NEAR/3 -b",
             "not_in_text",
             "-b",
             "exclude it outside, as in a AND NOT (a NEAR/3 b)"},
            {"-a w/s b", "not_in_text", "-a", "exclude it outside, as in a AND NOT (a w/s b)"},
            {"a NEAR/3 b^2", "not_in_text", "b", "put it behind all of it"},
            {"title:a NEAR/3 b",
             "not_in_text",
             "b",
             "put the field before all of it, as in title:(oil NEAR/3 price)"},
            {"title:a NEAR/3 person:b",
             "not_in_text",
             "person:b",
             "put the field before all of it, as in title:(oil NEAR/3 price)"},
        });
    }

    TEST_CASE("parse_query shows the readings of two operators of proximity") {
        check_errors({
            {"a NEAR/3 b NEAR/5 c",
             "mixed_proximity",
             "a NEAR/3 b NEAR/5 c",
             "write '(a NEAR/3 b) NEAR/5 c' or 'a NEAR/3 (b NEAR/5 c)'"},
            {"a NEAR/3 b w/s c",
             "mixed_proximity",
             "a NEAR/3 b w/s c",
             "write '(a NEAR/3 b) w/s c'"},
            {"a w/s b pre/3 c pre/3 d",
             "mixed_proximity",
             "a w/s b pre/3 c pre/3 d",
             "write 'a w/s (b pre/3 c pre/3 d)'"},
            {"a w/s -b NEAR/3 c",
             "mixed_proximity",
             "a w/s -b NEAR/3 c",
             "put parentheses around what belongs together"},
        });
    }

    TEST_CASE("parse_query points at an operator of proximity without a side or a number") {
        check_errors({
            {"w/5 b", "missing_operand", "w/5", "to search for the text, write \"w/5\""},
            {"a AND w/5 b", "missing_operand", "w/5", "to search for the text, write \"w/5\""},
            {"a w/5", "missing_operand", "w/5", "to search for the text, write \"w/5\""},
            {"(a w/s) b", "missing_operand", "w/s", "to search for the text, write \"w/s\""},
            {"a w/s OR b", "missing_operand", "w/s", "to search for the text, write \"w/s\""},
            {"a NEAR b",
             "bad_distance",
             "NEAR",
             "write NEAR/5; to search for the word, put it in quotes"},
            {"a ADJ b",
             "bad_distance",
             "ADJ",
             "write pre/5; to search for the word, put it in quotes"},
            {"a NEAR/0 b", "bad_distance", "NEAR/0", "distances are 1 to 500 words"},
            {"a b, near5, c",
             "operator_as_word",
             "near5,",
             "to search for the word, put it in quotes"},
        });
    }

    TEST_CASE("parse_query puts mentions outside of AND") {
        check_canonical({
            {"atleast3:tomahawk", "atleast3:tomahawk"},
            {"ATLEAST3:\"a b\"", "atleast3:\"a b\""},
            {"atleast3:(a OR b)", "atleast3:(a OR b)"},
            {"atleast3:a|b", "atleast3:(a OR b)"},
            {"atleast3:(a b)", "atleast3:a AND atleast3:b"},
            {"atleast3:person:putin", "atleast3:(person:putin)"},
            {"atleast3:(title:a)", "atleast3:(title:a)"},
            {"atleast3:(a NEAR/3 b)", "atleast3:(a NEAR/3 b)"},
            {"-atleast3:a", "NOT atleast3:a"},
            {"atleast3 a", "atleast3:a"},
            {"atleast3(a)", "atleast3:a"},
            {"atleast3 (a OR b) c", "atleast3:(a OR b) AND c"},
            {"atleast1:a", "atleast1:a"},
            {"atleast1000:a", "atleast1000:a"},
            {"atleast1001:a", "<bad_count>"},
            {"atleast0:a", "<bad_count>"},
            {"atleast:a", "<bad_count>"},
            {"atleast3", "<empty_value>"},
            {"atleast3 AND b", "<empty_value>"},
            {"atleast3:-a", "<negation_behind_colon>"},
            {"atleast3:(-a)", "<not_in_text>"},
            {"atleast3:(a w/s b)", "<not_in_text>"},
            {"atleast3:atleast3:a", "<not_in_text>"},
            {"atleast3:date:2025", "<not_in_text>"},
            {"title:(atleast3:a)", "<nested_field>"},
        });
    }

    TEST_CASE("parse_query puts the first words on every part") {
        check_canonical({
            {"first50:a", "first50:a"},
            {"first50:(a AND b)", "first50:a AND first50:b"},
            {"first50:(a OR (b -c))", "first50:a OR (first50:b AND NOT first50:c)"},
            {"first50:(a NEAR/3 b)", "first50:(a NEAR/3 b)"},
            {"first50:(a w/s b)", "first50:(a w/s b)"},
            {"first50(a)", "first50:a"},
            {"first50 a", "first50 AND a"},
            {"first10000:a", "first10000:a"},
            {"first10001:a", "<bad_count>"},
            {"first:a", "<bad_count>"},
            {"first50:title:a", "<not_in_text>"},
            {"first50:atleast3:a", "<not_in_text>"},
        });
    }

    TEST_CASE("parse_query reads quoted speech and who speaks") {
        check_canonical({
            {"said:truce", "said:truce"},
            {"said:\"a b\"", "said:\"a b\""},
            {"said:(a b)", "said:(a AND b)"},
            {"said:((a b) OR speaker:x)", "said:((a AND b) OR speaker:x)"},
            {"said:(a w/s b)", "said:(a w/s b)"},
            {"said:(person:putin speaker:trump)", "said:(person:putin AND speaker:trump)"},
            {"speaker:putin", "speaker:putin"},
            {"said:(speaker:putin)", "speaker:putin"},
            {"speaker:@vladimir-putin|trump", "speaker:@vladimir-putin OR speaker:trump"},
            {"-said:a", "NOT said:a"},
            {"said:(a -b)", "<not_in_text>"},
            {"said:(title:a)", "<not_in_text>"},
            {"said:(said:a)", "<not_in_text>"},
            {"said:(date:2025)", "<not_in_text>"},
        });
    }

    TEST_CASE("print_proximity writes operators that proximity_word reads") {
        for (const Proximity& proximity :
             {Proximity{NodeKind::Near, 1, false, Unit::Sentence},
              Proximity{NodeKind::Near, kMaxDistance, true, Unit::Sentence},
              Proximity{NodeKind::Together, 0, false, Unit::Sentence},
              Proximity{NodeKind::Together, 0, false, Unit::Paragraph}}) {
            const auto read = proximity_word(print_proximity(proximity));
            REQUIRE(read.has_value());
            CHECK(read->meaning == proximity);
            CHECK_FALSE(read->bad.has_value());
            CHECK_FALSE(read->is_foreign);
        }
    }
}

}  // namespace dateline::parse
