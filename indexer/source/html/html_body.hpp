// Finds the text of the article in a page, among menus, adverts and lists of links.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/html/html_dom.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// What a page states about its article: it helps to tell the text from what surrounds it.
struct StatedArticle {
    std::string_view title;
    std::string_view description;  ///< of <meta>: often the lines below the headline
    std::span<const std::string> authors;
    std::span<const std::string> text;  ///< of JSON-LD: often cut short
};

/// The text of an article.
struct FoundBody {
    std::vector<std::string> paragraphs;  ///< in document order, without the headline
    std::vector<Block> blocks;            ///< by ascending number; paragraphs not named are text
    std::vector<std::string>
        captions;             ///< of pictures inside the text; paragraphs if there are no others
    std::size_t teasers = 0;  ///< headlines with leads of other pages, anywhere on the page
    double teaser_share = 0;  ///< of the text of the chosen elements that is theirs
    double teasers_per_text = 0;  ///< characters of all teasers for each of the paragraphs
    std::size_t linked_headings =
        0;  ///< headings inside the text that are links: of other articles
};

/// The text of the article in the page below `root`.
///
/// Blocks give points for length and punctuation to the elements around them, fewer the further
/// out; hints in class and id add or subtract, and the share of text inside links takes away. The
/// best element is the body, widened to elements around it that hold more sentences than scraps,
/// unless the mark-up or the text that the page states elsewhere says what the body is. Inside of
/// it navigation, forms, share bars, adverts, related links, comments and the like are dropped, and
/// so are lines that repeat headline, byline and date. A standfirst before the body is its first
/// paragraph. If all this leaves too little, it is tried again with fewer things dropped.
///
/// The idea of scoring by paragraphs and link density: C. Kohlschütter et al., "Boilerplate
/// Detection using Shallow Text Features", WSDM 2010; the weights were fitted on saved pages.
///
/// @return the text; without paragraphs if no element holds any to speak of.
[[nodiscard]] FoundBody find_body(const xmlNode& root, const StatedArticle& stated);

/// The number of words of `paragraphs`: runs of letters and digits; two CJK characters count as
/// one, and so do four of the scripts of South-East Asia that are written without blanks.
[[nodiscard]] std::size_t count_words(std::span<const std::string> paragraphs);

}  // namespace dateline::source
