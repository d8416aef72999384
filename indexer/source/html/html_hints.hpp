// What tag names, classes, ids and roles say about an element of a page.
#pragma once

#include "indexer/source/html/html_dom.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline::source {

/// What the names of an element (its classes, its id, and the names given to it for tests and
/// scripts) say about it.
struct NameHints {
    int weight = 0;         ///< above 0 for article-like words, below for others
    bool body = false;      ///< the container of an article's text, in the habit of a large CMS
    bool noise = false;     ///< share bars, adverts, related links, newsletters …
    bool apart = false;     ///< comments, consent: running text, but never the article's
    bool detail = false;    ///< byline, date, tags, tools: noise as long as it is short
    bool caption = false;   ///< text under a picture
    bool picture = false;   ///< around a picture and a few words about it
    bool summary = false;   ///< the lines between headline and text
    bool unlikely = false;  ///< like a menu, an advert, comments … and like nothing better
};

/// What an element says about the chance that it is part of the article.
struct ElementHints {
    NameHints names;
    bool hidden = false;       ///< not shown: hidden, aria-hidden, display:none
    bool boilerplate = false;  ///< by tag or role never part of the text: nav, aside, dialog …
    bool body_stated = false;  ///< itemprop or the like says that this is the article's body
};

/// Reads hints and remembers what names meant: pages use few of them, over and over.
class HintReader {
public:
    /// The hints of `node`, which must be an element.
    [[nodiscard]] ElementHints hints_of(const xmlNode& node);

private:
    const NameHints& names_of(const std::string& names);

    std::unordered_map<std::string, NameHints> known_;
};

/// What `names`, separated by blanks and with `#` before an id, say; the order does not matter.
[[nodiscard]] NameHints hints_of_names(std::string_view names);

}  // namespace dateline::source
