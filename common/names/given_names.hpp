// What is known about given names: short forms, and whether women or men have them.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::names {

/// Whom a word speaks of.
enum class Gender : std::int8_t {
    Female = -1,
    Unknown = 0,
    Male = 1,
};

/// Whether two given names are forms of one: Bill and William, Mohamed and Muhammad, Alex and
/// Alexander (a beginning of at least three letters).
///
/// @param left, right  as text::fold() gives them
[[nodiscard]] bool is_form_of_given_name(std::string_view left, std::string_view right) noexcept;

/// Whether the given name `folded` is one of women or of men, for some hundred names that are
/// frequent in news and nearly always of one of both.
[[nodiscard]] Gender gender_of_given_name(std::string_view folded) noexcept;

}  // namespace dateline::names
