// Items of RSS and entries of Atom as articles.
#include "indexer/source/xml/feed_item.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"
#include "indexer/source/xml/agency_item.hpp"
#include "indexer/source/xml/feed_authors.hpp"
#include "indexer/source/xml/feed_elements.hpp"
#include "indexer/source/xml/feed_text.hpp"
#include "indexer/source/xml/xml_elements.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

/// The element that describes the feed `item` stands in; nullptr if there is none. In RSS 1.0 it
/// stands beside the items.
const xmlNode* feed_of(const xmlNode& item) {
    for (const xmlNode* at = parent_element(item); at != nullptr; at = parent_element(*at)) {
        const std::string name = ascii_lower(local_name(*at));
        if (name == "channel" || name == "feed") {
            return at;
        }
        if (name == "rss" || name == "rdf") {
            return child(*at, "channel");
        }
    }
    return nullptr;
}

/// The part of an address that names the site; empty if there is none.
std::string site_of(std::string_view address) {
    const std::size_t start = address.find("://");
    return std::string(start == std::string_view::npos
                           ? std::string_view{}
                           : address.substr(start + 3, address.find('/', start + 3) - start - 3));
}

/// The links of `node` in its own vocabulary and that of Atom that have the relation `relation`.
std::vector<std::string> links_of(const xmlNode& node, std::string_view relation) {
    std::vector<const xmlNode*> links = own_children(node, "link");
    for (const xmlNode* link : children_of(node, kAtom, "link")) {
        links.push_back(link);
    }
    std::vector<std::string> pages;
    std::vector<std::string> others;
    for (const xmlNode* link : links) {
        const std::string stated = ascii_lower(attribute(*link, "rel"));
        const std::string type = ascii_lower(attribute(*link, "type"));
        const std::string text(trim(all_text(*link)));
        std::string address = text.empty() ? collapse_spaces(attribute(*link, "href")) : text;
        if (!address.empty() && (stated.empty() ? "alternate" : stated) == relation) {
            const bool page = type.empty() || type.find("html") != std::string::npos;
            (page ? pages : others).push_back(std::move(address));
        }
    }
    pages.insert(pages.end(), others.begin(), others.end());
    return pages;
}

/// The address of what `node`, an item or a feed, stands for; empty if it has no link. `site` is
/// that of the feed.
std::string link_in(const xmlNode& node, std::string_view site = {}) {
    const std::vector<std::string> links = links_of(node, "alternate");
    std::string link = links.empty() ? std::string{} : links.front();
    if (!site.empty() && !site_of(link).empty() && site_of(link) != site) {
        // Blogs that comment on what is elsewhere swap the two: the text is on their own site.
        for (std::string& related : links_of(node, "related")) {
            if (site_of(related) == site) {
                return std::move(related);
            }
        }
    }
    return link;
}

/// What relative addresses in `item` start from: xml:base of all elements around it, else the
/// feed's own address.
std::string base_of(const xmlNode& item, const xmlNode* feed) {
    std::string base;
    for (const xmlNode* at = &item; at != nullptr; at = parent_element(*at)) {
        if (has_attribute(*at, "base")) {
            base =
                base.empty() ? attribute(*at, "base") : absolute_url(base, attribute(*at, "base"));
        }
    }
    const std::string link = feed == nullptr ? std::string{} : link_in(*feed);
    return base.empty() ? link : absolute_url(base, link);
}

void set_address(Article& article, const xmlNode& item, const xmlNode* feed) {
    const xmlNode* guid = own_child(item, "guid");
    const xmlNode* original = child_of(item, kFeedburner, "origLink");
    const bool permanent =
        guid != nullptr && ascii_lower(attribute(*guid, "isPermaLink")) != "false";
    const std::string about = attribute(item, "about");
    std::string id = child_text(item, "guid");
    if (id.empty()) {
        const xmlNode* own = own_child(item, "id");
        id = own == nullptr ? about : std::string(trim(all_text(*own)));
    }
    std::string link = original == nullptr ? std::string{} : std::string(trim(all_text(*original)));
    if (link.empty()) {
        link = link_in(item, feed == nullptr ? std::string{} : site_of(link_in(*feed)));
    }
    if (link.empty() && is_web_address(id) && (permanent || id == about)) {
        link = id;
    }
    link = absolute_url(link, base_of(item, feed));
    if (site_of(link).empty()) {
        // Nothing says which site it is on: it cannot be followed, but may tell items apart.
        id = id.empty() ? std::exchange(link, {}) : id;
        link.clear();
    }
    article.url = link;
    set_feed_id(article, id);
}

void set_dates(Article& article, const xmlNode& item, const time::DateReading& dates) {
    const std::string changed =
        first_filled({child_text(item, "updated"), child_text(item, "modified")});
    for (const char* name : {"pubDate", "published", "issued", "date", "created"}) {
        set_published(article, child_text(item, name), dates);
    }
    if (article.published) {
        set_version_time(article, changed, dates);
    } else {
        set_published(article, changed, dates);
    }
}

void set_authors(Article& article, const xmlNode& item, const xmlNode* feed) {
    article.authors = authors_in(item);
    const xmlNode* source = own_child(item, "source");
    if (article.authors.empty() && source != nullptr) {
        article.authors = authors_in(*source);
    }
    if (article.authors.empty() && feed != nullptr) {
        article.authors = authors_in(*feed);
    }
}

void set_source(Article& article, const xmlNode& item, const xmlNode* feed) {
    if (const xmlNode* source = own_child(item, "source")) {
        const bool atom = !children(*source).empty();
        article.source = plain(atom ? own_child(*source, "title") : source);
    }
    if (article.source.empty() && feed != nullptr) {
        article.source = plain(own_child(*feed, "title"));
    }
}

/// The value of xml:lang on `node` or the nearest element around it.
std::string lang_around(const xmlNode* node) {
    for (const xmlNode* at = node; at != nullptr; at = parent_element(*at)) {
        if (has_attribute(*at, "lang")) {
            return normalise_lang(attribute(*at, "lang"));
        }
    }
    return {};
}

void set_lang(Article& article, const xmlNode& item, const xmlNode* feed) {
    const std::string of_feed =
        feed == nullptr ? std::string{} : normalise_lang(child_text(*feed, "language"));
    article.lang = first_filled({normalise_lang(attribute(item, "lang")),
                                 normalise_lang(child_text(item, "language")),
                                 lang_around(feed),
                                 lang_around(parent_element(item)),
                                 of_feed});
}

void add_topics(Article& article, const xmlNode& item) {
    for (const xmlNode* category : children(item, "category")) {
        const std::string topic = first_filled(
            {plain(category), attribute(*category, "label"), attribute(*category, "term")});
        // Some blogs mark the kind of an entry by an address.
        if (!is_web_address(topic)) {
            add_topic(article.topics, plain_line(topic));
        }
    }
    for (const xmlNode* subject : children_of(item, kDublinCore, "subject")) {
        add_topic(article.topics, plain(subject));
    }
    for (const xmlNode* keywords : all_below(item, "keywords")) {
        add_keywords(article.topics, plain(keywords));
    }
}

}  // namespace

Article article_of_feed_item(const xmlNode& item, const time::DateReading& dates) {
    Article article;
    const xmlNode* feed = feed_of(item);
    article.title = first_filled({plain(own_child(item, "title")),
                                  plain(child_of(item, kDublinCore, "title")),
                                  plain(child_of(item, kMedia, "title"))});
    set_address(article, item, feed);
    set_dates(article, item, dates);
    set_authors(article, item, feed);
    set_source(article, item, feed);
    set_lang(article, item, feed);
    add_topics(article, item);
    set_story(article, item);
    return article;
}

}  // namespace dateline::source
