// The annotated articles of corpus/annotated.
#pragma once

#include "indexer/train/labelled_text.hpp"

#include <string>
#include <string_view>

namespace dateline::train {

/// An annotated article and the set that it belongs to.
struct AnnotatedArticle {
    LabelledText text;
    std::string set;  ///< `train` or `test`
};

/// Puts an article and its annotations together; dates are left out. The ranges are of the title,
/// an empty line and the paragraphs, as full_text() gives them.
///
/// @param name  of the article's file, for messages
/// @param text  bytes of NAME.txt
/// @param json  bytes of NAME.json
/// @throws Error (InputUnreadable) if the JSON cannot be read or a range does not hold its text.
[[nodiscard]] AnnotatedArticle read_annotated(std::string_view name,
                                              std::string_view text,
                                              std::string_view json);

}  // namespace dateline::train
