// The text of an item of a feed, from the best of the places for it.
#include "indexer/source/xml/feed_text.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/schema_org.hpp"
#include "indexer/source/xml/agency_item.hpp"
#include "indexer/source/xml/feed_elements.hpp"
#include "indexer/source/xml/marked_up_text.hpp"
#include "indexer/source/xml/xml_elements.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

/// Mark-up with its own tags escaped, and no other: `&lt;p&gt;Text&lt;/p&gt;`.
bool is_escaped_twice(std::string_view text) {
    return text.find('<') == std::string_view::npos && text.find("&lt;/") != std::string_view::npos;
}

/// Text and how much it may be trusted to be the whole story.
struct FeedText {
    MarkedUpText text;
    bool is_summary = false;
    bool is_escaped_twice = false;
};

FeedText text_of_part(const xmlNode& node) {
    FeedText found;
    const std::string raw = children(node).empty() ? all_text(node) : std::string{};
    if (is_plain(node) && !raw.empty()) {
        found.text.paragraphs = paragraphs_of_text(raw);
    } else if (is_escaped_twice(raw)) {
        found.is_escaped_twice = true;
        found.text = marked_up_text_of(plain_line(raw));
    } else {
        found.text = text_in(node);
    }
    return found;
}

/// Whether the content of Atom is text at all, and not a picture or bytes in Base64 (RFC 4287,
/// section 4.1.3; `mode` is of Atom 0.3).
bool is_text_content(const xmlNode& content) {
    const std::string type = ascii_lower(attribute(content, "type"));
    const bool text = type.find('/') == std::string::npos || type.starts_with("text/") ||
                      type.find("html") != std::string::npos;
    return text && ascii_lower(attribute(content, "mode")) != "base64";
}

/// The elements of `item` that hold its whole text, the best first.
std::vector<const xmlNode*> places_of_text(const xmlNode& item) {
    std::vector<const xmlNode*> places = children_of(item, kContent, "encoded");
    for (const xmlNode* content : children(item, "content")) {
        const bool atom = prefix_of(*content).empty() || is_of(*content, kAtom) ||
                          prefix_of(*content) == prefix_of(item);
        if (atom && is_text_content(*content)) {
            places.push_back(content);
        }
    }
    for (const xmlNode* body : children(item, "body")) {
        if (prefix_of(*body).empty() || is_of(*body, kXhtml)) {
            places.push_back(body);
        }
    }
    return places;
}

std::vector<const xmlNode*> descriptions_of_media(const xmlNode& item) {
    std::vector<const xmlNode*> found = all_below(item, "description");
    std::erase_if(found, [](const xmlNode* part) { return !is_of(*part, kMedia); });
    return found;
}

std::vector<const xmlNode*> places_of_summary(const xmlNode& item) {
    std::vector<const xmlNode*> places = own_children(item, "summary");
    for (const xmlNode* part : children_of(item, kAtom, "summary")) {
        places.push_back(part);
    }
    for (const xmlNode* part : children_of(item, kDublinCore, "description")) {
        places.push_back(part);
    }
    for (const xmlNode* part : children_of(item, kItunes, "summary")) {
        places.push_back(part);
    }
    for (const xmlNode* part : descriptions_of_media(item)) {
        places.push_back(part);
    }
    return places;
}

/// Words by their blanks; of writing without blanks, characters.
std::size_t words_in(const std::vector<std::string>& paragraphs) {
    constexpr char32_t first_without_blanks = 0x2E80;
    std::size_t words = 0;
    for (const std::string& paragraph : paragraphs) {
        bool in_word = false;
        for (std::size_t i = 0; i < paragraph.size();) {
            const DecodedCodePoint c = decode_utf8(paragraph, i);
            const bool blank = c.code_point <= U' ';
            const bool alone = c.code_point >= first_without_blanks;
            words += alone || (!blank && !in_word) ? 1 : 0;
            in_word = !blank && !alone;
            i += std::max<std::size_t>(c.size_bytes, 1);
        }
    }
    return words;
}

FeedText best_text(const xmlNode& item) {
    for (const xmlNode* place : places_of_text(item)) {
        FeedText found = text_of_part(*place);
        if (!found.text.paragraphs.empty()) {
            return found;
        }
    }
    for (const xmlNode* place : own_children(item, "description")) {
        FeedText found = text_of_part(*place);
        if (!found.text.paragraphs.empty()) {
            found.is_summary = is_summary(found.text.paragraphs);
            return found;
        }
    }
    for (const xmlNode* place : places_of_summary(item)) {
        FeedText found = text_of_part(*place);
        if (!found.text.paragraphs.empty()) {
            found.is_summary = true;
            return found;
        }
    }
    return {};
}

}  // namespace

bool is_summary(const std::vector<std::string>& paragraphs) {
    constexpr std::size_t min_story_words = 80;
    return words_in(paragraphs) < min_story_words;
}

void set_story(Article& article, const xmlNode& item) {
    FeedText found = best_text(item);
    set_text(article, std::move(found.text));
    drop_repeated_title(article);
    if (found.is_summary) {
        add_warning(article, "summary_only");
    }
    if (found.is_escaped_twice) {
        add_warning(article, "double_escaped");
    }
    for (const xmlNode* description : descriptions_of_media(item)) {
        const std::string caption = plain(description);
        const bool is_text =
            std::find(article.paragraphs.begin(), article.paragraphs.end(), caption) !=
            article.paragraphs.end();
        const xmlNode* above = parent_element(*description);
        if (!is_text && above != nullptr && local_name(*above) == "content") {
            add_caption(article, caption);
        }
    }
}

}  // namespace dateline::source
