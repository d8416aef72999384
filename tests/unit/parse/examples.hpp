// What the tests of query/parse share: a fixed day, and short forms of the answers.
#pragma once

#include "query/parse/tree.hpp"

#include <doctest/doctest.h>

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

}  // namespace dateline::parse
