// Cleans the values that pages and feeds state: bylines, languages, dates, keywords.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// Most topics kept of one article; pages that stuff keywords state hundreds.
inline constexpr std::size_t kMaxTopics = 50;

/// Appends those of names_in_byline() that `authors` does not hold yet.
void add_authors(std::vector<std::string>& authors, std::string_view byline);

/// Appends `topic`, trimmed, unless it is empty, over 200 bytes, already there, or kMaxTopics are.
void add_topic(std::vector<std::string>& topics, std::string_view topic);

/// Appends the parts of `keywords` between commas (or semicolons, if there is no comma).
void add_keywords(std::vector<std::string>& topics, std::string_view keywords);

/// A language as BCP 47 in lower case: `en_US.UTF-8` gives `en-us`; empty if it is no language tag
/// (letters, then parts of up to eight letters and digits).
[[nodiscard]] std::string normalise_lang(std::string_view stated);

/// A date as people write it into metadata: ISO 8601 (with `GMT` or `UTC` for a zone, too),
/// seconds, milliseconds, micro- or nanoseconds since 1970 (told apart by their digits),
/// `YYYYMMDDhhmmss` with or without a zone, what time::parse_header_date() reads, such as the dates
/// of RSS, what time::parse_numeric_date() reads, such as 13/04/1987, or what
/// time::find_written_date() finds in a short text.
[[nodiscard]] std::optional<time::Published> parse_stated_date(std::string_view text,
                                                               const time::DateReading& dates);

/// The warning for a date that parse_stated_date() cannot read: `ambiguous_date` if it could with
/// the order of digits-only dates stated, else `bad_date`.
[[nodiscard]] std::string_view date_warning(std::string_view text, const time::DateReading& dates);

/// Whether `text` is an address of the web: `http` or `https`, without blanks.
[[nodiscard]] bool is_web_address(std::string_view text);

/// Sets the id of the feed item `article`, whose url is set, to `id`, unless that is the url. What
/// has no id is known by its address without the fragment, so that a page and its feed item have
/// the same key; so an address with a fragment is kept, for blogs that put a whole day on one page.
void set_feed_id(Article& article, std::string_view id);

/// Takes each field from `other` that `article` does not state, paragraphs excepted.
void fill_missing(Article& article, const Article& other);

}  // namespace dateline::source
