// Lenient mode: the likeliest reading, with a warning.
#include "tests/unit/parse/examples.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace dateline::parse {
namespace {

Parsed parse_lenient(std::string_view text) {
    ParseOptions options{kToday};
    options.lenient = true;
    return parse_query(text, options);
}

std::string canonical_lenient(std::string_view text) {
    const Parsed parsed = parse_lenient(text);
    return parsed.tree ? print_query(*parsed.tree) : "<" + parsed.errors.front().code + ">";
}

/// Queries that strict mode refuses, and what lenient mode takes them for.
void check_lenient(const Table& table) {
    for (const Row& row : table) {
        CAPTURE(row.query);
        CHECK_FALSE(parse(row.query).tree.has_value());
        const Parsed parsed = parse_lenient(row.query);
        REQUIRE(parsed.tree.has_value());
        CHECK(print_query(*parsed.tree) == row.expected);
        CHECK_FALSE(parsed.warnings.empty());
    }
}

}  // namespace

TEST_SUITE("parse.lenient") {
    TEST_CASE("parse_query closes in lenient mode what is open") {
        check_lenient({
            {"\"interest rates", "\"interest rates\""},
            {"oil \"interest rates", "oil AND \"interest rates\""},
            {"(oil OR gas", "oil OR gas"},
            {"a (oil OR (gas b", "a AND (oil OR (gas AND b))"},
            {"oil) gas", "oil AND gas"},
            {")oil(", "oil"},
            {"title:(a", "title:a"},
        });
    }

    TEST_CASE("parse_query drops in lenient mode operators that have nothing to join") {
        check_lenient({
            {"AND oil", "oil"},
            {"oil AND", "oil"},
            {"oil OR OR gas", "oil OR gas"},
            {"oil NOT", "oil"},
            {"a -OR b", "a OR b"},
            {"oil ()", "oil"},
            {"oil \"\"", "oil"},
            {"oil w/5", "oil"},
            {"w/5 oil", "oil"},
            {"title: oil AND person:", "title AND oil"},
            {"oil |", "oil"},
        });
    }

    TEST_CASE("parse_query binds AND tighter than OR in lenient mode") {
        check_lenient({
            {"a b OR c", "(a AND b) OR c"},
            {"a OR b c OR d", "a OR (b AND c) OR d"},
            {"a NEAR/3 b NEAR/5 c", "(a NEAR/3 b) NEAR/5 c"},
            {"a w/s b NEAR/3 c", "a AND b AND c"},
        });
    }

    TEST_CASE("parse_query reads unknown fields as text in lenient mode") {
        check_lenient({
            {"persn:putin", "persn AND putin"},
            {"foo:\"a b\"", "foo AND \"a b\""},
            {"x OR foo:bar", "x OR (foo AND bar)"},
            {"-foo:bar", "NOT (foo AND bar)"},
            {"story:@s1", "story AND @s1"},
            {"title:(a person:b)", "title:a AND person:b"},
            {"title:a:b", "a AND b"},
            {"date:01/02/2025", "01/02/2025"},
            {"date:soon oil", "soon AND oil"},
            {"len:many", "many"},
            {"has:legs", "legs"},
        });
        CHECK(canonical_lenient("person:@") == "<empty_query>");
    }

    TEST_CASE("parse_query translates the habits of other engines in lenient mode") {
        check_lenient({
            {"+oil", "oil"},
            {"+\"a b\" -c", "\"a b\" AND NOT c"},
            {"+person:putin", "person:putin"},
            {"!oil gas", "NOT oil AND gas"},
            {"--oil gas", "NOT oil AND gas"},
            {"intitle:summit", "title:summit"},
            {"allintitle: summit talks", "summit AND talks"},
            {"sanction!", "sanction*"},
            {"wom?n", "wom*"},
            {"a*", "a"},
            {"*oil", "oil"},
            {"econom$", "econom*"},
            {"a && b", "a AND b"},
            {"a || b", "a OR b"},
            {"a | b", "a OR b"},
            {"a XOR b", "a OR b"},
            {"a ANDNOT b", "a AND NOT b"},
            {"a and-not b", "a AND NOT b"},
            {"source:'Example Wire'", "source:\"Example Wire\""},
            {"date > 2025 oil", "date:2026-01-01.. AND oil"},
            {"-date > 2025 oil", "NOT date:2026-01-01.. AND oil"},
            {"oil OR date > (2025)", "oil OR date:2026-01-01.."},
            {"-date > (1987 OR 1988) oil", "oil"},
            {"oil -said = (gas)", "oil AND NOT said:gas"},
            {"title = a|b", "title:a OR title:b"},
            {"title != a oil", "NOT title:a AND oil"},
            {"title = (a b) oil", "title:a AND title:b AND oil"},
            {"len > \"5\"", "len:>=6"},
            {"trump AROUND(5) putin", "trump NEAR/5 putin"},
            {"trump NEAR putin", "trump NEAR/10 putin"},
            {"trump /5 putin", "trump NEAR/5 putin"},
            {"wc>300", "len:>=301"},
            {"rst=nyt", "source:nyt"},
            {"_exists_:person", "has:person"},
            {"headline(summit)", "title:summit"},
            {"said(truce)", "said:truce"},
            {"word~0.8", "word~1"},
            {"/summ.*/", "summ"},
            {"foo\"bar\"", "foo AND \"bar\""},
            {"\"foo\"bar", "\"foo\" AND bar"},
            {"\"foo bar\"*", "\"foo bar\""},
            {"person:-putin", "NOT person:putin"},
            {"near5", "\"near5\""},
        });
    }

    TEST_CASE("parse_query lets go in lenient mode of what cannot hold its parts") {
        check_lenient({
            {"a NEAR/3 -b", "a AND NOT b"},
            {"a w/s date:2025", "a AND date:2025"},
            {"said:(a -b)", "a AND NOT b"},
            {"atleast3:(a w/s b)", "a w/s b"},
            {"atleast0:a", "a"},
            {"oil^0", "oil"},
            {"oil^2^3", "oil"},
            {"\"a b\"~x", "\"a b\""},
        });
    }

    TEST_CASE("parse_query reads what is right the same way in lenient mode") {
        for (const std::string_view query : {"a OR b",
                                             "title:(a b) -c",
                                             "person:putin|trump date:2025-10..",
                                             "a w/s (b OR \"c d\"~3)",
                                             "*",
                                             "U.S. 18:30"}) {
            CAPTURE(query);
            CHECK(canonical_lenient(query) == canonical(query));
            CHECK(parse_lenient(query).warnings.empty());
        }
    }

    TEST_CASE("parse_query refuses in lenient mode what has no words or too much") {
        CHECK(canonical_lenient("") == "<empty_query>");
        CHECK(canonical_lenient("()") == "<empty_query>");
        CHECK(canonical_lenient("AND OR NOT") == "<empty_query>");
        CHECK(canonical_lenient("title:*") == "<empty_query>");
        CHECK(canonical_lenient("\"?!\" -") == "<empty_query>");
        CHECK(canonical_lenient("a\xFF") == "<bad_utf8>");
        CHECK(canonical_lenient(repeated("(", kMaxQueryDepth + 1) + "a") == "<too_deep>");
        CHECK(canonical_lenient(repeated("a ", kMaxQueryTerms + 1)) == "<too_many_terms>");
        CHECK(canonical_lenient(repeated("a", kMaxQueryBytes + 1)) == "<too_long>");
        CHECK(parse_lenient(repeated("(", kMaxQueryDepth) + "a").tree.has_value());
        // Hundreds of operators, each of which would need parentheses of its own.
        CHECK(canonical_lenient(repeated("a NEAR/3 b NEAR/5 ", 300) + "a").starts_with("a AND b"));
    }

    TEST_CASE("parse_query says in lenient mode how each part was read") {
        const Parsed parsed = parse_lenient("intitle:summit +oil");
        REQUIRE(parsed.warnings.size() == 2);
        CHECK(parsed.warnings[0].code == "unknown_field");
        CHECK(parsed.warnings[0].hint == "read as title:");
        CHECK(parsed.warnings[1].code == "foreign_operator");
        CHECK(parsed.warnings[1].hint == "left out");
    }
}

}  // namespace dateline::parse
