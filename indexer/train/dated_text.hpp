// A text with its dates marked: what the recognition of dates is scored with.
#pragma once

#include "common/time/published.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline::train {

/// One marked expression; bytes of DatedText::text.
struct MarkedDate {
    std::uint32_t start_bytes = 0;
    std::uint32_t end_bytes = 0;  ///< exclusive
    std::string type;             ///< as TimeML has them: DATE, TIME, DURATION or SET
    std::string value;            ///< TIMEX3 value; may be empty

    friend bool operator==(const MarkedDate&, const MarkedDate&) = default;
};

/// A document whose dates are marked. Valid UTF-8.
struct DatedText {
    std::string name;  ///< of its file, for messages
    std::string text;
    std::optional<time::Published> published;
    std::string lang = "en";
    std::vector<MarkedDate> dates;    ///< in order
    std::vector<MarkedDate> ignored;  ///< ranges in which nothing counts: the date line itself
    std::uint32_t scored_bytes = 0;   ///< what begins behind them is not marked, and not scored
    bool marks_references = true;     ///< whether `now` and the like are marked
    std::string set;                  ///< `train` or `test`; empty if the corpus has no sets
};

}  // namespace dateline::train
