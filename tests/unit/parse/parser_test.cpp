// Queries and their canonical form.
#include "tests/unit/parse/examples.hpp"

#include <doctest/doctest.h>

namespace dateline::parse {
TEST_SUITE("parse.parser") {
    TEST_CASE("parse_query joins words side by side by AND") {
        check_canonical({
            {"interest rates", "interest AND rates"},
            {"a b c", "a AND b AND c"},
            {"(a b) c", "a AND b AND c"},
            {"a AND b c", "a AND b AND c"},
            {"person:trump person:putin", "person:trump AND person:putin"},
            {"sanctions(oil)", "sanctions AND oil"},
            {"AND", "<missing_operand>"},
            {"a AND", "<missing_operand>"},
            {"AND ikea", "<missing_operand>"},
            {"a AND OR b", "<missing_operand>"},
            {"a OR - OR b", "<missing_operand>"},
            {"(a AND)", "<missing_operand>"},
            {"a NOT", "<missing_operand>"},
            {"NOT AND b", "<missing_operand>"},
        });
    }

    TEST_CASE("parse_query reads OR and tight bars as alternatives") {
        check_canonical({
            {"a OR b OR c", "a OR b OR c"},
            {"(a OR b) c", "(a OR b) AND c"},
            {"(a OR b) OR c", "a OR b OR c"},
            {"usa|japan trade", "(usa OR japan) AND trade"},
            {"a|b OR c", "a OR b OR c"},
            {"place:usa|japan|\"new zealand\"",
             "place:usa OR place:japan OR place:\"new zealand\""},
            {"-place:usa|japan", "NOT (place:usa OR place:japan)"},
            {"person:@a|=Müller|tru*", "person:@a OR person:=Müller OR person:tru*"},
            {"place:(a b)|c", "(place:a AND place:b) OR place:c"},
            {"date:2024|2025-10", "date:2024 OR date:2025-10"},
            {"a | b", "<spaced_bar>"},
            {"a| b", "<spaced_bar>"},
            {"a |b", "<spaced_bar>"},
            {"a|", "<spaced_bar>"},
            {"|a", "<spaced_bar>"},
            {"a||b", "<foreign_operator>"},
            {"a || b", "<foreign_operator>"},
            {"person:a|place:b", "<field_in_list>"},
            {"a|-b", "<negation_in_list>"},
            {"a|OR", "<operator_as_word>"},
        });
    }

    TEST_CASE("parse_query keeps negation wherever it stands") {
        check_canonical({
            {"-summit", "NOT summit"},
            {"NOT summit", "NOT summit"},
            {"-person:trump", "NOT person:trump"},
            {"a -(b OR c)", "a AND NOT (b OR c)"},
            {"a AND NOT b", "a AND NOT b"},
            {"-\"new york\"", "NOT \"new york\""},
            {"–summit", "NOT summit"},
            {"NOT NOT a", "NOT NOT a"},
            {"NOT -a", "NOT NOT a"},
            {"-has:date", "NOT has:date"},
            {"-*", "NOT *"},
            {"--limit", "<double_minus>"},
            {"a --\"b\"", "<double_minus>"},
            {"-OR b", "<operator_as_word>"},
            {"-NOT b", "<operator_as_word>"},
        });
    }

    TEST_CASE("parse_query leaves punctuation out") {
        check_canonical({
            {"Trump - Putin", "Trump AND Putin"},
            {"Trump — Putin & Xi", "Trump AND Putin AND Xi"},
            {"what next?", "what AND next"},
            {"Rates, oil; gold.", "Rates AND oil AND gold"},
            {"says \"no deal\",", "says AND \"no deal\""},
            {"a–b", "a-b"},
            {"", "<empty_query>"},
            {"   ", "<empty_query>"},
            {" - … ", "<empty_query>"},
            {"()", "<empty_group>"},
            {"a (—)", "<empty_group>"},
            {"\"\"", "<empty_phrase>"},
            {"\"?!\"", "<empty_phrase>"},
            {"*", "*"},
        });
    }

    TEST_CASE("parse_query reads typographic punctuation as ASCII") {
        check_canonical({
            {"“interest rates”", "\"interest rates\""},
            {"„interest rates“", "\"interest rates\""},
            {"«ставка»", "\"ставка\""},
            {"person：trump　（a　ＯＲ　b）", "person:trump AND (a OR b)"},
            {"Putin’s", "Putin's"},
            {"\"a \\\"b\\\" \\\\\"", "\"a \\\"b\\\" \\\\\""},
            {"\"  two \t words \"", "\"two words\""},
            {"\"Putin – Trump\"", "\"Putin – Trump\""},
        });
    }

    TEST_CASE("parse_query finds fields in any case and distributes them over groups") {
        check_canonical({
            {"PERSON:trump", "person:trump"},
            {"hd:summit", "title:summit"},
            {"Headline:summit", "title:summit"},
            {"author:\"A. Writer\"", "by:\"A. Writer\""},
            {"hlead:(sanctions AND ceasefire)", "hlead:sanctions AND hlead:ceasefire"},
            {"title:(a OR -\"b c\")", "title:a OR NOT title:\"b c\""},
            {"date:(2024 OR 2025-01..2025-02)", "date:2024 OR date:2025-01-01..2025-02-28"},
            {"person:(@a OR tru*)", "person:@a OR person:tru*"},
            {"place:OR", "place:OR"},
            {"title:(a person:b)", "<nested_field>"},
            {"title:person:b", "<nested_field>"},
            {"title:re:invent", "<nested_field>"},
            {"title:(persn:b)", "<unknown_field>"},
            {"person:-putin", "<negation_behind_colon>"},
            {"person:*", "<field_everything>"},
            {"title:", "<empty_value>"},
            {"(person:)", "<empty_value>"},
            {"person: AND x", "<empty_value>"},
            {"person:?", "<empty_value>"},
            {"a person:=", "<empty_value>"},
        });
    }

    TEST_CASE("parse_query takes a colon in prose as text") {
        check_canonical({
            {"18:30", "18:30"},
            {"Trump: we won", "Trump AND we AND won"},
            {"person: trump", "person AND trump"},
            {"https://example.org/a?b=c&d=*!", "https://example.org/a?b=c&d=*!"},
            {"Köln:dom", "Köln:dom"},
            {"foo:", "foo"},
            {"foo:bar", "<unknown_field>"},
        });
    }

    TEST_CASE("parse_query reads exact words and prefixes") {
        check_canonical({
            {"=word", "=word"},
            {"=\"Müller\"", "=\"Müller\""},
            {"title:=\"Müller\"", "title:=\"Müller\""},
            {"sanct*", "sanct*"},
            {"ab*", "ab*"},
            {"界界*", "界界*"},
            {"=ab*", "=ab*"},
            {"person:tru*", "person:tru*"},
            {"a*", "<prefix_too_short>"},
            {"界*", "<prefix_too_short>"},
            {"person:t*", "<prefix_too_short>"},
            {"\"foo bar*\"", "<wildcard_in_quotes>"},
            {"\"foo bar\"*", "<wildcard_in_quotes>"},
            {"*sanction", "<inner_wildcard>"},
            {"san?tion", "<inner_wildcard>"},
            {"wom?n", "<inner_wildcard>"},
            {"a*b", "<inner_wildcard>"},
            {"ab**", "<inner_wildcard>"},
            {"lang:e*", "<no_prefix_here>"},
        });
    }

    TEST_CASE("parse_query reads ids behind fields that have them") {
        check_canonical({
            {"person:@vladimir-putin", "person:@vladimir-putin"},
            {"person:@P:vladimir-putin", "person:@vladimir-putin"},
            {"id:@a1b2c3d4e5f60718", "id:@a1b2c3d4e5f60718"},
            {"collection:@wire", "collection:@wire"},
            {"person:@L:5879092", "<bad_id>"},
            {"person:@", "<bad_id>"},
            {"title:@x", "<no_ids>"},
            {"url:@x", "<no_ids>"},
            {"@realname", "@realname"},
        });
    }

    TEST_CASE("parse_query takes codes as they are") {
        check_canonical({
            {"url:https://example.org/a?b=c", "url:https://example.org/a?b=c"},
            {"site:example.org lang:EN", "site:example.org AND lang:EN"},
            {"id:1015", "id:1015"},
            {"id:a:b", "id:a:b"},
            {"lang:en|de", "lang:en OR lang:de"},
            {"HAS:Person", "has:person"},
            {"has:persn", "<unknown_value>"},
            {"has:\"date\"", "<quoted_value>"},
        });
    }

    TEST_CASE("parse_query reads events and places that are meant themselves") {
        check_canonical({
            {"event:2025-08", "event:2025-08"},
            {"event:~2025-08", "event:~2025-08"},
            {"EVENT:~2025-08-10..2025-08-20", "event:~2025-08-10..2025-08-20"},
            {"event:>=2025", "event:2025-01-01.."},
            {"event:none", "event:none"},
            {"event:~none", "<bad_date>"},
            {"date:~2025-08", "<bad_date>"},
            {"event:", "<empty_value>"},
            {"place:=@719819", "place:=@719819"},
            {"place:=@L:719819", "place:=@719819"},
            {"person:=@vladimir-putin", "<exact_id>"},
            {"about:@P:vladimir-putin", "about:@vladimir-putin"},
            {"about:@O:opec", "about:@opec"},
            {"about:=\"Vladimir Putin\"", "about:=\"Vladimir Putin\""},
        });
    }

    TEST_CASE("parse_query reads the examples of the language") {
        check_canonical({
            {"person:trump person:putin place:budapest date:2025-10..",
             "person:trump AND person:putin AND place:budapest AND date:2025-10-01.."},
            {"hlead:(sanctions AND ceasefire) lang:en after:2025-08-15 before:2025-11-01",
             "hlead:sanctions AND hlead:ceasefire AND lang:en AND date:2025-08-15.. AND "
             "date:..2025-10-31"},
            {"place:hungary -place:budapest person:orban",
             "place:hungary AND NOT place:budapest AND person:orban"},
            {"person:putin place:alaska", "person:putin AND place:alaska"},
            {"sanctions date:2025-10", "sanctions AND date:2025-10"},
            {"source:\"X\" date:1998", "source:\"X\" AND date:1998"},
            {"(person:putin AND place:alaska) AND person:@donald-trump",
             "person:putin AND place:alaska AND person:@donald-trump"},
            {"len:>=300 has:date has:person -has:date",
             "len:>=300 AND has:date AND has:person AND NOT has:date"},
            {"title:summit about:putin event:2025-08-15",
             "title:summit AND about:putin AND event:2025-08-15"},
            {"\"alaska summit\"~3 -source:\"Example Wire\" date:2025-08-10..2025-08-20",
             "\"alaska summit\"~3 AND NOT source:\"Example Wire\" AND date:2025-08-10..2025-08-20"},
            {"sanctions w/s (oil OR Rosneft OR Lukoil) person:zelensky|trump",
             "(sanctions w/s (oil OR Rosneft OR Lukoil)) AND (person:zelensky OR person:trump)"},
            {"atleast3:tomahawk person:zelensky date:30d",
             "atleast3:tomahawk AND person:zelensky AND date:2025-09-17..2025-10-16"},
            {"like:@a1b2c3 date:..2025-10-17", "like:@a1b2c3 AND date:..2025-10-17"},
            {"said:(\"unconditional ceasefire\" speaker:putin)",
             "said:(\"unconditional ceasefire\" AND speaker:putin)"},
        });
    }

    TEST_CASE("parse_query reads or refuses what the parser of Xapian misreads") {
        check_canonical({
            {"-person:trump", "NOT person:trump"},
            {"-summit", "NOT summit"},
            {"person:trump person:putin", "person:trump AND person:putin"},
            {"persn:trump", "<unknown_field>"},
            {"PERSON:trump", "person:trump"},
            {"person: trump", "person AND trump"},
            {"person:tru*", "person:tru*"},
            {"\"foo bar*\"", "<wildcard_in_quotes>"},
            {"*sanction", "<inner_wildcard>"},
            {"san?tion", "<inner_wildcard>"},
            {"\"trump putin\"~5", "\"trump putin\"~5"},
            {"summit~2", "summit~2"},
            {"sanctions^3", "sanctions^3"},
            {"trump NEAR/3 (putin OR zelensky)", "trump NEAR/3 (putin OR zelensky)"},
            {"\"donald trump\" NEAR/5 putin", "\"donald trump\" NEAR/5 putin"},
            {"Sanctions", "Sanctions"},
            {"trump and putin", "trump AND and AND putin"},
            {"U.S.", "U.S"},
            {"AND ikea", "<missing_operand>"},
            {"a AND", "<missing_operand>"},
            {"NOT a", "NOT a"},
            {"a..b", "a..b"},
            {"date:2025-08..2025-09", "date:2025-08-01..2025-09-30"},
            {"date:01/02/2025..02/02/2025", "<bad_date>"},
        });
    }

    TEST_CASE("parse_query records where each part stands in the bytes typed") {
        const std::string_view text = "“a b” -person：=x";
        const Parsed parsed = parse(text);
        REQUIRE(parsed.tree.has_value());
        const auto part = [&](const Node& node) {
            return text.substr(node.span.offset_bytes, node.span.size_bytes);
        };
        REQUIRE(parsed.tree->children.size() == 2);
        CHECK(part(parsed.tree->children[0]) == "“a b”");
        CHECK(part(parsed.tree->children[1]) == "-person：=x");
        CHECK(part(parsed.tree->children[1].children[0]) == "person：=x");
        CHECK(part(*parsed.tree) == text);
    }
}

}  // namespace dateline::parse
