// Canonical addresses.
#include "common/article/url.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>

namespace dateline {
namespace {

bool is_tracking_parameter(std::string_view parameter) {
    const std::string_view name = parameter.substr(0, parameter.find('='));
    return name.starts_with("utm_") || name == "fbclid" || name == "gclid";
}

std::string without_tracking(std::string_view query) {
    std::string kept;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view parameter = query.substr(0, end);
        if (!parameter.empty() && !is_tracking_parameter(parameter)) {
            kept += kept.empty() ? '?' : '&';
            kept += parameter;
        }
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return kept;
}

/// Offset of the host in `url`, or npos if there is no `scheme://`.
std::size_t host_offset(std::string_view url) {
    const std::size_t colon = url.find("://");
    return colon == std::string_view::npos || colon == 0 ? std::string_view::npos : colon + 3;
}

}  // namespace

std::string canonical_url(std::string_view url) {
    url = trim(url);
    url = url.substr(0, url.find('#'));
    const std::size_t host = host_offset(url);
    if (host == std::string_view::npos) {
        return std::string(url);
    }
    const std::size_t path = std::min(url.find_first_of("/?", host), url.size());
    std::string canonical = ascii_lower(url.substr(0, path));
    for (const std::string_view port : {":80", ":443"}) {
        const bool is_default = canonical.starts_with(port == ":80" ? "http://" : "https://");
        if (is_default && canonical.ends_with(port)) {
            canonical.resize(canonical.size() - port.size());
        }
    }
    const std::string_view rest = url.substr(path);
    const std::size_t question = std::min(rest.find('?'), rest.size());
    canonical += rest.substr(0, question);
    canonical += without_tracking(rest.substr(std::min(question + 1, rest.size())));
    return canonical;
}

std::string url_host(std::string_view url) {
    const std::size_t start = host_offset(url);
    if (start == std::string_view::npos) {
        return {};
    }
    std::string_view authority = url.substr(start, url.find_first_of("/?#", start) - start);
    const std::size_t at = authority.rfind('@');
    if (at != std::string_view::npos) {
        authority.remove_prefix(at + 1);
    }
    return ascii_lower(authority.substr(0, authority.find(':')));
}

}  // namespace dateline
