// The values of options: sizes, numbers, shares, zones and field maps.
#pragma once

#include "common/manual/completion.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// How many rejects a run may have before it counts as failed.
struct RejectLimit {
    std::uint64_t count = 0;  ///< used unless is_share
    double share = 0;         ///< of all records read, 0 to 1; used if is_share
    bool is_share = false;

    friend bool operator==(const RejectLimit&, const RejectLimit&) = default;
};

/// `text` as a whole number from `least` to `most`.
/// @throws Error (Usage) naming `option` for anything else.
[[nodiscard]] std::uint64_t parse_number(std::string_view option,
                                         std::string_view text,
                                         std::uint64_t least,
                                         std::uint64_t most);

/// `text` as a size in bytes: a whole number from 1 and, with no blank between, one of `K`, `M`,
/// `G` or `T` (1024 to the power of 1 to 4) in either case; without one it is bytes.
/// @throws Error (Usage) naming `option` for anything else, and above 2^63 - 1 bytes.
[[nodiscard]] std::uint64_t parse_size(std::string_view option, std::string_view text);

/// Whether `text` is `on`; not, if it is `off`.
/// @throws Error (Usage) naming `option` for anything else.
[[nodiscard]] bool parse_switch(std::string_view option, std::string_view text);

/// The shell that `text` names. @throws Error (Usage) naming `option` for anything else.
[[nodiscard]] manual::Shell parse_shell(std::string_view option, std::string_view text);

/// `text`, a number from 0 to 100 and `%`, as a share from 0 to 1.
/// @throws Error (Usage) naming `option` for anything else.
[[nodiscard]] double parse_percent(std::string_view option, std::string_view text);

/// `text` as a whole number (`20`) or a share (`0.5%`).
/// @throws Error (Usage) naming `option` for anything else.
[[nodiscard]] RejectLimit parse_reject_limit(std::string_view option, std::string_view text);

/// `text` as an offset from UTC: `UTC`, `Z`, `+02:00`, `-0530`, `+2`; at most 14 hours either way.
/// @throws Error (Usage) naming `option` for anything else.
[[nodiscard]] std::chrono::minutes parse_zone(std::string_view option, std::string_view text);

/// `text` as pairs `field=key` with commas between; fields are those of field_map_names().
/// @throws Error (Usage) naming `option` for an unknown or repeated field, or an empty key.
[[nodiscard]] std::map<std::string, std::string> parse_field_map(std::string_view option,
                                                                 std::string_view text);

/// The article fields that parse_field_map() takes, sorted.
[[nodiscard]] std::span<const std::string_view> field_map_names() noexcept;

}  // namespace dateline::indexer
