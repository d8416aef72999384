// Free text as a query: any of its words, without any syntax.
#pragma once

#include "query/parse/tree.hpp"

#include <string_view>

namespace dateline::parse {

/// Reads `text` as words of which an article needs only one: the Or of them, or the one Word if
/// there is no other. Operators, fields, quotes and all other signs mean nothing. A word that is
/// there several times is one with a boost (up to kMaxBoost). In scripts without spaces pairs of
/// neighbouring characters are the words, and a character without neighbours is one.
///
/// Errors are `too_long` (over kMaxQueryBytes), `bad_utf8`, and `empty_query` for a text without
/// letters and digits. There is no limit of terms: the bytes are one. Spans are those of the words.
[[nodiscard]] Parsed read_bag_of_words(std::string_view text);

}  // namespace dateline::parse
