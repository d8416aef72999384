// HTML parsed by libxml2 in this process: no network, no DTD, bounded nesting.
#pragma once

#include <functional>
#include <libxml/tree.h>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::source {

/// Frees a libxml2 document.
struct HtmlDeleter {
    void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
};

/// A parsed page; nodes live as long as it does.
struct HtmlDocument {
    std::unique_ptr<xmlDoc, HtmlDeleter> tree;  ///< null if nothing at all could be parsed
    bool too_deep = false;  ///< elements nest deeper than libxml2's 256: the rest was left out
};

/// Parses `html`, which must be valid UTF-8, whatever its <meta> says. Never fails: broken mark-up
/// is repaired as libxml2 sees fit. NUL characters become U+FFFD; of one tag's attributes the first
/// 512 are kept.
[[nodiscard]] HtmlDocument parse_html(std::string_view html);

/// The lower-case name of `node` if it is an element; else empty. A view into the document.
[[nodiscard]] std::string_view element_name(const xmlNode& node) noexcept;

/// The value of the attribute `name`; empty if it is missing.
[[nodiscard]] std::string attribute(const xmlNode& node, const char* name);

/// Whether the element has the attribute `name`.
[[nodiscard]] bool has_attribute(const xmlNode& node, const char* name) noexcept;

/// The character data of a text or CDATA node; else empty. A view into the document.
[[nodiscard]] std::string_view node_text(const xmlNode& node) noexcept;

/// All text below `node` with runs of white space as one blank, except that of scripts and styles.
/// Reading stops after the piece of text that passes `limit_bytes`, so that a caller which wants
/// only short values need not read a whole page for each.
[[nodiscard]] std::string inner_text(const xmlNode& node, std::size_t limit_bytes);

/// `reference` made absolute against `base` (RFC 3986, section 5); `reference` as it is if either
/// is empty or they cannot be joined. Trimmed.
[[nodiscard]] std::string absolute_url(std::string_view reference, std::string_view base);

/// Calls `visit` for `root` and every element below it in document order; `visit` returns whether
/// the children of the element are to be visited too.
void walk_elements(const xmlNode& root, const std::function<bool(const xmlNode&)>& visit);

}  // namespace dateline::source
