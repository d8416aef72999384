// Finds the text of the article in a page, among menus, adverts and lists of links.
#pragma once

#include "indexer/source/html_dom.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// The paragraphs of the article in the page below `root`, in document order, without a first
/// paragraph that only repeats `title`.
///
/// Blocks give points for length and punctuation to the elements around them, fewer the further
/// out; hints in class and id add or subtract, and the share of text inside links takes away. The
/// best element and its alike siblings are the body; navigation, forms, captions, share bars,
/// related links, comments and the like inside it are dropped. If that leaves too little, it is
/// tried again with fewer things dropped.
///
/// The idea of scoring by paragraphs and link density: C. Kohlschütter et al., "Boilerplate
/// Detection using Shallow Text Features", WSDM 2010; the weights were fitted on saved pages.
///
/// @return the paragraphs; empty if no element holds any text to speak of.
[[nodiscard]] std::vector<std::string> find_body(const xmlNode& root, std::string_view title);

/// The number of words of `paragraphs`: runs of letters and digits; two CJK characters count as
/// one.
[[nodiscard]] std::size_t count_words(const std::vector<std::string>& paragraphs);

}  // namespace dateline::source
