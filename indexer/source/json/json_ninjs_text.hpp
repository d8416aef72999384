// Which of the texts in an IPTC ninjs item are its headline, its body and its caption.
#pragma once

#include "indexer/source/json/json_document.hpp"
#include "indexer/source/xml/marked_up_text.hpp"

#include <string>

namespace dateline::source {

/// The headline of the ninjs item `record` as one line: of `headlines` (2.0 and later) the `main`
/// one, else `headline`, `headline_…`, `title`, `name`, `slugline`; empty if it has none.
[[nodiscard]] std::string ninjs_headline(const JsonValue& record);

/// The text of the body of `record`, the best of its forms: `bodies` (2.0 and later) or `body_…`,
/// HTML before NITF before plain text; empty if it has none.
[[nodiscard]] MarkedUpText ninjs_body(const JsonValue& record);

/// The text of the description of `record`, from `descriptions` or `description_…`; of a picture or
/// video it is the caption, of a text a summary.
[[nodiscard]] MarkedUpText ninjs_description(const JsonValue& record);

}  // namespace dateline::source
