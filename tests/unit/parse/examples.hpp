// What the tests of query/parse share: a fixed day, and short forms of the answers.
#pragma once

#include "query/parse/tree.hpp"

#include <string>
#include <string_view>

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

}  // namespace dateline::parse
