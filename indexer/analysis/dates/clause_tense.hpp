// Whether the clause around a date speaks of the past or of the future.
#pragma once

#include "indexer/analysis/dates/date_tokens.hpp"

#include <cstddef>
#include <cstdint>

namespace dateline::analysis {

/// What a clause speaks of.
enum class Tense : std::uint8_t { Unknown, Past, Future };

/// The tense of the clause around the tokens from `first` to `next`, exclusive: that of the nearest
/// verb before them in the clause, else of the nearest one behind. `until` directly before them
/// makes it the future, as `by` and `to` do where no verb is found, and `since` the past.
[[nodiscard]] Tense clause_tense(const DateTokens& tokens, std::size_t first, std::size_t next);

/// The tense of the verb that stands directly before the expression that begins at token `first`,
/// or before its preposition; Unknown if none does.
[[nodiscard]] Tense clause_tense_at(const DateTokens& tokens, std::size_t first);

}  // namespace dateline::analysis
