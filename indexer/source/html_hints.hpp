// What tag names, classes, ids and roles say about an element of a page.
#pragma once

#include "indexer/source/html_dom.hpp"

namespace dateline::source {

/// What an element's class, id and role say about the chance that it is part of the article.
struct ElementHints {
    int weight = 0;         ///< class and id: above 0 for article-like words, below for others
    bool unlikely = false;  ///< named like a menu, an advert, comments … and like nothing better
    bool hidden = false;    ///< not shown: hidden, aria-hidden, display:none, a dialog
    bool boilerplate = false;  ///< never part of the text: nav, aside, captions, share bars …
    bool body_stated = false;  ///< itemprop or class says that this is the article's body
};

/// The hints of `node`, which must be an element.
[[nodiscard]] ElementHints hints_of(const xmlNode& node);

}  // namespace dateline::source
