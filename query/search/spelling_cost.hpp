// How likely one spelling is a slip for another.
#pragma once

#include <string_view>

namespace dateline::search {

/// What it costs to take `typed` for a misspelling of `meant`, both folded UTF-8: the least sum
/// over edits, 1 for an arbitrary one. Slips that are common in English and in typing cost less: a
/// swap of neighbours 0.7, a doubled letter too many or too few 0.5, one vowel for another 0.6, a
/// vowel too many or too few 0.8, a letter that sounds alike (c and s, c and k, i and y, s and z, m
/// and n, g and j) 0.7. An edit of the first letter costs 0.5 more. The order follows the error
/// classes that Kernighan, Church and Gale 1990 count; the numbers were set by hand.
[[nodiscard]] double spelling_cost(std::string_view typed, std::string_view meant);

}  // namespace dateline::search
