// Lines that stand in the text of an article on many sites and are no part of it.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::source {

/// What a line says, if it is one of those that publishers put between paragraphs.
enum class StockPhrase : std::uint8_t {
    None,
    AdvertLabel,  ///< "Advertisement", "Anzeige", "広告", "Story continues below": the whole line
    ReadMore,     ///< it begins with "Read more:", "Lire aussi", "Читайте также" …
    MoreHeading,  ///< "Related articles", "More on this story": the whole line
    Invitation,   ///< to a newsletter, a channel, an app: it begins so
    Listen,       ///< "Listen to this article", "Share", "Print", "Copy link": the whole line
    TagList,      ///< it begins with "Tags:", "Filed under", "Ключевые слова" …
    Rights,       ///< it begins with ©, "Copyright", "All rights reserved" …
    Credit,       ///< it begins with "Photo:", "Foto:", "图片来源" …
    Byline,  ///< it begins with "By ", "Published", "Updated", "Автор:" …: short lines only
    ErrorText,  ///< "Page not found", "Access denied", "Enable JavaScript": it begins so
};

/// What `line`, a paragraph of a page, says. Letter case, punctuation at both ends and white space
/// do not matter. The languages are those of the news sites we know of; a line in another is None.
[[nodiscard]] StockPhrase stock_phrase(std::string_view line);

/// Whether `line` says that a page could not be shown: stock_phrase() as ErrorText, or a number and
/// words like "404 Not Found", "Error 503" alone.
[[nodiscard]] bool says_error(std::string_view line);

}  // namespace dateline::source
