// What stands in a page that may be its article's title, date, author …, gathered in one walk.
#pragma once

#include "indexer/source/html/html_dom.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// Property or name in lower case -> values in the order of the page.
using StatedValues = std::multimap<std::string, std::string>;

/// What an element's name, class or id says that it shows.
enum class ShownKind {
    Time,     ///< a <time> element
    Date,     ///< named like a date
    Author,   ///< named like a byline, or rel=author
    Heading,  ///< an <h1>, <h2> or <h3>
    Text,     ///< a short piece of text
};

/// A short element that readers see.
struct ShownElement {
    ShownKind kind = ShownKind::Text;
    std::string text;
    std::string stated;      ///< datetime, content or title attribute
    std::size_t order = 0;   ///< number of the element in the page
    std::size_t end = 0;     ///< number of the first element behind it
    bool preferred = false;  ///< <time pubdate>, rel=author, <h1>
    bool updated = false;    ///< it, or what stands before it, speaks of a change
};

/// The microdata of one item that is an article.
struct MicrodataItem {
    StatedValues properties;
    std::size_t order = 0;
    bool holds_body = false;  ///< an itemprop articleBody
    bool holds_heading = false;
};

/// The parts of a page that speak about its article.
struct PageFacts {
    StatedValues meta;                 ///< name or property of <meta> -> content
    StatedValues loose_properties;     ///< itemprop and RDFa property outside of any item
    std::vector<MicrodataItem> items;  ///< in the order of the page
    std::vector<std::string> json_blocks;
    std::vector<std::string> scripts;  ///< other scripts that name a date, cut
    std::vector<ShownElement> shown;   ///< outside of menus, comments, related links …; in order
    std::string canonical;
    std::string base;
    std::string title;
    std::string lang;
};

/// Where a word in `text` begins which says that the date behind it is that of a change, in some
/// twenty-five languages ("Updated", "Aktualisiert", 更新 …); npos if there is none.
[[nodiscard]] std::size_t find_change_word(std::string_view text);

/// The heading that says what `title` says, of several one with a date or a byline behind it; else
/// a text that says it, or the first <h1>; nullptr if there is none of them.
[[nodiscard]] const ShownElement* headline_in(const PageFacts& facts, std::string_view title);

/// Walks the page below `root` once. Numbers and sizes are bounded, whatever the page holds.
[[nodiscard]] PageFacts gather_facts(const xmlNode& root);

}  // namespace dateline::source
