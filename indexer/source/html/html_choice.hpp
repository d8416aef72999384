// Chooses the elements of a page that hold the article's text.
#pragma once

#include "indexer/source/html/html_shingles.hpp"
#include "indexer/source/html/html_survey.hpp"

#include <cstddef>
#include <vector>

namespace dateline::source {

/// The elements that hold the text.
struct BodyChoice {
    std::vector<std::size_t> elements;  ///< numbers in the survey, ascending, none in another
    bool is_stated = false;             ///< mark-up or the stated text says so
};

/// Scores the elements of `survey` and chooses those that hold the article.
///
/// @param stated  of the text that the page states elsewhere; may be empty
/// @return no element if none holds text to speak of
[[nodiscard]] BodyChoice choose_body(PageSurvey& survey, const ShingleSet& stated);

}  // namespace dateline::source
