// Weights, spellings, loose phrases, articles alike, saved queries, ranges in brackets.
#include "query/parse/marks.hpp"

#include "tests/unit/parse/examples.hpp"

#include <doctest/doctest.h>

namespace dateline::parse {
namespace {

/// `text` with the saved queries of these tests.
Parsed parse_saved(std::string_view text) {
    ParseOptions options{kToday};
    options.saved_query = [](std::string_view name) -> std::optional<std::string> {
        const std::string long_text(kMaxQueryBytes, 'a');
        return name == "oil"      ? std::optional<std::string>("oil OR gas")
               : name == "watch"  ? std::optional<std::string>("query:oil date:30d")
               : name == "loop"   ? std::optional<std::string>("a query:pool")
               : name == "pool"   ? std::optional<std::string>("query:loop")
               : name == "bad"    ? std::optional<std::string>("a (b")
               : name == "long"   ? std::optional(long_text)
               : name == "a name" ? std::optional<std::string>("x")
                                  : std::nullopt;
    };
    return parse_query(text, options);
}

std::string canonical_saved(std::string_view text) {
    const Parsed parsed = parse_saved(text);
    return parsed.tree ? print_query(*parsed.tree) : "<" + parsed.errors.front().code + ">";
}

}  // namespace

TEST_SUITE("parse.marks") {
    TEST_CASE("parse_query reads weights behind any part") {
        check_canonical({
            {"oil^2", "oil^2"},
            {"oil^0.5 gas", "oil^0.5 AND gas"},
            {"oil^1", "oil"},
            {"oil^2,", "oil^2"},
            {"title:oil^2.50", "title:oil^2.5"},
            {"\"a b\"^2", "\"a b\"^2"},
            {"\"a b\"~3^2", "\"a b\"~3^2"},
            {"sanct*^2", "sanct*^2"},
            {"word~1^2", "word~1^2"},
            {"person:@x^2", "person:@x^2"},
            {"(a OR b)^2", "(a OR b)^2"},
            {"(a b)^2 c", "(a AND b)^2 AND c"},
            {"(a b)^1 c", "a AND b AND c"},
            {"(a|b)^2", "(a OR b)^2"},
            {"-a^2", "NOT a^2"},
            {"(a NEAR/3 b)^2", "(a NEAR/3 b)^2"},
            {"atleast3:a^2", "(atleast3:a)^2"},
            {"(said:(a b))^2", "(said:(a AND b))^2"},
            {"first50:(a OR b^2)", "first50:a OR (first50:b)^2"},
            {"like:@a1^2", "like:@a1^2"},
            {"oil^0.01", "oil^0.01"},
            {"oil^100", "oil^100"},
            {"oil^0.009", "<bad_boost>"},
            {"oil^100.1", "<bad_boost>"},
            {"oil^0", "<bad_boost>"},
            {"oil^1.2.3", "<bad_boost>"},
            {"oil^2^3", "<boost_twice>"},
            {"(oil^2)^3", "<boost_twice>"},
            {"a|b^2", "<boost_in_list>"},
            {"a^2|b", "<boost_in_list>"},
            {"\"a b\"^2|c", "<boost_in_list>"},
            {"(a b)^2|c", "<boost_in_list>"},
            {"^2", "^2"},
        });
    }

    TEST_CASE("parse_query reads other spellings of a word") {
        check_canonical({
            {"word~1", "word~1"},
            {"summit~2", "summit~2"},
            {"word~", "word~1"},
            {"words~", "words~1"},
            {"zelensky~", "zelensky~2"},
            {"person:zelenski~", "person:zelenski~2"},
            {"abc~", "abc~1"},
            {"ab~", "<fuzzy_too_short>"},
            {"abcde~2", "abcde~2"},
            {"abcd~2", "<fuzzy_too_short>"},
            {"word~0", "<bad_edits>"},
            {"word~3", "<bad_edits>"},
            {"word~0.8", "<bad_edits>"},
            {"=word~1", "<bad_edits>"},
            {"well-known~1", "<bad_edits>"},
            {"sanct*~1", "<inner_wildcard>"},
            {"(a b)~1", "<bad_slop>"},
        });
    }

    TEST_CASE("parse_query reads loose phrases") {
        check_canonical({
            {"\"a b\"~3", "\"a b\"~3"},
            {"title:\"a b\"~3.", "title:\"a b\"~3"},
            {"\"a b\"~0", "\"a b\""},
            {"\"a b\"~500", "\"a b\"~500"},
            {"\"a b\"~501", "<bad_slop>"},
            {"\"a b\"~", "<bad_slop>"},
            {"\"a b\"~x", "<bad_slop>"},
            {"=\"a b\"~3", "<bad_slop>"},
            {"\"word\"~2", "<bad_slop>"},
            {"person:\"a b\"~3", "<bad_slop>"},
            {"\"制裁解除\"~3", "\"制裁解除\"~3"},
        });
    }

    TEST_CASE("parse_query reads articles that others are to be like") {
        check_canonical({
            {"like:@a1b2c3", "like:@a1b2c3"},
            {"like:@a|@b", "like:@a OR like:@b"},
            {"LIKE:(@a OR @b)", "like:@a OR like:@b"},
            {"like:a1b2c3", "<bad_id>"},
            {"like:@", "<bad_id>"},
            {"like:\"@a\"", "<quoted_value>"},
        });
    }

    TEST_CASE("parse_query puts saved queries in place of their names") {
        CHECK(canonical_saved("query:oil trump") == "(oil OR gas) AND trump");
        CHECK(canonical_saved("query:watch") == "(oil OR gas) AND date:2025-09-17..2025-10-16");
        CHECK(canonical_saved("-query:oil") == "NOT (oil OR gas)");
        CHECK(canonical_saved("query:oil^2 x") == "(oil OR gas)^2 AND x");
        CHECK(canonical_saved("query:oil|watch") ==
              "oil OR gas OR ((oil OR gas) AND date:2025-09-17..2025-10-16)");
        CHECK(canonical_saved("query:\"a name\"") == "x");
        CHECK(canonical_saved("a w/s query:oil") == "a w/s (oil OR gas)");
        CHECK(canonical_saved("a w/s query:watch") == "<not_in_text>");
        CHECK(canonical_saved("title:(query:oil)") == "<nested_field>");
        CHECK(canonical_saved("query:nobody") == "<unknown_query>");
        CHECK(canonical_saved("query:loop") == "<query_cycle>");
        CHECK(canonical("query:oil") == "<unknown_query>");
    }

    TEST_CASE("parse_query says which saved query is wrong and where it is named") {
        const Parsed parsed = parse_saved("x query:bad");
        REQUIRE(parsed.errors.size() == 1);
        CHECK(parsed.errors.front().code == "unclosed_parenthesis");
        CHECK(parsed.errors.front().message ==
              "the saved query 'bad' cannot be read: a parenthesis is opened and never closed");
        CHECK(parsed.errors.front().span.offset_bytes == 2);
        CHECK(parsed.errors.front().span.size_bytes == 9);
    }

    TEST_CASE("parse_query reads kMaxSavedBytes bytes of saved queries and no more") {
        std::string text = "query:long";
        for (std::size_t bytes = kMaxQueryBytes; bytes < kMaxSavedBytes; bytes += kMaxQueryBytes) {
            text += "|long";
        }
        CHECK(parse_saved(text).tree.has_value());
        CHECK(canonical_saved(text + "|long") == "<too_long>");
    }

    TEST_CASE("parse_query reads ranges in brackets and field=value") {
        check_canonical({
            {"[2025-08-01 TO 2025-08-31]", "date:2025-08"},
            {"date:[2025-08-01 TO 2025-08-31]", "date:2025-08"},
            {"date:[2025 TO 2026]", "date:2025-01-01..2026-12-31"},
            {"date:{2025 TO *]", "date:2026-01-01.."},
            {"date:[* TO 2025}", "date:..2024-12-31"},
            {"len:[100 TO 500}", "len:100..499"},
            {"event:[2025-08 TO 2025-09]", "event:2025-08-01..2025-09-30"},
            {"date:[2026 TO 2025]", "<empty_range>"},
            {"date:[* TO *]", "<bad_range>"},
            {"date:[soon TO 2025]", "<bad_date>"},
            {"[100 TO 500]", "<bad_date>"},
            {"hd=summit", "title:summit"},
            {"hd=(a b)", "title:a AND title:b"},
            {"LA=de", "<foreign_operator>"},
            {"lang=de", "lang:de"},
            {"after=2025-08", "date:2025-08-01.."},
            {"a|hd=b", "<field_in_list>"},
            {"E=mc2", "E=mc2"},
        });
        const Parsed parsed = parse("hd=summit");
        REQUIRE(parsed.warnings.size() == 1);
        CHECK(parsed.warnings.front().code == "foreign_form");
        CHECK(parsed.warnings.front().hint == "write hd:");
    }

    TEST_CASE("read_count takes one to its limit") {
        CHECK(read_count("1", 5) == 1);
        CHECK(read_count("5", 5) == 5);
        CHECK_FALSE(read_count("6", 5).has_value());
        CHECK_FALSE(read_count("0", 5).has_value());
        CHECK_FALSE(read_count("", 5).has_value());
        CHECK_FALSE(read_count("99999999999", 5).has_value());
    }

    TEST_CASE("boost_size counts the mark and the punctuation behind it") {
        CHECK(boost_size("oil^1.5") == 4);
        CHECK(boost_size("oil^2,") == 3);
        CHECK(boost_size("oil^") == 0);
        CHECK(boost_size("oil^x") == 0);
        CHECK(boost_size("^2") == 0);
        CHECK(boost_size("oil") == 0);
    }
}

}  // namespace dateline::parse
