// How well dates are found: the measures of TempEval-3.
#pragma once

#include "indexer/train/dated_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::train {

/// Which marked expressions are to be found.
enum class ScoredTypes {
    Dates,  ///< DATE and TIME; what is found where a duration is marked counts for nothing
    All,    ///< durations and sets too, which are never found
};

/// What was marked, found and right.
struct DateCounts {
    std::size_t marked = 0;
    std::size_t found = 0;
    std::size_t strict = 0;          ///< the same span
    std::size_t relaxed_marked = 0;  ///< of the marked ones, those that a found one overlaps
    std::size_t relaxed_found = 0;   ///< of the found ones, those that a marked one overlaps
    std::size_t pairs = 0;           ///< marked ones with the found one that fits them best
    std::size_t value = 0;           ///< of the pairs, those with the same value

    /// F1 of exact spans, 0 to 1.
    [[nodiscard]] double strict_f1() const;

    /// F1 of overlapping spans, 0 to 1.
    [[nodiscard]] double relaxed_f1() const;

    /// relaxed_f1() times the share of right values.
    [[nodiscard]] double value_f1() const;
};

/// A date that is wrong or missing, in its line of text.
struct DateError {
    std::string kind;  ///< `missing`, `wrong`, `span` or `value`
    std::string document;
    std::string marked;  ///< text and value; empty if nothing is marked
    std::string found;
    std::string context;
};

/// The scores of some texts.
struct DateScores {
    DateCounts counts;
    std::vector<DateError> errors;  ///< in the order of the texts
    std::size_t tokens = 0;         ///< words, numbers and marks of all texts
    double seconds = 0;             ///< that finding took
};

/// Finds the dates of `texts` and compares.
///
/// Source: UzZaman et al., SemEval-2013 Task 1 (TempEval-3), section 5: strict and relaxed matches,
/// and values of relaxed ones.
[[nodiscard]] DateScores score_dates(const std::vector<DatedText>& texts, ScoredTypes types);

}  // namespace dateline::train
