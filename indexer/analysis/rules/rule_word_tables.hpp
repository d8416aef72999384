// The rows behind RuleWords: written for this project, by language.
#pragma once

#include "indexer/analysis/rules/rule_words.hpp"

#include <span>

namespace dateline::analysis {

/// Titles, offices and ranks before or behind names of people.
[[nodiscard]] std::span<const RuleWordRow> title_rows() noexcept;

/// Given names in scripts other than Latin, and some in Latin that the gazetteer has not.
[[nodiscard]] std::span<const RuleWordRow> given_name_rows() noexcept;

/// Prepositions, streets and buildings, linkers, and ordinary words that look like names.
[[nodiscard]] std::span<const RuleWordRow> other_word_rows() noexcept;

}  // namespace dateline::analysis
