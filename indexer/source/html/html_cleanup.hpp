// Takes out of a body the lines that are on the page for other reasons than the story.
#pragma once

#include "indexer/source/html/html_body.hpp"
#include "indexer/source/html/html_paragraphs.hpp"

#include <vector>

namespace dateline::source {

/// `blocks`, the text of a body in order, without advert labels, references to other articles
/// ("Read also"), invitations, tag lists and rights; without headline, byline and date at its head
/// and without what trails off at its end: headings above nothing, bare links. Lines that credit a
/// picture are marked as captions. Nothing
/// is taken out if too little would be left.
[[nodiscard]] std::vector<TextBlock> clean_blocks(std::vector<TextBlock> blocks,
                                                  const StatedArticle& stated);

}  // namespace dateline::source
