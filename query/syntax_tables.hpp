// The query language by example, for --help and dateline-syntax(7).
#pragma once

#include <span>
#include <string_view>

namespace dateline::query {

/// A query, and what it finds.
struct SyntaxRow {
    std::string_view write;
    std::string_view finds;
};

/// The operators, the most used first.
[[nodiscard]] std::span<const SyntaxRow> operator_table() noexcept;

/// The forms of dates.
[[nodiscard]] std::span<const SyntaxRow> date_table() noexcept;

/// Whole queries.
[[nodiscard]] std::span<const SyntaxRow> example_table() noexcept;

/// What people write who know other search engines.
[[nodiscard]] std::span<const std::string_view> habit_table() noexcept;

}  // namespace dateline::query
