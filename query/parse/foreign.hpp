// Operators of other search engines, and those of the full language that are not supported yet.
#pragma once

#include "query/parse/problem_list.hpp"

#include <optional>
#include <string_view>

namespace dateline::parse {

/// A text without white space, quotes, parentheses and bars, and what stands directly behind it.
struct Run {
    std::string_view text;
    bool before_phrase = false;
    bool before_open = false;
    bool in_field = false;  ///< inside `field:( … )`
};

/// Whether `name` is a field of the full language that is not supported yet: `about`, `event`,
/// `atleast3`, `first50`, … in any case.
[[nodiscard]] bool is_planned_field(std::string_view name);

/// If `run`, standing where an operand may stand, is an operator here or elsewhere that we do not
/// have (`w/5`, `near5`, `AROUND(5)`, `&&`, `wc>300`, `_exists_:x`): what to say about it.
[[nodiscard]] std::optional<BadValue> foreign_operator(const Run& run);

/// If `word`, without closing punctuation, `=` and a trailing `*`, has marks that mean something
/// elsewhere (`sanction!`, `+oil`, `wom?n`, `word~2`, `word^3`): what to say about it. The address
/// of a web page (`https://…`) has none.
[[nodiscard]] std::optional<BadValue> foreign_mark(std::string_view word);

/// Whether `text` begins like an address: letters, then `://`.
[[nodiscard]] bool is_address(std::string_view text);

/// The size of the field name at the front of `text` (letters, digits, `_`, `-`, the first not a
/// digit or `-`) if one of `ends` follows it; 0 if not.
[[nodiscard]] std::size_t field_name_size(std::string_view text, std::string_view ends);

}  // namespace dateline::parse
