// Chooses among the dates that a page states in different places.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"
#include "indexer/source/html/page_facts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// A date as one place in a page states it.
struct StatedDate {
    std::string text;
    std::string_view from;  ///< the name of its evidence; of static duration
};

/// What is known when the dates of a page are read.
struct DateContext {
    time::DateReading reading;  ///< as the options say
    std::string lang;           ///< of the page (BCP 47); empty: unknown
    std::string url;            ///< of the page; empty: unknown
    std::string title;          ///< of the article, which names the place of its date
    std::optional<time::TimestampMs> fetched;  ///< when the page was fetched, if known
};

/// Dates of schema.org in JSON-LD, in the order of the page.
struct SchemaDates {
    std::vector<std::string> published;  ///< datePublished of the article
    std::vector<std::string> created;    ///< its dateCreated, then uploadDate
    std::vector<std::string> modified;   ///< its dateModified
    std::vector<std::string> of_page;    ///< datePublished of other things, such as the WebPage
};

/// Sets published, modified, published_from and their evidence. Warnings: `bad_date` if a place
/// that should hold a date of publication holds none that can be read, `date_after_fetch` if one is
/// over a day after the page was fetched.
///
/// The first place that states a date wins: JSON-LD, OpenGraph, microdata, <meta>, <time> and
/// elements named like dates near the headline, text there, scripts, the address. But a date in
/// the future of `fetched` (by over a day), the first day of 1970 and the like are passed over; if
/// the address names another day (by over a week), a place that agrees with the address wins; and
/// a bare day gives way to a time on the same day. A time without a zone takes that of another
/// place with the same clock time.
void set_page_dates(Article& article,
                    const PageFacts& facts,
                    const SchemaDates& schema,
                    const DateContext& context);

}  // namespace dateline::source
