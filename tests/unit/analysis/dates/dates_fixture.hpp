// What the tests of dates share: found dates as text.
#pragma once

#include "common/time/published.hpp"
#include "indexer/analysis/dates/event_dates.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::testing {

/// A text, the day it came out (may be empty), and its dates as shown_dates() shows them.
struct DateCase {
    std::string_view text;
    std::string_view published;
    std::string_view expected;
};

inline analysis::DateContext published_on(std::string_view published,
                                          std::string_view lang = "en") {
    analysis::DateContext context;
    context.published = time::parse_iso_time(published);
    context.lang = lang;
    return context;
}

/// The dates of `text` as `TEXT=VALUE`, parted by `; `; `?` behind the value of one that is not
/// anchored.
inline std::string shown_dates(std::string_view text, const analysis::DateContext& context) {
    std::string shown;
    for (const analysis::DateMention& mention : analysis::find_dates(text, context)) {
        shown += shown.empty() ? "" : "; ";
        shown += text.substr(mention.start_bytes, mention.end_bytes - mention.start_bytes);
        shown += '=' + mention.value + (mention.unanchored ? "?" : "");
    }
    return shown;
}

inline std::string shown_dates(const DateCase& c, std::string_view lang = "en") {
    return shown_dates(c.text, published_on(c.published, lang));
}

/// The days of the first date of `text` as `FROM..TO`; empty if it has none.
inline std::string shown_days(std::string_view text, std::string_view published) {
    const auto mentions = analysis::find_dates(text, published_on(published));
    if (mentions.empty() || !mentions.front().days) {
        return "";
    }
    return time::format_day(mentions.front().days->from) + ".." +
           time::format_day(mentions.front().days->to);
}

}  // namespace dateline::testing
