// HTML parsed by libxml2 in this process: no network, no DTD, bounded nesting.
#include "indexer/source/html_dom.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
#include <string>

namespace dateline::source {
namespace {

struct ContextDeleter {
    void operator()(htmlParserCtxt* context) const noexcept { htmlFreeParserCtxt(context); }
};

std::string_view view(const xmlChar* text) noexcept {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

const xmlChar* bytes(const char* text) noexcept {
    return reinterpret_cast<const xmlChar*>(text);
}

std::string without_nul(std::string_view html) {
    std::string out;
    out.reserve(html.size());
    for (const char c : html) {
        if (c == '\0') {
            append_utf8(out, 0xFFFD);
        } else {
            out += c;
        }
    }
    return out;
}

void append_inner_text(const xmlNode& node, std::string& out) {
    out += node_text(node);
    const std::string_view name = element_name(node);
    if (name == "script" || name == "style") {
        return;
    }
    for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
        append_inner_text(*child, out);
    }
    if (name == "br" || name == "p" || name == "div" || name == "li" || name == "td") {
        out += ' ';
    }
}

}  // namespace

HtmlDocument parse_html(std::string_view html) {
    HtmlDocument document;
    const std::unique_ptr<htmlParserCtxt, ContextDeleter> context(htmlNewParserCtxt());
    if (context == nullptr) {
        return document;
    }
    const std::string clean = without_nul(html);
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                        HTML_PARSE_NOWARNING | HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT;
    document.tree.reset(htmlCtxtReadMemory(
        context.get(), clean.data(), static_cast<int>(clean.size()), nullptr, "UTF-8", options));
    // libxml2 reports nesting over its own limit as an internal error and stops there.
    document.too_deep = context->lastError.code == XML_ERR_INTERNAL_ERROR;
    return document;
}

std::string_view element_name(const xmlNode& node) noexcept {
    return node.type == XML_ELEMENT_NODE ? view(node.name) : std::string_view{};
}

bool has_attribute(const xmlNode& node, const char* name) noexcept {
    return node.type == XML_ELEMENT_NODE && xmlHasProp(&node, bytes(name)) != nullptr;
}

std::string attribute(const xmlNode& node, const char* name) {
    if (node.type != XML_ELEMENT_NODE) {
        return {};
    }
    const xmlAttr* found = xmlHasProp(&node, bytes(name));
    std::string value;
    for (const xmlNode* part = found == nullptr ? nullptr : found->children; part != nullptr;
         part = part->next) {
        value += view(part->content);
    }
    return value;
}

std::string_view node_text(const xmlNode& node) noexcept {
    const bool is_text = node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
    return is_text ? view(node.content) : std::string_view{};
}

std::string inner_text(const xmlNode& node) {
    std::string text;
    append_inner_text(node, text);
    return collapse_spaces(text);
}

void walk_elements(const xmlNode& root, const std::function<bool(const xmlNode&)>& visit) {
    if (root.type == XML_ELEMENT_NODE && !visit(root)) {
        return;
    }
    for (const xmlNode* child = root.children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            walk_elements(*child, visit);
        }
    }
}

}  // namespace dateline::source
