// Items of RSS and entries of Atom as articles.
#include "indexer/source/feed_item.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/agency_item.hpp"
#include "indexer/source/html_paragraphs.hpp"
#include "indexer/source/marked_up_text.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"
#include "indexer/source/xml_elements.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

/// A vocabulary that feeds use beside their own.
struct Vocabulary {
    std::string_view prefix;   ///< by custom
    std::string_view address;  ///< part of the namespace
};

constexpr Vocabulary kAtom = {"atom", "w3.org/2005/Atom"};
constexpr Vocabulary kContent = {"content", "purl.org/rss/1.0/modules/content"};
constexpr Vocabulary kDublinCore = {"dc", "purl.org/dc/elements"};
constexpr Vocabulary kFeedburner = {"feedburner", "rssnamespace.org/feedburner"};
constexpr Vocabulary kItunes = {"itunes", "itunes.com/dtds/podcast"};
constexpr Vocabulary kMedia = {"media", "search.yahoo.com/mrss"};
constexpr Vocabulary kXhtml = {"xhtml", "w3.org/1999/xhtml"};

bool is_of(const xmlNode& node, const Vocabulary& vocabulary) {
    const std::string_view address = namespace_of(node);
    return address.empty() ? prefix_of(node) == vocabulary.prefix
                           : address.find(vocabulary.address) != std::string_view::npos;
}

/// The children of `node` called `name` in its own vocabulary: without prefix, or with its own.
std::vector<const xmlNode*> own_children(const xmlNode& node, std::string_view name) {
    std::vector<const xmlNode*> found = children(node, name);
    std::erase_if(found, [&node](const xmlNode* part) {
        return !prefix_of(*part).empty() && prefix_of(*part) != prefix_of(node);
    });
    return found;
}

const xmlNode* own_child(const xmlNode& node, std::string_view name) {
    const std::vector<const xmlNode*> found = own_children(node, name);
    return found.empty() ? nullptr : found.front();
}

std::vector<const xmlNode*> children_of(const xmlNode& node,
                                        const Vocabulary& vocabulary,
                                        std::string_view name) {
    std::vector<const xmlNode*> found = children(node, name);
    std::erase_if(found, [&vocabulary](const xmlNode* part) { return !is_of(*part, vocabulary); });
    return found;
}

const xmlNode* child_of(const xmlNode& node, const Vocabulary& vocabulary, std::string_view name) {
    const std::vector<const xmlNode*> found = children_of(node, vocabulary, name);
    return found.empty() ? nullptr : found.front();
}

/// Whether a text construct of Atom says that it holds no mark-up (RFC 4287, section 3.1.1).
bool is_plain(const xmlNode& node) {
    return ascii_lower(attribute(node, "type")) == "text";
}

/// The text of `node` as one line; empty if it is null.
std::string plain(const xmlNode* node) {
    if (node == nullptr) {
        return {};
    }
    const std::string text = all_text(*node);
    return is_plain(*node) ? collapse_spaces(text) : plain_line(text);
}

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

bool is_web_address(std::string_view text) {
    const std::string start = ascii_lower(text.substr(0, 8));
    return (start.starts_with("http://") || start.starts_with("https://")) &&
           text.find_first_of(" \t\r\n") == std::string_view::npos;
}

/// The address in the links of `node`: the text of RSS, or that for people to read of Atom.
std::string link_in(const xmlNode& node) {
    std::vector<const xmlNode*> links = own_children(node, "link");
    for (const xmlNode* link : children_of(node, kAtom, "link")) {
        links.push_back(link);
    }
    std::string found;
    for (const xmlNode* link : links) {
        const std::string relation = ascii_lower(attribute(*link, "rel"));
        const std::string type = ascii_lower(attribute(*link, "type"));
        if (!relation.empty() && relation != "alternate") {
            continue;
        }
        std::string address(trim(all_text(*link)));
        if (address.empty()) {
            address = trim(attribute(*link, "href"));
        }
        const bool page = type.empty() || type.find("html") != std::string::npos;
        if (!address.empty() && (found.empty() || page)) {
            found = std::move(address);
            if (page) {
                return found;
            }
        }
    }
    return found;
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
        link = link_in(item);
    }
    if (link.empty() && is_web_address(id) && (permanent || id == about)) {
        link = id;
    }
    article.url = absolute_url(link, base_of(item, feed));
    // Without an id, the address without its fragment is the key, but some blogs put a whole day on
    // one page.
    if (!is_web_address(id) || id != article.url || id.find('#') != std::string::npos) {
        article.id = collapse_spaces(id);
    }
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

/// The name in an author as RSS wants him: `mail@example.com (Name)`, or `Name <mail@example.com>`.
/// Empty if it is an address alone.
std::string name_beside_mail(const std::string& text) {
    const std::size_t at = text.find('@');
    if (at == std::string::npos) {
        return text;
    }
    const std::size_t open = text.find('(');
    if (open != std::string::npos) {
        const std::size_t end = std::min(text.find(')', open), text.size());
        const std::string inside = text.substr(open + 1, end - open - 1);
        return at < open ? inside : std::string(trim(text.substr(0, open)));
    }
    const std::size_t before = text.find_last_of(" <", at);
    const std::size_t after = std::min(text.find_first_of(" >", at), text.size());
    std::string name = before == std::string::npos ? std::string{} : text.substr(0, before);
    name += after < text.size() ? text.substr(after + 1) : std::string{};
    std::erase_if(name, [](char c) { return c == '<' || c == '>' || c == '"' || c == '@'; });
    return collapse_spaces(name);
}

void add_author(std::vector<std::string>& authors, const xmlNode& author) {
    const xmlNode* name = child(author, "name");
    add_authors(authors, name_beside_mail(plain(name == nullptr ? &author : name)));
}

/// The authors that `node`, an item or a feed, states in the first of the places for them.
std::vector<std::string> authors_in(const xmlNode& node) {
    std::vector<const xmlNode*> own = own_children(node, "author");
    for (const xmlNode* author : children_of(node, kAtom, "author")) {
        own.push_back(author);
    }
    std::vector<std::string> authors;
    for (const std::vector<const xmlNode*>& places :
         {own, children_of(node, kDublinCore, "creator"), children_of(node, kItunes, "author")}) {
        for (const xmlNode* author : places) {
            add_author(authors, *author);
        }
        if (!authors.empty()) {
            break;
        }
    }
    return authors;
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
    constexpr std::size_t min_story_words = 80;
    for (const xmlNode* place : places_of_text(item)) {
        FeedText found = text_of_part(*place);
        if (!found.text.paragraphs.empty()) {
            return found;
        }
    }
    for (const xmlNode* place : own_children(item, "description")) {
        FeedText found = text_of_part(*place);
        if (!found.text.paragraphs.empty()) {
            found.is_summary = words_in(found.text.paragraphs) < min_story_words;
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
