// Asking for parts of an XML tree.
#include "indexer/source/xml/xml_dom.hpp"

#include "common/base/utf8.hpp"

namespace dateline::source {
namespace {

std::string_view view(const xmlChar* text) noexcept {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

bool is_element(const xmlNode* node) noexcept {
    return node != nullptr && node->type == XML_ELEMENT_NODE;
}

void append_text(const xmlNode& node, std::string& text) {
    text += node_text(node);
    for (const xmlNode* at = is_element(&node) ? node.children : nullptr; at != nullptr;
         at = at->next) {
        append_text(*at, text);
    }
}

}  // namespace

std::string_view local_name(const xmlNode& node) noexcept {
    const std::string_view name = is_element(&node) ? view(node.name) : std::string_view{};
    // libxml2 leaves a prefix that is not declared in the name.
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view prefix_of(const xmlNode& node) noexcept {
    if (!is_element(&node)) {
        return {};
    }
    const std::string_view name = view(node.name);
    const std::size_t colon = name.find(':');
    if (colon != std::string_view::npos) {
        return name.substr(0, colon);
    }
    return node.ns == nullptr ? std::string_view{} : view(node.ns->prefix);
}

std::string_view namespace_of(const xmlNode& node) noexcept {
    return is_element(&node) && node.ns != nullptr ? view(node.ns->href) : std::string_view{};
}

const xmlNode* parent_element(const xmlNode& node) noexcept {
    return is_element(node.parent) ? node.parent : nullptr;
}

const xmlNode* child(const xmlNode& node, std::string_view name) noexcept {
    for (const xmlNode* at = is_element(&node) ? node.children : nullptr; at != nullptr;
         at = at->next) {
        if (is_element(at) && local_name(*at) == name) {
            return at;
        }
    }
    return nullptr;
}

std::vector<const xmlNode*> children(const xmlNode& node, std::string_view name) {
    std::vector<const xmlNode*> found;
    for (const xmlNode* at = is_element(&node) ? node.children : nullptr; at != nullptr;
         at = at->next) {
        if (is_element(at) && (name.empty() || local_name(*at) == name)) {
            found.push_back(at);
        }
    }
    return found;
}

const xmlNode* descend(const xmlNode& node, std::initializer_list<std::string_view> path) noexcept {
    const xmlNode* at = &node;
    for (const std::string_view name : path) {
        at = at == nullptr ? nullptr : child(*at, name);
    }
    return at;
}

std::string all_text(const xmlNode& node) {
    std::string text;
    append_text(node, text);
    return text;
}

std::string child_text(const xmlNode& node, std::string_view name) {
    const xmlNode* found = child(node, name);
    return found == nullptr ? std::string() : std::string(trim(all_text(*found)));
}

}  // namespace dateline::source
