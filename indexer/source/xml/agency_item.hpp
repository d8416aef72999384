// What the formats of news agencies have in common: items, datelines, bylines.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"
#include "indexer/source/html/html_dom.hpp"
#include "indexer/source/xml/marked_up_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// What an item of an agency gave: an article, or why there is none.
struct AgencyItem {
    std::optional<Article> article;  ///< without format and locator
    std::string code;    ///< if there is none: `no_text`, `no_article` (an item of another kind) or
                         ///< `canceled`
    std::string reason;  ///< if there is none: why, for people
};

/// Place and date of a printed dateline: `MOSCOW, Monday (Reuters)`, `KANSAS CITY, Mo.`,
/// `Paris, 16. Okt. (dpa) -`. The last part after a comma is a date if it holds a digit or names a
/// day of the week in English.
[[nodiscard]] Dateline parse_dateline(std::string_view text);

/// Sets `article.published` as set_published() does; a midnight without zone is taken as a bare
/// day, since that is what archives fill in for a time they do not know.
void set_issued(Article& article, std::string_view text, const time::DateReading& dates);

/// Sets `article.modified` to the version's time `text` if that differs from published.
void set_version_time(Article& article, std::string_view text, const time::DateReading& dates);

/// The text in the element `node`: of its elements, or, if it holds only characters, of these,
/// which may be mark-up themselves (in CDATA or with entities).
[[nodiscard]] MarkedUpText text_in(const xmlNode& node);

/// What remains to be done when all stated fields are set: a repeated headline goes, the agency is
/// no author beside others, and the dateline is read from the text if it is not stated.
void finish_item(Article& article);

}  // namespace dateline::source
