// The lines between headline and text: standfirst, chapo, copete, Vorspann.
#pragma once

#include "indexer/source/html/html_body.hpp"
#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/html/html_survey.hpp"

#include <cstddef>
#include <vector>

namespace dateline::source {

/// The standfirst of the article: blocks between the headline and `body` whose names say so or that
/// repeat the description that the page states.
///
/// @param body   number of the first element chosen as body
/// @param found  the text of the body: what it holds already is not given again
/// @return the blocks in order; empty if there is none
[[nodiscard]] std::vector<TextBlock> find_standfirst(const PageSurvey& survey,
                                                     std::size_t body,
                                                     const StatedArticle& stated,
                                                     const std::vector<TextBlock>& found);

}  // namespace dateline::source
