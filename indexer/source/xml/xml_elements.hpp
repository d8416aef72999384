// Text and attributes of elements in a parsed XML record, wherever they stand.
#pragma once

#include "indexer/source/xml/xml_dom.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// The first element in `node`, itself included, in document order that is called one of `names`;
/// nullptr if there is none.
[[nodiscard]] const xmlNode* first_below(const xmlNode& node,
                                         std::initializer_list<std::string_view> names);

/// All elements below `node` called `name` in document order, those inside of others included.
[[nodiscard]] std::vector<const xmlNode*> all_below(const xmlNode& node, std::string_view name);

/// All text in `node` as one line of at most about 8 KB; enough for whatever is no story.
[[nodiscard]] std::string line_of(const xmlNode& node);

/// line_of() the element at `path` (see descend()); empty if there is no such element.
[[nodiscard]] std::string text_at(const xmlNode& node,
                                  std::initializer_list<std::string_view> path);

/// The value of attribute `name` of the element at `path`, as one line; empty if there is none.
[[nodiscard]] std::string attribute_at(const xmlNode& node,
                                       std::initializer_list<std::string_view> path,
                                       const char* name);

/// The first of `values` that is not empty; empty if all are.
[[nodiscard]] std::string first_filled(std::initializer_list<std::string> values);

}  // namespace dateline::source
