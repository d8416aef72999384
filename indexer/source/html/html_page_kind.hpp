// Whether a page is an article, or a front page, an error message or nothing to read.
#pragma once

#include "indexer/source/html/html_body.hpp"
#include "indexer/source/html/html_dom.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// What a page says about itself as a whole, beside the metadata of its article.
struct PageSigns {
    std::string description;  ///< of <meta>; of several the longest
    std::string type;         ///< og:type, lower case
    std::string headline;     ///< text of the first <h1>
    bool is_front = false;    ///< its canonical address has no path
};

/// The signs of the page below `root`.
[[nodiscard]] PageSigns page_signs(const xmlNode& root);

/// What is known of a page once it was read.
struct ReadSigns {
    std::string_view title;
    std::size_t words = 0;           ///< of its body
    bool describes_article = false;  ///< JSON-LD says that it is one
    bool is_dated = false;           ///< its metadata say when it was published
};

/// Why a page is no article.
struct Refusal {
    std::string code;    ///< `error_page`, `index_page` or `no_article`
    std::string reason;  ///< for people
};

/// Decides whether a page is an article; nothing if it is one. When in doubt it is one: a wrong
/// refusal loses a text, a wrong article is only in the way.
///
/// `error_page`: headline or title say so ("Page not found", "Access denied", "Enable JavaScript"
/// in the languages of stock_phrase()) and there is little text. `index_page`: what reads like a
/// body consists of the headlines and leads of other pages. `no_article`: too few words;
/// kMinBodyWords, or kMinDatedWords if the page is dated or of type article. A page whose JSON-LD
/// describes an article is always one.
[[nodiscard]] std::optional<Refusal> refusal_of(const PageSigns& page,
                                                const ReadSigns& read,
                                                const FoundBody& body);

/// Words that a page must have in its body to be an article.
inline constexpr std::size_t kMinBodyWords = 25;

/// Words that are enough if the page says that it is an article.
inline constexpr std::size_t kMinDatedWords = 8;

}  // namespace dateline::source
