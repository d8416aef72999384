// Numbers with leading zeros, as dates and file names hold them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace dateline {

/// `number` in decimal with zeros before it up to `width` digits; longer numbers are not cut.
[[nodiscard]] std::string padded(std::uint64_t number, std::size_t width);

}  // namespace dateline
