// Words that are left out of a query unless it has no others.
#pragma once

#include <string_view>

namespace dateline::text {

/// Whether the folded form `folded` is a stop word of language `lang` (BCP 47; only the first part
/// counts). Languages without a list have none. Source: the Snowball project's stop-word lists,
/// folded; English has the 174 words that ranking.md measured, contractions in their pieces.
[[nodiscard]] bool is_stop_word(std::string_view lang, std::string_view folded) noexcept;

}  // namespace dateline::text
