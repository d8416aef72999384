// Text and attributes of elements in a parsed XML record, wherever they stand.
#include "indexer/source/xml/xml_elements.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>

namespace dateline::source {

const xmlNode* first_below(const xmlNode& node, std::initializer_list<std::string_view> names) {
    const xmlNode* found = nullptr;
    walk_elements(node, [&](const xmlNode& element) {
        if (found == nullptr &&
            std::find(names.begin(), names.end(), local_name(element)) != names.end()) {
            found = &element;
        }
        return found == nullptr;
    });
    return found;
}

std::vector<const xmlNode*> all_below(const xmlNode& node, std::string_view name) {
    std::vector<const xmlNode*> found;
    walk_elements(node, [&](const xmlNode& element) {
        if (&element != &node && local_name(element) == name) {
            found.push_back(&element);
        }
        return true;
    });
    return found;
}

std::string line_of(const xmlNode& node) {
    constexpr std::size_t max_line_bytes = 8192;
    return inner_text(node, max_line_bytes);
}

std::string text_at(const xmlNode& node, std::initializer_list<std::string_view> path) {
    const xmlNode* at = descend(node, path);
    return at == nullptr ? std::string{} : line_of(*at);
}

std::string attribute_at(const xmlNode& node,
                         std::initializer_list<std::string_view> path,
                         const char* name) {
    const xmlNode* at = descend(node, path);
    return at == nullptr ? std::string{} : collapse_spaces(attribute(*at, name));
}

std::string first_filled(std::initializer_list<std::string> values) {
    const auto found = std::find_if(
        values.begin(), values.end(), [](const std::string& value) { return !value.empty(); });
    return found == values.end() ? std::string{} : *found;
}

}  // namespace dateline::source
