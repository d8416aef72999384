// Looks for the declaration as browsers do before they parse.
#include "indexer/source/html/html_charset.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace dateline::source {
namespace {

std::string charset_after(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t\r\n\"'");
    if (start == std::string_view::npos) {
        return {};
    }
    text.remove_prefix(start);
    return std::string(text.substr(0, std::min(text.find_first_of(" \t\r\n\"';/>"), text.size())));
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
    constexpr std::size_t searched_bytes = 4096;
    const std::string head = ascii_lower(bytes.substr(0, searched_bytes));
    std::size_t at = 0;
    while ((at = head.find("<meta", at)) != std::string::npos) {
        const std::size_t end = std::min(head.find('>', at), head.size());
        const std::string_view tag = std::string_view(head).substr(at, end - at);
        const std::size_t name = tag.find("charset");
        const std::size_t equals = name == std::string_view::npos ? name : tag.find('=', name);
        if (equals != std::string_view::npos) {
            std::string charset = charset_after(tag.substr(equals + 1));
            const bool wide = charset.starts_with("utf-16") || charset.starts_with("utf-32");
            return wide ? "utf-8" : charset;
        }
        at = end;
    }
    return {};
}

}  // namespace dateline::source
