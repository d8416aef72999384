// What the beginning of an XML document shows of its format, before anything is parsed.
#include "indexer/source/xml/xml_head.hpp"

#include <algorithm>
#include <cstddef>

namespace dateline::source {

std::string narrow(std::string_view head) {
    std::string text(head);
    std::erase(text, '\0');
    return text;
}

std::string_view root_name(std::string_view head) {
    std::size_t at = head.find('<');
    constexpr std::string_view blanks_and_marks = " \t\r\n\xEF\xBB\xBF\xFE\xFF";
    if (head.substr(0, at).find_first_not_of(blanks_and_marks) != std::string_view::npos) {
        return {};
    }
    while (at != std::string_view::npos) {
        const std::string_view rest = head.substr(at);
        if (rest.starts_with("<!--")) {
            at = head.find('<', std::min(head.find("-->", at), head.size()));
        } else if (rest.starts_with("<!DOCTYPE")) {
            const std::size_t subset = rest.find('[');
            const bool has_subset = subset < rest.find('>');
            const std::size_t end = has_subset ? rest.find(']') : 0;
            at = head.find('<', at + std::max<std::size_t>(std::min(end, rest.size()), 1));
        } else if (rest.starts_with("<?") || rest.starts_with("<!")) {
            at = head.find('<', at + 1);
        } else {
            const std::string_view name = rest.substr(1, rest.find_first_of(" \t\r\n/>", 1) - 1);
            return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
        }
    }
    return {};
}

bool has_tag(std::string_view head, std::string_view name) {
    for (std::size_t at = head.find(name); at != std::string_view::npos;
         at = head.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool ends = end < head.size() &&
                          std::string_view(" \t\r\n/>").find(head[end]) != std::string_view::npos;
        const std::size_t open = head.find_last_of("<> ", at);
        const std::string_view before =
            open == std::string_view::npos ? std::string_view{} : head.substr(open, at - open);
        if (ends && before.starts_with('<') && (before.size() == 1 || before.ends_with(':'))) {
            return true;
        }
    }
    return false;
}

}  // namespace dateline::source
