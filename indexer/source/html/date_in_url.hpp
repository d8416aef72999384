// The date of publication that many sites write into the addresses of their articles.
#pragma once

#include "common/time/date_reading.hpp"
#include "common/time/published.hpp"

#include <optional>
#include <string_view>

namespace dateline::source {

/// The date in the path of `url`, else in a parameter of its query whose name says that it is one.
///
/// In the path: `/2025/10/16/`, `/2025/oct/16/`, `/2025-10-16-slug`, `/2025/1016/`, `/202510/16/`,
/// `-20251016`, `/20251016180200.html`, `/16-10-2025/` and `/16-oct-2025/`. Without a day,
/// `/2025/10/` gives the month; the first date with a day wins over that. A run of more than eight
/// digits counts if it starts with a day, since numbers of articles often do. Years are 1800 to
/// 2099, in runs of digits 1990 to 2099.
///
/// @param url    an address, or a path of any kind; need not be valid
/// @param order  of digits-only dates that end with the year; those that can have two meanings are
///               passed over if it is Unstated
/// @return the day or month; its zone is empty; std::nullopt if there is none
[[nodiscard]] std::optional<time::Published> date_in_url(
    std::string_view url, time::DateOrder order = time::DateOrder::Unstated);

}  // namespace dateline::source
