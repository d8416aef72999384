// Addresses of articles, brought to one form for comparison.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// `url` with scheme and host in lower case, without fragment, default port, and the parameters
/// that only track a click (utm_…, fbclid, gclid); other bytes unchanged.
[[nodiscard]] std::string canonical_url(std::string_view url);

/// The host of `url` in lower case; empty if it has none.
[[nodiscard]] std::string url_host(std::string_view url);

}  // namespace dateline
