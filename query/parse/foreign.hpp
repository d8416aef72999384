// Operators and fields of other search engines.
#pragma once

#include "query/parse/leaf_reader.hpp"
#include "query/parse/problem_list.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dateline::parse {

/// A text without white space, quotes, parentheses and bars, and what stands directly behind it.
struct Run {
    std::string_view text;
    bool before_phrase = false;
    bool before_open = false;
    bool in_field = false;        ///< inside `field:( … )`
    std::string_view group = {};  ///< what the parentheses behind it hold if that is short
};

/// The field called `name` in any case, `after` and `before` included; its `begin` is 0, and
/// `field` nullptr if there is none.
[[nodiscard]] FieldUse field_named(std::string_view name);

/// The name of the field as it is written before a colon: `after` and `before` for the sugar.
[[nodiscard]] std::string name_of(const FieldUse& use);

/// Whether `name` is a field here or elsewhere.
[[nodiscard]] bool is_field_name(std::string_view name);

/// A sign of comparison of other places.
struct ComparisonSign {
    std::string_view text;
    std::string_view mark;  ///< what stands before a value here; empty for equality
    bool negated = false;   ///< not equal
};

/// The sign that `text` is: `=`, `==`, `!=`, `<>`, `>`, `>=`, `=>`, `≥` and the like.
[[nodiscard]] std::optional<ComparisonSign> comparison_sign(std::string_view text);

/// Whether `word` is AND NOT in one word, as `ANDNOT`, `but-not`.
[[nodiscard]] bool is_and_not(std::string_view word);

/// Whether `name` is a field of the full language that is not supported yet.
[[nodiscard]] bool is_planned_field(std::string_view name);

/// Whether `name` is a field of Google that holds for the words behind a blank, too.
[[nodiscard]] bool is_field_of_words(std::string_view name);

/// Why `name` cannot stand before a colon although it is a part of one that can: `atleast`.
[[nodiscard]] std::optional<BadValue> bad_construct_name(std::string_view name);

/// A field as another engine writes it at the front of a text.
struct ForeignField {
    std::string_view name;       ///< for field_named()
    std::size_t size_bytes = 0;  ///< of the name and what stands between it and the value
};

/// The field at the front of `text`: `_exists_:`, `wc>`, `hlp=`, or all of `text` if it is a name.
[[nodiscard]] std::optional<ForeignField> foreign_field(std::string_view text);

/// If `run`, standing where an operand may stand, is an operator here or elsewhere that we do not
/// have (`&&`, `wc>300`, `_exists_:x`, `headline(x)`): what to say about it.
[[nodiscard]] std::optional<BadValue> foreign_operator(const Run& run);

/// If `word`, without closing punctuation, `=` and a trailing `*`, has marks that mean something
/// elsewhere (`sanction!`, `+oil`, `wom?n`, `econom$`): what to say about it. The address
/// of a web page (`https://…`) has none.
[[nodiscard]] std::optional<BadValue> foreign_mark(std::string_view word);

/// Whether `text` begins like an address: letters, then `://`.
[[nodiscard]] bool is_address(std::string_view text);

/// The size of the field name at the front of `text` (letters, digits, `_`, `-`, the first not a
/// digit or `-`) if one of `ends` follows it; 0 if not.
[[nodiscard]] std::size_t field_name_size(std::string_view text, std::string_view ends);

}  // namespace dateline::parse
