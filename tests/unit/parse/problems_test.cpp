// What is wrong with a query: code, place and hint of each problem; and the limits.
#include "tests/unit/parse/examples.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace dateline::parse {
namespace {

void check_warnings(const std::vector<Example>& examples) {
    for (const Example& example : examples) {
        const Parsed parsed = parse(example.query);
        CHECK(parsed.errors.empty());
        check_problem(example, parsed.warnings);
    }
}

}  // namespace

TEST_SUITE("parse.problems") {
    TEST_CASE("parse_query suggests the field that an unknown name means") {
        check_errors({
            {"persn:trump", "unknown_field", "persn", "did you mean 'person:'?"},
            {"a PRESON:trump", "unknown_field", "PRESON", "did you mean 'person:'?"},
            {"intitle:summit", "unknown_field", "intitle", "did you mean 'title:'?"},
            {"inurl:\"x\"", "unknown_field", "inurl", "did you mean 'url:'?"},
            {"country:(a OR b)", "unknown_field", "country", "did you mean 'place:'?"},
            {"since:2025", "unknown_field", "since", "did you mean 'after:'?"},
            {"afer:2025", "unknown_field", "afer", "did you mean 'after:'?"},
            {"zzzzzz:a", "unknown_field", "zzzzzz", "to search for it as text, put it in quotes"},
            {"ｐｅｒｓｎ：x", "unknown_field", "ｐｅｒｓｎ", "did you mean 'person:'?"},
            {"has:persons", "unknown_value", "persons", "did you mean 'has:person'?"},
            {"has:people", "unknown_value", "people", "did you mean 'has:person'?"},
        });
    }

    TEST_CASE("parse_query shows both readings of AND beside OR") {
        check_errors({
            {"a b OR c", "mixed_or", "a b OR c", "write '(a AND b) OR c' or 'a AND (b OR c)'"},
            {"a OR b AND c",
             "mixed_or",
             "a OR b AND c",
             "write 'a OR (b AND c)' or '(a OR b) AND c'"},
            {"x (a OR person:b -c)",
             "mixed_or",
             "a OR person:b -c",
             "write 'a OR (person:b AND NOT c)' or '(a OR person:b) AND NOT c'"},
        });
    }

    TEST_CASE("parse_query points at what is not closed or not opened") {
        check_errors({
            {"a \"b c",
             "unclosed_quote",
             "\"",
             "close it, or write \\\" for a quote inside a phrase"},
            {"a „b c",
             "unclosed_quote",
             "„",
             "close it, or write \\\" for a quote inside a phrase"},
            {"a (b c", "unclosed_parenthesis", "(", "close it"},
            {"a) b", "unopened_parenthesis", ")", "leave it out"},
        });
    }

    TEST_CASE("parse_query answers the habits of other engines with a hint") {
        check_errors({
            {"sanction!", "foreign_wildcard", "sanction!", "write sanction*, or put it in quotes"},
            {"+oil",
             "foreign_operator",
             "+oil",
             "words side by side are all required; the exact form is =oil"},
            {"a && b",
             "foreign_operator",
             "&&",
             "words side by side are all required; or write AND"},
            {"a||b", "foreign_operator", "||", "write OR"},
            {"!oil", "foreign_operator", "!oil", "write -oil"},
            {"!(oil)", "foreign_operator", "!", "write - or NOT to exclude"},
            {"a XOR b", "foreign_operator", "XOR", "write (a OR b) AND NOT (a AND b)"},
            {"/sanct.*/",
             "foreign_operator",
             "/sanct.*/",
             "to search for it as text, put it in quotes"},
            {"_exists_:person", "foreign_operator", "_exists_:person", "write has:person"},
            {"wc>300", "foreign_operator", "wc>300", "write len:>300"},
            {"wc>=300", "foreign_operator", "wc>=300", "write len:>=300"},
            {"rst=nyt", "foreign_operator", "rst=nyt", "write source:nyt"},
            {"rst=\"a b\"", "foreign_operator", "rst=", "write source:\"…\""},
            {"rst=(a b)", "foreign_operator", "rst=", "write source:(…)"},
            {"headline(summit)",
             "foreign_operator",
             "headline",
             "write title:summit, or put a blank before the parenthesis"},
            {"allcaps(us)",
             "foreign_operator",
             "allcaps",
             "case is not searched: words match in any case, =word does, too"},
            {"plural(bank)", "foreign_operator", "plural", "for the exact form write =word"},
            {"econom$", "foreign_wildcard", "econom$", "write econom*, or put it in quotes"},
            {"title:/summ.*/",
             "foreign_operator",
             "/summ.*/",
             "to search for it as text, put it in quotes"},
            {"summit\\ talks", "foreign_operator", "summit\\", "put them in quotes"},
            {"+person:putin",
             "foreign_operator",
             "+person:putin",
             "parts side by side are all required; write person:putin"},
            {"trump AROUND(5) putin", "foreign_operator", "AROUND(5)", "write NEAR/5"},
            {"trump NEAR(5) putin", "foreign_operator", "NEAR(5)", "write NEAR/5"},
            {"trump /5 putin", "foreign_operator", "/5", "write NEAR/5"},
            {"trump /s putin", "foreign_operator", "/s", "write w/s"},
            {"trump +3 putin", "foreign_operator", "+3", "write pre/3"},
            {"trump pre/s putin", "foreign_operator", "pre/s", "write w/s"},
            {"trump w/seg putin", "foreign_operator", "w/seg", "write w/p"},
            {"trump NOT w/5 putin", "foreign_operator", "NOT w/5", "write a AND NOT (a NEAR/5 b)"},
            {"near20:\"a b\"", "foreign_operator", "near20:", "write a NEAR/20 b, or \"a b\"~20"},
            {"repeat3:x", "foreign_operator", "repeat3:x", "write atleast3:(…)"},
            {"atl5(x)", "foreign_operator", "atl5", "write atleast5:(…)"},
            {"title.keyword:x", "unknown_field", "title.keyword:x", "write title:x"},
            {"intitle: x",
             "unknown_field",
             "intitle:",
             "write title: directly before each word, or before a parenthesis"},
            {"\"a * b\"", "wildcard_in_quotes", "\"a * b\"", "for a word between write \"a b\"~1"},
            {"title:[a TO b]", "foreign_operator", "[a TO b]", "write date:A..B or len:A..B"},
            {"2025-08..2025-09",
             "range_without_field",
             "2025-08..2025-09",
             "write date:2025-08..2025-09"},
            {"COMPANY(ford)",
             "foreign_operator",
             "COMPANY",
             "write org:ford, or put a blank before the parenthesis"},
            {"TERMS(opec or oil)",
             "foreign_operator",
             "TERMS",
             "write topic:(opec or oil), or put a blank before the parenthesis"},
            {"hl(\"a b\")",
             "foreign_operator",
             "hl",
             "write title:(\"a b\"), or put a blank before the parenthesis"},
            {"ti((a) OR b)",
             "foreign_operator",
             "ti",
             "write title:(…), or put a blank before the parenthesis"},
            {"co=ford", "foreign_operator", "co=ford", "write org:ford"},
            {"re=japan", "foreign_operator", "re=japan", "write place:japan"},
            {"in=oil", "foreign_operator", "in=oil", "write topic:oil"},
            {"au='J Smith'", "foreign_operator", "au='J", "write by:\"…\""},
            {"title>oil", "foreign_operator", "title>oil", "write title:oil"},
            {"DATE > 1987", "foreign_operator", "DATE > 1987", "write date:>1987"},
            {"oil LENGTH >= 500", "foreign_operator", "LENGTH >= 500", "write len:>=500"},
            {"source = \"a b\"", "foreign_operator", "source = \"a b\"", "write source:\"a b\""},
            {"title = (a b)", "foreign_operator", "title = (a b)", "write title:(a b)"},
            {"title = a|\"b c\"", "foreign_operator", "title = a|\"b c\"", "write title:a|\"b c\""},
            {"title == *", "foreign_operator", "title == *", "write has:title"},
            {"title <> oil", "foreign_operator", "title <> oil", "write -title:oil"},
            {"date > (1987)", "foreign_operator", "date > (1987)", "write date:>1987"},
            {"date > (1987 OR 1988)",
             "foreign_operator",
             "date > (1987 OR 1988)",
             "as in date:2025-10"},
            {"date => 20 March 1987",
             "foreign_operator",
             "date => 20 March 1987",
             "write date:>=1987-03-20"},
            {"date > 2025-01-01T00:00",
             "foreign_operator",
             "date > 2025-01-01T00:00",
             "write date:>2025-01-01"},
            {"-date > 2025", "foreign_operator", "date > 2025", "write date:>2025"},
            {"after > 1987", "foreign_operator", "after > 1987", "write date:>1987"},
            {"after <= 1987", "foreign_operator", "after <= 1987", "write date:<=1987"},
            {"before = 1987", "foreign_operator", "before = 1987", "write before:1987"},
            {"len ≥ oil", "foreign_operator", "len ≥ oil", "write digits only, as in len:>=300"},
            {"len > \"5\"", "foreign_operator", "len > \"5\"", "write len:>5"},
            {"oil AND-NOT gas", "foreign_operator", "AND-NOT", "write AND NOT"},
            {"oil andnot gas", "foreign_operator", "andnot", "write AND NOT"},
            {"oil same/s gas", "foreign_operator", "same/s", "write w/s"},
            {"oil N/5 gas", "foreign_operator", "N/5", "write NEAR/5"},
            {"oil NEAR:5 gas", "foreign_operator", "NEAR:5", "write NEAR/5"},
            {"oil pre:2 gas", "foreign_operator", "pre:2", "write pre/2"},
            {"*:*", "foreign_operator", "*:*", "every article is *"},
            {"a **", "foreign_operator", "**", "every article is *"},
            {"$10..$20",
             "range_without_field",
             "$10..$20",
             "only date:, event:, seen: and len: have ranges; to search for it as text, put it in "
             "quotes"},
            {"5..20", "range_without_field", "5..20", "write len:5..20"},
            {"1987..1989",
             "range_without_field",
             "1987..1989",
             "write date:1987..1989 or len:1987..1989"},
            {"date:-30d",
             "negation_behind_colon",
             "-30d",
             "write date:30d; to exclude, write -date:30d"},
            {"after:-7d",
             "negation_behind_colon",
             "-7d",
             "write after:7d; to exclude, write -after:7d"},
            {"len:-5", "negation_behind_colon", "-5", "write len:<=5 or len:>=5"},
            {"title:-oil", "negation_behind_colon", "-oil", "write -title:oil"},
            {"from:1987-03-20", "unknown_field", "from", "did you mean 'after:'?"},
            {"to:1987-03-20", "unknown_field", "to", "did you mean 'before:'?"},
            {"from:smith", "unknown_field", "from", "did you mean 'by:'?"},
            {"foo\"bar\"", "missing_space", "foo\"bar\"", "put a blank between them"},
            {"\"foo\"bar", "missing_space", "\"foo\"bar", "put a blank between them"},
        });
    }

    TEST_CASE("parse_query refuses single quotes behind a field") {
        check_errors({
            {"source:'Example Wire'",
             "single_quotes",
             "'Example Wire'",
             "write source:\"Example Wire\""},
            {"a person:‘Ronald Reagan’, b",
             "single_quotes",
             "‘Ronald Reagan’,",
             "write person:\"Ronald Reagan\""},
            {"-by:'smith'", "single_quotes", "'smith'", "write by:\"smith\""},
            {"date:'1987-03'", "single_quotes", "'1987-03'", "write date:1987-03"},
        });
        check_canonical({
            {"title:'n", "title:'n"},
            {"title:'twas oil", "title:'twas AND oil"},
            {"title:o'neill's", "title:o'neill's"},
        });
    }

    TEST_CASE("parse_query says how a date is written") {
        check_errors({
            {"date:\"March 1987\"", "quoted_value", "\"March 1987\"", "write date:1987-03"},
            {"date:\"1987\"", "quoted_value", "\"1987\"", "write date:1987"},
            {"after:\"1987-03\"", "quoted_value", "\"1987-03\"", "write after:1987-03"},
            {"len:\"300\"", "quoted_value", "\"300\"", "write len:300"},
            {"len:100-200", "bad_number", "100-200", "write len:100..200"},
            {"len:>=100-200", "bad_number", ">=100-200", "write len:100..200"},
            {"date:>2025-10-16T12:00", "bad_date", ">2025-10-16T12:00", "write date:>2025-10-16"},
            {"len:100-x", "bad_number", "100-x", "write digits only, as in len:>=300"},
            {"event:2025-10-16T12:00", "bad_date", "2025-10-16T12:00", "write event:2025-10-16"},
            {"date:March 1987", "bad_date", "March 1987", "write date:1987-03"},
            {"date:20 March 1987 oil", "bad_date", "20 March 1987", "write date:1987-03-20"},
            {"after:March 20, 1987", "bad_date", "March 20, 1987", "write after:1987-03-20"},
            {"date:last week", "bad_date", "last week", "write date:1w"},
            {"date:1987 to 1989", "bad_date", "1987 to 1989", "write date:1987..1989"},
        });
        check_canonical({
            {"date:2025, 3 killed", "date:2025 AND 3 AND killed"},
            {"date:2025 to oil", "date:2025 AND to AND oil"},
            {"date:2025-10 18:30", "date:2025-10 AND 18:30"},
        });
    }

    TEST_CASE("parse_query says what of the full language is not supported yet") {
        for (const std::string_view query : {"story:@s1", "STORY:@s1 x"}) {
            CAPTURE(query);
            const Parsed parsed = parse(query);
            REQUIRE(parsed.errors.size() == 1);
            CHECK(parsed.errors.front().code == "not_supported");
            CHECK(parsed.errors.front().message.find("is not supported yet") != std::string::npos);
        }
    }

    TEST_CASE("parse_query warns of what may be meant otherwise") {
        check_warnings({
            {"trump and putin",
             "lower_case_operator",
             "and",
             "operators are in capitals: write AND, or leave it out"},
            {"a or b", "lower_case_operator", "or", "operators are in capitals: write OR"},
            {"not b", "lower_case_operator", "not", "operators are in capitals: write NOT"},
            {"person: trump",
             "blank_after_colon",
             "person:",
             "for the field, write the value directly behind the colon"},
            {"x 'interest rates' y",
             "single_quotes",
             "'interest rates'",
             "for a phrase write double quotes"},
            {"@putin", "id_without_field", "@putin", "an id is written id:@putin"},
            {"trump same putin",
             "lower_case_operator",
             "same",
             "for two words in the same paragraph write a w/p b"},
            {"trump Or putin", "lower_case_operator", "Or", "operators are in capitals: write OR"},
            {"oil Not gas", "lower_case_operator", "Not", "operators are in capitals: write NOT"},
            {"oil adj price",
             "lower_case_operator",
             "adj",
             "for two words in a row write a pre/1 b"},
            {"oil w5 gas",
             "lower_case_operator",
             "w5",
             "for words so near in this order write a pre/5 b, in any order a NEAR/5 b"},
            {"oil N50 gas", "lower_case_operator", "N50", "for words so near write a NEAR/50 b"},
            {"oil —gas", "dash_is_text", "—gas", "to exclude the word write -gas"},
            {"# morning run", "comment_is_text", "# morning", "leave the line out"},
            {"// morning run", "comment_is_text", "// morning", "leave the line out"},
            {"oil US exports",
             "country_as_word",
             "US",
             "for the country write place:US, or U.S. for the letters"},
            {"https://example.org/a",
             "address_is_text",
             "https://example.org/a",
             "for the article of that address write url:https://example.org/a"},
            {"oil 1987-03-20,",
             "date_is_text",
             "1987-03-20,",
             "for articles of that day write date:1987-03-20"},
            {"oil date:2025^2",
             "boost_without_effect",
             "^2",
             "leave it out: this part only filters"},
        });
        CHECK(parse("rock 'n roll").warnings.empty());
        CHECK(parse("and then").warnings.empty());
        CHECK(parse("#morning run").warnings.empty());
        CHECK(parse("oil # gas").warnings.empty());
        CHECK(parse("let us go").warnings.empty());
        CHECK(parse("place:US").warnings.empty());
        CHECK(parse("\"US oil\" U.S.").warnings.empty());
        CHECK(parse("wear N95 masks").warnings.empty());
        CHECK(parse("oil 1987-03").warnings.empty());
        CHECK(parse("oil 1987-13-01").warnings.empty());
        CHECK(parse("said—gas now").warnings.empty());
        CHECK(parse("the name(s) of").errors.empty());
        CHECK(parse("costs > prices").errors.empty());
        CHECK(parse("to be or").warnings.empty());
        CHECK(parse("Trump: we won").warnings.empty());
    }

    TEST_CASE("parse_query reports several errors and at most kMaxProblems") {
        const Parsed parsed = parse("persn:a (b +c");
        REQUIRE(parsed.errors.size() == 3);
        CHECK(parsed.errors[0].code == "unknown_field");
        CHECK(parsed.errors[1].code == "foreign_operator");
        CHECK(parsed.errors[2].code == "unclosed_parenthesis");
        CHECK(parse(repeated("+a ", 100)).errors.size() == 20);
    }

    TEST_CASE("parse_query refuses bytes that are no text") {
        using std::string_view_literals::operator""sv;
        for (const std::string_view query :
             {"ab\xFF"sv, "ab\0c"sv, "ab\xC3"sv, "ab\xED\xA0\x80"sv}) {
            const Parsed parsed = parse(query);
            REQUIRE(parsed.errors.size() == 1);
            CHECK(parsed.errors.front().code == "bad_utf8");
            CHECK(parsed.errors.front().span.offset_bytes == 2);
        }
    }

    TEST_CASE("parse_query reads kMaxQueryBytes bytes and no more") {
        CHECK(canonical(std::string(kMaxQueryBytes, 'a')) == std::string(kMaxQueryBytes, 'a'));
        CHECK(canonical(std::string(kMaxQueryBytes + 1, 'a')) == "<too_long>");
        CHECK(canonical(repeated("(", 200'000)) == "<too_long>");
    }

    TEST_CASE("parse_query nests kMaxQueryDepth groups and no more") {
        const auto nested = [](std::size_t depth) {
            return repeated("(", depth) + "a" + repeated(")", depth);
        };
        CHECK(canonical(nested(kMaxQueryDepth)) == "a");
        CHECK(canonical(nested(kMaxQueryDepth + 1)) == "<too_deep>");
        CHECK(canonical(repeated("(", kMaxQueryBytes)) == "<too_deep>");
        CHECK(canonical(repeated("NOT ", kMaxQueryDepth) + "a") ==
              repeated("NOT ", kMaxQueryDepth) + "a");
        CHECK(canonical(repeated("NOT ", kMaxQueryDepth + 1) + "a") == "<too_deep>");
        CHECK(canonical(repeated("-(", kMaxQueryDepth / 2) + "a" +
                        repeated(")", kMaxQueryDepth / 2)) ==
              repeated("NOT ", kMaxQueryDepth / 2) + "a");
    }

    TEST_CASE("parse_query counts the parentheses that a list needs in canonical form") {
        const auto nested = [](std::size_t depth) {
            return repeated("z (", depth) + "a b" + repeated(")|y", depth);
        };
        CHECK(canonical(nested(kMaxQueryDepth / 2)).starts_with("z AND ("));
        CHECK(canonical(nested(kMaxQueryDepth / 2 + 1)) == "<too_deep>");
    }

    TEST_CASE("parse_query takes kMaxQueryTerms terms and no more") {
        const Parsed most = parse(repeated("a ", kMaxQueryTerms));
        REQUIRE(most.tree.has_value());
        CHECK(most.tree->children.size() == kMaxQueryTerms);
        CHECK(canonical(repeated("a ", kMaxQueryTerms + 1)) == "<too_many_terms>");
        CHECK(canonical(repeated("a|", kMaxQueryTerms) + "a") == "<too_many_terms>");
    }
}

}  // namespace dateline::parse
