// What the tests of query/parse share: a fixed day, and short forms of the answers.
#pragma once

#include "query/parse/tree.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::parse {

/// Thursday, 16 October 2025.
inline constexpr std::chrono::sys_days kToday =
    std::chrono::sys_days(std::chrono::year(2025) / std::chrono::October / 16);

inline Parsed parse(std::string_view text) {
    return parse_query(text, ParseOptions{kToday});
}

/// The canonical form of `text`, or the code of its first error in angle brackets.
inline std::string canonical(std::string_view text) {
    const Parsed parsed = parse(text);
    return parsed.tree ? print_query(*parsed.tree) : "<" + parsed.errors.front().code + ">";
}

/// A query and its canonical form, or the code of its first error in angle brackets.
struct Row {
    std::string_view query;
    std::string_view expected;
};
using Table = std::vector<Row>;

inline void check_canonical(const Table& table) {
    for (const Row& row : table) {
        CAPTURE(row.query);
        CHECK(canonical(row.query) == row.expected);
    }
}

/// A query with one problem, the bytes it points at, and its hint.
struct Example {
    std::string_view query;
    std::string_view code;
    std::string_view part;
    std::string_view hint;
};

inline void check_problem(const Example& example, const std::vector<Problem>& problems) {
    CAPTURE(example.query);
    REQUIRE(problems.size() == 1);
    const Problem& problem = problems.front();
    CHECK(problem.code == example.code);
    CHECK(example.query.substr(problem.span.offset_bytes, problem.span.size_bytes) == example.part);
    CHECK(problem.hint == example.hint);
}

inline void check_errors(const std::vector<Example>& examples) {
    for (const Example& example : examples) {
        check_problem(example, parse(example.query).errors);
    }
}

/// `part`, `count` times in a row.
inline std::string repeated(std::string_view part, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += part;
    }
    return text;
}

}  // namespace dateline::parse
