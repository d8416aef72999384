// Whether a page is an article, or a front page, an error message or nothing to read.
#include "indexer/source/html/html_page_kind.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_phrases.hpp"
#include "indexer/source/html/html_survey.hpp"

#include <algorithm>
#include <utility>

namespace dateline::source {
namespace {

constexpr std::size_t kHeadlineBytes = 400;
constexpr std::size_t kErrorTitleBytes = 80;     ///< of a title that is an error message
constexpr std::size_t kErrorWords = 400;         ///< of a page that offers other articles instead
constexpr std::size_t kErrorTextWords = 60;      ///< of a page that is an error message
constexpr std::size_t kLinkedHeadings = 4;       ///< headings that are links: an index
constexpr std::size_t kTeasers = 6;              ///< headlines with leads: an index
constexpr double kTeasersPerText = 4;            ///< characters for each of the text
constexpr std::size_t kIntroductionWords = 150;  ///< of a text that introduces an index
constexpr std::size_t kWordsPerHeading = 60;     ///< of leads below such headings
constexpr std::size_t kWordsPerSection = 40;     ///< the same, below a headline of their own

/// Whether `address` has no path below its host.
bool is_root(std::string_view address) {
    const std::size_t host = address.find("://");
    if (host == std::string_view::npos) {
        return false;
    }
    const std::size_t path = address.find('/', host + 3);
    return path == std::string_view::npos || path + 1 == address.size();
}

/// Whether `title`, or a part of it beside the name of the site, is an error message.
bool is_error_title(std::string_view title) {
    while (!title.empty()) {
        std::size_t end = title.size();
        std::size_t next = title.size();
        for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: ", ": ", " » "}) {
            const std::size_t at = title.find(separator);
            if (at < end) {
                end = at;
                next = at + separator.size();
            }
        }
        const std::string_view part = title.substr(0, end);
        if (part.size() <= kErrorTitleBytes && says_error(part)) {
            return true;
        }
        title.remove_prefix(next);
    }
    return false;
}

/// Whether `text` is long enough for the headline of an article.
bool is_headline(std::string_view text) {
    constexpr double shortest = 20;
    return measure(text).characters >= shortest;
}

std::optional<Refusal> refuse_error(const PageSigns& page,
                                    const ReadSigns& read,
                                    const FoundBody& body) {
    const bool marked = read.is_dated || page.type == "article";
    const std::size_t limit = marked ? kErrorTextWords : kErrorWords;
    std::string_view message;
    if (read.words < limit && is_error_title(page.headline)) {
        message = page.headline;
    } else if (read.words < limit && is_error_title(read.title)) {
        message = read.title;
    } else if (read.words < kErrorTextWords && !marked) {
        const auto found = std::find_if(body.paragraphs.begin(),
                                        body.paragraphs.end(),
                                        [](const auto& line) { return says_error(line); });
        message = found == body.paragraphs.end() ? std::string_view{} : std::string_view(*found);
    }
    if (message.empty()) {
        return std::nullopt;
    }
    return Refusal{"error_page",
                   "page is the message '" + std::string(truncate_utf8(message, kErrorTitleBytes)) +
                       "' instead of an article"};
}

std::optional<Refusal> refuse_index(const PageSigns& page,
                                    const ReadSigns& read,
                                    const FoundBody& body) {
    // A section page may begin with a line about itself; an article has a headline of its own.
    const bool headed = !page.is_front && is_headline(page.headline);
    const std::size_t headings = body.linked_headings;
    const bool leads = headings >= kLinkedHeadings && !read.is_dated &&
                       read.words < (headed ? kWordsPerSection : kWordsPerHeading) * headings;
    const bool teasers =
        body.teasers >= kTeasers && body.teaser_share > 0.7 && (!read.is_dated || page.is_front);
    const bool mostly_teasers =
        body.teasers >= kTeasers && body.teasers_per_text > kTeasersPerText &&
        read.words < kIntroductionWords && !read.is_dated && page.type != "article" && !headed;
    if (!leads && !teasers && !mostly_teasers) {
        return std::nullopt;
    }
    return Refusal{"index_page",
                   "page lists the headlines of other pages; give those pages themselves"};
}

}  // namespace

PageSigns page_signs(const xmlNode& root) {
    PageSigns signs;
    walk_elements(root, [&signs](const xmlNode& node) {
        const std::string_view tag = element_name(node);
        if (tag == "meta") {
            const std::string name =
                ascii_lower(attribute(node, "name") + attribute(node, "property"));
            std::string content = attribute(node, "content");
            if (name == "og:type") {
                signs.type = ascii_lower(content);
            } else if ((name == "description" || name == "og:description" ||
                        name == "twitter:description") &&
                       content.size() > signs.description.size()) {
                signs.description = std::move(content);
            }
        } else if (tag == "link" && ascii_lower(attribute(node, "rel")) == "canonical") {
            signs.is_front = is_root(attribute(node, "href"));
        } else if (tag == "h1" && signs.headline.empty()) {
            signs.headline = inner_text(node, kHeadlineBytes);
        }
        return tag != "svg";
    });
    return signs;
}

std::optional<Refusal> refusal_of(const PageSigns& page,
                                  const ReadSigns& read,
                                  const FoundBody& body) {
    if (read.describes_article) {
        return std::nullopt;
    }
    if (std::optional<Refusal> error = refuse_error(page, read, body)) {
        return error;
    }
    if (std::optional<Refusal> index = refuse_index(page, read, body)) {
        return index;
    }
    const bool marked = read.is_dated || page.type == "article";
    if (read.words >= (marked ? kMinDatedWords : kMinBodyWords)) {
        return std::nullopt;
    }
    return Refusal{"no_article",
                   "page has only " + std::to_string(read.words) +
                       " words of running text and no json-ld article"};
}

}  // namespace dateline::source
