// Asking for parts of an XML tree; names are compared without their prefix and with letter case.
#pragma once

#include "indexer/source/html/html_dom.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// The name of an element without its prefix; empty for other nodes. A view into the document.
[[nodiscard]] std::string_view local_name(const xmlNode& node) noexcept;

/// The prefix of an element as it was written; empty if it has none.
[[nodiscard]] std::string_view prefix_of(const xmlNode& node) noexcept;

/// The namespace of an element; empty if it has none or its prefix is not declared.
[[nodiscard]] std::string_view namespace_of(const xmlNode& node) noexcept;

/// The parent if it is an element; else nullptr.
[[nodiscard]] const xmlNode* parent_element(const xmlNode& node) noexcept;

/// The first child element called `name`; nullptr if there is none.
[[nodiscard]] const xmlNode* child(const xmlNode& node, std::string_view name) noexcept;

/// The child elements called `name`; all child elements if it is empty.
[[nodiscard]] std::vector<const xmlNode*> children(const xmlNode& node, std::string_view name = {});

/// The element that is reached by the names in `path`, the first child at each step; nullptr if
/// there is none.
[[nodiscard]] const xmlNode* descend(const xmlNode& node,
                                     std::initializer_list<std::string_view> path) noexcept;

/// All text below `node` as it is written; elements do not separate it.
[[nodiscard]] std::string all_text(const xmlNode& node);

/// All text of the first child called `name`, trimmed; empty if there is none.
[[nodiscard]] std::string child_text(const xmlNode& node, std::string_view name);

}  // namespace dateline::source
