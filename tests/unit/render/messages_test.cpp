// What is said on standard error beside an answer.
#include "query/render/messages.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;
using namespace dateline::render;

TEST_SUITE("render.messages") {
    TEST_CASE("problem_message marks the place in the query") {
        const parse::Problem problem{
            "unknown_field", {0, 5}, "no field named 'persn'", "did you mean 'person:'?"};
        CHECK(problem_message(Severity::Error, "persn:x", problem) ==
              "dateline-query: error: no field named 'persn'\n"
              "persn:x\n"
              "^~~~~\n"
              "hint: did you mean 'person:'?\n");
    }

    TEST_CASE("problem_message gives the byte instead for a long query") {
        const parse::Problem problem{"too_long", {7, 1}, "too long", ""};
        const std::string longest(kMaxRepeatedBytes, 'a');
        CHECK(problem_message(Severity::Warning, longest, problem).find(longest) !=
              std::string::npos);
        CHECK(problem_message(Severity::Warning, longest + "a", problem) ==
              "dateline-query: warning: too long (byte 7)\n");
    }

    TEST_CASE("problem_message points at nothing below an empty query") {
        CHECK(problem_message(Severity::Error, "", {"empty_query", {}, "no words", "write *"}) ==
              "dateline-query: error: no words\nhint: write *\n");
    }

    TEST_CASE("error_message makes hostile text harmless") {
        CHECK(error_message(Error(ErrorCode::IndexMissing, "no index at 'a\x1b[2J\n'", "b\x07")) ==
              "dateline-query: error: no index at 'a\\x1b[2J '\nhint: b\\x07\n");
        CHECK(error_message(Error(ErrorCode::Usage, "bad")) == "dateline-query: error: bad\n");
    }
}
