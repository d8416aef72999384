// HTML parsed by libxml2 in this process: no network, no DTD, bounded nesting.
#include "indexer/source/html/html_dom.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <libxml/uri.h>
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

bool is_space(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A page with all that libxml2 takes badly taken out, in one pass.
class Preparation {
public:
    explicit Preparation(std::string_view html) : in_(html) { out_.reserve(html.size()); }

    std::string run() {
        while (at_ < in_.size()) {
            if (in_[at_] == '<' && at_ + 1 < in_.size() && is_letter(in_[at_ + 1])) {
                const std::size_t start = at_;
                tag();
                raw_text(ascii_lower(in_.substr(start + 1, 7)));
            } else {
                keep(in_[at_++]);
            }
        }
        return std::move(out_);
    }

private:
    /// libxml2 compares each attribute with all before it: a million in one tag take hours.
    static constexpr std::size_t kMaxAttributes = 512;

    void keep(char c) {
        if (c == '\0') {
            append_utf8(out_, 0xFFFD);
        } else {
            out_ += c;
        }
    }

    void tag() {
        std::size_t attributes = 0;
        char quote = '\0';
        bool after_equals = false;
        bool at_border = false;
        for (; at_ < in_.size(); ++at_) {
            const char c = in_[at_];
            if (quote != '\0') {
                at_border = c == quote;
                quote = c == quote ? '\0' : quote;
            } else if (c == '>') {
                keep(c);
                ++at_;
                return;
            } else if (after_equals && (c == '"' || c == '\'')) {
                quote = c;
            } else {
                const bool separator = is_space(c) || c == '/';
                attributes += !separator && at_border ? 1 : 0;
                at_border = separator;
            }
            after_equals = quote == '\0' && (c == '=' || (after_equals && is_space(c)));
            if (attributes <= kMaxAttributes) {
                keep(c);
            }
        }
    }

    /// Keeps what follows the tag `name` as it is, if that holds no tags.
    void raw_text(std::string_view name) {
        const bool script = name.starts_with("script");
        if (!script && !name.starts_with("style")) {
            return;
        }
        const std::string_view closing = script ? "</script" : "</style";
        while (at_ < in_.size()) {
            if (in_[at_] == '<' && ascii_lower(in_.substr(at_, closing.size())) == closing) {
                return;
            }
            keep(in_[at_++]);
        }
    }

    std::string_view in_;
    std::size_t at_ = 0;
    std::string out_;
};

void append_inner_text(const xmlNode& node, std::size_t limit_bytes, std::string& out) {
    out += node_text(node);
    const std::string_view name = element_name(node);
    if (name == "script" || name == "style") {
        return;
    }
    for (const xmlNode* child = node.children; child != nullptr && out.size() <= limit_bytes;
         child = child->next) {
        append_inner_text(*child, limit_bytes, out);
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
    const std::string clean = Preparation(html).run();
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

std::string inner_text(const xmlNode& node, std::size_t limit_bytes) {
    std::string text;
    append_inner_text(node, limit_bytes, text);
    return collapse_spaces(text);
}

std::string absolute_url(std::string_view reference, std::string_view base) {
    constexpr std::size_t max_bytes = 4096;
    const std::string wanted(trim(reference));
    const bool absolute =
        wanted.find("://") != std::string::npos && wanted.find("://") < wanted.find_first_of("/?#");
    if (wanted.empty() || base.empty() || absolute || wanted.size() + base.size() > max_bytes) {
        return wanted;
    }
    const std::unique_ptr<xmlChar, decltype(xmlFree)> joined(
        xmlBuildURI(bytes(wanted.c_str()), bytes(std::string(base).c_str())), xmlFree);
    return joined == nullptr ? wanted : std::string(view(joined.get()));
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
