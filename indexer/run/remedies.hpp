// What people can do about a reject or a warning.
#pragma once

#include <string_view>

namespace dateline::run {

/// One line on what `code`, of a reject or a warning, means and what to do about it: lower case,
/// without full stop; empty for a code that speaks for itself.
[[nodiscard]] std::string_view remedy_of(std::string_view code) noexcept;

}  // namespace dateline::run
