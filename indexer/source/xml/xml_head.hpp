// What the beginning of an XML document shows of its format, before anything is parsed.
#pragma once

#include <string>
#include <string_view>

namespace dateline::source {

/// The beginning of a document without the zero bytes of UTF-16.
[[nodiscard]] std::string narrow(std::string_view head);

/// The local name of the first start tag in `head`, with its letter case, whatever declaration,
/// document type and comments come before it; empty if there is none or other text comes first. A
/// view into `head`.
[[nodiscard]] std::string_view root_name(std::string_view head);

/// Whether `head` holds a start tag called `name`, with or without a prefix.
[[nodiscard]] bool has_tag(std::string_view head, std::string_view name);

}  // namespace dateline::source
