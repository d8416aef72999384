// Where a text has something between quotation marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// A stretch between two quotation marks.
struct QuotedRange {
    std::uint32_t start_bytes = 0;  ///< behind the opening mark
    std::uint32_t end_bytes = 0;  ///< exclusive, before the closing mark; never equal to the start
    std::uint32_t outer_start = 0;  ///< of the opening mark
    std::uint32_t outer_end = 0;    ///< behind the closing mark, or end_bytes if it is missing
};

/// Finds what stands in double quotation marks in valid UTF-8 `text` of less than 4 GiB, whose
/// paragraphs stand apart by empty lines; ascending, not overlapping:
///
///  - “ ”, " ", „ “, « », » «, 「 」, ``…'' and their full-width forms; of marks inside of others
///  only
///    the outer ones; single quotation marks are none;
///  - " opens before a letter, digit or sign behind white space, a bracket or a dash, and closes
///    behind them; one behind a digit while none is open (6'2") is inches;
///  - a quote that is still open at its paragraph's end goes on in the next one if that begins with
///    the same mark, else it ends there; one that is opened again in its paragraph ends before
///    that.
[[nodiscard]] std::vector<QuotedRange> find_quoted_ranges(std::string_view text);

}  // namespace dateline::analysis
