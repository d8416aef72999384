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
/// spaces need no white space) and no comma, colon or semicolon stands directly behind the sign. A
/// full stop after an initial, a title (`Mr.`, `Sen.`), `No.` before a digit or in a number ends
/// none; after initials (`U.S. President`) and abbreviations that also close sentences (`Inc.`,
/// `p.m.`) it does only if a common English opening word follows (`in the U.S. The`).
///
/// @param paragraph  valid UTF-8
/// @param tokens     what Tokenizer gave for `paragraph`
[[nodiscard]] std::vector<std::uint32_t> sentence_starts(std::string_view paragraph,
                                                         const TokenList& tokens);

}  // namespace dateline::text
