// The elements of feeds, told apart by the vocabulary they are of.
#include "indexer/source/xml/feed_elements.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/schema_org.hpp"

namespace dateline::source {

bool is_of(const xmlNode& node, const Vocabulary& vocabulary) {
    const std::string_view address = namespace_of(node);
    return address.empty() ? prefix_of(node) == vocabulary.prefix
                           : address.find(vocabulary.address) != std::string_view::npos;
}

std::vector<const xmlNode*> own_children(const xmlNode& node, std::string_view name) {
    std::vector<const xmlNode*> found = children(node, name);
    std::erase_if(found, [&node](const xmlNode* part) {
        return !prefix_of(*part).empty() && prefix_of(*part) != prefix_of(node);
    });
    return found;
}

const xmlNode* own_child(const xmlNode& node, std::string_view name) {
    const std::vector<const xmlNode*> found = own_children(node, name);
    return found.empty() ? nullptr : found.front();
}

std::vector<const xmlNode*> children_of(const xmlNode& node,
                                        const Vocabulary& vocabulary,
                                        std::string_view name) {
    std::vector<const xmlNode*> found = children(node, name);
    std::erase_if(found, [&vocabulary](const xmlNode* part) { return !is_of(*part, vocabulary); });
    return found;
}

const xmlNode* child_of(const xmlNode& node, const Vocabulary& vocabulary, std::string_view name) {
    const std::vector<const xmlNode*> found = children_of(node, vocabulary, name);
    return found.empty() ? nullptr : found.front();
}

bool is_plain(const xmlNode& node) {
    return ascii_lower(attribute(node, "type")) == "text";
}

std::string plain(const xmlNode* node) {
    if (node == nullptr) {
        return {};
    }
    const std::string text = all_text(*node);
    return is_plain(*node) ? collapse_spaces(text) : plain_line(text);
}

}  // namespace dateline::source
