// The little of XML that corpora in fixed forms need: tags, attributes, entities.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace dateline::train {

/// `text` with the five entities of XML decoded.
[[nodiscard]] std::string decode_entities(std::string_view text);

/// The decoded value of attribute `name` of a start tag; empty if it has none.
[[nodiscard]] std::string attribute_of(std::string_view tag, std::string_view name);

/// The name of the element that `tag`, without its brackets, starts or, with `/` before it, ends.
[[nodiscard]] std::string_view element_of(std::string_view tag);

/// Calls `take` with each tag of `xml`, without its brackets, and the text behind it, not decoded.
void for_each_tag(std::string_view xml,
                  const std::function<void(std::string_view tag, std::string_view text)>& take);

}  // namespace dateline::train
