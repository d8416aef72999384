// The two steps of folding, for the files of this folder.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

/// Appends NFKC_Casefold (Unicode 15, section 3.13, D146) of valid UTF-8 `utf8` to `out`.
///
/// @throws Error (Internal) if ICU's data cannot be loaded.
void append_case_folded(std::string& out, std::string_view utf8);

/// Appends `case_folded`, which append_case_folded() made, without the diacritics that
/// Tokenizer's comment names.
///
/// @throws Error (Internal) if ICU's data cannot be loaded.
void append_without_diacritics(std::string& out, std::string_view case_folded);

}  // namespace dateline::text
