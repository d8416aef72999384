// What single tokens are to the rules of several files of the grammar.
#pragma once

#include "indexer/analysis/dates/date_tokens.hpp"

#include <cstddef>
#include <string_view>

namespace dateline::analysis {

/// Whether `word` makes a number an ordinal: `st`, `nd`, `rd`, `th`.
[[nodiscard]] bool is_ordinal_suffix(std::string_view word);

/// Whether the number at `at` is not glued to a word, a sign of money or another number, so that it
/// may be a date.
[[nodiscard]] bool is_free(const DateTokens& t, std::size_t at);

/// Whether what stands at `at` parts the two ends of a range or the items of a list.
[[nodiscard]] bool is_connector(const DateTokens& t, std::size_t at);

/// Whether what stands at `at` is no noun that the number before it could belong to.
[[nodiscard]] bool ends_number(const DateTokens& t, std::size_t at);

/// Whether `1986/87` stands at `at`: a season or a financial year, which is one period.
[[nodiscard]] bool is_double_year(const DateTokens& t, std::size_t at);

/// The token before `at`, or the one before the hyphen of `mid-May` and `end-1986`.
[[nodiscard]] std::size_t before_hyphen(const DateTokens& t, std::size_t at);

}  // namespace dateline::analysis
