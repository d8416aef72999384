// Questions out of JSON: options of their own, and everything that is refused.
#include "query/batch/question_line.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace dateline;
using namespace dateline::query;

namespace {

BatchItem read(const std::string& text, const std::vector<std::string>& words = {}) {
    std::vector<std::string> arguments = {"-i", "x", "--batch", "-"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    return read_question_line({7, text, false}, parse_options(arguments, {}));
}

/// The code and message of the fault.
std::string fault_of(const std::string& text, const std::vector<std::string>& words = {}) {
    const BatchItem item = read(text, words);
    return item.fault ? item.fault->code + ": " + item.fault->message : "none";
}

}  // namespace

TEST_SUITE("batch.question_line") {
    TEST_CASE("read_question_line reads the options of one query") {
        const BatchItem item = read(
            R"({"id":"q8","query":"oil","limit":0,"facet":["person:10","topic"],"sort":"date"})");
        CHECK_FALSE(item.fault.has_value());
        CHECK(item.question.id == "q8");
        CHECK(item.question.text == "oil");
        CHECK(item.question.limit == 0);
        CHECK(item.question.facets == "person:10,topic");
        CHECK(item.question.sort == search::SortOrder::NewestFirst);
    }

    TEST_CASE("read_question_line takes the number of the line and the command line else") {
        const BatchItem item = read(R"({"query":"oil"})", {"--limit", "5", "--explain"});
        CHECK_FALSE(item.fault.has_value());
        CHECK(item.question.id == "7");
        CHECK(item.question.limit == 5);
        CHECK(item.question.explain.any());
        CHECK(read(R"({"id":12,"query":"oil"})").question.id == "12");
    }

    TEST_CASE("read_question_line lets the line win over the command line") {
        CHECK(read(R"({"query":"a","all":true})", {"--limit", "5"}).question.all);
        CHECK_FALSE(read(R"({"query":"a","limit":3})", {"--all"}).question.all);
        CHECK(read(R"({"query":"a","all":false})", {"--limit", "5"}).question.limit == 5);
        CHECK_FALSE(read(R"({"query":"a","explain":false})", {"--explain"}).question.explain.any());
        CHECK(read(R"({"query":"a","since_rev":3})").question.since.has_value());
    }

    TEST_CASE("read_question_line says what is wrong with a line") {
        for (const auto& [text, fault] : std::vector<std::pair<std::string, std::string>>{
                 {"{", "bad_json: the line is no JSON (byte 2)"},
                 {R"({"query":"a","x":1e999})", "bad_json: a number in the line is too large"},
                 {"[]", "bad_json: the line is no JSON object"},
                 {"{\"query\":\"\xFF\"}", "bad_json: the line is no JSON (byte 11)"},
                 {R"({"id":"a"})", "bad_json: the line has no string 'query'"},
                 {R"({"query":3})", "bad_json: the line has no string 'query'"},
                 {R"({"query":"a","query":"b"})",
                  "bad_json: the key 'query' stands in the line twice"},
                 {R"({"id":"","query":"a"})",
                  "bad_id: the id must be a whole number, or a string of 1 to 1024 bytes"},
                 {R"({"id":1.5,"query":"a"})",
                  "bad_id: the id must be a whole number, or a string of 1 to 1024 bytes"},
                 {R"({"query":"a","limt":3})", "unknown_key: there is no option 'limt' of a query"},
                 {R"({"query":"a","format":"json"})",
                  "bad_option: 'format' cannot be given for one query of a batch"},
                 {R"({"query":"a","limit":-1})",
                  "bad_option: --limit takes a whole number from 0 to 1000000, not '-1'"},
                 {R"({"query":"a","limit":[1]})",
                  "bad_option: the value of 'limit' must be a string, a whole number, or an array "
                  "of strings"},
                 {R"({"query":"a","facet_sort":"lift","facet":"org","facet-sort":"name"})",
                  "bad_option: 'facet_sort' is given twice, once in another spelling"},
                 {R"({"query":"a","all":1})",
                  "bad_option: the value of 'all' must be true or false"},
                 {R"({"query":"a","all":true,"limit":3})",
                  "bad_option: --all cannot be combined with --limit"},
             }) {
            CAPTURE(text);
            CHECK(fault_of(text) == fault);
        }
        CHECK(read(R"({"query":"a","limt":3})").fault->hint == "did you mean 'limit'?");
    }

    TEST_CASE("read_question_line keeps tables of one kind") {
        CHECK(fault_of(R"({"query":"a","facet":"person","limit":0})", {"--format", "csv"}) ==
              "bad_option: a table holds the same of all queries: 'facet' cannot be given for one");
    }

    TEST_CASE("read_question_line keeps id and text of a line with a bad option") {
        const BatchItem item = read(R"({"id":"q1","query":"a","limit":-1})");
        CHECK(item.question.id == "q1");
        CHECK(item.question.text == "a");
    }
}
