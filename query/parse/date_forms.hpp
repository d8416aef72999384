// Dates in forms that are not read, to say how they are written here.
#pragma once

#include <string>
#include <string_view>

namespace dateline::parse {

/// The year that two digits stand for, as POSIX `%y` has it: 69 to 99 are 1969 to 1999, 0 to 68
/// are 2000 to 2068. Other numbers are returned as they are.
[[nodiscard]] int full_year(int year) noexcept;

/// What to write for `text`, which is in lower case: `1987-03` for `march 1987`, `1987-03-20` for
/// `20-mar-87`, `1987-Q1` for `1987q1`, `1980..1989` for `1980s`, `7d` for `last 7 days`. Empty if
/// it is no such date; a date that is returned need not exist. Names of months are English.
[[nodiscard]] std::string iso_form(std::string_view text);

}  // namespace dateline::parse
