// Sentence borders inside a paragraph.
#pragma once

#include "common/text/tokenizer.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::text {

/// The sentences of one paragraph, as the index of the first token of each sentence but the first:
/// ascending, each less than the number of tokens. A paragraph with one sentence gives none.
///
/// A sentence ends at `. ! ? …` and their full-width, Arabic and Indic counterparts, with closing
/// quotes and brackets after them, if white space and no lower-case letter follow (scripts without
/// spaces need no white space). A full stop after an initial, a known abbreviation (`Mr.`, `Sen.`,
/// `No.` before a digit …), inside initials (`U.S. President`) or in a number ends none.
///
/// @param paragraph  valid UTF-8
/// @param tokens     what Tokenizer gave for `paragraph`
[[nodiscard]] std::vector<std::uint32_t> sentence_starts(std::string_view paragraph,
                                                         const TokenList& tokens);

}  // namespace dateline::text
